"""``python -m graph``: the single steps as verbs."""

from __future__ import annotations

import io
import sys
from typing import NoReturn

import click

from graph import __version__
from graph.errors import INTERRUPTED, GraphError

__all__ = ["main", "say_in_utf8"]


def say_in_utf8() -> None:
    """Have results that go into a file or a pipe be UTF-8 with ``\\n``, whatever the system would write (Windows: GBK, CRLF).

    What a terminal cannot show stands as a question mark there, for no result goes on from it.
    """
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if sys.stdout.isatty():
        sys.stdout.reconfigure(errors="replace")
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")


class _Group(click.Group):
    """A group whose faults are one line on stderr and exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; a fault that the user can mend is said, not traced."""
        say_in_utf8()
        try:
            return super().invoke(ctx)
        except GraphError as fault:
            _fail(str(fault))
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            sys.exit(INTERRUPTED)


def _fail(line: str) -> NoReturn:
    click.echo(f"error: {line}", err=True)
    sys.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name=None, version=__version__, prog_name="graph")
def main() -> None:
    """Read government replies, and ask the graph that was made of them.

    \b
    Begin with:   python build_graph.py            makes build/ from data/replies/
    Then:         python -m graph query 'SELECT ?name WHERE { ?e a dai:Enterprise ; skos:prefLabel ?name }'
                  python -m graph stats
    """


def _register() -> None:
    from graph.cli import decisions, network, rdf, reading  # noqa: PLC0415 - the modules import click's group from nowhere else

    for module in (reading, decisions, rdf, network):
        for command in module.commands:
            main.add_command(command)


_register()
