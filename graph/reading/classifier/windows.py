"""What the classifier reads at once: a sentence with the words before it, and which names stand where in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.reading.reply import Reply
from graph.reading.tagger.encoder.pieces import pieces_of
from graph.reading.tagger.encoder.pretrained import Pretrained

__all__ = ["HERE", "KINDS", "THINGS", "Marked", "Question", "Span", "Window", "questions_of", "windows_of"]

#: The replying place, which stands before each window as if the sentence named it.
HERE = "Here"
#: What can be somewhere.
THINGS = ("Enterprise", "Carrier", "Scenario")
_SITES = frozenset({"Carrier", "Road", "Community", "Subdistrict", "BusinessCircle", "District", HERE})
#: By what can be somewhere the types of its places (the reading guide's), and a service's facilities.
_PLACES = {
    "Enterprise": _SITES,
    "Carrier": _SITES,
    "Scenario": (_SITES | {"Organisation", "Facility"}) - {"Road"},
}
#: Types that are told to the classifier, in the order of its weights.
KINDS = (
    *THINGS,
    "Subdistrict",
    "District",
    "Community",
    "Road",
    "BusinessCircle",
    "Organisation",
    "Facility",
    "Policy",
    HERE,
)
#: Characters before a sentence that are read with it, of a sentence that are read at once, and of one from where on it is cut.
_BEFORE, _LONGEST, _SHORTEST = 90, 240, 120
#: What the replying place is called where it is not known.
_NAMELESS = "本地"
_STOPS = "。；：，\n"


class Span(NamedTuple):
    """A name in the flow: where it begins and ends, its type, and the number of what it names."""

    start: int
    end: int
    kind: str
    thing: int


class Marked(NamedTuple):
    """A name in a window.

    Attributes
    ----------
    start, end:
        The first of its pieces, and the one behind its last.
    kind:
        Of :data:`KINDS`.
    span:
        Its number among the spans; -1 for the replying place before the window.
    thing:
        The number of what it names; -1 there.
    asked:
        Whether it stands in the window's own sentence, not in the words before it.
    """

    start: int
    end: int
    kind: str
    span: int
    thing: int
    asked: bool


class Window(NamedTuple):
    """A sentence, or a part of a long one, as pieces, with those that begin and end a text, and the names in it."""

    pieces: list[int]
    marked: list[Marked]


class Question(NamedTuple):
    """Where a thing is: the number of its mark in a window, and the numbers of the marks of what may be its place."""

    window: Window
    thing: int
    places: list[int]


def windows_of(reply: Reply, spans: Sequence[Span], pretrained: Pretrained) -> Iterator[Window]:
    """A window for each sentence, or part of a long one, in which something stands that can be somewhere.

    Parameters
    ----------
    reply:
        Whose sentences are cut.
    spans:
        Names of the body with a type of :data:`KINDS`, in order, none inside another.
    pretrained:
        Whose pieces are taken.
    """
    text = reply.flow.text
    home = reply.where.name or _NAMELESS
    at = 0
    for sentence in reply.sentences:
        for start, end in _parts(text, sentence.start, sentence.end):
            begin = _begin(text, start, reply.body[0])
            while at and spans[at - 1].start >= begin:
                at -= 1
            while at < len(spans) and spans[at].start < begin:
                at += 1
            near = []
            while at < len(spans) and spans[at].start < end:
                if spans[at].end <= end:
                    near.append(at)
                at += 1
            if any(spans[i].kind in THINGS and spans[i].start >= start for i in near):
                yield _window(text, (begin, start, end), home, [(i, spans[i]) for i in near], pretrained)


def questions_of(window: Window) -> Iterator[Question]:
    """What can be asked of a window: for each thing in its sentence which of the places is its own."""
    for number, thing in enumerate(window.marked):
        if thing.asked and thing.kind in THINGS:
            may_be = _PLACES[thing.kind]
            places = [i for i, m in enumerate(window.marked) if i != number and m.kind in may_be and m.thing != thing.thing]
            if places:
                yield Question(window, number, places)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        stop = max(text.rfind(mark, start + _SHORTEST, start + _LONGEST) for mark in "，、")
        cut = stop + 1 if stop >= 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _begin(text: str, start: int, body: int) -> int:
    """Where the words before a sentence begin that are read with it: behind a stop, no further back than the body."""
    earliest = max(body, start - _BEFORE)
    if earliest <= body:
        return min(body, start)
    stops = [at for mark in _STOPS if (at := text.find(mark, earliest, start)) >= 0]
    return min(stops) + 1 if stops else earliest


def _window(text: str, at: tuple[int, int, int], home: str, near: Sequence[tuple[int, Span]], pretrained: Pretrained) -> Window:
    """Of the words from ``at[0]`` to ``at[2]``, of which the sentence begins at ``at[1]``."""
    begin, start, end = at
    before = f"{home}："
    pieces = [*pieces_of(before, pretrained)]
    ends = [piece.end - len(before) for piece in pieces]
    said = pieces_of(text[begin:end], pretrained)
    ends += [piece.end for piece in said]
    numbers = [pretrained.first, *(piece.number for piece in (*pieces, *said)), pretrained.last]

    def marked(first: int, last: int, kind: str, span: int, thing: int, *, asked: bool) -> Marked:
        """Of the characters from ``first`` up to ``last``, counted from the window's first word."""
        from_piece = sum(e <= first for e in ends)
        return Marked(1 + from_piece, 2 + sum(e < last for e in ends), kind, span, thing, asked)

    marks = [marked(-len(before), -1, HERE, -1, -1, asked=False)]
    marks += [marked(s.start - begin, s.end - begin, s.kind, i, s.thing, asked=s.start >= start) for i, s in near]
    return Window(numbers, marks)
