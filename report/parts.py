"""What the report is made of: tables, sections, and the words for both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.network.definitions import Words, definition_of
from graph.rdf.vocabulary import label
from report import pictures
from report.links import Linked

__all__ = ["COUNTS", "PLANNED", "Row", "Section", "Table", "defined", "is_number", "kind_of", "linked", "rounded", "table"]

#: Rows of a table on the page; the file of the same name has them all.
_ROWS = 30
Row = Mapping[str, Any]
#: Written with a decimal point, so that a year or a code is none.
_NUMBER = re.compile(r"\d+\.\d+%?")
COUNTS = (("企业", "Enterprises"), ("载体", "Carriers"), ("场景·已有", "Scenarios existing"), ("场景·规划", "planned"))
PLANNED = COUNTS[2:]


@dataclass(frozen=True, slots=True)
class Table:
    """Title, columns in two languages and rows; ``file``, if any, holds all of them, ``left_out`` counts those not shown."""

    title: Words
    columns: tuple[Words, ...]
    rows: tuple[tuple[Any, ...], ...]
    file: str | None
    left_out: int

    def numbers(self, column: int) -> bool:
        """Whether a column holds numbers."""
        return any(is_number(row[column]) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; ``definitions`` are terms with what they mean, ``caveat`` is what to beware of."""

    name: str
    title: Words
    definitions: tuple[tuple[Words, Words], ...]
    caveat: Words
    charts: tuple[tuple[Words, pictures.Picture], ...] = ()
    tables: tuple[Table, ...] = ()
    note: Words | None = None


def is_number(value: object) -> bool:
    """Whether a cell is a number, or the text of one with its digits chosen, or a percentage."""
    return isinstance(value, int | float) or (isinstance(value, str) and bool(_NUMBER.fullmatch(value)))


def defined(*terms: tuple[str, str, str]) -> tuple[tuple[Words, Words], ...]:
    """Terms in both languages with the definition of a figure's key: (zh, en, key)."""
    found = ((Words(zh, en), definition_of(key)) for zh, en, key in terms)
    return tuple((term, _without(term, words)) for term, words in found if words is not None)


def _without(term: Words, words: Words) -> Words:
    """A definition that begins with its term, without it: the page shows the term before it."""
    zh = re.sub(rf"^{re.escape(term.zh)}[：，]", "", words.zh)
    en = re.sub(rf"^{re.escape(term.en)}[:,] ", "", words.en)
    return Words(zh, en)


def table(
    title: tuple[str, str],
    columns: Sequence[tuple[str, str]],
    rows: Sequence[tuple[Any, ...]],
    file: str | None,
    most: int = _ROWS,
) -> Table:
    """A table of the page, cut to its first rows."""
    shown = tuple(rows[:most])
    return Table(Words(*title), tuple(Words(*column) for column in columns), shown, file, len(rows) - len(shown))


def linked(row: Row) -> Linked:
    """An entity by its name, as a link."""
    return Linked(row["name"], row["id"])


def kind_of(row: Row) -> Words:
    """Type of an entity; of an administrative place its level, for the vocabulary has one word for all of them."""
    if row["type"] == "District":
        code = row["id"].rpartition("/")[2]
        if code.endswith("0000"):
            return Words("省／直辖市", "province")
        return Words("市", "city") if code.endswith("00") else Words("区县", "district")
    return Words(label(row["type"]), label(row["type"], "en"))


def rounded(value: float | None) -> float | None:
    """For a table: two digits."""
    return None if value is None else round(value, 2)
