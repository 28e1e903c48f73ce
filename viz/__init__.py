"""The map page: who is located where, what is piloted, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from graph.records import Reading

__all__ = ["write_map"]


def write_map(path: Path, network: nx.MultiDiGraph[str], statistics: dict[str, Any], readings: Sequence[Reading]) -> None:
    """Write the map as one file that opens from disk with no network.

    Parameters
    ----------
    path:
        To be written, UTF-8 whatever the locale.
    network:
        Of :func:`graph.network.network_of`.
    statistics:
        Of :func:`graph.network.statistics_of`.
    readings:
        Whose texts the evidence is shown from; their contacts are masked.
    """
    from viz.page import render  # noqa: PLC0415 - pyvis brings IPython along: it is imported where a page is made

    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(render(network, statistics, readings))
