"""A PDF as lines, page by page; running heads, feet and page numbers left out."""

from __future__ import annotations

import io
import re
from collections import Counter

import pypdfium2

from graph.errors import DocumentError

__all__ = ["text_of"]

_PAGE_NUMBER = re.compile(r"\s*[-—–]*\s*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/，,共]+\s*(?:共\s*)?\d{1,3}\s*页?)?\s*[-—–]*\s*")
_ENCRYPTED = re.compile("password", re.IGNORECASE)


def text_of(data: bytes, name: str) -> str:
    """The text of a PDF.

    Raises
    ------
    DocumentError
        Where it is damaged or encrypted, or a page is a picture and the recognition (:mod:`.scan`) is not installed.
    """
    try:
        opened = pypdfium2.PdfDocument(data)
        pages = [_page(page, number, name) for number, page in enumerate(opened, 1)]
    except pypdfium2.PdfiumError as fault:
        if _ENCRYPTED.search(str(fault)):
            raise DocumentError(name, "it is encrypted", "save it without a password") from fault
        raise DocumentError(name, "it is damaged", "get the file again from its source") from fault
    lines = [[line.rstrip() for line in page.replace("\r\n", "\n").split("\n")] for page in pages]
    text = "\n".join(line for page in _without_margins(lines) for line in page)
    if not text.strip():
        raise DocumentError(name, "there is no text in it", "save the reply's text")
    return text


#: Dots an inch at which a page without text is drawn for the recognition.
_DOTS = 200


def _page(page: pypdfium2.PdfPage, number: int, name: str) -> str:
    """The page's own text; that of its picture where it has no other, so that no page is passed over in silence."""
    text: str = page.get_textpage().get_text_range()
    if text.strip() or not any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])):
        return text
    from graph.reading.documents import scan  # noqa: PLC0415  (slow to start, seldom needed)

    if not scan.can_recognise():
        return "\n".join(scan.lines_of(b"", name, f"page {number}"))
    drawn = io.BytesIO()
    page.render(scale=_DOTS / 72, grayscale=True).to_pil().save(drawn, "PNG")
    return "\n".join(scan.lines_of(drawn.getvalue(), name, f"page {number}"))


#: What a browser prints at the edges of each page: time and title, address and number.
_PRINTED = re.compile(
    r"\s*(?:\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[,，]?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s.*)?|(?:https?|file)://\S+(?:\s+\d+/\d+)?)\s*"
)
_DIGITS = re.compile(r"\d+")


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """Lines at the head or foot of a page that stand on most pages, and numbers of pages, are no text of the reply."""
    edges = Counter(key for page in pages for key in {_DIGITS.sub("0", line.strip()) for line in _edge(page)} if key)
    running = {key for key, count in edges.items() if len(pages) > 1 and count >= max(2, 0.6 * len(pages))}
    return [
        [
            line
            for i, line in enumerate(page)
            if not (_at_edge(i, page) and (_DIGITS.sub("0", line.strip()) in running or _is_margin(line)))
        ]
        for page in pages
    ]


def _is_margin(line: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line) or _PRINTED.fullmatch(line))


def _edge(page: list[str]) -> list[str]:
    return [line for i, line in enumerate(page) if _at_edge(i, page)]


def _at_edge(index: int, page: list[str]) -> bool:
    return index < 2 or index >= len(page) - 3
