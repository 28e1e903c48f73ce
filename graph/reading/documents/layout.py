"""Pieces of text with their places on pages, as paragraphs in reading order: what a PDF's page and a recognised scan have in common."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from graph.reading.documents.grid import Grid, grids_of
from graph.reading.documents.margins import without_margins
from graph.reading.documents.paragraphs import paragraphs_of
from graph.reading.documents.pieces import CELL_GAP, Line, Page, Piece, joined, rows
from graph.reading.documents.rows import row_of

__all__ = ["text_of_pages"]

#: Lines that each of two columns has at least.
_FEWEST_ROWS = 5


def text_of_pages(pages: list[Page]) -> str:
    """Paragraphs in reading order, one a line; a table's row on one line; running heads, feet and page numbers left out.

    Parameters
    ----------
    pages:
        In order. A page without pieces adds nothing.
    """
    lines: list[Line] = []
    for number, page in enumerate(without_margins(pages)):
        lines += _lines(page, number)
    return "\n".join(paragraphs_of(lines, max((page.width for page in pages), default=0.0)))


def _lines(page: Page, number: int) -> list[Line]:
    """Lines of a page: tables in their place among the columns of text."""
    grids = grids_of(page.rules, page.height)
    inside: dict[int, list[Piece]] = {index: [] for index in range(len(grids))}
    free: list[Piece] = []
    for piece in page.pieces:
        index = next((i for i, grid in enumerate(grids) if grid.holds(piece.x0, piece.middle)), None)
        (free if index is None else inside[index]).append(piece)
    tables = [(grid.y0, _table(grid, inside[i], number, i)) for i, grid in enumerate(grids) if inside[i]]
    lines = _columns(free, page, number)
    for top, table in sorted(tables, key=lambda t: t[0], reverse=True):
        at = next((i for i, line in enumerate(lines) if line.y0 > top and line.column == (0,)), len(lines))
        lines[at:at] = table
    return lines


def _table(grid: Grid, pieces: list[Piece], page: int, index: int) -> list[Line]:
    """Rows of a table, each on one line; a cell that holds a long text is a part of the layout and read as text."""
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        for part, place in grid.parted(piece):
            cells.setdefault(place, []).append(part)
    lines: list[Line] = []
    for band in sorted({row for row, _ in cells}):
        row = {column: cells[at, column] for at, column in sorted(cells) if at == band}
        y0 = min(p.y0 for pieces in row.values() for p in pieces)
        y1 = max(p.y1 for pieces in row.values() for p in pieces)
        if len(row) == 1 or any(sum(len(p.text) for p in pieces) > 400 for pieces in row.values()):
            for column, inner in row.items():
                lines += [_line(r, page, (1, index, band, column)) for r in rows(inner)]
        else:
            said = {column: "".join(_glued([joined(r) for r in rows(inner)])) for column, inner in row.items()}
            text = row_of(said.get(column, "") for column in range(max(said) + 1))
            lines.append(Line(grid.x0, y0, grid.x1, y1, text, page, (1, index), row=True))
    return lines


def _glued(parts: list[str]) -> list[str]:
    """Lines of one cell one behind the other, a blank between two Latin words."""
    glued = parts[:1]
    for part in parts[1:]:
        glued.append((" " if glued[-1][-1:].isascii() and part[:1].isascii() else "") + part)
    return glued


def _line(row: list[Piece], page: int, column: tuple[int, ...], text: str | None = None) -> Line:
    return Line(
        row[0].x0,
        min(p.y0 for p in row),
        max(p.x1 for p in row),
        max(p.y1 for p in row),
        joined(row) if text is None else text,
        page,
        column,
        row=text is not None,
    )


def _columns(pieces: list[Piece], page: Page, number: int) -> list[Line]:
    """Lines in reading order: of two columns, the left one first, between lines that go over both."""
    found = rows(pieces)
    gutter = _gutter(found, page)
    if gutter is None:
        return _plain(found, number)
    lines: list[Line] = []
    left: list[list[Piece]] = []
    right: list[list[Piece]] = []
    for row in [*found, []]:
        if row and not any(p.x0 < gutter < p.x1 for p in row):
            left += [part] if (part := [p for p in row if p.x1 <= gutter]) else []
            right += [part] if (part := [p for p in row if p.x0 >= gutter]) else []
            continue
        lines += [_line(r, number, (2, 0)) for r in left] + [_line(r, number, (2, 1)) for r in right]
        left, right = [], []
        lines += [_line(row, number, (0,))] if row else []
    return lines


def _gutter(found: list[list[Piece]], page: Page) -> float | None:
    """Where a page's two columns part: a place in its middle that long lines on both sides leave free."""
    starts = [row[-1].x0 for row in found if 0.45 * page.width < row[-1].x0 < 0.62 * page.width]
    if len(starts) < _FEWEST_ROWS:
        return None
    gutter = min(starts) - 1
    crossing = sum(p.x0 < gutter < p.x1 for row in found for p in row)
    left = [p.x1 - p.x0 for row in found for p in row if p.x1 <= gutter]
    right = [p.x1 - p.x0 for row in found for p in row if p.x0 >= gutter]
    if min(len(left), len(right)) < _FEWEST_ROWS or crossing > 0.25 * len(found):
        return None
    # Columns of running text are full; those of a table are not.
    return gutter if min(median(left), median(right)) > 0.28 * page.width else None


def _plain(found: list[list[Piece]], number: int) -> list[Line]:
    """Lines of one column; rows with gaps that stand below each other are a table without rules."""
    parts = [_cells(row) for row in found]
    lines: list[Line] = []
    for i, (row, cells) in enumerate(zip(found, parts, strict=True)):
        near = [parts[j] for j in (i - 1, i + 1) if 0 <= j < len(parts)]
        if len(cells) > 1 and any(_aligned(cells, other) for other in near):
            lines.append(_line(row, number, (0,), " | ".join(joined(cell) for cell in cells)))
        else:
            lines.append(_line(row, number, (0,)))
    return lines


def _cells(row: list[Piece]) -> list[list[Piece]]:
    cells = [[row[0]]]
    for before, piece in pairwise(row):
        if piece.x0 - before.x1 > CELL_GAP * piece.height:
            cells.append([piece])
        else:
            cells[-1].append(piece)
    return cells


def _aligned(cells: list[list[Piece]], others: list[list[Piece]]) -> bool:
    """Whether two rows have the same number of cells, and these begin, end or stand at the same places."""
    if len(cells) != len(others):
        return False

    def near(a: list[Piece], b: list[Piece]) -> bool:
        room = a[0].height
        centre = abs(a[0].x0 + a[-1].x1 - b[0].x0 - b[-1].x1) / 2
        return min(abs(a[0].x0 - b[0].x0), abs(a[-1].x1 - b[-1].x1), centre) < room

    return all(near(a, b) for a, b in zip(cells, others, strict=True))
