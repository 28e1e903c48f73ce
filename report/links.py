"""From a name in the report to the same entity on the map page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

__all__ = ["Linked", "map_link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """A name, and the identifier that it leads to on the map page (``None``: nowhere)."""

    name: str
    id: str | None


def map_link(identifier: str) -> str:
    """Address of the map page with an entity chosen.

    Parameters
    ----------
    identifier:
        ``id`` of ``statistics.json``: the entity's IRI without the base, as the map's address names it.
    """
    return "map.html#" + urlencode({"at": identifier})
