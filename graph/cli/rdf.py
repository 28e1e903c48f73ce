"""Verbs of the second wing: query."""

from __future__ import annotations

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
    from graph.rdf.queries import ask, open_graph, render  # noqa: PLC0415 - the store loads only where one asks

    text, name = _question(question)
    click.echo(render(ask(open_graph(build), text, name), form), nl=False)


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
def vocabulary() -> None:
    """Print the vocabulary's classes, relations and facts as Markdown: docs/ontology.md."""
    from graph.rdf.reference import markdown  # noqa: PLC0415 - rdflib loads only where it is asked for

    click.echo(markdown(), nl=False)


commands: tuple[click.Command, ...] = (query, vocabulary)
