"""The place that holds a firm: 丙园集聚了甲公司, 以甲公司为龙头的丙园, 经开区甲、乙等企业."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading import divisions
from graph.reading.lexicon import alternation
from graph.reading.mentions.names import occurrences
from graph.reading.relations.arriving import arrived
from graph.reading.relations.came_before import HOSTS
from graph.reading.relations.masks import MAKES_UP
from graph.reading.relations.partners import acts_for_itself, ends_a_stretch, holds_nobody, is_item, is_partner, only_helped
from graph.reading.relations.right_there import happens_at, stand_at
from graph.reading.relations.scene import IN_BRACKETS, MASK, PART_OF, ROW, Group, Pair, Scene

__all__ = ["IN_ANOTHER", "ITS_SITE", "RESTED", "held", "held_beside_its_seat"]

_HOST = re.compile(
    rf"(?:{alternation('cue_verbs', 'host')}|拥有|包括|集中(?!签约(?:活动|仪式|大?会)|开工|竣工|授牌|揭牌|学习|采购|整治|供)|形成了?|迎来|引来|租给|签下|聚起|落户|入驻|进驻|(?<![与和同集中])签约了?(?=[^，。；：]{{0,4}}$|[“]?{MASK})|诞生|走出|孕育|吸引|成长|长大(?=”?的“?(?:$|{MASK}))|落地了?(?=[^，。；：]{{0,6}}$|[“]?{MASK})|入住(?=[“]?(?:{MASK}|$))|有(?!限|关|序|效|望|意|权)"
    # 丙园主攻芯片，代表企业甲: the firms that a place is known for
    rf"|(?:[，（]|^)其?(?:代表|龙头|重点|骨干|核心|标杆|领军|主要|典型|链主)性?企业(?:为|是|：|如|即|就是)?[“]?(?:{MASK}[{ROW}]*)?$)"
)
#: 丙园入驻企业较多，, 为吸引商户入驻，: a clause of nobody in particular who comes; a firm behind it is none of them.
_OCCUPANTS = re.compile(
    r"(?:入驻|进驻|落户|入园)的?(?:商户|企业|商家|单位|机构)(?![有为是包达已]|[^，]{0,6}\d)[^，。；：、]{0,12}，"
    r"|(?:为|争取|努力|积极)[^，。；：]{0,6}(?:吸引|引进|招引|服务|扶持)(?:更多|优质|各类)?(?:商户|企业|商家|客商)[^，。；：]{0,6}，"
)
#: Behind a list of firms, where the place was said before: 丙园揭牌时，甲、乙等企业签约入园.
RESTED = re.compile(
    r"^[^，。；：]{0,110}?(?:率先|先后|签约|首批|陆续|已经?|相继|均|全部|正式|成功|纷纷|同步|前来|来此|布局)*(?:入驻|入园|进园|进驻|落户|落地|集聚|入孵|投产|引进来|引来|进来|设点|挂牌|开业|开店|进场|跟进|搬入|搬来|迁入|迁来|租用|常驻|在(?:这里|此地?|园内)(?:落户|长大|成长|起步|孵化|诞生|扎根|发展))(?=[，。；、]|$|[于在](?:此|这里)(?=[，。；、]|$)|投产|达产|运营|发展|办公|装修|建设)"
)
#: Behind a firm that only comes for something: 吸引了甲、乙等车企前来测试.
_VISITS = re.compile(
    r"[^，。；]{0,16}?(?:快闪|巡展|前来(?!落户|投资|入驻|安家|发展|兴业)|出席|参展|参会|参加|参与|报名|到访|来访)"
)
#: Before a place where what the sentence speaks of stands: 2021年揭牌，落子丙.
_STANDS = "(?:位于|坐落于?|坐落在|地处|落子|落址|选址(?:于|在)?)$"
ITS_SITE = re.compile(rf"(?:^|，)(?:现|已|就)?{_STANDS}")


def _stands_in(scene: Scene, group: Group, gap: str) -> str:
    """``site`` where the place only says where what the heading names stands; ``whole`` where it is what another one is a part of."""
    if _OF_WHICH_IT_IS_A_PART.match(gap):
        return "whole"  # 甲岛定为乙试验区的核心区，引进了…: 甲岛 is no known place
    last = group.places[-1]
    if last.larger is not None and scene.text[last.larger[0].end : last.pair[0].start] == "的":
        return ""  # 位于丁街道的丙园已投用，入驻…
    lead = scene.between(scene.start, group.start)
    if _SITE_OF_ANOTHER.search(lead):
        return "whole"
    return "site" if ITS_SITE.search(lead) else ""


#: 丙县现已建成甲、乙等26座酒庄: firms that were built, as those are that are called works or estates.
_BUILT = re.compile(rf"(?:建成|建起)(?:投产|达产)?(?:了)?[“]?(?:{MASK}[{ROW}]*)?$")
_OF_FIRMS = re.compile(rf"[{ROW}]*等[^，。；：、的]{{0,8}}(?:企业|公司|工厂|厂家|(?<![电热水])厂|酒庄)(?=[，。；、]|$)")
#: 甲工厂坐落于丁路88号，引进了…: a carrier that is not known is what the sentence is about.
_SITE_OF_ANOTHER = re.compile(rf"(?:^|，)(?!现|已|目前|其|就)[^，。；：{MASK}]{{3,16}}{_STANDS}")
_OF_WHICH_IT_IS_A_PART = re.compile(
    f"[”]?的[^，。；]{{0,4}}(?:承载地|{PART_OF})，"
    # 甲园所在的乙滨江，汇聚了…, 形成以甲区为核心、乙园为支撑的产业格局，集聚了…: what the whole has
    "|[”]?所[在处]的[^，。；]{2,14}，"
    f"|[”]?{MAKES_UP}"
)


def _opening(scene: Scene, group: Group, gap: str) -> Group | None:
    """The park that a sentence opens with, where a place behind it is only what it is, borders or builds on."""
    first = scene.groups[0]
    lead = scene.between(scene.start, group.start).rstrip("“")
    # 甲园与丙公司打造的乙谷，集聚…: what is made is what the sentence is about.
    stands = re.search(f"[，：](?:现|已)?{_STANDS}", lead)  # 甲园由仓库改造，坐落于丁路，引入…
    is_object = bool(stands or _EXTENT.search(lead) or (_MADE_OF.search(lead) and _IS_MADE.match(gap))) or (
        lead[-1:] not in tuple("，；：、在于") and not re.search("(?:打造|建设|共建|设立|创建|规划|运营)的$", lead)
    )
    opens = first is not group and len(first.places) == 1 and first.places[0].type in ("Carrier", "BusinessCircle")
    opens = opens or _is_part(scene, first, group)
    return first if is_object and opens and not _BEFORE_IT.sub("", scene.between(scene.start, first.start)) else None


#: Before the park that a sentence opens with: 目前，, 1., （二）, 三是.
_BEFORE_IT = re.compile(
    r"截[至止][^，。；■]{2,14}，|[^，]{0,8}，|^\s*(?:\d{1,2}[.、．]|（[^）]{1,3}）|[①-⑳]|[一二三四五六七八九十][是、])\s*"
)


#: 丙城由丁园、戊园等六园组成: around the last of the parts that the park consists of.
_MADE_OF = re.compile(f"{MASK}[”]?由[^，。；：]{{0,60}}$")
_IS_MADE = re.compile("[”]?等?[^，。；：]{0,12}(?:组成|构成)，")


def _is_part(scene: Scene, first: Group, group: Group) -> bool:
    """Whether a town that a sentence opens with is said to be a part of the zone behind it: 甲镇整镇纳入丙新区，集聚…."""
    town = first is not group and len(first.places) == 1 and first.places[0].type == "Subdistrict"
    return town and bool(_PART_OF_ZONE.fullmatch(scene.between(first.end, group.start)))


_PART_OF_ZONE = re.compile(
    "(?:整[镇街]|全[镇街]|整体|全域|已|被|成功|正式)*(?:纳入|划入|并入|属于|地处|毗邻|紧邻|靠近)(?:了)?[^，。；：、]{0,8}[“]?"
)
#: 丙小镇覆盖丁村、戊村, 丙园原是丁村一带的厂区: before a place that is only how far the park reaches, or what it was.
_EXTENT = re.compile("(?:[，■](?:范围)?(?:覆盖|涵盖|横跨|地跨)|■原(?:先|来)?[是为系]|前身[是为系])[^，。；：]{0,20}$")


#: 丙园的软件企业达540家，甲、乙位列其中.
_COUNTED = re.compile(rf"(?:内|里)?的[^，。；：]{{0,12}}(?:企业|公司)[^，。；：]{{0,6}}\d[^，。；：]{{0,4}}家，[{ROW}]*")
_IN_THEIR_NUMBER = re.compile(rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:均|都|也)?(?:位列|名列|跻身|在)其中")
#: 丙园新增企业46家（含甲、乙）.
_INCLUDED = re.compile(
    rf"[^，。；：（]{{0,16}}(?:企业|公司)[^，。；：（]{{0,4}}\d[^，。；：（]{{0,4}}家（(?:含|包括|如|其中有?)[{ROW}]*"
)


#: 在丙园设立甲公司.
_FOUNDED = re.compile("(?:内|里)?(?:注册|投资|合资|发起|牵头|新|共同)*(?:成立|设立|组建|创办|创立)(?:了)?[“]?")


def _is_founded(scene: Scene, group: Group, gap: str) -> bool:
    """Whether a firm is said to be founded at a place, right before it."""
    return bool(_FOUNDED.fullmatch(gap)) and scene.between(scene.start, group.start).endswith("在")


#: Behind firms that settle at a place of a name that is not known: 甲、乙等企业已在滨江一带集聚.
IN_ANOTHER = re.compile(r"[^，。；：]{0,90}?在(?![此我本园区该])[^，。；：■]{2,8}(?:入驻|入园|进驻|落户|落地|集聚)")


#: 依托丙走廊的优势，我区引进了甲: what helped the district is not where the firm is.
_BY_MEANS_OF = re.compile("(?:依托|借助|发挥|围绕|利用|放大)[“]?$")
_THE_DISTRICT_DID = re.compile(
    # 依托丙园打造丁基地，争取引进甲: what is hoped for is the district's
    "[”]?(?:加快)?(?:打造|建设|搭建|创建)[^，。；]{2,24}，(?:争取|力争|计划|拟|积极争取)|"
    "[”]?的[^，。；]{1,12}，(?:我|全)[区县市省]|[”]?的?[^，。；]{0,8}(?:优势|效应|资源|辐射|影响力?|带动|溢出|品牌|力量)(?:作用|效应)?，"
)
#: 丙镇引进的研究中心与丁园的甲公司: what was brought is told, and what it has to do with the firm.
_BROUGHT_ANOTHER = re.compile(
    r"(?:引进|引入|招引|落户|入驻|集聚|培育|孵化)的[^，。；：、等]{2,16}(?<!企业)(?<!公司)[与和同][^，。；：、]*$"
)
#: 丙园的产权属于甲集团, 丙园由甲公司负责: whose it is, and who runs it, is no tenant.
_OWNS = re.compile("(?:产权|所有权|使用权|运营方|投资方|建设单位|开发商|业主|权属)[^，。；]{0,6}$")
_CAME = re.compile("引入|引进|入驻|招引|落户")
_RUNS_IT = re.compile(rf"[{ROW}]*(?:公司|集团)?(?:负责|员工值守|参与投资|代管)")
#: 从丙省引进的甲: where it came from.
_CAME_FROM = re.compile("(?:从|自|由|来自)[“]?$")
_BROUGHT_FROM = re.compile("等?地?(?:引进|引入|招引|引来|引育|吸引|迁来|迁入|搬来|转移)")
#: 丙园有28家企业享受政策，甲、乙等企业还为其提供资源: who does something for those that are there.
_SERVES = re.compile(
    rf"[{ROW}]*(?:等[^，。；：]{{0,8}})?(?:还|也|均|则|将)*(?:为|向|给)(?:其|园区|入驻企业|[^，。；■]{{0,6}}企业)[^，。；]{{0,8}}(?:提供|开放|开展)"
)
#: 甲街道丙新城集聚了丁公司: behind a town, a park of its own that is no known entity.
_ITS_OWN_PARK = re.compile(
    f"[^，。；：、的{MASK}与和及在将已有]{{2,6}}(?:新城|企?谷|智港|商贸城|创意园|工坊|中心|大厦|小镇)(?:内|里)?(?:已|先后|陆续|成功|共|现)*{_HOST.pattern}"
)
#: 丙园有甲、乙等企业，装备园区有丁、戊等企业: in a later clause, a part of the park by its own name.
_ANOTHER_PART = re.compile(
    rf"，(?!目前|截至|其中|现有|该|此|本|这|各|全|整|两|我|使|让|推动|带动|助力|吸引)(?P<name>[^，。；：、的{MASK}有在为]{{2,8}}?)(?:园区|片区|基地)内?(?:已|现)?(?:有|拥有|集聚|聚集|引进|引入|入驻)[^，。；：]*$"
)
#: The items of the list before a firm: they say nothing of where it is.
_LIST_BEFORE = re.compile(r"(?:[^，。；：、]{1,16}、)+$")


def _was_only_helped(scene: Scene, group: Group, firm: Pair) -> bool:
    """Whether a firm that a later clause begins with was named before as one that a place helps or supplies: 乙市有19家企业给甲公司供货，甲公司…."""
    begin, end = group.end, firm[0].start
    if scene.text[end - 1] != "，":
        return False
    before = [(at, at + len(n)) for n in (firm[1].name, *firm[1].aliases) for at in occurrences(scene.text, n, begin, end)]
    return any(only_helped(scene.between(begin, start), scene.between(stop, scene.end)) for start, stop in before)


def held(scene: Scene, firm: Pair, topic: tuple[Pair, ...]) -> list[Pair]:
    """The places nearest before a firm, where a verb of hosting stands between: Y集聚了X, Y引进X."""
    begin, behind = firm[0].start, scene.between(firm[0].end, scene.end)
    # 甲区是乙市的西大门，区内有丙公司: not in the city as a whole.
    larger = divisions.chain(own) if (own := scene.reply.where.code) else ()
    before = (
        g
        for g in reversed(scene.groups)
        if g.end <= begin
        and not holds_nobody(scene, g, begin)
        and any(p[1] is not firm[1] and p[1].code not in larger for p in g.of(HOSTS))
    )
    group = next(before, None)
    either = _of_two(group, scene.between(group.end, begin)) if group is not None else []
    if group is None or either is not None:
        return either or []
    gap = IN_BRACKETS.sub("", scene.between(group.end, begin))
    if "，" in gap and (subject := scene.subject_of(group)):
        group = subject
    elif "，" in gap and (opening := _opening(scene, group, gap)) is not None:
        group = opening
    elif "，" in gap and (told := _stands_in(scene, group, gap)):
        return list(topic) if told == "site" else []
    partner = is_partner(gap, behind)
    counted = (_COUNTED.fullmatch(gap) and _IN_THEIR_NUMBER.match(behind)) or _INCLUDED.fullmatch(gap)
    if not partner and (
        counted or stand_at(group, gap, behind) or happens_at(scene, group, gap, behind) or _is_founded(scene, group, gap)
    ):
        return group.of(HOSTS)[-1:]
    alone = not any(group.end <= p[0].start < begin for p in scene.of("Enterprise"))
    owns = _OWNS.search(gap) or (alone and _BROUGHT_ANOTHER.search(gap)) or (_RUNS_IT.match(behind) and not _CAME.search(gap))
    helped = owns or (_CAME_FROM.search(scene.between(scene.start, group.start)) and _BROUGHT_FROM.match(gap))
    helped = helped or (_BY_MEANS_OF.search(scene.between(scene.start, group.start)) and _THE_DISTRICT_DID.match(gap))
    if (
        helped
        or partner
        or (group.places[-1].type == "Subdistrict" and _ITS_OWN_PARK.match(gap))
        or ("，" in gap and _SERVES.match(behind))
        or ((part := _ANOTHER_PART.search(gap)) and part["name"] not in scene.text[group.start : group.end])
        or _VISITS.match(behind)
        or len(_LIST_BEFORE.sub("", gap)) >= 70
        or only_helped(gap, behind)
        or _was_only_helped(scene, group, firm)
        or ends_a_stretch(gap, behind)
        or (group.places[-1].type == "District" and acts_for_itself(gap, behind))
    ):
        return []
    inside = re.fullmatch(rf"(?:内|里|上|沿线)，[{MASK}“”、和与及]*", gap) or re.match(
        r"(?:内|里|中|上|沿线|沿街|一带|两侧)?的(?![^，]{0,12}(?:、|和)?■{2,}的)", gap
    )
    rested = "。" not in gap and RESTED.search(behind) and not IN_ANOTHER.match(behind) and group.places[-1].type != "District"
    rested = rested and not is_item(scene, group)
    built = _BUILT.search(gap) and _OF_FIRMS.match(behind)
    if (
        not (_HOST.search(_OCCUPANTS.sub("，", gap)) or built)
        and not rested
        and not (inside and ("，" not in gap or gap[1:2] == "，") and group.places[-1].type != "District")
    ):
        return []
    places = [place for place in group.of(HOSTS) if place[1] is not firm[1]]
    # 主要分布在甲镇、乙镇、丙园，代表性企业有X; 甲镇和乙园的X: which of them holds X is not said.
    return places if len(places) == 1 or not ("，" in gap or inside) else []


#: 分布在丙园和丁路，前者有甲，后者有乙: before a firm.
_WHICH_OF_TWO = re.compile("，(前者|后者)(?=(?:已|主要|先后|共)*(?:有|集聚|入驻|引进|落户|拥有|以|聚集|汇聚))")


def _of_two(group: Group, gap: str) -> list[Pair] | None:
    """The first or the second of two places, by the words between them and a firm; of the second none where it can hold no firms; ``None`` where they do not say which."""
    if not (said := _WHICH_OF_TWO.findall(gap)):
        return None
    first = said[-1] == "前者"
    if len(group.places) == len(("前者", "后者")):
        return [group.places[0 if first else 1].pair]
    return group.of(HOSTS) if first and len(group.places) == 1 else []


#: 甲科技（总部在丙市）: a remark on where else the firm is.
_SEAT_IN_BRACKETS = re.compile(rf"[”]?（[^（）。；■]{{0,6}}(?:总部|注册地|研发中心|生产基地)[^（）。；■]{{0,6}}[“]?{MASK}+[”]?）")


def held_beside_its_seat(scene: Scene, firm: Pair, topic: tuple[Pair, ...]) -> list[Pair]:
    """Where a firm is beside its seat that a bracket behind it tells: 丁园引进甲科技（总部在丙市）, 甲科技（总部在丙市）入驻丁园."""
    seat = _SEAT_IN_BRACKETS.match(scene.between(firm[0].end, scene.end))
    if seat is None:
        return []
    behind = replace(firm[0], end=firm[0].end + seat.end())
    return held(scene, firm, topic) or arrived(scene, (behind, firm[1]))
