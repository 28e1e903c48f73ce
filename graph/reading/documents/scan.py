"""Pictures of text as pieces of text with their places, by an optional recogniser (rapidocr, whose models come with it)."""

from __future__ import annotations

import importlib.util
import io
import logging
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graph.errors import DocumentError
from graph.reading.documents.layout import text_of_pages
from graph.reading.documents.pieces import Page, Piece, Rule

if TYPE_CHECKING:
    from PIL import Image
    from pypdfium2 import PdfDocument

__all__ = ["REMEDY", "is_available", "recognised_pages", "text_of_picture"]

#: What to do where the extra is missing.
REMEDY = "install the extra for scans with: make install-scans"
#: Pixels of the longer side at which a page is looked at: 180 dots an inch of an A4 page, where small print is still read.
_LONGER_SIDE = 2100
#: Pixels of a picture, and pages of a file: more are no reply.
_MOST_PIXELS, _MOST_PICTURES = 120_000_000, 200
#: Below this a line is a guess; guesses over more than this share of a page's characters are no reading of it.
_SURE, _MOST_GUESSED = 0.5, 0.15
#: Characters of a guess that is more likely a stamp, a stain or a rule than words.
_STAIN = 4


def is_available() -> bool:
    """Whether the extra is installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "PIL"))


def text_of_picture(data: bytes, name: str, tell: Callable[[], None] = lambda: None) -> str:
    """The text in a picture, paragraphs in reading order; the pages of a TIFF one behind the other.

    ``tell`` is called after each page, for whoever waits.

    Raises
    ------
    DocumentError
        Where the extra is missing, the picture is damaged or too large, or no text can be made out in it.
    """
    if not is_available():
        raise DocumentError(name, "it is a picture", REMEDY)
    pages = []
    for number, picture in enumerate(_pictures(data, name), 1):
        pages.append(_page(picture, name, number))
        tell()
    return _text(pages, name)


def recognised_pages(opened: PdfDocument, numbers: list[int], name: str, tell: Callable[[], None]) -> list[Page]:
    """Pages of a PDF, read as pictures.

    Parameters
    ----------
    opened:
        The PDF.
    numbers:
        Of the pages to read, from 0.
    name:
        For the errors.
    tell:
        Called after each page.

    Raises
    ------
    DocumentError
        Where there are too many of them, or where a page cannot be made out.
    """
    if len(numbers) > _MOST_PICTURES:
        raise DocumentError(name, f"it has {len(numbers)} scanned pages", "keep the reply alone in the file")
    pages = []
    for number in numbers:
        page = opened[number]
        scale = _LONGER_SIDE / max(*page.get_size(), 1.0)
        pages.append(_page(page.render(scale=scale).to_pil(), name, number + 1))
        page.close()
        tell()
    if not any(page.pieces for page in pages):
        raise DocumentError(name, "no text can be made out in it", "get a sharper scan, or save the reply's text")
    return pages


def _text(pages: list[Page], name: str) -> str:
    text = text_of_pages(pages)
    if not text.strip():
        raise DocumentError(name, "no text can be made out in it", "get a sharper scan, or save the reply's text")
    return text


def _pictures(data: bytes, name: str) -> Iterator[Image.Image]:
    """The pictures in a file, upright, each no larger than it need be."""
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError  # noqa: PLC0415 - an optional extra

    Image.MAX_IMAGE_PIXELS = None  # the limit is below, as an error of ours
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if getattr(opened, "n_frames", 1) > _MOST_PICTURES:
                raise DocumentError(name, f"it has more than {_MOST_PICTURES} pages", "keep the reply alone in the file")
            for frame in ImageSequence.Iterator(opened):
                if frame.width * frame.height > _MOST_PIXELS:
                    raise DocumentError(name, f"it has {frame.width} × {frame.height} pixels", "save it smaller")
                frame.load()
                upright = ImageOps.exif_transpose(frame)
                flat = Image.new("RGB", upright.size, "white")
                flat.paste(upright.convert("RGBA"), mask=upright.convert("RGBA").getchannel("A"))
                flat.thumbnail((_LONGER_SIDE, _LONGER_SIDE))
                yield flat
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as fault:
        raise DocumentError(name, "it is a damaged picture", "get the file again from its source") from fault


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401 - the library has no types
    """The recogniser, loaded once: it takes a second."""
    from rapidocr import RapidOCR  # noqa: PLC0415 - an optional extra

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error", "Global.text_score": 0.0, "Global.max_side_len": _LONGER_SIDE})


def _page(picture: Image.Image, name: str, number: int) -> Page:
    import numpy  # noqa: PLC0415 - comes with the extra too

    pixels = numpy.asarray(picture)[:, :, ::-1]
    try:
        found = _engine()(pixels)
    except ImportError as fault:
        raise DocumentError(
            name, f"the extra for scans does not start ({fault})", "install it again with: make install-scans"
        ) from fault
    boxes = () if found.boxes is None else found.boxes
    pieces: list[Piece] = []
    guessed = 0
    for box, words, score in zip(boxes, found.txts or (), found.scores or (), strict=True):
        if score < _SURE:
            guessed += len(words) if len(words) > _STAIN else 0
        if words.strip() and (score >= _SURE or len(words) > _STAIN):
            (x0, y0), (x1, y1) = box.min(axis=0), box.max(axis=0)
            pieces.append(Piece(float(x0), float(y0), float(x1), float(y1), words.strip()))
    if guessed > _MOST_GUESSED * max(sum(len(piece.text) for piece in pieces), 1):
        raise DocumentError(name, f"page {number} of it cannot be made out", "get a sharper scan, or save the reply's text")
    return Page(float(picture.width), float(picture.height), tuple(pieces), tuple(_rules(pixels)))


def _rules(pixels: Any) -> Iterator[Rule]:  # noqa: ANN401 - an array of the library's
    """Long level and upright strokes: the rules of tables."""
    import cv2  # noqa: PLC0415 - comes with the extra

    dark = cv2.threshold(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    # Longer than any stroke of a letter.
    length = max(pixels.shape[:2]) // 28
    for shape in ((length, 1), (1, length)):
        strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
        outlines = cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
        for outline in outlines:
            x, y, width, height = cv2.boundingRect(outline)
            if min(width, height) * 8 < max(width, height):
                level = width > height
                x0, y0 = (x, y + height / 2) if level else (x + width / 2, y)
                yield Rule(x0, y0, x0 + width * level, y0 + height * (not level))
