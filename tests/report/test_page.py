"""The report page: one file without a script, in a real browser, with names that lead into the map."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree, html

from graph.build import Outcome
from graph.network import statistics_of
from graph.network.projections import simple_graph
from graph.reading.spans import sentence_around
from report import write_report
from report.charts import bars, heat
from report.pictures import _placed, communities
from tests.network.small import network

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def page(built: tuple[Path, Outcome]) -> html.HtmlElement:
    return html.fromstring((built[0] / "report.html").read_text(encoding="utf-8"))


def test_nothing_runs_and_nothing_is_fetched(built: tuple[Path, Outcome], page: html.HtmlElement) -> None:
    text = (built[0] / "report.html").read_text(encoding="utf-8")
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert not page.xpath("//script | //@style | //@onclick | //@onload | //link | //img | //iframe | //object")
    assert not [href for href in page.xpath("//@href") if re.match(r"[a-z]+:|//", href)]
    assert "@import" not in text
    assert "@font-face" not in text


def test_each_name_leads_to_an_entity(built: tuple[Path, Outcome], page: html.HtmlElement) -> None:
    known = {row["id"] for row in built[1].statistics["centrality"]}
    links = [href for href in page.xpath("//@href") if href.startswith("map.html#")]
    assert len(links) > 50
    asked = [parse_qs(urlsplit(href).fragment) for href in links]
    assert {parts["at"][0] for parts in asked if "at" in parts} <= known
    sentences = {f"{row['reply']}:{row['start']}-{row['end']}" for row in built[1].statistics["indicators"]}
    (reply,) = built[1].resolution.readings
    assert {parts["text"][0] for parts in asked if "at" not in parts} == sentences | {f"{reply.id}:0-{reply.text.index(chr(10))}"}
    files = {href for href in page.xpath("//@href") if href.startswith("statistics/")}
    assert all((built[0] / href).is_file() for href in files)
    assert len(files) >= 7


def test_whoever_is_counted_as_nowhere_is_named_and_leads_to_the_map(built: tuple[Path, Outcome], page: html.HtmlElement) -> None:
    rows = page.xpath("//section[@id='where']//table[caption[contains(., '没有句子说明在何处的')]]/tbody/tr")
    counted = {row.xpath("string(td[1]/span[@lang='zh'])"): int(row.xpath("string(td[2])")) for row in rows}
    out = built[1].statistics["unplaced"]
    assert counted == {
        zh: out[key] for zh, key in (("企业", "enterprises"), ("载体", "carriers"), ("场景", "scenarios")) if out[key]
    }
    placed = {
        r.source for reading in built[1].resolution.readings for r in reading.relations if r.type in ("locatedIn", "pilotedIn")
    }
    for row in rows:
        assert len(row.xpath("td[3]/a[starts-with(@href, 'map.html#at=')]")) == int(row.xpath("string(td[2])"))
        assert not placed & set(row.xpath("td[3]/a/text()"))
    assert "携程" in rows[0].xpath("td[3]/a/text()")


def test_it_says_what_the_figures_of_a_district_count(page: html.HtmlElement) -> None:
    note = page.xpath("string(//section[@class='summary']//p[@class='note'])")
    assert "地图上的数可能更大" in note
    assert "its numbers may be larger" in note


def test_it_says_where_it_stands_how_often_the_reader_errs(page: html.HtmlElement) -> None:
    for language, words in (("zh", "名称和地点各错多少、漏多少"), ("en", "how often names and places are wrong or missed")):
        told = page.xpath(f"string(//section[@id='caveats']//li[contains(., 'docs/accuracy.md')]//*[@lang='{language}'])")
        assert words in told
        assert "docs/accuracy.md" in told


def test_charts_are_svg_with_real_text(built: tuple[Path, Outcome]) -> None:
    text = (built[0] / "report.html").read_text(encoding="utf-8")
    charts = [etree.fromstring(svg) for svg in re.findall(r"<svg xmlns=.*?</svg>(?=</div>)", text, re.DOTALL)]
    assert len(charts) == 4
    shown = [{t.text for t in chart.iter(f"{_SVG}text")} for chart in charts]
    assert "武夷路更新载体" in shown[0]
    assert {"北新泾街道", "新泾镇"} <= shown[1]
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.browser
def test_in_a_browser(built: tuple[Path, Outcome], browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built[0] / "report.html").as_uri())
    assert page.get_by_role("heading", name="长宁区产业生态报告").is_visible()
    assert not page.get_by_role("heading", name="Pilots and gaps").is_visible()
    page.get_by_label("English").check()
    assert page.get_by_role("heading", name="Pilots and gaps").is_visible()
    assert not page.get_by_role("heading", name="试点与空白").is_visible()
    assert said == []
    assert [url for url in asked if not url.endswith("/report.html")] == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 800])
def test_it_fits_a_phone(built: tuple[Path, Outcome], browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((built[0] / "report.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.browser
def test_labels_stay_inside_their_chart(built: tuple[Path, Outcome], browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.goto((built[0] / "report.html").as_uri())
    out = page.evaluate(
        "[...document.querySelectorAll('.chart svg')].flatMap(svg => { const box = svg.getBoundingClientRect();"
        " return [...svg.querySelectorAll('text')].filter(t => { const b = t.getBoundingClientRect();"
        " return b.left < box.left - 1 || b.right > box.right + 1 || b.top < box.top - 1; }).map(t => t.textContent); })"
    )
    assert out == []
    page.close()


@pytest.mark.browser
def test_a_name_opens_the_map_with_this_entity(built: tuple[Path, Outcome], browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto((built[0] / "report.html").as_uri())
    page.locator("#where table").get_by_role("link", name="武夷路更新载体").click()
    page.wait_for_url("**/map.html#**")
    page.wait_for_selector("html[data-ready]")
    page.get_by_text("推动黑湖科技入驻武夷路").first.wait_for(timeout=10_000)
    page.close()


@pytest.mark.browser
def test_a_figure_opens_its_sentence(built: tuple[Path, Outcome], browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto((built[0] / "report.html").as_uri())
    row = page.locator("#indicators tbody tr").filter(has=page.locator("td:nth-child(2)", has_text="32"))
    row.get_by_role("link").click()
    page.wait_for_url("**/map.html#text=**")
    page.wait_for_selector("html[data-ready]")
    page.locator("mark").filter(has_text="32").first.wait_for(timeout=10_000)
    page.close()


def test_each_figure_stands_beside_its_sentence(built: tuple[Path, Outcome], page: html.HtmlElement) -> None:
    texts = {reading.id: reading.text for reading in built[1].resolution.readings}
    rows = page.xpath("//section[@id='indicators']//tbody/tr")
    assert len(rows) == len(built[1].statistics["indicators"])
    for row in rows:
        (address,) = parse_qs(urlsplit(row.xpath("string(td[7]/a/@href)")).fragment)["text"]
        reply, _, span = address.rpartition(":")
        start, end = span.split("-")
        words, whole = (
            " ".join(texts[reply][first:last].split())
            for first, last in ((int(start), int(end)), sentence_around(texts[reply], int(start), int(end)))
        )
        shown = row.xpath("string(td[6])")
        assert words in shown
        assert shown.strip("…") in whole
        assert shown.startswith(whole[:9]) or shown.startswith("…")
        assert shown.endswith(whole[-9:]) or shown.endswith("…")
    (seven,) = [row.xpath("string(td[6])") for row in rows if "便捷就医服务2.0" in row.xpath("string(td[1])")]
    assert seven == "医疗领域，深入推进“便捷就医服务”2.0市级试点任务，全力打造七类应用新场景；"


@pytest.mark.browser
def test_a_table_that_is_cut_says_so_on_paper_too(tmp_path: Path, browser: Browser) -> None:
    made = network([(f"e{k}", "locatedIn", f"C{k}") for k in range(40)])
    file = tmp_path / "report.html"
    write_report(file, statistics_of(made, 1), made, ())
    page = browser.new_page()
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    shown = [text.strip() for text in page.locator("p.more:visible").all_inner_texts()]
    assert shown
    assert all(text.startswith("另有 ") for text in shown)
    assert "另有 10 行。全部数据 statistics/places.csv" in shown
    page.close()


@pytest.mark.browser
def test_it_prints(built: tuple[Path, Outcome], browser: Browser) -> None:
    page = browser.new_page()
    page.goto((built[0] / "report.html").as_uri())
    page.emulate_media(media="print")
    assert not page.get_by_label("English").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.close()


def test_what_a_reply_says_is_text(tmp_path: Path) -> None:
    """Names that would be markup, in the page, in a chart's labels and in a link."""
    made = network([("e1", "locatedIn", "C1"), ("e1", "inSector", "F1"), ("s1", "pilotedIn", "C1"), ("C1", "locatedIn", "D1")])
    for node in made.nodes:
        made.nodes[node]["name"] = f'<script>alert("{node}")</script>]]>&<b onclick="x">'
    write_report(tmp_path / "report.html", statistics_of(made, 1), made)
    page = html.fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert not page.xpath("//script | //b | //@onclick")
    assert "<script>alert" in page.text_content()


