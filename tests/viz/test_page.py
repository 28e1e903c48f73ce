"""The page in a real browser: it opens offline, and no word of a reply is ever markup."""

from __future__ import annotations

import os
import re
import shutil
import socketserver
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from graph.build import Outcome
from graph.network import network_of
from graph.rdf import ENTITY_BASE
from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from tests.conftest import REPLY, ROOT
from tests.viz.conftest import Opened, in_browser, one_firm, written
from viz.sparql import BUILT

pytestmark = in_browser
EVIL = "</script><img src=x onerror=\"document.title='owned'\"><b>甲</b>"


def _ink(page: Any) -> int:
    """Pixels of the drawing that are not its ground."""
    script = """() => { const c = document.querySelector('#graph canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
      let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) n += 1; return n; }"""
    return int(page.evaluate(script))


def test_opens_offline_without_a_request_or_a_complaint(page: Opened, map_file: Path) -> None:
    assert page.requests == [map_file.as_uri()]
    assert "73 个实体" in page.page.inner_text("#count")
    page.page.click("[data-view=whole]")
    assert _ink(page.page) > 5000


def test_a_build_of_today_opens_with_all_that_is_in_its_graph(opened: Callable[..., Opened], built: tuple[Path, Outcome]) -> None:
    network = network_of(built[1].resolution, ENTITY_BASE)
    page = opened(built[0] / "map.html", "#view=whole")
    assert f"{len(network)} 个实体" in page.page.inner_text("#count")
    assert len(page.drawn()) == len(network)
    for view in ("places", "where", "pilots", "whole"):
        page.page.click(f"[data-view={view}]")
        page.picture(f"build-{view}")


def test_the_policy_allows_what_is_inlined_and_nothing_else(page: Opened, map_file: Path) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', map_file.read_text(encoding="utf-8"))
    assert policy
    assert "default-src &#39;none&#39;" in policy.group(1)
    assert "unsafe-inline" not in policy.group(1)
    assert "unsafe-eval" not in policy.group(1).replace("wasm-unsafe-eval", "")
    page.page.evaluate("""() => { const s = document.createElement('script'); s.textContent = 'globalThis.owned = 1'; document.head.append(s);
      document.body.insertAdjacentHTML('beforeend', '<img src="https://example.invalid/x.png">'); }""")
    page.page.wait_for_timeout(100)
    assert page.page.evaluate("globalThis.owned") is None
    assert page.faults
    assert all("Content Security Policy" in fault for fault in page.faults)
    page.faults.clear()
    page.requests.clear()  # the one that was refused


