"""Verbs of the third wing: stats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from graph.errors import BuildError

__all__ = ["commands"]


@click.command()
@click.option("--build", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Folder of the build.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def stats(build: Path, form: str) -> None:
    """Print the statistics of a build: what there is, what holds it together, the communities."""
    file = build / "statistics.json"
    try:
        text = file.read_text(encoding="utf-8")
        figures = json.loads(text)
    except OSError as fault:
        raise BuildError(str(file), "there is no build", f"run: python build_graph.py --out {build}") from fault
    except ValueError as fault:
        raise BuildError(str(file), "it is broken", "build it again") from fault
    click.echo(text if form == "json" else _table(figures), nl=False)


def _table(figures: dict[str, Any]) -> str:
    from graph.rdf.queries import Answer, render  # noqa: PLC0415 - only for its table

    counts, structure, groups = figures["counts"], figures["structure"], figures["communities"]
    rows = [(kind, str(n), *_status(counts, kind)) for kind, n in (counts["by_type"] | counts["by_relation"]).items()]
    parts = [render(Answer(("kind", "number", "existing", "planned"), tuple(rows)), "table")]
    parts.append(
        f"\n{structure['nodes']} entities, {structure['edges']} relations, density {structure['density']:.4f}, "
        f"{structure['components']} components ({structure['isolated']} entities stand alone)\n\n"
    )
    chief = [(r["name"], r["type"], str(r["degree"]), f"{r['betweenness']:.3f}") for r in figures["centrality"][:8]]
    parts.append(render(Answer(("name", "type", "degree", "betweenness"), tuple(chief)), "table"))
    if groups["groups"]:
        parts.append(f"\ncommunities (Louvain, seed {groups['seed']}), modularity {groups['modularity']:.3f}\n")
        named = [(str(g["id"]), str(g["size"]), g["name"]) for g in groups["groups"]]
        parts.append(render(Answer(("id", "size", "chief members"), tuple(named)), "table"))
    return "".join(parts)


def _status(counts: dict[str, Any], kind: str) -> tuple[str, str]:
    row = counts["by_status"].get(kind)
    return (str(row["existing"]), str(row["planned"])) if row else ("", "")


commands: tuple[click.Command, ...] = (stats,)
