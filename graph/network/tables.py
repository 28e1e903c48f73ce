"""The figures as tables: for a spreadsheet, the terminal and the cube, each column a plain value."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.spreadsheets import as_text

__all__ = ["BY", "TABLES", "Table", "links_table", "table_of", "to_csv", "write_tables"]

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by name, and rows of plain values (``None`` where there is no figure)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def _table(columns: str, rows: Iterator[tuple[Any, ...]]) -> Table:
    return Table(tuple(columns.split()), tuple(rows))


def _both(row: Row, name: str) -> tuple[int, int]:
    return row[name]["existing"], row[name]["planned"]


def _places(figures: Row) -> Table:
    names = {row["iri"]: row["name"] for row in figures["places"]}
    return _table(
        "id name type district enterprises_existing enterprises_planned carriers_existing carriers_planned "
        "scenarios_existing scenarios_planned memberships shannon hhi iri",
        (
            (
                *(row["id"], row["name"], row["type"], names.get(row["district"])),
                *(*_both(row, "enterprises"), *_both(row, "carriers"), *_both(row, "scenarios")),
                *(row["memberships"], row["shannon"], row["hhi"], row["iri"]),
            )
            for row in figures["places"]
        ),
    )


def _place_sectors(figures: Row) -> Table:
    return _table(
        "place_id place sector_id sector enterprises scenarios memberships share district_memberships district_share "
        "location_quotient place_iri sector_iri",
        (
            (
                *(row["id"], row["name"], s["id"], s["name"], s["enterprises"], s["scenarios"], s["memberships"], s["share"]),
                *(s["district_memberships"], s["district_share"], s["location_quotient"], row["iri"], s["iri"]),
            )
            for row in figures["places"]
            for s in row["sectors"]
        ),
    )


def _sectors(figures: Row) -> Table:
    columns = "id name enterprises scenarios existing planned memberships share iri"
    return _table(columns, (tuple(row[c] for c in columns.split()) for row in figures["sectors"]["rows"]))


def _status(figures: Row) -> Table:
    counts = figures["counts"]["by_status"]
    return _table("kind existing planned", ((kind, *row.values()) for kind, row in counts.items()))


def _gaps(figures: Row) -> Table:
    return _table(
        "district_code district code subdistrict named existing planned",
        (
            (gap["id"], gap["name"], row["code"], row["name"], "yes" if row["named"] else "no", row["existing"], row["planned"])
            for gap in figures["gaps"]
            for row in gap["rows"]
        ),
    )


def _policies(figures: Row) -> Table:
    return _table(
        "id name written status citations mentions enterprises carriers subdistricts scenarios iri",
        (
            (
                # A build of before has no written form.
                *(row["id"], row["name"], row.get("written", row["name"])),
                *(row["status"], row["citations"], row["mentions"], *row["under"].values(), row["iri"]),
            )
            for row in figures["policies"]
        ),
    )


def _groups_of_replies(name: str) -> Callable[[Row], Table]:
    def made(figures: Row) -> Table:
        return _table(
            "name replies enterprises carriers policies scenarios_existing scenarios_planned",
            (
                (*(row[c] for c in ("name", "replies", "enterprises", "carriers", "policies")), *_both(row, "scenarios"))
                for row in figures[name]
            ),
        )

    return made


def _indicators(figures: Row) -> Table:
    columns = "id about value amount unit year reply_year status reply department"
    return _table(columns, (tuple(row[c] for c in columns.split()) for row in figures["indicators"]))


def _parts(figures: Row) -> Iterator[tuple[str, Row]]:
    yield "whole", figures
    for name, network in figures["networks"].items():
        if "structure" in network:
            yield name, network


def _centrality(figures: Row) -> Table:
    columns = "id name type degree degree_centrality core betweenness closeness pagerank iri"
    return _table(
        "network " + columns,
        ((name, *(row[c] for c in columns.split())) for name, part in _parts(figures) for row in part["centrality"]),
    )


def _networks(figures: Row) -> Table:
    structure = "nodes links density components isolated mean_degree assortativity_by_type"
    divided = "modularity random_modularity z agreement runs found note"
    return _table(
        f"network title {structure} core {divided}",
        (
            (
                *(name, figures["networks"][name]["en"], *(part["structure"][c] for c in structure.split())),
                *(part["structure"]["core"]["number"], *(_plain(part["communities"][c]) for c in divided.split())),
            )
            for name, part in _parts(figures)
        ),
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 - any figure
    return ("yes" if value else "no") if isinstance(value, bool) else value


def _communities(figures: Row) -> Table:
    return _table(
        "network id name size type type_members place place_members place_everywhere",
        (
            (
                *(name, group["id"], group["name"], group["size"]),
                *_marked(group["explained"].get("type"))[:2],
                *_marked(group["explained"].get("place")),
            )
            for name, part in _parts(figures)
            for group in part["communities"]["groups"]
        ),
    )


def _marked(explained: Row | None) -> tuple[Any, ...]:
    return (explained["name"], explained["members"], explained["everywhere"]) if explained else (None, None, None)


def _members(figures: Row) -> Table:
    return _table(
        "network community_id community id name type iri",
        (
            (name, group["id"], group["name"], member["id"], member["name"], member["type"], member["iri"])
            for name, part in _parts(figures)
            for group in part["communities"]["groups"]
            for member in group["members"]
        ),
    )


#: Every table by name; each is a file of ``build/statistics/``.
TABLES: dict[str, Callable[[Row], Table]] = {
    "places": _places,
    "place_sectors": _place_sectors,
    "sectors": _sectors,
    "status": _status,
    "gaps": _gaps,
    "policies": _policies,
    "departments": _groups_of_replies("departments"),
    "years": _groups_of_replies("years"),
    "indicators": _indicators,
    "networks": _networks,
    "centrality": _centrality,
    "communities": _communities,
    "community_members": _members,
}
#: What ``stats --by`` may name, and the table it prints.
BY = {
    "place": "places",
    "sector": "sectors",
    "status": "status",
    "community": "communities",
    "department": "departments",
    "year": "years",
}


def table_of(figures: Row, name: str) -> Table:
    """One of :data:`TABLES`."""
    return TABLES[name](figures)


def links_table(links: Sequence[tuple[Any, ...]]) -> Table:
    """Links of a network as :func:`graph.network.export.links_of` gives them."""
    return Table(("source", "source_name", "target", "target_name", "weight", "shared"), tuple(links))


def to_csv(table: Table) -> str:
    """As CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def _cell(value: Any) -> Any:  # noqa: ANN401 - any figure
    return as_text(value) if isinstance(value, str) else value


def write_tables(folder: Path, figures: Row) -> None:
    """Write every table as ``NAME.csv`` in UTF-8 with a byte order mark, which spreadsheets need to see Chinese.

    Parameters
    ----------
    folder:
        Made where it is not there.
    figures:
        Of ``statistics.json``.
    """
    folder.mkdir(exist_ok=True)
    for name in TABLES:
        (folder / f"{name}.csv").write_text(to_csv(table_of(figures, name)), encoding="utf-8-sig", newline="")
