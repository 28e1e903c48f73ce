"""Up to some hundred nodes: components laid out by forces, labels pushed apart, components packed in shelves."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable

import networkx as nx

from graph.network.projections import simple_graph
from viz.layout.boxes import LINE, Box, Point, bounds, boxes_of
from viz.layout.cost import cost
from viz.layout.discs import bricks
from viz.layout.packing import packed
from viz.layout.trees import radial

__all__ = ["SEED", "laid_out"]

SEED = 7
#: Components up to this size are laid out by forces; larger ones row by row, in time that grows with their size only.
_FORCES = 450
#: And up to this size also as trees.
_TREES = 200
#: Pixels.
_GAP, _NARROWEST = 96.0, 560.0
_ROUNDS = 400


def laid_out(network: nx.MultiDiGraph[str]) -> dict[str, Point]:
    """Positions by node; components are laid out one by one, nodes without a relation stand in rows below, by type."""
    simple, boxes = simple_graph(network), boxes_of(network)
    components = sorted((sorted(c) for c in nx.connected_components(simple)), key=lambda c: (-len(c), c))
    parts = [_component(_part(simple, c), boxes) for c in components if len(c) > 1]
    alone = [c[0] for c in components if len(c) == 1]
    placed = packed(parts, boxes)
    left, right, _, bottom = bounds(placed, boxes)
    placed.update(_rows(alone, network, boxes, left, max(right - left, _NARROWEST), bottom + 0.5 * LINE))
    return placed


def _part(simple: nx.Graph[str], nodes: list[str]) -> nx.Graph[str]:
    """The nodes' own graph in sorted order: networkx's view of a subgraph iterates a set, whose order changes from run to run."""
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from(sorted((min(u, v), max(u, v)) for u in nodes for v in simple[u] if u < v))
    return part


def _component(graph: nx.Graph[str], boxes: dict[str, Box]) -> dict[str, Point]:
    """The best of some pictures: forces find what hangs together, a tree keeps its links off the labels."""
    if len(graph) > _FORCES:
        return bricks(graph, boxes)
    pictures = [_forced(graph), *(radial(graph, boxes) if len(graph) <= _TREES else ())]
    apart = [_apart(points, boxes) for points in pictures]
    return min(apart, key=lambda points: round(cost(graph, points, boxes)))


def _forced(graph: nx.Graph[str]) -> dict[str, Point]:
    size = 58 * math.sqrt(len(graph))
    rounds = 260 if len(graph) < 150 else 120
    points = nx.spring_layout(
        graph, pos=_start(graph), k=2.4 / math.sqrt(len(graph)), iterations=rounds, seed=SEED, scale=size, method="force"
    )
    return {n: (1.35 * float(points[n][0]), float(points[n][1])) for n in sorted(graph)}


def _start(graph: nx.Graph[str]) -> dict[str, Point]:
    """By distance from the node with most neighbours, on rings: a start that the forces need only refine."""
    hub = min(graph, key=lambda n: (-graph.degree(n), n))
    points: dict[str, Point] = {}
    radius = 0.0
    for layer in nx.bfs_layers(graph, hub):
        count = len(layer)
        radius = max(radius + 2.2 * _GAP if points else 0.0, count * _GAP / math.tau if points else 0.0)
        for i, node in enumerate(layer):
            angle = math.tau * i / count
            points[node] = (radius * math.cos(angle) / 1000, radius * math.sin(angle) / 1000)
    return points


def _apart(points: dict[str, Point], boxes: dict[str, Box]) -> dict[str, Point]:
    """Push nodes whose labels lie over each other apart, the shorter way, until none does."""
    nodes = sorted(points)
    at = {n: list(points[n]) for n in nodes}
    tallest = max((box.up + box.down for box in (boxes[n] for n in nodes)), default=0.0)
    chance = random.Random(SEED)  # noqa: S311 - a seeded layout, no secret
    for _ in range(_ROUNDS):
        moved = False
        for a, b in _near(nodes, at, tallest):
            dx, dy = at[b][0] - at[a][0], at[b][1] - at[a][1]
            upper, lower = (a, b) if dy >= 0 else (b, a)
            over_x = boxes[a].half + boxes[b].half - abs(dx)
            over_y = boxes[upper].down + boxes[lower].up - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            axis, over, way = (0, over_x, dx) if over_x < over_y else (1, over_y, dy)
            shift = (over / 2 + 0.5) * (1 if (way or chance.random() - 0.5) > 0 else -1)
            at[a][axis] -= shift
            at[b][axis] += shift
        if not moved:
            break
    return {n: (at[n][0], at[n][1]) for n in nodes}


def _near(nodes: list[str], at: dict[str, list[float]], tallest: float) -> Iterable[tuple[str, str]]:
    """Pairs whose heights are less than the tallest label apart."""
    ordered = sorted(nodes, key=lambda n: (at[n][1], n))
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 :]:
            if at[b][1] - at[a][1] >= tallest:
                break
            yield a, b


def _rows(
    alone: list[str], network: nx.MultiDiGraph[str], boxes: dict[str, Box], left: float, width: float, top: float
) -> dict[str, Point]:
    """Nodes without a relation, by type, in rows as wide as the picture above."""
    points: dict[str, Point] = {}
    x, y = left, top
    width = max(width, _GAP * math.sqrt(len(alone)))
    for node in sorted(alone, key=lambda n: (network.nodes[n]["type"], n)):
        half = boxes[node].half
        if x > left and x + 2 * half > left + width:
            x, y = left, y + LINE + 12
        points[node] = (x + half, y)
        x += 2 * half + 8
    return points
