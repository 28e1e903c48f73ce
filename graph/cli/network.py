"""Verbs of the third wing: stats."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.cli.options import FilePath, language_of
from graph.cli.telling import explained, none_found, overview, rendered
from graph.errors import BuildError, UsageError

if TYPE_CHECKING:
    import networkx as nx

    from graph.network.evidence import Explanation
    from graph.records import Reading

__all__ = ["commands"]

_BY = ("place", "sector", "status", "community", "department", "year")


@click.command()
@click.option("--build", type=FilePath(), default=Path("build"), show_default=True, help="Folder of the build.")
@click.option("--store", metavar="URL", help="SPARQL query endpoint of a server to ask instead of the build.")
@click.option("--network", "name", metavar="NAME", help="A network of its own: whole, enterprises, scenarios or carriers.")
@click.option("--by", type=click.Choice(_BY), help="One table instead of the overview.")
@click.option("--explain", metavar="KEY", help="What a figure counts, with every sentence behind it.")
@click.option("--keys", is_flag=True, help="List the key of every figure, for --explain.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "graphml"]), default="table", show_default=True)
@language_of("Of the headings, the sentences and the names of kinds and states.")
def stats(
    build: Path, store: str | None, name: str | None, by: str | None, explain: str | None, keys: bool, form: str, language: str
) -> None:
    """Print the statistics of a build: what there is and where, what holds it together, the communities.

    \b
    python -m graph stats --by place
    python -m graph stats --network enterprises --format graphml > enterprises.graphml
    python -m graph stats --explain places/District/310105/enterprises/existing
    """
    chosen = [said for said, given in (("--by", by), ("--explain", explain is not None), ("--keys", keys)) if given]
    if len(chosen) > 1 or (name and chosen and by != "community"):
        both = " and ".join([*(["--network"] if name else []), *chosen])
        raise UsageError(both, "these do not go together", "give one of them")
    if form == "graphml" and (not name or by):
        raise UsageError("--format graphml", "it is the form of a network", "add --network NAME, without --by")
    if store is not None:
        with tempfile.TemporaryDirectory() as spare:
            _bring(store, Path(spare))
            _said(Path(spare), name, by, explain, keys, form, language)
    else:
        _said(build, name, by, explain, keys, form, language)


def _bring(store: str, folder: Path) -> None:
    """Put what statistics are made of into a folder: the readings of a server's graph, and their figures."""
    from graph.network import network_of, statistics_of  # noqa: PLC0415 - only where a server is asked
    from graph.rdf.remote import RemoteGraph, readings_of  # noqa: PLC0415
    from graph.rdf.vocabulary import ENTITY_BASE  # noqa: PLC0415
    from graph.reading.forms import to_json  # noqa: PLC0415
    from graph.resolution import resolve  # noqa: PLC0415

    server = RemoteGraph(store)
    readings = list(readings_of(server, store))
    spaces = server.ask("SELECT ?space WHERE { ?set a void:Dataset ; void:uriSpace ?space }").rows
    network = network_of(resolve(readings), str(spaces[0][0]) if spaces else ENTITY_BASE)
    lines = [json.dumps(to_json(reading), ensure_ascii=False) + "\n" for reading in readings]
    (folder / "readings.jsonl").write_text("".join(lines), encoding="utf-8")
    figures = statistics_of(network, len(readings), readings)
    (folder / "statistics.json").write_text(json.dumps(figures, ensure_ascii=False), encoding="utf-8")


def _said(build: Path, name: str | None, by: str | None, explain: str | None, keys: bool, form: str, language: str) -> None:
    """Print what was asked for."""
    figures = _figures(build)
    if name:
        _known(name, figures)
    if explain is not None:
        click.echo(explained(_explain(explain, build, figures), form, language), nl=False)
    elif keys:
        from graph.network.evidence import keys_of  # noqa: PLC0415 - the network's part loads only where it is asked for

        click.echo(rendered(("key", "value"), list(keys_of(figures)), form, language), nl=False)
    elif by:
        click.echo(_by(figures, by, name, form, language), nl=False)
    elif name:
        click.echo(_network(build, figures, name, form, language), nl=False)
    else:
        click.echo(_whole(figures, form, language), nl=False)


