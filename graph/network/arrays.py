"""A network as numbers: what every algorithm works on, whichever library runs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

__all__ = ["Arrays", "Floats", "Labels", "Part", "arrays_of", "dense", "modularity", "parts_of", "simple_arrays"]

Labels = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Arrays:
    """An undirected simple graph.

    Attributes
    ----------
    nodes:
        Names in sorted order; an edge points to them by their place.
    source, target:
        Ends of each edge, source < target, sorted by both; shape (edges,).
    weight:
        Of each edge; 1 throughout where the network has no weights.
    """

    nodes: tuple[str, ...]
    source: Labels
    target: Labels
    weight: Floats

    @property
    def size(self) -> int:
        """Number of edges."""
        return len(self.source)

    def degrees(self) -> Labels:
        """Neighbours of each node."""
        return np.bincount(np.concatenate((self.source, self.target)), minlength=len(self.nodes)).astype(np.int64)

    def linked(self) -> Arrays:
        """Without the nodes that have no edge."""
        keep = np.flatnonzero(self.degrees())
        number = np.full(len(self.nodes), -1, dtype=np.int64)
        number[keep] = np.arange(len(keep))
        names = tuple(self.nodes[i] for i in keep)
        return Arrays(names, number[self.source], number[self.target], self.weight)


def simple_arrays(network: nx.MultiDiGraph[str]) -> Arrays:
    """The whole network without direction, one edge a pair, no loops; every node stays."""
    nodes = sorted(network.nodes)
    number = {node: i for i, node in enumerate(nodes)}
    pairs = np.fromiter((number[n] for u, v, _ in network.edges(keys=True) for n in (u, v)), dtype=np.int64)
    return _arrays(tuple(nodes), pairs.reshape(-1, 2))


def _arrays(nodes: tuple[str, ...], pairs: Labels) -> Arrays:
    ordered = np.sort(pairs, axis=1)
    ordered = ordered[ordered[:, 0] != ordered[:, 1]]
    keys = np.unique(ordered[:, 0] * max(len(nodes), 1) + ordered[:, 1])
    source, target = np.divmod(keys, max(len(nodes), 1))
    return Arrays(nodes, source, target, np.ones(len(keys)))


def arrays_of(graph: nx.Graph[str]) -> Arrays:
    """Of an undirected simple graph, with its weights (1 where an edge has none)."""
    nodes = tuple(sorted(graph.nodes))
    number = {node: i for i, node in enumerate(nodes)}
    rows = sorted((*sorted((number[u], number[v])), float(w)) for u, v, w in graph.edges(data="weight", default=1.0) if u != v)
    source = np.array([row[0] for row in rows], dtype=np.int64)
    target = np.array([row[1] for row in rows], dtype=np.int64)
    return Arrays(nodes, source, target, np.array([row[2] for row in rows], dtype=float))


class Part(NamedTuple):
    """Whole components of a graph: their nodes, and the ends of their edges as places in ``members``."""

    members: Labels
    source: Labels
    target: Labels


def parts_of(graph: Arrays, labels: Labels, most: int) -> Iterator[Part]:
    """The components of a graph, small ones together up to ``most`` nodes; without those in which all pairs are linked.

    In a component in which all pairs are linked every distance is 1 and every betweenness 0: nothing is left to compute.

    Parameters
    ----------
    graph:
        To be taken apart.
    labels:
        Component of each node, numbered from 0.
    most:
        Nodes of a part, which a larger component has alone.
    """
    sizes = np.bincount(labels, minlength=1)
    links = np.bincount(labels[graph.source], minlength=len(sizes))
    open_ones = links < sizes * (sizes - 1) // 2
    small = open_ones & (sizes <= most)
    part = np.full(len(sizes), -1, dtype=np.int64)
    # Neighbours in a part are cut where the running sum passes a multiple: none has more than twice as many.
    part[small] = np.cumsum(sizes[small]) // most
    large = np.flatnonzero(open_ones & ~small)
    part[large] = part.max() + 1 + np.arange(len(large))
    of_node, of_edge = part[labels], part[labels[graph.source]] if graph.size else np.zeros(0, dtype=np.int64)
    nodes, edges = np.argsort(of_node, kind="stable"), np.argsort(of_edge, kind="stable")
    for number in np.unique(part[part >= 0]).tolist():
        members = nodes[slice(*np.searchsorted(of_node[nodes], (number, number + 1)))]
        own = edges[slice(*np.searchsorted(of_edge[edges], (number, number + 1)))]
        yield Part(members, np.searchsorted(members, graph.source[own]), np.searchsorted(members, graph.target[own]))


def dense(labels: Labels) -> Labels:
    """The same groups, numbered from 0 in the order of their first members."""
    _, first, number = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[number]


def modularity(graph: Arrays, labels: Labels) -> float:
    """Weighted modularity of a division: M. E. J. Newman, PNAS 103 (2006), at resolution 1.

    Parameters
    ----------
    graph:
        With at least one edge.
    labels:
        Number of the group of each node, from 0; shape (nodes,).
    """
    total = float(graph.weight.sum())
    groups = int(labels.max()) + 1
    inside = labels[graph.source] == labels[graph.target]
    within = np.bincount(labels[graph.source[inside]], weights=graph.weight[inside], minlength=groups)
    ends = np.concatenate((labels[graph.source], labels[graph.target]))
    strength = np.bincount(ends, weights=np.concatenate((graph.weight, graph.weight)), minlength=groups)
    return float((within / total - (strength / (2 * total)) ** 2).sum())
