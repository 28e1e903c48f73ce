"""From what speaks for each label to spans with probabilities."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.reading.tagger.features import Array
from graph.reading.tagger.labels import LABELS, OUTSIDE, TYPES, begins, inside
from graph.reading.tagger.model import Floats, Model
from graph.reading.tagger.scaling import scaled

__all__ = ["Span", "decode"]

#: A character is certain to be outside where that label is ahead of every other by so much, and those beside it are too.
_MARGIN = 6.0
#: Characters beside an uncertain one that are decoded with it.
_AROUND = 2


class Span(NamedTuple):
    """A name: offsets into the flow, and how probable it is: the least marginal of its labels, scaled."""

    type: str
    start: int
    end: int
    probability: float


def decode(model: Model, buckets: Array, sequences: list[tuple[int, int]], *, least: float) -> list[Span]:
    """The most probable labels of each sequence as spans.

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
    others = scores[:, OUTSIDE + 1 :].max(axis=1)
    open_to_doubt = scores[:, OUTSIDE] - others < _MARGIN
    found: list[Span] = []
    at = 0
    for start, end in sequences:
        size = end - start
        for first, last in _stretches(open_to_doubt[at : at + size]):
            path, sure = _best(scores[at + first : at + last], model.transitions)
            found += [s for s in _spans(path, sure, start + first, model) if s.probability >= least]
        at += size
    return found


def _stretches(doubtful: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """Runs of characters that may belong to a name, a little widened, those that touch joined."""
    places = np.flatnonzero(doubtful)
    if not len(places):
        return []
    cuts = np.flatnonzero(np.diff(places) > 2 * _AROUND + 1)
    firsts, lasts = places[np.r_[0, cuts + 1]], places[np.r_[cuts, len(places) - 1]]
    return [(max(int(a) - _AROUND, 0), min(int(b) + 1 + _AROUND, len(doubtful))) for a, b in zip(firsts, lasts, strict=True)]


def _best(scores: Floats, transitions: Floats) -> tuple[list[int], Floats]:
    """The best path (Viterbi 1967) and each label's marginal on it (forward-backward, scaled; Rabiner 1989)."""
    size = len(scores)
    best = scores[0]
    back = np.zeros((size, len(LABELS)), dtype=np.int64)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    step = np.exp(transitions)
    forward, backward = np.empty_like(odds), np.ones_like(odds)
    forward[0] = odds[0] / odds[0].sum()
    for at in range(1, size):
        ways = best[:, None] + transitions
        back[at] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[at]
        reached = (forward[at - 1] @ step) * odds[at]
        forward[at] = reached / reached.sum()
    for at in range(size - 2, -1, -1):
        left = step @ (odds[at + 1] * backward[at + 1])
        backward[at] = left / left.sum()
    marginals = forward * backward
    marginals /= marginals.sum(axis=1, keepdims=True)
    path = [int(best.argmax())]
    for at in range(size - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    path.reverse()
    return path, marginals[np.arange(size), path]


def _spans(path: list[int], sure: Floats, offset: int, model: Model) -> list[Span]:
    """Runs of a B label and the I labels of its type."""
    spans: list[Span] = []
    at = 0
    while at < len(path):
        kind = next((t for t in TYPES if path[at] == begins(t)), None)
        if kind is None:
            at += 1
            continue
        end = at + 1
        while end < len(path) and path[end] == inside(kind):
            end += 1
        probability = scaled(float(sure[at:end].min()), model.scales[TYPES.index(kind)])
        spans.append(Span(kind, offset + at, offset + end, probability))
        at = end
    return spans
