"""The county that 全区 and 该县 mean in a city's reply: the one that the paragraph named right before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.reading import divisions
from graph.reading.place import Where
from graph.reading.relations.scene import Pair
from graph.records import Mention

__all__ = ["that_county"]

#: 全区, 该县, 县内: a county, where a city replies; no zone's (园区内), no 全区域 and no 全县域.
_SAID = re.compile(
    "全(?P<whole>[区县旗])(?![域块间县市级])|该(?P<that>[区县市旗])(?![域块间内域级场])|(?:(?<=[，。；：、在\n])|^)(?P<inner>[区县])内(?![外涝存])"
)
#: Autonomous regions, where 全区 is the whole of them.
_REGIONS = ("15", "45", "54", "64", "65")
#: Between two counties of which neither alone is meant.
_TOGETHER = re.compile("[”）]?(?:、|和|与|及|以及)[“]?")
#: 甲高新区位于乙区, 在乙区召开会议: no county that is spoken of.
_AT = re.compile("(?:位于|地处|地跨|坐落[于在]|设[于在]|在)(?:[\u4e00-\u9fff]{2,3}市)?$")
#: What a sentence says to be somewhere.
_THINGS = ("Scenario", "Enterprise")
#: How far back the county may have been named, in characters.
_REACH = 300


def that_county(text: str, start: int, end: int, named: Sequence[Pair], where: Where) -> Iterator[Pair]:
    """Mentions of the county that a sentence calls by its level alone.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the sentence, offsets into it.
    named:
        What was named before it and in it, in order.
    where:
        The replying city, prefecture or province; nothing is meant where a county itself replies.
    """
    own = where.code or ""
    if not own.endswith("00"):
        return
    for said in _SAID.finditer(text, start, end):
        group = str(said.lastgroup)
        level = said.group(group)
        if group != "that" and level == "区" and own[:2] in _REGIONS:
            continue
        begin = max(text.rfind("\n", 0, said.start()) + 1, said.start() - _REACH)
        near = [p for p in named if begin <= p[0].start and p[0].end <= said.start() and p[1].type in ("District", "Carrier")]
        pair = _last_alone(text, sorted(near, key=lambda p: p[0].start))
        if pair is None or _AT.search(text, max(pair[0].start - 8, 0), pair[0].start):
            continue
        if pair[0].end > start and any(start <= p[0].start < said.start() and p[1].type in _THINGS for p in named):
            continue  # 甲区在乙镇试点丙，目前全区已有20家: it is in the town
        if pair[1].name[-1] == level and _lies_in(pair[1].code, own):
            mention, known = pair
            yield Mention(known.type, known.name, *said.span(), "anaphor", mention.confidence), known


def _last_alone(text: str, near: Sequence[Pair]) -> Pair | None:
    """The last county of those named, unless a zone was named behind it or it stands in a row with another."""
    places = [p for p in near if p[1].type == "District" or p[1].name.endswith("区")]
    if not places or places[-1][1].type != "District":
        return None
    before = [p for p in places[:-1] if p[1] is not places[-1][1]]
    beside = bool(before) and _TOGETHER.fullmatch(text[before[-1][0].end : places[-1][0].start])
    return None if beside else places[-1]


def _lies_in(code: str | None, own: str) -> bool:
    return bool(code) and code != own and divisions.inside(str(code), own)
