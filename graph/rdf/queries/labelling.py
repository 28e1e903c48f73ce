"""Labels of the IRIs in an answer, so that nobody has to read an IRI to understand a row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from graph.rdf.queries.answers import Answer
from graph.rdf.queries.saved import Saved

__all__ = ["LABELS", "NAMES", "first_labels", "names_as_texts", "unknown_names", "untagged_names"]

#: Every name in the graph.
NAMES = "SELECT DISTINCT ?name WHERE { ?thing skos:prefLabel|skos:altLabel ?name }"

#: Labels of given IRIs, Chinese first; the block of VALUES stands at the place that is marked.
LABELS = """SELECT ?iri ?label WHERE {
  # values
  { ?iri skos:prefLabel ?label } UNION { ?iri rdfs:label ?label } UNION { ?iri dcterms:title ?label }
  UNION { ?iri dai:quotation ?label }
} ORDER BY ?iri DESC(LANG(?label)) ?label"""


def first_labels(answer: Answer) -> dict[str, str]:
    """IRI to label, of the answer to :data:`LABELS`."""
    found: dict[str, str] = {}
    for iri, label in answer.rows:
        found.setdefault(str(iri), str(label))
    return found


def unknown_names(question: Saved, values: Mapping[str, str], names: Answer) -> list[str]:
    """A line for each name that a saved question was asked about and the graph does not have, with the near ones.

    Parameters
    ----------
    question:
        With its parameters.
    values:
        What was given for them.
    names:
        The answer to :data:`NAMES`.
    """
    known = sorted(str(row[0]) for row in names.rows)
    lines = []
    for parameter in question.parameters:
        value = values.get(parameter.name, "")
        if parameter.kind == "name" and value and value not in known:
            near = get_close_matches(value, known, n=3, cutoff=0.5)
            lines.append(f"the graph has no name {value}" + (f"; near it: {', '.join(near)}" if near else ""))
    return lines


#: What is no string stands before it: comments, but not the # of an IRI.
_STRING = re.compile(r"""<[^<>"{}|^`\\\s]*>|\#[^\n]*|"((?:[^"\\\n]|\\.)*)"(@[\w-]+|\^\^)?""")
#: A text that is compared by its characters needs no language.
_BY_CHARACTERS = re.compile(
    r"\b(?:STR|CONTAINS|STRSTARTS|STRENDS|STRBEFORE|STRAFTER|REGEX|REPLACE|CONCAT|STRLANG)\s*\([^()]*$", re.IGNORECASE
)


def untagged_names(question: str, names: Answer) -> list[str]:
    """A line for each name of the graph that a question has without its language, or with another: as it stands it fits nothing.

    Parameters
    ----------
    question:
        As it was asked.
    names:
        The answer to :data:`NAMES`.
    """
    known = {row[0] for row in names.rows}
    found = [
        (match.group(), match.group(1))
        for match in _STRING.finditer(question)
        if match.group(1) in known
        and match.group(2) not in ("@zh", "^^")
        and not _BY_CHARACTERS.search(question[: match.start()])
    ]
    return [f'names have a language: write "{name}"@zh for {written}' for written, name in dict.fromkeys(found)]


def names_as_texts(question: Saved, values: Mapping[str, str], names: Answer) -> list[str]:
    """A line for each name of the graph that a question without a head was given, which binds it as a text: it fits no name.

    Parameters
    ----------
    question, values, names:
        As for :func:`unknown_names`.
    """
    declared = {parameter.name for parameter in question.parameters}
    known = {str(row[0]) for row in names.rows}
    return [
        f"{name} is the text {value}, and names are texts in Chinese: ask for STR(?…) = ?{name}, "
        f'or write "{value}"@zh into the question'
        for name, value in values.items()
        if name not in declared and value in known
    ]
