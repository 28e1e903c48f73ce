"""The places behind a scenario: in brackets, or behind a verb that says where it is."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.scene import MASK, ROW, Group, Pair, Scene
from graph.reading.relations.spreading import CHOSEN, FOR_TRIAL
from graph.reading.relations.venues import OPPOSITE, counties, exact_places
from graph.reading.status.verbs import KIND

__all__ = ["NO_MORE", "behind", "bracketed", "counted", "having_it"]

#: Behind a scenario: X在Y试点, X覆盖Y, X落户Y, X在部分小区（如Y）投用.
_AFTER = re.compile(
    r"[^。；：]{0,20}?(?:在|于|到|至|引入|带进|搬进|送进|送入|开进|覆盖了?|落户了?|落地|接入了?|进驻|走进|入驻|延伸至|服务于?|进入)(?:[^，。；：■]{0,4}|(?:了|全区)?[\d两三四五六七八九十]{1,3}个[^，。；：■（]{1,4}（|了?(?:部分|重点|有条件的?|条件成熟的?|若干|一些|多个|试点|示范)[^，。；：■（]{1,6}（(?:如|例如|比如|包括|含|即)?[“]?)$"
)


def bracketed(scene: Scene, end: int) -> list[Pair]:
    """The places that stand alone in brackets behind a scenario: 甲场景（乙街道、丙街道）."""
    bracket = _IN_BRACKETS.match(scene.between(end, scene.end))
    return [p for p in scene.of(*_BRACKETED) if bracket and end <= p[0].start < end + bracket.end()]


#: A bracket that holds nothing but names in a row, or also says that they are the first: 甲应用（乙街道先行）.
_IN_BRACKETS = re.compile(
    rf"[”]?(?:试点|应用|场景|项目|平台|系统)?（(?:首批|试点|位于|设在)?：?[{ROW}]+(?:等)?(?:已|率先|首批)*(?:先行先试|先行|先试|率先|试点|试行|首批|首创)?）"
)
_BRACKETED = ("Carrier", "BusinessCircle", "Community", "Subdistrict", "District", "Organisation")


#: 在部分街道（甲街道除外）上线: behind a place in a bracket that is left out, or not there yet.
_LEFT_OUT = re.compile("[^，。；（）]{0,4}(?:除外|以外|之外)|(?:因[^，。；（）]{0,6})?(?:暂|尚|还|仍)?[未缓不]|以[东西南北]")


def behind(scene: Scene, end: int, known: Known, home: Known | None) -> list[Pair]:
    """Behind 在, 覆盖, 落户 and their like, in the same clause."""
    _, stop = scene.clause(end - 1)
    for group in scene.groups:
        if not end <= group.start < stop or (
            OPPOSITE.match(scene.between(group.end, scene.end)) or _LEFT_OUT.match(scene.between(group.end, scene.end))
        ):
            continue
        gap = scene.between(end, group.start)
        listed = re.sub(rf"^(?:[”“]?(?:、|和|与|及|以及)?[“”]?{MASK}+)+", "", gap)
        places = [p for p in exact_places(group) or counties(group, home) if p[1] is not known]
        first: object = listed.endswith("以") and _AS_THE_PLACE.match(scene.between(group.end, scene.end))
        toward = _TOWARD.search(listed) and _REACHES.match(scene.between(group.end, scene.end))
        added = _ADDS.search(listed) and _AS_TRIALS.match(scene.between(group.end, scene.end))
        after = scene.between(group.end, scene.end)
        first = (
            first
            or toward
            or added
            or (not _NOT_YET.match(after) and _LISTED.fullmatch(listed))
            or (_BESIDE_UNKNOWN.fullmatch(listed) and _RUNS.match(after))
        )
        by = (_BY.fullmatch(listed) and _DID.match(after)) or (_TAKEN.fullmatch(listed) and _UP.match(after))
        by = by or (_FROM_THERE.fullmatch(listed) and _STARTED.match(after))
        all_over = _ALL_OVER.fullmatch(listed) and NO_MORE.match(after)
        picked = (_PICKS.fullmatch(listed) and FOR_TRIAL.match(after)) or (_WITH.fullmatch(listed) and _TRIAL_HOUSES.match(after))
        if places and (first or all_over or by or picked or _AFTER.fullmatch(listed)):
            return [*_carried_from(scene, end, group), *places]
    return []


#: 甲以丙街道为试点, 乙以丁园为核心区域开展试点: behind the places.
_AS_THE_PLACE = re.compile(
    "[^，。；]{0,4}(?:先行|率先|为试点)|等?为(?:核心|重点|示范|先导|起点)(?:区域?|片区|点)?(?:先后|进行|开展|实施|启动|组织|先行)*(?:试点|试运行|试行|试用|先行先试|推广)(?=[，。；]|应用|运行|$)"
)
#: 甲已从丙街道推广至丁镇: around the places that it comes from.
_FROM = re.compile(f"[”]?{KIND}?(?:模式|机制|试点|做法|经验)?(?:将|拟|计划|已|逐步|正|明年|年内|进一步)*(?:由|从)")
_CARRIED = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,4}})?(?:试点|先行)?(?:逐步|进一步|陆续|全面|率先)*(?:推广|扩大|扩展|拓展|延伸|复制)(?:应用)?(?:到|至)了?"
)


def _carried_from(scene: Scene, end: int, group: Group) -> list[Pair]:
    """The places from which a scenario is said to be carried on to a group of others."""
    at = scene.groups.index(group)
    before = scene.groups[at - 1] if at else None
    if before is None or before.start < end or not _FROM.fullmatch(scene.between(end, before.start)):
        return []
    return exact_places(before) if _CARRIED.fullmatch(scene.between(before.end, group.start)) else []


#: Behind places: that their clause says nothing more of them.
NO_MORE = re.compile(rf"[{ROW}]*(?:等[^，。；]{{0,10}})?(?=[，。；]|$)")
#: “甲”场景选定丙医院作为试点医院; “甲”正与丙大厦、丁博物院等首批试点单位开展对接.
_PICKS = re.compile(f"[”]?(?:场景|项目|平台|应用|系统|服务)?(?:已|拟|将|目前|先行)*{CHOSEN}")
_WITH = re.compile("[”]?(?:场景|项目|平台|应用|系统|服务)?(?:正在|正|已|目前|先后)*(?:与|联合|会同)")
_TRIAL_HOUSES = re.compile(f"[{ROW}]*(?:等)?(?:[\\d两三四五六七八九十]+家)?(?:首批|先行)?试点(?:单位|医院|学校|街道|社区|园区)")
#: 甲将逐步向丙街道、丁街道延伸.
_TOWARD = re.compile(r"[^。；：]{0,16}(?:逐步|率先|陆续|进一步|全面|将|正|已|拟|年内|明年)*向$")
_REACHES = re.compile("(?:等地?|等[^，。；]{0,6})?(?:进一步|逐步|全面)?(?:延伸|推广|拓展|扩展|覆盖|辐射|铺开|扩大|复制)")
#: 甲拟新增丙街道、丁街道两个试点.
_ADDS = re.compile(r"[^。；：，]{0,8}(?:新增|增加|增设|新设)(?:了)?$")
_AS_TRIALS = re.compile(r"(?:等|共)?[两三四五六七八九十\d]{0,2}[个处家](?:试点|点位|示范点|站点|服务点)")
#: 甲在某大学校区和丙园运行, 甲已在某市场、丙广场等处张贴: behind the first of a row, which is no known entity.
_BESIDE_UNKNOWN = re.compile("[^，。；：]{0,12}?(?:已|先后|率先|目前)?在[^，。；：■]{2,12}(?:、|和|与)[“]?")
_RUNS = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,24}})?(?:试运行|运行|试点|上线|启用|投用|运营|张贴|使用|应用|推广|铺开|开展|设点|布点|设站|营业|开业)(?=[，。；]|$)"
)
#: “甲”：已在丙街道设点28处.
_LISTED = re.compile("[”]?：(?:[^，。；：]{0,6}，)?(?:现|目前)?(?:已|先后|率先|首批)*在")
_NOT_YET = re.compile("[^，。；]{0,6}?(?:没有|[未无])")
#: “甲”点位遍布丙街道: with nothing more behind the place.
_ALL_OVER = re.compile("[^。；：，]{0,16}?(?:涵盖|遍布)了?[“]?")
#: 甲由丙街道率先推出.
_BY = re.compile("[”]?(?:项目|平台|应用|系统|场景|服务|APP)?(?:已|正|将|拟|计划|明年|最早|首先|率先)*由")
_DID = re.compile(
    "(?:率先|首先|最早|牵头|首创|先行)*(?:首创|推出|试点|打造|探索|上线|启动|开展|推行|试行|先行先试)|(?:率先|首先|最早|先行)(?:开放|启用|使用|应用|引入)(?=[，。；]|$)"
)


#: “甲”从丙街道起步，逐步推广: around where it began.
_FROM_THERE = re.compile(f"[”]?{KIND}?(?:建设|试点|推广|应用|工作)*(?:已|将|拟|最早|最初|首先|率先|先)*从")
_STARTED = re.compile(f"[{ROW}]*(?:等[^，。；]{{0,4}})?(?:率先|先行)?(?:起步|试起|做起|开始试点|试点起步|先行先试)(?=[，。；]|$)")
#: 甲已被丙医院采用.
_TAKEN = re.compile("[”]?(?:项目|平台|应用|系统|场景)?(?:也|已|均|先后|相继)*被")
_UP = re.compile(f"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:采用|采纳|应用|引入|引进|使用|接入|纳入(?!考虑|计划|规划))")


#: 甲改造历时两年，涉及丙街道4家、丁镇3家: the places that are counted behind a scenario, names masked.
_COUNTS = re.compile(
    rf"[^。；]{{0,30}}?，(?:已|共|先后)?(?:涉及|覆盖|惠及|其中|包括)，?[“]?(?P<row>(?:{MASK}+(?:已?(?:安装|建成|设置|布设|投放|签约|改造|完成|新增|新建|上线|覆盖|接入|开通|试点)了?[小社楼学车泊点终设]?[区栋校场位站端备]?)?\d+余?[家处个块套条台座间所张部对人户组][、，和]?){{2,}})"
)


def counted(scene: Scene, end: int) -> list[Pair]:
    """The places of a row behind a scenario that says how many each of them has."""
    told = _COUNTS.match(scene.between(end, scene.end))
    if told is None:
        return []
    first, last = end + told.start("row"), end + told.end("row")
    return [p for group in scene.groups if first <= group.start and group.end <= last for p in exact_places(group)]


#: 对已建成“甲”的丙园、丁园: around a scenario, before the places that have it.
_HAVING = re.compile("已(?:经)?(?:建成|上线|开通|启用|应用|安装|接入|使用|落地)了?[“]?$")
#: 目前使用“甲”系统的有丙街道.
_USING = re.compile("(?:^|，)(?:目前|现|全区|我区|已)*+(?:使用|应用|上线|接入|建成|启用|部署|开通|采用|试点|引入)了?[“]?$")
_ARE = re.compile(
    f"[”]?{KIND}?的(?:街道|街镇|镇|乡镇|社区|园区|单位|小区|学校|医院)?(?:主要|现|目前|分别|共)?(?:有|为|是|包括)[“]?"
)


def having_it(scene: Scene, scenario: Pair) -> list[Pair]:
    """The places right behind a scenario of which a relative clause says that they have it."""
    mention = scenario[0]
    group = next((g for g in scene.groups if g.start >= mention.end), None)
    if group is None:
        return []
    before, gap = scene.between(scene.start, mention.start), scene.between(mention.end, group.start)
    told = _HAVING.search(before) and re.fullmatch("[”]?的[“]?", gap)
    told = told or (_USING.search(before) and _ARE.fullmatch(gap) and NO_MORE.match(scene.between(group.end, scene.end)))
    return exact_places(group) if told else []
