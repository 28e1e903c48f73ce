"""A file of any format in which replies are published, as plain text with its contact masked."""

from __future__ import annotations

from pathlib import Path

from graph.errors import DocumentError
from graph.reading.documents.masking import mask_contacts
from graph.reading.documents.plain import decode, is_text, tidy
from graph.records import Document

__all__ = ["LARGEST", "open_document"]

#: Bytes. A reply is a few kilobytes and a scan of one a few megabytes: what is larger is something else.
LARGEST = 64 * 1024 * 1024

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")


def open_document(path: Path) -> Document:
    """Read one file as plain text.

    The format is told by the file's content, not by its name.

    Parameters
    ----------
    path:
        A text file (UTF-8, UTF-16 or GB18030), a saved web page, a DOCX, a PDF, or a scan (PDF or picture; see
        :mod:`graph.reading.documents.scan`).

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
    text = mask_contacts(tidy(text))
    if not text.strip():
        raise DocumentError(str(path), "there is no text in it", "replace it by the reply's text")
    return Document(id=path.stem, text=text, source=str(path), media_type=media_type)


def _bytes_of(path: Path) -> bytes:
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
    if data.startswith(_PDF):
        from graph.reading.documents import pdf  # noqa: PLC0415

        return "application/pdf", pdf.text_of(data, name)
    if data.startswith(_ZIP):
        from graph.reading.documents import docx  # noqa: PLC0415

        return docx.MEDIA_TYPE, docx.text_of(data, name)
    if data.startswith(_IMAGES):
        from graph.reading.documents import scan  # noqa: PLC0415

        return "image/*", "\n".join(scan.lines_of(data, name))
    if not is_text(data):
        raise DocumentError(name, "it is in no format that is read", "save it as text, HTML, DOCX or PDF")
    return _text_or_page(name, decode(data, name))


def _text_or_page(name: str, text: str) -> tuple[str, str]:
    from graph.reading.documents import page  # noqa: PLC0415

    if page.is_page(text):
        return "text/html", page.text_of(text, name)
    return "text/plain", text
