"""Which library runs the algorithms: networkx, or above a size networkit; both by the same definitions."""

from __future__ import annotations

import importlib.util
import random
from typing import Protocol

import networkx as nx
import numpy as np

from graph.network.arrays import Arrays, Floats, Labels, dense

__all__ = ["LARGE", "Engine", "Plain", "engine_for"]

#: Edges above which networkit is used, where it is installed.
LARGE = 100_000
#: Nodes and edges that the shortest paths from the pivots may visit in networkx.
_STEPS = 4_000_000
_FEWEST_PIVOTS = 16


class Engine(Protocol):
    """The algorithms that need a library. Nodes are numbers; every answer is in their order."""

    name: str
    method: str
    graph: Arrays

    def divided(self, seed: int) -> Labels:
        """Group of each node, numbered from 0, in a division of high modularity."""

    def rewired(self, seed: int) -> Engine:
        """A random graph in which every node has as many neighbours as here (Maslov and Sneppen 2002)."""

    def components(self) -> Labels:
        """Connected component of each node, numbered from 0."""

    def cores(self) -> Labels:
        """Core number of each node (Seidman 1983)."""

    def cuts(self) -> tuple[list[int], list[tuple[int, int]]]:
        """Articulation points and bridges, sorted (Hopcroft and Tarjan 1973)."""

    def betweenness(self, seed: int) -> tuple[Floats, int | None, float]:
        """Betweenness normalised to 0 to 1 (Freeman 1978), the number of samples (``None``: exact), the error at 90 %."""

    def distances(self, source: int) -> Labels:
        """Steps from a node to each node, -1 where there is no path."""


class Plain:
    """networkx; exact where that is soon done."""

    name = "networkx"
    method = "louvain"

    def __init__(self, graph: Arrays) -> None:
        self.graph = graph
        self._nx: nx.Graph[int] = nx.Graph()
        self._nx.add_nodes_from(range(len(graph.nodes)))
        rows = zip(graph.source.tolist(), graph.target.tolist(), graph.weight.tolist(), strict=True)
        self._nx.add_weighted_edges_from(rows)

    def divided(self, seed: int) -> Labels:
        """By Louvain (Blondel et al. 2008)."""
        labels = np.zeros(len(self.graph.nodes), dtype=np.int64)
        groups = nx.community.louvain_communities(self._nx, weight="weight", seed=seed)
        for number, group in enumerate(groups):
            labels[list(group)] = number
        return dense(labels)

    def rewired(self, seed: int) -> Plain:
        """By ten tried swaps an edge, as :class:`graph.network.projections.Dealer` counts them."""
        chance = random.Random(seed)  # noqa: S311 - a seeded figure, no secret
        edges = list(zip(self.graph.source.tolist(), self.graph.target.tolist(), strict=True))
        known = set(edges)
        for _ in range(10 * len(edges)):
            i, j = int(chance.random() * len(edges)), int(chance.random() * len(edges))
            (a, b), (c, d) = edges[i], edges[j] if chance.random() < 0.5 else edges[j][::-1]
            first, second = (a, d) if a < d else (d, a), (c, b) if c < b else (b, c)
            if a == d or c == b or first in known or second in known:
                continue
            known -= {edges[i], edges[j]}
            known |= {first, second}
            edges[i], edges[j] = first, second
        pairs = np.array(sorted(edges), dtype=np.int64).reshape(-1, 2)
        return Plain(Arrays(self.graph.nodes, pairs[:, 0], pairs[:, 1], np.ones(len(pairs))))

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

    def betweenness(self, seed: int) -> tuple[Floats, int | None, float]:
        """From all nodes, or from seeded pivots (Brandes and Pich 2007) with Hoeffding's bound as the error."""
        count = len(self.graph.nodes)
        if count < 3:
            return np.zeros(count), None, 0.0
        affordable = _STEPS // (count + self.graph.size)
        pivots = None if affordable >= count else max(affordable, _FEWEST_PIVOTS)
        found = nx.betweenness_centrality(self._nx, k=pivots, seed=seed)
        error = float(np.sqrt(np.log(2 / 0.1) / (2 * pivots))) if pivots else 0.0
        return np.array([found[i] for i in range(count)], dtype=float), pivots, error

    def distances(self, source: int) -> Labels:
        """As :class:`Engine` says."""
        steps = np.full(len(self.graph.nodes), -1, dtype=np.int64)
        for node, distance in nx.single_source_shortest_path_length(self._nx, source).items():
            steps[node] = distance
        return steps


def engine_for(graph: Arrays, large: int = LARGE) -> Engine:
    """The one for a graph of this size: networkit above ``large`` edges where it is installed, else networkx."""
    if graph.size > large and importlib.util.find_spec("networkit") is not None:
        from graph.network.large import Large  # noqa: PLC0415 - an optional extra

        return Large(graph)
    return Plain(graph)
