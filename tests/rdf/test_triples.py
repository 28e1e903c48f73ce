"""IRIs and literals: what a reply holds is data, whatever characters it is made of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from graph.network.ledger import Ledger
from graph.network.promises import indicators_of
from graph.rdf import ENTITY_BASE, write_graph
from graph.rdf.queries import Answer, ask
from graph.rdf.remote.readings import readings_of
from graph.rdf.store import fill
from graph.rdf.terms import Minter
from graph.rdf.vocabulary import term
from graph.records import Entity, Evidence, Heading, Indicator, Reading, Relation, Status
from graph.resolution import Identity, first_form, resolve

PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
NASTY = '"<script>\\ \n#?%{}|^`> . <urn:x> <urn:y> <urn:z'


def _reading(name: str, reply: str = "r", place: str | None = "310105") -> Reading:
    entity = Entity("Scenario", name, (), Status.PLANNED, (Evidence(0, len(name), name),), "rule", 0.9)
    return Reading(reply, name, "r.txt", Heading(title=name), place, (entity,))


def test_a_nasty_name_stays_one_literal(tmp_path: Path) -> None:
    write_graph(tmp_path, resolve([_reading(NASTY)]))
    dataset = rdflib.Dataset()
    dataset.parse(tmp_path / "graph.nq", format="nquads")
    turtle = rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert set(dataset.default_graph) == set(turtle)
    assert rdflib.Literal(NASTY, lang="zh") in set(turtle.objects())
    assert not [t for t in turtle if "urn:x" in (str(t[0]), str(t[1]), str(t[2]))]


def test_a_text_that_ends_as_a_datatype_begins_stays_one_literal(tmp_path: Path) -> None:
    """``dai:text`` is a string without a language."""
    text = "甲^^<http://www.w3.org/2001/XMLSchema#date"
    write_graph(tmp_path, resolve([_reading(text)]))
    assert rdflib.Literal(text) in set(rdflib.Graph().parse(tmp_path / "graph.ttl").objects())


@given(st.text(min_size=1, max_size=40))
def test_an_iri_holds_no_character_that_ends_it(name: str) -> None:
    iri = Minter(ENTITY_BASE).entity(Identity("Scenario", "310105", name))
    assert iri.startswith(f"{ENTITY_BASE}Scenario/310105/")
    assert not set(iri) & set(' <>"{}|\\^`\n\t')


def test_identity_is_scoped_where_a_name_is_not_unique() -> None:
    here, there = _reading("智慧书店", "a"), _reading("智慧书店", "b", "310104")
    assert len(resolve([here, there]).entities) == 2
    assert len(resolve([here, _reading("智慧书店", "c")]).entities) == 1


@pytest.mark.parametrize(
    ("kind", "name", "things"),
    [
        ("Enterprise", "黑湖科技", 1),
        ("Policy", "国务院关于深入实施“人工智能+”行动的意见", 1),
        ("Policy", "上海市数字经济发展规划", 1),
        ("Policy", "数字经济发展规划", 2),
        ("Organisation", "上海市经济和信息化委员会", 1),
        ("Organisation", "商务委员会", 2),
        ("Carrier", "上海硅巷", 2),
    ],
)
def test_a_name_in_two_districts_is_one_thing_only_where_it_says_whose_it_is(kind: str, name: str, things: int) -> None:
    here, there = _reading(name, "a"), _reading(name, "b", "310104")
    both = [replace(one, entities=(replace(one.entities[0], type=kind),)) for one in (here, there)]
    assert len(resolve(both).entities) == things


@pytest.mark.parametrize(
    ("kind", "places", "things"),
    [
        ("Carrier", ("310000", "310107"), ["310107"]),  # 上海市, 普陀区
        ("BusinessCircle", ("330100", "330109"), ["330109"]),  # 杭州市, 萧山区
        ("Carrier", ("310000", "310107", "310105"), ["310000", "310105", "310107"]),
        ("Carrier", ("320000", "310107"), ["310107", "320000"]),
        ("Carrier", ("330000", "330109"), ["330000", "330109"]),  # a province is no city
        ("Scenario", ("310000", "310107"), ["310000", "310107"]),  # the city's own, and the district's
    ],
)
def test_a_park_of_a_city_is_that_of_the_one_district_that_calls_one_so(
    kind: str, places: tuple[str, ...], things: list[str]
) -> None:
    told = [_reading("桃源智创城", place, place) for place in places]
    both = [replace(one, entities=(replace(one.entities[0], type=kind),)) for one in told]
    assert [entity.identity.scope for entity in resolve(both).entities] == things
    assert resolve(both[::-1]) == resolve(both)


@pytest.mark.parametrize(("code", "things"), [("310105", ["310105", "310107"]), ("310104", ["310000", "310105", "310107"])])
def test_a_park_that_the_city_puts_into_a_district_is_that_of_no_other(code: str, things: list[str]) -> None:
    readings = []
    for place in ("310000", "310105", "310107"):
        reading = _reading("桃源智创城", place, place)
        park = replace(reading.entities[0], type="Carrier")
        district = replace(park, type="District", name="某区", code=code)
        said = Relation("locatedIn", "Carrier", park.name, "District", "某区", Status.EXISTING, park.evidence, "rule", 0.9)
        city = place == "310000"
        readings.append(replace(reading, entities=(park, district) if city else (park,), relations=(said,) if city else ()))
    found = [entity.identity.scope for entity in resolve(readings).entities if entity.identity.type == "Carrier"]
    assert found == things


def test_the_first_form_of_a_name_does_not_change() -> None:
    assert first_form("文定 Ｘ “梧桐”SPACE") == "文定X梧桐SPACE"


def test_what_exists_in_one_reply_exists() -> None:
    planned = _reading("智慧书店", "a")
    existing = Reading(
        "b",
        "智慧书店",
        "b.txt",
        Heading(),
        "310105",
        (Entity("Scenario", "智慧书店", (), Status.EXISTING, (Evidence(0, 4, "智慧书店"),), "rule", 0.9),),
    )
    (entity,) = resolve([planned, existing]).entities
    assert entity.status is Status.EXISTING
    assert [reply for reply, _ in entity.said] == ["a", "b"]


class _Filled:
    """A store that is asked as a server is."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self.store = store

    def ask(self, question: str, name: str = "the question", timeout: float | None = None) -> Answer:
        return ask(self.store, question, name, timeout)


