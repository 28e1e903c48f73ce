"""Where each entity stands: computed here, with a seed, so that the page needs no physics and a rebuild moves nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from graph.network.projections import simple_graph
from viz.layout.boxes import LINE, Box, Free, Point, bounds, boxes_of, shown
from viz.layout.discs import Disc, discs
from viz.layout.forces import SEED, laid_out

__all__ = ["LIMIT", "SEED", "place", "place_groups", "shown"]

#: Above so many entities the page opens on groups instead.
LIMIT = 800


def place(network: nx.MultiDiGraph[str], last: Mapping[str, tuple[int, int]] | None = None) -> dict[str, tuple[int, int]]:
    """Positions in pixels by node, no two labels over each other.

    Parameters
    ----------
    network:
        With ``name`` and ``type`` on its nodes.
    last:
        Positions of an earlier build: who is in it stays there, who is new stands near its neighbours.

    Returns
    -------
    dict
        Node to x and y; without ``last`` the centre of the picture is at 0, 0. Connected components are laid out one by
        one and packed in rows; entities without a relation stand in rows below, by type.
    """
    kept = {node: last[node] for node in network if node in last} if last else {}
    if not kept:
        return _rounded(_centred(laid_out(network)))
    return _added(network, kept)


def place_groups(
    network: nx.MultiDiGraph[str], groups: Sequence[Sequence[str]], last: Mapping[str, tuple[int, int]] | None = None
) -> tuple[dict[str, tuple[int, int]], list[Disc]]:
    """Positions for a network that is opened group by group, and each group's disc.

    Parameters
    ----------
    network:
        With ``name`` and ``type`` on its nodes.
    groups:
        Each node in exactly one.
    last:
        As for :func:`place`; a group then lies where its members are.
    """
    boxes = boxes_of(network)
    kept = {node: last[node] for node in network if node in last} if last else {}
    placed, circles = discs(simple_graph(network), groups, boxes)
    if not kept:
        return _rounded(placed), circles
    at = _added(network, kept)
    return at, [_around(members, at, boxes) for members in groups]


def _around(members: Sequence[str], at: Mapping[str, tuple[int, int]], boxes: dict[str, Box]) -> Disc:
    left, right, top, bottom = bounds({n: (float(at[n][0]), float(at[n][1])) for n in members}, boxes)
    return (left + right) / 2, (top + bottom) / 2, max(min(right - left, bottom - top) / 2, 2 * LINE)


def _added(network: nx.MultiDiGraph[str], kept: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """New nodes at the free spot nearest to the middle of their neighbours, those with most of them first."""
    boxes, simple = boxes_of(network), simple_graph(network)
    plane = Free()
    at: dict[str, Point] = {}
    for node in sorted(kept):
        at[node] = (float(kept[node][0]), float(kept[node][1]))
        plane.put(at[node], boxes[node])
    _, _, _, bottom = bounds(at, boxes)
    fresh = sorted(set(network) - set(kept), key=lambda n: (-sum(o in kept for o in simple[n]), n))
    for node in fresh:
        beside = [at[o] for o in simple[node] if o in at]
        count = max(len(beside), 1)
        middle = (sum(x for x, _ in beside) / count, sum(y for _, y in beside) / count) if beside else (0.0, bottom + LINE)
        at[node] = plane.near((round(middle[0]), round(middle[1])), boxes[node])
    return _rounded(at)


def _rounded(points: Mapping[str, Point]) -> dict[str, tuple[int, int]]:
    return {node: (round(x), round(y)) for node, (x, y) in points.items()}


def _centred(points: dict[str, Point]) -> dict[str, Point]:
    if not points:
        return points
    xs, ys = [x for x, _ in points.values()], [y for _, y in points.values()]
    cx, cy = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {n: (x - cx, y - cy) for n, (x, y) in points.items()}
