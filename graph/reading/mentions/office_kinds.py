"""What ends as an office, a school or an event does and names none: 集中学习, 债务局势, 名牌大学, 杭州一所大学, 学术论坛."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, of_class, words
from graph.reading.mentions.boundaries import is_part_of_a_word
from graph.reading.mentions.names import is_generic
from graph.reading.reply import Reply

__all__ = ["is_kind_of_event", "is_no_body", "is_no_office"]

#: 杭州一所大学, 某医院: one of a kind, and not which; 第一小学 is a name.
_ONE_OF = re.compile("(?<![第十])[一两几多数每各这那该][所家间]|第一[所家间]|某|一些")


def is_no_office(reply: Reply, start: int, ending: int, end: int) -> bool:
    """Whether what begins at ``start`` and whose ending begins at ``ending`` is no body with a name.

    Parameters
    ----------
    reply:
        Whose flow is read.
    start, end:
        Of what ends as an office does.
    ending:
        Where its last word begins: 大学 of 名牌大学.
    """
    return _is_torn(reply, start, ending, end) or is_generic(reply.flow.text[start:ending], "body_kinds")


def _is_torn(reply: Reply, start: int, ending: int, end: int) -> bool:
    """Whether a body's ending stands in other words, or says what kind of body it is, of which country, or that it is one of many."""
    core = reply.flow.text[start:ending]
    school = _SCHOOL.match(reply.flow.text, ending) is not None
    return (
        is_part_of_a_word(reply, ending, end)
        or _is_another_word(reply, start, end)
        or _ONE_OF.search(core) is not None
        or core in words("countries")
        or (core in words("body_kinds") and (school or core not in of_class("body_kinds", "school")))
    )


_SCHOOL = re.compile("[大中小]学|学[校院]|幼儿园")
_BODY = re.compile(rf"(?:{alternation('organisation_suffixes')})$")


def is_no_body(reply: Reply, start: int, end: int) -> bool:
    """Whether what a model sees as a body, the flow's characters ``start`` to ``end``, is none by how it ends: 财政局 is one."""
    ending = _BODY.search(reply.flow.text[start:end])
    return ending is not None and ending.start() > 0 and _is_torn(reply, start, start + ending.start(), end)


def _is_another_word(reply: Reply, start: int, end: int) -> bool:
    """Whether a name ends in a word that is no office: 产业布局, 交易大厅; 政局 and the like only where a segmenter sees that word."""
    name = reply.flow.text[start:end]
    alone = of_class("office_homographs", "alone")
    if any(name.endswith(word) for word in words("office_homographs") if word not in alone):
        return True
    last = reply.tokens[reply.token_at(end - 1)]
    return any(last.word.startswith(word) and last.start + len(word) == end for word in alone)


def is_kind_of_event(reply: Reply, start: int, ending: int, end: int) -> bool:
    """Whether what ends as an event does is a kind of meeting, or no event: 股东大会, 学术论坛, 铁路大会战.

    Parameters
    ----------
    reply:
        Whose flow is read.
    start, end:
        Of what ends as an event does.
    ending:
        Where its last word begins.
    """
    return is_part_of_a_word(reply, ending, end) or is_generic(reply.flow.text[start:ending], "event_kinds")
