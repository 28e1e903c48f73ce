"""The Data Cube: well-formed by the standard's integrity constraints, and the same numbers as statistics.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from graph.build import Outcome
from graph.network import statistics_of
from graph.rdf.cube import QB, STATISTICS, cube, cube_graph
from graph.rdf.queries import ask
from graph.rdf.store import open_build
from tests.network.small import network

_HEAD = f"PREFIX qb: <{QB}> PREFIX s: <{STATISTICS}> "


@pytest.fixture(scope="module")
def figures(built: tuple[Path, Outcome]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((built[0] / "statistics.json").read_text(encoding="utf-8"))
    return found


def _rows(built: tuple[Path, Outcome], pattern: str, graph: str) -> list[tuple[str | None, ...]]:
    return list(ask(open_build(built[0]), f"{_HEAD} SELECT * WHERE {{ GRAPH <{graph}> {{ {pattern} }} }}").rows)


#: What must not be found; the numbers are those of the constraints in the recommendation's section 11.1.
_FORBIDDEN = {
    "IC-1 an observation has one data set": "?o a qb:Observation FILTER NOT EXISTS { ?o qb:dataSet ?d }",
    "IC-1 and no second one": "?o qb:dataSet ?d , ?e FILTER(?d != ?e)",
    "IC-2 a data set has one structure": "?d a qb:DataSet FILTER NOT EXISTS { ?d qb:structure ?s }",
    "IC-3 a structure has a measure": "?s a qb:DataStructureDefinition FILTER NOT EXISTS { ?s qb:component/qb:measure ?m }",
    "IC-4 a dimension that is its own has a label": "?p a qb:DimensionProperty FILTER NOT EXISTS { ?p rdfs:label ?l }",
    "IC-4 a measure has a range": "?p a qb:MeasureProperty FILTER NOT EXISTS { ?p rdfs:range ?r }",
    "IC-11 every dimension has a value": (
        "?o qb:dataSet/qb:structure/qb:component/qb:dimension ?p FILTER NOT EXISTS { ?o ?p ?v }"
    ),
    "IC-12 no two observations at one point": (
        "?o qb:dataSet ?d ; qb:measureType ?m . ?x qb:dataSet ?d ; qb:measureType ?m FILTER(STR(?o) < STR(?x)) "
        "FILTER NOT EXISTS { ?d qb:structure/qb:component/qb:dimension ?p . ?o ?p ?v . ?x ?p ?w FILTER(?v != ?w) }"
    ),
    "IC-15 the named measure is there": "?o qb:measureType ?m FILTER NOT EXISTS { ?o ?m ?v }",
    "IC-16 and no other": "?o qb:measureType ?m ; ?n ?v . ?n a qb:MeasureProperty FILTER(?m != ?n)",
}


@pytest.mark.parametrize("rule", sorted(_FORBIDDEN))
def test_integrity(built: tuple[Path, Outcome], figures: dict[str, Any], rule: str) -> None:
    assert _rows(built, _FORBIDDEN[rule], cube_graph(figures["base"])) == []


def test_the_same_numbers(built: tuple[Path, Outcome], figures: dict[str, Any]) -> None:
    graph = cube_graph(figures["base"])
    measures = ("enterprisesExisting", "scenariosPlanned", "memberships", "shannon", "hhi")
    found = {
        (p, m.rpartition("#")[2]): v
        for p, m, v in _plain(
            built, f"?o qb:dataSet <{figures['base']}Dataset/statistics/places> ; s:area ?p ; qb:measureType ?m ; ?m ?v", graph
        )
    }
    for row in figures["places"]:
        values = (row["enterprises"]["existing"], row["scenarios"]["planned"], row["memberships"], row["shannon"], row["hhi"])
        for measure, value in zip(measures, values, strict=True):
            given = found.get((row["iri"], measure))
            assert (given is None) if value is None else float(given or "nan") == value, (row["name"], measure)
    status = {
        (k.rpartition("#")[2], s.rpartition("#")[2]): int(v)
        for k, s, v in _plain(built, "?o s:kind ?p ; s:status ?m ; s:number ?v", graph)
    }
    assert status == {(k, s): n for k, row in figures["counts"]["by_status"].items() for s, n in row.items()}


def _plain(built: tuple[Path, Outcome], pattern: str, graph: str) -> list[tuple[str, str, str]]:
    answer = ask(open_build(built[0]), f"{_HEAD} SELECT ?p ?m ?v WHERE {{ GRAPH <{graph}> {{ {pattern} }} }}")
    return [(str(p), str(m), str(v)) for p, m, v in answer.rows]


def test_it_is_only_in_its_own_graph(built: tuple[Path, Outcome], figures: dict[str, Any]) -> None:
    store = open_build(built[0])
    named = {
        quad.graph_name.value
        for quad in store.quads_for_pattern(None, None, pyoxigraph.NamedNode(QB + "Observation"), None)
        if isinstance(quad.graph_name, pyoxigraph.NamedNode)
    }
    assert named == {cube_graph(figures["base"])}
    assert not list(store.quads_for_pattern(None, None, pyoxigraph.NamedNode(QB + "Observation"), pyoxigraph.DefaultGraph()))
    lines = (built[0] / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))


def test_nothing_to_observe() -> None:
    assert not [t for t in cube(statistics_of(network([]), 0)) if t[2].endswith("Observation>")]
