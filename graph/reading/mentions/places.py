"""Districts, subdistricts, communities, business circles and roads."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading import divisions
from graph.reading.lexicon import alternation
from graph.reading.mentions.names import is_generic, is_unknown, left_edge, occurrences
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["places"]

_TOWNSHIP = re.compile(
    r"街道(?!办(?!理|结|好|[\u4e00-\u9fff]{2,4}社区)|[^，。；]{0,2}(?:社区|层面)?级)|镇(?![区江海静定痛压反守宅])|乡(?![镇村土愁情贤亲音下])"
)
#: 城镇, 乡镇, 街镇: kinds of places, whatever stands before them.
_KIND = re.compile(r"[城乡村集街](?:镇|乡)$")
_KINDS_OF_TOWN = re.compile(r"(?:城|乡|村|集|小|古|特色|名|重|老|强|市|各|全|建制|中心|水)$")
#: 农业强镇, 历史文化名镇, 重点中心镇: what kind of town it is, whatever stands before it; 甲强镇 may be one.
_RANKED_TOWN = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:[强名重古]|百强|十强)镇$|(?:特色|建制|中心|重点|示范|试点|卫星|生态|文明|工业|旅游|商贸|农业|文化|先进|美丽|卫生|产业|经济|边境|口岸|小城)[镇乡]$"
)
_LISTED = re.compile(
    r"((?:[\u4e00-\u9fff]{2,6}、){1,20}[\u4e00-\u9fff]{2,6}?)(?:等)?(?:[两三四五六七八九十\d]{1,3}个?)?(镇街|街镇|乡镇|镇乡|街道|社区|商圈|镇|乡)(?![办区])"
)
#: 县商务委、县农业局和乙镇 are offices and one town.
_OFFICE = re.compile("[委局办厅队部院会]$|公司$|中心$|[区县市]政府")
#: 甲、乙街道社区卫生服务中心 are houses, and no streets.
_OF_STREET = re.compile("社区卫生|卫生服务|卫生院|办事处|派出所|党群|综合为老")
_COMMUNITY = re.compile(
    r"社区(?!精细|经济|商户|公共|网格|民警|矫正|事务|志愿|智慧|数字|环境|协商|云|服务|居民|治理|党|工作|建设|养老|食堂|医院|卫生|生活|商业|居委|[一-龥]{0,2}平台)"
)
_NO_COMMUNITY = re.compile(
    r"(?:智慧|智能|数字|未来|示范|试点|老旧|各|每个?|全|本|基层|城市|农村|城乡|新型|现代|产业|创新|国际|开放|美好|幸福|完整|绿色|该|进|入|[镇街区市县个和与及、]|街道|居家|机构|整个?|完善|宜居|型|类|化|类型|\d)$"
)
#: 滨海湾新区: a new area that is run as a district; 高新区, 创新区 are kinds of zones.
_NEW_AREA = re.compile(r"[\u4e00-\u9fff]{2,5}(?<![高创更革])新区(?![域块位别])")
_CIRCLE = re.compile(r"商圈")
_ROAD = re.compile(
    r"(?:位于|坐落于?|地处|沿线?|在|至|、|：|镇|街道|[市区县])([\u4e00-\u9fff]{2,5}?(?:(?<![电思线道公铁网集出])路|大道|大街))(?:\d+(?:弄|号)|沿线|周边|一带|、|和)"
)


def places(reply: Reply) -> list[Mention]:
    """Every place of the body that an administrative list or a suffix tells."""
    return [*_districts(reply), *_townships(reply), *_communities(reply), *_villages(reply), *_circles(reply), *_roads(reply)]


def _districts(reply: Reply) -> list[Mention]:
    """Official names; for the replying place its short form too, where it does not run on into another name."""
    text, (start, stop) = reply.flow.text, reply.body
    found = []
    for begin, end, name in find_divisions(text[start:stop]):
        found.append(Mention("District", name, start + begin, start + end, "place.official", 0.95))
    for zone in _NEW_AREA.finditer(text, start, stop):
        if not is_generic(zone.group()[:-2]) and not find_divisions(zone.group()):
            edge = left_edge(reply, zone.end(), zone.start(), tail=2)
            if zone.end() - edge >= 4:
                found.append(Mention("District", text[edge : zone.end()], edge, zone.end(), "place.new-area", 0.85))
    found += _near_counties(reply)
    where = reply.where
    if where.name and where.short and where.short != where.name:
        taken = {i for m in found for i in (m.start, m.end - 1)}
        for begin in occurrences(text, where.short, start, stop):
            end = begin + len(where.short)
            if taken.isdisjoint((begin, end - 1)):
                found.append(Mention("District", where.name, begin, end, "place.own-short", 0.85))
    return found


#: What leads to a place that is called without its 区 or 市.
_LEADS_TO = re.compile(r"(?:在|于|落户|位于|设在|入驻|扎根|布局|落地)$")
_MARK = re.compile(rf"(?:{alternation('scenario_marks')})")
_GOES_ON = re.compile(r"[路街港湖山河江湾桥村镇乡站岛]|大道|大学|学院|医院|机场|中学|小学|银行|集团|公司|科技|分园")


def _near_counties(reply: Reply) -> list[Mention]:
    """In a city's reply the city's own counties by their short names: 设在晋江."""
    where, (start, stop) = reply.where, reply.body
    if not where.code or not where.code.endswith("00") or where.code.endswith("0000"):
        return []
    text, found = reply.flow.text, []
    for county in divisions.children(where.code):
        short = divisions.short_form(county.name)
        if len(short) < 2 or short == county.name:
            continue
        for begin in occurrences(text, short, start, stop):
            end = begin + len(short)
            if text[end : end + 1] in "区市县" and text[begin : end + 1] == county.name:
                continue
            leads = _LEADS_TO.search(text[begin - 2 : begin]) or _MARK.match(text, end)
            if leads and not _GOES_ON.match(text, end):
                found.append(Mention("District", county.name, begin, end, "place.county-short", 0.8))
    return found


def _townships(reply: Reply) -> list[Mention]:
    text, (start, stop) = reply.flow.text, reply.body
    found = _shared_suffix(reply, dict.fromkeys(("街道", "镇", "乡", "镇街", "街镇", "乡镇", "镇乡"), "Subdistrict"))
    for suffix in _TOWNSHIP.finditer(text, start, stop):
        name_start = _township_start(reply, suffix.start(), suffix.end())
        name = text[name_start : suffix.end()]
        if re.search(r"[两三四五六七八九十\d个][街镇乡]道?$|小镇$", name) or name[0] == "跨" or not "一" <= name[0] <= "鿿":
            continue
        if find_divisions(name) and find_divisions(name)[0][:2] == (0, len(name)):
            continue  # 桐乡 is a city
        if "-" in name or (len(name) > 6 and not _is_official(reply, name)):
            continue  # 市-县区-街道; no town has so long a name
        if _NO_TOWN.search(name):
            continue
        if name.endswith("古镇") and not _is_official(reply, name):
            continue
        if (name[0] in "各该本两三多每" and not divisions.counties_of(name)) or name.startswith(
            ("一些", "有关", "相关", "所有", "我")
        ):
            continue
        if name_start >= suffix.start():
            continue
        known = _is_official(reply, name)
        kind = _KIND.search(name) or (len(name) < 4 and _KINDS_OF_TOWN.search(text[name_start : suffix.start()][-2:]))
        if _RANKED_TOWN.search(name) and (not known or name == "小城镇"):
            continue
        if known or (not kind and len(name) > 2 and not is_generic(name[: -len(suffix.group())])):
            sure = 0.97 if known else 0.8 if divisions.counties_of(name) else _unlisted(reply, name_start, suffix.start())
            found.append(Mention("Subdistrict", name, name_start, suffix.end(), "place.township", sure))
    return found


#: 返乡, 下乡, 家乡: what one does and feels.
_NO_TOWN = re.compile(r"[返下回还离思入故异他家同老梦管]乡$|[各全由您](?:街道|镇|乡)$|^(?:您|现由|建议)|老镇$")
#: What stands right before a town that no list has: a county, a fellow town, a preposition of place.
_BEFORE_TOWN = re.compile(r"(?:[市区县州旗]|街道|[镇乡]、|[在于至到])$")


def _unlisted(reply: Reply, start: int, end: int) -> float:
    """How sure a town of no official list is one: towns are merged and renamed, but most of what ends so says something else."""
    text = reply.flow.text
    own = is_unknown(text[start:end]) and end - start <= 4
    before = text[max(start - 3, 0) : start]
    fellow = end - start <= 3 and before.endswith(("镇、", "乡、", "街道、"))
    return 0.7 if fellow or (own and _BEFORE_TOWN.search(before)) else 0.5 if own else 0.4


def _is_official(reply: Reply, name: str) -> bool:
    """Whether the replying place has a subdistrict or town of that name; 乌镇 stands for 乌镇镇."""
    code = reply.where.code
    return code is not None and (
        divisions.township(name, code) is not None or (len(name) == 2 and divisions.township(name + "镇", code) is not None)
    )


#: 三圣街道, 三道桥镇: what a segmenter takes for a number.
_NUMERAL = re.compile(r"(?<![第个几一二三四五六七八九十百\d])[一二三四五六七八九十两]{1,2}$")


def _township_start(reply: Reply, suffix_start: int, end: int) -> int:
    """The longest name before the suffix that the replying place has; else back to a word that no name holds."""
    text = reply.flow.text
    if reply.where.code:
        for size in range(8, 0, -1):
            begin = suffix_start - size
            if begin >= 0 and _is_official(reply, text[begin:end]):
                return begin
    edge = left_edge(reply, end, max(reply.body[0], suffix_start - 6))
    numeral = _NUMERAL.search(text, max(reply.body[0], edge - 2), edge)
    if numeral and divisions.counties_of(text[numeral.start() : end]):
        return numeral.start()
    for _, place_end, _ in find_divisions(text[edge:suffix_start]):
        if edge + place_end < suffix_start - 1:
            return edge + place_end
    return edge


def _shared_suffix(reply: Reply, types: dict[str, str]) -> list[Mention]:
    """南京西路、曹家渡等5个街道: the suffix belongs to every item; not where the items have suffixes of their own."""
    text, (start, stop) = reply.flow.text, reply.body
    found = []
    for listed in _LISTED.finditer(text, start, stop):
        suffix = listed.group(2)
        if suffix not in types or _OF_STREET.match(text, listed.end()):
            continue
        at, row = listed.end(1), list[Mention]()
        for item in reversed(listed.group(1).split("、")):
            begin = at - len(item)
            edge = begin if _town(reply, item) else left_edge(reply, at, begin)
            edge += next(
                (e for s, e, n in find_divisions(text[edge:at]) if s == 0 and n[-1] in "市区县" and at - edge - e > 1), 0
            )
            name = text[edge:at].removesuffix("等")
            if _OFFICE.search(name) or _OWN_SUFFIX.search(item):
                break
            if name[0] in "我本该各" or name.endswith(("街道", "镇", "乡", "社区", "商圈")) or len(name) < 2 or is_generic(name):
                break
            if types[suffix] == "Community" and (name[0] in "省市区县" or _says_something(reply, edge, at)):
                break
            whole = _town(reply, name) or name if suffix in ("镇街", "街镇", "乡镇", "镇乡") else name + suffix
            known = reply.where.code is not None and divisions.township(whole, reply.where.code) is not None
            told = types[suffix] != "Subdistrict" or suffix == "街道" or listed.group(1).count("、") >= 3
            if known or told or divisions.counties_of(whole):
                row.append(Mention(types[suffix], whole, edge, edge + len(name), "place.shared-suffix", 0.93 if known else 0.75))
            at = begin - 1
        found += _row_of_towns(row)
    return found


#: 甲街道乙、丙街道丁: villages, each with its own street before it.
_OWN_SUFFIX = re.compile(r"街道(?=.)|.镇(?=.{2})")


def _row_of_towns(row: list[Mention]) -> list[Mention]:
    """The items; where no list has a single one of them, they are no towns: 政府主导、社会参与等镇街."""
    listed = any(m.type != "Subdistrict" or m.confidence > 0.9 or divisions.counties_of(m.name) for m in row)
    return row if listed else [replace(m, confidence=0.45) for m in row]


def _town(reply: Reply, name: str) -> str | None:
    """The subdistrict or town of the replying place that a bare name means: 万江 in a list of 镇街."""
    whole = (name + kind for kind in ("街道", "镇", "乡"))
    return next((w for w in whole if reply.where.code and divisions.township(w, reply.where.code)), None)


def _communities(reply: Reply) -> list[Mention]:
    text, (start, stop) = reply.flow.text, reply.body
    found = _shared_suffix(reply, {"社区": "Community"})
    for suffix in _COMMUNITY.finditer(text, start, stop):
        edge = left_edge(reply, suffix.end(), max(start, suffix.start() - 6))
        for cut in [m.end() for m in re.finditer("(?:街道(?:办(?:事处)?)?|镇|乡)", text[edge : suffix.start()])] or [
            e for s, e, n in find_divisions(text[edge : suffix.start()]) if s == 0 and n[-1] in "区县市"
        ]:
            edge += cut
            break
        name = text[edge : suffix.end()]
        if (
            4 <= len(name) <= 8
            and re.fullmatch("[\u4e00-\u9fff]+", name)
            and not _NO_COMMUNITY.search(text[edge : suffix.start()])
            and not is_generic(name[:-2])
            and not _says_something(reply, edge, suffix.start())
        ):
            found.append(Mention("Community", name, edge, suffix.end(), "place.community", 0.75))
    return found


def _says_something(reply: Reply, start: int, end: int) -> bool:
    """Whether words tell of doing (赋能, 统一管理, 以点带面带动) and name nothing, unless a larger place stands before them."""
    text = reply.flow.text
    if re.search(r"[的等]", text[start:end]):
        return True
    last = reply.tokens[reply.token_at(end - 1)]
    placed = text[start - 1 : start] in ("道", "镇", "乡", "区", "县", "市")
    return not placed and last.tag in ("v", "vn", "l", "d", "i") and len(last.word) > 1


_VILLAGE = re.compile(r"(?:街道|镇|乡|在|、)(?P<name>[\u4e00-\u9fff]{2,4}村)(?![级民庄镇落里务干改集委组史居口])")
_NO_VILLAGE = re.compile(
    r"(?:农|乡|城中|美丽|新|老|示范|数字|未来|各|全|行政|自然|中心|强|富|试点|个|智慧|重点|特色|整|[一二三四五六七八九十\d])村$|^(?:各|全|每|乡|农)"
)


def _villages(reply: Reply) -> list[Mention]:
    """小古城村, behind its town or 在."""
    text, (start, stop) = reply.flow.text, reply.body
    return [
        Mention("Community", village.group("name"), *village.span("name"), "place.village", 0.75)
        for village in _VILLAGE.finditer(text, start, stop)
        if not _NO_VILLAGE.search(village.group("name")) and not is_generic(village.group("name")[:-1])
    ]


def _circles(reply: Reply) -> list[Mention]:
    """东湖-西岸、南浦-北站商圈 are two; 商圈 with nothing before it is none."""
    text, (start, stop) = reply.flow.text, reply.body
    found = []
    for suffix in _CIRCLE.finditer(text, start, stop):
        at, end = suffix.start(), suffix.end()
        while at > start:
            edge = left_edge(reply, at, max(start, at - 12))
            while edge > start and text[edge - 1] in "-—·" and edge - start > 2:
                edge = left_edge(reply, edge - 1, max(start, edge - 9))
            name = text[edge:at]
            if (
                len(name) < 2
                or is_generic(name)
                or _says_something(reply, edge, at)
                or re.search(r"(?:城区|全区|城市|主要|核心|知名|级|大|新|各|区域|智慧|智能|数字|示范|传统|一刻钟)$", name)
            ):
                break
            found.append(Mention("BusinessCircle", name + "商圈", edge, end if end == suffix.end() else at, "place.circle", 0.85))
            if text[edge - 1] != "、":
                break
            at = end = edge - 1
    return found


def _roads(reply: Reply) -> list[Mention]:
    text, (start, stop) = reply.flow.text, reply.body
    return [
        Mention("Road", road.group(1), road.start(1), road.end(1), "place.road", 0.8)
        for road in _ROAD.finditer(text, start, stop)
        if not is_generic(road.group(1)[:-1]) and not re.search("[的内外]", road.group(1))
    ]
