"""The plain sentences: their numbers are the figures', and a sentence without a figure is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph.build import Outcome
from graph.network import statistics_of
from report.sentences import of_district, of_whole
from tests.network.small import network


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)?", text)


def test_the_district_in_words(built: tuple[Path, Outcome]) -> None:
    figures: dict[str, Any] = built[1].statistics
    text = "".join(words.zh for words in of_whole(figures))
    assert "14 家企业、10 个载体、4 个街镇、6 份政策、17 个场景" in text
    assert "12 个已有，5 个规划" in text
    assert "没有超出随机的社群" in text
    (gap,) = figures["gaps"]
    district = "".join(words.zh for words in of_district(figures, gap))
    assert "10 个街镇" in district
    assert "7 个未被点名试点" in district
    assert "华阳路街道" in district


def test_both_languages_say_the_same_numbers(built: tuple[Path, Outcome]) -> None:
    figures: dict[str, Any] = built[1].statistics
    for words in (*of_whole(figures)[1:], *of_district(figures, figures["gaps"][0])):
        assert sorted(_numbers(words.zh)) == sorted(_numbers(words.en)), words


@pytest.mark.parametrize("alone", [(), ("e1",), ("C1",), ("F1",)])
def test_next_to_nothing_says_nothing_that_is_not_so(alone: tuple[str, ...]) -> None:
    text = "".join(words.zh + words.en for words in of_whole(statistics_of(network([], alone), 0)))
    assert "nan" not in text.lower()
    assert "%" not in text
    assert "no communities" in text
