"""Where a scenario is piloted."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.scene import MASK, Group, Link, Pair, Scene, is_venue

__all__ = ["piloted"]

_EXACT = ("Community", "Organisation", "Facility", "Carrier", "BusinessCircle", "Road", "Subdistrict")
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


#: A clause that gives a place of its own, though none that is known.
_OTHER_PLACE = re.compile(r"(?:并|还|也|同时|正|拟|将|则)?在[^，■]{2,}")


def piloted(scene: Scene, home: Known | None, recent: Pair | None, topic: tuple[Pair, ...] = ()) -> list[Link]:
    """The most exact places that the sentence gives for its scenarios; else the district.

    Parameters
    ----------
    scene:
        The sentence.
    home:
        The replying district.
    recent:
        The last scenario of the sentences before, which 该服务 may mean.
    topic:
        The places that the heading above names.
    """
    scenarios = scene.of("Scenario")
    links = [link for scenario in scenarios for link in _places(scene, scenario, home, topic)]
    spread = [link for group in scene.groups for link in _spread(scene, group, scenarios, recent)]
    exact = {link.source.name for link in spread}
    # 推出甲、乙服务，在丙街道试点: the street says it more exactly than the district.
    return [*(k for k in links if k.rule != "piloted.district" or k.source.name not in exact), *spread]


def _exact(group: Group) -> list[Pair]:
    """The most exact kind of place that a group names, without those that only work at it."""
    return [p for p in group.of(_EXACT) if is_venue(p[0])]


def _places(scene: Scene, scenario: Pair, home: Known | None, topic: tuple[Pair, ...]) -> list[Link]:
    mention = scenario[0]
    after = _after(scene, mention.end, scenario[1], home)
    if after:
        return [scene.link("pilotedIn", scenario, place, "piloted.place", 0.9) for _, place in after]
    before = _before(scene, mention.start, scenario[1])
    if before:
        return [scene.link("pilotedIn", scenario, place, "piloted.place", 0.88) for _, place in before]
    if topic and not any(p[1] is not home for p in scene.of("District")):
        return [scene.link("pilotedIn", scenario, place, "piloted.topic", 0.75) for _, place in topic]
    return _district(scene, scenario, home)


def _after(scene: Scene, end: int, known: Known, home: Known | None) -> list[Pair]:
    """Behind 在, 覆盖, 落户 and their like, in the same clause."""
    _, stop = scene.clause(end - 1)
    for group in scene.groups:
        if not end <= group.start < stop:
            continue
        gap = scene.between(end, group.start)
        listed = re.sub(rf"^(?:[”“]?(?:、|和|与|及|以及)?[“”]?{MASK}+)+", "", gap)
        places = [p for p in _exact(group) or _counties(group, home) if p[1] is not known]
        if places and _AFTER.fullmatch(listed):
            return places
    return []


def _counties(group: Group, home: Known | None) -> list[Pair]:
    """Its counties of the replying city."""
    return [p for p in group.of(("District",)) if home is not None and p[1].code and _inside(str(p[1].code), str(home.code))]


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
        if _ELSEWHERE.search(lead) or _COMPANY.search(lead):
            continue
        own, _ = scene.clause(start)
        if group.end <= own and _OTHER_PLACE.match(scene.between(own, start)):
            # 甲街道与乙科技合作，在一处老街试点丙: wherever that is, it is in the subdistrict that does it.
            return places if group.start == scene.start and places[-1][1].type in ("Subdistrict", "Carrier") else []
        if group.end <= own and (subject := scene.subject_of(group)):
            return [p for p in _exact(subject) if p[1] is not known]
        if places[-1][1].type == "Organisation":
            gap = scene.between(group.end, start)
            exact = [p for p in places if p[1].type != "Organisation"]
            if len(gap) > 60:
                continue
            return exact or places
        return places
    return []


def _district(scene: Scene, scenario: Pair, home: Known | None) -> list[Link]:
    """A county of the replying city; a place elsewhere that the sentence is about; the replying district."""
    districts = scene.of("District")
    others = [
        p
        for p in districts
        if p[1] is not home
        and p[0].end <= scenario[0].start
        and (p[0].end == scenario[0].start or not _in_a_name(scene, p[0].end))
    ]
    inner = [p for p in others if p[1].code and home is not None and _inside(str(p[1].code), str(home.code))]
    if inner:
        group = next((g for g in scene.groups if g.holds(inner[-1][1])), None)
        together = [p for p in (group.of(("District",)) if group else inner[-1:]) if p in inner]
        return [scene.link("pilotedIn", scenario, place, "piloted.within", 0.8) for _, place in together or inner[-1:]]
    if _USED.search(scene.text[scene.start : scenario[0].start]) or _OF_ALL.match(scenario[1].name):
        return []  # what is only used here is run elsewhere
    own = [p for p in districts if p[1] is home] or re.search(r"我[区县市省]|本[区县市]", scene.said)
    said_first = [p for p in others if p[0].start == scene.clause(p[0].start)[0]]
    if said_first and not own and said_first[-1][0].end > scene.clause(scenario[0].start)[0]:
        return [scene.link("pilotedIn", scenario, said_first[-1][1], "piloted.subject", 0.7)]
    larger = home is not None and any(_inside(str(home.code), str(p[1].code)) for p in others if p[1].code)
    spoken_of = others and re.search(r"[在于]$|^$|，$", scene.between(scene.start, others[-1][0].start))
    if spoken_of and not own and not larger:
        return [scene.link("pilotedIn", scenario, others[-1][1], "piloted.elsewhere", 0.62)]
    return [scene.link("pilotedIn", scenario, home, "piloted.district", 0.7)] if home is not None else []


#: 依托国家平台, 与省级平台对接.
_USED = re.compile(
    r"(?:依托|依靠|借助|接入|对接|对标|登录|纳入|基于|围绕|按照|落实|响应|贯彻|考察|作为|参与|申请)(?:了|到|至)?[^，。；、]{0,8}[“]?$|(?:与|同|和|向)[^，。；、]{0,8}[“]?$"
)
_OF_ALL = re.compile("国家|全国|省级?政务|中国")


def _in_a_name(scene: Scene, end: int) -> bool:
    """Whether a noun follows a district, which then is part of another name: 甲省物联网科普教育基地."""
    token = scene.reply.tokens[min(scene.reply.token_at(end), len(scene.reply.tokens) - 1)]
    return token.start == end and token.tag[:1] == "n" and len(token.word) > 1


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


def _inside(code: str, larger: str) -> bool:
    """Whether a county's code lies in a prefecture or province."""
    return larger.endswith("00") and code != larger and code.startswith(larger.rstrip("0"))
