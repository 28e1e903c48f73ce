"""Communities: found where they are, not where chance would give as much, the same whatever the order."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import communities
from graph.network.agreement import adjusted_mutual_information
from graph.network.arrays import Arrays, arrays_of
from graph.network.communities import LEAST_Z, RUNS, communities_of, shown
from graph.network.engines import Plain, engine_for
from graph.network.large import Large
from graph.network.projections import Membership, projected
from tests.network.small import plain

_LABELS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=5)


def _ring(cliques: int = 8, size: int = 5) -> Arrays:
    """Cliques in a ring, one link between neighbours: the textbook's communities."""
    edges = [(f"{c}{a}", f"{c}{b}") for c in range(cliques) for a, b in combinations(range(size), 2)]
    edges += [(f"{c}0", f"{(c + 1) % cliques}1") for c in range(cliques)]
    random.Random(3).shuffle(edges)
    return arrays_of(plain(edges))


def _traits(graph: Arrays) -> dict[str, dict[str, list[str]]]:
    return {
        "type": {n: ["even" if int(n[1]) % 2 == 0 else "odd"] for n in graph.nodes},
        "place": {n: [n[0]] for n in graph.nodes},
    }


@pytest.mark.parametrize("large", [10**6, 0])
def test_a_ring_of_cliques(large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modularity by hand: 10/11 of the links are inside, each clique holds 1/8 of the ends: 10/11 − 1/8."""
    monkeypatch.setattr(communities, "engine_for", lambda graph: engine_for(graph, large))
    graph = _ring()
    figures = communities_of(graph, _traits(graph))
    assert figures["found"]
    assert figures["note"] is None
    assert figures["modularity"] == pytest.approx(10 / 11 - 1 / 8, abs=1e-6)
    assert figures["z"] > LEAST_Z
    assert figures["agreement"] == 1.0
    assert (figures["runs"], figures["random_graphs"]) == (RUNS, RUNS)
    assert sorted({m[0] for m in group["members"]} for group in figures["groups"]) == [{str(c)} for c in range(8)]
    assert all(
        group["explained"]["place"] == {"value": group["members"][0][0], "members": 5, "everywhere": 5, "index": 1.0}
        for group in figures["groups"]
    )


@pytest.mark.parametrize("kind", [Plain, Large])
def test_a_division_is_the_same_in_any_thread(kind: type[Plain] | type[Large]) -> None:
    """Two cliques and a node alone, three groups; and on a graph that can be divided in many ways the same one each time."""
    cliques = [*combinations("abcd", 2), *combinations("wxyz", 2)]
    assert kind(arrays_of(plain(cliques, ["m"]))).divided(1).tolist() == [0, 0, 0, 0, 1, 2, 2, 2, 2]
    loose = kind(arrays_of(nx.relabel_nodes(nx.barabasi_albert_graph(400, 3, seed=2), lambda n: f"{n:03}")))
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(loose.divided, range(12)))
    assert [one.tolist() for one in together] == [loose.divided(seed).tolist() for seed in range(12)]
    assert len({one.tobytes() for one in together}) > 1, "the seed counts"


def test_a_random_graph_has_none() -> None:
    chance = random.Random(5)
    pairs = chance.sample(list(combinations([f"n{i:02}" for i in range(40)], 2)), 90)
    figures = communities_of(arrays_of(plain(pairs)), {})
    assert figures["modularity"] > 0.3, "the algorithm divides anything"
    assert not figures["found"]
    assert figures["groups"] == []
    assert figures["note"] == f"the network is no more clustered than chance (z {figures['z']:.1f}, below 3)"


def test_what_is_below_the_limit_is_below_it_as_written() -> None:
    assert [shown(z) for z in (2.99, 2.94, 1.66, 0.04, -1.25)] == ["2.9", "2.9", "1.7", "0.0", "-1.2"]


def test_a_projection_is_held_against_memberships_dealt_anew() -> None:
    """Everyone in one group of five, at random: cliques by construction, communities of nothing."""
    chance = random.Random(1)
    belongs = sorted({Membership("place", f"m{i:02}", f"g{chance.randrange(12)}") for i in range(30) for _ in range(2)})
    graph = arrays_of(projected(sorted({m.member for m in belongs}), belongs))
    as_links, as_projection = communities_of(graph, {}), communities_of(graph, {}, belongs)
    assert as_links["z"] > LEAST_Z > as_projection["z"]
    assert not as_projection["found"]


@pytest.mark.parametrize(("edges", "words"), [([], "no relation"), ([("a", "b"), ("b", "c")], "too small")])
def test_too_small(edges: list[tuple[str, str]], words: str) -> None:
    figures = communities_of(arrays_of(plain(edges, "xyz")), {})
    assert words in figures["note"]
    assert (figures["z"], figures["modularity"], figures["groups"]) == (None, None, [])


def test_a_star_cannot_be_rewired() -> None:
    figures = communities_of(arrays_of(plain([("hub", f"n{i}") for i in range(9)])), {})
    assert figures["z"] is None
    assert not figures["found"]


def test_the_order_of_insertion_does_not_matter() -> None:
    graph = _ring()
    assert communities_of(graph, _traits(graph)) == communities_of(_ring(), _traits(graph))


def test_other_names_give_the_same_division() -> None:
    graph = _ring()
    renamed = arrays_of(
        plain([(graph.nodes[u][::-1], graph.nodes[v][::-1]) for u, v in zip(graph.source, graph.target, strict=True)])
    )
    one, other = communities_of(graph, {}), communities_of(renamed, {})
    assert one["modularity"] == other["modularity"]
    assert {frozenset(g["members"]) for g in one["groups"]} == {frozenset(m[::-1] for m in g["members"]) for g in other["groups"]}


@given(_LABELS)
@settings(deadline=None)
def test_agreement_by_all_permutations(pairs: list[tuple[int, int]]) -> None:
    """The expected mutual information is the mean over every way to deal the second labels out."""
    first, second = [a for a, _ in pairs], [b for _, b in pairs]

    def mutual(one: list[int], other: list[int]) -> float:
        return entropy(one) + entropy(other) - entropy([3 * a + b for a, b in zip(one, other, strict=True)])

    def entropy(labels: list[int]) -> float:
        shares = np.bincount(labels) / len(labels)
        return float(-sum(p * np.log(p) for p in shares if p))

    expected = float(np.mean([mutual(first, list(dealt)) for dealt in permutations(second)]))
    ceiling = (entropy(first) + entropy(second)) / 2
    if ceiling - expected > 1e-9:
        value = adjusted_mutual_information(first, second)
        assert value == pytest.approx((mutual(first, second) - expected) / (ceiling - expected), abs=1e-6)


def test_agreement_of_the_same_division_by_other_names() -> None:
    assert adjusted_mutual_information("aabbc", "xxyyz") == pytest.approx(1)
    assert adjusted_mutual_information([], []) == 1
    with pytest.raises(ValueError, match="length"):
        adjusted_mutual_information("a", "ab")
