"""GraphML and GEXF, as networkx writes them: with labels, types, status and the sentence of each relation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import networkx as nx

from graph.rdf.export.view import View

__all__ = ["gexf", "graphml"]

# What XML cannot hold, however it is escaped.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def _network(view: View) -> nx.MultiDiGraph[str]:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in view.nodes:
        network.add_node(
            _clean(node.iri),
            label=_clean(node.name),
            kind=node.type,
            kind_zh=node.type_zh,
            status=node.status,
            code=node.code,
            replies=_clean("；".join(node.replies)),
            evidence=node.evidence,
        )
    for number, edge in enumerate(view.edges):
        network.add_edge(
            _clean(edge.source),
            _clean(edge.target),
            key=number,  # becomes the edge's id: programs drop a second edge of the same id
            label=edge.relation_zh,
            relation=edge.relation,
            status=edge.status,
            replies=_clean("；".join(edge.replies)),
            evidence=edge.evidence,
            sentence=_clean(edge.sentence),
        )
    return network


def graphml(view: View) -> Iterator[str]:
    """GraphML in lines."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    for line in nx.generate_graphml(_network(view), named_key_ids=True):
        yield line + "\n"


def gexf(view: View) -> Iterator[str]:
    """GEXF 1.2 in lines, without the day on which it was written: the same graph gives the same bytes."""
    for line in nx.generate_gexf(_network(view)):
        yield re.sub(r' lastmodifieddate="[^"]*"', "", line) + "\n"
