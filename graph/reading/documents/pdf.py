"""A PDF's pages as pieces of text and rules; what is damaged, encrypted or a picture of text is told from what is not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import DocumentError
from graph.reading.documents import scan
from graph.reading.documents.layout import text_of_pages
from graph.reading.documents.pdf_integrity import check_whole, damaged
from graph.reading.documents.pdf_pieces import page_of
from graph.reading.documents.pieces import Page

__all__ = ["text_of"]

#: Pages, and characters on all of them, beyond which it is no reply.
_MOST_PAGES, _MOST_CHARACTERS = 1_000, 2_000_000
#: Characters that stand for none: private use, unassigned in the font, the mark of a lost one.
_LOST = re.compile("[\ue000-\uf8ff\ufffd\ufffe\uffff\U000f0000-\U0010ffff]")
#: Annotations whose words are the document's: a form's fields, and text that was written upon the page.
_TYPED = (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET)
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
    check_whole(data, name)
    try:
        with pypdfium2.PdfDocument(data) as opened:
            return text_of_pages(_pages(opened, name, tell))
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise DocumentError(name, "it is encrypted", "save it without a password") from fault
        raise damaged(name) from fault


def _pages(opened: pypdfium2.PdfDocument, name: str, tell: Callable[[], None]) -> list[Page]:
    if not 0 < len(opened) <= _MOST_PAGES:
        raise DocumentError(name, f"it has {len(opened)} pages", "keep the reply alone in the file")
    pages: list[Page] = []
    pictures: list[int] = []
    characters = 0
    for number in range(len(opened)):
        page = _with_what_was_typed(opened, number)
        read = page_of(page)
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


def _with_what_was_typed(opened: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """A page, with what was typed into the fields of a form and written upon the page as a part of it."""
    page = opened[number]
    if not any(_kind_of_annotation(page, index) in _TYPED for index in range(pdfium.FPDFPage_GetAnnotCount(page))):
        return page
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return opened[number]


def _kind_of_annotation(page: pypdfium2.PdfPage, index: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    kind = int(pdfium.FPDFAnnot_GetSubtype(annotation)) if annotation else 0
    pdfium.FPDFPage_CloseAnnot(annotation)
    return kind


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
