"""Addresses on this server, and questions about one IRI."""

from __future__ import annotations

from urllib.parse import quote

import pyoxigraph

__all__ = ["local_path", "page_path", "with_this"]


def local_path(iri: str, base: str) -> str | None:
    """The path under which this server shows an IRI of the graph, ``None`` for one of another place.

    A percent sign that is part of the IRI stays one; a fragment stays a fragment.
    """
    if not iri.startswith(base):
        return None
    path, mark, fragment = iri[len(base) :].partition("#")
    return "/id/" + quote(path, safe="/%:") + mark + quote(fragment)


def page_path(iri: str, base: str) -> str:
    """The same for a link; empty for an IRI of another place."""
    return local_path(iri, base) or ""


def with_this(question: str, iri: str, language: str = "zh") -> str:
    """A question about one IRI, which stands in it as ``# this`` and ``THIS``, its language as ``LANGUAGE``.

    Raises
    ------
    ValueError
        Where it is no IRI.
    """
    term = str(pyoxigraph.NamedNode(iri))
    return question.replace("LANGUAGE", language).replace("# this", "VALUES ?this { THIS }").replace("THIS", term)
