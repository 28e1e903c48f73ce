"""Which library runs the algorithms: networkx, or above a size networkit; both by the same definitions."""

from __future__ import annotations

import importlib.util
from functools import cached_property
from typing import Protocol

import networkx as nx
import numpy as np

from graph.network import chance, leiden
from graph.network.arrays import Arrays, Floats, Labels, Part

__all__ = ["LARGE", "Engine", "Plain", "engine_for"]

#: Edges above which networkit is used, where it is installed.
LARGE = 100_000
#: Nodes and edges that the shortest paths from the pivots may visit in networkx.
_STEPS = 4_000_000
_FEWEST_PIVOTS = 16


class Engine(Protocol):
    """The algorithms that need a library. Nodes are numbers; every answer is in their order; no weight counts."""

    name: str
    #: Of the communities: the algorithm, and the library that has it.
    method: str
    divider: str
    graph: Arrays

    def divided(self, seed: int) -> Labels:
        """Group of each node, numbered from 0, in a division of high modularity; the graph has a link.

        Several may run at a time, each in a thread of its own.
        """

    def rewired(self, seed: int) -> Arrays:
        """A random graph in which every node has as many neighbours as here (Maslov and Sneppen 2002), without weights.

        One at a time, while divisions may run.
        """

    def components(self) -> Labels:
        """Connected component of each node, numbered from 0."""

    def cores(self) -> Labels:
        """Core number of each node (Seidman 1983)."""

    def cuts(self) -> tuple[list[int], list[tuple[int, int]]]:
        """Articulation points and bridges, sorted (Hopcroft and Tarjan 1973)."""

    def paths_through(self, part: Part, seed: int) -> tuple[Floats, int | None, float]:
        """Shortest paths of a part of the graph, over all ordered pairs of its nodes (Freeman 1978).

        For each node the sum of the shares that run through it, the number of samples (``None``: exact), and the error at
        90 % in the same measure.
        """

    def distances(self, source: int) -> Labels:
        """Steps from a node to each node, -1 where there is no path."""


class Plain:
    """networkx; exact where that is soon done. Communities by Leiden, which has a library of its own."""

    name = "networkx"
    method, divider = leiden.METHOD, leiden.LIBRARY

    def __init__(self, graph: Arrays) -> None:
        self.graph = graph

    @cached_property
    def _nx(self) -> nx.Graph[int]:
        # Made where it is asked for: a division has no use for it.
        return _graph(len(self.graph.nodes), self.graph.source, self.graph.target)

    def divided(self, seed: int) -> Labels:
        """As :class:`Engine` says."""
        return leiden.divided(self.graph, seed)

    def rewired(self, seed: int) -> Arrays:
        """As :class:`Engine` says."""
        return chance.rewired(self.graph, seed)

    def components(self) -> Labels:
        """As :class:`Engine` says."""
        labels = np.zeros(len(self.graph.nodes), dtype=np.int64)
        for number, group in enumerate(nx.connected_components(self._nx)):
            labels[list(group)] = number
        return labels

    def cores(self) -> Labels:
        """As :class:`Engine` says."""
        found = nx.core_number(self._nx)
        return np.array([found[i] for i in range(len(self.graph.nodes))], dtype=np.int64)

    def cuts(self) -> tuple[list[int], list[tuple[int, int]]]:
        """As :class:`Engine` says."""
        bridges = sorted((min(u, v), max(u, v)) for u, v in nx.bridges(self._nx))  # type: ignore[misc, has-type] # stubs take the pair for a node
        return sorted(nx.articulation_points(self._nx)), bridges

    def paths_through(self, part: Part, seed: int) -> tuple[Floats, int | None, float]:
        """From all nodes, or from seeded pivots (Brandes and Pich 2007) with Hoeffding's bound as the error."""
        count = len(part.members)
        graph = _graph(count, part.source, part.target)
        affordable = max(_STEPS // (count + len(part.source)), _FEWEST_PIVOTS)
        pivots = None if affordable >= count else affordable
        found = nx.betweenness_centrality(graph, k=pivots, normalized=False, seed=seed)
        error = float(np.sqrt(np.log(2 / 0.1) / (2 * pivots))) if pivots else 0.0
        # The library counts a pair once whichever way the path runs.
        return 2 * np.array([found[i] for i in range(count)], dtype=float), pivots, error * (count - 1) * (count - 2)

    def distances(self, source: int) -> Labels:
        """As :class:`Engine` says."""
        steps = np.full(len(self.graph.nodes), -1, dtype=np.int64)
        for node, distance in nx.single_source_shortest_path_length(self._nx, source).items():
            steps[node] = distance
        return steps


def _graph(count: int, source: Labels, target: Labels) -> nx.Graph[int]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
    return graph


def engine_for(graph: Arrays, large: int = LARGE) -> Engine:
    """The one for a graph of this size: networkit above ``large`` edges where it is installed, else networkx."""
    if graph.size > large and importlib.util.find_spec("networkit") is not None:
        from graph.network.large import Large  # noqa: PLC0415 - an optional extra

        return Large(graph)
    return Plain(graph)
