"""The district as the place of a scenario, where the sentence gives no more exact one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.relations.beside_home import is_at_a_road_or_house, is_in_another
from graph.reading.relations.elsewhere import is_not_run_here, is_of_our_level
from graph.reading.relations.here import is_a_provinces, is_province, named_here, ranks_a_place
from graph.reading.relations.joined import have_joined
from graph.reading.relations.named import (
    called_after_another,
    in_a_name,
    in_order,
    named_before,
    of_another,
    row_of,
    spread_over,
    together,
)
from graph.reading.relations.only_said import is_only_said
from graph.reading.relations.outright import OUTRIGHT, is_had
from graph.reading.relations.scene import MASK, ROW, Link, Pair, Scene
from graph.records import Mention, Status

__all__ = ["district", "own_name"]


def district(scene: Scene, scenario: Pair, home: Known | None, districts: dict[str, Known], *, aside: bool = False) -> list[Link]:
    """A county of the replying city; a place elsewhere that the sentence is about; the replying district.

    Parameters
    ----------
    scene:
        The sentence.
    scenario:
        The scenario for which it gives no exact place.
    home:
        The replying district.
    districts:
        The reply's districts by their codes.
    aside:
        Whether the paragraph has named a smaller place before.
    """
    if called_after_another(scenario[1], home) is not None:
        return []  # its name says it
    spread = [scene.link("pilotedIn", scenario, k, "piloted.elsewhere", 0.75) for k in spread_over(scene, scenario, home)]
    return spread or _of_the_sentence(scene, scenario, home, districts, aside=aside)


def _of_the_sentence(scene: Scene, scenario: Pair, home: Known | None, districts: dict[str, Known], *, aside: bool) -> list[Link]:
    """By the districts that the sentence names before the scenario."""
    start = scenario[0].start
    only_said = is_only_said(scene, scenario[0])
    if not only_said and (county := named_before(scene, scenario, home)) is not None:
        row = in_order(scene, scenario, row_of(scene, districts.get(county), start))
        rule, sure = (OUTRIGHT, 0.95) if len(row) == 1 and is_had(scene, start) else ("piloted.within", 0.85)
        return [scene.link("pilotedIn", scenario, place, rule, sure) for place in row]
    quoted = "“" in scene.text[start - 1 : start + 1]
    others = [
        p
        for p in scene.of("District")
        if p[1] is not home
        and p[0].end <= start
        and (
            p[0].end == start
            or any(m.start == p[0].end for m, _ in scene.of("District", "Facility"))
            or (quoted and _WHAT_IT_IS.fullmatch(scene.between(p[0].end, start)))
            or not in_a_name(scene, p[0].end)
        )
    ]
    others = [p for p in others if not _back_home(scene, p[0].end, start, home)]
    inner = [p for p in others if p[1].code and home is not None and divisions.inside(str(p[1].code), str(home.code))]
    inner = [p for p in inner if not _holds_a_place(scene, p[0])]
    if inner and not only_said:
        row = in_order(scene, scenario, together(scene, inner, home))
        return [scene.link("pilotedIn", scenario, place, "piloted.within", 0.8) for place in row]
    if is_not_run_here(scene, scenario, home):
        return []
    if (written := _of_a_document(scene, start, home, districts)) is not None:
        return [scene.link("pilotedIn", scenario, written, "piloted.document", 0.65)]
    if home is not None and home.name[-1] in "区县" and (city := _of_our_city(scene, start, home, districts)):
        return [scene.link("pilotedIn", scenario, city, "piloted.city", 0.7)]
    return of_another(scene, scenario, others, home) or ([] if home is None else _at_home(scene, scenario, home, aside=aside))


#: 甲区数字政府项目“乙”: between a district and its own service, of what kind that is.
_WHAT_IT_IS = re.compile(
    f"[^，。；、：的在与和对向由{MASK}]{{2,12}}?(?:项目|平台|系统|应用|品牌|案例|场景|模式|工程|小程序|服务)[“]?"
)


def _holds_a_place(scene: Scene, district: Mention) -> bool:
    """Whether a district is named only as what holds a smaller place, which then is not where the scenario is: 甲区乙街道选了300户，接入丙.

    Of a park of trees, a hall or a road it is the most exact place that a scenario can be at: 在甲区乙公园试点丙.
    """
    smaller = [place for group in scene.groups for place in group.places if place.type not in ("Facility", "Road")]
    around = [pair for place in smaller for pair in (place.larger, place.wider)]
    return any(pair is not None and pair[0] is district for pair in around)


def own_name(scene: Scene, scenario: Pair, home: Known | None) -> list[Link]:
    """The replying district as the place of a scenario that is called after it: 文旅甲州, 乙区非机动车管理平台."""
    mention, known = scenario
    if home is None or is_only_said(scene, mention):
        return []
    called = {home.name, divisions.short_form(home.name)}
    told = any(len(own) > 1 and own in name for own in called for name in (mention.name, known.name, *known.aliases))
    return [scene.link("pilotedIn", scenario, home, "piloted.own-name", 0.75)] if told else []


#: What the province, the city or the whole country runs, and no district of theirs.
_OF_MORE = re.compile("(?:国家|全国|京津冀|长三角|粤港澳|大湾区|省级?|自治区)(?!重点|试点|示范)|市级(?!试点|示范)")


def _of_more(scenario: Pair, home: Known, *, joined: bool = False) -> bool:
    """Whether a scenario's name says that a larger place has it: 市级心电诊断中心 in a county's reply, unless what is there has joined the city's."""
    mention, known = scenario
    for name in (mention.name, known.name, *known.aliases):
        larger = next((n for at, _, n in find_divisions(name) if at == 0), None)
        if larger is not None and any(divisions.inside(str(home.code), code) for code in divisions.codes_of(larger)):
            return True
        if (told := _OF_MORE.match(name)) and told.group()[0] != home.name[-1] and not (joined and told.group() == "市级"):
            return True
        if is_a_provinces(name, home):
            return True
    return False


