"""The web application: pages, the SPARQL endpoint, saved questions, and every IRI of the graph as page and as data."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graph.errors import QueryError
from graph.rdf.queries import BY_ADDRESS, bind, saved, saved_question
from graph.rdf.server.description import service_description
from graph.rdf.server.headers import LANGUAGE, Headers, tagged
from graph.rdf.server.namesakes import namesakes
from graph.rdf.server.negotiation import GRAPH_TYPES, SHORT_NAMES, accepted, prefers_page
from graph.rdf.server.pages import DESCRIBE, about, fault_page, language_of, questions_page, thing_page
from graph.rdf.server.paths import local_path, with_this
from graph.rdf.server.pool import Pool, Reply
from graph.rdf.server.protocol import operation

__all__ = ["application"]

#: Nothing but what this server itself serves runs or is loaded.
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"  # noqa: E501
_NON_ASCII = re.compile(rb"(?:%[89A-Fa-f][0-9A-Fa-f])+")


class _Site:
    """The handlers of one server.

    Parameters
    ----------
    build:
        Folder of the build.
    base:
        With which the IRIs of the graph begin.
    pool:
        What answers.
    ready:
        Called once it can answer.
    """

    def __init__(self, build: Path, base: str, pool: Pool, ready: Callable[[], None]) -> None:
        self.build, self.base, self.pool, self.ready = build, base, pool, ready

    async def home(self, request: Request) -> Response:
        """Saved questions and the editor."""
        return _page(await questions_page(self.pool, self.base, _language(request)))

    async def map(self, _: Request) -> Response:
        """The map page of the build."""
        file = self.build / "map.html"
        if not file.is_file():
            raise HTTPException(404, "this build has no map")
        return FileResponse(file, media_type="text/html; charset=utf-8")

    async def report(self, _: Request) -> Response:
        """The report of the build."""
        file = self.build / "report.html"
        if not file.is_file():
            raise HTTPException(404, "this build has no report")
        return FileResponse(file, media_type="text/html; charset=utf-8")

    async def table(self, request: Request) -> Response:
        """A table of the statistics, to which the report leads."""
        file = self.build / "statistics" / request.path_params["name"]
        if file.suffix != ".csv" or not file.is_file():
            raise HTTPException(404, "this build has no such table")
        return FileResponse(file, media_type="text/csv; charset=utf-8", filename=file.name)

    async def sparql(self, request: Request) -> Response:
        """The SPARQL 1.1 Protocol; without a query the service description, or the editor for a browser."""
        asked = await operation(request, self.pool.limits.question)
        page = prefers_page(request.headers.get("accept")) and "format" not in request.query_params
        if request.method == "GET" and page:
            return await self.home(request)
        if asked.query is None:
            kind = next((k for k in accepted(request.headers.get("accept"), GRAPH_TYPES)), None)
            if kind is None:
                raise HTTPException(406, "the service description is RDF")
            described = service_description(str(request.url.replace(query="")), self.base, kind)
            return _response(Reply(200, kind, described))
        if not asked.accept:
            raise HTTPException(406, "none of the formats that are accepted is known")
        return _response(await _unless_gone(request, self.pool.ask(asked.query, asked.accept, asked.default, asked.named)))

    async def questions(self, request: Request) -> Response:
        """Every saved question with its parameters."""
        language = _language(request)
        return JSONResponse([about(question, language) for question in saved().values()])

    async def question(self, request: Request) -> Response:
        """One saved question with its parameters bound, as SPARQL (``.rq``) or as its answer."""
        name, dot, suffix = request.path_params["name"].partition(".")
        values = {k: v for k, v in request.query_params.items() if k not in ("format", "lang") and v}
        try:
            text = bind(saved_question(name, BY_ADDRESS), values, BY_ADDRESS)
            form = _format(suffix if suffix != "rq" else "", request)
        except QueryError as fault:
            raise HTTPException(400 if name in saved() else 404, str(fault)) from fault
        if dot and suffix == "rq":
            return Response(text, media_type="application/sparql-query")
        accept = [form] if form else accepted(request.headers.get("accept"))
        return _response(await _unless_gone(request, self.pool.ask(text, accept)))

    async def thing(self, request: Request) -> Response:
        """An IRI of the graph: see the page for a browser, the data for any other client."""
        path = _iri_path(request, "/id/")
        target = "/page/" if prefers_page(request.headers.get("accept")) else "/data/"
        found = (local_path(self.base + path, self.base) or "").replace("/id/", target, 1)
        if target == "/page/" and request.url.query:
            found += "?" + request.url.query
        return RedirectResponse(found, status_code=303, headers={"Vary": "Accept"})

    async def page(self, request: Request) -> Response:
        """What the graph says of one IRI, for people."""
        path, language = _iri_path(request, "/page/"), _language(request)
        iri = self.base + path
        try:
            page = await thing_page(self.pool, iri, self.base, language, _words(request))
        except ValueError as fault:
            raise HTTPException(404, "this is no IRI") from fault
        if page is not None:
            return _page(page)
        nothing = f"the graph says nothing of {iri}"
        if not prefers_page(request.headers.get("accept")):
            raise HTTPException(404, nothing)
        return _page(fault_page(404, nothing, language, await namesakes(self.pool, path, self.base, language)), 404)

    async def data(self, request: Request) -> Response:
        """What the graph says of one IRI, as RDF."""
        path, dot, suffix = _iri_path(request, "/data/").rpartition(".")
        known = SHORT_NAMES.get(suffix) if dot else None
        iri = self.base + (path if known in GRAPH_TYPES else _iri_path(request, "/data/"))
        accept = [known] if known in GRAPH_TYPES else accepted(request.headers.get("accept"), GRAPH_TYPES)
        try:
            question = with_this(DESCRIBE, iri)
        except ValueError as fault:
            raise HTTPException(404, "this is no IRI") from fault
        there = await self.pool.ask(f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}", ["text/csv"])
        if there.status == 200 and there.body.strip() == b"false":
            raise HTTPException(404, f"the graph says nothing of {iri}")
        return _response(await _unless_gone(request, self.pool.ask(question, [str(kind) for kind in accept])))

    async def dataset(self, _: Request) -> Response:
        """Where the description of the whole dataset is."""
        return RedirectResponse("/data/Dataset", status_code=302)

    @asynccontextmanager
    async def life(self, _: Starlette) -> AsyncIterator[None]:
        """From start to end of the server."""
        try:
            await self.pool.warm()
            self.ready()
            yield
        finally:
            await self.pool.close()


def _language(request: Request) -> str:
    """As the address asks, else as it asked before, else as the browser says."""
    return language_of(request.query_params.get("lang") or request.cookies.get(LANGUAGE), request.headers.get("accept-language"))


def _format(suffix: str, request: Request) -> str | None:
    """The format that an address asks for, by its suffix first; ``None`` where it asks for none."""
    form = suffix or request.query_params.get("format", "")
    if form and form not in SHORT_NAMES:
        raise QueryError(f"format={form}", "there is no such format", f"give one of {', '.join(SHORT_NAMES)}")
    return SHORT_NAMES[form] if form else None


def _words(request: Request) -> tuple[int, int] | None:
    """Which characters of a reply's text the address asks to mark."""
    found = [request.query_params.get(name, "") for name in ("start", "end")]
    return (int(found[0]), int(found[1])) if all(re.fullmatch(r"[0-9]{1,9}", value) for value in found) else None


