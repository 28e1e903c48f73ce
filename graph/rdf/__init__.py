"""The second wing: entities and statements as RDF, each triple with its evidence; questions in SPARQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.rdf.vocabulary import ENTITY_BASE, LICENCE

if TYPE_CHECKING:
    from graph.rdf.validation import Violation
    from graph.resolution import Resolution

__all__ = ["ENTITY_BASE", "LICENCE", "fill_and_validate", "write_graph"]


def write_graph(folder: Path, resolution: Resolution, base: str = ENTITY_BASE, licence: str = LICENCE) -> list[str]:
    """Write ``graph.nq`` (a named graph a reply, and the merged default graph) and ``graph.ttl`` (the merged one).

    Parameters
    ----------
    folder:
        Exists.
    resolution:
        All readings, one identity an entity.
    base:
        With which every IRI begins.
    licence:
        IRI of the licence that the graph declares for itself; whoever gives it has held it for one.

    Returns
    -------
    list of str
        The merged graph as sorted N-Triples lines.
    """
    from graph.rdf.triples import write_nquads, write_turtle  # noqa: PLC0415 - a question needs no reader

    merged = write_nquads(folder / "graph.nq", resolution, base, licence)
    write_turtle(folder / "graph.ttl", merged)
    return merged


def fill_and_validate(folder: Path) -> tuple[Violation, ...]:
    """Fill ``store`` from ``graph.nq`` in the same folder, and hold the graph against ``shapes.ttl``."""
    from graph.rdf.store import fill  # noqa: PLC0415 - a question needs no shapes, and shapes need rdflib
    from graph.rdf.validation import validate  # noqa: PLC0415

    return validate(fill(folder / "store", folder / "graph.nq"))
