"""The places behind a scenario: in brackets, or behind a verb that says where it is."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.scene import MASK, ROW, Pair, Scene
from graph.reading.relations.spreading import counties, exact_places

__all__ = ["behind", "bracketed"]

#: Behind a scenario: X在Y试点, X覆盖Y, X落户Y.
_AFTER = re.compile(
    r"[^。；：]{0,20}?(?:在|于|到|至|覆盖了?|落户了?|落地|接入了?|进驻|走进|入驻|延伸至|服务于?|进入)[^，。；：■]{0,4}$"
)


def bracketed(scene: Scene, end: int) -> list[Pair]:
    """The places that stand alone in brackets behind a scenario: 甲场景（乙街道、丙街道）."""
    bracket = _IN_BRACKETS.match(scene.between(end, scene.end))
    return [p for p in scene.of(*_BRACKETED) if bracket and end <= p[0].start < end + bracket.end()]


#: A bracket that holds nothing but names in a row.
_IN_BRACKETS = re.compile(rf"[”]?(?:试点|应用|场景|项目|平台|系统)?（[{ROW}]+等?）")
_BRACKETED = ("Carrier", "BusinessCircle", "Community", "Subdistrict", "District", "Organisation")


def behind(scene: Scene, end: int, known: Known, home: Known | None) -> list[Pair]:
    """Behind 在, 覆盖, 落户 and their like, in the same clause."""
    _, stop = scene.clause(end - 1)
    for group in scene.groups:
        if not end <= group.start < stop:
            continue
        gap = scene.between(end, group.start)
        listed = re.sub(rf"^(?:[”“]?(?:、|和|与|及|以及)?[“”]?{MASK}+)+", "", gap)
        places = [p for p in exact_places(group) or counties(group, home) if p[1] is not known]
        first = listed.endswith("以") and re.match("[^，。；]{0,4}(?:先行|率先|为试点)", scene.between(group.end, scene.end))
        by = _BY.fullmatch(listed) and _DID.match(scene.between(group.end, scene.end))
        if places and (first or by or _AFTER.fullmatch(listed)):
            return places
    return []


#: 甲由丙街道率先推出.
_BY = re.compile("[”]?(?:项目|平台|应用|系统|场景)?(?:已|正|最早|首先|率先)?由")
_DID = re.compile("(?:率先|首先|最早|牵头|首创|先行)*(?:首创|推出|试点|打造|探索|上线|启动|开展|推行|试行)")
