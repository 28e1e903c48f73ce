"""Where a carrier stands."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.areas import bounding, bracketed, built, is_made_first, seat_of
from graph.reading.relations.arriving import respectively
from graph.reading.relations.heads import in_the_head
from graph.reading.relations.here import holds, is_province, named_here, stands_alone
from graph.reading.relations.ours import is_among_ours, is_one_of_ours
from graph.reading.relations.rows import in_the_row
from graph.reading.relations.scene import IN_BRACKETS, MASK, PART_OF, ROW, Group, Link, Pair, Place, Scene
from graph.reading.relations.standing import standing
from graph.reading.relations.wholes import core, is_subject_at, listed, of_a_park, part

__all__ = ["site"]

_SITES = ("Subdistrict", "BusinessCircle", "Road", "Community", "Carrier", "District")
#: Behind a carrier and those listed with it.
_ROW_BEHIND = re.compile(rf"^(?:[”“]?(?:、|和|与|及|以及)?[“”]?{MASK}+)+")
#: Behind a carrier that the sentence opens with: 甲园由丙公司打造，是…，位于丁路.
_LATER = re.compile(
    r"[^。；：]{0,90}，(?:现|就|总部|主体|该?项目)?(?:(?<!定)位于|处于|坐落于?|坐落在|地处|选址(?:于|在)?|位置(?:就)?在|地址在)(?:[^，。；：■]{1,6}(?:路|街|大道)(?:\d{1,5}[号弄])?的?)?"
)
_STANDS = re.compile(
    r"(?:等?[两三四五六七八九十\d]{0,2}[大个家处座](?:■{1,30}|[^，。；：、■]{0,12}?)(?:园区|载体|楼宇|片区|基地|街区|大厦|孵化器|空间|中心|集聚区|示范区|商圈|产业园|科技园|(?<=■)))?[^，。；：、■]{0,8}(?:，(?:其)?(?:核心区|地点|选址|主体|一期)(?=就?放在|位于|坐落|地处|设在|在)|，(?=位于|坐落|地处|设在|选址|落子|[拟将](?:入驻|落户)))?(?:也|均|则|都|同样|就|已|正|将|拟|先后|陆续|相继|现|目前|选|分别)*(?:放在|(?<!定)位于|处于|坐落于?|坐落在|地处|选址(?:于|在)?|落户(?:于|在)?|(?<=[拟将])入驻|落在|落地(?:于|在)?|落子|落成于|同处|同在|均处|横跨|地跨|跨越|分布[在于]|设在|设于|布局(?:于|在)?|在|建在|建于)"
    r"(?:[^，。；：■]{1,6}(?:路|街|大道)(?:\d{1,5}[号弄])?的?|[该本此])?$"
)
#: Behind a carrier that is called the district's: X是我区…的载体.
_ITS_OWN = re.compile(r"[”]?(?:，)?(?:是|作为|已成为|成为)$")
#: Around the district's name, where it has built a carrier: 甲园由我区与丙公司联合打造.
_BY_US = re.compile("[”]?(?:等)?(?:项目)?(?:，)?(?:是|已|均|都)*由$")
_MADE = re.compile(r"(?:[^，。；]{0,30})(?:打造|建设|共建|开发|兴建|建成|设立|创建)")
_OWNED = re.compile(
    r"(?:有|占|形成|建设|建成|打造|推出|培育|规划|启动|推进|推动|集聚|拥有|包括|创建|布局|发展|盘活|引入|支持|加快|设立|成立|获批|划出|揭牌|挂牌|开园|把|建|用好|做强|做大|即|是|的|如|以|：)[^，。；：与和在于对向到赴■]{0,14}[“]?$"
)
#: 我区现有的项目有甲、乙度假区、丙: items of other names before it in the row.
_OWNED_ROW = re.compile(
    r"(?:有|包括|形成|建成|打造|拥有|集聚|布局|推进|实施)[^，。；：、与和在于对向到赴■]{0,14}[“]?(?:[^，。；：、与和在于对向到赴]{1,16}[、和]){1,12}[“]?$"
)
_COUNTED = re.compile(
    r"^占?[\d一二三四五六七八九十两]+[个家处座]，分别[为是][“]?$|(?:^|有|占|共|建成|形成)[^，。；：]{0,8}[\d一二三四五六七八九十两]+[个家处座栋幢][^，。；：]{0,8}，(?:(?:居|位居|位列|排名|占|数量)[^，。；：]{1,12}，)?(?:即|分别[为是]|包括|其中|国家级的?有)?[“]?$"
)
#: 建设了7个，…，即甲、乙: what was counted is named at the end, some items of other names among it.
_LISTED_AS = re.compile(
    r"(?:建设|建成|打造|建有|创建|设立|布局|培育|认定|获批|拥有|有)(?:了)?[^，。；：]{0,8}[\d一二三四五六七八九十两]{1,3}[个家处座][^。；：]{0,60}(?:，|：)(?:即|分别是|分别为|包括|其中)[^，。；：]{0,150}$"
)
#: How far behind the district's name, in characters, a carrier may stand that it is said to have.
_NEAR = 80


def site(
    scene: Scene, group: Group, place: Place, home: Known | None, topic: tuple[Pair, ...], about: Pair | None = None
) -> list[Link]:
    """The places that a sentence gives for a carrier.

    Parameters
    ----------
    scene:
        The sentence.
    group:
        The places that are named together with it.
    place:
        The carrier.
    home:
        The replying district.
    topic:
        The places that the heading above names.
    about:
        The park that the sentences before are about.
    """
    own = place.pair
    found = _prefix(place, home)
    stands = [p for p in _stands(scene, own, home) if p not in found]
    if found or stands:
        said = (*((p, "located.prefix") for p in found), *((p, "located.site") for p in stands))
        whole = of_a_park(scene, group, own) if stands else []
        return [scene.link("locatedIn", own, p, rule, 0.9) for p, rule in (*said, *((p, "located.part") for p in whole))]
    if (county := bracketed(scene, own)) is not None:
        return [scene.link("locatedIn", own, county, "located.prefix", 0.85)]
    for places, rule, sure in (
        ([k for _, k in in_the_row(scene, own)], "located.row", 0.85),
        ([k for _, k in in_the_head(scene, own)], "located.head", 0.85),
        (seat_of(scene, own, home), "located.site", 0.85),
        (core(scene, own), "located.part", 0.8),
        (listed(scene, own, about), "located.listed", 0.8),
        (built(scene, own, group, home), "located.site", 0.8),
        (part(scene, group, own), "located.part", 0.8),
        (_topic(scene, own, topic, home), "located.topic", 0.75),
        (standing(scene, own, group, about), "located.standing", 0.7),
    ):
        if places:
            return [scene.link("locatedIn", own, p, rule, sure) for p in places if p is not own[1]]
    if home is not None and not is_province(home) and (_owned(scene, own, home) or _is_here(scene, own, home)):
        return [scene.link("locatedIn", own, home, "located.site-district", 0.7)]
    other = _another(scene, own, home)
    return [scene.link("locatedIn", own, other, "located.site-district", 0.65)] if other is not None else []


def _prefix(place: Place, home: Known | None) -> list[Known]:
    """The place that its name stands in, and the one around a road: 甲镇乙路5号的丙园."""
    larger = [p[1] for p in (place.larger, place.wider) if p is not None]
    kept = larger[:2] if larger and larger[0].type == "Road" else larger[:1]
    return [p for p in kept if p is not place.pair[1] and not holds(p, home)]


def _stands(scene: Scene, own: Pair, home: Known | None) -> list[Known]:
    for after in scene.groups:
        places = [p for p in after.of(_SITES) if p[1] is not own[1] and not holds(p[1], home)]
        if after.start < own[0].end or not places:
            continue
        if all(k.type == "Subdistrict" for _, k in places) and _BESIDE.match(scene.between(after.end, scene.end)):
            continue  # 位于甲街道以西的乙街道
        gap = scene.between(own[0].end, after.start)
        if gap == "（":
            continue  # 甲园（乙园）即在丙园内
        if re.fullmatch("[”]?（(?:位于|地处|坐落于?|坐落在|设在)", gap):
            return [places[0][1]]  # 甲大厦（位于乙路）
        if _is_of_another(scene, own, gap, after, places):
            return []
        if re.fullmatch("[”]?所在的?[“]?", gap) and places[0][1].type in ("Subdistrict", "Carrier", "Community"):
            return [places[0][1]]  # 甲园所在的乙镇
        gap = _BESIDE_ONE.sub("", _SHORTLY.sub("", _ROW_BEHIND.sub("", gap).removeprefix("”"))).removeprefix("：")
        firms = any(own[0].end <= m.start < after.start for m, _ in scene.of("Enterprise"))
        opens = _opens(scene, own)
        later = (opens or is_made_first(scene, own)) and not (firms and "，项目" in gap) and _LATER.fullmatch(gap)
        stands = (_STANDS.fullmatch(gap) and not re.match("[与和及]|同(?![处在])", gap)) or later  # 甲园与位于乙街道的丙大厦
        if stands and "分别" in gap and (told := respectively(scene, own, places)) and len(told) == 1:
            return [told[0][1]]  # 甲园、乙园分别位于丙街道和丁街道
        if stands or not opens or places[0][1].type != "District":  # 甲基地是由乙市建设的载体，位于丙区: the next one
            return _all_of([*places, *bounding(scene, after)], gap) if stands else []
    return []


def _is_of_another(scene: Scene, own: Pair, gap: str, after: Group, places: list[Pair]) -> bool:
    """Whether the words between a carrier and places behind it, and those behind these, tell where something else is."""
    if _RELATIVE_AT.search(gap) and _WHAT_STANDS_THERE.match(scene.between(after.end, scene.end)):
        return True
    if _ITS_CORE.match(gap) and all(k.type == "Carrier" for _, k in places):
        return True  # 甲试验区的核心区设在乙园: that is where its core is
    if _ITS_TENANTS.match(gap) or (_BARELY_IN.search(gap) and _SETS_UP.match(scene.between(after.end, scene.end))):
        return True
    row = _ROW_BEHIND.match(gap)
    end = own[0].end
    # 甲公司入驻丙园、乙公司落户丁园: it is the firm that comes there
    return row is not None and any(end <= m.start < end + row.end() for m, _ in scene.of("Enterprise"))


#: 甲园今年开工，位于乙港的丙楼即将建成: between a carrier and the place of what the next clause begins with, and behind that.
_RELATIVE_AT = re.compile("，(?:其中)?(?:位于|坐落于?|坐落在|地处|设在|建在)$")
_WHAT_STANDS_THERE = re.compile(
    "[”]?的(?!(?:园区|项目|基地|该)|[^，。；]{0,6}(?:核心|中心|黄金|繁华|腹地|地段|区域|地块|位置|[东西南北中]部|[东西南北]侧|交[汇界叉]|沿线|边|旁|附近|一期|二期))[^，。；]{2,}"
)
#: 甲园的企业在乙园…: they are there, and not it.
_ITS_TENANTS = re.compile(
    "[”]?(?:之?[里内中])?的?[^，。；：在]{0,8}(?:企业|公司|团队|商户|客户|员工|学员|产品)[^，。；：]{0,6}[在于到]"
)
#: 甲园在乙园设立分园, 甲园在乙广场举办推介会: what it does there.
_BARELY_IN = re.compile(f"(?:^|[^{MASK}设建放选同均落布])在$")
_SETS_UP = re.compile("[”]?(?:设(?:立|有)?(?!在|于)|开设|举办|召开|举行|成立)")
_ITS_CORE = re.compile(f"[”]?的?(?:{PART_OF})")
#: 甲园（以下简称“丙”）, behind its name.
_SHORTLY = re.compile("^（[^）]{1,24}）")
#: 位于■以西的, before the place itself.
_BESIDE_ONE = re.compile(rf"{MASK}+(?:以?[东南西北]侧?|旁边?|附近|对面|隔壁)的$")
_BESIDE = re.compile("(?:以?[东南西北]侧?|旁边?|附近|对面|隔壁)的")


def _all_of(places: list[Pair], gap: str) -> list[Known]:
    """The first of the places that something stands at; all of those roads that it stands at the corner of, or places that it spans."""
    every = all(k.type == "Road" for _, k in places) or _SPANS.search(gap)
    return [k for _, k in places] if every else [places[0][1]]


_SPANS = re.compile("(?:横跨|地跨|跨越|分布[在于])$")


def _opens(scene: Scene, own: Pair) -> bool:
    """Whether a sentence begins with a carrier."""
    return len(re.sub(r"\W", "", scene.between(scene.start, own[0].start))) <= 3


def _topic(scene: Scene, own: Pair, topic: tuple[Pair, ...], home: Known | None) -> list[Known]:
    """The town or county that the heading above names, for the first carriers of a sentence: the next ones may be parts of those."""
    sites = scene.of("Carrier")
    listed = _LIST.fullmatch(scene.between(sites[0][0].end, own[0].start)) if sites[0][1] is not own[1] else True
    if not listed or any(known is home for _, known in scene.of("District")):
        return []
    return [k for _, k in topic if k.type in ("Subdistrict", "BusinessCircle", "District")]


#: Between the first carrier of a list and another one: names in a row.
_LIST = re.compile(rf"[{ROW}]*")


def _is_here(scene: Scene, own: Pair, home: Known) -> bool:
    """Whether the sentence says behind it that it stands in the district, or is one of the district's."""
    for start, end in named_here(scene, home):
        if start >= own[0].end:
            behind = scene.between(end, scene.end)
            gap = scene.between(own[0].end, start)
            gap = _ROW_BEHIND.sub("", gap)
            told = _ITS_OWN.fullmatch(gap) and re.match("[^，。；]{0,24}(?<!共同)的", behind)
            told = told or (_BY_US.fullmatch(gap) and _MADE.match(behind))
            return bool(told or _STANDS.fullmatch(gap.removeprefix("”")))
    return False


