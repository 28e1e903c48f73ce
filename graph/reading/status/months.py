"""Services that begin in a month, or a quarter, of no year that is named: whether that is after the reply was signed."""

from __future__ import annotations

import re

from graph.reading.status.verbs import BUILD, ITS_BUILDING, OPEN

__all__ = ["begins_after"]

#: A month and what begins in it, before a service or behind it: 10月下旬开通甲, 甲9月试运行.
_MONTH = r"(?<!\d)(?P<month>1[0-2]|[1-9])月(?P<part>上旬|中旬|下旬|初|中|底|末|份)?(?:起|前)?(?:将|拟)?"
#: The quarter of the year in which the reply was signed: 今年四季度，在甲街道试点乙.
_IN_A_QUARTER = re.compile(
    rf"(?:^|[，；]|今年|本年)第?(?P<quarter>[一二三四])季度，?(?:将|拟)?[^，。；已了\d]{{0,14}}(?:{OPEN}|{BUILD}|推广)[^，。；已了]{{0,8}}[“]?$"
)
_BEGINS = f"(?:正式|全面)?{OPEN}"
#: 6月底前完成甲平台搭建.
_DONE_IN_A_MONTH = re.compile(rf"{_MONTH}(?:全面|基本|率先)?完成[^，。；已了]{{0,6}}[“]?$")
_IN_A_MONTH = re.compile(rf"{_MONTH}[^，。；已\d]{{0,4}}{_BEGINS}[^，。；已了]{{0,8}}[“]?$")
_ITS_MONTH = re.compile(rf"[”]?[^，。；已了月]{{0,10}}?(?:，[^，。；已了\d]{{0,8}})?{_MONTH}{_BEGINS}(?!了)")
_A_YEAR = re.compile(r"去年|上年|前年|明年|\d年")


#: The day of a month that a part of it begins with.
_FROM = {"中旬": 11, "中": 11, "下旬": 21, "底": 25, "末": 25}


def begins_after(before: str, tail: str, signed: tuple[int, int] | None) -> bool:
    """Whether a service begins in a month, of no year that is named, after the day on which the reply was signed.

    Parameters
    ----------
    before, tail:
        The sentence up to its name, and behind it.
    signed:
        Month and day of the signature, where the reply says both.
    """
    quarter = _IN_A_QUARTER.search(before)
    if quarter and signed:
        return "一二三四".index(quarter["quarter"]) * 3 + 1 > signed[0] and not _A_YEAR.search(before)
    told = _IN_A_MONTH.search(before) or (ITS_BUILDING.match(tail) and _DONE_IN_A_MONTH.search(before)) or _ITS_MONTH.match(tail)
    if told is None or signed is None or _A_YEAR.search(before) or _A_YEAR.search(told.group()):
        return False
    return (int(told["month"]), _FROM.get(told["part"] or "", 1)) > signed
