"""Roads that a reply names, wherever it names them: 甲路, 乙大道, 丙高速, highways by their numbers.

What stands at a road is told elsewhere (:mod:`graph.reading.mentions.places`); nothing is said to be at one that is only spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from graph.reading.lexicon import alternation
from graph.reading.mentions.names import in_dictionary, is_generic
from graph.reading.mentions.places.addresses import are_of_a_place, is_called_by_a_verb
from graph.reading.mentions.places.kinds import NAMED_ROAD
from graph.reading.mentions.places.road_works import is_of_a_road
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["OFFICE_AT", "behind_larger", "is_kind_of_road", "trimmed", "with_roads"]

_SURE = 0.8

#: 高速 where it says how fast: 新质生产力高速发展, but 绕城高速运转良好.
_FAST = f"{alternation('speed_verbs', 'always')}|(?<!绕城高速)(?<!机场高速)(?:{alternation('speed_verbs', 'mostly')})"
_ENDING = re.compile(f"高速公路|高速(?!{_FAST})|快速路|公路|大道|大街|路高架|高架|路(?!高架)|街")
#: Behind such an ending, where it is a part of something else: 甲路小学, 乙街道, 丙路线.
_STREET_GOES_ON = re.compile("[乡道镇坊头舞景区]")
_GOES_ON = re.compile(
    "街道|镇|[中小大]学|学校|校区|幼儿园|派出所|社区|小区|新村|居委|居民区|支行|分[行园店]|[门旗]?店|公交站?|车?站(?!前)|地铁|轨交|公园|广场|[菜市]场|"
    "商圈|商[业务]?[街区]|步行街|[\u4e00-\u9fff]{0,2}街区|大厦|[\u4e00-\u9fff]{0,2}医院|银行|消防|隧道|立交|[大高]?桥|[派网演径灯权过费政况数德测牌远]|侧(?:设|单|感|数|停|采|智|基|传|终|端|系)|线(?!路?[上内以])|"
    "[\u4e00-\u9fff]{0,4}(?:产业|科技|创意|科创|商务|工业|产城)?园|由(?![东西南北])|号线|楼|片区管委|办事处|项目部|部门|局(?!部)|管理[处局站段所中]|集团|公司|出行|车辆|铁|云协同|广告|建设第|乘|（[一二三四]级）公路"
)
#: A kind of road, by what stands before its ending.
_KIND = re.compile(f"(?:{alternation('place_attributes', 'road')}|路|街|大道)$")
_KIND_OF_STREET = re.compile(f"(?:{alternation('place_attributes', 'street')}|路|街|大道)$")
#: 通县公路, 省养公路: whose road it is.
_CLASS = re.compile("[省县乡村镇养下]$")
#: What stands in no name, and in which none begins or ends.
_NO_CORE = re.compile("[的了是等]|^[个处]通$|[到至在于从对]$|^[我本全各每该]")
#: Of so many characters is what stands before the ending.
_SHORTEST, _LONGEST = 2, 6
#: How two places lie to each other, and what leads on from one road to another: 东至甲路, 乙路连丙路.
_LEADS = re.compile(
    "[东西南北]{1,2}(?:面|侧|边|部)?(?:[自从]|为|是|至|到|起|临|接|靠|邻|抵|连|距|挨|以|毗|望|跨)于?|(?:(?<![\u4e00-\u9fff])|(?<=[路街道]))[东西南北]通(?![达济江海泰州惠港衢顺盛源])"
    "|(?<=[路街道线])(?:远期)?(?:再)?(?:连|接|通|至|到|与|和|及|同)"
    "|(?<=路)(?=[\u4e00-\u9fff]{2})|[国省县乡村]道(?=[\u4e00-\u9fff]{2})"
    "|(?:位于|坐落于|坐落在|地处|起经|途经|途径|依托|围绕|关于|对于|横跨|串联|毗邻|连接|贯通|打通|起点为|终点为|沿线|启动|完成)"
    # 5条步行辅街: how many there are
    "|(?<=[\\d两多几])条(?=[\u4e00-\u9fff]{2})"
    # 大兴宕至安合路; a highway that is called after its ends takes them back
    "|(?<=[\u4e00-\u9fff]{2})至(?=[\u4e00-\u9fff]{2})"
    # 亮化美化甲路, 拓宽乙大道: what is done to it
    "|(?:[美亮绿净硬黑]化|白改黑|刷黑|[拓加]宽|修缮|翻修|整修|[改新扩修]建|改造)"
)
#: Single words before a name, and none of it.
_ALONE = frozenset(
    "在对从由自于到至和与及或把将以沿经有是为等的了内外处就向通过打修建设使让被并且也又还已均都所该此各每其同跟按据因如像即"
)
#: What a segmenter reads together with a name behind it, behind another word and at the beginning of a clause.
_GLUED = frozenset("在对由于到至把将经与和及是有使待叫")
_LEADING = frozenset("从以沿同即")
#: 经凤鸣路、岚武路 at the beginning of a clause; 经海五路, 经十东路 are called by it.
_BY_WAY = re.compile(
    "[经由自](?!十|海|开|发|济|纬|贸)(?:[\u4e00-\u9fff]{1,4}(?![东西南北中一二三四五六七八九十])[\u4e00-\u9fff]|[\u4e00-\u9fff]{3,4})"
)
_ALONG = re.compile("沿[江河湖海山溪]")
_PROPER = ("ns", "nr", "nz", "nrt", "nt")
#: Parts of a road, by its side or number: 甲南路, 乙三路.
_SIDES = frozenset("东西南北中一二三四五六七八九十")
#: Verbs that roads are called by.
_NAMING = frozenset(("解放", "建设", "发展", "创新", "团结", "胜利", "奋斗", "创业", "开发", "振兴", "复兴", "开放"))
_TOWN = re.compile("[\u4e00-\u9fff]{2,4}(?:街道|镇|乡)(?=[\u4e00-\u9fff]{2})")
#: What a word is that leads to a road: 改造甲路, 对甲路.
_LEADING_TAGS = ("v", "p", "c", "d", "u", "r")
#: Words of more than one character that stand in no name, by what a segmenter calls them.
_FUNCTION = ("p", "c", "u")
#: Around a road whose name means something: 解放路、人民路, 交通路20号.
_AMONG_BEFORE = re.compile("(?:路|街|大道|公路|高速)(?:[、和与及—－~～-]|至)$")
_AMONG = re.compile(
    "[、和与及—－~～-](?!桥|网)[\u4e00-\u9fffA-Z0-9]{2,6}?(?:路|街|大道|公路|高速|国道)|至[\u4e00-\u9fff]{2,5}?(?:路|街|大道)|\\d{1,5}(?:[-—]\\d{1,5})?[号弄]"
    "|以[东西南北]|[东西南北]侧|沿线|两侧|上的|(?:路)?口?交[叉汇会]|[东西南北]段|[—－~～-]"
)
#: 东到人民路.
_LED = re.compile("[东西南北]{1,2}(?:面|侧|边|部)?[至到起临接靠邻抵连]$")
#: The ends that a highway is called after.
_BETWEEN = re.compile("[\u4e00-\u9fff]{2,6}(?:[至—－][\u4e00-\u9fff]{2,6}){1,3}")
#: 甲至乙段二级公路: a stretch, by what sort of road it is.
_OF_A_STRETCH = re.compile("段(?:[一二三四等]{1,2}级)?$")
#: 甲公路至乙公路, 由西向东至丙公路, 北延至丁公路: what is no end that a highway is called after.
_ANOTHER = re.compile("(?:[路街]|大道|高速|[东西南北]延|[向往][东西南北]{1,2})$")
_HIGHWAY = ("高速公路", "高速", "公路")

#: G60, S207国道, 省道302, 305国道, 内环线.
_NUMBERED = re.compile(
    r"(?<![A-Za-z0-9])[GS]\d{1,4}(?![A-Za-z0-9\u4e00-\u9fff]|[-—]\d)"
    r"|(?<![A-Za-z0-9])[GSXYC]\d{1,4}(?:国道|省道|县道|乡道|(?:(?!等)[\u4e00-\u9fff]){0,4}(?:高速(?:公路)?|环线)(?![收出服公路]))"
    r"|(?<![\dA-Za-z.])\d{3}(?:国道|省道|县道)|(?:国道|省道|县道|乡道)(?:[GSXYC]\d{2,4}|\d{3})(?!\d|[年米亩公条])"
    r"|[内外中北南东西一二三四五六]环(?:高架|线|高速)"
)
#: Before a name that is an address of an office.
OFFICE_AT = re.compile("(?:(?:地址|邮编)[：:]?|地点[：:])[^，。；\n]{0,12}$")


def with_roads(reply: Reply, mentions: list[Mention]) -> list[Mention]:
    """All mentions, and the roads that stand in none of them.

    Parameters
    ----------
    reply:
        Whose flow is read.
    mentions:
        What was found, doubts too: a road that is a part of one is none.

    Returns
    -------
    list of Mention
        In order; without the districts and subdistricts whose name a road's begins with (铜川路 names no city).
    """
    places = [m for m in mentions if m.type in ("District", "Subdistrict")]
    others = [m for m in mentions if m.type not in ("District", "Subdistrict")]
    taken = {i for m in others for i in range(m.start, m.end)}
    ahead = {m.start: m.end for m in places}
    at = {i: m for m in places for i in range(m.start, m.end)}
    roads = [
        road
        for road in (_behind(one, ahead.get(one.start, one.start)) for one in _roads(reply, taken))
        if taken.isdisjoint(range(road.start, road.end))
        and all(road.start <= at[i].start and at[i].end < road.end for i in range(road.start, road.end) if i in at)
    ]
    named = {i for road in roads for i in range(road.start, road.end)}
    kept = (m for m in places if m.start not in named)
    return sorted([*others, *kept, *roads], key=lambda m: (m.start, m.end))


def _behind(road: Mention, end: int) -> Mention:
    """A road without the place before it, where enough of its name stands behind that: 甲路 of 上海甲路, but 北京东路."""
    name = road.name[end - road.start :]
    whole = _ENDING.search(name, _SHORTEST) is not None
    return (
        replace(road, name=name, start=end) if whole and end > road.start and name[0] not in "至—－" else road
    )  # 甲市至乙县公路 is called after both


def _roads(reply: Reply, taken: Collection[int]) -> Iterator[Mention]:
    text, (_, stop) = reply.flow.text, reply.body
    named = set[int]()
    for numbered in _NUMBERED.finditer(text, 0, stop):
        named.update(range(*numbered.span()))
        yield Mention("Road", numbered.group(), *numbered.span(), NAMED_ROAD, _SURE)
    for ending in _ENDING.finditer(text, 0, stop):
        if (
            ending.start() in named
            or _GOES_ON.match(text, ending.end())
            or (ending.group() == "街" and _STREET_GOES_ON.match(text, ending.end()))
        ):
            continue
        begin = _begin(reply, ending.start(), taken)
        if begin is None or is_of_a_road(text, begin, ending.start()) or OFFICE_AT.search(text, max(begin - 20, 0), begin):
            continue
        afar = _from_afar(reply, begin, taken) if ending.group() in _HIGHWAY else begin
        between = _BETWEEN.fullmatch(text, afar, ending.start()) and not _OF_A_STRETCH.search(text, afar, ending.start())
        if between or _is_name(reply, begin, ending):
            begin = afar
            yield Mention("Road", text[begin : ending.end()], begin, ending.end(), NAMED_ROAD, _SURE)


def trimmed(reply: Reply, begin: int, end: int) -> int:
    """Where a road's name begins that a rule lets begin at ``begin``: 鲁班路 of 西至鲁班路, offsets into the flow."""
    text = reply.flow.text
    ending = next((m.start() for m in _ENDING.finditer(text, begin, end) if m.end() == end), end)
    inner = _unglued(text, max(begin, _floor(text, ending, ())), ending)
    further = _begin(reply, ending, ())
    if further is not None and further > inner:
        ahead = reply.tokens[reply.token_at(further - 1)]
        inner = further if ahead.tag[:1] in _LEADING_TAGS and ahead.word not in _NAMING else inner
    return inner if inner <= ending - _SHORTEST else begin


