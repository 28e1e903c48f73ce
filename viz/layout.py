"""Where each entity stands: computed here, with a seed, so that the page needs no physics and a rebuild moves nothing."""

from __future__ import annotations

import math
import random
import unicodedata
from collections.abc import Iterable

import networkx as nx

__all__ = ["SEED", "place"]

SEED = 7
#: Components up to this size are laid out by forces; larger ones ring by ring, in time that grows with their size only.
_FORCES = 250
#: Pixels.
_LETTER, _LINE, _GAP, _NARROWEST = 13.4, 54.0, 96.0, 780.0
_ROUNDS = 400

Point = tuple[float, float]


def place(network: nx.MultiDiGraph[str]) -> dict[str, tuple[int, int]]:
    """Positions in pixels by node, no two labels of a district's graph over each other.

    Parameters
    ----------
    network:
        With ``name`` and ``type`` on its nodes.

    Returns
    -------
    dict
        Node to x and y, the centre of the picture at 0, 0. Connected components are laid out one by one and
        packed in rows; entities without a relation stand in columns below, by type.
    """
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(network.nodes))
    simple.add_edges_from(sorted({(min(u, v), max(u, v)) for u, v, _ in network.edges(keys=True) if u != v}))
    components = sorted((sorted(c) for c in nx.connected_components(simple)), key=lambda c: (-len(c), c))
    boxes = [_component(_part(simple, c), c, network) for c in components if len(c) > 1]
    alone = [c[0] for c in components if len(c) == 1]
    placed = _packed(boxes, network)
    left, right, _, bottom = _bounds(placed, network)
    placed.update(_rows(alone, network, left, max(right - left, _NARROWEST), bottom + 1.2 * _LINE))
    return {node: (round(x), round(y)) for node, (x, y) in _centred(placed).items()}


def _part(simple: nx.Graph[str], nodes: list[str]) -> nx.Graph[str]:
    """The nodes' own graph in sorted order: networkx's view of a subgraph iterates a set, whose order changes from run to run."""
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from(sorted((min(u, v), max(u, v)) for u in nodes for v in simple[u] if u < v))
    return part


def _bounds(points: dict[str, Point], network: nx.MultiDiGraph[str]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of the labels, 0 where there are none."""
    if not points:
        return 0.0, 0.0, 0.0, 0.0
    half = {n: _extent(network.nodes[n]["name"]) for n in points}
    return (
        min(x - half[n] for n, (x, _) in points.items()),
        max(x + half[n] for n, (x, _) in points.items()),
        min(y for _, y in points.values()),
        max(y for _, y in points.values()),
    )


def _packed(boxes: list[dict[str, Point]], network: nx.MultiDiGraph[str]) -> dict[str, Point]:
    """The largest component on top, the others in shelves below, no wider than the first."""
    placed: dict[str, Point] = {}
    width = x = y = shelf = 0.0
    for box in boxes:
        left, right, top, bottom = _bounds(box, network)
        if not placed:
            width = max(right - left, _NARROWEST)
        elif x > 0 and x + right - left > width:
            x, y, shelf = 0.0, y + shelf, 0.0
        placed.update({n: (px - left + x, py - top + y) for n, (px, py) in box.items()})
        x += right - left + _GAP / 3
        shelf = max(shelf, bottom - top + 1.4 * _LINE)
        if len(box) == len(placed):
            x, y, shelf = 0.0, y + shelf, 0.0
    return placed


def _component(graph: nx.Graph[str], nodes: list[str], network: nx.MultiDiGraph[str]) -> dict[str, Point]:
    if len(nodes) > _FORCES:
        return _rings(graph, nodes)
    size = 58 * math.sqrt(len(nodes))
    points = nx.spring_layout(graph, pos=_start(graph), k=2.4 / math.sqrt(len(nodes)), iterations=260, seed=SEED, scale=size)
    return _apart({n: (1.35 * float(points[n][0]), float(points[n][1])) for n in nodes}, network)


def _start(graph: nx.Graph[str]) -> dict[str, Point]:
    """By distance from the node with most neighbours, on rings: a start that the forces need only refine."""
    return {n: (x / 1000, y / 1000) for n, (x, y) in _rings(graph, sorted(graph)).items()}


def _rings(graph: nx.Graph[str], nodes: list[str]) -> dict[str, Point]:
    """Breadth first from the best-connected node, a ring a step, neighbours side by side."""
    hub = min(nodes, key=lambda n: (-graph.degree(n), n))
    points: dict[str, Point] = {}
    radius = 0.0
    for layer in nx.bfs_layers(graph, hub):
        count = len(layer)
        radius = max(radius + 2.2 * _GAP if points else 0.0, count * _GAP / math.tau if points else 0.0)
        for i, node in enumerate(layer):
            angle = math.tau * i / count
            points[node] = (radius * math.cos(angle), radius * math.sin(angle))
    return points


def _extent(name: str) -> float:
    """Half the width of a label in pixels: a wide character counts one, a narrow one half."""
    return _LETTER * sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.56 for c in shown(name)) / 2 + 6


def shown(name: str, longest: int = 16) -> str:
    """The name as the drawing labels it: long ones are cut; the list and the evidence show them whole."""
    return name if len(name) <= longest else name[: longest - 1] + "…"


def _apart(points: dict[str, Point], network: nx.MultiDiGraph[str]) -> dict[str, Point]:
    """Push labels that lie over each other apart, the shorter way, until none does."""
    nodes = sorted(points)
    at = {n: list(points[n]) for n in nodes}
    half = {n: _extent(network.nodes[n]["name"]) for n in nodes}
    chance = random.Random(SEED)  # noqa: S311 - a seeded layout, no secret
    for _ in range(_ROUNDS):
        moved = False
        for a, b in _near(nodes, at):
            dx, dy = at[b][0] - at[a][0], at[b][1] - at[a][1]
            over_x, over_y = half[a] + half[b] - abs(dx), _LINE - abs(dy)
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


def _near(nodes: list[str], at: dict[str, list[float]]) -> Iterable[tuple[str, str]]:
    """Pairs whose heights are less than a line apart."""
    ordered = sorted(nodes, key=lambda n: (at[n][1], n))
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 :]:
            if at[b][1] - at[a][1] >= _LINE:
                break
            yield a, b


def _rows(alone: list[str], network: nx.MultiDiGraph[str], left: float, width: float, top: float) -> dict[str, Point]:
    """Entities without a relation, by type, in rows as wide as the picture above."""
    points: dict[str, Point] = {}
    x, y = left, top
    width = max(width, _GAP * math.sqrt(len(alone)))
    for node in sorted(alone, key=lambda n: (network.nodes[n]["type"], n)):
        half = _extent(network.nodes[node]["name"])
        if x > left and x + 2 * half > left + width:
            x, y = left, y + _LINE + 6
        points[node] = (x + half, y)
        x += 2 * half + 8
    return points


def _centred(points: dict[str, Point]) -> dict[str, Point]:
    if not points:
        return points
    xs, ys = [x for x, _ in points.values()], [y for _, y in points.values()]
    cx, cy = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {n: (x - cx, y - cy) for n, (x, y) in points.items()}
