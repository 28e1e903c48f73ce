"""What the classifier is not heard of, as the rules pass it over: places named for what is near them, or beside a thing; firms that are no tenants."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.reading.relations.absent import for_its_service, might_come
from graph.reading.relations.bystanders import is_bystander_ahead, is_bystander_behind
from graph.reading.relations.excepted import is_around, is_excepted, is_only_near
from graph.reading.relations.masks import MASK, masked
from graph.reading.relations.not_itself import goes_to_see, others_are_there
from graph.reading.relations.partners import only_signs
from graph.reading.relations.running import is_no_tenant
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["PassedOver"]

#: What stands between the last mark of a sentence and a name in it.
_CLAUSE = re.compile("[^，；：]*$")
#: 甲集团旗下乙公司: behind a firm that a sentence names for whose another one is.
_ANOTHERS_OWNER = re.compile("[”]?(?:公司|集团)?的?(?:旗下|下属|所属|控股|参股|投资)的?[“]?" + MASK)


class PassedOver:
    """What the sentences of a reply name for another reason than that a thing is there.

    Parameters
    ----------
    reply:
        Whose sentences are read.
    mentions:
        Its names in order, of which no two overlap: they are masked where the words around one of them are looked at.
    """

    def __init__(self, reply: Reply, mentions: Sequence[Mention]) -> None:
        self._reply, self._mentions = reply, mentions
        self._masked: dict[int, str] = {}

    def is_near(self, place: Mention) -> bool:
        """Whether a sentence names a place only for what is near it, or is not there."""
        before, behind = self._around(place)
        near = place.type == "District" and is_only_near(before, behind)
        return near or is_excepted(before, behind) or (place.type == "Carrier" and is_around(behind))

    def is_no_tenant(self, firm: Mention) -> bool:
        """Whether a sentence names a firm only as one with which somebody signs, that builds, runs or sells something, or might come."""
        if firm.type != "Enterprise":
            return False
        before, behind = self._around(firm)
        if _ANOTHERS_OWNER.match(behind):
            return True
        found = _CLAUSE.search(before)
        clause = found.group() if found else ""
        starts = (m.start - firm.end for m in self._mentions if m.type in ("Scenario", "Product"))
        return (
            only_signs(before, behind)
            or is_no_tenant(before, behind)
            or might_come(clause, behind)
            or for_its_service(clause, behind, starts)
        )

    def is_not_its_place(self, thing: Mention, place: Mention) -> bool:
        """Whether a sentence names a place for what is near it, for others who are there, or beside a service that is not."""
        return self.is_near(place) or self._others_are_there(thing, place) or self._is_bystander(thing, place)

    def _others_are_there(self, firm: Mention, place: Mention) -> bool:
        """Whether a sentence says of others, who have to do with a firm, that they are at a place behind it, or come from one before it."""
        before, behind = self._around(firm)
        gap = place.start - firm.end
        if firm.type != "Enterprise":
            return False
        if gap < 0:
            away = firm.start - place.end
            return 0 < away <= len(before) and goes_to_see(
                before[: len(before) - away - (place.end - place.start)], before[-away:]
            )
        if gap >= len(behind):
            return False
        return others_are_there(before, behind[:gap], behind[gap + place.end - place.start :])

    def _is_bystander(self, thing: Mention, place: Mention) -> bool:
        """Whether a sentence names a place beside a service that is not there."""
        sentence = self._reply.sentence_at(thing.start)
        if (
            thing.type != "Scenario"
            or place.type == "District"
            or sentence is None
            or self._reply.sentence_at(place.start) != sentence
        ):
            return False
        first, last = sorted((thing, place), key=_start)
        before, behind = self._around(first)[0], self._around(last)[1]
        gap = self._around(first)[1][: max(last.start - first.end, 0)]
        told = is_bystander_ahead if place is first else is_bystander_behind
        return told(before, gap, behind)

    def _around(self, mention: Mention) -> tuple[str, str]:
        """The words of its sentence on both sides of a mention, names masked."""
        sentence = self._reply.sentence_at(mention.start)
        if sentence is None:
            return "", ""
        if (said := self._masked.get(sentence.start)) is None:
            said = self._masked[sentence.start] = self._of(sentence)
        return said[: mention.start - sentence.start], said[mention.end - sentence.start :]

    def _of(self, sentence: Sentence) -> str:
        """The words of a sentence, each character of a name masked."""
        first, last = (bisect_left(self._mentions, at, key=_start) for at in (sentence.start, sentence.end))
        return masked(self._reply.flow.text[sentence.start : sentence.end], sentence.start, self._mentions[first:last])


def _start(mention: Mention) -> int:
    return mention.start
