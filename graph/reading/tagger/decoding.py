"""From what speaks for each label to spans with probabilities."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graph.reading.tagger.archives import Floats
from graph.reading.tagger.features import Array
from graph.reading.tagger.labels import OUTSIDE, TYPES
from graph.reading.tagger.model import Model
from graph.reading.tagger.scaling import scaled
from graph.reading.tagger.sequences import runs

__all__ = ["Opinion", "Span", "decode"]

#: Sequences that are decoded together.
_AT_ONCE = 64
#: Characters whose labels are weighed at once, so that what is held of them does not grow with the reply.
_PART = 1 << 14
#: Characters after which the sums are scaled: a step multiplies them by less than 25 labels times exp(11), and doubles hold 1e308.
_SCALED = 16


Doubles = npt.NDArray[np.float64]


class Opinion(NamedTuple):
    """Another model that is asked where the first is not sure.

    Attributes
    ----------
    labels:
        Of sequences, in order, the logarithm of how probable each label is, of shape (their characters one behind the other, labels).
    scales:
        How the probability of a span is to be taken that both models see, of shape (types, 2).
    everywhere:
        Whether it is asked too where the first is sure.
    """

    labels: Callable[[list[tuple[int, int]]], Floats]
    scales: Floats
    everywhere: bool = False


class Span(NamedTuple):
    """A name: offsets into the flow, and how probable it is: the least marginal of its labels, scaled."""

    type: str
    start: int
    end: int
    probability: float


def decode(
    model: Model, buckets: Array, sequences: list[tuple[int, int]], *, least: float, other: Opinion | None = None
) -> list[Span]:
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
    other:
        Another model: in sequences of which the first is not sure, the labels are as probable as the geometric mean of both says.
    """
    found: list[Span] = []
    at = 0
    for some in runs(sequences, _PART):
        size = sum(end - start for start, end in some)
        found += _decoded(model, buckets[at : at + size], some, other)
        at += size
    return [span for span in found if span.probability >= least]


def _decoded(model: Model, buckets: Array, sequences: list[tuple[int, int]], other: Opinion | None) -> list[Span]:
    sizes = np.array([end - start for start, end in sequences], dtype=np.int64)
    marginals = _marginals(model.scores(buckets), sizes, model.transitions)
    asked = np.zeros(len(marginals), dtype=np.int64)
    scales = model.scales[None]
    if other is not None:
        scales = np.stack([model.scales, other.scales])
        unsure = _unsure(marginals, sizes) | other.everywhere
        some = [one for one, is_so in zip(sequences, unsure.tolist(), strict=True) if is_so]
        if some:
            asked = np.repeat(unsure, sizes).astype(np.int64)
            marginals[asked == 1] = _mean(marginals[asked == 1], other.labels(some))
    at = np.repeat(np.array([start for start, _ in sequences], dtype=np.int64), sizes) + _within(sizes)
    return _spans(marginals, at, np.repeat(np.arange(len(sizes)), sizes), scales[asked])


#: A model is sure of a sequence where it holds each character for so probable, or so improbable, to be in a name.
_SURE = 0.05


def _unsure(marginals: Doubles, sizes: Array) -> npt.NDArray[np.bool_]:
    """Of each sequence whether there is a character of which it is not sure whether it is in a name."""
    outside = marginals[:, OUTSIDE]
    firsts = np.cumsum(sizes) - sizes
    unsure: npt.NDArray[np.bool_] = np.maximum.reduceat(np.minimum(outside, 1 - outside), firsts) > _SURE
    return unsure


#: What the other model's opinion counts for, of one.
_SHARE = 0.5
_LEAST = 1e-9


def _mean(marginals: Doubles, other: Floats) -> Doubles:
    """The geometric mean of two models' probabilities (the logarithmic opinion pool of Genest and Zidek 1986)."""
    pooled = (1 - _SHARE) * np.log(marginals + _LEAST) + _SHARE * other
    pooled = np.exp(pooled - pooled.max(axis=1, keepdims=True))
    mean: Doubles = pooled / pooled.sum(axis=1, keepdims=True)
    return mean


