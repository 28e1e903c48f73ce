"""Which place 在此, 落户于这里 and 入驻其中 mean: the last that was named, and none of those of which the sentence says where they stand."""

from __future__ import annotations

import re

from graph.reading.relations.called import Call
from graph.reading.relations.groups import Pair, side_by_side
from graph.reading.relations.last_called import NO_SUBJECT, REACH

__all__ = ["place_here"]

_HOLDS_PARKS = ("District", "Subdistrict", "BusinessCircle")
_HERE_BEFORE = re.compile(r"(?<![园校社地])[区县市]内|我[区县市省]")
_STANDS_AT = re.compile("(?:位于|坐落于?|坐落在|地处|就在|设在|建在|毗邻)了?$")
_STOOD_AT = re.compile(
    "(?:均|都|也|就|全部)(?:位于|坐落于?|设在|处于|在)$|(?:位于|坐落[于在]|落户[于在]|落址[于在]|落地[于在]|设[于在]|建[于在])$"
)
#: An item of a list; what a sentence says of where it is that is no name it knows.
_ITEM = re.compile(r"（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]{1,2}[、是]|\d{1,2}[.．、]|（\d{1,2}）")
_ASIDE = re.compile("[河湖江山路街][畔岸边]|[东西南北两][侧岸]|沿[线岸]|一带")


def place_here(text: str, start: int, call: Call, fit: list[Pair], past: list[Pair], inside: list[Pair]) -> Pair | None:
    """The place that a sentence calls 此, 这里, 那里 or 其中, or none.

    Parameters
    ----------
    text:
        The flow.
    start:
        Of the sentence.
    call:
        The words.
    fit:
        Places that may be meant, named before the words, in order.
    past, inside:
        All that was named before the sentence, and in it.
    """
    if call.way == "here" and _speaks_of_the_district(text, start, call.begin, inside):
        return None  # 区内有企业8000家，甲、乙扎根于此: the district
    # 甲园、乙园均位于此: none of those that stand there; 丙园设在丁镇，甲公司搬到这里: the park.
    row = _STOOD_AT.search(text, start, call.begin)
    fellows = _clause_before(text, start, row.start()) if row else call.begin
    fit = [
        p
        for p in fit
        if p[0].start < start or (p[0].start < fellows and not _STANDS_AT.search(text, max(start, p[0].start - 4), p[0].start))
    ]
    if call.way == "within":
        return _last(fit, call.begin)
    # 建成甲园、乙园、丙园，丁在此集聚: which of them is not said.
    rows = {id(p[0]) for two in side_by_side(text, fit) for p in two}
    pair = _last([p for p in fit if id(p[0]) not in rows], call.begin)
    if row and (pair is None or pair[0].end <= start):
        # 甲市作为消费城市，乙园、丙园都在这里
        pair = next((p for p in inside if p[0].start == start and p[1].type in _HOLDS_PARKS), pair)
        if pair is not None and pair[0].end <= start and _begins_anew(text, start, call.begin, pair):
            return None  # （一）甲园…。（二）河畔风景优美，乙园坐落于此
    if pair is None or _another_district(text, pair, call.begin, [*past, *inside], start):
        return None
    return pair


def _last(fit: list[Pair], at: int) -> Pair | None:
    return next((p for p in reversed(fit) if at - p[0].end <= REACH), None)


def _clause_before(text: str, start: int, at: int) -> int:
    """Where the clause begins that ends at a position, or right before the comma there."""
    return max(start, *(text.rfind(mark, start, at - 1) + 1 for mark in "，；："))


def _begins_anew(text: str, start: int, at: int, pair: Pair) -> bool:
    """Whether the item or the words before 坐落于此 have left a place named before them."""
    begin = text.rfind("\n", 0, at) + 1
    return bool((pair[0].end <= begin and _ITEM.match(text, begin)) or _ASIDE.search(text, start, at))


def _another_district(text: str, pair: Pair, at: int, pairs: list[Pair], start: int) -> bool:
    """Whether a district is what is spoken of, up to 在此: 丙新区以甲公司为龙头，丁区以设计为主，乙公司在此集聚.

    Or the paragraph says of a district, and of no park, that something is there: 甲公司总部设在丁市。乙公司也落地于此.
    """
    later = [m for m, k in pairs if k.type == "District" and pair[0].end < m.start and m.end <= at]
    begin = text.rfind("\n", 0, at) + 1
    beyond = pair[0].end <= begin and any(
        begin <= m.start and _STANDS_AT.search(text, max(begin, m.start - 4), m.start) for m in later
    )
    return beyond or any(text[m.start - 1] in "，；" and not NO_SUBJECT.match(text, m.end) for m in later if m.start >= start)


def _speaks_of_the_district(text: str, start: int, end: int, inside: list[Pair]) -> bool:
    """Whether the words before 在此 say the district; not where 区内的 only says where the park is that they name."""
    said = _HERE_BEFORE.search(text, start, end)
    return said is not None and not any(
        m.start == said.end() + 1 and k.type == "Carrier" for m, k in inside if text[said.end()] == "的"
    )
