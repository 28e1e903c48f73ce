"""The county or the town that a sentence says to live by something: 丙区依托丁园做设计，甲、乙等在芯片上形成特色."""

from __future__ import annotations

import re

from graph.reading.relations.partners import acts_for_itself
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["living_by"]

#: Behind a county or a town, up to the clause that opens with its firms.
_LIVES_BY = re.compile(
    r"(?:主要|重点|则|也|还|素来|历来)*(?:以[^，。；：]{1,20}(?:为(?:主|特色|重点|主导|支柱|方向)|见长|著称|立[区县市镇])|(?:依托|聚焦|侧重|立足|主攻|重点发展|围绕)[^，。；：]{2,40})"
    rf"，(?:其中)?[“]?(?:{MASK}[{ROW}]*)?"
)
#: Behind one of the firms, whose own growth is told.
_GROWS = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,10}})?(?:公司|集团|企业)?(?:[^，。；：■]{{0,8}}(?:长期|深耕|规模|壮大|成长|领先|前列|形成|扎根|居|率|产能|产值|车间|特色)|在[^，。；：■]{{2,24}}(?:形成|占据|具有|拥有|领先|实现|深耕|突破|见长))"
)


def living_by(scene: Scene, firm: Pair) -> list[Pair]:
    """The county or the town that a sentence opens with and says to live by something, where a row of firms opens its next clause."""
    first = scene.groups[0] if scene.groups else None
    if first is None or first.start != scene.start or first.end > firm[0].start:
        return []
    if len(first.places) > 1 or first.places[0].type not in ("District", "Subdistrict"):
        return []
    if str(first.places[0].pair[1].code or "").endswith("0000"):
        return []  # 丙省以…为主，甲、乙…: of nothing it is said where in the province
    gap, behind = scene.between(first.end, firm[0].start), scene.between(firm[0].end, scene.end)
    if not _LIVES_BY.fullmatch(gap) or not _GROWS.match(behind) or acts_for_itself(gap, behind):
        return []
    return [first.places[0].pair]