def _owned(scene: Scene, own: Pair, home: Known) -> bool:
    """Whether the sentence says that the district has it: 我区形成了X, 我市现有2家，X…, 我区…，X获批."""
    named = [span for span in named_here(scene, home) if span[1] <= own[0].start]
    if is_one_of_ours(scene, own, home) or is_among_ours(scene, own, home):
        return True
    granted = bool(named) and named[0][0] == scene.start and _GRANTED.match(scene.between(own[0].end, scene.end))
    if granted and _NEXT_CLAUSE.search(scene.between(named[-1][1], own[0].start)):
        return True
    return bool(named) and _has(scene, named[-1][1], own)


#: Behind a park that a later clause begins with: 获批, 揭牌.
_GRANTED = re.compile(
    "[”]?(?:成功|正式|顺利|先后|已|也|均|全面|如期)*(?:获批|揭牌|挂牌|开园|开街|落成|建成(?:投用|开园)|投入使用|开工建设)"
)
_NEXT_CLAUSE = re.compile(rf"，[“]?(?:{MASK}[{ROW}]*)?$")


def _another(scene: Scene, own: Pair, home: Known | None) -> Known | None:
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
_BY_IT = re.compile(rf"以[“]?(?:{MASK}[{ROW}]*)?$")
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
    if (_BY_IT.search(gap) and _AS_THE_CORE.match(behind)) or _WITH_OTHERS.search(gap) or _AND_US.match(behind):
        return False
    if _IT_IS.search(gap) and _ITS_PART.match(behind):
        return False
    whole, gap = gap, gap.rstrip(ROW)
    listed = _LISTED_AS.search(gap)
    near = len(gap) < _NEAR and (_OWNED.search(gap) or _OWNED_ROW.search(whole) or _COUNTED.search(gap))
    return not gap or bool(near or listed)
