"""A DOCX as lines: what a reader of the document sees, in reading order, a table's row on one line."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

import docx
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml.etree import XMLSyntaxError, _Element

from graph.errors import DocumentError
from graph.reading.documents.numbering import Numbering
from graph.reading.documents.word_text import lines_of

__all__ = ["MEDIA_TYPE", "text_of"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: Bytes that a document's parts, and one part of XML, may unpack to: a small file that unpacks to gigabytes is made to do harm.
_LARGEST, _LARGEST_XML = 256 * 1024 * 1024, 32 * 1024 * 1024
_MOST_PARTS = 5_000
#: What every DOCX begins with.
_CONTENTS = "[Content_Types].xml"
#: What other zip files have inside, and what to do with them.
_OTHERS = (
    ("OFD.xml", "it is an OFD", "save it as a PDF from an OFD reader"),
    ("xl/workbook.xml", "it is a spreadsheet", "save the reply as DOCX, PDF or text"),
    ("ppt/presentation.xml", "it is a presentation", "save the reply as DOCX, PDF or text"),
    ("content.xml", "it is an OpenDocument text", "save it as DOCX"),
)


def text_of(data: bytes, name: str) -> str:
    """The text of a DOCX: body, tables, text boxes, list numbers and notes; no headers, footers, comments or deleted words.

    Raises
    ------
    DocumentError
        Where it is damaged, made to do harm, or a zip file of another kind.
    """
    _check(data, name)
    try:
        main = docx.Document(io.BytesIO(data)).part
        parts = {_kind(rel.reltype): rel.target_part for rel in main.rels.values() if not rel.is_external}
        numbering, styles, *notes = (_root(parts.get(kind), name) for kind in ("numbering", "styles", "footnotes", "endnotes"))
        body = _root(main, name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OpcError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        XMLSyntaxError,
        OSError,
    ) as fault:
        raise _damaged(name) from fault
    if body is None or body.find("{*}body") is None:
        raise _damaged(name)
    if next(body.iter("{*}altChunk"), None) is not None:
        raise DocumentError(
            name, "a part of it is another file that only a word processor joins", "open it in a word processor and save it anew"
        )
    return "\n".join(lines_of(body, Numbering(numbering, styles), notes))


def _check(data: bytes, name: str) -> None:
    """Refuse what is no DOCX or unpacks to more than a reply can hold, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            for inside, problem, remedy in _OTHERS:
                if any(part.filename == inside for part in parts):
                    raise DocumentError(name, problem, remedy)
            too_much = sum(part.file_size for part in parts) > _LARGEST or len(parts) > _MOST_PARTS
            if too_much or any(_is_xml(part.filename) and part.file_size > _LARGEST_XML for part in parts):
                raise DocumentError(name, "it unpacks to more than a reply can hold", "save the reply's text in a new document")
            if any(part.flag_bits & 1 for part in parts):
                raise DocumentError(name, "it is encrypted", "save it without a password")
            broken = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as fault:
        raise _damaged(name) from fault
    if broken is not None:
        raise _damaged(name)
    if not any(part.filename == _CONTENTS for part in parts):
        raise DocumentError(name, "it is an archive", "unpack it first")


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels"))


def _kind(relation: str) -> str:
    return re.split("/", relation)[-1]


def _root(part: Part | None, name: str) -> _Element | None:
    """Root element of a part, which may hold no document type: entities are of no use to a word processor."""
    root: _Element | None = getattr(part, "element", None)
    if part is not None and root is None and part.blob:
        root = parse_xml(part.blob)
    if root is not None and root.getroottree().docinfo.doctype:
        raise DocumentError(
            name, "it declares XML entities, as no word processor does", "save the reply's text in a new document"
        )
    return root


def _damaged(name: str) -> DocumentError:
    return DocumentError(name, "it is no DOCX, or a damaged one", "get it again, or open it in a word processor and save it anew")
