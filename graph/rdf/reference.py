"""The vocabulary as a page for people: ``docs/ontology.md``, made from ``ontology.ttl``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from graph.rdf.vocabulary import DAI, ONTOLOGY

__all__ = ["markdown"]

_HEAD = """# The vocabulary

Made from [ontology.ttl](../ontology.ttl) by `python -m graph vocabulary`; do not edit. Every term begins with `{dai}`, in short `dai:`.
It is OWL: open the file in any editor for ontologies. What is aligned with is a superclass or a superproperty: whoever knows the other vocabulary can ask by it once a reasoner has run.

Every entity, every figure and every relation between two entities has one or more `dai:Evidence`: the reply, the words, their position in the reply's `dai:text`, the whole sentence that holds them, the status, the rule and how sure it is. Of an entity the words are its name.
`dai:tenant` and `dai:pilots` are written beside `dai:locatedIn` and `dai:pilotedIn`; their evidence is that of the relation. That a reply `dai:cites` a policy is said by the evidence of the policy in that reply (`?e dai:subject ?policy ; dai:reply ?reply`). What a reply’s heading and signature say (`dai:answers`, `dai:department`, `dai:place`, its title, number, day and the like) has no evidence of its own: it stands at the head and the foot of its `dai:text`.
Labels are `skos:prefLabel` and `skos:altLabel`; a sector's place in the scheme is `skos:broader`, its national classes `skos:exactMatch`, `skos:closeMatch` and `skos:broadMatch`. The official divisions right below each replying place, and its city and province, are `skos:broader` of each other in a scheme that names the list as its `dcterms:source`: the list says so, while `dai:partOf` is what a reply says, or names: that a subdistrict which it names is the replying district's own is known from the list too, and the rule of its evidence is `divisions`. A named graph is `prov:wasGeneratedBy` a `dai:Reading`, which `prov:used` the reply and, where one was asked, the `dai:Encoder`; `void:` and `dcat:` describe the whole.
"""
#: Where a datatype stands that OWL 2 does not know, and that would stop a reasoner as a range.
_RANGE_INCLUDES = rdflib.URIRef("https://schema.org/rangeIncludes")
_TABLES = (
    ("Classes", OWL.Class, ("term", "zh", "definition", "aligned with")),
    ("Relations", OWL.ObjectProperty, ("term", "zh", "definition", "from → to", "inverse", "aligned with")),
    ("Facts", OWL.DatatypeProperty, ("term", "zh", "definition", "from → to", "aligned with")),
    ("Statuses", OWL.NamedIndividual, ("term", "zh", "definition")),
)


def markdown() -> str:
    """Tables of the classes, relations, facts and statuses with labels and definitions in zh and en."""
    graph = rdflib.Graph().parse(ONTOLOGY)
    parts = [_HEAD.format(dai=DAI)]
    for title, kind, columns in _TABLES:
        terms = [t for t in graph.subjects(RDF.type, kind) if isinstance(t, rdflib.URIRef) and t.startswith(DAI)]
        parts.append(f"\n## {title}\n\n{_row(columns)}{_row('---' for _ in columns)}")
        parts += [_row(_cell(graph, term, column) for column in columns) for term in sorted(terms)]
    return "".join(parts)


def _row(cells: Iterator[str] | Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _cell(graph: rdflib.Graph, term: rdflib.URIRef, column: str) -> str:
    if column == "term":
        return f"`{_name(graph, term)}`"
    if column == "zh":
        return _said(graph, term, RDFS.label, "zh")
    if column == "definition":
        return f"{_said(graph, term, RDFS.comment, 'zh')} {_said(graph, term, RDFS.comment, 'en')}"
    if column == "inverse":
        return _names(graph, graph.objects(term, OWL.inverseOf))
    if column == "from → to":
        exact = _names(graph, graph.objects(term, _RANGE_INCLUDES))
        return f"{_ends(graph, term, RDFS.domain)} → {exact or _ends(graph, term, RDFS.range)}"
    return _names(graph, [*graph.objects(term, RDFS.subClassOf), *graph.objects(term, RDFS.subPropertyOf)])


def _said(graph: rdflib.Graph, term: Node, what: Node, language: str) -> str:
    return next(str(o) for o in graph.objects(term, what) if isinstance(o, rdflib.Literal) and o.language == language)


def _name(graph: rdflib.Graph, node: Node) -> str:
    return graph.namespace_manager.normalizeUri(str(node))


def _names(graph: rdflib.Graph, nodes: Iterator[Node] | Sequence[Node]) -> str:
    return ", ".join(sorted(f"`{_name(graph, node)}`" for node in nodes))


def _ends(graph: rdflib.Graph, term: Node, what: Node) -> str:
    """The classes of a domain or a range, those of a union one by one."""
    found: list[Node] = []
    for end in graph.objects(term, what):
        union = graph.value(end, OWL.unionOf)
        found += [end] if union is None else list(Collection(graph, union))
    return _names(graph, found)
