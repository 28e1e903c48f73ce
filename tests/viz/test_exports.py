"""Each export is opened by a program that is not ours, and holds what is shown."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree
from PIL import Image

from graph.network import network_of
from graph.rdf import ENTITY_BASE
from graph.records import Reading
from graph.resolution import resolve
from tests.viz.conftest import Opened, in_browser, one_firm, written
from tests.viz.test_page import EVIL

pytestmark = in_browser
SVG = "{http://www.w3.org/2000/svg}"


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


@pytest.mark.parametrize("view", ["places", "whole"])
def test_a_picture_is_a_png_with_colours(view: str, opened: Callable[..., Opened], map_file: Path) -> None:
    with Image.open(opened(map_file, f"#view={view}").saved("png")) as picture:
        assert picture.format == "PNG"
        assert min(picture.size) > 800
        colours = picture.convert("RGB").getcolors(1 << 24)
    assert colours
    assert len(colours) > 50
    assert (0, 114, 178) in {colour for _, colour in colours}  # enterprises


def test_an_svg_is_well_formed_names_all_and_asks_for_nothing(
    opened: Callable[..., Opened], map_file: Path, tmp_path: Path
) -> None:
    page = opened(map_file, "#view=whole")
    file = page.saved("svg")
    tree = etree.parse(file, etree.XMLParser(no_network=True, resolve_entities=False))
    words = {text.text for text in tree.iter(SVG + "text")}
    assert {"黑湖科技", "长宁区产业生态图谱"} <= words
    assert not [e for e in tree.iter() if any(name.endswith("href") for name in e.attrib)]
    assert not list(tree.iter(SVG + "script", SVG + "foreignObject"))
    if shutil.which("rsvg-convert"):
        subprocess.run(["rsvg-convert", "-o", tmp_path / "x.png", file], check=True)
        with Image.open(tmp_path / "x.png") as picture:
            assert picture.size[0] == round(float(tree.getroot().get("width") or 0))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("#view=pilots&status=planned", "不是全部，只看 状态：规划。列表中有 5 个实体。"),
        ("#view=places&type=Enterprise&q=科技", "不是全部，只看 类型：企业；查找名称：科技。列表中有 5 个实体。"),
        ("#view=whole&at=Enterprise/黑湖科技&steps=1", "不是全部，只看 黑湖科技 的一步以内。列表中有 4 个实体。"),
        ("#view=whole&without=District/310105&without=Sector/商业", "不是全部，只看 已隐藏：长宁区、商业。列表中有 71 个实体。"),
        ("#view=pilots&status=planned&lang=en", "A part only – Status: planned. Entities in the list: 5."),
        ("#view=whole", ""),
        ("#view=places", ""),
    ],
)
def test_a_picture_of_a_part_says_so(address: str, said: str, opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file, address)
    words = [text.text for text in etree.parse(page.saved("svg")).iter(SVG + "text")]
    under = words.index(next(text for text in words if text and text.endswith(("产业生态图谱", "Industry map: 长宁区")))) + 1
    assert ("不是全部" in str(words) or "A part only" in str(words)) is bool(said)
    assert said in words[under + 1] if said else True
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert said in (page.page.locator("#paper").text_content() or "")


def test_gexf_holds_the_network_with_its_sentences(fixed: Reading, page: Opened) -> None:
    page.page.click("[data-view=whole]")
    graph: Any = nx.read_gexf(page.saved("gexf"))
    network = network_of(resolve([fixed]), ENTITY_BASE)
    assert set(graph) == set(network)
    assert sorted(graph.edges()) == sorted((u, v) for u, v, _ in network.edges(keys=True))
    firm = next(n for n, label in graph.nodes(data="label") if label == "黑湖科技")
    assert graph.nodes[firm]["type"] == "Enterprise"
    assert graph.nodes[firm]["status"] == "existing"
    assert {edge["relation"] for _, _, edge in graph.edges(data=True)} == {kind for *_, kind in network.edges(keys=True)}
    assert any("武夷路更新载体" in edge["sentence"] for _, _, edge in graph.out_edges(firm, data=True))


def test_tables_hold_what_is_shown(page: Opened, fixed: Reading) -> None:
    page.page.click("[data-view=where]")
    page.page.check("#facets input[value=Enterprise]")
    entities = _rows(page.saved("csvEntities"))
    assert [row["名称"] for row in entities] == page.rows()
    assert len(entities) == 14
    assert {row["类型"] for row in entities} == {"企业"}
    row = next(row for row in entities if row["名称"] == "黑湖科技")
    assert row["IRI"].endswith("/Enterprise/黑湖科技")
    assert "武夷路更新载体" in row["地点"]
    page.page.uncheck("#facets input[value=Enterprise]")
    found = [row for row in _rows(page.saved("csvRelations")) if (row["起点"], row["终点"]) == ("虎博科技", "东方明珠凯旋中心")]
    assert [row["关系"] for row in found] == ["位于"]
    assert "虎博科技入驻东方明珠凯旋中心" in found[0]["原句"]
    assert found[0]["日期"] == "2023-03-03"
    (said,) = (r for r in fixed.relations if (r.source, r.target) == ("虎博科技", "东方明珠凯旋中心"))
    assert found[0]["置信度"] == f"{said.confidence:.2f}"
    assert found[0]["起点 IRI"].endswith("/Enterprise/虎博科技")
    known = {row["IRI"] for row in _rows(page.saved("csvEntities"))}
    assert found[0]["终点 IRI"] in known


@pytest.mark.parametrize(
    "name", [EVIL, '=HYPERLINK("x")', '甲\u000b乙，"丙"', "@sum(1)"], ids=["markup", "formula", "control", "at"]
)
def test_odd_names_survive_in_every_export(name: str, opened: Callable[..., Opened], tmp_path: Path) -> None:
    page = opened(written([one_firm(name, "乙园")], tmp_path / "odd.html"), "#view=whole")
    table = _rows(page.saved("csvEntities"))
    assert name in {row["名称"].removeprefix("'") for row in table}
    assert not any(cell.startswith(("=", "@", "+", "-")) for row in table for cell in row.values())
    clean = "".join(c for c in name if c >= " ")
    assert clean in nx.get_node_attributes(nx.read_gexf(page.saved("gexf")), "label").values()
    assert etree.parse(page.saved("svg")).getroot().tag == SVG + "svg"


def test_the_list_of_one_place_is_exported(page: Opened) -> None:
    page.choose("虹桥街道")
    page.page.get_by_role("button", name="只列在此地的").click()
    assert page.rows() == ["虹桥街道", "社区AI食堂"]
    assert [row["名称"] for row in _rows(page.saved("csvEntities"))] == page.rows()
    assert "place=" in page.settled()
    page.page.get_by_role("button", name="只列在此地的").click()
    assert len(page.rows()) > 20
    page.choose("社区AI食堂")
    assert page.page.get_by_role("button", name="只列在此地的").count() == 0


def test_the_link_to_a_view_is_copied(opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file, permissions=["clipboard-read", "clipboard-write"])
    page.choose("黑湖科技")
    page.export("link")
    page.page.wait_for_selector("#tip:not([hidden])")
    assert "请把文件一并发给对方" in page.page.inner_text("#tip")  # it stands on a disk
    link = page.page.evaluate("navigator.clipboard.readText()")
    assert link == page.settled()
    assert opened(map_file, "#" + link.split("#")[1]).page.inner_text("#evidence h2") == "黑湖科技"


def test_the_large_graph_is_exported_whole(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file, "#view=whole")
    assert len(nx.read_gexf(page.saved("gexf"))) == 5000
    words = [text.text for text in etree.parse(page.saved("svg")).iter(SVG + "text")]
    assert "长宁区" in words  # its group
    page.page.click("[data-view=places]")
    words = [text.text for text in etree.parse(page.saved("svg")).iter(SVG + "text")]
    assert {"长宁区", "浦东新区"} <= set(words)  # closed districts by their names
    svg = etree.parse(page.saved("svg")).getroot()
    assert float(svg.get("height", "0")) < 1.5 * float(svg.get("width", "0"))  # in columns, no ribbon


def test_many_districts_are_printed_as_a_table_and_an_open_one_alone(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file)
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.page.locator("#paper svg.picture").count() == 0
    rows = page.page.locator("#paper .districts tr")
    assert rows.count() == 17
    assert (
        rows.nth(1).locator("td").all_inner_texts()[0]
        == page.page.locator("#schematic .district").first.inner_text().split("\n")[1]
    )
    assert "只印前 1000 个" in (page.page.locator("#paper").text_content() or "")
    page.page.locator("#schematic .district", has_text="长宁区").click()
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    words = page.page.locator("#paper svg.picture text").evaluate_all("all => all.map((one) => one.textContent)")
    assert "长宁区" in words
    assert "浦东新区" not in words
    assert (page.page.locator("#paper h2").last.text_content() or "").startswith("长宁区 · ")
    assert 10 < page.page.locator("#paper tr").count() < 600
