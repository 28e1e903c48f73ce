"""The named networks: the whole graph, and who shares a place or a sector with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import NamedTuple

import networkx as nx
import numpy as np

from graph.network.arrays import Arrays, Floats, Labels

__all__ = [
    "LARGEST_GROUP",
    "MEMBER_TYPE",
    "NETWORKS",
    "Definition",
    "Membership",
    "left_out",
    "linked_by_group",
    "memberships",
    "projected",
    "projected_arrays",
    "simple_graph",
    "within_bounds",
]

#: A place or sector shared by more members tells nobody apart, and would make a link of every pair of them.
LARGEST_GROUP = 200
_PLACES = frozenset(("Carrier", "Road", "Community", "Subdistrict", "BusinessCircle", "District", "Organisation"))


@dataclass(frozen=True, slots=True)
class Definition:
    """A network in words, in both languages."""

    zh: str
    en: str
    definition_zh: str
    definition_en: str


_NEWMAN_ZH = f"每个共有的去处使两者之间的边加权 1/(n−1)，n 为该处成员数（Newman 2001）；成员超过 {LARGEST_GROUP} 的不计。"
_NEWMAN_EN = (
    "Each thing shared adds 1/(n−1) to the weight of the link, n being its members (Newman 2001); "
    f"what more than {LARGEST_GROUP} share is left out."
)
NETWORKS = {
    "whole": Definition(
        "全图",
        "The whole graph",
        "全部实体；两个实体之间有任一关系即有一条边，不分方向。",
        "All entities; two are linked where any statement relates them, whatever its direction.",
    ),
    "enterprises": Definition(
        "企业网络",
        "Enterprises",
        "企业；两家企业位于同一载体、商圈、道路、社区、街镇或区即相连。" + _NEWMAN_ZH,
        "Enterprises; two are linked where both are said to be located in the same carrier or other place. " + _NEWMAN_EN,
    ),
    "scenarios": Definition(
        "场景网络",
        "Scenarios",
        "场景；两个场景在同一处试点或属同一领域即相连。" + _NEWMAN_ZH,
        "Scenarios; two are linked where both are piloted in the same place or belong to the same sector. " + _NEWMAN_EN,
    ),
    "carriers": Definition(
        "载体网络",
        "Carriers",
        "载体；两个载体所容企业或场景有同一领域即相连。" + _NEWMAN_ZH,
        "Carriers; two are linked where their enterprises or scenarios have a sector in common. " + _NEWMAN_EN,
    ),
}


class Membership(NamedTuple):
    """One member of one group; ``kind`` says what the group is, so that a random swap stays among its like."""

    kind: str
    member: str
    group: str


def simple_graph(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Undirected, one edge a pair, nodes and edges in sorted order; entities without a relation stay."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(network.nodes))
    simple.add_edges_from(sorted({(min(u, v), max(u, v)) for u, v, _ in network.edges(keys=True) if u != v}))
    return simple


def memberships(network: nx.MultiDiGraph[str], name: str) -> list[Membership]:
    """Who belongs where, in one of the three networks that are projections; sorted, each once.

    Parameters
    ----------
    network:
        Of :func:`graph.network.networks.network_of`.
    name:
        ``enterprises``, ``scenarios`` or ``carriers``.
    """
    return sorted(set(_MEMBERS[name](network)))


def _of_type(network: nx.MultiDiGraph[str], kind: str, relations: dict[str, str]) -> list[Membership]:
    return [
        Membership(relations[relation], source, target)
        for source, target, relation in network.edges(keys=True)
        if relation in relations and network.nodes[source]["type"] == kind
    ]


def _carriers(network: nx.MultiDiGraph[str]) -> list[Membership]:
    """A carrier has the sectors of what is directly in it."""
    found = []
    for member, carrier, relation in network.edges(keys=True):
        if relation in ("locatedIn", "pilotedIn") and network.nodes[carrier]["type"] == "Carrier":
            sectors = (t for _, t, k in network.out_edges(member, keys=True) if k == "inSector")
            found += [Membership("sector", carrier, sector) for sector in sectors]
    return found


_MEMBERS: dict[str, Callable[[nx.MultiDiGraph[str]], list[Membership]]] = {
    "enterprises": lambda network: _of_type(network, "Enterprise", {"locatedIn": "place"}),
    "scenarios": lambda network: _of_type(network, "Scenario", {"pilotedIn": "place", "inSector": "sector"}),
    "carriers": _carriers,
}
MEMBER_TYPE = {"enterprises": "Enterprise", "scenarios": "Scenario", "carriers": "Carrier"}


def projected(members: Sequence[str], belongs: Sequence[Membership]) -> nx.Graph[str]:
    """One-mode projection with Newman's weights.

    The weight of a link is the sum of 1/(n−1) over the groups that both ends belong to, n being the members of the
    group: M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64, 016132 (2001).

    Parameters
    ----------
    members:
        All nodes, those that share nothing too.
    belongs:
        Of :func:`memberships`.

    Returns
    -------
    networkx.Graph
        Edges with ``weight`` and ``shared`` (the groups, sorted); groups larger than ``LARGEST_GROUP`` add none.
    """
    weights: dict[tuple[str, str], float] = defaultdict(float)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for group, inside in sorted(_groups(belongs).items()):
        if len(inside) > LARGEST_GROUP:
            continue
        for pair in combinations(sorted(inside), 2):
            weights[pair] += 1 / (len(inside) - 1)
            shared[pair].append(group)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(members))
    for pair in sorted(weights):
        graph.add_edge(*pair, weight=weights[pair], shared=tuple(shared[pair]))
    return graph


def projected_arrays(members: Sequence[str], belongs: Sequence[Membership]) -> Arrays:
    """As :func:`projected`, as numbers and without what is shared: a large projection has no room for more."""
    nodes = tuple(sorted(members))
    number = {node: i for i, node in enumerate(nodes)}
    rank = {group: i for i, group in enumerate(sorted({m.group for m in belongs}))}
    keys = sorted({rank[m.group] * len(nodes) + number[m.member] for m in belongs})
    return linked_by_group(nodes, np.array(keys, dtype=np.int64))


def linked_by_group(nodes: tuple[str, ...], keys: Labels) -> Arrays:
    """The projection of memberships that are numbers: ``group * len(nodes) + member``, sorted, each once."""
    group, member = np.divmod(keys, max(len(nodes), 1))
    size = np.bincount(group)
    start = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(size)))
    found = [np.zeros((3, 0), dtype=np.int64)]
    for count in np.unique(size[(size > 1) & (size <= LARGEST_GROUP)]).tolist():
        groups = np.flatnonzero(size == count)
        inside = member[start[groups][:, None] + np.arange(count)]
        first, second = _pairs(count)
        pairs = inside[:, first] * len(nodes) + inside[:, second]
        found.append(np.stack((np.repeat(groups, len(first)), pairs.ravel(), np.full(pairs.size, count))))
    of_group, pair, count_ = np.concatenate(found, axis=1)
    # Sums of fractions depend on the order: by group, as the projection with names adds them up.
    order = np.argsort(of_group, kind="stable")
    keys, at = np.unique(pair[order], return_inverse=True)
    source, target = np.divmod(keys, max(len(nodes), 1))
    weight: Floats = np.bincount(at, weights=1 / (count_[order] - 1), minlength=len(keys)).astype(np.float64)
    return Arrays(nodes, source, target, weight)


@cache
def _pairs(count: int) -> tuple[Labels, Labels]:
    """Places of both ends of every pair of that many things."""
    first, second = np.triu_indices(count, 1)
    return first, second


def _groups(belongs: Sequence[Membership]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for _, member, group in belongs:
        groups[group].add(member)
    return groups


def left_out(belongs: Sequence[Membership]) -> list[str]:
    """Groups too large to tell their members apart, sorted."""
    return sorted(group for group, inside in _groups(belongs).items() if len(inside) > LARGEST_GROUP)


def within_bounds(belongs: Sequence[Membership]) -> list[Membership]:
    """Those in groups that are not left out."""
    large = set(left_out(belongs))
    return [membership for membership in belongs if membership.group not in large]
