"""What stands where on a page: pieces of text and rules, and the lines that they make.

Coordinates are in points (or pixels), from the page's upper left corner, downwards and to the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

__all__ = ["CELL_GAP", "Line", "Page", "Piece", "Rule", "joined", "rows"]

#: In heights of a line: a gap between two cells.
CELL_GAP = 1.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str

    @property
    def height(self) -> float:
        """Of the line, about the size of its letters."""
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        """Vertical centre."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that is drawn on a page, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, its text in any order, and the rules of its tables."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column, or a table's row (``row``), which is complete in itself."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    page: int
    column: tuple[int, ...]
    """Which column or cell it stands in: lines of different ones are never joined."""
    row: bool = False

    @property
    def height(self) -> float:
        """Of the line, about the size of its letters."""
        return self.y1 - self.y0


def rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces at one height, from the left; rows from the top."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.x0)):
        last = found[-1] if found else None
        if last is not None and piece.middle - last[0].middle < 0.5 * min(piece.height, last[0].height):
            last.append(piece)
        else:
            found.append([piece])
    return [sorted(row, key=lambda p: p.x0) for row in found]


def joined(row: list[Piece]) -> str:
    """The text of a row; what stands apart is kept apart by blanks."""
    text = row[0].text
    for before, piece in pairwise(row):
        gap = (piece.x0 - before.x1) / max(piece.height, 1)
        latin = text[-1:].isascii() and piece.text[:1].isascii()
        text += ("    " if gap > CELL_GAP else " " if gap > 0.15 and latin else "") + piece.text
    return text
