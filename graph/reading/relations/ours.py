"""Parks that the words right before them say to be the district's: 作为我区重点项目之一，甲园…."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.here import named_here
from graph.reading.relations.scene import Pair, Scene

__all__ = ["is_one_of_ours"]

#: 作为我区重点项目之一，甲园…: between the district and the park.
_AS_ONE_OF_OURS = re.compile(
    r"的?[^，。；：、与和]{0,20}(?:项目|载体|园区|基地|楼宇|街区|集聚区|孵化器|片区|板块|阵地|名片|地标|窗口|平台)(?:之一)?，[“]?"
)


def is_one_of_ours(scene: Scene, own: Pair, home: Known) -> bool:
    """Whether the words right before a park say it to be one of the district's.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The park.
    home:
        The replying district.
    """
    named = [*named_here(scene, home), *((m.start, m.end) for m, k in scene.inside if k is home)]
    return any(
        scene.between(scene.start, start).endswith("作为") and _AS_ONE_OF_OURS.fullmatch(scene.between(end, own[0].start))
        for start, end in named
        if end <= own[0].start
    )
