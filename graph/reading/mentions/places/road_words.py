"""Words in which a road only seems to be named: 大街小巷, 重特大道路, 严禁公路沿线, and ways that are none but in speech: 走出一条富民路, 成为“连心路”."""

from __future__ import annotations

import re

from graph.reading.mentions.names import in_dictionary
from graph.reading.mentions.places.road_edges import NAMING
from graph.reading.reply import Reply

__all__ = ["is_by_a_plain_word", "is_said", "is_within_a_word"]

#: What a road's ending is the beginning of, or its last character: 大街小巷, 大道理, 道路.
_LONGER = ("大街小巷", "大道理")
_OF_ROADS = "道路"
#: Behind 路, where something goes on all the way, or is said of a way: 价格一路上扬, 雨天山路滑.
_ALL_THE_WAY = re.compile(
    "(?<=一路)(?:上[扬涨]|上升(?!降)|走[高低强]|攀升|领先|高歌|下[跌滑降]|飙升|绿灯|护航|同行|狂奔|前行|向前|之隔)|(?<=路)[滑窄陡挤]"
)
#: What one does on a way that is none but in speech; how far before its name.
_SPOKEN_OF = re.compile(
    "(?:走|闯|蹚|趟|开拓|探索|摸索|拓展|探)出(?:了|一条|特色)[^，。；、“]{0,8}$|(?:铺就|走好|踏上|迈上|走上|迈向|奔向|走稳)[^，。；、“]{0,6}$"
)
#: What becomes such a way, before its name in quotation marks: 成为群众的“连心路”, 修成“致富路”“连心路”.
_CALLED = re.compile("(?:的|之为|成了?|成为|变[成为]|[叫称]作?|是|铺就|架起|打通|走[好出]|条|[路桥道]”[、和与及]?)“$")
_REACH = 14


#: How a segmenter tags words that no road is called by, and those that moreover no highway is called by: 其中大道, 严禁公路; but 绕城公路.
_PLAIN, _PLAIN_BY_A_HIGHWAY = ("r", "c", "p"), ("r", "c", "p", "v", "d", "ad", "f", "t")
_AROUND = tuple("环绕沿滨进出疏过通连跨穿")


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
        return False  # 团结公路, 跃进公路
    highway = ending.group() == "公路" and not token.word.startswith(_AROUND)
    return token.tag.startswith(_PLAIN_BY_A_HIGHWAY if highway else _PLAIN)


def is_within_a_word(reply: Reply, ending: re.Match[str]) -> bool:
    """Whether what looks like a road's ending is a part of another word, as a segmenter reads it, or says that something goes on."""
    text, last = reply.flow.text, ending.end() - 1
    token = reply.tokens[reply.token_at(last)]
    longer = token.start + len(token.word) > ending.end()
    cut = ending.group() == "大道" and token.start == last and token.word.startswith(_OF_ROADS)
    return (longer and (cut or token.word.startswith(_LONGER))) or _ALL_THE_WAY.match(text, ending.end()) is not None


def is_said(text: str, begin: int, ending: re.Match[str]) -> bool:
    """Whether a way is meant that is none but in speech, offsets into the flow.

    Parameters
    ----------
    text:
        The flow.
    begin, ending:
        Where what looks like a road's name begins, and its ending.
    """
    near = max(begin - _REACH, 0)
    quoted = text.startswith("”", ending.end()) and _CALLED.search(text, near, begin) is not None
    return quoted or _SPOKEN_OF.search(text, near, begin) is not None
