"""How good a picture of one component is: the room that it takes, and the links that run over somebody's label."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np

from viz.layout.boxes import Box, Point, bounds

__all__ = ["cost"]

#: Square pixels that a link over a label is as bad as.
_CROSSING = 22_000.0
#: And so many of them, one through a shape.
_THROUGH = 3
#: A link is looked at in so many points.
_SAMPLES = 33


def cost(graph: nx.Graph[str], points: Mapping[str, Point], boxes: Mapping[str, Box]) -> float:
    """Less is better; square pixels.

    Parameters
    ----------
    graph:
        The component.
    points, boxes:
        Of each of its nodes.
    """
    left, right, top, bottom = bounds(dict(points), dict(boxes))
    # What is much wider or higher than a pane leaves the rest of it empty.
    side = max(right - left, (bottom - top) * 1.05)
    return side * side / 1.05 + _CROSSING * _over_labels(graph, points, boxes)


def _over_labels(graph: nx.Graph[str], points: Mapping[str, Point], boxes: Mapping[str, Box]) -> int:
    """Links over labels, and with more weight links through shapes that are not their ends."""
    nodes = list(points)
    number = {n: i for i, n in enumerate(nodes)}
    at = np.array([points[n] for n in nodes])
    ends = np.array([(number[u], number[v]) for u, v in graph.edges], dtype=int).reshape(-1, 2)
    parts = np.linspace(0.0, 1.0, _SAMPLES)[None, :, None]
    along = at[ends[:, 0]][:, None, :] * (1 - parts) + at[ends[:, 1]][:, None, :] * parts
    found = 0
    for i, node in enumerate(nodes):
        box = boxes[node]
        dx, dy = np.abs(along[:, :, 0] - at[i, 0]), along[:, :, 1] - at[i, 1]
        own = (ends == i).any(axis=1)
        found += int(np.count_nonzero(((dx < box.half - 6) & (dy > box.up) & (dy < box.down - 2)).any(axis=1)))
        # A link through a shape looks like two links: worse than one under a label. Its own start inside it.
        found += _THROUGH * int(np.count_nonzero(((dx < box.up) & (np.abs(dy) < box.up)).any(axis=1) & ~own))
    return found
