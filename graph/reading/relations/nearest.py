"""The places before a scenario: the nearest that its clause names, or those of an earlier clause that it is about."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.here import holds, named_here, ranks_a_place, stands_alone
from graph.reading.relations.only_said import OUR_PLACE
from graph.reading.relations.passed import ITS_OWN, is_another_places, is_passed_by
from graph.reading.relations.scene import Group, Pair, Scene
from graph.reading.relations.spreading import CHOSEN
from graph.reading.relations.venues import DOER_ELSEWHERE, exact_places

__all__ = ["nearest_before"]


#: Before a place that is only made, or only means to an end.
_AN_OBJECT = re.compile(r"(?:建设|打造|谋划|规划|创建|建|以|借|与|制作完成|分布在)[^，。；、]{0,14}[“]?$")
#: 地处甲路与乙路交会处的: where the place itself stands.
_STANDING_AT = re.compile("(?:^|[，；：])(?:地处|位于|坐落于?|坐落在)[^，。；：]{1,30}的$")
#: How a clause of a place of its own begins.
_ALSO_AT = "(?:并|还|也|同时|正|拟|将|则)?在"
#: A clause that gives a place of its own, though none that is known.
_OTHER_PLACE = re.compile(rf"{_ALSO_AT}[^，■]{{2,}}")
#: 在甲街道推进乙，在丙公园投放丁: a clause that gives one that is known, but is no place of a service.
_OTHER_SITE = re.compile(rf"{_ALSO_AT}[“]?■")


#: Before a place that a sentence begins with: 去年5月，我局、甲街道联合…
_FIRST = re.compile(r"(?:[^，。；：]{0,10}[年月日来]，)?(?:我[局委办]、)?该?")


#: Before a place that a clause begins with, or says that something happens at.
_OPENING = re.compile(
    r"(?:^|[，、：；在于是由以到至往]|(?:^|[，；])(?:走进|来到|步入|依托|借助)|[一二三四五六七八九]是|其中|近年来?|目前|今年|[年月日]|(?:^|[，；：])[^，。；：■]{1,14}的|(?:^|[，；：])(?:地处|位于|坐落于?|坐落在)[^，。；：]{1,30}的)[该此本]?[“]?$"
)


_DOES, _REBUILDING = re.compile("(?:加快|推进|推动|深化|提升|支持)[“]?$"), re.compile("[^，。；]{0,8}(?:转型|改造|更新|升级)")


def _changes(group: Group, lead: str, gap: str) -> bool:
    """Whether an area is what the clause before is done to: 加快丙商圈数字化转型，上线甲."""
    done_to = _DOES.search(lead) and _REBUILDING.match(gap)
    return bool(done_to) and group.places[-1].type in ("BusinessCircle", "Subdistrict", "Community")


def _names_a_district(scene: Scene, start: int, end: int, home: Known | None) -> bool:
    """Whether the words between two positions speak of a district, which then is nearer than what was named before."""
    spoken = [span for span in named_here(scene, home) if not ranks_a_place(scene, span[0])]
    said = any(start <= a < end and not _RANKED.match(scene.text, b) for a, b in spoken)
    others = [m for m, k in scene.of("District") if k is not home and not holds(k, home) and stands_alone(scene, m)]
    return said or any(start <= m.start < end and not _STANDS_IN.search(scene.between(start, m.start)) for m in others)


#: Before a district where it only says where the place stands: 甲园位于乙区.
_STANDS_IN = re.compile("(?:位于|坐落于?|坐落在|地处|毗邻|紧邻|属于|隶属)$")

#: Behind a district that something is the first or the best of: 作为我区首批试点小区.
_RANKED = re.compile("首|第一|唯一|最|重点|重要|核心|主要")


def nearest_before(scene: Scene, start: int, known: Known, home: Known | None) -> list[Pair]:
    """The nearest places before, unless they are only looked at or work with those that pilot it."""
    own, _ = scene.clause(start)
    for group in reversed(scene.groups):
        if group.end > start:
            continue
        places = [p for p in exact_places(group) if p[1] is not known]
        lead, gap = scene.between(scene.start, group.start), scene.between(group.end, start)
        if not places:
            if any(p.type == "District" for p in group.places) and (lead.endswith("在") or ITS_OWN.fullmatch(gap)):
                return []  # 甲街道的“乙”、丙区的“丁”: the district's own
            continue
        if is_passed_by(scene, group, places, start):
            continue
        if places[-1][1].type == "Organisation" and DOER_ELSEWHERE.search(lead) and group is not scene.groups[0]:
            return exact_places(scene.groups[scene.groups.index(group) - 1])  # 在丙园，丁服务中心设立甲
        found = _of_an_earlier_clause(scene, group, places, start, home) if group.end <= own else places
        if found and found[-1][1].type == "Organisation":
            exact = [p for p in found if p[1].type != "Organisation"]
            found = None if len(gap) > 60 else exact or found
        if found is not None:
            return [p for p in found if p[1] is not known]
    return []


#: 甲街道联合乙公司，在辖区两个菜场打造丙: 辖区 is the subdistrict's that the sentence opens with.
_OPENS_WITH_IT = re.compile("该?")
_ITS_AREA = re.compile("辖区")


#: Behind a place that is chosen to try something: 选取丙街道作为试点，推广甲.
_TRIED = re.compile(
    r"[^，。；：■]{0,6}(?:作为|为|开展|先行|率先)[^，。；：■]{0,4}(?:试点|先行区|示范点|先行先试)[区地]?[域区点]?，"
)
#: 以丙商务区为重点，推动甲建设; 以丙街道为例，上线甲.
_AS_FOCUS = re.compile("[”]?(?:等[^，。；]{0,6})?为(?:重点|试点|先导|样板|示范|突破口|先行区|切入点|例)(?:区域|片区)?，")
#: 待甲园建成后，引入乙: what comes there once it is built.
_ONCE = re.compile("(?:^|[，；])[^，。；]{0,4}(?:待|等|在)[“]?$")
_BUILT = re.compile("[”]?[^，。；]{0,8}?(?:建成|投用|投运|开园|开业|启用|竣工|开放|投入使用|投入运营)(?:以后|之后|后)，")
#: Before places that are chosen for it: 选定丙镇、丁镇三家卫生院，开展甲试点.
_CHOSEN = re.compile(f"{CHOSEN}$")


def _of_an_earlier_clause(scene: Scene, group: Group, places: list[Pair], start: int, home: Known | None) -> list[Pair] | None:
    """The places of a clause before the scenario's own, none where another place is nearer, ``None`` where it is not about them."""
    own, _ = scene.clause(start)
    lead, gap = scene.between(scene.start, group.start), scene.between(group.end, start)
    if (
        _TRIED.match(gap)
        or _CHOSEN.search(lead)
        or (_ONCE.search(lead) and _BUILT.match(gap))
        or (lead.endswith(("以", "以“")) and _AS_FOCUS.match(gap))
    ):
        return places
    if not is_another_places(scene, start) and not (_OPENING.search(lead) or _changes(group, lead, gap)):
        return None
    ours = _OPENS_WITH_IT.fullmatch(lead) and places[-1][1].type in ("Subdistrict", "Community")
    elsewhere = lead.endswith("在") and _OTHER_SITE.match(scene.between(own, start))
    if (
        elsewhere
        or is_another_places(scene, start)
        or (_names_a_district(scene, group.end, start, home) and not (ours and _ITS_AREA.search(gap)))
    ):
        return []
    if (_AN_OBJECT.search(lead) and not _STANDING_AT.search(lead)) or OUR_PLACE.search(scene.text, own, start):
        return None
    if _OTHER_PLACE.match(scene.between(own, start)):
        # 甲街道与乙科技合作，在一处老街试点丙: wherever that is, it is in the subdistrict that does it.
        return places if _FIRST.fullmatch(lead) and places[-1][1].type in ("Subdistrict", "Carrier") else []
    subject = scene.subject_of(group)
    return places if subject is None else exact_places(subject)
