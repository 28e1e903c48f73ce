"""Nodes and edges as CSV that a spreadsheet shows in Chinese and a program for networks imports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from graph.rdf.export.view import View
from graph.spreadsheets import as_text

__all__ = ["edges_csv", "nodes_csv"]

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def _rows(rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    """CSV with a byte-order mark: without it a spreadsheet takes UTF-8 for another encoding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    out.write(_MARK)
    for row in rows:
        writer.writerow([as_text(str(value)) for value in row])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def nodes_csv(view: View) -> Iterator[str]:
    """One row an entity."""
    head = ("Id", "Label", "Type", "类别", "Status", "Code", "Aliases", "Replies", "Evidence")
    rows = (
        (n.iri, n.name, n.type, n.type_zh, n.status, n.code, "；".join(n.aliases), "；".join(n.replies), n.evidence)
        for n in view.nodes
    )
    return _rows([head, *rows])


def edges_csv(view: View) -> Iterator[str]:
    """One row a relation, with the names of its ends, so that it reads without the other table."""
    names = {node.iri: node.name for node in view.nodes}
    head = (
        "Source",
        "Target",
        "Type",
        "SourceName",
        "Relation",
        "关系",
        "TargetName",
        "Status",
        "Replies",
        "Evidence",
        "Sentence",
    )
    rows = (
        (
            e.source,
            e.target,
            "Directed",
            names[e.source],
            e.relation,
            e.relation_zh,
            names[e.target],
            e.status,
            "；".join(e.replies),
            e.evidence,
            e.sentence,
        )
        for e in view.edges
    )
    return _rows([head, *rows])
