"""Subdistricts and towns: those of the replying place, and what a list of the country's or the words before it tell."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.lexicon import alternation
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import LAYOUT, is_generic, is_unknown
from graph.reading.mentions.places.levels import is_of_levels
from graph.reading.mentions.places.sharing import joined_towns, shared_suffix, town_of
from graph.reading.place import division_before, find_divisions, is_division, is_somebody
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["townships"]

_TOWNSHIP = Sought(
    r"街道(?!办(?!理|结|好|(?:事处)?(?:辖区|境内)|[\u4e00-\u9fff]{2,4}社区)|[^，。；升]{0,2}(?:社区|层面)?级)|镇(?![痛压反守宅]|区(?!域(?!性)))|乡(?![镇村土愁情贤亲音下间区县]|道(?!路)|风[文建民习家])"
)
#: 城镇, 乡镇, 街镇, 甲场镇: kinds of places, whatever stands before them.
_KIND = re.compile(r"(?:[城乡村集街]|.场)(?:镇|乡)$")
_KINDS_OF_TOWN = re.compile(r"(?:城|乡|村|集|小|古|特色|名|重|老|强|市|各|全|建制|中心|水)$")
#: 农业强镇, 历史文化名镇, 重点中心镇: what kind of town it is, whatever stands before it; 甲强镇 may be one.
_RANKED_TOWN = re.compile(
    rf"[\u4e00-\u9fff]{{2,}}(?:[强名重古大]|百强|十强)[镇乡]$|(?:{alternation('place_attributes', 'town')})[镇乡]$"
)
#: 三镇, 5个街道, not 刘仁八镇; 特色小镇.
_COUNT_OF_TOWNS = re.compile(r"[两三四五六七八九十\d个][街镇乡]道?$|小镇$")
#: 农业强镇甲镇: what kind of town it is, before its name.
_RANK_BEFORE = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:[强名重大]|中心|特色)镇(?=[\u4e00-\u9fff]{2})")
#: 扩大到整个甲街道.
_WHOLE = re.compile("(?:整个|整座)(?=[\u4e00-\u9fff]{2})")
#: 试点镇甲镇, of which a segmenter may leave but 镇甲镇.
_TRIAL_BEFORE = re.compile(
    "(?:(?:试点|示范|样板|重点|特色)|(?<=试点|示范|样板|重点|特色))(?:乡镇|街镇|[镇乡])(?=[\u4e00-\u9fff]{2})"
)
#: 返乡, 下乡, 家乡: what one does and feels.
_NO_TOWN = re.compile(
    r"[返下回还离思入故异他家同老梦管之外]乡$|驻镇帮镇$|[镇乡][容域][镇乡]$|[各全由您](?:街道|镇|乡)$|当地[镇乡]$|乡[道建管养修]乡$|^(?:您|现由|建议)|老镇$|街道镇$|^[镇乡村]街道$|[区县市]管[镇乡]$|(?:涉改|被撤并?|撤并|合并|改革)[镇乡]$"
    # 不设乡镇街道, 暂不逐街道, 拟分街道, 以镇为单元, 撤镇设市, 一机多镇
    r"|^(?:不设|暂不|拟|主张)|[^，。]以[镇乡]$|.撤[镇乡]$|^一.多[镇乡]$"
)
#: 甲市老街道, 特色古街道: what sort of street or town it is, whatever stands before it.
_SORTS = ("古镇", "水乡", "老街道", "古街道", "旧街道", "背街道", "主街道", "商业街道", "示范街道", "特色街道")
#: What stands right before a town that no list has: a county, a fellow town, a preposition of place.
_BEFORE_TOWN = re.compile(r"(?:[市区县州旗]|街道|[镇乡][、与和]|[在于至到往])$")
#: 2018年起甲镇, 从甲镇飞往乙镇, 连接甲镇与乙镇, which a segmenter reads as one word: before a town of the country's list.
_LINKS = "起在于至到自由从与和及往返向接通经赴给"
#: 三圣街道, 三道桥镇: what a segmenter takes for a number.
_NUMERAL = re.compile(r"(?<![第个几一二三四五六七八九十百\d])[一二三四五六七八九十两]{1,2}$")


#: 镇 and the character behind it, where both are mostly one word.
_MAY_BE_A_WORD = ("镇定", "镇江", "镇海", "镇静")

#: 甲镇卫生院: a house that bears the town's name.
_INSTITUTION = re.compile(
    "(?:中心|第[一二三四五六])?(?:卫生院|小学|初级中学|中学|幼儿园|敬老院|派出所|司法所|法庭|供销社|初中|学校)"
)


def townships(reply: Reply) -> list[Mention]:
    """Named subdistricts, towns and townships of the body; surest where the replying place has them."""
    text, (start, stop) = reply.flow.text, reply.body
    found = [
        *_in_brackets(reply),
        *_short_of_office(reply),
        *shared_suffix(reply, dict.fromkeys(("街道", "镇", "乡", "镇街", "街镇", "乡镇", "镇乡"), "Subdistrict")),
        *joined_towns(reply),
    ]
    for suffix in _TOWNSHIP.finditer(text, start, stop):
        name_start = _township_start(reply, suffix.start(), suffix.end())
        name = text[name_start : suffix.end()]
        if (
            (_COUNT_OF_TOWNS.search(name) and not (len(name) > _THREE and divisions.counties_of(name)))
            or name[0] == "跨"
            or LAYOUT.fullmatch(name)
            or not "一" <= name[0] <= "鿿"
        ):
            continue
        if _is_a_division(reply, name):
            continue
        word = text[suffix.end() - 1 : suffix.end() + 1] in _MAY_BE_A_WORD or _is_anothers(text, suffix.start(), suffix.end())
        if word and not _is_official(reply, name):
            continue  # 甲镇定家湾 is a town's, 沉着镇定 and 甲镇江 are not
        if "-" in name or (len(name) > 6 and not _is_official(reply, name)):
            continue  # 市-县区-街道; no town has so long a name
        if _NO_TOWN.search(name):
            continue
        if name.endswith(_SORTS) and not (_is_official(reply, name) or divisions.counties_of(name)):
            continue
        if (name[0] in "各该本两三多每" and not divisions.counties_of(name)) or name.startswith(
            ("一些", "有关", "相关", "所有", "我")
        ):
            continue
        if is_somebody(text, suffix.end() - 2, suffix.end(), in_row=False) and not _is_official(reply, name):
            continue  # 局长吴新乡
        known = _is_official(reply, name)
        if name_start >= suffix.start() or _INSTITUTION.match(text, suffix.end()):
            continue
        placed = (
            divisions.counties_of(name) and len(name) == _THREE and _BEFORE_TOWN.search(text[max(name_start - 3, 0) : name_start])
        )
        kind = not placed and (
            is_of_levels(text, name_start, suffix.end())
            or (_KIND.search(name) and not _named_after_market(name))
            or (len(name) <= _THREE and _KINDS_OF_TOWN.search(text[name_start : suffix.start()][-2:]))
        )
        if _RANKED_TOWN.search(name) and (not known or name == "小城镇"):
            continue
        common = is_generic(name[: -len(suffix.group())]) and not (
            divisions.counties_of(name) and _BEFORE_TOWN.search(text[max(name_start - 3, 0) : name_start])
        )  # 甲县新兴乡
        if known or (not kind and len(name) > 2 and not common):
            sure = 0.97 if known else 0.8 if divisions.counties_of(name) else _unlisted(reply, name_start, suffix.start())
            found.append(Mention("Subdistrict", name, name_start, suffix.end(), "place.township", sure))
    return found


#: 丙、常平等镇: before the suffix of a row, whose last item and 等 look like the town 平等镇.
_END_OF_A_ROW = re.compile("、[\u4e00-\u9fff]{2,6}等$")


def _is_anothers(text: str, start: int, end: int) -> bool:
    """Whether a suffix belongs to the whole row before it, or is the beginning of a county's name: 常平等镇, 已同镇原县."""
    if _END_OF_A_ROW.search(text, max(start - 8, 0), start):
        return True
    ahead = find_divisions(text[end - 1 : end + _COUNTY_BEHIND])
    return any(
        begin == 0 and name[-1] in "县区市" and not _COUNTY_ROAD.match(text, end + stop - 2) for begin, stop, name in ahead
    )


