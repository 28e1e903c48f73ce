"""The map page: who is located where, what is piloted, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.records import Reading

if TYPE_CHECKING:
    from viz.data import Positions

__all__ = ["last_positions", "write_map"]


def write_map(
    path: Path,
    network: nx.MultiDiGraph[str],
    statistics: dict[str, Any],
    readings: Sequence[Reading],
    graph: Path | None = None,
    last: Positions | None = None,
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
    last:
        Positions of an earlier build, of :func:`last_positions`: what stands in it stays where it is.
    """
    from viz.page import render  # noqa: PLC0415 - pyvis brings IPython along: it is imported where a page is made

    page = render(network, statistics, readings, graph, last)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(page)


def last_positions(page: Path) -> Positions:
    """Where everything stands on the map of an earlier build.

    Parameters
    ----------
    page:
        Its ``map.html``.

    Returns
    -------
    mapping
        By view, by IRI.

    Raises
    ------
    UsageError
        Where there are no positions in it.
    """
    from viz.data import positions_in  # noqa: PLC0415 - as above

    return positions_in(page)
