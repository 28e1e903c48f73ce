"""The sentences that the page shows are those of the graph, whole, and marked where they are cut."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.reading.spans import sentence_around
from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from tests.viz.conftest import Opened, in_browser, written

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
