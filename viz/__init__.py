"""The map page: who is located where, what is piloted, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from graph.records import Reading

__all__ = ["write_map"]


def write_map(
    path: Path,
    network: nx.MultiDiGraph[str],
    statistics: dict[str, Any],
    readings: Sequence[Reading],
    graph: Path | None = None,
    positions: Path | None = None,
) -> None:
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
    graph:
        ``graph.nq`` of the build: what the page's tab of questions asks. Without it, and where the tab's parts are not
        built (``make assets``), the page has no such tab.
    positions:
        The map of an earlier build: what stands on it stays where it is.

    Raises
    ------
    UsageError
        Where there are no positions in ``positions``.
    """
    from viz.data import positions_in  # noqa: PLC0415 - pyvis brings IPython along: it is imported where a page is made
    from viz.page import render  # noqa: PLC0415

    last = positions_in(positions) if positions else None
    page = render(network, statistics, readings, graph, last)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(page)
