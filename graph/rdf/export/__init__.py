"""The graph in the formats of others: Turtle, N-Quads, JSON-LD, GraphML, GEXF, CSV. The same graph gives the same bytes."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph

from graph.errors import not_written
from graph.rdf.export.tables import edges_csv, nodes_csv
from graph.rdf.export.view import View, view_of
from graph.rdf.export.xml import gexf, graphml
from graph.rdf.jsonld import document
from graph.rdf.turtle import turtle
from graph.rdf.vocabulary import ENTITY_BASE, PREFIXES

__all__ = ["FORMATS", "export", "write"]

#: What :func:`export` knows, and the files that each writes; ``csv`` writes two.
FORMATS = ("ttl", "nq", "jsonld", "graphml", "gexf", "csv")


def _triples(store: pyoxigraph.Store) -> list[pyoxigraph.Triple]:
    """The merged graph, sorted."""
    merged = store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())
    return [quad.triple for quad in sorted(merged, key=_line)]


def _line(quad: pyoxigraph.Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object}"


def _turtle(store: pyoxigraph.Store) -> Iterable[str]:
    return turtle([f"{t.subject} {t.predicate} {t.object} .\n" for t in _triples(store)])


def _nquads(store: pyoxigraph.Store) -> Iterable[str]:
    for quad in sorted(store, key=str):
        graph = "" if isinstance(quad.graph_name, pyoxigraph.DefaultGraph) else f" {quad.graph_name}"
        yield f"{_line(quad)}{graph} .\n"


def _jsonld(store: pyoxigraph.Store) -> Iterable[str]:
    space = pyoxigraph.NamedNode(PREFIXES["void"] + "uriSpace")
    said = next((quad.object for quad in store.quads_for_pattern(None, space, None, pyoxigraph.DefaultGraph())), None)
    return document(_triples(store), said.value if isinstance(said, pyoxigraph.Literal) else ENTITY_BASE)


def _viewed(make: Callable[[View], Iterable[str]]) -> Callable[[pyoxigraph.Store], Iterable[str]]:
    return lambda store: make(view_of(store))


_MAKERS: dict[str, tuple[tuple[str, Callable[[pyoxigraph.Store], Iterable[str]]], ...]] = {
    "ttl": (("graph.ttl", _turtle),),
    "nq": (("graph.nq", _nquads),),
    "jsonld": (("graph.jsonld", _jsonld),),
    "graphml": (("graph.graphml", _viewed(graphml)),),
    "gexf": (("graph.gexf", _viewed(gexf)),),
    "csv": (("nodes.csv", _viewed(nodes_csv)), ("edges.csv", _viewed(edges_csv))),
}


def export(store: pyoxigraph.Store, form: str) -> Iterable[tuple[str, Iterable[str]]]:
    """The graph in one format.

    Parameters
    ----------
    store:
        Of :func:`graph.rdf.store.open_build`.
    form:
        One of :data:`FORMATS`.

    Yields
    ------
    tuple
        Usual name of the file, and its text in pieces.
    """
    for name, make in _MAKERS[form]:
        yield name, make(store)


def write(file: Path, pieces: Iterable[str]) -> None:
    """Write a file as a whole or not at all, in UTF-8 with ``\\n``.

    Raises
    ------
    UsageError
        Where it cannot be written.
    RoomError
        Where there is no room for it.
    """
    named = file
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):
            with file.open("w", encoding="utf-8", newline="") as out:
                out.writelines(pieces)
            return
        file = Path(os.path.realpath(file))
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
        try:
            with beside.open("x", encoding="utf-8", newline="") as out:
                out.writelines(pieces)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as fault:
        if fault.errno == errno.EPIPE:  # it is read no further
            raise
        raise not_written(named, fault, "choose another --out") from fault
