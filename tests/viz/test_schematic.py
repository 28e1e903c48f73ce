"""The frames of the first view: what stands in which, what is found and chosen in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.network import network_of, statistics_of
from graph.rdf import ENTITY_BASE
from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from graph.resolution import resolve
from tests.viz.conftest import Opened, in_browser, written

pytestmark = in_browser


def _city() -> Reading:
    """A city's reply that names one of its districts and a service there, and a city elsewhere with a firm in it."""
    text = "浦东新区试点了云上便民站。丙云公司在杭州市落户，云谷园建在那里。"
    spot = Evidence(0, len(text), text)
    entities = (
        Entity("District", "上海市", (), None, (spot,), "r", 1.0, "310000"),
        Entity("District", "浦东新区", (), None, (spot,), "r", 1.0, "310115"),
        Entity("District", "长宁区", (), None, (spot,), "r", 1.0, "310105"),
        Entity("District", "杭州市", (), None, (spot,), "r", 1.0, "330100"),
        Entity("Scenario", "云上便民站", (), Status.EXISTING, (spot,), "r", 1.0),
        Entity("Enterprise", "丙云公司", (), Status.EXISTING, (spot,), "r", 1.0),
        Entity("Carrier", "云谷园", (), Status.EXISTING, (spot,), "r", 1.0),
    )
    relations = tuple(
        Relation(kind, source_type, source, "District", target, Status.EXISTING, (spot,), "r", 1.0)
        for kind, source_type, source, target in (
            ("pilotedIn", "Scenario", "云上便民站", "浦东新区"),
            ("locatedIn", "Enterprise", "丙云公司", "杭州市"),
            ("partOf", "District", "浦东新区", "上海市"),
            ("partOf", "District", "长宁区", "上海市"),
            ("locatedIn", "Carrier", "云谷园", "杭州市"),
        )
    )
    return Reading("shanghai", text, "x.txt", Heading(title="市里的答复"), "310000", entities, relations)


def _texts(page: Opened, frame: str) -> list[str]:
    texts: list[str] = page.page.locator(f"#schematic svg.frame[aria-label='{frame}'] text").all_text_contents()
    return texts


@pytest.fixture
def both(opened: Callable[..., Opened], fixed: Reading, tmp_path: Path) -> Opened:
    return opened(written([_city(), fixed], tmp_path / "both.html", figures=False))


def test_a_district_keeps_its_subdistricts_beside_its_city(both: Opened) -> None:
    city, district, elsewhere = (_texts(both, name) for name in ("上海市", "长宁区", "其他地方"))
    assert not [text for text in city if "街道" in text or "街镇" in text]
    assert {"新华路街道", "虹桥街道", "街镇、社区"} <= set(district)
    # A district is one, whether a reply names it or not; one with a frame of its own is named.
    assert {"市、区、县", "浦东新区", "答复未提及的市、区、县"} <= set(city)
    assert not [text for text in city if "长宁区" in text]
    # What is in 长宁区 counts for the city, and stands in the district's own frame.
    assert any(text.startswith("其中 ") and text.endswith("个在所辖各区自己的框里。") for text in city)
    assert "扩博智能" not in city
    # What is said to lie in a place stands there, and not with who names it.
    assert {"市、区、县", "杭州市", "云谷园", "丙云公司"} <= set(elsewhere)
    assert "云谷园" not in city
    # What stands in a tile, or in the frame of a nearer district, is not said to have no closer place.
    assert "在当地，未说明更具体的地点" not in city
    assert "在当地" not in city


def test_a_service_at_an_organisation_stands_there(page: Opened) -> None:
    tiles = page.page.locator("#schematic .tile").evaluate_all("tiles => tiles.map((tile) => tile.getAttribute('aria-label'))")
    assert "同仁医院, 机构: 企业 已有 0, 规划 0; 试点 已有 1, 规划 0" in tiles
    assert "数字人民币应用" in _texts(page, "长宁区")
    assert "数字人民币应用" not in _texts(page, "答复没有说明地点的企业和试点")
    page.choose("数字人民币应用")
    assert "同仁医院" in page.page.inner_text("#evidence dl")


def test_the_counts_say_what_they_count_and_the_report_counts_the_same(page: Opened, fixed: Reading) -> None:
    network = network_of(resolve([fixed]), ENTITY_BASE)
    (district,) = (row for row in statistics_of(network, 1, [fixed])["places"] if row["name"] == "长宁区")
    firms, trials = (sum(district[name].values()) for name in ("enterprises", "scenarios"))
    said = "".join(page.page.locator("#schematic svg.frame[aria-label=长宁区] text.counts").all_text_contents())
    assert f"有句子写明在当地的：企业 {firms} 家、试点 {trials} 个" in said
    assert f"其余 {12 + 12 + 5 - firms - trials} 个所在的载体、商圈或机构，答复未写明属于哪个区" in said
    page.page.click("[data-tool=language]")
    said = "".join(page.page.locator("#schematic svg.frame[aria-label=长宁区] text.counts").all_text_contents())
    assert f"enterprises {firms}, pilots {trials} (the report counts only these)" in said


def test_who_is_in_a_tile_inside_a_tile_is_counted_once(page: Opened) -> None:
    tiles = page.page.locator("#schematic .tile").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))")
    (road,) = (label for label in tiles if label.startswith("武夷路, "))
    (park,) = (label for label in tiles if label.startswith("武夷路更新载体, "))
    assert "企业 已有 0" in road
    assert "企业 已有 1" in park


