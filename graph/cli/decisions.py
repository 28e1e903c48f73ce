"""The verb of people's judgements: decide."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from graph.cli.options import DECISIONS
from graph.records import ENTITY_TYPES, RELATION_TYPES, Judgement, Status

__all__ = ["commands"]


@click.command()
@click.argument("judgement", type=click.Choice([str(one) for one in Judgement]))
@click.argument("kind", type=click.Choice(ENTITY_TYPES), metavar="TYPE")
@click.argument("name")
@click.option("--reply", metavar="ID", help="The reply that it is about: its id, or * for every one.")
@click.option("--relation", type=click.Choice(RELATION_TYPES), help="That a relation of NAME is meant; needs --to-type and --to.")
@click.option("--to-type", type=click.Choice(ENTITY_TYPES), help="Type of what the relation leads to.")
@click.option("--to", metavar="NAME", help="What the relation leads to; for `same` the name under which both are known.")
@click.option("--status", type=click.Choice([str(one) for one in Status]), help="That it has, where it is not as it was read.")
@click.option("--words", metavar="TEXT", help="Words of the reply that say it, where the names do not lead to them.")
@click.option("--who", metavar="TEXT", help="Who decides.")
@click.option("--why", metavar="TEXT", help="For those who read the log later.")
@click.option(
    "--log", type=click.Path(path_type=Path, readable=False), default=DECISIONS, show_default=True, help="File to write to."
)
def decide(judgement: str, kind: str, name: str, log: Path, **said: str | None) -> None:
    """Write into the log that a claim is right or wrong, or that two names are the same.

    \b
    right      what NAME is, or its relation, is as the reply says, whether the reader saw it or not
    wrong      the reply does not say so
    same       NAME and --to are one thing's names
    different  what the reply calls NAME is another thing than what others call so
    unsure     what was decided of it before is taken back

    The next build follows the log; nothing is read again for it.
    """
    from graph.decisions import append  # noqa: PLC0415 - with it the reader's dictionary is loaded

    cells = {column: value or "" for column, value in said.items()}
    append(log, {"judgement": judgement, "type": kind, "name": name, "when": date.today().isoformat(), **cells})
    click.echo(f"{log}: {judgement}: {kind} {name}{_leads(said)}, {_scope(said)}")


def _leads(said: dict[str, str | None]) -> str:
    parts = (said["relation"], said["to_type"], said["to"])
    return "".join(f" {part}" for part in parts if part)


def _scope(said: dict[str, str | None]) -> str:
    return "in every reply" if said["reply"] in (None, "*") else f"in {said['reply']}"


commands: tuple[click.Command, ...] = (decide,)
