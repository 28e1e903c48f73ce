"""The probabilities of labels, held against every path of a short chain, and the names made of them."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from graph.reading.tagger.archives import Floats
from graph.reading.tagger.decoding import Opinion, Span, _marginals, decode
from graph.reading.tagger.features import BUCKETS, Array
from graph.reading.tagger.labels import LABELS, TYPES, begins, inside
from graph.reading.tagger.model import Model

SIZE = len(LABELS)
OPEN = SIZE + 1


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
    """Bucket n + 1 speaks for label n alone, and one more leaves open whether there is a name."""
    emissions = np.zeros((BUCKETS, SIZE), dtype=np.float32)
    for label in range(SIZE):
        emissions[label + 1, label] = 9.0
    emissions[OPEN, 0] = np.log(SIZE - 1)
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


def _told(labels: Floats, scale: tuple[float, float] = (1, 0)) -> Opinion:
    return Opinion(lambda _: labels, np.tile(np.array(scale, dtype=np.float32), (len(TYPES), 1)))


def _sure(size: int, at: int, label: int, sure: float) -> Floats:
    labels = np.full((size, SIZE), (1 - sure) / (SIZE - 1))
    labels[np.arange(size) != at, 0] = labels[at, label] = sure
    logarithms: Floats = np.log(labels).astype(np.float32)
    return logarithms


def test_two_models_that_disagree_are_half_as_sure_and_the_scales_are_the_others() -> None:
    firm = begins("Enterprise")
    buckets = np.array([[1], [firm + 1], [OPEN], [1]], dtype=np.int64)  # of the third character the model is not sure

    def names(other: Opinion | None = None, said: Array = buckets) -> list[Span]:
        return [span for span in decode(_model(), said, [(0, 4)], least=0.1, other=other) if span.start == 1]

    (alone,) = names()
    (agreed,) = names(_told(_sure(4, 1, firm, 0.99)))
    (unsure,) = names(_told(_sure(4, 1, firm, 0.2)))
    assert unsure.probability < agreed.probability
    assert (agreed.type, agreed.start, agreed.end) == (alone.type, alone.start, 2)
    assert not names(_told(_sure(4, 1, 0, 1 - 1e-7)))
    # The other's opinion counts as much: what it is quite sure of and the model is not is seen.
    (seen,) = names(_told(_sure(4, 1, firm, 0.99)), np.array([[1], [OPEN], [OPEN], [1]], dtype=np.int64))
    assert (seen.type, seen.start) == ("Enterprise", 1)
    assert not names(_told(_sure(4, 1, firm, 0.99), (1, -9)))


def test_the_other_model_is_asked_only_where_the_first_is_not_sure() -> None:
    """Of three sequences the first holds a name for sure and the last none: what the other would say of them is not heard."""
    firm = begins("Enterprise") + 1
    buckets = np.array([[1], [firm], [1], [1], [OPEN], [1], [1], [1]], dtype=np.int64)
    sequences = [(0, 3), (10, 13), (20, 22)]
    asked: list[tuple[int, int]] = []

    def labels(some: list[tuple[int, int]]) -> Floats:
        asked.extend(some)
        return _sure(3, 1, begins("Carrier"), 0.99)

    other = Opinion(labels, np.tile(np.array([1, 0], dtype=np.float32), (len(TYPES), 1)))
    spans = decode(_model(), buckets, sequences, least=0.1, other=other)
    assert asked == [(10, 13)]
    assert [(s.type, s.start, s.end) for s in spans] == [("Enterprise", 1, 2), ("Carrier", 11, 12)]
    # And where it is asked nothing, what the first says has the first one's scales.
    doubted = other._replace(scales=np.tile(np.array([1, -9], dtype=np.float32), (len(TYPES), 1)))
    assert [s.start for s in decode(_model(), buckets, sequences, least=0.1, other=doubted)] == [1]


def test_another_opinion_on_many_sequences_is_taken_where_it_belongs() -> None:
    """More characters than are weighed at once; the first model knows nothing of any, the other of each sequence's last."""
    sequences = [(at, at + 300) for at in range(0, 36000, 300)]

    def labels(some: list[tuple[int, int]]) -> Floats:
        return np.concatenate([_sure(end - start, end - start - 1, begins("Carrier"), 0.99) for start, end in some])

    other = Opinion(labels, np.tile(np.array([1, 0], dtype=np.float32), (len(TYPES), 1)))
    spans = decode(_model(), np.full((36000, 1), OPEN, dtype=np.int64), sequences, least=0.3, other=other)
    assert [(s.type, s.start, s.end) for s in spans] == [("Carrier", at, at + 1) for at in range(299, 36000, 300)]
