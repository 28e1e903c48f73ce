"""Labels of the IRIs in an answer, so that nobody has to read an IRI to understand a row."""

from __future__ import annotations

from graph.rdf.queries.answers import Answer

__all__ = ["LABELS", "first_labels"]

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
