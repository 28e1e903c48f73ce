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
    r"(?:有|占|形成|建设|建成|打造|推出|培育|规划|启动|推进|推动|集聚|拥有|包括|创建|布局|发展|盘活|引入|支持|加快|设立|成立|获批|划出|揭牌|挂牌|开园|把|建|用好|做强|做大|即|是|的|如|以|：)[^，。；：与和在于对向到赴■]{0,14}[“]?$"
    r"|(?<!市)(?:集中|分布|集聚|布局|放)[在于][“]?$"
)
#: 我区现有的项目有甲、乙度假区、丙: items of other names before it in the row.
_OWNED_ROW = re.compile(
    r"(?:有|包括|形成|建成|打造|拥有|集聚|布局|推进|实施)[^，。；：、与和在于对向到赴■]{0,14}[“]?(?:[^，。；：、与和在于对向到赴]{1,16}[、和]){1,12}[“]?$"
)
_COUNTED = re.compile(
    r"^占?[\d一二三四五六七八九十两]+[个家处座]，分别[为是][“]?$|(?:^|有|占|共|建成|形成)[^，。；：]{0,8}[\d一二三四五六七八九十两]+[个家处座栋幢][^，。；：]{0,8}，(?:(?:居|位居|位列|排名|占|数量)[^，。；：]{1,12}，)?(?:即|分别[为是]|包括|其中|国家级的?有)?[“]?$|\d[栋座幢处个家][^，。；：]{0,8}，其中[“]?$"
)
#: 建设了7个，…，即甲、乙: what was counted is named at the end, some items of other names among it.
_LISTED_AS = re.compile(
    r"(?:建设|建成|打造|建有|创建|设立|布局|培育|认定|获批|拥有|有)(?:了)?[^，。；：]{0,8}[\d一二三四五六七八九十两]{1,3}[个家处座][^。；：]{0,60}(?:，|：)(?:即|分别是|分别为|包括|其中)[^，。；：]{0,150}$"
)
#: How far behind the district's name, in characters, a carrier may stand that it is said to have.
_NEAR = 80


def is_owned(scene: Scene, own: Pair, home: Known) -> bool:
    """Whether the sentence says that the district has it: 我区形成了X, 我市现有2家，X…, 我区…，X获批."""
    named = [span for span in named_here(scene, home) if span[1] <= own[0].start]
    if is_one_of_ours(scene, own, home) or is_among_ours(scene, own, home):
        return True
    opens = bool(named) and _HEAD.fullmatch(scene.between(scene.start, named[0][0]))
    granted = opens and _GRANTED.match(scene.between(own[0].end, scene.end))
    if granted and _NEXT_CLAUSE.search(scene.between(named[-1][1], own[0].start)):
        return True
    return bool(named) and not is_byname(scene, own) and _has(scene, named[-1][1], own)


#: Behind a park that a later clause begins with: 获批, 揭牌.
_GRANTED = re.compile(
    rf"[{ROW}]*(?:等[^，。；：、]{{0,12}})?(?:成功|正式|顺利|先后|陆续|相继|已|也|均|全面|如期)*(?:获批|揭牌|挂牌|开园|开街|开业|落成|开门迎客|建成(?:投用|开园)|投入使用|开工建设)"
)
#: Before the district that a sentence is about.
_HEAD = re.compile("(?:作为[^，。；：]{2,20}，|近年来，|目前，|今年(?:以来)?，)?")
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
    told = _HAS_BUILT.match(gap) and _has(scene, mention.end, own)
    return known if told and is_subject_at(scene, mention.start) else None


#: Behind another district's name, where it is what the sentence speaks of.
_HAS_BUILT = re.compile(
    r"占?\d{1,3}[个家处座]，|(?:，)?(?:已|现|还|也|先后|正|又|目前|共|一共|累计|获|支持|规划|成功|着力|重点|同步)*(?:建|设有|拥有|有|打造|形成|布局|获批|创建|集聚|依托)"
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


def _has(scene: Scene, end: int, own: Pair) -> bool:
    """Whether the words between a district's name and a carrier say that the district has it."""
    gap = IN_BRACKETS.sub("", scene.between(end, own[0].start))
    if re.match("[与和同及]", gap):
        return False  # 我区与甲园加强合作
    behind = scene.between(own[0].end, scene.end)
    if (BY_ROW.search(gap) and _AS_THE_CORE.match(behind)) or _WITH_OTHERS.search(gap) or _AND_US.match(behind):
        return False
    if _IT_IS.search(gap) and _ITS_PART.match(behind):
        return False
    whole, gap = gap, gap.rstrip(ROW)
    listed = _LISTED_AS.search(gap)
    near = len(gap) < _NEAR and (_OWNED.search(gap) or _OWNED_ROW.search(whole) or _COUNTED.search(gap))
    return not gap or bool(near or listed)
