"""What many tests look at: the real reply, its annotation, and one build of it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from graph.build import Outcome, build
from graph.rdf import ENTITY_BASE
from graph.reading import read_file
from graph.records import Reading

ROOT = Path(__file__).parents[1]
REPLY = ROOT / "data" / "replies" / "changning-2023-070.txt"
# What most tests ask is quicker told without the encoder, and does not depend on whether it is installed.
os.environ["GRAPH_ENCODER"] = "no"
GOLD = ROOT / "data" / "gold" / "dev" / "changning-2023-070.json"


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
