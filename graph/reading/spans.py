"""The sentences of a reply's text, so that a figure can show the whole sentence around a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from graph.reading.flow import flow_of

__all__ = ["goes_on", "paragraph_spans", "sentence_around", "sentence_spans"]

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*")
#: So long may a sentence be, in characters; of a longer one, as a text without stops is one, so much is shown on either side.
_LONGEST, _BESIDE = 600, 200
_PART_ENDS = "，、,"
_PARAGRAPH = re.compile(r"[^\n]+")


@lru_cache(maxsize=64)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence, in characters of the text, ``end`` exclusive; a broken line ends none.

    Parameters
    ----------
    text:
        A reply's plain text, as a reading holds it.
    """
    return _spans(text, _SENTENCE)


@lru_cache(maxsize=64)
def paragraph_spans(text: str) -> tuple[tuple[int, int], ...]:
    """As :func:`sentence_spans`, of every paragraph."""
    return _spans(text, _PARAGRAPH)


def _spans(text: str, part: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    flow = flow_of(text)
    found = (flow.evidence(m.start(), m.end()) for m in part.finditer(flow.text))
    return tuple((evidence.start, evidence.end) for evidence in found)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Span from the beginning of the sentence that holds ``start`` to the end of the one that holds ``end - 1``.

    The span itself, where the text has no sentence there; of a sentence without end the parts between commas around it.
    """
    first, last = _whole(text, start, end)
    return (first, last) if last - first <= _LONGEST else (_part_begin(text, first, start), _part_end(text, end, last))


def goes_on(text: str, first: int, last: int) -> tuple[bool, bool]:
    """Whether the sentence goes on before and behind a span of :func:`sentence_around`: it is then shown as cut."""
    begin, end = _whole(text, first, last)
    return begin < first, last < end


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = start, end
    spans = sentence_spans(text)
    for begin, stop in spans[max(bisect_right(spans, (start, len(text) + 1)) - 1, 0) :]:
        if begin >= end:
            break
        if begin <= start < stop:
            first = begin
        if begin < end <= stop:
            last = stop
    return first, max(last, end)


def _part_begin(text: str, first: int, start: int) -> int:
    """Where the part begins that is shown before ``start``, of a sentence that begins at ``first``."""
    earliest = start - _BESIDE
    if earliest <= first:
        return first
    commas = [at for mark in _PART_ENDS if (at := text.find(mark, earliest, start)) >= 0]
    return min(commas) + 1 if commas else earliest


def _part_end(text: str, end: int, last: int) -> int:
    """Where the part ends that is shown behind ``end``, of a sentence that ends at ``last``."""
    latest = end + _BESIDE
    if latest >= last:
        return last
    return max(text.rfind(mark, end, latest) for mark in _PART_ENDS) + 1 or latest
