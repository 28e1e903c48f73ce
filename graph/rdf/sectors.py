"""The scheme of sectors: which is broader than which, and their place in the national classifications."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["CLASSIFICATIONS", "Sector", "ancestry", "class_name", "scheme"]

_FOLDER = Path(__file__).parents[2] / "data" / "sectors"
#: Key of a classification to its title in zh and en.
CLASSIFICATIONS = {
    "gbt4754": (
        "国民经济行业分类（GB/T 4754-2017）",
        "Industrial classification for national economic activities (GB/T 4754-2017)",
    ),
    "digital": (
        "数字经济及其核心产业统计分类（2021）",
        "Statistical classification of the digital economy and its core industries (2021)",
    ),
}
_MATCHES = {"=": "exactMatch", "~": "closeMatch", "<": "broadMatch"}


@dataclass(frozen=True, slots=True)
class Sector:
    """One sector of the scheme.

    Attributes
    ----------
    name:
        As replies write it.
    broader:
        Name of the broader sector, ``None`` at the top.
    matches:
        SKOS mapping property, key of :data:`CLASSIFICATIONS`, code.
    """

    name: str
    broader: str | None
    matches: tuple[tuple[str, str, str], ...]


def _rows(file: str) -> list[dict[str, str]]:
    with (_FOLDER / file).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


@cache
def scheme() -> dict[str, Sector]:
    """Every sector of ``data/sectors/sectors.tsv`` by its name."""
    return {
        row["name"]: Sector(
            row["name"],
            row["broader"] or None,
            tuple((_MATCHES[row[key][0]], key, row[key][1:]) for key in CLASSIFICATIONS if row[key]),
        )
        for row in _rows("sectors.tsv")
    }


@cache
def _names() -> dict[tuple[str, str], str]:
    return {(row["scheme"], row["code"]): row["name"] for row in _rows("classifications.tsv")}


def class_name(classification: str, code: str) -> str:
    """Name of a code in a classification.

    Raises
    ------
    KeyError
        Where ``classifications.tsv`` does not hold the code.
    """
    return _names()[classification, code]


def ancestry(names: Iterable[str]) -> Iterator[Sector]:
    """The sectors of these names that the scheme knows, and every broader one; each once, sorted by name."""
    wanted: set[str] = set()
    for name in names:
        at: str | None = name
        while at is not None and at in scheme() and at not in wanted:
            wanted.add(at)
            at = scheme()[at].broader
    return (scheme()[name] for name in sorted(wanted))
