"""Firms that a place before them does not hold: helped or supplied by it, another's, named behind what was brought there."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.relations.excepted import is_around
from graph.reading.relations.scene import MASK, ROW, Group, Pair, Scene

__all__ = [
    "acts_for_itself",
    "ends_a_stretch",
    "holds_nobody",
    "is_item",
    "is_partner",
    "only_helped",
    "only_signs",
    "works_with",
]

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


#: 从甲电厂到乙公司路段的路权: around a firm that only says how far something goes.
_ENDS_AT_IT = re.compile("(?:从|自|由)[^，。；：]{1,20}(?:至|到)[“]?$")
_STARTS_AT_IT = re.compile("(?:从|自|由)[“]?$")
_STRETCH = re.compile("[”]?(?:门[口前])?(?:之间|沿线|的?(?:一段|路段|区间|道路|路面)|段|一线)")
_ON_TO = re.compile("[”]?(?:门[口前])?(?:至|到)[^，。；：]{1,20}?(?:之间|沿线|一段|路段|区间|道路|路面|段)")


def ends_a_stretch(gap: str, behind: str) -> bool:
    """Whether a firm is one end of a stretch of road: 拥有从甲电厂到乙公司路段的路权."""
    return bool((_ENDS_AT_IT.search(gap) and _STRETCH.match(behind)) or (_STARTS_AT_IT.search(gap) and _ON_TO.match(behind)))


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


def _is_anothers(scene: Scene, group: Group, begin: int) -> bool:
    """Whether a place tells where a firm in the same row is, or came from, that stands before a position."""
    gap = scene.between(group.end, begin)
    if _BRACKETED.match(gap) and "（" in scene.between(scene.start, group.start):
        return True
    return bool(_ITS_OWN_FIRM.fullmatch(gap) and _LEADS_ONE.search(scene.between(scene.start, group.start)))


#: 吸引了甲基地、乙平台等入驻，集聚了丙公司: around places that came themselves, before the firm.
_BROUGHT = re.compile(rf"(?:吸引|引进|引入|招引|引育|促成)(?:了|来|到)?[“]?(?:{MASK}[{ROW}]*)?$")
_CAME_IN = re.compile(rf"[{ROW}]*[^。；]{{0,40}}?(?:入驻|进驻|落户|落地)(?:我[区县市])?，")


def _came_itself(scene: Scene, group: Group, begin: int) -> bool:
    """Whether places before a position are what was brought, and hold nobody that a later clause names."""
    brought = _BROUGHT.search(scene.between(scene.start, group.start))
    return bool(brought and _CAME_IN.match(scene.between(group.end, begin)))


#: 甲园规划五平方公里，覆盖乙村、丙村，丁公司落户: before the ground that a park takes up.
_COVERS = re.compile(f"(?:覆盖|涉及|涵盖|横跨|地跨|原[是为]|前身是|征用|征收|搬迁)(?:了|到)?[^，。；：、的{MASK}]{{0,4}}[、]?$")


def _is_ground(scene: Scene, group: Group) -> bool:
    """Whether villages or streets are only the ground that a park takes up, which holds the firms."""
    covered = _COVERS.search(scene.between(scene.start, group.start))
    return bool(covered) and not group.of(("Carrier", "BusinessCircle", "District"))


#: 紧密对接乙市创新资源，集聚丙公司; 抢抓乙市产业外溢机遇，引进丙公司: around a place that one only turns to, for what comes from there.
_TURNS_TO = re.compile(
    f"(?:对接|抢抓|抓住|紧抓|把握|承接|融入|接轨|链接|响应|呼应|借力|瞄准|紧盯|主攻|深耕)了?[^，。；：、{MASK}]{{0,6}}[“]?(?:{MASK}[{ROW}]*)?$"
)
_FROM_THERE = re.compile("[”]?(?:等[^，。；：]{0,4})?[^，。；：]{0,30}，")


def _is_turned_to(scene: Scene, group: Group, begin: int) -> bool:
    """Whether a district is only one that somebody turns to before a later clause names who came."""
    turned = _TURNS_TO.search(scene.between(scene.start, group.start))
    elsewhere = all(place.type == "District" and not _is_ours(scene, place.pair) for place in group.places)
    return bool(turned and elsewhere and _FROM_THERE.match(scene.between(group.end, begin)))


def _is_ours(scene: Scene, place: Pair) -> bool:
    """Whether a place is the replying district or lies in it."""
    own = scene.reply.where.code
    return own is not None and divisions.inside(str(place[1].code), own)


def holds_nobody(scene: Scene, group: Group, begin: int) -> bool:
    """Whether a place is another firm's, was brought itself, is only ground, only turned to or only near, so that it holds no firm at a later position."""
    return (
        _is_anothers(scene, group, begin)
        or _came_itself(scene, group, begin)
        or _is_ground(scene, group)
        or _is_turned_to(scene, group, begin)
        or (group.places[-1].type == "Carrier" and is_around(scene.between(group.end, begin)))
    )


