"""SPARQL over a build: prefixes known, faults said in words, answers as table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import pyoxigraph

from graph.errors import QueryError
from graph.rdf.vocabulary import PREFIXES

__all__ = ["Answer", "ask", "render"]

_POSITION = re.compile(r"error at (\d+):(\d+):\s*(.*)", re.DOTALL)
_HINTS = (
    (re.compile(r"prefix", re.IGNORECASE), "declare the prefix, or use one of " + ", ".join(sorted(PREFIXES))),
    (re.compile(r"\?|variable", re.IGNORECASE), "variables begin with ? and stand behind SELECT"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of an answer.

    Attributes
    ----------
    columns:
        Names of the variables, without ``?``.
    rows:
        Values by column, ``None`` where a variable has none; literals as their text, IRIs as IRIs.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def ask(store: pyoxigraph.Store, question: str, name: str = "the question") -> Answer:
    """Answer one SPARQL query over the merged graph (a reply's own graph by ``GRAPH``).

    Parameters
    ----------
    store:
        Of :func:`graph.rdf.store.open_build`.
    question:
        A SELECT, ASK, CONSTRUCT or DESCRIBE query; the prefixes of the vocabulary need not be declared.
    name:
        For the error: a file's name or "the question".

    Raises
    ------
    QueryError
        For a syntax fault, with line, column and a hint, and for an update.
    """
    try:
        result = store.query(question, prefixes=PREFIXES)
    except SyntaxError as fault:
        raise _fault(question, name, str(fault)) from fault
    except (OSError, RuntimeError, ValueError) as fault:
        raise QueryError(name, str(fault), "change the question") from fault
    if isinstance(result, pyoxigraph.QueryBoolean):
        return Answer(("answer",), (("true" if result else "false",),))
    if isinstance(result, pyoxigraph.QueryTriples):
        rows = [(_plain(t.subject), _plain(t.predicate), _plain(t.object)) for t in result]
        return Answer(("subject", "predicate", "object"), tuple(rows))
    columns = tuple(variable.value for variable in result.variables)
    return Answer(columns, tuple(tuple(_plain(row[c]) for c in columns) for row in result))


def _plain(value: Any) -> str | None:  # noqa: ANN401 - any RDF term, or nothing
    return None if value is None else str(getattr(value, "value", value))


def _fault(question: str, name: str, message: str) -> QueryError:
    found = _POSITION.search(message)
    if re.match(r"\s*(?:PREFIX[^\n]*\s*)*(?:INSERT|DELETE|LOAD|CLEAR|DROP)\b", question, re.IGNORECASE):
        return QueryError(name, "it is an update", "ask with SELECT, ASK, CONSTRUCT or DESCRIBE: a build is read-only")
    if not found:
        return QueryError(name, f"syntax error: {message}", "see https://www.w3.org/TR/sparql11-query/")
    line, column, detail = int(found.group(1)), int(found.group(2)), _in_short(found.group(3))
    lines = question.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].strip()
    hint = next((hint for pattern, hint in _HINTS if pattern.search(detail)), "check the brackets and dots before that place")
    return QueryError(name, f"syntax error in line {line}, column {column}: {detail} — «{shown}»", hint)


def _in_short(detail: str) -> str:
    """The parser lists every token that could stand there: the words among them say enough."""
    listed = re.sub(r"\s+", " ", detail).removeprefix("expected one of ").split(", ")
    words = [token for token in listed if re.fullmatch(r"[A-Za-z][A-Za-z ]+|\"[^\"]{1,12}\"|'[^']{1,3}'", token)]
    return "expected " + " or ".join(words[:4]) if words else detail[:80]


def render(answer: Answer, form: str) -> str:
    """An answer as text in the form ``table``, ``csv`` or ``json``.

    A table is aligned by the width that a terminal gives Chinese characters; an empty answer says so.
    """
    if form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(answer.columns)
        writer.writerows(answer.rows)
        return out.getvalue()
    if not answer.rows:
        return "no rows: the graph has nothing that fits the question\n"
    return _table(answer)


def _table(answer: Answer) -> str:
    cells = [answer.columns, *(tuple(" ".join((v or "").split()) for v in row) for row in answer.rows)]
    widths = [max(_width(row[i]) for row in cells) for i in range(len(answer.columns))]
    lines = ["  ".join(c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    rule = "  ".join("─" * w for w in widths)
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def _width(text: str) -> int:
    """Columns of a terminal: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
