"""Proposals: two of one number are two, and one that two offices answer is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.rdf import ENTITY_BASE, write_graph
from graph.rdf.queries import ask
from graph.rdf.store import fill
from graph.rdf.terms import Minter
from graph.reading.reader import read
from graph.records import Document, Heading, Reading
from graph.resolution import resolve

_REPLY = """关于{body}十三届二次会议第103号提案的答复

{proposer}委员：

您提出的“{title}”收悉，现将办理情况答复如下：

西夏区教育局等单位对内部停车场全天对外开放，缓解了停车难。

银川市西夏区城市管理综合执法局
2018年7月23日
"""


def _iri(place: str, body: str | None, session: str | None = "十三届二次会议", date: str | None = None, reply: str = "r") -> str:
    heading = Heading(kind="提案", body=body, session=session, number="103", date=date)
    return Minter(ENTITY_BASE).proposal(Reading(reply, "", "r.txt", heading, place)).removeprefix(ENTITY_BASE)


def test_the_same_number_of_a_city_and_of_its_district_is_two_proposals(tmp_path: Path) -> None:
    asked = (("银川市政协", "尹相梅", "关于全面开放停车场的提案"), ("西夏区政协", "王小明", "关于建设智慧菜场的提案"))
    texts = [_REPLY.format(body=body, proposer=proposer, title=title) for body, proposer, title in asked]
    readings = [read(Document(str(n), text, f"{n}.txt", "text/plain")) for n, text in enumerate(texts)]
    write_graph(tmp_path, resolve(readings))
    rows = ask(
        fill(tmp_path / "store", tmp_path / "graph.nq"),
        "SELECT ?body ?title ?who { ?r dai:body ?body ; dai:answers ?p . ?p dcterms:title ?title ; dai:proposer ?who }",
    ).rows
    assert sorted(rows) == sorted((body, title, who) for body, who, title in asked)


@pytest.mark.parametrize(
    ("place", "body", "whose"),
    [
        ("310105", "长宁区政协", "310105"),
        ("310105", "区政协", "310105"),
        ("310105", "上海市政协", "310000"),
        ("310105", "市人大", "310000"),
        ("640105", "银川市政协", "640100"),
        ("640105", "自治区政协", "640000"),
        ("640105", "宁夏政协", "640000"),
        ("320583", "市政协", "320583"),  # 昆山市's own
        ("320583", "苏州市政协", "320500"),
        ("532503", "红河州政协", "532500"),
        ("532503", "州人大", "532500"),
        ("430211", "省政协", "430000"),
        ("330225", "茅洋乡人大", "330225/茅洋乡人大"),
        ("310105", "全国政协", "全国政协"),
        ("310105", None, "310105"),
        ("331002", "台州市椒江区政协", "331002"),
        ("220200", "吉林省政协", "220000"),
        ("450100", "区政协", "450100"),  # no autonomous region is a 区
        ("450102", "区政协", "450102"),
    ],
)
def test_whose_conference_it_was_made_to(place: str, body: str | None, whose: str) -> None:
    assert _iri(place, body) == f"Proposal/{whose}/提案/十三届二次会议/103"


def test_a_city_and_its_district_that_answer_one_proposal_of_the_city_answer_the_same() -> None:
    assert _iri("640100", "市政协", "第十三届第二次会议", reply="a") == _iri("640105", "银川市政协", reply="b")


def test_a_number_of_no_session_is_one_of_the_year_in_which_it_is_answered_or_the_replys_own() -> None:
    years = [_iri("640105", "区政协", None, date) for date in ("2021-05-06", "2022-05-06", "2022-07")]
    assert len(set(years)) == 2
    assert years[1] == years[2]
    assert _iri("640105", "区政协", "十三届", "2022-05-06") != _iri("640105", "区政协", "十三届", "2021-05-06")
    assert _iri("640105", "区政协", None) == "Proposal/r"
