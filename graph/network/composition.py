"""What a place consists of: shares of sectors, their diversity and concentration, and the location quotient."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from graph.network.ledger import Ledger, Triple

__all__ = [
    "LEAST_EXPECTED",
    "LEAST_MEMBERSHIPS",
    "herfindahl",
    "location_quotient",
    "sector_rows",
    "sector_statements",
    "shannon",
    "spread",
]

#: Fewer memberships than this have no diversity worth a number.
LEAST_MEMBERSHIPS = 5
#: A location quotient is given where at least so many were expected (Cochran 1954's rule for counts).
LEAST_EXPECTED = 5.0
_DIGITS = 6


def shannon(counts: Iterable[int]) -> float:
    """Shannon's diversity in nats: ``-Σ p ln p`` (C. E. Shannon, A mathematical theory of communication, 1948)."""
    present = [count for count in counts if count]
    total = sum(present)
    return math.fsum(-count / total * math.log(count / total) for count in present) + 0.0


def herfindahl(counts: Iterable[int]) -> float:
    """Herfindahl–Hirschman index: ``Σ p²``, from 1/n for n equal shares to 1 for one (Hirschman 1964)."""
    present = [count for count in counts if count]
    total = sum(present)
    return math.fsum((count / total) ** 2 for count in present)


def location_quotient(here: int, here_all: int, around: int, around_all: int) -> float | None:
    """Share of a sector here over its share in the district (P. S. Florence, 1939).

    ``None`` where the district would lead one to expect fewer than :data:`LEAST_EXPECTED` here.
    """
    if not around_all or here_all * around / around_all < LEAST_EXPECTED:
        return None
    return (here / here_all) / (around / around_all)


def sector_statements(network: nx.MultiDiGraph[str]) -> dict[str, list[Triple]]:
    """The ``inSector`` statements of each entity that has any."""
    found: dict[str, list[Triple]] = defaultdict(list)
    for entity, sector, kind in network.edges(keys=True):
        if kind == "inSector":
            found[entity].append((entity, kind, sector))
    return dict(found)


def sector_rows(
    network: nx.MultiDiGraph[str], stated: Mapping[str, Sequence[Triple]], entities: Iterable[str], ledger: Ledger, key: str
) -> tuple[list[dict[str, Any]], list[Triple]]:
    """Sectors of the given entities: how many enterprises and scenarios belong to each, and their share.

    ``stated`` is what :func:`sector_statements` gives.

    A membership is one ``inSector`` statement; an entity of two sectors has two.

    Returns
    -------
    tuple
        Rows by memberships (``iri``, ``enterprises``, ``scenarios``, ``memberships``, ``share``), and the statements.
    """
    found: dict[str, list[Triple]] = defaultdict(list)
    of: dict[tuple[str, str], list[Triple]] = defaultdict(list)
    nodes = network.nodes
    for entity in sorted(set(entities)):
        for statement in stated.get(entity, ()):
            found[statement[2]].append(statement)
            of[statement[2], nodes[entity]["type"]].append(statement)
    total = sum(len(statements) for statements in found.values())
    base = network.graph.get("base", "")
    rows = []
    for sector in sorted(found, key=lambda s: (-len(found[s]), s)):
        at = f"{key}/{sector.removeprefix(base)}"
        firms, scenes = of.get((sector, "Enterprise"), []), of.get((sector, "Scenario"), [])
        rows.append(
            {
                "iri": sector,
                "enterprises": ledger.entities(f"{at}/enterprises", {t[0] for t in firms}, firms),
                "scenarios": ledger.entities(f"{at}/scenarios", {t[0] for t in scenes}, scenes),
                "memberships": ledger.statements(f"{at}/memberships", found[sector]),
                "share": round(len(found[sector]) / total, _DIGITS),
            }
        )
        ledger.derived(at, (), found[sector])
    return rows, [t for sector in sorted(found) for t in found[sector]]


def spread(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Memberships, Shannon's diversity and the Herfindahl–Hirschman index of sector rows.

    Both are ``None`` where there are fewer than :data:`LEAST_MEMBERSHIPS` memberships.
    """
    counts = [row["memberships"] for row in rows]
    enough = sum(counts) >= LEAST_MEMBERSHIPS
    return {
        "memberships": sum(counts),
        "shannon": round(shannon(counts), _DIGITS) if enough else None,
        "hhi": round(herfindahl(counts), _DIGITS) if enough else None,
    }
