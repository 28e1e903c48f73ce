"""The address holds the view: a link brings the same one back, and a bad one brings the first view."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.viz.conftest import Opened, in_browser

pytestmark = in_browser


def _shown(opened: Opened) -> dict[str, Any]:
    """Everything that a link should bring back."""
    page = opened.page
    return {
        "view": page.get_attribute("#views [aria-current]", "data-view"),
        "rows": opened.rows(),
        "count": page.inner_text("#count"),
        "search": page.input_value("#search"),
        "checked": page.locator("#facets input:checked").evaluate_all("boxes => boxes.map((box) => box.value)"),
        "evidence": page.inner_text("#evidence") if page.is_visible("#evidence") else None,
        "panel": page.get_attribute("#tabs [aria-selected=true]", "id"),
        "graph": page.get_attribute("#graph", "aria-label"),
        "language": page.get_attribute("html", "lang"),
        "theme": page.get_attribute("html", "data-theme"),
        "reader": page.locator("#reader[open] mark.strong").all_inner_texts(),
    }


def _filters(page: Opened) -> None:
    page.page.click("[data-view=pilots]")
    page.page.check("#facets input[value=planned]")
    page.page.fill("#search", "数字")


def _neighbourhood(page: Opened) -> None:
    page.page.click("[data-view=whole]")
    page.choose("虹桥-古北商圈")
    page.page.get_by_role("button", name="只看两步以内").click()


def _path(page: Opened) -> None:
    page.page.click("[data-view=whole]")
    page.choose("黑湖科技")
    page.page.get_by_role("button", name="最短路径").click()
    page.choose("同仁医院")


def _hidden(page: Opened) -> None:
    page.page.click("[data-view=where]")
    page.choose("长宁区")
    page.page.get_by_role("button", name="隐藏", exact=True).click()


def _reader(page: Opened) -> None:
    page.choose("虎博科技")
    page.page.locator("blockquote a").first.click()


def _english_and_dark(page: Opened) -> None:
    page.page.click("[data-tool=language]")
    page.page.click("[data-tool=theme]")
    page.page.click("#tab-clusters")


@pytest.mark.parametrize("act", [_filters, _neighbourhood, _path, _hidden, _reader, _english_and_dark])
def test_a_link_brings_the_same_view_back(act: Callable[[Opened], None], page: Opened, opened: Callable[..., Opened]) -> None:
    first = _shown(page)
    act(page)
    address = page.settled().partition("#")[2]
    before = _shown(page)
    assert before != first
    assert _shown(opened(page.file, "#" + address)) == before


def test_a_link_of_the_large_graph_brings_open_groups_and_years_back(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file, "#view=whole&years=2022-2024")
    page.page.focus("#graph")
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("Enter")
    again = opened(large_file, "#" + page.settled().partition("#")[2])
    assert _shown(again) == _shown(page)
    assert again.page.input_value("#year-from") == "2022"
    assert again.page.input_value("#year-to") == "2024"


@pytest.mark.parametrize(
    "address",
    [
        "#view=nothing&at=nobody&steps=9&years=x&text=no:1-2",
        "#at=" + quote("<img src=x>") + "&to=%E9%BB&cluster=-1&open=7&frame=zzz",
        "#%%%&&==&type=None&status=planned%00",
        "#text=changning-2023-070:999999-9999999",
        "#view=sparql&at=&reply=none&without=" + "x" * 2000,
    ],
)
def test_a_link_that_fits_no_build_still_opens(address: str, opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file, address)
    page.page.wait_for_timeout(200)
    assert "73 个实体" in page.page.inner_text("#count")


def test_undo_and_redo_go_through_the_views(page: Opened) -> None:
    page.page.click("[data-view=where]")
    page.choose("黑湖科技")
    page.page.get_by_role("button", name="隐藏", exact=True).click()
    page.page.click("#clear")
    assert "黑湖科技" not in page.rows()
    page.page.keyboard.press("Escape")
    page.page.click("[data-tool=undo]")
    assert "黑湖科技" in page.rows()
    page.page.click("[data-tool=redo]")
    assert "黑湖科技" not in page.rows()
    page.page.get_by_role("button", name="恢复已隐藏（1）").click()
    assert "黑湖科技" in page.rows()
    for _ in range(4):
        page.page.click("[data-tool=undo]")
    assert page.page.get_attribute("#views [aria-current]", "data-view") == "places"
    assert page.page.is_disabled("[data-tool=undo]")


def test_the_address_changed_by_hand_changes_the_view(page: Opened) -> None:
    page.page.evaluate("location.hash = '#view=pilots&lang=en'")
    page.page.wait_for_selector("#views [aria-current][data-view=pilots]")
    assert "30 entities" in page.page.inner_text("#count")


@pytest.mark.parametrize("view", ["places", "whole"])
def test_on_a_telephone_a_link_to_something_opens_what_is_said_of_it(
    view: str, opened: Callable[..., Opened], map_file: Path
) -> None:
    page = opened(map_file)
    page.choose("一刻钟便民生活圈数字服务平台")
    chosen = page.settled().partition("#")[2]
    phone = opened(map_file, f"#view={view}&{chosen}", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert phone.page.is_visible("#evidence h2")
    assert phone.page.inner_text("#evidence h2") == "一刻钟便民生活圈数字服务平台"
    assert phone.page.is_visible("#evidence blockquote")
    phone.page.click("#panes button >> nth=1")
    phone.page.wait_for_timeout(200)
    if view == "places":
        tile, pane = (phone.page.locator(name).first.bounding_box() for name in ("#schematic [aria-pressed=true]", "#schematic"))
        assert tile
        assert pane
        assert pane["y"] <= tile["y"] < pane["y"] + pane["height"]
    else:
        assert phone.page.is_visible("#graph")
    plain = opened(map_file, f"#view={view}", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert plain.page.is_visible("#centre")
