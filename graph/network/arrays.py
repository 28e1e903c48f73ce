"""A network as numbers: what every algorithm works on, whichever library runs it."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

__all__ = ["Arrays", "Floats", "Labels", "arrays_of", "dense", "modularity", "simple_arrays"]

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
