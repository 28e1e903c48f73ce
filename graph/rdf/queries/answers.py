"""What a question gives: rows or triples, and the labels of the IRIs in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pyoxigraph

from graph.rdf.vocabulary import PREFIXES

__all__ = ["Answer", "answer_of", "shortened"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of an answer.

    Attributes
    ----------
    columns:
        Names of the variables, without ``?``.
    rows:
        Values by column, ``None`` where a variable has none; literals as their text, IRIs as IRIs.
    iris:
        Which of the values are IRIs.
    labels:
        IRI to its label, for those that have one.
    triples:
        Of a CONSTRUCT or DESCRIBE, ``None`` for any other question; ``rows`` hold them too.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    iris: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)
    triples: tuple[pyoxigraph.Triple, ...] | None = None

    @property
    def nothing(self) -> bool:
        """Whether it has no row, or none with more than a nought or a no."""
        return all(value in (None, "0", "false") for row in self.rows for value in row)

    def labelled(self, labels: dict[str, str]) -> Answer:
        """The same answer with labels."""
        return replace(self, labels=labels)

    def titled(self, columns: Iterable[str]) -> Answer:
        """The same answer with other names of the columns, where there is one for each."""
        names = tuple(columns)
        return replace(self, columns=names) if len(names) == len(self.columns) else self


def answer_of(result: pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples) -> Answer:
    """A store's result, read to its end."""
    if isinstance(result, pyoxigraph.QueryBoolean):
        return Answer(("answer",), (("true" if result else "false",),))
    iris: set[str] = set()
    if isinstance(result, pyoxigraph.QueryTriples):
        triples = tuple(sorted(result, key=str))
        stated = tuple(tuple(_plain(part, iris) for part in (t.subject, t.predicate, t.object)) for t in triples)
        return Answer(("subject", "predicate", "object"), stated, frozenset(iris), triples=triples)
    columns = tuple(variable.value for variable in result.variables)
    rows = tuple(tuple(_plain(row[c], iris) for c in columns) for row in result)
    return Answer(columns, rows, frozenset(iris))


def _plain(value: object, iris: set[str]) -> str | None:
    if isinstance(value, pyoxigraph.NamedNode):
        iris.add(value.value)
    return None if value is None else str(getattr(value, "value", value))


def shortened(iri: str) -> str:
    """A prefixed name where a known prefix fits, else the IRI."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base) and iri != base:
            return f"{prefix}:{iri[len(base) :]}"
    return iri
