"""The page's ready views: which entities and which relations each shows."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from viz.look import PLACES

__all__ = ["VIEWS", "View", "part_of"]


@dataclass(frozen=True, slots=True)
class View:
    """One of them.

    Attributes
    ----------
    members:
        Types that are shown with or without a relation.
    relations:
        What is drawn; an end that is no member is shown where ``others`` has its type.
    others:
        Types that are shown where one of the relations leads to them.
    """

    members: tuple[str, ...]
    relations: tuple[str, ...]
    others: tuple[str, ...]


#: 谁在哪里 and 试点什么; the whole graph needs no choice.
VIEWS = {
    "where": View(("Enterprise", "Carrier"), ("locatedIn", "partOf"), PLACES),
    "pilots": View(("Scenario",), ("pilotedIn", "inSector", "partOf"), (*PLACES, "Organisation", "Sector")),
}


def part_of(network: nx.MultiDiGraph[str], view: View) -> nx.MultiDiGraph[str]:
    """The view's own network, nodes and edges in the order of the whole one."""
    members = {node for node, data in network.nodes(data=True) if data["type"] in view.members}
    first = [kind for kind in view.relations if kind != "partOf"]
    shown = set(members)
    for source, target, kind in network.edges(keys=True):
        ends = (source, target)
        if kind in first and any(n in members for n in ends) and all(_is_shown(network, n, view) for n in ends):
            shown.update(ends)
    # What the places are part of, as far as it is a place itself.
    for _ in range(3):
        shown |= {v for u, v, kind in network.edges(keys=True) if kind == "partOf" and u in shown and _is_place(network, u, v)}
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    part.add_nodes_from((n, data) for n, data in network.nodes(data=True) if n in shown)
    for source, target, kind, data in network.edges(keys=True, data=True):
        if kind in view.relations and source in shown and target in shown:
            part.add_edge(source, target, key=kind, **data)
    return part


def _is_shown(network: nx.MultiDiGraph[str], node: str, view: View) -> bool:
    return network.nodes[node]["type"] in (*view.members, *view.others)


def _is_place(network: nx.MultiDiGraph[str], *nodes: str) -> bool:
    return all(network.nodes[node]["type"] in PLACES for node in nodes)
