"""The stretches of a reply that are read at once: from one full stop to the next."""

from __future__ import annotations

import re

from graph.reading.reply import Reply

__all__ = ["sequences_of"]

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[。！？；]")
#: No stretch is longer, in characters: time grows with it.
_LONGEST = 400


def sequences_of(reply: Reply) -> list[tuple[int, int]]:
    """Spans of the flow, in order, from the line of the opening sentence to the signature.

    Parameters
    ----------
    reply:
        Whose body is cut; the proposal's title, which the opening sentence repeats, is among the first.
    """
    text, (start, end) = reply.flow.text, reply.body
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text, text.rfind("\n", 0, start) + 1, end):
        begin = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            spans += _bounded(begin, stop.end())
            begin = stop.end()
        spans += _bounded(begin, line.end())
    return spans


def _bounded(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]
