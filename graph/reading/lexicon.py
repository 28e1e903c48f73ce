"""Words that the rules go by, from files that a user can read and extend (``data/lexicon/``)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.errors import BuildError

__all__ = ["LEXICON", "alternation", "first_words", "in_flow", "occurrences_of", "of_class", "typed", "words"]

LEXICON = Path(__file__).parents[2] / "data" / "lexicon"


@cache
def typed(concept: str) -> dict[str, str]:
    """Word to class, of all files ``<concept>.tsv`` and ``<concept>.*.tsv`` of the lexicon.

    A line is a word, or a word, a tab and its class (or several, with a blank between); ``#`` begins a comment. A user's own
    file (``<concept>.own.tsv``) is read after ours, so that its class for a word holds.

    Raises
    ------
    BuildError
        Where there is no file of that concept.
    """
    return _read(concept, f"{concept}.*tsv")


def _read(concept: str, pattern: str) -> dict[str, str]:
    files = sorted(LEXICON.glob(pattern), key=lambda file: (file.name.count("."), file.name))
    if not files:
        raise BuildError(str(LEXICON / f"{concept}.tsv"), "the lexicon file is missing", "restore it from the repository")
    table: dict[str, str] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            entry = line.partition("#")[0].strip()
            if entry:
                word, _, kind = entry.partition("\t")
                table[word.strip()] = kind.strip()
    return table


@cache
def words(concept: str) -> frozenset[str]:
    """The words of a concept, classes left aside."""
    return frozenset(typed(concept))


def of_class(concept: str, kind: str) -> frozenset[str]:
    """The words of a concept that have a class."""
    return frozenset(word for word, kinds in typed(concept).items() if kind in kinds.split())


@cache
def first_words(concept: str) -> frozenset[str]:
    """The words of ``<concept>.tsv`` alone, no added file: what the model learned with."""
    return frozenset(_read(concept, f"{concept}.tsv"))


@cache
def alternation(concept: str, kind: str | None = None) -> str:
    """A regular expression for the words of a concept (of one class), longest first."""
    chosen = typed(concept) if kind is None else of_class(concept, kind)
    return "|".join(re.escape(word) for word in sorted(chosen, key=lambda word: (-len(word), word)))


@cache
def _automaton(concept: str) -> tuple[tuple[str, ...], AhoCorasick]:
    names = tuple(sorted(words(concept)))
    return names, AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)


def occurrences_of(concept: str, text: str) -> list[tuple[int, int, str]]:
    """Where the words of a concept stand in a text, of several at one place the longest: begin and end, offsets into ``text``, and the word."""
    names, automaton = _automaton(concept)
    return [(start, end, names[number]) for number, start, end in automaton.find_matches_as_indexes(text)]


@lru_cache(maxsize=8)
def in_flow(concept: str, text: str) -> tuple[tuple[int, int, str], ...]:
    """As :func:`occurrences_of`, kept for the whole text of a reply, which several rooms ask about."""
    return tuple(occurrences_of(concept, text))
