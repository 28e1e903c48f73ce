"""Roads that a reply only speaks of: which are named, and that nothing is said to be at them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.reading.mentions.places.roads import is_kind_of_road
from graph.reading.reader import read
from graph.records import Document, Reading

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "roads" / "named.json").read_text(encoding="utf-8"))
HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


def _read(sentence: str) -> Reading:
    return read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned", "calibration"))


def _named(reading: Reading, kind: str) -> list[str]:
    return sorted(e.name for e in reading.entities if e.type == kind)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_the_roads_of_a_sentence_are_those_of_its_case(case: dict[str, Any]) -> None:
    reading = _read(case["sentence"])
    assert _named(reading, "Road") == sorted(case["roads"])
    if "districts" in case:
        assert _named(reading, "District") == sorted(case["districts"])


def test_a_firm_is_at_no_road_that_a_sentence_only_speaks_of() -> None:
    reading = _read("云栖路改造期间，星禾集团有限公司捐赠了设备。")
    assert _named(reading, "Road") == ["云栖路"]
    assert [r for r in reading.relations if "云栖路" in (r.source, r.target)] == []


def test_but_at_one_where_it_is_said_to_be() -> None:
    reading = _read("星禾集团有限公司位于云栖路，澜桥路正在改造。")
    assert [(r.source, r.target) for r in reading.relations if r.type == "locatedIn"] == [("星禾集团有限公司", "云栖路")]
    assert _named(reading, "Road") == ["云栖路", "澜桥路"]


def test_who_wants_to_be_surer_has_them_among_the_doubts() -> None:
    text = HEAD + "目前云栖路的改造已经完成。" + TAIL
    reading = read(Document("case", text, "case.txt", "text/plain"), least=0.9, without=("learned", "calibration"))
    assert _named(reading, "Road") == []
    assert [(d.type, d.name) for d in reading.doubts if d.type == "Road"] == [("Road", "云栖路")]


def test_every_road_has_the_words_that_name_it() -> None:
    reading = _read("片区东至澜桥路、西到人民路，岚山至云栖高速公路正在建设。")
    for road in (e for e in reading.entities if e.type == "Road"):
        for one in road.evidence:
            assert road.name in reading.text[one.start : one.end]


@given(st.lists(st.sampled_from("岚山路大道街高速公至、，。到和从对G3号"), max_size=40).map("".join))
@example("岚岚至岚路高速")
def test_no_run_of_their_characters_stops_the_reading(words: str) -> None:
    for road in (e for e in _read(words + "。").entities if e.type == "Road"):
        assert len(road.name) > 1 and not is_kind_of_road(road.name)
