"""Names in the cells of a table, typed by the column's heading: 园区名称 | 面积 | 代表企业."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.reading.lexicon import typed, words
from graph.reading.mentions.enumerations import HEAD
from graph.reading.mentions.names import clean, is_generic
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["tabled"]

#: Behind the word that says what a column holds.
_NAMED = re.compile(r"(?:名称|名录|名单|清单|简称|全称)?(?:（[^）]*）)?$")
_ITEM = re.compile(r"(?:（[^（）]*）|[^、，；/（）])+")
#: What a cell holds that is no name: figures, marks for nothing.
_ROADS = re.compile(r"[\u4e00-\u9fff]{2,5}(?:路|大道|大街)(?:、[\u4e00-\u9fff]{2,5}(?:路|大道|大街)){0,4}")
_NO_NAME = re.compile(r"[—\-–/无]*|[约近超]?\d.*|.*[。！？：]")
#: What columns are read for; a document's or a department's column is read by its own rules.
_TYPES = ("Enterprise", "Carrier", "Scenario")


def tabled(reply: Reply) -> list[Mention]:
    """Every name of a firm, a carrier or a service that stands alone in a cell below such a heading.

    Parameters
    ----------
    reply:
        A table's rows are lines of its flow, their cells divided by ``|``.
    """
    found: list[Mention] = []
    text = reply.flow.text
    for rows in _tables(reply):
        kinds = [_kind(text[start:end]) for start, end in _cells(text, rows[0])]
        for row in rows[1:]:
            for kind, (start, end) in zip(kinds, _cells(text, row), strict=False):
                if kind in _TYPES:
                    found += _items(text, start, end, kind)
                elif _ROADS.fullmatch(text[start:end].strip()):
                    found += _items(text, start, end, "Road")
    return found


def _tables(reply: Reply) -> Iterator[list[tuple[int, int]]]:
    """Rows of the body that stand one below the other, the heading first."""
    text = reply.flow.text
    # Whole lines: a sentence begins behind the bars that an empty first cell leaves, and may end within a cell.
    lines = [(text.rfind("\n", 0, s.start) + 1, text.find("\n", s.end)) for s in reply.sentences if "|" in text[s.start : s.end]]
    rows = [(start, end if end >= 0 else len(text)) for start, end in dict.fromkeys(lines)]
    table = rows[:1]
    for above, row in pairwise(rows):
        if row[0] - above[1] > 1:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _cells(text: str, row: tuple[int, int]) -> list[tuple[int, int]]:
    """Begin and end of each cell of a row, of empty ones too: they keep the others below their headings."""
    bars = [bar.start() for bar in re.compile(r"\|").finditer(text, *row)]
    return list(zip([row[0], *(bar + 1 for bar in bars)], [*bars, row[1]], strict=True))


def _kind(heading: str) -> str | None:
    """The type that a column's heading says: of 代表企业, 园区名称; a count (企业数) says none."""
    bare = _NAMED.sub("", heading.strip())
    head = next((m for m in HEAD.finditer(bare) if m.end() == len(bare)), None)
    return typed("heads")[head.group()] if head else None


def _items(text: str, start: int, end: int, kind: str) -> Iterator[Mention]:
    for item in _ITEM.finditer(text, start, end):
        name = text[item.start() : item.end()].strip("“” 等")
        at = text.find(name, item.start()) if name else -1
        if 2 <= len(name) <= 24 and not _NO_NAME.fullmatch(name) and not is_generic(name) and name not in words("sectors"):
            yield Mention(kind, clean(name), at, at + len(name), "table.cell", 0.75)
