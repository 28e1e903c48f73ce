"""Structure, held against igraph on random graphs, in both engines; and by hand where igraph has nothing."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import engines, large, structure
from graph.network.arrays import Arrays, arrays_of, dense, modularity, parts_of
from graph.network.engines import Engine, Plain, engine_for
from graph.network.large import Large
from graph.network.structure import assortativity, betweenness, centrality_of, closeness, pagerank, structure_of
from tests.network.small import GRAPHS, plain


def _igraph(graph: Arrays) -> igraph.Graph:
    return igraph.Graph(n=len(graph.nodes), edges=list(zip(graph.source.tolist(), graph.target.tolist(), strict=True)))


@pytest.mark.parametrize("kind", [Plain, Large])
@settings(deadline=None, max_examples=40)
@given(graph=GRAPHS)
def test_as_igraph_has_it(kind: type[Plain] | type[Large], graph: Arrays) -> None:
    engine: Engine = kind(graph)
    peer = _igraph(graph)
    figures = structure_of(graph, engine)
    assert figures["density"] == pytest.approx(peer.density(), abs=1e-6)
    assert figures["component_sizes"] == sorted(peer.connected_components().sizes(), reverse=True)
    assert engine.cores().tolist() == peer.coreness()
    assert engine.cuts()[0] == sorted(peer.articulation_points())
    assert engine.cuts()[1] == sorted(tuple(sorted(peer.es[e].tuple)) for e in peer.bridges())
    assert pagerank(graph) == pytest.approx(np.array(peer.pagerank()), abs=1e-8)
    exact = np.array(peer.betweenness()) / (11 * 10 / 2)
    values, _, error = betweenness(graph, engine)
    assert np.abs(values - exact).max() <= error + 1e-9
    labels = dense(np.array(peer.connected_components().membership, dtype=np.int64))
    assert dense(engine.components()).tolist() == labels.tolist()
    if graph.size:
        assert modularity(graph, labels) == pytest.approx(peer.modularity(labels.tolist()))


@pytest.mark.parametrize("kind", [Plain, Large])
@settings(deadline=None, max_examples=40)
@given(graph=GRAPHS)
def test_closeness_of_each_component(kind: type[Plain] | type[Large], graph: Arrays) -> None:
    """By component in igraph; Wasserman and Faust weigh it by the share of nodes in reach."""
    values, pivots = closeness(graph, kind(graph))
    peer = _igraph(graph)
    size = {v: len(c) for c in peer.connected_components() for v in c}
    expected = [0.0 if np.isnan(c) else c * (size[v] - 1) / 11 for v, c in enumerate(peer.closeness())]
    assert pivots is None
    assert values.tolist() == pytest.approx(expected)


@settings(deadline=None, max_examples=40)
@given(graph=GRAPHS, cut=st.integers(1, 11))
def test_assortativity_as_igraph_has_it(graph: Arrays, cut: int) -> None:
    types = {name: "a" if i < cut else "b" for i, name in enumerate(graph.nodes)}
    expected = _igraph(graph).assortativity_nominal([int(types[n] == "b") for n in graph.nodes], directed=False)
    found = assortativity(graph, types)
    assert (found is None) if np.isnan(expected) else found == pytest.approx(expected, abs=1e-6)


def test_the_club_that_split() -> None:
    """Zachary's karate club: 34 members, 78 ties, density 0.139, a main core of number 4 with ten members."""
    graph = arrays_of(nx.relabel_nodes(nx.Graph(nx.karate_club_graph().edges), str))
    figures = structure_of(graph, Plain(graph))
    assert (figures["nodes"], figures["links"], round(figures["density"], 3)) == (34, 78, 0.139)
    assert (figures["core"]["number"], len(figures["core"]["members"])) == (4, 10)
    assert figures["articulation_points"] == ["0"]
    assert sum(row["nodes"] for row in figures["degree_distribution"]) == 34


@pytest.mark.parametrize("count", [0, 1, 2])
def test_next_to_nothing_has_no_nan(count: int) -> None:
    graph = arrays_of(plain([], "abc"[:count]))
    figures = structure_of(graph, Plain(graph))
    rows = centrality_of(graph, Plain(graph))["rows"]
    assert figures["density"] == 0
    assert figures["core"] == {"number": 0, "members": []}
    assert [row["betweenness"] for row in rows] == [row["closeness"] for row in rows] == [0.0] * count
    assert assortativity(graph, dict.fromkeys("abc", "a")) is None