#: Places of which the sentence says something, so that the district is hardly meant.
_SMALLER = ("Carrier", "Subdistrict", "BusinessCircle", "Community")
#: 在社区推广甲, 在中心城区试点乙, 在两处驿站试行丙: places without a name, which the whole district has.
_OF_ITS_KIND = (
    "(?:[两三四五六七八九十\\d]{1,4}余?[个家处所条]|(?:中心|主|老)城区|街镇|镇街|乡镇|街道|村居|居村|社区|小区|老旧小区|养老机构|学校|中小学|医院|公立医院|"
    "园区|公园|景区|路口|农村|公交线路|医疗机构|政务大厅|菜场|商场|楼宇|校园)(?:中|内|里|全面|率先|逐步|先行|广泛|积极|深入|继续)*"
    "(?:试点|试行|试用|试运行|开通|开展|推广|推行|推进|建设|上线|使用|打造|探索|增设|设)"
)
#: 在丙码头试点甲: a place that is no known entity.
_AT_UNKNOWN = re.compile(
    f"在(?!{_OF_ITS_KIND})"
    "(?!更多|部分|各|一些|多个|若干|有条件|全|[^，；“]{2,10}(?:[服业]务|过程|方面|工作)中?)[^，；“]{2,16}(?:试点|试行|试用|试运行|开通|开展|推广|推行|推进|建设|上线|开发|使用|增设|探索|附近|设|有)[^，；]{0,16}$"
)
#: 在丙港四期投用丁: at a place of its own that is no known entity.
_BROUGHT_INTO_USE = re.compile(
    "^[“]?在(?![我全本该此各]|更多|部分|一些|多个|若干|有条件)[^，；“的]{2,14}?(?:港|码头|机场|车站|矿区?|厂区?|基地|[一二三四五]期|口岸|景区|海域|高速|隧道|大桥|地铁站)(?:率先|已|先行|正式|陆续)*(?:试点|试运行|投用|启用|上线|开通|应用|使用|部署|推广)了?[“]?$"
)
#: 对上云企业给予服务券, 为独居老人安装甲: whom it is for, not where it runs.
_FOR = re.compile(f"^[^，；{MASK}]{{0,4}}(?:对|为|让|给)[^，；{MASK}]{{2,}}")
#: 学校引入甲, 集中区已建成乙: of the school or the zone that the sentences before are about.
_OF_THE_ONE_BEFORE = re.compile(
    "(?:^|[，；：])由?(?:园区|集中区|片区|街道|社区|学校|医院|小区|景区|基地)(?:运营公司|已|现|还|也|正|率先|拟|将)*(?:与[^，。；]{1,14}合作)?"
    f"(?:新?装|引入|建|搭建|上线|推出|开发|启用|设|通过|用)[^，。；{MASK}]{{0,8}}$"
)
#: Before what the replying office does itself: 近年来，我局把甲用作…
_BY_OUR_OFFICE = re.compile("我[局委办厅院]|我们(?!的)")
#: Words that tell where a firm is from, and nothing of where a thing runs.
_NATIVE = re.compile("本地|本土|辖区|在[\u4e00-\u9fff]企业")
#: In a district's reply: what the whole city has, unless the district is the first there.
_OF_ALL_THE_CITY = re.compile("全[市省](?!首|第|率先|领先|唯一|最|前|示范|试点|先进|优秀|范围内首|各区)")


