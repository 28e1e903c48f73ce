"""Where the words around a service say outright that it runs at a place, so that nothing else can be meant.

Of such a place the rules are surer than whoever only sees it in the same sentence.
"""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.behind import NO_MORE, behind
from graph.reading.relations.scene import MASK, ROW, Pair, Scene
from graph.reading.status.verbs import KIND

__all__ = ["OUTRIGHT", "are_told_ahead", "is_had", "told_behind"]

#: The rule that says so.
OUTRIGHT = "piloted.outright"


def told_behind(scene: Scene, end: int, known: Known, home: Known | None) -> list[Pair]:
    """The places of :func:`graph.reading.relations.behind.behind` of which the words around them say so outright."""
    group = next((g for g in scene.groups if g.start >= end), None)
    if group is None:
        return []
    before = scene.between(scene.start, end).rstrip(MASK + "”").rsplit("，", 1)
    gap, after = scene.between(end, group.start), scene.between(group.end, scene.end)
    if not _NOTHING_BEFORE.fullmatch(before[-1]) or _SUPPOSED.search(before[0]) or _BUT.search(after):
        return []
    told = (_RIGHT_IN.fullmatch(gap) and _RIGHT_RUNS.match(after)) or (_RIGHT_BY.fullmatch(gap) and _DID_FIRST.match(after))
    return behind(scene, end, known, home) if told or (_COVERS.fullmatch(gap) and NO_MORE.match(after)) else []


#: What may stand between a service and the comma before it, what may not before that, and what takes back what is said of it.
_NOTHING_BEFORE = re.compile("(?:目前|现)?[“]?")
_SUPPOSED = re.compile("[如若假]|建议|提出|希望|为使|[推带]动|支持|探索|争取|下一步|计划|拟|将")
_BUT = re.compile("但|未能?|没有|停[用运止]|退出|撤[出除销]|关[闭停]|不再|取消|洽谈|论证|尚需|尚待|期满|改为")
_AT_ONCE = "(?:目前|现|也|均|都)*+(?:已经|已|正式|先后|率先)(?:正式|先后|率先|首批|陆续|分别|成功|全面|同步|相继)*+"
#: “甲”已在丙街道、丁街道投入使用.
_RIGHT_IN = re.compile(f"[”]?(?:{KIND}|[\u4e00-\u9fff]{{2,6}}(?:[站柜亭屏车机]|终端))?，?{_AT_ONCE}在[“]?")
_RIGHT_RUNS = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,10}})?(?:[两三四五六七八九十\d]{{1,2}}[个家](?:街道|社区|镇|园区))?(?:已|率先|正式|全面|陆续|先后|分别|首批|成功)*"
    "(?:上线|投入使用|投用|启用|试点|试运行|运行|落地|开通|建成|推广|应用|使用|推行|铺开|设点|布点|设站|营业|开业)(?:运行|使用|应用)?(?=[，。；]|$)"
)
#: “甲”由丙街道率先推出.
_RIGHT_BY = re.compile(f"[”]?{KIND}?已?由")
_DID_FIRST = re.compile("(?:率先|首先|最早)(?:推出|试点|打造|上线|启动|启用|试行)(?=[，。；]|$)")
#: “甲”已覆盖丙街道、丁街道.
_COVERS = re.compile(f"[”]?{KIND}?{_AT_ONCE}(?:覆盖|落地|落户|进驻|推广(?:到|至)|覆盖至)了?[“]?")


#: What may stand between the clause's beginning and its places.
_OPENS = re.compile(
    "(?:^|[，；：])(?:(?:[^，。；：■]{0,6}(?:年(?:[内底初]前?)?|月|日|季度|[一二三四五六七八九]是|目前|现|近期|今年来?))?(?:[，：])?)?"
    "(?:我[局委办区县市镇街]|该区)?(?:已经?|先后|率先|正|拟|将|计划|首批|同步|同时|目前|还|也|并|又)*+(?:在|指导|组织)?[“]?$"
)
#: Right between the places and the service.
_RUNS = re.compile(
    rf"[{ROW}]*(?:等地?|等[^，。；：■]{{0,6}})?(?:[两三四五六七八九十\d]{{1,2}}[个家](?:街道|街镇|社区|镇|园区|商圈))?(?:内|上)?"
    # 在丙镇、丁镇的卫生院上线甲
    r"(?:的(?:\d{1,3}余?[个家所处条])?(?:(?:中心)?卫生院|社区卫生服务中心|医院|学校|中小学|幼儿园|(?:老旧)?小区|养老院|敬老院|养老机构|农贸市场|菜场|楼宇|公园|社区|便民服务中心|政务大厅|路口|工地))?"
    "(?:先行先试|先行|率先|首先|先后|已经?|正|正式|同步|同时|首批|分别|全面|成功|陆续){0,3}"
    "(?:试点|上线|推出|试行|启用|推行|运行|投用|试用|部署|打造|建成|启动|开通|增开|开行|开展|启动建设|试点开展|试点推行|试点建设)(?:了|运行)?“?"
)
#: What somebody asks for is not said by the reply.
_ASKED = re.compile("建议|提出|希望|呼吁|设想")


def are_told_ahead(scene: Scene, start: int, places: list[Pair]) -> bool:
    """Whether a clause opens with the places, and nothing but a verb that says that something runs there stands before the service.

    Parameters
    ----------
    scene:
        The sentence.
    start:
        Of the service, an offset into the flow.
    places:
        Those before it that are taken for its own.
    """
    group = next((g for g in reversed(scene.groups) if g.end <= start), None)
    if group is None or not places or not all(group.holds(known) for _, known in places):
        return False
    lead, after = scene.between(scene.start, group.start), scene.between(start, scene.end)
    if _ASKED.search(lead) or _BUT.search(after):
        return False
    return bool(_OPENS.search(lead) and _RUNS.fullmatch(scene.between(group.end, start)))


def is_had(scene: Scene, start: int) -> bool:
    """Whether a service, which begins at an offset into the flow right behind its place, is told as what the place has: 甲区的“乙”, 甲区“乙”."""
    return scene.text[start] == "“" or scene.between(scene.start, start).endswith(("的", "“"))
