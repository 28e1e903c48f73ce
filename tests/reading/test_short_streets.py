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
        # one alone: by what only offices do and subdistricts have
        ("组织区水务局、石牌街等单位认真研究办理。", "广州市天河区", ["石牌街"]),
        ("经会同石牌街、广州市云浦巴士有限公司等单位研究，线路暂不调整。", "广州市天河区", ["石牌街"]),
        ("我局与市规划和自然资源局天河区分局及石牌街研究办理。", "广州市天河区", ["石牌街"]),
        ("石牌街下辖22个社区。该街正在推进停车场建设。", "广州市天河区", ["石牌街"]),
        ("会同石牌街共同研究。石牌街已完成改造。", "广州市天河区", ["石牌街"]),
        ("石牌街已完成改造。", "广州市天河区", []),
        ("在石牌街等路段设置停车位。", "广州市天河区", []),
        ("会同石牌街等道路产权单位研究。", "广州市天河区", []),
        ("组织商户在石牌街等单位门前设桩。", "广州市天河区", []),
        ("区公安局、石牌街、光明路等路段研究设站。", "广州市天河区", []),
        ("途经区政务中心、石牌街、云浦医院等单位。", "广州市天河区", []),
        ("会同交警部门对石牌街研究增设红绿灯。", "广州市天河区", []),
        ("督促石牌街、光明路商铺落实门前三包。", "广州市天河区", []),
        ("石牌街有3个公交站，全长2公里。", "广州市天河区", []),
        # what is done along it or about it, and what a road has
        ("公交线路覆盖区中医院、石牌街等单位。", "广州市天河区", []),
        ("停气影响区民政局、石牌街等单位。", "广州市天河区", []),
        ("组织专家对文化中心和石牌街进行研究。", "广州市天河区", []),
        ("石牌街现有3个村口，石牌街拥堵。", "广州市天河区", []),
        ("石牌街有2个社区食堂。", "广州市天河区", []),
        ("石牌街现有22个社区、3个村。", "广州市天河区", ["石牌街"]),
        ("会同区住建局、石牌街等单位对停车场进行研究。", "广州市天河区", ["石牌街"]),
        ("组织区水务局、通达街等单位研究。", "哈尔滨市道里区", []),
    ],
)
def test_a_street_is_a_subdistrict_where_the_province_says_it_so(sentence: str, place: str, named: list[str]) -> None:
    assert _subdistricts(sentence, place) == named


def test_a_subdistrict_that_signs_is_written_without_the_last_character_too() -> None:
    text = f"{HEAD}石牌街及时对公园进行修缮。\n\n广州市天河区石牌街道办事处\n2025年6月3日\n"
    (town,) = (e for e in read(Document("case", text, "case.txt", "text/plain")).entities if e.type == "Subdistrict")
    assert {town.name, *town.aliases} == {"石牌街", "石牌街道"}
