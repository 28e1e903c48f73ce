"""From what speaks for each label to spans with probabilities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from graph.reading.tagger.features import Array
from graph.reading.tagger.labels import OUTSIDE, TYPES
from graph.reading.tagger.model import Floats, Model
from graph.reading.tagger.scaling import scaled

__all__ = ["Span", "decode"]

#: A character behind one that is outside is certainly outside too where that label is ahead of every other by so much.
_MARGIN = 6.0
#: Stretches that are decoded together.
_AT_ONCE = 64
#: Characters beside an uncertain one that are decoded with it.
_AROUND = 2


class Span(NamedTuple):
    """A name: offsets into the flow, and how probable it is: the least marginal of its labels, scaled."""

    type: str
    start: int
    end: int
    probability: float


def decode(model: Model, buckets: Array, sequences: list[tuple[int, int]], *, least: float) -> list[Span]:
    """The most probable names of each sequence.

    Parameters
    ----------
    model:
        The weights.
    buckets:
        Of :func:`graph.reading.tagger.features.features` for the same sequences.
    sequences:
        Spans of the flow.
    least:
        Probability below which a span is left out.
    """
    scores = model.scores(buckets)
    alone = scores + model.transitions[OUTSIDE]  # as if all before were outside
    open_to_doubt = alone[:, OUTSIDE] - alone[:, OUTSIDE + 1 :].max(axis=1) < _MARGIN
    stretches: list[tuple[int, int]] = []
    offsets: list[int] = []
    at = 0
    for start, end in sequences:
        own = _stretches(open_to_doubt[at : at + end - start])
        stretches += [(at + first, at + last) for first, last in own]
        offsets += [start - at] * len(own)
        at += end - start
    found: list[Span] = []
    for (first, last), marginals, offset in zip(
        stretches, _marginals(scores, stretches, model.transitions), offsets, strict=True
    ):
        found += [s for s in _spans(marginals[: last - first], first + offset, model) if s.probability >= least]
    return found


def _stretches(doubtful: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """Runs of characters that may belong to a name, a little widened, those that touch joined."""
    places = np.flatnonzero(doubtful)
    if not len(places):
        return []
    cuts = np.flatnonzero(np.diff(places) > 2 * _AROUND + 1)
    firsts, lasts = places[np.r_[0, cuts + 1]], places[np.r_[cuts, len(places) - 1]]
    return [(max(int(a) - _AROUND, 0), min(int(b) + 1 + _AROUND, len(doubtful))) for a, b in zip(firsts, lasts, strict=True)]


def _marginals(scores: Floats, stretches: list[tuple[int, int]], transitions: Floats) -> Iterator[Floats]:
    """For each stretch the probability of each label at each character, of shape (characters or more, labels).

    Forward and backward, scaled (Rabiner 1989), for stretches of like length at once.
    """
    order = sorted(range(len(stretches)), key=lambda n: stretches[n][1] - stretches[n][0])
    found: dict[int, Floats] = {}
    for at in range(0, len(order), _AT_ONCE):
        some = order[at : at + _AT_ONCE]
        found.update(zip(some, _batch(scores, [stretches[n] for n in some], transitions), strict=True))
    return (found[number] for number in range(len(stretches)))


def _batch(scores: Floats, stretches: list[tuple[int, int]], transitions: Floats) -> Floats:
    """Of shape (stretches, characters of the longest, labels); behind a shorter one's end its rows mean nothing."""
    lengths = np.array([last - first for first, last in stretches])
    size = int(lengths.max())
    rows = np.array([first for first, _ in stretches])[:, None] + np.minimum(np.arange(size), lengths[:, None] - 1)
    odds = scores[rows]
    odds = np.exp(odds - odds.max(axis=2, keepdims=True))
    step = np.exp(transitions)
    forward, backward = np.empty_like(odds), np.ones_like(odds)
    forward[:, 0] = odds[:, 0]
    for at in range(1, size):
        before = forward[:, at - 1]
        forward[:, at] = (before / before.sum(axis=1, keepdims=True)) @ step * odds[:, at]
    for at in range(size - 2, -1, -1):
        left = (odds[:, at + 1] * backward[:, at + 1]) @ step.T
        left /= left.sum(axis=1, keepdims=True)
        backward[:, at] = np.where((at + 1 < lengths)[:, None], left, 1.0)
    joint = forward * backward
    return joint / joint.sum(axis=2, keepdims=True)


def _spans(marginals: Floats, offset: int, model: Model) -> list[Span]:
    """Runs of characters whose likeliest type is one, cut where a new name more likely begins."""
    pairs = marginals[:, OUTSIDE + 1 :].reshape(len(marginals), len(TYPES), 2)
    kinds = np.where(pairs.sum(axis=2).max(axis=1) > marginals[:, OUTSIDE], pairs.sum(axis=2).argmax(axis=1), -1).tolist()
    spans: list[Span] = []
    at = 0
    while at < len(kinds):
        kind = kinds[at]
        if kind < 0:
            at += 1
            continue
        first, further = pairs[:, kind, 0], pairs[:, kind, 1]
        end = at + 1
        while end < len(kinds) and kinds[end] == kind and further[end] >= first[end]:
            end += 1
        least = min(float(first[at]), *map(float, further[at + 1 : end]), 1.0)
        spans.append(Span(TYPES[kind], offset + at, offset + end, scaled(least, model.scales[kind])))
        at = end
    return spans
