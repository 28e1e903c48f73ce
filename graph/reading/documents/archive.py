"""A web page saved in one file (MHTML) as the pages that are in it: its own, then those of its frames."""

from __future__ import annotations

import email
import email.policy
import re
from email.errors import MessageError
from email.message import Message

from graph.errors import DocumentError

__all__ = ["is_archive", "pages_of"]

_HEAD = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?content-type:\s*multipart/related", re.IGNORECASE)
#: Pages that are looked at: a site's frames, and those of what it shows beside its own.
_MOST_PAGES = 20


def is_archive(data: bytes) -> bool:
    """Whether bytes begin as an MHTML does (RFC 2557): mail headers, one of which says ``multipart/related``."""
    return bool(_HEAD.match(data[:8192].replace(b"\r\n", b"\n").lstrip()))


def pages_of(data: bytes, name: str) -> list[bytes]:
    """The pages in an MHTML, its own first, as bytes in the encoding that each declares.

    Raises
    ------
    DocumentError
        Where there is none, or where the file is cut off.
    """
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
        parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        contents = [(part, part.get_payload(decode=True)) for part in parts[:_MOST_PAGES]]
    except (MessageError, LookupError, ValueError) as fault:
        raise DocumentError(name, "it is a damaged web archive", "save the page again") from fault
    boundary = message.get_boundary()
    pages = [_declared(part, content) for part, content in contents if isinstance(content, bytes) and content.strip()]
    if not pages:
        raise DocumentError(name, "it is a web archive without a page", "save the page again, as HTML")
    if boundary is not None and b"--" + boundary.encode("ascii", "replace") + b"--" not in data:
        raise DocumentError(name, "it is a web archive that is cut off", "save the page again")
    return pages


def _declared(part: Message, content: bytes) -> bytes:
    """A page that says its encoding, where only the archive did."""
    charset = part.get_content_charset()
    if charset and charset.lower() not in ("utf-8", "utf8") and b"charset" not in content[:4096].lower():
        return b'<meta charset="' + charset.encode("ascii", "replace") + b'">' + content
    return content
