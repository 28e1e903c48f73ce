"""Figures checked by hand on a small network, and on the real reply against the readings."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from graph.build import Outcome
from graph.cli import main
from graph.network import statistics_of


def _network(edges: list[tuple[str, str, str]], alone: tuple[str, ...] = ()) -> nx.MultiDiGraph[str]:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted({n for u, v, _ in edges for n in (u, v)} | set(alone)):
        network.add_node(
            node,
            type="Enterprise" if node.islower() else "Carrier",
            name=node,
            aliases=(),
            status="existing",
            code=None,
            evidence=(),
        )
    for u, v, kind in edges:
        network.add_edge(u, v, key=kind, status="planned", evidence=())
    return network


def test_a_path_of_three_and_one_alone() -> None:
    """a-M-b: density 2/(4·3/2) = 1/3; betweenness of M is 1 of the 3 pairs of the other nodes, normalised by 3·2/2."""
    figures = statistics_of(_network([("a", "M", "locatedIn"), ("b", "M", "locatedIn")], ("z",)), 1)
    assert figures["structure"] == {
        "nodes": 4,
        "edges": 2,
        "density": 0.333333,
        "components": 2,
        "component_sizes": [3, 1],
        "isolated": 1,
    }
    top = figures["centrality"][0]
    assert (top["name"], top["degree"], top["betweenness"], top["degree_centrality"]) == ("M", 2, 0.333333, 0.666667)
    assert figures["counts"]["by_place"] == [
        {"iri": "M", "name": "M", "type": "Carrier", "counts": {"Enterprise": {"existing": 0, "planned": 2}}}
    ]


def test_two_triangles_are_two_communities() -> None:
    """Two triangles joined by one edge: modularity 6/7 - 2·(7/14)² = 5/14."""
    edges = [("a", "b"), ("b", "c"), ("a", "c"), ("x", "y"), ("y", "z"), ("x", "z"), ("c", "x")]
    figures = statistics_of(_network([(u, v, "inSector") for u, v in edges]), 1)["communities"]
    assert figures["modularity"] == pytest.approx(5 / 14, abs=1e-6)
    assert [sorted(m["name"] for m in g["members"]) for g in figures["groups"]] == [["a", "b", "c"], ["x", "y", "z"]]


@pytest.mark.parametrize("alone", [(), ("a",), ("a", "b")])
def test_next_to_nothing(alone: tuple[str, ...]) -> None:
    figures = statistics_of(_network([], alone), 0)
    assert figures["structure"]["nodes"] == len(alone)
    assert figures["communities"]["groups"] == []
    assert "NaN" not in json.dumps(figures)


def test_counts_of_the_real_reply(built: tuple[Path, Outcome]) -> None:
    figures = json.loads((built[0] / "statistics.json").read_text(encoding="utf-8"))
    form = json.loads((built[0] / "readings.jsonl").read_text(encoding="utf-8"))
    assert figures["counts"]["by_type"]["Enterprise"] == sum(e["type"] == "Enterprise" for e in form["entities"])
    assert sum(figures["counts"]["by_type"].values()) == figures["structure"]["nodes"] == len(form["entities"])
    assert sum(figures["counts"]["by_relation"].values()) == figures["structure"]["edges"] == len(form["relations"])
    members = [m["iri"] for g in figures["communities"]["groups"] for m in g["members"]]
    assert len(members) == len(set(members)) == figures["structure"]["nodes"] - figures["structure"]["isolated"]


def test_the_verb_prints_them(built: tuple[Path, Outcome]) -> None:
    run = CliRunner().invoke(main, ["stats", "--build", str(built[0])])
    assert run.exit_code == 0
    assert "Enterprise" in run.stdout
    assert "modularity" in run.stdout
    form = CliRunner().invoke(main, ["stats", "--build", str(built[0]), "--format", "json"]).stdout
    assert json.loads(form)["schema"].endswith("/1")


def test_no_build_is_said(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["stats", "--build", str(tmp_path)])
    assert run.exit_code == 2
    assert "build_graph.py" in run.stderr
