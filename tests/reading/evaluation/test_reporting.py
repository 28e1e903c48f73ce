"""The tables of docs/accuracy.md, made of two annotated replies."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.reading.evaluation import evaluate_parts, markdown
from graph.reading.parts import PARTS
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.encoder import Encoder, load_encoder
from tests.conftest import GOLD


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("annotated") / "gold" / "some"
    folder.mkdir(parents=True)
    for annotation in (GOLD, *sorted((GOLD.parents[1] / "long-check").glob("*.json"))[:1]):
        for file in (annotation, annotation.with_suffix(".txt")):
            shutil.copy(file, folder / file.name)
    return folder.parent


def test_progress_is_said_for_every_hundred_replies_and_at_the_end(tmp_path: Path) -> None:
    for number in range(201):
        (tmp_path / f"{number:03}.json").write_text(
            json.dumps({"id": f"{number:03}", "meta": {}, "entities": [], "relations": []})
        )
        (tmp_path / f"{number:03}.txt").write_text("关于第1号提案的答复\n甲委员：\n您的提案收悉。\n", encoding="utf-8")
    said: list[str] = []
    evaluate_parts(tmp_path, say=said.append)
    assert [line.split(":")[0] for line in said] == ["reading 100 of 201", "reading 200 of 201", "reading 201 of 201"]


@pytest.fixture(scope="module")
def page(gold: Path) -> str:
    """Without the encoder."""
    return markdown(gold)


def _changes(page: str) -> dict[str, float]:
    """By part of the reader how core F1 changes without it."""
    rows = page.split("## What each part of the reader contributes")[1].splitlines()
    cells = [re.split(r" *\| *", row.strip("| ")) for row in rows if re.search(r"[+-]\d\.\d{3} \|", row)]
    return {row[0]: float(row[-2]) for row in cells}


def _core(gold: Path, without: tuple[str, ...] = ()) -> float:
    return evaluate_parts(gold, without=without)[0].total().core().figures()[2]


def test_every_part_of_the_reader_has_its_row(gold: Path, page: str) -> None:
    assert "## `some`: 2 replies" in page
    assert "In `some`, by kind, of the core types, locatedIn and pilotedIn:" in page
    changes = _changes(page)
    assert list(changes) == list(PARTS)
    assert changes["lists"] == pytest.approx(_core(gold, ("lists",)) - _core(gold), abs=6e-4)


@pytest.fixture
def the_same_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part that is left out asks the encoder of the same two texts anew; that it says the same is tested beside it."""
    said: dict[tuple[str, tuple[tuple[int, int], ...]], Floats] = {}
    labels = Encoder.labels

    def once(self: Encoder, text: str, sequences: Sequence[tuple[int, int]]) -> Floats:
        asked = (text, tuple(sequences))
        if asked not in said:
            said[asked] = labels(self, text, sequences)
        return said[asked].copy()

    monkeypatch.setattr(Encoder, "labels", once)


@pytest.mark.usefixtures("the_same_asked_once")
def test_with_the_encoder_the_others_are_held_against_the_reader_without_it(gold: Path, page: str) -> None:
    try:
        load_encoder()
    except UsageError:
        pytest.skip("the extra for the encoder is not installed")
    changes = _changes(markdown(gold, encoder=True))
    assert list(changes) == ["encoder", "classifier", *(part for part in PARTS if part != "classifier")]
    together = evaluate_parts(gold, encoder=True)[0].total().core().figures()[2]
    assert changes.pop("encoder") == pytest.approx(_core(gold) - together, abs=6e-4)
    assert changes.pop("classifier") == pytest.approx(0, abs=6e-4)  # no name depends on it
    assert changes == {name: change for name, change in _changes(page).items() if name != "classifier"}
