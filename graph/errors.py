"""What can go wrong with a user's input, each with one line that names the file and the remedy."""

from __future__ import annotations

import errno
from pathlib import Path

__all__ = [
    "FULL",
    "FULL_DISK",
    "INTERRUPTED",
    "UNREAD",
    "BuildError",
    "DocumentError",
    "GraphError",
    "QueryError",
    "RoomError",
    "StoreError",
    "UsageError",
    "check_there",
    "not_written",
]

#: Exit code of a command that has no room for what it writes.
FULL = 3
#: Exit code of a command that Ctrl-C ended: 128 and the number of the signal, as shells have it.
INTERRUPTED = 130
#: Of one whose output is read no further (``… | head``), by the same rule.
UNREAD = 141
#: What systems call a full disk: no room on it, and none left of what a user may have of it.
FULL_DISK = (errno.ENOSPC, errno.EDQUOT)


class GraphError(Exception):
    """Base of all faults that a user can mend.

    Parameters
    ----------
    subject:
        The file, folder or argument that the fault is about, as the user named it.
    problem:
        What is wrong with it, one clause.
    remedy:
        What the user can do, one clause.
    """

    #: With which a command ends over it.
    exit_code = 2

    def __init__(self, subject: str, problem: str, remedy: str) -> None:
        super().__init__(subject, problem, remedy)
        self.subject = subject
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        """One line, whatever control characters the subject holds."""
        line = f"{self.subject}: {self.problem}; {self.remedy}"
        return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)


class DocumentError(GraphError):
    """A file that cannot be read as a reply: damaged, empty, in no known encoding, no reply at all, or more than one."""


class UsageError(GraphError):
    """An argument that makes no sense: a missing path, an unknown network, an unwritable folder."""


class QueryError(GraphError):
    """A SPARQL question that cannot be answered: a syntax fault, an unknown name, a time limit."""


class BuildError(GraphError):
    """A build that is missing, broken, or of another version of this software."""


class StoreError(GraphError):
    """A SPARQL server that cannot be reached, refuses, or answers with something else than it should."""


class RoomError(GraphError):
    """A disk that is full, or a user's share of it: what was to be written is not there, what stood there is as it was."""

    exit_code = FULL


def check_there(*paths: Path) -> None:
    """Say which of some paths does not exist.

    Raises
    ------
    UsageError
        For the first that is neither a file nor a folder.
    """
    for path in paths:
        if not path.exists():
            if str(path) == "-":
                raise UsageError("-", "stdin is not read", "save the reply as a file and name it")
            raise UsageError(str(path), "there is no such file or folder", "check the path")


def not_written(place: Path, fault: OSError, remedy: str) -> GraphError:
    """The fault to raise where something cannot be written: a full disk is one of its own, with its own exit code.

    Parameters
    ----------
    place:
        The file or folder, as the user named it.
    fault:
        What the system said.
    remedy:
        How the user writes elsewhere, one clause.
    """
    said = (fault.strerror or "it cannot be written").lower()
    if fault.errno in FULL_DISK:
        return RoomError(str(place), f"there is no room for it ({said})", f"make room there, or {remedy}")
    return UsageError(str(place), said, remedy)
