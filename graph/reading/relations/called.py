"""How a sentence calls a place by its kind only: 园内, 该园区, 落户于此, 目前小镇…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["PARK", "Call", "calls"]

#: What any park may be called.
PARK = ("园", "园区", "产业园", "产业园区")


class Call(NamedTuple):
    """Words of a sentence that mean a place which was named before.

    Attributes
    ----------
    way:
        The name of the group in the pattern that they match: how they call it.
    noun:
        The kind, or 此, 这里, 那里, 其中.
    begin:
        Where what was matched begins: before 该 in 该园区.
    start, end:
        The noun's in the flow.
    """

    way: str
    noun: str
    begin: int
    start: int
    end: int


def _one_of(*words: str) -> str:
    return "|".join(words)


#: What any of the ways begins with, so that they are not tried one by one where none can be.
_FIRST = r"(?=[该此本这那其新高经开自综保工软科园试先示小片基集街产商创合物生港发启起核大孵测镇社岛谷城区广村])"
#: 该园区, 本街道; not 该产业链.
_THAT = (
    r"(?:该|此|本)(?P<that>产业园区?|园区?|岛|谷|小镇|街道|街区|基地|大厦|楼宇|中心|片区|商圈|集聚区|示范区|测试区|开发区|社区|镇)"
    r"(?!的?产业链)"
)
#: 落户于此, 搬到这里, 由此起步; not 在此前, 此次.
_HERE = (
    r"(?:(?<=[于在])|(?<=[搬移]到)|(?<=[从由自])(?=(?:此|这里)(?:起步|起家|走出|走向|孵化|成长|毕业)))"
    r"(?P<here>此(?![前后次期基外类项])|[这那]里)"
)
#: 入驻其中.
_WITHIN = r"(?<=入驻|落户|进驻|坐落|集聚|分布|汇聚)(?P<within>其中)"
_SHORT_NAMES = _one_of(
    *("新区", "高新区", "经开区", "开发区", "自贸区", "综保区", "保税区", "工业区", "软件园", "科学城", "新城", "园区"),
    *("试验区", "先导区", "示范区", "小镇", "片区", "基地", "集聚区", "街区", "产业园", "科技城", "商务区", "创新中心"),
    *("集中区", "产业区", "合作区", "工业园", "科技园", "物流园", "创业园", "科创城", "生态城", "港区", "发展带"),
    *("启动区", "起步区", "核心区", "先行区"),
)
_DONE_THERE = _one_of(
    *("集聚", "落户", "投产", "起步", "成长", "孵化", "建设", "建有", "设立", "设有", "设点", "办公", "布局", "试点"),
    *("运行", "入驻", "注册", "创业"),
)
#: 落户高新区，, 在软件园集聚; not 在新区建设中.
_SHORT = (
    rf"(?<=[在户驻于到了入进])(?P<short>{_SHORT_NAMES})(?!建设[中的过期])"
    rf"(?=[，。；、]|$|的(?:首批|首家|第[一二三]家|头部|龙头)?(?:企业|项目|公司|商户|团队|机构)|\w{{0,6}}(?:{_DONE_THERE}))"
)
#: 是小镇的重要组成部分.
_WHOLE = (
    r"(?:(?<=是)|(?<=成为)|(?<=作为))(?P<whole>小镇|园区|产业园|集聚区|新区|科学城|科技城|商务区|片区)"
    r"(?=的(?:重要|主要)?(?:组成部分|核心区|标志性|启动区|启动项目|先行区))"
)
#: 支持园区龙头企业甲; not 园区企业的, 园区企业数.
_OWN = (
    r"(?:(?<=[。\n，；：])|(?<=联合)|(?<=支持)|(?<=服务)|(?<=推动))"
    r"(?P<own>园区)(?=(?:龙头|骨干|重点)?企业[^，。；：、数家已达的在均共可有]{2})"
)
_SUBJECTS = _one_of(
    *("小镇", "大厦", "园区", "产业园", "工业区", "集中区", "合作区", "科技园", "工业园", "软件园", "物流园", "创业园"),
    *("孵化器", "创新中心", "街区", "基地", "测试区", "示范区", "集聚区", "商务区", "开发区"),
    "镇(?=政府(?:联合|推出|上线|开通|与|引入|在))",
    "社区(?=联合|率先|推出|上线|开通|引入|试点|(?:建设|搭建|打造|开发|建成)了)",
)
#: 目前，园区引进了; not 园区企业, 小镇建设.
_SUBJECT = (
    rf"(?:(?<=[。\n，；：])|(?<=目前)|(?<=现在))(?P<subject>{_SUBJECTS})"
    r"(?![的内里化型级名类人]|上(?!线)|企业|管委|产业|经济|建设(?!了)|发展|管理|服务|公司|配套|运营(?!面积)|[和与及、])"
)
#: 甲村以种养为主，村中有乙: a village that the words before are about, and nobody's 村里 at large.
_VILLAGE = (
    r"(?<=[，。；\n])(?P<village>村)"
    r"(?=[内里中](?:现|已|先后|目前|还)*(?:有[^人的些个位群几企]|引进|引入|建有|建成了?|培育|集聚|入驻|落户|成立|上线|试点|开通))"
)
#: 园内, 片区内, 推动园区里.
_INNER = (
    r"(?:(?<=[，。；、：在于从户驻以由至到\n])|^|(?<=目前)|(?<=现)|(?<=组织)|(?<=推动)|(?<=支持)|(?<=服务)|(?<=指导)|(?<=引导)|(?<=鼓励))"
    r"(?P<inner>产业园|开发区|高新区|经开区|园区?|岛|谷|小镇|镇|城|街区|基地|片区|商圈|大厦|商场|大楼|区域|商务区|核心区|启动区|起步区|先行区|社区|街道|广场)"
    r"(?:[之域]?内|上(?!线)|(?<!街道)(?<!镇)上|里|中(?=的))"
)
_CALLED = re.compile(f"{_FIRST}(?:{_one_of(_THAT, _HERE, _WITHIN, _SHORT, _WHOLE, _OWN, _SUBJECT, _VILLAGE, _INNER)})")


def calls(text: str, start: int, end: int) -> Iterator[Call]:
    """Every place that a sentence calls so, in order.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the sentence in it.
    """
    for found in _CALLED.finditer(text, start, end):
        way = str(found.lastgroup)
        yield Call(way, found.group(way), found.start(), *found.span(way))
