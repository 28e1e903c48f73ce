"""How each type of entity looks: a label in two languages, a colour that the colour-blind can tell, and a shape."""

from __future__ import annotations

from dataclasses import dataclass

from graph.rdf.vocabulary import label
from graph.records import ENTITY_TYPES, RELATION_TYPES

__all__ = ["PLACES", "RELATIONS", "TYPES", "Look"]


@dataclass(frozen=True, slots=True)
class Look:
    """Of one type: fill colour, vis-network's name of the shape, radius in pixels."""

    zh: str
    en: str
    colour: str
    shape: str
    size: int


#: Okabe and Ito's palette for the types that most people look for; greys and browns for the rest. Every colour stands out
#: against the light and the dark ground by 3 to 1 at least (WCAG 2.2, 1.4.11), and shapes tell apart what colours do not.
_LOOKS = {
    "Enterprise": ("#0072B2", "dot", 11),
    "Carrier": ("#D55E00", "square", 11),
    "Subdistrict": ("#008A65", "hexagon", 12),
    "Policy": ("#8F5A9E", "diamond", 11),
    "Scenario": ("#A87400", "triangle", 12),
    "Organisation": ("#56748C", "dot", 8),
    "Person": ("#787878", "dot", 7),
    "District": ("#007E60", "hexagon", 17),
    "Community": ("#3B8F70", "hexagon", 9),
    "Road": ("#7A6A58", "square", 7),
    "BusinessCircle": ("#1B8A8F", "hexagon", 11),
    "Facility": ("#A95A33", "square", 8),
    "Product": ("#5C6BC0", "dot", 7),
    "Sector": ("#B0487A", "star", 10),
    "Event": ("#7B7F2A", "triangleDown", 9),
    "Recognition": ("#A17414", "star", 10),
    "Programme": ("#6D6D6D", "diamond", 9),
}
TYPES = {name: Look(label(name), label(name, "en"), *_LOOKS[name]) for name in ENTITY_TYPES}
RELATIONS = {name: (label(name), label(name, "en")) for name in RELATION_TYPES}
#: Types that others stand in.
PLACES = ("District", "Subdistrict", "BusinessCircle", "Community", "Road", "Carrier", "Facility")
