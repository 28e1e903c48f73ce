"""The report: the district in plain sentences, tables and charts, as one file that opens from disk and prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from graph.records import Reading

__all__ = ["write_report"]


def write_report(path: Path, figures: Mapping[str, Any], network: nx.MultiDiGraph[str], readings: Sequence[Reading] = ()) -> None:
    """Write the report as one HTML file without a script, which asks for nothing.

    Parameters
    ----------
    path:
        To be written, beside ``map.html``, into which its names lead.
    figures:
        Of ``statistics.json``.
    network:
        That they were made from, for the picture of the communities.
    readings:
        The replies, for the title, the places that replied and the list of what the report is made of.
    """
    from report.page import render  # noqa: PLC0415 - the chart library loads only where a report is made

    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(render(figures, network, readings))
