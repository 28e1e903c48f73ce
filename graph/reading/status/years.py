"""Years beside the one in which a reply was written: whether one that is told is over, and whether those that a plan is for begin later."""

from __future__ import annotations

import re

__all__ = ["is_over", "plans_later"]

#: The first year of what a document plans for: 2026—2028年, “十五五”; and what plans.
_FIRST_YEAR = re.compile(r"(?P<year>20\d\d)(?:年)?[-—~至](?:20)?\d\d年?|十(?P<plan>[一二三四五])五")
_PLANS = re.compile(r"规划|计划|方案|纲要")
#: The first year of the eleventh five-year plan; those behind it begin five years later each.
_ELEVENTH = 2006


def plans_later(name: str, year: int | None) -> bool:
    """Whether the years that a document plans for begin after a year."""
    found = _FIRST_YEAR.search(name)
    if not found or year is None or not _PLANS.search(name):
        return False
    first = int(found["year"]) if found["year"] else _ELEVENTH + 5 * "一二三四五".index(found["plan"])
    return first > year


def is_over(told: str | None, year: int | None) -> bool:
    """Whether a year that is told, if any is, lies before the one in which the reply was written, if that is known."""
    return told is None or year is None or int(told) < year
