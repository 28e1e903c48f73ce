"""The park behind the firms that it gathers: 集聚甲、乙等20家企业的丙园."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.relations.masks import BY_ROW
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["gathered"]


def gathered(scene: Scene, firm: Pair) -> list[Pair]:
    """The place behind firms that a relative clause says it gathers or is led by: 集聚甲、乙等20家企业的丙园."""
    begin, end = firm[0].start, firm[0].end
    group = next((g for g in scene.groups if g.start >= end), None)
    if group is None:
        return []
    lead, gap = scene.between(scene.clause(begin)[0], begin), scene.between(end, group.start)
    told = (_GATHERS.search(lead) and _GATHERING.fullmatch(gap)) or (BY_ROW.search(lead) and _HEADED.fullmatch(gap))
    return [p for p in group.of(("Carrier", "BusinessCircle")) if p[1] is not firm[1]][:1] if told else []


_GATHERS = re.compile(
    rf"(?:{alternation('cue_verbs', 'host')}|拥有|诞生|孕育|走出|有)(?:了|过)?[^，。；：■]{{0,6}}[“]?(?:{MASK}[{ROW}]*)?$"
)
_GATHERING = re.compile(rf"[{ROW}]*(?:等[^，。；：■]{{0,20}})?的[“]?")
_HEADED = re.compile(
    rf"[{ROW}]*(?:等[^，。；：■]{{0,10}}|企业|公司|集团)?为(?:龙头|核心|引领|代表|骨干|主体|链主|主力)[^，。；：■]{{0,4}}的[“]?"
)
