"""The figures together: by hand on a small network, on the real reply against the readings, and what must not change them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import Outcome
from graph.network import figures_of, network_of, statistics_of
from graph.network.communities import LEAST_Z
from graph.network.engines import engine_for
from graph.network.evidence import keys_of
from graph.network.ledger import Ledger
from graph.network.projections import MEMBER_TYPE
from graph.network.statistics import SCHEMA
from graph.records import Entity, Evidence, Heading, Reading, Status
from graph.resolution import resolve
from tests.network.conftest import Several
from tests.network.small import network

_ENDS = {
    "locatedIn": (("e1", "e2", "C1", "C2"), ("C1", "C2", "S1", "D1")),
    "pilotedIn": (("s1", "s2"), ("C1", "S1", "D1")),
    "inSector": (("e1", "e2", "s1"), ("F1", "F2")),
    "partOf": (("S1",), ("D1",)),
}
_EDGES = st.sets(
    st.one_of(*(st.tuples(st.sampled_from(u), st.just(kind), st.sampled_from(v)) for kind, (u, v) in _ENDS.items())), max_size=14
)


def test_a_path_of_three_and_one_alone() -> None:
    """e1-C1-e2: density 2/(4·3/2) = 1/3; betweenness of C1 is 1 of the 3 pairs of the other nodes."""
    made = network([("e1", "locatedIn", "C1"), ("e2", "locatedIn", "C1")], ("e9",), planned=("e1", "e2"))
    figures = statistics_of(made, 1)
    structure = figures["structure"]
    assert (structure["nodes"], structure["edges"], structure["density"]) == (4, 2, 0.333333)
    assert (structure["components"], structure["component_sizes"], structure["isolated"]) == (2, [3, 1], 1)
    assert (structure["articulation_points"], structure["bridges"]) == (["C1"], [["C1", "e1"], ["C1", "e2"]])
    assert structure["assortativity_by_type"] == -1.0
    top = figures["centrality"][0]
    assert (top["name"], top["degree"], top["betweenness"], top["degree_centrality"]) == ("C1", 2, 0.333333, 0.666667)
    assert figures["betweenness_pivots"] is None
    assert figures["counts"]["by_place"] == [
        {"id": "C1", "iri": "C1", "name": "C1", "type": "Carrier", "counts": {"Enterprise": {"existing": 0, "planned": 2}}}
    ]


@pytest.mark.parametrize("alone", [(), ("e1",), ("C1",), ("D1", "F1")])
def test_next_to_nothing(alone: tuple[str, ...]) -> None:
    """An empty build, one node, no place, no sector: no division by zero, no NaN, no community."""
    figures, ledger = figures_of(network([], alone), 0)
    assert figures["structure"]["nodes"] == len(alone)
    assert figures["communities"]["groups"] == []
    assert figures["communities"]["note"]
    assert json.loads(json.dumps(figures, allow_nan=False)) == figures
    assert all(ledger.basis(key) is not None for key, _ in keys_of(figures))


@settings(deadline=None, max_examples=30)
@given(edges=_EDGES)
def test_other_names_have_the_same_figures(edges: set[tuple[str, str, str]]) -> None:
    """Every name written backwards and marked: the same numbers under other names."""
    made = network(edges)
    other = nx.relabel_nodes(made, {node: f"z{ord(node[1]) ^ 1}{node}" for node in made.nodes})
    one, two = statistics_of(made, 1), statistics_of(other, 1)
    for figures in (one, two):
        figures["communities"] = figures["networks"] = None
    assert sorted(value for _, value in keys_of(one)) == pytest.approx(sorted(value for _, value in keys_of(two)))
    assert one["structure"]["degree_distribution"] == two["structure"]["degree_distribution"]


@settings(deadline=None, max_examples=30)
@given(edges=_EDGES, alone=st.sampled_from(["e9", "s9", "F9"]))
def test_an_isolated_entity_changes_only_what_it_should(edges: set[tuple[str, str, str]], alone: str) -> None:
    one, two = statistics_of(network(edges), 1), statistics_of(network(edges, [alone]), 1)
    for part in ("places", "gaps", "departments", "years", "policies", "indicators", "communities", "sectors"):
        assert one[part] == two[part], part
    assert two["structure"]["isolated"] == one["structure"]["isolated"] + 1
    assert two["counts"]["by_relation"] == one["counts"]["by_relation"]
    assert two["structure"]["links"] == one["structure"]["links"]


@settings(deadline=None, max_examples=30)
@given(edges=_EDGES)
def test_every_number_is_what_its_ledger_counts(edges: set[tuple[str, str, str]]) -> None:
    _held(*figures_of(network(edges), 0))


def _held(figures: dict[str, Any], ledger: Ledger) -> None:
    for key, value in keys_of(figures):
        basis = ledger.basis(key)
        assert basis is not None, key
        if key in ledger.bases and basis.counted != "derived":
            assert basis.number == value, key


def test_a_build_keeps_no_ledger_and_has_the_same_figures(several: Several) -> None:
    found = statistics_of(several.network, len(several.readings), several.readings)
    # Whole dictionaries of this size are no message that a person could read.
    assert [part for part in found if found[part] != several.figures[part]] == []


def test_by_networkit_the_same_figures(several: Several, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything but the community algorithm's own division, and what says which library it was."""
    from graph.network import communities as divided
    from graph.network import statistics as whole

    for module in (divided, whole):
        monkeypatch.setattr(module, "engine_for", lambda graph: engine_for(graph, large=-1))
    other = statistics_of(several.network, len(several.readings), several.readings)
    assert other["structure"]["engine"] == other["communities"]["engine"] == "networkit"
    assert (several.figures["communities"]["method"], other["communities"]["method"]) == ("leiden", "louvain")
    assert several.figures["communities"]["engine"] == "graspologic-native"
    parts = [(several.figures, other), *((several.figures["networks"][n], other["networks"][n]) for n in MEMBER_TYPE)]
    for one, two in parts:
        assert [k for k in one["structure"] if one["structure"][k] != two["structure"][k]] == ["engine"]
        rows, others = ({r["iri"]: r for r in part["centrality"]} for part in (one, two))
        assert rows.keys() == others.keys()
        for name in ("degree", "core", "betweenness", "closeness", "pagerank"):
            assert max((abs(rows[iri][name] - others[iri][name]) for iri in rows), default=0) < 2e-6, name
        if one["communities"]["modularity"] is not None:
            assert one["communities"]["modularity"] == pytest.approx(two["communities"]["modularity"], abs=0.02)
            # Two algorithms, each against random graphs of its own: they may differ where chance is nearly ruled out, and only there.
            scores = [part["communities"]["z"] for part in (one, two)]
            same = one["communities"]["found"] == two["communities"]["found"]
            assert same or all(abs(z - LEAST_Z) < 1 for z in scores), scores


