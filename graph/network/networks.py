"""The merged graph as a network: entities are nodes, direct triples are edges."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from graph.rdf.terms import Minter
from graph.records import Status
from graph.resolution import Resolution

__all__ = ["network_of"]


def network_of(resolution: Resolution, base: str) -> nx.MultiDiGraph[str]:
    """Entities and statements as a directed multigraph.

    Parameters
    ----------
    resolution:
        All readings, one identity an entity.
    base:
        With which the IRIs begin: a node is keyed by the IRI that the RDF graph has for it.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes by IRI with ``type``, ``name``, ``aliases`` (tuple), ``status`` (str or ``None``), ``code``, ``evidence``;
        edges keyed by the property's name with ``status`` and ``evidence``. Evidence is a tuple of
        (reply id, start, end, quote, status, rule, confidence). ``network.graph["base"]`` is ``base``.
        Nodes and edges go in sorted, for the community algorithms depend on their order.
    """
    mint = Minter(base)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(base=base)
    for entity in sorted(resolution.entities, key=lambda e: mint.entity(e.identity)):
        evidence = tuple(
            (reply, v.start, v.end, v.quote, str(said.status or Status.EXISTING), said.rule, said.confidence)
            for reply, said in entity.said
            for v in said.evidence
        )
        network.add_node(
            mint.entity(entity.identity),
            type=entity.identity.type,
            name=entity.name,
            aliases=entity.aliases,
            status=str(entity.status) if entity.status else None,
            code=entity.code,
            evidence=evidence,
        )
    _add_edges(network, resolution, mint)
    return network


def _add_edges(network: nx.MultiDiGraph[str], resolution: Resolution, mint: Minter) -> None:
    edges: dict[tuple[str, str, str], dict[str, object]] = defaultdict(dict)
    for statement in resolution.statements:
        evidence = tuple(
            (reply, v.start, v.end, v.quote, str(said.status), said.rule, said.confidence)
            for reply, said in statement.said
            for v in said.evidence
        )
        at = (mint.entity(statement.source), mint.entity(statement.target), statement.type)
        edges[at] = {"status": str(statement.status), "evidence": evidence}
    for source, target, kind in sorted(edges):
        network.add_edge(source, target, key=kind, **edges[source, target, kind])
