"""Replies that are laid out otherwise or moved say what they said."""

from __future__ import annotations

import random

import pytest

from benchmarks.elsewhere import LAYOUTS, Annotated, moved

TEXT = "上海市长宁区科委答复：长宁已建成云谷科技园，虹桥街道、天山路街道先行。"
SAID = {"place": "上海市长宁区", "entities": [{"type": "Subdistrict", "name": "虹桥街道"}]}


def test_a_moved_reply_names_another_city_and_towns_of_its_own() -> None:
    drawn = (moved(Annotated("case", TEXT, SAID), random.Random(seed)) for seed in range(20))
    others = [other for other in drawn if other is not None]  # a city may have no district
    assert len(others) > 10
    for other in others:
        assert not any(name in other.text for name in ("上海", "长宁", "虹桥街道", "天山路街道"))
        assert other.said["entities"][0]["name"] in other.text
        assert other.said["place"] in other.text
        assert other.text.count("街道") == TEXT.count("街道")


@pytest.mark.parametrize("place", [None, "", "国家发展改革委", "浙江省"])
def test_what_is_of_no_city_is_not_moved(place: str | None) -> None:
    assert moved(Annotated("case", TEXT, SAID | {"place": place}), random.Random(0)) is None


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_takes_no_word_away(name: str) -> None:
    laid_out = LAYOUTS[name](TEXT + "\n\n第二行（“甲”：12个）")
    assert [c for c in laid_out if "\u4e00" <= c <= "\u9fff"] == [c for c in TEXT + "第二行甲个" if "\u4e00" <= c <= "\u9fff"]