def test_the_chief_members_of_a_large_networks_communities(several: Several, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.network import statistics as whole

    monkeypatch.setattr(whole, "LISTED", 40)
    groups = statistics_of(several.network, len(several.readings), several.readings)["communities"]["groups"]
    full = several.figures["communities"]["groups"]
    most = max(3, 40 // len(groups))
    assert [g["size"] for g in groups] == [g["size"] for g in full]
    assert [g["members"] for g in groups] == [g["members"][:most] for g in full]


def test_an_office_of_a_name_that_every_city_has() -> None:
    def reading(name: str, place: str, department: str) -> Reading:
        return Reading(id=name, text="", source="", heading=Heading(department=department), place=place)

    readings = [reading("a", "460100", "市工信局"), reading("b", "370100", "市工信局"), reading("c", "310105", "长宁区科委")]
    rows = statistics_of(network([]), 3, readings)["departments"]
    assert [(row["name"], row["replies"], row["iri"]) for row in rows] == [
        ("市工信局（济南市）", 1, None),
        ("市工信局（海口市）", 1, None),
        ("长宁区科委", 1, None),
    ]


def test_every_number_of_several_replies_is_what_its_ledger_counts(several: Several) -> None:
    _held(several.figures, several.ledger)


def test_counts_of_the_real_reply(built: tuple[Path, Outcome]) -> None:
    figures = json.loads((built[0] / "statistics.json").read_text(encoding="utf-8"))
    form = json.loads((built[0] / "readings.jsonl").read_text(encoding="utf-8"))
    assert figures["schema"] == SCHEMA
    assert figures["counts"]["by_type"]["Enterprise"] == sum(e["type"] == "Enterprise" for e in form["entities"])
    assert sum(figures["counts"]["by_type"].values()) == figures["structure"]["nodes"] == len(form["entities"])
    assert sum(figures["counts"]["by_relation"].values()) == figures["structure"]["edges"] == len(form["relations"])
    assert len(figures["indicators"]) == len(form["indicators"])
    assert len(figures["policies"]) == figures["counts"]["by_type"]["Policy"]
    (gap,) = figures["gaps"]
    assert (gap["name"], gap["subdistricts"], gap["with_existing"], gap["without"]) == ("长宁区", 10, 3, 7)
    assert figures["departments"][0]["scenarios"] == {"existing": 12, "planned": 5}
    assert [(y["id"], y["replies"]) for y in figures["years"]] == [("2023", 1)]
    assert not figures["communities"]["found"], "one reply's loose star has no community that chance would not give"
    assert set(figures["networks"]) == {"whole", "enterprises", "scenarios", "carriers"}


def test_what_is_said_under_a_policy() -> None:
    """What the policy's own paragraph names, over a broken line and two sentences; not what the next one names."""
    text = "一、《甲办法》出台。乙平台已上线，\n丙科技入驻。\n\n二、丁平台上线。\n"

    def entity(kind: str, name: str) -> Entity:
        at = text.index(name)
        return Entity(kind, name, (), Status.EXISTING, (Evidence(at, at + len(name), name),), "test", 1.0)

    entities = (
        entity("Policy", "甲办法"),
        entity("Scenario", "乙平台"),
        entity("Enterprise", "丙科技"),
        entity("Scenario", "丁平台"),
    )
    readings = [Reading(id="r", text=text, source="r.txt", heading=Heading(), entities=entities)]
    figures, ledger = figures_of(network_of(resolve(readings), "urn:x:"), 1, readings)
    (row,) = figures["policies"]
    assert row["under"] == {"Enterprise": 1, "Carrier": 0, "Subdistrict": 0, "Scenario": 1}
    assert (row["citations"], row["mentions"]) == (1, 1)
    assert list(ledger.bases[f"policies/{row['id']}/under/Scenario"].entities) == ["urn:x:Scenario/乙平台"]


@pytest.mark.parametrize(
    ("quotes", "written"),
    [
        (("甲区“十四五”规划", "《甲区“十四五”规划》", "《甲区“十四五”规划》"), "《甲区“十四五”规划》"),
        (("甲区“十四五”规划", "《甲区“十四五”规划》"), "《甲区“十四五”规划》"),
        (("“甲区十四五”\n规划", "《甲区十四五规划", "该规划"), "“甲区十四五”规划"),
        (("该规划",), "甲区十四五规划"),
    ],
)
def test_a_policy_is_written_as_the_replies_write_it(quotes: tuple[str, ...], written: str) -> None:
    made = network([], ["P1"])
    told = tuple(("r", i, i + 1, quote, "existing", "rule", 0.9) for i, quote in enumerate(quotes))
    made.nodes["P1"].update(name="甲区十四五规划", evidence=told)
    (row,) = statistics_of(made, 1)["policies"]
    assert (row["name"], row["written"]) == ("甲区十四五规划", written)