def _from_afar(reply: Reply, begin: int, taken: Collection[int]) -> int:
    """Where the name of a highway begins that is called after its ends: 甲至乙高速公路."""
    text = reply.flow.text
    while (
        text[begin - 1] in "至—－"
        and not _ANOTHER.search(text, max(begin - 6, 0), begin - 1)
        and (further := _begin(reply, begin - 1, taken)) is not None
        and begin - 1 - further >= _SHORTEST
    ):
        begin = further
    return begin


def _begin(reply: Reply, end: int, taken: Collection[int]) -> int | None:
    """Where the name begins of whose ending the first character stands at ``end``; ``None`` where there is none."""
    text, floor = reply.flow.text, _floor(reply.flow.text, end, taken)
    at, start = reply.token_at(end - 1), end
    while at >= 0 and start > floor:
        token = reply.tokens[at]
        if (token.word in _ALONE and (start < end or token.word not in "外内")) or (
            token.tag[:1] in _FUNCTION and len(token.word) > 1
        ):
            break
        needed = _SHORTEST + (text[end - 1] in _SIDES and token.tag[:1] in ("n", "z", "g"))
        if end - start >= needed and not _goes_back(token.word, token.tag):
            break
        if start < end and token.tag == "v" and len(token.word) > 1 and token.word not in _NAMING:
            break
        start = max(token.start, floor)
        at -= 1
    start = _unglued(text, start, end)
    if start - floor == 1 and text[floor] not in _ALONE and end - start <= _SHORTEST + 1:
        start = floor  # 蒸湘南路, which a segmenter reads as 蒸 and a road
    return behind_larger(text, start, end) if start < end else None


