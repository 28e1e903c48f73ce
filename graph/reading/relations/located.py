"""Where a firm is."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.lexicon import alternation
from graph.reading.relations.here import named_here
from graph.reading.relations.scene import MASK, ROW, Group, Link, Pair, Scene
from graph.reading.relations.sites import site

__all__ = ["located"]

_HOSTS = ("Carrier", "BusinessCircle", "Community", "Road", "Subdistrict", "District")
_ARRIVES = rf"(?:{alternation('cue_verbs', 'arrive')}|搬进|搬入|搬到|搬至|迁到|设于|设到|设在|进入|集聚|聚集|诞生于|成立于|起步于|孵化于|建在|建于)"
#: Behind a firm: X入驻Y, X等企业已先后落户Y, X位于Y.
_ARRIVED = re.compile(
    rf"[^，。；：]{{0,90}}?(?:，(?:现|已|均|目前|先后|也|并|成功|分别|陆续)*)?{_ARRIVES}(?:了|于|在|到|至|进)?[^，。；：{MASK}]{{0,4}}$|[^，。；：]{{0,16}}?(?:，)?(?:总部)?(?:位于|坐落于?|地处|设在|设于)$"
)
#: Behind firms that are spoken of together: 甲、乙获评龙头企业，两家企业都在丙园.
_ALL_IN = re.compile(
    rf"[^。；：]{{0,120}}，(?:[两二三四五六七八九十几\d]{{1,3}}家|上述|以上|这些|它们)(?:龙头|骨干|上市)?(?:企业|公司|单位)?(?:现|目前)?(?:都|均|全部|也)(?:位于|坐落于?|地处|设在|在|{_ARRIVES})(?:了|于|在)?"
)
#: Behind a firm, where a verb of growing or settling stands behind the place: X在Y成长壮大.
_AT = re.compile(r"[^，。；：]{0,60}?(?:，(?:目前|现|如今|已经|已|都|均|现已|陆续)*)?(?:在|于)$")
_SETTLED = re.compile(
    r"(?:等地|一带|内|里|[^，。；：的与和]{1,6}区)?(?:早日|尽快|加快|顺利|先后|陆续|相继|已|均|也|都|还|先期|分别|正式)*(?:成长|发展|设立|落户|落地|落成|入驻|建有|建成|建设|投资|投产|集聚|聚集|注册|设有|扎根|布局|签约|生根|壮大|办公|聚|安家|开业|开工|崛起|成立|实现|起步|拿地|购地|竞得|建厂|设厂|动工|增资|扩产|新建|兴建|开设|开办)"
)
_HOST = re.compile(rf"(?:{alternation('cue_verbs', 'host')}|拥有|包括|形成了?|迎来|落户|入驻|进驻|诞生|走出|孕育|吸引|成长|有)")
_HELPED = re.compile("推动|支持|带动|服务|面向|鼓励|赋能|对接|采购")
#: Behind a list of firms, where the place was said before: 丙园揭牌时，甲、乙等企业签约入园.
_RESTED = re.compile(
    r"^[^，。；：]{0,110}?(?:率先|先后|签约|首批|陆续|已|相继|均|全部|正式|成功|纷纷|同步)*(?:入驻|入园|进驻|落户|落地|集聚|入孵|投产|引进来|引来)(?=[，。；、]|$|投产|运营|发展)"
)
#: What a section headed by a place says of the firms in it.
_TOPIC_HOLDS = re.compile(r"入驻|落户|落地|签约|引进|集聚|聚集|汇聚|吸引|企业|增资|投产|动工|竞得")
#: Behind a firm that only comes for something: 吸引了甲、乙等车企前来测试.
_VISITS = re.compile(r"[^，。；]{0,16}?(?:前来|参展|参会|参加|参与|报名|到访|来访)")
#: Before a place where what the sentence speaks of stands: 2021年揭牌，落子丙.
_ITS_SITE = re.compile(r"(?:^|，)(?:现|已|就)?(?:位于|坐落于?|坐落在|地处|落子|落址|选址(?:于|在)?)$")
#: Behind a list of firms: 等14家在绵企业.
_LOCAL = re.compile(
    r"^[^，。；：]{0,80}?等[^，。；：]{0,6}(?:在[\u4e00-\u9fff]企业|本地企业|本土企业|我[区县市]企业|辖区企业|[区市县]内[\u4e00-\u9fff]{0,6}企业)"
)
#: Behind a firm that is named for what it made, or for what it does somewhere.
_MAKES = re.compile(
    r"(?:投资)?(?:建设|研发|开发|打造|运营|承建|研制|推出|生产)的|在(?:■+|我[区县市省]|本[区县市])(?:开通|开展|投放|提供|测试|试点|运行|推出|上线)"
)
#: Behind a firm that another body's name begins with: 甲丙谷创新中心, 甲研究院.
_NAMESAKE = re.compile(r"[^，。；、：的在与和等（]{0,14}(?:创新中心|研究中心|研究院|实验室|学院|联合体)(?!的)")
_FOUNDED = re.compile(
    r"(?:与[^，。；]{2,12})?(?:联合|合作|共同|参与|牵头)?(?:设立|出资|投资|组建|创办|发起|建设|成立|打造|共建)的"
)
_ELSEWHERE = re.compile(
    r"(?:联合|携手|借助|依托|采用|对标|对接|承接|采购|学习|借鉴|邀请|赴|参观|牵头|组织|委托|由|会同|协同)[^，。；]{0,30}$"
)
_WITH = re.compile(r"(?:与|和|同)[^，。；]{0,40}(?:合作|签约|签订|签署|对接|共建|联合)")
_BROUGHT = re.compile(r"签约|引进|招引|引入|落户|入驻|集聚|聚集|汇聚|涌现|(?:现|已|目前|共)有[^，。；]{0,8}企业")


def located(
    scene: Scene, home: Known | None, here: bool, topic: tuple[Pair, ...] = (), carried: tuple[Pair, ...] = ()
) -> list[Link]:
    """The places that a sentence gives for its firms and carriers.

    Parameters
    ----------
    scene:
        The sentence.
    home:
        The replying district.
    here:
        Whether the words that lead to this sentence (a line ending in a colon) speak of the district.
    topic:
        The places that the heading above names.
    carried:
        The one place that the sentence speaks of which a semicolon joins to this one.
    """
    links: list[Link] = []
    for firm in scene.of("Enterprise"):
        links += _firm(scene, firm, home, here, topic, () if scene.groups else carried)
    for group in scene.groups:
        for place in group.places:
            if place.type == "Carrier":
                links += site(scene, group, place, home, topic)
    return links


def _firm(
    scene: Scene, firm: Pair, home: Known | None, here: bool, topic: tuple[Pair, ...], rests: tuple[Pair, ...]
) -> list[Link]:
    """Where a firm arrived; else what place holds it; else the district that the sentence speaks of."""
    mention = firm[0]
    behind = scene.between(mention.end, scene.end)
    if _FOUNDED.match(behind) or _NAMESAKE.match(behind):
        return []  # 甲集团合作设立的乙中心，现已落户丙园: what came is the centre
    ours = home is not None and bool(named_here(scene, home))  # 我区引进X: the district, whatever was named before
    came = bool(rests) and not ours and (_CAME.match(behind) or _BROUGHT.search(scene.between(scene.start, mention.start)))
    for places, rule, sure in (
        ([*_bracketed(scene, firm), *_settled(scene, firm), *_respectively(scene, firm, _arrived(scene, firm))], "located.arrival", 0.95),
        (_gathered(scene, firm), "located.host", 0.85),
        (_respectively(scene, firm, _held(scene, firm, topic)), "located.host", 0.9),
        (rests if came else (), "located.carried", 0.75),
        (topic if not ours and (_RESTED.search(behind) or _TOPIC_HOLDS.search(scene.said)) else (), "located.topic", 0.8),
    ):
        if places:
            return [scene.link("locatedIn", firm, place, rule, sure) for _, place in places if place is not firm[1]]
    if home is not None and _LOCAL.search(behind):
        return [scene.link("locatedIn", firm, home, "located.local", 0.85)]
    start, end = scene.clause(mention.start)
    before = scene.between(start, mention.start)
    if home is not None and _of_the_district(scene, mention.start, home):
        return [scene.link("locatedIn", firm, home, "located.district", 0.8)]
    if _MAKES.match(behind) or _ELSEWHERE.search(before) or _WITH.search(scene.between(start, end)):
        return []
    return _district(scene, firm, home, here)


#: How far behind a firm, in characters, the place may stand that it arrived at.
_REACH = 200


def _arrived(scene: Scene, firm: Pair) -> list[Pair]:
    """The places behind a firm that a verb of arrival leads to, or that stand between 在 and a verb of settling."""
    end = firm[0].end
    for group in scene.groups:
        if group.start < end:
            continue
        if group.start - end > _REACH:
            break
        places = [p for p in group.of(_HOSTS) if p[1] is not firm[1]]
        if not places or _is_of_the_next(scene, group):
            continue
        gap = scene.between(end, group.start)
        listed = re.sub(rf"^(?:[”“]?(?:、|和|与|及|以及|（[^）]*）)?[“”]?{MASK}+)+", "", gap)
        if _ALL_IN.fullmatch(gap):
            return places
        if _ARRIVED.fullmatch(listed) and not re.search("[。；：]", gap):
            return places
        if _FROM.fullmatch(listed) and _GREW.match(scene.between(group.end, scene.end)):
            return places
        if _AT.fullmatch(listed) and _SETTLED.match(scene.between(group.end, scene.end)):
            return places
    return []


#: 甲公司从丙园走出来.
_FROM = re.compile("[^，。；：]{0,12}?(?:从|自)$")
_GREW = re.compile("[^，。；：]{0,4}?(?:走出|走向|起步|毕业|成长|孵化|出发)")


def _is_of_the_next(scene: Scene, group: Group) -> bool:
    """Whether a place belongs to the firm behind it: 甲公司和落户丙园的乙公司."""
    behind = _SETTLED_ONE.match(scene.between(group.end, scene.end))
    return behind is not None and any(m.start == group.end + behind.end() for m, _ in scene.of("Enterprise"))


#: Between a place and the firm that came there: 在丙园成立的甲公司, 落户丙园的乙公司.
_SETTLED_ONE = re.compile(r"(?:成立|注册|设立|创办|起步|成长|发展|孵化|落户|扎根)?(?:起来)?的[^，。；、■]{0,8}[“]?(?=■)")
#: Before that place.
_SETTLES_AT = re.compile(rf"(?:{_ARRIVES}|在|于)(?:了|于|在|到|至)?$")


def _settled(scene: Scene, firm: Pair) -> list[Pair]:
    """The place that the words right before a firm say it came to: 落户丙园的甲公司."""
    group = next((g for g in reversed(scene.groups) if g.end <= firm[0].start), None)
    if group is None or not _SETTLED_ONE.fullmatch(scene.between(group.end, firm[0].start) + MASK, 0):
        return []
    told = _SETTLES_AT.search(scene.between(scene.start, group.start))
    return [p for p in group.of(_HOSTS) if p[1] is not firm[1]] if told else []


def _opening(scene: Scene, group: Group) -> Group | None:
    """The park that a sentence opens with, where a place behind it is only what it is, borders or builds on."""
    first = scene.groups[0]
    lead = scene.between(scene.start, group.start).rstrip("“")
    # 甲园与丙公司打造的乙谷，集聚…: what is made is what the sentence is about.
    is_object = lead[-1:] not in tuple("，；：、在于") and not re.search("(?:打造|建设|共建|设立|创建|规划|运营)的$", lead)
    opens = first is not group and len(first.places) == 1 and first.places[0].type in ("Carrier", "BusinessCircle")
    return first if is_object and opens and not re.sub(r"[^，]{0,8}，", "", scene.between(scene.start, first.start)) else None


def _stand_at(group: Group, gap: str, behind: str) -> bool:
    """Whether firms stand right at the name of the place that they are in."""
    if group.places[-1].type == "District":
        return False
    adjoins = _ADJOINS.fullmatch(gap) and group.places[-1].type == "Carrier" and _FIRMS.match(behind)
    return bool(adjoins or _ITS_FIRM.fullmatch(gap) or (_LED.fullmatch(gap) and _AS_ITS_HEAD.match(behind)))


#: Between a zone and the firms that stand right behind it: 经开区甲科技、乙电气等企业, 园内甲科技等企业.
_ADJOINS = re.compile(rf"(?:内|里)?[“]?(?:{MASK}[{ROW}]*)?")
_FIRMS = re.compile(rf"[{ROW}]*等?[^，。；：、]{{0,12}}(?:企业|公司|厂家|商家)")
#: 丙园企业甲科技, 丙园（甲科技、乙电气）.
_ITS_FIRM = re.compile(rf"(?:的)?(?:龙头|骨干|重点|入驻|入园|园内|辖内)?企业[“]?(?:{MASK}[{ROW}]*)?|（[{ROW}]*")
#: 丙园以甲科技为龙头.
_LED = re.compile(rf"以[“]?(?:{MASK}[{ROW}]*)?")
_AS_ITS_HEAD = re.compile(rf"[{ROW}]*(?:等[^，。；：]{{0,10}}|企业|公司|集团)?为(?:龙头|核心|引领|代表|骨干|主体|链主|主力)")


def _bracketed(scene: Scene, firm: Pair) -> list[Pair]:
    """The place that stands alone in brackets behind a firm: 甲科技（丙园）."""
    end = firm[0].end
    places = [p for p in scene.of(*_HOSTS) if p[0].start == end + 1 and scene.text[end] == "（"]
    return [p for p in places if scene.text[p[0].end : p[0].end + 1] == "）" and p[1].type != "District"]


def _gathered(scene: Scene, firm: Pair) -> list[Pair]:
    """The place behind firms that a relative clause says it gathers or is led by: 集聚甲、乙等20家企业的丙园."""
    begin, end = firm[0].start, firm[0].end
    group = next((g for g in scene.groups if g.start >= end), None)
    if group is None:
        return []
    start, _ = scene.clause(begin)
    lead, gap = scene.between(start, begin), scene.between(end, group.start)
    told = (_GATHERS.search(lead) and _GATHERING.fullmatch(gap)) or (_LED_BY.search(lead) and _HEADED.fullmatch(gap))
    return [p for p in group.of(("Carrier", "BusinessCircle")) if p[1] is not firm[1]][:1] if told else []


_GATHERS = re.compile(rf"(?:{alternation('cue_verbs', 'host')}|拥有|诞生|孕育|走出|有)(?:了|过)?[^，。；：■]{{0,6}}[“]?(?:{MASK}[{ROW}]*)?$")
_GATHERING = re.compile(rf"[{ROW}]*(?:等[^，。；：■]{{0,20}})?的[“]?")
_LED_BY = re.compile(rf"以[“]?(?:{MASK}[{ROW}]*)?$")
_HEADED = re.compile(rf"[{ROW}]*(?:等[^，。；：■]{{0,10}}|企业|公司|集团)?为(?:龙头|核心|引领|代表|骨干|主体|链主|主力)[^，。；：■]{{0,4}}的[“]?")


def _respectively(scene: Scene, firm: Pair, places: list[Pair]) -> list[Pair]:
    """Of as many places as there are firms the one that stands in the same row: 甲、乙分别落户丙园和丁园."""
    if len(places) < 2:
        return places
    first, last = min(p[0].start for p in places), max(p[0].end for p in places)
    between = (firm[0].end, first) if firm[0].end <= first else (last, firm[0].start)
    if "分别" not in scene.between(*between):
        return places
    firms = [p for p in scene.of("Enterprise") if (p[0].end <= first) == (firm[0].end <= first)]
    at = next((i for i, p in enumerate(firms) if p is firm), len(places))
    return [places[at]] if len(firms) == len(places) else places


#: The items of the list before a firm: they say nothing of where it is.
_LIST_BEFORE = re.compile(r"(?:[^，。；：、]{1,16}、)+$")


def _held(scene: Scene, firm: Pair, topic: tuple[Pair, ...]) -> list[Pair]:
    """The places nearest before a firm, where a verb of hosting stands between: Y集聚了X, Y引进X."""
    begin, behind = firm[0].start, scene.between(firm[0].end, scene.end)
    before = (g for g in reversed(scene.groups) if g.end <= begin and any(p[1] is not firm[1] for p in g.of(_HOSTS)))
    group = next(before, None)
    if group is None:
        return []
    gap = scene.between(group.end, begin)
    if "，" in gap and (subject := scene.subject_of(group)):
        group = subject
    elif "，" in gap and (opening := _opening(scene, group)) is not None:
        group = opening
    elif "，" in gap and _ITS_SITE.search(scene.between(scene.start, group.start)):
        return list(topic)  # of what stands there: the heading says what it is
    if _stand_at(group, gap, behind):
        return group.of(_HOSTS)[-1:]
    if _VISITS.match(behind) or len(_LIST_BEFORE.sub("", gap)) >= 70:
        return []
    last = gap.rsplit("，", maxsplit=1)[-1]
    if (
        _HELPED.search(last)
        or ("，" in gap and re.match("(?:并|还|也)?(?:与|同|联合|携手|会同)", last))
        or re.search(r"(?:联合|携手|会同|牵头|与|由)[^，]{0,6}$", gap)
    ):
        return []
    inside = re.fullmatch(rf"(?:内|里)，[{MASK}“”、和与及]*", gap) or re.match(
        r"(?:内|里|上)?的(?![^，]{0,12}(?:、|和)?■{2,}的)", gap
    )
    rested = "。" not in gap and _RESTED.search(behind) and group.places[-1].type != "District"
    if (
        not _HOST.search(gap)
        and not rested
        and not (inside and ("，" not in gap or gap[1:2] == "，") and group.places[-1].type != "District")
    ):
        return []
    places = [place for place in group.of(_HOSTS) if place[1] is not firm[1]]
    # 主要分布在甲镇、乙镇、丙园，代表性企业有X; 甲镇和乙园的X: which of them holds X is not said.
    return places if len(places) == 1 or not ("，" in gap or inside) else []


#: Between the district and a firm that it is said to have: 我区集聚了X, 我市现有2家，即X, 丙区的X.
_HAS = re.compile(
    rf"{alternation('cue_verbs', 'host')}|签约|招引|落户|企业|公司|有|的|即|形成|所在地|[个家]|^[“]?$|^(?:龙头|骨干|民企|国企)|^[内里]$"
)
#: Between a firm and the district that it is in: X也在丙区, X等我市企业, X成为我区…的力量.
_IS_IN = re.compile(
    r"(?:(?:在|于|落户|入驻|进驻|扎根|来到|成为|是|作为|同为|属于|等|等等|投资|所在的?)(?:了|到)?|总部[^，。；]{0,4}|所在地，)$"
)
#: Behind the district, where a firm only does something there.
_DOES_THERE = re.compile(
    r"(?:率先|先后|也|已|同步|多次)*(?:开通|开展|投放|提供|测试|试点|运行|推出|上线|开放|举办|举行|参与|参加|试运行|组织|承办|考察|调研|洽谈|发起)"
)


def _district(scene: Scene, firm: Pair, home: Known | None, here: bool) -> list[Link]:
    """The replying district where the sentence says that the firm is there; another county where it is said to be that one's."""
    before = scene.text[scene.start : firm[0].start]
    if home is not None and (here or _is_here(scene, firm, home) or _brought(scene, firm)):
        return [scene.link("locatedIn", firm, home, "located.district", 0.75)]
    others = [p for p in scene.of("District") if p[1] is not home and p[0].end <= firm[0].start and _is_county(p[1])]
    gap = scene.text[others[-1][0].end : firm[0].start] if others else ""
    if before and re.search("的|在", gap[:3]) and "，" not in gap:
        return [scene.link("locatedIn", firm, others[-1][1], "located.district", 0.6)]
    return []


