"""All figures of a build in one form: ``statistics.json``, and the ledger that leads each figure back to its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.network.arrays import Arrays, simple_arrays
from graph.network.communities import SEED, communities_of
from graph.network.containment import Containment
from graph.network.definitions import caveats, definitions
from graph.network.engines import engine_for
from graph.network.ledger import Ledger
from graph.network.places import gaps_of, places_of, sectors_of, unplaced_of
from graph.network.projections import MEMBER_TYPE, NETWORKS, Membership, left_out, memberships, projected_arrays
from graph.network.promises import departments_of, indicators_of, policies_of, years_of
from graph.network.structure import LISTED, assortativity, centrality_of, structure_of
from graph.records import ENTITY_TYPES, RELATION_TYPES, Reading

__all__ = ["SCHEMA", "SEED", "figures_of", "statistics_of"]

SCHEMA = "https://w3id.org/district-ai/statistics/2"
#: Members of a community that its name is made of.
_CHIEF = 3


def statistics_of(network: nx.MultiDiGraph[str], replies: int, readings: Sequence[Reading] = ()) -> dict[str, Any]:
    """All figures of ``statistics.json``; docs/statistics.md says what each key holds.

    Parameters
    ----------
    network:
        Of :func:`graph.network.networks.network_of`.
    replies:
        How many replies it was read from.
    readings:
        The replies themselves, for the figures by department, year and policy, the indicators and the gaps; without
        them these are empty.
    """
    return _figures(network, replies, readings, Ledger(keep=False))


def figures_of(network: nx.MultiDiGraph[str], replies: int, readings: Sequence[Reading] = ()) -> tuple[dict[str, Any], Ledger]:
    """As :func:`statistics_of`, and what each figure counts."""
    ledger = Ledger()
    return _figures(network, replies, readings, ledger), ledger


def _figures(network: nx.MultiDiGraph[str], replies: int, readings: Sequence[Reading], ledger: Ledger) -> dict[str, Any]:
    within = Containment(network)
    ledger.replies("replies", [reading.id for reading in readings])
    base = network.graph.get("base", "")
    traits = _traits(network, within)
    figures: dict[str, Any] = {
        "schema": SCHEMA,
        "base": base,
        "replies": replies,
        "counts": _counts(network, ledger),
    }
    figures |= _network_figures(network, simple_arrays(network), traits, ledger, "", None, network.number_of_edges())
    figures |= {
        "places": places_of(network, within, ledger),
        "unplaced": unplaced_of(network, ledger),
        "sectors": sectors_of(network, ledger),
        "gaps": gaps_of(network, within, readings, ledger),
        "policies": policies_of(network, readings, ledger),
        "departments": departments_of(network, readings, ledger),
        "years": years_of(network, readings, ledger),
        "indicators": indicators_of(readings, base, ledger),
        "networks": {name: _network(network, name, traits, ledger) for name in NETWORKS},
        "definitions": {pattern: words._asdict() for pattern, words in definitions().items()},
        "caveats": [words._asdict() for words in caveats()],
    }
    return figures


def _traits(network: nx.MultiDiGraph[str], within: Containment) -> dict[str, dict[str, tuple[str, ...]]]:
    types = {kind: (kind,) for kind in ENTITY_TYPES}
    return {
        "type": {node: types[data["type"]] for node, data in network.nodes(data=True)},
        "place": {node: within.around(node) for node in network.nodes},
    }


def _network(
    network: nx.MultiDiGraph[str], name: str, traits: Mapping[str, Mapping[str, Sequence[str]]], ledger: Ledger
) -> dict[str, Any]:
    """A named network: its words, and its figures where it is not the whole graph, whose figures stand at the top."""
    words = NETWORKS[name]
    about: dict[str, Any] = {
        "zh": words.zh,
        "en": words.en,
        "definition_zh": words.definition_zh,
        "definition_en": words.definition_en,
    }
    if name == "whole":
        return about
    members = [n for n, data in network.nodes(data=True) if data["type"] == MEMBER_TYPE[name]]
    belongs = memberships(network, name)
    graph = projected_arrays(members, belongs)
    about["groups_left_out"] = left_out(belongs)
    return about | _network_figures(network, graph, traits, ledger, f"networks/{name}/", belongs, None)


def _network_figures(
    network: nx.MultiDiGraph[str],
    graph: Arrays,
    traits: Mapping[str, Mapping[str, Sequence[str]]],
    ledger: Ledger,
    prefix: str,
    belongs: Sequence[Membership] | None,
    edges: int | None,
) -> dict[str, Any]:
    engine = engine_for(graph)
    centrality = centrality_of(graph, engine)
    _note(network, graph, ledger, prefix)
    types = {node: network.nodes[node]["type"] for node in graph.nodes}
    structure = structure_of(graph, engine, edges)
    structure["assortativity_by_type"] = assortativity(graph, types) if belongs is None else None
    communities = communities_of(graph, traits, belongs)
    groups, linked = communities["groups"], sum(group["size"] for group in communities["groups"])
    listed = linked if linked <= LISTED else max(_CHIEF, LISTED // len(groups))
    communities["groups"] = [_group(group, network, ledger, prefix, listed) for group in groups]
    return {
        "structure": structure,
        "centrality": [_called(network, row["iri"]) | row for row in centrality["rows"]],
        "betweenness_pivots": centrality["pivots"],
        "betweenness_error": centrality["error"],
        "closeness_pivots": centrality["closeness_pivots"],
        "communities": communities,
    }


def _note(network: nx.MultiDiGraph[str], graph: Arrays, ledger: Ledger, prefix: str) -> None:
    """Figures of a network rest on all of its members and of the statements that begin at them."""
    if not ledger.keep:
        return
    statements = [(u, k, v) for u, v, k in network.edges(graph.nodes, keys=True)]
    for name in ("structure", "communities", "centrality", "betweenness_error", "betweenness_pivots", "closeness_pivots"):
        ledger.derived(f"{prefix}{name}", graph.nodes, statements)
    ledger.entities(f"{prefix}structure/nodes", graph.nodes)
    if not prefix:
        ledger.statements("structure/edges", statements)
    linked: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for statement in statements:
        linked[statement[0]].append(statement)
        linked[statement[2]].append(statement)
    base = network.graph.get("base", "")
    for node in graph.nodes:
        ledger.derived(f"{prefix}centrality/{node.removeprefix(base)}", [node], linked.get(node, ()))


def _called(network: nx.MultiDiGraph[str], iri: str) -> dict[str, Any]:
    data = network.nodes[iri]
    return {"id": iri.removeprefix(network.graph.get("base", "")), "iri": iri, "name": data["name"], "type": data["type"]}


def _group(group: dict[str, Any], network: nx.MultiDiGraph[str], ledger: Ledger, prefix: str, listed: int) -> dict[str, Any]:
    """With its name and its chief members, of which so many are listed."""
    members = [_called(network, iri) for iri in group["members"][:listed]]
    ledger.entities(f"{prefix}communities/groups/{group['id']}/size", group["members"])
    explained = {
        trait: found and found | {"name": network.nodes[found["value"]]["name"] if trait == "place" else found["value"]}
        for trait, found in group["explained"].items()
    }
    name = "、".join(member["name"] for member in members[:_CHIEF])
    return {"id": group["id"], "name": name, "size": group["size"], "explained": explained, "members": members}


def _counts(network: nx.MultiDiGraph[str], ledger: Ledger) -> dict[str, Any]:
    types: dict[str, list[str]] = defaultdict(list)
    status: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node, data in network.nodes(data=True):
        types[data["type"]].append(node)
        if data["status"]:
            status[data["type"], data["status"]].append(node)
    relations: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    stated: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for source, target, kind, data in network.edges(keys=True, data=True):
        statement = (source, kind, target)
        relations[kind].append(statement)
        stated[kind, data["status"]].append(statement)
    both = ("existing", "planned")
    with_status = {kind for kind, _ in status}
    return {
        "by_type": {t: ledger.entities(f"counts/by_type/{t}", types[t]) for t in ENTITY_TYPES if t in types},
        "by_relation": {r: ledger.statements(f"counts/by_relation/{r}", relations[r]) for r in RELATION_TYPES if r in relations},
        "by_status": {
            t: {s: ledger.entities(f"counts/by_status/{t}/{s}", status[t, s]) for s in both}
            for t in ENTITY_TYPES
            if t in with_status
        }
        | {
            r: {s: ledger.statements(f"counts/by_status/{r}/{s}", stated[r, s]) for s in both}
            for r in RELATION_TYPES
            if r in relations
        },
        "by_place": _by_place(network, ledger),
    }


def _by_place(network: nx.MultiDiGraph[str], ledger: Ledger) -> list[dict[str, Any]]:
    """For every place that a statement names: who is said to be in that very place, existing and planned."""
    found: dict[str, dict[str, dict[str, list[tuple[str, str, str]]]]] = defaultdict(dict)
    for source, target, kind, data in network.edges(keys=True, data=True):
        if kind in ("locatedIn", "pilotedIn"):
            counts = found[target].setdefault(network.nodes[source]["type"], {"existing": [], "planned": []})
            counts[data["status"]].append((source, kind, target))
    rows = []
    for place in sorted(found):
        row = _called(network, place)
        key = f"counts/by_place/{row['id']}/counts"
        row["counts"] = {
            kind: {s: ledger.entities(f"{key}/{kind}/{s}", [t[0] for t in stated], stated) for s, stated in by_status.items()}
            for kind, by_status in sorted(found[place].items())
        }
        rows.append(row)
    return rows