def _iri_path(request: Request, route: str) -> str:
    """The part of an IRI that a path stands for: percent-encoded Chinese decoded, all other percent signs kept."""
    raw: bytes = request.scope["raw_path"].partition(b"?")[0]
    try:
        return _NON_ASCII.sub(lambda m: unquote_to_bytes(m.group()), raw).decode("utf-8").removeprefix(route)
    except UnicodeDecodeError as fault:
        raise HTTPException(400, "the path is not UTF-8") from fault


def _page(html: str, status: int = 200) -> HTMLResponse:
    vary = "Accept, Accept-Language, Cookie"
    return HTMLResponse(html, status, headers={"Content-Security-Policy": _POLICY, "Vary": vary} | tagged(html.encode()))


def _response(reply: Reply) -> Response:
    headers = {"Vary": "Accept"} | (tagged(reply.body) if reply.status == 200 else {})
    if reply.status == 503:
        headers["Retry-After"] = "5"
    kind = reply.type + ("; charset=utf-8" if reply.type.startswith("text/") else "")
    return Response(reply.body, reply.status, headers | {"Content-Type": kind})


async def _unless_gone(request: Request, work: Awaitable[Reply]) -> Reply:
    """The reply; where the client goes away, the work on it ends."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        return Reply(400, "text/plain", b"the client is gone\n")
    finally:
        gone.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _fault(request: Request, fault: Exception) -> Response:
    """A fault with its status: a page for a browser, one line of text for any other client."""
    if isinstance(fault, HTTPException):
        if request.method == "GET" and prefers_page(request.headers.get("accept")):
            return _page(fault_page(fault.status_code, str(fault.detail), _language(request)), fault.status_code)
        return PlainTextResponse(f"{fault.detail}\n", fault.status_code, headers=fault.headers)
    return PlainTextResponse("the server failed\n", 500)


def application(build: Path, base: str, pool: Pool, ready: Callable[[], None]) -> Starlette:
    """The application over one build.

    Parameters
    ----------
    build:
        Folder of the build: its map, its store.
    base:
        With which the IRIs of the graph begin.
    pool:
        Answers the questions.
    ready:
        Called once the application can answer.
    """
    site = _Site(build, base, pool, ready)
    handlers: list[tuple[str, Callable[[Request], Awaitable[Response]]]] = [
        ("/", site.home),
        ("/map", site.map),
        ("/map.html", site.map),
        ("/report", site.report),
        ("/report.html", site.report),
        ("/statistics/{name}", site.table),
        ("/questions", site.questions),
        ("/questions/{name}", site.question),
        ("/id/{path:path}", site.thing),
        ("/page/{path:path}", site.page),
        ("/data/{path:path}", site.data),
        ("/.well-known/void", site.dataset),
    ]
    routes: list[Any] = [Route(path, handler) for path, handler in handlers]
    routes.append(Route("/sparql", site.sparql, methods=["GET", "POST"]))
    routes.append(Route("/sparql/", site.sparql, methods=["GET", "POST"]))
    routes.append(Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")))
    cors = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"], max_age=86400)
    return Starlette(
        routes=routes, middleware=[cors, Middleware(Headers)], exception_handlers={HTTPException: _fault}, lifespan=site.life
    )
