"""The server's pages and IRIs, as a browser and as a client see them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import httpx
import pyoxigraph
import pytest
from starlette.exceptions import HTTPException

from graph.build import Outcome
from graph.errors import QueryError
from graph.rdf.queries import BY_ADDRESS, bind, parse, saved
from graph.rdf.server.negotiation import accepted, prefers_page
from graph.rdf.server.pages import fault_page, language_of, thing_page
from graph.rdf.server.paths import local_path
from graph.rdf.server.pool import Pool, Reply
from graph.rdf.server.text import pieces
from graph.rdf.server.things import MOST
from graph.rdf.vocabulary import ENTITY_BASE
from tests.rdf.conftest import get, run_apart

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.server
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
PROBLEMS: list[str] = []
SCENARIO = "/id/Scenario/310105/AI%2B%E7%A4%BE%E5%8C%BA"


def test_an_iri_leads_a_browser_to_a_page_and_a_client_to_data(server: str) -> None:
    page = get(server + SCENARIO, headers=BROWSER, follow_redirects=True)
    assert page.history[0].status_code == 303
    assert page.headers["content-type"].startswith("text/html")
    assert "北新泾街道" in page.text
    assert "全市数字家园建设示范样本" in page.text
    for kind, form in (
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/trig", pyoxigraph.RdfFormat.TRIG),
        ("application/n-quads", pyoxigraph.RdfFormat.N_QUADS),
    ):
        data = get(server + SCENARIO, headers={"Accept": kind}, follow_redirects=True)
        assert data.headers["content-type"].split(";")[0] == kind
        subjects = {str(quad.subject) for quad in pyoxigraph.parse(data.content, format=form)}
        assert f"<{ENTITY_BASE}Scenario/310105/AI%2B社区>" in subjects
        assert any("/Evidence/" in subject for subject in subjects)
    assert get(f"{server}/data/District/310105.ttl", headers=BROWSER).headers["content-type"].startswith("text/turtle")


@pytest.mark.parametrize(
    "path", ["/id/Nothing/here", "/page/Nothing", "/data/Nothing.ttl", "/page/a%20b%3E", "/questions/nothing", "/nothing"]
)
def test_what_is_not_there_is_not_found(path: str, server: str) -> None:
    reply = get(server + path, headers=BROWSER if path.startswith("/page") else {}, follow_redirects=True)
    assert reply.status_code == 404
    assert "Traceback" not in reply.text


def test_a_browser_is_told_in_its_language_what_is_not_there(server: str) -> None:
    for language, words in (("zh", "这里没有这一页"), ("en", "There is no such page here")):
        reply = get(f"{server}/page/Nothing?lang={language}", headers=BROWSER)
        assert (reply.status_code, reply.headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert words in reply.text
    assert get(server + "/page/Nothing").headers["content-type"].startswith("text/plain")


def test_a_sentence_leads_to_its_place_in_the_reply(server: str) -> None:
    page = get(server + "/page/Enterprise/虎博科技?lang=zh").text
    path = re.findall(r'href="(/page/Reply/changning-2023-070[?][^"]*)"', page.split("更新载体，虎博科技入驻")[1])[0]
    reply = get(server + html.unescape(path).partition("#")[0]).text
    marked = re.findall(r'<mark id="words">(.*?)</mark>', reply, re.DOTALL)
    assert len(marked) == 1
    assert "虎博科技入驻东方明珠凯旋中心" in re.sub(r"<[^>]*>|\n", "", marked[0])
    assert '<a href="/id/Carrier/' in marked[0]
    for wrong in ("?start=5&end=2", "?start=0&end=99999999", "?start=x&end=2", "?start=1"):
        assert "<mark" not in get(server + "/page/Reply/changning-2023-070" + wrong).text


def test_where_a_thing_is_named_its_name_is_marked_in_the_whole_sentence(server: str) -> None:
    page = get(server + "/page/Enterprise/黑湖科技?lang=zh").text
    named = re.findall(r"<p>(.*?)</p>", page.split("提到它的地方")[1], re.DOTALL)
    assert len(named) == 2
    assert all("<mark>黑湖科技</mark>" in one and one.count("#words") == 1 for one in named)
    assert "工业互联网领域的创新企业<mark>黑湖科技</mark>和天博开物等等，成为我区人工智能产业融合创新发展的新生力量。" in named[0]


def test_a_page_names_each_property_once(server: str) -> None:
    page = get(server + "/page/District/310105?lang=zh").text
    assert page.count('<th scope="row">入驻者</th>') == 1
    assert "中颖电子</a>、<a" in page


def test_a_page_shows_only_the_sentences_of_its_thing(server: str) -> None:
    page = get(server + "/page/Enterprise/虎博科技?lang=zh").text
    assert "东方明珠凯旋中心" in page
    assert "社区AI食堂" not in page
    english = get(server + "/page/Enterprise/虎博科技?lang=en").text
    assert "located in" in english
    assert "更新载体，虎博科技入驻东方明珠凯旋中心" in english


def test_a_page_says_in_words_what_a_thing_is(server: str) -> None:
    for path, kind, scheme in (
        ("District/310105", "行政区", "行政区划"),
        ("Sector/工业互联网", "领域", "产业与生活领域"),
        ("Reply/changning-2023-070", "答复", ""),
        ("Policy/上海市人工智能产业发展十四五规划", "政策", ""),
    ):
        page = get(f"{server}/page/{path}?lang=zh").text
        shown = re.sub(r"<[^>]*>", " ", page.partition("<main")[2])
        assert f'<span class="tag">{kind}</span>' in page
        assert "http://www.w3.org" not in shown
        assert scheme in shown
        assert not re.search("Administrative divisions|Sectors of industry", shown)
    english = get(server + "/page/District/310105?lang=en").text
    assert "Administrative divisions" in english
    assert "行政区划" not in english
    assert get(server + "/page/District/310105?lang=zh").text.count(">310105<") == 1


def test_a_page_shows_a_sentence_once_with_all_that_it_says(server: str) -> None:
    page = get(server + "/page/Sector/工业互联网?lang=zh").text
    for part in page.split("提到它的地方"):  # what is said of it, and where it is named
        assert part.count("成为我区人工智能产业融合创新发展的新生力量") == 1
    figure = page.partition("<figure>")[2].partition("</figure>")[0]
    assert re.findall(r'<a href="/id/Enterprise/[^"]*">([^<]*)</a> <b>所属领域</b>', figure) == ["天博开物", "黑湖科技"]
    path = re.findall(r'href="(/id/Evidence/[^"]*)">置信度 0\.\d\d</a>', figure)[0]
    assert "天博开物" in get(server + path, headers=BROWSER, follow_redirects=True).text


def test_a_page_shows_what_leads_to_its_thing(server: str) -> None:
    place = get(server + "/page/District/310105?lang=zh").text
    assert '<th scope="row">该地的答复</th><td><a href="/id/Reply/changning-2023-070">' in place
    reply = get(server + "/page/Reply/changning-2023-070?lang=zh").text
    proposal = re.findall(r'<th scope="row">答复对象</th><td><a href="([^"]*)"', reply)[0]
    assert "/id/Reply/changning-2023-070" in get(server + proposal, headers=BROWSER, follow_redirects=True).text
    assert re.search(r'<th scope="row">企业 \d+</th><td><a href="/id/Enterprise/', reply)


def test_an_address_that_is_none_leads_to_its_namesakes(server: str) -> None:
    reply = get(server + "/page/Carrier/黑湖科技?lang=zh", headers=BROWSER)
    assert reply.status_code == 404
    assert (
        '<a href="/id/Enterprise/%E9%BB%91%E6%B9%96%E7%A7%91%E6%8A%80">黑湖科技</a> <span class="tag">企业</span>' in reply.text
    )


def test_a_busy_server_does_not_say_that_there_is_nothing() -> None:
    class Busy:
        async def ask(self, *_: object) -> Reply:
            return Reply(503, "text/plain", b"it is busy\n")

    with pytest.raises(HTTPException) as fault:
        run_apart(thing_page(cast("Pool", Busy()), ENTITY_BASE + "District/310105", ENTITY_BASE, "zh"))
    assert (fault.value.status_code, fault.value.detail) == (503, "it is busy")


def test_a_page_that_cannot_show_all_says_so() -> None:
    row = {"property": "urn:p", "value": "urn:v"}
    many = [{name: {"type": "uri", "value": f"{iri}{n}"} for name, iri in row.items()} for n in range(MOST + 1)]

    class Full:
        async def ask(self, question: str, _: object) -> Reply:
            found = many if "?propertyLabel" in question else []
            return Reply(200, "application/json", json.dumps({"results": {"bindings": found}}).encode())

    page = run_apart(thing_page(cast("Pool", Full()), ENTITY_BASE + "District/310105", ENTITY_BASE, "en"))
    assert page is not None
    assert f"lists of each kind the first {MOST} only" in " ".join(page.split())


def test_a_language_once_asked_for_stays(server: str) -> None:
    with httpx.Client(
        base_url=server, headers=BROWSER | {"Accept-Language": "zh-CN"}, follow_redirects=True, timeout=60
    ) as client:
        assert "located in" in client.get("/id/Enterprise/虎博科技?lang=en").text
        assert "located in" in client.get("/id/Enterprise/虎博科技").text
        assert "位于" in client.get("/id/Enterprise/虎博科技?lang=zh").text
        words = client.get("/page/Reply/changning-2023-070?start=5&end=9&lang=zh").text
        assert "?lang=en&amp;start=5&amp;end=9#words" in words


@pytest.mark.parametrize(
    "path",
    ["/", "/map", "/report", SCENARIO.replace("/id/", "/page/"), "/data/District/310105.ttl", "/sparql?query=ASK%20%7B%7D"],
)
def test_who_has_an_answer_is_not_sent_it_again(path: str, server: str) -> None:
    first = get(server + path)
    assert first.status_code == 200
    again = get(server + path, headers={"If-None-Match": f'"x", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert get(server + path, headers={"If-None-Match": '"another"'}).content == first.content
    head = httpx.head(server + path, timeout=60)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", first.headers["etag"])


def test_every_answer_keeps_a_browser_from_guessing_and_telling(server: str) -> None:
    for path in ("/", "/map", "/report", "/static/pages.css", "/nothing", "/sparql", "/questions", "/statistics/places.csv"):
        headers = get(server + path).headers
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer"), path


def test_the_report_is_the_one_of_the_build_and_leads_on(server: str, built: tuple[Path, Outcome]) -> None:
    report = get(server + "/report")
    assert report.content == (built[0] / "report.html").read_bytes()
    local = {path for path in re.findall(r'href="([^":]*?)(?:#[^"]*)?"', report.text) if path}
    assert "map.html" in local
    for path in local:
        assert get(f"{server}/{path}").status_code == 200, path
    assert get(server + "/statistics/..%2Fgraph.nq").status_code == 404


@pytest.mark.parametrize(
    ("words", "named", "shown"),
    [
        (None, [], ("", "", "甲园有乙公司")),
        (None, [(0, 2, "/a"), (3, 6, "/b")], ("", "", "[甲园]有[乙公司]")),
        ((0, 4), [(3, 6, "/b")], ("", "甲园有[乙]", "[公司]")),
        ((1, 5), [(0, 6, "/a"), (0, 2, "/b")], ("[甲]", "[园有乙公]", "[司]")),
        ((4, 9), [(5, 9, "/b")], ("", "", "甲园有乙公司")),
    ],
)
def test_a_text_in_pieces(words: tuple[int, int] | None, named: list[tuple[int, int, str]], shown: tuple[str, ...]) -> None:
    found = pieces("甲园有乙公司", words, named)
    assert tuple("".join(f"[{p.words}]" if p.path else p.words for p in part) for part in found) == shown


def test_a_reply_shows_its_text_with_the_contact_masked(server: str) -> None:
    page = get(server + "/page/Reply/changning-2023-070").text
    assert "现答复如下" in page
    assert "52388361" not in page
    assert "郭懿" not in page


def test_saved_questions_are_offered(server: str) -> None:
    listed = get(server + "/questions?lang=zh").json()
    assert {q["name"] for q in listed} == saved().keys()
    rows = get(server + "/questions/piloted-at.json", params={"place": "北新泾街道"}).json()["results"]["bindings"]
    assert rows[0]["scenario"]["value"] == "AI+社区"
    text = get(server + "/questions/piloted-at.rq", params={"place": '" } #'}).text
    assert 'VALUES ?place { "\\" } #"@zh }' in text
    assert get(server + "/questions/piloted-at").status_code == 400


@pytest.mark.parametrize(
    ("asked", "status", "words", "chinese"),
    [
        ("tenants", 400, "(?place=", "tenants 需要参数 place（"),
        ("tenants?colour=red", 400, "it has no parameter colour", "tenants 没有参数 colour"),
        ("located?format=xlsx", 400, "format=xlsx: there is no such format; give one of json, xml, csv", "没有 xlsx 这种格式"),
        ("located.xyz", 400, "format=xyz: there is no such format", "没有 xyz 这种格式"),
        ("located?format=%3Ci%3E%0Ax", 400, "format=<i>\ufffdx: there is", "没有 &lt;i&gt;\ufffdx 这种格式"),
        (
            "nothing",
            404,
            "there is no saved question of this name; see: /questions",
            "没有名为 nothing 的问题；全部问题见 /questions",
        ),
        ("tenant", 404, "near it: tenants", "没有名为 tenant 的问题；相近的有：tenants"),
    ],
)
def test_a_fault_of_a_saved_question_speaks_of_addresses(server: str, asked: str, status: int, words: str, chinese: str) -> None:
    told = get(f"{server}/questions/{asked}")
    assert told.status_code == status
    assert words in told.text
    assert told.text.count("\n") == 1
    page = get(f"{server}/questions/{asked}", headers=BROWSER | {"Accept-Language": "zh"})
    assert page.status_code == status
    assert chinese in page.text
    assert "--" not in told.text + html.unescape(page.text).split("<main")[1]


def test_a_value_of_another_kind_is_said_in_the_readers_language() -> None:
    question = parse("of-a-year", "# param: year | integer | required | 年 | a year | 2023\nASK {}")
    with pytest.raises(QueryError) as refused:
        bind(question, {"year": "<b>"}, BY_ADDRESS)
    assert "of-a-year: «&lt;b&gt;» is no integer" in fault_page(400, str(refused.value), "en")
    assert "of-a-year 的参数 year 不能是“&lt;b&gt;”，请换一个值" in fault_page(400, str(refused.value), "zh")


def test_what_a_saved_question_is_for_is_said_for_addresses_too(server: str) -> None:
    for language in ("zh", "en"):
        (around,) = (q for q in get(f"{server}/questions?lang={language}").json() if q["name"] == "around")
        assert "format=ttl" in around["about"]
        assert get(f"{server}/questions/around?name=黑湖科技&format=ttl").headers["content-type"].startswith("text/turtle")


def test_the_map_is_the_one_of_the_build(server: str, built: tuple[Path, Outcome]) -> None:
    assert get(server + "/map").content == (built[0] / "map.html").read_bytes()


def test_nothing_comes_from_another_place(server: str) -> None:
    for path in ("/", "/page/Enterprise/黑湖科技", "/static/questions.js", "/static/pages.css"):
        reply = get(server + path)
        foreign = [
            part
            for part in reply.text.split("http")[1:]
            if part.startswith(("://", "s://"))
            and not part.startswith(("s://w3id.org", "://www.w3.org", "://purl.org", "://rdfs.org"))
        ]
        assert not foreign, (path, foreign[:2])
    assert "default-src 'none'" in get(server + "/").headers["content-security-policy"]
    assert get(server + "/static/../app.py").status_code == 404


def test_the_description_of_the_whole(server: str) -> None:
    reply = get(server + "/.well-known/void", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert "void:triples" in reply.text


@pytest.fixture(scope="module")
def tab(server: str, browser: Browser) -> Iterator[Page]:
    with browser.new_context(locale="zh-CN") as context:
        page = context.new_page()
        page.on("console", lambda m: PROBLEMS.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: PROBLEMS.append(str(e)))
        page.goto(server + "/")
        yield page


@pytest.mark.browser
def test_a_saved_question_is_asked_in_the_browser(tab: Page) -> None:
    tab.get_by_role("button", name="一处地方试点了什么").click()
    tab.wait_for_selector("#answer td")
    assert "AI+社区" in tab.inner_text("#answer")
    assert tab.inner_text("#answer thead").split() == ["场景", "状态", "答复", "原句"]
    tab.fill("#fields input", "虹桥街道")
    tab.get_by_role("button", name="填入并运行").click()
    tab.locator("#answer td").get_by_text("社区AI食堂", exact=True).wait_for()
    assert PROBLEMS == []


@pytest.mark.browser
def test_a_question_of_ones_own_and_its_fault(tab: Page) -> None:
    tab.fill("#query", "SELECT ?e WHERE {\n  ?e a dia:Enterprise }")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector(".fault")
    assert "第 2 行第 22 列有语法错误" in tab.inner_text("#state")
    assert "前缀 dia: 没有声明；是否想写 dai:" in tab.inner_text("#state")
    assert tab.inner_text("#numbers b") == "2"
    tab.fill("#query", 'SELECT ?e WHERE { ?e skos:prefLabel "黑湖科技"@zh ; a dai:Enterprise }')
    tab.get_by_role("button", name="运行", exact=True).click()
    tab.wait_for_selector("#answer a")
    assert tab.inner_text("#answer a") == "黑湖科技"
    tab.click("#answer a")
    tab.wait_for_selector("main.thing")
    assert "武夷路更新载体" in tab.inner_text("main")
    # The one fault that the browser logs is the answer to the broken question.
    assert all("400" in problem for problem in PROBLEMS)


@pytest.mark.parametrize(
    ("header", "types"),
    [
        (None, ("a/b", "c/d")),
        ("", ("a/b", "c/d")),
        ("*/*", ("a/b", "c/d")),
        ("c/d, */*;q=0.1", ("c/d", "a/b")),
        ("a/*;q=0.2, c/d;q=0.3", ("c/d", "a/b")),
        ("a/b;q=0", ()),
        ("x/y", ()),
        ("a/b;q=much", ()),
        ("a/b;q=0, */*", ("c/d",)),
        ("*/*, a/b;q=0.1", ("c/d", "a/b")),
        ("A/B;q=0.1, a/*;q=0.9, c/d;q=0.5", ("c/d", "a/b")),
    ],
)
def test_negotiation(header: str | None, types: tuple[str, ...]) -> None:
    assert tuple(accepted(header, ("a/b", "c/d"))) == types


def test_who_prefers_a_page() -> None:
    assert prefers_page(BROWSER["Accept"])
    assert not prefers_page("*/*")
    assert not prefers_page(None)
    assert not prefers_page("text/turtle, text/html;q=0.5")
    assert not prefers_page("text/html;q=0, */*")
    assert prefers_page("text/turtle;q=0.5, text/html")


def test_language_and_paths() -> None:
    assert [language_of(a, h) for a, h in (("en", None), (None, "en-GB,zh"), (None, "zh-CN"), (None, None), ("xx", "fr"))] == [
        "en",
        "en",
        "zh",
        "zh",
        "zh",
    ]
    assert local_path(f"{ENTITY_BASE}Scenario/1/AI%2B社区#graph", ENTITY_BASE) == "/id/Scenario/1/AI%2B%E7%A4%BE%E5%8C%BA#graph"
    assert local_path("urn:x", ENTITY_BASE) is None
    assert json.dumps(language_of(None, "EN")) == '"en"'
