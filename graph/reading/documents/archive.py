"""A web page saved in one file (MHTML) as the page that is in it."""

from __future__ import annotations

import email
import email.policy
import re
from email.errors import MessageError

from graph.errors import DocumentError

__all__ = ["is_archive", "page_of"]

_HEAD = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?content-type:\s*multipart/related", re.IGNORECASE)


def is_archive(data: bytes) -> bool:
    """Whether bytes begin as an MHTML does (RFC 2557): mail headers, one of which says ``multipart/related``."""
    return bool(_HEAD.match(data[:8192].replace(b"\r\n", b"\n").lstrip()))


def page_of(data: bytes, name: str) -> bytes:
    """The first page in an MHTML, as bytes in the encoding that it declares.

    Raises
    ------
    DocumentError
        Where there is none, or where the file is cut off.
    """
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
        pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        content = pages[0].get_payload(decode=True) if pages else None
    except (MessageError, LookupError, ValueError) as fault:
        raise DocumentError(name, "it is a damaged web archive", "save the page again") from fault
    boundary = message.get_boundary()
    if not isinstance(content, bytes) or not content.strip():
        raise DocumentError(name, "it is a web archive without a page", "save the page again, as HTML")
    if boundary is not None and b"--" + boundary.encode("ascii", "replace") + b"--" not in data:
        raise DocumentError(name, "it is a web archive that is cut off", "save the page again")
    charset = pages[0].get_content_charset()
    if charset and charset.lower() not in ("utf-8", "utf8") and b"charset" not in content[:4096].lower():
        return b'<meta charset="' + charset.encode("ascii", "replace") + b'">' + content
    return content
