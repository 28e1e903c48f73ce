"""Pieces of text with their places on pages, as paragraphs in reading order: what a PDF's page and a recognised scan have in common.

Coordinates are in points (or pixels), from the page's upper left corner, downwards and to the right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from graph.reading.documents.grid import Grid, grids_of

__all__ = ["Page", "Piece", "Rule", "text_of_pages"]


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
class _Line:
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
        return self.y1 - self.y0


#: Of a page's height: how far from its edge a running head, a foot or a page's number stands.
_MARGIN = 0.13
#: Of a page's height: how much the heights of a running line differ, in a scan that is not quite straight.
_SAME_HEIGHT = 0.03
_PAGE_NUMBER = re.compile(
    r"[\s\-—–―_·.|/]*(?:第|page)?\s*\d{1,4}\s*(?:页)?(?:\s*[/／,，;；共of]+\s*(?:共\s*)?\d{1,4}\s*页?)?[\s\-—–―_·.|]*",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*\d{1,4}\s*")
#: What a browser prints at the head and the foot of a page: the time and the page's address.
_PRINTED = re.compile(
    r"\d{2,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:[上下]午)?\d{1,2}:\d{2}.*|(?:https?|file)://\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?"
)
_ENDS = "。！？；：!?;:"
_MARKER = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[、.．](?!\d)|[①-⑳])")
#: Lines that each of two columns has at least.
_FEWEST_ROWS = 5
#: In heights of a line: a gap between two cells; the room that a full line may leave; an indent.
_CELL_GAP, _SLACK, _INDENT = 1.6, 1.9, 0.9


def text_of_pages(pages: list[Page]) -> str:
    """Paragraphs in reading order, one a line; a table's row on one line; running heads, feet and page numbers left out.

    Parameters
    ----------
    pages:
        In order. A page without pieces adds nothing.
    """
    lines: list[_Line] = []
    for number, page in enumerate(_without_margins(pages)):
        lines += _lines(page, number)
    return "\n".join(_paragraphs(lines, max((page.width for page in pages), default=0.0)))


def _without_margins(pages: list[Page]) -> list[Page]:
    """Without the lines at the edges that are no text: those that stand on many pages, and numbers of pages."""
    edges = [[row for row in _rows(list(page.pieces)) if _at_edge(row, page)] for page in pages]
    running = _running(edges, pages)
    return [
        _without(page, [row for row in rows if _is_margin(row, page, number, running)])
        for number, (page, rows) in enumerate(zip(pages, edges, strict=True))
    ]


def _running(edges: list[list[list[Piece]]], pages: list[Page]) -> set[str]:
    """What stands at the edge of many pages at the same height."""
    heights: dict[str, list[float]] = {}
    for rows, page in zip(edges, pages, strict=True):
        for key, height in {_key(row): row[0].middle / page.height for row in rows}.items():
            heights.setdefault(key, []).append(height)
    return {
        key
        for key, places in heights.items()
        if len(places) >= max(2, 0.4 * len(pages)) and max(places) - min(places) < _SAME_HEIGHT
    }


def _is_margin(row: list[Piece], page: Page, number: int, running: set[str]) -> bool:
    text = _joined(row)
    if _PRINTED.fullmatch(text.strip()) or _key(row) in running:
        return True
    if _BARE.fullmatch(text):
        # A bare number may be a figure: at the foot, alone, and no other than the page's own or a following one.
        return row[0].y0 > page.height * (1 - _MARGIN) and int(text) >= number + 1
    return bool(_PAGE_NUMBER.fullmatch(text))


def _key(row: list[Piece]) -> str:
    """What is the same in a running line on all pages: its words but for numbers."""
    return re.sub(r"\d+", "#", re.sub(r"\s", "", _joined(row)))


def _at_edge(row: list[Piece], page: Page) -> bool:
    return row[0].y1 < page.height * _MARGIN or row[0].y0 > page.height * (1 - _MARGIN)


def _without(page: Page, rows: list[list[Piece]]) -> Page:
    gone = {id(piece) for row in rows for piece in row}
    return replace(page, pieces=tuple(piece for piece in page.pieces if id(piece) not in gone))


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces at one height, from the left; rows from the top."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.x0)):
        last = rows[-1] if rows else None
        if last is not None and piece.middle - last[0].middle < 0.5 * min(piece.height, last[0].height):
            last.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.x0) for row in rows]


def _joined(row: list[Piece]) -> str:
    """The text of a row; what stands apart is kept apart by blanks."""
    text = row[0].text
    for before, piece in pairwise(row):
        gap = (piece.x0 - before.x1) / max(piece.height, 1)
        latin = text[-1:].isascii() and piece.text[:1].isascii()
        text += ("    " if gap > _CELL_GAP else " " if gap > 0.15 and latin else "") + piece.text
    return text


def _lines(page: Page, number: int) -> list[_Line]:
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


def _table(grid: Grid, pieces: list[Piece], page: int, index: int) -> list[_Line]:
    """Rows of a table, each on one line; a cell that holds a long text is a part of the layout and read as text."""
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        for part, place in grid.parted(piece):
            cells.setdefault(place, []).append(part)
    lines: list[_Line] = []
    for band in sorted({row for row, _ in cells}):
        row = {column: cells[at, column] for at, column in sorted(cells) if at == band}
        y0 = min(p.y0 for pieces in row.values() for p in pieces)
        y1 = max(p.y1 for pieces in row.values() for p in pieces)
        if len(row) == 1 or any(sum(len(p.text) for p in pieces) > 400 for pieces in row.values()):
            for column, inner in row.items():
                lines += [_line(r, page, (1, index, band, column)) for r in _rows(inner)]
        else:
            text = " | ".join("".join(_glued([_joined(r) for r in _rows(inner)])) for inner in row.values())
            lines.append(_Line(grid.x0, y0, grid.x1, y1, text, page, (1, index), row=True))
    return lines


def _glued(parts: list[str]) -> list[str]:
    """Lines of one cell one behind the other, a blank between two Latin words."""
    glued = parts[:1]
    for part in parts[1:]:
        glued.append((" " if glued[-1][-1:].isascii() and part[:1].isascii() else "") + part)
    return glued


def _line(row: list[Piece], page: int, column: tuple[int, ...], text: str | None = None) -> _Line:
    return _Line(
        row[0].x0,
        min(p.y0 for p in row),
        max(p.x1 for p in row),
        max(p.y1 for p in row),
        _joined(row) if text is None else text,
        page,
        column,
        row=text is not None,
    )


def _columns(pieces: list[Piece], page: Page, number: int) -> list[_Line]:
    """Lines in reading order: of two columns, the left one first, between lines that go over both."""
    rows = _rows(pieces)
    gutter = _gutter(rows, page)
    if gutter is None:
        return _plain(rows, number)
    lines: list[_Line] = []
    left: list[list[Piece]] = []
    right: list[list[Piece]] = []
    for row in [*rows, []]:
        if row and not any(p.x0 < gutter < p.x1 for p in row):
            left += [part] if (part := [p for p in row if p.x1 <= gutter]) else []
            right += [part] if (part := [p for p in row if p.x0 >= gutter]) else []
            continue
        lines += [_line(r, number, (2, 0)) for r in left] + [_line(r, number, (2, 1)) for r in right]
        left, right = [], []
        lines += [_line(row, number, (0,))] if row else []
    return lines


def _gutter(rows: list[list[Piece]], page: Page) -> float | None:
    """Where a page's two columns part: a place in its middle that long lines on both sides leave free."""
    starts = [row[-1].x0 for row in rows if 0.45 * page.width < row[-1].x0 < 0.62 * page.width]
    if len(starts) < _FEWEST_ROWS:
        return None
    gutter = min(starts) - 1
    crossing = sum(p.x0 < gutter < p.x1 for row in rows for p in row)
    left = [p.x1 - p.x0 for row in rows for p in row if p.x1 <= gutter]
    right = [p.x1 - p.x0 for row in rows for p in row if p.x0 >= gutter]
    if min(len(left), len(right)) < _FEWEST_ROWS or crossing > 0.25 * len(rows):
        return None
    # Columns of running text are full; those of a table are not.
    return gutter if min(median(left), median(right)) > 0.28 * page.width else None


