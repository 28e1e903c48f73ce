"""Where a firm is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.relations.absent import has_left, is_absent
from graph.reading.relations.adjoining import ADJOINING, adjoining
from graph.reading.relations.arriving import arrived, came_to
from graph.reading.relations.came_before import HOSTS
from graph.reading.relations.coming import BROUGHT, builds, comes, nowhere
from graph.reading.relations.counties import in_district, is_own, is_told_here
from graph.reading.relations.dealings import is_only_dealt_with
from graph.reading.relations.gathering import gathered
from graph.reading.relations.headed import of_the_heading, of_the_one_before
from graph.reading.relations.heads import in_the_head
from graph.reading.relations.here import is_province, named_here
from graph.reading.relations.hosting import RESTED, held, held_beside_its_seat
from graph.reading.relations.leaning import living_by
from graph.reading.relations.on_the_way import is_on_its_way
from graph.reading.relations.opening import opened_by
from graph.reading.relations.partners import only_signs, works_with
from graph.reading.relations.rows import in_the_row
from graph.reading.relations.running import is_no_tenant
from graph.reading.relations.scene import MASK, ROW, Link, Pair, Place, Scene
from graph.reading.relations.sites import site
from graph.reading.relations.tenants import is_tenants_row
from graph.reading.relations.turns import respectively
from graph.reading.relations.whose import is_whose
from graph.reading.status import is_proposed
from graph.records import Status

__all__ = ["located"]

#: What a section headed by a place says of the firms in it.
_TOPIC_HOLDS = re.compile(r"入驻|落户|落地|签约|引进|集聚|聚集|汇聚|吸引|企业|增资|投产|动工|竞得")
#: Behind a list of firms: 等14家在绵企业, 为代表的区内企业.
_LOCAL = re.compile(
    r"^(?:(?!与我|和我|[向为给](?!代表))[^，。；：]){0,80}?(?:等(?:(?![为给向对与和同拟非未]|帮助|服务|支持|助力|赋能|带动|推动|促进|联合|[来到赴]我|有意)[^，。；：]){0,6}|(?:企业)?为代表的)(?:在[\u4e00-\u9fff]企业|本[地土][^，。；：、的]{0,6}?企业|我[区县市][^，。；：、的]{0,8}?企业|辖区内?[^，。；：、的]{0,4}企业|[区市县](?:内|属)[\u4e00-\u9fff]{0,6}企业)(?!的?(?:重要|主要|长期|战略|稳定)*(?:客户|供应商|合作|竞争|下游|上游|用户))"
)
#: 甲集团等央企、市属企业: whose they are, which is not where a district is.
_OF_THE_CITY = re.compile("[市省]属|我[市省]")
#: Behind a firm whose work is spoken of: 甲公司投资建设的, 开发的.
_MADE = r"(?:投资|规划|开发|设计|参与|联合)?(?:采购|购置|捐赠|投资|投建(?=的(?:[^，。；：]{0,8}(?:停车[场楼]|[充换]电站|超充站|驿站)|■))|投放|搭建|建设|兴建|改造|研发|开发|打造|运营|承建|研制|推出|生产|管理)的"
#: Behind a firm that is named for what it made, or for what it does somewhere.
_MAKES = re.compile(rf"{_MADE}|在(?:■+|我[区县市省]|本[区县市])(?:开通|开展|投放|提供|测试|试点|运行|推出|上线)")
_MADE_BY_IT = re.compile(rf"[{ROW}]*{_MADE}")
#: 甲公司投资建设的铜箔项目在丙园开工: behind a firm whose own works go up, and nothing that it puts up for a town.
_OWN_WORKS = re.compile(
    rf"[{ROW}]*(?:公司|集团)?(?:投建|投资(?:新建|建设|兴建))的(?![^，。；]{{0,24}}(?:标准|通用)厂房)[^，。；：{MASK}]{{0,24}}"
    r"(?:(?:年产|\d万?(?:吨|台|套|件|片|只|辆|颗|GWh)|生产|制造|智造|加工|总部|研发)[^，。；：■]{0,20}(?:项目|基地)|工厂|生产线|产线|厂房)"
    rf"[^，。；：{MASK}]{{0,8}}(?:在|落户|落地|选址|落子)"
)


def located(
    scene: Scene,
    home: Known | None,
    here: bool,
    topic: tuple[Pair, ...] = (),
    carried: tuple[Pair, ...] = (),
    main: Pair | None = None,
) -> list[Link]:
    """The places that a sentence gives for its firms and carriers.

    Parameters
    ----------
    scene:
        The sentence.
    home:
        The replying district.
    here:
        Whether the words that lead to this sentence (a line ending in a colon) speak of the district.
    topic:
        The places that the heading above names.
    carried:
        The one place that the sentences before it, in the same paragraph, are about.
    main:
        The one park that the reply is about.
    """
    links: list[Link] = []
    if not scene.inside:
        return links
    zone = _zone(home)
    for firm in scene.of("Enterprise"):
        if has_left(scene, firm):
            links += [
                scene.link("locatedIn", firm, place, "located.arrival", 0.95)
                for _, place in respectively(scene, firm, came_to(scene, firm))
            ]
            continue
        told = _firm(scene, firm, home, here, topic, () if scene.names_places() else carried, main)
        seats = {id(link.target) for link in told}
        beside = held_beside_its_seat(scene, firm, topic) if seats else []
        links += told
        links += [scene.link("locatedIn", firm, place, "located.host", 0.9) for _, place in beside if id(place) not in seats]
    park = next(
        (p for p in (*topic, *carried, *zone) if p[1].type in ("Carrier", "BusinessCircle")),
        next(iter((*topic, *carried, *zone)), main),
    )
    for group in scene.groups:
        for place in group.places:
            if place.type == "Carrier":
                links += site(scene, group, place, home, topic, park)
            elif place.type != "Carrier" and place.larger is not None and place.larger[1].type == "Carrier":
                links += site(scene, group, Place(place.larger, place.wider), home, () if place.type == "Subdistrict" else topic)
    links += of_the_heading(scene, topic) or of_the_one_before(scene, carried)
    return links + _around(scene, links)


def _around(scene: Scene, links: list[Link]) -> list[Link]:
    """The town or the zone around a road, and the zone around a town, that something stands in: 位于甲街道乙路 is in both, as the sentence says."""
    larger = {
        (id(place.pair[1]), pair[1].type): pair[1]
        for group in scene.groups
        for place in group.places
        for pair in (place.larger, place.wider if place.type == "Road" else None)
        if pair is not None and pair[1].type in _AROUND.get(place.type, ())
    }
    around = ((link, larger.get((id(link.target), kind))) for link in links for kind in _AROUND["Road"])
    return [replace(link, target=place) for link, place in around if place is not None and place is not link.source]


_AROUND = {"Road": ("Subdistrict", "Carrier"), "Subdistrict": ("Carrier",)}


def _zone(home: Known | None) -> tuple[Pair, ...]:
    """The zone whose office replies: what a sentence without a place speaks of is there."""
    return ((home.mentions[0], home),) if home is not None and home.type == "Carrier" and home.mentions else ()


def _firm(
    scene: Scene,
    firm: Pair,
    home: Known | None,
    here: bool,
    topic: tuple[Pair, ...],
    rests: tuple[Pair, ...],
    main: Pair | None,
) -> list[Link]:
    """Where a firm arrived; else what place holds it; else the district that the sentence speaks of."""
    mention = firm[0]
    behind = scene.between(mention.end, scene.end)
    other = works_with(scene.between(scene.start, mention.start), behind)
    own = home is not None and not other and is_own(scene, mention.start, home)
    # 甲集团合作设立的乙中心，现已落户丙园: what came is the centre; 您建议引进甲、乙: they are wanted there.
    if (
        is_absent(scene, firm)
        or is_whose(scene, firm, ours=own)
        or is_proposed(scene.reply, scene.sentence, mention)
        or is_no_tenant(scene.between(scene.start, mention.start), behind)
    ):
        return []
    ours = home is not None and bool(named_here(scene, home))  # 我区引进X: the district, whatever was named before
    zoned = next((p[1].type == "Carrier" for p in (*topic, *rests)), False)
    larger = zoned and bool(_OF_ALL.search(scene.between(scene.start, mention.start)))
    if (
        _AT_ANOTHER.search(scene.between(scene.start, mention.start))
        or _TO_ANOTHER.match(behind)
        or only_signs(scene.between(scene.start, mention.start), behind, named=True)  # 城投集团与甲、乙等6家公司签约
    ):
        rests, topic, main = (), (), None
    if _ANEW.match(scene.said):
        rests = ()
    came = bool(rests) and (
        is_tenants_row(scene, firm)
        or (
            not (ours or larger)
            and (comes(scene, firm) or builds(scene, firm) or BROUGHT.search(scene.between(scene.start, mention.start)))
        )
    )
    for places, rule, sure in (
        (in_the_row(scene, firm), "located.row", 0.85),
        (in_the_head(scene, firm), "located.head", 0.85),
        # 由甲公司开发的乙大厦位于丙街道: it is the building that stands there
        (() if _MADE_BY_IT.match(behind) and not _OWN_WORKS.match(behind) else arrived(scene, firm), "located.arrival", 0.95),
        (_at_that_place(scene, firm, () if ours else rests), "located.arrival", 0.85),
        (adjoining(scene, firm), ADJOINING, 0.95),
        (gathered(scene, firm), "located.host", 0.85),
        (living_by(scene, firm), "located.opening", 0.7),
        (respectively(scene, firm, held(scene, firm, topic)), "located.host", 0.9),
        (rests if came else (), "located.carried", 0.75),
        (
            () if ours or larger else _below(scene, firm, topic),
            "located.topic",
            0.8,
        ),
        (_understood(scene, firm, main if not ours and not here else None), "located.main", 0.7),
        (() if here else opened_by(scene, firm), "located.opening", 0.7),
    ):
        if told := [p for p in places if not (own and _is_elsewhere(p[1], home))]:
            links = [(m, scene.link("locatedIn", firm, place, rule, sure)) for m, place in told if place is not firm[1]]
            waited = is_on_its_way(scene.between(scene.start, mention.start), behind)
            return [
                replace(link, status=Status.PLANNED)
                if waited or _WILL_ARRIVE.search(scene.between(mention.end, m.start))
                else link
                for m, link in links
            ]
    if is_province(home):
        home = None
    local = _LOCAL.search(behind) if home is not None else None
    if home is not None and (
        is_told_here(scene.between(scene.start, mention.start), behind, home)
        or (local and not (_OF_THE_CITY.search(local.group()) and home.name[-1] in "区县"))
    ):
        return [scene.link("locatedIn", firm, home, "located.local", 0.85)]
    if home is not None and own:
        return [scene.link("locatedIn", firm, home, "located.district", 0.8)]
    if _MAKES.match(behind) or is_only_dealt_with(scene, firm):
        return []
    return in_district(scene, firm, home, here)


def _below(scene: Scene, firm: Pair, topic: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The places of the heading above, where a sentence tells of firms that are there, and not of one that those only deal with."""
    told = topic and (_TOPIC_HOLDS.search(scene.said) or RESTED.search(scene.between(firm[0].end, scene.end)))
    return topic if told and not is_only_dealt_with(scene, firm, below=True) else ()


