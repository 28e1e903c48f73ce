"""Replies with their names exchanged, so that the encoder learns what stands around a name and not the name itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from graph.reading.tagger.labels import LABELS, OUTSIDE, begins, inside

__all__ = ["Labelled", "exchanged", "names_by_type"]

#: Documents, titles, events and communities stay: their names are made of what stands around them.
_TYPES = ("Enterprise", "Carrier", "Subdistrict", "Scenario", "Organisation", "Facility", "Programme", "Product")
#: Of the names of these types.
_SHARE = 0.5


class Labelled(NamedTuple):
    """A text, the spans of it that are learned from, in order, and the label of each of its characters."""

    text: str
    sequences: list[tuple[int, int]]
    labels: list[int]


class _Name(NamedTuple):
    type: str
    start: int
    end: int


def names_by_type(replies: Iterable[Labelled]) -> dict[str, list[str]]:
    """The names of each type that can be exchanged, as often as they stand there."""
    found: dict[str, list[str]] = defaultdict(list)
    for reply in replies:
        for name in _names(reply.labels):
            found[name.type].append(reply.text[name.start : name.end])
    return found


def exchanged(reply: Labelled, names: Mapping[str, Sequence[str]], chance: Random) -> Labelled:
    """The reply with every second name, by chance, replaced by one of the same type.

    Parameters
    ----------
    reply:
        As annotated.
    names:
        Of :func:`names_by_type`, of all replies that are learned from.
    chance:
        By which names are chosen.
    """
    pieces: list[str] = []
    labels: list[int] = []
    sequences: list[tuple[int, int]] = []
    done = 0
    longer = 0  # by how much what is behind `done` has moved
    found = list(_names(reply.labels))
    at = 0
    for start, end in reply.sequences:
        begun = start + longer
        while at < len(found) and found[at].start < start:
            at += 1
        while at < len(found) and found[at].end <= end:
            name = found[at]
            at += 1
            if chance.random() >= _SHARE:
                continue
            other = chance.choice(names[name.type])
            pieces += [reply.text[done : name.start], other]
            labels += reply.labels[done : name.start]
            labels += [begins(name.type), *[inside(name.type)] * (len(other) - 1)]
            longer += len(other) - (name.end - name.start)
            done = name.end
        sequences.append((begun, end + longer))
    return Labelled("".join([*pieces, reply.text[done:]]), sequences, labels + reply.labels[done:])


def _names(labels: Sequence[int]) -> Iterator[_Name]:
    """Those of the types that are exchanged."""
    at = 0
    while at < len(labels):
        start = at
        at += 1
        place, _, kind = LABELS[labels[start]].partition("-")
        if labels[start] == OUTSIDE or place != "B":
            continue
        while at < len(labels) and labels[at] == inside(kind):
            at += 1
        if kind in _TYPES:
            yield _Name(kind, start, at)
