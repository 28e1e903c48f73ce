"""Names in the cells of a table are what its column says, and where the row says."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.reading.columns import with_marks
from graph.reading.reader import read, read_file
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n具体情况见下表：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


def _read(table: str) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    reading = read(Document("case", HEAD + table + TAIL, "case.txt", "text/plain"))
    named = {(e.type, e.name) for e in reading.entities if e.rule == "table.cell"}
    return named, {(r.type, r.source, r.target) for r in reading.relations if r.rule.endswith(".row")}


def test_a_column_says_what_its_cells_are_and_the_row_where_they_are() -> None:
    named, stated = _read(
        "园区名称 | 载体面积 | 企业数 | 代表企业\n岚光科技园 | 8.2万平方米 | 76家 | 星桥衡、鹿鸣微\n听松产业园 | 3.5万平方米 | 21家 | 云湾立\n特此答复，感谢关心。\n"
    )
    assert {("Enterprise", "星桥衡"), ("Enterprise", "鹿鸣微"), ("Enterprise", "云湾立")} <= named
    assert stated == {
        ("locatedIn", "星桥衡", "岚光科技园"),
        ("locatedIn", "鹿鸣微", "岚光科技园"),
        ("locatedIn", "云湾立", "听松产业园"),
    }


def test_an_empty_cell_keeps_those_behind_it_below_their_headings() -> None:
    table = "载体 | 企业 | 应用场景\n岚光科技园 | 星桥衡 | 邻里巡访\n| 鹿鸣微 | 银龄陪诊\n听松产业园 | | 社区云厨\n特此答复，感谢关心。\n"
    named, _ = _read(table)
    assert named >= {("Enterprise", "鹿鸣微"), ("Scenario", "银龄陪诊"), ("Scenario", "社区云厨")}
    assert ("Enterprise", "社区云厨") not in named


def test_a_cell_of_several_sentences_is_one_cell() -> None:
    named, _ = _read("载体 | 情况 | 企业\n岚光科技园 | 已建成。正在招商。 | 鹿鸣微\n特此答复，感谢关心。\n")
    assert ("Enterprise", "鹿鸣微") in named


def test_figures_and_dashes_are_no_names_and_a_count_types_nothing() -> None:
    named, stated = _read("应用名称 | 企业数\n— | 76家\n12 | 约20家\n")
    assert not named
    assert not stated


def test_two_tables_have_a_heading_each() -> None:
    named, _ = _read("代表企业 | 产值\n星桥衡 | 3亿元\n情况如下。\n服务内容 | 数量\n鹿鸣微 | 5个\n")
    assert ("Enterprise", "星桥衡") in named
    assert ("Enterprise", "鹿鸣微") not in named


def test_marks_alone_in_a_cell_are_no_name() -> None:
    assert all(name for _, name in _read("应用名称 | 企业数\n‘《 | 5家\n“” | 6家\n")[0])
    text = HEAD + "|在徐庄智谷试点“邻里通”小程序。|‘《"
    assert all(entity.name for entity in read(Document("case", text, "case.txt", "text/plain")).entities)


ROWS = ("序号", "园区名称", "企业名称"), ("1", "岚光大厦", "星桥衡"), ("2", "听松大厦", "云湾立")


@pytest.mark.parametrize("gap", [" | ", "\t", "  ", "      "], ids=["bars", "tabs", "two blanks", "many blanks"])
def test_columns_are_parted_by_bars_tabs_or_blanks(tmp_path: Path, gap: str) -> None:
    file = tmp_path / "case.txt"
    file.write_text(HEAD + "".join(gap.join(row) + "\n" for row in ROWS) + TAIL, encoding="utf-8")
    reading = read_file(file)
    assert {e.name for e in reading.entities if e.rule == "table.cell" and e.type == "Enterprise"} == {"星桥衡", "云湾立"}
    stated = {(r.type, r.source, r.target) for r in reading.relations if r.rule.endswith(".row")}
    assert stated == {("locatedIn", "星桥衡", "岚光大厦"), ("locatedIn", "云湾立", "听松大厦")}
    for entity in reading.entities:
        assert all(reading.text[e.start : e.end] == e.quote for e in entity.evidence)


@pytest.mark.parametrize("gap", [" ", "  ", "\t"], ids=["a blank", "two blanks", "a tab"])
def test_a_rows_number_is_no_part_of_a_name(tmp_path: Path, gap: str) -> None:
    file = tmp_path / "case.txt"
    names = ("南京岚桥智能科技有限公司", "云湾生物股份有限公司")
    file.write_text(HEAD + "".join(f"{i}{gap}{name}\n" for i, name in enumerate(names, 1)) + TAIL, encoding="utf-8")
    assert {e.name for e in read_file(file).entities if e.type == "Enterprise"} == set(names)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("1 岚桥公司\n2 云湾公司", "1.岚桥公司\n2.云湾公司"),
        ("1   岚桥公司   甲园\n2   云湾公司   乙园", "1|  岚桥公司|  甲园\n2|  云湾公司|  乙园"),
        (
            "企业名称  所在园区  备注\n1 岚桥  甲园\n2 云湾  乙园  新设",
            "企业名称| 所在园区| 备注\n1.岚桥| 甲园\n2.云湾| 乙园| 新设",
        ),
        ("企业名称  所在园区  主营\n1  岚桥  甲园\n2  云湾", "企业名称  所在园区  主营\n1| 岚桥| 甲园\n2| 云湾"),
        ("全年引进\n12 家企业，其中\n13 家在建", None),
        ("1 家企业\n2 个园区", None),
        ("2 岚桥公司\n3 云湾公司", None),
        ("市科技局  市财政局\n2024年6月3日  2024年6月3日", "市科技局| 市财政局\n2024年6月3日  2024年6月3日"),
        ("市水务局 云泽区城市管理委员会", "市水务局|云泽区城市管理委员会"),
        ("云泽区人民政府 金融工作办公室", None),
        ("市水务局 积极推进 市财政局", None),
        ("联系单位：市科技局  邮编：210000\n地址：岚桥路1号  传真：无", None),
        ("文  号\n分   类", None),
        ("岚桥科技园  已建成。\n听松产业园  在建。", None),
    ],
)
def test_only_lists_tables_and_offices_side_by_side_get_marks(text: str, marked: str | None) -> None:
    assert with_marks(text) == (marked or text)


def test_no_name_runs_over_two_cells() -> None:
    reading = read(Document("case", HEAD + "企业名称 | 园区名称\n星桥衡 | 岚光科技园\n" + TAIL, "case.txt", "text/plain"))
    assert not [e.name for e in reading.entities if "|" in e.name]


def test_two_offices_that_sign_side_by_side_are_two() -> None:
    signed = HEAD + "老街已经修缮。\n\n云泽区发展和改革委员会        云泽区文物局\n2024年6月28日\n"
    reading = read(Document("case", signed, "case.txt", "text/plain"))
    assert {"云泽区发展和改革委员会", "云泽区文物局"} <= {e.name for e in reading.entities if e.type == "Organisation"}
