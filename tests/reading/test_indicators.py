"""What a figure counts."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document
from tests.reading.test_sentences import HEAD, TAIL


def _counted(sentence: str) -> list[tuple[str, str | None]]:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned", "calibration"))
    return [(figure.value, figure.unit) for figure in reading.indicators]


@pytest.mark.parametrize(
    "institute", ["中船713所", "中电科27所", "中国电子科技集团公司第14所", "航天二院706所", "材料研究所（739所）"]
)
def test_the_number_of_an_institute_counts_nothing(institute: str) -> None:
    assert _counted(f"以{institute}等为代表的科研院所在人工智能领域有较强的研发能力。") == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("我区集聚高校15所。", "15"), ("全区198所中小学接入平台。", "198"), ("平台已在39所学校试用。", "39")],
)
def test_houses_are_counted(sentence: str, count: str) -> None:
    assert _counted(sentence) == [(count, "所")]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("全区数字经济占比提高5个百分点。", ("5", "个百分点")),
        ("云平台存储容量达到12PB。", ("达到12", "PB")),
        ("全区新增养老床位300张床位。", ("300", "张床位")),
        ("算力规模为500PFLOPS。", ("500", "PFLOPS")),
        ("平台已接入5个系统。", ("5", "个")),
    ],
)
def test_a_unit_is_taken_whole(sentence: str, counted: tuple[str, str]) -> None:
    assert [(value.removeprefix("达到"), unit) for value, unit in _counted(sentence)] == [
        (counted[0].removeprefix("达到"), counted[1])
    ]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("舒岚、枫栖、太安和高岚4个村列入计划。", []),
        ("舒岚、枫栖等4个村列入计划。", [("4", "个")]),
        ("云锦镇、岚山镇各选2个村试点。", [("2", "个")]),
    ],
)
def test_a_row_that_is_complete_is_not_counted_again(sentence: str, counted: list[tuple[str, str]]) -> None:
    assert _counted(sentence) == counted
