"""Names in the cells of a table are what its column says, and where the row says."""

from __future__ import annotations

from graph.reading import read
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
