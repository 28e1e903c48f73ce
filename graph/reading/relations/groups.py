"""Places that a sentence names together, and names that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.reading.entities import Known
from graph.records import Mention

__all__ = ["Group", "Pair", "Place", "each_its_own", "in_a_row", "inside_each", "is_shared", "side_by_side"]

Pair = tuple[Mention, Known]

_JOINT = re.compile(r"[”’]?(?:（[^（）。；]{1,24}）)?(?:等)?(?:、|和|与|及|以及|，以及)[“‘]?")


def side_by_side(text: str, pairs: Sequence[Pair]) -> list[tuple[Pair, Pair]]:
    """Those of the pairs, in the text's order, that stand next to each other in a row: 甲园、乙园."""
    return [(one, two) for one, two in pairwise(pairs) if in_a_row(text, one[0].end, two[0].start)]


def in_a_row(text: str, end: int, start: int) -> bool:
    """Whether only what joins two names stands between the end of one and the start of the next: 甲园、乙园, “甲园”“乙园”."""
    return bool(_JOINT.fullmatch(text, end, start)) or (start - end <= len("”“") and "”“" in text[end - 1 : start + 1])


@dataclass(slots=True)
class Place:
    """A place of a group, with the larger place that stands right before it: 丙区丁镇."""

    pair: Pair
    larger: Pair | None = None
    """Said of it directly, or of the place before it in the group."""
    wider: Pair | None = None
    """The one around that: 丙镇 of 丙镇丁路5号的戊园."""

    @property
    def type(self) -> str:
        """The entity's type."""
        return self.pair[1].type


@dataclass(slots=True)
class Group:
    """Places named together; of 丙区丁镇 only the more exact one is a place of the group."""

    start: int
    end: int
    places: list[Place] = field(default_factory=list)

    def of(self, types: frozenset[str] | tuple[str, ...]) -> list[Pair]:
        """Its places of some types."""
        return [place.pair for place in self.places if place.type in types]

    def holds(self, known: Known) -> bool:
        """Whether an entity is a place of it or the larger place of one."""
        return any(place.pair[1] is known or (place.larger is not None and place.larger[1] is known) for place in self.places)


def each_its_own(places: Sequence[Place]) -> bool:
    """Whether of several places in a row each has a larger one of its own: in 甲区A园、乙区B园、C园 none tells where C is."""
    larger = [place.larger for place in places]
    return len(places) > 1 and None not in larger and len({id(pair) for pair in larger}) == len(places)


def is_shared(places: Sequence[Place], gap: str) -> bool:
    """Whether what follows a row of towns may be in any of them: 甲街道、乙街道的A大厦、B大厦, not 甲区丙镇、乙区丁镇的A园."""
    alike = len(places) > 1 and all(place.type == "Subdistrict" and place.larger is None for place in places)
    return gap.startswith("的") and alike


def inside_each(group: Group) -> Iterator[tuple[Pair | None, Pair | None]]:
    """Each place of a group with the larger one that is written before it, or before the first of a row of communities: 甲镇的乙村、丙村."""
    town = None
    for place in group.places:
        if place.larger is not None or place.type != "Community":
            town = place.larger if place.type == "Community" and place.larger and place.larger[1].type == "Subdistrict" else None
        yield place.pair, place.larger or town
        yield place.larger, place.wider
