"""Firms and parks among few sure names are less sure, and nothing else is changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.reading.sparse import in_company
from graph.records import Mention

TYPES = ("Enterprise", "Carrier", "Scenario", "Policy", "Subdistrict")


def _mention(kind: str, name: str, confidence: float, rule: str = "learned") -> Mention:
    return Mention(kind, name, 0, len(name), rule, confidence, ())


def test_a_park_alone_in_a_reply_is_less_sure() -> None:
    (alone,) = in_company([_mention("Carrier", "甲园", 0.7)])
    assert 0.55 < alone.confidence < 0.65


def test_among_many_sure_names_it_is_as_sure_as_by_itself() -> None:
    company = [_mention("Enterprise", name, 0.95) for name in ("甲科技", "乙科技", "丙科技")]
    assert in_company([*company, _mention("Carrier", "甲园", 0.7)])[-1].confidence == 0.7


def test_one_sure_name_said_three_times_is_one() -> None:
    company = [_mention("Enterprise", "甲科技", 0.95)] * 3
    assert in_company([*company, _mention("Carrier", "甲园", 0.7)])[-1].confidence < 0.7


def test_a_service_alone_is_a_little_less_sure() -> None:
    (alone,) = in_company([_mention("Scenario", "智慧甲", 0.7)])
    assert 0.62 < alone.confidence < 0.7


def test_documents_and_cells_of_a_table_stay() -> None:
    mentions = [
        _mention("Policy", "甲办法", 0.6),
        _mention("Enterprise", "甲微", 0.7, "table.cell"),
    ]
    assert in_company(mentions) == mentions


@given(st.lists(st.tuples(st.sampled_from(TYPES), st.text("甲乙丙丁", min_size=1, max_size=3), st.floats(0, 1))))
def test_no_mention_is_lost_or_surer_and_the_order_of_confidences_holds(given_: list[tuple[str, str, float]]) -> None:
    before = [_mention(kind, name, round(sure, 3)) for kind, name, sure in given_]
    after = in_company(before)
    assert [(m.type, m.name) for m in after] == [(m.type, m.name) for m in before]
    assert all(0 <= new.confidence <= old.confidence for new, old in zip(after, before, strict=True))
    carriers = [(old.confidence, new.confidence) for old, new in zip(before, after, strict=True) if old.type == "Carrier"]
    assert [new for _, new in sorted(carriers)] == sorted(new for _, new in carriers)
