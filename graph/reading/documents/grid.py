"""Tables by the rules that are drawn around their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.reading.documents.pieces import Piece, Rule

__all__ = ["Grid", "grids_of"]

#: Points within which two rules are one, or touch.
_NEAR = 3.0
#: Rules on one page beyond which it is a drawing, not a table.
_MOST = 1500


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its outer edges, the heights that part its rows, and the rules between its cells."""

    x0: float
    y0: float
    x1: float
    y1: float
    heights: tuple[float, ...]
    """From the top edge to the bottom one."""
    upright: tuple[Rule, ...]
    level: tuple[Rule, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.x0 - _NEAR <= x <= self.x1 + _NEAR and self.y0 - _NEAR <= y <= self.y1 + _NEAR

    def parted(self, piece: Piece) -> list[tuple[Piece, tuple[int, int]]]:
        """A piece of text cut at the upright rules that it runs over, each part with its row and column.

        A cell over several rows counts as one of the first of them.
        """
        band = self._band(piece.middle)
        edges = self._edges(band)
        cuts = [x for x in edges[1:-1] if piece.x0 + _NEAR < x < piece.x1 - _NEAR]
        share = len(piece.text) / max(piece.x1 - piece.x0, 1.0)
        bounds = [0, *(round((x - piece.x0) * share) for x in cuts), len(piece.text)]
        places = [piece.x0, *cuts, piece.x1]
        parts = [
            replace(piece, x0=places[i], x1=places[i + 1], text=piece.text[bounds[i] : bounds[i + 1]])
            for i in range(len(places) - 1)
            if piece.text[bounds[i] : bounds[i + 1]].strip()
        ]
        return [(part, self._place(band, (part.x0 + part.x1) / 2)) for part in parts]

    def _band(self, y: float) -> int:
        return min(max(bisect_right(self.heights, y) - 1, 0), len(self.heights) - 2)

    def _edges(self, band: int) -> list[float]:
        """Where the cells of a row begin and end: upright rules that pass its middle."""
        middle = (self.heights[band] + self.heights[band + 1]) / 2
        return _apart([self.x0, self.x1, *(rule.x0 for rule in self.upright if rule.y0 - _NEAR <= middle <= rule.y1 + _NEAR)])

    def _place(self, band: int, x: float) -> tuple[int, int]:
        """Row and column of a cell; upwards while no level rule parts it from the row above."""
        column = bisect_right(self._edges(band), x) - 1
        while band > 0 and not any(
            abs(rule.y0 - self.heights[band]) <= _NEAR and rule.x0 - _NEAR <= x <= rule.x1 + _NEAR for rule in self.level
        ):
            band -= 1
        return band, column


def grids_of(rules: Iterable[Rule], height: float) -> list[Grid]:
    """The tables that a page's rules make: groups that touch, with at least two cells.

    Parameters
    ----------
    rules:
        Of one page. Too many of them are a drawing.
    height:
        Of the page: a rule over all of it is its frame.
    """
    known = [rule for rule in dict.fromkeys(rules) if rule.y1 - rule.y0 < 0.98 * height]
    if len(known) > _MOST:
        return []
    return sorted((grid for group in _groups(known) if (grid := _grid(group)) is not None), key=lambda grid: (grid.y0, grid.x0))


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that touch each other, directly or through others."""
    left = sorted(rules, key=lambda rule: rule.y0)
    groups: list[list[Rule]] = []
    while left:
        group, waiting = [], [left.pop(0)]
        while waiting:
            rule = waiting.pop()
            group.append(rule)
            near = [other for other in left if _touch(rule, other)]
            waiting += near
            taken = set(map(id, near))
            left = [other for other in left if id(other) not in taken]
        groups.append(group)
    return groups


def _touch(a: Rule, b: Rule) -> bool:
    return a.x0 - _NEAR <= b.x1 and b.x0 - _NEAR <= a.x1 and a.y0 - _NEAR <= b.y1 and b.y0 - _NEAR <= a.y1


def _grid(group: list[Rule]) -> Grid | None:
    upright = tuple(rule for rule in group if rule.y1 - rule.y0 > rule.x1 - rule.x0)
    level = tuple(rule for rule in group if rule.y1 - rule.y0 <= rule.x1 - rule.x0)
    heights = _apart([rule.y0 for rule in level])
    edges = _apart([rule.x0 for rule in upright])
    if len(heights) < 2 or len(edges) < 2 or len(heights) + len(edges) < 5:
        return None
    return Grid(min(edges), heights[0], max(edges), heights[-1], tuple(heights), upright, level)


def _apart(values: list[float]) -> list[float]:
    """Sorted, those that are nearly the same as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept
