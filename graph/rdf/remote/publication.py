"""A build into a SPARQL server that exists: reply graph by reply graph, resumable, nothing doubled.

The merged graph becomes the named graph ``{base}merged``, since servers differ in what their default graph is. A small
graph ``{base}publication`` on the server is the ledger: which graph is there, with which digest. A graph whose digest is
in it is left alone; one that is to change is taken out of it first, and entered when it is whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx
import pyoxigraph

from graph.errors import BuildError, StoreError
from graph.rdf.remote.client import connected, send
from graph.rdf.vocabulary import PREFIXES

__all__ = ["Outcome", "publish"]

_IDENTIFIER = pyoxigraph.NamedNode(PREFIXES["dcterms"] + "identifier")
_SPACE = pyoxigraph.NamedNode(PREFIXES["void"] + "uriSpace")
#: Triples in one request: what servers take at once.
_PORTION = 20_000
#: Graphs between two entries in the ledger: what an interrupted publication sends again at most.
_STEP = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a publication did: graphs that were sent, left alone because they are there, and removed."""

    sent: int
    kept: int
    removed: int


class _Target:
    """A server's graph store, by the Graph Store Protocol or by SPARQL Update."""

    def __init__(self, client: httpx.Client, url: str, query_url: str | None) -> None:
        self.client, self.url, self.query_url = client, url, query_url

    def get(self, graph: str) -> bytes | None:
        """A graph as N-Triples, ``None`` where there is none."""
        headers = {"Accept": "application/n-triples"}
        if self.query_url is None:
            reply = send(self.client, "GET", self.url, params={"graph": graph}, headers=headers, well=(200, 404))
            return reply.content if reply.status_code == 200 else None
        question = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        return send(self.client, "GET", self.query_url, params={"query": question}, headers=headers).content

    def put(self, graph: str, lines: list[str]) -> None:
        """Replace a graph, in portions; sending one twice changes nothing."""
        for start in range(0, max(1, len(lines)), _PORTION):
            self._send(graph, lines[start : start + _PORTION], first=start == 0)

    def _send(self, graph: str, lines: list[str], first: bool) -> None:
        text = "".join(lines)
        if self.query_url is None:
            headers = {"Content-Type": "text/turtle; charset=utf-8"}
            send(
                self.client, "PUT" if first else "POST", self.url, params={"graph": graph}, content=text.encode(), headers=headers
            )
        else:
            clear = f"DROP SILENT GRAPH <{graph}> ;\n" if first else ""
            self._update(f"{clear}INSERT DATA {{ GRAPH <{graph}> {{\n{text}}} }}")

    def delete(self, graph: str) -> None:
        """Remove a graph, if it is there."""
        if self.query_url is None:
            send(self.client, "DELETE", self.url, params={"graph": graph}, well=(200, 202, 204, 404))
        else:
            self._update(f"DROP SILENT GRAPH <{graph}>")

    def _update(self, text: str) -> None:
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        send(self.client, "POST", self.url, content=text.encode(), headers=headers)


def publish(store: pyoxigraph.Store, url: str, query_url: str | None, say: Callable[[str], None]) -> Outcome:
    """Bring a server's copy of the graph up to date.

    Parameters
    ----------
    store:
        The build's.
    url:
        Of the server's Graph Store Protocol, or of its SPARQL Update where ``query_url`` is given.
    query_url:
        Of its SPARQL query endpoint, to publish by SPARQL Update; ``None`` to publish by the Graph Store Protocol.
    say:
        Called with each line of progress.

    Raises
    ------
    StoreError
        Where the server cannot be reached or refuses. What was sent stays; the next publication goes on from there.
    BuildError
        Where the graph does not say with what its IRIs begin.
    """
    base = _base(store)
    graphs = dict(_digests(store, base))
    ledger = base + "publication"
    with connected(url) as client:
        target = _Target(client, url, query_url)
        there = _entries(target.get(ledger) or b"", url)
        stale = sorted(there.keys() - graphs.keys())
        changed = [name for name in sorted(graphs) if there.get(name) != graphs[name]]
        entered = {name: digest for name, digest in there.items() if graphs.get(name) == digest}
        kept = len(entered)
        if stale or changed:
            target.put(ledger, _ledger(entered))
        for name in stale:
            target.delete(name)
        for number, name in enumerate(changed, 1):
            target.put(name, _lines(store, name, base))
            entered[name] = graphs[name]
            if number % _STEP == 0 or number == len(changed):
                target.put(ledger, _ledger(entered))
                say(f"published {number} of {len(changed)} graphs")
    return Outcome(len(changed), kept, len(stale))


def _base(store: pyoxigraph.Store) -> str:
    said = next((q.object for q in store.quads_for_pattern(None, _SPACE, None, pyoxigraph.DefaultGraph())), None)
    if not isinstance(said, pyoxigraph.Literal):
        raise BuildError("the graph", "it does not describe itself", "build it again")
    return said.value


def _lines(store: pyoxigraph.Store, name: str, base: str) -> list[str]:
    graph: pyoxigraph.NamedNode | pyoxigraph.DefaultGraph
    graph = pyoxigraph.DefaultGraph() if name == base + "merged" else pyoxigraph.NamedNode(name)
    return sorted(f"{q.subject} {q.predicate} {q.object} .\n" for q in store.quads_for_pattern(None, None, None, graph))


def _digests(store: pyoxigraph.Store, base: str) -> Iterator[tuple[str, str]]:
    names = [graph.value for graph in store.named_graphs() if isinstance(graph, pyoxigraph.NamedNode)]
    for name in (*names, base + "merged"):
        yield name, hashlib.sha256("".join(_lines(store, name, base)).encode()).hexdigest()


def _ledger(entered: dict[str, str]) -> list[str]:
    return [f'<{name}> {_IDENTIFIER} "{digest}" .\n' for name, digest in sorted(entered.items())]


def _entries(text: bytes, url: str) -> dict[str, str]:
    try:
        quads = list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))
    except SyntaxError as fault:
        raise StoreError(
            url, "it answers with something that is no RDF", "give the address of its Graph Store Protocol"
        ) from fault
    pairs = ((quad.subject, quad.predicate, quad.object) for quad in quads)
    return {
        s.value: o.value
        for s, p, o in pairs
        if p == _IDENTIFIER and isinstance(s, pyoxigraph.NamedNode) and isinstance(o, pyoxigraph.Literal)
    }
