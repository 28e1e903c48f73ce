"""Graphs and deals by chance: every degree kept, every possible one as likely as the next, the same for a seed."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network.arrays import Arrays, arrays_of
from graph.network.chance import Dealer, rewired
from graph.network.engines import Plain
from graph.network.large import Large
from graph.network.projections import Membership
from tests.network.small import BELONGS, GRAPHS, plain


@pytest.mark.parametrize("kind", [Plain, Large])
@settings(deadline=None, max_examples=25)
@given(graph=GRAPHS, seed=st.integers(0, 5))
def test_a_rewired_graph_keeps_every_degree(kind: type[Plain] | type[Large], graph: Arrays, seed: int) -> None:
    drawn = kind(graph).rewired(seed)
    assert drawn.degrees().tolist() == graph.degrees().tolist()
    assert (drawn.source < drawn.target).all()
    assert len({*zip(drawn.source.tolist(), drawn.target.tolist(), strict=True)}) == graph.size
    assert kind(graph).rewired(seed).target.tolist() == drawn.target.tolist()


@given(BELONGS, st.integers(0, 9))
def test_dealing_anew_keeps_the_size_of_everything(belongs: list[Membership], seed: int) -> None:
    dealer = Dealer(belongs)
    found = {kind: np.divmod(keys, len(dealer.nodes)) for kind, keys in dealer.dealt(seed).items()}
    pairs = [(kind, g, m) for kind, ends in found.items() for g, m in zip(*ends, strict=True)]
    dealt = [Membership(kind, dealer.nodes[m], dealer.groups[g]) for kind, g, m in pairs]
    assert len(set(dealt)) == len(belongs)
    for part in (lambda m: (m.kind, m.member), lambda m: (m.kind, m.group)):
        assert Counter(map(part, dealt)) == Counter(map(part, belongs))


def _shape(graph: Arrays) -> frozenset[tuple[int, int]]:
    return frozenset(zip(graph.source.tolist(), graph.target.tolist(), strict=True))


def test_every_graph_of_the_same_degrees_is_as_likely() -> None:
    """Six nodes with two neighbours each: 60 hexagons and 10 pairs of triangles; chi-square of 70 kinds at the 99.9 % point."""
    graph = arrays_of(nx.relabel_nodes(nx.cycle_graph(6), str))
    drawn = Counter(_shape(rewired(graph, seed)) for seed in range(7_000))
    assert len(drawn) == 70
    assert sum((times - 100) ** 2 / 100 for times in drawn.values()) < 111.1


def test_every_deal_is_as_likely() -> None:
    """Three members with two of three groups each, each group with two members: six tables of 0 and 1; 99.9 % point of 5."""
    ring = [("a", "1"), ("a", "2"), ("b", "2"), ("b", "3"), ("c", "3"), ("c", "1")]
    dealer = Dealer([Membership("place", m, g) for m, g in ring])
    drawn = Counter(tuple(dealer.dealt(seed)["place"].tolist()) for seed in range(3_000))
    assert len(drawn) == 6
    assert sum((times - 500) ** 2 / 500 for times in drawn.values()) < 20.5


def test_another_seed_gives_another_graph() -> None:
    clique = arrays_of(plain(combinations([f"n{i}" for i in range(9)], 2)))
    sparse = arrays_of(nx.relabel_nodes(nx.barabasi_albert_graph(60, 2, seed=1), lambda n: f"{n:02}"))
    assert _shape(rewired(clique, 1)) == _shape(clique), "a clique is the only graph of its degrees"
    assert _shape(rewired(sparse, 1)) != _shape(rewired(sparse, 2)) != _shape(sparse)
