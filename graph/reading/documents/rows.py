"""A table's row as a line of the plain text, with its cells below their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["IN_CELL", "PageRows", "row_of"]

#: Between the paragraphs of one cell.
IN_CELL = " / "
#: Columns or rows that a cell may say that it takes.
_WIDEST = 100


def row_of(cells: Iterable[str]) -> str:
    """Cells joined by ``|``; an empty one keeps its place, so that those behind it stay below their headings, but at the end.

    A row in which one cell alone says something is that cell.
    """
    written = list(cells)
    said = [cell for cell in written if cell]
    return re.sub(r"\|  (?=\|)", "| ", " | ".join(written)).rstrip(" |").lstrip() if len(said) > 1 else "".join(said)


class PageRows:
    """The row of a page's table that is being read, and the cells that reach into it from above."""

    def __init__(self) -> None:
        self._row: list[str] | None = None
        self._cell: list[str] = []
        self._tall: dict[int, int] = {}
        """By column, over how many rows, its own included, a cell still reaches."""
        self.linked = 0
        """Characters of the row inside links."""

    @property
    def is_open(self) -> bool:
        """Whether a row is being read."""
        return self._row is not None

    def begin_table(self) -> None:
        """Nothing reaches from one table into another."""
        self._tall = {}

    def begin(self) -> None:
        """Open a row."""
        self._row = []

    def take(self, line: str, linked: int) -> None:
        """A line of the cell that is open; ``linked`` characters of it are inside links."""
        self._cell += [line] if line else []
        self.linked += linked

    def end_cell(self, attributes: Mapping[str, str | None]) -> None:
        """Put the cell below its heading: behind those that reach down, and as wide as it is."""
        row = self._row if self._row is not None else []
        while self._tall.get(len(row), 0) > 0:
            row.append("")
        wide, tall = (_spanned(attributes.get(name)) for name in ("colspan", "rowspan"))
        if tall > 1:
            self._tall.update(dict.fromkeys(range(len(row), len(row) + wide), tall))
        row += [IN_CELL.join(self._cell), *[""] * (wide - 1)]
        self._cell = []

    def end(self) -> str:
        """Close the row; the line that it makes, empty where it says nothing."""
        text = row_of(self._row or [])
        self._tall = {column: left - 1 for column, left in self._tall.items() if left > 1}
        self._row, self._cell, self.linked = None, [], 0
        return text


def _spanned(number: str | None) -> int:
    return min(int(number), _WIDEST) if number and re.fullmatch(r"[1-9]\d{0,3}", number.strip()) else 1
