"""The area that a carrier stands in by the words before it: 在丙街道建设X, 位于甲路以北的X, 丁镇内，X."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.relations.here import holds
from graph.reading.relations.scene import MASK, Group, Pair, Scene
from graph.reading.relations.turns import respectively
from graph.reading.relations.wholes import INSIDE, is_subject, made_of_it

__all__ = ["AREAS", "bounding", "built", "reaching"]

#: What a carrier stands in that is no carrier itself.
AREAS = ("Subdistrict", "BusinessCircle", "Road", "Community", "District")
#: Before a carrier: 在丙街道建设X, 丁镇规划打造X.
_BUILT = re.compile(
    r"(?:在)?[^，。；：]{0,14}?(?:以|的|内|中|上|里)[^，。；：]{0,12}$|(?:在)?[^。；：]{0,30}?(?:建设|共建|打造|建成|规划|谋划|布局|建有|设有|设立|引入|引进|依托|拥有|包括|加快|推进|支持|盘活|改造|落成|形成|集聚|汇聚|启动|开建|开工|建起|增设|(?:投入)?(?:运营|使用)|启用|投用|新建|兴建|筹建|新增|揭牌|挂牌|开园|开放|开业|有)[^，。；：]{0,12}$"
)
#: 丙镇与甲集团合作打造, before what they make.
_WITH_A_FIRM = re.compile(
    rf"(?:与|联合|携手|会同)[“]?{MASK}++[”]?(?:公司|集团)?(?:战略|深度|共同|合作|联合|联手|携手)*(?:打造|建设|开发|共建|规划|启动|改造)(?:了|的)?[^，。；：{MASK}]{{0,8}}"
)
#: Between a place and the carrier that lies there: 位于甲城核心区的乙园, 位于甲路以北的乙园.
_LYING = re.compile(r"[^。；：■]{0,18}的[“]?")
#: 把丙镇的低效厂房改造为X: between a place and what something there is made into.
_MADE_INTO = re.compile("(?:内|里)?的?[^，。；：■]{2,20}(?:改造|改建|改|打造|升级|转型|更新|盘活|建设|变)(?:成为|成|为|作)[“]?")
#: Between two roads and the carrier at their corner: 甲路与乙路交会处的丙园.
_CORNER = re.compile("(?:交[汇会叉][处口]|以[东南西北]|[东南西北]侧)的[“]?")
#: 丙区加快对接甲园, 丙社区新建载体的租金高于甲园, 位于丙区连接甲园和乙园的枢纽: between a place and a park that it only has to do with, or is compared with.
_MEETS = re.compile(
    "(?:(?:对接|融入|呼应|接轨|联动|借力|参观|考察)|[高低优好多少大小快早晚]于|(?:链接|连接|衔接|串联|联通|沟通)(?:[“]?■[■“”、和与及]*)?)[“]?$"
)
#: Behind a carrier that is only near: 在乙城周边.
_AROUND = re.compile("[”]?(?:一带|周边|附近|周围|沿线|外围|门口)")


def _by_name(scene: Scene, own: Pair, group: Group, nearest: Group, places: list[Known]) -> list[Known]:
    """Of several areas before several carriers those that the carrier's name begins with: 在甲区、乙区建设甲智造园、丙园 says of no other pair."""
    respective = "分别" in scene.text[max(nearest.start - 3, scene.start) : group.start]
    several = len(places) > 1 and len(group.of(("Carrier",))) > 1 and not respective
    if not several:
        return places
    return [k for k in places if own[1].name.startswith(divisions.short_form(k.name))]


def built(scene: Scene, own: Pair, group: Group, home: Known | None) -> list[Known]:
    """The areas right before it that the sentence speaks of: 在丙街道建设X, 丁镇规划打造X, 丙街道内，X.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The carrier.
    group:
        The places that are named together with it.
    home:
        The replying district.
    """
    before = [g for g in scene.groups if g.end <= group.start and g is not group]
    if not before:
        return []
    nearest = before[-1]
    gap = scene.between(nearest.end, group.start)
    areas = nearest.of((*AREAS, "Carrier") if len(nearest.places) > 1 and "分别" in gap else AREAS)
    places = [p[1] for p in respectively(scene, own, areas) if p[1] is not home and not holds(p[1], home)]
    if any(k is home for _, k in areas) and all(k.type == "District" for k in places):
        return []  # 我区与乙区共建丙园: in which of the two is not said
    if places and all(k.type == "Road" for k in places):
        first = next(g for g in before if g is nearest or nearest.places[-1].pair in bounding(scene, g))
        places = [k for _, k in bounding(scene, first)]
    near = (
        len(gap) <= 40
        and _BUILT.fullmatch(gap)
        and (_WITH_A_FIRM.fullmatch(gap) or not re.search(rf"{MASK}{{2,}}.*{MASK}{{2,}}", gap))
    )
    lead = scene.between(scene.start, nearest.start)
    lies = bool(_LYING.fullmatch(gap) and re.search("(?:位于|坐落于?|坐落在|地处)$", lead))
    lies = lies or bool(_CORNER.fullmatch(gap) and not nearest.of(("Carrier",)))
    if lies and (carriers := nearest.of(("Carrier",))):
        places = [k for _, k in carriers if k is not own[1]]
    lies = lies or bool(_MADE_INTO.fullmatch(gap) and lead[-1:] in ("把", "将"))
    at = gap.rstrip("“") == "，" and re.search("(?:^|[，：])在$", lead)
    # 丙镇在乙城试行…: where the town does it is in the town; not 丙镇、丁镇在乙城周边试行….
    doing = (
        gap == "在" and [k.type for k in places] == ["Subdistrict"] and not _AROUND.match(scene.between(own[0].end, scene.end))
    )
    near = near and not _MEETS.search(gap)
    places = _by_name(scene, own, group, nearest, places)
    if made_of_it(lead, gap):
        return places
    return places if (near or at or doing or lies or INSIDE.fullmatch(gap)) and (lies or is_subject(scene, nearest)) else []


#: Between two of the roads that bound something: 甲路以北、乙路以东.
_SIDE = re.compile("(?:以[东南西北]|[东南西北]侧)[、，]")


def bounding(scene: Scene, first: Group) -> list[Pair]:
    """The roads of a group and of those right behind it, where the words between say that all of them bound what is spoken of.

    Parameters
    ----------
    scene:
        The sentence.
    first:
        The first of the groups.
    """
    roads, last = first.of(("Road",)), first
    for group in (g for g in scene.groups if g.start >= first.end):
        if not roads or not _SIDE.fullmatch(scene.between(last.end, group.start)):
            break
        roads, last = [*roads, *group.of(("Road",))], group
    return roads


#: 甲镇西南角和乙镇东部: between two towns on whose sides one park lies.
_ON_BOTH_SIDES = re.compile("[东西南北中]{1,2}[部角端](?:区域|地区|一带)?[、和与及]")

#: 乙街道以南: beside the town, and not in it.
_BEYOND = re.compile("[”]?(?:以?[东西南北]侧|以[东西南北]|附近|周边)")


def reaching(scene: Scene, own: Pair, first: Group) -> list[Pair]:
    """The next town that a park reaches into, where the words between say which side of the first one it lies on: 位于甲镇西南角和乙镇东部."""
    behind = next((g for g in scene.groups if g.start >= first.end), None)
    if behind is None or not _ON_BOTH_SIDES.fullmatch(scene.between(first.end, behind.start)):
        return []
    if _BEYOND.match(scene.between(behind.end, scene.end)):
        return []
    return [p for p in behind.of(("Subdistrict", "Community")) if p[1] is not own[1]]
