"""Bytes to text: the encodings in which Chinese offices save text, and what to strip from it."""

from __future__ import annotations

import codecs
import re

from graph.errors import DocumentError

__all__ = ["decode", "is_text", "tidy"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Characters of Chinese prose: what a right guess of the encoding is full of.
_PROSE = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\x20-\x7e\\s]")
_COMMON = frozenset("的一是在和有为年第号业市区发展建设答复提案工作推进")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
#: Control characters, marks of direction and of zero width: nothing that a reader of the text would see.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff]"
)
_NEWLINES = re.compile("\r\n?|[\x0c\x85\u2028\u2029]")


def is_text(data: bytes) -> bool:
    """Whether bytes without a known magic number may be text: a BOM, or no zero bytes but those of UTF-16."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return True
    return b"\x00" not in data or _utf16_without_bom(data) is not None


def decode(data: bytes, name: str) -> str:
    """Text of bytes in UTF-8, UTF-16 (with or without a mark) or GB18030.

    Raises
    ------
    DocumentError
        Where none of them gives Chinese prose.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_prose(text):
            return text
    raise DocumentError(name, "its encoding cannot be told", "save it as UTF-8")


def _candidates(data: bytes) -> list[str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [encoding]
    declared = _DECLARED.search(data[:4096])
    names = [declared.group(1).decode("ascii")] if declared else []
    # A page that declares gb2312 is nearly always in its superset.
    names = ["gb18030" if name.lower() in {"gb2312", "gbk"} else name for name in names]
    wide = _utf16_without_bom(data)
    return [*names, "utf-8", *([wide] if wide else []), "gb18030"]


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 shows in its line ends and ASCII: zero bytes on one side of the pairs only."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if even == odd or len(data) % 2:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_prose(text: str) -> bool:
    """Any run of bytes is some GB18030: so most must be usual characters, and the commonest must occur."""
    sample = _UNSEEN.sub("", text[:20_000])
    seen = len(_PROSE.findall(sample))
    if seen < 0.85 * len(sample) or "\ufffd" in text[:20_000]:
        return False
    chinese = sum("\u4e00" <= c <= "\u9fff" for c in sample)
    return chinese < 40 or any(c in _COMMON for c in sample)


def tidy(text: str) -> str:
    """The text with ``\\n`` as the only line end and without unseen characters; nothing that is seen goes."""
    return _UNSEEN.sub("", _NEWLINES.sub("\n", text)).expandtabs(4)
