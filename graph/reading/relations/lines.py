"""What places a line links: an air route, a bus, a parcel round."""

from __future__ import annotations

import re

from graph.reading.relations.scene import MASK, Group, Pair, Scene
from graph.reading.relations.venues import exact_places
from graph.records import Mention

__all__ = ["route"]

#: 航线由甲飞往乙, 从甲起飞，降落于乙.
_ROUTE = re.compile(
    r"(?:^|[，。；]|又?开通了?)[^，。；]{0,6}(?:由|从|飞往|飞抵|降落(?:于|在)|往返(?:于)?|至|到|抵达)[^，。；]{0,10}$"
)


#: Behind an air route, up to where it takes off: 航线由, 航线在我区开通：从.
_FLIES = re.compile(
    rf"[”]?(?:[^，。；{MASK}]{{0,6}}|在(?:[我本全][区县市]|{MASK}+)(?:正式|成功)?开通)[，：]?(?:由|从)(?=[^。；]*(?:起飞|飞往|飞抵|降落))"
)
#: Behind a line, before the places that it links: “丙巴士”串联甲园与乙商圈.
_LINKED = re.compile(
    "[”]?[^。；]{0,30}?(?:串联|连接|连通|联动|往返于?|衔接|途经|通达|直达|通往|开往|驶往)(?:起|了)?(?:[^，。；、■由从到至]{2,8}(?:与|和|、))?[“]?$"
)
#: “丙邮路”，航线由县城通往丁镇.
_ITS_LINE = re.compile("[”]?[^，。；“”]{0,6}，(?:该|其)?(?:航线|线路|路线|全线|全程)")
_LINE = re.compile("航线|线路|路线|专线|快线|公交|巴士|班车|班列|专列|接驳|邮路")
#: “丙”学生接送专线途经丁街道: what it is called behind its name.
_CALLED_A_LINE = re.compile("[”]?[^，。；“”在]{0,8}?(?:专线|快线|航线|班车|巴士|微巴|公交|线路|接驳车)")
#: “丙巴士”由丁园发车，终点设在戊街道: before and behind where it starts, and before where it ends.
_SETS_OUT = re.compile("[”]?[^，。；不未]{0,8}?(?:由|从|自)[“]?")
_STARTS = re.compile("[”]?(?:发车|始发|出发|首发)")
_BOUND_FOR = re.compile(
    "[”]?(?:发车|始发|出发|首发)，?(?:[^，。；不]{0,6}，)?(?:开往|驶往|抵达|到达|前往|至|止于)"
    "|[”]?(?:发车|始发|出发|首发)?，?(?:[^，。；不]{0,6}，)?(?:终点站?|终到站?)(?:设在|位于|为|是|在)?"
)
#: From one place to the other, before the line itself: 开通甲镇至乙园的丙巴士; 从甲镇起飞.
_RUNS_FROM = re.compile("(?:开通|开行|开设|增开|新开|运行)[^，。；]{0,3}$")
_TAKES_OFF = re.compile("(?:从|由)$")


def route(scene: Scene, mention: Mention) -> list[Pair]:
    """The places that a route behind a scenario links, or one before it."""
    end = mention.end
    behind = [g for g in scene.groups if g.start >= end]
    if _FLIES.match(scene.between(end, scene.end)):
        starts = [end, *(g.end for g in behind)]
        return [
            p for at, g in zip(starts, behind, strict=False) if _ROUTE.search(scene.between(at, g.start)) for p in exact_places(g)
        ]
    called = _LINE.search(scene.text, mention.start, end + 4) or _CALLED_A_LINE.match(scene.text, end, scene.end)
    if not called and not _ITS_LINE.match(scene.text, end):
        return []
    if behind and (ends := _ends(scene, end, behind)):
        return ends
    before = [g for g in scene.groups if g.end <= mention.start]
    for g in before:
        lead, gap = scene.between(scene.start, g.start), scene.between(g.end, mention.start)
        if _RUNS_FROM.search(lead) and re.fullmatch("(?:至|到|—|-)[^，。；]{0,24}的?[“]?", gap):
            return [p for one in before if one.start >= g.start for p in exact_places(one)]
        if _TAKES_OFF.search(lead) and re.match("起飞", gap):
            return exact_places(g)
    return []


def _ends(scene: Scene, end: int, behind: list[Group]) -> list[Pair]:
    """What a line links that is named before a position, or where it sets out and ends: 串联甲园与乙商圈; 由甲园发车，终点设在乙街道."""
    first, after = behind[0], scene.between(behind[0].end, scene.end)
    if _LINKED.fullmatch(scene.between(end, first.start)):
        return exact_places(first)
    if not _SETS_OUT.fullmatch(scene.between(end, first.start)):
        return []
    bound = [g for g in behind[1:2] if _BOUND_FOR.fullmatch(scene.between(first.end, g.start))]
    return [p for g in (first, *bound) for p in exact_places(g)] if bound or _STARTS.match(after) else []
