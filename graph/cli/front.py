"""What every command does with a fault: one line and an exit code, whatever went wrong and whoever reads it."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from graph.errors import FULL, FULL_DISK, INTERRUPTED, UNREAD, GraphError

__all__ = ["Command", "Group", "forget_output", "say", "say_in_utf8"]


class Command(click.Command):
    """A command whose faults are one line on stderr."""

    #: What is said where Ctrl-C ended it.
    interrupted = "interrupted"

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401 - as click has it
    ) -> Any:  # noqa: ANN401 - as click has it
        """Run the command and leave with its exit code; not standalone, as click does."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            sys.exit(super().main(args, prog_name, complete_var, standalone_mode=False, **extra) or 0)
        except click.exceptions.NoArgsIsHelpError as fault:
            fault.show()
            sys.exit(fault.exit_code)
        except click.UsageError as fault:
            _fail(_one_line(fault))
        except GraphError as fault:
            _fail(str(fault), fault.exit_code)
        except click.Abort:
            self._interrupt()

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command, but for what has nobody who reads it or no room, which click would trace."""
        say_in_utf8()
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            self._interrupt()
        except OSError as fault:
            if fault.errno == errno.EPIPE:
                forget_output()
                sys.exit(UNREAD)
            if fault.errno in FULL_DISK:
                forget_output()
                said = (fault.strerror or "no room").lower()
                _fail(f"the output cannot be written: {said}; make room, or write elsewhere", FULL)
            if fault.errno == errno.ENAMETOOLONG:
                _fail(f"{str(fault.filename)[:60]}…: this is too long for the name of a file; check it")
            raise

    def _interrupt(self) -> NoReturn:
        say(self.interrupted)
        sys.exit(INTERRUPTED)


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command


def say(line: str) -> None:
    """A line of progress, or of what went wrong, on stderr: that nobody reads it any more ends nothing."""
    with suppress(OSError):
        click.echo(line, err=True)


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


def forget_output() -> None:
    """What is still to be written has nobody who reads it: Python would complain of that when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _one_line(fault: click.UsageError) -> str:
    told = " ".join(fault.format_message().split()).rstrip(".")
    return f"{told}; see {fault.ctx.command_path} --help" if fault.ctx else told


def _fail(line: str, code: int = 2) -> NoReturn:
    say(f"error: {line}")
    sys.exit(code)
