"""Patterns that are only asked where a text holds what they need."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.reading import cues, reader
from graph.reading.cues import Sought, cues_of
from graph.reading.flow import flow_of

_REPLIES = sorted((Path(__file__).parents[2] / "data" / "gold" / "fresh").glob("*.txt"))[:12]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("试点(?:线|点)", {"试点线", "试点点"}),
        ("[甲-龥]{2,3}(?:在|于)丙丁", {"在丙丁", "于丙丁"}),
        ("(?P<name>[^，]{2,8}?)园(?=已|正在)", {"园"}),
        ("[^，]{2,8}(?=落户|入驻)", {"落户", "入驻"}),
        ("(?<=落户)甲乙", {"甲乙"}),
        ("(?:甲乙)*丙(?!丁)", {"丙"}),
        ("(?:甲乙){1,3}[\u4e00-\u9fff]", {"甲乙"}),
    ],
)
def test_what_a_match_cannot_do_without(pattern: str, needed: set[str]) -> None:
    assert cues_of(re.compile(pattern)) == needed


@pytest.mark.parametrize("pattern", ["[^，]{2,8}", "甲*", "甲|[^乙]", "(?i:a)b?", "$"])
def test_a_pattern_that_can_match_without_any_word_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="without any certain word"):
        cues_of(re.compile(pattern))


def test_a_pattern_that_overlooks_case_is_refused() -> None:
    with pytest.raises(ValueError, match="case"):
        cues_of(re.compile("APP", re.IGNORECASE))


def test_between_two_positions_as_the_pattern_itself() -> None:
    sought, text = Sought("(?<=在)甲(?:园|城)"), "在甲园和在甲城"
    for start in range(len(text) + 1):
        for end in range(len(text) + 2):
            plain = re.compile(sought.pattern.pattern)
            assert [m.span() for m in sought.finditer(text, start, end)] == [m.span() for m in plain.finditer(text, start, end)]
            found = plain.search(text, start, end)
            assert (one := sought.search(text, start, end)) == found or (one and found and one.span() == found.span())


@pytest.mark.parametrize("path", _REPLIES, ids=lambda path: path.stem)
def test_every_pattern_finds_in_a_reply_what_it_finds_alone(path: Path) -> None:
    assert reader.__name__  # the rooms are loaded, and with them their patterns
    text = flow_of(path.read_text(encoding="utf-8")).text
    for sentence in re.finditer("[^。\n]+", text):
        for sought in cues._ALL:
            found = [m.span() for m in sought.finditer(text, *sentence.span())]
            assert found == [m.span() for m in sought.pattern.finditer(text, *sentence.span())], sought.pattern.pattern
