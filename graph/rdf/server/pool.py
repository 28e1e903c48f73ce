"""Processes that answer, in two lanes: a slow question never stands in the way of a quick one.

A question begins in the quick lane. Where it takes longer than a moment its process is ended, and it begins again in
the slow lane, which yields the processor to the quick one; a question that is known to be slow goes there at once.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Limits", "Pool", "Reply"]

_ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost.

    Attributes
    ----------
    seconds:
        From its arrival to its answer.
    megabytes:
        Of its answer.
    memory:
        Of a process that answers, in MiB.
    quick:
        Processor seconds after which a question is a slow one.
    quick_workers, slow_workers:
        Processes of each lane.
    question:
        Bytes of its text.
    """

    seconds: float = 30.0
    megabytes: float = 50.0
    memory: int = 4096
    quick: float = 0.5
    quick_workers: int = 3
    slow_workers: int = 2
    question: int = 1_000_000


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


class _Process:
    """One worker process, started when it is first asked and again after it was ended."""

    def __init__(self, memory: int, nice: bool) -> None:
        self._memory, self._nice = memory, nice
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, request: dict[str, Any], seconds: float, work: float | None = None) -> Reply | None:
        """The answer, or ``None`` where it was not there in time: the process is then ended.

        Parameters
        ----------
        request:
            As the worker reads it.
        seconds:
            To wait at most.
        work:
            Processor seconds that the process may spend on it; on a busy machine a quick question may wait long.
        """
        try:
            await self._started()  # its start is no part of the question's time
            async with asyncio.timeout(seconds):
                return await (self._ask(request) if work is None else self._worked(request, work))
        except TimeoutError:
            await self.end()
            return None
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            # It ended by itself: it needed more memory than it may have.
            await self.end()
            return Reply(500, "text/plain", b"the question needs more memory than it may have; ask for less\n")
        except asyncio.CancelledError:
            await self.end()
            raise

    async def _ask(self, request: dict[str, Any]) -> Reply:
        process = await self._started()
        assert process.stdin is not None  # noqa: S101 - it was started with pipes
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(json.dumps(request).encode() + b"\n")
        await process.stdin.drain()
        head = json.loads(await process.stdout.readuntil(b"\n"))
        return Reply(head["status"], head["type"], await process.stdout.readexactly(head["length"]))

    async def _worked(self, request: dict[str, Any], work: float) -> Reply:
        """As :meth:`_ask`, as long as the process spends no more than so many processor seconds.

        Raises
        ------
        TimeoutError
            Where it does.
        """
        await self._started()
        before = self._spent()
        task = asyncio.ensure_future(self._ask(request))
        try:
            while True:
                await asyncio.wait({task}, timeout=work)
                if task.done():
                    return task.result()
                if before is None or (self._spent() or 0) - before >= work * 0.9:
                    raise TimeoutError
        finally:
            task.cancel()

    def _spent(self) -> float | None:
        """Processor seconds of the process so far, ``None`` where the system does not tell."""
        try:
            facts = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii") if self._process else ""
        except OSError:
            return None
        ticks = facts.rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK") if ticks else None

    async def _started(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "graph.rdf.server.worker",
                str(self._memory),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=_ROOT,
            )
            if self._nice:
                with suppress(OSError, AttributeError):
                    os.setpriority(os.PRIO_PROCESS, self._process.pid, 15)
            assert self._process.stdout is not None  # noqa: S101
            await self._process.stdout.readuntil(b"\n")  # it says when it is ready
        return self._process

    async def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


class Pool:
    """All worker processes.

    Parameters
    ----------
    place:
        Gives the folder of the store to ask; asked anew for every question, so that a new build is seen.
    limits:
        Of each question.
    """

    def __init__(self, place: Callable[[], Path], limits: Limits) -> None:
        self._place, self.limits = place, limits
        self._quick: asyncio.Queue[_Process] = asyncio.Queue()
        self._slow: asyncio.Queue[_Process] = asyncio.Queue()
        self._all: list[_Process] = []
        self._known: OrderedDict[str, None] = OrderedDict()
        for lane, number in ((self._quick, limits.quick_workers), (self._slow, limits.slow_workers)):
            for _ in range(number):
                process = _Process(limits.memory, nice=lane is self._slow)
                self._all.append(process)
                lane.put_nowait(process)

    async def ask(self, query: str, accept: list[str], default: list[str] | None = None, named: list[str] | None = None) -> Reply:
        """Answer one question within the limits.

        Parameters
        ----------
        query:
            SPARQL.
        accept:
            Media types, the best first.
        default, named:
            IRIs of the graphs to ask; ``None`` for the whole dataset.
        """
        until = asyncio.get_running_loop().time() + self.limits.seconds
        request = {
            "store": str(self._place()),
            "query": query,
            "accept": accept,
            "default": default,
            "named": named or [],
            "limit": int(self.limits.megabytes * 1e6),
        }
        if query not in self._known:
            reply, ran = await self._in(self._quick, request, until, self.limits.quick)
            if reply is not None:
                return reply
            if ran:
                self._remember(query)
        reply, ran = await self._in(self._slow, request, until, None)
        if reply is not None:
            return reply
        if ran:
            return Reply(503, "text/plain", f"the question ran past {self.limits.seconds:g} seconds; ask for less\n".encode())
        return Reply(503, "text/plain", b"too many slow questions at once; try again later\n")

    async def _in(
        self, lane: asyncio.Queue[_Process], request: dict[str, Any], until: float, work: float | None
    ) -> tuple[Reply | None, bool]:
        """The answer of a lane's next free process, where there is one in time; and whether the question ran at all."""
        clock = asyncio.get_running_loop().time
        try:
            async with asyncio.timeout_at(until):
                process = await lane.get()
        except TimeoutError:
            return None, False
        try:
            return await process.ask(request, max(0.001, until - clock()), work), True
        finally:
            lane.put_nowait(process)

    def _remember(self, query: str) -> None:
        self._known[query] = None
        if len(self._known) > 1000:
            self._known.popitem(last=False)

    async def warm(self) -> None:
        """Start every process, so that the first question does not wait for it."""
        ask = {"store": str(self._place()), "query": "ASK {}", "accept": ["text/csv"], "default": None, "named": [], "limit": 100}
        await asyncio.gather(*(process.ask(ask, 30) for process in self._all))

    async def close(self) -> None:
        """End every process."""
        await asyncio.gather(*(process.end() for process in self._all))
