"""What each view shows: the schematic with its counts, who is where, what is piloted, the whole graph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.page_replies import replies_of
from tests.viz.conftest import Opened, in_browser, written

pytestmark = in_browser


def test_the_first_view_is_a_schematic_with_counts(page: Opened) -> None:
    assert "示意图，非地理边界" in page.page.inner_text("#schematic")
    tiles = page.page.locator("#schematic .tile").evaluate_all("tiles => tiles.map((tile) => tile.getAttribute('aria-label'))")
    assert "新华路街道, 街镇: 企业 已有 0, 规划 0; 试点 已有 1, 规划 0" in tiles
    assert "东方明珠凯旋中心, 载体: 企业 已有 1, 规划 0; 试点 已有 0, 规划 0" in tiles
    assert len(tiles) == 4 + 10 + 2 + 1 + 1 + 1
    texts = page.page.locator("#schematic svg.frame > text").all_text_contents()
    assert {"长宁区", "12", "5"} <= set(texts)
    assert any("江苏路街道" in text for text in texts)  # official, and named by no reply


def test_a_tile_opens_its_evidence_and_leads_into_the_graph(page: Opened) -> None:
    page.page.locator("#schematic .tile[aria-label^=新华路街道]").click()
    assert page.page.inner_text("#evidence h2") == "新华路街道"
    assert "一刻钟便民生活圈数字服务平台" in page.page.inner_text("#evidence")
    page.page.get_by_role("button", name="在图中看").click()
    assert set(page.drawn()) == {"新华路街道", "长宁区", "一刻钟便民生活圈数字服务平台"}


def test_who_is_where(page: Opened) -> None:
    page.page.click("[data-view=where]")
    assert {"黑湖科技", "武夷路更新载体", "武夷路", "长宁区"} <= set(page.rows())
    assert not {"智慧菜场", "医疗", "新华路街道"} & set(page.rows())
    assert set(page.drawn()) == set(page.rows())


def test_what_is_piloted(page: Opened) -> None:
    page.page.click("[data-view=pilots]")
    assert {"智慧菜场", "商业", "虹桥-古北商圈", "同仁医院", "新华路街道"} <= set(page.rows())
    assert not {"黑湖科技", "工业互联网", "武夷路"} & set(page.rows())


def test_filters_change_the_counts_of_the_schematic(page: Opened) -> None:
    page.page.check("#facets input[value=planned]")
    texts = page.page.locator("#schematic svg.frame > text").all_text_contents()
    assert "5" in texts
    assert "12" not in texts


def test_existing_and_planned_differ_by_more_than_colour(page: Opened) -> None:
    page.page.click("[data-view=pilots]")
    with page.page.expect_download() as waiting:
        page.export("svg")
    svg = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert svg.count('stroke-dasharray="4 3"') == 5  # five planned scenarios, hollow and dashed
    assert svg.count('stroke-dasharray="6 5"') == 5  # their relations


def test_no_label_of_a_view_lies_over_another_or_over_a_node(opened: Callable[..., Opened], map_file: Path) -> None:
    for view in ("where", "pilots", "whole"):
        page = opened(map_file, f"#view={view}")
        with page.page.expect_download() as waiting:
            page.export("svg")
        page.page.set_content(Path(waiting.value.path()).read_text(encoding="utf-8").partition("?>")[2])
        crossing = page.page.evaluate("""() => {
          const labels = [...document.querySelectorAll('text[paint-order]')].map((one) => [one.textContent, one.getBoundingClientRect()]);
          const shapes = [...document.querySelectorAll('path[vector-effect]')].slice(0, labels.length).map((one, k) => [labels[k][0] + ' shape', one.getBoundingClientRect()]);
          const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
          const all = [...labels, ...shapes], found = [];
          all.forEach((a, i) => all.slice(i + 1).forEach((b) => { if (over(a[1], b[1])) found.push([a[0], b[0]]); }));
          return found; }""")
        page.faults.clear()
        assert crossing == [], view


def test_what_the_zoom_makes_too_small_is_named_where_there_is_room(opened: Callable[..., Opened], tmp_path: Path) -> None:
    page = opened(written(replies_of(600), tmp_path / "some.html"), "#view=whole")
    page.page.wait_for_function("document.getElementById('graph').dataset.names > 20")
    assert int(page.page.get_attribute("#graph", "data-names") or 0) <= 240
    page.page.focus("#graph")
    for _ in range(12):
        page.page.keyboard.press("+")
    # Now the drawing's own names are large enough.
    page.page.wait_for_function("document.getElementById('graph').dataset.names === '0'")
