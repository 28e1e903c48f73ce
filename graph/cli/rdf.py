"""Verbs of the second wing: query."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from graph.errors import QueryError

__all__ = ["commands"]


@click.command()
@click.argument("question")
@click.option(
    "--build",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="Folder of the build to ask.",
)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def query(question: str, build: Path, form: str) -> None:
    """Ask a build in SPARQL. QUESTION is a file that holds it, or the question itself.

    \b
    The prefixes dai, skos, dcterms, rdf, rdfs, xsd and owl are known. The merged graph answers;
    GRAPH ?g { … } asks what one reply says.
    """
    from graph.rdf.queries import ask, render  # noqa: PLC0415 - the store loads only where one asks
    from graph.rdf.store import open_build  # noqa: PLC0415

    text, name = _question(question)
    click.echo(render(ask(open_build(build), text, name), form), nl=False)


def _question(question: str) -> tuple[str, str]:
    """The text of the question and what to call it: a file's, where there is one of that name."""
    if "{" in question or "\n" in question:
        return question, "the question"
    path = Path(question)
    try:
        return path.read_text(encoding="utf-8-sig"), str(path)
    except (OSError, UnicodeDecodeError) as fault:
        raise QueryError(
            question, "this is neither a question nor a readable file", "give a SPARQL query or a file that holds one"
        ) from fault


@click.command()
@click.argument("graph", type=click.Path(path_type=Path), default=Path("build"))
@click.option("--shapes", type=click.Path(path_type=Path), help="SHACL shapes to hold it against; shapes.ttl where not given.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def validate(graph: Path, shapes: Path | None, form: str) -> None:
    """Hold a graph against its shapes. GRAPH is a build, or a file of RDF (.nq, .nt, .ttl, .trig, .rdf, .jsonld).

    Prints each violation with the reply, the shape in words and the sentence; exit code 1 where there is one.
    Warnings are printed too.
    """
    from graph.rdf import store, validation  # noqa: PLC0415

    opened = store.open_build(graph) if graph.is_dir() or not graph.suffix else store.open_file(graph)
    found = validation.validate(opened, shapes or validation.SHAPES)
    broken = sum(v.severity == "Violation" for v in found)
    if form == "json":
        click.echo(json.dumps([v.to_json() for v in found], ensure_ascii=False, indent=1))
    else:
        for violation in found:
            click.echo(str(violation))
        click.echo(f"{graph}: {broken} violations, {len(found) - broken} warnings", err=True)
    sys.exit(1 if broken else 0)


@click.command()
def vocabulary() -> None:
    """Print the vocabulary's classes, relations and facts as Markdown: docs/ontology.md."""
    from graph.rdf.reference import markdown  # noqa: PLC0415 - rdflib loads only where it is asked for

    click.echo(markdown(), nl=False)


commands: tuple[click.Command, ...] = (query, validate, vocabulary)
