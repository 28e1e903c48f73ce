"""Which process answers which question: a slow one never stands in the way of a quick one.

What a question costs shows only while it runs. So each begins in the quick lane, where it may spend little processor
time; where that is not enough its process ends, and the question begins again in the next lane, which gives it more and
yields the processor to the lane before. Only in the last one the clock runs: waiting for its turn among the quick, on
however busy a machine, is no reason to refuse a question. A question that was asked before begins in the lane that it
needed then.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.rdf.server.process import Process, Reply, SpentError

__all__ = ["Limits", "Pool", "Reply"]

#: Seconds after which even a quick question that a busy machine has not answered is given up.
_PATIENCE = 60.0
#: The lanes: processor seconds of a question (``None``: as the clock allows), processes, and by how much they yield.
_LANES = ((0.1, 3, 0), (0.6, 2, 3), (None, 2, 15))


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost.

    Attributes
    ----------
    seconds:
        From when it is known to be a slow one to its answer.
    megabytes:
        Of its answer.
    memory:
        Of a process that answers, in MiB.
    question:
        Bytes of its text.
    """

    seconds: float = 30.0
    megabytes: float = 50.0
    memory: int = 4096
    question: int = 1_000_000


class _Lane:
    """Some processes, and the questions that wait for one of them in the order of their arrival."""

    def __init__(self, processes: list[Process]) -> None:
        self.processes = processes
        self._free: asyncio.Queue[Process] = asyncio.Queue()
        for process in processes:
            self._free.put_nowait(process)

    @asynccontextmanager
    async def process(self, until: float | None = None) -> AsyncIterator[Process]:
        """The next free process; :class:`TimeoutError` where there is none until that time of the loop's clock."""
        async with asyncio.timeout_at(until):
            process = await self._free.get()
        try:
            yield process
        finally:
            self._free.put_nowait(process)


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
        lanes = [(work, _Lane([Process(limits.memory, nice) for _ in range(number)])) for work, number, nice in _LANES]
        self._quick = [(work, lane) for work, lane in lanes if work is not None]
        self._slow = lanes[-1][1]
        self._all = [process for _, lane in lanes for process in lane.processes]
        #: With which lane to begin, where it is not the first.
        self._known: OrderedDict[tuple[str, str], int] = OrderedDict()

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
        request = {
            "store": str(self._place()),
            "query": query,
            "accept": accept,
            "default": default,
            "named": named or [],
            "limit": int(self.limits.megabytes * 1e6),
        }
        try:
            return await self._quickly(request) or await self._slowly(request)
        except TimeoutError:  # the clock's
            return Reply(503, "text/plain", f"the question ran past {self.limits.seconds:g} seconds; ask for less\n".encode())

    async def _quickly(self, request: dict[str, Any]) -> Reply | None:
        """The answer of a lane that limits its work, ``None`` where the question is a slow one."""
        asked = (request["store"], request["query"])
        first = self._known.get(asked, 0)
        for number, (work, lane) in enumerate(self._quick[first:], first + 1):
            async with lane.process() as process:
                with suppress(SpentError):
                    return await process.ask(request, max(_PATIENCE, self.limits.seconds), work)
            self._known[asked] = number
        if len(self._known) > 1000:
            self._known.popitem(last=False)
        return None

    async def _slowly(self, request: dict[str, Any]) -> Reply:
        clock = asyncio.get_running_loop().time
        until = clock() + self.limits.seconds
        ran = False
        try:
            async with self._slow.process(until) as process:
                ran = True
                return await process.ask(request, max(0.001, until - clock()))
        except TimeoutError:
            if ran:
                raise
            return Reply(503, "text/plain", b"too many slow questions at once; try again later\n")

    async def warm(self) -> None:
        """Start every process, so that the first question does not wait for it."""
        ask = {"store": str(self._place()), "query": "ASK {}", "accept": ["text/csv"], "default": None, "named": [], "limit": 100}
        await asyncio.gather(*(process.ask(ask, 30) for process in self._all))

    async def close(self) -> None:
        """End every process."""
        await asyncio.gather(*(process.end() for process in self._all))
