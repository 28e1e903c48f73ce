"""Policies by citation and by what is said under them; what departments promise and have done; the replies' own figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import networkx as nx

from graph.network.ledger import Ledger
from graph.rdf.terms import Minter
from graph.reading import divisions
from graph.reading.spans import paragraph_spans
from graph.records import Reading
from graph.resolution import as_written

__all__ = ["departments_of", "indicators_of", "office_of", "policies_of", "years_of"]

_UNDER = ("Enterprise", "Carrier", "Subdistrict", "Scenario")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


def policies_of(network: nx.MultiDiGraph[str], readings: Sequence[Reading], ledger: Ledger) -> list[dict[str, Any]]:
    """Policies by the number of replies that cite them.

    Returns
    -------
    list of dict
        ``id``, ``iri``, ``name``, ``written`` (with the marks that the replies write it with: 《甲区“十四五”规划》), ``status``,
        ``citations`` (replies), ``mentions`` (places in their texts) and ``under``: by type, the entities named in the same
        paragraphs.
    """
    at = _ByParagraph(network, readings)
    base = network.graph.get("base", "")
    rows = []
    for policy, data in network.nodes(data=True):
        if data["type"] != "Policy":
            continue
        key = f"policies/{policy.removeprefix(base)}"
        replies = {evidence[0] for evidence in data["evidence"]}
        beside = {n for paragraph in at.of.get(policy, ()) for n in at.named[paragraph] if n != policy}
        under = {
            kind: ledger.entities(f"{key}/under/{kind}", [n for n in beside if network.nodes[n]["type"] == kind])
            for kind in _UNDER
        }
        ledger.derived(f"{key}/mentions", [policy])
        row = {
            "id": policy.removeprefix(base),
            "iri": policy,
            "name": data["name"],
            "written": as_written(data["name"], [quote for _, _, _, quote, *_ in data["evidence"]]),
            "status": data["status"],
            "citations": ledger.replies(f"{key}/citations", replies, [policy]),
            "mentions": len({evidence[:3] for evidence in data["evidence"]}),
        }
        rows.append(row | {"under": under})
    return sorted(rows, key=lambda r: (-r["citations"], -r["mentions"], -sum(r["under"].values()), r["iri"]))


class _ByParagraph:
    """Which entities each paragraph names, and in which paragraphs each policy stands."""

    def __init__(self, network: nx.MultiDiGraph[str], readings: Sequence[Reading]) -> None:
        spans = {reading.id: paragraph_spans(reading.text) for reading in readings}
        starts = {reply: [start for start, _ in found] for reply, found in spans.items()}
        self.named: dict[tuple[str, int], set[str]] = defaultdict(set)
        self.of: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for node, data in network.nodes(data=True):
            for reply, start, *_ in data["evidence"]:
                if reply in starts:
                    paragraph = (reply, bisect_right(starts[reply], start) - 1)
                    self.named[paragraph].add(node)
                    if data["type"] == "Policy":
                        self.of[node].add(paragraph)


def departments_of(network: nx.MultiDiGraph[str], readings: Sequence[Reading], ledger: Ledger) -> list[dict[str, Any]]:
    """By replying department: replies, and what its replies name, scenarios by what those replies say of them.

    Returns
    -------
    list of dict
        ``id`` and ``name`` (as the heading writes it; with its place behind it where the name does not begin with one, for
        every city has a 市工信局), ``iri`` (``None`` where the graph has no such office), ``replies``, ``enterprises``,
        ``carriers``, ``policies`` and ``scenarios`` with ``existing`` and ``planned``; replies whose heading names no
        department are not in it.
    """
    rows = _by_reply(network, readings, ledger, "departments", office_of)
    offices = {
        (evidence[0], name): node
        for node, data in network.nodes(data=True)
        if data["type"] == "Organisation"
        for evidence in data["evidence"]
        for name in (data["name"], *data["aliases"])
    }
    known = {office_of(reading): offices.get((reading.id, reading.heading.department or "")) for reading in readings}
    return [{"id": row["id"], "iri": known[row["id"]]} | row for row in rows]


def office_of(reading: Reading) -> str | None:
    """The replying department as the heading writes it; with its place behind it where the name does not begin with one."""
    name, place = reading.heading.department, divisions.name_of(reading.place or "")
    if not name or not place or any(divisions.codes_of(name[:size]) for size in range(2, min(len(name), 12))):
        return name
    return f"{name}（{place}）"


def years_of(network: nx.MultiDiGraph[str], readings: Sequence[Reading], ledger: Ledger) -> list[dict[str, Any]]:
    """As :func:`departments_of`, by the year of the reply; replies without a date are not in it."""
    return _by_reply(network, readings, ledger, "years", lambda reading: (reading.heading.date or "")[:4] or None)


def _by_reply(
    network: nx.MultiDiGraph[str],
    readings: Sequence[Reading],
    ledger: Ledger,
    table: str,
    group_of: Callable[[Reading], str | None],
) -> list[dict[str, Any]]:
    replies: dict[str, list[str]] = defaultdict(list)
    for reading in readings:
        if group := group_of(reading):
            replies[group].append(reading.id)
    named = _named_by_reply(network)
    rows = []
    for group in sorted(replies):
        key = f"{table}/{group}"
        rows.append(
            {"id": group, "name": group, "replies": ledger.replies(f"{key}/replies", replies[group])}
            | _counts(named, replies[group], ledger, key)
        )
    return sorted(rows, key=lambda r: r["id"] if table == "years" else (-r["replies"], r["id"]))


#: Reply to type to entity to whether this reply says that it exists.
_Named = dict[str, dict[str, dict[str, bool]]]


def _named_by_reply(network: nx.MultiDiGraph[str]) -> _Named:
    named: _Named = defaultdict(lambda: defaultdict(dict))
    for node, data in network.nodes(data=True):
        for reply, _, _, _, status, *_ in data["evidence"]:
            known = named[reply][data["type"]]
            known[node] = known.get(node, False) or status == "existing"
    return named


def _counts(named: _Named, replies: Iterable[str], ledger: Ledger, key: str) -> dict[str, Any]:
    ids = sorted(replies)

    def of(kind: str) -> dict[str, bool]:
        found: dict[str, bool] = {}
        for reply in ids:
            for node, existing in named.get(reply, {}).get(kind, {}).items():
                found[node] = found.get(node, False) or existing
        return found

    row: dict[str, Any] = {
        name: ledger.said(f"{key}/{name}", of(kind), ids)
        for name, kind in (("enterprises", "Enterprise"), ("carriers", "Carrier"), ("policies", "Policy"))
    }
    scenarios = of("Scenario")
    row["scenarios"] = {
        "existing": ledger.said(f"{key}/scenarios/existing", [n for n, e in scenarios.items() if e], ids),
        "planned": ledger.said(f"{key}/scenarios/planned", [n for n, e in scenarios.items() if not e], ids),
    }
    return row


def indicators_of(readings: Sequence[Reading], base: str, ledger: Ledger) -> list[dict[str, Any]]:
    """The replies' own figures, by topic, year and value.

    Returns
    -------
    list of dict
        ``id`` (the end of its IRI in the graph), ``about``, ``value`` as written, ``amount`` (a number where the value is a
        plain one, else ``None``), ``unit``, ``year`` (as stated, else ``None``), ``reply_year``, ``status``, ``reply``,
        ``start`` and ``end`` (where its sentence stands, in characters of the reply's text) and ``department``. They are
        listed, never added up: two of them may count the same things.
    """
    mint, rows = Minter(base), {}
    for reading in readings:
        for said in reading.indicators:
            iri = mint.indicator(reading.id, said)
            number = iri.removeprefix(base)
            ledger.indicators(f"indicators/{number}", [number])
            rows[number] = {
                "id": number,
                "iri": iri,
                "about": said.about,
                "value": said.value,
                "amount": float(said.value) if _PLAIN.fullmatch(said.value) else None,
                "unit": said.unit,
                "year": said.year,
                "reply_year": int(reading.heading.date[:4]) if reading.heading.date else None,
                "status": str(said.status),
                "reply": reading.id,
                "start": said.evidence[0].start,
                "end": said.evidence[0].end,
                "department": reading.heading.department,
            }
    return sorted(rows.values(), key=lambda r: (r["about"], r["year"] or r["reply_year"] or 0, r["reply"], r["id"]))
