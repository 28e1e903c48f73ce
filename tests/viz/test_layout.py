"""Positions: the same for the same graph, and no label over another one."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import Outcome
from graph.network import network_of
from graph.rdf import ENTITY_BASE
from viz.layout import place
from viz.layout.boxes import Box, boxes_of, collide


def _boxes_collide(network: nx.MultiDiGraph[str], at: dict[str, tuple[int, int]]) -> list[tuple[str, str]]:
    boxes = {n: Box(box.half - 2, box.up - 2, box.down - 2) for n, box in boxes_of(network).items()}
    return [(a, b) for a, b in combinations(sorted(network), 2) if collide(at[a], boxes[a], at[b], boxes[b])]


def test_no_label_of_the_real_reply_lies_over_another(built: tuple[object, Outcome]) -> None:
    network = network_of(built[1].resolution, ENTITY_BASE)
    at = place(network)
    assert at == place(network)
    assert len(at) == network.number_of_nodes()
    assert _boxes_collide(network, at) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20))
def test_every_node_has_one_place(pairs: list[tuple[int, int]]) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for n in sorted({f"n{x}" for pair in pairs for x in pair}):
        network.add_node(n, type="Enterprise", name=n * 3)
    network.add_edges_from(sorted((f"n{a}", f"n{b}") for a, b in pairs))
    at = place(network)
    assert at.keys() == set(network)
    assert len(set(at.values())) == len(at)


def test_nothing_and_one() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    assert place(network) == {}
    network.add_node("a", type="Enterprise", name="甲")
    assert place(network) == {"a": (0, 0)}
