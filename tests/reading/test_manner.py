"""Where a firm's name ends before words that say how it came."""

from __future__ import annotations

import pytest

from graph.reading.mentions.manner import before_manner, without_manner
from graph.records import Mention


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("云岚智能集体落户岚湾园", "云岚智能集体", "云岚智能"),
        ("云岚智能原计划落户岚湾园", "云岚智能原", "云岚智能"),
        ("云岚智能计划明年入驻岚湾园", "云岚智能计划", "云岚智能"),
        ("云岚智能业已入驻岚湾园", "云岚智能业", "云岚智能"),
        ("云岚智能将整体搬入岚湾园", "云岚智能将整体", "云岚智能"),
        ("云岚智能集体发展", "云岚智能集体", "云岚智能集体"),
        ("云岚智能落户岚湾园", "云岚智能", "云岚智能"),
        ("新希望落户岚湾园", "新希望", "新希望"),
        ("一起落户岚湾园", "一起", "一起"),
    ],
)
def test_words_of_manner_before_a_verb_of_coming_are_no_part_of_a_name(text: str, seen: str, name: str) -> None:
    assert without_manner(text, Mention("Enterprise", seen, 0, len(seen), "learned", 0.9)).name == name


def test_a_name_ends_before_them() -> None:
    text = "云岚智能经比选"
    assert before_manner(text, 0, len(text)) == len("云岚智能")
    assert before_manner("云岚智能将整体", 0, 7) == len("云岚智能")
    assert before_manner("集体", 0, 2) == 2
