"""Network, figures and readings to one HTML file that asks for nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx
from markupsafe import Markup

from graph.labels import some_of
from graph.reading.divisions import name_of
from graph.records import Reading
from viz import assets
from viz.data import Positions, data_of
from viz.network import MapNetwork
from viz.sparql import Workbench, workbench

__all__ = ["render"]


def render(
    network: nx.MultiDiGraph[str],
    statistics: dict[str, Any],
    readings: Sequence[Reading],
    graph: Path | None = None,
    last: Positions | None = None,
) -> str:
    """The page as text.

    Every word that comes from a reply is in one JSON block and reaches the page as text only; scripts and styles are
    allowed by their hash.

    Parameters
    ----------
    network, statistics, readings, graph:
        As for :func:`viz.write_map`.
    last:
        Positions of an earlier build.
    """
    bench = workbench(graph, network.graph.get("base", ""))
    data = data_of(network, statistics, readings, last) | {
        "title": _titles(readings),
        "questions": bench.questions if bench else None,
    }
    library, own, style = assets.library(), assets.script(), assets.style()
    return MapNetwork().generate_html(
        policy=assets.policy((library, own, *(bench.scripts if bench else ())), style, worker=bench is not None),
        style=Markup(style),  # noqa: S704 - our own and vis-network's, no reply's words
        library=Markup(library),  # noqa: S704
        script=Markup(own),  # noqa: S704
        data=Markup(_json(data)),  # noqa: S704 - escaped by _json
        bench=_markup(bench),
        title=data["title"][0],
    )


def _markup(bench: Workbench | None) -> dict[str, Markup] | None:
    """Base64, one script that was built from the lock file, and the words of licences without what ends a comment."""
    return {name: Markup(part) for name, part in bench.parts.items()} if bench else None  # noqa: S704


def _titles(readings: Sequence[Reading]) -> tuple[str, str]:
    # By administrative code, as the frames stand: that of characters is no order to a reader.
    codes = sorted({reading.place for reading in readings if reading.place})
    zh, en = some_of([name for code in codes if (name := name_of(code))])
    return f"{zh}产业生态图谱", f"Industry map{': ' + en if en else ''}"


def _json(data: object) -> str:
    """JSON that can stand in a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        text = text.replace(char, escaped)
    return text
