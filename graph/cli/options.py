"""Options that several commands have."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.chinese import in_english, listed

__all__ = ["DECISIONS", "ENCODER", "JOBS", "FilePath", "Number", "Word", "language_of"]


#: A command that is being put together.
_Asked = TypeVar("_Asked", bound=Callable[..., Any])


class FilePath(click.Path):
    """A path that is not empty: of ``"$OUT"`` where nothing is set there would come the folder that one stands in.

    Parameters
    ----------
    readable:
        Whether click says that a file there cannot be opened; else who opens it does.
    """

    def __init__(self, *, readable: bool = True) -> None:
        super().__init__(path_type=Path, readable=readable)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as click has it
        """The path, as click makes it of what was written."""
        if value == "":
            self.fail("the path is empty; write . for the folder that you are in", param, ctx)
        return super().convert(value, param, ctx)


class Number(click.FloatRange):
    """A number within bounds; ``nan`` is within none, and nothing goes on to infinity."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - as click has it
        """The number."""
        number = float(super().convert(value, param, ctx))
        if not math.isfinite(number):
            self.fail(f"{value!r} is no number", param, ctx)
        return number


class Word(click.Choice[str]):
    """One of some words, in English or Chinese; what is passed on is the English one.

    Parameters
    ----------
    known:
        A table of :mod:`graph.chinese`.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        super().__init__([str(word) for word in known])
        self.known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - as click has it
        """The English word for what was written."""
        return super().convert(in_english(value, self.known), param, ctx)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:  # noqa: ARG002 - as click has it
        """What may be written, in both languages."""
        return f"it is one of {listed(self.known)}"

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002 - as click has it
        """What may be written, in both languages."""
        return f"{value!r} is not one of {listed(self.known)}"


class _YesOrNo(click.types.BoolParamType):
    """As click reads them, but for what it says of anything else: all that it knows, beginning with nothing."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> bool:  # noqa: ANN401 - as click has it
        """Whether it is a yes."""
        if self.str_to_bool(value) is None:
            self.fail(f"{value!r} is neither yes nor no", param, ctx)
        return super().convert(value, param, ctx)


class _Count(click.IntRange):
    """How many, one at least."""

    def __init__(self) -> None:
        super().__init__(min=1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - as click has it
        """The number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{str(value)!r} is no whole number from 1 on", param, ctx)


#: The log that is followed where no other is named and it is there, beside the replies that are read then.
DECISIONS = Path("data/decisions.csv")

#: Adds the argument ``encoder``: true, false, or ``None`` where neither the command line nor the environment says.
ENCODER = click.option(
    "--encoder/--no-encoder",
    type=_YesOrNo(),
    default=None,
    envvar="GRAPH_ENCODER",
    show_envvar=True,
    help="Ask the pretrained encoder too what names there are; where neither is given, it is asked if it is installed.",
)

#: Adds the argument ``jobs``: how many, or ``None`` where nothing is said.
JOBS = click.option(
    "--jobs",
    type=_Count(),
    metavar="N",
    help="Processes that read; where not given, as many as processors and memory are for and the files keep at work.",
)


def language_of(what: str) -> Callable[[_Asked], _Asked]:
    """Adds the argument ``language``, ``zh`` or ``en``.

    Parameters
    ----------
    what:
        Of what it is the language, for the help text.
    """
    return click.option("--language", type=click.Choice(["zh", "en"]), default="en", show_default=True, help=what)
