"""Entities and statements to RDF: direct triples, an evidence node beside each, a named graph a reply."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from graph import __version__
from graph.rdf.description import dataset, division_scheme, provenance, sector_scheme, vocabulary_labels
from graph.rdf.terms import Minter, Triple, iri, prefixed, text, typed
from graph.rdf.turtle import turtle
from graph.rdf.vocabulary import LICENCE, term
from graph.reading.spans import sentence_around
from graph.records import Entity, Evidence, Indicator, Reading, Relation
from graph.resolution import Identity, Resolution, Resolved, Statement

__all__ = ["statements", "write_nquads", "write_turtle"]

_RDF_TYPE = prefixed("rdf:type")
_PREF = prefixed("skos:prefLabel")
_ALT = prefixed("skos:altLabel")
_TITLE = prefixed("dcterms:title")
#: Written beside the relation, since people ask it in this direction; its evidence is the relation's.
_INVERSE = {"locatedIn": "tenant", "pilotedIn": "pilots"}
_FACTS = {
    "kind": "kind",
    "body": "body",
    "session": "session",
    "number": "number",
    "result": "result",
    "category": "category",
    "document_number": "documentNumber",
    "signatory": "signatory",
    "office_address": "officeAddress",
    "postcode": "postcode",
}


def statements(resolution: Resolution, base: str) -> Iterator[tuple[str | None, Triple]]:
    """Every triple, some of them twice, in no particular order.

    Parameters
    ----------
    resolution:
        All readings, one identity an entity.
    base:
        Of the IRIs, see :class:`graph.rdf.terms.Minter`.

    Yields
    ------
    tuple
        The reply that says it, or ``None`` for what only the merged graph says; and the triple.
    """
    mint = Minter(base)
    for triple in _merged(resolution, mint):
        yield None, triple
    yield from _by_reply(resolution, mint)
    yield from _offices(resolution, mint)


def _merged(resolution: Resolution, mint: Minter) -> Iterator[Triple]:
    """What only the merged graph says: the one name of an entity, its status over all replies, the schemes."""
    yield from vocabulary_labels()
    yield from provenance(resolution, mint)
    yield from sector_scheme(resolution, mint)
    yield from division_scheme(resolution, mint)
    for entity in resolution.entities:
        subject = iri(mint.entity(entity.identity))
        yield subject, _PREF, text(entity.name, "zh")
        for alias in entity.aliases:
            yield subject, _ALT, text(alias, "zh")
        if entity.status:
            yield subject, iri(term("status")), iri(term(entity.status))


def _by_reply(resolution: Resolution, mint: Minter) -> Iterator[tuple[str, Triple]]:
    """What one reply says, which is in its named graph and in the merged one."""
    named: defaultdict[str, list[tuple[Entity, Resolved]]] = defaultdict(list)
    for entity in resolution.entities:
        for reply, said in entity.said:
            named[reply].append((said, entity))
    stated: defaultdict[str, list[tuple[Relation, Statement]]] = defaultdict(list)
    for statement in resolution.statements:
        for reply, relation in statement.said:
            stated[reply].append((relation, statement))
    # One reply behind the other, so that its sentences are told once.
    for reading in resolution.readings:
        parts = (
            _heading(reading, mint),
            *(_indicator(reading, indicator, mint) for indicator in reading.indicators),
            *(_entity(reading, said, entity, mint) for said, entity in named[reading.id]),
            *(_relation(reading, relation, statement, mint) for relation, statement in stated[reading.id]),
        )
        for triple in chain.from_iterable(parts):
            yield reading.id, triple


def _heading(reading: Reading, mint: Minter) -> Iterator[Triple]:
    reply, proposal = iri(mint.reply(reading.id)), iri(mint.proposal(reading))
    facts = reading.heading
    yield reply, _RDF_TYPE, iri(term("Reply"))
    yield reply, iri(term("id")), text(reading.id)
    yield reply, _TITLE, text(facts.title or reading.id, "zh")
    yield reply, iri(term("answers")), proposal
    yield proposal, _RDF_TYPE, iri(term("Proposal"))
    if facts.proposal_title:
        yield proposal, _TITLE, text(facts.proposal_title, "zh")
    for fact, name in _FACTS.items():
        if value := getattr(facts, fact):
            yield reply, iri(term(name)), text(value)
    for proposer in facts.proposers:
        yield proposal, iri(term("proposer")), text(proposer)
    yield reply, iri(term("text")), text(reading.text)
    activity = iri(mint.reading(reading.id))
    yield activity, _RDF_TYPE, iri(term("Reading"))
    yield activity, prefixed("prov:used"), reply
    if reading.encoder:
        yield activity, prefixed("prov:used"), iri(mint.encoder(reading.encoder))
    yield activity, prefixed("prov:wasAssociatedWith"), iri(mint.software(__version__))
    yield iri(mint.graph(reading.id)), prefixed("prov:wasGeneratedBy"), activity
    if facts.date:
        yield reply, iri(term("date")), typed(facts.date, "date" if len(facts.date) == len("2025-05-06") else "gYearMonth")


def _entity(reading: Reading, said: Entity, entity: Resolved, mint: Minter) -> Iterator[Triple]:
    subject, kind = iri(mint.entity(entity.identity)), iri(term(said.type))
    yield subject, _RDF_TYPE, kind
    if said.code:
        yield subject, iri(term("code")), text(said.code)
    if said.type == "Policy":
        yield iri(mint.reply(reading.id)), iri(term("cites")), subject
    for evidence in said.evidence:
        status = str(said.status) if said.status else "existing"
        yield from _evidence(mint, reading, (subject, _RDF_TYPE, kind), evidence, status, said.rule, said.confidence)


def _relation(reading: Reading, said: Relation, statement: Statement, mint: Minter) -> Iterator[Triple]:
    triple = (
        iri(mint.entity(statement.source)),
        iri(term(statement.type)),
        iri(mint.entity(statement.target)),
    )
    yield triple
    if inverse := _INVERSE.get(statement.type):
        yield triple[2], iri(term(inverse)), triple[0]
    for evidence in said.evidence:
        yield from _evidence(mint, reading, triple, evidence, str(said.status), said.rule, said.confidence)


def _evidence(
    mint: Minter, reading: Reading, triple: Triple, evidence: Evidence, status: str, rule: str, confidence: float
) -> Iterator[Triple]:
    """The node that says which words of which reply state a triple."""
    node = iri(mint.hashed("Evidence", reading.id, *triple, str(evidence.start), str(evidence.end)))
    yield node, _RDF_TYPE, iri(term("Evidence"))
    for name, value in zip(("subject", "property", "object"), triple, strict=True):
        yield node, iri(term(name)), value
    yield node, iri(term("reply")), iri(mint.reply(reading.id))
    first, last = sentence_around(reading.text, evidence.start, evidence.end)
    yield node, iri(term("quotation")), text(evidence.quote, "zh")
    yield node, iri(term("sentence")), text(reading.text[first:last], "zh")
    yield node, iri(term("start")), typed(str(evidence.start), "integer")
    yield node, iri(term("end")), typed(str(evidence.end), "integer")
    yield node, iri(term("status")), iri(term(status))
    yield node, iri(term("rule")), text(rule)
    yield node, iri(term("confidence")), typed(_decimal(f"{confidence:.3f}"), "decimal")


def _decimal(digits: str) -> str:
    """The canonical form of XML Schema 1.1, in which a store gives it back."""
    whole, _, part = digits.partition(".")
    kept = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{kept}" if kept else "")


def _indicator(reading: Reading, said: Indicator, mint: Minter) -> Iterator[Triple]:
    node = iri(mint.indicator(reading.id, said))
    kind = iri(term("Indicator"))
    yield node, _RDF_TYPE, kind
    yield node, _PREF, text(said.about, "zh")
    yield node, iri(term("value")), text(said.value)
    yield node, iri(term("reply")), iri(mint.reply(reading.id))
    if re.fullmatch(r"\d+(?:\.\d+)?", said.value):
        yield node, iri(term("amount")), typed(_decimal(said.value), "decimal")
    if said.unit:
        yield node, iri(term("unit")), text(said.unit)
    if said.year:
        yield node, iri(term("year")), typed(str(said.year), "gYear")
    for evidence in said.evidence:
        yield from _evidence(mint, reading, (node, _RDF_TYPE, kind), evidence, str(said.status), said.rule, said.confidence)


def _offices(resolution: Resolution, mint: Minter) -> Iterator[tuple[str, Triple]]:
    """Which department and which place answered, as links to their entities."""
    names = {(reply, e.type, n): r.identity for r in resolution.entities for reply, e in r.said for n in (e.name, *e.aliases)}
    named = {entity.identity for entity in resolution.entities}
    for reading in resolution.readings:
        office = names.get((reading.id, "Organisation", reading.heading.department or ""))
        links = [("department", office)] if office else []
        if (place := Identity("District", "", reading.place or "")) in named:
            links.append(("place", place))
        for name, identity in links:
            yield reading.id, (iri(mint.reply(reading.id)), iri(term(name)), iri(mint.entity(identity)))


def write_nquads(path: Path, resolution: Resolution, base: str, licence: str = LICENCE) -> list[str]:
    """Write ``graph.nq``, sorted, each line once, and give the lines of the default graph back.

    Parameters
    ----------
    path, resolution, base, licence:
        As for :func:`graph.rdf.write_graph`.
    """
    mint = Minter(base)
    merged: set[str] = set()
    named: set[str] = set()
    for reply, triple in statements(resolution, base):
        line = " ".join(triple)
        merged.add(f"{line} .\n")
        if reply is not None:
            named.add(f"{line} {iri(mint.graph(reply))} .\n")
    described = dataset(tuple(merged), len(resolution.readings), mint, licence)
    merged.update(f"{' '.join(triple)} .\n" for triple in described)
    _write(path, "".join(sorted([*merged, *named])))
    return sorted(merged)


def write_turtle(path: Path, default_graph: list[str]) -> None:
    """Write the merged graph as Turtle for people.

    Parameters
    ----------
    path:
        To be written.
    default_graph:
        Sorted N-Triples lines, as :func:`write_nquads` gives them.
    """
    _write(path, "".join(turtle(default_graph)))


def _write(path: Path, text: str) -> None:
    """UTF-8 whatever the locale; ``\\n`` whatever the system."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
