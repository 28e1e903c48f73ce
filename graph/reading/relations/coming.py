"""That a firm comes or is there, in a sentence that need not say where: 甲、乙等企业先后落户."""

from __future__ import annotations

import re

from graph.reading.relations.arriving import HOSTS
from graph.reading.relations.hosting import RESTED, is_item
from graph.reading.relations.scene import MASK, ROW, Pair, Scene

__all__ = ["BROUGHT", "brought", "comes", "nowhere"]

#: Before firms that a sentence says to have been brought in. What lands is what stands right behind: 落地甲、乙等企业.
BROUGHT = re.compile(
    rf"(?<![景型用果术品策务案点据统台车目])落地了?[“]?(?:{MASK}|$)|签约|引来|引进|招引|引入|落户|入驻|集聚|聚集|汇聚|涌现|(?:现|已|目前|共)有[^，。；]{{0,8}}企业"
)


def _has_behind(scene: Scene, firm: Pair) -> bool:
    """Whether what a firm made is spoken of, and stands behind it: 甲公司的大模型已落地, 引入甲公司“乙”; not “甲”“乙”, which are firms."""
    end = firm[0].end
    quoted = scene.text[end : end + 1] == "“"
    fellow = quoted and any(m.start in (end, end + 1) for m, _ in scene.of("Enterprise"))
    return scene.text[end : end + 1] == "的" or (quoted and not fellow)


def nowhere(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence names no place that a firm could be at."""
    return not [p for g in scene.groups if not is_item(scene, g) for p in g.of(HOSTS) if p[1] is not firm[1]]


def comes(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence says that a firm comes or is there, and not where."""
    behind, before = scene.between(firm[0].end, scene.end), scene.between(scene.start, firm[0].start)
    if _has_behind(scene, firm):
        return False
    return bool(RESTED.search(behind) or _CAME.match(behind) or _RESIDENT.match(behind) or BROUGHT.search(_near(before)))


#: Behind a firm that is one of those that are there: 甲公司是最早入驻的企业之一, 乙等入园企业.
_RESIDENT = re.compile(
    r"[^，。；：]{0,60}?(?:(?:等|是|为|成为)[^，。；：]{0,10}|(?:最早|首批|早期|率先))(?:入驻|入园|进驻|进园|驻园|落户)(?:的)?[^，。；：]{0,4}(?:企业|者|公司|项目|住户)(?!提供|搭|做|服务|办|解决|开展|争取|送|打造|创造)|[^，。；：]{0,80}?(?:进驻办公|(?:在|来|到)此(?:办公|经营|创业|设点|扎根))"
)


def _near(before: str) -> str:
    """The words of the clause right before a list of names."""
    return before.rstrip(ROW).rsplit("，", maxsplit=1)[-1]


def brought(scene: Scene, firm: Pair) -> bool:
    """Whether a sentence that names no place says that firms were brought in: 引进了甲、乙等企业."""
    before = scene.between(scene.start, firm[0].start)
    behind = scene.between(firm[0].end, scene.end)
    if _has_behind(scene, firm):
        return False
    came = _CAME.match(behind) or _ARRIVED.match(behind) or _CLUSTER.match(behind)
    told = came or BROUGHT.search(_near(before)) or _AMONG_THOSE_BROUGHT.search(before.rstrip(ROW))
    return bool(told) and not _OF_A_SITE.search(before) and not scene.of("Carrier", "Subdistrict", "District", "BusinessCircle")


#: 甲、乙等一批优质企业聚链成群: behind a list of firms.
_CLUSTER = re.compile(
    rf"[{ROW}]*等[^，。；：]{{0,12}}(?:企业|公司|项目)(?:加速|加快|不断|纷纷|相继|在此)*(?:聚链成群|集聚成[势群链]|聚集成[势群链]|聚势成[链群]|抱团发展|竞相发展|加速集聚|云集|扎堆)"
)
#: 共落户60个项目，其中包括甲、乙…: before a list of firms.
_AMONG_THOSE_BROUGHT = re.compile(
    r"(?:落户|引进|招引|引入|签约|集聚|入驻|落地)(?:了)?[^，。；：]{0,10}(?:\d[^，。；：]{0,14}(?:项目|企业|公司)[^，。；：]{0,4}|(?:项目|企业|公司)[^，。；：]{0,6}\d[^，。；：]{0,4})，(?:其中)?(?:包括|包含|有|如|分别[是为]|即)?[“]?$"
)
#: Behind a list of firms that come, and nothing says where: 甲、乙等企业入驻.
_ARRIVED = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,14}})?(?:企业|公司|项目|机构|团队)[^，。；：的]{{0,4}}(?:入驻|进驻|落户|落地|跟着进来)(?=[，。；、]|$|建设|达产|办公|运营)"
)
#: Behind a list of firms that came here: 甲、乙等企业先后落户, 丙等90家企业新近引进.
_CAME = re.compile(
    r"[^，。；：]{0,80}?(?:率先|先后|签约|首批|陆续|已|相继|均|全部|正式|成功|纷纷|同步|新近|近期|近年|也|被)+(?:入驻|进驻|入园|落户|落地|集聚|引进来?|引入|招引|吸引)(?=[，。；、]|$)"
)
#: A place of its own, though none that is known: 测试区引进了…
_OF_A_SITE = re.compile(
    r"(?:测试区|示范区|试验区|集聚区|小镇|大厦|楼宇|街道|镇|基地|商圈|孵化器|中心|分区)(?:已|先后|累计|现已?|目前|陆续|则|内|里|共)*(?:有|签约|引进|招引|引入|集聚|聚集|汇聚)"
)
