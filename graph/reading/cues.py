"""Patterns that are only asked where a text holds a word that they cannot match without.

Of the questions that the rooms put to a sentence nearly all find nothing. Which words no match can do without follows from the pattern
itself, so that no list has to be kept beside it: ``试点(?:线|点)`` needs 试点线 or 试点点. The words of all such patterns are looked
for at once, in one pass over the reply.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from re import _parser as reading  # type: ignore[attr-defined] # how the standard library itself reads a pattern; it has no public name
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

__all__ = ["Sought", "asked", "cues_of"]

#: So many words at most are put together of what stands side by side, and so many characters has a class that is spelled out.
_MOST, _WIDE = 120, 40
#: Of a character, of two, three or more together: how often, about, a text has them at one place; and of a mark.
_OFTEN, _OF_A_MARK = (1.0, 1 / 100, 1 / 2000, 1 / 8000), 1 / 20


class Sought:
    """What :func:`re.compile` makes of a pattern, for one whose matches are few.

    Parameters
    ----------
    pattern:
        Asked of a reply's flow, whole or between two positions, for of any other string all words would be looked for.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        _ALL.append(self)
        _cues.cache_clear()
        _ends.cache_clear()

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterable[re.Match[str]]:
        """As the pattern's own."""
        ends = _ends(text).get(self)
        return self.pattern.finditer(text, start, end) if ends and _one_is_in(ends, start, end) else ()

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As the pattern's own."""
        ends = _ends(text).get(self)
        return self.pattern.search(text, start, end) if ends and _one_is_in(ends, start, end) else None


#: All of them, as the rooms make them while they are loaded.
_ALL: list[Sought] = []


@cache
def _cues() -> tuple[AhoCorasick, tuple[tuple[Sought, ...], ...]]:
    """The words of all patterns, and whose each is."""
    whose: dict[str, list[Sought]] = {}
    for sought in _ALL:
        for word in cues_of(sought.pattern):
            whose.setdefault(word, []).append(sought)
    return AhoCorasick(list(whose)), tuple(map(tuple, whose.values()))


@lru_cache(maxsize=2)
def _ends(text: str) -> dict[Sought, list[int]]:
    """Where the words end that a pattern needs, in order, of each whose words the text has."""
    automaton, whose = _cues()
    ends = defaultdict[Sought, list[int]](list)
    for word, _, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for sought in whose[word]:
            ends[sought].append(end)
    return ends


def asked(patterns: Iterable[Sought], text: str, start: int, end: int) -> list[Sought]:
    """Of patterns those that may match between two positions of a reply's flow, for a room that asks many of every sentence."""
    there = _ends(text)
    return [one for one in patterns if one in there and _one_is_in(there[one], start, end)]


def _one_is_in(ends: list[int], start: int, end: int) -> bool:
    """Whether a word ends behind ``start`` and not behind ``end``."""
    at = bisect_right(ends, start)
    return at < len(ends) and ends[at] <= end


def cues_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """Words of which each match of a pattern holds one.

    What a pattern looks back at is left aside: it may stand before the span that is searched.

    Raises
    ------
    ValueError
        Where there are no such words.
    """
    if pattern.flags & re.IGNORECASE:
        raise ValueError(f"case is overlooked: {pattern.pattern}")
    needed = _sequence(reading.parse(pattern.pattern, pattern.flags)).needed
    if needed is None:
        raise ValueError(f"it can match without any certain word: {pattern.pattern}")
    return needed


class _Part(NamedTuple):
    """What is known of a part of a pattern."""

    exact: frozenset[str] | None
    """All that it can match, where that is little."""
    needed: frozenset[str] | None
    """Words of which each of its matches holds one, where there are such."""


_ANYTHING = _Part(None, None)
_NOTHING = frozenset(("",))
#: An operation of a pattern with what belongs to it, which is of another type for each.
_Item = tuple[Any, Any]


def _sequence(items: Iterable[_Item]) -> _Part:
    """What is known of parts that stand one behind the other: the rarest of their words, joined where all are known."""
    run, best, whole = _NOTHING, None, True
    for item in items:
        part = _part(item)
        exact = part.exact
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = frozenset([one + other for one in run for other in exact])
        else:
            whole, run = False, exact or _NOTHING
        best = _rarer(_rarer(best, part.needed), run)
    return _Part(run if whole else None, best)


def _part(item: _Item) -> _Part:
    """What is known of one part, by its operation."""
    op, value = str(item[0]), item[1]
    if op in ("LITERAL", "IN"):
        return _character([item] if op == "LITERAL" else value)
    if op == "BRANCH":
        return _branch([_sequence(way) for way in value[1]])
    if op == "SUBPATTERN" and not value[1]:  # no flag of its own
        return _sequence(value[-1])
    if op.endswith("_REPEAT"):
        return _repeat(*value)
    if op in ("AT", "ASSERT", "ASSERT_NOT"):
        return _Part(_NOTHING, _sequence(value[1]).needed if op == "ASSERT" and value[0] > 0 else None)
    return _ANYTHING


def _character(members: Iterable[_Item]) -> _Part:
    """One of some characters, where they are few."""
    characters: list[str] = []
    for op, value in members:
        first, last = (value, value) if str(op) == "LITERAL" else value if str(op) == "RANGE" else (0, sys.maxunicode)
        if last - first > _WIDE:
            return _ANYTHING
        characters += map(chr, range(first, last + 1))
    return _Part(frozenset(characters), None) if len(characters) <= _WIDE else _Part(None, frozenset(characters))


def _branch(ways: Sequence[_Part]) -> _Part:
    exact, needed = frozenset[str](), frozenset[str]()
    known, certain = True, True
    for way in ways:
        known, exact = known and way.exact is not None, exact.union(way.exact or ())
        certain, needed = certain and way.needed is not None, needed.union(way.needed or ())
    return _Part(exact if known and len(exact) <= _MOST else None, needed if certain else None)


def _repeat(least: int, most: int, body: Iterable[_Item]) -> _Part:
    part = _sequence(body)
    if most == 1 and part.exact is not None:
        return _Part(part.exact | _NOTHING, None) if least == 0 else part
    return _Part(None, part.needed if least else None)


def _rarer(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Of two sets of words the one that a text holds more seldom."""
    if other is None or "" in other:
        return one
    return other if one is None or _weight(other) < _weight(one) else one


def _weight(words: Iterable[str]) -> float:
    often = (_OFTEN[min(len(word), len(_OFTEN) - 1)] if len(word) > 1 or word.isalnum() else _OF_A_MARK for word in words)
    return sum(often)