def is_item(scene: Scene, group: Group) -> bool:
    """Whether a place is one of a list of things that are done themselves: 甲大厦等项目投用, 甲中心、乙公司等项目落地."""
    row = scene.between(group.end, scene.end).lstrip("”")
    if _ONE_OF.match(row):
        return True
    return bool(_IN_A_ROW.match(row)) and not scene.between(scene.start, group.start).endswith(("在", "于", "户", "驻", "是"))


_ONE_OF = re.compile(r"等[^，。；：■]{0,10}(?:项目|载体|楼宇|平台|园区|地标|综合体|工程|设施|街区)")
_IN_A_ROW = re.compile(rf"(?:、[“”]?{MASK}+[“”]?){{1,20}}等")


#: 丙园的运营商甲集团, 丙园的联盟成员包括甲、乙: right before firms that are no tenants.
_IS_A_PARTNER = re.compile(
    rf"(?:运营商|服务商|供应商|承建商|承包商|施工方|合作方|合作伙伴)(?:是|为|包括|有)?[“]?(?:{MASK}[{ROW}]*)?$"
    r"|(?:成员|会员|理事|发起|共建)(?:单位|企业)(?:包括|有|含|为)[^，。；：]{0,40}$|(?:联盟|协会|商会)[^。；：]{0,16}，成员(?:包括|有|含|为)[^，。；：]{0,40}$"
)
_AS_A_PARTNER = re.compile(
    rf"[{ROW}]*(?:等[^，。；、]{{0,8}})?(?:作为|担任)(?:其|园区)?[^，。；、]{{0,6}}(?:伙伴|合作单位|合作方|服务商|供应商|运营商|运营方|顾问)"
)
#: 丙园企业进入甲公司的供应链, 我区企业与甲公司联合攻关: around a firm that those of a place only work for, or with.
_FIRMS_OF_IT = re.compile(
    rf"(?:企业|公司|商户|租户|产品)[^，。；、{MASK}]{{0,10}}?(?:进入|成为|跻身|打入|融入|纳入|加入|获得|获|取得|租用|为|给|向|与|同)[“]?(?:{MASK}[{ROW}]*)?$"
)
_WORK_FOR_IT = re.compile(
    rf"[{ROW}]*(?:等[^，。；、]{{0,8}})?的?[^，。；、]{{0,8}}?(?:贷款|授信|融资|订单|供应|配套|供货|代工|外包|客服|采购|名录|联合(?!体)|攻关|合作|对接|竞标|中标|签订|签署|长期|建立|开展|达成)"
)

#: 由丙新城、丁院及孵化机构甲公司联合建设: between a place and a firm in the same row, and behind the last of it, what they do together.
_BESIDE_IT = re.compile("[”]?(?:管委会|政府)?(?:、|和|与|及|以及)(?:(?!入驻|落户|引进|集聚|企业的?■|[内里]的)[^，。；：]){0,60}")
_MAKE_IT = re.compile(
    rf"[{ROW}]*(?:公司|集团|等[^，。；：、]{{0,8}})?(?:[两三四五]方)?(?:共同|联合|合作|携手|协同){{1,2}}(?:投资|出资)?(?:建设|打造|共建|开发|运营|发起|组建|设立|成立|兴建|建成|推出|搭建|创办)"
)


#: 丙园孵化企业200家，甲公司派出导师: behind a firm that a later clause begins with, and that only does something for them.
_LENDS_A_HAND = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,8}})?(?:公司|集团)?(?:也|还|均|则|负责)*(?:派出|派驻|选派|委派|捐赠|赞助|总承包|施工总承包|承建|中标|参展|到会|到场|出席)"
)


