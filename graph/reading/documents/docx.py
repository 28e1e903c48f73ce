"""A DOCX as lines: paragraphs and tables in reading order, a table's row on one line, headers and footers left out.

Numbers that the word processor counts itself are written out; what a revision has deleted is gone.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from graph.errors import DocumentError
from graph.reading.documents.numbering import Numbering

__all__ = ["MEDIA_TYPE", "text_of"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: Bytes that a document's parts may unpack to: a small file that unpacks to gigabytes is made to do harm.
_LARGEST = 256 * 1024 * 1024


def text_of(data: bytes, name: str) -> str:
    """The text of a DOCX.

    Raises
    ------
    DocumentError
        Where it is damaged, or a zip file of another kind.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _LARGEST:
                raise DocumentError(name, "it unpacks to more than a reply can hold", "save the reply's text in a new document")
        opened = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError, EOFError, OSError) as fault:
        raise DocumentError(name, "it is no DOCX, or a damaged one", "open it in a word processor and save it again") from fault
    return "\n".join(_lines(opened))


#: What a reader does not see: what a revision deleted or moved away, the second form of what is stored twice.
_HIDDEN = frozenset(
    (qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)
_BOX = qn("w:txbxContent")


def _lines(opened: WordDocument) -> list[str]:
    numbering = Numbering.of(opened)
    return [line for node in opened.element.body for line in _block(node, numbering, opened)]


def _block(node: BaseOxmlElement, numbering: Numbering, opened: WordDocument) -> Iterator[str]:
    """A paragraph, a table by rows, or what a content control or a revision holds of them."""
    if node.tag == qn("w:p"):
        paragraph = Paragraph(node, opened._body)
        yield numbering.label(paragraph) + "".join(_words(node))
        for box in node.iter(_BOX):
            if not any(above.tag in _HIDDEN for above in box.iterancestors()):
                yield from (line for inner in box for line in _block(inner, numbering, opened))
    elif node.tag == qn("w:tbl"):
        for row in node.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not node:
                continue  # of a table inside a cell, whose words the cell has
            cells = [" ".join("".join(_words(p)).strip() for p in cell.iter(qn("w:p"))) for cell in row.iterchildren(qn("w:tc"))]
            yield " | ".join(cell.strip() for cell in cells)
    elif node.tag not in _HIDDEN:
        for inner in node:
            yield from _block(inner, numbering, opened)


def _words(node: BaseOxmlElement) -> Iterator[str]:
    """The words of a paragraph in order; those of a text box inside it are lines of their own."""
    for inner in node:
        if inner.tag == qn("w:t"):
            yield inner.text or ""
        elif inner.tag in (qn("w:tab"), qn("w:ptab")):
            yield "\t"
        elif inner.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif inner.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif inner.tag not in _HIDDEN and inner.tag != _BOX and inner.tag != qn("w:pPr"):
            yield from _words(inner)
