"""What ends as an office, a school or an event does and names none: 集中学习, 债务局势, 名牌大学, 杭州一所大学, 学术论坛."""

from __future__ import annotations

import re
from functools import cache

from graph.reading.lexicon import alternation, of_class, words
from graph.reading.mentions.boundaries import is_part_of_a_word
from graph.reading.mentions.names import is_generic
from graph.reading.reply import Reply

__all__ = ["is_kind_of_event", "is_no_body", "is_no_office"]

#: 杭州一所大学, 某医院: one of a kind, and not which; 第一小学 is a name.
_ONE_OF = re.compile("(?<![第十])[一两几多数每各这那该](?:[所间]|家(?![人亲]))|第一[所家间]|某|一些")


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
    core = reply.flow.text[start:ending]
    return _is_torn(reply, start, ending, end) or is_generic(
        core, frozenset() if _OF_THE_STATE.match(core) else _kinds(reply, ending)
    )


#: 国家林业局: an office of the state, whose name is made of common words.
_OF_THE_STATE = re.compile("国家(?=..)")


def _kinds(reply: Reply, ending: int) -> frozenset[str]:
    """The words that say no more than what kind of body is meant, before the ending that begins at ``ending``."""
    if _UNIVERSITY.match(reply.flow.text, ending):
        return words("body_kinds")
    return _common(school=_SCHOOL.match(reply.flow.text, ending) is not None)


@cache
def _common(*, school: bool) -> frozenset[str]:
    """The words that name no body but a university, or another school."""
    kept = of_class("body_kinds", "university")
    return words("body_kinds") - (kept if school else kept | of_class("body_kinds", "school"))


def _is_torn(reply: Reply, start: int, ending: int, end: int) -> bool:
    """Whether a body's ending stands in other words, or says what kind of body it is, of which country, or that it is one of many."""
    core = reply.flow.text[start:ending]
    return (
        is_part_of_a_word(reply, ending, end)
        or _is_another_word(reply, start, end)
        or _ONE_OF.search(core) is not None
        or (core in _countries() and _ABROAD.match(reply.flow.text, ending) is not None)
        or core in _kinds(reply, ending)
    )


@cache
def _countries() -> frozenset[str]:
    """Those of which a body is not called by the country and what it is alone: 英国大学, not 香港大学."""
    return words("countries") - of_class("countries", "named")


_UNIVERSITY = re.compile("大学")
_SCHOOL = re.compile("[大中小]学|学[校院]|幼儿园")
#: 英国大学, 德国医院: those of a country; 德国商会 and 法国科学院 are one each.
_ABROAD = re.compile("医院|[大中小]学|学校")
_BODY = re.compile(rf"(?:{alternation('organisation_suffixes')})$")


def is_no_body(reply: Reply, start: int, end: int) -> bool:
    """Whether what a model sees as a body, the flow's characters ``start`` to ``end``, is none by how it ends: 财政局 is one."""
    ending = _BODY.search(reply.flow.text[start:end])
    return ending is not None and ending.start() > 0 and _is_torn(reply, start, start + ending.start(), end)


def _is_another_word(reply: Reply, start: int, end: int) -> bool:
    """Whether a name ends in a word that is no office: 产业布局, 交易大厅; 政局 and the like only where a segmenter sees that word."""
    name = reply.flow.text[start:end]
    alone, anywhere = _homographs()
    if name.endswith(anywhere):
        return True
    last = reply.tokens[reply.token_at(end - 1)]
    return last.word[: end - last.start] in alone


@cache
def _homographs() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that end as offices do: those that are meant where a segmenter sees them, and the others."""
    alone = of_class("office_homographs", "alone")
    return alone, tuple(word for word in words("office_homographs") if word not in alone)


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
    text = reply.flow.text
    core = text[start:ending]
    ahead = _SPREAD.search(text, max(start - 3, 0), ending)
    named = (ahead and ahead.end() >= start) or _FIELD.search(core)
    return is_part_of_a_word(reply, ending, end) or is_generic(core, frozenset() if named else words("event_kinds"))


#: 国际职业技能大赛, 长三角校长论坛, 全市职工技能大赛: of how much a meeting is names it; 全市学术论坛 is one of a kind.
_SPREAD = re.compile("(?:全[球国]|国际|世界|长三角)(?=..)|全[市省](?=.{4})")
#: 新能源行业学术论坛: what it is about names a meeting.
_FIELD = re.compile(rf"(?:{alternation('sectors')}|文化|旅游)(?:产业|行业|领域)")
