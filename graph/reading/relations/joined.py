"""What joins a service: whose places stand before it, and whether what is here has joined it."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.relations.scene import MASK, ROW, Pair, Scene
from graph.records import Mention

__all__ = ["have_joined", "is_fed", "is_joined_to"]

#: Before what is only joined to, wherever that is: 布设传感器，接入甲平台.
_JOINED_TO = re.compile(
    rf"(?:(?<!先)接入|登录|录入|打开|并入|纳入|归集到|推送[到至]|上传[到至]|汇入|凭(?!借)|打通|配合做好)[^，。；、{MASK}]{{0,6}}[“]?$"
)
#: 将丙街道纳入甲试点: those who are to try it.
_TAKEN_INTO = re.compile("纳入了?(?:全?[国省市区县]级?|首批|第[一二三四]批)*[“]?$")
_ITS_TRIAL = re.compile(
    "[”]?(?:平台|系统|应用|服务|项目)?(?:建设|应用|推广)?(?:首批|第[一二三四]批)?(?:试点|先行先试)(?:单位|街道|社区|镇|园区|学校|医院|名单|范围)?(?=[，。；、]|$)"
)


def is_joined_to(scene: Scene, mention: Mention) -> bool:
    """Whether the places before a scenario are those of something else, which is joined to it; not 丙医院也将接入甲."""
    before = scene.between(scene.start, mention.start)
    tried = _TAKEN_INTO.search(before) and _ITS_TRIAL.match(scene.between(mention.end, scene.end))
    return bool(_JOINED_TO.search(before)) and not (tried or _JOINS.search(before))


#: Before a service that the house or the park which the clause begins with takes part in, or is made to: 将丙医院、丁社区接入甲.
_JOINS = re.compile(
    rf"(?:^|[，；]|[，；][^，。；]{{0,6}}，)(?:[^，。；{MASK}]{{0,6}}[将把])?[{ROW}]+(?:等[^，。；、{MASK}]{{0,6}}|的?\d+余?[个家处座所栋][^，。；、{MASK}]{{2,6}}?|的?[^，。；、{MASK}]{{2,6}}(?:中心|窗口|大厅|卫生院|服务站|医院|学校))?(?:全部|均已|也|还|均|已|都|将|正式|率先|先后|陆续)*接入了?(?:[全省市区县]级?)?[“]?$"
)


#: 全区停车场均已接入甲平台: what is here has joined it, so that it is used here, whoever runs it.
_HAVE_JOINED = re.compile(
    r"(?:^|[，；：])[^，。；：]{2,24}?(?<![力争将拟应可能])(?:全部|均|都|已经|已|统一|先后|相继|全面|陆续|悉数)+"
    rf"(?:接入|(?:完成|实现)与)了?(?:[全市区县]级?(?:统一)?的?)?(?![^，。；、]{{0,4}}(?:国家|省|全国))[^，。；、{MASK}]{{0,6}}[“]?$"
)
_NOT_YET_JOINED = re.compile("将|拟|计划|推动|鼓励|要求|应当?|逐步|是否|您|建议|下一步|未|省|国家|部署|公司|集团|企业的?")


def have_joined(scene: Scene, mention: Mention, home: Known | None) -> bool:
    """Whether things here are said to have joined a service: 辖区停车场全部接入甲平台; not those of another place or of a firm."""
    joined = _HAVE_JOINED.search(scene.between(scene.start, mention.start))
    if joined is None or _NOT_YET_JOINED.search(joined.group()):
        return False
    start = scene.start + joined.start()
    return not any(start <= m.start < mention.start and k is not home for m, k in scene.of("District", "Enterprise"))


#: 监测数据接入甲系统: before a system that something is only put into.
_INTO = re.compile(f"(?<=[\u4e00-\u9fff{ROW}]{{2}})(?:接入|接上|连上|连入|纳入|并入|汇入)(?:到|至|了)?[^，。；、{MASK}]{{0,4}}$")
_A_SYSTEM = re.compile("(?:平台|系统)$")


def is_fed(scene: Scene, scenario: Pair) -> bool:
    """Whether data are put into a system that is called by what it does alone, which the place itself then runs.

    A quotation, a name that the country knows and one that a place or its level begins are mostly those of a larger place.
    """
    mention, known = scenario
    into = _INTO.search(scene.between(scene.start, mention.start))
    firms = any(m.start < mention.start for m, _ in scene.of("Enterprise"))
    if into is None or firms or scene.text[mention.start - 1] == "“" or mention.rule == "service.known":
        return False
    return bool(_A_SYSTEM.search(known.name)) and known.name[0] not in "国省市全" and not find_divisions(known.name)