def _plain(rows: list[list[Piece]], number: int) -> list[_Line]:
    """Lines of one column; rows with gaps that stand below each other are a table without rules."""
    parts = [_cells(row) for row in rows]
    lines: list[_Line] = []
    for i, (row, cells) in enumerate(zip(rows, parts, strict=True)):
        near = [parts[j] for j in (i - 1, i + 1) if 0 <= j < len(parts)]
        if len(cells) > 1 and any(_aligned(cells, other) for other in near):
            lines.append(_line(row, number, (0,), " | ".join(_joined(cell) for cell in cells)))
        else:
            lines.append(_line(row, number, (0,)))
    return lines


def _cells(row: list[Piece]) -> list[list[Piece]]:
    cells = [[row[0]]]
    for before, piece in pairwise(row):
        if piece.x0 - before.x1 > _CELL_GAP * piece.height:
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


def _paragraphs(lines: list[_Line], width: float) -> list[str]:
    """Lines that a page's width has broken, joined again."""
    bounds = _bounds(lines, width)
    usual = _usual_gap(lines)
    paragraphs: list[str] = []
    before: _Line | None = None
    for line in lines:
        text = line.text.strip()
        if before is not None and paragraphs and _goes_on(before, line, bounds, usual):
            last = paragraphs[-1]
            # A line is broken between two Latin words, never inside a number that stands among Chinese words.
            latin = (last[-1:] + text[:1]).isascii() and last[-1:].isalpha() and text[:1].isalpha()
            paragraphs[-1] = last + (" " if latin else "") + text
        else:
            paragraphs.append(text)
        before = line
    return [paragraph for paragraph in paragraphs if paragraph]


