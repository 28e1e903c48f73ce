"""The park that stands by itself, before those of a row, where 园区 may mean either: 甲园下设乙谷、丙谷。园区已入驻…."""

from __future__ import annotations

import re

from graph.reading.relations.scene import Pair

__all__ = ["without_rows"]

#: Around a park that is one of several, or with which another does something.
_BEHIND = re.compile("[”]?(?:[、和与及]|以及|等[两三四五六七八九十\\d]{1,3}[余多]?[个家大])")
_BEFORE = re.compile("(?:(?<![一二三四五六七八九十\\d])、|[和与及])[“]?$")
#: A heading is no longer.
_HEADING = 30
#: The heading of a section, so many characters back at most.
_SECTION = re.compile(r"(?<=\n)\s*[一二三四五六七八九十]{1,2}、[^\n。；]{2,24}(?=\n)")
_REACH = 600


def without_rows(text: str, parks: list[Pair], at: int) -> list[Pair]:
    """Parks without those that stand in rows, where the paragraph or its heading names another one by itself.

    Parameters
    ----------
    text:
        The flow.
    parks:
        That were named before ``at``, in its order.
    at:
        Where the text calls one of them by its kind.
    """
    begin = text.rfind("\n", 0, at) + 1
    above = text.rfind("\n", 0, max(begin - 1, 0)) + 1
    headed = begin - above <= _HEADING and not text.endswith(("。", "；"), 0, max(begin - 1, 0))
    begin = min(above if headed else begin, _of_its_section(text, parks, at))
    near = [p for p in parks if p[0].start >= begin]
    rows = [p for p in near if _BEHIND.match(text, p[0].end) or _BEFORE.search(text, max(p[0].start - 3, 0), p[0].start)]
    sentence = text.rfind("。", 0, at)
    if any(p[0].start > sentence for p in rows):
        return parks
    taken = {id(mention) for mention, _ in rows}
    alone = {id(known) for mention, known in near if id(mention) not in taken}
    return [p for p in parks if id(p[0]) not in taken] if len(alone) == 1 else parks


def _of_its_section(text: str, parks: list[Pair], at: int) -> int:
    """Where the section begins that a position stands in, where its heading names one of the parks; else the position."""
    section = max(_SECTION.finditer(text, max(at - _REACH, 0), at), key=lambda heading: heading.start(), default=None)
    named = section is not None and any(section.start() <= p[0].start < section.end() for p in parks)
    return section.start() if section is not None and named else at
