"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["DECISIONS", "ENCODER", "JOBS"]

#: The log that is followed where no other is named and it is there, beside the replies that are read then.
DECISIONS = Path("data/decisions.csv")

#: Adds the argument ``encoder``: true, false, or ``None`` where neither the command line nor the environment says.
ENCODER = click.option(
    "--encoder/--no-encoder",
    default=None,
    envvar="GRAPH_ENCODER",
    show_envvar=True,
    help="Ask the pretrained encoder too what names there are; where neither is given, it is asked if it is installed.",
)

#: Adds the argument ``jobs``: how many, or ``None`` where nothing is said.
JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read; where not given, as many as processors and memory are for and the files keep at work.",
)
