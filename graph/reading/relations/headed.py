"""Where the carrier stands that a sentence without a subject goes on with: 1.甲园。位于乙街道; 甲园是省级园区。位于乙街道."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.reading.relations.scene import MASK, Link, Pair, Place, Scene

__all__ = ["of_the_heading", "of_the_one_before"]

_SITES = ("Subdistrict", "BusinessCircle", "Road", "Community", "Carrier", "District")
#: How a sentence begins that has the heading above it for its subject, up to the place: 位于, 总占地面积120亩，坐落于, 选址在.
_STANDS_AT = re.compile(
    f"(?:(?:总?(?:建筑|占地|规划)?面积|总?占地|建筑体量|总投资)[^。；：{MASK}]{{1,40}}，)?(?:目前|现|主体|选址|地址|整体|就)?(?:(?<!定)位于|坐落于?|坐落在|地处|选址(?:于|在)?|地址?[在：]|设在)[“]?"
)
#: Behind the place, where it stands there itself: 位于乙街道核心区，; not 位于乙街道的丙, 位于乙街道以东, 选址在乙街道未获批准.
_GOES_ON = re.compile(
    f"[”]?(?![^，。；]{{0,6}}?(?:[东西南北左右][侧面边]|以[东西南北]|附近|周边|对面|旁|交界|中间|之间|[未不]))[^，。；：的{MASK}]{{0,10}}(?=[，。；（]|$)"
)
#: 位于甲县乙河以东、丙路以北: behind a county, a river in it is what something stands beside; not 位于甲县以东, 位于甲县与乙县交界处.
_IN_THE_DISTRICT = re.compile(
    f"[”]?(?!(?:县城|市区|城区)?(?:的?[东西南北]?[侧面边郊]|以?外|以[东西南北]|附近|周边|对面|旁|[与和及]|[未不]))[^，。；：的{MASK}]{{0,14}}(?=[，。；、（]|$)"
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
    right_behind = _RIGHT_BEHIND.fullmatch(scene.text, topic[0][0].end, scene.start)
    return _stands(scene, topic[0]) if right_behind else []


#: Behind a carrier that a sentence of its own is about: 甲园是…, 甲园占地300亩, 甲园其前身为….
_IS_ABOUT_IT = re.compile(
    r"[”]?(?:项目)?(?:（[^）\n]{1,24}）)?，?(?![^。；\n]{0,120}(?:引进|引入|提供|建有|设有|新建|扩建|二期|商会|(?<!是)[一两][处座所]|建设了))(?:其|现|目前|总|规划|主要|一期|已|作为|自|始|由|是|系|为|占|前身|成立|建|投资|创|面积|定位|以|于|(?>[\d年月]{2,10}))[^。；\n]{1,120}。"
)


def of_the_one_before(scene: Scene, before: Sequence[Pair]) -> list[Link]:
    """The place that a sentence without a subject gives for the carrier which the sentence right before it is about.

    Parameters
    ----------
    scene:
        The sentence.
    before:
        The one place that the sentences before it, in the same paragraph, are about.
    """
    if len(before) != 1 or before[0][1].type != "Carrier" or not scene.groups:
        return []
    mention = before[0][0]
    opens = scene.text[mention.start - 1 : mention.start].rstrip("“") in ("", "。", "\n", "；")
    told = opens and mention.rule != "anaphor" and _IS_ABOUT_IT.fullmatch(scene.text, mention.end, scene.start)
    return _stands(scene, before[0]) if told else []


def _stands(scene: Scene, own: Pair) -> list[Link]:
    """The place that a sentence without a subject begins with, where it says that the carrier stands there."""
    first = scene.groups[0]
    place = next(iter(first.of(_SITES)), None)
    if len(first.places) > 1 or place is None or place[1] is own[1] or _is_another(scene, first.places[0]):
        return []
    goes_on = _GOES_ON if place[1].type != "District" else _IN_THE_DISTRICT
    if not _STANDS_AT.fullmatch(scene.between(scene.start, first.start)) or not goes_on.match(
        scene.between(first.end, scene.end)
    ):
        return []
    understood = replace(own[0], start=scene.start, end=scene.start, rule="anaphor")
    return [scene.link("locatedIn", (understood, own[1]), place[1], "located.site", 0.85)]


def _is_another(scene: Scene, place: Place) -> bool:
    """Whether what stands behind the place that a sentence begins with is what it goes on to speak of: 位于甲路的乙园，是…."""
    larger = place.larger
    return place.type == "Carrier" and larger is not None and "的" in scene.text[larger[0].end : place.pair[0].start]