def test_what_is_searched_for_is_marked_in_the_frames(page: Opened) -> None:
    def marked() -> set[str]:
        found = page.page.locator("#schematic .found").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))")
        return {text.split(",")[0] for text in found}

    assert marked() == set()
    page.page.fill("#search", "数字")
    assert {"数字酒店", "数字人民币应用", "一刻钟便民生活圈数字服务平台"} <= marked() <= set(page.rows())
    page.page.fill("#search", "")
    assert marked() == set()


def test_what_is_found_or_chosen_is_shown_among_many_frames(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file)
    name = page.page.locator("#list .name").nth(7).inner_text()
    page.page.fill("#search", name)
    page.page.wait_for_selector("#schematic .district .hits")
    row = page.page.locator("#schematic .district", has=page.page.locator(".hits")).first
    assert "查到" in row.inner_text()
    page.page.press("#search", "Enter")
    assert page.page.locator("#schematic .district.holds").count() >= 1
    chosen = page.page.locator("#schematic svg.frame .who[aria-pressed=true]").first
    box, pane = chosen.bounding_box(), page.page.locator("#schematic").bounding_box()
    assert box
    assert pane
    assert pane["y"] <= box["y"] < pane["y"] + pane["height"]


def test_of_many_frames_a_search_leaves_those_that_hold_something(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file)
    rows = page.page.locator("#schematic .district")
    every = rows.count()
    page.page.fill("#search", page.page.locator("#list .name").nth(7).inner_text())
    page.page.wait_for_selector("#schematic .district .hits")
    held = rows.count()
    assert held == page.page.locator("#schematic .district .hits").count() < every
    assert page.page.locator("#schematic .claim").last.inner_text() == f"另有 {every - held} 处没有查到"
    page.page.fill("#search", "")
    page.page.wait_for_function("all => document.querySelectorAll('#schematic .district').length === all", arg=every)


def test_a_frame_that_opens_is_looked_at_and_keeps_the_focus(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file)
    page.choose("浦东新区")
    row, pane = page.page.locator("#schematic .district[aria-expanded=true]"), page.page.locator("#schematic").bounding_box()
    assert "浦东新区" in row.inner_text()
    box = row.bounding_box()
    assert box
    assert pane
    assert pane["y"] <= box["y"] < pane["y"] + 80
    page.page.fill("#search", "")
    other = page.page.locator("#schematic .district", has_text="长宁区")
    other.focus()
    page.page.keyboard.press("Enter")
    assert other.get_attribute("aria-expanded") == "true"
    assert other.evaluate("one => one === document.activeElement")


def test_a_district_of_which_nothing_is_named_says_so(opened: Callable[..., Opened], fixed: Reading, tmp_path: Path) -> None:
    spot = (Evidence(0, 1, fixed.text[:1]),)
    named = {"110105": "朝阳区", "310101": "黄浦区", "320102": "玄武区", "330106": "西湖区", "530102": "五华区"}
    readings = [
        replace(fixed, id=code, place=code, entities=(Entity("District", name, (), None, spot, "r", 1.0, code),), relations=())
        for code, name in named.items()
    ]
    readings.append(fixed)
    page = opened(written(readings, tmp_path / "six.html", figures=False))
    rows = page.page.locator("#schematic .district")
    page.page.click("#schematic .bare summary")
    assert "没有点名企业、试点或地点" in rows.filter(has_text="朝阳区").inner_text()
    assert "没有点名" not in rows.filter(has_text="长宁区").inner_text()


def test_the_title_names_the_places_by_their_code(opened: Callable[..., Opened], fixed: Reading, tmp_path: Path) -> None:
    readings = [replace(fixed, id=code, place=code) for code in ("530102", "310105", "110105", "320100")]
    page = opened(written(readings, tmp_path / "four.html", figures=False))
    assert page.page.title() == "朝阳区、长宁区、南京市等4地产业生态图谱"
    assert page.page.locator("#schematic svg.frame").first.get_attribute("aria-label") == "朝阳区"


def test_a_folded_district_says_what_places_it_holds(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file)
    row = page.page.locator("#schematic .district").first
    said = row.locator(".within").inner_text()
    subdistricts, carriers = map(int, re.findall(r"\d+", said))
    assert said == f"{subdistricts} 个街镇、社区、{carriers} 个载体"
    row.click()
    assert carriers > 0
    assert page.page.locator("#schematic svg.frame .tile").count() >= carriers
    page.page.get_by_role("button", name="English").click()
    assert page.page.locator("#schematic .district .within").first.inner_text() == (
        f"subdistricts, communities: {subdistricts}, carriers: {carriers}"
    )


def test_the_hint_and_the_years_do_not_lie_on_each_other(opened: Callable[..., Opened], large_file: Path) -> None:
    for language in ("", "&lang=en"):
        page = opened(large_file, "#view=whole" + language, viewport={"width": 1280, "height": 800})
        hint, years = (page.page.locator(name).bounding_box() for name in ("#hint", "#years"))
        assert hint
        assert years
        assert hint["y"] + hint["height"] <= years["y"]


def test_no_line_begins_with_a_mark_that_closes_the_one_before(page: Opened) -> None:
    lines = []
    for width in range(700, 1440, 20):
        page.page.set_viewport_size({"width": width, "height": 800})
        page.page.wait_for_timeout(60)
        lines += page.page.locator("#schematic svg.frame text.counts").all_text_contents()
    assert len({line[-4:] for line in lines}) > 8, "broken at many places"
    assert [line for line in lines if line[0] in "，。、；：）"] == []
