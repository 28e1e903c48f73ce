"""Words in which a road only seems to be named: 大街小巷, 重特大道路, and ways that are none but in speech: 走出一条富民路, 成为“连心路”."""

from __future__ import annotations

import re

from graph.reading.reply import Reply

__all__ = ["is_said", "is_within_a_word"]

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
