"""Parks that a sentence says to be some of the district's: 作为我区重点项目之一，甲园…, 全区有楼宇80幢，甲大厦、乙广场等3幢…."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.here import named_here
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["is_among_ours", "is_byname", "is_one_of_ours"]

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


#: 我区素有“丙谷”之称: behind what is no park but what a place is called.
_BYNAME = re.compile("[”]?(?:之称|的?美[誉称]|的?称号)")


def is_byname(scene: Scene, own: Pair) -> bool:
    """Whether the words behind the name of a park say that a place is only called so."""
    return bool(_BYNAME.match(scene.between(own[0].end, scene.end)))


#: The rest of a row of parks, some of other names among them.
_THE_REST = f"[{ROW}]*(?:[^，。；：、和等]{{2,14}}[、和]){{0,8}}(?:[^，。；：、和等]{{2,14}})?"
#: 全区有楼宇80幢，其中亿元楼30幢，甲大厦、乙广场等5幢…: between the district and the first of those named, and behind one.
_SO_MANY = re.compile(
    rf"[^。；：{MASK}]{{0,60}}?\d[余多]?[幢栋座家个处][^。；：{MASK}]{{0,40}}，(?:其中|包括|如)?[“]?(?:{MASK}[{ROW}]*)?"
)
_AND_SO_ON = re.compile(
    rf"{_THE_REST}等(?:\d{{1,3}}[余多]?[幢栋座家个处])?[^，。；：、]{{0,6}}?(?:楼宇|大厦|园区|载体|商场|商圈|街区|孵化器|基地|综合体|示范点|(?<=[幢栋座家个处])(?:年)?税收)"
)


def is_among_ours(scene: Scene, own: Pair, home: Known) -> bool:
    """Whether a park is one of those that a sentence counts for the district.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The park.
    home:
        The replying district.
    """
    named = [span for span in named_here(scene, home) if span[1] <= own[0].start]
    behind = scene.between(own[0].end, scene.end)
    counted = named and _SO_MANY.fullmatch(scene.between(named[-1][1], own[0].start))
    whole = _ALL_OF_IT.fullmatch(scene.between(scene.start, own[0].start)) and _OF_SO_MANY.match(behind)
    one = _SO_MANY_OF_ALL.fullmatch(scene.between(scene.start, own[0].start)) and _IS_ONE.match(behind)
    return bool((counted and _AND_SO_ON.match(behind)) or whole or one)


#: 全区亿元楼有甲大厦、乙广场等6幢: before one of those named, and behind it.
_ALL_OF_IT = re.compile(
    rf"(?:目前|现在|早年|近年来|截至[^，。；]{{1,10}})?，?全[区县市][^，。；：{MASK}]{{0,30}}(?:有|包括|达到的有)[“]?(?:{MASK}[{ROW}]*)?"
)
_OF_SO_MANY = re.compile(rf"{_THE_REST}等?[\d两三四五六七八九十]{{1,3}}[余多]?[幢栋座家个处大]")
#: 全市首批特色园区有16个，甲园是其中之一: before one of those counted, and behind it.
_SO_MANY_OF_ALL = re.compile(
    rf"[^。；：]{{0,12}}全[区县市][^，。；：{MASK}]{{2,40}}\d[余多]?[幢栋座家个处]，[“]?(?:{MASK}[{ROW}]*)?"
)
_IS_ONE = re.compile(
    rf"[{ROW}]*(?:等)?(?:(?:就|也|均|都|正)?(?:是|在|位列|名列|跻身)(?:其中|其列)|[^，。；]{{0,6}}(?:在列|入列))"
)