def test_the_encoder_that_was_asked_is_named_and_comes_back_from_the_graph(tmp_path: Path) -> None:
    asked = replace(_reading("智慧书店", "a"), encoder="0123456789ab")
    write_graph(tmp_path, resolve([asked, _reading("智慧书店", "b")]))
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    used = {str(s).rpartition("/")[2]: {str(o) for o in graph.objects(s, PROV.used)} for s in graph.subjects(PROV.used)}
    encoder = f"{ENTITY_BASE}Encoder/0123456789ab"
    assert used == {"a": {f"{ENTITY_BASE}Reply/a", encoder}, "b": {f"{ENTITY_BASE}Reply/b"}}
    assert "0123456789ab" in str(graph.value(rdflib.URIRef(encoder), rdflib.RDFS.label))
    store = _Filled(fill(tmp_path / "store", tmp_path / "graph.nq"))
    assert [reading.encoder for reading in readings_of(store, "the store")] == ["0123456789ab", None]


def test_the_same_figure_of_two_years_is_two_and_told_twice_it_is_one(tmp_path: Path) -> None:
    text = "2023年建成8家，2024年建成8家，2024年的8家已开业。"
    told = [(2023, 0, 9), (2024, 10, 19), (2024, 20, 31)]
    figures = [Indicator("建成", "8", "家", (Evidence(a, b, text[a:b]),), "rule", 0.7, year) for year, a, b in told]
    reading = Reading("r", text, "r.txt", Heading(), "310105", indicators=tuple(figures))
    write_graph(tmp_path, resolve([reading]))
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    years = [
        {str(y) for y in graph.objects(s, rdflib.URIRef(term("year")))}
        for s in graph.subjects(rdflib.RDF.type, rdflib.URIRef(term("Indicator")))
    ]
    assert sorted(map(sorted, years)) == [["2023"], ["2024"]]
    rows = indicators_of([reading], ENTITY_BASE, Ledger())
    assert sorted((row["year"], row["iri"] in {str(s) for s in graph.subjects()}) for row in rows) == [(2023, True), (2024, True)]


@pytest.mark.parametrize(("value", "amount"), [("320", "320"), ("1234.50", "1234.5"), ("不超过500", None), ("近七成", None)])
def test_a_figure_is_a_number_only_where_it_says_just_so_much(value: str, amount: str | None, tmp_path: Path) -> None:
    figure = Indicator("企业", value, "家", (Evidence(0, 2, "企业"),), "rule", 0.7)
    write_graph(tmp_path, resolve([replace(_reading("企业"), indicators=(figure,))]))
    found = set(rdflib.Graph().parse(tmp_path / "graph.ttl").objects(predicate=rdflib.URIRef(term("amount"))))
    assert {str(number) for number in found} == ({amount} if amount else set())