#: 东坝镇|平县道: where a county's name would end in the midst of 县道.
_COUNTY_ROAD = re.compile("县道(?!路)")
#: A county whose name begins with 镇 or 乡 has so many characters behind it, at most: 镇沅彝族哈尼族拉祜族自治县.
_COUNTY_BEHIND = 12


def _behind_a_link(text: str, edge: int, suffix_start: int, end: int) -> int | None:
    """Where a town of the country's list begins behind a word that links it, though no list has what stands from the edge on."""
    if divisions.counties_of(text[edge:end]):
        return None
    return next(
        (at for at in range(edge + 1, suffix_start) if text[at - 1] in _LINKS and divisions.counties_of(text[at:end])), None
    )


#: 5个街道（甲、乙、丙）: the suffix before the bracket.
_BRACKET = Sought(r"(?:街道|镇|街镇|镇街|乡镇)（(?P<row>(?:[\u4e00-\u9fff]{2,6}、){1,20}[\u4e00-\u9fff]{2,6}?)(?:等)?）")


def _in_brackets(reply: Reply) -> list[Mention]:
    """Towns of the replying place that stand in brackets behind what they are."""
    text, found = reply.flow.text, []
    for bracket in _BRACKET.finditer(text, *reply.body):
        at = bracket.start("row")
        for item in bracket["row"].split("、"):
            if (whole := town_of(reply, item)) is not None:
                found.append(Mention("Subdistrict", whole, at, at + len(item), "place.shared-suffix", 0.93))
            at += len(item) + 1
    return found


