"""Places: what is in what, composition by hand, the location quotient and its minimum, gaps by the official list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network.composition import herfindahl, location_quotient, shannon
from graph.network.containment import Containment
from graph.network.ledger import Ledger
from graph.network.places import gaps_of, places_of, sectors_of, unplaced_of
from graph.records import Heading, Reading
from tests.network.small import network

_EDGES = [
    ("S1", "partOf", "D1"),
    ("C1", "locatedIn", "S1"),
    ("e1", "locatedIn", "C1"),
    ("e2", "locatedIn", "D1"),
    ("e1", "inSector", "F1"),
    ("e1", "inSector", "F2"),
    ("e2", "inSector", "F1"),
    ("s1", "pilotedIn", "S1"),
    ("s1", "inSector", "F1"),
    ("s2", "pilotedIn", "C1"),
]


def _rows(made: nx.MultiDiGraph[str]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in places_of(made, Containment(made), Ledger())}


def test_a_place_holds_what_is_in_what_is_in_it() -> None:
    rows = _rows(network(_EDGES, alone=("e9", "C9"), planned=("s2",)))
    assert list(rows) == ["D1", "S1", "C1", "C9"]
    assert rows["D1"]["enterprises"] == {"existing": 2, "planned": 0}
    assert rows["D1"]["scenarios"] == {"existing": 1, "planned": 1}
    assert rows["C1"]["enterprises"] == {"existing": 1, "planned": 0}
    assert rows["S1"]["carriers"] == {"existing": 1, "planned": 0}
    assert (rows["C1"]["district"], rows["S1"]["district"], rows["D1"]["district"], rows["C9"]["district"]) == (
        "D1",
        "D1",
        None,
        None,
    )


def test_sectors_of_a_place() -> None:
    rows = _rows(network(_EDGES))
    assert [(s["id"], s["enterprises"], s["scenarios"], s["memberships"], s["share"]) for s in rows["D1"]["sectors"]] == [
        ("F1", 2, 1, 3, 0.75),
        ("F2", 1, 0, 1, 0.25),
    ]
    assert rows["D1"]["memberships"] == 4
    assert rows["D1"]["shannon"] is None, "four memberships have no diversity worth a number"
    f1 = rows["C1"]["sectors"][0]
    assert (f1["district_memberships"], f1["district_share"], f1["location_quotient"]) == (3, 0.75, None)


def test_a_quotient_where_there_is_enough() -> None:
    """In C, 8 of 10 belong to F1; in the district 10 of 20 do: 0.8 / 0.5 = 1.6. Of F2, 2 of 10 against 10 of 20: 0.4."""
    edges = [(f"e{i}", "locatedIn", "C1" if i < 10 else "D1") for i in range(20)] + [("C1", "locatedIn", "D1")]
    edges += [(f"e{i}", "inSector", "F1" if i < 8 or i >= 18 else "F2") for i in range(20)]
    rows = _rows(network(edges))
    assert {s["id"]: s["location_quotient"] for s in rows["C1"]["sectors"]} == {"F1": 1.6, "F2": 0.4}
    assert rows["C1"]["hhi"] == pytest.approx(0.8**2 + 0.2**2)
    assert rows["C1"]["shannon"] == pytest.approx(-0.8 * math.log(0.8) - 0.2 * math.log(0.2), abs=1e-6)
    assert location_quotient(4, 4, 10, 20) is None, "two were to be expected: too few to mean anything"
    assert location_quotient(0, 0, 0, 0) is None


def test_circles_do_no_harm() -> None:
    rows = _rows(
        network([("C1", "locatedIn", "C2"), ("C2", "locatedIn", "C1"), ("e1", "locatedIn", "C1"), ("D1", "partOf", "D1")])
    )
    assert rows["C2"]["enterprises"]["existing"] == rows["C1"]["enterprises"]["existing"] == 1
    assert rows["C2"]["carriers"] == {"existing": 1, "planned": 0}


def test_two_districts_as_near_are_none() -> None:
    assert Containment(network([("C1", "locatedIn", "D1"), ("C1", "locatedIn", "D2")])).district("C1") is None


@given(st.lists(st.integers(0, 40), min_size=1, max_size=12).filter(any))
def test_bounds_of_diversity_and_concentration(counts: list[int]) -> None:
    """0 ≤ H ≤ ln k, 1/k ≤ HHI ≤ 1; neither asks for the order, nor for a sector that nobody belongs to."""
    kinds = sum(1 for count in counts if count)
    assert -1e-12 <= shannon(counts) <= math.log(kinds) + 1e-9
    assert 1 / kinds - 1e-9 <= herfindahl(counts) <= 1 + 1e-9
    assert shannon([*reversed(counts), 0]) == pytest.approx(shannon(counts))
    assert herfindahl([3 * count for count in counts]) == pytest.approx(herfindahl(counts))


@given(st.lists(st.tuples(st.sampled_from(["e1", "e2", "s1", "s2"]), st.sampled_from(["F1", "F2", "F3"])), min_size=1))
def test_shares_sum_to_one(pairs: list[tuple[str, str]]) -> None:
    edges = [(entity, "inSector", sector) for entity, sector in pairs]
    edges += [(e, "locatedIn" if e[0] == "e" else "pilotedIn", "C1") for e, _ in pairs]
    made = network(set(edges))
    for sectors in (_rows(made)["C1"]["sectors"], sectors_of(made, Ledger())["rows"]):
        assert sum(s["share"] for s in sectors) == pytest.approx(1, abs=1e-5)


def test_who_is_put_nowhere() -> None:
    assert unplaced_of(network(_EDGES, alone=("e9", "C9", "s9")), Ledger()) == {"enterprises": 1, "carriers": 1, "scenarios": 1}


def _gaps(made: nx.MultiDiGraph[str], places: Sequence[str]) -> list[dict[str, Any]]:
    readings = [Reading(id=p, text="", source="", heading=Heading(), place=p) for p in places]
    return gaps_of(made, Containment(made), readings, Ledger())


def test_gaps_are_counted_against_the_official_list() -> None:
    made = network([("s1", "pilotedIn", "S1"), ("s2", "pilotedIn", "C1"), ("C1", "locatedIn", "S2")], planned=("s2",))
    made.nodes["S1"]["code"], made.nodes["S2"]["code"] = "310105011", "310105009"
    (gap,) = _gaps(made, ["310105", "310105", "310000"])
    assert (gap["name"], gap["subdistricts"], gap["with_existing"], gap["with_planned_only"], gap["without"]) == (
        "长宁区",
        10,
        1,
        1,
        8,
    )
    assert sum(row["named"] for row in gap["rows"]) == 2


def test_no_place_no_gap() -> None:
    assert _gaps(network([]), []) == []
