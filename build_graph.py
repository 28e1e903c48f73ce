"""The front door: replies in; graph, statistics and map out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.errors import INTERRUPTED

_INTERRUPTED = "interrupted: what was built before is as it was"
try:
    import click
    from click.core import ParameterSource

    from graph.build import Outcome, build, build_from
    from graph.cli.front import Command, forget_output, say
    from graph.cli.options import DECISIONS, ENCODER, JOBS, FilePath
    from graph.decisions import Log, read_log
    from graph.errors import UsageError
    from graph.names import readable
    from graph.rdf.vocabulary import ENTITY_BASE, LICENCE
except KeyboardInterrupt:  # loading takes a second
    sys.stderr.write(f"{_INTERRUPTED}\n")
    sys.exit(INTERRUPTED)

if TYPE_CHECKING:
    from graph.rdf.validation import Violation

__all__ = ["main"]

#: What a server's graph says of itself; of several licences always the same one.
_DESCRIBED = """SELECT ?space ?licence WHERE {
  ?set a void:Dataset ; void:uriSpace ?space OPTIONAL { ?set dcterms:license ?licence }
} ORDER BY ?licence"""


class _Build(Command):
    interrupted = _INTERRUPTED


@click.command(cls=_Build, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.argument("paths", type=FilePath(readable=False), nargs=-1, metavar="[FILE_OR_FOLDER]...")
@click.option("--out", type=FilePath(), default=Path("build"), show_default=True, help="Folder for the results.")
@click.option("--base-iri", default=ENTITY_BASE, show_default=True, help="What the IRIs of entities begin with; ends in / or #.")
@click.option(
    "--licence",
    metavar="IRI",
    help=f"Of the licence that the graph declares for itself.  [default: {LICENCE}; with --store that of the server's graph]",
)
@click.option("--store", metavar="URL", help="Take the graph of this SPARQL query endpoint instead of replies.")
@click.option("--positions", type=FilePath(), help="A map.html of an earlier build: what stands on it stays where it is.")
@click.option(
    "--decisions",
    type=FilePath(readable=False),
    help="A log of what people decided of claims and names: it is followed instead of data/decisions.csv.  "
    "[default: data/decisions.csv, where it is there]",
)
@click.option("--anew", is_flag=True, help="Read all replies again, also those that are as they were in the last build.")
@ENCODER
@JOBS
def main(
    paths: tuple[Path, ...],
    out: Path,
    base_iri: str,
    licence: str | None,
    store: str | None,
    positions: Path | None,
    decisions: Path | None,
    *,
    anew: bool,
    encoder: bool | None,
    jobs: int | None,
) -> None:
    """Read replies (data/replies where none are named) and write graph, statistics and map.

    Exit code 0: all was read. 1: some files could not be read, a decision could not be followed, or the graph breaks one of
    its shapes; the rest was built.
    2: nothing could be built. 3: there was no room for the results; what was built before is as it was. 130: interrupted.
    """
    base, declared = _checked(base_iri), licence if licence is None else _licence(licence, "--licence")
    outcome = _built(paths, out, base, declared, store, positions, decisions, anew=anew, encoder=encoder, jobs=jobs)
    try:
        click.echo(_summary(outcome))
    except OSError as fault:  # all is built, whether or not that can be told
        forget_output()
        say(f"the summary could not be written: {(fault.strerror or 'no reason is given').lower()}")
    sys.exit(1 if outcome.faults or outcome.undecided or _broken(outcome) else 0)


def _built(
    paths: tuple[Path, ...],
    out: Path,
    base: str,
    licence: str | None,
    store: str | None,
    positions: Path | None,
    decisions: Path | None,
    *,
    anew: bool,
    encoder: bool | None,
    jobs: int | None,
) -> Outcome:
    if store is None:
        log = read_log(decisions or DECISIONS) if decisions or DECISIONS.exists() else Log()
        read = paths or (Path("data/replies"),)
        licence = licence or LICENCE
        return build(read, out, base, say, positions, encoder=encoder, jobs=jobs, anew=anew, log=log, licence=licence)
    # What the environment says of the encoder is for replies and does no harm here.
    asked = click.get_current_context().get_parameter_source("encoder") is ParameterSource.COMMANDLINE
    if paths or asked or jobs or anew or decisions:
        raise UsageError(
            "--store", "it does not go together with replies, --decisions, --anew, --encoder or --jobs", "give one of them"
        )
    from graph.rdf.remote import RemoteGraph, readings_of  # noqa: PLC0415 - httpx loads only where a server is asked

    say(f"reading {store}")
    server = RemoteGraph(store)
    said = server.ask(_DESCRIBED).rows
    base = str(said[0][0]) if said and base == ENTITY_BASE else base
    licence = licence or (_licence(said[0][1], f"the licence of {store}") if said and said[0][1] else LICENCE)
    return build_from(list(readings_of(server, store)), out, base, say, positions, licence)


def _licence(said: str, subject: str) -> str:
    """A licence's IRI as it is, where it is one that can stand in a graph: absolute, on the web, of visible characters."""
    from pyoxigraph import NamedNode  # noqa: PLC0415 - the store loads only where a graph is made

    try:
        whole = urlsplit(NamedNode(said).value)
        is_one = whole.scheme in ("http", "https") and bool(whole.hostname) and said.isprintable()
    except ValueError:
        is_one = False
    if not is_one:
        raise UsageError(f"{subject} {said}", "it is no absolute IRI of the web", f"write it in full, such as {LICENCE}")
    return said


def _checked(base: str) -> str:
    if not base.startswith(("http://", "https://", "urn:")) or base[-1] not in "/#:" or any(c in base for c in ' <>"{}|\\^`'):
        raise click.BadParameter("it must be an absolute IRI that ends in / or #", param_hint="--base-iri")
    return base


def _broken(outcome: Outcome) -> list[Violation]:
    """What must not be; a warning may."""
    return [violation for violation in outcome.violations if violation.severity == "Violation"]


def _summary(outcome: Outcome) -> str:
    """What was read, what there is of each kind, what is planned and what exists, the files."""
    counts = outcome.statistics["counts"]
    status = counts["by_status"]
    lines = [f"replies    {len(outcome.resolution.readings)} read" + (f", {len(outcome.faults)} not" if outcome.faults else "")]
    if outcome.decisions:
        lines.append(f"decisions  {len(outcome.decisions)} followed")
    lines.append("entities   " + ", ".join(f"{kind} {n}" for kind, n in counts["by_type"].items()))
    lines.append("relations  " + ", ".join(f"{kind} {n}" for kind, n in counts["by_relation"].items()))
    for word in ("existing", "planned"):
        parts = [f"{kind} {status[kind][word]}" for kind in counts["by_type"] if kind in status and status[kind][word]]
        lines.append(f"{word:<10} " + (", ".join(parts) or "none"))
    lines.append("written    " + ", ".join(str(file) for file in outcome.files))
    lines += [
        f"repeated   {readable(file)}: the same reply as {readable(other)}, counted once" for file, other in outcome.repeated
    ]
    lines += [f"not read   {fault}" for fault in outcome.faults]
    lines += [f"undecided  {fault}" for fault in outcome.undecided]
    lines += [f"not valid  {violation}" for violation in _broken(outcome)]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
