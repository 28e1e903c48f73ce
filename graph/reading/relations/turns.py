"""Which of several places each of several firms, parks or services is at, by their turns: 甲、乙分别落户丙园和丁园."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading.relations.scene import Pair, Scene

__all__ = ["respectively"]


def respectively(scene: Scene, firm: Pair, places: Sequence[Pair]) -> Sequence[Pair]:
    """Of as many places as there are firms, parks or services, the one that stands in the same row: 甲、乙分别落户丙园和丁园."""
    if not places:
        return places
    first, last = min(p[0].start for p in places), max(p[0].end for p in places)
    between = (firm[0].end, first) if firm[0].end <= first else (last, firm[0].start)
    if "分别" not in scene.between(*between) and not scene.between(scene.start, first).endswith(("分别在", "分别于")):
        return places
    if len(places) < _SEVERAL:
        return places if firm[0].end > first else _of_its_turn(scene, firm, places, first, places)
    firms = [p for p in scene.of(firm[1].type) if (p[0].end <= first) == (firm[0].end <= first) and p not in places]
    at = next((i for i, p in enumerate(firms) if p is firm), len(places))
    if len(firms) == len(places):
        return [places[at]]
    alone = len(firms) == 1 and scene.text[firms[0][0].start - 1] not in "、和与及"
    # which of them is where is not told, unless all are counted, those whose names are not known too
    return places if alone else _of_its_turn(scene, firm, places, first, ()) if firm[0].end <= first else []


_SEVERAL = 2
#: Between the items of a row.
_NEXT = re.compile("[”]?(?:、|以及|[和与及])[“]?")
_ENDS_ITEM = re.compile("(?:、|以及|[和与及])[“]?$")
#: 分别于2023年、2024年落户丙园: a row of days, and of no places.
_BY_DATES = re.compile(r"分别[于在]?\d")


def _of_its_turn(scene: Scene, firm: Pair, places: Sequence[Pair], first: int, else_all: Sequence[Pair]) -> Sequence[Pair]:
    """The place whose turn in its row is that of a firm in the row before 分别, whose items need not all be known.

    None where the rows differ in length, and ``else_all`` where there is but one place.
    """
    start = scene.clause(firm[0].start)[0]
    told = scene.between(start, first).rfind("分别")
    row, end = start + told, scene.clause(first)[1]
    ahead = [start + m.end() for m in _NEXT.finditer(scene.between(start, row))]
    behind = [row + m.start() for m in _NEXT.finditer(scene.between(row, end))]
    a, b = places[0][0].start, places[0][0].end
    in_row = len(places) >= _SEVERAL or _NEXT.match(scene.text, b) or _ENDS_ITEM.search(scene.between(row, a))
    if told < 0 or not behind or not in_row or _BY_DATES.match(scene.text, row):
        return else_all  # 分别以研发中心和总部形式落户丙园: a row of something else
    turn = sum(at <= firm[0].start for at in ahead)
    also = [p for p in scene.of(places[0][1].type) if row < p[0].start < end and p not in places]
    return [p for p in (*places, *also) if sum(at < p[0].start for at in behind) == turn] if len(ahead) == len(behind) else []
