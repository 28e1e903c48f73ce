"""The page in a real browser: it opens offline, and no word of a reply is ever markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from tests.viz.conftest import Opened, in_browser, one_firm, written

pytestmark = in_browser
EVIL = "</script><img src=x onerror=\"document.title='owned'\"><b>甲</b>"


def _ink(opened: Opened) -> int:
    """Pixels of the drawing that are not its ground."""
    script = """() => { const c = document.querySelector('#graph canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
      let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) n += 1; return n; }"""
    return int(opened.page.evaluate(script))


def test_opens_offline_without_a_request_or_a_complaint(page: Opened, map_file: Path) -> None:
    assert page.requests == [map_file.as_uri()]
    assert "73 个实体" in page.page.inner_text("#count")
    page.page.click("[data-view=whole]")
    assert _ink(page) > 5000


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


def test_under_a_policy_that_swallows_packets_it_is_drawn_at_once(page: Opened) -> None:
    drawn = page.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert drawn < 10_000  # speed is measured in benchmarks/page.py; here, that nothing waits for a network


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_telephone(scheme: str, opened: Callable[..., Opened], map_file: Path) -> None:
    phone = opened(map_file, viewport={"width": 390, "height": 844}, color_scheme=scheme, has_touch=True)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.page.locator("#schematic svg.frame").first.bounding_box()["width"] <= 390
    phone.page.click("[data-view=whole]")
    assert _ink(phone) > 1000
    phone.page.click("#panes button >> nth=0")
    phone.choose("黑湖科技")
    assert phone.page.is_visible("#evidence h2")
    assert phone.page.inner_text("#evidence h2") == "黑湖科技"
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_words_of_a_reply_are_never_markup(opened: Callable[..., Opened], tmp_path: Path) -> None:
    evil = opened(written([one_firm(EVIL, EVIL + "园", "evil")], tmp_path / "evil.html"), "#view=whole")
    evil.page.locator("#list button").first.click()
    assert EVIL in evil.page.inner_text("#evidence")
    evil.page.locator("blockquote a").first.click()
    assert EVIL in evil.page.inner_text("#reader")
    evil.page.keyboard.press("Escape")
    assert any(EVIL[:15] in label for label in evil.drawn())
    for view in ("places", "where"):
        evil.page.click(f"[data-view={view}]")
    evil.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert evil.page.title() == "长宁区产业生态图谱"
    assert evil.page.locator("img, #evidence b, #reader b, #schematic b, #paper b").count() == 0


def test_nothing(opened: Callable[..., Opened], tmp_path: Path) -> None:
    empty = opened(written([], tmp_path / "empty.html"))
    assert "没有实体" in empty.page.inner_text("#note")
    empty.page.click("[data-view=whole]")
    assert "没有符合的实体" in empty.page.inner_text("#count")


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
    hub = opened(written([reading], tmp_path / "hub.html"))
    hub.choose("大园")
    assert "关系（3000）" in hub.page.inner_text("#evidence")
    assert hub.page.locator("#evidence .relation").count() == 40
    hub.page.click("#evidence .more >> nth=0")
    assert hub.page.locator("#evidence .relation").count() == 90
    hub.page.get_by_role("button", name="在图中看").click()
    assert "3001 个中的 1000 个" in hub.page.inner_text("#note")
    assert "3001 个实体" in hub.page.inner_text("#count") or hub.page.inner_text("#count") == "1 个实体"
