"""Lines that a page's width has broken, as paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from graph.reading.documents.pieces import Line

__all__ = ["paragraphs_of"]

_ENDS = "。！？；：!?;:"
_MARKER = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[、.．](?!\d)|[①-⑳])")
#: In heights of a line: the room that a full line may leave; an indent.
_SLACK, _INDENT = 1.9, 0.9


def paragraphs_of(lines: list[Line], width: float) -> list[str]:
    """Lines that a page's width has broken, joined again."""
    bounds = _bounds(lines, width)
    usual = _usual_gap(lines)
    paragraphs: list[str] = []
    before: Line | None = None
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


def _bounds(lines: list[Line], width: float) -> dict[tuple[int, ...], tuple[float, float]]:
    """For each column over all pages: where its lines begin and end."""
    columns: dict[tuple[int, ...], list[Line]] = {}
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


def _usual_gap(lines: list[Line]) -> float:
    """From one line to the next in running text."""
    gaps = [b.y0 - a.y0 for a, b in pairwise(lines) if a.page == b.page and a.column == b.column and b.y0 > a.y0]
    return median(gaps) if gaps else 0.0


def _goes_on(line: Line, following: Line, bounds: dict[tuple[int, ...], tuple[float, float]], usual: float) -> bool:
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
