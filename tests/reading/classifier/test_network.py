"""The classifier's network: what it is made of, and that nothing leaks from one question to another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import graph.reading.classifier.network as rooms
from graph.reading.classifier.network import DISTANCES, Network, distance, network_of
from graph.reading.classifier.windows import HERE, Marked, Question, Window
from tests.reading.classifier import small


def _mark(start: int, end: int, kind: str = "Carrier", thing: int = 0) -> Marked:
    return Marked(start, end, kind, thing, thing, asked=True)


def _question(pieces: list[int], thing: int = 1) -> Question:
    marked = [_mark(1, 2, HERE, -1), _mark(2, 4, "Enterprise", 0), _mark(5, 6, "Carrier", 1), _mark(6, 8, "Scenario", 2)]
    window = Window(pieces, marked)
    return Question(window, thing, [i for i in (0, 2) if i != thing])


FIRST, SECOND = [0, 4, 5, 7, 15, 6, 13, 14, 2], [0, 6, 8, 9, 10, 3, 12, 7, 7, 5, 2]


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Network:
    monkeypatch.setattr(rooms, "LOWER", small.LOWER)
    return network_of(*small.encoder(tmp_path), small.weights())


def test_a_score_is_the_same_whatever_else_is_asked(one: Network) -> None:
    questions = [_question(FIRST), _question(FIRST, 2), _question(SECOND), _question(SECOND, 3), *[_question(FIRST, 3)] * 20]
    alone = [one.scores([question])[0] for question in questions]
    for together, single in zip(one.scores(questions), alone, strict=True):
        assert together == pytest.approx(single, abs=1e-4)
    assert one.scores([]) == []


def test_what_is_asked_for_and_what_the_names_are_is_seen(one: Network) -> None:
    firm, service = one.scores([_question(FIRST, 1), _question(FIRST, 3)])
    assert abs(firm[0] - service[0]) > 1e-3
    question = _question(FIRST)
    marked = list(question.window.marked)
    marked[3] = marked[3]._replace(kind="Policy")  # a name that is neither asked for nor a place
    (other,) = one.scores([question._replace(window=Window(FIRST, marked))])
    assert other != pytest.approx(firm, abs=1e-4)


def test_without_what_was_learned_the_layers_are_the_encoders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "LOWER", small.LOWER)
    pretrained, encoder = small.encoder(tmp_path)
    same = network_of(pretrained, encoder, small.weights(0))
    sizes = [len(FIRST), len(SECOND)]
    words = pretrained.words(np.array([*FIRST, *SECOND]))
    assert same.upper.through(same.lower.units(words, sizes), sizes) == pytest.approx(encoder.units(words, sizes), abs=1e-5)
    changed = network_of(pretrained, encoder, small.weights())
    assert np.abs(changed.upper.through(changed.lower.units(words, sizes), sizes) - encoder.units(words, sizes)).max() > 0.1


def test_order_and_distance_are_numbers_of_their_own() -> None:
    thing = _mark(100, 104)
    behind = [distance(thing, _mark(104 + by, 110 + by)) for by in (0, 1, 2, 4, 8, 16, 31, 61, 200)]
    ahead = [distance(thing, _mark(90 - by, 100 - by)) for by in (0, 1, 2, 4, 8, 16, 31, 61, 80)]
    assert behind == [7, 7, 8, 9, 10, 11, 12, 13, 13]
    assert ahead == [0, 0, 1, 2, 3, 4, 5, 6, 6]
    assert DISTANCES == 14
