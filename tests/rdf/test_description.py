"""What the graph says of itself: sectors in a scheme, who read it, how much there is, labels of its terms."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS, VOID

from graph.build import Outcome
from graph.rdf.sectors import ancestry, class_name, scheme
from graph.rdf.vocabulary import DAI, ENTITY_BASE
from graph.reading.lexicon import typed
from graph.reading.spans import sentence_around
from tests.conftest import ROOT

D, ID = rdflib.Namespace(DAI), rdflib.Namespace(ENTITY_BASE)


@pytest.fixture(scope="module")
def merged(built: tuple[Path, Outcome]) -> rdflib.Graph:
    return rdflib.Graph().parse(built[0] / "graph.ttl")


def test_every_sector_that_the_reader_knows_is_in_the_scheme() -> None:
    lines = (ROOT / "data" / "lexicon" / "sectors.tsv").read_text(encoding="utf-8").splitlines()
    assert {line for line in lines if line and not line.startswith("#")} <= scheme().keys()
    assert {field for field, kind in typed("led_fields").items() if kind == "field"} <= scheme().keys()


def test_the_scheme_is_a_tree_whose_classes_have_names() -> None:
    for sector in scheme().values():
        assert sector.broader is None or sector.broader in scheme(), sector
        seen, at = {sector.name}, sector.broader
        while at is not None:
            assert at not in seen, sector
            seen.add(at)
            at = scheme()[at].broader
        for _, classification, code in sector.matches:
            assert class_name(classification, code)


def test_ancestry_ends_at_the_top() -> None:
    assert [sector.name for sector in ancestry(["大模型", "没有这个领域"])] == [
        "人工智能",
        "大模型",
        "战略性新兴产业",
        "新一代信息技术",
    ]


def test_a_sector_has_broader_ones_and_national_classes(merged: rdflib.Graph) -> None:
    internet = ID["Sector/工业互联网"]
    broader = {str(merged.value(b, SKOS.prefLabel)) for b in merged.transitive_objects(internet, SKOS.broader)}
    assert {"互联网", "信息服务", "现代服务业"} <= broader
    matched = merged.value(ID["Sector/互联网"], SKOS.closeMatch)
    assert str(matched).startswith(f"{ENTITY_BASE}Scheme/")
    assert merged.value(matched, SKOS.notation) is not None
    for concept in merged.subjects(SKOS.inScheme, ID["Scheme/sectors"]):
        assert len(list(merged.objects(concept, SKOS.prefLabel))) == 1


def test_the_official_list_says_what_the_district_is_part_of(merged: rdflib.Graph) -> None:
    """Subdistrict, district and city by the list and its source; what no sentence says is no statement of a reply."""
    street, district, city = (ID[name] for name in ("Subdistrict/310105010", "District/310105", "District/310000"))
    assert list(merged.objects(street, SKOS.broader)) == [district]
    assert list(merged.objects(district, SKOS.broader)) == [city]
    assert merged.value(city, SKOS.notation) == rdflib.Literal("310000")
    assert str(merged.value(city, SKOS.prefLabel)) == "上海市"
    scheme = merged.value(city, SKOS.inScheme)
    assert str(merged.value(scheme, DCTERMS.source)).startswith("https://")
    assert (district, D.partOf, city) not in merged


def test_the_named_graph_tells_who_read_it(merged: rdflib.Graph) -> None:
    activity = merged.value(ID["Reply/changning-2023-070#graph"], PROV.wasGeneratedBy)
    assert (activity, PROV.used, ID["Reply/changning-2023-070"]) in merged
    software = merged.value(activity, PROV.wasAssociatedWith)
    assert (software, RDF.type, D.Software) in merged


def test_the_dataset_counts_what_there_is(merged: rdflib.Graph) -> None:
    dataset = ID.Dataset
    assert int(str(merged.value(dataset, VOID.triples))) == len(merged)
    assert merged.value(dataset, DCTERMS.license) is not None
    for part in merged.objects(dataset, VOID.classPartition):
        kind = merged.value(part, VOID["class"])
        assert int(str(merged.value(part, VOID.entities))) == len(set(merged.subjects(RDF.type, kind))), kind


def test_terms_have_labels_in_the_graph(merged: rdflib.Graph) -> None:
    labels = {o.language: str(o) for o in merged.objects(D.locatedIn, RDFS.label) if isinstance(o, rdflib.Literal)}
    assert labels == {"zh": "位于", "en": "located in"}


def test_the_inverse_is_written_beside_the_relation(merged: rdflib.Graph) -> None:
    for forward, back in ((D.locatedIn, D.tenant), (D.pilotedIn, D.pilots)):
        assert {(o, s) for s, o in merged.subject_objects(forward)} == set(merged.subject_objects(back))


def test_the_text_holds_every_quotation(merged: rdflib.Graph) -> None:
    for evidence in merged.subjects(RDF.type, D.Evidence):
        text = str(merged.value(merged.value(evidence, D.reply), D.text))
        start, end = (int(str(merged.value(evidence, D[part]))) for part in ("start", "end"))
        assert text[start:end] == str(merged.value(evidence, D.quotation))


def test_every_evidence_has_the_whole_sentence(merged: rdflib.Graph) -> None:
    """From a beginning of a sentence to an end of one, wherever a reply's sentences are no longer than one reads."""
    for evidence in merged.subjects(RDF.type, D.Evidence):
        text = str(merged.value(merged.value(evidence, D.reply), D.text))
        start, end = (int(str(merged.value(evidence, D[part]))) for part in ("start", "end"))
        first, last = sentence_around(text, start, end)
        assert (first <= start, last >= end) == (True, True)
        assert text[first:last] == str(merged.value(evidence, D.sentence))
    said = {str(merged.value(e, D.sentence)) for e in merged.subjects(D.quotation, rdflib.Literal("同仁医院", "zh"))}
    assert said == {"同仁医院成为全市首家开展数字人民币应用的三级医院。"}
