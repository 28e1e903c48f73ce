"""The plain sentences: their numbers are the figures', and a sentence without a figure is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.build import Outcome
from graph.network import network_of, statistics_of
from graph.rdf import ENTITY_BASE
from graph.records import Heading, Reading
from graph.resolution import resolve
from report.districts import of_district
from report.links import Linked
from report.replying import Replying, chief_of, places_of, replies, span_of, title_of
from report.summary import of_whole
from report.ties import promises, together
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
    assert "12 个已有，5 个尚在规划" in text
    assert "各 1 家：东方明珠凯旋中心、武夷路更新载体、长宁国际发展广场" in text
    assert "商业最多，占 21%。" in text
    assert "没有形成超出偶然的紧密群体" in text
    (place,) = _places(built[1])
    district = "".join(sentence.text("zh") for sentence in of_district(place))
    assert district.startswith(
        "长宁区：有句子写明在本地的有企业 10 家、载体 1 个、场景 13 个（其中 5 个场景尚在规划）。所辖 10 个街镇中，3 个已有试点"
    )
    assert "其余 7 个没有写到试点：华阳路街道" in district


def test_a_subdistrict_has_one_name_everywhere(built: tuple[Path, Outcome], several: Several) -> None:
    for figures in (built[1].statistics, several.figures):
        names = {row["iri"]: row["name"] for row in figures["places"]}
        named = [row for gap in figures["gaps"] for row in gap["rows"] if row["iri"]]
        assert named
        assert [row["name"] for row in named] == [names[row["iri"]] for row in named]


def _places(outcome: Outcome) -> list[Replying]:
    readings = outcome.resolution.readings
    return chief_of(places_of(outcome.statistics, network_of(outcome.resolution, ENTITY_BASE), readings))


def _all(figures: dict[str, Any], places: list[Replying]) -> list[Any]:
    return [*of_whole(figures), *(sentence for place in places for sentence in of_district(place))]


def test_both_languages_say_the_same_numbers_and_name_the_same(built: tuple[Path, Outcome], several: Several) -> None:
    places = chief_of(places_of(several.figures, several.network, several.readings))
    for figures, replying in ((built[1].statistics, _places(built[1])), (several.figures, places)):
        for sentence in _all(figures, replying):
            assert sorted(_numbers(sentence.text("zh"))) == sorted(_numbers(sentence.text("en"))), sentence
            names = [{part for part in parts if isinstance(part, Linked)} for parts in (sentence.zh, sentence.en)]
            assert names[0] == names[1]


def test_every_number_of_several_districts_is_a_figure(several: Several) -> None:
    """Carriers, groups and subdistricts counted anew from the rows."""
    figures = several.figures
    places = places_of(figures, several.network, several.readings)
    text = "".join(sentence.text("en") for sentence in _all(figures, places))
    hosts = [p for p in figures["places"] if p["type"] == "Carrier" and sum(p["enterprises"].values())]
    assert f"of {len(hosts)} carriers that have any" in text
    assert f"{figures['replies']} replies by {len(figures['departments'])} departments" in text
    if figures["communities"]["found"]:
        assert f"falls into {len(figures['communities']['groups'])} communities" in text
    assert {place.code for place in places if place.gap} == {gap["id"] for gap in figures["gaps"]}
    for gap in figures["gaps"]:
        assert f"Of its {gap['subdistricts']} subdistricts" in text


def test_the_chief_districts_are_those_of_which_most_is_said(several: Several) -> None:
    rows = {row["id"]: row for row in several.figures["places"]}
    kinds = ("enterprises", "carriers", "scenarios")
    chief = [rows[f"District/{p.code}"] for p in chief_of(places_of(several.figures, several.network, several.readings)) if p.row]
    said = [sum(sum(row[kind].values()) for kind in kinds) for row in chief]
    assert said == sorted(said, reverse=True)
    assert len(said) > 1


@pytest.mark.parametrize("alone", [(), ("e1",), ("C1",), ("F1",)])
def test_next_to_nothing_says_nothing_that_is_not_so(alone: tuple[str, ...]) -> None:
    said = of_whole(statistics_of(network([], alone), 0))
    text = "".join(sentence.text("zh") + sentence.text("en") for sentence in said)
    assert "nan" not in text.lower()
    assert "%" not in text
    assert "No group is more closely linked" in text


@pytest.mark.parametrize(
    ("planned", "said"), [((), "这些场景都已有。"), (("s1", "s2"), "这些场景都尚在规划。"), (("s1",), "1 个已有，1 个尚在规划")]
)
def test_no_number_of_what_is_not_there_is_told(planned: tuple[str, ...], said: str) -> None:
    made = network([("s1", "pilotedIn", "D1"), ("s2", "pilotedIn", "D2")], planned=planned)
    text = "".join(sentence.text("zh") for sentence in of_whole(statistics_of(made, 1)))
    assert said in text
    assert not re.search(r"(?<!\d)0 个", text)


@pytest.mark.parametrize(("firms", "middle"), [(4, ""), (12, "D1居中：它所连的各方，没有它就不再全部相连。")])
def test_who_stands_in_the_middle_of_a_handful_is_not_told(firms: int, middle: str) -> None:
    made = network([(f"e{i}", "locatedIn", "D1") for i in range(firms)])
    note = together(statistics_of(made, 1), made).note
    assert note is not None
    assert (middle in note.zh) and ("居中" in note.zh) == bool(middle)


def _reading(name: str, place: str, heading: Heading = Heading()) -> Reading:  # noqa: B008 - frozen
    return Reading(name, f"{name}的答复\n正文。", f"{name}.txt", heading, place)


def test_every_replying_place_has_its_paragraph_and_stands_in_the_title_as_on_the_map() -> None:
    """A city has no subdistricts in the official list, and of a district nothing may be said to be there."""
    made = network([("s1", "pilotedIn", "D1")], ["C1"])
    made.nodes["D1"].update(name="六安市", code="341500")
    made.nodes["C1"]["evidence"] = (("b", 0, 2, "", "existing", "", 1.0),)
    made = nx.relabel_nodes(made, {"D1": "District/341500"})
    readings = (_reading("a", "341500"), _reading("b", "320214"), _reading("c", "350000"), _reading("d", "500110"))
    figures = statistics_of(made, 4, readings)
    places = places_of(figures, made, readings)
    assert title_of(places).zh == "新吴区、六安市、福建省等4地产业生态报告"
    assert title_of(places[1:2]).zh == "六安市产业生态报告"
    said = ["".join(sentence.text("zh") for sentence in of_district(place)) for place in chief_of(places)]
    assert said[0] == "六安市：有句子写明在本地的有场景 1 个。"
    assert said[1].startswith("新吴区：答复点名了载体 1 个，没有句子写明其中哪个在本地。所辖 6 个街镇中，")
    assert said[2] == "福建省：答复没有点名企业、载体或场景。"
    assert len(said) == 4


def test_each_reply_is_listed_with_what_one_cites_it_by() -> None:
    facts = Heading(
        title="关于第7号提案的答复",
        kind="提案",
        number="7",
        department="市经信局",
        document_number="六经信〔2024〕7号",
        date="2024-07-29",
    )
    readings = (_reading("乙", "341500", facts), _reading("甲", "320214", Heading(date="2022-06")))
    section = replies(readings)
    assert section is not None
    first, second = section.tables[0].rows
    assert (first[0].reply, *first[1:]) == ("甲", "甲", ("未写明（新吴区）", "not said (新吴区)"), "", "", "2022-06")
    assert second[1:] == ("关于第7号提案的答复", "市经信局（六安市）", "六经信〔2024〕7号", "第7号提案", "2024-07-29")
    assert span_of(readings) == ("依据 2 件答复（答复日期 2022-06 至 2024-07-29）", "Made of 2 replies (2022-06 to 2024-07-29)")
    assert replies(()) is None


def test_what_only_some_replies_say_is_told_of_these() -> None:
    headings = (
        Heading(department="市经信局", date="2022-06"),
        Heading(department="市商务局", date="2024-07-29"),
        Heading(department="市商务局"),
        Heading(),
    )
    readings = [_reading(str(k), "341500", heading) for k, heading in enumerate(headings)]
    figures = statistics_of(network_of(resolve(readings), ENTITY_BASE), len(readings), readings)
    text = {language: "".join(one.text(language) for one in of_whole(figures)) for language in ("zh", "en")}
    assert text["zh"].startswith(
        "4 件答复没有提及任何企业、载体、街镇、政策或场景。其中 3 件写明答复单位（共 2 个部门），1 件没有；2 件写明日期（2022–2024 年），2 件没有。"
    )
    assert "Of them 3 name their office (2 departments), 1 do not; 2 have a day (2022–2024), 2 do not." in text["en"]
    section = promises(figures)
    assert section is not None
    assert section.note is not None
    assert section.note.zh == "4 件答复中，1 件没有写明答复单位，不在“按承办部门”里；2 件没有写明日期，不在“按答复年份”里。"
    rows = {table.file: sum(row[1] for row in table.rows) for table in section.tables}
    assert rows == {"departments": 3, "years": 2}


def test_the_picture_of_a_part_of_the_network_says_so(several: Several) -> None:
    parts = [(f"e{k}", "locatedIn", f"D{k % 9}") for k in range(200)]
    made = network(parts)
    section = together(statistics_of(made, 1), made)
    ((words, chart),) = section.charts
    assert chart.shown is not None
    assert f"只画其中最大的一片，有关系的 209 个实体中的 {chart.shown} 个" in words.zh
    assert chart.shown == 1 + 23
    whole = together(several.figures, several.network)
    assert "只画" not in "".join(words.zh for words, _ in whole.charts)
