"""A server over the build of the real reply, started as a user starts it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from graph.build import Outcome
from tests.conftest import ROOT


def get(url: str, **options: Any) -> httpx.Response:
    """As ``httpx.get``, with a minute's time: a machine that runs other tests may be busy."""
    return httpx.get(url, **({"timeout": 60} | options))


_Result = TypeVar("_Result")


def run_apart(work: Coroutine[Any, Any, _Result]) -> _Result:
    """As ``asyncio.run``, in a thread of its own: the browser of the tests leaves a loop running in theirs."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


@contextmanager
def served(build: Path, *options: str) -> Iterator[str]:
    """The address of ``graph serve`` over a build, without its last slash."""
    command = [sys.executable, "-m", "graph", "serve", "--build", str(build), "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith("serving http://127.0.0.1:"), line
            yield line.split()[1].rstrip("/")
        finally:
            ended(process)


def ended(process: subprocess.Popen[str]) -> None:
    """End a server, by force where it takes a minute to end itself."""
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()


@pytest.fixture(scope="session")
def server(built: tuple[Path, Outcome]) -> Iterator[str]:
    with served(built[0]) as address:
        yield address
