"""Verbs of people's judgements: decide, review."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import click

from graph.chinese import JUDGEMENTS, RELATIONS, STATUSES, TYPES, listed
from graph.cli.front import say
from graph.cli.options import DECISIONS, FilePath, Number, Word, language_of
from graph.errors import UsageError, not_written

__all__ = ["commands"]


@click.command(epilog=f"TYPE is one of {listed(TYPES)}.")
@click.argument("judgement", type=Word(JUDGEMENTS), metavar="JUDGEMENT", required=False)
@click.argument("kind", type=Word(TYPES), metavar="TYPE", required=False)
@click.argument("name", metavar="NAME", required=False)
@click.option("--reply", metavar="ID", help="The reply that it is about: its id, or * for every one.")
@click.option(
    "--relation",
    type=Word(RELATIONS),
    metavar="RELATION",
    help=f"That a relation of NAME is meant, one of {listed(RELATIONS)}; needs --to-type and --to.",
)
@click.option("--to-type", type=Word(TYPES), metavar="TYPE", help="Type of what the relation leads to.")
@click.option("--to", metavar="NAME", help="What the relation leads to; for `same` the name under which both are known.")
@click.option(
    "--status",
    type=Word(STATUSES),
    metavar="STATUS",
    help=f"That it has, where it is not as it was read: {listed(STATUSES)}.",
)
@click.option("--words", metavar="TEXT", help="Words of the reply that say it, where the names do not lead to them.")
@click.option("--who", metavar="TEXT", help="Who decides.")
@click.option("--why", metavar="TEXT", help="For those who read the log later.")
@click.option(
    "--from",
    "file",
    type=FilePath(readable=False),
    metavar="FILE",
    help="Take over the lines of FILE that have a judgement, such as a filled list of `review`; with no other argument.",
)
@click.option("--log", type=FilePath(readable=False), default=DECISIONS, show_default=True, help="File to write to.")
def decide(judgement: str | None, kind: str | None, name: str | None, file: Path | None, log: Path, **said: str | None) -> None:
    """Write into the log that a claim is right or wrong, or that two names are the same; or take it over with --from FILE.

    \b
    right 对        what NAME is, or its relation, is as the reply says, whether the reader saw it or not
    wrong 错        the reply does not say so
    same 相同       NAME and --to are one thing's names
    different 不同  what the reply calls NAME is another thing than what others call so; or NAME and --to are
                    two things' names
    unsure 不定     what was decided of it before is taken back

    The next build follows the log; nothing is read again for it.
    """
    if file is not None:
        if any(one is not None for one in (judgement, kind, name, *said.values())):
            raise click.UsageError("--from goes together with --log only", click.get_current_context())
        _take_over(log, file)
        return
    if judgement is None or kind is None or name is None:
        raise _missing(click.get_current_context())
    from graph.decisions import append  # noqa: PLC0415 - with it the reader's dictionary is loaded

    cells = {column: value or "" for column, value in said.items()}
    append(log, {"judgement": judgement, "type": kind, "name": name, "when": date.today().isoformat(), **cells})
    click.echo(f"{log}: {judgement}: {kind} {name}{_leads(said)}, {_scope(said)}")


def _missing(ctx: click.Context) -> click.MissingParameter:
    """Of the arguments, which are needed only where nothing is taken over, the first that is not given."""
    first = next(one for one in ctx.command.params if isinstance(one, click.Argument) and ctx.params[one.name or ""] is None)
    return click.MissingParameter(ctx=ctx, param=first)


def _take_over(log: Path, file: Path) -> None:
    from graph.decisions import take_over  # noqa: PLC0415 - as in decide

    done = take_over(log, file)
    known = f", {done.known} there already" if done.known else ""
    click.echo(f"{log}: {done.taken} lines taken over from {file}{known}, {done.undecided} without a judgement")
    if done.overruled:
        say(f"{log} says otherwise further down of {done.overruled} of them; what is to hold again, decide it anew with decide")


def _leads(said: dict[str, str | None]) -> str:
    parts = (said["relation"], said["to_type"], said["to"])
    return "".join(f" {part}" for part in parts if part)


def _scope(said: dict[str, str | None]) -> str:
    return "in every reply" if said["reply"] in (None, "*") else f"in {said['reply']}"


@click.command()
@click.argument("file", type=FilePath())
@click.option("--build", type=FilePath(), default=Path("build"), show_default=True, help="Folder of the build.")
@click.option(
    "--log",
    type=FilePath(readable=False),
    help="What was decided already is left out.  [default: data/decisions.csv, where it is there]",
)
@click.option("--below", type=Number(0, 1), default=0.6, show_default=True, help="Claims that are less sure are among them.")
@click.option(
    "--above",
    type=Number(0, 1),
    default=0.3,
    show_default=True,
    help="Doubts that are so probable are among them.",
)
@language_of("Of the columns, types and relations; a log has either.")
def review(file: Path, build: Path, log: Path | None, below: float, above: float, language: str) -> None:
    """Write what a person should look at to FILE, a log in which only the judgements are missing.

    What the reader left out for doubt, what it took and is hardly sure of, and names that may be one thing's, each with its
    sentence. Those that get a judgement become decisions with: decide --from FILE. The others are passed over.
    """
    from graph.decisions import Log, read_log  # noqa: PLC0415 - with it the reader's dictionary is loaded
    from graph.kept import readings_of  # noqa: PLC0415
    from graph.review import as_csv, to_review  # noqa: PLC0415

    if file.exists():
        raise UsageError(str(file), "it is there already", "name another file: somebody may have written into it")
    readings, _ = readings_of(build)
    known = read_log(log or DECISIONS) if log or DECISIONS.exists() else Log()
    rows = to_review(readings, known, below, above)
    try:
        file.write_bytes(as_csv(rows, language))
    except OSError as fault:
        with suppress(OSError):
            file.unlink()  # half of it would be in the way of the next one
        raise not_written(file, fault, "name another file") from fault
    click.echo(f"{file}: {len(rows)} lines to look at")


commands: tuple[click.Command, ...] = (decide, review)
