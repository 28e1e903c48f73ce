"""PDFs and pictures are opened in a process of their own: what is made to exhaust or to crash its reader harms no other reply.

PDFium and the recogniser are native code, and a PDF of a few hundred bytes can ask for any amount of memory or time. The
process is started with the first such file, limited in memory, watched, and kept for the next ones.
"""

from __future__ import annotations

import atexit
import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

from graph.errors import DocumentError

__all__ = ["WORKING", "Helper", "text_of"]

#: What the process writes, on a line of its own, when a page is done.
WORKING = b"working"

#: Seconds without a sign of life: a page takes a few hundredths, a scanned one some seconds.
PATIENCE = 60.0
_ROOT = Path(__file__).parents[3]
_GIVEN_UP = ("its reader breaks down over it: it is damaged, or made to do harm", "save the reply's text alone")
_TOO_LONG = ("its reader comes to no end with it", "save the reply's text alone")


class Helper:
    """The process, started where it is needed; one for each process that reads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._parts: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._listener = threading.Thread()

    def ask(self, kind: str, data: bytes, name: str) -> str:
        """The text of a file.

        Raises
        ------
        DocumentError
            What the process says of the file, or that it broke down or came to no end over it.
        """
        with self._lock:
            process = self._running()
            try:
                answer = self._answer(process, kind, data)
            except (BrokenPipeError, EOFError) as fault:
                self._stop()
                raise DocumentError(name, *_GIVEN_UP) from fault
            except TimeoutError as fault:
                self._stop()
                raise DocumentError(name, *_TOO_LONG) from fault
        if "fault" in answer:
            problem, remedy = answer["fault"]
            raise DocumentError(name, problem, remedy)
        text: str = answer["text"]
        return text

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            # A handle that was inherited by a fork belongs to the parent.
            self._process = subprocess.Popen(
                [sys.executable, "-m", "graph.reading.documents.worker"],
                cwd=_ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
            self._owner = os.getpid()
            # By a thread, for on Windows nothing else waits for a pipe no longer than so many seconds.
            self._parts = queue.SimpleQueue()
            self._listener = threading.Thread(target=_listen, args=(self._process.stdout, self._parts), daemon=True)
            self._listener.start()
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], kind: str, data: bytes) -> dict[str, Any]:
        assert process.stdin is not None  # noqa: S101 - asked for where it is started
        header = json.dumps({"kind": kind, "size": len(data)}).encode() + b"\n"
        view = memoryview(header + data)
        while view:
            view = view[process.stdin.write(view) or 0 :]
        return _told(_last_line(self._parts))

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.wait()
            self._listener.join()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def close(self) -> None:
        """End the process, if it is this process's own."""
        with self._lock:
            self._stop()


def _listen(pipe: IO[bytes], parts: queue.SimpleQueue[bytes]) -> None:
    """Pass on what the process writes, and at its end nothing."""
    while part := pipe.read(1 << 16):
        parts.put(part)
    parts.put(b"")


def _told(line: bytes) -> dict[str, Any]:
    """The answer in a line.

    Raises
    ------
    EOFError
        Where it is none: native code printed it, and what comes behind cannot be trusted either.
    """
    try:
        answer = json.loads(line)
    except ValueError as fault:
        raise EOFError from fault
    if not (isinstance(answer, dict) and answer.keys() & {"text", "fault"}):
        raise EOFError
    return answer


def _last_line(parts: queue.SimpleQueue[bytes]) -> bytes:
    """The answer that ends what the process writes; lines before it only say that it is at work.

    Raises
    ------
    TimeoutError
        Where nothing comes in time.
    EOFError
        Where the process ended.
    """
    written = b""
    while True:
        try:
            part = parts.get(timeout=PATIENCE)
        except queue.Empty:
            raise TimeoutError from None
        if not part:
            raise EOFError
        written += part
        line = written[written.rfind(b"\n", 0, -1) + 1 :]
        if line.endswith(b"\n") and not line.startswith(WORKING):
            return line


_HELPER = Helper()
atexit.register(_HELPER.close)


def text_of(kind: str, data: bytes, name: str) -> str:
    """The text of a PDF (``pdf``) or a picture (``picture``).

    Raises
    ------
    DocumentError
        Where it cannot be read; see :mod:`graph.reading.documents.pdf` and :mod:`graph.reading.documents.scan`.
    """
    return _HELPER.ask(kind, data, name)