#: 全市先后引进甲: before a firm that a section on a zone tells of the whole city.
_OF_ALL = re.compile("(?:^|[，；：])全[市省县]")


def _is_elsewhere(place: Known, home: Known | None) -> bool:
    """Whether a place is a district outside: what a firm of ours builds there (我区企业甲在丙市建设…) is not where it is."""
    ours = home is not None and (place is home or divisions.inside(str(place.code), str(home.code)))
    return place.type == "District" and not ours


#: 围绕电子信息，引进甲: a sentence that begins with another field has left the park of the one before.
_ANEW = re.compile("(?:围绕|聚焦)[^，。；：]{2,12}，")
#: 丁市依托生物医药产业园，引进甲公司: a place of its own that is no known entity.
_AT_ANOTHER = re.compile(
    "(?!目前|现在|整个|我[区县市]|园区|该|本)[\u4e00-\u9fff]{2}(?:孵化|产业|科技|创业|物流|工业|软件)园(?:里|内)(?:已|现|目前|共|先后|累计)*(?:入驻|集聚|引进|落户|有)"
    # 10平方公里的省级生命科学园内已集聚甲
    r"|(?:[国省市区]家?级|平方公里的|万平方米的|亩的)[\u4e00-\u9fff]{2,8}(?:园区?|谷|城|基地|小镇|港)(?:里|内)(?:已|现|目前|共|先后|累计)*(?:入驻|集聚|聚集|汇聚|引进|落户|有)"
    f"|(?:依托|在|位于)[^，。；{MASK}]{{2,14}}(?:园区?|科技城|科学城|谷|港|基地|片区|新区|小镇)[^，。；{MASK}]{{0,4}}，"
)


