"""What the classifier says of things in one row."""

from __future__ import annotations

import pytest

from graph.reading.classifier.rows import shared
from graph.reading.classifier.windows import HERE, Marked, Question, Window
from graph.records import Mention

#: What the classifier says of the two firms for the park and for the replying place.
SAID = [[0.9, 0.1], [0.2, 0.3]]


def _asked(text: str, names: tuple[str, str], kinds: tuple[str, str], windows: int = 1) -> tuple[list[Question], list[Mention]]:
    """A question for each of two names, whose places are the park 星河园 and the replying place."""
    spans = [*zip(names, kinds, strict=True), ("星河园", "Carrier")]
    mentions = [Mention(kind, name, text.index(name), text.index(name) + len(name), "case", 1.0) for name, kind in spans]
    marked = [Marked(0, 1, HERE, -1, -1, True)]
    marked += [Marked(m.start, m.end, m.type, span, span, True) for span, m in enumerate(mentions)]
    seen = [Window([], marked) for _ in range(windows)]
    return [Question(seen[number % windows], 1 + number, [3, 0]) for number in range(2)], mentions


@pytest.mark.parametrize(
    "text",
    [
        "拓野科技、南舟数据入驻星河园。",
        "拓野科技和南舟数据入驻星河园。",
        "“拓野科技”“南舟数据”入驻星河园。",
        "拓野科技以及南舟数据入驻星河园。",
    ],
)
def test_each_of_a_row_is_as_probably_there_as_the_likeliest(text: str) -> None:
    questions, mentions = _asked(text, ("拓野科技", "南舟数据"), ("Enterprise", "Enterprise"))
    assert shared(text, questions, mentions, SAID) == [[0.9, 0.3], [0.9, 0.3]]


@pytest.mark.parametrize(
    ("text", "kinds", "windows"),
    [
        ("拓野科技入驻星河园，南舟数据在外。", ("Enterprise", "Enterprise"), 1),
        ("拓野科技（南舟数据）入驻星河园。", ("Enterprise", "Enterprise"), 1),
        ("星河园的拓野科技与南舟数据联合研发。", ("Enterprise", "Enterprise"), 1),
        ("拓野科技、南舟数据入驻星河园。", ("Enterprise", "Scenario"), 1),
        ("拓野科技、南舟数据入驻星河园。", ("Enterprise", "Enterprise"), 2),
    ],
)
def test_what_stands_in_no_row_is_left_as_it_is(text: str, kinds: tuple[str, str], windows: int) -> None:
    questions, mentions = _asked(text, ("拓野科技", "南舟数据"), kinds, windows)
    assert shared(text, questions, mentions, SAID) == SAID


def test_nothing_is_said_where_nothing_is_asked() -> None:
    assert shared("", [], [], []) == []
