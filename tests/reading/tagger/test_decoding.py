"""The probabilities of labels, held against every path of a short chain, and the names made of them."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from graph.reading.tagger.decoding import Opinion, _marginals, decode
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


def test_two_models_that_disagree_are_half_as_sure_and_the_scales_are_the_others() -> None:
    firm = begins("Enterprise")
    buckets = np.array([[1], [firm + 1], [1]], dtype=np.int64)
    scales = np.tile(np.array([1, 0], dtype=np.float32), (len(TYPES), 1))

    def told(label: int, sure: float) -> Opinion:
        labels = np.full((3, SIZE), (1 - sure) / (SIZE - 1))
        labels[[0, 1, 2], [0, label, 0]] = sure
        return Opinion(np.log(labels).astype(np.float32), scales)

    (alone,) = decode(_model(), buckets, [(0, 3)], least=0.1)
    (agreed,) = decode(_model(), buckets, [(0, 3)], least=0.1, other=told(firm, 0.99))
    (unsure,) = decode(_model(), buckets, [(0, 3)], least=0.1, other=told(firm, 0.2))
    assert unsure.probability < agreed.probability
    assert (agreed.type, agreed.start, agreed.end) == (alone.type, alone.start, alone.end) == ("Enterprise", 1, 2)
    assert not decode(_model(), buckets, [(0, 3)], least=0.1, other=told(0, 1 - 1e-7))
    # The other's opinion counts as much: what it is quite sure of and the model is not is seen.
    nothing = np.array([[1], [0], [1]], dtype=np.int64)
    (seen,) = decode(_model(), nothing, [(0, 3)], least=0.1, other=told(firm, 0.99))
    assert (seen.type, seen.start) == ("Enterprise", 1)
    doubted = Opinion(told(firm, 0.99).labels, np.tile(np.array([1, -9], dtype=np.float32), (len(TYPES), 1)))
    assert not decode(_model(), buckets, [(0, 3)], least=0.1, other=doubted)


def test_another_opinion_on_many_sequences_is_taken_where_it_belongs() -> None:
    """More characters than are weighed at once; of each sequence the last one is a name by the other model alone."""
    sequences = [(at, at + 300) for at in range(0, 36000, 300)]
    labels = np.full((36000, SIZE), -9.0, dtype=np.float32)
    labels[:, 0] = -0.01
    at = np.arange(299, 36000, 300)
    labels[at, 0], labels[at, begins("Carrier")] = -9.0, -0.01
    scales = np.tile(np.array([1, 0], dtype=np.float32), (len(TYPES), 1))
    spans = decode(_model(), np.zeros((36000, 1), dtype=np.int64), sequences, least=0.1, other=Opinion(labels, scales))
    assert [(s.type, s.start, s.end) for s in spans] == [("Carrier", start, start + 1) for start in at.tolist()]
