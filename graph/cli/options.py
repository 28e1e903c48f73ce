"""Options that several commands have."""

from __future__ import annotations

import click

__all__ = ["ENCODER"]

#: Adds the argument ``encoder``: true, false, or ``None`` where neither the command line nor the environment says.
ENCODER = click.option(
    "--encoder/--no-encoder",
    default=None,
    envvar="GRAPH_ENCODER",
    help="Ask the pretrained encoder too what names there are; where neither is given, it is asked if it is installed.",
)
