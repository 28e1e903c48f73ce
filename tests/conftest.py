"""What many tests look at: the real reply, its annotation, and one build of it; and the browser that shows it."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.build import Outcome, build
from graph.rdf import ENTITY_BASE
from graph.reading.reader import read_file
from graph.records import Reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
REPLY = ROOT / "data" / "replies" / "changning-2023-070.txt"
# A run in the background ignores Ctrl-C, and so would each command that is interrupted in a test.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# What most tests ask is quicker told without the encoder, and does not depend on whether it is installed.
os.environ["GRAPH_ENCODER"] = "no"
GOLD = ROOT / "data" / "gold" / "dev" / "changning-2023-070.json"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def gold() -> dict[str, Any]:
    form: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return form


@pytest.fixture(scope="session")
def reading() -> Reading:
    return read_file(REPLY)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    out = tmp_path_factory.mktemp("build") / "out"
    return out, build([REPLY], out, ENTITY_BASE, lambda _: None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one real browser of a test run, started for the first test that asks: a second one cannot be beside it."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield started
        started.close()
