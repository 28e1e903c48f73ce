"""What every figure counts: the way back from a number to the entities, statements and replies behind it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Basis", "Counted", "Ledger", "Triple"]

#: A statement: source, property, target, as the network keys its edges.
Triple = tuple[str, str, str]
Counted = Literal["entities", "statements", "replies", "indicators", "divisions", "derived"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What stands behind one figure.

    Attributes
    ----------
    counted:
        What the figure is a number of; ``derived`` where it is computed from what is listed, and not a count of it.
    entities:
        IRIs.
    statements:
        Those that make the entities count here; empty where the entity counts by being named.
    replies:
        Ids; where given, only what these replies say counts.
    indicators:
        Ids of indicators, see :mod:`graph.network.promises`.
    divisions:
        Places of the official list, whether or not a reply names them: code and name.
    """

    counted: Counted
    entities: Sequence[str] = ()
    statements: Sequence[Triple] = ()
    replies: Sequence[str] | None = None
    indicators: Sequence[str] = ()
    divisions: Sequence[str] = ()

    @property
    def number(self) -> int:
        """How many things are counted; for a derived figure, how many statements or entities it rests on."""
        if self.counted == "derived":
            return len(self.statements) or len(self.entities)
        return len(getattr(self, self.counted) or ())


@dataclass(slots=True)
class Ledger:
    """Bases by key. A key is the path of the figure through ``statistics.json``, rows named by their id.

    Attributes
    ----------
    bases:
        What has been noted.
    keep:
        Whether anything is noted at all; a build asks for the numbers alone, and the bases of a large graph take more room
        than the graph.
    """

    bases: dict[str, Basis] = field(default_factory=dict)
    keep: bool = True

    def entities(self, key: str, found: Collection[str], statements: Collection[Triple] = ()) -> int:
        """Note a count of entities, with the statements by which they count, and give the count."""
        return self._note(key, len(found), lambda: Basis("entities", sorted(found), sorted(statements)))

    def statements(self, key: str, found: Collection[Triple]) -> int:
        """Note a count of statements and give the count."""
        return self._note(key, len(found), lambda: Basis("statements", (), sorted(found)))

    def said(self, key: str, found: Collection[str], replies: Collection[str]) -> int:
        """Note a count of entities that certain replies name, and give the count."""
        return self._note(key, len(found), lambda: Basis("entities", sorted(found), (), sorted(replies)))

    def replies(self, key: str, found: Collection[str], about: Collection[str] = ()) -> int:
        """Note a count of replies, with the entities that they name, and give the count."""
        return self._note(key, len(found), lambda: Basis("replies", sorted(about), (), sorted(found)))

    def indicators(self, key: str, found: Sequence[str]) -> int:
        """Note a count of indicators and give the count."""
        return self._note(key, len(found), lambda: Basis("indicators", indicators=tuple(found)))

    def divisions(self, key: str, found: Sequence[str], named: Collection[str]) -> int:
        """Note a count of official places, with the entities among them that replies name, and give the count."""
        return self._note(key, len(found), lambda: Basis("divisions", sorted(named), divisions=tuple(found)))

    def derived(self, key: str, entities: Collection[str] = (), statements: Collection[Triple] = ()) -> None:
        """Note what a figure that is no count is computed from."""
        self._note(key, 0, lambda: Basis("derived", sorted(entities), sorted(statements)))

    def basis(self, key: str) -> Basis | None:
        """Of a figure, else of the nearest part of its path that has one."""
        while key:
            if key in self.bases:
                return self.bases[key]
            key = key.rpartition("/")[0]
        return None

    def _note(self, key: str, number: int, basis: Callable[[], Basis]) -> int:
        if self.keep:
            self.bases[key] = basis()
        return number
