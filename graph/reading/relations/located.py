"""Where a firm is, and where a carrier stands."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.lexicon import alternation
from graph.reading.relations.scene import MASK, Group, Link, Pair, Scene
from graph.records import Mention

__all__ = ["located", "speaks_of_here"]

_HOSTS = ("Carrier", "BusinessCircle", "Community", "Road", "Subdistrict", "District")
_SITES = ("Subdistrict", "BusinessCircle", "Road", "Community", "Carrier", "District")
_ARRIVES = rf"(?:{alternation('cue_verbs', 'arrive')}|搬进|搬入|设于|设到|设在|进入|集聚|聚集)"
#: Behind a firm: X入驻Y, X等企业已先后落户Y, X位于Y.
_ARRIVED = re.compile(
    rf"[^，。；：]{{0,90}}?(?:，(?:现|已|均|目前|先后|也|并|成功|分别|陆续)*)?{_ARRIVES}(?:了|于|在|到|至|进)?[^，。；：{MASK}]{{0,4}}$|[^，。；：]{{0,16}}?(?:，)?(?:总部)?(?:位于|坐落于?|地处|设在|设于)$"
)
#: Behind a firm, where a verb of growing or settling stands behind the place: X在Y成长壮大.
_AT = re.compile(r"[^，。；：]{0,60}?(?:，(?:目前|现|如今|已经|已|都|均|现已|陆续)*)?(?:在|于)$")
_SETTLED = re.compile(
    r"(?:等地|一带|内|里)?(?:早日|尽快|加快|顺利|先后|陆续|相继|已|均|也|都|还|先期|分别|正式)*(?:成长|发展|设立|落户|落地|落成|入驻|建有|建成|建设|投资|投产|集聚|聚集|注册|设有|扎根|布局|签约|生根|壮大|办公|聚|安家|开业|开工|崛起|成立)"
)
_HOST = re.compile(rf"(?:{alternation('cue_verbs', 'host')}|拥有|包括|形成了?|迎来|落户|入驻|进驻|诞生|走出|孕育|吸引|成长|有)")
_HELPED = re.compile("推动|支持|带动|服务|面向|鼓励|赋能|对接|采购")
_HERE = re.compile(
    r"我[区县市省]|本[区县市](?!人)|(?<![园校社地])[区县市]内|辖区|在[\u4e00-\u9fff]企业|本地|本土|全[区市县](?:已|共|现|累计|目前)?(?:有|拥有|集聚|汇聚|引进|培育|从事)"
)
#: Behind a list of firms, where the place was said before: 丙园揭牌时，甲、乙等企业签约入园.
_RESTED = re.compile(
    r"^[^，。；：]{0,110}?(?:率先|先后|签约|首批|陆续|已|相继|均|全部|正式|成功|纷纷|同步)*(?:入驻|入园|进驻|落户|落地|集聚|入孵|投产|引进来|引来)(?=[，。；、]|$|投产|运营|发展)"
)
#: What a section headed by a place says of the firms in it.
_TOPIC_HOLDS = re.compile(r"入驻|落户|落地|签约|引进|集聚|聚集|汇聚|吸引|企业")
#: Behind a list of firms: 等14家在绵企业.
_LOCAL = re.compile(
    r"^[^，。；：]{0,80}?等[^，。；：]{0,6}(?:在[\u4e00-\u9fff]企业|本地企业|本土企业|我[区县市]企业|辖区企业|[区市县]内[\u4e00-\u9fff]{0,6}企业)"
)
#: Behind a firm that is named for what it made, or for what it does somewhere.
_MAKES = re.compile(
    r"(?:投资)?(?:建设|研发|开发|打造|运营|承建|研制|推出|生产)的|在(?:■+|我[区县市省]|本[区县市])(?:开通|开展|投放|提供|测试|试点|运行|推出|上线)"
)
_FOUNDED = re.compile(
    r"(?:与[^，。；]{2,12})?(?:联合|合作|共同|参与|牵头)?(?:设立|出资|投资|组建|创办|发起|建设|成立|打造|共建)的"
)
_ELSEWHERE = re.compile(
    r"(?:联合|携手|借助|依托|采用|对标|对接|承接|采购|学习|借鉴|邀请|赴|参观|牵头|组织|委托|由|会同|协同)[^，。；]{0,30}$"
)
_WITH = re.compile(r"(?:与|和|同)[^，。；]{0,40}(?:合作|签约|签订|签署|对接|共建|联合)")
_BROUGHT = re.compile(r"签约|引进|招引|引入|落户|集聚|聚集|汇聚|涌现")
#: Before a carrier: 在丙街道建设X, 丁镇规划打造X.
_BUILT = re.compile(
    r"(?:在)?[^。；：]{0,30}?(?:建设|共建|打造|建成|规划|布局|建有|设有|设立|引入|引进|依托|拥有|包括|加快|推进|支持|盘活|改造|落成|形成|有|以|的|内|中|上)[^，。；：]{0,12}$"
)
_STANDS = re.compile(
    r"[^，。；：■]{0,8}(?:，(?=位于|坐落|地处))?(?:也|均|则|都|同样|就|已|正|将|拟)?(?:位于|坐落于?|坐落在|地处|选址(?:于|在)?|落户(?:于|在)?|落在|落地(?:于|在)?|落成于|设在|设于|布局(?:于|在)?|在|建在|建于)$"
)


def located(scene: Scene, home: Known | None, here: bool, topic: tuple[Pair, ...] = (), *, around: bool = False) -> list[Link]:
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
    around:
        Whether the sentences before it in its paragraph speak of what the district has.
    """
    links: list[Link] = []
    for firm in scene.of("Enterprise"):
        links += _firm(scene, firm, home, here, topic) or _around(scene, firm, home, around=around)
    for group in scene.groups:
        for place in group.places:
            if place.type == "Carrier":
                links += _site(scene, group, place.pair, place.larger, home)
    return links


