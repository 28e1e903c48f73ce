"""One peer of ``benchmarks/graph.py``, in a process of its own: needs rdflib and pyshacl, or kglab, and nothing of ours.

Arguments: ``rdflib`` or ``kglab``, the merged graph as N-Triples, the shapes, the questions as JSON, the patience in seconds.
Prints a JSON line a row: its name, and processor seconds or null where it was given up.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

__all__ = ["main"]


class _GivenUpError(Exception):
    """A row that took too long."""


def _give_up(*_: object) -> None:
    raise _GivenUpError


def _timed(row: str, patience: float, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the work gives
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(int(patience))
    started = time.process_time()
    try:
        result = work()
    except _GivenUpError:
        print(json.dumps([row, None]), flush=True)
        return None
    finally:
        signal.alarm(0)
    print(json.dumps([row, time.process_time() - started]), flush=True)
    return result


def main() -> None:
    """Load, ask, validate."""
    name, file, shapes, questions, patience = sys.argv[1:6]
    if name == "kglab":
        import kglab  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - it lives in an environment of its own

        graph = kglab.KnowledgeGraph()
        loaded = _timed("load", float(patience), lambda: graph.load_rdf(file, format="ntriples"))
        ask, check = (
            (lambda q: list(graph.query(q))),
            (lambda: graph.validate(shacl_graph=shapes, shacl_graph_format="ttl", advanced=True)),
        )
    else:
        import pyshacl  # noqa: PLC0415
        import rdflib  # noqa: PLC0415

        plain = rdflib.Graph()
        loaded = _timed("load", float(patience), lambda: plain.parse(file, format="nt"))
        ask, check = (lambda q: list(plain.query(q))), (lambda: pyshacl.validate(plain, shacl_graph=shapes, advanced=True))
    if loaded is None:
        return
    for row, question in json.loads(questions).items():
        _timed(row, float(patience), partial(ask, question))
    _timed("validation", float(patience), check)


if __name__ == "__main__":
    main()
