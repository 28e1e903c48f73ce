"""The page of one thing: its facts in words, the statements with their sentences, and where replies name it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from graph.rdf.queries.answers import shortened
from graph.rdf.server.asking import Row, rows
from graph.rdf.server.paths import local_path, page_path, with_this
from graph.rdf.server.pool import Pool
from graph.rdf.server.text import Piece, pieces
from graph.rdf.server.wording import FACTS, HIDDEN_TYPES, INVERSE, KINDS, ORDER
from graph.rdf.vocabulary import PREFIXES
from graph.reading.divisions import name_of

__all__ = ["MOST", "Thing", "thing"]

#: Rows of one kind that a page shows; of more it says that there are more.
MOST = 1000
_TYPE = PREFIXES["rdf"] + "type"
#: What a page tells elsewhere than among the facts.
_TOLD = ("rdf:type", "dai:status", "dai:text")
_DAI = PREFIXES["dai"]
_FACTS = f"""SELECT DISTINCT ?property ?propertyLabel ?value ?valueLabel WHERE {{
  # this
  ?this ?property ?value
  OPTIONAL {{ ?property rdfs:label ?propertyLabel FILTER(LANG(?propertyLabel) = "LANGUAGE") }}
  OPTIONAL {{ ?value skos:prefLabel|dcterms:title|rdfs:label ?valueLabel }}
}} ORDER BY ?property ?valueLabel ?value LIMIT {MOST + 1}"""
#: What leads to it, but what the graph also says the other way round.
_BACK = f"""SELECT DISTINCT ?property ?value ?valueLabel WHERE {{
  # this
  VALUES ?property {{ {" ".join(f"dai:{name}" for name in INVERSE)} }}
  ?value ?property ?this
  OPTIONAL {{ ?value skos:prefLabel|dcterms:title ?valueLabel }}
}} ORDER BY ?property ?valueLabel ?value LIMIT {MOST + 1}"""
_SAID = f"""SELECT DISTINCT ?evidence ?subject ?subjectLabel ?property ?relation ?object ?objectLabel ?status ?confidence
  ?reply ?title ?start ?end ?words ?sentence
