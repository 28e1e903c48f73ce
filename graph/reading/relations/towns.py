"""Towns that a sentence calls by their short form, where the reply names them in full: 落户丙庄, of 丙庄镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.mentions.names import is_generic, occurrences
from graph.reading.relations.scene import Pair
from graph.records import Mention

__all__ = ["short_towns", "towns_called_short"]

_KIND = re.compile("(?:街道|镇|乡)$")
#: Of so many characters, at least, is the short form of a town, and of a street, whose name is mostly borne by other things too.
_LEAST = {"镇": 2, "乡": 2, "街道": 3}
#: Around the short form: what leads to a place, and what may follow one.
_TO_IT = re.compile(
    "(?:^|[，。；：、（\n]|落户|落地|落子|落址|入驻|进驻|扎根|坐落|位于|地处|选址|迁至|搬到|[在于到至和与]|如|其中|推动|支持)[“]?$"
)
_BEHIND_IT = re.compile(
    "[，。；、）]|$|的(?!士)|则|已|也|现有|先后|内|设|建(?!筑)|集聚|引进|依托|打造|投产|投资|落成|生产|扩产|布局|注册|等地?"
)


def towns_called_short(known: Sequence[Known]) -> dict[str, Known]:
    """The towns of a reply by the short forms that can only mean them: no county's, no common word.

    Parameters
    ----------
    known:
        The reply's entities.
    """
    found: dict[str, Known] = {}
    for town in known:
        kind = _KIND.search(town.name) if town.type == "Subdistrict" else None
        short = town.name[: kind.start()] if kind else ""
        if kind is None or len(short) < _LEAST[kind.group()] or is_generic(short) or not town.code:
            continue
        if not any(divisions.codes_of(short + level) for level in ("", "市", "区", "县", "省")):
            found[short] = town
    return found


def short_towns(text: str, start: int, end: int, taken: Sequence[Pair], towns: dict[str, Known]) -> Iterator[Pair]:
    """Where a sentence calls a town by its short form, as a place that something is at.

    Parameters
    ----------
    text, start, end:
        The flow and the sentence's span in it.
    taken:
        What the sentence names; no town is read inside another name.
    towns:
        Of :func:`towns_called_short`.
    """
    for short, town in towns.items():
        for at in occurrences(text, short, start, end):
            behind = at + len(short)
            free = all(behind <= m.start or m.end <= at for m, _ in taken)
            if free and _TO_IT.search(text[max(at - 3, start) : at]) and _BEHIND_IT.match(text, behind, end):
                yield Mention("Subdistrict", town.name, at, behind, "anaphor", town.confidence), town
