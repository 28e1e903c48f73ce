"""The frozen records that flow from stage to stage.

All offsets are in characters (Unicode code points) of the plain text of the document,
which is what ``python -m graph text FILE`` prints; ``end`` is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "CORE_TYPES",
    "ENTITY_TYPES",
    "RELATION_TYPES",
    "STATUSED_TYPES",
    "Document",
    "Doubt",
    "Entity",
    "Evidence",
    "Heading",
    "Indicator",
    "Judgement",
    "Mention",
    "Reading",
    "Relation",
    "Status",
]

#: The five types that the graph exists for, in the order of the reading guide.
CORE_TYPES = ("Enterprise", "Carrier", "Subdistrict", "Policy", "Scenario")

#: Every type of an entity, core types first.
ENTITY_TYPES = (
    *CORE_TYPES,
    "Organisation",
    "Person",
    "District",
    "Community",
    "Road",
    "BusinessCircle",
    "Facility",
    "Product",
    "Sector",
    "Event",
    "Recognition",
    "Programme",
)

#: Types that are there or still to come; of a department or a sector that means nothing.
STATUSED_TYPES = (*CORE_TYPES, "Facility", "Product", "Recognition", "Programme", "Event")

#: Relations between two entities. (``cites`` and ``answers`` start at the reply itself.)
RELATION_TYPES = ("locatedIn", "pilotedIn", "operatedBy", "inSector", "issuedBy", "partOf")


class Status(StrEnum):
    """Whether the reply says that a thing is there, or that it is still to come."""

    EXISTING = "existing"
    PLANNED = "planned"


class Judgement(StrEnum):
    """What a person says of a claim, or of two names."""

    RIGHT = "right"
    """It is as the reply says, whether the reader saw it or not."""
    WRONG = "wrong"
    """The reply does not say so."""
    SAME = "same"
    """Two names of one type are one thing's, known by the second."""
    DIFFERENT = "different"
    """What this reply calls so is another thing than what others call so; or two names are not one thing's."""
    UNSURE = "unsure"
    """What was decided before is taken back: the program decides."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as plain text.

    ``text`` is safe to show: a contact's name and telephone number are masked, character for character.
    """

    id: str
    """The file's stem: the reply's name in all outputs, where no other file of a build has it (:mod:`graph.names`)."""
    text: str
    source: str
    """The path as the user gave it."""
    media_type: str
    """Of the file that was read, such as ``text/plain``."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that say so: ``text[start:end] == quote`` in the document's plain text."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The reply's own facts; ``None`` or empty where the text does not say them."""

    title: str | None = None
    kind: str | None = None
    """``提案`` (consultative conference) or ``建议`` (people's congress)."""
    body: str | None = None
    session: str | None = None
    number: str | None = None
    """Digits as written, without 第 and 号."""
    result: str | None = None
    category: str | None = None
    """The handling mark 类别 (``class`` in the JSON form), such as ``A``."""
    document_number: str | None = None
    signatory: str | None = None
    proposers: tuple[str, ...] = ()
    proposal_title: str | None = None
    department: str | None = None
    date: str | None = None
    """ISO 8601: the day of signing, or its month where it names no day, else the day of issue."""
    office_address: str | None = None
    postcode: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity of one reply, with every sentence that names it."""

    type: str
    name: str
    """Normalised as the reading guide says (no quotation marks, no role words)."""
    aliases: tuple[str, ...]
    status: Status | None
    """``None`` for supporting types whose status means nothing (a sector, a department)."""
    evidence: tuple[Evidence, ...]
    rule: str
    """Which rule found it."""
    confidence: float
    code: str | None = None
    """The official code of a district or subdistrict (GB/T 2260 and GB/T 10114), where it is known."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement between two entities of the same reading, named by type and name."""

    type: str
    source_type: str
    source: str
    target_type: str
    target: str
    status: Status
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure, its unit, and what it counts."""

    about: str
    value: str
    """As the text writes it in digits: ``32``, ``约1/3``."""
    unit: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    year: int | None = None
    status: Status = Status.EXISTING


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something seen and left out: a sentence that a person should look at."""

    type: str
    name: str
    reason: str
    confidence: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reply says: the end of the first wing, and all that the later wings know of it."""

    id: str
    text: str
    """The document's plain text, masked; every evidence points into it."""
    source: str
    heading: Heading
    place: str | None = None
    """Official code of the replying district or city, the one that 我区 or 我市 means."""
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())
    encoder: str | None = None
    """Version of the pretrained encoder that was asked too what names there are, where one was."""

    @property
    def label(self) -> str:
        """What a list calls the reply: its title, else by the proposal that it answers, else its id."""
        asked = self.heading.proposal_title
        if self.heading.title or not asked:
            return self.heading.title or self.id
        return f"《{asked.translate(_INNER)}》的答复"


#: Marks of a title within a title.
_INNER = str.maketrans("《》", "〈〉")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a reply's flow that names an entity, before names are brought together.

    ``start`` and ``end`` are offsets into the flow (see ``graph.reading.flow``), not into the document's text.
    """

    type: str
    name: str
    start: int
    end: int
    rule: str
    confidence: float
    aliases: tuple[str, ...] = ()
