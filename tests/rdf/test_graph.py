"""The graph as others read it: parsed by rdflib, every entity and relation with its evidence, names from the vocabulary only."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SKOS
from rdflib.term import Node

from graph.build import Outcome
from graph.rdf.cube import cube_graph
from graph.rdf.vocabulary import DAI, ENTITY_BASE, ONTOLOGY, term
from graph.records import ENTITY_TYPES, RELATION_TYPES

D = rdflib.Namespace(DAI)


@pytest.fixture(scope="module")
def merged(built: tuple[Path, Outcome]) -> rdflib.Graph:
    return rdflib.Graph().parse(built[0] / "graph.ttl")


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY)


def _languages(graph: rdflib.Graph, subject: Node, predicate: Node) -> set[str | None]:
    return {o.language for o in graph.objects(subject, predicate) if isinstance(o, rdflib.Literal)}


def test_turtle_and_nquads_say_the_same(built: tuple[Path, Outcome], merged: rdflib.Graph) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(built[0] / "graph.nq", format="nquads")
    assert set(dataset.default_graph) == set(merged)
    name, figures = sorted(
        (g.identifier for g in dataset.graphs() if g.identifier != dataset.default_graph.identifier), key=str, reverse=True
    )
    assert str(name) == f"{ENTITY_BASE}Reply/changning-2023-070#graph"
    assert str(figures) == cube_graph(ENTITY_BASE)
    own = set(dataset.graph(name))
    assert own < set(merged)


def test_nquads_are_sorted_and_without_doubles(built: tuple[Path, Outcome]) -> None:
    lines = (built[0] / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))


def test_no_blank_nodes(merged: rdflib.Graph) -> None:
    assert not [t for t in merged if any(isinstance(part, rdflib.BNode) for part in t)]


def test_every_entity_and_relation_has_evidence_with_all_its_parts(merged: rdflib.Graph) -> None:
    stated = {
        (merged.value(e, D.subject), merged.value(e, D.property), merged.value(e, D.object))
        for e in merged.subjects(RDF.type, D.Evidence)
    }
    for kind in ENTITY_TYPES:
        for entity in merged.subjects(RDF.type, D[kind]):
            assert (entity, RDF.type, D[kind]) in stated
            assert _languages(merged, entity, SKOS.prefLabel) == {"zh"}
    for relation in RELATION_TYPES:
        for subject, value in merged.subject_objects(D[relation]):
            assert (subject, D[relation], value) in stated
    for evidence in merged.subjects(RDF.type, D.Evidence):
        for part in ("reply", "quotation", "sentence", "start", "end", "status", "rule", "confidence"):
            assert merged.value(evidence, D[part]) is not None, (evidence, part)


def test_what_a_reply_cites_is_said_by_the_evidence_of_the_policy_in_it(merged: rdflib.Graph) -> None:
    told = {(merged.value(e, D.reply), merged.value(e, D.subject)) for e in merged.subjects(RDF.type, D.Evidence)}
    cited = set(merged.subject_objects(D.cites))
    assert cited
    assert cited <= told


def test_only_terms_of_the_vocabulary_are_used(merged: rdflib.Graph, ontology: rdflib.Graph) -> None:
    used = {t for triple in merged for t in triple if str(t).startswith(DAI)}
    assert used <= set(ontology.subjects(RDF.type, None))


def test_every_type_of_the_records_is_in_the_vocabulary() -> None:
    assert [term(name) for name in (*ENTITY_TYPES, *RELATION_TYPES, "cites", "answers")]
    with pytest.raises(KeyError):
        term("Nothing")


def test_labels_and_comments_in_both_languages(ontology: rdflib.Graph) -> None:
    for named in {s for s in ontology.subjects(RDF.type, None) if str(s).startswith(DAI)}:
        for what in (RDFS.label, RDFS.comment):
            assert _languages(ontology, named, what) == {"zh", "en"}, named


def test_places_are_known_by_their_official_code(merged: rdflib.Graph) -> None:
    district = rdflib.URIRef(f"{ENTITY_BASE}District/310105")
    assert str(merged.value(district, SKOS.prefLabel)) == "长宁区"
    assert (rdflib.URIRef(f"{ENTITY_BASE}Subdistrict/310105011"), D.partOf, district) in merged


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper (Debian's raptor2-utils) is not installed")
@pytest.mark.parametrize(("file", "syntax"), [("graph.ttl", "turtle"), ("graph.nq", "nquads")])
def test_a_parser_that_is_not_ours_reads_them(file: str, syntax: str, built: tuple[Path, Outcome]) -> None:
    run = subprocess.run(
        ["rapper", "-q", "-c", "-i", syntax, str(built[0] / file)], capture_output=True, text=True, timeout=600, check=False
    )
    assert run.returncode == 0, run.stderr