@pytest.fixture
def swallower() -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that takes every connection and never answers, as a network does that drops packets; and what it was asked."""
    asked: list[bytes] = []
    over = threading.Event()

    class Swallow(socketserver.BaseRequestHandler):
        """Hears what is asked until either side is over, and says nothing."""

        def handle(self) -> None:
            self.request.settimeout(0.1)
            while not over.is_set():
                try:
                    heard = self.request.recv(200)
                except TimeoutError:
                    continue
                except ConnectionError:
                    return
                if not heard:
                    return
                asked.append(heard)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Swallow) as server:
        taking = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        taking.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        # Whatever was taken is closed before the next test: a connection left open would be held against that one.
        over.set()
        server.shutdown()
        taking.join()


def test_on_a_network_that_swallows_packets_it_is_drawn_and_asks_nothing(
    browser: Any, map_file: Path, swallower: tuple[str, list[bytes]]
) -> None:
    address, asked = swallower
    context = browser.new_context(proxy={"server": address})
    page = context.new_page()
    page.goto(map_file.as_uri() + "#view=whole")
    page.wait_for_selector("html[data-ready]")
    assert _ink(page) > 5000
    # Speed is measured in benchmarks/page.py; here, that nothing waits for an answer.
    assert page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime") < 20_000
    assert page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)") == []
    assert asked == []
    # The net holds: whoever asks is swallowed.
    with pytest.raises(PlaywrightTimeout):
        page.goto("http://example.invalid/", timeout=1500)
    assert asked
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_telephone(scheme: str, opened: Callable[..., Opened], map_file: Path) -> None:
    phone = opened(map_file, viewport={"width": 390, "height": 844}, color_scheme=scheme, has_touch=True)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.page.locator("#schematic svg.frame").first.bounding_box()["width"] <= 390
    phone.page.click("[data-view=whole]")
    assert _ink(phone.page) > 1000
    phone.page.click("#panes button >> nth=0")
    phone.choose("黑湖科技")
    assert phone.page.is_visible("#evidence h2")
    assert phone.page.inner_text("#evidence h2") == "黑湖科技"
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390


def _tip(page: Opened) -> str:
    """What is said beside the pointer over the first thing that it meets in the drawing."""
    box = page.page.locator("#graph").bounding_box()
    assert box
    # Its middle is the pane's without what lies over the lower end.
    for k, up in ((k, up) for up in (22, 8, 36) for k in range(40)):
        page.page.mouse.move(box["x"] + box["width"] * (k + 1) / 42, box["y"] + box["height"] / 2 - up)
        if page.page.is_visible("#tip"):
            return str(page.page.inner_text("#tip"))
    raise AssertionError("nothing under the pointer")


def test_words_of_a_reply_are_never_markup(opened: Callable[..., Opened], tmp_path: Path) -> None:
    evil = opened(written([one_firm(EVIL, EVIL + "园", "evil")], tmp_path / "evil.html"), "#view=whole")
    assert EVIL in _tip(evil)
    evil.page.locator("#list button").first.click()
    assert EVIL in evil.page.inner_text("#evidence")
    evil.page.locator("blockquote a").first.click()
    assert EVIL in evil.page.inner_text("#reader")
    evil.page.keyboard.press("Escape")
    assert any(EVIL[:15] in label for label in evil.drawn())
    evil.page.locator("#facets summary").last.click()
    assert EVIL in evil.page.inner_text("#facets")
    evil.page.fill("#search", "<img")
    assert EVIL in evil.rows()
    for view in ("places", "where", "pilots"):
        evil.page.click(f"[data-view={view}]")
    evil.page.click("[data-view=places]")
    assert EVIL in (evil.page.locator("#schematic .tile").first.get_attribute("aria-label") or "")
    evil.page.click("#tab-clusters")
    evil.page.click("[data-tool=language]")
    evil.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert EVIL in evil.page.locator("#paper").evaluate("paper => paper.textContent")
    assert evil.page.title() == "Industry map: 长宁区"
    assert evil.page.locator("img, #evidence b, #reader b, #schematic b, #paper b, #list b, #facets b").count() == 0


def test_on_paper_it_is_light_with_list_and_evidence(opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file, "", color_scheme="dark")
    page.choose("黑湖科技")
    page.page.emulate_media(media="print")
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.page.locator("#paper svg.picture rect").first.get_attribute("fill") == "#ffffff"
    assert page.page.locator("#paper .relation").count() == 3
    assert page.page.locator("#paper table tbody tr, #paper table > tr").count() == 1  # the one that is found
    assert page.page.locator("#paper svg.picture text", has_text="虎博科技").count() == 1
    pdf = page.page.pdf(prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert "推动" in words
    assert "示意图" in words
    document.close()


def test_on_paper_a_relation_stands_with_its_sentence(opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file, "#view=where")
    page.choose("长宁区")
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    # Sheets of several heights: a break falls somewhere else in each.
    for height in range(400, 1000, 75):
        document = pypdfium2.PdfDocument(page.page.pdf(width="600px", height=f"{height}px"))
        lasts = [sheet.get_textpage().get_text_range().strip().splitlines()[-1:] for sheet in document]
        document.close()
        assert len(lasts) > 3
        assert not [last for last in lasts if last and re.match(r"(← )?(位于|试点于|属于)", last[0])]


def test_on_paper_every_sheet_of_the_list_says_what_its_columns_are(opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file)
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    # Sheets of several heights: the table begins somewhere else in each.
    for height in range(400, 900, 100):
        document = pypdfium2.PdfDocument(page.page.pdf(width="600px", height=f"{height}px"))
        sheets = [sheet.get_textpage().get_text_range().split() for sheet in document]
        document.close()
        first = next(k for k, sheet in enumerate(sheets) if "名称" in sheet)
        assert len(sheets) > first + 2
        # Letters of narrow columns are told one by one, as if blanks stood between them.
        rest = ["".join(sheet).partition("名称类型状态地点领域") for sheet in sheets[first:]]
        assert all(head for _, head, _ in rest)
        assert not [words for *_, words in rest if words in ("", "打印自长宁区产业生态图谱")]


def test_english_has_a_narrow_apostrophe(opened: Callable[..., Opened], map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    wide = """() => { const c = document.createElement('canvas').getContext('2d'); c.font = `100px ${getComputedStyle(document.body).fontFamily}`;
      return c.measureText('\u2019').width; }"""
    assert page.page.evaluate(wide) < 60
    assert "\u2019" not in page.page.inner_text("body")


def _written_in(locale: dict[str, str], out: Path) -> bytes:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, str(ROOT / "build_graph.py"), str(REPLY), "--out", str(out)]
    subprocess.run(command, env=environment | locale, check=True, capture_output=True, cwd=out.parent)
    return (out / "map.html").read_bytes()


def test_a_locale_that_is_not_utf_8_changes_nothing(tmp_path: Path, built: tuple[Path, Outcome]) -> None:
    odd = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}
    assert _written_in(odd, tmp_path / "odd") == (built[0] / "map.html").read_bytes()


def test_without_npm_the_map_is_made_and_the_missing_tab_said(tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make
    (tmp_path / "make").symlink_to(make)
    made = subprocess.run(["make", "assets"], env={"PATH": str(tmp_path)}, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert made.stderr == "make: npm is not installed: the map is made without its SPARQL tab\n"


def test_nothing(opened: Callable[..., Opened], tmp_path: Path) -> None:
    empty = opened(written([], tmp_path / "empty.html"))
    assert "没有实体" in empty.page.inner_text("#note")
    for view in ("where", "pilots", "whole"):
        empty.page.click(f"[data-view={view}]")
        assert "没有符合的实体" in empty.page.inner_text("#count")
    empty.page.click("#tab-clusters")
    assert "没有群组" in empty.page.inner_text("#clusters")
    for name in ("svg", "csvEntities", "csvRelations", "gexf"):
        assert empty.saved(name).stat().st_size > 0
    for key in ("ArrowRight", "Enter", "f", "p", "Delete", "Escape"):
        empty.page.keyboard.press(key)
    empty.page.evaluate("dispatchEvent(new Event('beforeprint'))")


@pytest.mark.parametrize("reading", [one_firm("甲" * 500, "乙" * 500), one_firm("𨟠河科技", "𨟠河大厦")], ids=["long", "astral"])
def test_odd_names(reading: Reading, opened: Callable[..., Opened], tmp_path: Path) -> None:
    odd = opened(written([reading], tmp_path / "odd.html"))
    odd.page.locator("#list button").first.click()
    assert odd.page.locator("#evidence mark").first.inner_text() == reading.entities[0].name + "入驻" + reading.entities[
        1
    ].name + "。" or (odd.page.locator("#evidence blockquote p").first.inner_text() == reading.text)
    assert odd.page.evaluate("document.documentElement.scrollWidth") <= 1400


def test_one_entity_and_no_relation(opened: Callable[..., Opened], tmp_path: Path) -> None:
    whole = one_firm("甲科技", "乙园")
    one = opened(written([replace(whole, entities=whole.entities[:1], relations=())], tmp_path / "one.html"), "#view=whole")
    assert one.rows() == ["甲科技"]
    assert "没有关系" in one.page.inner_text("#note")
    one.page.click("#tab-clusters")
    assert "没有群组" in one.page.inner_text("#clusters")


def test_two_of_one_name_stay_two(opened: Callable[..., Opened], tmp_path: Path) -> None:
    text = "同名在同名。"
    spot = Evidence(0, 2, "同名")
    entities = tuple(Entity(kind, "同名", (), Status.EXISTING, (spot,), "r", 1.0) for kind in ("Enterprise", "Carrier"))
    relation = Relation("locatedIn", "Enterprise", "同名", "Carrier", "同名", Status.EXISTING, (spot,), "r", 1.0)
    two = opened(written([Reading("r", text, "r.txt", Heading(), "310105", entities, (relation,))], tmp_path / "two.html"))
    assert two.rows() == ["同名", "同名"]
    two.page.click("[data-view=whole]")
    assert two.drawn() == ["同名", "同名"]


def test_three_thousand_relations_at_one(opened: Callable[..., Opened], tmp_path: Path) -> None:
    spot = Evidence(0, 1, "园")
    firms = tuple(Entity("Enterprise", f"甲{i}科技", (), Status.EXISTING, (spot,), "r", 1.0) for i in range(3000))
    park = Entity("Carrier", "大园", (), Status.EXISTING, (spot,), "r", 1.0)
    relations = tuple(
        Relation("locatedIn", "Enterprise", firm.name, "Carrier", "大园", Status.EXISTING, (spot,), "r", 1.0) for firm in firms
    )
    reading = Reading("r", "园。", "r.txt", Heading(), "310105", (*firms, park), relations)
    hub = opened(written([reading], tmp_path / "hub.html", figures=False))
    hub.choose("大园")
    assert "关系（3000）" in hub.page.inner_text("#evidence")
    assert hub.page.locator("#evidence .relation").count() == 40
    hub.page.click("#evidence .more >> nth=0")
    assert hub.page.locator("#evidence .relation").count() == 90
    hub.page.get_by_role("button", name="在图中看").click()
    assert "3001 个中的 1000 个" in hub.page.inner_text("#note")
    assert "3001 个实体" in hub.page.inner_text("#count") or hub.page.inner_text("#count").startswith("1 个实体")


PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_telephone_nothing_is_cut_or_covered(lang: str, opened: Callable[..., Opened], large_file: Path) -> None:
    phone = opened(large_file, f"#lang={lang}&q=长", **PHONE)

    def box(selector: str) -> dict[str, float]:
        found: dict[str, float] = phone.page.locator(selector).first.bounding_box()
        return found

    for k in range(phone.page.locator("#views button").count()):
        one = box(f"#views button >> nth={k}")
        assert one["x"] >= 0
        assert one["x"] + one["width"] <= 390
    phone.page.click("summary[data-tool=export]")
    menu = box(".menu .items")
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= 390
    phone.page.click("summary[data-tool=export]")
    assert phone.page.locator(".district .hits").count()
    heights = phone.page.locator("#schematic .district").evaluate_all("all => all.map((one) => one.clientHeight)")
    assert max(heights) < 45  # a name, its hits and its counts in one line
    years, frames = box("#years"), box("#schematic")
    assert years["height"] < 50
    assert frames["y"] + frames["height"] <= years["y"] + 1
    for name in ("from", "to"):
        slider = box(f"#year-{name}")
        assert slider["width"] > 60
        assert slider["x"] + slider["width"] <= 390


def test_on_a_telephone_an_answer_has_room(opened: Callable[..., Opened], map_file: Path) -> None:
    if not (BUILT / "engine.wasm").is_file():
        pytest.skip("the SPARQL tab's parts are not built (make assets needs npm)")
    phone = opened(map_file, "#view=sparql&lang=en", **PHONE)
    phone.page.wait_for_selector("[data-part=answer] table")
    answer = phone.page.locator("[data-part=answer]").bounding_box()
    assert answer
    assert answer["height"] > 600  # all of it: the pane scrolls, not a strip in it
    widths = (
        phone.page.locator("[data-part=answer] tbody tr >> nth=0")
        .locator("td")
        .evaluate_all("all => all.map((one) => one.clientWidth)")
    )
    assert min(widths) > 70
    phone.page.locator("[data-part=answer] tbody tr").last.scroll_into_view_if_needed()
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_long_title_leaves_the_tools_in_their_row(opened: Callable[..., Opened], fixed: Reading, tmp_path: Path) -> None:
    readings = [replace(fixed, id=code, place=code) for code in ("530102", "310105", "110105", "320100")]
    page = opened(written(readings, tmp_path / "four.html", figures=False), viewport={"width": 1300, "height": 800})
    tops = [page.page.locator(name).bounding_box()["y"] for name in ("#views", "#tools")]
    assert abs(tops[0] - tops[1]) < 12
    page.page.click("[data-tool=language]")
    page.choose("黑湖科技")
    assert "、" not in page.page.inner_text("#evidence dl")
