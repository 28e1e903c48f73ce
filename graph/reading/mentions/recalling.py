"""A name that is typed once is known where it stands bare elsewhere in the reply."""

from __future__ import annotations

import re
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, Implementation

from graph.reading.lexicon import words
from graph.reading.mentions.abbreviations import bound
from graph.reading.mentions.names import clean, key
from graph.reading.mentions.overlaps import settle
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["cored", "recalled"]

#: A name is looked for elsewhere in the reply where at least this sure of it.
_KNOWN = 0.6
_ZONE = re.compile(r"(?:高新区|经开区|高新技术产业开发区|经济技术开发区|科技城|科学城|商务区)$")


#: “甲”无人机服务, as it stands in the text: the quotation, and the words behind it that say what it is.
_CORE = re.compile(r"“?(?P<core>[^“”+]{2,16})”(?P<head>[^“”+\d]{2,10})")
_NUMBER = re.compile(r"[\d\W一二三四五六七八九十]+")


def cored(reply: Reply, mentions: list[Mention]) -> list[Mention]:
    """Mentions, of which a service's whose name begins in quotation marks has the quotation alone as another name: “甲”无人机服务 is 甲.

    Not where the reply has two services of one quotation (“甲”乙区旗舰店, “甲”政务服务), nor where that is a service of its own.
    """
    text = reply.flow.text
    cores = {
        i: core
        for i, m in enumerate(mentions)
        if m.type == "Scenario" and (core := _CORE.fullmatch(text, m.start, m.end)) and not _NUMBER.fullmatch(core["core"])
    }
    wholes: dict[str, set[str]] = {}
    for i, core in cores.items():
        wholes.setdefault(clean(core["core"]), set()).add(mentions[i].name)
    own, listed = {m.name for m in mentions if m.type == "Scenario"}, words("known_services")
    alone = {core for core, named in wholes.items() if len(named) == 1 and core not in own and core not in listed}
    return [
        replace(m, aliases=tuple(dict.fromkeys((*m.aliases, name))))
        if i in cores and (name := clean(cores[i]["core"])) in alone
        else m
        for i, m in enumerate(mentions)
    ]


def recalled(reply: Reply, kept: list[Mention]) -> list[Mention]:
    """Mentions with those of names that are typed once and stand bare elsewhere, none inside another one."""
    kept = bound(reply, kept)
    return settle([*kept, *_again(reply, kept)])


def _again(reply: Reply, kept: list[Mention]) -> list[Mention]:
    """A name typed once is known when it stands bare."""
    text, (start, stop) = reply.flow.text, reply.body
    names: dict[str, Mention] = {}
    for mention in kept:
        if mention.confidence >= _KNOWN and mention.type not in ("District",):
            for name in (mention.name, *mention.aliases, *_bare(mention)):
                if len(key(name)) >= 2:
                    names.setdefault(name, mention)
    found, told = [], list(names.values())
    # 甲 of 甲市 is the city, whoever else is called 甲, and 乙公园 of 乙公园商圈 is no park.
    larger_places = (m for m in kept if m.rule == "place.official" or m.type == "BusinessCircle")
    within = {i: (m.start, m.end) for m in larger_places for i in range(m.start, m.end)}
    # The automaton that is soonest made, for it looks through one text only.
    automaton = AhoCorasick(list(names), implementation=Implementation.NoncontiguousNFA)
    for which, first, last in automaton.find_matches_as_indexes(text[start:stop], overlapping=True):
        mention, begin, end = told[which], start + first, start + last
        covers = begin <= mention.start and mention.end <= end  # 甲区乙服务 around 乙服务 itself
        larger = within.get(begin, (begin, end))
        of_a_place = larger[0] <= begin and end <= larger[1] and larger != (begin, end)
        if not covers and not of_a_place and not _runs_on(text, begin, end):
            sure = round(mention.confidence - 0.05, 3)
            found.append(Mention(mention.type, mention.name, begin, end, mention.rule, sure, mention.aliases))
    return found


def _bare(mention: Mention) -> tuple[str, ...]:
    """松山湖 alone is 松山湖高新区 in a reply that names it."""
    bare = _ZONE.sub("", mention.name) if mention.type == "Carrier" else mention.name
    return (bare,) if bare != mention.name and len(bare) >= 3 and not find_divisions(bare) else ()


def _runs_on(text: str, begin: int, end: int) -> bool:
    """A Latin name does not begin or end inside a Latin word."""
    return _is_latin(text[begin - 1 : begin + 1]) or _is_latin(text[end - 1 : end + 1])


def _is_latin(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()
