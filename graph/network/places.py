"""Figures of every carrier, business circle, subdistrict and district, and the subdistricts that no pilot is named for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.network.composition import location_quotient, sector_rows, sector_statements, spread
from graph.network.containment import Containment, Inside
from graph.network.ledger import Ledger, Triple
from graph.reading import divisions
from graph.records import Reading

__all__ = ["gaps_of", "places_of", "sectors_of", "unplaced_in", "unplaced_of"]

_DIGITS = 4
_COUNTED = (("enterprises", "Enterprise"), ("carriers", "Carrier"), ("scenarios", "Scenario"))


def places_of(network: nx.MultiDiGraph[str], within: Containment, ledger: Ledger) -> list[dict[str, Any]]:
    """One row for every place, larger kinds first.

    Returns
    -------
    list of dict
        ``id``, ``iri``, ``name``, ``type``, ``district`` (IRI or ``None``), ``enterprises``, ``carriers`` and ``scenarios``
        (each ``existing`` and ``planned``, everything in the place at any depth), ``enterprises_without_sector``,
        ``memberships``, ``shannon``, ``hhi`` and ``sectors`` with ``share``, ``district_memberships``, ``district_share``
        and ``location_quotient``.
    """
    stated = sector_statements(network)
    rows = {place: _place(network, within, stated, place, ledger) for place in within.places()}
    wide = {row["district"] for row in rows.values()} & rows.keys()
    sectors = {place: {sector["iri"]: sector for sector in rows[place]["sectors"]} for place in wide}
    for place, row in rows.items():
        around = rows.get(row["district"] or "")
        for sector in row["sectors"]:
            _against(sector, row, around, sectors[row["district"]].get(sector["iri"]) if around else None)
        if around:
            _note_quotients(place, row, ledger, within)
    return list(rows.values())


def _place(
    network: nx.MultiDiGraph[str], within: Containment, stated: Mapping[str, Sequence[Triple]], place: str, ledger: Ledger
) -> dict[str, Any]:
    data, base = network.nodes[place], network.graph.get("base", "")
    key = f"places/{place.removeprefix(base)}"
    row: dict[str, Any] = {
        "id": place.removeprefix(base),
        "iri": place,
        "name": data["name"],
        "type": data["type"],
        "district": within.district(place),
    }
    inside = {kind: within.inside(place, kind) for _, kind in _COUNTED}
    for name, kind in _COUNTED:
        row[name] = _by_status(inside[kind], ledger, f"{key}/{name}")
    active = [found.entity for kind in ("Enterprise", "Scenario") for found in inside[kind]]
    alone = {found.entity for found in inside["Enterprise"] if found.entity not in stated}
    row["enterprises_without_sector"] = ledger.entities(f"{key}/enterprises_without_sector", alone)
    sectors, statements = sector_rows(network, stated, active, ledger, f"{key}/sectors")
    ledger.derived(key, set(active), statements)
    for name in ("shannon", "hhi", "memberships"):
        ledger.derived(f"{key}/{name}", (), statements)
    ledger.statements(f"{key}/memberships", statements)
    return row | spread(sectors) | {"sectors": [_named(network, s) for s in sectors]}


def _by_status(inside: Sequence[Inside], ledger: Ledger, key: str) -> dict[str, int]:
    """An entity exists in a place where one of the statements that put it there does."""
    existing = {row.entity for row in inside if not row.planned}
    planned = {row.entity for row in inside} - existing
    return {
        name: ledger.entities(f"{key}/{name}", found, {row.statement for row in inside if row.entity in found})
        for name, found in (("existing", existing), ("planned", planned))
    }


def _named(network: nx.MultiDiGraph[str], sector: dict[str, Any]) -> dict[str, Any]:
    iri = sector["iri"]
    return {"id": iri.removeprefix(network.graph.get("base", "")), "iri": iri, "name": network.nodes[iri]["name"]} | sector


def _against(
    sector: dict[str, Any], row: dict[str, Any], around: dict[str, Any] | None, of_sector: dict[str, Any] | None
) -> None:
    total = around["memberships"] if around else 0
    count = of_sector["memberships"] if of_sector else 0
    quotient = location_quotient(sector["memberships"], row["memberships"], count, total)
    sector["district_memberships"] = count if around else None
    sector["district_share"] = of_sector["share"] if of_sector else None
    sector["location_quotient"] = None if quotient is None else round(quotient, _DIGITS)


def _note_quotients(place: str, row: dict[str, Any], ledger: Ledger, within: Containment) -> None:
    if not ledger.keep:
        return
    base = within.network.graph.get("base", "")
    for sector in row["sectors"]:
        of_district = ledger.basis(f"places/{row['district'].removeprefix(base)}/sectors/{sector['id']}/memberships")
        if of_district:
            here = f"places/{place.removeprefix(base)}/sectors/{sector['id']}"
            ledger.statements(f"{here}/district_memberships", of_district.statements)
            ledger.derived(f"{here}/location_quotient", (), of_district.statements)


def sectors_of(network: nx.MultiDiGraph[str], ledger: Ledger) -> dict[str, Any]:
    """All sectors of the whole graph, with scenarios existing and planned, and their spread.

    Returns
    -------
    dict
        ``rows`` (``id``, ``iri``, ``name``, ``enterprises``, ``scenarios``, ``existing``, ``planned``, ``memberships``,
        ``share``), ``memberships``, ``shannon`` and ``hhi``.
    """
    active = [n for n, data in network.nodes(data=True) if data["type"] in ("Enterprise", "Scenario")]
    rows, statements = sector_rows(network, sector_statements(network), active, ledger, "sectors")
    scenarios: dict[str, list[str]] = defaultdict(list)
    for entity, _, sector in statements:
        if network.nodes[entity]["type"] == "Scenario":
            scenarios[sector].append(entity)
    named = []
    for row in rows:
        key = f"sectors/{row['iri'].removeprefix(network.graph.get('base', ''))}"
        by_status = {
            name: ledger.entities(f"{key}/{name}", [n for n in scenarios[row["iri"]] if network.nodes[n]["status"] == name])
            for name in ("existing", "planned")
        }
        named.append(_named(network, row) | by_status)
    for name in ("shannon", "hhi"):
        ledger.derived(f"sectors/{name}", (), statements)
    ledger.statements("sectors/memberships", statements)
    return spread(rows) | {"rows": named}


def unplaced_in(network: nx.MultiDiGraph[str]) -> dict[str, list[str]]:
    """IRIs of the enterprises, carriers and scenarios that no sentence puts anywhere, by the key of their figure."""
    placed = {u for u, _, kind in network.edges(keys=True) if kind in ("locatedIn", "pilotedIn")}
    return {
        name: [n for n, data in network.nodes(data=True) if data["type"] == kind and n not in placed] for name, kind in _COUNTED
    }


def unplaced_of(network: nx.MultiDiGraph[str], ledger: Ledger) -> dict[str, int]:
    """How many enterprises, carriers and scenarios no sentence puts anywhere: what the figures by place leave out."""
    return {name: ledger.entities(f"unplaced/{name}", found) for name, found in unplaced_in(network).items()}


def gaps_of(
    network: nx.MultiDiGraph[str], within: Containment, readings: Sequence[Reading], ledger: Ledger
) -> list[dict[str, Any]]:
    """For every replying district: its subdistricts by the official list, and which of them no reply names a pilot for.

    Parameters
    ----------
    network, within:
        The network and what lies in what.
    readings:
        Their ``place`` says which districts replied.
    ledger:
        Where the counts are noted.

    Returns
    -------
    list of dict
        ``id``, ``iri``, ``name``, ``subdistricts``, ``with_existing``, ``with_planned_only``, ``without`` and ``rows`` with
        ``code``, ``name``, ``named`` (whether a reply names it at all), ``existing`` and ``planned`` pilots. Places whose
        official list has no subdistricts (a city with counties, a province) are passed over.
    """
    by_code = {data["code"]: n for n, data in network.nodes(data=True) if data["code"]}
    gaps = []
    for code in sorted({reading.place for reading in readings if reading.place}):
        official = [d for d in divisions.children(code) if len(d.code) == 9]
        if official:
            gaps.append(_gap(code, official, by_code, within, ledger))
    return gaps


def _gap(
    code: str, official: list[divisions.Division], by_code: dict[str, str], within: Containment, ledger: Ledger
) -> dict[str, Any]:
    key, rows = f"gaps/{code}", []
    for division in official:
        iri = by_code.get(division.code)
        inside = within.inside(iri, "Scenario") if iri else []
        pilots = _by_status(inside, ledger, f"{key}/rows/{division.code}")
        rows.append({"code": division.code, "name": division.name, "iri": iri, "named": iri is not None} | pilots)
    counts = {
        "with_existing": [r for r in rows if r["existing"]],
        "with_planned_only": [r for r in rows if r["planned"] and not r["existing"]],
        "without": [r for r in rows if not r["existing"] and not r["planned"]],
    }
    head: dict[str, Any] = {"id": code, "iri": by_code.get(code), "name": divisions.name_of(code)}
    for name, found in ({"subdistricts": rows} | counts).items():
        listed = [f"{row['code']} {row['name']}" for row in found]
        head[name] = ledger.divisions(f"{key}/{name}", listed, [str(row["iri"]) for row in found if row["iri"]])
    return head | {"rows": rows}
