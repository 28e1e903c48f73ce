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
    # GB18030's own mark for U+FEFF.
    (b"\x84\x31\x95\x33", "gb18030"),
)
#: What a page may declare, and the encoding that its bytes are in: browsers read gb2312 and gbk as the superset too.
_DECLARABLE = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
#: What usual text is made of, outside Chinese characters.
_USUAL = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef\u2010-\u2027\u2190-\u24ff\x20-\x7e\\s·×§°±]")
#: Two to four of ten characters of any reply are among these; of a text in a wrongly guessed encoding, not one of ten.
_COMMON = re.compile(
    "[的区业人一智市能建工数产发新企年用在等中提动设开和关展大化政公空上场务科机联我技经创局地成案行全有车应会三据是于字城理园]"
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
#: Without a mark, the order of the two bytes shows in what the text says.
_WIDE = ("utf-16-le", "utf-16-be")
#: Characters that are looked at to tell the encoding.
_SAMPLE = 20_000
#: Zero bytes in a row that are no slip but a hole, as an interrupted download leaves.
_HOLE = b"\x00" * 16
#: Control characters, marks of direction, of zero width and of variants: nothing that a reader of the text would see.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e0fff]"
)
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


#: A tab parts two cells however far the first one reaches, as two blanks or more do.
_TAB = " " * 4


def is_text(data: bytes) -> bool:
    """Whether bytes without a known magic number may be text: a mark, few zero bytes, or those of UTF-16."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return True
    return (_few_zeros(data) and data.count(b"\x00") < len(data) // 2) or any(_decoded(data, encoding) for encoding in _WIDE)


def decode(data: bytes, name: str) -> str:
    """Text of bytes in UTF-8, UTF-16 (with or without a mark), GB18030 or what a page declares.

    Raises
    ------
    DocumentError
        Where none of them gives Chinese prose, or where the bytes are cut off or have a hole.
    """
    text = next((text for encoding in _candidates(data) if (text := _decoded(data, encoding)) is not None), None)
    if text is None:
        raise _fault(data, name)
    if _HOLE in data and "\x00" * len(_HOLE) in text:
        raise DocumentError(name, "a part of it is missing (zero bytes in its place)", "get the file again from its source")
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text, where the bytes are valid in an encoding and look like prose in it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    # Bytes beyond ASCII are hardly ever UTF-8 by chance: what they say need not be judged.
    return text if _is_prose(text, judged=encoding not in ("utf-8", "utf-8-sig")) else None


def _fault(data: bytes, name: str) -> DocumentError:
    """What to say of bytes that are in no encoding: most often UTF-8 with a damaged place, which is then named."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        if _is_prose(before, judged=True) and len(_CHINESE.findall(before[:_SAMPLE])) >= 20:
            line = before.count("\n") + 1
            if fault.start >= len(data) - 3:
                return DocumentError(name, "it is cut off in the middle of a character", "get the file again from its source")
            return DocumentError(name, f"line {line} holds bytes that are no UTF-8", "get the file again, or mend that line")
    return DocumentError(name, "its encoding cannot be told", "save it as UTF-8")


def _candidates(data: bytes) -> list[str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [encoding]
    declared = _DECLARED.search(data[:4096])
    named = _DECLARABLE.get(declared.group(1).decode("ascii").lower()) if declared else None
    narrow = ("utf-8", named, "gb18030") if _few_zeros(data) else ()
    return [encoding for encoding in (*narrow, *_WIDE) if encoding]


def _few_zeros(data: bytes) -> bool:
    """Whether zero bytes are slips in a text, not the half of each character that UTF-16 leaves empty."""
    return data.count(b"\x00") <= len(data) // 100 + len(_HOLE) or _HOLE in data


def _is_prose(text: str, judged: bool) -> bool:
    """Whether nearly all characters are usual ones, and, where ``judged``, the commonest are as common as in any reply."""
    sample = _UNSEEN.sub("", text[:_SAMPLE])
    if len(_USUAL.findall(sample)) < 0.85 * len(sample) or sample.count("\ufffd") * 200 > len(sample):
        return False
    chinese = len(_CHINESE.findall(sample))
    common = len(_COMMON.findall(sample))
    return not judged or (common >= 0.1 * chinese if chinese >= 40 else common > 0 or not chinese)


def tidy(text: str) -> str:
    """The text with ``\\n`` as the only line end and without unseen characters; nothing that is seen goes."""
    return _UNSEEN.sub("", _NEWLINES.sub("\n", text)).replace("\t", _TAB)
