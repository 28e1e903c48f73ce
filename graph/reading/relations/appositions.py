"""The place that stands beside a carrier in apposition: 甲园（乙区）, 作为乙园所在镇，甲镇, 甲镇是乙园的所在地."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.areas import AREAS
from graph.reading.relations.scene import Pair, Scene

__all__ = ["bracketed", "seat_of"]


def seat_of(scene: Scene, own: Pair, home: Known | None) -> list[Known]:
    """The town or the zone that is said to be its seat: 甲镇是乙园的所在地; 作为乙园所在镇，甲镇….

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The carrier.
    home:
        The district that replies.
    """
    if scene.between(scene.start, own[0].start).endswith(("作为", "作为“")):
        told = _AS_ITS_SEAT.match(scene.between(own[0].end, scene.end))
        if told is None or told["ours"]:
            return [home] if told and home is not None else []
        said = [g for g in scene.groups if g.start == own[0].end + told.end()]
        return [k for g in said for _, k in g.of(AREAS)][:1]
    before = [g for g in scene.groups if g.end <= own[0].start]
    if not before or not _IS_ITS_SEAT.match(scene.between(own[0].end, scene.end)):
        return []
    told = re.fullmatch("[”]?(?:就|也|还|正)?是[“]?", scene.between(before[-1].end, own[0].start))
    return [k for _, k in before[-1].of((*AREAS, "Carrier"))] if told and len(before[-1].places) == 1 else []


_IS_ITS_SEAT = re.compile("[”]?的?(?:核心区|主体|总部|首开区|启动区)?所在地")
#: 作为乙园所在镇，甲镇….
_AS_ITS_SEAT = re.compile(
    "[”]?的?(?:核心区|主体|总部|首开区|启动区)?(?:所在|属)(?:地|镇|街道|区|县|市|乡)，(?P<ours>我[区县市])?"
)


def bracketed(scene: Scene, own: Pair) -> Known | None:
    """The place that stands alone in brackets behind it: 甲园（乙区）, 丙谷（丁园内）.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The carrier.
    """
    end = own[0].end
    found = [
        p for p in scene.of("District", "Subdistrict", "Carrier", "Road") if p[0].start == end + 1 and scene.text[end] == "（"
    ]
    return next(
        (
            k
            for m, k in found
            if scene.text[m.end : m.end + 2].startswith(_CLOSED[k.type])
            or (k.type == "Road" and _NUMBERED.match(scene.text, m.end))
        ),
        None,
    )


#: Behind a place that stands in brackets: 甲园（乙区）, 丙谷（丁园内）.
_CLOSED = {"District": ("）",), "Subdistrict": ("）", "内）"), "Carrier": ("内）",), "Road": ("）",)}
_NUMBERED = re.compile(r"\d{1,5}(?:[-—]\d{1,4})?[号弄][^，。；（）]{0,10}）")
