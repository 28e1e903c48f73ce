"""Events that the rules read, and what only ends as one does."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


def _events(sentence: str) -> list[str]:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned",))
    return sorted(e.name for e in reading.entities if e.type == "Event")


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("我区承办云栖国际算法大赛。", ["云栖国际算法大赛"]),
        ("先后举办岚山啤酒音乐节、云锦湖光影节等活动。", ["云锦湖光影节", "岚山啤酒音乐节"]),
        ("开展夜市、试乘体验、供需对接和标准宣贯等活动。", []),
        ("南京市第十七届人民代表大会审议通过，居委会召开了业主大会。", []),
        ("区政府举行了誓师大会。", []),
        ("全省文化和旅游融合发展大会已经举行。", []),
        ("我区举办第三届云锦数字经济创新论坛。", ["第三届云锦数字经济创新论坛"]),
        ("我区举办江苏省第一届云锦稻渔种养高峰论坛。", ["江苏省第一届云锦稻渔种养高峰论坛"]),
        ("我区举办首届“云锦杯”斗茶大赛。", ["首届云锦杯斗茶大赛"]),
        ("我区举办第十二届“云创”中国青年机器人大赛。", ["第十二届云创中国青年机器人大赛"]),
        ("云锦啤酒文化节已办了五届，首届云锦啤酒文化节在2019年。", ["云锦啤酒文化节"]),
        ("连续举办五届云锦啤酒文化节。", ["云锦啤酒文化节"]),
        ("举办上一届云锦啤酒文化节。", ["云锦啤酒文化节"]),
        ("按照区第十届人民代表大会要求推进。", []),
        ("举办学术论坛、院长论坛和高峰论坛120场。", []),
        ("公司召开股东大会，协会召开会员大会。", []),
        ("举办产业高峰论坛。", []),
        ("召开云锦生物医药产业发展高峰论坛。", ["云锦生物医药产业发展高峰论坛"]),
        ("承办好云锦氢能产业高峰论坛。", ["云锦氢能产业高峰论坛"]),
        ("承办好云锦测绘大会。", ["云锦测绘大会"]),
        ("举办云锦健康产业论坛。", ["云锦健康产业论坛"]),
        ("在北京人民大会堂召开推介会，打好铁路大会战。", []),
        ("民进广大会员积极建言。", []),
        ("聚焦基层智治七大赛道，丰富云锦文化节目和中医药文化节庆。", []),
    ],
)
def test_an_event_has_a_name_of_its_own(sentence: str, events: list[str]) -> None:
    assert _events(sentence) == events
