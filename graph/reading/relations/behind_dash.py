"""The place that a dash names behind what it is: 位于乙区产业高地——丙园, 落户我区人工智能承载区——丁城."""

from __future__ import annotations

import re

from graph.reading.relations.scene import MASK, Group, Scene

__all__ = ["is_described", "undescribed"]

#: What stands in no words that tell what a place is: there a clause goes on.
_GOES_ON = "[并但是了]|设[立有]|开[设出]|建成|打造(?!的)|承接|引进|研发"
#: Between the larger place and the one that the dash names.
_WHAT_IT_IS = re.compile(f"[”]?的?(?:(?!{_GOES_ON})[^，。；：、]){{1,30}}——[“]?")
#: The same where words lead to it, with the larger place or the replying district's own.
_DESCRIPTION = re.compile(
    f"(?<=[于在户驻址至到处落地子])(?:{MASK}{{2,30}}|我[区县市省])[”]?的?(?:(?!{_GOES_ON})[^，。；：、{MASK}]){{1,30}}——[“]?$"
)


def is_described(scene: Scene, group: Group) -> bool:
    """Whether a place only begins the words that tell what the next one is, which stands behind a dash."""
    behind = next((g for g in scene.groups if g.start >= group.end), None)
    return behind is not None and bool(_WHAT_IT_IS.fullmatch(scene.between(group.end, behind.start)))


def undescribed(gap: str) -> str:
    """The words that lead to a place, without what tells before a dash what it is."""
    return _DESCRIPTION.sub("", gap) if gap.endswith(("——", "——“")) else gap
