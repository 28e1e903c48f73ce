"""Which of the places named before a kind means: the last of them, the only park near, the one that the paragraph is about."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.reading.relations.groups import Pair, side_by_side
from graph.reading.relations.of_a_kind import is_called
from graph.records import Mention

__all__ = ["NO_SUBJECT", "REACH", "is_subject", "last_called", "last_village", "the_park", "without_zones"]

#: How far back a place that is only called 园内 may have been named, in characters.
REACH = 300
_PARK = re.compile("产业园区?|园区?")
#: 丙开发区是…, 近年来，丙开发区…, 丙经济技术开发区（以下简称丙开发区）是….
_BEFORE_A_SUBJECT = re.compile("(?:^|[，。；：\\n]|（(?:以下)?简?称)[“]?$")
NO_SUBJECT = re.compile(r"[”]?(?:[的、和与及内里]|等地?)")
#: Characters before a name in which the mark that opens its clause stands.
_OPENS = 7


def is_subject(text: str, begin: int, name: Mention) -> bool:
    """Whether a name that stands behind ``begin`` opens its clause and is what the clause is about."""
    opens = _BEFORE_A_SUBJECT.search(text[max(begin, name.start - _OPENS) : name.start])
    return opens is not None and not NO_SUBJECT.match(text, name.end)


def last_called(fit: list[Pair], noun: str, at: int, reach: int = REACH) -> Pair | None:
    """The last of the places before that a kind may mean; the only one of its kind however far back."""
    ending = ("园", "园区") if _PARK.fullmatch(noun) else noun
    called = [p for p in fit if p[1].name.endswith(ending)] or [p for p in fit if is_called(p[1], noun)]
    if called and len(noun) > 2 and len({id(k) for _, k in called}) == 1:
        return called[-1]
    loose = [p for p in fit if is_called(p[1], noun) and at - p[0].end <= reach]
    return next((p for p in reversed(called) if at - p[0].end <= reach), loose[-1] if loose else None)


#: 位于甲片区的乙小镇, 甲园乙谷: between a zone and the park in it, and what such a park's name ends in.
_IN_IT = ("", "的", "内", "内的", "里的", "“", "的“")
_INNER = re.compile("(?:园区?|小镇|[城谷港湾]|基地|集聚区|产业区|示范区|片区|空间)$")


def without_zones(text: str, parks: list[Pair]) -> list[Pair]:
    """Parks without the zones that only say where one of them stands: 位于甲片区的乙小镇…."""
    around = {
        id(one[1]): two[0].start
        for one, two in pairwise(parks)
        if one[1] is not two[1] and _INNER.search(two[1].name) and text[one[0].end : two[0].start] in _IN_IT
    }
    return [p for p in parks if p[0].start > around.get(id(p[1]), -1)]


#: A heading of the first level, alone on its line: what is 园区 behind it was named behind it.
_NEXT_SECTION = re.compile(r"\n\s*[一二三四五六七八九十]{1,2}、[^\n。；]{2,30}\n")


def the_park(text: str, noun: str, pair: Pair | None, fit: list[Pair], before: list[Pair], at: int) -> Pair | None:
    """The park of its own paragraph that 园区 means, or the only one near; none where another section has begun, of whose park the name is not known."""
    pair = _of_the_paragraph(text, pair, fit, at) if pair is not None else None
    if pair is None and noun != "产业园":
        pair = _only_park(text, before, at)
    anew = (
        pair is not None
        and noun == "园区"
        and not pair[1].name.endswith(("园", "园区"))
        and _NEXT_SECTION.search(text, pair[0].end, at)
    )
    return None if anew else pair  # 一、…丙基地…。二、医药…。园区已搭建丁平台


def _only_park(text: str, before: list[Pair], at: int) -> Pair | None:
    """The one carrier not far before that a sentence may call 园区 whatever its name ends in: 商务园区甲领地…. 园区又引进了乙."""
    near = without_zones(text, [p for p in before if p[1].type == "Carrier" and at - p[0].end <= REACH])
    return near[-1] if len({id(k) for _, k in near}) == 1 else None


#: What a paragraph's own park ends in, where the paragraph does not begin with it; not 云谷港, 云谷基地, which may be a part of the park of the one before.
_OWN_PARK = re.compile("(?:园|高新|经开|开发|商务)区?(?:[一二三四五六]期)?$")


def _of_the_paragraph(text: str, pair: Pair, fit: list[Pair], at: int) -> Pair:
    """The park that this paragraph names, before 园区 of an earlier one, whatever its own name ends in: …丙园。\\n丁高新区位于…。园区引进了戊."""
    begin = text.rfind("\n", 0, at) + 1
    own = [p for p in fit if p[0].start >= begin and (p[0].start <= begin + 1 or _OWN_PARK.search(p[1].name))]
    if not own or pair[0].start >= begin or len({id(k) for _, k in own}) > 1:
        return pair
    return own[0] if is_subject(text, begin, own[0][0]) else pair


def last_village(text: str, fit: list[Pair], at: int) -> list[Pair]:
    """The village of the same paragraph that is named last, where it is in no row with another."""
    begin = text.rfind("\n", 0, at) + 1
    near = [p for p in fit if p[1].type == "Community" and p[0].start >= begin]
    in_rows = {id(p[0]) for two in side_by_side(text, near) for p in two}
    return [p for p in near[-1:] if id(p[0]) not in in_rows]
