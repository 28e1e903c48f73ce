"""The page in a real browser, opened from disk with no network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.build import Outcome
from graph.network import network_of, statistics_of
from graph.rdf import ENTITY_BASE
from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from graph.resolution import resolve
from viz import write_map

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EVIL = "</script><img src=x onerror=\"document.title='owned'\"><b>甲</b>"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the page's tests are skipped"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


class Opened:
    """A page with what it complained of and asked for."""

    def __init__(self, browser: Any, file: Path, **options: Any) -> None:
        self.context = browser.new_context(offline=True, **options)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda m: self.faults.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("html[data-ready]")


@pytest.fixture
def page(browser: Any, built: tuple[Path, Outcome]) -> Iterator[Opened]:
    opened = Opened(browser, built[0] / "map.html", viewport={"width": 1400, "height": 900})
    yield opened
    opened.context.close()


def _drawn(opened: Opened) -> int:
    """Pixels of the drawing that are not its ground."""
    script = """() => { const c = document.querySelector('#graph canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
      let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) n += 1; return n; }"""
    return int(opened.page.evaluate(script))


def test_opens_offline_without_a_request_or_a_complaint(page: Opened, built: tuple[Path, Outcome]) -> None:
    assert page.requests == [(built[0] / "map.html").as_uri()]
    assert page.faults == []
    assert _drawn(page) > 5000
    assert "73 个实体" in page.page.inner_text("#found")


def test_search_and_the_sentence_that_says_so(page: Opened) -> None:
    page.page.fill("#search", "虎博")
    assert page.page.locator("#list button").all_inner_texts() == ["虎博科技"]
    page.page.press("#search", "Enter")
    panel = page.page.inner_text("#evidence")
    assert "东方明珠凯旋中心" in panel
    assert "位于" in panel
    assert "虎博科技入驻东方明珠凯旋中心" in panel
    assert "长宁区科学技术委员会 · 2023-03-03" in panel
    assert page.page.locator("#evidence mark").first.inner_text() != ""


def test_status_and_type_filters(page: Opened) -> None:
    page.page.check("input[value=planned]")
    for kind in ("District", "Programme", "Event"):
        page.page.uncheck(f"#types input[value={kind}]")
    assert page.page.locator("#list button").count() == 5
    assert all("规划" in text for text in page.page.locator("#list button").all_inner_texts())
    page.page.uncheck("#types input[value=Scenario]")
    assert "没有符合的实体" in page.page.inner_text("#found")


def test_a_click_in_the_drawing_chooses(page: Opened) -> None:
    page.page.fill("#search", "西井科技")
    page.page.press("#search", "Enter")
    box = page.page.locator("#graph").bounding_box()
    page.page.mouse.click(box["x"] + 5, box["y"] + box["height"] / 2)
    assert "选择一个实体" in page.page.inner_text("#evidence")
    page.page.press("#search", "Enter")
    page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert "西井科技" in page.page.inner_text("#evidence h2")


def test_the_address_brings_the_same_view_back(page: Opened, browser: Any, built: tuple[Path, Outcome]) -> None:
    page.page.uncheck("#types input[value=Road]")
    page.page.check("input[value=existing]")
    page.page.fill("#search", "虎博")
    page.page.press("#search", "Enter")
    page.page.wait_for_timeout(400)  # the address is kept a moment after the last change
    again = Opened(browser, built[0] / "map.html", viewport={"width": 1400, "height": 900})
    again.page.goto(page.page.url)
    for opened in (page, again):
        assert opened.page.input_value("#search") == "虎博"
        assert opened.page.is_checked("input[value=existing]")
        assert not opened.page.is_checked("#types input[value=Road]")
        assert opened.page.inner_text("#evidence h2") == "虎博科技"
        assert opened.page.locator("#list button[aria-pressed=true]").all_inner_texts() == ["虎博科技"]
        assert opened.faults == []
    again.context.close()


def test_an_address_that_names_what_is_not_here_is_passed_over(browser: Any, built: tuple[Path, Outcome]) -> None:
    opened = Opened(browser, built[0] / "map.html")
    opened.page.goto((built[0] / "map.html").as_uri() + "#at=nobody&status=odd&hide=None+Road&q=%3Cb%3E")
    opened.page.wait_for_function("document.querySelector('#search').value === '<b>'")
    assert opened.page.is_checked("input[value=all]")
    assert not opened.page.is_checked("#types input[value=Road]")
    assert "选择一个实体" in opened.page.inner_text("#evidence")
    assert opened.faults == []
    opened.context.close()


def test_a_page_break_is_marked_as_one_name(page: Opened) -> None:
    page.page.fill("#search", "武夷路更新载体")
    page.page.press("#search", "Enter")
    assert "武夷路更新载体" in page.page.locator("#evidence mark").all_inner_texts()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_telephone(scheme: str, browser: Any, built: tuple[Path, Outcome]) -> None:
    opened = Opened(browser, built[0] / "map.html", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    assert opened.faults == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert _drawn(opened) > 1000
    opened.context.close()


def _reading(name: str, target: str) -> Reading:
    text = f"{name}入驻{target}。"
    spot = Evidence(0, len(text), text)
    entities = (
        Entity("Enterprise", name, (name + "*",), Status.EXISTING, (spot,), "r", 1.0),
        Entity("Carrier", target, (), Status.PLANNED, (spot,), "r", 1.0),
    )
    relation = Relation("locatedIn", "Enterprise", name, "Carrier", target, Status.PLANNED, (spot,), "r", 1.0)
    return Reading(
        name[:3].replace("/", "_"), text, "x.txt", Heading(title=name, department=name), "310105", entities, (relation,)
    )


def _write(readings: list[Reading], file: Path) -> Path:
    network = network_of(resolve(readings), ENTITY_BASE)
    write_map(file, network, statistics_of(network, len(readings)), readings)
    return file


def test_words_of_a_reply_are_never_markup(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, _write([_reading(EVIL, EVIL + "园")], tmp_path / "evil.html"))
    opened.page.locator("#list button").first.click()
    assert EVIL in opened.page.inner_text("#evidence")
    assert opened.page.title() == "长宁区产业生态图谱"
    assert opened.page.locator("img, #evidence b").count() == 0
    assert opened.faults == []
    opened.context.close()


@pytest.mark.parametrize(
    "readings", [[], [_reading("甲" * 500, "乙" * 500)], [_reading("𨟠河科技", "𨟠河大厦")]], ids=["empty", "long", "astral"]
)
def test_odd_graphs_are_still_a_page(readings: list[Reading], browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, _write(readings, tmp_path / "odd.html"))
    assert opened.faults == []
    if readings:
        opened.page.locator("#list button").first.click()
        assert opened.page.locator("#evidence mark").first.inner_text() == readings[0].text
    else:
        assert "没有" in opened.page.inner_text("#hint")
    opened.context.close()