def is_partner(gap: str, behind: str) -> bool:
    """Whether firms are those that run a place or supply it, or that its own firms work for or with: 丙园企业进入甲公司的供应链.

    Parameters
    ----------
    gap:
        The words between the place and the firm.
    behind:
        Those behind the firm.
    """
    if gap.endswith("，") and _LENDS_A_HAND.match(behind):
        return True
    if _BESIDE_IT.fullmatch(gap) and _MAKE_IT.match(behind):
        return True
    if _AS_A_PARTNER.match(behind) or (_FIRMS_OF_IT.search(gap) and _WORK_FOR_IT.match(behind)):
        return True
    runs = _IS_A_PARTNER.search(gap) and not _CAME.search(gap.rpartition("，")[2])
    return bool(runs or (works_with(gap, behind) and not _CAME.search(gap)))


#: Between a place and those who came there, whatever else they are: 丙园引进运营商甲集团; not 入驻企业.
_CAME = re.compile("(?:引入|引进|招引|引来|迎来|入驻|落户|集聚|汇聚|聚集)(?!的?(?:企业|商户))")


#: 我区企业丁与甲公司长期合作: before and behind a firm with which another one works.
_WITH_IT = re.compile(rf"(?:{MASK}[”]?|，)(?:还|也|曾|并)?[与同][“]?(?:{MASK}[{ROW}]*)?$")
_WORKS_WITH = re.compile(
    rf"[{ROW}]*(?:[^，。；、等]{{2,8}}、){{0,3}}(?:[^，。；、等]{{2,8}}?)?(?:等[^，。；、]{{0,8}})?(?:长期|深度|开展|达成|建立|签订|签署|同台|联合(?=中标|研发|攻关|开展|申报|推出|打造)|携手|合作|竞标)"
)
#: 向甲银行办理项目贷款, 争取到乙行专项基金: around who only gives the money.
_FROM_IT = re.compile(rf"(?:向|从|争取到?|申请到?|获得?|获批|得到|取得)了?[“]?(?:{MASK}[{ROW}]*)?$")
_LENDS = re.compile(rf"[{ROW}]*(?:等[^，。；：、]{{0,8}})?[^，。；：、]{{0,6}}?(?:贷款|授信|融资|信贷|专项基金|专项债|借款)")


def works_with(before: str, behind: str) -> bool:
    """Whether a firm is only the one with which another works, or who lends the money, wherever it is itself.

    Parameters
    ----------
    before:
        The words that lead to it.
    behind:
        Those behind it.
    """
    works = _WITH_IT.search(before) and _WORKS_WITH.match(behind)
    return bool(works or (_FROM_IT.search(before) and _LENDS.match(behind)))


#: 城投集团与甲、乙等6家公司签约: around those with whom one signs, unless they sign for a place or for works there.
_ONE_SIGNS_WITH = re.compile(rf"(?:^|[^{ROW}和、]){MASK}+[”]?[与同][“]?(?:{MASK}[{ROW}]*)?$")
_SIGNED_WITH = re.compile(rf"{_ONE_SIGNS_WITH.pattern}|(?:^|[^{ROW}和、])[与同][“]?(?:{MASK}[{ROW}]*)?$")
_SIGNS = re.compile(
    rf"[{ROW}]*(?:[^，。；：、]{{2,12}}?、){{0,6}}(?:[^，。；：、]{{2,12}}?)?(?:等[^，。；、]{{0,8}})?(?:[\d两三四五六七八九十]{{1,3}}家(?:企业|公司|单位|机构)?)?(?:公司|集团)?"
    r"(?:成功|正式|现场|分别|先后|已|进行了?|举行了?|完成了?){0,4}(?:就[^，。；]{2,14}?)?(?:成功|正式|进行了?|举行了?|完成了?){0,3}(?:签约|签署|签订)(?![^，。；]{0,16}(?:租|落户|入驻|落地|项目|投资))"
    r"(?![^。；]{0,30}，[^。；]{0,10}(?:入驻|落户|落地|租用|搬入|迁[入至]|注册|投产|开业|办公))"
)


def only_signs(before: str, behind: str, *, named: bool = False) -> bool:
    """Whether a firm is one with which somebody signs, wherever it is: of 41 such firms that annotated replies name once, and of which it is not open, two are there.

    Parameters
    ----------
    before, behind:
        The words of the sentence on both sides of it, names masked.
    named:
        Whether who signs has to be told by name: 园区与甲签约 says that it comes there.
    """
    signs = _ONE_SIGNS_WITH if named else _SIGNED_WITH
    return bool(signs.search(before) and _SIGNS.match(behind))