@pytest.mark.parametrize("alone", [(), ("e1",), ("D1",)])
def test_next_to_nothing_is_a_page(tmp_path: Path, alone: tuple[str, ...]) -> None:
    made = network([], alone)
    write_report(tmp_path / "report.html", statistics_of(made, 0), made)
    page = html.fromstring((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert page.xpath("//main//p")
    assert "NaN" not in page.text_content()


def test_a_chart_twice_is_the_same_text() -> None:
    rows = [{"label": "甲", "part": "x", "number": 2}, {"label": "乙", "part": "x", "number": 1}]
    drawn = {bars(rows, ["甲", "乙"], {"x": "#000000"}, {"甲": "Carrier/甲"}, "c") for _ in range(2)}
    assert len(drawn) == 1
    assert "map.html#at=Carrier%2F%E7%94%B2" in drawn.pop()
    assert "甲" in heat([{"place": "甲", "sector": "教育", "number": 1}], ["甲"], ["教育"], {}, "h")


def test_in_the_picture_of_the_network_a_label_that_two_entities_share_leads_nowhere() -> None:
    made = network([("e1", "inSector", "F1"), ("P1", "issuedBy", "D1"), ("P2", "issuedBy", "D1"), ("e1", "locatedIn", "D1")])
    for node in ("P1", "P2"):
        made.nodes[node]["name"] = f"星河区建设领域行政审批制度改革试点方案{node}"
    drawn = communities(statistics_of(made, 1), made)
    assert drawn is not None
    assert len(re.findall(">星河区建设领域[^<]*…<", drawn.svg)) == 2
    assert set(re.findall(r"#at=(\w+)", drawn.svg)) == {"D1", "e1", "F1"}


def test_small_groups_share_the_picture_of_the_network_and_the_middle_of_each_is_named() -> None:
    """A star of five and pairs beside it: no group has most of the room, and no two lie in each other's."""
    star = [(f"e{i}", "locatedIn", "D1") for i in range(4)]
    pairs = [(f"s{i}", "pilotedIn", f"B{i}") for i in range(6)]
    made = network([*star, *pairs])
    drawn = communities(statistics_of(made, 1), made)
    assert drawn is not None
    assert {"D1", *(f"B{i}" for i in range(6))} <= set(re.findall(r">([A-Za-z]\d)</text>", drawn.svg))
    at = _placed(simple_graph(made))
    groups = [["D1", *(f"e{i}" for i in range(4))], *([f"s{i}", f"B{i}"] for i in range(6))]
    boxes = [[(min(at[n][axis] for n in group), max(at[n][axis] for n in group)) for axis in (0, 1)] for group in groups]
    assert all((x[1] - x[0]) * (y[1] - y[0]) < 0.3 for x, y in boxes)
    for (x, y), (a, b) in combinations(boxes, 2):
        assert x[1] < a[0] or a[1] < x[0] or y[1] < b[0] or b[1] < y[0]