def _unglued(text: str, start: int, end: int) -> int:
    """``start``, or one on where a name of more than two characters begins with what leads to it: 从甲山路."""
    within = text[start] in _GLUED and "\u4e00" <= text[start - 1] <= "\u9fff"
    glued = (within or text[start] in _LEADING or _BY_WAY.fullmatch(text, start, end) is not None) and not _ALONG.match(
        text, start
    )
    return start + (end - start > _SHORTEST and glued and not in_dictionary(text[start : start + 2]))


def _floor(text: str, end: int, taken: Collection[int]) -> int:
    """Before which no name that ends at ``end`` begins: a mark, another name, what leads to a road, the place that it is in."""
    floor = end
    while floor > 0 and floor - 1 not in taken and end - floor < 2 * _LONGEST and "\u4e00" <= text[floor - 1] <= "\u9fff":
        floor -= 1
    floor = max((m.end() for m in _LEADS.finditer(text, floor, end) if m.end() < end - 1), default=floor)
    floor = behind_larger(text, floor, end - 1)
    town = _TOWN.match(text, floor, end)
    return town.end() if town else floor


def behind_larger(text: str, start: int, end: int, least: int = 1) -> int:
    """Where a road's own name begins that ends at ``end``, of at least so many characters: 甲路 of 乙县甲路 or 我区甲路."""
    ends = [e for b, e, _ in find_divisions(text[start:end]) if b == 0 and text[start + e - 1] in "省区县市州旗"]
    if ours := _OURS.match(text, start, end):
        ends.append(ours.end() - start)
    return start + max((e for e in ends if end - start - e >= least), default=0)


