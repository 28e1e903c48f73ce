"""What people decided, a decision a line; of two about one thing the later holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.reading.mentions.names import key
from graph.records import Judgement, Status

__all__ = ["EVERY", "Decision", "Log", "from_record"]

#: Instead of a reply: all of them.
EVERY = "*"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log.

    Attributes
    ----------
    where:
        File and line, for messages.
    judgement:
        What is said of it.
    reply:
        Id of the reply that it is about, ``*`` for every one; empty for two names.
    type, name:
        The entity, or the one that a relation begins at.
    relation, to_type, to:
        The relation and the entity that it leads to; only ``to`` for two names; empty for an entity.
    status:
        That the thing has instead of what was read.
    words:
        Words of the reply that say it, where the names alone do not lead to them.
    """

    where: str
    judgement: Judgement
    reply: str
    type: str
    name: str
    relation: str = ""
    to_type: str = ""
    to: str = ""
    status: Status | None = None
    words: str = ""

    @property
    def is_pair(self) -> bool:
        """Whether it is about two names, and not about a claim."""
        return bool(self.to and not self.relation)

    @property
    def about(self) -> tuple[str, ...]:
        """What it is about: of two decisions about one thing the later holds."""
        if self.is_pair:
            return ("", self.type, *sorted((key(self.name), key(self.to))))
        return (self.reply, self.type, key(self.name), self.relation, self.to_type, key(self.to))


def from_record(record: Mapping[str, Any]) -> Decision:
    """A decision that :func:`dataclasses.asdict` and JSON took apart.

    Raises
    ------
    TypeError, KeyError, ValueError
        Where it is none.
    """
    status = Status(record["status"]) if record["status"] else None
    return Decision(**{**record, "judgement": Judgement(record["judgement"]), "status": status})


@dataclass(frozen=True, slots=True)
class Log:
    """What holds of a log.

    Attributes
    ----------
    decisions:
        In the order of the file; about each thing one, none that was taken back.
    """

    decisions: tuple[Decision, ...] = ()
    _by_reply: Mapping[str, tuple[Decision, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_reply: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            if not decision.is_pair:
                by_reply.setdefault(decision.reply, []).append(decision)
        object.__setattr__(self, "_by_reply", {reply: tuple(some) for reply, some in by_reply.items()})

    def of(self, reply: str) -> tuple[Decision, ...]:
        """The decisions about one reply, entities first; what is decided of every reply holds where nothing is of this one."""
        own = self._by_reply.get(reply, ())
        decided = {decision.about[1:] for decision in own}
        every = (decision for decision in self._by_reply.get(EVERY, ()) if decision.about[1:] not in decided)
        return tuple(sorted((*every, *own), key=lambda decision: bool(decision.relation)))

    @property
    def pairs(self) -> tuple[Decision, ...]:
        """Those about two names."""
        return tuple(decision for decision in self.decisions if decision.is_pair)
