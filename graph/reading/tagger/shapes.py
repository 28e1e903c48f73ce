"""What names of firms and carriers look like: with which pairs of characters those of the lexicon begin and end, and which they hold.

A name that the lexicon lacks is made like those that it has. What is observed of a character is how many of them share it and
its pairs, in a few steps. Only the names that the model learned with are counted: one added later (``known_carriers.later.tsv``,
a user's own file) is found, and what the model sees of all others stays as it was. A name that stands in the lexicon is not
counted for itself, so that who learns from it sees what it would see of an unknown one; of names that begin with another one
(华为, 华为云) only the shorter counts.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graph.reading.lexicon import first_words
from graph.reading.mentions.firms import firm_spans
from graph.reading.mentions.landmarks import landmark_spans
from graph.reading.reply import Reply

__all__ = ["shapes"]

Array = npt.NDArray[np.int64]

_LISTS = (("firms", firm_spans), ("known_carriers", landmark_spans))
#: No character has a greater number; those with a greater one than a dense table holds are in no name.
_CHARACTERS = 0x110000
_DENSE = 0x10000
#: The step of how many names share a pair, and a character: by the number itself, the last one for all greater ones.
_PAIRS = np.searchsorted([0, 1, 3, 8, 20], np.arange(22)).astype(np.int64)
_SINGLE = np.searchsorted([0, 2, 6, 15, 40, 100], np.arange(102)).astype(np.int64)


class _Tables(NamedTuple):
    """How many names of a list share what.

    Attributes
    ----------
    pairs:
        The pairs of characters that names hold, in order, and one that none has.
    shared:
        Of shape (pairs, 3): how many names begin with each, end in it, hold it; 0 of the last.
    single:
        Of shape (characters, 2): how many names begin with each, end in it.
    """

    pairs: Array
    shared: Array
    single: Array


def shapes(reply: Reply) -> list[Array]:
    """One array an observation, each as long as the flow; 0 for what is no Chinese character.

    Parameters
    ----------
    reply:
        Whose flow is read.
    """
    text = reply.flow.text
    code = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    ahead = code * _CHARACTERS + np.append(code[1:], 1)
    chinese = (code >= ord("\u4e00")) & (code <= ord("\u9fff"))
    out = []
    for concept, spans in _LISTS:
        tables, own = _tables(concept), np.zeros(len(text), dtype=np.int64)
        for start, end, name in spans(reply):
            own[start:end] = name in first_words(concept)
        at = np.searchsorted(tables.pairs, ahead)  # the last pair is greater than any: each is found or has a place before it
        shared = tables.shared[np.where(tables.pairs[at] == ahead, at, -1)]
        behind = np.concatenate([np.zeros_like(shared[:1]), shared[:-1]])
        counts = (shared[:, 0], behind[:, 1], shared[:, 2], behind[:, 2])
        first, last, here, before = (_step(count - own, _PAIRS) for count in counts)
        single = tables.single[np.minimum(code, _DENSE - 1)]
        begins, ends = (_step(count - own, _SINGLE) for count in single.T)
        together = ((first * 8 + here) * 8 + before) * 8 + last + 1
        for seen in (first * 8 + begins + 1, last * 8 + ends + 1, here * 8 + before + 1, together):
            out.append(np.where(chinese, seen, 0))
    return out


def _step(counts: Array, steps: Array) -> Array:
    return steps.take(counts, mode="clip")


@cache
def _tables(concept: str) -> _Tables:
    listed = {name for name in first_words(concept) if len(name) > 1}
    names = sorted(name for name in listed if not any(name[:end] in listed for end in range(2, len(name))))
    held = [[_pair(a, b) for a, b in pairwise(name)] for name in names]
    pairs = np.unique(np.array([*(pair for row in held for pair in row), _CHARACTERS**2], dtype=np.int64))
    rows = ([row[0] for row in held], [row[-1] for row in held], [pair for row in held for pair in row])
    shared = np.stack([_counted(np.searchsorted(pairs, row), len(pairs)) for row in rows], axis=1)
    ends = ([ord(name[0]) for name in names], [ord(name[-1]) for name in names])
    single = np.stack([_counted(np.array(row, dtype=np.int64), _DENSE) for row in ends], axis=1)
    return _Tables(pairs, shared, single)


def _pair(first: str, second: str) -> int:
    return ord(first) * _CHARACTERS + ord(second)


def _counted(numbers: Array, size: int) -> Array:
    return np.bincount(numbers[numbers < size].astype(np.int64), minlength=size).astype(np.int64)
