"""The tab of questions: the engine in a worker, opened from disk, under the page's policy."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from graph.rdf.queries import ask, bind, saved
from graph.rdf.store import open_build
from tests.viz.conftest import Opened, built, in_browser, one_firm, written
from viz.sparql import BUILT, workbench

needs_parts = pytest.mark.skipif(
    not (BUILT / "engine.wasm").is_file(),
    reason="the SPARQL tab's parts are not built (make assets needs npm): its tests are skipped",
)
pytestmark = [*in_browser, needs_parts]


@pytest.fixture
def bench(opened: Callable[..., Opened], map_file: Path) -> Opened:
    page = opened(map_file)
    page.page.click("[data-view=sparql]")
    page.page.wait_for_selector("[data-part=answer] table")
    return page


def test_the_page_carries_the_licences_of_what_is_in_it(map_file: Path) -> None:
    said = re.search(r"<!--(.*?)-->", map_file.read_text(encoding="utf-8"), re.DOTALL)
    assert said
    for words in (r"@codemirror/view \d", r"oxigraph \d", "Marijn Haverbeke", "Permission is hereby granted", "Apache License"):
        assert re.search(words, said[1]), words


def _write(bench: Opened, text: str) -> None:
    bench.page.click("[data-part=editor] .cm-content")
    bench.page.keyboard.press("Control+a")
    bench.page.keyboard.press("Delete")
    bench.page.keyboard.insert_text(text)


def _said(bench: Opened, text: str) -> None:
    expect(bench.page.locator("[data-part=said]")).to_contain_text(text)


def test_nothing_of_it_runs_before_it_is_opened(page: Opened) -> None:
    assert page.page.evaluate("typeof globalThis.sparqlEditor") == "undefined"
    assert page.page.locator("#bench > *").count() == 0
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page.file.read_text(encoding="utf-8"))
    assert policy
    assert "worker-src blob:" in policy.group(1)
    assert "blob:" not in policy.group(1).partition("script-src")[2].partition(";")[0].replace("worker-src", "")


def test_a_saved_question_answers_as_the_command_does(bench: Opened, fixed_build: Path) -> None:
    answer = ask(open_build(fixed_build), saved()["located"].text)
    assert bench.page.locator("[data-part=answer] tbody tr").count() == len(answer.rows)
    cells = bench.page.locator("[data-part=answer] tbody tr").first.locator("td").all_inner_texts()
    assert cells[0] == str(answer.rows[0][0])
    assert bench.page.locator("[data-part=answer] th").all_inner_texts()[0] == "名称"


@pytest.mark.parametrize("name", ["counts", "results", "replies"])
def test_each_column_stands_under_its_own_heading(name: str, bench: Opened, fixed_build: Path) -> None:
    """In the order of the question, also where the engine has the values of a row in another."""
    question = saved()[name]
    bench.page.select_option("[data-part=saved]", name)
    bench.page.wait_for_function(
        "names => [...document.querySelectorAll('[data-part=answer] th')].map((one) => one.textContent).join() === names",
        arg=",".join(question.columns),
    )
    shown = bench.page.locator("[data-part=answer] tbody tr").evaluate_all(
        "all => all.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    answer = ask(open_build(fixed_build), question.text)
    assert shown == [["" if value is None else str(value) for value in row] for row in answer.rows]


def test_a_column_without_a_value_has_its_heading_and_a_graph_its_triples(bench: Opened) -> None:
    heads = "[...document.querySelectorAll('[data-part=answer] th')].map((one) => one.textContent).join()"
    _write(bench, "SELECT ?b ?nothing ?a WHERE { ?a a dai:District ; skos:prefLabel ?b }")
    bench.page.click("[data-part=run]")
    bench.page.wait_for_function(f"() => {heads} === 'b,nothing,a'")
    assert bench.page.locator("[data-part=answer] tbody tr").first.locator("td").nth(1).inner_text() == ""
    _write(bench, 'SELECT ?x ?y ?z WHERE { VALUES (?x ?y ?z) { ("甲" UNDEF "丙") ("丁" "戊" "己") } }')
    bench.page.click("[data-part=run]")
    bench.page.wait_for_function(f"() => {heads} === 'x,y,z'")
    assert bench.page.locator("[data-part=answer] tbody tr").first.locator("td").all_inner_texts() == ["甲", "", "丙"]
    _write(bench, "CONSTRUCT { ?a skos:prefLabel ?b } WHERE { ?a a dai:District ; skos:prefLabel ?b }")
    bench.page.click("[data-part=run]")
    bench.page.wait_for_function(f"() => {heads} === 'subject,predicate,object'")
    _write(bench, "ASK { ?a a dai:District }")
    bench.page.click("[data-part=run]")
    _said(bench, "是")


def test_every_saved_question_has_as_many_answers_as_the_command_gives(bench: Opened, fixed_build: Path) -> None:
    store = open_build(fixed_build)
    for question in saved().values():
        bench.page.select_option("[data-part=saved]", question.name)
        bench.page.wait_for_selector("[data-part=stop]:disabled")
        said = bench.page.inner_text("[data-part=said]")
        assert "fault" not in (bench.page.get_attribute("[data-part=said]", "class") or ""), f"{question.name}: {said}"
        text = bind(question, {one.name: one.example for one in question.parameters if one.required})
        shown = bench.page.locator("[data-part=answer] tbody tr").count()
        assert shown == len(ask(store, text).rows), f"{question.name}: {said}"


def test_a_parameter_is_a_term_and_no_part_of_the_question(bench: Opened) -> None:
    field = bench.page.locator("[data-part=parameters] input")
    field.fill("长宁区")
    field.press("Enter")
    _said(bench, "15 行")
    field.fill('x"@zh } } #')
    field.press("Enter")
    _said(bench, "没有结果")


def test_rows_choose_their_entities(bench: Opened) -> None:
    bench.page.locator("[data-part=answer] button", has_text="虎博科技").first.click()
    assert bench.page.inner_text("#evidence h2") == "虎博科技"
    named = bench.page.get_by_role("button", name="黑湖科技", exact=True)
    bench.page.locator("[data-part=answer] tbody tr", has=named).first.locator("td").last.click()
    assert bench.page.inner_text("#evidence h2") == "黑湖科技"


def test_a_fault_is_said_and_the_next_question_answered(bench: Opened) -> None:
    _write(bench, "SELECT ?a WHERE {")
    bench.page.keyboard.press("Control+Enter")
    bench.page.wait_for_selector("[data-part=said].fault")
    _write(bench, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    bench.page.click("[data-part=run]")
    bench.page.wait_for_selector("[data-part=answer] td")
    _write(bench, "ASK { ?s a dai:Enterprise }")
    bench.page.click("[data-part=run]")
    _said(bench, "是")


def test_an_answer_can_be_saved_and_opened(bench: Opened) -> None:
    with bench.page.expect_download() as waiting:
        bench.page.click("[data-part=csv]")
    with Path(waiting.value.path()).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][0] == "名称"
    assert "虎博科技" in {row[0] for row in rows}


def test_an_answer_is_printed_and_the_graph_still_exported(bench: Opened) -> None:
    bench.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = bench.page.locator("#paper")
    assert "谁在哪里" in (paper.locator("h2").text_content() or "")
    assert paper.locator("tbody tr").count() == bench.page.locator("[data-part=answer] tbody tr").count()
    assert len(bench.drawn()) == 73


def test_the_editor_colours_the_question(bench: Opened) -> None:
    colours = bench.page.locator("[data-part=editor] .cm-line span").evaluate_all(
        "spans => [...new Set(spans.map((s) => getComputedStyle(s).color))]"
    )
    assert len(colours) >= 3


def test_stopped_and_asked_again(bench: Opened) -> None:
    _write(bench, "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    bench.page.click("[data-part=run]")
    bench.page.click("[data-part=stop]")
    _said(bench, "已停止")
    _write(bench, "ASK { ?s a dai:Enterprise }")
    bench.page.click("[data-part=run]")
    _said(bench, "是")


def test_without_its_parts_the_page_has_no_such_tab_and_says_so(opened: Callable[..., Opened], tmp_path: Path) -> None:
    assert workbench(None) is None
    page = opened(written([one_firm("甲科技", "乙园")], tmp_path / "plain.html"))
    assert page.page.locator("[data-view=sparql]").count() == 0
    page.page.click("[data-tool=help]")
    assert "没有 SPARQL 查询栏" in page.page.inner_text("#help")
    assert "wasm" not in (tmp_path / "plain.html").read_text(encoding="utf-8").partition("</head>")[0].partition("<style>")[0]


@pytest.mark.parametrize(
    ("text", "line", "column"), [("SELECT ?a WHER { ?a ?b ?c }", 1, 16), ("SELECT ?a\nWHERE { ?a ?b ] }", 2, 17)]
)
def test_a_fault_is_placed_where_the_editor_has_it(text: str, line: int, column: int, bench: Opened) -> None:
    _write(bench, text)
    bench.page.click("[data-part=run]")
    _said(bench, f"第 {line} 行第 {column} 列有语法错误")


def test_a_name_that_the_graph_has_not_is_said_with_the_near_one(bench: Opened) -> None:
    _write(bench, 'SELECT ?a WHERE { ?a a dai:Enterprize ; skos:prefLabel ?b FILTER(?b != "dai:Nobody") } # dai:Nothing')
    bench.page.click("[data-part=run]")
    _said(bench, "没有结果 图中没有 dai:Enterprize；相近的有 dai:Enterprise。")
    assert "Nobody" not in bench.page.inner_text("[data-part=said]")
    assert "Nothing" not in bench.page.inner_text("[data-part=said]")
    _write(bench, "SELECT ?a WHERE { ?a a dai:Enterprise ; skos:prefLabel ?b }")
    bench.page.click("[data-part=run]")
    _said(bench, "14 行")
    assert "图中没有" not in bench.page.inner_text("[data-part=said]")


def test_in_english_kinds_and_states_are_english_and_no_row_is_lost(bench: Opened) -> None:
    rows = {}
    for code in ("zh", "en"):
        for question in saved().values():
            bench.page.select_option("[data-part=saved]", question.name)
            bench.page.wait_for_selector("[data-part=stop]:disabled")
            rows[code, question.name] = bench.page.locator("[data-part=answer] tbody tr").count()
        if code == "zh":
            bench.page.click("[data-tool=language]")
            bench.page.wait_for_selector("[data-part=answer] table")
    assert {name: rows["zh", name] for _, name in rows} == {name: rows["en", name] for _, name in rows}
    bench.page.select_option("[data-part=saved]", "located")
    cells = bench.page.locator("[data-part=answer] tbody tr").first.locator("td")
    expect(cells.nth(3)).to_have_text(re.compile("Carrier|District|Road"))
    assert cells.nth(4).inner_text() in ("existing", "planned")


def test_another_language_keeps_a_question_of_ones_own(bench: Opened) -> None:
    _write(bench, "ASK { ?s a dai:Policy }")
    bench.page.click("[data-tool=language]")
    expect(bench.page.locator("[data-part=editor] .cm-content")).to_contain_text("dai:Policy")
    assert bench.page.input_value("[data-part=saved]") == ""


_FIRM = "SELECT ?e WHERE { ?e a dai:Enterprise ; skos:prefLabel "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ？e WHERE { ?e a dai:Enterprise }", "第 1 行第 8 列有语法错误：全角的 ？ 要改成半角的 ?"),
        (
            "SELECT ?e\nWHERE { ?e a dai:Enterprise ； skos:prefLabel ?n }",
            "第 2 行第 29 列有语法错误：全角的 ； 要改成半角的 ;",
        ),
        (_FIRM + "“黑湖科技”@zh }", '全角的 “ 要改成半角的 "'),
        ("SELECT ?a WHERE { ?a foaf:name ?b }", "前缀 foaf: 没有声明；已声明的有 dai, "),
        ("INSERT DATA { <http://a> <http://b> 1 }", "这里只能查询，不能改动图谱"),
        ("PREFIX x: <http://x/> DELETE WHERE { ?s ?p ?o }", "这里只能查询，不能改动图谱"),
        ("SELECT * WHERE { SERVICE <http://a.example/> { ?s ?p ?o } }", "此页不联网"),
        ("SELECT ?a ?b (COUNT(?b) AS ?n) WHERE { ?a dai:pilotedIn ?b } GROUP BY ?a", "没有写进 GROUP BY"),
        ("SELECT ?e WHERE { ?e a dai:Enterprise", "有语法错误：{ 没有闭合"),
        ("  # 长宁", "先写一个问题"),
        ("长宁区有哪些企业？", "问题要以 SELECT、ASK、CONSTRUCT 或 DESCRIBE 开头"),
    ],
)
def test_a_slip_is_told_in_words(text: str, said: str, bench: Opened) -> None:
    _write(bench, text)
    bench.page.click("[data-part=run]")
    _said(bench, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?e WHERE { ?e a dai:企业 }", "没有结果 图中没有 dai:企业；相近的有 dai:Enterprise。"),
        ("SELECT ?e WHERE { ?e dai:位于 ?b }", "没有结果 图中没有 dai:位于；相近的有 dai:locatedIn。"),
        ("SELECT ?e WHERE { ?e a dai:工厂 }", "没有结果 图中没有 dai:工厂。"),
        (_FIRM + '"黑湖科技" }', '没有结果 图中的名称都标明语言：请把 "黑湖科技" 写成 "黑湖科技"@zh。'),
        (_FIRM + '"黑湖科技"@zh-CN }', '请把 "黑湖科技"@zh-CN 写成 "黑湖科技"@zh。'),
        (_FIRM + '?n FILTER(?n = "黑湖科技") }', '请把 "黑湖科技" 写成 "黑湖科技"@zh。'),
        ('ASK { ?e skos:prefLabel "黑湖科技" }', '否 图中的名称都标明语言：请把 "黑湖科技" 写成 "黑湖科技"@zh。'),
        ('SELECT (COUNT(?e) AS ?n) WHERE { ?e skos:prefLabel "黑湖科技" }', "图中的名称都标明语言"),
        ("SELECT ?g WHERE { GRAPH ?g { ?e a dai:Enterprise } }", "没有结果 此页只装有合并后的图"),
        ("SELECT ?企业名 WHERE { ?e a dai:Enterprise ; skos:prefLabel ?企业 }", "WHERE 里没有 ?企业名，所以这一列是空的。"),
    ],
)
def test_an_answer_that_a_slip_emptied_says_so(text: str, said: str, bench: Opened) -> None:
    _write(bench, text)
    bench.page.click("[data-part=run]")
    _said(bench, said)


@pytest.mark.parametrize(
    "text",
    [
        _FIRM + '"黑湖科技"@zh }',
        _FIRM + '?n FILTER(CONTAINS(?n, "科技")) }',
        _FIRM + '?n FILTER(STR(?n) = "黑湖科技") } # GRAPH',
        "SELECT ?名称 ?注 WHERE { ?e a dai:Enterprise ; skos:prefLabel ?名称 OPTIONAL { ?e skos:broader ?注 } }",
        'SELECT ?e WHERE { ?e a dai:Enterprise ; skos:prefLabel ?n FILTER(CONTAINS(?n, "黑湖科技") && false) }',
        'SELECT ?e WHERE { ?e skos:prefLabel "没有这家科技"@zh }',
    ],
)
def test_nothing_is_added_where_there_is_no_slip(text: str, bench: Opened) -> None:
    _write(bench, text)
    bench.page.click("[data-part=run]")
    bench.page.wait_for_selector("[data-part=stop]:disabled")
    assert re.fullmatch(r"\d+ 行，用时 \d+ 毫秒|没有结果", bench.page.inner_text("[data-part=said]"))


def test_a_saved_question_about_a_name_that_the_graph_has_not_says_the_near_one(bench: Opened) -> None:
    bench.page.select_option("[data-part=saved]", "enterprise")
    field = bench.page.locator("[data-part=parameters] input")
    field.fill("黑湖科技公司")
    field.press("Enter")
    _said(bench, "没有结果 图中没有 黑湖科技公司；相近的有 黑湖科技。")
    field.fill("无此企业名")
    field.press("Enter")
    _said(bench, "没有结果 图中没有 无此企业名。")


def test_a_name_that_several_have_is_looked_up_and_opens_none_of_them(opened: Callable[..., Opened], tmp_path: Path) -> None:
    near, far = one_firm("甲科技", "创业园", "a"), replace(one_firm("乙科技", "创业园", "b"), place="320102")
    bench = opened(built([near, far], tmp_path) / "map.html", "#view=sparql")
    bench.page.wait_for_selector("[data-part=answer] table")
    row = bench.page.locator("[data-part=answer] tbody tr", has_text="乙科技")
    row.get_by_role("button", name="创业园").click()
    assert bench.rows() == ["创业园（长宁区）", "创业园（玄武区）"]
    assert "创业园" not in bench.page.inner_text("#evidence h2")
    row.get_by_role("button", name="乙科技").click()
    assert bench.page.inner_text("#evidence h2") == "乙科技"


def test_a_question_of_ones_own_stands_under_no_saved_ones_title(bench: Opened) -> None:
    _write(bench, "SELECT ?n WHERE { ?e a dai:Policy ; skos:prefLabel ?n }")
    bench.page.click("[data-part=run]")
    _said(bench, "6 行")
    assert bench.page.input_value("[data-part=saved]") == ""
    assert bench.page.inner_text("[data-part=about]") == ""
    assert bench.page.locator("[data-part=parameters] input").count() == 0
    bench.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "谁在哪里" not in (bench.page.locator("#paper h2").text_content() or "")


def test_a_saved_question_that_is_changed_keeps_its_parameters(bench: Opened) -> None:
    text = saved()["located"].text
    _write(bench, text[text.index("SELECT") :].rstrip() + " LIMIT 3")
    bench.page.locator("[data-part=parameters] input").fill("长宁区")
    bench.page.click("[data-part=run]")
    _said(bench, "3 行")
    assert bench.page.input_value("[data-part=saved]") == "located"


def test_a_link_brings_the_question_and_its_answer_back(bench: Opened, opened: Callable[..., Opened], map_file: Path) -> None:
    def shown(page: Opened) -> tuple[str, list[str], str]:
        page.page.wait_for_selector("[data-part=answer] table")
        page.page.wait_for_selector("[data-part=stop]:disabled")
        fields = page.page.locator("[data-part=parameters] input").evaluate_all("all => all.map((one) => one.value)")
        return page.page.input_value("[data-part=saved]"), fields, page.page.inner_text("[data-part=answer] table")

    def again() -> Opened:
        return opened(map_file, "#" + bench.settled().partition("#")[2])

    assert "question" not in bench.settled(), "the first one is what every page opens on"
    bench.page.select_option("[data-part=saved]", "piloted-at")
    bench.page.locator("[data-part=parameters] input").fill("虹桥街道")
    bench.page.click("[data-part=run]")
    _said(bench, "1 行")
    assert shown(again()) == shown(bench)
    assert "社区AI食堂" in shown(bench)[2]
    _write(bench, 'SELECT ?n WHERE { ?e a dai:Enterprise ; skos:prefLabel ?n\n FILTER(CONTAINS(?n, "科技")) } # & 甲 = 乙')
    bench.page.click("[data-part=run]")
    _said(bench, "5 行")
    other = again()
    assert shown(other) == shown(bench)
    assert shown(other)[0] == ""
    other.page.evaluate("location.hash = '#view=sparql&question=piloted-at&given=place%3D北新泾街道'")
    expect(other.page.locator("[data-part=answer] table")).to_contain_text("AI+社区")
    other.page.evaluate("location.hash = '#view=sparql'")
    expect(other.page.locator("[data-part=saved]")).to_have_value("located")
    expect(other.page.locator("[data-part=answer] tbody tr")).to_have_count(15)
