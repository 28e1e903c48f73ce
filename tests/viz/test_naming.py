"""What the page calls things: documents as they are written, and no two rows of the list alike."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.records import Entity, Evidence, Heading, Reading, Status
from tests.viz.conftest import Opened, in_browser, written

pytestmark = in_browser
TEXT = "市政府、省委和市场监管局按《甲市“十四五”规划》推进城市大脑。"


def _reply(number: int, place: str) -> Reading:
    """A reply of that place in the same words as all others."""
    kinds = {"市政府": "Organisation", "省委": "Organisation", "市场监管局": "Organisation", "城市大脑": "Scenario"}
    found = [
        Entity(kind, name, (), Status.EXISTING, (Evidence(at, at + len(name), name),), "r", 1.0)
        for name, kind in kinds.items()
        for at in [TEXT.index(name)]
    ]
    plan = "《甲市“十四五”规划》"
    spot = Evidence(TEXT.index(plan), TEXT.index(plan) + len(plan), plan)
    found.append(Entity("Policy", "甲市十四五规划", (), Status.EXISTING, (spot,), "r", 1.0))
    return Reading(str(number), TEXT, f"{number}.txt", Heading(title="答复"), place, tuple(found))


def test_the_same_name_in_two_cities_is_two_rows_that_can_be_told_apart(opened: Callable[..., Opened], tmp_path: Path) -> None:
    readings = [_reply(k, place) for k, place in enumerate(("460100", "330100", "310105"))]
    page = opened(written(readings, tmp_path / "map.html", figures=False))
    rows = page.rows()
    assert len(set(rows)) == len(rows)
    assert {"市政府（海口市）", "市政府（杭州市）", "市政府（长宁区答复）", "市场监管局（长宁区）", "省委（海口市答复）"} <= set(
        rows
    )
    assert {"城市大脑（海口市）", "城市大脑（杭州市）", "城市大脑（长宁区）", "《甲市“十四五”规划》（杭州市）"} <= set(rows)
    # It is found and marked as wrong by its name alone.
    page.choose("市政府")
    assert page.page.inner_text("#evidence h2").startswith("市政府（")
    assert page.page.locator("#evidence mark").first.inner_text() == "市政府"
    names = {row["名称"] for row in csv.DictReader(io.StringIO(page.saved("csvEntities").read_text(encoding="utf-8-sig")))}
    assert "市政府（海口市）" in names


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_one_reply_names_are_bare_and_documents_as_they_are_written(
    lang: str, opened: Callable[..., Opened], tmp_path: Path
) -> None:
    page = opened(written([_reply(1, "460100")], tmp_path / "map.html", figures=False), f"#lang={lang}")
    assert set(page.rows()) == {"市政府", "省委", "市场监管局", "城市大脑", "《甲市“十四五”规划》"}
    page.choose("甲市十四五规划")
    assert page.page.inner_text("#evidence h2") == "《甲市“十四五”规划》"
