"""Firms that the whole country knows by a short name: 华为, 京东物流 (``data/lexicon/firms.tsv``)."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.names import clean
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["known_firms"]

#: What makes a firm's name the name of something else: 华为路, 万科广场, 腾讯会议.
_SOMETHING_ELSE = re.compile(
    r"-|[A-Za-z]{3}|[^，。；：、的在与和及将已建设等投联有为“”]{0,20}(?:中心|研究院|实验室|学院|基地)|[路街桥湾村镇站]|大道|小区|社区|大厦|广场|大模型|地图|会议|医院|学院|大学|杯|云平台|名城|城市|产业|发展规划|系[^统列]?|[一二三四五六七八九十]期"
)


#: 华虹（无锡）: the branch of a place.
_BRANCH = re.compile(r"（([\u4e00-\u9fff]{2,4})）")


@cache
def _names() -> tuple[tuple[str, ...], AhoCorasick]:
    names = tuple(sorted(words("firms")))
    return names, AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)


_BRAND = re.compile(rf"(?:{alternation('enterprise_suffixes', 'brand')}|集团|股份|公司)(?!园|城|大厦|[制化])")


#: 交通银行上海市分行 is one name.
_BRANCH_OF_BANK = re.compile(r"(?:股份有限公司)?[\u4e00-\u9fff]{2,6}?(?:分行|支行)")


def _with_place(text: str, begin: int) -> int:
    """浙江文远知行 is the firm's branch in a province, 中国农业银行 the whole name; in 在上海商汤 it is a firm in a city."""
    if text[begin - 2 : begin] == "中国":
        return begin - 2
    near = max(begin - 3, 0)
    for start, end, name in find_divisions(text[near:begin]):
        if near + end == begin and name[-1] not in "区县" and text[near + start - 1 : near + start] not in tuple("在于到至与、"):
            return near + start
    return begin


def known_firms(reply: Reply) -> list[Mention]:
    """Every mention of a firm of the list, where it is not the beginning of another name."""
    names, automaton = _names()
    start, stop = reply.body
    text = reply.flow.text[start:stop]
    found = []
    for number, first, end in automaton.find_matches_as_indexes(text):
        latin = re.match("[A-Za-z0-9]", text[first]) and re.match("[A-Za-z0-9]", text[first - 1 : first])
        latin = latin or (re.match("[A-Za-z0-9]", text[end - 1]) and re.match("[A-Za-z0-9]", text[end : end + 1]))
        inside = end - first == 2 and not _ends_word(reply, start + end)
        if not latin and not inside and not _SOMETHING_ELSE.match(text, end):
            branch = _BRANCH.match(text, end)
            whole = branch.end() if branch and find_divisions(branch.group(1)) else end
            brand = _BRAND.match(text, end)
            whole = brand.end() if brand else whole
            if text[end - 2 : end] == "银行" and (office := _BRANCH_OF_BANK.match(text, end)):
                whole = office.end()
            begin = _with_place(text, first)
            name = text[begin:whole]
            aliases = (clean(names[number]),) if clean(name) != names[number] else ()
            found.append(Mention("Enterprise", clean(name), start + begin, start + whole, "known.firm", 0.85, aliases))
    return [*found, *_branches(text, start)]


def _ends_word(reply: Reply, end: int) -> bool:
    """Whether a word of the segmenter ends there: 百事 of 百事能 is no firm."""
    token = reply.tokens[reply.token_at(end - 1)]
    return token.start + len(token.word) == end or len(token.word) > 4


_CARRIER_OF_CALLS = r"(?:移动|联通|电信|铁塔|广电)(?:公司)?"
_NO_BRANCH = re.compile(r"终端|支付|互联|通信|网络|应用|平台|端|式|化|设备|用户|电视|大楼|大厦|增值|业务|诈骗|服务")
#: 中铁四局, 中建三局: the building firms of the state.
_BUILDERS = re.compile(
    r"中(?:建|铁|交|冶|水电)(?:第?[一二三四五六七八九十]{1,2}[航公]?|隧道|电气化|大桥)局(?:集团)?(?:有限公司)?"
)
_OPERATORS = re.compile(rf"{_CARRIER_OF_CALLS}(?:、{_CARRIER_OF_CALLS})+(?:和{_CARRIER_OF_CALLS})?")


def _branches(text: str, offset: int) -> list[Mention]:
    """The country's network operators by place (佛山移动) or in a row (移动、电信、联通), and its builders by number (中铁四局)."""
    found = []
    for _, place_end, _ in (d for d in find_divisions(text) if d[2][-1] not in "区县"):
        branch = re.compile(_CARRIER_OF_CALLS).match(text, place_end)
        if branch and not _NO_BRANCH.match(text, branch.end()):
            begin = text.rfind(text[place_end - 2 : place_end], 0, place_end)
            found.append((begin, branch.end()))
    found += [m.span() for m in _BUILDERS.finditer(text)]
    for row in _OPERATORS.finditer(text):
        if not _NO_BRANCH.match(text, row.end()):
            found += [m.span() for m in re.compile(_CARRIER_OF_CALLS).finditer(text, row.start(), row.end())]
    return [Mention("Enterprise", clean(text[b:e]), offset + b, offset + e, "known.branch", 0.8) for b, e in found]
