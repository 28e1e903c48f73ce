"""Readings to entities known across replies: one identity for what several replies name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.decisions import Log
from graph.reading import divisions
from graph.reading.mentions.names import key
from graph.records import Entity, Judgement, Reading, Relation, Status

__all__ = ["Identity", "Resolution", "Resolved", "Statement", "as_written", "first_form", "resolve"]

#: Types of which one name means one thing wherever it is said.
_GLOBAL = frozenset(("Enterprise", "Sector", "Product", "Event", "Person"))
#: Types whose name alone means another thing in each district.
_LOCAL = frozenset(("Carrier", "Scenario", "BusinessCircle", "Road", "Community", "Facility", "Subdistrict"))
#: Those of them that stand at one place, of which a city and its district speak by one name.
_SITED = frozenset(("Carrier", "BusinessCircle", "Facility"))
_NATIONAL = re.compile(r"^(?:国家|国务院|中国|中央|全国|中共|工业和信息化部|工信部|科技部|教育部|财政部|商务部|世界|长三角)")
_NONE = Log()
#: Where a line of the text breaks inside a name.
_BROKEN = re.compile(r"\s*\n\s*")
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


def as_written(name: str, quotes: Sequence[str]) -> str:
    """The name as most of the texts write it, of equals with 《》; where none has just this name, the name.

    Parameters
    ----------
    name:
        As entities have it, without 《》 and quotation marks.
    quotes:
        What the texts say where it is named.
    """
    plain = first_form(name)
    forms = Counter(_BROKEN.sub("", quote) for quote in quotes if first_form(quote) == plain)
    whole = [form for form in forms if all(form.count(one) == form.count(other) for one, other in ("《》", "“”"))]
    return min(whole, key=lambda form: (-forms[form], not form.startswith("《"), form), default=name)


def resolve(readings: Sequence[Reading], log: Log = _NONE) -> Resolution:
    """Bring the entities and relations of all replies together.

    Parameters
    ----------
    readings:
        In any order; ids are unique. What is decided of their claims has been followed (:func:`graph.decisions.judged`).
    log:
        Says of which names that they are one thing's, and of one name that it is another thing's in a reply.
    """
    names = _Names(log)
    ordered = tuple(sorted(readings, key=lambda reading: reading.id))
    said: dict[Identity, list[tuple[str, Entity]]] = {}
    stated: dict[tuple[str, Identity, Identity], list[tuple[str, Relation]]] = {}
    told = {reading.id: {(e.type, e.name): names.identity(reading, e) for e in reading.entities} for reading in ordered}
    nearer = _nearer(ordered, told)
    for reading in ordered:
        own = {named: nearer.get(identity, identity) for named, identity in told[reading.id].items()}
        for entity in reading.entities:
            said.setdefault(own[entity.type, entity.name], []).append((reading.id, entity))
        for relation in reading.relations:
            pair = (own.get((relation.source_type, relation.source)), own.get((relation.target_type, relation.target)))
            if pair[0] is not None and pair[1] is not None and pair[0] != pair[1]:
                stated.setdefault((relation.type, pair[0], pair[1]), []).append((reading.id, relation))
    entities = tuple(_resolved(identity, said[identity]) for identity in sorted(said))
    statements = tuple(_statement(*at, stated[at]) for at in sorted(stated))
    return Resolution(ordered, entities, statements)


class _Names:
    """Which name stands for a thing in its identity, by the decisions about names."""

    def __init__(self, log: Log) -> None:
        self._leading: dict[tuple[str, str], str] = {}
        for pair in (pair for pair in log.pairs if pair.judgement is Judgement.SAME):
            for name in self._known_as(pair.type, pair.name, pair.to):
                self._leading[pair.type, name] = pair.to
        self._apart = {
            (one.reply, one.type, key(one.name))
            for one in log.decisions
            if one.judgement is Judgement.DIFFERENT and not one.is_pair
        }

    def _known_as(self, kind: str, *names: str) -> set[str]:
        """Two names and all that are the same thing's as one of them by now."""
        leading = {key(self._leading.get((kind, key(name)), name)) for name in names}
        return {key(name) for name in names} | {
            name for (other, name), lead in self._leading.items() if other == kind and key(lead) in leading
        }

    def identity(self, reading: Reading, entity: Entity) -> Identity:
        """Of an entity of a reply."""
        if entity.code:
            return Identity(entity.type, "", entity.code)
        name = first_form(self._leading.get((entity.type, key(entity.name)), entity.name))
        place = reading.place or ""
        own = not _is_known_everywhere(entity.type, name)
        if (reading.id, entity.type, key(entity.name)) in self._apart:
            # Unique in its place; where its name is that already, in its reply.
            return Identity(entity.type, reading.id if own or not place else place, name)
        return Identity(entity.type, place if own else "", name)


def _nearer(readings: Sequence[Reading], told: Mapping[str, Mapping[tuple[str, str], Identity]]) -> dict[Identity, Identity]:
    """What a city and one of its districts call by one name, as the city has it, to the same as the district has it.

    A park that replies of several of its districts name so is that of the one in which the city's replies put it, if any.
    """
    scopes: dict[tuple[str, str], set[str]] = {}
    for identity in (identity for own in told.values() for identity in own.values()):
        if identity.type in _SITED and len(identity.scope) == len("310107") and identity.scope.isdigit():
            scopes.setdefault((identity.type, identity.value), set()).add(identity.scope)
    placed = _placed(readings, told)
    found = {}
    for (kind, value), places in scopes.items():
        for city in places:
            site = Identity(kind, city, value)
            inside = {place for place in places if divisions.chain(place)[:1] == (city,)}
            inside &= placed.get(site, inside)
            if len(inside) == 1:
                found[site] = Identity(kind, inside.pop(), value)
    return found


def _placed(readings: Sequence[Reading], told: Mapping[str, Mapping[tuple[str, str], Identity]]) -> dict[Identity, set[str]]:
    """The codes of the counties that things are said to be in."""
    found: dict[Identity, set[str]] = {}
    for reading in readings:
        own = told[reading.id]
        for relation in reading.relations:
            source, place = (
                own.get(end) for end in ((relation.source_type, relation.source), (relation.target_type, relation.target))
            )
            if relation.type == "locatedIn" and source and place and place.type == "District" and not place.value.endswith("00"):
                found.setdefault(source, set()).add(place.value)
    return found


def _is_known_everywhere(kind: str, name: str) -> bool:
    """Whether one name means one thing wherever it is said."""
    return kind in _GLOBAL or (kind not in _LOCAL and (bool(_NATIONAL.match(name)) or _begins_with_place(name)))


def _begins_with_place(name: str) -> bool:
    return any(divisions.codes_of(name[:size]) for size in range(2, 12))


def _resolved(identity: Identity, said: list[tuple[str, Entity]]) -> Resolved:
    """One entity of what the replies say of it; what exists in one of them exists.

    A place's official name leads, else the name that was decided for, else the commonest (the shortest of equals).
    """
    counts: dict[str, int] = {}
    for _, entity in said:
        counts[entity.name] = counts.get(entity.name, 0) + 1
    name = min(counts, key=lambda n: (first_form(n) != identity.value, -counts[n], len(n), n))
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
