"""How often each rule is right, measured on the annotated replies.

A rule says how sure it is by judgement; ``data/calibration.tsv`` holds how often it was right: on replies that it was
written with, where every rule looks better than it is, and on fresh ones. A confidence is the mean of a beta distribution
twice over: the share of right claims on the former, shrunk towards the judgement where the rule spoke seldom,
(right + K * judged) / (all + K), and the share on the latter, shrunk towards that with a weight of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Protocol

__all__ = ["CALIBRATION", "calibrated", "level_of", "write_table"]

CALIBRATION = Path(__file__).parents[2] / "data" / "calibration.tsv"
#: How many claims the judgement counts for.
_PRIOR = 6.0
#: How many claims of fresh replies the share on the others counts for: theirs come several from one reply, alike.
_FRESH_PRIOR = 8.0
_LEVELS = ((0.55, "low"), (0.75, "middle"), (1.01, "high"))
_HEAD = (
    "# How often each rule was right. Written by: python -m graph calibrate\n"
    "# Type, rule, judged confidence (low, middle, high); right, all on replies that the rules were written with; on fresh ones.\n"
)


def level_of(judged: float) -> str:
    """The range of a judged confidence; a rule may be sure of one thing and not of another."""
    return next(name for edge, name in _LEVELS if judged < edge)


@cache
def _table() -> dict[tuple[str, str, str], tuple[int, int, int, int]]:
    if not CALIBRATION.is_file():
        return {}
    rows = [line.split("\t") for line in CALIBRATION.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {(kind, rule, level): (int(a), int(b), int(c), int(d)) for kind, rule, level, a, b, c, d in rows}


@cache
def _of_all_levels() -> dict[tuple[str, str], tuple[int, int, int, int]]:
    """By type and rule: for a rule that was never so sure or unsure before."""
    whole: dict[tuple[str, str], tuple[int, int, int, int]] = {}
    for (kind, rule, _), (a, b, c, d) in _table().items():
        right, every, fresh_right, fresh = whole.get((kind, rule), (0, 0, 0, 0))
        whole[kind, rule] = right + a, every + b, fresh_right + c, fresh + d
    return whole


def calibrated(kind: str, rule: str, judged: float) -> float:
    """The confidence of a claim, 0 to 1.

    Parameters
    ----------
    kind:
        Type of the entity or relation.
    rule:
        Which found it.
    judged:
        What the rule says of itself.
    """
    counted = _table().get((kind, rule, level_of(judged))) or _of_all_levels().get((kind, rule))
    right, every, fresh_right, fresh = counted or (0, 0, 0, 0)
    written_with = (right + _PRIOR * judged) / (every + _PRIOR)
    return round((fresh_right + _FRESH_PRIOR * written_with) / (fresh + _FRESH_PRIOR), 3)


class _Judged(Protocol):
    """A claim that an annotation has judged."""

    @property
    def type(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def confidence(self) -> float: ...
    @property
    def right(self) -> bool: ...


def write_table(claims: Iterable[_Judged], fresh: Iterable[_Judged], path: Path = CALIBRATION) -> int:
    """Count the claims, whose confidences are as judged by their rules, and write the table; the number of its rows.

    Parameters
    ----------
    claims, fresh:
        On replies that the rules were written with, and on others.
    path:
        Of the table, which is replaced.
    """
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for column, some in ((0, claims), (2, fresh)):
        for claim in some:
            count = counts[claim.type, claim.rule, level_of(claim.confidence)]
            count[column] += claim.right
            count[column + 1] += 1
    rows = ["\t".join([*at, *map(str, n)]) + "\n" for at, n in sorted(counts.items())]
    path.write_text(_HEAD + "".join(rows), encoding="utf-8")
    _table.cache_clear()
    _of_all_levels.cache_clear()
    return len(rows)
