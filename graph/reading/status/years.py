"""Years beside the one in which a reply was written: whether one that is told is over, and whether those that a plan is for begin later."""

from __future__ import annotations

import re

from graph.reading.status.verbs import BUILD, KIND, OPEN, behind_name

__all__ = ["begins_in_a_later_year", "is_over", "plans_later"]

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


#: 甲列入2026年民生实事; 甲平台已纳入更新计划，2026年实施.
_LISTED_FOR = behind_name(
    rf"{KIND}?(?:建设)?(?:也|已|拟|将|被)*[列纳]入了?[^，。；\d]{{0,8}}(?P<year>20\d\d)年[^，。；提升改优扩]{{0,12}}?(?:实事|任务|项目|计划|清单|工程|重点)(?![^。；]*(?:目前(?!正)|现[已有]|已|运行|累计|日均))"
)
_TO_BEGIN_IN = behind_name(
    rf"[^，。；]{{0,4}}?{KIND}?(?:建设)?(?:也|均)?(?:已)?[列纳]入[^，。；提升改优扩]{{0,14}}(?:计划|规划|项目|清单|任务)，(?:将|拟|计划|预计)?于?(?P<year>20\d\d)年(?:起|内|初|[上下]半年|\d{{1,2}}月)?(?:全面|正式|启动)*(?:实施|{OPEN}|{BUILD})(?=[，。；]|$)"
)


def begins_in_a_later_year(tail: str, year: int | None) -> bool:
    """Whether the words behind a service say that it is due in a year after the one in which the reply was written: 列入2026年民生实事."""
    told = _LISTED_FOR.match(tail) or _TO_BEGIN_IN.match(tail)
    return told is not None and year is not None and int(told["year"]) > year


def is_over(told: str | None, year: int | None) -> bool:
    """Whether a year that is told, if any is, lies before the one in which the reply was written, if that is known."""
    return told is None or year is None or int(told) < year