def _brought(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence that names no place says that firms were brought in: 引进了甲、乙等企业."""
    before = scene.between(scene.start, firm[0].start)
    near = before.rstrip(ROW).rsplit("，", maxsplit=1)[-1]
    told = _BROUGHT.search(near) or _CAME.match(scene.between(firm[0].end, scene.end))
    return bool(told) and not _OF_A_SITE.search(before) and not scene.of("Carrier", "Subdistrict", "District", "BusinessCircle")


#: Behind a list of firms that came here: 甲、乙等企业先后落户, 丙等90家企业新近引进.
_CAME = re.compile(
    r"[^，。；：]{0,80}?(?:率先|先后|签约|首批|陆续|已|相继|均|全部|正式|成功|纷纷|同步|新近|近期|近年|也|被)+(?:入驻|进驻|入园|落户|落地|集聚|引进来?|引入|招引|吸引)(?=[，。；、]|$)"
)
#: A place of its own, though none that is known: 测试区引进了…
_OF_A_SITE = re.compile(
    r"(?:测试区|示范区|试验区|集聚区|小镇|大厦|楼宇|街道|镇|基地|商圈|孵化器|中心)(?:已|先后|累计|现已?|目前|陆续|则|内|里|共)*(?:有|签约|引进|招引|引入|集聚|聚集|汇聚)"
)


def _of_the_district(scene: Scene, start: int, home: Known) -> bool:
    """Whether a firm is called the district's own: 丙企业甲科技, 我区企业甲科技."""
    gaps = [scene.between(end, start) for _, end in named_here(scene, home) if end <= start]
    return bool(gaps and _OWN_FIRM.fullmatch(gaps[-1]))


_OWN_FIRM = re.compile(r"(?:本土|本地|民营|重点|骨干|龙头)*(?:企业|民企|国企)")


def _is_here(scene: Scene, firm: Pair, home: Known) -> bool:
    """Whether the sentence names the district as the place of a firm."""
    for start, end in reversed(named_here(scene, home)):
        if end <= firm[0].start:
            between = [p for p in scene.of("Carrier", "Subdistrict") if end <= p[0].start and p[0].end <= firm[0].start]
            gap = scene.between(end, firm[0].start).rstrip(ROW)
            return not between and (not gap or bool(_HAS.search(gap)))
        if start >= firm[0].end and _IS_IN.search(scene.between(firm[0].end, start)):
            return not _DOES_THERE.match(scene.between(end, scene.end))
    return False


def _is_county(known: Known) -> bool:
    return bool(known.code) and not str(known.code).endswith("0000")
