"""Where a scenario came to later, and what places a route links."""

from __future__ import annotations

import re

from graph.reading.relations.scene import MASK, Group, Link, Pair, Place, Scene, is_venue

__all__ = ["exact_places", "route", "site_of", "spread"]

_EXACT = ("Community", "Organisation", "Carrier", "BusinessCircle", "Subdistrict")
_ADVERB = r"(?:先|率先|首先|先行|首批|现已|已|也|并|后|再|正|将|拟|均|分别|陆续|逐步|目前|随后|之后|同步|进一步|全面|经验|成果|做法|服务)*"
_SPREAD = re.compile(
    rf"(?:^|[，；]){_ADVERB}(?:[该此这][\u4e00-\u9fff]{{1,6}}|■+)?{_ADVERB}(?:将[^，]{{0,8}})?(?:在|接入|(?:推广|延伸|扩展|扩大|复制|拓展|覆盖|辐射|铺开)(?:推广|应用|运用|复制)?(?:到|至|了|于)?)(?:了)?$"
)


def exact_places(group: Group) -> list[Pair]:
    """The most exact kind of place that a group names, without those that only work at it; of a hall the park that it is in."""
    found = [p for p in map(site_of, group.places) if p[1].type in _EXACT and is_venue(p[0])]
    return list({id(known): (mention, known) for mention, known in found}.values())


def site_of(place: Place) -> Pair:
    """The place, or the one that holds it where it is a road or a hall."""
    return place.larger if place.type in ("Facility", "Road") and place.larger is not None else place.pair


#: 航线由甲飞往乙, 从甲起飞，降落于乙.
_ROUTE = re.compile(
    r"(?:^|[，。；]|又?开通了?)[^，。；]{0,6}(?:由|从|飞往|飞抵|降落(?:于|在)|往返(?:于)?|至|抵达)[^，。；]{0,10}$"
)


def route(scene: Scene, end: int) -> list[Pair]:
    """The places that a route behind a scenario links."""
    if not re.match(rf"[”]?[^，。；{MASK}]{{0,6}}(?:由|从)", scene.between(end, scene.end)):
        return []
    if not re.search("起飞|飞往|飞抵|降落", scene.text[end : scene.end]):
        return []
    ends = [g for g in scene.groups if g.start >= end]
    starts = [end, *(g.end for g in ends)]
    return [p for at, g in zip(starts, ends, strict=False) if _ROUTE.search(scene.between(at, g.start)) for p in exact_places(g)]


def spread(scene: Scene, group: Group, scenarios: list[Pair], recent: Pair | None) -> list[Link]:
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
        for _, place in exact_places(group)
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
