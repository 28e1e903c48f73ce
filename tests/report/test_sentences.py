"""The plain sentences: their numbers are the figures', and a sentence without a figure is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph.build import Outcome
from graph.network import statistics_of
from report.districts import chief_districts, of_district
from report.links import Linked
from report.summary import of_whole
from tests.network.conftest import Several
from tests.network.small import network


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)?", text)


def test_the_district_in_words(built: tuple[Path, Outcome]) -> None:
    figures: dict[str, Any] = built[1].statistics
    text = "".join(sentence.text("zh") for sentence in of_whole(figures))
    assert text.startswith(
        "2023 年，长宁区科学技术委员会的 1 件答复共提及 14 家企业、11 个载体、17 个应用场景、6 份政策文件、4 个街镇。"
    )
    assert "12 个已有，5 个尚在计划" in text
    assert "各 1 家：东方明珠凯旋中心、武夷路更新载体、长宁国际发展广场" in text
    assert "商业最多，占 21%；分散程度相当于 7.5 个同样大小的领域" in text
    assert "没有形成超出偶然的紧密群体" in text
    (gap,) = chief_districts(figures)
    district = "".join(sentence.text("zh") for sentence in of_district(figures, gap))
    assert district.startswith(
        "长宁区：有句子写明在本地的有企业 10 家、载体 1 个、场景 13 个（其中 5 个为计划）。所辖 10 个街镇中，3 个已有试点"
    )
    assert "其余 7 个没有写到试点：华阳路街道" in district


def test_a_subdistrict_has_one_name_everywhere(built: tuple[Path, Outcome], several: Several) -> None:
    for figures in (built[1].statistics, several.figures):
        names = {row["iri"]: row["name"] for row in figures["places"]}
        named = [row for gap in figures["gaps"] for row in gap["rows"] if row["iri"]]
        assert named
        assert [row["name"] for row in named] == [names[row["iri"]] for row in named]


def _all(figures: dict[str, Any]) -> list[Any]:
    return [*of_whole(figures), *(s for gap in chief_districts(figures) for s in of_district(figures, gap))]


def test_both_languages_say_the_same_numbers_and_name_the_same(built: tuple[Path, Outcome], several: Several) -> None:
    for figures in (built[1].statistics, several.figures):
        for sentence in _all(figures):
            assert sorted(_numbers(sentence.text("zh"))) == sorted(_numbers(sentence.text("en"))), sentence
            names = [{part for part in parts if isinstance(part, Linked)} for parts in (sentence.zh, sentence.en)]
            assert names[0] == names[1]


def test_every_number_of_several_districts_is_a_figure(several: Several) -> None:
    """Carriers, groups and subdistricts counted anew from the rows."""
    figures = several.figures
    text = "".join(sentence.text("en") for sentence in _all(figures))
    hosts = [p for p in figures["places"] if p["type"] == "Carrier" and sum(p["enterprises"].values())]
    assert f"of {len(hosts)} carriers that have any" in text
    assert f"{figures['replies']} replies by {len(figures['departments'])} departments" in text
    if figures["communities"]["found"]:
        assert f"falls into {len(figures['communities']['groups'])} communities" in text
    for gap in chief_districts(figures):
        assert f"Of its {gap['subdistricts']} subdistricts" in text


def test_the_chief_districts_are_those_of_which_most_is_said(several: Several) -> None:
    chief = chief_districts(several.figures)
    rows = {row["iri"]: row for row in several.figures["places"]}
    said = [sum(sum(rows[g["iri"]][k].values()) for k in ("enterprises", "carriers", "scenarios")) for g in chief if g["iri"]]
    assert said == sorted(said, reverse=True)
    assert len(said) > 1


@pytest.mark.parametrize("alone", [(), ("e1",), ("C1",), ("F1",)])
def test_next_to_nothing_says_nothing_that_is_not_so(alone: tuple[str, ...]) -> None:
    said = of_whole(statistics_of(network([], alone), 0))
    text = "".join(sentence.text("zh") + sentence.text("en") for sentence in said)
    assert "nan" not in text.lower()
    assert "%" not in text
    assert "No group is more closely linked" in text
