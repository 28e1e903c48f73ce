"""An answer as a table, CSV, JSON, JSON-LD or Turtle."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pyoxigraph

from graph.errors import QueryError
from graph.rdf.queries.answers import Answer, shortened
from graph.rdf.vocabulary import PREFIXES

__all__ = ["FORMATS", "render"]

#: What :func:`render` knows.
FORMATS = ("table", "csv", "json", "jsonld", "ttl")

_EMPTY = {"zh": "没有一行：图中没有符合这个问题的内容\n", "en": "no rows: the graph has nothing that fits the question\n"}


def render(answer: Answer, form: str, language: str = "en") -> str:
    """An answer as text.

    A table is aligned by the width that a terminal gives Chinese characters, shows a label for an IRI that has one,
    and says so where it is empty. CSV and JSON give an IRI with its label in a column or key of its own.

    Parameters
    ----------
    answer:
        Of any question.
    form:
        One of :data:`FORMATS`.
    language:
        ``zh`` or ``en``, of the line that says that a table is empty.

    Raises
    ------
    QueryError
        For ``jsonld`` and ``ttl`` of an answer that is no graph.
    """
    if form in ("jsonld", "ttl"):
        return _graph(answer, form)
    if form == "table":
        return _table(answer) if answer.rows else _EMPTY[language]
    columns, rows = _with_labels(answer)
    if form == "json":
        return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1) + "\n"
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _graph(answer: Answer, form: str) -> str:
    if answer.triples is None:
        raise QueryError(
            f"--format {form}", "the answer is no graph", "ask with CONSTRUCT or DESCRIBE, or take table, csv or json"
        )
    if form == "jsonld":
        from graph.rdf.jsonld import document  # noqa: PLC0415 - only this form needs it

        return "".join(document(answer.triples))
    text = pyoxigraph.serialize(answer.triples, format=pyoxigraph.RdfFormat.TURTLE, prefixes=PREFIXES)
    return (text or b"").decode()


def _with_labels(answer: Answer) -> tuple[list[str], list[list[str | None]]]:
    """Columns and rows, with a column of labels behind each that holds IRIs with a label."""
    holders = [i for i in range(len(answer.columns)) if any(row[i] in answer.labels for row in answer.rows)]
    columns: list[str] = []
    for i, name in enumerate(answer.columns):
        columns += [name, f"{name}Label"] if i in holders else [name]
    rows = []
    for row in answer.rows:
        cells: list[str | None] = []
        for i, value in enumerate(row):
            cells += [value, answer.labels.get(value or "")] if i in holders else [value]
        rows.append(cells)
    return columns, rows


def _shown(answer: Answer, value: str | None) -> str:
    if value is None:
        return ""
    if value in answer.iris:
        return answer.labels.get(value) or shortened(value)
    return " ".join(value.split())


def _table(answer: Answer) -> str:
    cells = [answer.columns, *(tuple(_shown(answer, value) for value in row) for row in answer.rows)]
    widths = [max(_width(row[i]) for row in cells) for i in range(len(answer.columns))]
    lines = ["  ".join(c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    rule = "  ".join("─" * w for w in widths)
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def _width(text: str) -> int:
    """Columns of a terminal: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
