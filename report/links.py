"""From a name or a figure in the report to the same entity or its sentence on the map page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

__all__ = ["Cited", "Linked", "map_link", "text_link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """A name, and the identifier that it leads to on the map page (``None``: nowhere)."""

    name: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of a reply: its identifier, and where the sentence stands in its text, in characters, ``end`` exclusive."""

    reply: str
    start: int
    end: int


def map_link(identifier: str) -> str:
    """Address of the map page with an entity chosen.

    Parameters
    ----------
    identifier:
        ``id`` of ``statistics.json``: the entity's IRI without the base, as the map's address names it.
    """
    return "map.html#" + urlencode({"at": identifier})


def text_link(cited: Cited) -> str:
    """Address of the map page with the reply's text open at the sentence."""
    return "map.html#" + urlencode({"text": f"{cited.reply}:{cited.start}-{cited.end}"})
