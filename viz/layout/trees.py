"""One connected component as a tree around its best-connected node: links point outward, so that few cross a label."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from viz.layout.boxes import LINE, Box, Point

__all__ = ["radial"]

#: Pixels between two labels on a ring.
_APART = 10.0
#: Of a ring with more children than this every second leaf stands farther in.
_CROWDED = 9


@dataclass(frozen=True, slots=True)
class _Form:
    """How a tree is drawn.

    Attributes
    ----------
    step:
        Pixels between one ring and the next.
    wide:
        How much wider than high the rings are: labels are wide.
    inner:
        Where every second leaf of a crowded first ring stands, in parts of its radius.
    """

    step: float
    wide: float
    inner: float


_FORMS = tuple(_Form(step, wide, inner) for step in (80.0, 104.0) for wide in (1.25, 1.6) for inner in (0.5, 0.62))


def radial(graph: nx.Graph[str], boxes: Mapping[str, Box]) -> Iterator[dict[str, Point]]:
    """Some pictures to choose from: positions by node, the hub at 0, 0; labels may still touch.

    Each node stands on the ring of its distance from the hub, each branch in a sector as wide as what it holds needs.

    Parameters
    ----------
    graph:
        Connected, undirected, in sorted order.
    boxes:
        Of every node.
    """
    hub = min(graph, key=lambda n: (-graph.degree(n), n))
    children = _children(graph, hub)
    need = _needs(hub, children, boxes)
    for form in _FORMS:
        yield _drawn(hub, children, need, form)


def _drawn(hub: str, children: Mapping[str, Sequence[str]], need: Mapping[str, float], form: _Form) -> dict[str, Point]:
    crowded = len(children[hub]) > _CROWDED
    first = max(form.step, need[hub] / math.tau / form.wide / (1.7 if crowded else 1.0))
    points: dict[str, Point] = {hub: (0.0, 0.0)}
    # To the right first: a label beside its neighbour is in nobody's way.
    ordered = _mixed(children[hub], children, need)
    start = -math.pi * need[ordered[0]] / need[hub] if ordered else 0.0
    waiting = [(hub, start, math.tau, 1)]
    for node, begin, span, depth in waiting:
        mine = ordered if node == hub else _mixed(children[node], children, need)
        whole, at, leaves = sum(need[child] for child in mine) or 1.0, begin, 0
        for child in mine:
            share = span * need[child] / whole
            leaves += not children[child]
            inner = crowded and depth == 1 and not children[child] and leaves % 2 == 0
            away = (first + (depth - 1) * form.step) * (form.inner if inner else 1.0)
            angle = at + share / 2
            points[child] = (form.wide * away * math.cos(angle), away * math.sin(angle))
            narrow = min(share, math.pi)
            waiting.append((child, angle - narrow / 2, narrow, depth + 1))
            at += share
    return points


def _children(graph: nx.Graph[str], hub: str) -> dict[str, list[str]]:
    """Breadth first; a node with several neighbours nearer to the hub hangs on the one with the fewest children so far."""
    level = nx.single_source_shortest_path_length(graph, hub)
    children: dict[str, list[str]] = {n: [] for n in graph}
    for node in sorted(graph, key=lambda n: (level[n], n)):
        if node != hub:
            above = [o for o in graph[node] if level[o] == level[node] - 1]
            children[min(above, key=lambda n: (len(children[n]), n))].append(node)
    return children


def _needs(hub: str, children: Mapping[str, Sequence[str]], boxes: Mapping[str, Box]) -> dict[str, float]:
    """The length of arc that each branch asks for on its ring."""
    need: dict[str, float] = {}
    order = [hub]
    for node in order:
        order += children[node]
    for node in reversed(order):
        # Beside each other a label needs its width, over each other a line: on a ring something between.
        own = (2 * boxes[node].half + LINE) / 2 + _APART
        below = sum(need[child] for child in children[node])
        need[node] = max(own, below * 0.62) if node != hub else below
    return need


def _mixed(nodes: Sequence[str], children: Mapping[str, Sequence[str]], need: Mapping[str, float]) -> list[str]:
    """Branches and leaves in turn, so that neither crowds one side; the deepest branch first."""
    branches = sorted((n for n in nodes if children[n]), key=lambda n: (-_depth(n, children), -need[n], n))
    leaves = [n for n in nodes if not children[n]]
    mixed: list[str] = []
    for i, branch in enumerate(branches):
        mixed.append(branch)
        mixed += leaves[i * len(leaves) // len(branches) : (i + 1) * len(leaves) // len(branches)]
    return mixed if branches else leaves


def _depth(node: str, children: Mapping[str, Sequence[str]]) -> int:
    depth, level = 0, [node]
    while level:
        level = [child for one in level for child in children[one]]
        depth += 1
    return depth
