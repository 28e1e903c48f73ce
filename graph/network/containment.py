"""What lies in what: a carrier in its subdistrict, a subdistrict in its district, and whoever is in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import networkx as nx

from graph.network.ledger import Triple

__all__ = ["PLACE_TYPES", "Containment", "Inside"]

#: The places that figures are made for.
PLACE_TYPES = ("District", "Subdistrict", "BusinessCircle", "Carrier")


class Inside(NamedTuple):
    """An entity inside a place, by one statement about the entity itself."""

    entity: str
    statement: Triple
    planned: bool


class Containment:
    """Every place with what is in it, at any depth.

    An entity is in the place that its ``locatedIn`` or ``pilotedIn`` names and in every place that this one is in, by
    ``locatedIn`` and ``partOf``; in SPARQL ``dai:locatedIn/(dai:locatedIn|dai:partOf)*``. Circles in the data do no harm.

    Parameters
    ----------
    network:
        Of :func:`graph.network.networks.network_of`.
    """

    def __init__(self, network: nx.MultiDiGraph[str]) -> None:
        self.network = network
        self._up: dict[str, list[str]] = defaultdict(list)
        stated: list[tuple[str, str, str, bool]] = []
        for source, target, kind, data in network.edges(keys=True, data=True):
            if kind in ("locatedIn", "partOf"):
                self._up[source].append(target)
            if kind in ("locatedIn", "pilotedIn"):
                stated.append((source, kind, target, data["status"] == "planned"))
        self._above: dict[str, tuple[str, ...]] = {}
        self._inside: dict[tuple[str, str], list[Inside]] = defaultdict(list)
        for source, kind, target, planned in sorted(stated):
            row, of_type = Inside(source, (source, kind, target), planned), network.nodes[source]["type"]
            for place in self.above(target):
                if place != source:
                    self._inside[place, of_type].append(row)

    def above(self, place: str) -> tuple[str, ...]:
        """The place itself and all that it is in, nearest first, equals by name."""
        if place not in self._above:
            known, layer = {place: None}, [place]
            while layer:
                layer = sorted({up for at in layer for up in self._up.get(at, ()) if up not in known})
                known |= dict.fromkeys(layer)
            self._above[place] = tuple(known)
        return self._above[place]

    def inside(self, place: str, kind: str) -> list[Inside]:
        """Entities of a type in a place, one row a statement."""
        return self._inside.get((place, kind), [])

    def places(self) -> Iterator[str]:
        """Every place that figures are made for: larger kinds first, then by IRI."""
        for kind in PLACE_TYPES:
            yield from sorted(n for n, data in self.network.nodes(data=True) if data["type"] == kind)

    def around(self, entity: str) -> tuple[str, ...]:
        """Every place that an entity is in, however it is stated; itself, where it is a place, last of all."""
        edges = self.network.out_edges(entity, keys=True)
        chains = [self.above(target) for _, target, kind in edges if kind in ("locatedIn", "pilotedIn", "partOf")]
        if self.network.nodes[entity]["type"] in PLACE_TYPES:
            chains.append((entity,))
        # Most are in one place only, whose chain they share.
        return chains[0] if len(chains) == 1 else tuple(dict.fromkeys(place for chain in chains for place in chain))

    def district(self, place: str) -> str | None:
        """The nearest district that a place is in, other than itself; ``None`` where there is none, or two as near."""
        layer, known = [place], {place}
        while layer:
            layer = sorted({up for at in layer for up in self._up.get(at, ()) if up not in known})
            known |= set(layer)
            districts = [at for at in layer if self.network.nodes[at]["type"] == "District"]
            if districts:
                return districts[0] if len(districts) == 1 else None
        return None
