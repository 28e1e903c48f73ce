"""A PDF's pages as pieces of text and rules; what is damaged, encrypted or a picture of text is told from what is not."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import c_double, c_float
from dataclasses import dataclass
from itertools import pairwise
from math import pi

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import DocumentError
from graph.reading.documents import scan
from graph.reading.documents.layout import Page, Piece, Rule, text_of_pages

__all__ = ["text_of"]

#: Pages, and characters on all of them, beyond which it is no reply.
_MOST_PAGES, _MOST_CHARACTERS = 1_000, 2_000_000
#: Bytes that the check of packed streams may unpack.
_MOST_UNPACKED = 512 * 1024 * 1024
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?\s*(?=[/>])(?![\s\S]*\bobj\b)")
#: Bytes before a stream in which its dictionary is looked for, and bytes that are unpacked at a time.
_DICTIONARY, _CHUNK = 1024, 65536
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
#: Characters that stand for none: private use, unassigned in the font, the mark of a lost one.
_LOST = re.compile("[\ue000-\uf8ff\ufffd\ufffe\uffff\U000f0000-\U0010ffff]")
#: Runs of characters that are passed over on a page of text: blanks have no width either.
_MOST_LOST = 5
#: Fewer characters than these on a page that a picture fills are a stamp on a scan.
_STAMP = 40


def text_of(data: bytes, name: str, tell: Callable[[], None] = lambda: None) -> str:
    """The text of a PDF, paragraphs in reading order; pages that are pictures are read where the extra for scans is installed.

    ``tell`` is called after each page, for whoever waits.

    Raises
    ------
    DocumentError
        Where it is damaged, cut off, encrypted, of too many pages, or where a page's text cannot be had.
    """
    _check(data, name)
    try:
        with pypdfium2.PdfDocument(data) as opened:
            return text_of_pages(_pages(opened, name, tell))
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise DocumentError(name, "it is encrypted", "save it without a password") from fault
        raise _damaged(name) from fault


def _damaged(name: str) -> DocumentError:
    return DocumentError(name, "it is damaged", "get the file again from its source")


def _check(data: bytes, name: str) -> None:
    """Refuse what a lenient reader would read in part: a file that is cut off, or whose packed streams do not check out."""
    ends = list(_END.finditer(data))
    if not ends or b" obj" in data[ends[-1].end() :]:
        raise DocumentError(name, "it is damaged or cut off", "get the file again from its source")
    if b"/Encrypt" in data:
        return
    unpacked = 0
    for found in _STREAM.finditer(data):
        if not _PACKED.search(data, max(0, found.start() - _DICTIONARY), found.start()):
            continue
        try:
            unpacked += _unpacked(data, found.end(), _MOST_UNPACKED - unpacked)
        except zlib.error as fault:
            raise _damaged(name) from fault
        if unpacked > _MOST_UNPACKED:
            raise DocumentError(name, "it unpacks to more than a reply can hold", "save the reply's text alone")


def _unpacked(data: bytes, start: int, most: int) -> int:
    """Bytes that a packed stream unpacks to, no more than a little over ``most``; the bytes themselves are let go."""
    unpacking = zlib.decompressobj()
    size = 0
    for at in range(start, len(data), _CHUNK):
        rest = data[at : at + _CHUNK]
        while rest and not unpacking.eof and size <= most:
            size += len(unpacking.decompress(rest, 1 << 20))
            rest = unpacking.unconsumed_tail
        if unpacking.eof or size > most:
            break
    return size


def _pages(opened: pypdfium2.PdfDocument, name: str, tell: Callable[[], None]) -> list[Page]:
    if not 0 < len(opened) <= _MOST_PAGES:
        raise DocumentError(name, f"it has {len(opened)} pages", "keep the reply alone in the file")
    pages: list[Page] = []
    pictures: list[int] = []
    characters = 0
    for number in range(len(opened)):
        page = opened[number]
        read = _page(page)
        characters += len(_text_in(read))
        if characters > _MOST_CHARACTERS:
            raise DocumentError(
                name, f"its text is longer than {_MOST_CHARACTERS:,} characters", "keep the reply alone in the file"
            )
        if _is_picture(page, read):
            pictures.append(number)
        elif _lost(page) > _MOST_LOST + len(_text_in(read)) // 10:
            raise DocumentError(
                name, f"page {number + 1} of it has fonts that are not in the file", "save it as DOCX, or as a PDF with its fonts"
            )
        pages.append(read)
        page.close()
        tell()
    if pictures and not scan.is_available():
        raise _needs_recognition(pictures, len(pages), name)
    if pictures:
        for number, read in zip(pictures, scan.recognised_pages(opened, pictures, name, tell), strict=True):
            pages[number] = read
    return pages


def _text_in(page: Page) -> str:
    """All characters of a page, in no order."""
    return "".join(piece.text for piece in page.pieces)


def _lost(page: pypdfium2.PdfPage) -> int:
    """How many runs of characters PDFium passes over: single ones, in a font that is neither in the file nor on the machine."""
    count = 0
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
        left, _, right, _ = drawn.get_bounds()
        font = pdfium.FPDFTextObj_GetFont(drawn)
        count += right - left < 0.01 and bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) == 0
    return count


def _needs_recognition(pictures: list[int], count: int, name: str) -> DocumentError:
    where = (
        "it is a scan" if len(pictures) == count else f"page {pictures[0] + 1} of it is a picture or has fonts without characters"
    )
    return DocumentError(name, where, scan.REMEDY)


def _is_picture(page: pypdfium2.PdfPage, read: Page) -> bool:
    """Whether what a page says is not in its text: a picture over most of it with a stamp at most, or lost characters."""
    text = _text_in(read)
    if len(_LOST.findall(text)) > 0.1 * len(text):
        return True
    if len(text.strip()) > _STAMP:
        return False
    area = 0.0
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = drawn.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return area > 0.2 * read.width * read.height


def _page(page: pypdfium2.PdfPage) -> Page:
    text = page.get_textpage()
    angles = [pdfium.FPDFText_GetCharAngle(text, index) for index in range(text.count_chars())]
    quarter = _quarter(angles)
    turn, width, height = _turn(page, quarter)
    pieces = tuple(_pieces(text, turn, angles))
    rules = tuple(_rules(page, turn)) if pieces else ()
    text.close()
    return Page(width, height, pieces, rules)


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
