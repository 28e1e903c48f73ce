"""A PDF's page as pieces of text and rules, its lines level whichever way the page is turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import c_double, c_float
from dataclasses import dataclass
from itertools import pairwise
from math import pi

import pypdfium2
import pypdfium2.raw as pdfium

from graph.reading.documents.pieces import Page, Piece, Rule

__all__ = ["page_of"]


def page_of(page: pypdfium2.PdfPage) -> Page:
    """What stands on a page; what lies beyond its edges and watermarks that stand askew are left out."""
    text = page.get_textpage()
    angles = [pdfium.FPDFText_GetCharAngle(text, index) for index in range(text.count_chars())]
    quarter = _quarter(angles)
    turn, width, height = _turn(page, quarter)
    pieces = tuple(
        piece for piece in _pieces(text, turn, angles) if piece.x1 > 0 and piece.x0 < width and piece.y1 > 0 and piece.y0 < height
    )
    rules = tuple(_rules(page, turn)) if pieces else ()
    text.close()
    return Page(width, height, pieces, rules)


#: From a point in a PDF's coordinates to one of the page as it is read.
Turn = Callable[[float, float], tuple[float, float]]


def _quarter(angles: list[float]) -> int:
    """By how many quarters, clockwise, most of a page's characters are turned."""
    quarters = Counter(round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0 and _is_straight(angle))
    return max(sorted(quarters), key=quarters.__getitem__, default=0)


def _is_straight(angle: float) -> bool:
    """Whether a character stands upright or is turned by whole quarters; a watermark stands askew."""
    return abs(angle / (pi / 2) - round(angle / (pi / 2))) < 0.06


def _turn(page: pypdfium2.PdfPage, quarter: int) -> tuple[Turn, float, float]:
    """From a PDF's coordinates (upwards) to those of a page whose lines are level, downwards; and its width and height."""
    left, bottom, right, top = page.get_cropbox()
    turns: tuple[Turn, ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (top - y, right - x),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (y - bottom, x - left),
    )
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    return (turns[quarter], *((height, width) if quarter % 2 else (width, height)))


@dataclass(frozen=True, slots=True)
class _Character:
    """A character as it is seen: its width, the line that it stands on, and its size."""

    x0: float
    x1: float
    base: float
    size: float
    sign: str


def _pieces(text: pypdfium2.PdfTextPage, turn: Turn, angles: list[float]) -> Iterator[Piece]:
    """Runs of characters that follow each other on one line."""
    run: list[_Character] = []
    for character in _characters(text, turn, angles):
        if run and not _follows(run[-1], character):
            yield from _piece(run)
            run = []
        run.append(character)
    if run:
        yield from _piece(run)


def _characters(text: pypdfium2.PdfTextPage, turn: Turn, angles: list[float]) -> Iterator[_Character]:
    """Each character with its place; line ends and blanks that PDFium adds are left out, the places say as much."""
    rect = pdfium.FS_RECTF()
    x, y = c_double(), c_double()
    for index, angle in enumerate(angles):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (0, 2, 10, 13) or pdfium.FPDFText_IsGenerated(text, index) == 1 or not _is_straight(angle):
            continue
        found = pdfium.FPDFText_GetLooseCharBox(text, index, rect) and pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        if not found:
            continue
        (xa, ya), (xb, yb) = turn(rect.left, rect.bottom), turn(rect.right, rect.top)
        # A character like 一 is low but as wide as it would be high.
        size = max(abs(ya - yb), abs(xa - xb) if code >= 0x2E80 else 0.0)
        yield _Character(min(xa, xb), max(xa, xb), turn(x.value, y.value)[1], size, chr(code))


def _follows(last: _Character, character: _Character) -> bool:
    size = max(last.size, character.size, 1.0)
    return abs(last.base - character.base) < 0.4 * size and -0.6 * size < character.x0 - last.x1 < 0.6 * size


def _piece(run: list[_Character]) -> Iterator[Piece]:
    while run and not run[0].sign.strip():
        run = run[1:]
    while run and not run[-1].sign.strip():
        run = run[:-1]
    if not run:
        return
    words = run[0].sign
    for before, here in pairwise(run):
        apart = here.x0 - before.x1 > 0.18 * here.size and before.sign.isascii() and here.sign.isascii()
        words += (" " if apart else "") + here.sign
    words = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    size, base = max(c.size for c in run), run[0].base
    yield Piece(run[0].x0, base - 0.85 * size, run[-1].x1, base + 0.15 * size, words)


#: Points that are looked at for rules on one page: more are a drawing.
_MOST_POINTS = 20_000


def _rules(page: pypdfium2.PdfPage, turn: Turn) -> Iterator[Rule]:
    """Level and upright lines among what is drawn: the sides of thin boxes and of cells, and strokes."""
    points = 0
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        count = pdfium.FPDFPath_CountSegments(drawn)
        points += max(count, 0)
        if points > _MOST_POINTS:
            return
        matrix = drawn.get_matrix()
        path: list[tuple[float, float]] = []
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
            x, y = c_float(), c_float()
            if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                continue
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                yield from _sides(path)
                path = []
            path.append(turn(*matrix.on_point(x.value, y.value)))
            if pdfium.FPDFPathSegment_GetClose(segment):
                path.append(path[0])
        yield from _sides(path)


def _sides(path: list[tuple[float, float]]) -> Iterator[Rule]:
    for (xa, ya), (xb, yb) in pairwise(path):
        level, upright = abs(ya - yb) < 1, abs(xa - xb) < 1
        if level != upright and abs(xa - xb) + abs(ya - yb) > 6:
            yield Rule(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
