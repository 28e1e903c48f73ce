"""Questions to a SPARQL server that exists, with the same prefixes, faults and labels as those to a build."""

from __future__ import annotations

import io
import re
import time
from functools import cached_property
from urllib.parse import urlencode

import pyoxigraph

from graph.errors import QueryError, StoreError
from graph.rdf.queries.answers import Answer, answer_of
from graph.rdf.queries.faults import bare, syntax_fault
from graph.rdf.queries.labelling import LABELS, first_labels
from graph.rdf.remote.client import connected, send
from graph.rdf.vocabulary import PREFIXES

__all__ = ["RemoteGraph"]

_ROWS, _GRAPH = "application/sparql-results+json", "application/n-triples"
_MERGED = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?set a void:Dataset ; void:uriSpace ?space } }"
#: What one reply says each, and the statistics as a Data Cube.
_NAMED = (
    "SELECT DISTINCT ?graph WHERE { { GRAPH ?graph { ?graphed prov:wasGeneratedBy ?reading } } "
    "UNION { GRAPH ?graph { ?cube a <http://purl.org/linked-data/cube#DataSet> } } }"
)
_FROM = re.compile(r"(?<![\w?$:])FROM(?![\w:])", re.IGNORECASE)
_EMPTY = pyoxigraph.Store()


class RemoteGraph:
    """A graph that was published to a server (:mod:`graph.rdf.remote.publication`), or is served by ``graph serve``.

    Parameters
    ----------
    url:
        Of its SPARQL query endpoint.
    """

    def __init__(self, url: str) -> None:
        self.url = url

    def ask(self, question: str, name: str = "the question", timeout: float | None = None) -> Answer:
        """As :func:`graph.rdf.queries.ask`, over the server.

        Raises
        ------
        QueryError
            For a fault in the question, and where the server does not answer in time.
        StoreError
            Where it cannot be reached, refuses, or answers with something else.
        """
        is_graph = _is_of_triples(question, name)
        answer = self._answer(question, is_graph, name, timeout, self._dataset(question))
        if not answer.iris:
            return answer
        listed = " ".join(str(pyoxigraph.NamedNode(iri)) for iri in sorted(answer.iris))
        labels = self._answer(LABELS.replace("# values", f"VALUES ?iri {{ {listed} }}"), False, name, timeout, self._dataset(""))
        return answer.labelled(first_labels(labels))

    @cached_property
    def merged(self) -> str | None:
        """The named graph that holds the merged graph, ``None`` where it is the server's default graph."""
        rows = self._answer(_MERGED, False, "the server", None, []).rows
        return str(rows[0][0]) if rows else None

    @cached_property
    def named(self) -> list[str]:
        """The named graphs of a build: one a reply, and the statistics."""
        rows = self._answer(_NAMED, False, "the server", None, []).rows
        return sorted(str(row[0]) for row in rows if row[0] != self.merged)

    def _dataset(self, question: str) -> list[tuple[str, str]]:
        """The protocol's dataset: the merged graph as the default one, and the others where the question names graphs.

        None where the question says itself of what it asks: the protocol's would go before it.
        """
        if self.merged is None or _FROM.search(bare(question)):
            return []
        named = self.named if "GRAPH" in bare(question).upper() else []
        return [("default-graph-uri", self.merged), *(("named-graph-uri", graph) for graph in named)]

    def _answer(self, question: str, is_graph: bool, name: str, timeout: float | None, dataset: list[tuple[str, str]]) -> Answer:
        # On one line with the question's first, so that lines in a server's message are the question's.
        known = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in PREFIXES.items() if f"{prefix}:" in question)
        form = [("query", known + question), *dataset]
        headers = {"Accept": _GRAPH if is_graph else _ROWS, "Content-Type": "application/x-www-form-urlencoded"}
        started = time.monotonic()
        with connected(self.url, timeout or 300) as client:
            try:
                reply = send(client, "POST", self.url, content=urlencode(form), headers=headers)
            except StoreError as fault:
                if timeout is not None and time.monotonic() - started >= timeout:
                    raise QueryError(
                        name, f"it ran past {timeout:g} seconds", "ask for less, or allow more with --timeout"
                    ) from fault
                raise
        if "x-sparql-maxrows" in reply.headers:
            most = reply.headers["x-sparql-maxrows"]
            raise StoreError(self.url, f"it cuts answers off after {most} rows", "ask for less, or raise the server's limit")
        return self._read(reply.content, is_graph)

    def _read(self, body: bytes, is_graph: bool) -> Answer:
        try:
            if is_graph:
                quads = pyoxigraph.parse(io.BytesIO(body), format=pyoxigraph.RdfFormat.N_TRIPLES)
                return _of_triples([quad.triple for quad in quads])
            result = pyoxigraph.parse_query_results(io.BytesIO(body), format=pyoxigraph.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as fault:
            raise StoreError(
                self.url, "it answers with something that is no SPARQL result", "give its SPARQL query endpoint"
            ) from fault
        try:
            return answer_of(result)
        except SyntaxError as fault:  # it is read row by row
            raise StoreError(self.url, "its answer is cut off", "ask for less, or allow the server more time") from fault


def _is_of_triples(question: str, name: str) -> bool:
    """Whether the answer is a graph; faults in the question are told as of a build."""
    try:
        return isinstance(_EMPTY.query(question, prefixes=PREFIXES), pyoxigraph.QueryTriples)
    except SyntaxError as fault:
        raise syntax_fault(question, name, str(fault)) from fault
    except (OSError, RuntimeError, ValueError):  # an ASK of another server, which is this server's to put
        return False


def _of_triples(triples: list[pyoxigraph.Triple]) -> Answer:
    """The answer of a CONSTRUCT whose triples are these."""
    store = pyoxigraph.Store()
    store.extend(pyoxigraph.Quad(t.subject, t.predicate, t.object, pyoxigraph.DefaultGraph()) for t in triples)
    result = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(result, pyoxigraph.QueryTriples)  # noqa: S101 - it is a CONSTRUCT
    return answer_of(result)
