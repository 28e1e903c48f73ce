"""The district that is said to have a carrier: 我区形成了X, 我市现有2家，X…, 我区…，X获批, 在乙市建设了X."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.here import holds, named_here, stands_alone
from graph.reading.relations.masks import BY_ROW
from graph.reading.relations.ours import is_among_ours, is_byname, is_one_of_ours
from graph.reading.relations.scene import IN_BRACKETS, MASK, PART_OF, ROW, Pair, Scene
from graph.reading.relations.wholes import is_subject_at

__all__ = ["another", "is_owned"]

_OWNED = re.compile(
    r"(?:有|占|形成|建设|建成|打造|推出|培育|规划|启动|推进|推动|集聚|拥有|包括|创建|布局|发展|盘活|引入|依托|支持|加快|改造|改建|设立|成立|获批|划出|揭牌|挂牌|开园|把|建|用好|做强|做大|即|是|的|如|以|：)[^，。；：与和在于对向到赴■]{0,14}[“]?$"
    r"|(?<!市)(?:集中|分布|集聚|布局|放)[在于][“]?$"
    # 我区获批甲，落地全省首个乙园
    r"|(?:^|[，；])(?:先后|成功|陆续|正式|已)*落地(?:了)?(?:全[国省市]|[我本][省市]|■+)?首[个家座][^，。；：■]{0,6}[“]?$"
    # 我区围绕“一谷一园”（甲谷、乙园）布局
    r"|(?:形成|构建|打造|围绕|聚焦|建设|布局|推进)[^，。；：■]{0,6}“[^”■]{2,12}”[^，。；：（■]{0,6}（[“]?$"
)
#: 我区还将甲园、乙园纳入…; 我区将甲园的做法推广 takes something of a park, which may be anywhere.
_PUTS = re.compile(rf"[将把][“]?(?:{MASK}[{ROW}]*)?$")
#: 我区现有的项目有甲、乙度假区、丙: items of other names before it in the row.
_OWNED_ROW = re.compile(
    r"(?:有|包括|形成|建成|打造|拥有|集聚|布局|推进|实施)[^，。；：、与和在于对向到赴■]{0,14}[“]?(?:[^，。；：、与和在于对向到赴]{1,16}[、和]){1,12}[“]?$"
)
_COUNTED = re.compile(
    r"^占?[\d一二三四五六七八九十两]+[个家处座栋幢]，分别[为是][“]?$|(?:^|有|占|共|建成|形成)[^，。；：]{0,8}[\d一二三四五六七八九十两]+[个家处座栋幢][^，。；：]{0,8}，(?:(?:居|位居|位列|排名|占|数量)[^，。；：]{1,12}，)?(?:即|分别[为是]|包括|其中|国家级的?有)?[“]?$|\d[栋座幢处个家][^，。；：]{0,8}，其中[“]?$"
    r"|(?:载体|园区|平台|楼宇|基地|孵化器)[^，。；：■]{0,8}，其中[“]?$"
)
#: 建设了7个，…，即甲、乙: what was counted is named at the end, some items of other names among it.
_LISTED_AS = re.compile(
    r"(?:建设|建成|打造|建有|创建|设立|布局|培育|认定|授牌|评选|命名|获批|拥有|有)(?:了)?[^，。；：]{0,8}[\d一二三四五六七八九十两]{1,3}[个家处座栋幢][^。；：]{0,60}(?:，|：)(?:即|分别是|分别为|包括|其中)[^，。；：]{0,150}$"
)
#: How far behind the district's name, in characters, a carrier may stand that it is said to have.
_NEAR = 80


def is_owned(scene: Scene, own: Pair, home: Known) -> bool:
    """Whether the sentence says that the district has it: 我区形成了X, 我市现有2家，X…, 我区…，X获批."""
    named = [span for span in named_here(scene, home) if span[1] <= own[0].start]
    if is_one_of_ours(scene, own, home) or is_among_ours(scene, own, home):
        return True
    opens = bool(named) and (_HEAD.fullmatch(scene.between(scene.start, named[0][0])) or _is_of_us(scene, own))
    granted = opens and _GRANTED.match(scene.between(own[0].end, scene.end))
    if granted and _NEXT_CLAUSE.search(scene.between(named[-1][1], own[0].start)):
        return True
    if not named or is_byname(scene, own):
        return False
    start, end = named[-1]
    if _WISHED.search(scene.between(scene.start, start)):
        return False
    told = scene.text[start - 1] == "在" and _IN_US.fullmatch(scene.between(end, own[0].start))
    return bool(told) or _has(scene, end, own)


#: 您建议我区引进甲园: before the district, what somebody wants of it.
_WISHED = re.compile("(?:建议|希望|呼吁|恳请|提出)[“]?$")
#: Behind a park that a later clause begins with: 获批, 揭牌.
_GRANTED = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,12}})?(?:成功|正式|顺利|先后|陆续|相继|已|也|均|全面|如期)*(?:获批|揭牌|挂牌|开园|开街|开业|落成|开门迎客|建成(?:投用|开园)|投入(?:使用|运营)|投用|开工(?:建设)?|落地(?!生根)|(?:加快|顺利|有序|稳步)(?:建设|推进))"
)
#: Before the district that a sentence is about.
_HEAD = re.compile("(?:作为[^，。；：]{2,20}，|近年来，|目前，|今年(?:以来)?，)?")
#: 先导区名单中有我区，甲园等项目落地: a clause that ends with the district, and no other one is named.
_NAMES_US = re.compile("(?:[有是为含]|列入|纳入|选择|花落|落户|支持)[我本][区县市]，")


def _is_of_us(scene: Scene, own: Pair) -> bool:
    """Whether a clause before a park ends with 我区 as the place that something is granted to."""
    return bool(_NAMES_US.search(scene.between(scene.start, own[0].start)))


_NEXT_CLAUSE = re.compile(rf"，[“]?(?:{MASK}[{ROW}]*)?$")


def another(scene: Scene, own: Pair, home: Known | None) -> Known | None:
    """Another district that the sentence speaks of and says to have it: 在乙市支持建设了2个，即X、Y."""
    named = [p for p in scene.of("District") if p[0].end <= own[0].start and stands_alone(scene, p[0])]
    if not named or named[-1][1] is home or holds(named[-1][1], home):
        return None
    if len(named) > 1 and scene.joins(named[-2][0], named[-1][0]):
        return None  # 在甲区、乙区建设了丙园、丁园: which is where is not said
    mention, known = named[-1]
    gap = scene.between(mention.end, own[0].start)
    told = _TELLS_WHAT_IT_HAS.match(gap) and _has(scene, mention.end, own)
    return known if told and is_subject_at(scene, mention.start) else None


#: Behind another district's name, where it is what the sentence speaks of.
_TELLS_WHAT_IT_HAS = re.compile(
    r"占?\d{1,3}[个家处座]，|(?:，)?(?:已|现|还|也|先后|正|又|目前|共|一共|累计|获|支持|规划|成功|着力|重点|同步|已经|眼下|如今|近年来)*(?:把|将|建|设有|拥有|有|打造|形成|布局|获批|创建|集聚|依托)"
)


#: 我区加快对接甲新区组织机构建设, 推进甲新区与我区错位发展, 各镇均有丙高新区区块: what the district has to do with.
_WITH_OTHERS = re.compile(f"(?:对接|融入|呼应|接轨|联动|借力|辐射|(?<![{MASK}”、])[与同])[“]?$")
_AND_US = re.compile("[”]?(?:(?:与|和|同)(?:我|本|全)[区县市省]|区块|地块|部分(?:区域|地块|片区))")


#: 我市以甲园、乙园为主体建设丙区: around what something else is made of.
_AS_THE_CORE = re.compile(f"[{ROW}]*(?:等[^，。；]{{0,6}})?为(?:核心|主体|主载体|龙头|两翼)(?!的)")
#: 甲镇是乙试验区的核心承载区, 甲区是丙示范区的成员: around a larger whole that the district is only a part of.
_IT_IS = re.compile("(?:是|作为|成为|属于)[“]?$")
_ITS_PART = re.compile(
    f"[”]?(?:的|[两三四五六七八九十]个)[^，。；、]{{0,12}}(?:{PART_OF}|承载[区地]|成员|主体|主阵地|片区|腹地|门户|节点|支点)(?!，设在)"
)


#: 我区赴外地考察了三个园区，甲园…: what is only gone to.
_VISITS = re.compile(
    "(?:赴|到|去|前往)[^，。；■]{0,8}(?:考察|参观|学习|调研|走访)|(?:考察|参观|学习|借鉴|对标)了?(?:外地|外省|先进|周边|其他|国内|各地)"
)
#: 我区重点园区甲园: between the district and what is only said to be of a kind.
_KIND = re.compile(
    rf"(?:(?:首个|唯一|首家|第一[个家])的?[^，。；：、■与和]{{0,8}}|(?:重点|主要|特色|核心|骨干|龙头|标志性|两大|三大|现有|老牌|专业|科创|创新|产业|商务|商业)*)(?:园区|载体|楼宇|产业园|孵化器|片区|平台|基地|商圈|商业体|综合体)(?:—{{1,2}})?[“]?(?:{MASK}[{ROW}]*)?"
)
#: 在我区，甲园…: between the district and what is told of it.
_IN_US = re.compile(rf"，[“]?(?:{MASK}[{ROW}]*)?")


#: 我区与丙大学共建甲园: behind the district, one that is no place beside it.
_WITH_NOBODY_ELSE = re.compile(
    "[与和同](?:[^，。；：、■在]{2,12}(?:大学|学院|研究院|科学院|研究所|集团|公司)|■+(?:公司|集团)?)[”]?(?:深度|战略|联合|共同|携手|合作|签约)*(?:共建|打造|建设|成立|设立|创办|建)"
)


def _names_a_place(scene: Scene, start: int, end: int) -> bool:
    """Whether another place stands between two positions."""
    return any(start <= m.start < end for m, _ in scene.of("District", "Subdistrict", "Carrier"))


def _has(scene: Scene, end: int, own: Pair) -> bool:
    """Whether the words between a district's name and a carrier say that the district has it."""
    gap = IN_BRACKETS.sub("", scene.between(end, own[0].start))
    if re.match("[与和同及]", gap) and not (_WITH_NOBODY_ELSE.match(gap) and not _names_a_place(scene, end, own[0].start)):
        return False  # 我区与甲园加强合作
    if _VISITS.search(gap):
        return False
    behind = scene.between(own[0].end, scene.end)
    if (BY_ROW.search(gap) and _AS_THE_CORE.match(behind)) or _WITH_OTHERS.search(gap) or _AND_US.match(behind):
        return False
    if (_IT_IS.search(gap) and _ITS_PART.match(behind)) or (_PUTS.search(gap) and re.match("[”]?的", behind)):
        return False
    if _KIND.fullmatch(gap):
        return True
    whole, gap = gap, gap.rstrip(ROW)
    listed = _LISTED_AS.search(gap)
    near = len(gap) < _NEAR and (_OWNED.search(gap) or _PUTS.search(whole) or _OWNED_ROW.search(whole) or _COUNTED.search(gap))
    return not gap or bool(near or listed)
