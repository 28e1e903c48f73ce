"""Calendar dates in every way of writing them, and which of a reply's dates is its own."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from graph.reading.heading.labels import labels

__all__ = ["NUMERALS", "date_of", "day_in", "is_day"]

NUMERALS = "〇零一二三四五六七八九十百两"
#: 2020-09-1815：26: where a page has lost what stands between a day of two figures and the hour.
_THE_HOUR = r"(?<=[-./]\d\d)(?=(?:[01]\d|2[0-3])[：:][0-5]\d(?!\d))"
_DAY = re.compile(
    rf"([12] ?\d ?\d ?\d|[二一][〇零Oo0一二三四五六七八九]{{3}})\s*(?:年|[-./])\s*(\d ?\d?|[{NUMERALS}]{{1,2}})\s*(?:月|[-./])\s*(\d ?\d?|[{NUMERALS}]{{1,3}})(?:(?!\d)|{_THE_HOUR})\s*日?"
)
#: 20240506, behind a label or as a line of its own: anywhere else it may be any number.
_COMPACT = re.compile(r"^([12]\d{3})([01]\d)([0-3]\d)(?!\d)")
#: A signature without a day: a line of its own, or behind an office.
_MONTH = re.compile(
    rf"(?:^|[局委办府厅院处司部会）])([12]\d{{3}}|[二一][〇零Oo0一二三四五六七八九]{{3}})年(\d\d?|[{NUMERALS}]{{1,2}})月日?）?$"
)
_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "O": "0", "o": "0", "0": "0", "两": "2"}


def day_in(text: str) -> str | None:
    """The first calendar date of a canonical text, in ISO form; ``None`` where there is none or it is no day."""
    found = _DAY.search(text)
    return _iso(*found.groups()) if found else None


def _iso(year: str, month: str, day: str) -> str | None:
    y, m, d = (_arabic(part.replace(" ", "")) for part in (year, month, day))
    possible = 1949 <= y <= 2100 and 1 <= m <= 12 and 1 <= d <= monthrange(y, m)[1]
    return f"{y:04d}-{m:02d}-{d:02d}" if possible else None


def _compact_day(line: str) -> str | None:
    """The day of a line of nothing but eight digits, of which a page has lost the characters between: 20231122."""
    found = _COMPACT.fullmatch(line)
    return _iso(*found.groups()) if found else None


#: 2023630, 2023630日, 20236月30: a page has lost some of the characters between the figures, or all of them.
_TORN_DAY = re.compile(r"(20[0-3]\d)(?:年?([1-9]\d?)月(\d{1,2})|年([1-9]\d{2,3})|([1-9]\d{1,2}))日?|(20[0-3]\d)([1-9]\d{3})日")
#: 202366: six figures alone may be a postcode, but not under an office.
_SIX_FIGURES = re.compile(r"\d{6}")
_UNDER_AN_OFFICE = re.compile(r"(?:[局委办府厅院处司部会]|中心|[支大]队)(?:（?盖章）?)?$")


def _torn_day(above: str, line: str) -> str | None:
    """The day of a line of which figures alone or nearly alone are left, where they can be read as one day alone."""
    found = _TORN_DAY.fullmatch(line)
    if found is None or (_SIX_FIGURES.fullmatch(line) and not _UNDER_AN_OFFICE.search(above)):
        return None
    year, *parts = (part for part in found.groups() if part)
    rest = "".join(parts)
    cuts = [len(parts[0])] if len(parts) > 1 else [i for i in range(1, len(rest)) if rest[i] != "0"]
    days = {day for i in cuts if (day := _iso(year, rest[:i], rest[i:]))}
    return days.pop() if len(days) == 1 else None


def _month_in(line: str) -> str | None:
    """The month that a signature gives instead of a day, as ``2025-05``."""
    found = _MONTH.search(line)
    day = _iso(found.group(1), found.group(2), "1") if found else None
    return day[:7] if day else None


def _arabic(numeral: str) -> int:
    """A year written digit by digit, or a number up to 99."""
    if numeral.isdigit():
        return int(numeral)
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0") if ones else "0")
    return int("".join(_DIGITS.get(c, "0") for c in numeral))


_STAMP = re.compile(r"[12]\d{3}-\d{1,2}-\d{1,2}")
_NO_SIGNATURE = re.compile(r"[，。；]|发布|更新|打印|浏览|办理时限")


def is_day(line: str) -> bool:
    """Whether a short line holds a day, though a page has lost the characters between its figures, or the month of signing."""
    flat = line.replace(" ", "")
    return bool(day_in(line) or _compact_day(flat) or _TORN_DAY.fullmatch(flat) or _month_in(flat))


#: Lines behind the title in which a page without opening words still gives its day.
_FIRST_LINES = 3
#: A day and perhaps the hour, and nothing else: what a site prints beside its office.
_ALONE = re.compile(r"[12]\d{3}[-./年]\d{1,2}[-./月]\d{1,2}日?(?: *\d{1,2}：\d{2}(?:：\d{2})?)?")


#: The day on which a proposal was handed in.
_OTHER_DAY = re.compile("(?:提交|提出|交办|受理|收到|立案)(?:日期|时间)")


def date_of(head: Sequence[str], body: Sequence[str], tail: Sequence[str]) -> str | None:
    """The date of signing, below the text; else of issue, by its label or bare above the text.

    Parameters
    ----------
    head, body, tail:
        Canonical lines above the text, of the text, and at its end.

    Returns
    -------
    str or None
        In ISO form: a day (``2025-05-06``), or the month of signing (``2025-05``) where it names no day.
    """
    signed = [flat for line in reversed(tail) if len(flat := line.replace(" ", "")) <= 50]
    for find in (day_in, _compact_day, _month_in):
        for line in signed:
            if (day := find(line)) and not _NO_SIGNATURE.search(line) and not line.endswith("印发"):
                return day
    if printed := next((day for line in signed if line.endswith("印发") and (day := day_in(line))), None):
        return printed
    torn = (_torn_day(above, line) for above, line in reversed(list(pairwise(line.replace(" ", "") for line in tail))))
    if day := next((day for day in torn if day), None):
        return day
    text = "\n".join([*head, "。", *tail])
    for pattern in _behind_labels() if _behind_any_label().search(text) else ():
        found = pattern.search(text)
        if found and (day := _behind_label(found.group(1))):
            return day
    near = [*head, *body[:_FIRST_LINES]]
    alone = [line for line in near if _ALONE.fullmatch(line)]  # of the day it was asked and the day it answered, the latter
    told = [line for line in near if not _OTHER_DAY.search(line)]
    stamped = (day_in(line) for line in [*alone[-1:], *told] if len(line) < 60 or _STAMP.search(line))
    return next((day for day in stamped if day), None)


@cache
def _behind_labels() -> tuple[re.Pattern[str], ...]:
    """What finds a day behind each of its labels, in the lexicon's order."""
    return tuple(re.compile(rf"(?<!交办)(?<!提交)(?<!受理){name}{_VALUE}") for name in labels("date"))


_VALUE = r" *〕? *[：|]?[\s|]*([12]\d{3}.{0,16})"


@cache
def _behind_any_label() -> re.Pattern[str]:
    """What each of them needs: where it finds nothing, none of them does."""
    return re.compile(rf"(?:{'|'.join(labels('date'))}){_VALUE}")


def _behind_label(value: str) -> str | None:
    compact = _COMPACT.match(value)
    return _iso(*compact.groups()) if compact else day_in(value)
