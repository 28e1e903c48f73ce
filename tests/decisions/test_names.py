"""Decisions about names: two that are one thing's, and one that is two things'."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from graph.decisions import Decision, Log
from graph.records import Entity, Evidence, Heading, Judgement, Reading, Relation, Status
from graph.resolution import Identity, Resolution, resolve

FIRMS = "甲乙丙丁戊己"


def _entity(kind: str, name: str, code: str | None = None) -> Entity:
    return Entity(kind, name, (), Status.EXISTING, (Evidence(0, 1, "甲"),), "suffix.brand", 0.8, code)


def _reading(reply: str, place: str, entities: Iterable[Entity], relations: Iterable[Relation] = ()) -> Reading:
    return Reading(reply, "甲", "a.txt", Heading(), place, tuple(entities), tuple(relations))


def _same(name: str, to: str, kind: str = "Enterprise") -> Decision:
    return Decision("log.csv:2", Judgement.SAME, "", kind, name, to=to)


def _different(reply: str, name: str, kind: str = "Enterprise") -> Decision:
    return Decision("log.csv:2", Judgement.DIFFERENT, reply, kind, name)


def _identities(resolution: Resolution) -> list[tuple[str, str, str]]:
    return [(one.identity.scope, one.identity.value, one.name) for one in resolution.entities]


def test_two_names_of_one_thing_are_one_entity_under_the_second() -> None:
    short, full = _entity("Enterprise", "甲科技"), _entity("Enterprise", "甲科技有限公司")
    readings = [_reading("a", "310105", [short]), _reading("b", "310105", [short, full]), _reading("c", "320505", [short])]
    (one,) = resolve(readings, Log((_same("“甲”科技", "甲科技有限公司"),))).entities
    assert one.identity == Identity("Enterprise", "", "甲科技有限公司")
    assert (one.name, one.aliases) == ("甲科技有限公司", ("甲科技",))
    assert [reply for reply, _ in one.said] == ["a", "b", "b", "c"]


def test_what_is_said_of_two_names_is_said_of_one_thing_and_not_of_itself() -> None:
    park, phase = _entity("Carrier", "乙园"), _entity("Carrier", "乙园一期")
    firm = _entity("Enterprise", "甲科技")

    def located(name: str, kind: str, to: str) -> Relation:
        return Relation("locatedIn", kind, name, "Carrier", to, Status.EXISTING, (Evidence(0, 1, "甲"),), "located.in", 0.8)

    relations = [
        located("甲科技", "Enterprise", "乙园"),
        located("甲科技", "Enterprise", "乙园一期"),
        located("乙园一期", "Carrier", "乙园"),
    ]
    resolution = resolve([_reading("a", "310105", [park, phase, firm], relations)], Log((_same("乙园一期", "乙园", "Carrier"),)))
    (statement,) = resolution.statements
    assert statement.target == Identity("Carrier", "310105", "乙园")
    assert len(statement.said) == 2


def test_names_of_places_stay_in_their_places() -> None:
    readings = [_reading("a", "310105", [_entity("Carrier", "乙园")]), _reading("b", "320505", [_entity("Carrier", "乙园区")])]
    resolution = resolve(readings, Log((_same("乙园区", "乙园", "Carrier"),)))
    assert _identities(resolution) == [("310105", "乙园", "乙园"), ("320505", "乙园", "乙园区")]


def test_one_name_of_two_things_is_two_entities() -> None:
    firm = _entity("Enterprise", "甲科技")
    readings = [_reading("a", "310105", [firm]), _reading("b", "320505", [firm]), _reading("c", "", [firm])]
    assert len(resolve(readings).entities) == 1
    apart = resolve(readings, Log((_different("b", "甲科技"), _different("c", "甲科技"))))
    assert _identities(apart) == [("", "甲科技", "甲科技"), ("320505", "甲科技", "甲科技"), ("c", "甲科技", "甲科技")]


def test_what_is_unique_in_its_place_already_is_told_apart_by_its_reply() -> None:
    park = _entity("Carrier", "乙园")
    readings = [_reading("a", "310105", [park]), _reading("b", "310105", [park])]
    apart = resolve(readings, Log((_different("b", "乙园", "Carrier"),)))
    assert _identities(apart) == [("310105", "乙园", "乙园"), ("b", "乙园", "乙园")]


def test_a_place_with_a_code_is_that_place() -> None:
    reading = _reading("a", "310105", [_entity("District", "长宁区", "310105")])
    log = Log((_same("长宁区", "静安区", "District"), _different("a", "长宁区", "District")))
    assert _identities(resolve([reading], log)) == [("", "310105", "长宁区")]


@given(
    pairs=st.lists(st.tuples(st.sampled_from(FIRMS), st.sampled_from(FIRMS)).filter(lambda pair: pair[0] != pair[1]), max_size=6)
)
def test_names_are_one_things_exactly_where_pairs_lead_from_one_to_the_other(pairs: list[tuple[str, str]]) -> None:
    readings = [_reading("a", "310105", [_entity("Enterprise", name) for name in FIRMS])]
    together = {name: {name} for name in FIRMS}
    for name, to in pairs:
        united = together[name] | together[to]
        for one in united:
            together[one] = united
    found = resolve(readings, Log(tuple(_same(*pair) for pair in pairs))).entities
    assert {frozenset((one.name, *one.aliases)) for one in found} == {frozenset(some) for some in together.values()}
    assert all(one.name == one.identity.value for one in found)
