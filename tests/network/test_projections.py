"""Projections: Newman's weights by hand and by their invariant, and dealing memberships anew."""

from __future__ import annotations

from collections import Counter

import networkx as nx
import pytest
from hypothesis import given

from graph.network.arrays import arrays_of
from graph.network.projections import (
    LARGEST_GROUP,
    Membership,
    left_out,
    memberships,
    projected,
    projected_arrays,
    simple_graph,
    within_bounds,
)
from tests.network.small import BELONGS, network


def test_two_in_a_pair_and_a_trio() -> None:
    """Three share one place (1/2 each pair), two of them another one (1): Newman 2001, equation 2."""
    graph = projected("abc", [Membership("place", m, g) for m, g in (("a", "1"), ("b", "1"), ("c", "1"), ("a", "2"), ("b", "2"))])
    assert nx.get_edge_attributes(graph, "weight") == {("a", "b"): 1.5, ("a", "c"): 0.5, ("b", "c"): 0.5}
    assert graph.edges["a", "b"]["shared"] == ("1", "2")


@given(BELONGS)
def test_the_weights_of_a_member_sum_to_the_groups_that_it_shares(belongs: list[Membership]) -> None:
    """Each group of two or more hands every member a weight of one."""
    graph = projected("abcdefgh", belongs)
    size = Counter(m.group for m in belongs)
    for member in "abcdefgh":
        shares = sum(size[m.group] > 1 for m in belongs if m.member == member)
        assert graph.degree(member, weight="weight") == pytest.approx(shares)


@given(BELONGS)
def test_as_numbers_it_is_the_same_projection(belongs: list[Membership]) -> None:
    one, other = arrays_of(projected("abcdefgh", belongs)), projected_arrays("abcdefgh", belongs)
    assert one.nodes == other.nodes
    assert (one.source.tolist(), one.target.tolist()) == (other.source.tolist(), other.target.tolist())
    assert one.weight == pytest.approx(other.weight)


def test_a_place_that_all_share_is_left_out_and_named() -> None:
    crowd = [Membership("place", f"e{i}", "D") for i in range(LARGEST_GROUP + 1)]
    assert projected([m.member for m in crowd], crowd).number_of_edges() == 0
    assert projected_arrays([m.member for m in crowd], crowd).size == 0
    assert left_out(crowd) == ["D"]
    assert within_bounds([*crowd, Membership("place", "e0", "C")]) == [("place", "e0", "C")]


def test_who_belongs_where() -> None:
    made = network(
        [
            ("e1", "locatedIn", "C1"),
            ("e2", "locatedIn", "C1"),
            ("e1", "inSector", "F1"),
            ("e3", "locatedIn", "C2"),
            ("e3", "inSector", "F1"),
            ("s1", "pilotedIn", "C2"),
            ("s1", "inSector", "F2"),
            ("s2", "inSector", "F2"),
            ("C1", "locatedIn", "D1"),
        ]
    )
    assert [tuple(m) for m in memberships(made, "enterprises")] == [
        ("place", "e1", "C1"),
        ("place", "e2", "C1"),
        ("place", "e3", "C2"),
    ]
    assert [tuple(m) for m in memberships(made, "scenarios")] == [
        ("place", "s1", "C2"),
        ("sector", "s1", "F2"),
        ("sector", "s2", "F2"),
    ]
    assert [tuple(m) for m in memberships(made, "carriers")] == [
        ("sector", "C1", "F1"),
        ("sector", "C2", "F1"),
        ("sector", "C2", "F2"),
    ]
    assert list(projected(["C1", "C2"], memberships(made, "carriers")).edges) == [("C1", "C2")]
    assert simple_graph(made).number_of_edges() == 9
