"""A named network for other programs: its links as rows, or as GraphML for Gephi and its like."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graph.errors import UsageError
from graph.network.projections import MEMBER_TYPE, NETWORKS, memberships, projected, simple_graph

__all__ = ["links_of", "named_network", "to_graphml"]


def named_network(network: nx.MultiDiGraph[str], name: str) -> nx.Graph[str]:
    """The whole graph without direction, or one of the projections with its weights.

    Raises
    ------
    UsageError
        For a name that is none of :data:`graph.network.projections.NETWORKS`.
    """
    if name not in NETWORKS:
        raise UsageError(f"--network {name}", "there is no such network", "choose one of " + ", ".join(NETWORKS))
    if name == "whole":
        return simple_graph(network)
    members = [n for n, data in network.nodes(data=True) if data["type"] == MEMBER_TYPE[name]]
    return projected(members, memberships(network, name))


def links_of(network: nx.MultiDiGraph[str], graph: nx.Graph[str]) -> list[tuple[Any, ...]]:
    """Source, its name, target, its name, weight, and the names of what is shared (of a projection), parted by 、."""
    called = {node: data["name"] for node, data in network.nodes(data=True)}
    return [
        (u, called[u], v, called[v], round(data.get("weight", 1.0), 6), "、".join(called[s] for s in data.get("shared", ())))
        for u, v, data in graph.edges(data=True)
    ]


def to_graphml(network: nx.MultiDiGraph[str], graph: nx.Graph[str]) -> str:
    """As GraphML with name, type and status of each node and the weight of each link."""
    plain: nx.Graph[str] = nx.Graph()
    for node in graph.nodes:
        data = network.nodes[node]
        plain.add_node(_xml(node), label=_xml(data["name"]), type=data["type"], status=data["status"] or "")
    for u, v, data in graph.edges(data=True):
        plain.add_edge(_xml(u), _xml(v), weight=float(data.get("weight", 1.0)))
    return "\n".join(nx.generate_graphml(plain)) + "\n"


def _xml(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in text if c.isprintable())
