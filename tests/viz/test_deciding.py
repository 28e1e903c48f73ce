"""What is marked as wrong on the page is a log that the build follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.decisions import follow, read_log
from graph.records import Judgement, Reading
from tests.viz.conftest import Opened, in_browser, one_firm, written

pytestmark = in_browser
FIRST = "#evidence .relation .judge >> nth=0"


def _marked(page: Opened) -> str:
    return str(page.page.inner_text("#decided")).split("。")[0]


def _log(page: Opened) -> Path:
    with page.page.expect_download() as waiting:
        page.page.click("#decided button")
    return Path(waiting.value.path())


def test_what_is_marked_leaves_the_next_build(fixed: Reading, page: Opened) -> None:
    page.choose("黑湖科技")
    assert not page.page.is_visible("#decided")
    page.page.click(FIRST)
    assert page.page.get_attribute(FIRST, "aria-pressed") == "true"
    page.choose("AI+社区")
    page.page.click("#evidence .actions .judge")
    assert _marked(page) == "已标有误 2 条"
    log = read_log(_log(page))
    assert [(one.judgement, one.reply, one.type, one.name, one.to) for one in log.decisions] == [
        (Judgement.WRONG, fixed.id, "Enterprise", "黑湖科技", "武夷路更新载体"),
        (Judgement.WRONG, fixed.id, "Scenario", "AI+社区", ""),
    ]
    result = follow([fixed], log)
    assert len(result.decisions) == 2
    (held,) = result.readings
    assert "AI+社区" not in {entity.name for entity in held.entities}
    assert ("黑湖科技", "武夷路更新载体") in {(r.source, r.target) for r in fixed.relations}
    assert ("黑湖科技", "武夷路更新载体") not in {(r.source, r.target) for r in held.relations}


def test_a_mark_is_in_the_address_and_is_taken_back(map_file: Path, opened: Callable[..., Opened], page: Opened) -> None:
    page.choose("黑湖科技")
    page.page.click(FIRST)
    address = page.settled().partition("#")[2]
    again = opened(map_file, f"#{address}")
    assert again.page.get_attribute(FIRST, "aria-pressed") == "true"
    assert _marked(again) == "已标有误 1 条"
    again.page.click(FIRST)
    assert not again.page.is_visible("#decided")
    again.page.click("[data-tool=undo]")
    assert _marked(again) == "已标有误 1 条"
    other = opened(map_file, "#wrong=Enterprise/无此&wrong=a+locatedIn+b&at=Enterprise/黑湖科技")
    assert not other.page.is_visible("#decided")


def test_a_mark_is_seen_by_more_than_colour_and_does_not_move_the_text(page: Opened) -> None:
    page.choose("黑湖科技")
    last = page.page.locator("#evidence .relation .judge").last
    last.scroll_into_view_if_needed()
    before = page.page.evaluate("document.getElementById('evidence').scrollTop")
    last.click()
    assert page.page.evaluate("document.getElementById('evidence').scrollTop") == before
    assert "line-through" in page.page.evaluate(
        "getComputedStyle([...document.querySelectorAll('#evidence .relation.wrong > p .link')].pop()).textDecorationLine"
    )


def test_odd_names_come_back_as_they_are(opened: Callable[..., Opened], tmp_path: Path) -> None:
    reading = one_firm('=甲,"乙"', "丙园")
    page = opened(written([reading], tmp_path / "odd.html"))
    page.page.fill("#search", "乙")
    page.page.press("#search", "Enter")
    page.page.click("#evidence .actions .judge")
    result = follow([reading], read_log(_log(page)))
    assert len(result.decisions) == 1
    assert [entity.name for entity in result.readings[0].entities if entity.type == "Enterprise"] == []


def _on_paper(page: Opened) -> str:
    """What is chosen, as it is printed."""
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.page.emulate_media(media="print")
    text = str(page.page.inner_text("#paper .chosen"))
    page.page.emulate_media(media="screen")
    return text


def test_paper_says_of_nothing_that_it_is_wrong_but_of_what_was_marked(page: Opened) -> None:
    page.choose("黑湖科技")
    assert "有误" not in _on_paper(page)
    page.page.click(FIRST)
    assert page.page.inner_text(FIRST) == "已标有误"
    assert _on_paper(page).count("有误") == 1
    page.page.click("#evidence .actions .judge")
    assert _on_paper(page).count("已标有误") == 2
    assert "隐藏" not in _on_paper(page)
    struck = "getComputedStyle(document.querySelector('{} > h2')).textDecorationLine"
    assert page.page.evaluate(struck.format("#paper .chosen")) == "line-through"
    page.page.keyboard.press("Escape")
    assert page.page.evaluate(struck.format("#evidence")) == "none"
