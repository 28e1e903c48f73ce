"""The places behind a scenario: in brackets, or behind a verb that says where it is."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.scene import MASK, ROW, Group, Pair, Scene
from graph.reading.relations.spreading import CHOSEN, FOR_TRIAL, OPPOSITE, counties, exact_places
from graph.reading.status.verbs import KIND

__all__ = ["NO_MORE", "behind", "bracketed", "counted", "having_it", "tried_at"]

#: Behind a scenario: X在Y试点, X覆盖Y, X落户Y, X在部分小区（如Y）投用.
_AFTER = re.compile(
    r"[^。；：]{0,20}?(?:在|于|到|至|引入|带进|搬进|覆盖了?|落户了?|落地|接入了?|进驻|走进|入驻|延伸至|服务于?|进入)(?:[^，。；：■]{0,4}|(?:了|全区)?[\d两三四五六七八九十]{1,3}个[^，。；：■（]{1,4}（|了?(?:部分|重点|有条件的?|条件成熟的?|若干|一些|多个|试点|示范)[^，。；：■（]{1,6}（(?:如|例如|比如|包括)?[“]?)$"
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


def behind(scene: Scene, end: int, known: Known, home: Known | None) -> list[Pair]:
    """Behind 在, 覆盖, 落户 and their like, in the same clause."""
    _, stop = scene.clause(end - 1)
    for group in scene.groups:
        if not end <= group.start < stop or OPPOSITE.match(scene.between(group.end, scene.end)):
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
    f"[{ROW}]*(?:等[^，。；]{{0,14}})?(?:试运行|运行|试点|上线|启用|投用|运营|张贴|使用|应用|推广|铺开|开展)(?=[，。；]|$)"
)
#: “甲”：已在丙街道设点28处.
_LISTED = re.compile("[”]?：(?:[^，。；：]{0,6}，)?(?:现|目前)?(?:已|先后|率先|首批)*在")
_NOT_YET = re.compile("[^，。；]{0,6}?(?:没有|[未无])")
#: “甲”点位遍布丙街道: with nothing more behind the place.
_ALL_OVER = re.compile("[^。；：，]{0,16}?(?:涵盖|遍布)了?[“]?")
#: 甲由丙街道率先推出.
_BY = re.compile("[”]?(?:项目|平台|应用|系统|场景|服务|APP)?(?:已|正|将|拟|计划|明年|最早|首先|率先)*由")
#: “甲”的推广应用，将由丙街道先行先试.
_ITS_SPREAD_BY = re.compile(f"[”]?{KIND}?的?(?:推广应用|推广|应用|试点|实施)(?:工作)?，(?:已|正|将|拟|计划|明年|首先|率先)*由")
_DID = re.compile(
    "(?:率先|首先|最早|牵头|首创|先行)*(?:首创|推出|试点|打造|探索|上线|启动|开展|推行|试行|先行先试)|(?:率先|首先|最早|先行)(?:开放|启用|使用|应用|引入)(?=[，。；]|$)"
)
_DID_IT = re.compile("(?:率先|首先|最早|牵头|先行)*(?:推出|试点|打造|上线|启动|开展|推行|试行|先行先试)(?=[，。；]|$)")


#: 甲已被丙医院采用.
_TAKEN = re.compile("[”]?(?:项目|平台|应用|系统|场景)?(?:也|已|均|先后|相继)*被")
_UP = re.compile(f"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:采用|采纳|应用|引入|引进|使用|接入|纳入(?!考虑|计划|规划))")


#: 甲改造历时两年，涉及丙街道4家、丁镇3家: the places that are counted behind a scenario, names masked.
_COUNTS = re.compile(
    rf"[^。；]{{0,30}}?，(?:已|共|先后)?(?:涉及|覆盖|惠及|其中|包括)，?[“]?(?P<row>(?:{MASK}+(?:已?(?:安装|建成|设置|布设|投放|签约|改造|完成|新增|新建|上线|覆盖|接入|开通|试点)了?[小社楼学车泊点终设]?[区栋校场位站端备]?)?\d+余?[家处个块套条台座间所张部对人户组][、，和]?){{2,}})"
)
#: 甲有5个起降点，分布在丙园、丁园; 甲先行试点，主要集中在丙街道.
_SPREAD_AT = re.compile(r"[^。；：]{0,30}?，(?:主要|目前|现|先后)*(?:分布|布设|布局|设点|集中|安装|设)(?:在|于)[“]?$")
#: “甲”拟设3处，分别位于丙街道、丁街道: its points, and nobody who made it or uses it.
_EACH_AT = re.compile(
    rf"(?![^。；]*(?:公司|企业|单位|用户|承建|运营|机构|居民|老人|商户|群众|人员|学生|[\d万千百]人))[^。；：如若{MASK}]{{0,30}}?，"
    "(?:分别|均|都|全部|主要|拟|将)+(?:位于|设在|设于|选址于?|布局在|布局于|布设在|安排在|落户|落在)[“]?$"
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


#: 首批试点为丙街道、丁街道; 目前丙街道已率先应用: in a later part of the sentence, names masked.
_TRIED = re.compile(
    r"[^。；]{0,40}?，(?:目前|现)?(?:首批|首个|先行)?试点(?:单位|范围|名单|街道|社区|[区县镇村]|园区|学校|医院)?(?:仍|均)?(?:为|是|包括|有|选在|设在|：)[“]?$"
)
#: “甲”分三批接入停车场，首批接入的为丙广场; 乙列入明年实事，首选丁镇.
_FIRST_ONES = re.compile(
    r"[^。；]{0,40}?，(?:其中，?)?(?:(?:首批|第一批|首期|先期)(?:接入|上线|启用|开通|试用|建设|覆盖|推广|选择)?的?(?:点位|单位|街道|社区|园区)?"
    r"(?:为|是|有|包括|设在|选在|安排在|布局在|落在|放在|覆盖)|(?:首选|优先选择|优先安排在))[“]?$"
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
#: 市里统一建设甲平台，我区在丙街道布设传感器200个: a part of it here.
_OURS_PUT = re.compile("[^。；，]{0,10}，(?:目前|其中，?)?我[区县市][^，。；]{0,4}(?:已|先后|共|目前|率先)*在[“]?$")
_PUTS_SO_MANY = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:已|共|累计)*(?:布设|部署|安装|投放|接入)了?[^，。；\d]{{0,8}}?(?:传感器|设备|终端|探头|点位|泊位)[^，。；\d]{{0,2}}\d"
)
#: 全区已有3个街道上线甲，分别是丙街道、丁街道: around a scenario, before the places that have it.
_SO_MANY_HAVE = re.compile(
    "[\\d两三四五六七八九十]余?[个家](?:街道|社区|镇|乡镇|街镇|园区|小区|学校|医院|村|单位)(?:已|均已|率先|先后)*(?:上线|建成|启用|开通|应用|接入|试点|使用|开展|推行|推广|打造|引入)了?[^，。；■]{0,4}[“]?"
)
_NAMELY = re.compile(f"[”]?{KIND}?(?:试点)?，(?:(?:分别|依次)(?:是|为)|即|包括)[“]?$")
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
#: 推出“甲”小程序，整合…，该小程序去年9月起在丙商圈试运行: what the clauses before are about, and nothing else.
_THAT_ONE_AT = re.compile(
    f"[^。；{MASK}]{{0,60}}?，(?:目前|现|其中)?该(?:小程序|平台|系统|应用|服务|APP|场景)[^，。；在未没不暂停无难拟将计原{MASK}]{{0,14}}在[“]?"
)
#: 引进“甲”系统，入驻丙小区: where what the clause before brings comes to.
_COMES_TO = re.compile(
    f"[”]?(?:{KIND}|[A-Za-z\u4e00-\u9fff]{{0,12}}(?:平台|系统))?，(?:已|并|先后|率先|首批|正式)*(?:入驻|进驻|落户)[“]?"
)
#: “甲”首批试点学校为乙、丙: right before who tries it.
_TRIED_BY = re.compile(
    rf"[{ROW}]*{KIND}?的?(?:首批|首个|第一批|首期|先行)?(?:试点|示范|先行)(?:单位|学校|街道|社区|街镇|镇街|乡镇|镇|医院|小区|园区|商圈|机构|点)?(?:分别|主要|共)?(?:为|有|包括|是|：|——|确定为|选在|设在)[“]?"
)
#: “甲”的首个试点——丙街道已运行半年.
_HAS_RUN = re.compile(f"[{ROW}]*(?:已|现已|目前)(?:经|正式)?(?:运行|试运行|上线|启用|投用|建成)")
_TRIES = re.compile(rf"[{ROW}]*(?:等)?[^，。；]{{0,6}}(?:试点|上线|启用|投用|运行|建成|推广|开展)")
_TAKES_IT_UP = re.compile(
    rf"[{ROW}]*(?:等)?(?:已|正在|已经|率先|首批)+(?:率先|首先|全面)?"
    # 率先完成二次供水改造, 已建成“丁”: another thing
    rf"(?:应用|接入|使用|投入使用|试运行|试点|(?:上线|启用|安装|建成|落地)(?![^，。；、]{{0,8}}[“{MASK}])"
    rf"|完成(?![^，。；、]{{0,10}}[“{MASK}])(?![^，。；、]{{0,14}}(?:改造|修缮|整治|新建|招标|征收|拆除)))"
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
            or (_ITS_SPREAD_BY.fullmatch(gap) and _DID_IT.match(after))
            or (NO_MORE.match(after) and _ends_with_them(scene, gap, end - len(known.name)))
            or (_TRIED_BY.fullmatch(gap) and ("——" not in gap or _HAS_RUN.match(after)))
            or (_ALREADY.fullmatch(gap) and _TAKES_IT_UP.match(after))
            or (_OF_THEM.fullmatch(gap) and _HAS_SO_MANY.match(after))
            or (_COUNTING.fullmatch(gap) and _AMONG_THOSE.match(after))
            or (_LATER.fullmatch(gap) and _HAS_JOINED.match(after))
            or (_OURS_AT.fullmatch(gap) and _TRIES.match(after))
            or (_OURS_PUT.fullmatch(gap) and _PUTS_SO_MANY.match(after))
            or (_FIRST_AT.fullmatch(gap) and _AT_FIRST.match(after))
            or (_PUTS_AT.fullmatch(gap) and _AS_THE_FIRST.match(after))
            or (_COMES_TO.fullmatch(gap) and NO_MORE.match(after) and _is_brought(scene, end))
            or (_THAT_ONE_AT.fullmatch(gap) and _TRIES.match(after) and _is_the_only_one(scene, group))
        )
        places = [p for p in exact_places(group) or counties(group, home) if p[1] is not known]
        return places if places and (took or _TRIED.fullmatch(gap)) else []
    return []


def _ends_with_them(scene: Scene, gap: str, start: int) -> bool:
    """Whether what stands between a scenario and places that end their clause says that it is there first, or at each of them."""
    named = _NAMELY.fullmatch(gap) and _SO_MANY_HAVE.search(scene.between(scene.start, start))
    return bool(named or _EACH_AT.fullmatch(gap) or _FIRST_ONES.fullmatch(gap) or _TRIED_BY.fullmatch(gap))


#: Right before a scenario that somebody brings; whoever brings a firm along is another matter.
_BROUGHT = re.compile("(?:引进|引入|引来|上线)了?[“]?$")
_MAY_COME = re.compile("公司|企业|创业者|志愿者")


def _is_brought(scene: Scene, end: int) -> bool:
    """Whether the scenario that ends here is brought by nobody who might come somewhere himself."""
    start = next((m.start for m, _ in scene.of("Scenario") if m.end == end), None)
    if start is None or any(m.end <= start for m, _ in scene.of("Enterprise")):
        return False
    before = scene.between(scene.start, start)
    return bool(_BROUGHT.search(before)) and _MAY_COME.search(before) is None


def _is_the_only_one(scene: Scene, group: Group) -> bool:
    """Whether a sentence has named no other service before a group of places, which 该服务 might mean."""
    return len({id(known) for mention, known in scene.of("Scenario") if mention.start < group.start}) == 1
