"""One process that answers questions: it can be ended in the middle of one, and what it needs cannot hurt the server.

Reads requests from stdin, one JSON object a line; writes a JSON object a line to stdout: ``ready`` once, then for each
request ``ended`` where it needed more than it may have, or the answer's head, followed by as many bytes as its ``length``
says. An answer is complete before its first byte is written.
"""

from __future__ import annotations

import io
import json
import os
import queue
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO

import pyoxigraph

from graph.errors import QueryError
from graph.rdf.queries.faults import bare, syntax_fault
from graph.rdf.vocabulary import PREFIXES

__all__ = ["main"]

_ROWS = {
    "application/sparql-results+json": pyoxigraph.QueryResultsFormat.JSON,
    "application/sparql-results+xml": pyoxigraph.QueryResultsFormat.XML,
    "text/csv": pyoxigraph.QueryResultsFormat.CSV,
    "text/tab-separated-values": pyoxigraph.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "text/turtle": pyoxigraph.RdfFormat.TURTLE,
    "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
    "application/trig": pyoxigraph.RdfFormat.TRIG,
    "application/n-quads": pyoxigraph.RdfFormat.N_QUADS,
}
# A server that calls whatever address it is told to is a door to the network that it stands in.
_ELSEWHERE = re.compile(r"(?<![\w?$:])SERVICE(?![\w:])", re.IGNORECASE)


class _TooLargeError(Exception):
    """An answer that grows past the limit."""


class _Limited(io.BytesIO):
    """A buffer that refuses to grow past a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - any buffer
        written = super().write(data)
        if self.tell() > self.limit:
            raise _TooLargeError
        return written


class _Worker:
    """Holds the store open and answers one request after the other."""

    def __init__(self) -> None:
        self.place = ""
        self.store = pyoxigraph.Store()

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Status, media type and body for one request."""
        if request["store"] != self.place:
            self.store, self.place = pyoxigraph.Store.read_only(request["store"]), request["store"]
        with _at_most(request.get("work")):
            return self._answer(request)

    def _answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        out = _Limited(request["limit"])
        try:
            kind = self._write(request, out)
        except SyntaxError as fault:
            return _refused(400, str(syntax_fault(request["query"], "the question", str(fault))))
        except QueryError as fault:
            return _refused(400, str(fault))
        except _TooLargeError:
            megabytes = request["limit"] / 1e6
            return _refused(500, f"the answer is larger than {megabytes:g} MB; ask for less, with LIMIT for example")
        except (OSError, RuntimeError, ValueError) as fault:
            return _refused(500 if isinstance(fault, OSError) else 400, " ".join(str(fault).split()))
        if kind is None:
            return _refused(406, "none of the formats that are accepted fits this question")
        return {"status": 200, "type": kind}, out.getvalue()

    def _write(self, request: dict[str, Any], out: _Limited) -> str | None:
        """Write the answer in the first of the accepted formats that fits it, and tell which; ``None`` where none fits."""
        if _ELSEWHERE.search(bare(request["query"])):
            raise QueryError("the question", "it asks another server with SERVICE", "ask this one only")
        dataset: dict[str, Any] = {}
        if request["default"] is not None:
            dataset["default_graph"] = [pyoxigraph.NamedNode(graph) for graph in request["default"]]
            dataset["named_graphs"] = [pyoxigraph.NamedNode(graph) for graph in request["named"]]
        result = self.store.query(request["query"], prefixes=PREFIXES, **dataset)
        if isinstance(result, pyoxigraph.QueryTriples):
            kind = next((kind for kind in request["accept"] if kind in _GRAPHS), None)
            if kind is not None:
                result_prefixes = None if kind in ("application/n-triples", "application/n-quads") else PREFIXES
                pyoxigraph.serialize(result, out, format=_GRAPHS[kind], prefixes=result_prefixes)
            return kind
        kind = next((kind for kind in request["accept"] if kind in _ROWS), None)
        if kind is not None:
            result.serialize(out, format=_ROWS[kind])
        return kind


@contextmanager
def _at_most(work: float | None) -> Iterator[None]:
    """Ends this process where what it does takes more processor seconds than that; not where the system cannot count them."""
    if work is None or not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, work)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _refused(status: int, words: str) -> tuple[dict[str, Any], bytes]:
    return {"status": status, "type": "text/plain"}, (words + "\n").encode()


def _listen(requests: queue.SimpleQueue[dict[str, Any]], source: BinaryIO) -> None:
    """Pass requests on; where the server is gone, end, whatever question is being worked on."""
    for line in source:
        requests.put(json.loads(line))
    os._exit(0)


def _answer_all() -> None:
    """Answer until stdin ends, and with it this process."""
    requests: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, sys.stdin.buffer), daemon=True).start()
    worker = _Worker()
    while True:
        head, body = worker.answer(requests.get())
        _write(head | {"length": len(body)}, body)


def _write(head: dict[str, Any], body: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()


def main() -> None:
    """Answer until stdin ends. Arguments: the most memory in MiB, and by how much to yield the processor.

    A child answers. Where a question is the end of it, that is said, and the next child is there at once: this process has
    loaded everything already.
    """
    memory, nice = map(int, sys.argv[1:])
    if sys.platform == "win32":
        _write({"ready": True})
        _answer_all()
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory << 20, memory << 20))
    os.nice(nice)
    _write({"ready": True})
    while True:
        child = os.fork()
        if child == 0:
            _answer_all()
        if os.waitpid(child, 0)[1] == 0:
            return
        _write({"ended": True})


if __name__ == "__main__":
    main()
