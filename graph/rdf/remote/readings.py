"""From the graph back to readings: what statistics and the page are made of, where only a server has the graph.

What a graph does not keep, a reading from it does not have: how each single reply wrote a name (it has the entity's own),
what was left out as doubtful, the name of the file. The graph made of such readings is the same graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from graph.errors import StoreError
from graph.rdf.queries import Answer, bind, parse
from graph.rdf.vocabulary import DAI, PREFIXES
from graph.records import Entity, Evidence, Heading, Indicator, Reading, Relation, Status

__all__ = ["Source", "readings_of"]

_REPLIES = "SELECT ?id WHERE { ?reply a dai:Reply ; dai:id ?id } ORDER BY ?id"
_FACTS = """# param: id | text | required | zh | en | x
SELECT DISTINCT ?property ?value WHERE {
  # values: id
  ?reply dai:id ?id .
  { ?reply ?property ?value FILTER(isLiteral(?value)) }
  UNION { ?reply dai:place/dai:code ?value BIND("place" AS ?property) }
  UNION { ?reply dai:department/skos:prefLabel ?value BIND("department" AS ?property) }
  UNION { ?reading prov:used ?reply, ?encoder . ?encoder a dai:Encoder ; owl:versionInfo ?value BIND("encoder" AS ?property) }
  UNION { ?reply dai:answers/dcterms:title ?value BIND("proposal_title" AS ?property) }
  UNION { ?reply dai:answers/dai:proposer ?value BIND("proposers" AS ?property) }
} ORDER BY ?property ?value"""
_NAMES = """# param: id | text | required | zh | en | x
SELECT DISTINCT ?iri ?class ?name ?alias ?code ?status ?value ?unit ?year WHERE {
  # values: id
  ?reply dai:id ?id .
  ?evidence dai:reply ?reply ; dai:property rdf:type ; dai:subject ?iri ; dai:object ?class .
  ?iri skos:prefLabel ?name .
  OPTIONAL { ?iri skos:altLabel ?alias }
  OPTIONAL { ?iri dai:code ?code }
  OPTIONAL { ?iri dai:status ?status }
  OPTIONAL { ?iri dai:value ?value }
  OPTIONAL { ?iri dai:unit ?unit }
  OPTIONAL { ?iri dai:year ?year }
}"""
_SAID = """# param: id | text | required | zh | en | x
SELECT DISTINCT ?subject ?property ?object ?status ?start ?end ?sentence ?rule ?confidence WHERE {
  # values: id
  ?reply dai:id ?id .
  ?evidence dai:reply ?reply ; dai:subject ?subject ; dai:property ?property ; dai:object ?object ; dai:status ?status ;
    dai:start ?start ; dai:end ?end ; dai:quotation ?sentence ; dai:rule ?rule ; dai:confidence ?confidence .
}"""
_TYPE = PREFIXES["rdf"] + "type"
_HEADING = {"category": "category", "documentNumber": "document_number", "officeAddress": "office_address"}


class Source(Protocol):
    """What can be asked: :class:`graph.rdf.remote.RemoteGraph`, or a store behind the same method."""

    def ask(self, question: str, name: str = ..., timeout: float | None = ...) -> Answer:
        """Answer one question."""


class _Named(NamedTuple):
    type: str
    name: str
    aliases: tuple[str, ...]
    code: str | None
    status: str | None
    value: str | None
    unit: str | None
    year: str | None


class _Said(NamedTuple):
    status: str
    start: int
    end: int
    sentence: str
    rule: str
    confidence: float


def readings_of(source: Source, name: str) -> Iterator[Reading]:
    """The readings that a graph was made of, by id.

    Parameters
    ----------
    source:
        Has the graph.
    name:
        Of it, for faults.

    Raises
    ------
    StoreError
        Where it holds no reply, or one without its text.
    """
    ids = [str(row[0]) for row in source.ask(_REPLIES).rows]
    if not ids:
        raise StoreError(name, "it holds no reply", "publish a build to it first")
    for reply in ids:
        yield _reading(source, reply, name)


def _rows(source: Source, question: str, reply: str) -> list[tuple[str | None, ...]]:
    return list(source.ask(bind(parse("the readings", question), {"id": reply})).rows)


def _reading(source: Source, reply: str, name: str) -> Reading:
    facts: dict[str, list[str]] = {}
    for key, value in _rows(source, _FACTS, reply):
        facts.setdefault(str(key).removeprefix(DAI).removeprefix(PREFIXES["dcterms"]), []).append(str(value))
    if "text" not in facts:
        raise StoreError(name, f"its reply {reply} has no text", "publish the build again")
    named = _named(_rows(source, _NAMES, reply))
    said = _said(_rows(source, _SAID, reply))
    types = {subject: heard for (subject, relation, _), heard in said.items() if relation == _TYPE}
    return Reading(
        id=reply,
        text=facts["text"][0],
        source=reply,
        heading=_heading(facts, reply),
        place=facts.get("place", [None])[0],
        entities=tuple(_entity(n, types[iri]) for iri, n in sorted(named.items()) if n.value is None),
        relations=tuple(_relation(key, named, heard) for key, heard in sorted(said.items()) if {key[0], key[2]} <= named.keys()),
        indicators=tuple(_indicator(n, types[iri]) for iri, n in sorted(named.items()) if n.value is not None),
        encoder=facts.get("encoder", [None])[0],
    )


def _heading(facts: dict[str, list[str]], reply: str) -> Heading:
    found = {field: facts[key][0] for key, field in _HEADING.items() if key in facts}
    for field in ("kind", "body", "session", "number", "result", "signatory", "proposal_title", "department", "date", "postcode"):
        if field in facts:
            found[field] = facts[field][0]
    if facts["title"][0] != reply:
        found["title"] = facts["title"][0]
    return Heading(**found, proposers=tuple(facts.get("proposers", ())))


def _named(rows: list[tuple[str | None, ...]]) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for iri, kind, name, alias, code, status, value, unit, year in rows:
        before = found.get(str(iri))
        aliases = {*(before.aliases if before else ()), *([alias] if alias else [])}
        found[str(iri)] = _Named(str(kind).removeprefix(DAI), str(name), tuple(sorted(aliases)), code, status, value, unit, year)
    return found


def _said(rows: list[tuple[str | None, ...]]) -> dict[tuple[str, str, str], list[_Said]]:
    found: dict[tuple[str, str, str], list[_Said]] = {}
    for subject, relation, target, status, start, end, sentence, rule, confidence in rows:
        heard = _Said(
            str(status).removeprefix(DAI), int(str(start)), int(str(end)), str(sentence), str(rule), float(str(confidence))
        )
        found.setdefault((str(subject), str(relation), str(target)), []).append(heard)
    return {key: sorted(heard, key=lambda h: (h.start, h.end)) for key, heard in found.items()}


def _evidence(heard: list[_Said]) -> tuple[Evidence, ...]:
    return tuple(Evidence(h.start, h.end, h.sentence) for h in heard)


def _entity(named: _Named, heard: list[_Said]) -> Entity:
    status = Status(heard[0].status) if named.status else None
    return Entity(named.type, named.name, named.aliases, status, _evidence(heard), heard[0].rule, heard[0].confidence, named.code)


def _relation(key: tuple[str, str, str], named: dict[str, _Named], heard: list[_Said]) -> Relation:
    source, target = named[key[0]], named[key[2]]
    ends = (source.type, source.name, target.type, target.name)
    kind, first = key[1].removeprefix(DAI), heard[0]
    return Relation(kind, *ends, Status(first.status), _evidence(heard), first.rule, first.confidence)


def _indicator(named: _Named, heard: list[_Said]) -> Indicator:
    first, year = heard[0], int(named.year[:4]) if named.year else None
    return Indicator(
        named.name, str(named.value), named.unit, _evidence(heard), first.rule, first.confidence, year, Status(first.status)
    )
