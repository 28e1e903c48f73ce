"""Places before a scenario at which it is not: they are only looked at, help, or tell where a firm is."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.scene import MASK, ROW, Group, Pair, Scene
from graph.reading.relations.venues import OPPOSITE, exact_places

__all__ = ["ITS_OWN", "is_another_places", "is_passed_by"]

_ELSEWHERE = re.compile(r"(?:借鉴|学习|参照|对标|参考|赴|考察|如同|比如外地)[^，。；]{0,12}$")
_COMPANY = re.compile(r"(?:联合|会同|与|和|同|携手)$")
_LEARNED = re.compile("(?:大学|学院|研究院|研究所)$")
_BY_MEANS_OF = re.compile("(?:依托|借助|依靠|委托)[“]?$")
_ITS_MEANS = re.compile("[”]?的?(?:算力|资源|数据|技术|网络)")
#: 甲服务中心研发的乙: between a body and what it made, wherever that runs.
_MADE_BY = re.compile("(?:自主|联合)?(?:研发|研制|开发|主导|牵头(?:建设|开发)?)的[“]?")
#: Between a place and its own scenario: 甲街道的“乙”和丙街道的“丁”, 甲街道（乙）和丙街道（丁）.
ITS_OWN = re.compile(f"的[{ROW}]*|[“（][{ROW}]*")
#: Between a place and a scenario that is not there: 甲镇成长起来的乙公司…推出X.
_OF_A_FIRM = re.compile(
    r"(?:成长|起步|落户|注册|设立|培育)[^，。；]{0,6}的|的?企业[^，。；]{0,4}(?:使用|研发的|开发的|研制的|反映)|[^，。；]{0,14}可?上传(?:至|到)?[“]?$|的[^，。；]{0,14}(?:体验中心|福利院|敬老院)"
)


def is_passed_by(scene: Scene, group: Group, places: list[Pair], start: int) -> bool:
    """Whether a group of places before a position is none where the scenario there is tried.

    Parameters
    ----------
    scene:
        The sentence.
    group:
        Places named before.
    places:
        The most exact ones of them.
    start:
        Where the scenario is named.
    """
    lead, gap = scene.between(scene.start, group.start), scene.between(group.end, start)
    if _has_a_firm(scene, group, start) or _is_beside(scene, group, gap):
        return True  # 甲园内的乙公司承担丙的开发; 甲街道在乙园周边试点丙: the town that does it
    if _FELLOWS.fullmatch(gap) or OPPOSITE.match(gap) or _is_told_by(scene, gap, start):
        return True  # 在甲园、乙平台等方面: the two are of one list; 甲园对面的老街试点丙; 甲街道居民反映，“乙”定位不准
    if _MADE_BY.fullmatch(gap) and all(p[1].type == "Organisation" for p in places):
        return True
    if _ELSEWHERE.search(lead) or (_COMPANY.search(lead) and not ITS_OWN.fullmatch(gap)) or _OF_A_FIRM.match(gap):
        return True
    if _BY_MEANS_OF.search(lead) and _ITS_MEANS.match(gap):
        return True  # 依托甲园的算力建设乙
    # 依托甲大学建成乙: who helped is not where it is; 依托甲医院建成乙 is
    return bool(_BY_MEANS_OF.search(lead)) and all(_LEARNED.search(p[1].name) for p in places)


#: 甲街道居民反映，“乙”定位不准; 在甲街道举办的展会上，“乙”亮相: between a place and what somebody there only speaks of, or sees.
_SAY_OF_IT = re.compile(
    f"的?[^，。；：■针在对的]{{0,4}}?(?:居民|群众|商户|市民|业主|家长|村民|司机|乘客|企业)[^，。；：■针在对的]{{0,6}}?(?:{alternation('times', 'spoken')})[，：]?[“]?"
)
_AT_A_SHOW = re.compile(
    "[^，。；：■]{0,6}?(?:举办|举行|召开|承办)的?[^，。；：■]{0,16}?(?:展|展会|博览会|大会|交易会|论坛|峰会|推介会|年会)(?:上|期间|中|现场)，[“]?"
)
_SHOWN = re.compile("[^，。；]{0,12}?(?:亮相|展示|展出|演示|推介)")
#: 甲街道已退出“乙”试点.
_LEFT_IT = re.compile("(?:[^，。；：]{0,6}，)?(?:已|均|都|主动|申请)*+(?:于[^，。；]{2,8}?|[去今前]年)?已?(?:退出|撤出)了?[“]?")
#: 甲街道的资料可在“乙”平台查询: where what is of a place is looked up.
_LOOKED_UP = re.compile("的[^，。；：■]{0,12}?(?:资料|信息|数据|名单|材料|公告|文件)[^，。；：■]{0,6}?(?:在|通过|登录|到)[“]?")
_LOOK_UP = re.compile("[^，。；]{0,8}?(?:查询|查看|下载|公示|查阅)")
#: 甲街道医务人员参加“乙”平台培训: around what they are only taught.
_ARE_TAUGHT = re.compile(
    "的?[^，。；：■]{0,8}?(?:人员|干部|职工|[网楼]格员|志愿者|社工|教师|医生|负责人|代表)(?:积极|统一|集中|分批|现场)*(?:参加|学习|接受)了?[“]?"
)
_TEACHING = re.compile(f"[”]?[^，。；：]{{0,10}}?(?:{alternation('times', 'taught')})")


def _is_told_by(scene: Scene, gap: str, start: int) -> bool:
    """Whether people of the places before a scenario only speak of it, see it shown, look it up or are taught it, or have left it."""
    if _SAY_OF_IT.fullmatch(gap) or _LEFT_IT.fullmatch(gap):
        return True
    named = next((m for m, _ in scene.of("Scenario") if m.start == start), None)
    behind = scene.between(named.end, scene.end) if named is not None else ""
    return bool(
        (_AT_A_SHOW.fullmatch(gap) and _SHOWN.match(behind))
        or (_LOOKED_UP.fullmatch(gap) and _LOOK_UP.match(behind))
        or (_ARE_TAUGHT.fullmatch(gap) and _TEACHING.match(behind))
    )


def _has_a_firm(scene: Scene, group: Group, start: int) -> bool:
    """Whether a group of places only tells where a firm is, which then does something wherever: 甲园内的乙公司, 位于甲园的乙公司."""
    firms = [m for m, _ in scene.of("Enterprise") if group.end <= m.start and m.end <= start]
    seated = _SEATED_AT.search(scene.between(scene.start, group.start))
    said = re.compile("(?:内|里|中)?的[“]?" if seated else "(?:内|里|中)的[“]?")
    return any(said.fullmatch(scene.between(group.end, m.start)) for m in firms)


#: Before the place of a firm that is named behind it.
_SEATED_AT = re.compile("(?:位于|坐落于?|地处|落户(?:于|在|到)?|入驻|进驻|来自|总部(?:设)?在|注册在|扎根|设在)[“]?$")


_BESIDE = re.compile("[”]?(?:等[^，。；]{0,4})?(?:周边|附近|沿线|门口)")
_TRIES_AT = re.compile("(?:将|拟|已|率先|先|计划|还|正)*(?:在|以|围绕)[“]?")


def _is_beside(scene: Scene, group: Group, gap: str) -> bool:
    """Whether places only tell around what a smaller place's own trial is, which is named right before them."""
    at = scene.groups.index(group)
    before = scene.groups[at - 1] if at and _BESIDE.match(gap) else None
    return before is not None and bool(exact_places(before)) and bool(_TRIES_AT.fullmatch(scene.between(before.end, group.start)))


