"""Firms that the whole country knows by a short name: 华为, 京东物流 (``data/lexicon/firms.tsv``)."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.reading.lexicon import words
from graph.reading.mentions.names import clean
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["known_firms"]

#: What makes a firm's name the name of something else: 华为路, 万科广场, 腾讯会议.
_SOMETHING_ELSE = re.compile(
    r"[路街桥湾村镇站]|大道|小区|社区|大厦|广场|大模型|地图|会议|医院|学院|大学|杯|云平台|系[^统列]?|[一二三四五六七八九十]期"
)


@cache
def _names() -> tuple[tuple[str, ...], AhoCorasick]:
    names = tuple(sorted(words("firms")))
    return names, AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)


def known_firms(reply: Reply) -> list[Mention]:
    """Every mention of a firm of the list, where it is not the beginning of another name."""
    names, automaton = _names()
    start, stop = reply.body
    text = reply.flow.text[start:stop]
    found = []
    for number, begin, end in automaton.find_matches_as_indexes(text):
        latin = re.match("[A-Za-z0-9]", text[begin]) and re.match("[A-Za-z0-9]", text[begin - 1 : begin])
        latin = latin or (re.match("[A-Za-z0-9]", text[end - 1]) and re.match("[A-Za-z0-9]", text[end : end + 1]))
        if not latin and not _SOMETHING_ELSE.match(text, end):
            found.append(Mention("Enterprise", clean(names[number]), start + begin, start + end, "known.firm", 0.85))
    return [*found, *_branches(text, start)]


_CARRIER_OF_CALLS = r"(?:移动|联通|电信|铁塔|广电)(?:公司)?"
_NO_BRANCH = re.compile(r"终端|支付|互联|通信|网络|应用|平台|端|式|化|设备|用户|电视|大楼|大厦|增值|业务|诈骗|服务")
_OPERATORS = re.compile(rf"{_CARRIER_OF_CALLS}(?:、{_CARRIER_OF_CALLS})+(?:和{_CARRIER_OF_CALLS})?")


def _branches(text: str, offset: int) -> list[Mention]:
    """The country's network operators by place (佛山移动) or in a row (移动、电信、联通)."""
    found = []
    for _, place_end, _ in (d for d in find_divisions(text) if d[2][-1] not in "区县"):
        branch = re.compile(_CARRIER_OF_CALLS).match(text, place_end)
        if branch and not _NO_BRANCH.match(text, branch.end()):
            begin = text.rfind(text[place_end - 2 : place_end], 0, place_end)
            found.append((begin, branch.end()))
    for row in _OPERATORS.finditer(text):
        if not _NO_BRANCH.match(text, row.end()):
            found += [m.span() for m in re.compile(_CARRIER_OF_CALLS).finditer(text, row.start(), row.end())]
    return [Mention("Enterprise", clean(text[b:e]), offset + b, offset + e, "known.branch", 0.8) for b, e in found]
