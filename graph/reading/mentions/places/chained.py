"""Counties behind the city that they are in: nothing in their names is a name of its own (嘉兴市桐乡市, 承德市宽城满族自治县)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from graph.reading import divisions
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["counties_behind_their_city", "is_in_a_county"]

#: What the name of a county ends in, and of the city or prefecture that it may stand behind.
_COUNTY, _CITY = ("县", "区", "市", "旗"), ("市", "州", "盟", "区")


def counties_behind_their_city(reply: Reply) -> list[tuple[int, int]]:
    """Where a text names a county right behind its city, offsets into the flow of the county's name."""
    found: list[tuple[int, int]] = []
    before: tuple[int, str] | None = None
    for start, end, name in find_divisions(reply.flow.text):
        if before is not None and before[0] == start and name[-1] in _COUNTY and _lies_in(name, before[1]):
            found.append((start, end))
        before = (end, name) if name[-1] in _CITY else None
    return found


def is_in_a_county(mention: Mention, counties: Sequence[tuple[int, int]]) -> bool:
    """Whether what is taken for a park, a town or a village ends within the name of one of those counties, which are in order."""
    if mention.type not in ("Carrier", "Subdistrict", "Community", "Enterprise", "Facility"):
        return False
    at = bisect_left(counties, (mention.end,)) - 1
    return at >= 0 and mention.end <= counties[at][1]


def _lies_in(county: str, city: str) -> bool:
    """Whether a county of one name lies in a city of the other."""
    larger = divisions.codes_of(city)
    return any(divisions.inside(code, outer) for code in divisions.codes_of(county) for outer in larger)
