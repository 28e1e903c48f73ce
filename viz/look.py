"""How each type of entity looks: a label in two languages, a colour that the colour-blind can tell, and a shape."""

from __future__ import annotations

from dataclasses import dataclass

from graph.rdf.vocabulary import label
from graph.records import ENTITY_TYPES, RELATION_TYPES

__all__ = ["RELATIONS", "TYPES", "Look"]


@dataclass(frozen=True, slots=True)
class Look:
    """Of one type: fill colour, vis-network's name of the shape, radius in pixels."""

    zh: str
    en: str
    colour: str
    shape: str
    size: int


#: Okabe and Ito's palette for the types that most people look for; greys and browns for the rest.
_LOOKS = {
    "Enterprise": ("#0072B2", "dot", 11),
    "Carrier": ("#D55E00", "square", 11),
    "Subdistrict": ("#009E73", "hexagon", 12),
    "Policy": ("#8F5A9E", "diamond", 11),
    "Scenario": ("#C98A00", "triangle", 12),
    "Organisation": ("#56748C", "dot", 8),
    "Person": ("#8A8A8A", "dot", 7),
    "District": ("#00604A", "hexagon", 17),
    "Community": ("#4FAE8B", "hexagon", 9),
    "Road": ("#7A6A58", "square", 7),
    "BusinessCircle": ("#1B8A8F", "hexagon", 11),
    "Facility": ("#A0522D", "square", 8),
    "Product": ("#5C6BC0", "dot", 7),
    "Sector": ("#B0487A", "star", 10),
    "Event": ("#7B7F2A", "triangleDown", 9),
    "Recognition": ("#B8860B", "star", 10),
    "Programme": ("#6D6D6D", "diamond", 9),
}
TYPES = {name: Look(label(name), label(name, "en"), *_LOOKS[name]) for name in ENTITY_TYPES}
RELATIONS = {name: (label(name), label(name, "en")) for name in RELATION_TYPES}
