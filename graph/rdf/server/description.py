"""The service description: what the endpoint can do, as SPARQL 1.1 Service Description says it."""

from __future__ import annotations

import pyoxigraph

__all__ = ["service_description"]

_SD, _FORMATS = "http://www.w3.org/ns/sparql-service-description#", "http://www.w3.org/ns/formats/"
_TYPE = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
    "TriG",
    "N-Quads",
)
_KINDS = {
    "text/turtle": pyoxigraph.RdfFormat.TURTLE,
    "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
    "application/trig": pyoxigraph.RdfFormat.TRIG,
    "application/n-quads": pyoxigraph.RdfFormat.N_QUADS,
}


def service_description(endpoint: str, base: str, kind: str) -> bytes:
    """The description in RDF.

    Parameters
    ----------
    endpoint:
        Address of the endpoint.
    base:
        With which the IRIs of the graph begin.
    kind:
        Media type of RDF.
    """
    service = pyoxigraph.NamedNode(endpoint)
    dataset = pyoxigraph.NamedNode(base + "Dataset")
    stated = [
        (service, _TYPE, _sd("Service")),
        (service, _sd("endpoint"), service),
        (service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        (service, _sd("feature"), _sd("EmptyGraphs")),
        (service, _sd("defaultDataset"), dataset),
        (service, _sd("availableGraphs"), dataset),
        (dataset, _TYPE, _sd("Dataset")),
        (dataset, _TYPE, pyoxigraph.NamedNode("http://rdfs.org/ns/void#Dataset")),
        (dataset, pyoxigraph.NamedNode("http://rdfs.org/ns/void#sparqlEndpoint"), service),
        *((service, _sd("resultFormat"), pyoxigraph.NamedNode(_FORMATS + name)) for name in _RESULTS),
    ]
    triples = [pyoxigraph.Triple(s, p, o) for s, p, o in stated]
    bare = ("application/n-triples", "application/n-quads")
    prefixes = None if kind in bare else {"sd": _SD, "void": "http://rdfs.org/ns/void#"}
    return pyoxigraph.serialize(triples, format=_KINDS[kind], prefixes=prefixes) or b""


def _sd(name: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(_SD + name)
