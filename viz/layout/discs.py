"""Many nodes: each group in a disc of its own, row by row from its middle, in time that grows with the number only."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Sequence

import networkx as nx
import numpy as np

from viz.layout.boxes import LINE, Box, Point, bounds

__all__ = ["Disc", "bricks", "discs"]

#: Centre and radius in pixels.
Disc = tuple[float, float, float]

_GAP = 1.15
#: Of the largest disc's radius.
_LEAST = 0.3


def bricks(graph: nx.Graph[str], boxes: dict[str, Box]) -> dict[str, Point]:
    """The best-connected node in the middle, its neighbours around it, theirs around them; no label over another.

    Nodes stand in rows; rows fill from the middle outward, each as wide as a disc is at its height.
    """
    row_height = LINE + 8
    area = sum(2 * (boxes[n].half + 4) * row_height for n in graph)
    radius = max(math.sqrt(area / math.pi) * 1.06, row_height)
    waiting = deque(_outward(graph))
    points: dict[str, Point] = {}
    for y in _rows(row_height):
        if not waiting:
            break
        chord = math.sqrt(max(radius * radius - y * y, 0.0))
        ends = [0.0, 0.0]
        while waiting:
            half = boxes[waiting[0]].half + 4
            side = 0 if ends[0] <= ends[1] else 1
            if points and ends[side] + 2 * half > max(chord, half * 2) + (half if ends == [0.0, 0.0] else 0.0):
                break
            node = waiting.popleft()
            if ends == [0.0, 0.0]:
                points[node] = (0.0, y)
                ends = [half, half]
            else:
                points[node] = ((ends[side] + half) * (1 if side else -1), y)
                ends[side] += 2 * half
    return points


def _rows(height: float) -> Iterator[float]:
    """Heights of rows from the middle outward."""
    yield 0.0
    number = 0
    while True:
        number += 1
        yield number * height
        yield -number * height


def _outward(graph: nx.Graph[str]) -> Iterator[str]:
    """Breadth first from the best-connected node of each component, larger ones first."""
    order = sorted(graph, key=lambda n: (-graph.degree(n), n))
    seen: set[str] = set()
    for start in order:
        if start in seen:
            continue
        seen.add(start)
        waiting = deque((start,))
        while waiting:
            node = waiting.popleft()
            yield node
            for other in sorted(graph[node], key=lambda n: (-graph.degree(n), n)):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)


def discs(simple: nx.Graph[str], groups: Sequence[Sequence[str]], boxes: dict[str, Box]) -> tuple[dict[str, Point], list[Disc]]:
    """Positions of all members, and each group's disc; no disc over another, larger ones towards the middle.

    Parameters
    ----------
    simple:
        Undirected.
    groups:
        Each node in exactly one.
    boxes:
        Of every node.
    """
    inside = [bricks(_part(simple, members), boxes) for members in groups]
    sizes = []
    for points in inside:
        left, right, top, bottom = bounds(points, boxes)
        sizes.append(max(math.hypot(max(-left, right), max(-top, bottom)) * 0.92, 2 * LINE))
    # A small group still has to hold its name.
    least = max(sizes, default=0.0) * _LEAST
    sizes = [max(size, least) for size in sizes]
    centres = _circles(sizes)
    placed: dict[str, Point] = {}
    for points, (x, y) in zip(inside, centres, strict=True):
        placed.update({n: (px + x, py + y) for n, (px, py) in points.items()})
    return placed, [(x, y, r) for (x, y), r in zip(centres, sizes, strict=True)]


def _part(simple: nx.Graph[str], members: Sequence[str]) -> nx.Graph[str]:
    known = set(members)
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(sorted(members))
    part.add_edges_from(sorted((u, v) for u in members for v in simple[u] if u < v and v in known))
    return part


def _circles(radii: Sequence[float]) -> list[Point]:
    """Centres of circles that do not touch: each at the first free spot of a spiral from the middle."""
    order = sorted(range(len(radii)), key=lambda i: (-radii[i], i))
    placed = np.zeros((0, 3))
    centres: dict[int, Point] = {}
    for i in order:
        x, y = _spot(radii[i], placed)
        centres[i] = (x, y)
        placed = np.vstack((placed, (x, y, radii[i] * _GAP)))
    return [centres[i] for i in range(len(radii))]


def _spot(radius: float, placed: np.ndarray) -> Point:
    if not len(placed):
        return 0.0, 0.0
    reach = float(np.max(np.hypot(placed[:, 0], placed[:, 1]) + placed[:, 2])) + radius * 2 * _GAP
    steps = np.arange(1, 1500)
    # Equal areas a step: the spiral is as dense outside as inside.
    away, angle = reach * np.sqrt(steps / 1500), steps * 2.399963
    spots = np.column_stack((1.1 * away * np.cos(angle), away * np.sin(angle)))
    gaps = np.hypot(spots[:, None, 0] - placed[None, :, 0], spots[:, None, 1] - placed[None, :, 1]) - placed[None, :, 2]
    free = np.nonzero(np.min(gaps, axis=1) >= radius)[0]
    best = spots[free[0]] if len(free) else np.array((reach + radius, 0.0))
    return float(best[0]), float(best[1])
