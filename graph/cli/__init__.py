"""``python -m graph``: the single steps as verbs."""

from __future__ import annotations

import click

from graph import __version__
from graph.cli.front import Group, say_in_utf8

__all__ = ["main", "say_in_utf8"]


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
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