WHERE {{
  # this
  {{ ?evidence dai:subject ?this }} UNION {{ ?evidence dai:object ?this }} UNION {{ VALUES ?evidence {{ THIS }} }}
  ?evidence dai:subject ?subject ; dai:property ?property ; dai:object ?object ; dai:status ?is ; dai:reply ?reply ;
    dai:start ?start ; dai:end ?end ; dai:quotation ?words ; dai:sentence ?sentence ; dai:confidence ?confidence .
  ?reply dcterms:title ?title .
  OPTIONAL {{ ?subject skos:prefLabel ?subjectLabel }}
  OPTIONAL {{ ?property rdfs:label ?relation FILTER(LANG(?relation) = "LANGUAGE") }}
  OPTIONAL {{ ?object skos:prefLabel ?named }}
  OPTIONAL {{ ?object rdfs:label ?termed FILTER(LANG(?termed) = "LANGUAGE") }}
  BIND(COALESCE(?named, ?termed) AS ?objectLabel)
  OPTIONAL {{ ?is rdfs:label ?status FILTER(LANG(?status) = "LANGUAGE") }}
}} ORDER BY ?reply ?start ?end ?relation ?subjectLabel ?objectLabel LIMIT {MOST + 1}"""
_NAMED = """SELECT ?kind ?kindLabel ?thing ?label ?start ?end WHERE {
  # this
  ?evidence dai:reply ?this ; dai:property rdf:type ; dai:subject ?thing ; dai:object ?kind ; dai:start ?start ; dai:end ?end .
  ?kind rdfs:label ?kindLabel FILTER(LANG(?kindLabel) = "LANGUAGE")
  ?thing skos:prefLabel ?label
} ORDER BY ?start ?end ?thing"""


@dataclass(slots=True)
class Thing:
    """What a page shows of one thing.

    Attributes
    ----------
    name:
        In its first form.
    kinds:
        What it is, and whether it is there or to come, in words.
    facts:
        Property in words, and its values: each with its words and, where this server shows it, a path.
    statements:
        Sentences, each with the statements that it makes.
    mentions:
        Replies, each with the sentences that name the thing and where they do.
    named:
        Of a reply: kinds, each with the things of it that the reply names.
    text:
        Of a reply: before, in and behind the words that are marked.
    more:
        Whether there is more than the page shows.
    """

    name: str
    kinds: list[str] = field(default_factory=list)
    facts: list[tuple[str, list[dict[str, str]]]] = field(default_factory=list)
    statements: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    named: list[tuple[str, list[dict[str, str]]]] = field(default_factory=list)
    text: tuple[list[Piece], list[Piece], list[Piece]] | None = None
    more: bool = False


async def thing(pool: Pool, iri: str, base: str, language: str, words: tuple[int, int] | None = None) -> Thing | None:
    """What the graph says of one IRI; ``None`` where it says nothing.

    Parameters
    ----------
    pool:
        Answers the questions.
    iri, base, language:
        Of the thing, of the graph, of the reader.
    words:
        Where a reply's text has the words that are to be marked: the first character's position, and the one behind the last.

    Raises
    ------
    ValueError
        Where it is no IRI.
    """
    facts = await rows(pool, with_this(_FACTS, iri, language))
    said = await rows(pool, with_this(_SAID, iri, language))
    if not facts and not said:
        return None
    back = await rows(pool, with_this(_BACK, iri, language))
    more = max(map(len, (facts, said, back))) > MOST
    facts = _in_language(facts, language)
    first = {row["property"].value: row["value"].value for row in reversed(facts)}
    found = Thing(_name(first, iri, base), more=more)
    found.kinds = _kinds(facts, language)
    found.facts = _facts(facts, back, found.name, base, language)
    found.statements = _statements((row for row in said if row["property"].value != _TYPE), base)
    found.mentions = _mentions((row for row in said if row["property"].value == _TYPE), base)
    text = first.get(_DAI + "text")
    if text is not None:
        named = await rows(pool, with_this(_NAMED, iri, language))
        found.named = _named(named, base)
        found.text = pieces(text, words, [(int(r["start"].value), int(r["end"].value), _path(r["thing"], base)) for r in named])
    return found


def _in_language(facts: list[dict[str, Row]], language: str) -> list[dict[str, Row]]:
    """Without what stands beside it in the reader's language."""
    said = {row["property"].value for row in facts if row["value"].language == language}
    return [r for r in facts if r["value"].language in ("", language) or r["property"].value not in said]


def _path(term: Row, base: str) -> str:
    return page_path(term.value, base)


def _name(first: dict[str, str], iri: str, base: str) -> str:
    """Its label; what has none is named by its own part of the IRI."""
    names = (("skos", "prefLabel"), ("dcterms", "title"), ("dai", "quotation"), ("rdfs", "label"))
    return next((first[PREFIXES[p] + n] for p, n in names if PREFIXES[p] + n in first), iri.removeprefix(base))


def _kinds(facts: list[dict[str, Row]], language: str) -> list[str]:
    found: dict[str, None] = {}
    for wanted in (_TYPE, _DAI + "status"):
        for row in facts:
            if row["property"].value != wanted or shortened(row["value"].value) in HIDDEN_TYPES:
                continue
            label = row.get("valueLabel")
            if label is None:
                found[KINDS.get(shortened(row["value"].value), {}).get(language, shortened(row["value"].value))] = None
            elif label.language == language:
                found[label.value] = None
    concept = any(shortened(row["value"].value) == "skos:Concept" for row in facts)
    return list(found) or ([KINDS["skos:Concept"][language]] if concept else [])


