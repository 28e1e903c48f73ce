"""Readings to entities known across replies: one identity for what several replies name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from graph.reading import divisions
from graph.records import Entity, Reading, Relation, Status

__all__ = ["Identity", "Resolution", "Resolved", "Statement", "resolve"]

#: Types of which one name means one thing wherever it is said.
_GLOBAL = frozenset(("Enterprise", "Sector", "Product", "Event", "Person"))
#: Types whose name alone means another thing in each district.
_LOCAL = frozenset(("Carrier", "Scenario", "BusinessCircle", "Road", "Community", "Facility", "Subdistrict"))
_NATIONAL = re.compile(r"^(?:国家|国务院|中国|中央|全国|中共|工业和信息化部|工信部|科技部|教育部|财政部|商务部|世界|长三角)")
_FOLDED = re.compile(r"[\s“”\"'‘’《》〈〉「」『』]+")


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """What makes an entity the same one: its type and the fewest stable raw values.

    Attributes
    ----------
    type:
        One of :data:`graph.records.ENTITY_TYPES`.
    scope:
        Official code of the place inside which the name is unique; empty where it is unique everywhere.
    value:
        The official code of a place, else the name as first normalised (:func:`first_form`).
    """

    type: str
    scope: str
    value: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """One entity over all replies."""

    identity: Identity
    name: str
    aliases: tuple[str, ...]
    status: Status | None
    code: str | None
    said: tuple[tuple[str, Entity], ...]
    """Reply id and the entity as that reply has it, by reply id."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation over all replies."""

    type: str
    source: Identity
    target: Identity
    status: Status
    said: tuple[tuple[str, Relation], ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """All readings with one identity an entity; everything sorted, so that the order of the replies does not matter."""

    readings: tuple[Reading, ...]
    entities: tuple[Resolved, ...]
    statements: tuple[Statement, ...]


def first_form(name: str) -> str:
    """The name as first normalised: Unicode NFKC, no blanks, no quotation marks.

    This form is part of every IRI. It never changes, whatever cleaning rules come to be.
    """
    return _FOLDED.sub("", unicodedata.normalize("NFKC", name))


def resolve(readings: Sequence[Reading]) -> Resolution:
    """Bring the entities and relations of all replies together.

    Parameters
    ----------
    readings:
        In any order; ids are unique.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.id))
    said: dict[Identity, list[tuple[str, Entity]]] = {}
    stated: dict[tuple[str, Identity, Identity], list[tuple[str, Relation]]] = {}
    for reading in ordered:
        own = {(e.type, e.name): _identity(reading, e) for e in reading.entities}
        for entity in reading.entities:
            said.setdefault(own[entity.type, entity.name], []).append((reading.id, entity))
        for relation in reading.relations:
            pair = (own.get((relation.source_type, relation.source)), own.get((relation.target_type, relation.target)))
            if pair[0] is not None and pair[1] is not None:
                stated.setdefault((relation.type, pair[0], pair[1]), []).append((reading.id, relation))
    entities = tuple(_resolved(identity, said[identity]) for identity in sorted(said))
    statements = tuple(_statement(*at, stated[at]) for at in sorted(stated))
    return Resolution(ordered, entities, statements)


def _identity(reading: Reading, entity: Entity) -> Identity:
    if entity.code:
        return Identity(entity.type, "", entity.code)
    name = first_form(entity.name)
    if entity.type in _GLOBAL or (entity.type not in _LOCAL and (_NATIONAL.match(name) or _begins_with_place(name))):
        return Identity(entity.type, "", name)
    return Identity(entity.type, reading.place or "", name)


def _begins_with_place(name: str) -> bool:
    return any(divisions.codes_of(name[:size]) for size in range(2, 12))


def _resolved(identity: Identity, said: list[tuple[str, Entity]]) -> Resolved:
    """A place's official name leads, else the commonest (the shortest of equals); what exists in one reply exists."""
    counts: dict[str, int] = {}
    for _, entity in said:
        counts[entity.name] = counts.get(entity.name, 0) + 1
    name = min(counts, key=lambda n: (-counts[n], len(n), n))
    # A place has one label, the official one: 新华街道 and 新华路街道 beside each other look like two.
    if identity.type in ("District", "Subdistrict") and identity.value.isdigit():
        name = divisions.name_of(identity.value) or name
    aliases = sorted({n for _, e in said for n in (e.name, *e.aliases)} - {name})
    statuses = [e.status for _, e in said if e.status is not None]
    status = None
    if statuses:
        status = Status.EXISTING if Status.EXISTING in statuses else Status.PLANNED
    code = next((e.code for _, e in said if e.code), None)
    return Resolved(identity, name, tuple(aliases), status, code, tuple(said))


def _statement(kind: str, source: Identity, target: Identity, said: list[tuple[str, Relation]]) -> Statement:
    existing = any(relation.status is Status.EXISTING for _, relation in said)
    return Statement(kind, source, target, Status.EXISTING if existing else Status.PLANNED, tuple(said))
