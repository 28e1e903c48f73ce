"""The sentences of a reply's text, so that a figure can show the whole sentence around a name."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.reading.flow import flow_of

__all__ = ["paragraph_spans", "sentence_around", "sentence_spans"]

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*")
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

    The span itself, where the text has no sentence there.
    """
    first, last = start, end
    for begin, stop in sentence_spans(text):
        if begin <= start < stop:
            first = begin
        if begin < end <= stop:
            last = stop
            break
    return first, max(last, end)
