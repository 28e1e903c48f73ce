"""Small networks that can be counted by hand, in the form that the build makes them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import networkx as nx
from hypothesis import strategies as st

from graph.network.arrays import arrays_of
from graph.network.projections import Membership

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


_NAMES = [f"n{i:02}" for i in range(12)]
#: Graphs of twelve nodes.
GRAPHS = st.sets(st.sampled_from(list(combinations(_NAMES, 2))), max_size=30).map(lambda edges: arrays_of(plain(edges, _NAMES)))
#: Members of places and sectors.
BELONGS = st.sets(
    st.tuples(st.sampled_from(["place", "sector"]), st.sampled_from("abcdefgh"), st.sampled_from("1234")), max_size=24
).map(lambda found: sorted(Membership(kind, member, kind + group) for kind, member, group in found))
