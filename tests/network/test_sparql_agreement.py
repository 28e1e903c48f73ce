"""A figure and the answer of a SPARQL question are the same number: the network is not another truth than the graph."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from graph.rdf.queries import ask, bind, saved
from graph.rdf.store import open_build
from graph.rdf.vocabulary import label
from tests.network.conftest import Several

_INSIDE = """SELECT ?place (COUNT(DISTINCT ?x) AS ?n) WHERE {{
    ?x a dai:{kind} ; dai:{relation} ?first . ?first (dai:locatedIn|dai:partOf)* ?place . FILTER(?place != ?x)
    FILTER {exists} {{ ?v dai:subject ?x ; dai:property dai:{relation} ; dai:object ?o ; dai:status dai:existing .
                       ?o (dai:locatedIn|dai:partOf)* ?place }} }} GROUP BY ?place"""


@pytest.fixture(scope="module")
def answers(several: Several) -> Any:
    store = open_build(several.folder)
    base = several.figures["base"]

    def rows(question: str) -> dict[str, int]:
        return {str(key).removeprefix(base): int(str(n)) for key, n in ask(store, question).rows if key is not None}

    return rows


def test_entities_by_type(several: Several, answers: Any) -> None:
    found = answers(
        "SELECT ?t (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x a ?t ; skos:prefLabel ?l FILTER(?t != dai:Indicator) } GROUP BY ?t"
    )
    by_type = {key.rpartition("#")[2]: n for key, n in found.items()}
    counted = several.figures["counts"]["by_type"]
    assert {kind: by_type[kind] for kind in counted} == counted


@pytest.mark.parametrize("relation", ["locatedIn", "pilotedIn", "inSector", "issuedBy", "partOf"])
def test_statements_by_relation(several: Several, answers: Any, relation: str) -> None:
    (found,) = answers(f"SELECT (STR('n') AS ?k) (COUNT(*) AS ?n) WHERE {{ ?x dai:{relation} ?y }}").values()
    assert found == several.figures["counts"]["by_relation"][relation]


@pytest.mark.parametrize(("kind", "name"), [("Enterprise", "enterprises"), ("Scenario", "scenarios"), ("Carrier", "carriers")])
@pytest.mark.parametrize("status", ["existing", "planned"])
def test_what_is_in_a_place_at_any_depth(several: Several, answers: Any, kind: str, name: str, status: str) -> None:
    relation = "pilotedIn" if kind == "Scenario" else "locatedIn"
    exists = "EXISTS" if status == "existing" else "NOT EXISTS"
    found = answers(_INSIDE.format(kind=kind, relation=relation, exists=exists))
    counted = {row["id"]: row[name][status] for row in several.figures["places"]}
    assert counted == {place: found.get(place, 0) for place in counted}
    assert status == "planned" or sum(counted.values()) > 0


@pytest.mark.parametrize(("kind", "name"), [("Enterprise", "enterprises"), ("Scenario", "scenarios")])
def test_sectors(several: Several, answers: Any, kind: str, name: str) -> None:
    found = answers(f"SELECT ?s (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x a dai:{kind} ; dai:inSector ?s }} GROUP BY ?s")
    assert {row["id"]: row[name] for row in several.figures["sectors"]["rows"] if row[name]} == found


def test_citations(several: Several, answers: Any) -> None:
    found = answers("SELECT ?p (COUNT(DISTINCT ?r) AS ?n) WHERE { ?r dai:cites ?p } GROUP BY ?p")
    assert {row["id"]: row["citations"] for row in several.figures["policies"]} == found


def test_pilots_of_the_subdistricts(several: Several, answers: Any) -> None:
    found = answers(
        "SELECT ?c (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x dai:pilotedIn/(dai:locatedIn|dai:partOf)* ?p . ?p dai:code ?c } GROUP BY ?c"
    )
    for gap in several.figures["gaps"]:
        assert {r["code"]: r["existing"] + r["planned"] for r in gap["rows"]} == {
            r["code"]: found.get(r["code"], 0) for r in gap["rows"]
        }


def test_who_is_put_nowhere(several: Several, answers: Any) -> None:
    for kind, relation, name in (("Enterprise", "locatedIn", "enterprises"), ("Scenario", "pilotedIn", "scenarios")):
        (found,) = answers(
            f"SELECT (STR('n') AS ?k) (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x a dai:{kind} FILTER NOT EXISTS {{ ?x dai:{relation} ?y }} }}"
        ).values()
        assert found == several.figures["unplaced"][name]


def test_departments_and_indicators(several: Several, answers: Any) -> None:
    found = answers("SELECT ?d (COUNT(DISTINCT ?r) AS ?n) WHERE { ?r dai:department ?d } GROUP BY ?d")
    assert found
    counted: Counter[str] = Counter()
    for row in several.figures["departments"]:
        if row["iri"]:
            counted[row["iri"].removeprefix(several.figures["base"])] += row["replies"]
    assert found == counted
    (indicators,) = answers("SELECT (STR('n') AS ?k) (COUNT(DISTINCT ?i) AS ?n) WHERE { ?i a dai:Indicator }").values()
    assert indicators == len(several.figures["indicators"])


@pytest.fixture(scope="module")
def saved_rows(several: Several) -> Any:
    store = open_build(several.folder)

    def rows(name: str, **values: str) -> list[dict[str, str | None]]:
        answer = ask(store, bind(saved()[name], values), name)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    return rows


def test_saved_counts(several: Several, saved_rows: Any) -> None:
    """``counts``: every kind and status of entities."""
    found = {(r["type"], r["status"]): int(r["number"]) for r in saved_rows("counts")}
    counts = several.figures["counts"]
    for kind, number in counts["by_type"].items():
        assert sum(n for (zh, _), n in found.items() if zh == label(kind)) == number, kind
        for status, zh in (("existing", "已有"), ("planned", "规划")):
            assert found.get((label(kind), zh), 0) == counts["by_status"].get(kind, {}).get(status, 0), (kind, status)


def test_saved_policies(several: Several, saved_rows: Any) -> None:
    found = {(r["policy"], int(r["replies"])) for r in saved_rows("policies")}
    assert found == {(row["name"], row["citations"]) for row in several.figures["policies"]}


def test_saved_scenario_sectors(several: Several, saved_rows: Any) -> None:
    found = Counter(r["sector"] for r in saved_rows("scenario-sectors"))
    assert found == {r["name"]: r["existing"] + r["planned"] for r in several.figures["sectors"]["rows"] if r["scenarios"]}


def test_saved_busiest_places(several: Several, saved_rows: Any) -> None:
    found = {(r["place"], r["type"]): (int(r["enterprises"]), int(r["scenarios"])) for r in saved_rows("busiest-places")}
    counted = {
        (row["name"], label(row["type"])): tuple(sum(row["counts"].get(k, {}).values()) for k in ("Enterprise", "Scenario"))
        for row in several.figures["counts"]["by_place"]
    }
    assert found == {place: counts for place, counts in counted.items() if any(counts)}


def test_saved_subdistricts_without_pilot(several: Several, saved_rows: Any) -> None:
    for gap in several.figures["gaps"]:
        found = {r["code"] for r in saved_rows("subdistricts-without-pilot", district=gap["name"])}
        without = {r["code"] for r in gap["rows"] if not r["existing"] + r["planned"]}
        assert without <= found
        inside = {r["code"] for r in gap["rows"]} - without
        for code in found & inside:
            within = next(r for r in gap["rows"] if r["code"] == code)["iri"]
            assert not any(k == "pilotedIn" for _, _, k in several.network.in_edges(within, keys=True)), (
                "it is in a carrier there"
            )


def test_saved_replies_and_figures(several: Several, saved_rows: Any) -> None:
    rows = saved_rows("replies")
    assert len(rows) == several.figures["replies"]
    departments = Counter(r["department"] for r in rows if r["department"])
    for row in several.figures["departments"]:
        assert departments.get(row["name"], row["replies"]) == row["replies"]
    figures = {(r["about"], r["value"], r["unit"], r["reply"]) for r in saved_rows("figures")}
    assert figures == {(r["about"], r["value"], r["unit"], r["reply"]) for r in several.figures["indicators"]}


def test_saved_tenants(several: Several, saved_rows: Any) -> None:
    found = {r["name"] for r in saved_rows("tenants", place="武夷路更新载体")}
    (row,) = [r for r in several.figures["places"] if r["name"] == "武夷路更新载体"]
    assert len(found) == row["enterprises"]["existing"] + row["carriers"]["existing"] == 1
