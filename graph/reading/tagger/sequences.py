"""The stretches of a reply that are read at once: from one full stop to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.reading.reply import Reply

__all__ = ["runs", "sequences_of"]

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


def runs(sequences: Sequence[tuple[int, int]], longest: int) -> Iterator[list[tuple[int, int]]]:
    """The sequences in runs of neighbours, none cut.

    Parameters
    ----------
    sequences:
        Spans of the flow, in order.
    longest:
        Characters that a run has at most, but for a single sequence that has more.
    """
    run: list[tuple[int, int]] = []
    size = 0
    for start, end in sequences:
        if run and size + end - start > longest:
            yield run
            run, size = [], 0
        run.append((start, end))
        size += end - start
    if run:
        yield run


def _bounded(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]
