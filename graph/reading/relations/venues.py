"""Which of the places that a sentence names a service can run at: the most exact ones, counties, offices and schools."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.relations.scene import MASK, ROW, Group, Pair, Place, Scene, is_venue

__all__ = ["DOER_ELSEWHERE", "OPPOSITE", "counties", "exact_places", "houses", "site_of", "without_partners"]

_EXACT = ("Community", "Organisation", "Carrier", "BusinessCircle", "Subdistrict")


def exact_places(group: Group) -> list[Pair]:
    """The most exact kind of place that a group names, without those that only work at it; of a hall the park that it is in."""
    found = [p for p in map(site_of, group.places) if p[1].type in _EXACT and is_venue(p[0])]
    return list({id(known): (mention, known) for mention, known in found}.values())


def site_of(place: Place) -> Pair:
    """The place, or the one that holds it where it is a road or a hall."""
    return place.larger if place.type in ("Facility", "Road") and place.larger is not None else place.pair


#: Around the names of offices and schools that something is tried at: 在丙中学、丁大厅试点甲; 通过丙中心等单位先行先试，开放甲.
_AT = re.compile(f"(?:在|通过|选择|选定|依托)[{ROW}]*$")
_TRIES = re.compile(
    f"[{ROW}]*(?:等(?:单位|地|处|学校|医院)?)?(?:率先|先行|开展|首批)*(?:先行先试|试点|试行|试用|试运行|上线|开展|启用|推广|设置|设立|开设|开通)[^，。；]{{0,8}}(?:，[^，。；{MASK}]{{0,12}})?[“]?[{ROW}]*$"
)
_SETS_UP = re.compile("(?:率先|已|首批|新)*(?:试点|试行|试用|上线|启用|设置|设立|开设|开通|引入|推出)[^，。；]{0,6}[“]?$")
#: 在丙园，丁服务中心设立甲: where somebody else sets it up.
DOER_ELSEWHERE = re.compile(f"在[{ROW}]+(?:内|里)?，[“]?$")
_OFFICE = re.compile("(?:大厅|中心|馆|站|[一二三四五六七八九十]中|中学|小学|学校|学院|医院|园|(?:服务|办事|营业|展示?|体验)厅)$")


#: 甲中心卫生院与乙医院开展丙: a larger house with which it is done, and where it is not (in all three of the annotated replies that say so).
_LARGER_HOUSE = re.compile("(?:医院|大学|学院|研究院|研究所|医学中心)$")
_WORKS_WITH = re.compile("(?:合作|联合|共同|携手|签约|结对)*(?:合作|共建|开展|开通|建立|签订|签署|结对)")


def without_partners(scene: Scene, places: list[Pair]) -> list[Pair]:
    """The places without the hospitals and schools with which those before them do something."""
    return [
        p
        for p in places
        if not (
            _LARGER_HOUSE.search(p[1].name)
            and scene.text[p[0].start - 1 : p[0].start] in ("与", "同")
            and _WORKS_WITH.match(scene.text, p[0].end)
        )
    ]


def houses(scene: Scene, start: int) -> list[Pair]:
    """The offices and schools at which something before a position is tried, though they are no places otherwise."""
    named = [p for p in scene.of("Organisation") if p[0].end <= start and _OFFICE.search(p[1].name)]
    found = [
        p
        for p in named
        if (_AT.search(scene.between(scene.start, p[0].start)) and _TRIES.fullmatch(scene.between(p[0].end, start)))
        or (
            p[0].start == scene.clause(p[0].start)[0]
            and _SETS_UP.fullmatch(scene.between(p[0].end, start))
            and not DOER_ELSEWHERE.search(scene.between(scene.start, p[0].start))
        )
    ]
    return without_partners(scene, list({id(known): (mention, known) for mention, known in found}.values()))


def counties(group: Group, home: Known | None) -> list[Pair]:
    """Its counties of the replying city; where it is not known who replies, all of them."""
    found = [p for p in map(site_of, group.places) if p[1].type == "District"]
    return [p for p in found if home is None or (p[1].code and divisions.inside(str(p[1].code), str(home.code)))]


#: Behind a place that only tells where another one is: 在甲园对面的老街.
OPPOSITE = re.compile("[”]?(?:旁边?|对面|隔壁|一墙之隔)的?[^，。；]")
