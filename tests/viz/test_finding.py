"""Finding and following: search by characters and sounds, facets, neighbourhood, paths, clusters, and the sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.records import Entity, Evidence, Heading, Reading, Status
from tests.viz.conftest import Opened, in_browser, one_firm, written

pytestmark = in_browser


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("黑湖", "黑湖科技"),
        ("湖科", "黑湖科技"),
        ("heihu", "黑湖科技"),
        ("HHKJ", "黑湖科技"),
        ("hukeji", "黑湖科技"),
        ("黑hu", "黑湖科技"),
        ("changning", "长宁区"),  # 长 is chang here
        ("zhangning", "长宁区"),
        ("新华街道", "新华路街道"),  # as the reply has it
        ("lvse", None),
        ("ai+社区", "AI+社区"),
        ("“黑湖”", "黑湖科技"),
        ("xc", "携程"),
        ("長寧", "长宁区"),
        ("新華路", "新华路街道"),
    ],
)
def test_search_by_part_alias_and_sound(typed: str, name: str | None, page: Opened) -> None:
    page.page.fill("#search", typed)
    if name is None:
        assert page.page.inner_text("#count") == "没有符合的实体"
    else:
        assert name in page.rows()
        assert len(page.rows()) < 30


def test_facets_count_what_they_would_leave(page: Opened) -> None:
    def number(value: str) -> int:
        return int(page.page.locator(f"#facets label:has(input[value='{value}']) .count").inner_text())

    assert number("Enterprise") == 14
    page.page.check("#facets input[value=planned]")
    assert number("Scenario") == 5
    assert len(page.rows()) == int(re.sub(r"\D", "", page.page.inner_text("#count")))
    page.page.check("#facets input[value=Scenario]")
    assert len(page.rows()) == 5
    page.page.click("#clear")
    page.page.locator("#facets summary", has_text="领域").click()
    page.page.locator("#facets [data-facet=sector] label", has_text="医疗").locator("input").check()
    assert {"便捷就医服务2.0", "数字人民币应用"} <= set(page.rows())


def test_the_switch_of_status_changes_list_drawing_and_counts(page: Opened) -> None:
    page.page.click("[data-view=pilots]")
    page.page.check("#facets input[value=planned]")
    planned = set(page.drawn())
    page.page.uncheck("#facets input[value=planned]")
    page.page.check("#facets input[value=existing]")
    existing = set(page.drawn())
    assert {"便捷就医少等待", "智慧早餐惠民心"} <= planned - existing
    assert {"智慧菜场", "数字酒店"} <= existing - planned


def test_planned_is_what_the_statistics_call_so_and_its_place_is_only_drawn(page: Opened, fixed: Reading) -> None:
    planned = {e.name for e in fixed.entities if e.status is Status.PLANNED}
    existing = [e.name for e in fixed.entities if e.status is Status.EXISTING]
    page.page.click("[data-view=whole]")
    assert (_number(page, "planned"), _number(page, "existing")) == (len(planned), len(existing))
    page.page.check("#facets input[value=planned]")
    assert set(page.rows()) == planned
    assert set(page.drawn()) == planned | {"长宁区"}
    page.page.click("[data-view=where]")
    assert page.rows() == []
    assert page.page.locator("#facets input[value=District]").count() == 0


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_a_span_of_years_says_how_many_replies_have_no_date(
    size: tuple[int, int], opened: Callable[..., Opened], tmp_path: Path
) -> None:
    readings = [
        replace(one_firm(f"{name}科技", "乙园", name), heading=Heading(date=date, department="区科委"))
        for name, date in (("甲", "2022-03-01"), ("丙", "2024-03-01"), ("丁", None), ("戊", None))
    ]
    file = written(readings, tmp_path / "map.html", figures=False)
    page = opened(file, viewport={"width": size[0], "height": size[1]})
    note = page.page.locator("#years small")
    assert not note.is_visible()
    page = opened(file, "#years=2024-2024", viewport={"width": size[0], "height": size[1]})
    note = page.page.locator("#years small")
    assert note.is_visible()
    assert note.inner_text() == "没有日期的 2 件答复不在内"
    assert page.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "只看 答复年份：2024–2024、没有日期的 2 件答复不在内。" in (page.page.locator("#paper").text_content() or "")


def test_what_is_there_and_will_move_is_in_both(opened: Callable[..., Opened], tmp_path: Path) -> None:
    """A firm that is there, and is to go into a park that is to come."""
    page = opened(written([one_firm("甲科技", "乙园")], tmp_path / "map.html"), "#view=where&status=planned")
    assert page.rows() == ["甲科技", "乙园"]
    page.page.uncheck("#facets input[value=planned]")
    page.page.check("#facets input[value=existing]")
    assert page.rows() == ["甲科技"]


def test_the_evidence_says_who_wrote_it_and_opens_it_there(page: Opened, fixed: Reading) -> None:
    page.choose("虎博科技")
    evidence = page.page.locator("#evidence")
    assert evidence.locator(".relation mark").all_inner_texts()[:2] == ["虎博科技", "东方明珠凯旋中心"]
    cite = evidence.locator("cite").first.inner_text()
    (said,) = (r for r in fixed.relations if (r.source, r.target) == ("虎博科技", "东方明珠凯旋中心"))
    facts = ("对长宁区政协第十五届二次会议第70号提案的答复", "第70号", "长宁区科学技术委员会", "2023-03-03")
    for part in (*facts, f"置信度 {said.confidence:.2f}"):
        assert part in cite
    evidence.locator("blockquote a").first.click()
    marked = page.page.locator("#reader mark.strong")
    assert "虎博科技入驻东方明珠凯旋中心" in marked.inner_text()
    box, frame = marked.bounding_box(), page.page.locator("#reader").bounding_box()
    assert box
    assert frame
    assert frame["y"] < box["y"] < frame["y"] + frame["height"]
    text = page.page.inner_text("#reader")
    assert "联系人姓名和电话已遮盖" in text
    assert "52388361" not in text
    assert "52388361" not in page.file.read_text(encoding="utf-8")
    # The whole reply is there, word for word.
    assert page.page.locator("#reader .reply").evaluate("one => one.textContent") == fixed.text


def test_every_sentence_is_within_reach(page: Opened) -> None:
    """No entity without a quotation, no relation without its sentence."""
    bare = []
    for name in page.page.locator("#list button").evaluate_all("all => all.map((one) => one.dataset.entity)"):
        page.page.locator(f"#list button[data-entity='{name}']").evaluate("one => one.click()")
        blocks = page.page.locator("#evidence blockquote p").all_inner_texts()
        relations, quoted = (
            page.page.locator("#evidence .relation").count(),
            page.page.locator("#evidence .relation blockquote").count(),
        )
        if not blocks or any(len(text) < 2 for text in blocks) or quoted < relations:
            bare.append(name)
    assert bare == []


def test_one_step_two_steps_and_back(page: Opened) -> None:
    page.page.click("[data-view=whole]")
    page.choose("虹桥-古北商圈")
    page.page.get_by_role("button", name="只看一步以内").click()
    one = set(page.drawn())
    assert one == {"虹桥-古北商圈", "数字人民币体验", "智慧菜场", "数字餐厅"}
    page.page.get_by_role("button", name="只看两步以内").click()
    assert set(page.drawn()) == one | {"商业", "临空-光大安石商圈"}
    page.page.get_by_role("button", name="只看两步以内").click()
    assert len(page.drawn()) == 73


def test_a_path_has_a_sentence_for_each_step(page: Opened) -> None:
    page.page.click("[data-view=whole]")
    page.choose("黑湖科技")
    page.page.get_by_role("button", name="最短路径").click()
    assert "选择路径的另一端" in page.page.inner_text("#evidence")
    page.choose("武夷路")
    assert page.page.inner_text("#evidence h2") == "黑湖科技 到 武夷路：2 步"
    steps = page.page.locator("#evidence .relation")
    assert steps.count() == 2
    assert "推动黑湖科技入驻武夷路更新载体" in steps.nth(0).locator("blockquote p").inner_text()
    assert set(page.drawn()) == {"黑湖科技", "武夷路更新载体", "武夷路"}
    page.page.get_by_role("button", name="不看路径").click()
    assert len(page.drawn()) == 73


def test_without_a_path_it_says_so(page: Opened) -> None:
    page.page.click("[data-view=whole]")
    page.choose("携程")
    page.page.keyboard.press("Escape")
    page.choose("携程")
    page.page.get_by_role("button", name="最短路径").click()
    page.choose("爱奇艺")
    assert "没有路径" in page.page.inner_text("#evidence h2")


def test_clusters_are_said_with_what_they_mean(page: Opened, opened: Callable[..., Opened], large_file: Path) -> None:
    page.page.click("#tab-clusters")
    words = page.page.inner_text("#clusters")
    assert "不报告" in words  # none that chance would not give
    assert "模块度" in words
    assert "Newman 2006" in words
    assert page.page.locator("[data-tool=colour]").count() == 0
    large = opened(large_file, "#view=whole&panel=clusters")
    first = large.page.locator("#clusters .plain button").first
    size = int(re.sub(r"\D", "", first.locator(".count").inner_text()))
    first.click()
    assert f"{size} 个实体" in large.page.inner_text("#count")
    assert large.page.locator("#clusters button[aria-pressed=true]").count() == 1
    large.page.get_by_role("button", name="看全部").click()
    assert "5000 个实体" in large.page.inner_text("#count")


def test_english_has_no_chinese_word_of_its_own(opened: Callable[..., Opened], tmp_path: Path) -> None:
    page = opened(written([one_firm("Alpha", "Beta Park")], tmp_path / "latin.html"), "#lang=en")
    chinese = re.compile(r"[\u4e00-\u9fff]")
    for view in ("places", "where", "whole"):
        page.page.click(f"[data-view={view}]")
        for act in ("#tab-clusters", "#tab-evidence", "#list button >> nth=0"):
            page.page.click(act)
            words = page.page.evaluate("""() => [...document.querySelectorAll('body *')].filter((one) => !['SCRIPT', 'STYLE'].includes(one.tagName) && !one.closest('noscript'))
              .flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent).concat(['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) || '')))""")
            # What the data says stays as it is: the reply's sentence, its district, and the switch to Chinese.
            ours = [w for w in words if chinese.search(w) and not re.search("入驻|长宁|街道|新泾镇|程家桥|^中文$", w)]
            assert ours == []
    page.page.click("[data-tool=help]")
    assert not chinese.search(page.page.inner_text("#help"))


def _number(page: Opened, value: str) -> int:
    return int(page.page.locator(f"#facets label:has(input[value='{value}']) .count").inner_text())


def test_facets_count_among_what_is_searched_for(page: Opened) -> None:
    page.page.fill("#search", "数字")
    scenarios, planned = _number(page, "Scenario"), _number(page, "planned")
    assert 0 < planned < 8
    assert page.page.locator("#facets input[value=Enterprise]").count() == 0  # no firm is called so
    page.page.check("#facets input[value=Scenario]")
    assert len(page.rows()) == scenarios
    page.page.check("#facets input[value=planned]")
    assert len(page.rows()) == _number(page, "planned")
    page.page.fill("#search", "")
    assert _number(page, "planned") == 5


def test_facets_choose_among_the_neighbours(page: Opened) -> None:
    page.page.click("[data-view=whole]")
    page.choose("数字餐厅")
    page.page.fill("#search", "")
    page.page.get_by_role("button", name="只看两步以内").click()
    assert "数字餐厅 的两步以内" in page.page.inner_text("#count")
    scenarios = _number(page, "Scenario")
    assert scenarios < 17
    page.page.check("#facets input[value=Scenario]")
    # Those two steps away are not lost with what leads to them.
    assert len(page.rows()) == scenarios > 1
    assert set(page.drawn()) == set(page.rows())


def test_another_view_is_shown_whole(page: Opened) -> None:
    for change in ("button", "key"):
        page.page.click("[data-view=where]")
        before = len(page.rows())
        page.page.click("[data-view=whole]")
        page.choose("黑湖科技")
        page.page.fill("#search", "")
        page.page.get_by_role("button", name="只看一步以内").click()
        assert page.page.locator("#clear").is_visible()
        if change == "key":
            page.page.keyboard.press("2")
        else:
            page.page.click("[data-view=where]")
        assert len(page.rows()) == before
        assert page.page.inner_text("#evidence h2") == "黑湖科技"
        page.page.keyboard.press("Escape")


def test_a_heading_is_shown_on_a_line_of_its_own_and_a_broken_line_joined(opened: Callable[..., Opened], tmp_path: Path) -> None:
    heading, line = "（二）园区载体建设稳步推进", "去年以来我区在引进企业方面做了大量工作，大兴公司"
    text = f"现答复如下：\n{heading}\n{line}\n等一批企业已入驻云谷园。\n楼宇 | 企业\n云谷园 | 丙云公司。"
    # What is said by a heading and the words below it together, and by a row below the first.
    spot, row = (
        Evidence(start, end, text[start:end])
        for start, end in (
            (text.index("园区"), text.index("大兴") + 4),
            (text.index("企业\n云谷园"), len(text) - 1),
        )
    )
    firms = tuple(Entity("Enterprise", one.quote[-4:], (), Status.EXISTING, (one,), "r", 1.0) for one in (spot, row))
    reading = Reading("x", text, "x.txt", Heading(title="答复"), None, firms)
    page = opened(written([reading], tmp_path / "heading.html", figures=False))
    page.choose("大兴公司")
    said = page.page.locator("#evidence blockquote p").first
    assert said.inner_text() == f"{heading}\n{line}等一批企业已入驻云谷园。"
    assert said.locator("mark").inner_text() == f"{heading[3:]}\n{line}"
    page.choose("丙云公司")
    assert said.inner_text() == "楼宇 | 企业\n云谷园 | 丙云公司。"  # rows of a table


def test_a_double_click_shows_one_step_around(page: Opened) -> None:
    page.page.click("[data-view=where]")
    whole = len(page.rows())

    box = page.page.locator("#graph").bounding_box()
    assert box

    def under(x: float, y: float) -> bool:
        page.page.mouse.move(x, y)
        return page.page.is_visible("#tip") and "→" not in page.page.inner_text("#tip")

    grid = [(box["x"] + box["width"] * i / 50, box["y"] + box["height"] * k / 10) for k in range(3, 8) for i in range(10, 45)]
    spot = next(one for one in grid if under(*one))
    page.page.mouse.dblclick(*spot)
    assert "steps=1" in page.settled()
    assert len(page.rows()) < whole
    name = page.page.inner_text("#evidence h2")
    assert f"{name} 的一步以内" in page.page.inner_text("#count")
    page.page.click("#clear")
    assert len(page.rows()) == whole


def test_choosing_far_down_the_list_leaves_it_there(opened: Callable[..., Opened], large_file: Path) -> None:
    page = opened(large_file)
    page.page.click("#more")
    row = page.page.locator("#list button").nth(100)
    name = row.locator(".name").text_content()
    row.click()
    assert page.page.inner_text("#evidence h2") == name
    assert page.page.locator("#list li").count() == 120
    pressed = page.page.locator("#list button[aria-pressed=true]")
    assert pressed.locator(".name").inner_text() == name
    box, pane = pressed.bounding_box(), page.page.locator("#list").bounding_box()
    assert box
    assert pane
    assert pane["y"] <= box["y"] < pane["y"] + pane["height"]
    page.page.click("[data-tool=language]")
    assert page.page.locator("#list li").count() == 60
