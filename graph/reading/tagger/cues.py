"""What the lexicon knows of the words around a character: endings ahead, verbs before, heads of lists, what follows a quotation."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt
from ahocorasick_rs import AhoCorasick, MatchKind

from graph.reading.lexicon import alternation, occurrences_of, typed, words
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.firms import firm_spans
from graph.reading.mentions.landmarks import landmark_spans
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import ENTITY_TYPES

__all__ = ["cues", "topics"]

Array = npt.NDArray[np.int64]

#: Lexicon and class of an ending; of endings that stop at one place the longest counts, then the first of this list.
_ENDINGS = (
    ("enterprise_suffixes", "legal"),
    ("carrier_suffixes", "strong"),
    ("organisation_suffixes", None),
    ("policy_suffixes", None),
    ("scenario_suffixes", "system"),
    ("enterprise_suffixes", "brand"),
    ("roles", None),
    ("carrier_suffixes", "weak"),
    ("scenario_suffixes", "venue"),
    ("scenario_suffixes", "service"),
    ("enterprise_suffixes", "weak"),
)
_CUES = ("arrive", "host", "launch", "award", "issue", "name", "other")
#: Of single characters only these are cues; the others begin too many words.
_SHORT = frozenset("由为在以于等")
_BREAKS = re.compile(r"[，。；、：“”《》\n]")
_CLAUSES = re.compile(r"[，。；：\n]")
_QUOTE = re.compile(r"“([^“”\n]{1,40})”")
_BOOK = re.compile(r"《[^《》\n]{2,110}》")
_AFTER = "，。；、等的和项平场服系建"
_EDGES = (0, 1, 2, 4, 8)
_LENGTHS = (2, 4, 8, 14)


def cues(
    reply: Reply, lists: list[Enumeration], sequences: list[tuple[int, int]], forgotten: Callable[[str], bool]
) -> list[Array]:
    """One array an observation, each as long as the flow; 0 where there is nothing to observe.

    Parameters
    ----------
    reply, lists:
        What is read, and its lists.
    sequences:
        Spans that are looked at.
    forgotten:
        Whether a firm's or a carrier's name of the lexicon is taken as unknown.
    """
    text = reply.flow.text
    ends = _endings(text)
    return [
        *_ahead(text, ends),
        _behind(text),
        _heads(text, lists),
        *_quotations(text, ends),
        *_known(reply, forgotten),
        _sentences(reply, sequences),
    ]


def _automaton(patterns: list[str], *, longest: bool) -> AhoCorasick:
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest if longest else MatchKind.Standard)


@cache
def _ending_words() -> tuple[list[str], list[int], AhoCorasick]:
    rank: dict[str, int] = {}
    for number, (concept, kind) in enumerate(_ENDINGS):
        for word, own in typed(concept).items():
            if kind in (None, own):
                rank.setdefault(word, number)
    patterns = sorted(rank)
    return patterns, [rank[p] for p in patterns], _automaton(patterns, longest=False)


@cache
def _cue_words() -> tuple[list[int], AhoCorasick]:
    table = {w: k for w, k in typed("cue_verbs").items() if len(w) > 1 or w in _SHORT}
    patterns = sorted(table)
    return [_CUES.index(table[p]) for p in patterns], _automaton(patterns, longest=True)


@cache
def _head_words() -> tuple[list[str], AhoCorasick]:
    table = typed("heads")
    patterns = sorted(table)
    return [table[p] for p in patterns], _automaton(patterns, longest=True)


def _endings(text: str) -> dict[int, int]:
    """Where an ending stops: the number of its class."""
    patterns, ranks, automaton = _ending_words()
    best: dict[int, tuple[int, int]] = {}
    for which, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        claim = (end - start, -ranks[which])
        if claim > best.get(end, (0, 0)):
            best[end] = claim
    del patterns
    return {end: -rank for end, (_, rank) in best.items()}


def _bucket(distance: Array) -> Array:
    return np.searchsorted(np.array(_EDGES), distance, side="left").astype(np.int64)


def _ahead(text: str, ends: dict[int, int]) -> list[Array]:
    """Class of the next ending in the phrase, alone and with how far it is."""
    size = len(text)
    stops = np.array(sorted(ends), dtype=np.int64)
    kinds = np.array([ends[e] for e in sorted(ends)] or [0], dtype=np.int64)
    breaks = np.array([*(m.start() for m in _BREAKS.finditer(text)), size], dtype=np.int64)
    at = np.arange(size)
    following = np.searchsorted(stops, at, side="right")  # an ending that stops behind the character
    there = following < len(stops)
    nearest = np.where(there, stops[np.minimum(following, len(stops) - 1)] if len(stops) else size, size + 1)
    bound = breaks[np.searchsorted(breaks, at, side="left")]
    seen = there & (nearest <= np.where(bound == at, at, bound))
    kind = kinds[np.minimum(following, len(kinds) - 1)] + 1
    return [np.where(seen, kind * 8 + _bucket(nearest - 1 - at), 0), np.where(seen, kind, 0)]


def _behind(text: str) -> Array:
    """Class of the last cue verb of the clause and how far back it ended."""
    classes, automaton = _cue_words()
    at, clause, cue, kind = np.arange(len(text) + 1), *(np.zeros(len(text) + 1, dtype=np.int64) for _ in range(3))
    for mark in _CLAUSES.finditer(text):
        clause[mark.end()] = mark.end()
    for which, _, end in automaton.find_matches_as_indexes(text):
        cue[end], kind[end] = end, classes[which] + 1
    ended = np.maximum.accumulate(cue)
    seen = (ended > 0) & (ended >= np.maximum.accumulate(clause))
    return np.where(seen, kind[ended] * 8 + _bucket(at - ended), 0)[:-1]


def _heads(text: str, lists: list[Enumeration]) -> Array:
    """What the head of the list around the character says of its items."""
    out = np.zeros(len(text), dtype=np.int64)
    for one in lists:
        kind = 1 if one.head is None else 2 if one.head == "-" else 3 + ENTITY_TYPES.index(one.head)
        for start, end in one.items:
            out[start:end] = 2 * kind + (one.sure > 0.8)
    return out


def _quotations(text: str, ends: dict[int, int]) -> list[Array]:
    """For a quotation: the head that follows it, its last word, how long it is, whether it begins with a digital word."""
    names, automaton = _head_words()
    whole, follower, ending, shape, first = (np.zeros(len(text), dtype=np.int64) for _ in range(5))
    for quote in _QUOTE.finditer(text):
        start, end = quote.span(1)
        phrase = _BREAKS.split(text[quote.end() : quote.end() + 12], maxsplit=1)[0]
        heads = [names[which] for which, _, _ in automaton.find_matches_as_indexes(phrase)]
        head = 1 + (0 if not heads else 1 if heads[-1] == "-" else 2 + ENTITY_TYPES.index(heads[-1]))
        last = ends.get(end, -1) + 2
        length = 1 + sum(end - start > edge for edge in _LENGTHS)
        digital = any(s == 0 for s, _, _ in occurrences_of("scenario_marks", text[start : start + 6]))
        behind = 2 + _AFTER.find(text[quote.end() : quote.end() + 1] or "-")
        follower[start:end] = head
        ending[start:end] = last
        shape[start:end] = 2 * length + digital
        whole[start:end] = (((head * 16 + behind) * 8 + length) * 16 + last) * 2 + digital
        first[start] = 1
    book = np.zeros(len(text), dtype=np.int64)
    for title in _BOOK.finditer(text):
        book[title.start() + 1 : title.end() - 1] = 2
        book[title.start() + 1] = 1
    return [whole, follower, ending, shape, first, book]


def _known(reply: Reply, forgotten: Callable[[str], bool]) -> list[Array]:
    """Digital words, firms, carriers and divisions of the lexicon; common words and fields."""
    text = reply.flow.text
    size = len(text)
    mark, known, place, behind = (np.zeros(size, dtype=np.int64) for _ in range(4))
    marks = [(start, end) for start, end, _ in occurrences_of("scenario_marks", text)]
    named = ([one for one in find(reply) if not forgotten(one[2])] for find in (firm_spans, landmark_spans))
    firms, sites = ([(start, end) for start, end, _ in found] for found in named)
    for array, first, spans in ((mark, 1, marks), (known, 1, firms), (known, 3, sites)):
        for start, end in spans:
            array[start:end] = first + 1
            array[start] = first
    for start, end, name in find_divisions(text):
        kind = 1 + "省市区县".find(name[-1]) + 1
        place[start:end] = 2 * kind + 1
        place[start] = 2 * kind
        behind[end : end + 1] = 1
    generic, sectors = words("generic"), words("sectors")
    tokens = [t.word for t in reply.tokens]
    lengths = np.array([*map(len, tokens)], dtype=np.int64)
    told = (np.array([word in list_ for word in tokens], dtype=np.int64) for list_ in (generic, sectors))
    return [mark, known, place, behind, *(np.repeat(one, lengths)[:size] for one in told)]


def _sentences(reply: Reply, sequences: list[tuple[int, int]]) -> Array:
    """1 in a section's heading, 2 outside the sentences (the proposal's title)."""
    out = np.zeros(len(reply.flow.text), dtype=np.int64)
    for start, end in sequences:
        sentence = reply.sentence_at((start + end) // 2)
        out[start:end] = 2 if sentence is None else int(sentence.heading)
    return out


_TOPICS = ("firms", "sites", "services", "arrivals")


@cache
def _topic_words() -> list[re.Pattern[str]]:
    return [re.compile(alternation("topics", kind)) for kind in _TOPICS]


def topics(text: str, sequences: list[tuple[int, int]], word: Array) -> list[Array]:
    """Of which of firms, sites, services and arrivals the sentence speaks, alone and with something observed of each character's word.

    Parameters
    ----------
    text, sequences:
        The flow, and its spans that are looked at.
    word:
        What is observed of the word at each character, below 2^40.
    """
    told = np.zeros(len(text), dtype=np.int64)
    for start, end in sequences:
        told[start:end] = 1 + sum(bool(p.search(text, start, end)) << number for number, p in enumerate(_topic_words()))
    return [told, np.where(told > 0, told * 2**40 + word, 0)]