def _firm(scene: Scene, firm: Pair, home: Known | None, here: bool, topic: tuple[Pair, ...]) -> list[Link]:
    """Where a firm arrived; else what place holds it; else the district that the sentence speaks of."""
    mention = firm[0]
    behind = scene.between(mention.end, scene.end)
    if _FOUNDED.match(behind):
        return []  # 甲集团合作设立的乙中心，现已落户丙园: what came is the centre
    for places, rule, sure in (
        (_arrived(scene, firm), "located.arrival", 0.95),
        (_held(scene, firm), "located.host", 0.9),
        (topic if _RESTED.search(behind) or _TOPIC_HOLDS.search(scene.said) else (), "located.topic", 0.8),
    ):
        if places:
            return [scene.link("locatedIn", firm, place, rule, sure) for _, place in places if place is not firm[1]]
    if home is not None and _LOCAL.search(behind):
        return [scene.link("locatedIn", firm, home, "located.local", 0.85)]
    start, end = scene.clause(mention.start)
    before = scene.between(start, mention.start)
    if _MAKES.match(behind) or _ELSEWHERE.search(before) or _WITH.search(scene.between(start, end)):
        return []
    return _district(scene, firm, home, here)


#: What is said of the firms that a place has.
_CLUSTER = re.compile(
    r"为代表|龙头|链主|骨干|集群|产业链|重点企业|企业[^，。；]{0,4}(?:规模|产值|\d+家)|形成|涌现|培育|代表性企业|领军"
)


def _around(scene: Scene, firm: Pair, home: Known | None, *, around: bool) -> list[Link]:
    """The district that the sentences before speak of, where this one tells what it has and names no other place."""
    elsewhere = [p for p in scene.of("District", "Carrier", "Subdistrict") if p[1] is not home]
    start, end = scene.clause(firm[0].start)
    told = _CLUSTER.search(scene.between(start, scene.end))
    if home is None or not around or elsewhere or not told or _ELSEWHERE.search(scene.between(start, firm[0].start)):
        return []
    return [] if _WITH.search(scene.between(start, end)) else [scene.link("locatedIn", firm, home, "located.around", 0.7)]


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
        if not places:
            continue
        gap = scene.between(end, group.start)
        listed = re.sub(rf"^(?:[”“]?(?:、|和|与|及|以及|（[^）]*）)?[“”]?{MASK}+)+", "", gap)
        if _ARRIVED.fullmatch(listed) and not re.search("[。；：]", gap):
            return places
        if _AT.fullmatch(listed) and _SETTLED.match(scene.between(group.end, scene.end)):
            return places
    return []


#: The items of the list before a firm: they say nothing of where it is.
_LIST_BEFORE = re.compile(r"(?:[^，。；：、]{1,16}、)+$")


def _held(scene: Scene, firm: Pair) -> list[Pair]:
    """The places nearest before a firm, where a verb of hosting stands between: Y集聚了X, Y引进X."""
    begin = firm[0].start
    before = (g for g in reversed(scene.groups) if g.end <= begin and any(p[1] is not firm[1] for p in g.of(_HOSTS)))
    group = next(before, None)
    if group is None:
        return []
    gap = scene.between(group.end, begin)
    if "，" in gap and (subject := scene.subject_of(group)):
        group = subject
    if len(_LIST_BEFORE.sub("", gap)) >= 70 or _HELPED.search(gap) or re.search(r"(?:联合|携手|会同|牵头|与|由)[^，]{0,6}$", gap):
        return []
    inside = re.match(r"(?:内|里|上)?的(?![^，]{0,12}(?:、|和)?■{2,}的)", gap)
    rested = "。" not in gap and _RESTED.search(scene.between(firm[0].end, scene.end)) and group.places[-1].type != "District"
    if not _HOST.search(gap) and not rested and not (inside and "，" not in gap and group.places[-1].type != "District"):
        return []
    places = [place for place in group.of(_HOSTS) if place[1] is not firm[1]]
    # 主要分布在甲镇、乙镇、丙园，代表性企业有X: which of them holds X is not said.
    return places if len(places) == 1 or "，" not in gap else []


