"""JSON-LD with a context that reads well: names instead of IRIs, Chinese text and links as plain strings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pyoxigraph

from graph.rdf.vocabulary import ENTITY_BASE, PREFIXES, kinds

__all__ = ["context", "document"]

_TYPE, _STRING, _INTEGER = PREFIXES["rdf"] + "type", PREFIXES["xsd"] + "string", PREFIXES["xsd"] + "integer"
#: Terms of other vocabularies that the graph uses, and what their values are: Chinese text, a link, or any text.
_OTHERS = {
    "prefLabel": ("skos:prefLabel", "zh"),
    "altLabel": ("skos:altLabel", "zh"),
    "title": ("dcterms:title", "zh"),
    "notation": ("skos:notation", ""),
    **{name: (f"skos:{name}", "@id") for name in ("broader", "narrower", "inScheme", "exactMatch", "closeMatch", "broadMatch")},
    **{name: (f"prov:{name}", "@id") for name in ("used", "wasAssociatedWith", "wasGeneratedBy")},
}


def context(base: str) -> dict[str, Any]:
    """The ``@context``: short names for all that the graph uses, IRIs relative to the base.

    Parameters
    ----------
    base:
        With which the IRIs of entities begin.
    """
    terms: dict[str, Any] = ({"@base": base} if _is_folder(base) else {}) | PREFIXES
    for name, (kind, value) in kinds().items():
        terms[name] = f"dai:{name}"
        if kind == "ObjectProperty":
            terms[name] = {"@id": f"dai:{name}", "@type": "@id"}
        elif kind == "DatatypeProperty" and value == "rdf:langString":
            terms[name] = {"@id": f"dai:{name}", "@language": "zh"}
        elif kind == "DatatypeProperty" and value not in ("xsd:string", "xsd:integer"):
            terms[name] = {"@id": f"dai:{name}", "@type": value}
    for name, (iri, value) in _OTHERS.items():
        terms[name] = {"@id": iri, "@type": "@id"} if value == "@id" else {"@id": iri, "@language": value} if value else iri
    return terms


def _is_folder(base: str) -> bool:
    """Whether an IRI may be written without a base: what stands behind a # or in a URN is relative to nothing."""
    return base.startswith(("http://", "https://")) and base.endswith("/") and "#" not in base


class _Names:
    """How a context writes IRIs and values."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.terms: dict[str, tuple[str, dict[str, str]]] = {}
        for name, meaning in context(base).items():
            if name not in PREFIXES and not name.startswith("@"):
                detail = meaning if isinstance(meaning, dict) else {"@id": meaning}
                prefix, _, local = detail["@id"].partition(":")
                self.terms[PREFIXES[prefix] + local] = (name, detail)

    def iri(self, iri: str) -> str:
        """Relative to the base where IRIs can be, else prefixed, else whole."""
        if iri.startswith(self.base) and iri != self.base and _is_folder(self.base):
            return iri[len(self.base) :]
        return next((f"{p}:{iri[len(b) :]}" for p, b in PREFIXES.items() if iri.startswith(b) and iri != b), iri)

    def key(self, predicate: str) -> tuple[str, dict[str, str]]:
        """A property's name and what the context says of its values."""
        return self.terms.get(predicate) or (self.iri(predicate), {})

    def kind(self, iri: str) -> str:
        """A class as a value of ``@type``."""
        return self.terms[iri][0] if iri in self.terms else self.iri(iri)

    def value(self, term: object, detail: dict[str, str]) -> Any:  # noqa: ANN401 - a JSON value
        """A plain value where the context says the rest, else a value object."""
        if not isinstance(term, pyoxigraph.Literal):
            name = self.iri(str(getattr(term, "value", term)))
            return name if detail.get("@type") == "@id" else {"@id": name}
        if term.language:
            same = detail.get("@language") == term.language
            return term.value if same else {"@value": term.value, "@language": term.language}
        datatype = term.datatype.value
        if datatype == _STRING and not detail.keys() & {"@language", "@type"}:
            return term.value
        if datatype == _INTEGER and "@type" not in detail and str(int(term.value)) == term.value:
            return int(term.value)
        if detail.get("@type") and PREFIXES["xsd"] + detail["@type"].removeprefix("xsd:") == datatype:
            return term.value
        return {"@value": term.value, "@type": self.iri(datatype)}


def _nodes(triples: Iterable[pyoxigraph.Triple], names: _Names) -> Iterator[dict[str, Any]]:
    for subject, group in groupby(triples, key=lambda t: t.subject):
        node: dict[str, Any] = {"@id": names.iri(str(getattr(subject, "value", subject)))}
        for triple in group:
            predicate = triple.predicate.value
            if predicate == _TYPE and isinstance(triple.object, pyoxigraph.NamedNode):
                key, value = "@type", names.kind(triple.object.value)
            else:
                key, detail = names.key(predicate)
                value = names.value(triple.object, detail)
            node.setdefault(key, []).append(value)
        yield {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}


def document(triples: Iterable[pyoxigraph.Triple], base: str = ENTITY_BASE) -> Iterator[str]:
    """A JSON-LD document in pieces, one node a line.

    Parameters
    ----------
    triples:
        Sorted, so that those of one subject stand together.
    base:
        With which the IRIs of entities begin.
    """
    names = _Names(base)
    yield '{"@context": ' + json.dumps(context(base), ensure_ascii=False, indent=1) + ',\n"@graph": ['
    mark = "\n"
    for node in _nodes(triples, names):
        yield mark + json.dumps(node, ensure_ascii=False)
        mark = ",\n"
    yield "\n]}\n"
