"""What the encoder reads at once: neighbouring sequences as pieces and characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.reading.tagger.encoder.pieces import number_of, pieces_of
from graph.reading.tagger.encoder.pretrained import Pretrained
from graph.reading.tagger.sequences import runs

__all__ = ["Window", "WindowLesson", "windows_of"]

#: Characters that are read together; sequences are not cut, and are shorter than what the encoder has places for.
_WINDOW = 200


class Window(NamedTuple):
    """Sequences that are read together.

    Attributes
    ----------
    pieces:
        Numbers of the pieces, with those that begin and end a text.
    holders:
        Of each character which of the pieces holds it.
    characters:
        Of each character the number of the piece that is that character alone.
    """

    pieces: list[int]
    holders: list[int]
    characters: list[int]


class WindowLesson(NamedTuple):
    """A window, the labels of its characters, and how often it counts."""

    window: Window
    labels: list[int]
    weight: float


def windows_of(text: str, sequences: Sequence[tuple[int, int]], pretrained: Pretrained) -> Iterator[Window]:
    """The windows of a text, in order; together they hold each character of the sequences once.

    Parameters
    ----------
    text:
        The flow's.
    sequences:
        Spans of it, in order.
    pretrained:
        Whose pieces are taken.
    """
    for run in runs(sequences, _WINDOW):
        yield _window(text, run, pretrained)


def _window(text: str, sequences: list[tuple[int, int]], pretrained: Pretrained) -> Window:
    window = Window([pretrained.first], [], [])
    for start, end in sequences:
        for piece in pieces_of(text[start:end], pretrained):
            window.holders.extend([len(window.pieces)] * (piece.end - piece.start))
            window.pieces.append(piece.number)
        window.characters.extend(number_of(char, pretrained) for char in text[start:end])
    window.pieces.append(pretrained.last)
    return window
