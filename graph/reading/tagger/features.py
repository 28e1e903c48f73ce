"""What the model looks at: for each character a row of numbers, each the bucket that one observation falls into.

Observations are hashed into :data:`BUCKETS` buckets (Weinberger et al. 2009, Feature hashing for large scale multitask
learning); 0 stands for an observation that was not made. The same code makes them when the model is trained.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from graph.reading.mentions.enumerations import Enumeration
from graph.reading.reply import Reply
from graph.reading.tagger.cues import cues, topics
from graph.reading.tagger.shapes import shapes
from graph.records import ENTITY_TYPES, Mention

__all__ = ["BUCKETS", "Array", "features"]

Array = npt.NDArray[np.int64]

#: A power of two.
BUCKETS = 1 << 18
_DIGIT, _LETTER = ord("0"), ord("a")


def _nothing(_: str) -> bool:
    return False


def features(
    reply: Reply,
    mentions: list[Mention],
    lists: list[Enumeration],
    sequences: list[tuple[int, int]],
    forgotten: Callable[[str], bool] = _nothing,
) -> Array:
    """Buckets of all observations.

    Parameters
    ----------
    reply, mentions, lists:
        What is read, what the rules found in it, and its lists.
    sequences:
        Spans of the flow that are looked at; nothing is seen across their ends.
    forgotten:
        Whether a name that the lexicon knows is taken as unknown: who learns must not come to believe that it knows all.

    Returns
    -------
    array
        Of shape (characters of the sequences one behind the other, observations).
    """
    text = reply.flow.text
    size = len(text)
    sequence = np.zeros(size, dtype=np.int64)
    for number, (start, end) in enumerate(sequences, 1):
        sequence[start:end] = number
    near = _words(reply, size)
    columns = [
        *_characters(text, sequence),
        *near,
        *_rules(mentions, sequence),
        *cues(reply, lists, sequences, forgotten),
        *shapes(reply),
        *topics(text, sequences, near[0]),
    ]
    kept = np.flatnonzero(sequence)
    return _hashed(np.stack(columns)[:, kept]).T


def _hashed(matrix: Array) -> Array:
    """Each value with its row's number into a bucket from 1 on; 0 stays 0 (the finisher is MurmurHash3's)."""
    number = np.arange(1, len(matrix) + 1, dtype=np.uint64)[:, None] * np.uint64(0x9E3779B97F4A7C15)
    mixed = matrix.astype(np.uint64)
    mixed *= np.uint64(0xFF51AFD7ED558CCD)
    mixed += number
    mixed ^= mixed >> np.uint64(33)
    mixed *= np.uint64(0xC4CEB9FE1A85EC53)
    mixed ^= mixed >> np.uint64(29)
    mixed -= mixed // np.uint64(BUCKETS - 1) * np.uint64(BUCKETS - 1)  # the remainder, which numpy itself finds more slowly
    mixed += np.uint64(1)
    mixed[matrix == 0] = 0
    return mixed.view(np.int64)


def _shifted(values: Array, sequence: Array, by: int) -> Array:
    """The value so many characters on (or back, where negative), 1 beyond the sequence's end."""
    out = np.ones_like(values)
    if by >= 0:
        near, far = slice(0, len(values) - by), slice(by, None)
    else:
        near, far = slice(-by, None), slice(0, len(values) + by)
    out[near] = np.where(sequence[near] == sequence[far], values[far], 1)
    return out


def _characters(text: str, sequence: Array) -> list[Array]:
    code = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    code = np.where((code >= ord("0")) & (code <= ord("9")), _DIGIT, code)
    letter = ((code >= ord("a")) & (code <= ord("z"))) | ((code >= ord("A")) & (code <= ord("Z")))
    code = np.where(letter, _LETTER, code)
    at = {by: _shifted(code, sequence, by) for by in range(-2, 4)}
    pairs = [at[a] * 0x110000 + at[b] for a, b in ((-1, 0), (0, 1), (1, 2), (-2, -1))]
    return [np.ones_like(code), *(at[by] for by in (0, -1, 1, -2, 2, 3)), *pairs]


def _words(reply: Reply, size: int) -> list[Array]:
    """The word that holds the character, where in it the character stands, its neighbours, and their parts of speech."""
    words, tags = [t.word for t in reply.tokens], [t.tag[:2] for t in reply.tokens]
    lengths, word, tag = np.array([*map(len, words)], dtype=np.int64), _codes(words), _codes(tags)
    number = np.repeat(np.arange(len(words)), lengths)[:size]
    within = np.arange(size) - np.array(reply.starts, dtype=np.int64)[number]
    place = np.where(lengths[number] == 1, 3, np.where(within == 0, 0, np.where(within == lengths[number] - 1, 2, 1)))
    beyond = np.ones(2, dtype=np.int64)
    padded_word, padded_tag = (np.concatenate([beyond, codes, beyond]) for codes in (word, tag))
    near = {by: padded_word[number + 2 + by] for by in (-1, 0, 1, 2)}
    kinds = {by: padded_tag[number + 2 + by] for by in (-1, 0, 1)}
    return [kinds[0] * 4 + place, near[0], near[0] * 4 + place, near[-1], near[1], near[2], kinds[-1], kinds[1]]


def _codes(strings: list[str]) -> Array:
    """A number from 2 on for each, the same for the same string in every process."""
    return np.array([*map(_code, strings)], dtype=np.int64)


@lru_cache(maxsize=1 << 14)
def _code(string: str) -> int:
    return crc32(string.encode()) + 2


def _rules(mentions: list[Mention], sequence: Array) -> list[Array]:
    """Type, beginning and confidence of what the rules found at the character and beside it."""
    code = np.ones_like(sequence)
    for mention in sorted(mentions, key=lambda m: (m.confidence, m.start, m.type)):
        sure = 2 if mention.confidence >= 0.8 else 1 if mention.confidence >= 0.5 else 0
        base = 2 + 2 * (3 * ENTITY_TYPES.index(mention.type) + sure)
        code[mention.start] = base
        code[mention.start + 1 : mention.end] = base + 1
    return [code, _shifted(code, sequence, -1), _shifted(code, sequence, 1)]
