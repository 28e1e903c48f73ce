"""Names of the vocabulary, taken from ``ontology.ttl``: a name that is not there cannot be used."""

from __future__ import annotations

import re
from functools import cache

from graph.labels import ONTOLOGY, label, labels

__all__ = ["DAI", "ENTITY_BASE", "LICENCE", "ONTOLOGY", "PREFIXES", "kinds", "label", "labels", "term"]

DAI = "https://w3id.org/district-ai/ontology#"
ENTITY_BASE = "https://w3id.org/district-ai/id/"
#: Of the graph as a collection, where who builds it names no other; the replies are public documents of their departments.
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
#: Prefixes that every question may use without declaring them.
PREFIXES = {
    "dai": DAI,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
}
_KIND = re.compile(r"^dai:(\w+) a owl:(\w+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


def term(name: str) -> str:
    """IRI of a class or property.

    Raises
    ------
    KeyError
        Where the vocabulary does not define it.
    """
    if name not in labels():
        raise KeyError(name)
    return DAI + name


@cache
def kinds() -> dict[str, tuple[str, str]]:
    """Local name of every class and property to its kind (``Class``, ``ObjectProperty``, …) and the name of its range.

    A datatype that OWL 2 does not know stands in ``schema:rangeIncludes``.
    """
    found: dict[str, tuple[str, str]] = {}
    for name, kind, rest in _KIND.findall(ONTOLOGY.read_text(encoding="utf-8")):
        given = re.search(r"schema:rangeIncludes (\S+)", rest) or re.search(r"rdfs:range (\S+)", rest)
        found[name] = (kind, given.group(1) if given else "")
    return found
