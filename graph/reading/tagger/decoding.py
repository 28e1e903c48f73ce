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

#: Sequencees that are decoded together.
_AT_ONCE = 64


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
    ends = np.cumsum([end - start for start, end in sequences]).tolist()
    own = [(last - (end - start), last) for (start, end), last in zip(sequences, ends, strict=True)]
    found: list[Span] = []
    for (start, end), marginals in zip(sequences, _marginals(scores, own, model.transitions), strict=True):
        found += [span for span in _spans(marginals[: end - start], start, model) if span.probability >= least]
    return found


def _marginals(scores: Floats, sequencees: list[tuple[int, int]], transitions: Floats) -> Iterator[Floats]:
    """For each sequence the probability of each label at each character, of shape (characters or more, labels).

    Forward and backward, scaled (Rabiner 1989), for sequencees of like length at once.
    """
    order = sorted(range(len(sequencees)), key=lambda n: sequencees[n][1] - sequencees[n][0])
    found: dict[int, Floats] = {}
    for at in range(0, len(order), _AT_ONCE):
        some = order[at : at + _AT_ONCE]
        found.update(zip(some, _batch(scores, [sequencees[n] for n in some], transitions), strict=True))
    return (found[number] for number in range(len(sequencees)))


def _batch(scores: Floats, sequencees: list[tuple[int, int]], transitions: Floats) -> Floats:
    """Of shape (sequencees, characters of the longest, labels); behind a shorter one's end its rows mean nothing."""
    lengths = np.array([last - first for first, last in sequencees])
    size = int(lengths.max())
    rows = np.array([first for first, _ in sequencees])[:, None] + np.minimum(np.arange(size), lengths[:, None] - 1)
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
    joint: Floats = forward * backward
    joint /= joint.sum(axis=2, keepdims=True)
    return joint


def _spans(marginals: Floats, offset: int, model: Model) -> list[Span]:
    """Runs of characters whose likeliest type is one, cut where a new name more likely begins."""
    if marginals[:, OUTSIDE].min() > 0.5:  # no type can be likelier anywhere
        return []
    pairs = marginals[:, OUTSIDE + 1 :].reshape(len(marginals), len(TYPES), 2)
    types = pairs.sum(axis=2)
    named = types.max(axis=1) > marginals[:, OUTSIDE]
    spans: list[Span] = []
    kinds = np.where(named, types.argmax(axis=1), -1).tolist()
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
