"""Turtle for people: grouped by subject, sorted, prefixes used, no blank nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.rdf.terms import prefixed
from graph.rdf.vocabulary import PREFIXES

__all__ = ["turtle"]

_RDF_TYPE = prefixed("rdf:type")


def turtle(lines: Iterable[str]) -> Iterator[str]:
    """A Turtle document in pieces.

    Parameters
    ----------
    lines:
        N-Triples lines of one graph, those of one subject together.
    """
    yield "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items()))
    subject, predicate = "", ""
    for line in lines:
        s, p, o = line[:-3].split(" ", 2)
        if s != subject:
            yield (" .\n\n" if subject else "\n") + f"{_short(s)} {_short(p)} {_short_object(o)}"
        elif p != predicate:
            yield f" ;\n    {_short(p)} {_short_object(o)}"
        else:
            yield f",\n        {_short_object(o)}"
        subject, predicate = s, p
    if subject:
        yield " .\n"


def _short(iri: str) -> str:
    """A prefixed name for a term of a known vocabulary, ``a`` for rdf:type."""
    if iri == _RDF_TYPE:
        return "a"
    for prefix, base in PREFIXES.items():
        if iri.startswith(f"<{base}") and re.fullmatch(r"[A-Za-z]\w*", iri[len(base) + 1 : -1]):
            return f"{prefix}:{iri[len(base) + 1 : -1]}"
    return iri


def _short_object(value: str) -> str:
    if value.startswith("<"):
        return _short(value) if value != _RDF_TYPE else "rdf:type"
    head, mark, datatype = value.rpartition("^^")
    # What a text ends in may look like the beginning of a datatype, and ends in its quotation mark.
    return f"{head}^^{_short(datatype)}" if mark and datatype[:1] == "<" and datatype[-1:] == ">" else value
