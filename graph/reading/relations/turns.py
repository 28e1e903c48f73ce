"""Which of several places each of several firms, parks or services is at, by their turns: 甲、乙分别落户丙园和丁园."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.reading.relations.groups import in_a_row
from graph.reading.relations.scene import Pair, Scene
from graph.reading.relations.venues import exact_places

__all__ = ["at_its_turn", "respectively"]


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


#: 甲街道驿站和乙街道中心: between two places of a row, each with a house of its own.
_NEXT_HOUSE = re.compile("[”]?[^，。；：、■]{0,12}(?:、|以及|[和与及])[“]?")
#: 分别引入了: right before the first service of a row.
_EACH = re.compile(
    "分别(?:已|率先|先后|首批)*(?:引入|引进|推出|上线|试点|试行|建成|开设|开通|启用|设置|设立|打造|配备|投放|安装)了?[“]?"
)


def at_its_turn(scene: Scene, scenario: Pair) -> list[Pair]:
    """Of the places that a clause begins with, each with a house of its own, the one whose turn is a service's: 甲街道驿站和乙街道中心分别引入了“丙”和“丁”."""
    begin, end = scene.clause(scenario[0].start)
    told = scene.between(begin, scenario[0].start).rfind("分别")
    if told < 0:
        return []
    row = begin + told
    places = [p for g in scene.groups if begin <= g.start and g.end <= row for p in exact_places(g)]
    services = [p for p in scene.of("Scenario") if row < p[0].start < end]
    if len(places) != len(services) or len(places) < _SEVERAL or not _EACH.fullmatch(scene.between(row, services[0][0].start)):
        return []
    apart = all(_NEXT_HOUSE.fullmatch(scene.between(a[0].end, b[0].start)) for a, b in pairwise(places))
    listed = all(in_a_row(scene.text, a[0].end, b[0].start) for a, b in pairwise(services))
    turn = next((i for i, p in enumerate(services) if p[0] is scenario[0]), None)
    return [places[turn]] if apart and listed and turn is not None else []
