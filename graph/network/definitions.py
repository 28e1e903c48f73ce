"""Every figure in words, in both languages: what it counts, where its definition comes from, what to beware of."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.network.communities import LEAST_Z
from graph.network.composition import LEAST_EXPECTED, LEAST_MEMBERSHIPS

__all__ = ["Words", "caveats", "definition_of", "definitions"]

_FILE = Path(__file__).parents[2] / "data" / "statistics" / "definitions.tsv"
_CAVEAT = "caveat"


class Words(NamedTuple):
    """One text in two languages."""

    zh: str
    en: str


@cache
def _rows() -> tuple[tuple[str, Words], ...]:
    minima = {"memberships": f"{LEAST_MEMBERSHIPS}", "expected": f"{LEAST_EXPECTED:g}", "z": f"{LEAST_Z:g}"}
    lines = _FILE.read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t") for line in lines)
    return tuple((key, Words(zh.format(**minima), en.format(**minima))) for key, zh, en in cells)


def definitions() -> dict[str, Words]:
    """The words by pattern of the key; the first pattern that fits holds, ``*`` stands for anything."""
    return {key: words for key, words in _rows() if key != _CAVEAT}


def caveats() -> tuple[Words, ...]:
    """What every reader of the figures should know."""
    return tuple(words for key, words in _rows() if key == _CAVEAT)


def definition_of(key: str) -> Words | None:
    """The words for a figure's key, ``None`` where there are none."""
    return next((words for pattern, words in definitions().items() if fnmatchcase(key, pattern)), None)
