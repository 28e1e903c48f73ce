"""Words in which a road only seems to be named: 大街小巷, 重特大道路, 严禁公路沿线, and ways that are none but in speech: 走出一条富民路, 成为“连心路”."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.mentions.names import in_dictionary
from graph.reading.mentions.places.road_edges import NAMING, PROPER, SHORTEST
from graph.reading.reply import Reply

__all__ = ["is_by_a_plain_word", "is_said", "is_within_a_word"]

#: What a road's ending is the beginning of, or its last character: 大街小巷, 大道理, 道路.
_LONGER = ("大街小巷", "大道理")
_OF_ROADS = "道路"
#: 重特大道路, 较大道路: what stands before 大 where it is no part of 大道.
_HOW_LARGE = frozenset("重特较最更巨强广加扩增")
#: Behind 路, where something goes on all the way, or is said of a way: 价格一路上扬, 雨天山路滑; not 岚湾一路上升降桥, 盘山路滑坡.
_ALL_THE_WAY = re.compile(
    f"(?<=一路)(?:{alternation('way_words', 'on')})(?!降)|(?<=路)(?:滑(?![坡板雪冰])|窄(?![段巷口])|陡(?!坡)|挤)"
)
#: The same, where no road's own name stands before 一路: 价格一路走高; but 中山一路走高架.
_ON_BY_US = re.compile(f"(?<=一路)(?:{alternation('way_words', 'on-by-us')})(?!架)")
#: What one does on a way that is none but in speech; how far before its name.
_SPOKEN_OF = re.compile(
    "(?:走|闯|蹚|趟|开拓|探索|摸索|拓展|探)出(?:了|一条|特色)[^，。；、“]{0,8}$|(?:铺就|走好|迈上|迈向|奔向|走稳|[走踏]上了?一条)[^，。；、“]{0,6}$"
)
#: What becomes such a way, before its name in quotation marks: 成为群众的“连心路”.
_BECOMING = re.compile(f"(?:{alternation('way_words', 'becoming')})“$")
#: What such a way is called by, wherever its name stands in quotation marks: 修成“致富路”“连心路”; but the “珠江路” of a city is a road.
_OF_A_WAY = re.compile(f"(?:{alternation('way_words', 'way')})$")
_REACH = 14


#: How a segmenter tags words that no road is called by: 为了大道, 由于公路.
_PLAIN = ("c", "p")


def is_by_a_plain_word(reply: Reply, begin: int, ending: re.Match[str]) -> bool:
    """Whether one common word stands before a road's ending that none is called by, offsets into the flow.

    Parameters
    ----------
    reply:
        Whose flow is read.
    begin, ending:
        Where what looks like a road's name begins, and its ending.
    """
    token = reply.tokens[reply.token_at(begin)]
    alone = (token.start, token.start + len(token.word)) == (begin, ending.start())
    if not alone or not in_dictionary(token.word) or token.word in NAMING or token.word.endswith("进"):
        return False
    return token.tag in _PLAIN


def is_within_a_word(reply: Reply, ending: re.Match[str]) -> bool:
    """Whether what looks like a road's ending is a part of another word, as a segmenter reads it, or says that something goes on: 大道理, 重特大|道路; not 迎宾大道|路网."""
    text, last = reply.flow.text, ending.end() - 1
    token = reply.tokens[reply.token_at(last)]
    longer = token.start + len(token.word) > ending.end()
    cut = ending.group() == "大道" and token.start == last and token.word.startswith(_OF_ROADS)
    large = cut and len(reply.tokens[reply.token_at(last - 1)].word) > 1 and text[ending.start() - 1] in _HOW_LARGE
    if (longer and (large or token.word.startswith(_LONGER))) or _ALL_THE_WAY.match(text, ending.end()):
        return True
    near = max(ending.start() - 1 - SHORTEST, 0)
    return _ON_BY_US.match(text, ending.end()) is not None and not _is_a_name(reply, near, ending.start() - 1)


def _is_a_name(reply: Reply, begin: int, end: int) -> bool:
    """Whether a word from ``begin`` to ``end``, offsets into the flow, is somebody's or some place's name, or in no dictionary."""
    return any(token.tag in PROPER or not in_dictionary(token.word) for token in reply.tokens_in(begin, end))


def is_said(reply: Reply, begin: int, ending: re.Match[str]) -> bool:
    """Whether a way is meant that is none but in speech, offsets into the flow.

    Parameters
    ----------
    reply:
        Whose flow is read.
    begin, ending:
        Where what looks like a road's name begins, and its ending.
    """
    text = reply.flow.text
    near = max(begin - _REACH, 0)
    way = _OF_A_WAY.search(text, begin, ending.start()) is not None
    if not way and _is_a_name(reply, begin, ending.start()):
        return False  # 走出了一条珠江路创新之路
    quoted = text.endswith("“", 0, begin) and text.startswith("”", ending.end())
    becoming = way or _BECOMING.search(text, near, begin) is not None
    return (quoted and becoming) or _SPOKEN_OF.search(text, near, begin) is not None
