"""The room that a node takes with its label, and the next free place for one more."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viz.look import TYPES

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["LINE", "Box", "Free", "Point", "bounds", "box_of", "boxes_of", "collide", "shown"]

Point = tuple[float, float]

#: Pixels: a wide letter of a label, a label's line with its distance, the height of a row of nodes.
_LETTER, _LABEL, LINE = 13.4, 24.0, 54.0
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Box:
    """What a node covers around its centre, in pixels: to either side, above, and below with the label."""

    half: float
    up: float
    down: float


def shown(name: str, longest: int = _LONGEST) -> str:
    """The name as the drawing labels it: long ones are cut; the list and the evidence show them whole."""
    return name if len(name) <= longest else name[: longest - 1] + "…"


def box_of(name: str, kind: str) -> Box:
    """Of a node with that name and type."""
    letters = sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.56 for c in shown(name))
    size = TYPES[kind].size
    large = 1.25 if kind == "District" else 1.0
    return Box(max(_LETTER * large * letters / 2, size) + 6, size + 4, size + _LABEL * large + 2)


def boxes_of(network: nx.MultiDiGraph[str]) -> dict[str, Box]:
    """Of every node."""
    return {node: box_of(data["name"], data["type"]) for node, data in network.nodes(data=True)}


def collide(a: Point, box_a: Box, b: Point, box_b: Box) -> bool:
    """Whether the two cover a common spot."""
    upper, lower = (box_a, box_b) if a[1] <= b[1] else (box_b, box_a)
    return abs(a[0] - b[0]) < box_a.half + box_b.half and abs(a[1] - b[1]) < upper.down + lower.up


def bounds(points: dict[str, Point], boxes: dict[str, Box]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of what the nodes cover, 0 where there are none."""
    if not points:
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(x - boxes[n].half for n, (x, _) in points.items()),
        max(x + boxes[n].half for n, (x, _) in points.items()),
        min(y - boxes[n].up for n, (_, y) in points.items()),
        max(y + boxes[n].down for n, (_, y) in points.items()),
    )


class Free:
    """A plane on which nodes are put one by one, none over another."""

    _CELL = 240.0

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Point, Box]]] = {}

    def put(self, at: Point, box: Box) -> None:
        """Take the spot, free or not."""
        self._cells.setdefault(self._cell(at), []).append((at, box))

    def near(self, wanted: Point, box: Box) -> Point:
        """The free spot nearest to the wanted one, taken."""
        at = next(spot for spot in _spiral(wanted) if self._is_free(spot, box))
        self.put(at, box)
        return at

    def _cell(self, at: Point) -> tuple[int, int]:
        return math.floor(at[0] / self._CELL), math.floor(at[1] / self._CELL)

    def _is_free(self, at: Point, box: Box) -> bool:
        return not any(collide(at, box, other, its) for other, its in self._around(at))

    def _around(self, at: Point) -> Iterable[tuple[Point, Box]]:
        # A label of sixteen letters reaches 113 pixels to either side: two of them never reach beyond the next cell.
        column, row = self._cell(at)
        for i in (column - 1, column, column + 1):
            for j in (row - 1, row, row + 1):
                yield from self._cells.get((i, j), ())


def _spiral(start: Point) -> Iterator[Point]:
    """The spot itself, then spots around it in widening rings."""
    yield start
    ring = 0
    while True:
        ring += 1
        for step in range(6 * ring):
            angle = math.tau * step / (6 * ring)
            yield start[0] + 1.6 * LINE * ring * math.cos(angle), start[1] + LINE * 0.6 * ring * math.sin(angle)
