"""What the graph says of itself: labels of its terms, the scheme of sectors, who read it, how much there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from graph import __version__
from graph.rdf.sectors import CLASSIFICATIONS, Sector, ancestry, class_name
from graph.rdf.terms import Minter, Triple, iri, prefixed, text, typed
from graph.rdf.vocabulary import DAI, labels, term
from graph.reading import divisions
from graph.resolution import Identity, Resolution

__all__ = ["dataset", "division_scheme", "provenance", "sector_scheme", "vocabulary_labels"]

_TYPE = prefixed("rdf:type")
_LABEL = prefixed("skos:prefLabel")


def vocabulary_labels() -> Iterator[Triple]:
    """``rdfs:label`` of every class, property and status in zh and en, so that an answer never has to show an IRI."""
    for name, (zh, en) in labels().items():
        yield iri(term(name)), prefixed("rdfs:label"), text(zh, "zh")
        yield iri(term(name)), prefixed("rdfs:label"), text(en, "en")


def provenance(resolution: Resolution, mint: Minter) -> Iterator[Triple]:
    """The software whose readings the graph is made of, and the encoders that it asked; what it read, each reply says."""
    software = iri(mint.software(__version__))
    yield software, _TYPE, iri(term("Software"))
    yield software, prefixed("rdfs:label"), text(f"district-ai-graph {__version__}", "en")
    yield software, prefixed("owl:versionInfo"), text(__version__)
    for version in sorted({reading.encoder for reading in resolution.readings if reading.encoder}):
        encoder = iri(mint.encoder(version))
        yield encoder, _TYPE, iri(term("Encoder"))
        yield encoder, prefixed("rdfs:label"), text(f"multilingual E5 small, adapted {version}", "en")
        yield encoder, prefixed("owl:versionInfo"), text(version)


def sector_scheme(resolution: Resolution, mint: Minter) -> Iterator[Triple]:
    """The sectors that were read, what is broader than they are, and their classes in the national classifications."""
    found = list(ancestry(e.name for e in resolution.entities if e.identity.type == "Sector"))
    if not found:
        return
    scheme = iri(mint.scheme("sectors"))
    yield scheme, _TYPE, prefixed("skos:ConceptScheme")
    yield scheme, _LABEL, text("产业与生活领域", "zh")
    yield scheme, _LABEL, text("Sectors of industry and of life", "en")
    for key in sorted({key for sector in found for _, key, _ in sector.matches}):
        for language, title in zip(("zh", "en"), CLASSIFICATIONS[key], strict=True):
            yield iri(mint.scheme(key)), _LABEL, text(title, language)
        yield iri(mint.scheme(key)), _TYPE, prefixed("skos:ConceptScheme")
    for sector in found:
        yield from _sector(sector, scheme, mint)


def _sector(sector: Sector, scheme: str, mint: Minter) -> Iterator[Triple]:
    concept = iri(mint.sector(sector.name))
    yield concept, _TYPE, prefixed("skos:Concept")
    yield concept, _LABEL, text(sector.name, "zh")
    yield concept, prefixed("skos:inScheme"), scheme
    if sector.broader is None:
        yield concept, prefixed("skos:topConceptOf"), scheme
        yield scheme, prefixed("skos:hasTopConcept"), concept
    else:
        broader = iri(mint.sector(sector.broader))
        yield concept, prefixed("skos:broader"), broader
        yield broader, prefixed("skos:narrower"), concept
    for match, key, code in sector.matches:
        matched = iri(mint.scheme(key, code))
        yield concept, prefixed(f"skos:{match}"), matched
        yield matched, _TYPE, prefixed("skos:Concept")
        yield matched, prefixed("skos:inScheme"), iri(mint.scheme(key))
        yield matched, prefixed("skos:notation"), text(code)
        yield matched, _LABEL, text(class_name(key, code), "zh")


def division_scheme(resolution: Resolution, mint: Minter) -> Iterator[Triple]:
    """The official divisions right below each replying place, and those around it, whether a reply names them or not.

    Without them nothing could say which subdistricts have no pilot, nor which districts are of one city. They are the
    list's statements, in the scheme that names the list as its source, and never a reply's. A place that a reply names
    keeps the name that it has there; the official one is then another label.
    """
    places = sorted({reading.place for reading in resolution.readings if reading.place})
    named = {entity.code: entity.name for entity in resolution.entities if entity.code}
    if not places:
        return
    scheme = iri(mint.scheme("divisions"))
    yield scheme, _TYPE, prefixed("skos:ConceptScheme")
    yield scheme, _LABEL, text("行政区划", "zh")
    yield scheme, _LABEL, text("Administrative divisions", "en")
    yield scheme, prefixed("dcterms:source"), iri(divisions.SOURCE)
    below = ((code, division.code) for code in places for division in divisions.children(code))
    around = (pair for code in places for pair in pairwise([*reversed(divisions.chain(code)), code]))
    concepts = set[str]()
    for larger, code in sorted({*below, *around}):
        yield _concept(mint, code), prefixed("skos:broader"), _concept(mint, larger)
        concepts |= {larger, code}
    for code in sorted(concepts):
        concept, official = _concept(mint, code), divisions.name_of(code) or code
        yield concept, _TYPE, prefixed("skos:Concept")
        yield concept, prefixed("skos:inScheme"), scheme
        yield concept, prefixed("skos:notation"), text(code)
        label = _LABEL if named.get(code, official) == official else prefixed("skos:altLabel")
        yield concept, label, text(official, "zh")


def _concept(mint: Minter, code: str) -> str:
    return iri(mint.entity(Identity("Subdistrict" if len(code) == 9 else "District", "", code)))


def dataset(merged: Iterable[str], replies: int, mint: Minter, licence: str) -> Iterator[Triple]:
    """VoID and DCAT: title, licence, vocabulary, and how many triples, entities of each class and replies there are.

    Parameters
    ----------
    merged:
        N-Triples lines of the merged graph, each once, without this description.
    replies:
        How many were read.
    mint:
        Of the IRIs.
    licence:
        IRI of the graph's licence.
    """
    rows = list(merged)
    parts = (line.split(" ", 2) for line in rows)
    kinds = Counter(value[:-3] for _, predicate, value in parts if predicate == _TYPE and value.startswith(f"<{DAI}"))
    node = iri(mint.dataset())
    found = [*_dataset_heading(node, replies, mint, licence)]
    for kind, count in sorted(kinds.items()):
        part = iri(mint.dataset("class", kind.removeprefix(f"<{DAI}").rstrip(">")))
        found.append((node, prefixed("void:classPartition"), part))
        found.append((part, prefixed("void:class"), kind))
        found.append((part, prefixed("void:entities"), typed(str(count), "integer")))
    found.append((node, prefixed("void:entities"), typed(str(sum(kinds.values())), "integer")))
    found.append((node, prefixed("void:triples"), typed(str(len(rows) + len(found) + 1), "integer")))
    yield from found


def _dataset_heading(node: str, replies: int, mint: Minter, licence: str) -> Iterator[Triple]:
    yield node, _TYPE, prefixed("void:Dataset")
    yield node, _TYPE, prefixed("dcat:Dataset")
    yield node, prefixed("dcterms:title"), text("区域产业生态答复图谱", "zh")
    yield node, prefixed("dcterms:title"), text("Graph of district replies", "en")
    yield node, prefixed("dcterms:description"), text(f"由{replies}件答复读出，每条陈述附有原句。", "zh")
    yield node, prefixed("dcterms:description"), text(f"Read from {replies} replies; every statement has its sentence.", "en")
    yield node, prefixed("dcterms:license"), iri(licence)
    yield node, prefixed("dcterms:creator"), iri(mint.software(__version__))
    yield node, prefixed("void:vocabulary"), iri(DAI.rstrip("#"))
    yield node, prefixed("void:uriSpace"), text(mint.base)
    yield node, prefixed("void:documents"), typed(str(replies), "integer")
