"""Firms that a place before them does not hold: helped or supplied by it, another's, named behind what was brought there."""

from __future__ import annotations

import re

from graph.reading.relations.scene import MASK, ROW, Group, Scene

__all__ = ["acts_for_itself", "came_itself", "is_anothers", "is_ground", "is_item", "only_helped"]

_HELPED = re.compile("推动|支持|带动|服务|面向|鼓励|赋能|对接|采购|学习|借鉴|对标|参照|考察")
#: What between a place and a firm speaks of firms, and what follows a firm that a later clause begins with and that does something.
_OF_FIRMS = re.compile(
    r"[引招][进入引]|[集聚汇][聚集]|吸引|培育|拥有|涌现|入驻|签约|落户|落地|企业|公司|[\d一二三四五六七八九十]家|产业|集群"
)
_DOES = re.compile(
    "[”]?(?:公司|集团)?(?:多次|积极|主动|负责|组织|牵头|配合|反复|正在|将|已经?)(?!入驻|落户|落地|签约|投产|开工|建成)"
)


def acts_for_itself(gap: str, behind: str) -> bool:
    """Whether a firm begins a later clause and does something, whatever the place before it has: 我区将有小区改造，甲公司多次征求意见."""
    return gap.endswith("，") and not _OF_FIRMS.search(gap) and bool(_DOES.match(behind))


#: 甲公司为乙、丙等提供零部件: around who is supplied.
_FOR_THEM = re.compile(rf"(?<!成)(?<!认)(?<!作)为[“]?(?:[^，。；：、■]{{0,10}}[{ROW}]*)?(?:[^，。；：、]{{1,10}}、){{0,6}}$")
_SUPPLIED = re.compile(rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:提供|配套|供应|供货|代工|生产|制造|服务|开发|研发)")


def only_helped(gap: str, behind: str) -> bool:
    """Whether the words around a firm say that something is done for it, or with it."""
    if _FOR_THEM.search(gap) and _SUPPLIED.match(behind):
        return True
    last = gap.rsplit("，", maxsplit=1)[-1]
    joined = "，" in gap and re.match("(?:并|还|也)?(?:与|同|联合|携手|会同)", last)
    return bool(_HELPED.search(last) or joined or re.search(r"(?:联合|携手|会同|牵头|与|由)[^，]{0,6}$|(?:向|给|对)$", gap))


#: 甲、由丙园孵化的乙、丁; 甲（位于丙园）、丁: around a place that is another firm's, before the one in question.
_ITS_OWN_FIRM = re.compile(rf"(?:孵化|培育|引进|引入|走出|毕业|成长)?的[“]?{MASK}+[”]?(?:、|和|与|以及|及)[^，。；]*")
_LEADS_ONE = re.compile(f"{MASK}[”]?(?:、|和|与|以及|及)(?:由|从|自|来自|落户|入驻|位于)[“]?$")
_BRACKETED = re.compile(r"[^（）]*）[、，和与及][^。；]*")


def is_anothers(scene: Scene, group: Group, begin: int) -> bool:
    """Whether a place tells where a firm in the same row is, or came from, that stands before a position."""
    gap = scene.between(group.end, begin)
    if _BRACKETED.match(gap) and "（" in scene.between(scene.start, group.start):
        return True
    return bool(_ITS_OWN_FIRM.fullmatch(gap) and _LEADS_ONE.search(scene.between(scene.start, group.start)))


#: 吸引了甲基地、乙平台等入驻，集聚了丙公司: around places that came themselves, before the firm.
_BROUGHT = re.compile(rf"(?:吸引|引进|引入|招引|引育|促成)(?:了|来|到)?[“]?(?:{MASK}[{ROW}]*)?$")
_CAME_IN = re.compile(rf"[{ROW}]*[^。；]{{0,40}}?(?:入驻|进驻|落户|落地)(?:我[区县市])?，")


def came_itself(scene: Scene, group: Group, begin: int) -> bool:
    """Whether places before a position are what was brought, and hold nobody that a later clause names."""
    brought = _BROUGHT.search(scene.between(scene.start, group.start))
    return bool(brought and _CAME_IN.match(scene.between(group.end, begin)))


#: 甲园规划五平方公里，覆盖乙村、丙村，丁公司落户: before the ground that a park takes up.
_COVERS = re.compile(f"(?:覆盖|涉及|涵盖|横跨|地跨|原[是为]|前身是|征用|征收|搬迁)(?:了|到)?[^，。；：、的{MASK}]{{0,4}}[、]?$")


def is_ground(scene: Scene, group: Group) -> bool:
    """Whether villages or streets are only the ground that a park takes up, which holds the firms."""
    covered = _COVERS.search(scene.between(scene.start, group.start))
    return bool(covered) and not group.of(("Carrier", "BusinessCircle", "District"))


def is_item(scene: Scene, group: Group) -> bool:
    """Whether a place is one of a list of things that are done themselves: 甲大厦等项目投用, 甲中心、乙公司等项目落地."""
    row = scene.between(group.end, scene.end).lstrip("”")
    if _ONE_OF.match(row):
        return True
    return bool(_IN_A_ROW.match(row)) and not scene.between(scene.start, group.start).endswith(("在", "于", "户", "驻", "是"))


_ONE_OF = re.compile(r"等[^，。；：■]{0,10}(?:项目|载体|楼宇|平台|园区|地标|综合体|工程|设施|街区)")
_IN_A_ROW = re.compile(rf"(?:、[“”]?{MASK}+[“”]?){{1,20}}等")