def test_an_isolated_node_changes_only_what_it_should() -> None:
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]
    before, after = (arrays_of(plain(edges, alone)) for alone in ((), ("z",)))
    one, other = structure_of(before, Plain(before)), structure_of(after, Plain(after))
    changed = {name for name in one if one[name] != other[name]}
    assert changed == {"nodes", "density", "components", "component_sizes", "isolated", "mean_degree", "degree_distribution"}


def _mixed() -> Arrays:
    """Two large components, cliques, trees and nodes alone: each kind has its own way in the large engine."""
    parts = [
        *(nx.barabasi_albert_graph(2600, 2, seed=5), nx.barabasi_albert_graph(2100, 2, seed=4)),
        *(nx.complete_graph(5), nx.complete_graph(2), nx.path_graph(7), nx.star_graph(6), nx.empty_graph(3)),
    ]
    return arrays_of(nx.relabel_nodes(nx.disjoint_union_all(parts), lambda n: f"{n:05}"))


@pytest.mark.parametrize(("most", "name"), [(10**9, "sampled paths"), (100, "pivots")])
def test_sampled_betweenness_is_as_near_as_it_says(most: int, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "_SAMPLED", most)
    monkeypatch.setattr(large, "_STEPS", 2_000_000)
    graph = _mixed()
    values, samples, error = betweenness(graph, Large(graph))
    count = len(graph.nodes)
    exact = np.array(_igraph(graph).betweenness()) * 2 / ((count - 1) * (count - 2))
    assert samples is not None, name
    assert 0 < error < (0.01 if name == "sampled paths" else 0.1)
    assert np.abs(values - exact).max() <= error
    assert values.sum() == pytest.approx(exact.sum(), rel=0.05), "the same scale, not only small differences"
    assert values[4700:] == pytest.approx(exact[4700:]), "small components are exact"
    assert values.tolist() == betweenness(graph, Large(graph))[0].tolist()


def test_a_clique_has_nothing_to_sample() -> None:
    graph = arrays_of(nx.relabel_nodes(nx.complete_graph(60), str))
    values, samples, error = betweenness(graph, Large(graph))
    assert (values.tolist(), samples, error) == ([0.0] * 60, None, 0.0)


@pytest.mark.parametrize("kind", [Plain, Large])
def test_closeness_of_small_components_stays_exact_beside_large_ones(
    kind: type[Plain] | type[Large], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = _mixed()
    peer = _igraph(graph)
    size = {v: len(c) for c in peer.connected_components() for v in c}
    most = len(graph.nodes) - 1
    exact = np.array([0.0 if np.isnan(c) else c * (size[v] - 1) / most for v, c in enumerate(peer.closeness())])
    monkeypatch.setattr(structure, "_STEPS", 400_000)
    values, pivots = closeness(graph, kind(graph))
    assert pivots == 400_000 // (2600 + 2 * 2598)
    assert values[4700:] == pytest.approx(exact[4700:])
    assert values == pytest.approx(exact, rel=0.15)


@settings(deadline=None)
@given(graph=GRAPHS, most=st.integers(1, 12))
def test_parts_are_whole_components(graph: Arrays, most: int) -> None:
    labels = dense(np.array(_igraph(graph).connected_components().membership, dtype=np.int64))
    seen: list[int] = []
    for part in parts_of(graph, labels, most):
        whole = {int(label) for label in labels[part.members]}
        assert sorted(part.members.tolist()) == [n for n in range(len(graph.nodes)) if labels[n] in whole]
        own = {(int(part.members[u]), int(part.members[v])) for u, v in zip(part.source, part.target, strict=True)}
        assert own == {(u, v) for u, v in zip(graph.source.tolist(), graph.target.tolist(), strict=True) if labels[u] in whole}
        assert len(whole) == 1 or len(part.members) <= 2 * most
        seen += part.members.tolist()
    sizes, links = np.bincount(labels), np.bincount(labels[graph.source], minlength=labels.max() + 1)
    complete = links == sizes * (sizes - 1) // 2
    assert sorted(seen) == [n for n in range(len(graph.nodes)) if not complete[labels[n]]]


def test_pivots_of_the_plain_engine_are_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_STEPS", 60_000)
    graph = arrays_of(nx.relabel_nodes(nx.barabasi_albert_graph(300, 2, seed=4), str))
    values, pivots, error = betweenness(graph, Plain(graph))
    exact = np.array(_igraph(graph).betweenness()) * 2 / (299 * 298)
    assert pivots == 60_000 // (300 + graph.size)
    assert np.abs(values - exact).max() <= error < 0.2


def test_the_engine_is_chosen_by_size() -> None:
    graph = arrays_of(plain([("a", "b"), ("b", "c")]))
    assert engine_for(graph).name == "networkx"
    assert engine_for(graph, large=1).name == "networkit"
