"""Where a site's name begins and ends: behind what leads to it, beside another place, with its branch."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.lexicon import alternation
from graph.reading.mentions.boundaries import behind_well_done, left_edge
from graph.reading.mentions.names import is_generic, is_unknown
from graph.reading.place import division_before, find_divisions
from graph.reading.reply import Reply

__all__ = [
    "at_own_town",
    "at_place",
    "behind_lead",
    "behind_other",
    "branch_end",
    "of_a_region",
    "of_two_places",
    "own_start",
    "short_name",
    "two_fields",
]


#: What stands before a name and is no part of it: 花园路12号甲大厦, 溧水发展壮大乙产业带.
_ADDRESS = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:路|大道|大街|街|巷)\d{1,5}(?:[号弄](?:[A-Za-z\d]{1,3}号?[楼幢栋])?)(?=[\u4e00-\u9fff]{2})"
)

_GROWN = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:发展壮大|做大做强|做强做大|做优做强)(?=[\u4e00-\u9fff]{2})")


#: 随甲园正式获批, 因乙大厦扩建: a preposition that a sentence or a clause begins with; not of 随州, 随县.
_SINCE = re.compile(r"(?<=[，。；：\n])(?:伴?随着?(?![州县园]|家仓)|因(?![特赛果]))(?=[\u4e00-\u9fff]{3})")


#: 首发项目, 标志性楼宇: what a park or a town calls one in it.
_ONE_OF_ITS = "的?(?:首发|首批|首个|启动|重点|标志|核心|龙头|示范|标杆|特色|地标|先导|骨干|主要)性?(?:项目|载体|楼宇|园区|工程|商务楼|建筑|平台)[“]?"


def own_start(text: str, start: int, end: int) -> int:
    """Where a carrier's own name begins behind its address, or behind what is done to it."""
    for pattern in (_SINCE, _ADDRESS, _GROWN, _LEFT, _PARK_BEFORE):
        if led := pattern.match(text, start, end):
            start = led.end()
    for kind in _KIND_OF_IT.finditer(text, max(start - _AHEAD, 0), end):
        start = kind.end() if kind.start() < start < kind.end() else start
    return behind_well_done(text, start, end)


#: 甲园重点|楼宇乙大厦, 甲园启动|区乙谷: of what a segmenter reads the half with the name.
_KIND_OF_IT = re.compile(
    rf"(?<=[园谷城镇区厦地道]){_ONE_OF_ITS}(?=.{{2}})|(?<=[园谷城区])(?:先行)?(?:核心|启动|起步|先导)区(?=[\u4e00-\u9fff]{{2}})"
)
_AHEAD = 8


#: 甲科技从乙大厦搬至丙园: who leaves it, and what it leaves.
_LEFT = re.compile(r".{2,10}?从(?![化江业事容属者教军])(?=.{3})|.{2,12}?[搬迁][至到往](?=[\u4e00-\u9fff]{2})")
#: 甲谷以乙大厦为核心, 甲谷距乙城20公里, 甲谷内乙大厦, 甲示范区核心区乙谷, 甲园重点楼宇乙大厦: another carrier and what stands between, before the name.
_PARK_BEFORE = re.compile(
    r"(?:.{1,12}?(?:园区?|谷|[科创学智产]城|大厦|广场|基地|示范区|试验区|商务区|开发区|高新区|新区|港|组团|片区)(?:以|由|距离?|内(?!蒙)|(?:建设|打造|搭建|建成|新建|建有)(?=.{3})|[东南西北][临邻]|毗邻|紧邻|对标)|.{0,12}?(?:核心区|启动区|先导区|主阵地)(?=[\u4e00-\u9fff]{3,}(?:园|谷|城|港|大厦)?)"
    rf"|.{{2,12}}?(?:园区?|谷|[科创学智产]城|新城|小镇|大厦|基地|示范区|试验区|商务区|开发区|高新区|经开区|新区|片区|街道|[镇乡]){_ONE_OF_ITS})(?=.{{2}})"
)

#: Between the places that run a park together: 甲区—乙县飞地园区.
_DASH = re.compile("[-—–－·]+")


def of_two_places(text: str, start: int, floor: int) -> int:
    """Where the name of a park begins that two counties or zones run together: 昆山市 of 昆山市-阜宁县合作产业园."""
    dash = _DASH.match(text, start)
    begin = start if dash else start - 1
    while begin > floor and _DASH.match(text, begin - 1):
        begin -= 1
    if not _DASH.match(text, begin) or begin <= floor:
        return start
    near = max(begin - 8, floor)
    first = division_before(text, begin, 8, floor)
    zone = _IN_ZONE_BEFORE.search(text, near, begin)
    if first is None and zone is None:
        return start
    return first[0] if first is not None else zone.start() if zone else start


_IN_ZONE_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,3}(?:新区|高新区|经开区|开发区)$")

#: 滇中 of 滇中医药加速器: part of a province, that a segmenter reads as two words.
_PART_OF_PROVINCE = re.compile("[冀豫辽黑湘皖鲁苏浙赣鄂桂晋陕闽粤川滇黔][东西南北中]{1,2}$")


def of_a_region(text: str, start: int, floor: int) -> int:
    """Where the name of a park begins that is called after a part of its province."""
    region = _PART_OF_PROVINCE.search(text, max(start - 3, floor), start)
    return region.start() if region else start


_TOWNS_NAME = re.compile("[镇乡](?!村)|街道")


