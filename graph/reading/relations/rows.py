"""What stands in the same row of a table: 甲园 | 8万平方米 | 乙公司、丙公司."""

from __future__ import annotations

from graph.reading.relations.scene import Pair, Scene, is_venue

__all__ = ["in_the_row"]

_PLACES = ("Carrier", "BusinessCircle", "Community", "Subdistrict", "Organisation")
_AREAS = ("BusinessCircle", "Community", "Subdistrict", "Road")


def in_the_row(scene: Scene, own: Pair) -> list[Pair]:
    """For a firm, a scenario or a carrier the places in the one other cell of its row that names any; none where two cells do, or where the sentence is no row.

    Parameters
    ----------
    scene:
        The row: cells divided by ``|``.
    own:
        A firm, a scenario or a carrier in it.
    """
    if "|" not in scene.said:
        return []
    home = _cell(scene, own[0].start)
    cells: dict[int, list[Pair]] = {}
    for group in scene.groups:
        for pair in group.of(_AREAS if own[1].type == "Carrier" else _PLACES):
            if pair[1] is not own[1] and is_venue(pair[0]) and (at := _cell(scene, pair[0].start)) != home:
                cells.setdefault(at, []).append(pair)
    return next(iter(cells.values())) if len(cells) == 1 else []


def _cell(scene: Scene, index: int) -> int:
    """Which cell of the row holds a position of the flow, from 0."""
    return scene.text.count("|", scene.start, index)
