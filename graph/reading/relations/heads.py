"""The place in the head of a list: 甲公司、乙公司等10家丙园企业."""

from __future__ import annotations

import re

from graph.reading.relations.scene import ROW, Pair, Scene

__all__ = ["in_the_head"]

_HOLDS = ("Carrier", "BusinessCircle", "Subdistrict", "Road", "Community")
#: Between an item and the place of the head: the rest of the list, 等, and how many there are.
_AND_THE_REST = re.compile(
    rf"[{ROW}]*+(?:[^，。；：等{ROW}]{{1,14}}+[{ROW}]++){{0,12}}+等(?:(?:近|超)?[\d一二三四五六七八九十百]+(?:余|多)?[家个座栋幢处户])?(?:入驻|落户)?[“]?"
)
#: How far behind an item, in characters, the head of its list may stand.
_REACH = 250
#: Behind the place: what the items are.
_THINGS = re.compile(
    r"[”]?(?:内|里|中)?的?(?:(?!产业|服务|创新)[^，。；：、在与和的]){0,6}?(?:企业|公司|商户|楼宇|载体|大厦|孵化器)"
    r"(?=[，。；、：）]|$|已|均|都|率先|参[与加]|入选|获|成为|实现|共|的|完成|陆续|享受|纷纷|先后|相继|开展|纳入|服务|诉求)"
)


def in_the_head(scene: Scene, own: Pair) -> list[Pair]:
    """For a firm or a carrier the place that the head of its list names; none where it stands in no such list.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        A firm or a carrier in it.
    """
    end = own[0].end
    for group in scene.groups_behind(end, _REACH):
        place, alone = group.places[0], len(group.places) == 1
        told = _AND_THE_REST.fullmatch(scene.between(end, group.start)) and _THINGS.match(scene.between(group.end, scene.end))
        if told and alone and place.type in _HOLDS and place.pair[1] is not own[1]:
            return [place.pair]
    return []
