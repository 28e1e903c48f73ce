"""Where a scenario is piloted."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.districts import district, inside
from graph.reading.relations.scene import MASK, Group, Link, Pair, Place, Scene, is_venue

__all__ = ["piloted"]

_EXACT = ("Community", "Organisation", "Carrier", "BusinessCircle", "Subdistrict")
_ADVERB = r"(?:先|率先|首先|先行|首批|现已|已|也|并|后|再|正|将|拟|均|分别|陆续|逐步|目前|随后|之后|同步|进一步|全面|经验|成果|做法|服务)*"
#: Behind a scenario: X在Y试点, X覆盖Y, X落户Y.
_AFTER = re.compile(
    r"[^。；：]{0,20}?(?:在|于|到|至|覆盖了?|落户了?|落地|接入了?|进驻|走进|入驻|延伸至|服务于?|进入)[^，。；：■]{0,4}$"
)
_SPREAD = re.compile(
    rf"(?:^|[，；]){_ADVERB}(?:[该此这][\u4e00-\u9fff]{{1,6}}|■+)?{_ADVERB}(?:将[^，]{{0,8}})?(?:在|接入|(?:推广|延伸|扩展|扩大|复制|拓展|覆盖|辐射|铺开)(?:推广|应用|运用|复制)?(?:到|至|了|于)?)(?:了)?$"
)
_ELSEWHERE = re.compile(r"(?:借鉴|学习|参照|对标|参考|赴|考察|如同|比如外地)[^，。；]{0,12}$")
_COMPANY = re.compile(r"(?:联合|会同|与|和|同|携手)$")


#: Between a place and a scenario that is not there: 甲镇成长起来的乙公司…推出X.
_OF_A_FIRM = re.compile(r"(?:成长|起步|落户|注册|设立|培育)[^，。；]{0,6}的|的[^，。；]{0,14}(?:体验中心|福利院|敬老院)")
#: Before a place that is only made, or only means to an end.
_AN_OBJECT = re.compile(r"(?:建设|打造|谋划|规划|创建|建|以|借|与|制作完成|分布在)[^，。；、]{0,14}[“]?$")
#: A clause that gives a place of its own, though none that is known.
_OTHER_PLACE = re.compile(r"(?:并|还|也|同时|正|拟|将|则)?在[^，■]{2,}")


#: Before a place that a sentence begins with: 去年5月，我局、甲街道联合…
_FIRST = re.compile(r"(?:[^，。；：]{0,10}[年月日来]，)?(?:我[局委办]、)?")


def piloted(
    scene: Scene,
    home: Known | None,
    districts: dict[str, Known],
    recent: Pair | None,
    topic: tuple[Pair, ...] = (),
    carried: tuple[Known, ...] = (),
) -> list[Link]:
    """The most exact places that the sentence gives for its scenarios; else the district.

    Parameters
    ----------
    scene:
        The sentence.
    home:
        The replying district.
    districts:
        The reply's districts by their codes.
    recent:
        The last scenario of the sentences before, which 该服务 may mean.
    topic:
        The places that the heading above names.
    carried:
        The exact places of the sentence that a semicolon joins to this one.
    """
    scenarios = scene.of("Scenario")
    links = [
        link
        for scenario in scenarios
        for link in _places(scene, scenario, home, topic) or _general(scene, scenario, home, districts, carried)
    ]
    spread = [link for group in scene.groups for link in _spread(scene, group, scenarios, recent)]
    exact = {link.source.name for link in spread}
    # 推出甲、乙服务，在丙街道试点: the street says it more exactly than the district.
    return [*(k for k in links if k.rule != "piloted.district" or k.source.name not in exact), *spread]


def _exact(group: Group) -> list[Pair]:
    """The most exact kind of place that a group names, without those that only work at it; of a hall the park that it is in."""
    found = [p for p in map(_site, group.places) if p[1].type in _EXACT and is_venue(p[0])]
    return list({id(known): (mention, known) for mention, known in found}.values())


def _site(place: Place) -> Pair:
    """The place, or the one that holds it where it is a road or a hall."""
    return place.larger if place.type in ("Facility", "Road") and place.larger is not None else place.pair


def _places(scene: Scene, scenario: Pair, home: Known | None, topic: tuple[Pair, ...]) -> list[Link]:
    """The exact places that the sentence, or the heading above it, gives for a scenario."""
    mention = scenario[0]
    for places, rule, sure in (
        (_routes(scene, mention.end), "piloted.route", 0.85),
        (_after(scene, mention.end, scenario[1], home), "piloted.place", 0.9),
        ([] if _all_over(scene, mention.end) else _before(scene, mention.start, scenario[1]), "piloted.place", 0.88),
        (_topic(scene, mention.start, home, topic), "piloted.topic", 0.75),
    ):
        if places:
            return [scene.link("pilotedIn", scenario, place, rule, sure) for _, place in places]
    return []


def _topic(scene: Scene, start: int, home: Known | None, topic: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The places of the heading above, unless the sentence names another district, or its own."""
    elsewhere = any(p[1] is not home for p in scene.of("District"))
    return () if elsewhere or re.search("我[区县市省]", scene.text[scene.start : start]) else topic


def _general(
    scene: Scene, scenario: Pair, home: Known | None, districts: dict[str, Known], carried: tuple[Known, ...]
) -> list[Link]:
    """The places of the sentence before, where this one goes on from it; else the district."""
    if carried and not scene.groups and not _ON_ITS_OWN.search(scene.said):
        return [scene.link("pilotedIn", scenario, place, "piloted.carried", 0.7) for place in carried]
    return district(scene, scenario, home, districts)


