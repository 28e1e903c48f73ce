"""The numbers that a word processor shows before a paragraph and does not store in it: 一、, （二）, 3.

A paragraph names a list and a level (``w:numPr``, its own or its style's); ``numbering.xml`` says how each level of a list
counts and what stands around the number (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

__all__ = ["Numbering"]

_CHINESE = "〇一二三四五六七八九十"
#: Formats that count with Chinese numerals.
_IDEOGRAPHS = frozenset(
    ("chineseCounting", "chineseCountingThousand", "ideographTraditional", "japaneseCounting", "taiwaneseCounting",
     "taiwaneseCountingThousand", "chineseLegalSimplified", "ideographDigital")
)  # fmt: skip
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    """Such as ``%1、`` or ``（%2）``."""
    first: int


@dataclass(slots=True)
class Numbering:
    """Counts a document's numbered paragraphs as they come."""

    _lists: dict[str, dict[int, _Level]]
    _counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * _DEEPEST))

    @classmethod
    def of(cls, opened: WordDocument) -> Numbering:
        """The lists that a document defines; none where it has no numbering part."""
        part = next((r.target_part for r in opened.part.rels.values() if r.reltype.endswith("/numbering")), None)
        root = getattr(part, "element", None)
        if root is None:
            return cls({})
        abstract = {node.get(qn("w:abstractNumId")): _levels(node) for node in root.findall(qn("w:abstractNum"))}
        lists = {}
        for node in root.findall(qn("w:num")):
            link = node.find(qn("w:abstractNumId"))
            if link is not None:
                lists[node.get(qn("w:numId"))] = abstract.get(link.get(qn("w:val")), {})
        return cls(lists)

    def label(self, paragraph: Paragraph) -> str:
        """What stands before a paragraph, the number counted on; empty where nothing does, or a bullet."""
        told = _told(paragraph)
        if told is None or not paragraph.text.strip():
            return ""
        number, at = told
        levels = self._lists.get(number, {})
        level = levels.get(at)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts[number]
        counts[at] = max(counts[at] + 1, level.first)
        counts[at + 1 :] = [0] * (len(counts) - at - 1)

        def shown(place: re.Match[str]) -> str:
            of = min(int(place.group(1)) - 1, _DEEPEST - 1)
            return _written(counts[of], levels[of].form if of in levels else "decimal")

        return re.sub(r"%(\d)", shown, level.pattern)


def _levels(abstract: object) -> dict[int, _Level]:
    found = {}
    for node in abstract.findall(qn("w:lvl")):  # type: ignore[attr-defined]  # lxml has no types here

        def value(name: str, default: str, node: object = node) -> str:
            child = node.find(qn(name))  # type: ignore[attr-defined]
            return default if child is None else child.get(qn("w:val"), default)

        first = value("w:start", "1")
        found[int(node.get(qn("w:ilvl")))] = _Level(
            value("w:numFmt", "decimal"), value("w:lvlText", ""), int(first) if first.isdigit() else 1
        )
    return found


def _told(paragraph: Paragraph) -> tuple[str, int] | None:
    """List and level of a paragraph: its own, else its style's or that of a style it is based on."""
    properties = [paragraph._p.pPr]
    style = paragraph.style
    for _ in range(_DEEPEST):
        if style is None:
            break
        properties.append(style.element.find(qn("w:pPr")))
        style = style.base_style
    for each in properties:
        numbered = None if each is None else each.find(qn("w:numPr"))
        link = None if numbered is None else numbered.find(qn("w:numId"))
        if numbered is not None and link is not None:
            level = numbered.find(qn("w:ilvl"))
            depth = 0 if level is None else int(level.get(qn("w:val"), "0"))
            number = link.get(qn("w:val"))
            return None if number == "0" or depth >= _DEEPEST else (number, depth)
    return None


def _written(number: int, form: str) -> str:
    if form in _IDEOGRAPHS:
        return _chinese(number)
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if form in ("upperLetter", "lowerLetter") and 1 <= number <= 26:
        return chr((65 if form == "upperLetter" else 97) + number - 1)
    return str(number)


def _chinese(number: int) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    return ("" if tens < 2 else _CHINESE[tens]) + ("十" if tens else "") + (_CHINESE[ones] if ones else "")
