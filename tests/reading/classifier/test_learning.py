"""Learning the classifier; needs PyTorch (make install-learning)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import graph.reading.classifier.network as rooms
from graph.reading.classifier.network import network_of
from graph.reading.classifier.windows import HERE, Marked, Question, Window
from graph.reading.tagger.encoder.network import Transformer
from graph.reading.tagger.encoder.pretrained import Pretrained
from tests.reading.classifier import small

torch = pytest.importorskip("torch", reason="PyTorch is not installed")

FIRST, SECOND = [0, 4, 5, 7, 15, 6, 13, 14, 2], [0, 6, 8, 9, 10, 3, 12, 7, 7, 5, 2]


@pytest.fixture
def encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Pretrained, Transformer]:
    from graph.reading.classifier import learning

    monkeypatch.setattr(rooms, "LOWER", small.LOWER)
    monkeypatch.setattr(learning, "LOWER", small.LOWER)
    return small.encoder(tmp_path)


def _question(pieces: list[int]) -> Question:
    marked = [
        Marked(1, 2, HERE, -1, -1, asked=False),
        Marked(2, 4, "Enterprise", 0, 0, asked=True),
        Marked(5, 6, "Carrier", 1, 1, asked=True),
    ]
    return Question(Window(pieces, marked), 1, [0, 2])


def test_what_is_learned_from_is_what_is_read_with(
    encoder: tuple[Pretrained, Transformer], monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.reading.classifier import learning
    from graph.reading.tagger.encoder import descent

    monkeypatch.setattr(descent, "_DROPPED", 0.0)
    pretrained, transformer = encoder
    torch.manual_seed(5)
    fixed = learning._fixed(transformer)
    learned = learning._beginning(fixed, pretrained.width)
    with torch.no_grad():
        for name, tensor in learned.items():
            tensor.add_(torch.randn_like(tensor) * 0.1 if name.endswith((".up", ".b")) else 0.0)
    questions = [_question(FIRST), _question(SECOND)]
    lower = learning._lower([question.window for question in questions], pretrained, transformer)
    scores = learning._scores(fixed, learned, questions, lower, transformer).detach().numpy()
    arrays = descent.differences(learned, fixed)
    read = network_of(pretrained, transformer, arrays).scores(questions)
    # The lower layers' units are kept in half precision while it is learned.
    assert np.concatenate(read) == pytest.approx(scores, abs=5e-3)


def test_places_are_learned_and_the_same_lessons_give_the_same_weights(encoder: tuple[Pretrained, Transformer]) -> None:
    from graph.reading.classifier.learning import Lesson, learn

    lessons: list[Lesson] = [(_question(FIRST), (True, False), 1.0), (_question(SECOND), (None, True), 2.0)] * 40
    said: list[str] = []
    one, two = (learn([lessons] * 30, *encoder, said.append) for _ in range(2))
    assert set(one) == set(two)
    assert all((one[name] == two[name]).all() for name in one)
    assert len(said) == 4
    scores = network_of(*encoder, one).scores([_question(FIRST), _question(SECOND)])
    assert [score > 0 for score in scores[0]] == [True, False]
    assert scores[1][1] > 0


def test_it_is_learned_on_from_where_it_was_left(encoder: tuple[Pretrained, Transformer]) -> None:
    from graph.reading.classifier.learning import Lesson, learn

    lessons: list[Lesson] = [(_question(FIRST), (True, False), 1.0), (_question(SECOND), (None, True), 2.0)] * 40
    first: list[str] = []
    then: list[str] = []
    begun = learn([lessons] * 30, *encoder, first.append)
    nothing_more = learn([], *encoder, then.append, begun)
    assert all(nothing_more[name] == pytest.approx(begun[name], abs=1e-6) for name in begun)
    learn([lessons] * 30, *encoder, then.append, begun)
    lost_first, lost_then = (float(said[0].rpartition(": ")[2]) for said in (first, then))
    assert lost_then < lost_first / 10
