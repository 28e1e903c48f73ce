"""Components side by side: each into the corner that leaves the whole picture smallest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from viz.layout.boxes import LINE, Box, Point, bounds

__all__ = ["packed"]

#: Left, top, width, height.
_Rectangle = tuple[float, float, float, float]

_GAP = 34.0
#: The picture aims at being so much wider than high, which is what lies between a desk's pane and a sheet.
_ASPECT = 1.05
#: More corners than this are not tried: what comes then goes into rows below.
_CORNERS = 160


def packed(parts: Sequence[Mapping[str, Point]], boxes: dict[str, Box]) -> dict[str, Point]:
    """Positions of all, the first part's corner at 0, 0.

    Parameters
    ----------
    parts:
        Positions by node, the largest first.
    boxes:
        Of every node.
    """
    taken: list[_Rectangle] = []
    placed: dict[str, Point] = {}
    for part in parts:
        left, right, top, bottom = bounds(dict(part), boxes)
        x, y = _corner(right - left + _GAP, bottom - top + 0.4 * LINE, taken)
        taken.append((x, y, right - left + _GAP, bottom - top + 0.4 * LINE))
        placed.update({n: (px - left + x, py - top + y) for n, (px, py) in part.items()})
    return placed


def _corner(width: float, height: float, taken: Sequence[_Rectangle]) -> Point:
    if not taken:
        return 0.0, 0.0
    right, bottom = max(x + w for x, _, w, _ in taken), max(y + h for _, y, _, h in taken)
    xs = sorted({0.0, *(x for x, *_ in taken[-_CORNERS:]), *(x + w for x, _, w, _ in taken[-_CORNERS:])})
    ys = sorted({0.0, *(y for _, y, *_ in taken[-_CORNERS:]), *(y + h for _, y, _, h in taken[-_CORNERS:])})
    best, least = (0.0, bottom), (max(right, width, (bottom + height) * _ASPECT), bottom)
    for y in ys:
        for x in xs:
            size = (max(right, x + width, max(bottom, y + height) * _ASPECT), y)
            if size < least and not _meets(x, y, width, height, taken):
                best, least = (x, y), size
    return best


def _meets(left: float, top: float, width: float, height: float, taken: Sequence[_Rectangle]) -> bool:
    return any(left < x + w and x < left + width and top < y + h and y < top + height for x, y, w, h in taken)
