"""Network, figures and readings as the one block of data that the page's script reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx

from graph.errors import UsageError
from graph.rdf.vocabulary import labels
from graph.reading.divisions import name_of
from graph.records import Reading, Status
from viz.groups import Group, communities_in, groups_of
from viz.layout import LIMIT, place, place_groups, shown
from viz.look import PLACES, RELATIONS, TYPES
from viz.naming import called
from viz.network import MapNetwork
from viz.pinyin import spoken, written
from viz.quoting import around_evidence, rows_of
from viz.schematic import schematic_of
from viz.views import VIEWS, part_of

__all__ = ["BEGIN", "Positions", "data_of", "positions_in"]

#: What the page's block of data stands behind.
BEGIN = '<script type="application/json" id="data">'
#: By view, by IRI.
Positions = Mapping[str, Mapping[str, tuple[int, int]]]
#: The page's form; a page of another form gives no positions.
_FORM = 1
#: Of the statistics, what the page shows; what is not there is left out.
_FIGURES = {
    "structure": ("density", "components", "isolated"),
    "communities": ("modularity", "z", "agreement", "method", "seed", "runs", "note"),
}
_WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class _Spots:
    """Where everything stands: by view, by IRI; what a large graph opens on; and the views that are drawn for themselves."""

    views: dict[str, dict[str, tuple[int, int]]]
    groups: list[dict[str, Any]]
    own: frozenset[str]


def data_of(
    network: nx.MultiDiGraph[str], statistics: dict[str, Any], readings: Sequence[Reading], last: Positions | None = None
) -> dict[str, Any]:
    """What the page's script reads. Offsets stay in characters: the script counts in characters too.

    Parameters
    ----------
    network, statistics, readings:
        As for :func:`viz.write_map`.
    last:
        Positions of an earlier build.
    """
    numbers = {iri: i for i, iri in enumerate(network.nodes)}
    replies = {reading.id: number for number, reading in enumerate(readings)}
    homes = {reading.id: reading.place for reading in readings}
    spots = _spots(network, groups_of(network, statistics, homes) if len(network) > LIMIT else [], numbers, last or {})
    around, names_shown = around_evidence(network, readings), called(network, readings)
    drawing = _drawing(network, numbers, spots.views[_WHOLE])
    base = _common(list(network.nodes))
    names = [
        name
        for _, node in network.nodes(data=True)
        for name in (node["name"], *node["aliases"], (name_of(node["code"]) or "") if node["code"] else "")
    ]
    return {
        "form": _FORM,
        "base": base,
        "types": {name: [look.zh, look.en, look.colour, look.shape, look.size] for name, look in TYPES.items()},
        "places": PLACES,
        "relations": RELATIONS,
        "status": {str(status): labels().get(str(status), (str(status), str(status))) for status in Status},
        "replies": [_reply(reading) for reading in readings],
        "nodes": drawing.nodes,
        "edges": [
            {**shape, "evidence": rows_of(edge["evidence"], replies, around)}
            for shape, (_, _, edge) in zip(drawing.edges, network.edges(data=True), strict=True)
        ],
        "entities": [
            _entity(iri, node, base)
            | ({"called": names_shown[iri]} if iri in names_shown else {})
            | {"evidence": rows_of(node["evidence"], replies, around)}
            for iri, node in network.nodes(data=True)
        ],
        "views": {
            name: {
                "relations": view.relations,
                "own": name in spots.own,
                "at": sorted([numbers[iri], *at] for iri, at in spots.views[name].items()),
            }
            for name, view in VIEWS.items()
        },
        "groups": spots.groups,
        "communities": [
            {"name": name, "members": sorted(numbers[iri] for iri in members)}
            for name, members in communities_in(network, statistics)
        ],
        "schematic": [_frame(frame, numbers) for frame in schematic_of(network, readings)],
        "spoken": spoken(names),
        "written": written(names),
        "figures": _figures(statistics),
    }


def positions_in(page: Path) -> dict[str, dict[str, tuple[int, int]]]:
    """Where everything stands on a page of an earlier build.

    Raises
    ------
    UsageError
        Where it is no page of this program.
    """
    remedy = "name a map.html of an earlier build, or leave --positions out"
    try:
        text = page.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(str(page), "no positions can be read from it", remedy) from fault
    block = text.partition(BEGIN)[2].partition("</script>")[0]
    try:
        data = json.loads(block)
        names = [data["base"] + entity["id"] for entity in data["entities"]]
        whole = {names[int(node["id"])]: (int(node["x"]), int(node["y"])) for node in data["nodes"]}
        views = {name: {names[i]: (int(x), int(y)) for i, x, y in view["at"]} for name, view in data["views"].items()}
    except (ValueError, KeyError, TypeError, IndexError) as fault:
        raise UsageError(str(page), "there are no positions in it", remedy) from fault
    return {_WHOLE: whole} | views


def _spots(network: nx.MultiDiGraph[str], found: list[Group], numbers: dict[str, int], last: Positions) -> _Spots:
    if found:
        whole, circles = place_groups(network, [group.members for group in found], last.get(_WHOLE))
        groups = [
            {"zh": g.zh, "en": g.en, "members": [numbers[n] for n in g.members], "disc": [round(part) for part in circle]}
            for g, circle in zip(found, circles, strict=True)
        ]
        parts = {name: part_of(network, view) for name, view in VIEWS.items()}
        # A large view is a part of the whole picture: who knows one finds his way in the other. A small one is drawn for itself.
        own = frozenset(name for name, part in parts.items() if len(part) <= LIMIT)
        at = {name: place(part, last.get(name)) if name in own else {n: whole[n] for n in part} for name, part in parts.items()}
        return _Spots({_WHOLE: whole} | at, groups, own)
    views = {name: place(part_of(network, view), last.get(name)) for name, view in VIEWS.items()}
    return _Spots({_WHOLE: place(network, last.get(_WHOLE))} | views, [], frozenset(VIEWS))


def _drawing(network: nx.MultiDiGraph[str], numbers: dict[str, int], at: dict[str, tuple[int, int]]) -> MapNetwork:
    drawing = MapNetwork()
    for iri, node in network.nodes(data=True):
        x, y = at[iri]
        drawing.add_node(str(numbers[iri]), shown(node["name"]), x=x, y=y, planned=node["status"] == "planned", type=node["type"])
    for source, target, kind, edge in network.edges(keys=True, data=True):
        drawing.add_edge(str(numbers[source]), str(numbers[target]), kind=kind, planned=edge["status"] == "planned")
    return drawing


def _entity(iri: str, node: dict[str, Any], base: str) -> dict[str, Any]:
    official = name_of(node["code"]) if node["code"] else None
    other = {"official": official} if official and official not in (node["name"], *node["aliases"]) else {}
    return other | {
        "id": iri.removeprefix(base),
        "name": node["name"],
        "aliases": list(node["aliases"]),
        "status": node["status"],
        "code": node["code"],
    }


def _common(iris: Sequence[str]) -> str:
    """What all IRIs begin with, up to a slash or a hash."""
    if not iris:
        return ""
    first, last = min(iris), max(iris)
    size = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[: max(first.rfind(mark, 0, size) for mark in "/#:") + 1]


def _reply(reading: Reading) -> dict[str, Any]:
    facts = reading.heading
    return {
        "id": reading.id,
        "title": reading.label,
        "department": facts.department,
        "date": facts.date,
        "number": facts.number,
        "kind": facts.kind,
        "text": reading.text,
    }


def _frame(frame: dict[str, Any], numbers: dict[str, int]) -> dict[str, Any]:
    """With numbers for IRIs."""
    places = [[numbers[place["iri"]], None if place["in"] is None else numbers[place["in"]]] for place in frame["places"]]
    return {
        "code": frame["code"],
        "name": frame["name"],
        "entity": None if frame["iri"] is None else numbers[frame["iri"]],
        "places": places,
        "unnamed": frame["unnamed"],
        "below": frame["below"],
    }


def _figures(statistics: dict[str, Any]) -> dict[str, Any]:
    """What the panel of clusters shows; members stand among the communities already."""
    figures: dict[str, Any] = {
        part: {name: known[name] for name in names if name in known}
        for part, names in _FIGURES.items()
        if (known := statistics.get(part)) is not None
    }
    groups = statistics.get("communities", {}).get("groups", [])
    figures.setdefault("communities", {})["groups"] = [
        {"name": group["name"], "explained": {trait: _explained(one) for trait, one in group.get("explained", {}).items()}}
        for group in groups
    ]
    return figures | {"caveats": statistics.get("caveats", [])}


def _explained(one: dict[str, Any] | None) -> dict[str, Any] | None:
    return {name: one[name] for name in ("value", "name", "members") if name in one} if one else None
