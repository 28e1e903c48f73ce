"""The SPARQL 1.1 Protocol: what a request asks, and the fault where it asks nothing that can be answered."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from graph.rdf.server.negotiation import SHORT_NAMES, accepted

__all__ = ["Operation", "operation"]

_FORM, _DIRECT, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
#: Seconds that a client may take to send its question.
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Operation:
    """One query operation.

    Attributes
    ----------
    query:
        SPARQL; ``None`` where the request has none.
    default, named:
        The dataset that the request names; ``default`` is ``None`` where it names none.
    accept:
        Media types, the best first.
    """

    query: str | None
    default: list[str] | None
    named: list[str]
    accept: list[str]


async def operation(request: Request, most: int) -> Operation:
    """The operation that a request asks for.

    Parameters
    ----------
    request:
        GET, or POST with a form or a query.
    most:
        Bytes that its body may have.

    Raises
    ------
    HTTPException
        400, 403, 408, 413 or 415 with the reason in words.
    """
    pairs = _pairs(request.scope["query_string"])
    if request.method == "POST":
        pairs += await _posted(request, most)
    if any(name == "update" for name, _ in pairs):
        raise HTTPException(403, "this endpoint is read-only")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1:
        raise HTTPException(400, "the request holds more than one query")
    if not queries and request.method == "POST":
        raise HTTPException(400, "the request holds no query")
    default = [value for name, value in pairs if name == "default-graph-uri"]
    named = [value for name, value in pairs if name == "named-graph-uri"]
    asked = next((value for name, value in pairs if name == "format"), None)
    accept = [SHORT_NAMES[asked]] if asked in SHORT_NAMES else accepted(request.headers.get("accept"))
    return Operation(queries[0] if queries else None, default if default or named else None, named, accept)


def _pairs(text: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=10_000)
    except (UnicodeDecodeError, ValueError) as fault:
        raise HTTPException(400, "the parameters are not percent-encoded UTF-8") from fault


async def _posted(request: Request, most: int) -> list[tuple[str, str]]:
    kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    charset = next((p.partition("=")[2].strip('"') for p in parameters if p.startswith("charset=")), "utf-8")
    if kind == _UPDATE:
        raise HTTPException(403, "this endpoint is read-only")
    if kind not in (_FORM, _DIRECT):
        raise HTTPException(415, f"send {_FORM} or {_DIRECT}")
    if charset not in ("utf-8", "utf8"):
        raise HTTPException(415, "send UTF-8")
    body = await _body(request, most)
    if kind == _FORM:
        return _pairs(body)
    try:
        return [("query", body.decode("utf-8"))]
    except UnicodeDecodeError as fault:
        raise HTTPException(400, "the query is not UTF-8") from fault


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()

    async def read() -> None:
        async for piece in request.stream():
            body.extend(piece)
            if len(body) > most:
                raise HTTPException(413, f"the question is longer than {most} bytes")

    try:
        async with asyncio.timeout(_PATIENCE):
            await read()
    except TimeoutError as fault:
        raise HTTPException(408, f"the request was not there after {_PATIENCE:g} seconds") from fault
    except ClientDisconnect as fault:
        raise HTTPException(400, "the request was cut off") from fault
    return bytes(body)
