"""Parks whose names begin in quotation marks: “甲谷”产业园 is 甲谷, “甲+乙”产业园 the whole; 丙县“甲谷”产业园 is another form."""

from __future__ import annotations

import re

from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import clean, is_generic
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["quoted_site"]

#: Fields joined by +, of which the word behind is needed for a name; three of them are a saying: “生产+生活+生态”.
_FIELDS = re.compile(r"(?=.*[\u4e00-\u9fffA-Za-z]{2})[^+]+\+[^+]*(?:\+N)?")
#: Of more characters the words behind describe: “甲+乙”全场景商用示范园区.
_LONGEST_BEHIND = 7
#: What is read before a quotation as part of a park's name has at most so many characters.
_LONGEST_BEFORE = 8
_OWNER = re.compile("(?:(?![的了在内等为是和与及])[\u4e00-\u9fff]){2,8}")


#: 甲园是全省首个“乙+丙”产业园: before fields that only tell what kind of park one is.
_IS_THE_FIRST = re.compile("(?:是|为|作为|系)[^，。；：“]{0,12}(?:首[个家座]|唯一|第一[个家座])的?[^，。；：“]{0,4}$")
#: “政产学研”产业基地, “软硬一体化”产业基地, “专精特新”产业园: by what kind of park one goes.
_SAYS_HOW = re.compile("[政产学研用介金服商企资创融]{3,6}|[^“”，。]{0,6}一体化?|专精特新|工业上楼|拎包入住|前店后厂|产城融合")
#: So many characters before a quotation may hold that.
_LEAD = 24


def quoted_site(reply: Reply, quote: re.Match[str], follower: str) -> Mention | None:
    """The park that a quotation and the word for its kind behind it name; none where they only say what kind of park one is.

    Parameters
    ----------
    reply:
        In whose flow the quotation stands.
    quote:
        The quotation, its inner words as group 1.
    follower:
        What stands right behind it, up to the end of the word for its kind.
    """
    inner, end = quote.group(1), quote.end() + len(follower)
    if _SAYS_HOW.fullmatch(inner):
        return None
    start = left_edge(reply, quote.start(), max(reply.body[0], quote.start() - _LONGEST_BEFORE))
    before = reply.flow.text[start : quote.start()]
    owned = _OWNER.fullmatch(before) and not _is_deed(reply, start, quote.start())
    longer = (clean(before + inner + follower),) if owned else ()
    if len(follower) <= _LONGEST_BEHIND and _FIELDS.fullmatch(inner):
        if _IS_THE_FIRST.search(reply.flow.text, max(quote.start() - _LEAD, 0), quote.start()):
            return None
        return Mention("Carrier", clean(inner + follower), quote.start(), end, "quoted.whole", 0.8, longer)
    return Mention(
        "Carrier", clean(inner), quote.start(), quote.end(), "quoted.followed", 0.85, (clean(inner + follower), *longer)
    )


def _is_deed(reply: Reply, start: int, end: int) -> bool:
    """Whether one of the words of a stretch of the flow is a verb, or all are common: 推动 of 推动“甲”产业园."""
    words = reply.tokens_in(start, end)
    before = reply.flow.text[start:end]
    return any(t.tag[:1] in ("v", "p", "d", "r") for t in words) or (is_generic(before) and before != "国家")