#: Behind a firm that came to such a place: 甲、乙等企业也落户丁庄.
_TO_ANOTHER = re.compile(
    rf"[{ROW}]*(?:等[^，。；：{MASK}]{{0,16}})?(?:也|均|已|都|先后|相继|陆续|正式|成功)*(?:落户|入驻|进驻|落址|坐落|位于|地处)[于在到]?"
    rf"(?![我本该此园区县市其投达运办发装建后]|以[后来]|之后)[\u4e00-\u9fff]{{2,8}}(?=[，。；]|$)"
)


#: Behind a firm that does something at the place named before: 甲公司正在该地建设乙基地.
_AT_THAT_PLACE = re.compile(
    "[”]?[^，。；：■]{0,6}在(?:该地|该处|此地|此处|这里)[^，。；：]{0,8}(?:建设|投资|建厂|投产|落户|兴建|开展|设立|生产)"
)


#: 甲、乙也陆续落地于此: behind a firm, in a sentence without a place.
_HERE_TOO = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,12}})?(?:都|也|均|已|先后|相继|陆续|纷纷)*(?:落户|落地|扎根|布局|集聚|汇聚|安家|设厂|建厂)[于在](?:此|这里)(?=[，。；、]|$)"
)


def _at_that_place(scene: Scene, firm: Pair, rests: tuple[Pair, ...]) -> Sequence[Pair]:
    """The last place that the sentence names before a firm which is said to be at 该地; that of those before it, where it came 于此."""
    behind = scene.between(firm[0].end, scene.end)
    if _HERE_TOO.match(behind):
        return rests
    if not _AT_THAT_PLACE.match(behind):
        return []
    return [p for p in scene.of("Carrier", "Subdistrict", "Community") if p[0].end <= firm[0].start][-1:]


#: 甲公司已签约，将落户丙园: between a firm and where it will be.
_WILL_ARRIVE = re.compile(
    "，(?:最终|正式)?(?:将|拟|即将|计划|预计|将于[^，。；]{1,8})[^，。；]{0,4}$|，(?:将|拟|即将|计划|预计)[^，。；]{2,12}$"
)


def _understood(scene: Scene, firm: Pair, main: Pair | None) -> list[Pair]:
    """The park that the reply is about, where a firm comes and the sentence names no place."""
    if not comes(scene, firm):
        return []
    if main is not None and nowhere(scene, firm, main):
        return [main]
    # 甲、乙等相继落地，园区入选百强: the park that a later clause goes on with
    named = [p for g in scene.groups for p in g.of(HOSTS) if p[1] is not firm[1]]
    later = all(m.rule == "anaphor" and m.start > firm[0].end and scene.text[m.start - 1] == "，" for m, _ in named)
    fits = main is None or (bool(named) and named[0][1] is main[1])
    return named[:1] if later and fits and len({id(k) for _, k in named}) == 1 and named[0][1].type == "Carrier" else []
