"""Names as the page writes them: a document as the replies write it, and behind a name that is not unique whose it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import networkx as nx

from graph.reading.divisions import chain, name_of
from graph.records import Reading
from graph.resolution import as_written

__all__ = ["called"]

#: 市政协 is a city's, but 市场监管局 any place's.
_LEVELS = re.compile(r"省|市(?!场)")


def called(network: nx.MultiDiGraph[str], readings: Sequence[Reading]) -> dict[str, str]:
    """By IRI, what the page calls those that it does not call by their bare names.

    A policy has its 《》 and quotation marks as the replies write them. A name that several of a type have gets its place
    behind it (城市大脑（杭州市）), and so does, where several places reply, an office that only its own place knows by it
    (市政府（海口市）; 省委（沈阳市答复） of an office above the place that names it).

    Parameters
    ----------
    network:
        Of :func:`graph.network.network_of`.
    readings:
        Of which the replying places are taken.
    """
    several = len({reading.place for reading in readings if reading.place}) > 1
    count = Counter((node["type"], node["name"]) for _, node in network.nodes(data=True))
    found = {}
    for iri, node in network.nodes(data=True):
        name = (
            as_written(node["name"], [quote for _, _, _, quote, *_ in node["evidence"]])
            if node["type"] == "Policy"
            else node["name"]
        )
        shared = count[node["type"], node["name"]] > 1 or (several and node["type"] == "Organisation")
        whose = _whose(iri, node) if shared else None
        if whose:
            name = f"{name}（{whose}）"
        if name != node["name"]:
            found[iri] = name
    return found


def _whose(iri: str, node: dict[str, Any]) -> str | None:
    """The place around a place; of all else the place within which its name is unique."""
    if node["code"]:
        return next((name_of(code) for code in chain(node["code"])), None)
    *_, kind, scope, _ = iri.split("/")
    place = name_of(scope) if kind == node["type"] else None
    level = _LEVELS.match(node["name"]) if node["type"] == "Organisation" else None
    return f"{place}答复" if place and level and not place.endswith(_ends(level.group())) else place


def _ends(level: str) -> tuple[str, ...]:
    """How the names of places of a level end."""
    return ("省", "自治区") if level == "省" else ("市", "州", "盟", "地区")
