"""A generated graph of 5,000 entities: groups that open in place, years, and everything else that the district's has."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from math import dist
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from lxml import etree

from benchmarks.page_replies import replies_of
from graph.network import network_of
from graph.network.projections import simple_graph
from graph.rdf import ENTITY_BASE
from graph.records import Entity, Evidence
from graph.resolution import resolve
from tests.viz.conftest import Opened, in_browser, written
from viz.data import BEGIN
from viz.groups import groups_of
from viz.layout.discs import discs


@pytest.fixture
def large(opened: Callable[..., Opened], large_file: Path) -> Opened:
    return opened(large_file)


def _data(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8").partition(BEGIN)[2].partition("</script>")[0])
    return found


def test_every_entity_is_in_one_group_and_no_group_is_too_large(large_file: Path) -> None:
    data = _data(large_file)
    members = [i for group in data["groups"] for i in group["members"]]
    assert sorted(members) == list(range(5000))
    assert max(len(group["members"]) for group in data["groups"]) <= 500
    assert {"长宁区", "浦东新区"} <= {group["zh"] for group in data["groups"]}
    for k, a in enumerate(data["groups"]):
        for b in data["groups"][k + 1 :]:
            (ax, ay, ar), (bx, by, br) = a["disc"], b["disc"]
            assert (ax - bx) ** 2 + (ay - by) ** 2 >= ((ar + br) * 0.99) ** 2


def test_what_several_districts_name_is_called_so() -> None:
    codes = ("310101", "310104", "310105")
    city = Entity("District", "上海市", (), None, (Evidence(0, 1, "x"),), "r", 1.0, "310000")
    readings = [
        replace(reading, place=code, entities=(*reading.entities, city))
        for reading, code in zip(
            (one for one in replies_of(1000) if not any(e.code == "310000" for e in one.entities)), codes, strict=False
        )
    ]
    groups = groups_of(network_of(resolve(readings), ENTITY_BASE), {}, {reading.id: reading.place for reading in readings})
    names = [group.zh for group in groups]
    assert "多区提到的行政区" in names
    assert "多区区" not in names


def test_a_district_stands_in_the_group_that_bears_its_name() -> None:
    readings = replies_of(1000)
    (first,) = (e for e in readings[0].entities if e.code == readings[0].place)
    # Another district's reply speaks of it too.
    other = next(k for k, reading in enumerate(readings) if reading.place != first.code)
    readings[other] = replace(readings[other], entities=(*readings[other].entities, first))
    network = network_of(resolve(readings), ENTITY_BASE)
    groups = groups_of(network, {}, {reading.id: reading.place for reading in readings})
    held = [group.zh for group in groups for node in group.members if network.nodes[node]["code"] == first.code]
    assert held == [first.name]


def test_one_district_is_grouped_by_community_or_place() -> None:
    readings = [reading for reading in replies_of(1000) if reading.place == "310101"]
    network = network_of(resolve(readings), ENTITY_BASE)
    groups = groups_of(network, {})
    assert sorted(n for group in groups for n in group.members) == sorted(network)
    assert any(group.zh.endswith("街道") for group in groups)
    placed, circles = discs(simple_graph(network), [group.members for group in groups], {n: _box() for n in network})
    assert len(set(placed.values())) == len(network)
    assert len(circles) == len(groups)


def _box() -> Any:
    from viz.layout.boxes import box_of

    return box_of("甲乙丙科技", "Enterprise")


def _drawn(page: Opened) -> int:
    return int((page.page.get_attribute("#graph", "aria-label") or "").split("：")[1].split(" ")[0])


def _spots(page: Opened) -> dict[str, tuple[str, str]]:
    """Where each label stands in the drawing."""
    found = etree.parse(page.saved("svg")).iter("{http://www.w3.org/2000/svg}text")
    return {text.text: (text.get("x") or "", text.get("y") or "") for text in found if text.get("paint-order") and text.text}


@pytest.mark.browser
class TestInTheBrowser:
    pytestmark = in_browser

    def test_it_opens_on_districts_and_a_group_opens_in_place(self, large: Opened) -> None:
        large.page.click("[data-view=whole]")
        closed, before = _drawn(large), _spots(large)
        assert closed < 30
        large.page.focus("#graph")
        # From disc to disc, until one is told that holds many.
        for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowLeft", "ArrowUp", "ArrowRight"):
            large.page.keyboard.press(key)
            if int((re.search(r"\d+$", large.page.inner_text("#said")) or ["0"])[0]) > 200:
                break
        large.page.keyboard.press("Enter")
        members = _drawn(large) - closed + 1
        assert 200 < members <= 500
        large.picture("large-open")
        after = _spots(large)
        still = [name for name in before if name.endswith(("区", "新区")) and name in after and before[name] == after[name]]
        assert len(still) >= 15  # the other districts stand where they stood
        assert len(after) > members / 2
        large.page.click("[data-tool=undo]")
        assert _drawn(large) == closed

    def test_no_more_is_drawn_at_once_than_a_drawing_bears(self, large: Opened) -> None:
        large.page.click("[data-view=whole]")
        large.page.focus("#graph")
        for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowLeft", "ArrowUp", "ArrowRight"):
            large.page.keyboard.press(key)
            large.page.keyboard.press("Enter")
            assert _drawn(large) < 1100

    def test_the_first_view_has_a_row_a_district(self, large: Opened) -> None:
        rows = large.page.locator("#schematic .district")
        assert rows.count() == 16
        rows.filter(has_text="长宁区").click()
        assert large.page.locator("#schematic .tile").count() > 10
        assert large.page.locator("#schematic .district[aria-expanded=true]").count() == 1
        large.picture("large-district")

    def test_who_is_found_is_shown_in_its_group(self, large: Opened) -> None:
        large.page.click("[data-view=whole]")
        name = _data(large.file)["entities"][1234]["name"]
        large.choose(name)
        assert large.page.inner_text("#evidence h2") == name
        large.page.click("#clear")
        assert name in large.drawn()
        large.page.get_by_role("button", name="只看一步以内").click()
        assert name in large.drawn()
        assert len(large.drawn()) < 60

    def test_a_filter_that_leaves_few_shows_them_without_groups(self, large: Opened) -> None:
        large.page.click("[data-view=whole]")
        large.page.check("#facets input[value=Policy]")
        assert len(large.drawn()) == 199

    def test_years_narrow_list_drawing_and_counts(self, large: Opened) -> None:
        whole = large.page.inner_text("#count")
        large.page.focus("#year-from")
        large.page.keyboard.press("End")
        assert large.page.locator("#years output").all_inner_texts() == ["2025", "2025"]
        narrow = large.page.inner_text("#count")
        assert int(narrow.split(" ")[0]) < int(whole.split(" ")[0]) / 2
        year = large.page.locator("#facets [data-facet=year]")
        year.locator("summary").click()
        assert year.locator("label", has_text="2025").locator(".count").inner_text() == narrow.split(" ")[0]
        large.page.focus("#year-from")
        large.page.keyboard.press("Home")
        assert large.page.inner_text("#count") == whole

    def test_the_list_grows_by_parts(self, large: Opened) -> None:
        assert large.page.locator("#list li").count() == 60
        large.page.click("#more")
        assert large.page.locator("#list li").count() == 120


@pytest.mark.browser
class TestWhereTheChosenIs:
    pytestmark = in_browser

    def test_a_closed_group_says_that_it_holds_who_is_chosen(self, opened: Callable[..., Opened], large_file: Path) -> None:
        def accent(page: Opened) -> int:
            script = """() => { const c = document.querySelector('#graph canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
              let n = 0; for (let i = 0; i < d.length; i += 4) if (d[i] === 0 && d[i + 1] === 90 && d[i + 2] === 141 && d[i + 3] === 255) n += 1; return n; }"""
            return int(page.page.evaluate(script))

        name = quote(_data(large_file)["entities"][1234]["id"])
        assert accent(opened(large_file, "#view=whole")) == 0
        assert accent(opened(large_file, f"#view=whole&at={name}")) > 100


def test_a_small_view_of_a_large_graph_is_drawn_for_itself(tmp_path: Path) -> None:
    readings = replies_of(1000)
    data = _data(written(readings, tmp_path / "thousand.html", figures=False))
    assert data["groups"]
    view = data["views"]["where"]
    assert view["own"]
    at = {i: (x, y) for i, x, y in view["at"]}
    lengths = [
        dist(at[int(edge["from"])], at[int(edge["to"])])
        for edge in data["edges"]
        if edge["kind"] in view["relations"] and int(edge["from"]) in at and int(edge["to"]) in at
    ]
    spots = list(at.values())
    apart = [dist(a, b) for a, b in zip(spots, spots[len(spots) // 2 :], strict=False)]
    # Who is linked stands together: in rows of groups the links went across all of them.
    assert sum(lengths) / len(lengths) < 0.3 * sum(apart) / len(apart)
