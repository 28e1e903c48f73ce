"""A build of several replies of different places, made once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.build import build
from graph.network import figures_of, network_of
from graph.network.ledger import Ledger
from graph.rdf import ENTITY_BASE
from graph.records import Reading
from tests.conftest import REPLY, ROOT

_DEV = ("cn-01", "cn-05", "cn-09", "jiading-zhijia-2025", "baoan-lowaltitude-2026", "haizhu-ai-2026")


@dataclass(frozen=True)
class Several:
    """A build, and what its figures were made from."""

    folder: Path
    network: nx.MultiDiGraph[str]
    readings: tuple[Reading, ...]
    figures: dict[str, Any]
    ledger: Ledger


@pytest.fixture(scope="session")
def several(tmp_path_factory: pytest.TempPathFactory) -> Several:
    folder = tmp_path_factory.mktemp("several") / "out"
    files = [REPLY, *(ROOT / "data" / "gold" / "dev" / f"{name}.txt" for name in _DEV)]
    outcome = build(files, folder, ENTITY_BASE, lambda _: None)
    network = network_of(outcome.resolution, ENTITY_BASE)
    readings = outcome.resolution.readings
    return Several(folder, network, readings, *figures_of(network, len(readings), readings))
