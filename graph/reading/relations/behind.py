"""The places behind a scenario: in brackets, or behind a verb that says where it is."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.scene import MASK, ROW, Pair, Scene
from graph.reading.relations.spreading import CHOSEN, FOR_TRIAL, OPPOSITE, counties, exact_places

__all__ = ["behind", "bracketed", "counted", "having_it", "tried_at"]

#: Behind a scenario: X在Y试点, X覆盖Y, X落户Y.
_AFTER = re.compile(
    r"[^。；：]{0,20}?(?:在|于|到|至|引入|带进|搬进|覆盖了?|落户了?|落地|接入了?|进驻|走进|入驻|延伸至|服务于?|进入)(?:[^，。；：■]{0,4}|(?:了|全区)?[\d两三四五六七八九十]{1,3}个[^，。；：■（]{1,4}（)$"
)


def bracketed(scene: Scene, end: int) -> list[Pair]:
    """The places that stand alone in brackets behind a scenario: 甲场景（乙街道、丙街道）."""
    bracket = _IN_BRACKETS.match(scene.between(end, scene.end))
    return [p for p in scene.of(*_BRACKETED) if bracket and end <= p[0].start < end + bracket.end()]


#: A bracket that holds nothing but names in a row.
_IN_BRACKETS = re.compile(rf"[”]?(?:试点|应用|场景|项目|平台|系统)?（[{ROW}]+等?）")
_BRACKETED = ("Carrier", "BusinessCircle", "Community", "Subdistrict", "District", "Organisation")


def behind(scene: Scene, end: int, known: Known, home: Known | None) -> list[Pair]:
    """Behind 在, 覆盖, 落户 and their like, in the same clause."""
    _, stop = scene.clause(end - 1)
    for group in scene.groups:
        if not end <= group.start < stop or OPPOSITE.match(scene.between(group.end, scene.end)):
            continue
        gap = scene.between(end, group.start)
        listed = re.sub(rf"^(?:[”“]?(?:、|和|与|及|以及)?[“”]?{MASK}+)+", "", gap)
        places = [p for p in exact_places(group) or counties(group, home) if p[1] is not known]
        first = listed.endswith("以") and re.match("[^，。；]{0,4}(?:先行|率先|为试点)", scene.between(group.end, scene.end))
        toward = _TOWARD.search(listed) and _REACHES.match(scene.between(group.end, scene.end))
        added = _ADDS.search(listed) and _AS_TRIALS.match(scene.between(group.end, scene.end))
        after = scene.between(group.end, scene.end)
        first = (
            first or toward or added or _LISTED.fullmatch(listed) or (_BESIDE_UNKNOWN.fullmatch(listed) and _RUNS.match(after))
        )
        by = (_BY.fullmatch(listed) and _DID.match(after)) or (_TAKEN.fullmatch(listed) and _UP.match(after))
        picked = (_PICKS.fullmatch(listed) and FOR_TRIAL.match(after)) or (_WITH.fullmatch(listed) and _TRIAL_HOUSES.match(after))
        if places and (first or by or picked or _AFTER.fullmatch(listed)):
            return places
    return []


#: “甲”场景选定丙医院作为试点医院; “甲”正与丙大厦、丁博物院等首批试点单位开展对接.
_PICKS = re.compile(f"[”]?(?:场景|项目|平台|应用|系统|服务)?(?:已|拟|将|目前|先行)*{CHOSEN}")
_WITH = re.compile("[”]?(?:场景|项目|平台|应用|系统|服务)?(?:正在|正|已|目前|先后)*(?:与|联合|会同)")
_TRIAL_HOUSES = re.compile(f"[{ROW}]*(?:等)?(?:[\\d两三四五六七八九十]+家)?(?:首批|先行)?试点(?:单位|医院|学校|街道|社区|园区)")
#: 甲将逐步向丙街道、丁街道延伸.
_TOWARD = re.compile(r"[^。；：]{0,16}(?:逐步|率先|陆续|进一步|全面|将|正|已|拟|年内|明年)*向$")
_REACHES = re.compile("(?:等地?|等[^，。；]{0,6})?(?:进一步|逐步|全面)?(?:延伸|推广|拓展|扩展|覆盖|辐射|铺开|扩大)")
#: 甲拟新增丙街道、丁街道两个试点.
_ADDS = re.compile(r"[^。；：，]{0,8}(?:新增|增加|增设|新设)(?:了)?$")
_AS_TRIALS = re.compile(r"(?:等|共)?[两三四五六七八九十\d]{0,2}[个处家](?:试点|点位|示范点|站点|服务点)")
#: 甲在某大学校区和丙园运行, 甲已在某市场、丙广场等处张贴: behind the first of a row, which is no known entity.
_BESIDE_UNKNOWN = re.compile("[^，。；：]{0,12}?(?:已|先后|率先|目前)?在[^，。；：■]{2,12}(?:、|和|与)[“]?")
_RUNS = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,14}})?(?:试运行|运行|试点|上线|启用|投用|运营|张贴|使用|应用|推广|铺开|开展)(?=[，。；]|$)"
)
#: “甲”：在丙街道设点28处.
_LISTED = re.compile("[”]?：(?:[^，。；：]{0,6}，)?在")
#: 甲由丙街道率先推出.
_BY = re.compile("[”]?(?:项目|平台|应用|系统|场景)?(?:已|正|最早|首先|率先)?由")
_DID = re.compile("(?:率先|首先|最早|牵头|首创|先行)*(?:首创|推出|试点|打造|探索|上线|启动|开展|推行|试行)")


#: 甲已被丙医院采用.
_TAKEN = re.compile("[”]?(?:项目|平台|应用|系统|场景)?(?:也|已|均|先后|相继)*被")
_UP = re.compile(f"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:采用|采纳|应用|引入|引进|使用|接入|纳入(?!考虑|计划|规划))")


#: 甲改造历时两年，涉及丙街道4家、丁镇3家: the places that are counted behind a scenario, names masked.
_COUNTS = re.compile(
    rf"[^。；]{{0,30}}?，(?:已|共|先后)?(?:涉及|覆盖|惠及|其中|包括)，?[“]?(?P<row>(?:{MASK}+(?:已?(?:安装|建成|设置|布设|投放|签约|改造|完成|新增|新建|上线|覆盖|接入|开通|试点)了?[小社楼学车泊点终设]?[区栋校场位站端备]?)?\d+余?[家处个块套条台座间所张部对人户组][、，和]?){{2,}})"
)
#: 甲有5个起降点，分布在丙园、丁园; 甲先行试点，主要集中在丙街道.
_SPREAD_AT = re.compile(r"[^。；：]{0,30}?，(?:主要|目前|现|先后)*(?:分布|布设|布局|设点|集中|安装|设)(?:在|于)[“]?$")


def counted(scene: Scene, end: int) -> list[Pair]:
    """The places of a row behind a scenario that says how many each of them has."""
    told = _COUNTS.match(scene.between(end, scene.end))
    if told is None:
        return []
    first, last = end + told.start("row"), end + told.end("row")
    return [p for group in scene.groups if first <= group.start and group.end <= last for p in exact_places(group)]


#: 对已建成“甲”的丙园、丁园: around a scenario, before the places that have it.
_HAVING = re.compile("已(?:经)?(?:建成|上线|开通|启用|应用|安装|接入|使用|落地)了?[“]?$")


def having_it(scene: Scene, scenario: Pair) -> list[Pair]:
    """The places right behind a scenario of which a relative clause says that they have it."""
    mention = scenario[0]
    if not _HAVING.search(scene.between(scene.start, mention.start)):
        return []
    group = next((g for g in scene.groups if g.start >= mention.end), None)
    told = group is not None and re.fullmatch("[”]?的[“]?", scene.between(mention.end, group.start))
    return exact_places(group) if group is not None and told else []


#: 首批试点为丙街道、丁街道; 目前丙街道已率先应用: in a later part of the sentence, names masked.
_TRIED = re.compile(
    r"[^。；]{0,40}?，(?:目前|现)?(?:首批|首个|先行)?试点(?:单位|街道|社区|[区县镇村]|园区|学校|医院)?(?:为|是|包括|有|选在|设在|：)[“]?$"
)
_ALREADY = re.compile(r"[^。；]{0,40}?，(?:目前|现|其中)[“]?$")
#: 在5个街道试点甲，其中丙街道上线小区41个: around one of the places that tried it, with what it has of it.
_OF_THEM = re.compile(r"[^。；■]{0,40}?，其中，?[“]?$")
_HAS_SO_MANY = re.compile(rf"[{ROW}]*(?:等)?已?(?:上线|覆盖|接入|安装|试点|开通|建成|布设|启用)了?[^，。；：■\d]{{0,8}}\d")
#: 推广甲，包括丙街道、丁街道在内的6个街道已上线.
_COUNTING = re.compile(r"[^。；■]{0,40}?，(?:目前|现)?包括[“]?$")
_AMONG_THOSE = re.compile(
    rf"[{ROW}]*(?:等)?在内的?[^，。；：■]{{2,14}}?(?:已|均|都|全部|率先|率)+[^，。；]{{0,4}}?(?:上线|接入|启用|应用|使用|开通|试点|安装|建成|投用|运行|覆盖)"
)
#: “甲”可享免押金借书，丙图书馆、丁医院已经接入: behind names with which a clause begins.
_LATER = re.compile(r"[^。；■]{0,40}?，[“]?$")
_HAS_JOINED = re.compile(
    rf"[{ROW}]*(?:等)?(?:均|都|先后|相继)*(?:已经|已|率先|首批)+(?:与[^，。；]{{1,8}})?(?:接入|应用|上线|使用|启用|开展|组织[^，。；]{{1,4}}(?:使用|学习|应用|参与)|[^，。；]{{0,4}}常态化[^，。；]{{0,4}}(?:使用|学习|应用|运行))(?=[，。；]|$)"
)
_OURS_AT = re.compile(
    "[^。；，]{0,10}，(?:目前)?我[区县市省局委们][^，。；]{0,4}(?:已|正|现)(?:经|率先|先后|于[^，。；]{1,6}?){0,3}在[“]?$"
)
#: 开发甲场景，争取年内在丙区、丁区先行应用: around the places where it will be first.
_FIRST_AT = re.compile(
    r"[^。；]{0,40}?，(?:并|也|且)?(?:争取|力争|拟|计划|将|准备)(?:于)?(?:[今明后]年|年内|年底前?|近期|上半年|下半年|\d{1,2}月)*(?:率先|先行|首先|先)?(?:在|选择|选取|选在)(?:[^，。；：■]{1,6}区)?[“]?$"
)
_AT_FIRST = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:(?:各?选择?|选取)[^，。；]{{1,10}}?)?(?:先行|率先|开展|启动|首批|作)*(?:应用|试点|试用|试行|投用|试运行|上线|运行)(?=[，。；]|$)"
)
#: 推进甲服务，把丙镇定为首期试点.
_PUTS_AT = re.compile("[^。；]{0,30}?，(?:先|首批|率先)?(?:把|将|以|选择|选定|确定)[“]?$")
_AS_THE_FIRST = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:定为|列为|作为|确定为|选为|为)(?:首期|首批|首个|第一批|先行)?(?:试点|先行区|试点[区县市镇])(?=[，。；]|$)"
)
#: “甲”首批试点学校为乙、丙: right before who tries it.
_TRIED_BY = re.compile(
    rf"[{ROW}]*的?(?:首批|第一批|首期|先行)?(?:试点|示范|先行)(?:单位|学校|街道|社区|街镇|镇街|乡镇|镇|医院|小区|园区|商圈|机构|点)?(?:分别|主要|共)?(?:为|有|包括|是|：|确定为|选在|设在)[“]?"
)
_TRIES = re.compile(rf"[{ROW}]*(?:等)?[^，。；]{{0,6}}(?:试点|上线|启用|投用|运行|建成|推广|开展)")
_TAKES_IT_UP = re.compile(
    rf"[{ROW}]*(?:等)?(?:已|正在|已经|率先|首批)+(?:率先|首先|全面)?(?:应用|接入|上线|使用|投入使用|试运行|试点|启用|安装|建成|完成|落地)"
)


def tried_at(scene: Scene, end: int, known: Known, home: Known | None) -> list[Pair]:
    """The places that a later part of the sentence says try it first, or have it already."""
    for group in scene.groups:
        if group.start < end:
            continue
        gap = scene.between(end, group.start)
        after = scene.between(group.end, scene.end)
        took = (
            _SPREAD_AT.fullmatch(gap)
            or _TRIED_BY.fullmatch(gap)
            or (_ALREADY.fullmatch(gap) and _TAKES_IT_UP.match(after))
            or (_OF_THEM.fullmatch(gap) and _HAS_SO_MANY.match(after))
            or (_COUNTING.fullmatch(gap) and _AMONG_THOSE.match(after))
            or (_LATER.fullmatch(gap) and _HAS_JOINED.match(after))
            or (_OURS_AT.fullmatch(gap) and _TRIES.match(after))
            or (_FIRST_AT.fullmatch(gap) and _AT_FIRST.match(after))
            or (_PUTS_AT.fullmatch(gap) and _AS_THE_FIRST.match(after))
        )
        places = [p for p in exact_places(group) or counties(group, home) if p[1] is not known]
        return places if places and (took or _TRIED.fullmatch(gap)) else []
    return []
