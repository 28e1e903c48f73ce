"""The sentences that the page shows are those of the graph, whole, and marked where they are cut."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.reading.spans import sentence_around
from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from tests.viz.conftest import Opened, in_browser, one_firm, written

pytestmark = in_browser
SAID = "甲科技入驻乙园，"


def _reading(before: str, behind: str) -> Reading:
    text = f"一、情况\n{before}{SAID}{behind}。以上是情况。"
    start = text.index(SAID)
    entities = tuple(
        Entity(kind, name, (), Status.EXISTING, (Evidence(at, at + len(name), name),), "r", 1.0)
        for kind, name in (("Enterprise", "甲科技"), ("Carrier", "乙园"))
        for at in [text.index(name)]
    )
    spot = Evidence(start, start + len(SAID) - 1, SAID[:-1])
    relation = Relation("locatedIn", "Enterprise", "甲科技", "Carrier", "乙园", Status.EXISTING, (spot,), "r", 1.0)
    return Reading("x", text, "x.txt", Heading(title="答复"), "310105", entities, (relation,))


@pytest.mark.parametrize(
    ("times", "marks"),
    [((0, 0), ("", "")), ((40, 40), ("", "")), ((150, 150), ("…", "…")), ((150, 0), ("…", "")), ((0, 150), ("", "…"))],
    ids=["short", "long", "cut", "before", "behind"],
)
def test_a_sentence_is_that_of_the_graph_whole_or_marked_where_it_is_cut(
    times: tuple[int, int], marks: tuple[str, str], opened: Callable[..., Opened], tmp_path: Path
) -> None:
    reading = _reading("某处有事，" * times[0], "𨟠处有物，" * times[1] + "如此")
    evidence = reading.relations[0].evidence[0]
    first, last = sentence_around(reading.text, evidence.start, evidence.end)
    said = f"{marks[0]}{reading.text[first:last]}{marks[1]}"
    page = opened(written([reading], tmp_path / "map.html", figures=False), "#view=whole")
    page.choose("甲科技")
    assert page.page.locator("#evidence .relation blockquote p").first.inner_text() == said
    assert page.page.locator("#evidence .relation mark").all_inner_texts() == ["甲科技", "乙园"]
    rows = list(csv.DictReader(io.StringIO(page.saved("csvRelations").read_text(encoding="utf-8-sig"))))
    assert [row["原句"] for row in rows] == [said]
    assert said in page.saved("gexf").read_text(encoding="utf-8")


def _two_sentences(second: str, aliases: tuple[str, ...] = ()) -> Reading:
    """Of a firm in a park, where the second sentence is the evidence and the first names the park."""
    text = f"乙产业园已建成。{second}。"
    at, start = text.index("甲科技"), text.index("。") + 1
    entities = (
        Entity("Enterprise", "甲科技", (), Status.EXISTING, (Evidence(at, at + 3, "甲科技"),), "r", 1.0),
        Entity("Carrier", "乙产业园", aliases, Status.EXISTING, (Evidence(0, 4, "乙产业园"),), "r", 1.0),
    )
    spot = Evidence(start, start + len(second), second)
    relation = Relation("locatedIn", "Enterprise", "甲科技", "Carrier", "乙产业园", Status.EXISTING, (spot,), "r", 0.7)
    return Reading("x", text, "x.txt", Heading(title="答复"), "310105", entities, (relation,))


@pytest.mark.parametrize(
    ("second", "aliases", "unsaid"),
    [("甲科技等企业也已入驻", (), "乙产业园"), ("甲科技入驻乙产业园", (), ""), ("甲科技入驻乙园二期", ("乙园",), "")],
    ids=["sentence before", "named", "by another name"],
)
def test_a_sentence_that_does_not_name_the_place_says_so(
    second: str, aliases: tuple[str, ...], unsaid: str, opened: Callable[..., Opened], tmp_path: Path
) -> None:
    page = opened(written([_two_sentences(second, aliases)], tmp_path / "map.html", figures=False), "#view=whole")
    page.choose("甲科技")
    relation = page.page.locator("#evidence .relation blockquote")
    said = [f"句中没有写出“{unsaid}”，是按上下文或答复单位认定的"] if unsaid else []
    assert relation.locator(".unsaid").all_inner_texts() == said
    assert page.page.locator("#evidence .unsaid").count() == len(said), "its own mention is its name, in whatever form"
    (row,) = csv.DictReader(io.StringIO(page.saved("csvRelations").read_text(encoding="utf-8-sig")))
    assert row["原句未写出"] == unsaid
    page.page.click("[data-tool=language]")
    assert relation.locator(".unsaid").all_inner_texts() == [
        f"The sentence does not name {unsaid}: that is from the context or from who replies" for _ in said
    ]


def test_a_sentence_that_says_planned_of_what_is_there_now_says_so(opened: Callable[..., Opened], tmp_path: Path) -> None:
    early = one_firm("甲科技", "乙园", "a")
    there = tuple(replace(entity, status=Status.EXISTING) for entity in early.entities)
    late = replace(early, id="b", entities=there, relations=(replace(early.relations[0], status=Status.EXISTING),))
    page = opened(written([early, late], tmp_path / "map.html", figures=False), "#view=whole")
    page.choose("乙园")
    assert page.page.locator("#evidence > p .tag").inner_text() == "已有"
    for quotes in (".relation blockquote cite", "#evidence > div:last-of-type > blockquote cite"):
        tags = page.page.locator(quotes).evaluate_all(
            "all => all.map((one) => [...one.querySelectorAll('.tag')].map((tag) => tag.textContent))"
        )
        assert tags == [["此处说：规划"], []]
    page.choose("甲科技")
    assert page.page.locator("#evidence .tag", has_text="此处说").count() == 1, "of the relation alone: the firm is there in both"
