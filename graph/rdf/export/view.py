"""The graph as programs for networks and tables see it: entities as nodes, relations as edges."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyoxigraph

from graph.rdf.queries import ask
from graph.rdf.vocabulary import labels

__all__ = ["Edge", "Node", "View", "view_of"]

#: A figure that a reply states is no entity, and no relation leads to it: statistics/indicators.csv has them.
_NODES = """SELECT ?iri ?name ?class ?status ?code ?alias WHERE {
  ?iri a ?class ; skos:prefLabel ?name .
  FILTER(STRSTARTS(STR(?class), STR(dai:)) && ?class != dai:Indicator)
  OPTIONAL { ?iri dai:status ?status }
  OPTIONAL { ?iri dai:code ?code }
  OPTIONAL { ?iri skos:altLabel ?alias }
} ORDER BY ?iri ?class ?alias"""
_EVIDENCE = """SELECT ?subject ?property ?object ?status ?reply ?start ?sentence WHERE {
  ?evidence dai:subject ?subject ; dai:property ?property ; dai:object ?object ; dai:status ?status ;
    dai:sentence ?sentence ; dai:start ?start ; dai:reply/dai:id ?reply
} ORDER BY ?subject ?property ?object ?reply ?start ?sentence"""


@dataclass(slots=True)
class _Said:
    replies: dict[str, None] = field(default_factory=dict)
    count: int = 0
    sentence: str = ""
    existing: bool = False

    def add(self, status: str, reply: str, sentence: str) -> None:
        self.replies[reply] = None
        self.count += 1
        self.sentence = self.sentence or sentence
        self.existing = self.existing or status == "existing"


@dataclass(frozen=True, slots=True)
class Node:
    """One entity: its IRI, names, type, status, official code, the replies that name it and how often, a sentence."""

    iri: str
    name: str
    type: str
    type_zh: str
    status: str
    code: str
    aliases: tuple[str, ...]
    replies: tuple[str, ...]
    evidence: int


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation: its ends, name, status, the replies that state it and how often, and the first sentence that does."""

    source: str
    target: str
    relation: str
    relation_zh: str
    status: str
    replies: tuple[str, ...]
    evidence: int
    sentence: str


@dataclass(frozen=True, slots=True)
class View:
    """Nodes by IRI, edges by their ends and relation; both sorted."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def _local(iri: str | None) -> str:
    return (iri or "").rsplit("#", 1)[-1]


def view_of(store: pyoxigraph.Store) -> View:
    """Every entity and every relation of the merged graph."""
    said: dict[tuple[str, str, str], _Said] = {}
    for subject, relation, target, status, reply, _, sentence in ask(store, _EVIDENCE).rows:
        key = (str(subject), _local(relation), str(target))
        said.setdefault(key, _Said()).add(_local(status), str(reply), str(sentence))
    found: dict[str, tuple[str, str, str, str, list[str]]] = {}
    for iri, name, kind, status, code, alias in ask(store, _NODES).rows:
        row = found.setdefault(str(iri), (str(name), _local(kind), _local(status), code or "", []))
        if alias:
            row[4].append(alias)
    nodes = []
    types = {s: heard for (s, relation, _), heard in said.items() if relation == "type"}
    for iri, (name, kind, status, code, aliases) in sorted(found.items()):
        heard = types.get(iri, _Said())
        nodes.append(Node(iri, name, kind, labels()[kind][0], status, code, tuple(aliases), tuple(heard.replies), heard.count))
    edges = [
        Edge(
            s,
            o,
            p,
            labels()[p][0],
            "existing" if h.existing else "planned",
            tuple(h.replies),
            h.count,
            " ".join(h.sentence.split()),
        )
        for (s, p, o), h in sorted(said.items())
        if s in found and o in found
    ]
    return View(tuple(nodes), tuple(edges))
