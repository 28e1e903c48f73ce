"""Places that a sentence calls by their kind only: 园内, 该园区, 落户于此."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.reading.place import Where
from graph.reading.relations.by_ends import by_their_ends
from graph.reading.relations.called import PARK, Call, calls
from graph.reading.relations.excepted import is_only_near
from graph.reading.relations.last_called import REACH, is_subject, last_called, last_village, the_park, without_zones
from graph.reading.relations.lone import without_rows
from graph.reading.relations.meant_here import place_here
from graph.reading.relations.of_a_kind import is_called, is_elsewhere, may_be_called
from graph.reading.relations.scene import Pair
from graph.records import Mention

__all__ = ["meant_places"]

#: 在启动区注册: a part that has no name of its own, of the park that the reply is about.
_OF_THE_MAIN = ("启动区", "起步区", "核心区", "先行区")
#: How far back a zone may have been named whose short name stands by itself: 落户高新区.
_SHORT_REACH = 5000


class _Said(NamedTuple):
    """A sentence of the flow, what is named in it and was before, where the reply is from, and the park that it is about."""

    text: str
    start: int
    inside: list[Pair]
    past: list[Pair]
    where: Where
    main: Pair | None


def meant_places(
    text: str, start: int, end: int, inside: list[Pair], past: list[Pair], where: Where, main: Pair | None = None
) -> list[Pair]:
    """Mentions of places that are called by their kind only, after they were named.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the sentence.
    inside, past:
        What is named in it, and was before it, in order.
    where:
        Which place replies.
    main:
        The park that the reply is about, if it is about one.
    """
    said = _Said(text, start, inside, past, where, main)
    found: list[Pair] = []
    for call in calls(text, start, end):
        if any(m.start <= call.begin < m.end or call.start < m.end <= call.end for m, _ in inside):
            continue
        pair = _place(said, call)
        if pair is not None:
            mention = Mention(pair[1].type, pair[1].name, call.start, call.end, "anaphor", pair[0].confidence)
            found.append((mention, pair[1]))
    found += _zones(text, start, end, [*past, *inside], where)
    taken = [m for m, _ in (*inside, *found)]
    return [*found, *by_their_ends(text, start, end, taken, [*past, *inside], where)]


def _place(said: _Said, call: Call) -> Pair | None:
    """What a call means, if anything that was named."""
    before = [*said.past, *_shortened(said, call), *(p for p in said.inside if p[0].end <= call.begin)]
    fit = [p for p in before if may_be_called(p[1]) and not is_elsewhere(p[1], said.where) and not _is_near(said.text, p[0])]
    if call.way in ("here", "within"):
        return place_here(said.text, said.start, call, fit, said.past, said.inside)
    if call.noun in PARK and call.noun != "产业园":
        fit = without_rows(said.text, without_zones(said.text, fit), call.begin)
    if call.way == "village":
        fit = last_village(said.text, fit, call.begin)
    pair = last_called(fit, call.noun, call.begin, _SHORT_REACH if call.way == "short" else REACH)
    if call.noun in PARK:
        pair = the_park(said.text, call.noun, pair, fit, before, call.begin)
    return pair or _main(said, call)


#: Characters around a name in which it is looked for whether something is only near it.
_AROUND = 20


def _is_near(text: str, mention: Mention) -> bool:
    """Whether a place is named only as a neighbour: 甲谷北接乙园区. 园内…."""
    return is_only_near(text[max(mention.start - _AROUND, 0) : mention.start], text[mention.end : mention.end + _AROUND])


def _shortened(said: _Said, call: Call) -> list[Pair]:
    """Zones of the replying place that a short name means whatever was named since: 落户高新区."""
    if call.way != "short":
        return []
    return [p for p in said.past if p[1].name.startswith(said.where.short or "-") and p[1].name.endswith(call.noun)]


def _main(said: _Said, call: Call) -> Pair | None:
    """The park that the reply is about, where a kind may mean it or a part of it."""
    main = said.main
    return main if main and main[0].start < said.start and (call.noun in _OF_THE_MAIN or is_called(main[1], call.noun)) else None


#: 丙高新区是…。目前，区内已集聚甲、乙: what a zone holds that the words before it are about.
_IN_THE_ZONE = re.compile(r"(?:(?<=[，。；：\n])|(?<=目前)|(?<=现)|(?<=如今))区内(?!外)")
_OF_THE_DISTRICT = re.compile("[我全本][区县市]")


def _zones(text: str, start: int, end: int, pairs: list[Pair], where: Where) -> Iterator[Pair]:
    """The zone that 区内 means where the paragraph was about it, and not about the district, right before."""
    if text.find("区内", start, end) < 0:
        return
    for said in _IN_THE_ZONE.finditer(text, start, end):
        begin = text.rfind("\n", 0, said.start()) + 1
        near = [p for p in pairs if begin <= p[0].start and p[0].end <= said.start() and p[1].type in ("Carrier", "District")]
        mention, known = max(near, key=lambda p: p[0].start, default=(None, None))
        if mention is None or known is None or known.type != "Carrier" or known.name[-1] != "区" or is_elsewhere(known, where):
            continue
        if is_subject(text, begin, mention) and not _OF_THE_DISTRICT.search(text, mention.end, said.start()):
            yield Mention(known.type, known.name, *said.span(), "anaphor", mention.confidence), known
