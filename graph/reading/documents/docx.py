"""A DOCX as lines: paragraphs and tables in reading order, a table's row on one line, headers and footers left out."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from lxml.etree import XMLSyntaxError

from graph.errors import DocumentError

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


def _lines(opened: WordDocument) -> list[str]:
    lines: list[str] = []
    for block in opened.iter_inner_content():
        if isinstance(block, Table):
            lines += [" | ".join(cell.text.replace("\n", " ").strip() for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return lines
