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


def _status(sentence: str) -> list[tuple[str, str]]:
    reading = read(Document("case", HEAD.format("区") + sentence + TAIL.format("玄武区"), "case.txt", "text/plain"))
    return [(figure.value, figure.status.value) for figure in reading.indicators]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("该工程计划申请省级资金2.5亿元，县级配套0.8亿元。", ["planned", "planned"]),
        ("预计投资26万元装设40盏路灯。", ["planned"]),
        ("2026年计划改造农村公路6条。", ["planned"]),
        ("力争到2028年产业规模达到300亿元、引进企业50家。", ["planned", "planned"]),
        ("方案提出到2027年底建成起降点80个。", ["planned"]),
        ("拟在现有的15处停车场内新建充电桩260套。", ["existing", "planned"]),
        ("将新建充电桩520套，其中110套建在车站。", ["planned", "planned"]),
        ("12个停车场拟于明年开工。", ["planned"]),
        ("下一步，我区将推进老旧小区改造；目前已完成45个小区。", ["existing"]),
        ("预计总投资3000万元，目前已到位1200万元。", ["planned", "existing"]),
        ("园区已引进企业36家，计划再引进18家。", ["existing", "planned"]),
        ("到2022年引进企业36家。", ["existing"]),
        ("三年行动计划实施以来，改造小区45个。", ["existing"]),
        ("虚拟现实产业园有企业25家。", ["existing"]),
        ("会同住房部门将重点企业纳入保障范围，解决公寓730套。", ["existing"]),
        ("2020年完成投资15亿元。", ["existing"]),
    ],
)
def test_the_words_of_the_sentence_say_whether_a_figure_is_planned(sentence: str, status: list[str]) -> None:
    assert [said for _, said in _status(sentence)] == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [("完成路口改造25个。", "planned"), ("目前已完成路口改造25个。", "existing"), ("2021年完成路口改造25个。", "existing")],
)
def test_behind_next_steps_a_figure_is_planned_unless_its_sentence_says_otherwise(sentence: str, status: str) -> None:
    assert _status(f"二、下一步工作打算\n{sentence}") == [("25", status)]
