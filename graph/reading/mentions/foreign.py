"""Firms of other countries: 德国甲集团 and 甲集团 are two names of one firm, MSC乙邮轮 is one name."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.names import clean, is_unknown
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["COUNTRY", "behind_letters", "with_country", "with_letters"]

COUNTRY = re.compile(rf"(?:{alternation('countries')})")
_BEFORE = re.compile(rf"(?:{alternation('countries')})$")
#: Registered in full, 日本电力: what is left without the country is no name.
_NO_NAME = re.compile(rf"(?:{alternation('enterprise_suffixes')})+|.*有限公司")


def with_country(reply: Reply, mention: Mention) -> Mention:
    """A firm under its name as it was found, with the other form as an alias where its country stands before or in it."""
    text = reply.flow.text
    if (within := COUNTRY.match(mention.name)) is not None:
        rest = mention.name[within.end() :]
        return _known_as(mention, rest) if _is_name(rest) else mention
    before = _BEFORE.search(text, max(mention.start - 4, 0), mention.start)
    if before is None or mention.name.endswith("有限公司") or not _is_name(mention.name):
        return mention
    return _known_as(mention, before.group() + clean(text[mention.start : mention.end]))


def _is_name(rest: str) -> bool:
    own = rest.removesuffix("集团").removesuffix("公司")
    known = rest in words("firms") or (len(own) >= 2 and is_unknown(own))
    return known and _NO_NAME.fullmatch(rest) is None


def _known_as(mention: Mention, other: str) -> Mention:
    return replace(mention, aliases=tuple(dict.fromkeys([*mention.aliases, other])))


#: MSC甲邮轮: a firm's letters before its Chinese name; and so at the beginning of a phrase.
_LETTERS = re.compile("[A-Z]{3,5}")
_OPENING = re.compile(rf"(?:^|[，。；：、“（\s]|[和与及在由])(?P<letters>{_LETTERS.pattern})$")


def behind_letters(text: str, start: int, end: int) -> int:
    """Where a firm's Chinese name begins behind its letters, if the rest is known; they are put to it once it is found."""
    letters = _LETTERS.match(text, start, end)
    return letters.end() if letters and text[letters.end() : end] in words("firms") else start


def with_letters(reply: Reply, mention: Mention) -> Mention:
    """A firm that the whole country knows by its Chinese name with its letters before it, the other form as an alias.

    Behind the model, which has learned names without them.
    """
    text, start = reply.flow.text, mention.start
    known = mention.type == "Enterprise" and any(name in words("firms") for name in (mention.name, *mention.aliases))
    letters = _OPENING.search(text, max(start - 6, 0), start) if known and "\u4e00" <= text[start] <= "\u9fff" else None
    if letters is None or letters["letters"] in words("abbreviations"):
        return mention
    begin = letters.start("letters")
    return _known_as(replace(mention, name=clean(text[begin : mention.end]), start=begin), mention.name)
