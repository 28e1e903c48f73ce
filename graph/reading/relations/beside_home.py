"""Scenarios that a sentence tells of a place that is no smaller one of the district's: a road, a work, another district."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.masks import MASK
from graph.reading.relations.scene import Scene
from graph.records import Mention

__all__ = ["is_at_a_road_or_house", "is_in_another"]

#: “甲”系统，在乙路、丙路等处运行; 丁航线由戊码头起飞: behind a scenario, names masked.
_RUNS_AT = re.compile(f"[^。；]{{0,40}}?(?:在|由|从)[“]?{MASK}[^，。；]{{0,24}}?(?:运行|试点|上线|启用|应用|投用|起飞|开通|运营)")


def is_at_a_road_or_house(scene: Scene, mention: Mention, end: int) -> bool:
    """Whether a scenario's own clause names a road or a work, or a later one says that it runs at one."""
    named = [m for m, _ in scene.of("Facility", "Road")]
    return bool(named) and (any(m.start < end for m in named) or bool(_RUNS_AT.match(scene.between(mention.end, scene.end))))


#: “甲”在乙市开出: between a scenario and the district that it is in.
_IS_IN = re.compile("[”]?(?:系统|平台|服务|应用|项目|模式)?(?:也|已|已经|正|率先|首先|最早)*在")


def is_in_another(scene: Scene, mention: Mention, end: int, home: Known) -> bool:
    """Whether a scenario is said, whatever it does there, to do so in another district."""
    others = (m for m, k in scene.of("District") if k is not home and mention.end <= m.start < end)
    return any(_IS_IN.fullmatch(scene.between(mention.end, m.start)) for m in others)
