"""A text cut into the pieces of the encoder's vocabulary, the most likely ones (Kudo 2018, Subword regularization)."""

from __future__ import annotations

from typing import NamedTuple

from graph.reading.tagger.encoder.pretrained import Pretrained

__all__ = ["Piece", "number_of", "pieces_of"]

#: No piece that is looked for is longer, in characters.
_LONGEST = 12
#: What the vocabulary has for a blank.
_BLANK = "\N{LOWER ONE EIGHTH BLOCK}"
#: Score of a character that is in no piece: below that of every piece.
_UNKNOWN = -40.0
_NEVER = float("-inf")


class Piece(NamedTuple):
    """A piece: offsets into the text that was cut, and its number in the vocabulary."""

    start: int
    end: int
    number: int


def pieces_of(text: str, encoder: Pretrained) -> list[Piece]:
    """The pieces of a text, one behind the other.

    Parameters
    ----------
    text:
        Of a sequence. Nothing is put before it or taken out of it, so that each character is in one piece.
    encoder:
        Whose vocabulary is taken.
    """
    plain = "".join(_plain(char, encoder) for char in text)
    best = [0.0, *[_NEVER] * len(plain)]
    back = [(0, encoder.unknown)] * (len(plain) + 1)
    for start in range(len(plain)):
        for end in range(start + 1, min(start + _LONGEST, len(plain)) + 1):
            number = encoder.pieces.get(plain[start:end])
            if number is None and end > start + 1:
                continue
            score = best[start] + (_UNKNOWN if number is None else encoder.scores[number])
            if score > best[end]:
                best[end], back[end] = score, (start, encoder.unknown if number is None else number)
    found = []
    end = len(plain)
    while end:
        start, number = back[end]
        found.append(Piece(start, end, number))
        end = start
    return found[::-1]


def number_of(char: str, encoder: Pretrained) -> int:
    """The piece that is a character alone, or the unknown one."""
    return encoder.pieces.get(_plain(char, encoder), encoder.unknown)


def _plain(char: str, encoder: Pretrained) -> str:
    """What the vocabulary has for a character, where that is one character too."""
    normal = encoder.normal.get(char, char)
    return _BLANK if normal.isspace() else normal if len(normal) == 1 else char