def _facts(
    facts: list[dict[str, Row]], back: list[dict[str, Row]], name: str, base: str, language: str
) -> list[tuple[str, list[dict[str, str]]]]:
    """Each property once, in words, in the order in which people ask, with its values."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    words: dict[str, str] = {}
    codes = {row["value"].value for row in facts if row["property"].value == _DAI + "code"}
    for row, backwards in [*((row, False) for row in facts), *((row, True) for row in back)]:
        short = shortened(row["property"].value)
        value = row["value"].value
        told = short in _TOLD or value == name or (short == "skos:notation" and value in codes)
        if told and not backwards:
            continue
        key = "^" + short if backwards else short
        words[key] = INVERSE[short[4:]][language] if backwards else _property(row, short, language)
        _put(found.setdefault(key, {}), row, base, language)
    ranked = sorted(found, key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    return [(words[key], _told_apart(found[key], base)) for key in ranked]


def _property(row: dict[str, Row], short: str, language: str) -> str:
    label = row.get("propertyLabel")
    return label.value if label else FACTS.get(short, {}).get(language, short)


def _put(values: dict[str, dict[str, str]], row: dict[str, Row], base: str, language: str) -> None:
    """One value, once, by its label in the reader's language where it has one."""
    value, label = row["value"], row.get("valueLabel")
    path = _path(value, base) if value.iri else ""
    shown = values.setdefault(value.value, {"value": value.value.removeprefix(base) if path else value.value, "path": path})
    short = shortened(value.value)
    if label and ("labelled" not in shown or label.language == language):
        shown["value"], shown["labelled"] = label.value, "yes"
    elif "labelled" not in shown:
        shown["value"] = {**FACTS, **KINDS}.get(short, {}).get(language, short if value.iri and not path else shown["value"])


def _told_apart(values: dict[str, dict[str, str]], base: str) -> list[dict[str, str]]:
    """The values; of namesakes each with the place whose replies speak of it."""
    shown = sorted(values.items(), key=lambda item: item[0])
    names = [value["value"] for _, value in shown]
    for iri, value in shown:
        parts = iri.removeprefix(base).split("/")
        place = name_of(parts[1]) if len(parts) > 2 else None
        if place and names.count(value["value"]) > 1:
            value["place"] = place
    return [value for _, value in shown]


def _statements(said: Iterable[dict[str, Row]], base: str) -> list[dict[str, Any]]:
    """Each sentence once, with all the statements that it makes."""
    found = []
    for _, group in groupby(said, key=lambda r: (r["reply"].value, r["start"].value, r["end"].value)):
        made = list(group)
        found.append(
            _place(made[0], base)
            | {
                "sentence": made[0]["sentence"].value,
                "made": [
                    {
                        "subject": _end(row, "subject", base),
                        "object": _end(row, "object", base),
                        "relation": row["relation"].value if "relation" in row else shortened(row["property"].value),
                        "status": row["status"].value if "status" in row else "",
                        "confidence": f"{float(row['confidence'].value):.2f}",
                        "path": _path(row["evidence"], base),
                    }
                    for row in made
                ],
            }
        )
    return found


def _end(row: dict[str, Row], name: str, base: str) -> dict[str, str]:
    value = row[name].value
    label = row.get(name + "Label")
    return {
        "value": label.value if label else value.removeprefix(base),
        "path": _path(row[name], base) if value.startswith(base) else "",
    }


def _place(row: dict[str, Row], base: str) -> dict[str, str]:
    """Where in which reply."""
    start, end = row["start"].value, row["end"].value
    path = (local_path(row["reply"].value, base) or "").replace("/id/", "/page/", 1)
    return {"title": row["title"].value, "start": start, "end": end, "path": f"{path}?start={start}&end={end}#words"}


def _mentions(said: Iterable[dict[str, Row]], base: str) -> list[dict[str, Any]]:
    """Reply by reply the sentences that name the thing, parted at the words that do."""
    found = []
    for _, group in groupby(said, key=lambda row: row["reply"].value):
        sentences: dict[tuple[str, str], list[dict[str, str]]] = {}
        for row in group:
            sentences.setdefault((row["sentence"].value, row["words"].value), []).append(_place(row, base))
        told = [{"words": words, "parts": whole.split(words), "places": places} for (whole, words), places in sentences.items()]
        found.append({"title": next(iter(sentences.values()))[0]["title"], "sentences": told})
    return found


def _named(named: list[dict[str, Row]], base: str) -> list[tuple[str, list[dict[str, str]]]]:
    """By kind, the chief kinds first, what a reply names."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for row in named:
        value = {"value": row["label"].value, "path": _path(row["thing"], base)}
        found.setdefault(row["kind"].value, {}).setdefault(row["thing"].value, value)
        found[row["kind"].value][""] = {"value": row["kindLabel"].value}
    ranked = sorted(found, key=lambda kind: (ORDER.index(shortened(kind)) if shortened(kind) in ORDER else len(ORDER), kind))
    return [(found[kind].pop("")["value"], list(found[kind].values())) for kind in ranked]
