"""What can go wrong with a user's input, each with one line that names the file and the remedy."""

from __future__ import annotations

__all__ = ["INTERRUPTED", "UNREAD", "BuildError", "DocumentError", "GraphError", "QueryError", "StoreError", "UsageError"]

#: Exit code of a command that Ctrl-C ended: 128 and the number of the signal, as shells have it.
INTERRUPTED = 130
#: Of one whose output is read no further (``… | head``), by the same rule.
UNREAD = 141


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