#: In this province 甲街 is the office; further north a 街 of the same name is a road.
_SAYS_SHORT = "44"
#: 甲街 short for 甲街道, as the replies of some cities say throughout; not 甲街区, 甲街12号, 甲街上.
_SHORT_STREET = re.compile(
    r"街(?!长者|综合养老|养老|颐康|社区卫生|[道区巷头角坊心景面市上铺边口号旁沿内东西南北中路舞拍机镇乡\d]|两[旁侧边])"
)


#: An item of a row of offices: 区水务局、, but no road, crossing or shop.
_FELLOW = "(?:(?![路段巷桥口铺户])[\u4e00-\u9fff（）]){2,24}?"
#: 组织区水务局、甲街等单位研究, 会同甲街、乙公司研究, 及甲街研究办理: before and behind an office, as no road stands.
_ASKED = re.compile(
    rf"(?:(?:会同|联合|协同|[商请督]促?|组织|指导|责成|牵头|转交?)(?:{_FELLOW}、){{0,6}}(?:{_FELLOW}[和与及])?|(?:[局委办院镇]|街道|大队|中心|公司)[、和与及])$"
)
_DOES = re.compile(
    rf"(?:、{_FELLOW}){{0,6}}(?:[和与及]{_FELLOW})?(?:等(?:各|有关|相关|职能|会办|协办|责任){{0,2}}(?:单位|部门)(?!门[前口]|大?门|周边|附近|宿舍)|(?:进行|共同|认真|深入|积极)?(?:研究|会商|办理|落实|核实))"
)
#: 途经区政务中心、甲街、乙医院等单位; 对体育中心和甲街进行研究: along or about what something is done.
_PASSED = re.compile(
    "(?:途经|经过|沿途|沿线|附近|周边|停靠|连接|位于|覆盖|影响|波及|服务于?|惠及|方便|串联|衔接|辐射|通达|直达|到达|停[水电气])[^，。；]{0,40}$|对(?!接)[^，。；与同会商]{0,24}$"
)
#: What only a subdistrict has: 甲街总面积, 甲街下辖9个村.
_HAS = re.compile(
    r"(?:总面积|辖区(?!道路)|辖内|下辖|党工委|常住人口|户籍人口|城管办|综治办|(?:现|共)?有\d{1,3}个(?:社区|居委会?|村|行政村)(?=[，。；、和与及]|$))"
)


def _is_an_office(reply: Reply, start: int, end: int) -> bool:
    """Whether 甲街 from ``start`` to ``end`` is spoken of as an office or as an area, or signs the reply."""
    text, signed = reply.flow.text, reply.heading.department or ""
    if text[start:end] + "道" in signed or _HAS.match(text, end):
        return True
    before = text[max(reply.body[0], start - 80) : start]
    return bool(_DOES.match(text, end) and _ASKED.search(before) and not _PASSED.search(before))


def _short_of_office(reply: Reply) -> list[Mention]:
    """Subdistricts of the replying place that are written 甲街 for 甲街道, where at least two are, or one is spoken of as an office.

    One alone may be a road.
    """
    text, code, found = reply.flow.text, reply.where.code, list[Mention]()
    for suffix in _SHORT_STREET.finditer(text, *reply.body) if code and code.startswith(_SAYS_SHORT) else ():
        for size in range(5, 1, -1):
            begin = suffix.start() - size
            name = text[max(begin, reply.body[0]) : suffix.end()]
            if code and divisions.township(name + "道", code) is not None:
                found.append(Mention("Subdistrict", name, begin, suffix.end(), "place.township", 0.9, (name + "道",)))
                break
    several = len({m.name for m in found}) > 1
    return found if several or any(_is_an_office(reply, m.start, m.end) for m in found) else []


