"""The first view: each replying district as a frame with its subdistricts, carriers and zones. No geography is claimed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import networkx as nx

from graph.reading import divisions
from graph.records import Reading
from viz.look import PLACES

__all__ = ["schematic_of"]

#: Longer lists of official divisions say nothing about where the pilots are.
_MOST_OFFICIAL = 40


def schematic_of(network: nx.MultiDiGraph[str], readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Frames of the schematic.

    Returns
    -------
    list of dict
        Of each replying place, by code: ``code``, ``name``, ``iri`` (``None`` where no reply names it as an entity),
        ``places`` (IRIs of the places in it, and of organisations at which something is said to be, with ``in``, the IRI of
        the place that each lies in, where a reply says so), ``unnamed`` (official divisions right below it that no reply
        names) and ``below`` (the type of these: a district's subdistricts, a city's districts). A place stands in the
        nearest frame alone: a subdistrict in its district's, not in its city's. Places of no replying district stand in a
        last frame, whose ``code`` is ``None``, where somebody is said to be there.
    """
    home = {reading.id: reading.place for reading in readings}
    codes = sorted({place for place in home.values() if place})
    inside = _inside(network)
    # Who hosts somebody is a place, whatever else it is: a hospital with a service, a school.
    busy = {v for _, v, kind in network.edges(keys=True) if kind in ("locatedIn", "pilotedIn")}
    places: dict[str | None, list[str]] = defaultdict(list)
    heads: dict[str, str] = {}
    for iri, node in network.nodes(data=True):
        if node["type"] not in PLACES and iri not in busy:
            continue
        if node["type"] == "District" and node["code"] in codes:
            heads[node["code"]] = iri
            continue
        code = _frame(node, _code(iri, inside, network), codes, home)
        if node["type"] != "District" or iri in busy:
            places[code].append(iri)
    named = {node["code"] for _, node in network.nodes(data=True) if node["code"]} | set(codes)
    frames = [_frame_of(code, heads.get(code), places.get(code, []), inside) | _official(code, named) for code in codes]
    elsewhere = [iri for iri in places.get(None, []) if iri in busy or network.nodes[iri]["type"] == "Carrier"]
    return [*frames, _frame_of(None, None, elsewhere, inside)] if elsewhere else frames


def _inside(network: nx.MultiDiGraph[str]) -> dict[str, str]:
    """The place that a place lies in; a district only where nothing nearer is said."""
    near: dict[str, str] = {}
    wide: dict[str, str] = {}
    for source, target, kind in network.edges(keys=True):
        ends = (network.nodes[source]["type"], network.nodes[target]["type"])
        if kind in ("locatedIn", "partOf") and all(end in PLACES for end in ends) and source != target:
            (wide if ends[1] == "District" else near).setdefault(source, target)
    return wide | near


def _code(iri: str, inside: dict[str, str], network: nx.MultiDiGraph[str]) -> str | None:
    """Its official code, else that of the nearest place around it that has one."""
    known = {iri}
    while not network.nodes[iri]["code"]:
        iri = inside.get(iri, iri)
        if iri in known:
            return None
        known.add(iri)
    code: str = network.nodes[iri]["code"]
    return code


def _frame(node: dict[str, Any], at: str | None, codes: list[str], home: dict[str, str | None]) -> str | None:
    """By the official code the nearest of the frames, else the place that the first reply to name it answers for."""
    if at:
        around = [code for code in codes if at.startswith(_stem(code))]
        return max(around, key=lambda code: len(_stem(code)), default=None)
    named_by = [home.get(reply) for reply, *_ in node["evidence"]]
    return next((code for code in named_by if code), None)


def _stem(code: str) -> str:
    """What the codes of everything in a place begin with: a province has two digits of its own, a city four."""
    return code.removesuffix("00").removesuffix("00")


def _frame_of(code: str | None, head: str | None, places: list[str], inside: dict[str, str]) -> dict[str, Any]:
    known = set(places)
    return {
        "code": code,
        "name": divisions.name_of(code) if code else None,
        "iri": head,
        "places": [{"iri": iri, "in": inside[iri] if inside.get(iri) in known else None} for iri in places],
        "unnamed": [],
        "below": "Subdistrict",
    }


def _official(code: str, named: set[str]) -> dict[str, Any]:
    official = divisions.children(code)
    below = "District" if any(len(d.code) == 6 for d in official) else "Subdistrict"
    return {
        "below": below,
        "unnamed": [d.name for d in official if d.code not in named] if len(official) <= _MOST_OFFICIAL else [],
    }
