"""The vocabulary: consistent under OWL RL, complete, aligned, and its page in step with it."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS, XSD
from rdflib.paths import mul_path

from graph import __version__
from graph.build import Outcome
from graph.rdf.reference import markdown
from graph.rdf.validation import SHAPES
from graph.rdf.vocabulary import DAI, ENTITY_BASE, ONTOLOGY
from tests.conftest import ROOT

D = rdflib.Namespace(DAI)
GEO = rdflib.Namespace("http://www.opengis.net/ont/geosparql#")
SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
ID = rdflib.Namespace(ENTITY_BASE)
ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY)


def _closure(*parts: rdflib.Graph) -> rdflib.Graph:
    graph = rdflib.Graph()
    for part in parts:
        graph += part
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def _faults(graph: rdflib.Graph) -> list[str]:
    return [str(message) for node in graph.subjects(RDF.type, ERROR) for message in graph.objects(node) if message != ERROR]


@pytest.fixture(scope="module")
def inferred(ontology: rdflib.Graph, built: tuple[Path, Outcome]) -> rdflib.Graph:
    """What follows from one carrier, its tenants and their evidence: the whole reply takes a minute."""
    merged = rdflib.Graph().parse(built[0] / "graph.ttl")
    around = {ID["District/310105"], *merged.subjects(D.locatedIn, ID["District/310105"])}
    part = rdflib.Graph()
    for node in {*around, *merged.objects(None, D.reply), *list(merged.subjects(D.subject, ID["District/310105"]))[:5]}:
        part += merged.triples((node, None, None))
    part.add((ID["Subdistrict/310105011"], D.partOf, ID["District/310105"]))
    return _closure(ontology, part)


def test_consistent_under_owl_rl(ontology: rdflib.Graph) -> None:
    assert _faults(_closure(ontology)) == []


def test_the_real_graph_is_consistent_with_it(inferred: rdflib.Graph) -> None:
    assert _faults(inferred) == []


def test_a_carrier_that_is_a_district_is_not(ontology: rdflib.Graph) -> None:
    broken = rdflib.Graph()
    broken.add((ID.x, RDF.type, D.Carrier))
    broken.add((ID.x, RDF.type, D.District))
    assert _faults(_closure(ontology, broken))


def test_other_vocabularies_can_be_asked(inferred: rdflib.Graph) -> None:
    district = ID["District/310105"]
    assert (district, RDF.type, SCHEMA.AdministrativeArea) in inferred
    assert (ID["Subdistrict/310105011"], GEO.sfWithin, district) in inferred
    assert (None, SCHEMA.location, district) in inferred
    assert (district, SKOS.notation, rdflib.Literal("310105")) in inferred
    assert (None, PROV.hadPrimarySource, ID["Reply/changning-2023-070"]) in inferred


def test_every_property_has_domain_and_range(ontology: rdflib.Graph) -> None:
    for kind in PROPERTIES:
        for named in ontology.subjects(RDF.type, kind):
            if str(named).startswith(DAI):
                assert ontology.value(named, RDFS.domain) is not None, named
                assert ontology.value(named, RDFS.range) is not None, named


def test_what_is_used_of_other_vocabularies_is_declared(ontology: rdflib.Graph) -> None:
    """An editor warns of a class or a property whose kind it does not know."""
    for named in {o for p in (RDFS.subClassOf, RDFS.subPropertyOf) for o in ontology.objects(None, p)}:
        assert set(ontology.objects(named, RDF.type)) & {OWL.Class, *PROPERTIES}, named
    core = (str(RDF), str(RDFS), str(OWL))
    for used in {p for p in ontology.predicates() if not str(p).startswith(core)}:
        assert (used, RDF.type, OWL.AnnotationProperty) in ontology, used


#: The datatype of a shape, or those of its alternatives.
_DATATYPES = SH.datatype | SH["or"] / mul_path(RDF.rest, "*") / RDF.first / SH.datatype


def test_a_reasoner_knows_every_datatype(ontology: rdflib.Graph) -> None:
    """HermiT, which an editor starts, stops at a range that is not in the datatype map of OWL 2 (section 4 of its syntax)."""
    known = {RDFS.Literal, *(XSD[name] for name in ("string", "boolean", "decimal", "integer", "double", "dateTime", "anyURI"))}
    datatype_properties = set(ontology.subjects(RDF.type, OWL.DatatypeProperty))
    assert {o for p in datatype_properties for o in ontology.objects(p, RDFS.range)} <= known
    # What such a range leaves open, the shapes hold the values to.
    shapes = rdflib.Graph().parse(SHAPES)
    for named, datatype in ontology.subject_objects(SCHEMA.rangeIncludes):
        assert ontology.value(named, RDFS.range) == RDFS.Literal
        held = {o for shape in shapes.subjects(SH.path, named) for o in shapes.objects(shape, _DATATYPES)}
        assert datatype in held, named


def test_no_name_is_two_kinds_of_thing(ontology: rdflib.Graph) -> None:
    """What OWL 2 DL forbids, and an editor warns of: one IRI as two kinds of property, or as class and datatype."""
    exclusive = (*PROPERTIES, OWL.AnnotationProperty)
    for named in set(ontology.subjects(RDF.type)):
        kinds = set(ontology.objects(named, RDF.type))
        assert len(kinds & set(exclusive)) <= 1, named
        assert not {OWL.Class, RDFS.Datatype} <= kinds, named


def test_the_file_is_an_ontology_with_a_version(ontology: rdflib.Graph) -> None:
    (whole,) = ontology.subjects(RDF.type, OWL.Ontology)
    assert str(whole) == DAI.rstrip("#")
    assert ontology.value(whole, OWL.versionInfo) == rdflib.Literal(__version__)
    assert ontology.value(whole, OWL.versionIRI) == rdflib.URIRef(f"{whole}/{__version__}")


def test_every_term_has_its_words_in_two_languages(ontology: rdflib.Graph) -> None:
    for named in {s for s in ontology.subjects(RDF.type) if str(s).startswith(DAI)}:
        for what in (RDFS.label, RDFS.comment):
            said = [o for o in ontology.objects(named, what) if isinstance(o, rdflib.Literal)]
            assert sorted(str(o.language) for o in said) == ["en", "zh"], (named, what)
            assert all(str(o).strip() for o in said)


def test_a_property_is_aligned_with_its_own_kind(ontology: rdflib.Graph) -> None:
    for named, above in ontology.subject_objects(RDFS.subPropertyOf):
        assert any({(named, RDF.type, k), (above, RDF.type, k)} <= set(ontology) for k in PROPERTIES), (named, above)


def test_the_page_is_in_step_with_the_file() -> None:
    page = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    assert page == markdown(), "run: python -m graph vocabulary > docs/ontology.md"
