"""From a name in the report to the same entity on the map page."""

from __future__ import annotations

from urllib.parse import urlencode

__all__ = ["map_link"]


def map_link(identifier: str) -> str:
    """Address of the map page with an entity chosen.

    Parameters
    ----------
    identifier:
        ``id`` of ``statistics.json``: the entity's IRI without the base, as the map's address names it.
    """
    return "map.html#" + urlencode({"at": identifier})