def at_own_town(reply: Reply, start: int, end: int, floor: int) -> int:
    """Where a park's name begins that is called after one of the place's towns.

    The town's first character may be cut off (次 of 次丘镇工业园区), or other words may stand before it (镇域经济发展甲镇工业集中区).
    """
    text, code = reply.flow.text, reply.where.code
    for town in _TOWNS_NAME.finditer(text, start, end) if code else ():
        own = (
            at for at in range(max(start - 1, floor), town.start() - 1) if divisions.township(text[at : town.end()], str(code))
        )
        begin = next(own, start)
        placed = any(stop == begin - start for _, stop, _ in find_divisions(text[start:begin]))
        if begin != start and not placed:
            return begin
    return start


_FIELD = re.compile(rf"(?:{alternation('sectors')}|{alternation('technologies')}|{alternation('firm_trades')})+$")


def two_fields(reply: Reply, start: int, floor: int) -> int:
    """Where a park of two fields begins: 光电 of 光电和智能制造产业园, right behind a place or a mark."""
    text = reply.flow.text
    if start - floor < 3 or text[start - 1] not in "和与及":
        return start
    begin = left_edge(reply, start - 1, floor)
    first = text[begin : start - 1]
    placed = next((end for s, end, _ in find_divisions(first) if s == 0), 0)
    bounded = begin == floor or text[begin - 1] in "，。；：、的“\n" or placed
    return begin if bounded and len(first) - placed >= 2 and _FIELD.fullmatch(first, placed) else start


#: What a segmenter glues on, or a verb that it takes for a noun: 选派到甲园区, 南接乙小镇, 由原丙大厦改造, 待丁园开园以后, 策划戊园, 合作开发己小镇.
_LEAD = re.compile(
    r".{2,8}?(?:租赁|租用|购买|购置|收购)(?=.{3})|待(?=.{2})|原(?![阳平州创产点始力乡野石木子著味粮])(?=.{2})|.{0,8}?[另拟筹再]建(?=.{2})|(?:策划|新建(?![区县镇乡街路村]))(?=.{2})|.{0,8}?(?:合作|共同|联合|参与|投资)开发(?!区)(?=.{2})|.{0,8}?(?:[到及该]|建议|目前|[东南西北]接|共筑|毗邻|紧邻|比邻|[两三四五六七八九十]大|.(?<!中)以(?!色列))(?=.{2})"
)


def behind_lead(reply: Reply, start: int, end: int) -> int:
    """Where a name begins behind a verb or a preposition that was read with it."""
    lead = _LEAD.match(reply.flow.text, start, end)
    return lead.end() if lead and not _is_its_county(reply, start, lead.end()) else start


#: 计划新建甲园, 投资5亿元新建乙园: the verb, also where a county is called so.
_MEANT_TO_BE = re.compile("(?:计划|规划|拟|将|要|已|正在|投资|元)$")


def _is_its_county(reply: Reply, start: int, end: int) -> bool:
    """Whether a verb before a park's name is the county that this is called after: 新建 of 新建长堎工业园, in 南昌 or where that is spoken of."""
    text = reply.flow.text
    near = text[max(start - _SPOKEN_OF, 0) : start]
    for code in divisions.codes_of(text[start:end] + "区"):
        city = code[:4] + "00"
        name = divisions.name_of(city)
        if (name is not None and divisions.short_form(name) in near) or str(reply.where.code).startswith(code[:4]):
            return not _MEANT_TO_BE.search(near)
    return False


#: In how many characters before it a county's city is looked for.
_SPOKEN_OF = 30


#: Another carrier and a verb before the name: 甲物流园落户乙新区, 甲科技园连同乙大厦.
_OTHER_BEFORE = re.compile(
    r".*(?:园区?|城|大厦|中心|谷|基地|CBD)(?:先后|已|均|都)?(?:落户|入驻|位于|坐落于?|连同|的)(?:了|于|在)?"
)


def behind_other(text: str, start: int, end: int) -> int:
    """Where a name begins behind another carrier and what is said of that."""
    other = _OTHER_BEFORE.match(text, start, end)
    return other.end() if other else start


def at_place(reply: Reply, start: int, end: int) -> int:
    """Where a carrier's name begins with a place that a verb stands before: 研究泸州轻工业园区."""
    for begin, _, _ in find_divisions(reply.flow.text[start:end]):
        before = reply.tokens[reply.token_at(start + begin - 1)] if begin else None
        if before is not None and before.tag in ("v", "vn", "vd") and before.start + len(before.word) == start + begin:
            return start + begin
    return start


def short_name(reply: Reply, start: int, end: int, floor: int) -> int:
    """Where a short name begins that a segmenter takes for a verb: 迈动科技园, right behind a comma or in a list."""
    text = reply.flow.text
    if end - start >= 2 and not is_generic(text[start:end]):
        return start
    begin = max(text.rfind(mark, floor, end) for mark in "，、；：。的“") + 1
    name = text[max(begin, floor) : end]
    own = 2 <= len(name) <= 5 and is_unknown(name) and not is_generic(name) and re.fullmatch(r"[\u4e00-\u9fff]+", name)
    verb = re.match(rf"(?:{alternation('cue_verbs')})", name) or re.search("[的了个家类型级]", name)
    return max(begin, floor) if own and not verb else start


#: 国家大学科技园丙区园: a park of a park is named with it.
_BRANCH_SITE = re.compile(r"[\u4e00-\u9fff]{2,3}(?:分园|园)(?![区林地])|[一二三四五六][期园]")


def branch_end(text: str, end: int) -> int:
    """Where a park's name ends with the branch or the phase that stands behind it."""
    branch = _BRANCH_SITE.match(text, end) if text[end - 1] == "园" or text[end : end + 2].endswith("期") else None
    told = branch and re.search("[在已入和与及等的有是将内也为以开进建出离公]", branch.group())
    return branch.end() if branch and not told else end
