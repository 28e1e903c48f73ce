"""Sentences that look as if they said where a firm or a service is, and do not; and those that do say it."""

from __future__ import annotations

import pytest

from graph.reading.reader import read
from graph.records import Document

HEAD = "关于区政协八届三次会议第12号提案的答复\n\n王某某委员：\n您提出的《关于建设数字城区的建议》收悉，现答复如下：\n"
TAIL = "\n\n南京市玄武区科学技术局\n2025年6月3日\n"


def _places(sentence: str) -> set[tuple[str, str]]:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned",))
    return {(r.source, r.target) for r in reading.relations if r.type in ("locatedIn", "pilotedIn")}


@pytest.mark.parametrize(
    "sentence",
    [
        # who serves the district's firms, supplies them or only works for others
        "美团、饿了么等为我区餐饮企业减免佣金。",
        "华为、阿里云等赋能我区工业企业上云。",
        "京东、天猫等平台助力我区老字号企业。",
        "阿里巴巴、京东等为本地农产品加工企业开设专区。",
        "比亚迪、蔚来等非本地制造企业也积极参与。",
        "我区新增特来电充电站5座。",
        "我区新增比亚迪纯电动公交车30辆。",
        "我区共享单车以哈啰出行、美团为骨干。",
        "我区算力建设以华为昇腾、寒武纪为核心技术路线。",
        "我区认定华为、海康威视等示范企业承建项目。",
        "全区已认定首批智能制造诊断服务商10家，包括用友网络、金蝶软件。",
        "南京城建集团投资建设的标准厂房在徐庄高新区开工。",
        # who only came to look, or is not to come
        "华为技术有限公司已到我区投资考察三次。",
        "比亚迪公司先后来我区投资洽谈。",
        "台积电有限公司投资30亿元在我市建设生产基地。",
        "建议引进华为公司。",
        # of those that are counted, but only with them
        "我区新增专精特新企业15家。其中，南京银行、江苏银行为其中8家企业授信2亿元。",
        "我区新增上市企业3家。其中，中信证券、华泰证券担任保荐机构。",
        "我区新增规上企业50家。其中，苹果公司、特斯拉公司的供应商8家。",
        # what does not suit a place
        "“邻里码”不适合在红山街道推广。",
        # stationed elsewhere
        "中国石油等驻市企业积极参与。",
    ],
)
def test_nobody_is_put_anywhere(sentence: str) -> None:
    assert _places(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("我区与栖霞区相邻，引进了华为、中兴通讯。", ("华为", "玄武区")),
        ("我区新增华为、中兴通讯等高新技术企业30家。", ("华为", "玄武区")),
        ("（一）关于建议引进龙头企业的问题：我区已引进华为、中兴通讯。", ("华为", "玄武区")),
        ("建议落实情况：成功引进华为、中兴通讯。", ("华为", "玄武区")),
        ("1.关于建议建设智慧停车的问题：我区已建设“玄武易停”平台。", ("玄武易停", "玄武区")),
        ("我区引进的华为公司今年扩产。", ("华为公司", "玄武区")),
        ("我区现有上市企业12家。其中，华为、中兴通讯营收过百亿元。", ("华为", "玄武区")),
    ],
)
def test_what_looks_like_them_is_told(sentence: str, place: tuple[str, str]) -> None:
    assert place in _places(sentence)


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("南京百联零售商业有限公司入驻徐庄软件园。", "南京百联零售商业有限公司"),
        ("成都第一家具有限公司入驻徐庄软件园。", "成都第一家具有限公司"),
        ("南京云运营商务服务有限公司入驻徐庄软件园。", "南京云运营商务服务有限公司"),
        ("我区引进杨家酒庄、皇家酒庄等企业。", "杨家酒庄"),
    ],
)
def test_a_name_is_whole(sentence: str, firm: str) -> None:
    reading = read(Document("case", HEAD + sentence + TAIL, "case.txt", "text/plain"), without=("learned",))
    assert firm in {e.name for e in reading.entities if e.type == "Enterprise"}
