"""The numbers that a word processor writes before the paragraphs of a list: 一、（一）1. and their like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from graph.reading.documents.word_names import attribute, child, children, value

__all__ = ["Numbering", "numeral"]

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
#: Levels that a list has in WordprocessingML.
_LEVELS = 9


def _counting(number: int) -> str:
    """A Chinese numeral as in a list of sections: 十, 十一, 二十三, 一百零五."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = _DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def _formal(number: int) -> str:
    return _counting(number).translate(str.maketrans(_DIGITS + "十百", _FORMAL + "拾佰"))


def _letters(number: int) -> str:
    """From a to z, then aa to zz, as word processors go on."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 260 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for size, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        text += sign * (number // size)
        number %= size
    return text


def _from(first: str, most: int) -> Callable[[int], str]:
    """Signs that follow each other in Unicode, such as ① to ⑳."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else str(number)


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


#: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat), the formats in use in Chinese documents.
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + i: ord("０") + i for i in range(10)}),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "ideographDigital": lambda number: "".join(_DIGITS[int(d)] for d in str(abs(number))),
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographEnclosedCircle": _from("㊀", 10),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
}


def numeral(form: str, number: int) -> str:
    """A number as a format of WordprocessingML has it; in digits where the format is not known."""
    return _FORMATS.get(form, str)(number)


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list, as ``w:lvl`` says it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """Such as ``第%1章`` or ``%1.%2``."""
    gap: str = "tab"
    legal: bool = False
    """All numbers in it as decimals."""

    @classmethod
    def of(cls, element: _Element) -> _Level:
        return cls(
            start=_number(value(element, "start"), 1),
            form=value(element, "numFmt") or "decimal",
            text=value(element, "lvlText") or "",
            gap=value(element, "suff") or "tab",
            legal=child(element, "isLgl") is not None,
        )


@dataclass(slots=True)
class _List:
    """One ``w:abstractNum``: its levels and, while a document is read, how far each has been counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of a document's lists, in the order in which they are asked for.

    Parameters
    ----------
    numbering, styles:
        Root elements of the two parts, where the document has them.
    """

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        """For each ``w:num``: its list, the levels that it replaces, and the numbers at which it starts anew."""
        self._fresh: set[str] = set()
        self._styles = {attribute(style, "styleId"): style for style in children(styles, "style")}
        abstract = children(numbering, "abstractNum")
        # A list may only name a style, whose list is another one.
        styled = {style: element for element in abstract if (style := value(element, "styleLink"))}
        for element in abstract:
            source = styled.get(value(element, "numStyleLink") or "", element)
            levels = {_number(attribute(lvl, "ilvl"), 0): _Level.of(lvl) for lvl in children(source, "lvl")}
            self._lists[attribute(element, "abstractNumId")] = _List(levels)
        for element in children(numbering, "num"):
            replaced, starts = {}, {}
            for override in children(element, "lvlOverride"):
                level = _number(attribute(override, "ilvl"), 0)
                if (lvl := child(override, "lvl")) is not None:
                    replaced[level] = _Level.of(lvl)
                if (start := value(override, "startOverride")) is not None:
                    starts[level] = _number(start, 1)
            identity = attribute(element, "numId")
            self._numbers[identity] = (value(element, "abstractNumId") or "", replaced, starts)
            self._fresh.add(identity)

    def label(self, properties: _Element | None) -> str:
        """What stands before a paragraph, with the blank behind it; empty for bullets and for paragraphs of no list.

        Parameters
        ----------
        properties:
            The paragraph's ``w:pPr``.
        """
        identity, level = self._place(properties)
        known = self._numbers.get(identity)
        listed = self._lists.get(known[0]) if known else None
        if known is None or listed is None or not 0 <= level < _LEVELS:
            return ""
        levels = listed.levels | known[1]
        if identity in self._fresh:
            self._fresh.discard(identity)
            for at, start in known[2].items():
                listed.counts[at] = start - 1
        kind = levels.get(level, _Level())
        listed.counts[level] = listed.counts.get(level, kind.start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            listed.counts.pop(deeper, None)
        return _written(kind, levels, listed.counts)

    def _place(self, properties: _Element | None) -> tuple[str, int]:
        """Number and level of the list that a paragraph stands in, by itself or by its style and the styles under it."""
        identity: str | None = None
        level: str | None = None
        for source in self._chain(properties):
            placed = child(source, "numPr")
            identity = identity if identity is not None else value(placed, "numId")
            level = level if level is not None else value(placed, "ilvl")
            if identity is not None:
                break
        return identity or "", _number(level, 0)

    def _chain(self, properties: _Element | None) -> Iterator[_Element | None]:
        """A paragraph's own properties, then those of its style and of the styles that it is based on."""
        yield properties
        style = self._styles.get(value(properties, "pStyle") or "")
        seen: set[str] = set()
        while style is not None and attribute(style, "styleId") not in seen:
            seen.add(attribute(style, "styleId"))
            yield child(style, "pPr")
            style = self._styles.get(value(style, "basedOn") or "")


def _written(kind: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    if kind.form in ("bullet", "none") or not kind.text:
        return ""

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = "decimal" if kind.legal else levels.get(at, _Level()).form
        count = counts.get(at, levels.get(at, _Level()).start)
        return numeral(form, count)

    label = re.sub(r"%([1-9])", number, kind.text)
    # Behind 、 or ） the eye sees no gap; behind 1. it does.
    return label + (" " if kind.gap != "nothing" and label[-1:].isascii() and label[-1:].strip() else "")


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else default
