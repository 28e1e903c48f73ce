"""The probabilities of labels, held against every path of a short chain, and the names made of them."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from graph.reading.tagger.decoding import _marginals, decode
from graph.reading.tagger.features import BUCKETS
from graph.reading.tagger.labels import LABELS, TYPES, begins, inside
from graph.reading.tagger.model import Model

SIZE = len(LABELS)


@pytest.mark.parametrize("seed", range(4))
def test_the_marginals_are_those_of_all_paths(seed: int) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.normal(0, 2, (5, SIZE)).astype(np.float32)
    transitions = chance.normal(0, 1, (SIZE, SIZE)).astype(np.float32)
    marginals = _marginals(scores, np.array([3, 2]), transitions)
    for start, size in ((0, 3), (3, 2)):
        expected = np.zeros((size, SIZE))
        for path in product(range(SIZE), repeat=size):
            total = sum(scores[start + i, label] for i, label in enumerate(path))
            weight = np.exp(float(total) + sum(float(transitions[a, b]) for a, b in pairwise(path)))
            for at, label in enumerate(path):
                expected[at, label] += weight
        expected /= expected.sum(axis=1, keepdims=True)
        assert marginals[start : start + size] == pytest.approx(expected, rel=1e-5)


def test_long_chains_neither_overflow_nor_vanish() -> None:
    """Beside the same sums taken as logarithms; every sequence of another length, and more of them than go into one batch."""
    chance = np.random.default_rng(11)
    sizes = np.arange(1, 90)
    scores = chance.normal(0, 12, (int(sizes.sum()), SIZE)).astype(np.float32)
    transitions = chance.normal(0, 9, (SIZE, SIZE)).astype(np.float32)
    marginals = _marginals(scores, sizes, transitions)
    for start, size in zip(np.cumsum(sizes) - sizes, sizes, strict=True):
        own = scores[start : start + size].astype(np.float64)
        ahead, behind = own.copy(), np.zeros_like(own)
        for at in range(1, size):
            ahead[at] += np.logaddexp.reduce(ahead[at - 1][:, None] + transitions, axis=0)
            back = size - 1 - at
            behind[back] = np.logaddexp.reduce(transitions + own[back + 1] + behind[back + 1], axis=1)
        joint = ahead + behind
        expected = np.exp(joint - np.logaddexp.reduce(joint, axis=1, keepdims=True))
        assert marginals[start : start + size] == pytest.approx(expected, rel=1e-6, abs=1e-12)


def _model() -> Model:
    """Bucket n + 1 speaks for label n alone."""
    emissions = np.zeros((BUCKETS, SIZE), dtype=np.float32)
    for label in range(SIZE):
        emissions[label + 1, label] = 9.0
    return Model(
        emissions, np.zeros((SIZE, SIZE), dtype=np.float32), np.tile(np.array([1, 0], dtype=np.float32), (len(TYPES), 1))
    )


def test_spans_are_runs_of_one_type_and_none_crosses_a_sequence() -> None:
    firm, carrier = "Enterprise", "Carrier"
    labels = [0, begins(firm), inside(firm), begins(firm), inside(carrier), 0, begins(carrier), inside(carrier)]
    buckets = np.array([[label + 1] for label in labels], dtype=np.int64)
    spans = decode(_model(), buckets, [(10, 17), (20, 21)], least=0.5)
    # A name ends with its sequence; where nothing begins, what stands inside one hardly is one.
    assert [(s.type, s.start, s.end) for s in spans] == [(firm, 11, 13), (firm, 13, 14), (carrier, 16, 17)]
    assert all(0.9 < s.probability <= 1 for s in spans)


def test_what_is_less_probable_is_left_out() -> None:
    buckets = np.array([[1], [begins("Scenario") + 1], [1]], dtype=np.int64)
    assert decode(_model(), buckets, [(0, 3)], least=0.5)
    assert not decode(_model(), buckets, [(0, 3)], least=1.1)
