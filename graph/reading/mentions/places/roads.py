"""Roads that a reply names, wherever it names them: 甲路, 乙大道, 丙高速, highways by their numbers.

What stands at a road is told elsewhere (:mod:`graph.reading.mentions.places`); nothing is said to be at one that is only spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from graph.reading.cues import Sought
from graph.reading.lexicon import alternation
from graph.reading.mentions.names import in_dictionary, is_generic
from graph.reading.mentions.places.addresses import are_of_a_place, is_called_by_a_verb
from graph.reading.mentions.places.kinds import NAMED_ROAD, SOME
from graph.reading.mentions.places.road_edges import LONGEST, NAMING, PROPER, SHORTEST, begin_of, floor_of, unglued
from graph.reading.mentions.places.road_words import is_by_a_plain_word, is_said, is_within_a_word
from graph.reading.mentions.places.road_works import is_of_a_road
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["OFFICE_AT", "is_kind_of_road", "trimmed", "with_roads"]

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
_KIND = re.compile(f"(?:{alternation('place_attributes', 'road')}|{SOME}|路|街|大道)$")
_KIND_OF_STREET = re.compile(f"(?:{alternation('place_attributes', 'street')}|{SOME}|路|街|大道)$")
#: 通县公路, 省养公路: whose road it is.
_CLASS = re.compile("[省县乡村镇养下]$")
#: What stands in no name, and in which none begins or ends.
_NO_CORE = re.compile("[的了是等]|^[个处]通$|[到至在于从对]$|^[我本全各每该]|^不(?![夜老])|^之(?!江)")
#: What a word is that leads to a road: 改造甲路, 对甲路.
_LEADING_TAGS = ("v", "p", "c", "d", "u", "r")
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
_NUMBERED = Sought(
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
    whole = name[:1] not in "至—－" and _ENDING.search(name, SHORTEST) is not None  # 甲市至乙县公路 is called after both
    return replace(road, name=name, start=end) if whole and end > road.start else road


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
            or is_within_a_word(reply, ending)
            or (ending.group() == "街" and _STREET_GOES_ON.match(text, ending.end()))
        ):
            continue
        begin = begin_of(reply, ending.start(), taken)
        if begin is None or is_of_a_road(text, begin, ending.start()) or OFFICE_AT.search(text, max(begin - 20, 0), begin):
            continue
        if is_said(reply, begin, ending):
            continue
        afar = _from_afar(reply, begin, taken) if ending.group() in _HIGHWAY else begin
        between = (
            _BETWEEN.fullmatch(text, afar, ending.start())
            and not _OF_A_STRETCH.search(text, afar, ending.start())
            and not is_kind_of_road(text[afar : ending.end()])
        )
        if between or _is_name(reply, begin, ending):
            begin = afar
            yield Mention("Road", text[begin : ending.end()], begin, ending.end(), NAMED_ROAD, _SURE)


def trimmed(reply: Reply, begin: int, end: int) -> int:
    """Where a road's name begins that a rule lets begin at ``begin``: 鲁班路 of 西至鲁班路, offsets into the flow."""
    text = reply.flow.text
    ending = next((m.start() for m in _ENDING.finditer(text, begin, end) if m.end() == end), end)
    inner = unglued(text, max(begin, floor_of(text, ending, ())), ending)
    further = begin_of(reply, ending, ())
    if further is not None and further > inner:
        ahead = reply.tokens[reply.token_at(further - 1)]
        inner = further if ahead.tag[:1] in _LEADING_TAGS and ahead.word not in NAMING else inner
    return inner if inner <= ending - SHORTEST else begin


def _from_afar(reply: Reply, begin: int, taken: Collection[int]) -> int:
    """Where the name of a highway begins that is called after its ends: 甲至乙高速公路."""
    text = reply.flow.text
    while (
        text[begin - 1] in "至—－"
        and not _ANOTHER.search(text, max(begin - 6, 0), begin - 1)
        and (further := begin_of(reply, begin - 1, taken)) is not None
        and begin - 1 - further >= SHORTEST
    ):
        begin = further
    return begin


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
    if not SHORTEST <= len(core) <= LONGEST or _NO_CORE.search(core):
        return False
    if is_called_by_a_verb(text, begin, ending.end()):
        return True
    if is_kind_of_road(core + ending.group()) or is_by_a_plain_word(reply, begin, ending):
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
        return in_dictionary(token.word) and token.tag not in PROPER
    words = reply.tokens_in(begin, ending.start())
    known = all(in_dictionary(t.word) and t.tag not in PROPER for t in words)
    return known and not (len(words) > 1 and all(len(t.word) == 1 for t in words))  # 纬六路
