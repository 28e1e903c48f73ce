"""A process that answers questions, one at a time: it can be ended in the middle of one, and is started anew."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Process", "Reply", "SpentError"]

_ROOT = Path(__file__).parents[3]
#: Whether a process can count its processor time and end itself; where it cannot, the clock counts.
_COUNTS = hasattr(signal, "setitimer")


@dataclass(frozen=True, slots=True)
class Reply:
    """A worker's answer.

    Attributes
    ----------
    status:
        Of HTTP.
    type:
        Media type of the body.
    body:
        Whole.
    """

    status: int
    type: str
    body: bytes


class SpentError(Exception):
    """The question needs more processor time than it was given."""


class Process:
    """One worker process (of which a child answers), started when it is first asked and again after it was ended.

    Parameters
    ----------
    memory:
        MiB that it may use.
    nice:
        By how much it yields the processor to others, 0 to 19.
    """

    def __init__(self, memory: int, nice: int) -> None:
        self._memory, self._nice = memory, nice
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, request: dict[str, Any], seconds: float, work: float | None = None) -> Reply:
        """The answer.

        Parameters
        ----------
        request:
            As the worker reads it.
        seconds:
            To wait at most.
        work:
            Processor seconds that the process may spend on it. It ends itself after them, however long that takes: on a
            busy machine a question of little work may wait long.

        Raises
        ------
        SpentError
            Where the question needs more than ``work``, or more memory than there is.
        TimeoutError
            Where the answer is not there in time. After each of the two the process is ended.
        """
        by_clock = work is not None and not _COUNTS
        try:
            await self._started()  # its start is no part of the question's time
            async with asyncio.timeout(work if by_clock else seconds):
                reply = await self._ask(request | {"work": work})
        except TimeoutError as fault:
            await self.end()
            if by_clock:
                raise SpentError from fault
            raise
        except (asyncio.IncompleteReadError, ConnectionError):
            await self.end()
            reply = None
        except asyncio.CancelledError:
            await self.end()
            raise
        if reply is None and work is not None:
            raise SpentError
        return reply or Reply(
            500, "text/plain", b"the question needs more memory than it may have, or is nested too deeply; ask for less\n"
        )

    async def _ask(self, request: dict[str, Any]) -> Reply | None:
        """The answer, ``None`` where the question was the end of what worked on it."""
        process = await self._started()
        assert process.stdin is not None  # noqa: S101 - it was started with pipes
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(json.dumps(request).encode() + b"\n")
        await process.stdin.drain()
        head = json.loads(await process.stdout.readuntil(b"\n"))
        if "ended" in head:
            return None
        return Reply(head["status"], head["type"], await process.stdout.readexactly(head["length"]))

    async def _started(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "graph.rdf.server.worker", str(self._memory), str(self._nice)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=_ROOT,
                start_new_session=True,  # so that it ends with its child
            )
            assert self._process.stdout is not None  # noqa: S101
            await self._process.stdout.readuntil(b"\n")  # it says when it is ready
        return self._process

    async def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            with suppress(ProcessLookupError):
                if hasattr(os, "killpg"):
                    os.killpg(process.pid, signal.SIGKILL)
                else:
                    process.kill()
        await process.wait()