#: In a sentence that does not go on from the one before it.
_ON_ITS_OWN = re.compile(r"全[区县市国]|我[区县市]|^[区县市]|该公司|^还将|^[^，。；]{1,4}内|^早在")
#: Behind a scenario that the whole district has: X已进驻我区各居民区.
_ALL_OVER = re.compile(rf"[^。；{MASK}]{{0,60}}?(?:进驻|覆盖|推广(?:到|至)?|服务|惠及)(?:了|到|至)?(?:我|全)[区县市]")


def _all_over(scene: Scene, end: int) -> bool:
    return bool(_ALL_OVER.match(scene.between(end, scene.end)))


#: 航线由甲飞往乙, 从甲起飞，降落于乙.
_ROUTE = re.compile(
    r"(?:^|[，。；]|又?开通了?)[^，。；]{0,6}(?:由|从|飞往|飞抵|降落(?:于|在)|往返(?:于)?|至|抵达)[^，。；]{0,10}$"
)


def _routes(scene: Scene, end: int) -> list[Pair]:
    """The places that a route behind a scenario links."""
    if not re.match(rf"[”]?[^，。；{MASK}]{{0,6}}(?:由|从)", scene.between(end, scene.end)):
        return []
    if not re.search("起飞|飞往|飞抵|降落", scene.text[end : scene.end]):
        return []
    ends = [g for g in scene.groups if g.start >= end]
    starts = [end, *(g.end for g in ends)]
    return [p for at, g in zip(starts, ends, strict=False) if _ROUTE.search(scene.between(at, g.start)) for p in _exact(g)]


def _after(scene: Scene, end: int, known: Known, home: Known | None) -> list[Pair]:
    """Behind 在, 覆盖, 落户 and their like, in the same clause."""
    _, stop = scene.clause(end - 1)
    for group in scene.groups:
        if not end <= group.start < stop:
            continue
        gap = scene.between(end, group.start)
        listed = re.sub(rf"^(?:[”“]?(?:、|和|与|及|以及)?[“”]?{MASK}+)+", "", gap)
        places = [p for p in _exact(group) or _counties(group, home) if p[1] is not known]
        first = listed.endswith("以") and re.match("[^，。；]{0,4}(?:先行|率先|为试点)", scene.between(group.end, scene.end))
        if places and (first or _AFTER.fullmatch(listed)):
            return places
    return []


def _counties(group: Group, home: Known | None) -> list[Pair]:
    """Its counties of the replying city; where it is not known who replies, all of them."""
    found = [p for p in map(_site, group.places) if p[1].type == "District"]
    return [p for p in found if home is None or (p[1].code and inside(str(p[1].code), str(home.code)))]


def _before(scene: Scene, start: int, known: Known) -> list[Pair]:
    """The nearest places before, unless they are only looked at or work with those that pilot it."""
    for group in reversed(scene.groups):
        if group.end > start:
            continue
        places = [p for p in _exact(group) if p[1] is not known]
        if not places:
            if any(p.type == "District" for p in group.places) and re.search("在$", scene.between(scene.start, group.start)):
                return []
            continue
        lead = scene.between(scene.start, group.start)
        own, _ = scene.clause(start)
        gap = scene.between(group.end, start)
        if _ELSEWHERE.search(lead) or _COMPANY.search(lead) or _OF_A_FIRM.match(gap):
            continue
        if group.end <= own and (_AN_OBJECT.search(lead) or re.search(r"我[区县市省]", scene.text[own:start])):
            continue
        if group.end <= own and _OTHER_PLACE.match(scene.between(own, start)):
            # 甲街道与乙科技合作，在一处老街试点丙: wherever that is, it is in the subdistrict that does it.
            return places if _FIRST.fullmatch(lead) and places[-1][1].type in ("Subdistrict", "Carrier") else []
        if group.end <= own and (subject := scene.subject_of(group)):
            return [p for p in _exact(subject) if p[1] is not known]
        if places[-1][1].type == "Organisation":
            exact = [p for p in places if p[1].type != "Organisation"]
            if len(gap) > 60:
                continue
            return exact or places
        return places
    return []


def _spread(scene: Scene, group: Group, scenarios: list[Pair], recent: Pair | None) -> list[Link]:
    """先在甲试用，随后推广到乙、丙: the places that a scenario came to later."""
    lead = scene.between(scene.start, group.start)
    if not _SPREAD.search(lead):
        return []
    said = [p for p in scenarios if p[0].end <= group.start]
    source = said[-1] if said else recent if re.search("[该此]", lead) else None
    behind = [p for p in scenarios if p[0].start >= group.end and p[0].start - group.end < 30]
    if source is None or (behind and not re.search("推广|延伸|扩展|扩大|复制|拓展|铺开", lead.rsplit("，", maxsplit=1)[-1])):
        return []
    at = group.places[0].pair[0]
    return [
        scene.link("pilotedIn", one, place, "piloted.spread", 0.85, at=at)
        for one in (_listed_with(scene, source, said) if source in said else [source])
        for _, place in _exact(group)
        if place is not one[1]
    ]


def _listed_with(scene: Scene, last: Pair, said: list[Pair]) -> list[Pair]:
    """A scenario and those of the same list before it: 甲、乙和丙."""
    together = [last]
    for one in reversed(said[: said.index(last)]):
        if not _LISTED.fullmatch(scene.between(one[0].end, together[0][0].start)):
            break
        together.insert(0, one)
    return together


_LISTED = re.compile(r"[”]?(?:、|和|与|及|以及)?[“]?")