def _district(scene: Scene, firm: Pair, home: Known | None, here: bool) -> list[Link]:
    """The replying district where the sentence says that it speaks of it; another county where the firm is said to be its own."""
    before = scene.text[scene.start : firm[0].start]
    places = scene.of("District")
    others = [p for p in places if p[1] is not home and p[0].end <= firm[0].start and _is_county(p[1])]
    named = any(k is home and not _in_brackets(scene, m) and _stands_alone(scene, m) for m, k in places)
    if home is not None and (here or named or _HERE.search(scene.said) or _BROUGHT.search(before)):
        return [scene.link("locatedIn", firm, home, "located.district", 0.75)]
    if others and before and re.search("的|在", scene.text[others[-1][0].end : firm[0].start][:3]):
        return [scene.link("locatedIn", firm, others[-1][1], "located.district", 0.6)]
    return []


def _in_brackets(scene: Scene, mention: Mention) -> bool:
    return scene.text[mention.start - 1 : mention.start] == "（" and scene.text[mention.end : mention.end + 1] == "）"


def _stands_alone(scene: Scene, mention: Mention) -> bool:
    """Whether a district's name speaks of the district, and is no part of another name (甲市分中心)."""
    before, after = scene.text[mention.start - 1 : mention.start], scene.text[mention.end : mention.end + 2]
    follows = bool(
        re.match(
            rf"[，。；、：的内在已将共现]|{alternation('cue_verbs', 'host')}|{alternation('cue_verbs', 'launch')}|产业|全",
            after + scene.text[mention.end + 2 : mention.end + 4],
        )
    )
    return mention.start == scene.start or before in "，。；：在于" or follows


def speaks_of_here(said: str, *, home: bool) -> bool:
    """Whether words are about what the replying district has; ``home`` tells that they name it."""
    return home or bool(_HERE.search(said))


def _is_county(known: Known) -> bool:
    return bool(known.code) and not str(known.code).endswith("0000")


def _site(scene: Scene, group: Group, site: Pair, larger: Pair | None, home: Known | None) -> list[Link]:
    """The place that a carrier's name stands in; else the one that the sentence puts it in; else the district."""
    mention = site[0]
    if larger is not None and larger[1] is not site[1]:
        return [scene.link("locatedIn", site, larger[1], "located.prefix", 0.9)]
    for after in scene.groups:
        places = [p for p in after.of(_SITES) if p[1] is not site[1] and not _holds(p[1], home)]
        if after.start < mention.end or not places:
            continue
        gap = re.sub(rf"^(?:[”“]?(?:、|和|与|及|以及)?[“”]?{MASK}+)+", "", scene.between(mention.end, after.start))
        if _STANDS.fullmatch(gap.removeprefix("”")):
            return [scene.link("locatedIn", site, places[0][1], "located.site", 0.9)]
        break
    before = [g for g in scene.groups if g.end <= group.start and g is not group]
    if before:
        nearest = before[-1]
        kinds = ("Subdistrict", "BusinessCircle", "Road", "Community", "District")
        places = [p for p in nearest.of(kinds) if p[1] is not home and not _holds(p[1], home)]
        gap = scene.between(nearest.end, group.start)
        near = len(gap) <= 40 and _BUILT.fullmatch(gap) and not re.search(rf"{MASK}{{2,}}.*{MASK}{{2,}}", gap)
        if places and near and _is_subject(scene, nearest):
            return [scene.link("locatedIn", site, place, "located.site", 0.8) for _, place in places]
        parks = nearest.of(("Carrier",))
        whole = len(parks) == 1 and re.search(rf"由[^，。；：]{{0,4}}(?:{MASK}+[、和与及]?)*$", gap)
        if whole and re.search("组成|构成", scene.between(mention.end, scene.end)):
            return [scene.link("locatedIn", site, parks[0][1], "located.part", 0.8)]
        if len(parks) == 1 and len(gap) <= 30 and re.search(r"(?:包括|涵盖|下设|内设|设有|包含|下辖)[^，。；：]{0,6}$", gap):
            return [scene.link("locatedIn", site, parks[0][1], "located.part", 0.75)]
    before_it = scene.between(scene.start, mention.start)
    named = [m for m, k in scene.of("District") if k is home and m.end <= mention.start and _stands_alone(scene, m)]
    if home is not None and (
        named or re.search(r"我[区县市]|本[区县]|全[区县市](?:有|已|规划|建|共|现)|(?<![园校社地])[区县市]内", before_it)
    ):
        return [scene.link("locatedIn", site, home, "located.site-district", 0.7)]
    return []


def _holds(larger: Known, smaller: Known | None) -> bool:
    """Whether a province or a city holds a district, by their official codes."""
    if smaller is None or larger.type != "District" or not larger.code or not smaller.code or larger is smaller:
        return False
    code = str(larger.code)
    return code.endswith("00") and str(smaller.code).startswith(code[:2] if code.endswith("0000") else code[:4])


def _is_subject(scene: Scene, group: Group) -> bool:
    """Whether the sentence speaks of what is at a group's places: 在甲镇建设…, 甲镇引入…."""
    before = scene.between(scene.start, group.start)
    return bool(re.search(r"(?:^|[，：、；]|在|于|位于|是|由|推动|支持|指导)(?:[一二三四五]是)?$", before))
