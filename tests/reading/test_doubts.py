"""What was seen and left out says why."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("提案建议开设“空中观光”小程序，条件尚不成熟。", "proposed"),
        ("“岚光智慧停车”平台暂不建设。", "denied"),
    ],
)
def test_a_service_that_is_not_there_is_a_doubt_with_its_reason(sentence: str, reason: str) -> None:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert reason in {doubt.reason for doubt in reading.doubts if doubt.type == "Scenario"}
    assert not [e for e in reading.entities if e.type == "Scenario"]


def test_what_the_proposal_asks_for_and_is_there_as_well_is_an_entity() -> None:
    sentence = "提案建议推广“岚光停车”小程序。我区已上线“岚光停车”小程序。"
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert [e.name for e in reading.entities if e.type == "Scenario"] == ["岚光停车"]


def test_what_a_work_is_called_is_no_doubt() -> None:
    sentence = "排演话剧《高邮》，观看电影《苏州！苏州！》，演唱歌曲《水乡》、《江南》。"
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned", "calibration"))
    assert not [doubt.name for doubt in reading.doubts if doubt.type == "Policy"]


def test_the_first_of_two_offices_ends_before_what_joins_them() -> None:
    sentence = "市妇联和市民政局推进关爱行动。"
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"))
    seen = {entity.name for entity in reading.entities if entity.type == "Organisation"}
    seen |= {doubt.name for doubt in reading.doubts if doubt.type == "Organisation"}
    assert {"市妇联", "市民政局"} <= seen
    assert not [name for name in seen if name.endswith("和")]


@pytest.mark.parametrize(
    ("sentence", "read_too"),
    [
        ("我区上线智慧助餐、云上问诊、老人探访关爱等应用场景。", True),
        ("我区面向智能驾驶、智慧物流、老人探访关爱等应用，研制新型传感器。", False),
        ("我区打造智慧文旅、应急救援、老人探访关爱等场景。", False),
    ],
)
def test_a_plain_item_is_read_only_where_most_of_its_list_have_a_digital_word(sentence: str, read_too: bool) -> None:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"))
    assert ("老人探访关爱" in {e.name for e in reading.entities if e.type == "Scenario"}) is read_too
