"""Learning: where annotated names stand, and the same weights from the same replies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.reading.reply import reply_of
from graph.reading.tagger.labels import LABELS
from graph.reading.tagger.scaling import Claim, scaled, scales_of
from graph.reading.tagger.training import labels_of, train
from graph.records import Document

GOLD = Path(__file__).parents[3] / "data" / "gold" / "dev"


def test_every_place_of_a_name_is_labelled_whatever_its_quotation_marks_and_width() -> None:
    text = "关于区政协八届三次会议第12号提案的答复\n王委员：\n提案收悉，现答复如下：\n“3320”数字战略和甲乙科技(上海)落户，甲乙科技（上海）的3320数字战略。\n"
    reply = reply_of(Document("case", text, "case.txt", "text/plain"))
    annotation = {
        "entities": [
            {"type": "Policy", "name": "3320数字战略", "aliases": []},
            {"type": "Enterprise", "name": "甲乙科技(上海)", "aliases": ["甲乙科技"]},
            {"type": "Sector", "name": "落户", "aliases": []},
        ]
    }
    labels = labels_of(reply, annotation)
    flow = reply.flow.text
    begun = [(LABELS[label], flow[at : at + 2]) for at, label in enumerate(labels) if LABELS[label].startswith("B-")]
    assert begun == [("B-Policy", "33"), ("B-Enterprise", "甲乙"), ("B-Enterprise", "甲乙"), ("B-Policy", "33")]
    # The whole form, and not the short one inside it; the quotation mark inside a name belongs to it.
    assert sum(LABELS[label].endswith("Enterprise") for label in labels) == 2 * len("甲乙科技（上海）")
    assert sum(LABELS[label].endswith("Policy") for label in labels) == len("3320”数字战略") + len("3320数字战略")


def test_the_same_replies_give_the_same_weights(tmp_path: Path) -> None:
    folder, fresh, composed = tmp_path / "gold", tmp_path / "fresh", tmp_path / "composed"
    for name, place in (("cn-01", folder), ("cn-03", folder), ("cn-11", fresh), ("cn-13", composed)):
        place.mkdir(exist_ok=True)
        for ending in (".json", ".txt"):
            shutil.copy(GOLD / (name + ending), place)
    results = [train([folder], [fresh], [composed], tmp_path / name, iterations=4) for name in ("one.npz", "two.npz")]
    assert results[0] == results[1]
    assert results[0][0] == 4
    assert results[0][1] > 100
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_a_folder_without_annotations_is_no_teacher(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="annotation"):
        train([tmp_path], [tmp_path], [tmp_path], tmp_path / "weights.npz")


def test_a_model_that_is_too_sure_is_taken_down() -> None:
    claims = [Claim("Scenario", 0.95, right=number % 2 == 0) for number in range(400)]
    scale = scales_of(claims)[4]
    assert scaled(0.95, scale) == pytest.approx(0.5, abs=0.05)
    assert scaled(0.99, scale) > scaled(0.95, scale) > scaled(0.5, scale)
