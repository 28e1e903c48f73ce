"""One sentence a case: who issued its documents, which place is part of which, and the fields of its firms."""

from __future__ import annotations

import importlib
import json
import time
from pathlib import Path
from typing import Any

import pytest

from graph.reading.classifier.deciding import _BELIEVED
from graph.reading.reader import read
from graph.reading.relations.outright import OUTRIGHT
from graph.reading.relations.scene import Pair
from graph.records import Document

#: The room, which its face, the function of the same name, stands before.
relations = importlib.import_module("graph.reading.relations")
CASES = sorted((Path(__file__).parent / "relations").glob("*.json"))
HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"
TYPES = ("issuedBy", "partOf", "inSector")


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_sentence_says_what_its_case_says(case: Path) -> None:
    expected = json.loads(case.read_text(encoding="utf-8"))
    reading = read(Document("case", HEAD + expected["sentence"] + TAIL, "case.txt", "text/plain"), without=("learned",))
    stated = sorted([r.type, r.source, r.target] for r in reading.relations if r.type in TYPES)
    assert stated == sorted(expected["relations"])


@pytest.mark.parametrize(
    "sentence", ["您提出的《关于加快推进锁金村街道樱铁村社区改造的建议》，我区高度重视。", "拟推进锁金村街道樱铁村社区改造。"]
)
def test_a_town_and_what_is_part_of_it_are_there_whatever_is_planned_in_them(sentence: str) -> None:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned",))
    parts = {(r.source, r.target): r.status.value for r in reading.relations if r.type == "partOf"}
    assert parts["樱铁村社区", "锁金村街道"] == "existing"
    assert [e.status.value for e in reading.entities if e.type == "Subdistrict" and e.status] == ["existing"]


def test_however_much_a_reply_names_a_sentence_looks_back_at_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def counted(*told: Any) -> list[Pair]:
        seen.append(len(told[4]))
        return []

    monkeypatch.setattr(relations, "meant_places", counted)
    names = [f"{a}{b}软件园" for a in "澜岳穹宇炬曜睿芃航芯桐萃" for b in "岭湾汀渚洲浦屿川原野谷坡桥塘溪泉湖池潭岩"]
    said = "".join(f"{name}引进了企业。" for name in (*names, *names))
    read(Document("case", HEAD + said + TAIL, "case.txt", "text/plain"), without=("learned",))
    assert len(seen) > len(names)
    assert 0 < max(seen) <= relations._NAMED


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("“渝快办”集成政务服务事项两千余项，群众可在手机上办理。", None),  # the whole city's
        ("我区把“渝快办”推广到各村社，办件量增长两成。", "涪陵区"),
        ("“涪易办”集成政务服务事项两百余项，群众可在手机上办理。", "涪陵区"),
    ],
)
def test_what_is_called_after_the_province_is_its_district_s_only_where_the_sentence_says_so(
    said: str, place: str | None
) -> None:
    signed = "\n\n重庆市涪陵区政务服务管理办公室\n2025年6月3日\n"
    reading = read(Document("case", HEAD + said + signed, "case.txt", "text/plain"), without=("learned",))
    assert next((r.target for r in reading.relations if r.type == "pilotedIn"), None) == place


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("“云上议事厅”已在红山街道和锁金村街道投入使用。", True),
        ("“云上议事厅”平台由红山街道率先推出。", True),
        ("“云上议事厅”已覆盖红山街道、锁金村街道。", True),
        ("“云上议事厅”向市民开放，每周二在红山街道设咨询台。", False),
        ("如果“云上议事厅”平台在红山街道推广，可节约成本。", False),
        ("为使“云上议事厅”平台覆盖红山街道，我局加强协调。", False),
        ("我局支持“云上议事厅”平台在红山街道落地。", False),
        ("“云上议事厅”平台已在红山街道试点，但因资金未能落地。", False),
        ("“云上议事厅”平台2027年在红山街道建成。", False),
        ("在红山街道、锁金村街道试点“云上议事厅”，在湖南路街道设咨询台。", True),
        ("今年5月，红山街道率先推出“云上议事厅”平台。", True),
        ("下一步，在红山街道等3个街道试行“云上议事厅”。", True),
        ("居民对红山街道试点“云上议事厅”平台反映良好。", False),
        ("红山街道试点“云上议事厅”平台，但因资金未能落地。", False),
    ],
)
def test_what_is_said_outright_to_run_at_a_place_is_sure_whatever_the_classifier_holds(said: str, sure: bool) -> None:
    reading = read(Document("case", HEAD + said + TAIL, "case.txt", "text/plain"), without=("learned",))
    found = [r.confidence for r in reading.relations if r.type == "pilotedIn"]
    assert found
    assert all(confidence >= _BELIEVED for confidence in found) is sure


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("玄武区的“云上议事厅”、鼓楼区的“一键叫车”、浦口区“银龄管家”小程序均已与市平台打通。", 3),
        ("玄武区试行“云上议事厅”，效果较好。", 0),
    ],
)
def test_what_a_district_is_said_to_have_is_in_it_whatever_the_classifier_holds(said: str, sure: int) -> None:
    signed = "\n\n南京市数据局\n2025年6月3日\n"
    reading = read(
        Document("case", HEAD.replace("区政协", "市政协") + said + signed, "case.txt", "text/plain"), without=("learned",)
    )
    assert len([r for r in reading.relations if r.rule == OUTRIGHT]) == sure


@pytest.mark.parametrize(
    "said", ["“云上议事厅”平台{}接入红山街道。", "红山街道{}使用“云上议事厅”。", "我区{}使用“云上议事厅”的有红山街道。"]
)
@pytest.mark.parametrize("again", ["2025年" * 300, "于去年已" * 30, "现已" * 30, "2025年3月1日起已" * 30])
def test_words_said_over_and_over_are_read_within_seconds(said: str, again: str) -> None:
    started = time.process_time()
    read(Document("case", HEAD + said.format(again) + TAIL, "case.txt", "text/plain"), without=("learned",))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("我区引进的澜岳科技有限公司位于区工业园区。", True),
        ("引进上海澜岳科技有限公司到我区投资建厂。", True),
        ("澜岳科技有限公司先后来我区投资兴业。", True),
        ("澜岳科技有限公司投资20亿元在我区建设正极材料生产基地。", True),
        ("澜岳科技有限公司等驻区企业积极参与。", True),
        ("澜荷酒业、芯田纺织等本土食品企业转型升级。", True),
        ("我区澜岳科技有限公司获评绿色工厂。", False),
        ("澜岳科技有限公司在我区推广机器人。", False),
    ],
)
def test_a_firm_that_is_plainly_said_to_be_here_is_whatever_the_classifier_holds(said: str, sure: bool) -> None:
    reading = read(Document("case", HEAD + said + TAIL, "case.txt", "text/plain"), without=("learned",))
    found = [r.confidence for r in reading.relations if r.type == "locatedIn"]
    assert found
    assert all(confidence >= _BELIEVED for confidence in found) is sure


@pytest.mark.parametrize("again", ["先后" * 600, "投资建设" * 300, "甲、" * 500, "已" * 900])
@pytest.mark.parametrize(
    "said", ["澜岳科技有限公司{}来我区投资兴业。", "我区{}引进的澜岳科技有限公司投产。", "云溪科创园{}，是徐庄高新区的组成部分。"]
)
def test_words_before_a_firm_said_over_and_over_are_read_within_seconds(said: str, again: str) -> None:
    started = time.process_time()
    read(Document("case", HEAD + said.format(again) + TAIL, "case.txt", "text/plain"), without=("learned",))
    assert time.process_time() - started < 5
