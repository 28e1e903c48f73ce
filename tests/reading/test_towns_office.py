"""A subdistrict's office that replies, and speaks of itself as 街道."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
OFFICE = "\n\n南京市玄武区人民政府梅园新村街道办事处\n2025年6月3日\n"


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("近年来，街道推出“云邻里”小程序，方便居民报修。", ["梅园新村街道"]),
        ("我街道上线“云邻里”小程序。", ["梅园新村街道"]),
        ("街道要求各社区用好“云邻里”小程序。", []),
    ],
)
def test_what_the_street_itself_brings_runs_in_the_street(sentence: str, places: list[str]) -> None:
    reading = read(Document("case", HEAD + sentence + OFFICE, "case.txt", "text/plain"))
    assert [r.target for r in reading.relations if r.type == "pilotedIn"] == places