#: 巴城镇 in 昆山市巴城镇 is a town, by its length and its place.
_THREE = 3


def _named_after_market(name: str) -> bool:
    """Whether a town of the country's list is named after a market or a field: 大场镇, 牛场镇, not 农场镇."""
    return len(name) == _THREE and name[1] == "场" and name[0] not in "农林牧渔市广茶盐机现" and bool(divisions.counties_of(name))


#: 甲街道、乙街道: the town that stands behind in a row.
_FELLOW_BEHIND = re.compile(r"(?:街道|[镇乡])[、和与](?P<fellow>[\u4e00-\u9fff]{2,5}?(?:街道|[镇乡]))")


def _unlisted(reply: Reply, start: int, end: int) -> float:
    """How sure a town of no official list is one: towns are merged and renamed, but most of what ends so says something else."""
    text = reply.flow.text
    own = is_unknown(text[start:end]) and end - start <= 4
    before = text[max(start - 3, 0) : start]
    fellow = end - start <= 3 and before.endswith(("镇、", "乡、", "街道、"))
    county = division_before(text, start, 6)
    street = county is not None and county[1][-1] in "区县市" and text.startswith("街道", end)  # 甲区乙街道, whatever 乙 means
    behind = _FELLOW_BEHIND.match(text, end)
    fellow = fellow or (behind is not None and end - start <= 3 and _is_official(reply, behind["fellow"]))
    return 0.7 if fellow or street or (own and _BEFORE_TOWN.search(before)) else 0.5 if own else 0.4


#: What is left of such a name before a city's: a verb or a noun, of two characters at least (立新乡 is a town).
_LEAST_AHEAD = 2


def _is_a_division(reply: Reply, name: str) -> bool:
    """Whether a name is a county's or a city's whose short form ends as a town's does, or such a one behind other words: 桐乡, 服务景德镇."""
    if is_division(name):
        return True
    parts = [name[-size:] for size in (2, 3) if len(name) - size >= _LEAST_AHEAD]
    ends = reply.where.short in parts or any(divisions.codes_of(part) for part in parts)
    return ends and not (_is_official(reply, name) or divisions.counties_of(name))


def _is_official(reply: Reply, name: str) -> bool:
    """Whether the replying place has a subdistrict or town of that name; 乌镇 stands for 乌镇镇."""
    code = reply.where.code
    return code is not None and divisions.township(name, code) is not None


#: 北部山区甲镇, 经开区乙街道: in what kind of area a town lies.
_KIND_OF_AREA = re.compile("(?:[山库林牧矿坝湖郊城滩灾沙景园港农垦新老]|高新|经开|开发|保税|示范|商务|管理|合作|度假|实验)区")


def _township_start(reply: Reply, suffix_start: int, end: int) -> int:
    """The longest name before the suffix that the replying place has; else back to a word that no name holds."""
    text = reply.flow.text
    if reply.where.code:
        for size in range(8, 0, -1):
            begin = suffix_start - size
            if begin >= 0 and _is_official(reply, text[begin:end]):
                return begin
    edge = left_edge(reply, end, max(reply.body[0], suffix_start - 6))
    if (listed := _behind_a_link(text, edge, suffix_start, end)) is not None:
        return listed
    numeral = _NUMERAL.search(text, max(reply.body[0], edge - 2), edge)
    if numeral and divisions.counties_of(text[numeral.start() : end]):
        return numeral.start()
    if (
        ranked := _WHOLE.match(text, edge, suffix_start)
        or _RANK_BEFORE.match(text, edge, suffix_start)
        or _TRIAL_BEFORE.match(text, edge, suffix_start)
    ):
        return ranked.end()
    near = max(reply.body[0], edge - 8)  # 甲族自治县乙乡, where a segmenter cuts the county's name
    inner = [near + place_end for _, place_end, _ in find_divisions(text[near:suffix_start])]
    areas = (m.end() for m in _KIND_OF_AREA.finditer(text, edge, suffix_start))
    inner += [at for at in areas if divisions.counties_of(text[at:end])]
    return max((at for at in inner if edge < at < suffix_start - 1), default=edge)
