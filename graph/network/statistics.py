"""Figures of the network: what there is of each kind, what holds it together, which groups it falls into."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import networkx as nx

from graph.records import ENTITY_TYPES, RELATION_TYPES

__all__ = ["SCHEMA", "SEED", "statistics_of"]

SCHEMA = "https://w3id.org/district-ai/statistics/1"
#: Of the community algorithm; part of the figures' definition.
SEED = 20230303
_DIGITS = 6
#: Edges and nodes that betweenness may visit: some ten seconds.
_STEPS = 4_000_000
#: Communities of fewer members say nothing.
_SMALLEST = 3


def statistics_of(network: nx.MultiDiGraph[str], replies: int) -> dict[str, Any]:
    """All figures of ``statistics.json``.

    Parameters
    ----------
    network:
        Of :func:`graph.network.networks.network_of`.
    replies:
        How many replies it was read from.

    Returns
    -------
    dict
        ``counts`` (by type, relation, status and place), ``structure`` (nodes, edges, density of the simple undirected
        graph, components), ``centrality`` (degree and betweenness by node, each normalised as in Freeman 1978;
        ``betweenness_pivots`` is ``null`` where it is exact, else the number of seeded pivots it is estimated from,
        as in Brandes and Pich 2007),
        ``communities`` (Louvain, Blondel et al. 2008, with the seed) with members and modularity (Newman 2006).
    """
    simple = _simple(network)
    return {
        "schema": SCHEMA,
        "replies": replies,
        "counts": _counts(network),
        "structure": _structure(network, simple),
        "centrality": _centrality(network, simple),
        "betweenness_pivots": _pivots(simple),
        "communities": _communities(network, simple),
    }


def _simple(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Undirected, one edge a pair, nodes and edges in sorted order; entities without a relation stay."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(network.nodes))
    simple.add_edges_from(sorted({(min(u, v), max(u, v)) for u, v, _ in network.edges(keys=True) if u != v}))
    return simple


def _counts(network: nx.MultiDiGraph[str]) -> dict[str, Any]:
    nodes = [data for _, data in network.nodes(data=True)]
    types = Counter(data["type"] for data in nodes)
    relations = Counter(kind for _, _, kind in network.edges(keys=True))
    status: dict[str, dict[str, int]] = defaultdict(lambda: {"existing": 0, "planned": 0})
    for data in nodes:
        if data["status"]:
            status[data["type"]][data["status"]] += 1
    for _, _, kind, data in network.edges(keys=True, data=True):
        status[kind][data["status"]] += 1
    return {
        "by_type": {t: types[t] for t in ENTITY_TYPES if types[t]},
        "by_relation": {r: relations[r] for r in RELATION_TYPES if relations[r]},
        "by_status": {k: status[k] for k in (*ENTITY_TYPES, *RELATION_TYPES) if k in status},
        "by_place": _places(network),
    }


def _places(network: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    """For every place with an enterprise, a carrier or a scenario: how many, existing and planned."""
    found: dict[str, dict[str, Any]] = {}
    for source, target, kind, data in network.edges(keys=True, data=True):
        if kind not in ("locatedIn", "pilotedIn"):
            continue
        place = found.setdefault(target, _place(target, network))
        what = network.nodes[source]["type"]
        counts = place["counts"].setdefault(what, {"existing": 0, "planned": 0})
        counts[data["status"]] += 1
    return [found[iri] for iri in sorted(found)]


def _place(iri: str, network: nx.MultiDiGraph[str]) -> dict[str, Any]:
    data = network.nodes[iri]
    return {"iri": iri, "name": data["name"], "type": data["type"], "counts": {}}


def _structure(network: nx.MultiDiGraph[str], simple: nx.Graph[str]) -> dict[str, Any]:
    components = sorted((len(c) for c in nx.connected_components(simple)), reverse=True)
    return {
        "nodes": network.number_of_nodes(),
        "edges": network.number_of_edges(),
        "density": round(nx.density(simple), _DIGITS),
        "components": len(components),
        "component_sizes": components,
        "isolated": sum(1 for size in components if size == 1),
    }


def _centrality(network: nx.MultiDiGraph[str], simple: nx.Graph[str]) -> list[dict[str, Any]]:
    """By betweenness, then degree; both 0 to 1, of the simple undirected graph."""
    degree = nx.degree_centrality(simple) if len(simple) > 1 else dict.fromkeys(simple, 0.0)
    between = dict.fromkeys(simple, 0.0)
    if len(simple) > 2:
        between = nx.betweenness_centrality(simple, k=_pivots(simple), seed=SEED)
    rows = [
        {
            "iri": iri,
            "name": network.nodes[iri]["name"],
            "type": network.nodes[iri]["type"],
            "degree": simple.degree(iri),
            "degree_centrality": round(degree[iri], _DIGITS),
            "betweenness": round(between[iri], _DIGITS),
        }
        for iri in simple
    ]
    return sorted(rows, key=lambda row: (-row["betweenness"], -row["degree"], row["iri"]))


def _pivots(simple: nx.Graph[str]) -> int | None:
    """From how many nodes shortest paths are followed: all (``None``) where that is soon done."""
    affordable = _STEPS // max(len(simple) + simple.number_of_edges(), 1)
    return None if affordable >= len(simple) else max(affordable, 16)


def _communities(network: nx.MultiDiGraph[str], simple: nx.Graph[str]) -> dict[str, Any]:
    connected: nx.Graph[str] = nx.Graph()
    connected.add_nodes_from(n for n in simple if simple.degree(n) > 0)
    connected.add_edges_from(simple.edges)
    if connected.number_of_edges() == 0:
        return {
            "method": "louvain",
            "seed": SEED,
            "modularity": None,
            "groups": [],
            "note": "no relation, so no community",
        }
    groups = nx.community.louvain_communities(connected, seed=SEED)
    modularity = nx.community.modularity(connected, groups)
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    return {
        "method": "louvain",
        "seed": SEED,
        "modularity": round(modularity, _DIGITS),
        "groups": [_group(number, group, network, connected) for number, group in enumerate(ordered)],
    }


def _group(number: int, members: list[str], network: nx.MultiDiGraph[str], simple: nx.Graph[str]) -> dict[str, Any]:
    chief = sorted(members, key=lambda iri: (-simple.degree(iri), iri))[:3]
    return {
        "id": number,
        "name": "、".join(network.nodes[iri]["name"] for iri in chief),
        "size": len(members),
        "small": len(members) < _SMALLEST,
        "members": [{"iri": iri, "name": network.nodes[iri]["name"], "type": network.nodes[iri]["type"]} for iri in members],
    }
