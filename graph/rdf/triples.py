"""Entities and statements to RDF: direct triples, an evidence node beside each, a named graph a reply."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from graph.rdf.vocabulary import PREFIXES, term
from graph.records import Entity, Evidence, Indicator, Reading, Relation
from graph.resolution import Identity, Resolution, Resolved, Statement, first_form

__all__ = ["Minter", "lines", "write_nquads", "write_turtle"]

_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|^`\\%/?#\[\]@!$&'()*+,;=:\x7f-\xa0]")
_RDF_TYPE = f"<{PREFIXES['rdf']}type>"
_PREF = f"<{PREFIXES['skos']}prefLabel>"
_ALT = f"<{PREFIXES['skos']}altLabel>"
_TITLE = f"<{PREFIXES['dcterms']}title>"
_XSD = PREFIXES["xsd"]
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


class Minter:
    """IRIs from the fewest stable raw values.

    Parameters
    ----------
    base:
        Ends in ``/`` or ``#``; every IRI of an entity, a reply and an evidence begins with it.
    """

    def __init__(self, base: str) -> None:
        self.base = base

    def entity(self, identity: Identity) -> str:
        """``{base}{type}/{scope/}{value}``: a place by its official code, all else by its name."""
        return self.base + "/".join(_safe(part) for part in (identity.type, identity.scope, identity.value) if part)

    def reply(self, reply: str) -> str:
        """Of the reply whose file has this stem."""
        return f"{self.base}Reply/{_safe(reply)}"

    def graph(self, reply: str) -> str:
        """Of the named graph that holds what the reply says."""
        return self.reply(reply) + "#graph"

    def proposal(self, reading: Reading) -> str:
        """By place, session and number where the heading gives them, else by the reply."""
        facts = reading.heading
        if not (facts.number and reading.place):
            return f"{self.base}Proposal/{_safe(reading.id)}"
        parts = (reading.place, facts.kind or "", first_form(facts.session or ""), facts.number)
        return f"{self.base}Proposal/" + "/".join(_safe(p) for p in parts if p)

    def hashed(self, kind: str, *parts: str) -> str:
        """By the hash of its parts: a changed part is another thing, a rebuild gives the same."""
        digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
        return f"{self.base}{kind}/{digest}"


def _safe(part: str) -> str:
    """A path segment of an IRI: Chinese stays readable, what RDF or a path forbids is percent-encoded."""
    return _UNSAFE.sub(lambda m: "".join(f"%{byte:02X}" for byte in m.group().encode()), part)


def _iri(iri: str) -> str:
    return f"<{iri}>"


def _text(value: str, language: str | None = None) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def _typed(value: str, datatype: str) -> str:
    return f'"{value}"^^<{_XSD}{datatype}>'


Triple = tuple[str, str, str]


def lines(resolution: Resolution, base: str) -> Iterator[str]:
    """N-Quads lines in no particular order, some of them twice: named graphs and the merged default graph.

    Parameters
    ----------
    resolution:
        All readings, one identity an entity.
    base:
        Of the IRIs, see :class:`Minter`.
    """
    mint = Minter(base)
    for subject, predicate, value in _merged(resolution, mint):
        yield f"{subject} {predicate} {value} .\n"
    for reply, (subject, predicate, value) in _by_reply(resolution, mint):
        yield f"{subject} {predicate} {value} .\n"
        yield f"{subject} {predicate} {value} {_iri(mint.graph(reply))} .\n"


def _merged(resolution: Resolution, mint: Minter) -> Iterator[Triple]:
    """What only the merged graph says: the one name of an entity, and its status over all replies."""
    for entity in resolution.entities:
        subject = _iri(mint.entity(entity.identity))
        yield subject, _PREF, _text(entity.name, "zh")
        for alias in entity.aliases:
            yield subject, _ALT, _text(alias, "zh")
        if entity.status:
            yield subject, _iri(term("status")), _iri(term(entity.status))


def _by_reply(resolution: Resolution, mint: Minter) -> Iterator[tuple[str, Triple]]:
    """What one reply says, which is in its named graph and in the merged one."""
    for reading in resolution.readings:
        for triple in _heading(reading, mint):
            yield reading.id, triple
        for indicator in reading.indicators:
            for triple in _indicator(reading, indicator, mint):
                yield reading.id, triple
    for entity in resolution.entities:
        for reply, said in entity.said:
            for triple in _entity(reply, said, entity, mint):
                yield reply, triple
    for statement in resolution.statements:
        for reply, relation in statement.said:
            for triple in _relation(reply, relation, statement, mint):
                yield reply, triple


def _heading(reading: Reading, mint: Minter) -> Iterator[Triple]:
    reply, proposal = _iri(mint.reply(reading.id)), _iri(mint.proposal(reading))
    facts = reading.heading
    yield reply, _RDF_TYPE, _iri(term("Reply"))
    yield reply, _iri(term("id")), _text(reading.id)
    yield reply, _TITLE, _text(facts.title or reading.id, "zh")
    yield reply, _iri(term("answers")), proposal
    yield proposal, _RDF_TYPE, _iri(term("Proposal"))
    if facts.proposal_title:
        yield proposal, _TITLE, _text(facts.proposal_title, "zh")
    for fact, name in _FACTS.items():
        if value := getattr(facts, fact):
            yield reply, _iri(term(name)), _text(value)
    for proposer in facts.proposers:
        yield proposal, _iri(term("proposer")), _text(proposer)
    if facts.date:
        yield reply, _iri(term("date")), _typed(facts.date, "date")


def _entity(reply: str, said: Entity, entity: Resolved, mint: Minter) -> Iterator[Triple]:
    subject, kind = _iri(mint.entity(entity.identity)), _iri(term(said.type))
    yield subject, _RDF_TYPE, kind
    if said.code:
        yield subject, _iri(term("code")), _text(said.code)
    if said.type == "Policy":
        yield _iri(mint.reply(reply)), _iri(term("cites")), subject
    for evidence in said.evidence:
        status = str(said.status) if said.status else "existing"
        yield from _evidence(mint, reply, (subject, _RDF_TYPE, kind), evidence, status, said.rule, said.confidence)


def _relation(reply: str, said: Relation, statement: Statement, mint: Minter) -> Iterator[Triple]:
    triple = (
        _iri(mint.entity(statement.source)),
        _iri(term(statement.type)),
        _iri(mint.entity(statement.target)),
    )
    yield triple
    for evidence in said.evidence:
        yield from _evidence(mint, reply, triple, evidence, str(said.status), said.rule, said.confidence)


def _evidence(
    mint: Minter, reply: str, triple: Triple, evidence: Evidence, status: str, rule: str, confidence: float
) -> Iterator[Triple]:
    """The node that says which words of which reply state a triple."""
    node = _iri(mint.hashed("Evidence", reply, *triple, str(evidence.start), str(evidence.end)))
    yield node, _RDF_TYPE, _iri(term("Evidence"))
    for name, value in zip(("subject", "property", "object"), triple, strict=True):
        yield node, _iri(term(name)), value
    yield node, _iri(term("reply")), _iri(mint.reply(reply))
    yield node, _iri(term("quotation")), _text(evidence.quote, "zh")
    yield node, _iri(term("start")), _typed(str(evidence.start), "integer")
    yield node, _iri(term("end")), _typed(str(evidence.end), "integer")
    yield node, _iri(term("status")), _iri(term(status))
    yield node, _iri(term("rule")), _text(rule)
    yield node, _iri(term("confidence")), _typed(f"{confidence:.3f}", "decimal")


def _indicator(reading: Reading, said: Indicator, mint: Minter) -> Iterator[Triple]:
    node = _iri(mint.hashed("Indicator", reading.id, said.about, said.value, said.unit or ""))
    kind = _iri(term("Indicator"))
    yield node, _RDF_TYPE, kind
    yield node, _PREF, _text(said.about, "zh")
    yield node, _iri(term("value")), _text(said.value)
    yield node, _iri(term("reply")), _iri(mint.reply(reading.id))
    if re.fullmatch(r"\d+(?:\.\d+)?", said.value):
        yield node, _iri(term("amount")), _typed(said.value, "decimal")
    if said.unit:
        yield node, _iri(term("unit")), _text(said.unit)
    if said.year:
        yield node, _iri(term("year")), _typed(str(said.year), "gYear")
    for evidence in said.evidence:
        yield from _evidence(mint, reading.id, (node, _RDF_TYPE, kind), evidence, str(said.status), said.rule, said.confidence)


def department_lines(resolution: Resolution, base: str) -> Iterator[str]:
    """Which department and which place answered, as links to their entities."""
    mint = Minter(base)
    names = {(reply, e.type, n): r.identity for r in resolution.entities for reply, e in r.said for n in (e.name, *e.aliases)}
    for reading in resolution.readings:
        reply = _iri(mint.reply(reading.id))
        office = names.get((reading.id, "Organisation", reading.heading.department or ""))
        links = [("department", office)] if office else []
        if reading.place:
            links.append(("place", Identity("District", "", reading.place)))
        for name, identity in links:
            triple = f"{reply} {_iri(term(name))} {_iri(mint.entity(identity))}"
            yield f"{triple} .\n"
            yield f"{triple} {_iri(mint.graph(reading.id))} .\n"


def write_nquads(path: Path, resolution: Resolution, base: str) -> list[str]:
    """Write ``graph.nq``, sorted, each line once, and give the lines of the default graph back."""
    unique = {*lines(resolution, base), *department_lines(resolution, base)}
    ordered = sorted(unique)
    _write(path, "".join(ordered))
    graphs = tuple(f" <{Minter(base).graph(reading.id)}> .\n" for reading in resolution.readings)
    return [line for line in ordered if not line.endswith(graphs)]


def write_turtle(path: Path, default_graph: list[str]) -> None:
    """Write the merged graph as Turtle for people: grouped by subject, sorted, prefixes used, no blank nodes.

    Parameters
    ----------
    path:
        To be written.
    default_graph:
        Sorted N-Triples lines, as :func:`write_nquads` gives them.
    """
    parts = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items())]
    subject, predicate = "", ""
    for line in default_graph:
        s, p, o = line[:-3].split(" ", 2)
        if s != subject:
            parts.append((" .\n\n" if subject else "\n") + f"{_short(s)} {_short(p)} {_short_object(o)}")
        elif p != predicate:
            parts.append(f" ;\n    {_short(p)} {_short_object(o)}")
        else:
            parts.append(f",\n        {_short_object(o)}")
        subject, predicate = s, p
    _write(path, "".join([*parts, " .\n" if subject else ""]))


def _short(iri: str) -> str:
    """A prefixed name for a term of a known vocabulary, ``a`` for rdf:type."""
    if iri == _RDF_TYPE:
        return "a"
    for prefix, base in PREFIXES.items():
        if iri.startswith(f"<{base}") and re.fullmatch(r"[A-Za-z]\w*", iri[len(base) + 1 : -1]):
            return f"{prefix}:{iri[len(base) + 1 : -1]}"
    return iri


def _short_object(value: str) -> str:
    if value.startswith("<"):
        return _short(value) if value != _RDF_TYPE else "rdf:type"
    head, mark, datatype = value.rpartition("^^")
    return f"{head}^^{_short(datatype)}" if mark and datatype.startswith("<") else value


def _write(path: Path, text: str) -> None:
    """UTF-8 whatever the locale; ``\\n`` whatever the system."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