@cache
def _our_office(level: str) -> re.Pattern[str]:
    """An office of the replying place, which its level stands before: 区丙局, 区属, 市丁中心牵头."""
    return re.compile(
        f"{level}(?:[\u4e00-\u9fff]{{1,6}}[局委办]|属[\u4e00-\u9fff]|[\u4e00-\u9fff]{{2,14}}中心(?:牵头|负责|组织|会同))"
    )


def _at_home(scene: Scene, scenario: Pair, home: Known, *, aside: bool) -> list[Link]:
    """The replying district: surely where the sentence speaks of it, hardly where it speaks of another place."""
    mention = scenario[0]
    named = named_here(scene, home)
    spoken = [(a, b) for a, b in named if not _NATIVE.match(scene.text, a, b) and not ranks_a_place(scene, a)]
    told, spoken = spoken, [span for span in spoken if not _says_not_ours(scene, mention.end, span)]
    clause, end = scene.clause(mention.start)
    here = any(clause <= at < mention.start for at, _ in spoken)
    if (
        _OF_THE_ONE_BEFORE.search(scene.between(scene.start, mention.start))
        or (_BROUGHT_INTO_USE.search(scene.text[clause : mention.start]) and not here)
        or (told and not spoken)
    ):
        return []  # 我区企业甲公司与乙集团合作，在丙港投用丁
    if spoken or f"全{home.name[-1]}" in scene.said or is_of_our_level(scene, mention, home):
        return [scene.link("pilotedIn", scenario, home, "piloted.district", 0.76)]
    ours = _our_office(home.name[-1]).search(scene.said)
    of_the_city = home.name[-1] in "区县" and not ours and _OF_ALL_THE_CITY.search(scene.text, clause, end)
    joined = have_joined(scene, mention, home)
    if (of_the_city and not joined) or _of_more(scenario, home, joined=joined):
        return []
    lead = scene.text[clause : mention.start]
    if (
        any(m.start < end for m, _ in scene.of(*_SMALLER))
        or _AT_UNKNOWN.search(lead)
        or _FOR.match(scene.between(clause, mention.start))
    ):
        return []
    # Of a paragraph that has spoken of a smaller place, and in a province's reply, two of three such services run elsewhere.
    by_us = ours or _BY_OUR_OFFICE.search(scene.text, scene.start, mention.start)
    if (
        (aside and not by_us)
        or is_at_a_road_or_house(scene, mention, end)
        or is_in_another(scene, mention, end, home)
        or (is_province(home) and not _of_every_office(scenario) and not _is_begun_by_an_office(scene, mention))
    ):
        return []
    # 区丙局上线甲: with its own office before it a service is the district's, however unsure its name is.
    by_office = _does_it(home.name[-1]).search(scene.text, clause, mention.start)
    link = scene.link("pilotedIn", scenario, home, "piloted.district-plain", 0.8 if by_office else 0.65)
    return [replace(link, rule="piloted.district-planned") if link.status is Status.PLANNED else link]


#: 甲市已上线乙，我区尚无安排; 丙航线不经过我区: around the district in a later clause, which has not got it.
_NOT_OURS = re.compile(
    "(?:目前|暂时|现阶段|现|则|也|还|仍)*(?:尚|暂|仍)?(?:无(?:需|此|类似|相关|安排|权)|未(?:纳入|列入|开展|建设|引入|布局|安排|推广|涉及)|没有|不再|不另|不作|缺|"
    "(?:可以?|将|拟|应|正)?(?:参考|借鉴|学习|取长补短)|(?:积极|主动|全力)*(?:做好)?配合(?!省|市|上级)|不(?:在|属于)[^，。；]{0,10}(?:范围|试点|之列|名单))"
)
_NOT_REACHED = re.compile(
    "(?:(?:尚未|还未|暂未|没有|并未)(?:扩大到|推广到|推广至|扩大至|延伸到|延伸至|拓展到|落地|进入|在)|不适用于|不经过|未经过|未覆盖|不覆盖|未纳入|不包括|不含|不涉及|可供)$"
)


