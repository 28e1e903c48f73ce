"""Firms and parks that a sentence only deals with, so that neither the district nor the heading above says where they are."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.mentions.places.kinds import OF_PLACES
from graph.reading.relations.running import is_served
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["is_only_dealt_with", "is_only_looked_at"]

#: 到甲集团等地，通过实地参观: behind a firm that is only gone to.
_VISITED = re.compile(rf"[{ROW}]*(?:公司|集团)?等地?[，]?[^，。；]{{0,8}}(?:实地|考察|参观|学习|调研|座谈|取经)")
_ELSEWHERE = re.compile(rf"(?:{alternation('partner_verbs', 'before')}|(?<![面针相])对(?!接|外|口))[^，。；]{{0,30}}$")
#: 昆山、吴江等地集聚了甲公司: before a firm that is in one of a row of places, where none of them is its own.
_OF_A_ROW = re.compile(
    f"[、和与][\u4e00-\u9fff]{{2,4}}{OF_PLACES}(?:也|都|已|先后|相继|分别)?(?:集聚|聚集|汇聚|拥有|形成|培育|涌现|有)"
)
_WITH = re.compile(rf"(?:与|和|同)[^，。；]{{0,40}}(?:{alternation('partner_verbs', 'behind')})")
#: The same of those that are hardly ever a place's own, and around whom a firm works with: 邀请甲公司, 乙公司与甲公司合作.
_AWAY = re.compile(rf"(?:{alternation('partner_verbs', 'away')})[^，。；为]{{0,30}}$")
_WITH_IT = re.compile(rf"[与同][“]?(?:[^，。；：与同{MASK}]{{0,6}}{MASK}[{ROW}]*|{MASK}[{ROW}]*)?$")
_PARTNERS = re.compile(
    rf"[^，。；]{{0,24}}(?:{alternation('partner_verbs', 'behind')})(?![^，。；]{{0,12}}(?:落户|入驻|落地|进驻))"
)
#: 对接甲公司落户丙园, 联合乙公司等园区企业: behind a firm that is a place's own all the same.
_ONES_OWN = re.compile(
    rf"[{ROW}]*(?:等)?(?:(?:园区|园内|辖区|区内|镇内|驻区|本[地土])[^，。；：]{{0,4}}企业|[^，。；：]{{0,4}}(?:落户|入驻|落地|进驻)|等企业(?:[^，。；]{{0,6}}需求))"
)
#: 向甲银行推荐企业: around whom one turns to.
_TO_IT = re.compile(rf"向[“]?(?:[^，。；：向{MASK}]{{0,6}}{MASK}[{ROW}]*|{MASK}[{ROW}]*)?$")
_TURNS = re.compile(rf"[{ROW}]*(?:等[^，。；：、]{{0,8}})?(?:推荐|推介|推送|争取|申请|报送|咨询|学习|取经|看齐|供应|销售|供货)")


def is_only_dealt_with(scene: Scene, firm: Pair, *, below: bool = False) -> bool:
    """Whether the words around a firm say that others deal with it, wherever it is: 赴甲公司考察, 与乙公司合作, 丙公司的客户.

    Parameters
    ----------
    scene:
        The sentence.
    firm:
        A firm in it.
    below:
        Whether the place is the one of the heading above: whom its sentences help, rely on or begin with is mostly there.
    """
    start, end = scene.clause(firm[0].start)
    before, behind = scene.between(start, firm[0].start), scene.between(firm[0].end, scene.end)
    if is_served(before, behind) or (_TO_IT.search(before) and _TURNS.match(behind)):
        return True
    if below and _ONES_OWN.match(behind):
        return False
    if below:
        return bool(_AWAY.search(before) or (_WITH_IT.search(before) and _PARTNERS.match(behind)))
    return bool(
        _VISITED.match(behind) or _ELSEWHERE.search(before) or _OF_A_ROW.search(before) or _WITH.search(scene.between(start, end))
    )


#: 学习借鉴甲园经验, 承接乙园产业转移: before a park to which one only looks.
_LOOKS_AT = re.compile(
    rf"(?:学习|借鉴|考察|参观|对接|对标|承接|参照|复制|媲美|比肩|(?:^|[，；：、])(?:[^，。；：{MASK}]{{0,10}})?赴)[^，。；：、在{MASK}]{{0,8}}[“]?(?:{MASK}[{ROW}]*)?$"
)
#: 与甲园共建飞地: around a park with which somebody else does something.
_ALONG_WITH = re.compile(rf"(?:与|同)[“]?(?:{MASK}[{ROW}]*)?$")
_TOGETHER = re.compile(
    rf"[”]?[{ROW}]*(?:管委会)?(?:共同|联合|深度|合作|全面|积极|紧密)*(?:共建|合作|签订|签约|签署|结对|对接|建立|开展|达成|携手|联手|打造)"
)


def is_only_looked_at(scene: Scene, park: Pair) -> bool:
    """Whether the words around a park say that somebody learns from it or works with it: 对接甲园, 与乙园共建丙.

    Parameters
    ----------
    scene:
        The sentence.
    park:
        A park in it.
    """
    start, _ = scene.clause(park[0].start)
    before, behind = scene.between(start, park[0].start), scene.between(park[0].end, scene.end)
    return bool(_LOOKS_AT.search(before) or (_ALONG_WITH.search(before) and _TOGETHER.match(behind)))