def _figures(build: Path) -> dict[str, Any]:
    from graph.network.statistics import SCHEMA  # noqa: PLC0415

    file = build / "statistics.json"
    try:
        figures = json.loads(file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise BuildError(str(file), "there is no build", f"run: python build_graph.py --out {build}") from fault
    except ValueError as fault:
        raise BuildError(str(file), "it is broken", "build it again") from fault
    if not isinstance(figures, dict) or figures.get("schema") != SCHEMA:
        raise BuildError(str(file), "it is no statistics of this version", "build it again")
    return figures


def _known(name: str, figures: Mapping[str, Any]) -> None:
    if name not in figures["networks"]:
        raise UsageError(f"--network {name}", "there is no such network", "choose one of " + ", ".join(figures["networks"]))


def _read(build: Path, figures: Mapping[str, Any]) -> tuple[nx.MultiDiGraph[str], list[Reading]]:
    """The network of a build, made again from its readings and what was decided of them, and the readings as they hold."""
    from graph.decisions import follow  # noqa: PLC0415
    from graph.kept import readings_of  # noqa: PLC0415
    from graph.network import network_of  # noqa: PLC0415
    from graph.resolution import resolve  # noqa: PLC0415

    read, log = readings_of(build)
    readings = follow(read, log).readings
    return network_of(resolve(readings, log), figures["base"]), list(readings)


def _explain(key: str, build: Path, figures: Mapping[str, Any]) -> Explanation:
    from graph.network import figures_of  # noqa: PLC0415
    from graph.network.evidence import explain  # noqa: PLC0415

    network, readings = _read(build, figures)
    made, ledger = figures_of(network, len(readings), readings)
    return explain(key, made, ledger, network, readings)


def _by(figures: Mapping[str, Any], by: str, name: str | None, form: str, language: str) -> str:
    from graph.network.tables import BY, table_of  # noqa: PLC0415

    table = table_of(figures, BY[by])
    if by == "community":
        shown = [row for row in table.rows if row[0] == (name or "whole")]
        if not shown and form == "table":
            return f"{none_found(_part(figures, name or 'whole'), language)}\n"
        return rendered(table.columns, shown, form, language)
    # An IRI is of use to a program only; a terminal has no room for it.
    drop = {i for i, column in enumerate(table.columns) if form == "table" and column in ("iri", "id")}
    columns = [c for i, c in enumerate(table.columns) if i not in drop]
    return rendered(columns, [tuple(v for i, v in enumerate(row) if i not in drop) for row in table.rows], form, language)


def _part(figures: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part: Mapping[str, Any] = figures if name == "whole" else figures["networks"][name]
    return part


def _network(build: Path, figures: Mapping[str, Any], name: str, form: str, language: str) -> str:
    from graph.network.export import links_of, named_network, to_graphml  # noqa: PLC0415
    from graph.network.tables import links_table  # noqa: PLC0415

    words, part = figures["networks"][name], _part(figures, name)
    if form == "table":
        both = f"{words['zh']} {words['en']}\n{words['definition_zh']}\n{words['definition_en']}\n\n"
        return (f"{words['zh']}\n{words['definition_zh']}\n\n" if language == "zh" else both) + overview(part, language)
    network, _ = _read(build, figures)
    graph = named_network(network, name)
    if form == "graphml":
        return to_graphml(network, graph)
    links = links_table(links_of(network, graph))
    if form == "csv":
        return rendered(links.columns, links.rows, form, language)
    own = {key: part[key] for key in ("structure", "centrality", "betweenness_pivots", "betweenness_error", "communities")}
    rows = [dict(zip(links.columns, row, strict=True)) for row in links.rows]
    return json.dumps({"network": name} | words | own | {"links": rows}, ensure_ascii=False, indent=1) + "\n"


def _whole(figures: Mapping[str, Any], form: str, language: str) -> str:
    if form == "json":
        return json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
    counts = figures["counts"]
    rows = [(kind, n, *_status(counts, kind)) for kind, n in (counts["by_type"] | counts["by_relation"]).items()]
    table = rendered(("kind", "number", "existing", "planned"), rows, form, language)
    return table if form == "csv" else table + "\n" + overview(figures, language)


def _status(counts: Mapping[str, Any], kind: str) -> tuple[int | None, int | None]:
    row = counts["by_status"].get(kind)
    return (row["existing"], row["planned"]) if row else (None, None)


commands: tuple[click.Command, ...] = (stats,)
