"""Small networks that can be counted by hand, in the form that the build makes them."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

#: What the first letter of a node's name says of its type.
_TYPES = {
    "e": "Enterprise",
    "s": "Scenario",
    "C": "Carrier",
    "B": "BusinessCircle",
    "S": "Subdistrict",
    "D": "District",
    "F": "Sector",
    "P": "Policy",
}


def network(
    edges: Iterable[tuple[str, str, str]], alone: Iterable[str] = (), planned: Iterable[str] = ()
) -> nx.MultiDiGraph[str]:
    """A network of statements (source, property, target); the first letter of a name is its type.

    ``planned`` names the sources whose statements, and the entities that, are planned.
    """
    edges, planned = list(edges), set(planned)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(base="")
    for node in sorted({n for u, _, v in edges for n in (u, v)} | set(alone)):
        status = "planned" if node in planned else "existing"
        made.add_node(node, type=_TYPES[node[0]], name=node, aliases=(), status=status, code=None, evidence=())
    for source, kind, target in sorted(edges):
        made.add_edge(source, target, key=kind, status="planned" if source in planned else "existing", evidence=())
    return made


def plain(edges: Iterable[tuple[str, str]], alone: Iterable[str] = ()) -> nx.Graph[str]:
    """An undirected graph without any meaning."""
    made: nx.Graph[str] = nx.Graph()
    made.add_nodes_from(sorted(alone))
    made.add_edges_from(sorted(edges))
    return made