def _bounds(lines: list[_Line], width: float) -> dict[tuple[int, ...], tuple[float, float]]:
    """For each column over all pages: where its lines begin and end."""
    columns: dict[tuple[int, ...], list[_Line]] = {}
    for line in lines:
        if not line.row:
            columns.setdefault(line.column, []).append(line)
    bounds = {}
    for column, members in columns.items():
        widest = max(line.x1 - line.x0 for line in members)
        long = [line for line in members if line.x1 - line.x0 > 0.7 * widest]
        starts = sorted(line.x0 for line in long)
        ends = sorted(line.x1 for line in long)
        left, right = starts[len(starts) // 10], ends[len(ends) * 9 // 10 if len(ends) > 9 else -1]
        size = median(line.height for line in long)
        # Where each paragraph has one line, all are indented: then the margin on the right tells that on the left.
        indented = column == (0,) and 1.4 * size < left - (width - right) < 2.6 * size
        bounds[column] = (width - right if indented else left), right
    return bounds


def _usual_gap(lines: list[_Line]) -> float:
    """From one line to the next in running text."""
    gaps = [b.y0 - a.y0 for a, b in pairwise(lines) if a.page == b.page and a.column == b.column and b.y0 > a.y0]
    return median(gaps) if gaps else 0.0


def _goes_on(line: _Line, following: _Line, bounds: dict[tuple[int, ...], tuple[float, float]], usual: float) -> bool:
    """Whether a paragraph goes on over the break between two lines: the first is full and the second is not indented."""
    same = line.column == following.column
    if line.row or following.row or not (same or {line.column[0], following.column[0]} <= {0, 2}):
        return False
    left, right = bounds[following.column][0], bounds[line.column][1]
    size = max(min(line.height, following.height), 1.0)
    if line.x1 < right - _SLACK * size or following.x0 > left + _INDENT * size:
        return False
    if max(line.height, following.height) > 1.35 * size:
        return False
    if same and line.page == following.page and not 0 < following.y0 - line.y0 < 1.45 * usual + 1:
        return False
    return not (line.text.rstrip()[-1:] in _ENDS and _MARKER.match(following.text.strip()))
