"""The zone that a row of buildings stands in, where the sentence says no more than what became of them: 甲大厦、乙广场等楼宇已竣工."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.relations.scene import MASK, ROW, Group, Pair, Scene

__all__ = ["standing"]

#: What zones end in that hold parks as well as buildings, and those that hold buildings only.
_OF_PARKS = "高新区|高新技术产业开发区|经开区|开发区|商务区|新区|新城|片区"
_WIDE = re.compile(f"(?:{_OF_PARKS})$")
_ZONE = re.compile(
    f"(?:{_OF_PARKS}|园区|产业园|科技园|工业园|软件园|创新园|集聚区|功能区|商圈|科学城|科技城|金融城|滨江|岛|小镇)$"
)
#: What a building's name ends in; any other carrier may be a park.
_BUILDING = re.compile(
    "(?:大厦|广场|中心|楼|天街|天地|SOHO|IFC|ICC|MALL|汇|商城|商厦|百货|塔|座|双子[星塔座]|里|坊)(?:[一二三]期|[A-Z东西南北]座)?$"
)
#: Zones that are no part of another one.
_AS_LARGE = re.compile("(?:高新区|经开区|开发区|综保区|综合保税区|保税区|自贸区|新区|试验区|示范区|商圈|科学城|新城)$")
#: The names in a row that a sentence or a later part of it opens with, and what may stand before them.
_NAMES = rf"[“]?(?:{MASK}+(?:（[^）]{{0,16}}）)?[{ROW}]*)*+"
_LEAD = "(?:目前|其中|现有|已建成的|建成的|截至目前|近年来|以及|去年以来|今年以来)?，?"
_OPENS = re.compile(rf"{_LEAD}{_NAMES}")
_LATER = re.compile(rf"(?:（[^）]{{1,24}}）)?[^。；]{{0,120}}[，：]{_LEAD}{_NAMES}")
#: Words for what is not in the zone that the sentences are about.
_OUTSIDE = re.compile("(?:之外|以外|周边|附近|外围|层面|相邻|毗邻|同时)(?:的|，|地区|区域)")
_BRACKETED = re.compile(f"[”]?(?:（[^）]{{0,16}}）)[{ROW}]+|[{ROW}]*")
#: Behind one of the row: what its items are, or what became of them.
_ARE = "楼宇|载体|大厦|写字楼|商务楼|专业园|孵化器|综合体|商场|商业体|标志性项目|地标|街区"
_BECAME = "竣工|封顶|建成|投用|投入使用|落成|开业|交付|启用|开园|投运|试运营|(?:完成|启动)(?:或启动)?改造|焕新|拔地而起"
_TOLD = re.compile(
    rf"(?:（[^）]{{0,16}}）)?[{ROW}]*{_NAMES}(?:(?:[^，。；：、{MASK}]{{1,14}}、){{0,4}}[^，。；：、{MASK}等]{{0,14}}等)?"
    rf"(?:[^，。；：、{MASK}在与和]{{0,8}}?(?:{_ARE})|[两三四五六七八九十\d]{{0,2}}[栋座幢处个]?(?:主体|一期|二期|项目)?(?:已经?|先后|相继|陆续|均|刚刚|全面|正式|如期|基本|即将)*(?:{_BECAME}))"
)


def standing(scene: Scene, own: Pair, group: Group, about: Pair | None) -> list[Known]:
    """The zone that the sentence opens with, or else the one that the sentences before are about.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The carrier.
    group:
        The places that are named together with it.
    about:
        The zone that the sentences before are about.
    """
    if about is not None and _may_hold(about[1], own[1]) and _has_them(scene, own):
        return [about[1]]
    if not _TOLD.match(scene.between(own[0].end, scene.end)):
        return []
    firms = [m for m, _ in scene.of("Enterprise")]
    groups = [g for g in scene.groups if not any(m.start <= g.start and g.end <= m.end for m in firms)]
    if group not in groups:
        return []
    row = _row(scene, groups, group)
    first, before = groups[0], scene.between(scene.start, own[0].start)
    if row is first and about is not None:
        zone = about[1]
        later = _OPENS.fullmatch(before) or _LATER.fullmatch(before)
    elif row is first or not _opens(scene, zones := groups[groups.index(row) - 1]):
        return []
    else:
        zone = zones.places[0].pair[1]
        later = _LATER.fullmatch(scene.between(zones.end, own[0].start))
    return [zone] if later and not _OUTSIDE.search(before) and _may_hold(zone, own[1]) else []


#: A sentence about a zone that does not name it: 作为全市唯一的…，建有甲园、乙园等专业园区; 丙新城已建成…；建成甲广场、乙城等商业体.
_HAS = re.compile(
    rf"(?:作为[^，。；：]{{2,30}}，)?(?:目前|现|已|还|共|先后)*(?:建有|拥有|设有|建成(?:并)?(?:投用|运营)?了?)[^，。；：、{MASK}]{{0,8}}{_NAMES}"
)
_KINDS = re.compile(rf"[{ROW}]*{_NAMES}等?[^，。；：、{MASK}]{{0,6}}(?:园区|产业园|{_ARE})")


def _has_them(scene: Scene, own: Pair) -> bool:
    told = _HAS.fullmatch(scene.between(scene.start, own[0].start))
    return bool(told and _KINDS.match(scene.between(own[0].end, scene.end)))


def _opens(scene: Scene, group: Group) -> bool:
    """Whether a sentence, or what stands behind a colon, begins with one place."""
    return len(group.places) == 1 and scene.between(scene.start, group.start)[-1:] in ("", "：")


def _row(scene: Scene, groups: list[Group], group: Group) -> Group:
    """The group that a row begins with, where another name in brackets stands behind one of its items: 甲大厦（甲厦）、乙楼."""
    for before in reversed(groups[: groups.index(group)]):
        if not _BRACKETED.fullmatch(scene.between(before.end, group.start)):
            break
        group = before
    return group


def _may_hold(zone: Known, building: Known) -> bool:
    """Whether a place is a zone that may hold a building, or a park; one whose name begins with a place elsewhere is compared with."""
    wide = _ZONE if _BUILDING.search(building.name) else _WIDE
    if zone is building or zone.type not in ("Carrier", "BusinessCircle") or not wide.search(zone.name):
        return False
    elsewhere = any(s == 0 and not zone.name.startswith(n[:2]) for s, _, n in find_divisions(building.name[:4]))
    return not elsewhere and not _AS_LARGE.search(building.name)
