"""Patterns that say in front with which characters a match of theirs may begin say all of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from re import _parser as reading  # type: ignore[attr-defined]
from typing import Any

import pytest

from graph.reading import reader

#: (?=[甲乙])(?:…): the characters, and the pattern behind them.
_GUARDED = re.compile(r"\(\?=\[(?P<characters>[^\]^\\]+)\]\)\(\?:")


def _guarded() -> Iterator[tuple[str, re.Pattern[str]]]:
    assert reader.__name__  # with it all rooms are loaded in which a reply is read
    rooms = [(name, module) for name, module in sys.modules.items() if name.startswith("graph.reading.")]
    for room, module in rooms:
        for name, value in vars(module).items():
            pattern = getattr(value, "pattern", None)
            pattern = getattr(pattern, "pattern", pattern)  # a `Sought` holds one
            if isinstance(pattern, str) and _GUARDED.match(pattern):
                yield f"{room}.{name}", re.compile(pattern)


def _may_begin(items: Iterable[tuple[Any, Any]]) -> tuple[set[str] | None, bool]:
    """The characters that a match of some parts may begin with, ``None`` for any; and whether the parts may match nothing."""
    found: set[str] = set()
    for op, value in items:
        kind = str(op)
        if kind in ("ASSERT", "ASSERT_NOT", "AT"):
            continue
        first, empty = _of_one(kind, value)
        if first is None:
            return None, False
        found |= first
        if not empty:
            return found, False
    return found, True


def _of_one(kind: str, value: Any) -> tuple[set[str] | None, bool]:
    if kind == "LITERAL":
        return {chr(value)}, False
    if kind == "IN" and all(str(op) in ("LITERAL", "RANGE") for op, _ in value):
        spans = ((v, v) if str(op) == "LITERAL" else v for op, v in value)
        return {chr(c) for start, end in spans for c in range(start, end + 1)}, False
    if kind == "BRANCH":
        ways = [_may_begin(way) for way in value[1]]
        firsts = [first for first, _ in ways]
        return (None if None in firsts else set().union(*firsts)), any(empty for _, empty in ways)  # type: ignore[arg-type]
    if kind == "SUBPATTERN":
        return _may_begin(value[3])
    if kind.endswith("_REPEAT"):
        first, empty = _may_begin(value[2])
        return first, empty or value[0] == 0
    return None, False


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*one, id=one[0]) for one in sorted(_guarded(), key=lambda o: o[0])])
def test_all_characters_that_a_match_may_begin_with_are_said(name: str, pattern: re.Pattern[str]) -> None:
    said = _GUARDED.match(pattern.pattern)
    assert said is not None
    first, empty = _may_begin(reading.parse(pattern.pattern[said.end("characters") + 2 :], pattern.flags & ~re.UNICODE))
    assert first is not None, f"{name} may begin with anything"
    assert not empty
    assert first <= set(said["characters"])


def test_a_character_that_is_left_out_is_seen() -> None:
    first, _ = _may_begin(reading.parse("(?:甲|乙丙|[丁戊]?己)(?<=丙)"))
    assert first == {"甲", "乙", "丁", "戊", "己"}
