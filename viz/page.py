"""Network, figures and readings to one HTML file that asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx
from markupsafe import Markup

from graph.records import Reading
from viz.layout import place, shown
from viz.look import RELATIONS, TYPES
from viz.network import MapNetwork

__all__ = ["render"]

_HERE = Path(__file__).parent
_SOURCE_MAP = re.compile(r"//# sourceMappingURL=\S*")


def render(network: nx.MultiDiGraph[str], statistics: dict[str, Any], readings: Sequence[Reading]) -> str:
    """The page as text.

    Every word that comes from a reply is in one JSON block and reaches the page as text only; scripts and styles are
    allowed by their hash.
    """
    drawing = _drawing(network)
    library, library_style = MapNetwork.library()
    script = _SOURCE_MAP.sub("", library) + "\n"
    own = (_HERE / "page.js").read_text(encoding="utf-8")
    style = library_style + (_HERE / "page.css").read_text(encoding="utf-8")
    data = _data(network, statistics, readings, drawing)
    return drawing.generate_html(
        policy=_policy((script, own), style),
        style=Markup(style),  # noqa: S704 - our own and vis-network's, no reply's words
        library=Markup(script),  # noqa: S704
        script=Markup(own),  # noqa: S704
        data=Markup(_json(data)),  # noqa: S704 - escaped by _json
        title=_title(readings),
    )


def _drawing(network: nx.MultiDiGraph[str]) -> MapNetwork:
    positions = place(network)
    numbers = {iri: i for i, iri in enumerate(network.nodes)}
    drawing = MapNetwork()
    for iri, node in network.nodes(data=True):
        look = TYPES[node["type"]]
        x, y = positions[iri]
        drawing.add_node(
            str(numbers[iri]),
            shown(node["name"]),
            x=x,
            y=y,
            shape=look.shape,
            size=look.size,
            planned=node["status"] == "planned",
            type=node["type"],
        )
    for source, target, kind, edge in network.edges(keys=True, data=True):
        drawing.add_edge(str(numbers[source]), str(numbers[target]), kind=kind, planned=edge["status"] == "planned")
    return drawing


def _data(
    network: nx.MultiDiGraph[str], statistics: dict[str, Any], readings: Sequence[Reading], drawing: MapNetwork
) -> dict[str, Any]:
    """What the page's script reads: offsets stay in characters, the script counts in characters too."""
    replies = {reading.id: number for number, reading in enumerate(readings)}
    return {
        "types": {name: [look.zh, look.en, look.colour] for name, look in TYPES.items()},
        "relations": RELATIONS,
        "replies": [_reply(reading) for reading in readings],
        "nodes": drawing.nodes,
        "edges": [
            {**shape, "evidence": _evidence(edge["evidence"], replies)}
            for shape, (_, _, edge) in zip(drawing.edges, network.edges(data=True), strict=True)
        ],
        "entities": [
            {
                "name": node["name"],
                "aliases": list(node["aliases"]),
                "status": node["status"],
                "iri": iri,
                "evidence": _evidence(node["evidence"], replies),
            }
            for iri, node in network.nodes(data=True)
        ],
        "structure": statistics["structure"],
    }


def _reply(reading: Reading) -> dict[str, Any]:
    facts = reading.heading
    return {
        "id": reading.id,
        "title": facts.title or reading.id,
        "department": facts.department,
        "date": facts.date,
        "number": facts.number,
        "kind": facts.kind,
        "text": reading.text,
    }


def _evidence(evidence: Sequence[tuple[Any, ...]], replies: dict[str, int]) -> list[list[Any]]:
    return [[replies[reply], start, end, 1 if status == "planned" else 0] for reply, start, end, _, status, _, _ in evidence]


def _title(readings: Sequence[Reading]) -> str:
    from graph.reading.divisions import name_of  # noqa: PLC0415 - the table of divisions is read where it is needed

    places = sorted({name_of(reading.place) or "" for reading in readings if reading.place} - {""})
    where = "、".join(places[:3]) + (f"等{len(places)}地" if len(places) > 3 else "")
    return f"{where}产业生态图谱"


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


def _policy(scripts: Sequence[str], style: str) -> str:
    """A Content-Security-Policy under which only what is inlined runs."""
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