def _within(sizes: Array) -> Array:
    """For each character of all sequences how many of its sequence stand before it."""
    return np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _marginals(scores: Floats, sizes: Array, transitions: Floats) -> Doubles:
    """The probability of each label at each character, of the shape of ``scores``.

    Forward and backward, scaled (Rabiner 1989), for sequences of like length at once.
    """
    odds = scores.astype(np.float64)
    odds = np.exp(odds - odds.max(axis=1, keepdims=True))
    steps = np.exp(np.stack([transitions, transitions.T]).astype(np.float64))
    ends = np.cumsum(sizes)
    order = np.argsort(sizes, kind="stable")
    joint: Doubles = np.empty_like(odds)
    for first in range(0, len(order), _AT_ONCE):
        some = order[first : first + _AT_ONCE]
        _batch(odds, ends[some] - sizes[some], sizes[some], steps, joint)
    joint /= joint.sum(axis=1, keepdims=True)
    return joint


def _batch(odds: Doubles, firsts: Array, sizes: Array, steps: Doubles, joint: Doubles) -> None:
    """Write into ``joint`` how much each label of each character of some sequences weighs.

    Both directions take their steps together: the backward one reads each sequence from its end, so that what it does behind
    the beginning of a shorter one, as what the forward one does behind its end, is never looked at.
    """
    longest = np.arange(sizes.max())
    on = np.minimum(longest[:, None], sizes - 1)
    own = odds[np.stack([firsts + on, firsts + sizes - 1 - on], axis=1)]
    before = np.empty_like(own)  # what the characters before (or behind) speak for, without the character's own odds
    before[0] = 1
    reached = own[0].copy()
    for at, (ahead, odd) in enumerate(zip(before[1:], own[1:], strict=True), 1):
        np.multiply(np.matmul(reached, steps, out=ahead), odd, out=reached)
        if at % _SCALED == 0:
            reached /= reached.sum(axis=2, keepdims=True)
    place, which = np.nonzero(longest[:, None] < sizes)
    weight = before[place, 0, which] * own[place, 0, which] * before[sizes[which] - 1 - place, 1, which]
    joint[firsts[which] + place] = weight / weight.max(axis=1, keepdims=True)


def _spans(marginals: Doubles, at: Array, sequence: Array, scales: Floats) -> list[Span]:
    """Runs of a sequence's characters whose likeliest type is one, cut where a new name more likely begins.

    Parameters
    ----------
    marginals:
        Of shape (characters, labels).
    at, sequence:
        Of each character: its place in the flow, and its sequence's number.
    scales:
        Of each character how the probability of a span that begins there is to be taken, of shape (characters, types, 2).
    """
    pairs = marginals[:, OUTSIDE + 1 :].reshape(len(marginals), len(TYPES), 2)
    types = pairs[:, :, 0] + pairs[:, :, 1]
    kinds = types.argmax(axis=1)
    named = types[np.arange(len(kinds)), kinds] > marginals[:, OUTSIDE]
    first, further = pairs[np.arange(len(kinds)), kinds].T
    goes_on = np.zeros(len(kinds), dtype=bool)
    goes_on[1:] = named[:-1] & (kinds[1:] == kinds[:-1]) & (sequence[1:] == sequence[:-1]) & (further[1:] >= first[1:])
    least = np.where(goes_on, further, first)
    starts = np.flatnonzero(named & ~goes_on).tolist()
    further_on, sure, best = (named & goes_on).tolist(), least.tolist(), kinds.tolist()
    spans: list[Span] = []
    for start in starts:
        end = start + 1
        while end < len(further_on) and further_on[end]:
            end += 1
        kind = best[start]
        probability = scaled(min(*sure[start:end], 1.0), scales[start, kind])
        spans.append(Span(TYPES[kind], int(at[start]), int(at[end - 1]) + 1, probability))
    return spans
