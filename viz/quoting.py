"""Evidence as the page reads it: where the words stand, and how far the sentence goes that is shown around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.reading.spans import goes_on, sentence_around
from graph.records import Reading

__all__ = ["Around", "around_evidence", "rows_of"]

#: By reply, start and end of the words: characters of the sentence before and behind them, and whether it goes on there.
Around = Mapping[tuple[str, int, int], tuple[int, int, bool, bool]]


def around_evidence(network: nx.MultiDiGraph[str], readings: Sequence[Reading]) -> Around:
    """The sentences that are shown around the evidence of all entities and relations: those that the graph has.

    Parameters
    ----------
    network:
        Of :func:`graph.network.network_of`.
    readings:
        Whose texts the evidence is from.
    """
    texts = {reading.id: reading.text for reading in readings}
    holders = [*(data for _, data in network.nodes(data=True)), *(data for *_, data in network.edges(data=True))]
    # One reply behind the other, so that its sentences are told once.
    wanted = sorted({(reply, start, end) for holder in holders for reply, start, end, *_ in holder["evidence"]})
    found = {}
    for reply, start, end in wanted:
        first, last = sentence_around(texts[reply], start, end)
        found[reply, start, end] = (start - first, last - end, *goes_on(texts[reply], first, last))
    return found


def rows_of(evidence: Sequence[tuple[Any, ...]], replies: Mapping[str, int], around: Around) -> list[list[Any]]:
    """The evidence as rows of numbers.

    Each has the reply's number, start and end of the words in its text, 1 where planned, the confidence, the sentence's
    characters before and behind the words; and where the sentence goes on, 1 for before, 2 for behind, 3 for both.

    Parameters
    ----------
    evidence:
        Of a node or an edge of the network.
    replies:
        Numbers by id.
    around:
        Of :func:`around_evidence`.
    """
    rows = []
    for reply, start, end, _, status, _, confidence in evidence:
        before, behind, more_before, more_behind = around[reply, start, end]
        cut = more_before + 2 * more_behind
        row = [replies[reply], start, end, 1 if status == "planned" else 0, round(confidence, 2), before, behind]
        rows.append([*row, cut] if cut else row)
    return rows
