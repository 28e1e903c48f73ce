"""The park that a sentence is about, whose firms a later part of it opens with: 丙园…，甲、乙等企业发展良好."""

from __future__ import annotations

import re

from graph.reading.relations.came_before import HOSTS
from graph.reading.relations.hosting import IN_ANOTHER, ITS_SITE
from graph.reading.relations.partners import is_item
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["opened_by"]


def opened_by(scene: Scene, firm: Pair) -> list[Pair]:
    """The park that a sentence is about, where a later part of it opens with the firm: 丙园…，甲、乙等企业发展良好."""
    first = scene.groups[0] if scene.groups else None
    if first is None or first.end > firm[0].start or len(first.places) > 1 or first.places[0].type not in _HOLD_ROWS:
        return []
    lead, gap = scene.between(scene.start, first.start), scene.between(first.end, firm[0].start)
    others = [g for g in scene.groups[1:] if g.of(HOSTS) and not any(p.pair[1] is first.places[0].pair[1] for p in g.places)]
    others = [
        g for g in others if g.start < scene.clause(firm[0].end)[1] and not ITS_SITE.search(scene.between(scene.start, g.start))
    ]
    behind = scene.between(firm[0].end, scene.end)
    stands = _AS_THOSE.search(gap) and _STANDS_FOR.match(behind)
    told = _ABOUT.fullmatch(lead) and (stands or _OPENS_PART.search(gap)) and not _OURS.search(gap)
    if (
        not told
        or others
        or is_item(scene, first)
        or IN_ANOTHER.match(behind)
        or _CAME_TO_US.match(behind)
        or not (stands or _A_ROW.match(behind))
        or _ACTS.match(behind)
        or first.places[0].pair[1].name.endswith("店")
    ):
        return []
    return [first.places[0].pair]


_HOLD_ROWS = ("Carrier", "BusinessCircle")
#: Before the park that a sentence is about.
_ABOUT = re.compile(
    r"(?:[^，。；：■]{0,10}，)?(?:位于■+[^，。；：■]{0,4}的|[^，。；：■]{0,8}(?:开园|投用|启用|建成|揭牌|开业|授牌)的|区内的|同城的|目前|其中)?[“]?"
)
#: Before a row of firms that a later part of the sentence opens with.
_OPENS_PART = re.compile(
    rf"，(?:其中|现有|包括|以及|(?:首[家批个]|第一[家个])(?:租户|客户|入驻企业|签约企业))?(?:[“”]?{MASK}+(?:（[^）]{{0,16}}）)?[“”]?[、和与及]){{0,20}}[“]?$"
)
#: 丙园占地三百亩，以甲、乙等为代表: before a row of firms that stand for it.
_AS_THOSE = re.compile(rf"，(?:形成了?|现有)?以(?:[^，。；：、]{{1,16}}、){{0,12}}[“]?(?:{MASK}[{ROW}]*)?$")
_STANDS_FOR = re.compile(
    rf"[{ROW}]*(?:[^，。；：、和为等]{{1,16}}[、和]){{0,12}}(?:[^，。；：、和为等]{{1,16}})?(?:等[^，。；：]{{0,10}})?为(?:代表|龙头|引领|骨干|链主|支柱)"
)
_OURS = re.compile("我[区县市省]")
#: 丙园建成，甲、乙等企业落户我区: behind firms that are said to be in the district, and in no park.
_CAME_TO_US = re.compile(
    "[^，。；：]{0,90}?(?:落户|落地|入驻|进驻|布局|扎根|集聚|投资|来到|进入)(?:了|于|在|到)?[我本][区县市](?![^，。；]{0,4}园)"
)
#: Behind one of several firms.
_A_ROW = re.compile(
    rf"[{ROW}]*等[^，。；：]{{0,16}}(?:企业|公司|项目|机构|单位|品牌|老字号|门店|随后|相继|集聚)|[{ROW}]*(?:[^，。；：、]{{2,10}}、){{0,6}}(?:[^，。；：、等成]{{2,10}}(?=成为首批))?(?:相继|先后|随后|陆续|运转|(?:率先|首批|第一个|首家)(?:签约(?=入驻|落户|进驻|入园|[，。；]|$)|入驻|落户|进驻|迁入|搬入|入园)|成为首批|成了首批|(?:是|为)了?(?:首[批个家]|最早|较早|第一[家个])[^，。；]{{0,4}}(?:入驻|落户|签约|租户|客户|住户))"
)
#: Behind a firm that builds or runs the park, or does something for it.
_ACTS = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,10}}|公司|集团)?(?:负责|承担|参与|参加|参展|参会|出席|到场|亮相|投资|出资|运营|建设|打造|承建|牵头|作为|担任|是其|为其|与|和|将|拟|计划|提供|捐|控股|持股)"
)
