"""A server over the build of the real reply, started as a user starts it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.build import Outcome
from tests.conftest import ROOT


@contextmanager
def served(build: Path, *options: str) -> Iterator[str]:
    """The address of ``graph serve`` over a build, without its last slash."""
    command = [sys.executable, "-m", "graph", "serve", "--build", str(build), "--port", "0", *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("serving http://127.0.0.1:"), line
        yield line.split()[1].rstrip("/")
    finally:
        process.terminate()
        process.wait(20)
        if process.stdout is not None:
            process.stdout.close()


@pytest.fixture(scope="session")
def server(built: tuple[Path, Outcome]) -> Iterator[str]:
    with served(built[0]) as address:
        yield address
