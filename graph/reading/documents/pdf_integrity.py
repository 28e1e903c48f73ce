"""Whether a PDF is whole: what a lenient reader would read in part is told before it is read."""

from __future__ import annotations

import re
import zlib

from graph.errors import DocumentError

__all__ = ["check_whole", "damaged"]

#: Bytes that the check of packed streams may unpack.
_MOST_UNPACKED = 512 * 1024 * 1024
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?\s*(?=[/>])(?![\s\S]*\bobj\b)")
#: Bytes before a stream in which its dictionary is looked for, and bytes that are unpacked at a time.
_DICTIONARY, _CHUNK = 1024, 65536
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")


def damaged(name: str) -> DocumentError:
    """What is said of a file that is not whole."""
    return DocumentError(name, "it is damaged", "get the file again from its source")


def check_whole(data: bytes, name: str) -> None:
    """Refuse a file that is cut off, or whose packed streams do not check out.

    Raises
    ------
    DocumentError
        Where it is not whole, or unpacks to more than a reply can hold.
    """
    ends = list(_END.finditer(data))
    if not ends or b" obj" in data[ends[-1].end() :]:
        raise DocumentError(name, "it is damaged or cut off", "get the file again from its source")
    if b"/Encrypt" in data:
        return
    unpacked = 0
    for found in _STREAM.finditer(data):
        if not _PACKED.search(data, max(0, found.start() - _DICTIONARY), found.start()):
            continue
        try:
            unpacked += _unpacked(data, found.end(), _MOST_UNPACKED - unpacked)
        except zlib.error as fault:
            raise damaged(name) from fault
        if unpacked > _MOST_UNPACKED:
            raise DocumentError(name, "it unpacks to more than a reply can hold", "save the reply's text alone")


def _unpacked(data: bytes, start: int, most: int) -> int:
    """Bytes that a packed stream unpacks to, no more than a little over ``most``; the bytes themselves are let go."""
    unpacking = zlib.decompressobj()
    size = 0
    for at in range(start, len(data), _CHUNK):
        rest = data[at : at + _CHUNK]
        while rest and not unpacking.eof and size <= most:
            size += len(unpacking.decompress(rest, 1 << 20))
            rest = unpacking.unconsumed_tail
        if unpacking.eof or size > most:
            break
    return size
