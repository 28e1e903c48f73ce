"""networkit behind the same functions, for networks that would take networkx hours (the extra ``large``)."""

from __future__ import annotations

from functools import cached_property

import networkit as nk
import numpy as np

from graph.network.arrays import Arrays, Floats, Labels, Part, dense

__all__ = ["Large"]

#: Betweenness is within this of the true value, in all nodes at once, with probability 0.9.
_ERROR = 0.01
_DOUBT = 0.1
#: Components up to so many nodes have exact betweenness.
_EXACT = 2_000
#: Nodes and edges of a component up to which paths are sampled until the error is reached; above it that takes minutes, and
#: the shortest paths from pivots are followed instead, which may visit so many nodes and edges.
_SAMPLED, _STEPS = 500_000, 45_000_000
_FEWEST_PIVOTS = 32
#: Rounds of moves on one level; four times as many take three times as long for a modularity that differs by 0.001.
_MOVES = 8
_CURVEBALL_ROUNDS = 20


class Large:
    """networkit; betweenness is sampled in components of more than two thousand nodes, all else is exact.

    It runs on one thread, for with more of them the same seed gives another answer from run to run.
    """

    name = "networkit"
    method, divider = "louvain", "networkit"

    def __init__(self, graph: Arrays) -> None:
        self.graph = graph
        nk.setNumberOfThreads(1)

    @cached_property
    def _nk(self) -> nk.Graph:
        # Made where it is asked for: a division has no use for it.
        ends = (self.graph.source.astype(np.uint64), self.graph.target.astype(np.uint64))
        return nk.GraphFromCoo(ends, n=len(self.graph.nodes))

    def divided(self, seed: int) -> Labels:
        """By Louvain (Blondel et al. 2008), the nodes in random order.

        (Not by the library's Leiden, which does not end on some networks whose weights are thirds and the like.)
        """
        count = len(self.graph.nodes)
        # The library's own order would depend on a seed that all threads share.
        place = np.random.default_rng(seed).permutation(count)
        ends = (place[self.graph.source].astype(np.uint64), place[self.graph.target].astype(np.uint64))
        weighted = nk.GraphFromCoo((self.graph.weight, ends), n=count, weighted=True)
        found = nk.community.PLM(weighted, refine=False, par="none", maxIter=_MOVES).run()
        return dense(np.array(found.getPartition().getVector(), dtype=np.int64)[place])

    def rewired(self, seed: int) -> Arrays:
        """By twenty global curveball trades (Carstens, Hamann, Meyer, Penschuck, Tran and Wagner 2018)."""
        nk.setSeed(seed, False)
        shuffled = nk.randomization.GlobalCurveball(self._nk, _CURVEBALL_ROUNDS).run().getGraph()
        pairs = np.fromiter((n for edge in shuffled.iterEdges() for n in edge), dtype=np.int64).reshape(-1, 2)
        pairs.sort(axis=1)
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        return Arrays(self.graph.nodes, pairs[:, 0], pairs[:, 1], np.ones(len(pairs)))

    def components(self) -> Labels:
        """As :class:`graph.network.engines.Engine` says."""
        found = nk.components.ConnectedComponents(self._nk).run()
        return dense(np.array(found.getPartition().getVector(), dtype=np.int64))

    def cores(self) -> Labels:
        """As :class:`graph.network.engines.Engine` says."""
        return np.array(nk.centrality.CoreDecomposition(self._nk).run().scores(), dtype=np.int64)

    def cuts(self) -> tuple[list[int], list[tuple[int, int]]]:
        """A node of two biconnected components is an articulation point; a component of two nodes is a bridge."""
        parts: list[list[int]] = nk.components.BiconnectedComponents(self._nk).run().getComponents()
        times = np.bincount(np.array([n for part in parts for n in part], dtype=np.int64), minlength=1)
        bridges = sorted((min(part), max(part)) for part in parts if len(part) == 2)
        return np.flatnonzero(times > 1).tolist(), bridges

    def paths_through(self, part: Part, seed: int) -> tuple[Floats, int | None, float]:
        """Exact, sampled or from pivots, by the size of the part.

        Sampled paths are as many as the error asks for (KADABRA, Borassi and Natale 2019); from pivots all shortest paths
        are followed (Brandes and Pich 2007), with Hoeffding's bound for one node.
        """
        nk.setSeed(seed, False)
        count, size = len(part.members), len(part.members) + len(part.source)
        graph = nk.GraphFromCoo((part.source.astype(np.uint64), part.target.astype(np.uint64)), n=count)
        pairs = (count - 1) * (count - 2)
        if count <= _EXACT:
            return np.array(nk.centrality.Betweenness(graph).run().scores()), None, 0.0
        if size <= _SAMPLED:
            found = nk.centrality.KadabraBetweenness(graph, _ERROR, _DOUBT, deterministic=True).run()
            # Its scores count each path from both ends, over all pairs, those that begin or end here among them.
            paths = np.array(found.scores()) / 2 * count * (count - 1)
            return paths, int(found.getNumberOfIterations()), _ERROR * count * (count - 1)
        pivots = min(count, max(_STEPS // size, _FEWEST_PIVOTS))
        scores = nk.centrality.EstimateBetweenness(graph, pivots, normalized=False).run().scores()
        return np.array(scores), pivots, float(np.sqrt(np.log(2 / _DOUBT) / (2 * pivots))) * pairs

    def distances(self, source: int) -> Labels:
        """As :class:`graph.network.engines.Engine` says."""
        found = np.array(nk.distance.BFS(self._nk, source, storePaths=False).run().getDistances())
        return np.where(found > len(self.graph.nodes), -1, found).astype(np.int64)
