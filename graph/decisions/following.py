"""All readings by the log: what holds, and which decisions could not be followed or had nothing to be about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from graph.decisions.claims import judged
from graph.decisions.log import EVERY, Decision, Log
from graph.errors import UsageError
from graph.reading.mentions.names import key
from graph.records import Reading

__all__ = ["Followed", "follow"]


@dataclass(frozen=True, slots=True)
class Followed:
    """Readings by the decisions about them.

    Attributes
    ----------
    readings:
        What holds of each, in their order.
    decisions:
        Those that were followed.
    faults:
        One for each claim that is called right and cannot be shown in its reply, and for each decision about a reply that has
        its folder in its name by now, for another one is called so too.
    idle:
        Decisions about a reply that is there, or about all, that had nothing to be about: the reader does not see it any more,
        or a name is not written as it is read.
    elsewhere:
        Decisions about replies that are not there.
    """

    readings: tuple[Reading, ...]
    decisions: tuple[Decision, ...]
    faults: tuple[UsageError, ...]
    idle: tuple[Decision, ...]
    elsewhere: tuple[Decision, ...]


def follow(readings: Sequence[Reading], log: Log) -> Followed:
    """Follow a log in all readings.

    Parameters
    ----------
    readings:
        As they were read; ids are unique.
    log:
        What was decided. That two names are one thing's is for :func:`graph.resolution.resolve` to follow; here it is only told
        whether one of them is there.
    """
    each = [judged(reading, log) for reading in readings]
    held = tuple(one.reading for one in each)
    names = {(e.type, key(name)) for reading in held for e in reading.entities for name in (e.name, *e.aliases)}
    there = {reading.id for reading in readings}
    followed = {decision for one in each for decision in one.applied}
    followed |= {one for one in log.pairs if {(one.type, key(one.name)), (one.type, key(one.to))} & names}
    faults = (*(fault for one in each for fault in one.faults), *_renamed(log, there))
    at_fault = {fault.subject for fault in faults}
    rest = [one for one in log.decisions if one not in followed and one.where not in at_fault]
    elsewhere = [one for one in rest if one.reply not in (*there, EVERY) and not one.is_pair]
    return Followed(
        held,
        tuple(one for one in log.decisions if one in followed),
        faults,
        tuple(one for one in rest if one not in elsewhere),
        tuple(elsewhere),
    )


def _renamed(log: Log, there: Collection[str]) -> Iterator[UsageError]:
    """Decisions about what was one reply's name when they were made, and is said of several files now (:mod:`graph.names`)."""
    fuller: dict[str, list[str]] = {}
    for reply in sorted(there):
        fuller.setdefault(reply.rpartition("/")[2], []).append(reply)
    for one in log.decisions:
        if one.reply not in (*there, EVERY) and (names := fuller.get(one.reply)):
            said = f"several files are called {one.reply} by now, and the replies {' and '.join(names)}"
            yield UsageError(one.where, said, "write which one is meant")
