"""The process that opens PDFs and pictures: ``python -m graph.reading.documents.worker``, spoken to by :mod:`confined`.

A request is a line of JSON (``kind``, ``size``) and as many bytes; an answer is a line of JSON with ``text`` or ``fault``
(problem and remedy). Lines before it (``working``) say that a page is done.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from graph.errors import DocumentError
from graph.reading.documents import pdf, scan
from graph.reading.documents.confined import WORKING

__all__ = ["main"]

#: Bytes of address space: a recogniser with its models takes half of it.
_MEMORY = 3 << 30
_READERS: dict[str, Callable[[bytes, str, Callable[[], None]], str]] = {"pdf": pdf.text_of, "picture": scan.text_of_picture}
_EXHAUSTED = ["it asks for more memory than any reply does", "save the reply's text alone"]


def main() -> None:
    """Answer requests until there are no more."""
    # Whatever a library prints must not stand between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(2, sys.stdout.fileno())
    _limit_memory()

    def say(answer: dict[str, Any]) -> None:
        _write(answers, json.dumps(answer).encode() + b"\n")

    while request := sys.stdin.buffer.readline():
        asked = json.loads(request)
        data = sys.stdin.buffer.read(asked["size"])
        try:
            say({"text": _READERS[asked["kind"]](data, "", lambda: _write(answers, WORKING + b"\n"))})
        except DocumentError as fault:
            say({"fault": [fault.problem, fault.remedy]})
        except MemoryError:
            say({"fault": _EXHAUSTED})


def _write(out: BinaryIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[out.write(view) :]


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - no such module on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    least = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    # macOS has more mapped from the start and refuses it: better read without the limit than not at all.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (least, hard))


if __name__ == "__main__":
    main()
