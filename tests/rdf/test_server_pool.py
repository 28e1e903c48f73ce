"""The processes that answer: what a question costs decides how long it may take, not what others ask meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from graph.build import Outcome
from graph.rdf.server.pool import Limits, Pool, Reply
from graph.rdf.server.process import Process, SpentError
from graph.rdf.store import store_of
from tests.rdf.conftest import run_apart

pytestmark = pytest.mark.server
SLOW = "SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?n != {0}) }}"
# Holds every row before it gives the first.
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?f ?c"


def _with_pool(store: Path, limits: Limits, work: Callable[[Pool], Awaitable[list[Reply]]]) -> list[Reply]:
    async def run() -> list[Reply]:
        pool = Pool(lambda: store, limits)
        try:
            return await work(pool)
        finally:
            await pool.close()

    return run_apart(run())


@pytest.fixture
def store(built: tuple[Path, Outcome]) -> Path:
    found = store_of(built[0])
    assert found is not None
    return found


def test_a_quick_question_is_answered_however_long_it_waits_for_slow_ones(store: Path) -> None:
    async def work(pool: Pool) -> list[Reply]:
        slow = [pool.ask(SLOW.format(n), ["text/csv"]) for n in range(12)]
        quick = [pool.ask(f"ASK {{ FILTER(1 = {n}) }}", ["text/csv"]) for n in range(12)]
        return await asyncio.gather(*slow, *quick)

    # The slow ones, asked first, need far more processor time together than one may wait.
    replies = _with_pool(store, Limits(seconds=0.2), work)
    assert {reply.status for reply in replies[:12]} == {503}
    assert [reply.body.split() for reply in replies[12:]] == [[b"true"] if n == 1 else [b"false"] for n in range(12)]


def test_a_question_that_needs_more_memory_than_there_is_ends_and_the_next_is_answered(store: Path) -> None:
    async def work(pool: Pool) -> list[Reply]:
        return [await pool.ask(query, ["text/csv"]) for query in (HUNGRY, "ASK {}")]

    hungry, after = _with_pool(store, Limits(seconds=120, memory=400), work)
    assert (hungry.status, after.status) == (500, 200)
    assert b"memory" in hungry.body


def test_a_process_ends_a_question_after_its_processor_time_and_lives_on(store: Path) -> None:
    asked = {"store": str(store), "accept": ["text/csv"], "default": None, "named": [], "limit": 1000}

    async def run() -> Reply:
        process = Process(4096, 0)
        try:
            with pytest.raises(SpentError):
                await process.ask(asked | {"query": SLOW.format(0)}, 60, 0.05)
            return await process.ask(asked | {"query": "ASK {}"}, 60, 0.05)
        finally:
            await process.end()

    assert run_apart(run()).body.split() == [b"true"]
