"""One division of a network into communities of high modularity."""

from __future__ import annotations

import graspologic_native
import numpy as np

from graph.network.arrays import Arrays, Labels, dense

__all__ = ["ITERATIONS", "LIBRARY", "METHOD", "divided"]

METHOD, LIBRARY = "leiden", "graspologic-native"
#: Cycles of the algorithm; a third one adds about 0.002 of modularity.
ITERATIONS = 2
#: Of the refinement: how far a merge may lie from the best one (the paper's theta, and the library's default).
_RANDOMNESS = 0.001


def divided(graph: Arrays, seed: int) -> Labels:
    """Group of each node, numbered from 0 in the order of their first members.

    Leiden on modularity at resolution 1: V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden, Scientific
    Reports 9 (2019). The same seed gives the same division, in any process and on any number of threads.

    Parameters
    ----------
    graph:
        With at least one edge; a node without one is a group of its own.
    seed:
        Of the order in which nodes are visited, and of the refinement.
    """
    names = [str(i) for i in range(len(graph.nodes))]
    ends = zip(graph.source.tolist(), graph.target.tolist(), graph.weight.tolist(), strict=True)
    edges = [(names[a], names[b], weight) for a, b, weight in ends]
    _, found = graspologic_native.leiden(edges, None, 1.0, _RANDOMNESS, ITERATIONS, True, seed, 1)
    return dense(np.array([found.get(name, len(names) + i) for i, name in enumerate(names)], dtype=np.int64))
