"""For everybody: axe finds no violation, contrasts hold, every function is reached by the keyboard, focus is seen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.viz.conftest import Opened, in_browser
from viz.look import TYPES

AXE = Path(__file__).parents[2] / "viz" / "workbench" / "node_modules" / "axe-core" / "axe.min.js"
GROUNDS = {"light": ("#f6f7f8", "#ffffff"), "dark": ("#14191c", "#1c2327")}
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="axe is not installed (make assets needs npm): its tests are skipped")


def _rgb(colour: str) -> tuple[float, ...]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def _contrast(a: str, b: str) -> float:
    """Of WCAG 2.2."""
    light, dark = sorted((0.2126 * r + 0.7152 * g + 0.0722 * bl for r, g, bl in (_rgb(a), _rgb(b))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", TYPES)
def test_marks_stand_out_in_light_and_dark(kind: str) -> None:
    for ground in (*GROUNDS["light"], *GROUNDS["dark"]):
        assert _contrast(TYPES[kind].colour, ground) >= 3, ground


def test_what_people_look_for_differs_by_shape_and_not_by_colour_alone() -> None:
    core = ("Enterprise", "Carrier", "Subdistrict", "Policy", "Scenario")
    assert len({TYPES[kind].shape for kind in core}) == len(core)
    # Two of one shape and one colour would be one: they differ in size or in what is left of the colour.
    for a, b in combinations(TYPES.values(), 2):
        if a.shape == b.shape:
            assert a.size != b.size or _apart(a.colour, b.colour) > 0.08, (a.en, b.en)


def _apart(a: str, b: str) -> float:
    """The least distance of two colours as people see them who lack one kind of cone (Viénot, Brettel and Mollon 1999)."""
    matrices = (
        ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
        ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    )
    seen = [[[sum(m * c for m, c in zip(row, _rgb(one), strict=True)) for row in rows] for one in (a, b)] for rows in matrices]
    return float(min(sum((x - y) ** 2 for x, y in zip(p, q, strict=True)) ** 0.5 for p, q in seen))


def _violations(opened: Opened) -> list[str]:
    opened.page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = opened.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{v['id']}: {node['html'][:160]}" for v in found["violations"] for node in v["nodes"][:3]]


def _evidence(page: Opened) -> None:
    page.choose("黑湖科技")


def _reader(page: Opened) -> None:
    page.choose("黑湖科技")
    page.page.locator("blockquote a").first.click()


def _help(page: Opened) -> None:
    page.page.click("[data-tool=help]")


def _menu(page: Opened) -> None:
    page.page.click("summary[data-tool=export]")


def _nothing(_: Opened) -> None:
    """As it opens."""


@needs_axe
@pytest.mark.browser
class TestAxe:
    pytestmark = in_browser

    @pytest.mark.parametrize(
        ("address", "act", "scheme"),
        [
            ("", _nothing, "light"),
            ("", _nothing, "dark"),
            ("#view=where&lang=en", _evidence, "light"),
            ("#view=pilots", _evidence, "dark"),
            ("#view=whole&panel=clusters", _menu, "light"),
            ("#view=whole", _reader, "dark"),
            ("#lang=en", _help, "light"),
        ],
    )
    def test_on_a_desk(
        self, address: str, act: Callable[[Opened], None], scheme: str, opened: Callable[..., Opened], map_file: Path
    ) -> None:
        page = opened(map_file, address, color_scheme=scheme)
        act(page)
        assert _violations(page) == []

    def test_the_tab_of_questions(self, opened: Callable[..., Opened], map_file: Path) -> None:
        page = opened(map_file, "#view=sparql")
        if not page.page.locator("[data-view=sparql]").count():
            pytest.skip("the SPARQL tab's parts are not built")
        page.page.wait_for_selector("[data-part=answer] table")
        assert _violations(page) == []

    @pytest.mark.parametrize("pane", [0, 1, 2])
    def test_on_a_telephone(self, pane: int, opened: Callable[..., Opened], map_file: Path) -> None:
        page = opened(map_file, "#view=whole", viewport={"width": 390, "height": 844})
        page.page.click(f"#panes button >> nth={pane}")
        assert _violations(page) == []

    def test_the_large_graph(self, opened: Callable[..., Opened], large_file: Path) -> None:
        page = opened(large_file, "#panel=clusters")
        page.page.locator("#schematic .district").first.click()
        assert _violations(page) == []


_SEEN = """() => { const one = document.activeElement; if (!one || one === document.body) return null;
  const style = getComputedStyle(one), inner = [...one.querySelectorAll('path:nth-of-type(2), rect')].map((part) => getComputedStyle(part).strokeWidth);
  return { name: (one.getAttribute('aria-label') || one.textContent || one.id).slice(0, 40), tag: one.tagName,
    seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || inner.some((width) => parseFloat(width) >= 2.5) }; }"""


@pytest.mark.browser
class TestByKeyboard:
    pytestmark = in_browser

    def test_whatever_has_the_focus_shows_it(self, page: Opened) -> None:
        found = []
        for _ in range(60):
            page.page.keyboard.press("Tab")
            here = page.page.evaluate(_SEEN)
            if here:
                found.append(here)
        assert len({one["name"] for one in found}) > 25
        assert [one for one in found if not one["seen"]] == []

    def test_find_choose_follow_and_read(self, page: Opened) -> None:
        keys = page.page.keyboard
        keys.press("4")
        assert page.page.get_attribute("#views [aria-current]", "data-view") == "whole"
        keys.press("/")
        keys.type("heihu")
        keys.press("ArrowDown")
        keys.press("Enter")
        assert page.page.inner_text("#evidence h2") == "黑湖科技"
        keys.press("f")
        assert page.page.locator("#evidence button[aria-pressed=true]").inner_text() == "只看一步以内"
        keys.press("Shift+F")
        assert page.page.locator("#evidence button[aria-pressed=true]").inner_text() == "只看两步以内"
        keys.press("Control+z")
        keys.press("Control+z")
        assert page.page.locator("#evidence .actions button[aria-pressed=true]").count() == 0
        keys.press("p")
        keys.press("/")
        keys.type("武夷路")
        keys.press("ArrowDown")
        keys.press("ArrowDown")
        keys.press("Enter")
        assert "2 步" in page.page.inner_text("#evidence h2") or "1 步" in page.page.inner_text("#evidence h2")
        page.page.locator("blockquote a").first.focus()
        keys.press("Enter")
        assert page.page.is_visible("#reader")
        keys.press("Escape")
        assert not page.page.is_visible("#reader")

    def test_hide_bring_back_and_help(self, page: Opened) -> None:
        keys = page.page.keyboard
        keys.press("2")
        page.page.focus("#graph")
        keys.press("ArrowRight")
        chosen = page.page.inner_text("#evidence h2")
        assert chosen in page.rows()
        keys.press("Delete")
        assert chosen not in page.rows()
        keys.press("Control+z")
        assert chosen in page.rows()
        keys.press("?")
        assert page.page.is_visible("#help")
        keys.press("Escape")
        keys.press("Escape")
        assert page.page.inner_text("#evidence h2") == "依据"

    def test_arrows_walk_the_graph(self, page: Opened) -> None:
        keys = page.page.keyboard
        keys.press("4")
        page.page.focus("#graph")
        seen = set()
        for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
            keys.press(key)
            seen.add(page.page.inner_text("#evidence h2"))
        assert len(seen) >= 3
        assert page.page.inner_text("#said").startswith("已选择")

    def test_tiles_and_names_of_the_first_view(self, page: Opened) -> None:
        tile = page.page.locator("#schematic .tile[aria-label^=东方明珠凯旋中心]")
        tile.focus()
        page.page.keyboard.press("Enter")
        assert page.page.inner_text("#evidence h2") == "东方明珠凯旋中心"
        page.page.locator("#schematic .who[aria-label^=虎博科技]").focus()
        page.page.keyboard.press(" ")
        assert page.page.inner_text("#evidence h2") == "虎博科技"

    def test_facets_tabs_menu_and_language(self, page: Opened) -> None:
        keys = page.page.keyboard
        page.page.focus("#facets input[value=planned]")
        keys.press(" ")
        assert page.page.inner_text("#count") == "7 个实体"
        assert page.page.evaluate("document.activeElement.value") == "planned"  # and it keeps the focus
        page.page.focus("#tab-evidence")
        keys.press("ArrowRight")
        assert page.page.get_attribute("#tab-clusters", "aria-selected") == "true"
        assert page.page.evaluate("document.activeElement.id") == "tab-clusters"
        page.page.focus("summary[data-tool=export]")
        keys.press("Enter")
        keys.press("Tab")
        with page.page.expect_download() as waiting:
            keys.press("Enter")
        assert waiting.value.suggested_filename.endswith(".png")
        page.page.focus("[data-tool=language]")
        keys.press("Enter")
        assert page.page.get_attribute("html", "lang") == "en"


def test_what_is_chosen_is_told_in_colours_that_the_system_sets(opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file, forced_colors="active")
    page.choose("黑湖科技")
    ground = "one => getComputedStyle(one).backgroundColor"
    for chosen, other in (
        ("#views [aria-current]", "#views button:not([aria-current])"),
        ("#list [aria-pressed=true]", "#search"),
    ):
        assert page.page.locator(chosen).evaluate(ground) != page.page.locator(other).first.evaluate(ground)
    text = "one => getComputedStyle(one).color"
    assert page.page.locator("#list [aria-pressed=true]").evaluate(text) != page.page.locator(
        "#list [aria-pressed=true]"
    ).evaluate(ground)


def test_under_a_finger_names_in_a_tile_are_far_enough_apart(opened: Callable[..., Opened], map_file: Path) -> None:
    phone = opened(map_file, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    tops = phone.page.locator("#schematic .tile:not(.head)").evaluate_all(
        "all => all.map((tile) => [...tile.parentNode.querySelectorAll('.who')].map((one) => one.getBoundingClientRect().top))"
    )
    apart = [b - a for some in tops for a, b in pairwise(some)]
    assert apart
    assert min(apart) >= 24  # CSS pixels: WCAG 2.2, 2.5.8
