"""The places that a later part of a sentence says to try its scenario first, or to have it already."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.behind import NO_MORE
from graph.reading.relations.continued import PUT_FIRST
from graph.reading.relations.scene import MASK, ROW, Group, Pair, Scene
from graph.reading.relations.venues import counties, exact_places
from graph.reading.status.verbs import KIND

__all__ = ["tried_at"]

#: “甲”的推广应用，将由丙街道先行先试.
_ITS_SPREAD_BY = re.compile(f"[”]?{KIND}?的?(?:推广应用|推广|应用|试点|实施)(?:工作)?，(?:已|正|将|拟|计划|明年|首先|率先)*由")
_DID_IT = re.compile("(?:率先|首先|最早|牵头|先行)*(?:推出|试点|打造|上线|启动|开展|推行|试行|先行先试)(?=[，。；]|$)")
#: 甲有5个起降点，分布在丙园、丁园; 甲先行试点，主要集中在丙街道; 甲由乙公司研发，先期部署于丙大厦.
_SPREAD_AT = re.compile(
    "[^。；：]{0,30}?，(?:(?:主要|目前|现|先后)*(?:分布|布设|布局|设点|集中|安装|设)"
    "|(?:目前|现)?(?:已|均|都|将|拟)*(?:先期|首批|率先|先行|最早|最先)(?:部署|应用|布设|落地|试用|试点|投用|安装|上线))"
    f"(?:在|于)[“]?(?:{MASK}[{ROW}]*)?$"
)
#: “甲”拟设3处，分别位于丙街道、丁街道: its points, and nobody who made it or uses it.
_EACH_AT = re.compile(
    rf"(?![^。；]*(?:公司|企业|单位|用户|承建|运营|机构|居民|老人|商户|群众|人员|学生|[\d万千百]人))[^。；：如若{MASK}]{{0,30}}?，"
    "(?:分别|均|都|全部|主要|拟|将)+(?:位于|设在|设于|选址于?|布局在|布局于|布设在|安排在|落户|落在)[“]?$"
)
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
#: Right behind a scenario, or behind a clause on what it does.
_NEXT = f"[”]?{KIND}?(?:[^，。；{MASK}]{{0,12}}|[^，。；{MASK}]{{0,12}}，(?:实现|支持|方便|提供|可以?|能够?|用于|为|整合|集成|通过|具备|让|有效)[^，。；{MASK}]{{2,24}})，(?:目前|现|其中)?"
#: 推广“甲”，丙街道已经用上; 丁社区率先完成安装; not 丁园已投入使用, which tells of the park itself.
_HAS_IT = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:均|都|先后|相继)*(?:已经|已|率先|首批|正在|正)+(?:率先|首先|全面)?"
    "(?:用上|试用|采用|推行|试点|安装|部署|完成(?:安装|部署|接入|上线|布设)|安装调试)(?:到位|完毕|使用)?了?(?=[，。；]|$)"
)
_AT_ONCE = re.compile(f"{_NEXT}[“]?")
_AT_NEXT = re.compile(f"{_NEXT}(?:已|先后|率先)*在[“]?")
_IS_USED = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:均|都)?(?:已经|已|率先)(?:全面|正式)?(?:投入使用|投用|建成)(?=[，。；]|$)"
)
#: “甲”在12个点位投用，其中包括丙街道: before one of those that were counted.
_AMONG = re.compile(
    rf"[”]?{KIND}?[^，。；■]{{0,14}}?(?:\d|[两三四五六七八九十])余?[个家处所](?:试点|示范)?(?:点位|街道|街镇|乡镇|镇|村|社区|单位|小区|园区|学校|医院|站点|楼宇|商圈)"
    "(?:(?:全面|正式|已|率先|投入)*(?:投用|上线|启用|试点|应用|使用|落地|推广|运行|安装|开通|部署)(?:了|使用|运行)?)?，其中(?:包括|有)[“]?$"
)
#: 上线“甲”，已有丙学校等5家单位使用: around one of those who use it.
_THERE_ARE = re.compile(f"{_NEXT}(?:已有|现有|共有)[“]?")
_WHO_USE_IT = re.compile(
    rf"[{ROW}]*等\d{{1,4}}余?[个家所][^，。；■]{{1,6}}?(?:已|均已|率先|正式)*(?:使用|上线|接入|试点|应用|启用|安装|开通|试用)(?=[，。；]|$)"
)
#: 探索“甲”，先从丙街道试起: around where it begins.
_BEGINS_FROM = re.compile(f"{_NEXT}(?:先|首先|率先|优先|今年)*从[“]?")
_BEGUN = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:做起|试起|起步|开始试点|开始试行|先行试点|先行先试|先试先行)(?=[，。；]|$)"
)
#: 推出“甲”，目前丙街道试点运行良好; “甲”可一键呼叫，在丙街道试点效果良好.
_GOES_WELL = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,6}})?的?试点(?:运行|工作|推进|应用)*(?:情况|效果|成效)?(?:良好|平稳|顺利|明显)"
)
_OURS_AT = re.compile(
    "[^。；，]{0,10}，(?:目前)?我[区县市省局委们][^，。；]{0,4}(?:已|正|现)(?:经|率先|先后|于[^，。；]{1,6}?){0,3}在[“]?$"
)
#: 您提到的甲，我区在丙街道已先行建成.
_OURS_THERE = re.compile("[^。；，]{0,10}，(?:目前)?我[区县市][^，。；]{0,4}在[“]?$")
_IS_DONE = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:已经?|均已|都已|正在|正)(?:率先|先行|全面|首批)*(?:建成|试点|上线|启用|试行|投用|推行|推广|建设|打造)(?=[，。；]|$)"
)
#: 针对您提出的推广甲的建议，我委已协调乙公司在丙园开展测试: what the reply did of what was asked.
_AS_ASKED = re.compile(
    "[^。；，]{0,6}的(?:建议|提案|意见|问题|诉求)，(?:目前|近期)?我?[区县市局委办们][^，。；]{0,6}(?:已|正|先后|目前)(?:经|在)?[^，。；不未]{0,24}?在[“]?$"
)
_IS_TESTED = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:先行|率先|首批)*(?:开展|启动|组织|进行|实施)?了?(?:道路|实地|小规模|场景)?(?:测试|试点|试运行|试行|试用|先行先试)(?:工作)?(?=[，。；]|$)"
)
#: 甲平台由乙院牵头建设，已落地丙园: where what was built stands; where its maker is, is another matter.
_MADE_AND_AT = re.compile(
    f"[”]?{KIND}?由[^，。；]{{2,30}}(?:建设|开发|研发|打造|运营|搭建|投资|承建|共建)(?:的)?，(?:现|目前|并)?(?:已经?|正式|成功)*"
    f"(?:落地|落户|入驻|设在|设于|坐落于|坐落在|位于)(?:于|在)?[^，。；■]{{0,14}}[“]?"
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
            or _is_told_to_have_it(group, gap, after)
            or (_OURS_AT.fullmatch(gap) and _TRIES.match(after))
            or (_OURS_THERE.fullmatch(gap) and _IS_DONE.match(after))
            or (_AS_ASKED.fullmatch(gap) and _IS_TESTED.match(after))
            or (_OURS_PUT.fullmatch(gap) and _PUTS_SO_MANY.match(after))
            or (_FIRST_AT.fullmatch(gap) and _AT_FIRST.match(after))
            or (_PUTS_AT.fullmatch(gap) and _AS_THE_FIRST.match(after))
            or (_COMES_TO.fullmatch(gap) and NO_MORE.match(after) and _is_brought(scene, end))
            or (_THAT_ONE_AT.fullmatch(gap) and _TRIES.match(after) and _is_the_only_one(scene, group))
        )
        places = [p for p in exact_places(group) or counties(group, home) if p[1] is not known]
        return places if places and (took or _TRIED.fullmatch(gap)) else []
    return []


#: The place where something is put first, in a later clause.
_FIRST_PUT = re.compile(f"{_NEXT}，?{PUT_FIRST}[“]?")


def _is_told_to_have_it(group: Group, gap: str, after: str) -> bool:
    """Whether a later clause says of its places that they have it, or that it begins there."""
    towns = all(place.type in ("Subdistrict", "Community") for place in group.places)
    return bool(
        (NO_MORE.match(after) and (_FIRST_PUT.fullmatch(gap) or _AMONG.fullmatch(gap)))
        or (NO_MORE.match(after) and _MADE_AND_AT.fullmatch(gap))
        or (_AT_ONCE.fullmatch(gap) and (_HAS_IT.match(after) or (towns and _IS_USED.match(after))))
        or ((_AT_ONCE.fullmatch(gap) or _AT_NEXT.fullmatch(gap)) and _GOES_WELL.match(after))
        or (_THERE_ARE.fullmatch(gap) and _WHO_USE_IT.match(after))
        or (_BEGINS_FROM.fullmatch(gap) and _BEGUN.match(after))
    )


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
