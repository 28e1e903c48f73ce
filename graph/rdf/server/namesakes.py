"""Where to go on from an address of which the graph says nothing."""

from __future__ import annotations

import pyoxigraph

from graph.rdf.server.asking import rows
from graph.rdf.server.paths import page_path
from graph.rdf.server.pool import Pool

__all__ = ["namesakes"]

_NAMESAKES = """SELECT DISTINCT ?thing ?label ?kindLabel WHERE {
  VALUES ?name { NAME }
  ?thing skos:prefLabel|skos:altLabel ?name ; skos:prefLabel ?label ; a ?kind .
  ?kind rdfs:label ?kindLabel FILTER(LANG(?kindLabel) = "LANGUAGE")
} ORDER BY ?kindLabel ?label ?thing LIMIT 20"""


async def namesakes(pool: Pool, path: str, base: str, language: str) -> list[dict[str, str]]:
    """Things whose name the last part of a path is: where to go on from an address that is none."""
    name = path.rpartition("/")[2]
    terms = f"{pyoxigraph.Literal(name, language='zh')} {pyoxigraph.Literal(name)}"
    found = await rows(pool, _NAMESAKES.replace("LANGUAGE", language).replace("NAME", terms))
    return [{"path": page_path(r["thing"].value, base), "value": r["label"].value, "kind": r["kindLabel"].value} for r in found]
