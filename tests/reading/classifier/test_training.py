"""The recipe of the classifier; needs PyTorch (make install-learning) and the encoder."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from graph.errors import UsageError
from graph.reading.classifier import training
from graph.reading.classifier.training import train_classifier
from graph.reading.classifier.weights import load_weights
from graph.reading.classifier.windows import HERE
from graph.reading.tagger.encoder import load_encoder
from tests.conftest import GOLD
from tests.reading.classifier import small
from tests.reading.test_sentences import HEAD, TAIL


def test_without_pytorch_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "graph.reading.classifier.learning", raising=False)
    with pytest.raises(UsageError, match="PyTorch is not installed; make install-learning"):
        train_classifier([tmp_path], [tmp_path], [tmp_path], print, tmp_path / "places.npz")
    assert not list(tmp_path.iterdir())


def test_an_annotation_becomes_questions_with_answers(tmp_path: Path) -> None:
    text = HEAD.format("区") + "我区有“星河园”和云帆港，拓野科技入驻星河园。朗星医疗在本区。" + TAIL.format("玄武区")
    (tmp_path / "case.txt").write_text(text, encoding="utf-8")
    entities = [
        ("District", "玄武区"),
        ("Carrier", "星河园"),
        ("Carrier", "云帆港"),
        ("Enterprise", "拓野科技"),
        ("Enterprise", "朗星医疗"),
    ]
    relations = [("拓野科技", "星河园", False), ("朗星医疗", "玄武区", False), ("云帆港", "玄武区", True)]
    told = {
        "entities": [{"type": kind, "name": name} for kind, name in entities],
        "relations": [{"type": "locatedIn", "from": a, "to": b, "doubtful": doubtful} for a, b, doubtful in relations],
    }
    (tmp_path / "case.json").write_text(json.dumps(told), encoding="utf-8")
    reply = training._annotated(tmp_path / "case.json", 2.0, small.encoder(tmp_path)[0])
    answers = {}
    for asked in reply.asked:
        marked = asked.question.window.marked
        for target, own in zip(asked.targets, asked.answers, strict=True):
            answers[marked[asked.question.thing].thing, target] = own
    assert answers[3, 1] is True
    assert answers[4, -1] is True
    assert answers[2, -1] is None
    assert {answers[3, 2], answers[3, -1], answers[1, 2], answers[4, 1]} == {False}
    assert {m.kind for asked in reply.asked for m in asked.question.window.marked} == {HERE, "Carrier", "Enterprise"}


def test_the_scale_makes_what_is_right_likeliest() -> None:
    chance = np.random.default_rng(3)
    scores = chance.normal(0, 2, 4000)
    right = chance.random(4000) < 1 / (1 + np.exp(-(0.5 * scores - 1)))
    slope, shift = training._scale(list(zip(scores.tolist(), right.tolist(), strict=True)))
    assert slope == pytest.approx(0.5, abs=0.06)
    assert shift == pytest.approx(-1, abs=0.1)
    assert training._scale([]) == (1.0, 0.0)


def test_the_same_replies_give_the_same_weights(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="PyTorch is not installed")
    try:
        version = load_encoder().version
    except UsageError:
        pytest.skip("the extra for the encoder is not installed")
    folders = [tmp_path / name for name in ("real", "composed", "placed")]
    for name, folder in zip(("cn-01", "cn-03", "cn-11", "cn-13"), (folders[0], *folders), strict=True):
        folder.mkdir(exist_ok=True)
        for ending in (".json", ".txt"):
            shutil.copy(GOLD.with_name(name + ending), folder)
    said: list[str] = []
    paths = [tmp_path / name for name in ("one.npz", "two.npz")]
    for path in paths:
        replies, weights = train_classifier(folders[:1], folders[1:2], folders[2:], said.append, path, passes=1)
        assert (replies, weights > 1_000_000) == (4, True)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    learned, _ = load_weights(version, paths[0])
    assert all(np.isfinite(array).all() for array in learned.values())
    assert any(array.any() for name, array in learned.items() if name.endswith(".up"))
