"""A scenario that the district has begun, before other sentences tell at which places it is: it is in both."""

from __future__ import annotations

import re

from graph.reading.relations.scene import Link, Pair, Scene
from graph.records import Status

__all__ = ["is_begun"]

_BEGUN = "(?:上线|打造|探索|推出|搭建|建成|开展|开发|推行|建立|启用|开通|引入|投用)"
#: Before a scenario that is begun, and behind one: 我区探索甲; 市民政局开发的“乙”已上线.
_BEFORE = re.compile(f"{_BEGUN}[^，。；]{{0,60}}$")
_BEHIND = re.compile(f"[”]?[^，。；]{{0,24}}?(?:已|正式|全面|率先|成功|陆续|先后|顺利)(?:在[^，。；]{{1,10}}?)?{_BEGUN}")
#: 全区建成甲21家: how many of a kind of house the whole district has, wherever single ones are.
_COUNTED = re.compile("全[区县市州](?:已|共|现|累计|目前|正常)*(?:建成|建有|设有|开设|布设|投放|运营)的?[^，。；]{0,6}[“]?$")
_MANY = re.compile("[”]?(?:试点)?(?:近|约|超|共)?\\d{1,5}(?:余|多)?[家个处所间台张]")
#: Rules that give the district because the sentence names no other place.
_TO_THE_DISTRICT = ("piloted.district", "piloted.district-plain")


def is_begun(scene: Scene, scenario: Pair, link: Link) -> bool:
    """Whether the words around a scenario say that the district has begun it, or how many of it the whole district has."""
    if link.rule not in _TO_THE_DISTRICT or link.status is not Status.EXISTING:
        return False
    mention = scenario[0]
    before, behind = scene.text[scene.start : mention.start], scene.text[mention.end : scene.end]
    return bool(_BEFORE.search(before) or _BEHIND.match(behind) or (_COUNTED.search(before) and _MANY.match(behind)))
