"""The place that words lead to which say what it is: 位于乙区产业高地——丙园, 落户我区人工智能承载区——丁城, 位于我区东部的戊街道."""

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
    f"(?<=[于在户驻址至到处落地子])(?:{MASK}{{2,30}}|[我全本][区县市省])[”]?的?(?:(?!{_GOES_ON})[^，。；：、{MASK}]){{1,30}}——[“]?$"
)

#: 位于我区东部的丙街道, 落户面积最大的丁镇, 总部就在我区戊园: whose the place is and what of it, behind a verb of coming or a preposition.
_OURS = "[我全本][区县市旗州]"
_WHICH_OF_OURS = re.compile(
    rf"(?:(?<=[于在到至入驻户处]){_OURS}(?:(?:境内|辖区|范围内|内)?的?|(?![与和同对为及]|[^，。；：、■]{{0,6}}(?:打造|建设|开发|运营|投资|创办|布局|承建|收购)的)[^，。；：、■]{{1,14}}的)"
    r"|(?:(?<=[位落设处居]于)|(?<=[入驻户处])|(?<=[落设建]在))(?![与和同对为及])[^，。；：、■]{1,14}的)(?=[“]?$)"
)


def is_described(scene: Scene, group: Group) -> bool:
    """Whether a place only begins the words that tell what the next one is, which stands behind a dash."""
    behind = next((g for g in scene.groups if g.start >= group.end), None)
    return behind is not None and bool(_WHAT_IT_IS.fullmatch(scene.between(group.end, behind.start)))


def undescribed(gap: str) -> str:
    """The words that lead to a place, without those that tell which of ours it is, or before a dash what it is."""
    return _DESCRIPTION.sub("", gap) if gap.endswith(("——", "——“")) else _WHICH_OF_OURS.sub("", gap)
