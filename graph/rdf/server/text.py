"""A reply's text in pieces: what it names leads there, and the words that an address asks for are marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Piece", "pieces"]


class Piece(NamedTuple):
    """A run of characters and where it leads, empty where nowhere."""

    words: str
    path: str


def pieces(
    text: str, words: tuple[int, int] | None, named: Iterable[tuple[int, int, str]]
) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """A text before, in and behind the words that are to be marked.

    Parameters
    ----------
    text:
        Whole.
    words:
        First character's position, and the one behind the last; what is outside the text marks nothing.
    named:
        Start, end and path of what is named. Of two that overlap, the one that begins first, then the longer, leads somewhere.
    """
    start, end = words if words and 0 <= words[0] < words[1] <= len(text) else (0, 0)
    links: list[tuple[int, int, str]] = []
    for begin, stop, path in sorted(named, key=lambda link: (link[0], -link[1], link[2])):
        if path and 0 <= begin < stop <= len(text) and (not links or links[-1][1] <= begin):
            links.append((begin, stop, path))
    return tuple(_between(text, links, a, b) for a, b in ((0, start), (start, end), (end, len(text))))  # type: ignore[return-value]


def _between(text: str, links: list[tuple[int, int, str]], start: int, end: int) -> list[Piece]:
    """The pieces from one position to another; a name that reaches over either is cut there."""
    found, at = [], start
    for begin, stop, path in links:
        left, right = max(begin, start), min(stop, end)
        if left < right:
            found += [Piece(text[at:left], ""), Piece(text[left:right], path)]
            at = right
    found.append(Piece(text[at:end], ""))
    return [piece for piece in found if piece.words]
