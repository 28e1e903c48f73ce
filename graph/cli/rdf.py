"""Verbs of the second wing: query, validate, serve, export, publish, vocabulary."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.front import say
from graph.cli.options import FilePath, Number, language_of
from graph.errors import QueryError, UsageError

if TYPE_CHECKING:
    from graph.rdf.queries import Answer, Saved

__all__ = ["commands"]


#: As a question begins that may have no pattern: DESCRIBE <…/District/310105>.
_BEGINS = re.compile(r"\s*(?:PREFIX|BASE|SELECT|ASK|CONSTRUCT|DESCRIBE)\s", re.IGNORECASE)
_BUILD = click.option("--build", type=FilePath(), default=Path("build"), show_default=True, help="Folder of the build to ask.")


_STORE = click.option("--store", metavar="URL", help="SPARQL query endpoint of a server to ask instead of the build.")


@click.command()
@click.argument("question", required=False)
@_BUILD
@_STORE
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json", "jsonld", "ttl"]), default="table", show_default=True
)
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="What a saved question is asked about; repeatable.")
@click.option("--timeout", type=Number(min=0, min_open=True), default=60, show_default=True, help="Seconds to wait.")
@click.option("--list", "listed", is_flag=True, help="List the saved questions with their parameters.")
@language_of("Of the list, the columns and the names of kinds and states.")
def query(
    question: str | None,
    build: Path,
    store: str | None,
    form: str,
    params: tuple[str, ...],
    timeout: float,
    listed: bool,
    language: str,
) -> None:
    """Ask a build in SPARQL. QUESTION is the name of a saved one, a file that holds it, or the question itself.

    \b
    The prefixes dai, skos, dcterms, prov, void, dcat, rdf, rdfs, xsd and owl are known. The merged graph answers;
    GRAPH ?g { … } asks what one reply says.
    """
    from graph.rdf import queries  # noqa: PLC0415 - the store loads only where one asks

    if listed or question is None:
        click.echo(_listing(language), nl=False)
        return
    asked, values = _question(question).told_in(language), _values(params)
    text = queries.bind(asked, values)
    ask = _asking(build, store, timeout)
    answer = ask(text, asked.name)
    click.echo(queries.render(answer.titled(asked.columns) if language == "zh" else answer, form, language), nl=False)
    if answer.nothing:
        notes = queries.unknown_terms(text)
        if values or '"' in text:  # else nothing is named
            names = ask(queries.NAMES, "names")
            notes += [*queries.unknown_names(asked, values, names), *queries.untagged_names(text, names)]
            notes += queries.names_as_texts(asked, values, names)
        for line in notes:
            say(f"note: {line}")


def _asking(build: Path, store: str | None, timeout: float) -> Callable[[str, str], Answer]:
    """What answers a question of a name: the build, or the server of an address."""
    if store is None:
        from graph.rdf import queries  # noqa: PLC0415
        from graph.rdf.store import open_build  # noqa: PLC0415 - the store loads only where one asks

        opened = open_build(build)
        return lambda text, name: queries.ask(opened, text, name, timeout)
    from graph.rdf.remote import RemoteGraph  # noqa: PLC0415 - httpx loads only where a server is asked

    server = RemoteGraph(store)
    return lambda text, name: server.ask(text, name, timeout)


def _values(params: tuple[str, ...]) -> dict[str, str]:
    for param in params:
        if "=" not in param:
            raise QueryError(f"--param {param}", "it has no value", "write --param name=value")
    return dict(param.split("=", 1) for param in params)


def _listing(language: str) -> str:
    """Each saved question: its name and title, what it answers, its parameters."""
    from graph.rdf.queries import saved  # noqa: PLC0415

    lines = []
    for name, question in saved().items():
        lines.append(f"{name}: {question.title[language]}\n    {question.about[language]}\n")
        for p in question.parameters:
            need = {"zh": ("可选", "必填"), "en": ("optional", "required")}[language][p.required]
            lines.append(f"    --param {p.name}={p.example}  ({p.zh if language == 'zh' else p.en}, {need})\n")
    return "".join(lines)


def _question(question: str) -> Saved:
    """A question of its own, one from a file, or a saved one, in this order."""
    from graph.rdf.queries import parse, saved_question  # noqa: PLC0415

    if "{" in question or "\n" in question or _BEGINS.match(question):
        return parse("the question", question)
    path = Path(question)
    if not path.is_file():
        return saved_question(question)
    try:
        return parse(str(path), path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as fault:
        raise QueryError(question, "the file is no readable text", "save it as UTF-8") from fault


@click.command()
@click.argument("graph", type=FilePath(), default=Path("build"))
@click.option("--shapes", type=FilePath(), help="SHACL shapes to hold it against; shapes.ttl where not given.")
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
        say(f"{graph}: {broken} violations, {len(found) - broken} warnings")
    sys.exit(1 if broken else 0)


@click.command()
@_BUILD
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; this machine only, where not given.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0 takes a free one.")
@click.option(
    "--timeout",
    type=Number(min=0, min_open=True),
    default=30,
    show_default=True,
    help="Seconds a question may take from when it is known to be a slow one.",
)
@click.option("--max-answer", type=Number(min=0, min_open=True), default=50, show_default=True, help="MB an answer may have.")
def serve(build: Path, host: str, port: int, timeout: float, max_answer: float) -> None:
    """Serve a build: the map, the saved questions, a query editor, and a SPARQL endpoint at /sparql.

    Read-only. Prints its address; Ctrl+C ends it.
    """
    from graph.rdf import server  # noqa: PLC0415 - the web framework loads only for a server
    from graph.rdf.server.pool import Limits  # noqa: PLC0415

    server.serve(
        build, host, port, Limits(seconds=timeout, megabytes=max_answer), lambda address: click.echo(f"serving {address}")
    )


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(["ttl", "nq", "jsonld", "graphml", "gexf", "csv"]))
@_BUILD
@click.option("--out", type=FilePath(), help="File to write (for csv a folder); stdout where not given.")
def export(form: str, build: Path, out: Path | None) -> None:
    """Write a build's graph as ttl, nq, jsonld, graphml, gexf or csv (nodes.csv and edges.csv)."""
    from graph.rdf import export as exports  # noqa: PLC0415
    from graph.rdf.store import open_build  # noqa: PLC0415

    if form == "csv" and out is None:
        raise UsageError("export csv", "it writes two files", "name a folder with --out")
    for name, pieces in exports.export(open_build(build), form):
        if out is None:
            for piece in pieces:
                click.echo(piece, nl=False)
        else:
            file = out / name if form == "csv" else out
            exports.write(file, pieces)
            say(f"written {file}")


@click.command()
@click.option("--to", "url", required=True, metavar="URL", help="Of the server's Graph Store Protocol, or of its SPARQL Update.")
@click.option("--query-url", metavar="URL", help="Of its query endpoint: publish by SPARQL Update instead.")
@_BUILD
def publish(url: str, query_url: str | None, build: Path) -> None:
    """Publish a build to a SPARQL 1.1 server: what is there already is left alone, what is gone is removed.

    \b
    Digest or Basic authentication from the environment: GRAPH_STORE_USER, GRAPH_STORE_PASSWORD.
    """
    from graph.rdf import remote  # noqa: PLC0415
    from graph.rdf.store import open_build  # noqa: PLC0415

    outcome = remote.publish(open_build(build), url, query_url, say)
    click.echo(f"{url}: {outcome.sent} graphs sent, {outcome.kept} were there, {outcome.removed} removed")


@click.command()
def vocabulary() -> None:
    """Print the vocabulary's classes, relations and facts as Markdown: docs/ontology.md."""
    from graph.rdf.reference import markdown  # noqa: PLC0415 - rdflib loads only where it is asked for

    click.echo(markdown(), nl=False)


commands: tuple[click.Command, ...] = (query, validate, serve, export, publish, vocabulary)
