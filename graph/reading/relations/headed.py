"""Where the carrier stands that a heading alone names: 1.甲园。位于乙街道，占地120亩."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.reading.relations.scene import MASK, Link, Pair, Scene

__all__ = ["of_the_heading"]

_SITES = ("Subdistrict", "BusinessCircle", "Road", "Community", "Carrier", "District")
#: How a sentence begins that has the heading above it for its subject, up to the place: 位于, 总占地面积120亩，坐落于, 选址在.
_STANDS_AT = re.compile(
    f"(?:(?:总?(?:建筑|占地|规划)?面积|总?占地|建筑体量|总投资)[^。；：{MASK}]{{1,40}}，)?(?:目前|现|主体|选址|地址|整体|就)?(?:(?<!定)位于|坐落于?|坐落在|地处|选址(?:于|在)?|地址?[在：]|设在)[“]?"
)
#: Behind the place, where it stands there itself: 位于乙街道核心区，; not 位于乙街道的丙, 位于乙街道以东, 选址在乙街道未获批准.
_GOES_ON = re.compile(
    f"[”]?(?![^，。；]{{0,6}}?(?:[东西南北左右][侧面边]|以[东西南北]|附近|周边|对面|旁|交界|中间|之间|[未不]))[^，。；：的{MASK}]{{0,10}}(?=[，。；（]|$)"
)
#: Between the heading's name and the sentence right behind it.
_RIGHT_BEHIND = re.compile(r"[”）]?(?:项目|工程|建设)*[。：]?\s*")


def of_the_heading(scene: Scene, topic: Sequence[Pair]) -> list[Link]:
    """The place that a sentence without a subject gives for the one carrier of the heading above.

    Parameters
    ----------
    scene:
        The sentence.
    topic:
        The places that the nearest heading above names.
    """
    if len(topic) != 1 or topic[0][1].type != "Carrier" or not scene.groups:
        return []
    first, own = scene.groups[0], topic[0]
    if len(first.places) > 1 or not _RIGHT_BEHIND.fullmatch(scene.text, own[0].end, scene.start):
        return []
    place = next(iter(first.of(_SITES)), None)
    stands = _STANDS_AT.fullmatch(scene.between(scene.start, first.start)) and _GOES_ON.match(scene.between(first.end, scene.end))
    if place is None or place[1] is own[1] or not stands:
        return []
    understood = replace(own[0], start=scene.start, end=scene.start, rule="anaphor")
    return [scene.link("locatedIn", (understood, own[1]), place[1], "located.site", 0.85)]