_FELLOWS = re.compile(f"[{ROW}]*[、和与及][{ROW}]*")


#: The same of a larger place, at the head of a later clause: 高淳老街上线甲.
_OF_ANOTHER = re.compile(
    rf"(?:其中|目前|近期|去年|今年)?(?![该此本我全各])[^，。；：的在对向\d{MASK}]{{2,8}}"
    r"(?:老街|古街|街区|镇|乡|村|社区|小区|园区|产业园|科技园|[^，。；]{2}园|大厦|广场|港|智谷|古城|新城|坊|街道)"
    r"(?:已|也|则|还|正|均|率先|先后|将|今年|去年|目前|现已)*(?:上线|推出|试点|开通|建成|打造|建设|启用|运行|引进|开展|开放|投用|试用|应用|引入|设立)"
)

_DOES = "(?:已|也|则|还|正|均|率先|先后|将|今年|去年|目前|现已|同步|统一|积极)*(?:上线|推出|试点|开通|建成|打造|建设|搭建|启用|运行|开展|开放|开发|投用|试用|应用|引入|设立|开设|推广|推行)"
#: An office or a house of the whole district, and the district itself: 区民政局推出甲, 区级层面搭建乙, 丙中学建成丁.
_OF_A_HOUSE = re.compile(
    rf"(?:同时|此外|另外)?(?:(?:[区市县省]|全[区市县省])[^，。；：“”的在对向由把]{{0,8}}?(?:局|委|办|层面|馆|院|宫|中心|学|校)"
    rf"|(?![该此本我全各其辖有多部社居所街镇村])[^，。；：“”的在对向由把\d]{{2,8}}?(?:中学|小学|学校|医院|少年宫|文化馆|图书馆|体育馆|博物馆|活动中心)){_DOES}"
)


def is_another_places(scene: Scene, index: int) -> bool:
    """Whether the clause at a position begins with a place, an office or a house of its own that is no known entity."""
    start, _ = scene.clause(index)
    if start <= scene.start:
        return False
    return bool(_OF_ANOTHER.match(scene.between(start, index)) or _OF_A_HOUSE.match(scene.reply.flow.text, start, index))
