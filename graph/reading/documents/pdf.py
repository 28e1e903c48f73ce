"""A PDF as lines, page by page; running heads, feet and page numbers left out."""

from __future__ import annotations

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
        Where it is damaged, encrypted, or holds pictures of text only.
    """
    try:
        opened = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in opened]
    except pypdfium2.PdfiumError as fault:
        if _ENCRYPTED.search(str(fault)):
            raise DocumentError(name, "it is encrypted", "save it without a password") from fault
        raise DocumentError(name, "it is damaged", "get the file again from its source") from fault
    lines = [[line.rstrip() for line in page.replace("\r\n", "\n").split("\n")] for page in pages]
    text = "\n".join(line for page in _without_margins(lines) for line in page)
    if not text.strip():
        raise DocumentError(name, "it is a scan without text", "run a text recognition over it, or save the reply's text")
    return text


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """Lines at the head or foot of a page that stand on most pages, and numbers of pages, are no text of the reply."""
    edges = Counter(line.strip() for page in pages for line in {*_edge(page)} if line.strip())
    running = {line for line, count in edges.items() if len(pages) > 2 and count >= 0.6 * len(pages)}
    return [
        [
            line
            for i, line in enumerate(page)
            if not (_at_edge(i, page) and (line.strip() in running or _PAGE_NUMBER.fullmatch(line)))
        ]
        for page in pages
    ]


def _edge(page: list[str]) -> list[str]:
    return [line for i, line in enumerate(page) if _at_edge(i, page)]


def _at_edge(index: int, page: list[str]) -> bool:
    return index < 2 or index >= len(page) - 3
