"""Subdistricts that a reply writes without the last character: 甲街 for 甲街道."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"


def _subdistricts(sentence: str, place: str) -> list[str]:
    text = f"{HEAD}{sentence}\n\n{place}民政局\n2025年6月3日\n"
    return sorted(e.name for e in read(Document("case", text, "case.txt", "text/plain")).entities if e.type == "Subdistrict")


@pytest.mark.parametrize(
    ("sentence", "place", "named"),
    [
        ("在石牌街、车陂街两处试点送餐。", "广州市天河区", ["石牌街", "车陂街"]),
        ("石牌街两旁的商铺已完成改造。", "广州市天河区", []),
        ("石牌街长者饭堂、车陂街长者饭堂已开放。", "广州市天河区", []),
        ("在通达街、建国街两处试点停车收费。", "哈尔滨市道里区", []),
    ],
)
def test_a_street_is_a_subdistrict_where_the_province_says_it_so(sentence: str, place: str, named: list[str]) -> None:
    assert _subdistricts(sentence, place) == named