def _says_not_ours(scene: Scene, end: int, span: tuple[int, int]) -> bool:
    """Whether a later clause says that the district has not got a scenario, or only looks at it."""
    if span[0] < end:
        return False
    return bool(_NOT_OURS.match(scene.text, span[1]) or _NOT_REACHED.search(scene.between(end, span[0])))


@cache
def _does_it(level: str) -> re.Pattern[str]:
    """The words before a service that say which of the replying place's offices made it or brings it: 我局推出, 市丙局牵头建设的, 城管部门的."""
    office = (
        f"我[局委办厅院]|我们|(?<![城社园省]){level}(?:里|属|级)|(?<![城社园省]){level}(?!里|级)[\u4e00-\u9fff]{{1,10}}?(?:局|委|办|中心|支队)"
        "|(?:卫健|城管|民政|教育|公安|交管|交通|农业|文旅|水务|人社|市场监管|住建|应急|医保|政务)部门"
    )
    act = "(?:开发|推出|上线|牵头|建设|建立|搭建|建成|开展|试点|试行|推行|打造|启动|启用|开通|研发|深化)"
    return re.compile(f"(?:{office})[^。；，]{{0,20}}?(?:{act}(?:了|的|起)?[^，。；]{{0,14}}?|的)[“]?$")


def _of_every_office(scenario: Pair) -> bool:
    """Whether a scenario is one that offices everywhere have (企业开办一件事), or is called the province's by its level: of 17 fifteen were the province's."""
    mention, known = scenario
    return mention.rule == "service.known" or known.name.startswith(("省", "自治区"))


#: 年底前上线甲、乙; “丙”、丁今年上线: that something is begun, of which nobody else is said to begin it.
_IS_BEGUN = re.compile(
    f"(?:^|[：）是前年内月日已将拟并还统一筹级厅委局{ROW}])(?:上线|推出|建设|新增|开通|启动|建成)(?:了)?[{ROW}]*$"
)
_BEGINS = re.compile(f"[{ROW}]*[^，。；{MASK}]{{0,8}}?(?:上线|开通|启动|建成|投用)")


def _is_begun_by_an_office(scene: Scene, mention: Mention) -> bool:
    """Whether a scenario is said to begin, in a clause that names no firm before it."""
    start, end = scene.clause(mention.start)
    lead, behind = scene.between(start, mention.start), scene.between(mention.end, end)
    made = any(m.start < mention.start for m, _ in scene.of("Enterprise")) or re.search("省[一-鿿]{2,8}局", scene.said)
    return not made and bool(_IS_BEGUN.search(lead) or _BEGINS.match(behind))


def _back_home(scene: Scene, start: int, end: int, home: Known | None) -> bool:
    """Whether a later clause speaks of the replying district again: 甲区先行试点，我市将推广乙."""
    spans = [span for span in named_here(scene, home) if start <= span[0] < end]
    return any(scene.text[a - 1] in "，；" or scene.text[a - 1 : a + 1] == "全市" for a, _ in spans)


def _of_a_document(scene: Scene, start: int, home: Known | None, districts: dict[str, Known]) -> Known | None:
    """The county or city of the replying place whose document the sentence speaks of: 《甲市…条例》施行，“乙”有了依据."""
    named = [p for p in scene.of("Policy") if p[0].end <= start]
    if not named or home is None or re.search("我[区县市省]|全[区县市省]", scene.text[named[-1][0].end : start]):
        return None
    found = [name for at, _, name in find_divisions(named[-1][1].name) if at == 0]
    codes = [code for name in found for code in divisions.codes_of(name) if divisions.inside(code, str(home.code))]
    return districts.get(codes[0]) if len(codes) == 1 else None


def _of_our_city(scene: Scene, start: int, home: Known, districts: dict[str, Known]) -> Known | None:
    """The city, where a district's reply says 我市 in the scenario's own clause."""
    clause, _ = scene.clause(start)
    if "我市" not in scene.text[clause:start]:
        return None
    return next((districts[code] for code in divisions.chain(str(home.code)) if code in districts), None)
