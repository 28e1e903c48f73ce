"""Who leads where a document is issued together with others, and what an office calls itself: 我部, 我中心."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n{}\n2025年6月3日\n"
OURS = "南京市玄武区科学技术局"


def _issuers(said: str, office: str = OURS) -> set[str]:
    reading = read(Document("case", HEAD + said + TAIL.format(office), "case.txt", "text/plain"), without=("learned",))
    return {r.target for r in reading.relations if r.type == "issuedBy"}


@pytest.mark.parametrize(
    ("said", "issuers"),
    [
        ("区民政局加强统筹，会同区财政局制定《养老办法》。", {"区民政局", "区财政局"}),
        ("我局积极作为，联合区财政局、区卫健局出台《养老办法》。", {OURS, "区财政局", "区卫健局"}),
        ("2024年，会同区财政局印发《养老办法》。", {OURS, "区财政局"}),
        ("一是完善制度，会同区财政局印发《养老办法》。", {OURS, "区财政局"}),
        ("由区民政局牵头，联合区财政局出台《养老办法》。", {"区民政局", "区财政局"}),
        ("我区积极探索，会同市民政局制定《养老办法》。", {"玄武区", "市民政局"}),
        ("按照省民政厅要求，会同区财政局印发《养老办法》。", {OURS, "区财政局"}),
        # who leads is told, or somebody else is
        ("市民政局会同市财政局印发《养老办法》。", {"市民政局", "市财政局"}),
        ("省民政厅部署养老工作，市民政局联合市财政局出台《养老办法》。", {"市民政局", "市财政局"}),
        ("我局将会同区财政局研究制定《养老办法》。", {OURS}),
        ("下一步，会同区财政局研究制定《养老办法》。", set()),
        ("会同区财政局修订《养老办法》。", {"区财政局"}),
        ("有关单位会同区财政局印发《养老办法》。", {"区财政局"}),
    ],
)
def test_who_leads_has_issued_it_too(said: str, issuers: set[str]) -> None:
    assert _issuers(said) == issuers


@pytest.mark.parametrize(
    ("said", "office", "issuers"),
    [
        ("我部编制了《养老规划》，会同云岭办印发《停车规划》。", "农业农村部", {"农业农村部"}),
        ("我部先后印发《养老规划》《停车规划》。", "农业农村部", {"农业农村部"}),
        ("我中心制定《养老办法》。", "南京市玄武区政务服务中心", {"南京市玄武区政务服务中心"}),
        ("我部门制定《养老办法》。", OURS, set()),
        ("我市中心城区制定《养老办法》。", OURS, set()),
    ],
)
def test_what_an_office_calls_itself_is_it(said: str, office: str, issuers: set[str]) -> None:
    assert _issuers(said, office) == issuers
