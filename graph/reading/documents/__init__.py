"""A file of any format in which replies are published, as plain text with its contact masked."""

from __future__ import annotations

import html
import os
import re
from pathlib import Path

from graph.errors import DocumentError
from graph.reading.documents import archive, confined, markdown
from graph.reading.documents.masking import mask_contacts
from graph.reading.documents.plain import decode, is_text, tidy
from graph.records import Document

__all__ = ["LARGEST", "MOST_CHARACTERS", "open_document"]

#: Bytes. A reply is a few kilobytes and a scan of one a few megabytes: what is larger is something else.
LARGEST = 64 * 1024 * 1024

#: Characters of plain text: some two thousand of the longest replies.
MOST_CHARACTERS = 8_000_000

_ZIP = b"PK\x03\x04"
#: A PDF's mark may stand behind some bytes of another origin (ISO 32000-1, annex H, implementation note 13).
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_IMAGES = {
    b"\x89PNG\r\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"GIF8": "image/gif",
    b"BM": "image/bmp",
}
#: Formats that replies are kept in and that are not read here: what they are, and what to save them as.
_UNREAD = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "it is a document of an old word processor (.doc or .wps), or an encrypted one",
        "save it as DOCX",
    ),
    b"{\\rtf": ("it is an RTF", "save it as DOCX"),
    b"Rar!": ("it is an archive", "unpack it first"),
    b"7z\xbc\xaf": ("it is an archive", "unpack it first"),
    b"\x1f\x8b": ("it is an archive", "unpack it first"),
    b"PK\x05\x06": ("it is an empty archive", "replace it by the reply's text"),
}
#: What form-filling systems give out as .doc: all of a document in one file of XML.
_WORD_IN_XML = re.compile(r"<\?mso-application\s|<pkg:package\s|<w:wordDocument\s")
#: What a page's source has for a blank or a mark, in a text that was copied from it.
_OF_MARKUP = re.compile(r"&(?:nbsp|[lr]dquo|e[mn]sp|mdash|middot|hellip|#\d{2,6});")
#: Characters from the beginning in which such a file says what it is.
_MARKS_WITHIN = 2_000


def open_document(path: Path) -> Document:
    """Read one file as plain text.

    The format is told by the file's content, not by its name.

    Parameters
    ----------
    path:
        A text file (UTF-8, UTF-16 or GB18030), a saved web page (HTML or MHTML), a DOCX, a PDF with text, or, with the
        extra for scans, a scanned PDF or a picture (PNG, JPEG, TIFF, BMP, GIF).

    Returns
    -------
    Document
        ``text`` with lines ended by ``\\n``, free of control characters, the contact's name and telephone number
        replaced character for character by ``*``.

    Raises
    ------
    DocumentError
        Where the file is missing, empty, too large, damaged, encrypted, or in an encoding that cannot be told.
    """
    data = _bytes_of(path)
    media_type, text = _text_of(path, data)
    text = tidy(text)
    if len(text) > MOST_CHARACTERS:  # masking keeps the length, and takes long
        raise DocumentError(
            str(path), f"its text is longer than {MOST_CHARACTERS:,} characters", "keep the reply alone in the file"
        )
    text = mask_contacts(text)
    if not text.strip():
        raise DocumentError(str(path), "there is no text in it", "replace it by the reply's text")
    return Document(id=path.stem, text=text, source=str(path), media_type=media_type)


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        if not os.access(path, os.R_OK | os.X_OK):
            raise DocumentError(str(path), "this folder cannot be opened", "check its permissions")
        raise DocumentError(str(path), "it is a folder", "name a file in it")
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError(
                str(path),
                f"it is larger than {LARGEST >> 20} MiB",
                "keep the reply alone, as text or as a PDF of its own",
            )
        data = path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or "it cannot be opened"
        raise DocumentError(str(path), reason.lower(), "check the path and its permissions") from fault
    if not data.strip():
        raise DocumentError(str(path), "the file is empty", "replace it by the reply's text")
    return data


def _text_of(path: Path, data: bytes) -> tuple[str, str]:
    """Media type and raw text; the readers of rarer formats are imported where one is met, for the sake of start-up time."""
    name = str(path)
    if _PDF in data[:_PDF_WITHIN]:
        return "application/pdf", confined.text_of("pdf", data, name)
    if data.startswith(_ZIP):
        from graph.reading.documents import docx  # noqa: PLC0415

        return docx.MEDIA_TYPE, docx.text_of(data, name)
    for mark, media_type in _IMAGES.items():
        if data.startswith(mark) and not (mark == b"BM" and is_text(data)):
            return media_type, confined.text_of("picture", data, name)
    for mark, (problem, remedy) in _UNREAD.items():
        if data.startswith(mark):
            raise DocumentError(name, problem, remedy)
    if archive.is_archive(data):
        return _of_archive(name, archive.pages_of(data, name))
    return _text_or_page(name, data)


def _of_archive(name: str, pages: list[bytes]) -> tuple[str, str]:
    """The first of the pages that holds an article: a page may only be the frame around it."""
    faults = []
    for page in pages:
        try:
            return _text_or_page(name, page)
        except DocumentError as fault:
            faults.append(fault)
    raise faults[0]


def _text_or_page(name: str, data: bytes) -> tuple[str, str]:
    from graph.reading.documents import page  # noqa: PLC0415

    if not is_text(data):
        raise DocumentError(name, "it is in no format that is read", "save it as text, HTML, DOCX or PDF")
    text = decode(data, name)
    if _WORD_IN_XML.search(text[:_MARKS_WITHIN]):
        raise DocumentError(name, "it is a word processor's document in XML", "open it in a word processor and save it as DOCX")
    if page.is_page(text):
        return "text/html", page.text_of(text, name)
    text = tidy(html.unescape(text) if _OF_MARKUP.search(text) else text)
    return ("text/markdown", markdown.text_of(text)) if markdown.is_markdown(text) else ("text/plain", text)