#: Whose a road is, before its name.
_OURS = re.compile("[我本全][省市州区县旗镇]")


def _goes_back(word: str, tag: str) -> bool:
    """Whether a word before two characters of a name may belong to it."""
    return tag in _PROPER or not in_dictionary(word) or (len(word) == 1 and tag[:1] not in ("d", "p", "c", "u", "r", "v"))


def is_kind_of_road(name: str) -> bool:
    """Whether what ends as a road's name does is but a kind of one, or no road: 断头路, 通信链路, 休闲之路."""
    ending = next((m for m in _ENDING.finditer(name) if m.end() == len(name)), None)
    return ending is not None and bool(
        (_KIND_OF_STREET if ending.group().endswith("街") else _KIND).search(name[: ending.start()])
    )


def _is_name(reply: Reply, begin: int, ending: re.Match[str]) -> bool:
    text = reply.flow.text
    core = text[begin : ending.start()]
    if ending.group() == "公路" and (_CLASS.search(core) or are_of_a_place(text, begin, ending)):
        return False
    if not _SHORTEST <= len(core) <= _LONGEST or _NO_CORE.search(core):
        return False
    if is_called_by_a_verb(text, begin, ending.end()):
        return True
    if is_kind_of_road(core + ending.group()):
        return False
    told = (
        _AMONG_BEFORE.search(text, max(begin - 5, 0), begin)
        or _AMONG.match(text, ending.end())
        or _LED.search(text, max(begin - 4, 0), begin)
    )
    return bool(told) or ending.group() in ("大道", "大街") or not _means_something(reply, begin, ending)


def _means_something(reply: Reply, begin: int, ending: re.Match[str]) -> bool:
    """Whether a name is made of common words, so that 路 behind them need not make a road's name: 改善路面, 个别路段."""
    core = reply.flow.text[begin : ending.start()]
    if is_generic(core):
        return True
    token = reply.tokens[reply.token_at(begin)]
    if token.start + len(token.word) >= ending.end() and token.start == begin:
        return in_dictionary(token.word) and token.tag not in _PROPER
    words = reply.tokens_in(begin, ending.start())
    known = all(in_dictionary(t.word) and t.tag not in _PROPER for t in words)
    return known and not (len(words) > 1 and all(len(t.word) == 1 for t in words))  # 纬六路
