"""What a page asks of the pool: rows with their terms, and a fault where no answer comes."""

from __future__ import annotations

import json
from dataclasses import dataclass

from starlette.exceptions import HTTPException

from graph.rdf.server.pool import Pool

__all__ = ["Row", "rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """One term of a row.

    Attributes
    ----------
    value:
        Its text or IRI.
    language:
        Of the text, empty where it has none.
    iri:
        Whether it is one.
    """

    value: str
    language: str
    iri: bool


async def rows(pool: Pool, question: str) -> list[dict[str, Row]]:
    """The answer's rows, by variable.

    Raises
    ------
    HTTPException
        Where there is none: a page that is made without it would say that the graph says nothing.
    """
    reply = await pool.ask(question, ["application/sparql-results+json"])
    if reply.status != 200:
        raise HTTPException(reply.status, reply.body.decode("utf-8", "replace").strip())
    found = json.loads(reply.body)["results"]["bindings"]
    return [{k: Row(v["value"], v.get("xml:lang", ""), v["type"] == "uri") for k, v in row.items()} for row in found]
