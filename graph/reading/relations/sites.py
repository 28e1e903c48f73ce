"""Where a carrier stands."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.appositions import bracketed, seat_of
from graph.reading.relations.areas import built
from graph.reading.relations.dealings import is_only_looked_at
from graph.reading.relations.excepted import is_left
from graph.reading.relations.heads import in_the_head
from graph.reading.relations.here import holds, is_province
from graph.reading.relations.owned import another, is_owned
from graph.reading.relations.rows import in_the_row
from graph.reading.relations.scene import ROW, Group, Link, Pair, Place, Scene
from graph.reading.relations.standing import standing
from graph.reading.relations.stands import is_here, is_of, stands_at
from graph.reading.relations.wholes import core, listed, of_a_park, part

__all__ = ["site"]


def site(
    scene: Scene, group: Group, place: Place, home: Known | None, topic: tuple[Pair, ...], about: Pair | None = None
) -> list[Link]:
    """The places that a sentence gives for a carrier.

    Parameters
    ----------
    scene:
        The sentence.
    group:
        The places that are named together with it.
    place:
        The carrier.
    home:
        The replying district.
    topic:
        The places that the heading above names.
    about:
        The park that the sentences before are about.
    """
    own = place.pair
    found = _prefix(scene, place, home)
    stands = [p for p in stands_at(scene, own, home) if p not in found]
    if found or stands:
        said = (*((p, "located.prefix") for p in found), *((p, "located.site") for p in stands))
        whole = of_a_park(scene, group, own) or [p for p in core(scene, own) if p not in stands] if stands else []
        return [scene.link("locatedIn", own, p, rule, 0.9) for p, rule in (*said, *((p, "located.part") for p in whole))]
    if (county := bracketed(scene, own)) is not None:
        return [scene.link("locatedIn", own, county, "located.prefix", 0.85)]
    for places, rule, sure in (
        ([k for _, k in in_the_row(scene, own)], "located.row", 0.85),
        ([k for _, k in in_the_head(scene, own)], "located.head", 0.85),
        (seat_of(scene, own, home), "located.site", 0.85),
        (core(scene, own), "located.part", 0.8),
        (listed(scene, own, about), "located.listed", 0.8),
        (built(scene, own, group, home), "located.site", 0.8),
        (part(scene, group, own), "located.part", 0.8),
        (_topic(scene, own, topic, home), "located.topic", 0.75),
        (standing(scene, own, group, about), "located.standing", 0.7),
    ):
        if places:
            return [scene.link("locatedIn", own, p, rule, sure) for p in places if p is not own[1]]
    if home is not None and not is_province(home) and (is_owned(scene, own, home) or is_here(scene, own, home)):
        return [scene.link("locatedIn", own, home, "located.site-district", 0.7)]
    other = another(scene, own, home) or is_of(scene, own)
    return [scene.link("locatedIn", own, other, "located.site-district", 0.65)] if other is not None else []


def _prefix(scene: Scene, place: Place, home: Known | None) -> list[Known]:
    """The place that its name stands in, and the one around a road: 甲镇乙路5号的丙园."""
    around = [p for p in (place.larger, place.wider) if p is not None]
    larger = [p[1] for p in around if not is_left(scene.between(scene.start, p[0].start))]
    kept = larger[:2] if larger and larger[0].type == "Road" else larger[:1]
    return [p for p in kept if p is not place.pair[1] and not holds(p, home)]


def _topic(scene: Scene, own: Pair, topic: tuple[Pair, ...], home: Known | None) -> list[Known]:
    """The town or county that the heading above names, for the first carriers of a sentence: the next ones may be parts of those."""
    sites = scene.of("Carrier")
    listed = _LIST.fullmatch(scene.between(sites[0][0].end, own[0].start)) if sites[0][1] is not own[1] else True
    if not listed or any(known is home for _, known in scene.of("District")) or (topic and is_only_looked_at(scene, own)):
        return []
    return [k for _, k in topic if k.type in ("Subdistrict", "BusinessCircle", "District")]


#: Between the first carrier of a list and another one: names in a row.
_LIST = re.compile(rf"[{ROW}]*")
