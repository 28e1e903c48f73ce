"""What decisions change in a reading, and that every claim they add has its words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decisions import RULE, Decision, Log, follow, judged
from graph.records import Doubt, Entity, Evidence, Heading, Judgement, Reading, Relation, Status

TEXT = """关于第14号提案的答复

我区推动甲乙科技入驻云岚科技园，丙丁智能在北埠大厦设立研
发中心。“浦光”8号平台已上线。云岚科技园一期另有食堂。

二、下一步打算
继续支持甲乙科技发展。
"""


def _evidence(words: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(m.start(), m.end(), words) for m in re.finditer(words, TEXT))


def _entity(kind: str, name: str) -> Entity:
    return Entity(kind, name, (), Status.EXISTING, _evidence(name), "suffix.brand", 0.8)


def _located(firm: str, carrier: str) -> Relation:
    words = _evidence("我区推动甲乙科技入驻云岚科技园，丙丁智能在北埠大厦设立")
    return Relation("locatedIn", "Enterprise", firm, "Carrier", carrier, Status.EXISTING, words, "located.moved", 0.8)


@pytest.fixture(scope="module")
def plain() -> Reading:
    """As a reader might read it, which does not see everything."""
    named = (("Enterprise", "甲乙科技"), ("Enterprise", "丙丁智能"), ("Carrier", "云岚科技园"), ("Carrier", "北埠大厦"))
    entities = tuple(_entity(*one) for one in named)
    relations = (_located("甲乙科技", "云岚科技园"), _located("丙丁智能", "北埠大厦"))
    doubts = (Doubt("Facility", "食堂", "unsure", 0.4, *_evidence("食堂")),)
    return Reading("a", TEXT, "a.txt", Heading(), "310105", entities, relations, doubts=doubts)


def _decision(judgement: str, kind: str, name: str, *, reply: str = "a", line: int = 2, **more: str) -> Decision:
    status = Status(more.pop("status")) if "status" in more else None
    return Decision(f"log.csv:{line}", Judgement(judgement), reply, kind, name, status=status, **more)


def _names(reading: Reading, kind: str) -> list[str]:
    return [entity.name for entity in reading.entities if entity.type == kind]


def _places(reading: Reading) -> set[tuple[str, str]]:
    return {(r.source, r.target) for r in reading.relations if r.type == "locatedIn"}


def test_a_reading_that_nothing_was_decided_of_is_the_same_one(plain: Reading) -> None:
    log = Log((_decision("wrong", "Enterprise", "甲乙科技", reply="b"),))
    assert judged(plain, log).reading is plain


def test_what_is_wrong_goes_with_its_relations(plain: Reading) -> None:
    result = judged(plain, Log((_decision("wrong", "Enterprise", "“甲乙 科技”"),)))
    assert "甲乙科技" not in _names(result.reading, "Enterprise")
    assert "甲乙科技" not in {end for pair in _places(result.reading) for end in pair}
    assert len(result.applied) == 1
    assert result.reading.text == plain.text


def test_what_was_left_out_already_may_be_called_wrong(plain: Reading) -> None:
    there: dict[str, Any] = {"relation": "locatedIn", "to_type": "Carrier", "to": "云岚科技园"}
    log = Log(
        (
            _decision("wrong", "Facility", "食堂"),  # the reader doubts it
            _decision("wrong", "Enterprise", "甲乙科技", line=3),
            _decision("wrong", "Enterprise", "甲乙科技", line=4, **there),  # it goes with the firm
            _decision("wrong", "Carrier", "食堂", line=5),  # neither read nor doubted
            _decision("different", "Facility", "食堂", line=6),
        )
    )
    result = follow([plain], log)
    assert [one.where[-1] for one in result.decisions] == ["2", "3", "4"]
    assert [one.where[-1] for one in result.idle] == ["5", "6"]
    assert result.readings[0].doubts == ()


def test_a_wrong_relation_leaves_its_ends(plain: Reading) -> None:
    there: dict[str, Any] = {"relation": "locatedIn", "to_type": "Carrier", "to": "云岚科技园"}
    held = judged(plain, Log((_decision("wrong", "Enterprise", "甲乙科技", **there),))).reading
    assert _places(held) == _places(plain) - {("甲乙科技", "云岚科技园")}
    assert held.entities == plain.entities


def test_what_is_right_is_as_sure_as_can_be(plain: Reading) -> None:
    held = judged(plain, Log((_decision("right", "Enterprise", "甲乙科技", status="planned"),))).reading
    (firm,) = (entity for entity in held.entities if entity.name == "甲乙科技")
    (before,) = (entity for entity in plain.entities if entity.name == "甲乙科技")
    assert firm == replace(before, rule=RULE, confidence=1.0, status=Status.PLANNED)


@pytest.mark.parametrize(
    ("kind", "name", "quotes"),
    [
        ("Scenario", "浦光8号平台", ["“浦光”8号平台"]),  # over quotation marks
        ("Facility", "研发中心", ["研\n发中心"]),  # over a broken line
        ("Facility", "食堂", ["食堂"]),
        ("Carrier", "科技园", ["科技园", "科技园"]),  # only within another name: as it stands
    ],
)
def test_what_was_not_seen_has_the_places_that_name_it(kind: str, name: str, quotes: list[str], plain: Reading) -> None:
    result = judged(plain, Log((_decision("right", kind, name),)))
    (added,) = (entity for entity in result.reading.entities if entity.rule == RULE)
    assert [one.quote for one in added.evidence] == quotes
    assert all(TEXT[one.start : one.end] == one.quote for one in added.evidence)
    assert (added.name, added.status, added.confidence) == (name, Status.EXISTING, 1.0)
    assert not result.faults
    assert name not in [doubt.name for doubt in result.reading.doubts]


def test_a_name_within_another_one_is_no_mention_where_it_stands_alone_too(plain: Reading) -> None:
    text = TEXT + "云岚是旧名。\n"
    held = judged(replace(plain, text=text), Log((_decision("right", "Carrier", "云岚"),))).reading
    (added,) = (entity for entity in held.entities if entity.rule == RULE)
    assert [one.start for one in added.evidence] == [text.index("云岚是旧名")]


def test_a_relation_that_was_not_seen_has_the_sentences_that_name_both(plain: Reading) -> None:
    without = replace(plain, relations=())
    there: dict[str, Any] = {"relation": "locatedIn", "to_type": "Carrier", "to": "云岚科技园"}
    held = judged(without, Log((_decision("right", "Enterprise", "甲乙科技", **there),))).reading
    (added,) = held.relations
    (one,) = added.evidence
    assert one.quote.startswith("我区推动甲乙科技")
    assert one.quote.endswith("研\n发中心。")
    assert TEXT[one.start : one.end] == one.quote
    assert (added.rule, added.status) == (RULE, Status.EXISTING)


def test_the_words_of_a_decision_are_its_evidence(plain: Reading) -> None:
    there: dict[str, Any] = {
        "relation": "pilotedIn",
        "to_type": "Carrier",
        "to": "云岚科技园",
        "words": "“浦光”8号平台已上线。云岚科技园",
    }
    log = Log((_decision("right", "Scenario", "浦光8号平台"), _decision("right", "Scenario", "浦光8号平台", line=3, **there)))
    added = [r for r in judged(plain, log).reading.relations if r.rule == RULE]
    assert [(r.type, r.target, [e.quote for e in r.evidence]) for r in added] == [("pilotedIn", "云岚科技园", [there["words"]])]


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (_decision("right", "Enterprise", "戊己科技"), "a does not say “戊己科技”"),
        (_decision("right", "Enterprise", "甲乙科技", relation="locatedIn", to_type="Carrier", to="庚园"), "is called “庚园”"),
        (_decision("right", "Enterprise", "庚", relation="locatedIn", to_type="Carrier", to="云岚科技园"), "is called “庚”"),
        (_decision("right", "Scenario", "食堂", words="没有这句话"), "a does not say “没有这句话”"),
    ],
)
def test_what_cannot_be_shown_is_told_and_not_taken(decision: Decision, said: str, plain: Reading) -> None:
    result = judged(plain, Log((decision,)))
    (fault,) = result.faults
    assert said in str(fault)
    assert str(fault).startswith("log.csv:2: ")
    assert (result.reading.entities, result.reading.relations) == (plain.entities, plain.relations)
    assert result.applied == ()


def test_what_is_decided_of_every_reply_holds_unless_one_is_decided_otherwise(plain: Reading) -> None:
    other = replace(plain, id="b")
    log = Log(
        (
            _decision("wrong", "Enterprise", "甲乙科技", reply="*"),
            _decision("right", "Enterprise", "甲乙科技", reply="b", line=3),
            _decision("right", "Enterprise", "没有的", reply="*", line=4),
        )
    )
    result = follow([plain, other], log)
    assert ["甲乙科技" in _names(one, "Enterprise") for one in result.readings] == [False, True]
    assert result.faults == ()
    assert [one.where for one in result.decisions] == ["log.csv:2", "log.csv:3"]
    assert [one.where for one in result.idle] == ["log.csv:4"]


def test_what_had_nothing_to_be_about_is_told_apart(plain: Reading) -> None:
    log = Log(
        (
            _decision("wrong", "Enterprise", "没有的"),
            _decision("wrong", "Enterprise", "甲乙科技", reply="c", line=3),
            _decision("right", "Enterprise", "没有的", line=4),
            _decision("same", "Enterprise", "甲乙科技", reply="", to="甲乙科技公司", line=5),
            _decision("same", "Enterprise", "没有的", reply="", to="也没有的", line=6),
            _decision("different", "Enterprise", "丙丁智能", line=7),
            _decision("wrong", "Enterprise", "丙丁智能", relation="locatedIn", to_type="Carrier", to="云岚科技园", line=8),
        )
    )
    result = follow([plain], log)
    assert [one.where[-1] for one in result.decisions] == ["5", "7"]
    assert [one.where[-1] for one in result.idle] == ["2", "6", "8"]
    assert [one.where[-1] for one in result.elsewhere] == ["3"]
    assert [fault.subject[-1] for fault in result.faults] == ["4"]


@given(
    names=st.lists(st.sampled_from(TEXT.replace("\n", "")), min_size=2, max_size=6),
    kind=st.sampled_from(["Enterprise", "Carrier"]),
)
def test_every_claim_that_is_added_has_words_of_the_reply(names: list[str], kind: str, plain: Reading) -> None:
    log = Log((_decision("right", kind, "".join(names)),))
    held = judged(plain, log).reading
    for evidence in (*(e.evidence for e in held.entities), *(r.evidence for r in held.relations)):
        assert evidence
        assert all(TEXT[one.start : one.end] == one.quote for one in evidence)


def test_a_status_is_what_was_decided(plain: Reading) -> None:
    there: dict[str, Any] = {"relation": "locatedIn", "to_type": "Carrier", "to": "云岚科技园", "status": "planned"}
    held = judged(plain, Log((_decision("right", "Enterprise", "甲乙科技", **there),))).reading
    (told,) = (r for r in held.relations if r.rule == RULE)
    assert told.status is Status.PLANNED
