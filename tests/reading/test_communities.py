"""Where a community's name begins: behind what is done to it, and behind since when."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


@pytest.mark.parametrize(
    "said",
    [
        "动员樱铁村社区引入“邻里码”。",
        "“邻里码”目前服务樱铁村社区等3个片区。",
        "把“邻里码”建到樱铁村社区。",
        "志愿者把“邻里码”送进樱铁村社区。",
        "自樱铁村社区上线“邻里码”以来，投诉量下降三成。",
        "干部包联樱铁村社区，推广“邻里码”。",
        "我局确定樱铁村社区为“邻里码”试点。",
    ],
)
def test_what_is_done_to_a_community_is_no_part_of_its_name(said: str) -> None:
    reading = read(Document("case", HEAD + said + TAIL, "case.txt", "text/plain"))
    assert [e.name for e in reading.entities if e.type == "Community"] == ["樱铁村社区"]


@pytest.mark.parametrize("name", ["自强里社区", "学习巷社区"])
def test_a_community_may_be_called_by_such_words(name: str) -> None:
    reading = read(Document("case", f"{HEAD}在{name}试点“邻里码”。{TAIL}", "case.txt", "text/plain"))
    assert [e.name for e in reading.entities if e.type == "Community"] == [name]
