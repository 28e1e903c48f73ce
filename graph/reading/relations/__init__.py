"""Which entity stands where to which other: read sentence by sentence from the mentions in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.reading.entities import Known
from graph.reading.mentions.places.kinds import ONLY_NAMED
from graph.reading.relations.around import Around
from graph.reading.relations.continued import spoken_of
from graph.reading.relations.focus import Focus, is_item
from graph.reading.relations.here import goes_on_counting, named_here, speaks_of_here
from graph.reading.relations.issuers import by_rank, issued
from graph.reading.relations.listing import Listing
from graph.reading.relations.located import located
from graph.reading.relations.main import main_park
from graph.reading.relations.makers import operated
from graph.reading.relations.meant import meant_places
from graph.reading.relations.names import by_name, called_after, larger_places
from graph.reading.relations.of_those import are_counted, is_of_those
from graph.reading.relations.piloted import piloted
from graph.reading.relations.referred import referred
from graph.reading.relations.scene import Link, Pair, Scene
from graph.reading.relations.seat import office_seat, seat
from graph.reading.relations.sectors import STATED, Sectors, in_sector, sector_lead
from graph.reading.relations.side_rows import going_on
from graph.reading.relations.that_county import that_county
from graph.reading.relations.that_town import that_town
from graph.reading.relations.titles import IN_NAME
from graph.reading.relations.towns import bare_towns
from graph.reading.reply import Reply, Sentence
from graph.records import Relation, Status

__all__ = ["SPOKEN_OF", "relations"]

#: Rules of entities that only a relation speaks of: a firm's sector, the county or the road in another's name.
SPOKEN_OF = frozenset({IN_NAME, STATED})

#: So many mentions right before a sentence, and so many different things named before it, may be what it refers to: a long reply
#: takes no longer for each of its sentences.
_NEAR, _NAMED = 60, 200


def relations(reply: Reply, known: list[Known], without: frozenset[str] = frozenset()) -> list[Relation]:
    """Every relation that the reply's sentences state, each pair once, with all its sentences.

    Parameters
    ----------
    reply:
        Whose sentences are read.
    known:
        Its entities. The replying district is among them.
    without:
        Parts of the reader that are left out (:data:`graph.reading.parts.PARTS`).
    """
    home = next((k for k in known if k.type == "District" and k.name == reply.where.name), None)
    department = next((k for k in known if k.type == "Organisation" and k.name == reply.heading.department), None)
    links: list[Link] = []
    stated = [k for k in known if k.type == "Sector"]
    fields = {k.name: k for k in reversed(stated)}
    districts = {str(k.code): k for k in known if k.type == "District" and k.code}
    around_us = by_rank(home, districts)
    structured = "structure" not in without
    ours = seat(reply, known, home) if structured else home
    office = office_seat(reply.heading.department, known) if structured else None
    town = office if office is not None and office.type == "Subdistrict" else None
    main = main_park(reply, known) if structured else None
    focus = Focus(home)
    around = Around(reply, known, home) if structured else None
    listing = Listing(home) if structured else None
    counted_here = ours_before = False
    last: Scene | None = None
    firms: list[Link] = []
    for told in _scenes(reply, known, focus, main, structured=structured):
        scene = told.scene
        of_town = town is not None and named_here(scene, town)
        counts_on = structured and counted_here and goes_on_counting(scene)
        counts_on = counts_on or (
            structured and ours_before and any(is_of_those(scene, f, ours=True) for f in scene.of("Enterprise"))
        )
        beside = going_on(scene, last, firms) if structured else []
        firms = beside or located(scene, town if of_town else ours, told.here or counts_on, told.topic, told.rest, main)
        counted_here = any(link.rule == "located.district" and link.target is home for link in firms)
        ours_before = _is_of_us_alone(scene, home) or (ours_before and are_counted(scene))
        at_once = piloted(scene, home, districts, told.recent, told.topic, around)
        last = scene
        focus.leave(scene, firms)
        if around is not None:
            around.leave(scene)
        if listing is not None:
            links += listing.read(scene, firms)
        links += firms + at_once
        links += scene.contained()
        links += operated(scene, department)
        links += in_sector(scene, fields, told.sectors)
        links += issued(scene, around_us, department)
    known += [k for k in fields.values() if all(k is not s for s in stated)]
    links = _most_exact(links + called_after(reply, known, home), around.begun if around is not None else set())
    links += by_name(reply, known, home) + larger_places(reply, known, home)
    return _records(links)


def _is_of_us_alone(scene: Scene, home: Known | None) -> bool:
    """Whether a sentence names the replying district and no other place."""
    named = (place.pair[1] for group in scene.groups for place in group.places)
    return bool(named_here(scene, home)) and all(place is home for place in named)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence and what those before it leave to be understood."""

    scene: Scene
    sectors: Sectors
    """The field that it or the one before opens with."""
    here: bool
    """Whether the words that lead to it, which end in a colon, speak of the district."""
    recent: Pair | None
    """The last scenario before it."""
    topic: tuple[Pair, ...]
    """The places that are the heading above it."""
    rest: tuple[Pair, ...]
    """The place that the sentences before it left the firms at."""


def _scenes(reply: Reply, known: list[Known], focus: Focus, main: Pair | None, *, structured: bool) -> Iterator[_Told]:
    """The body's sentences with their entities, and with what the sentences before leave to be understood."""
    said = [(m, k) for k in known for m in k.mentions if m.rule not in ONLY_NAMED]
    longer = {(m.start, i) for m, _ in said for i in range(m.start + 1, m.end)}
    # The replying county, which every reply has, is not spoken of where only a park's name begins with it.
    said = [(m, k) for m, k in said if m.rule != "heading" or (m.start, m.end) not in longer]
    pairs = sorted(said, key=lambda pair: (pair[0].start, pair[0].end))
    at, text = 0, reply.flow.text
    lead: Sectors = ()
    here, recent, past = False, None, deque[Pair](maxlen=_NEAR)
    latest: dict[int, Pair] = {}  # each thing's last mention, in their order
    for sentence in reply.sentences:
        inside = []
        while at < len(pairs) and pairs[at][0].start < sentence.end:
            if pairs[at][0].start >= sentence.start:
                inside.append(pairs[at])
            at += 1
        opened = sector_lead(text[sentence.start : sentence.start + 24])
        if opened is not None:
            lead = opened
        elif text[sentence.start - 1 : sentence.start] != "；":
            lead = ()
        here = here and bool(is_item(text, sentence.start) or text[sentence.start - 1 : sentence.start] == "；")
        meant = _meant(reply, sentence, inside, past, latest, main) if structured else []
        scene = Scene(reply, sentence, sorted([*inside, *meant], key=lambda pair: (pair[0].start, pair[0].end)))
        focus.enter(scene)
        yield _Told(
            scene,
            lead,
            here,
            recent if structured else None,
            focus.topic if structured else (),
            (focus.rest or focus.state) if structured else (),
        )
        past += inside
        for pair in inside:
            latest.pop(id(pair[1]), None)
            latest[id(pair[1])] = pair
        recent = spoken_of(scene) or recent
        if text[sentence.end - 1 : sentence.end] == "：":
            here = speaks_of_here(scene.said, home=any(k.name == reply.where.name for _, k in inside))


def _meant(
    reply: Reply,
    sentence: Sentence,
    inside: list[Pair],
    past: Sequence[Pair],
    latest: dict[int, Pair],
    main: Pair | None,
) -> list[Pair]:
    """What a sentence speaks of without its name: by its kind, by what its name ends in, or as 前者 and 该公司."""
    text, named = reply.flow.text, list(islice(reversed(latest.values()), _NAMED))[::-1]
    found = meant_places(text, sentence.start, sentence.end, inside, named, reply.where, main)
    found += bare_towns(text, sentence.start, sentence.end, [*inside, *found], named, reply.where)
    found += that_county(text, sentence.start, sentence.end, [*named, *inside], reply.where)
    found += that_town(text, sentence.start, sentence.end, [*named, *inside], reply.heading.department or "")
    return found + referred(text, sentence.start, sentence.end, inside, past)


#: Rules that give the district only because the sentence, or the heading above it, names no smaller place.
_TO_THE_DISTRICT = frozenset(
    {
        "piloted.district",
        "piloted.district-plain",
        "piloted.district-planned",
        "piloted.own-name",
        "located.site-district",
        "located.named",
    }
)


def _most_exact(links: list[Link], begun: set[int]) -> list[Link]:
    """The district is the place of a scenario or a carrier only where no sentence gives a more exact one, or it began there."""
    exact: dict[tuple[str, int], int] = {}
    for link in links:
        if not _is_general(link):
            key = (link.type, id(link.source))
            exact[key] = min(exact.get(key, link.evidence.start), link.evidence.start)
    return [
        link
        for link in links
        if not _is_general(link)
        or (at := exact.get((link.type, id(link.source)))) is None
        or (id(link) in begun and link.evidence.start < at)
    ]


def _is_general(link: Link) -> bool:
    return link.rule in ("piloted.seat", "piloted.called") or (link.rule in _TO_THE_DISTRICT and link.target.type == "District")


def _records(links: list[Link]) -> list[Relation]:
    """Each pair once; a document has the issuer that a sentence states before the one in its name."""
    stated = {id(link.source) for link in links if link.type == "issuedBy" and link.rule != "issued.name"}
    grouped: dict[tuple[str, int, int], list[Link]] = {}
    for link in links:
        if link.rule == "issued.name" and id(link.source) in stated:
            continue
        if link.source is not link.target:
            grouped.setdefault((link.type, id(link.source), id(link.target)), []).append(link)
    return _without_circles([_record(group) for group in grouped.values()])


def _without_circles(stated: list[Relation]) -> list[Relation]:
    """Without those that say of two places that each is in the other: one of them was misread, and it is not known which."""
    said = {(r.type, r.source_type, r.source, r.target_type, r.target) for r in stated}
    return [r for r in stated if (r.type, r.target_type, r.target, r.source_type, r.source) not in said]


def _record(group: list[Link]) -> Relation:
    best = max(group, key=lambda link: link.confidence)
    evidence = {(link.evidence.start, link.evidence.end): link.evidence for link in group}
    existing = any(link.status is Status.EXISTING for link in group)
    return Relation(
        type=best.type,
        source_type=best.source.type,
        source=best.source.name,
        target_type=best.target.type,
        target=best.target.name,
        status=Status.EXISTING if existing else Status.PLANNED,
        evidence=tuple(evidence[at] for at in sorted(evidence)),
        rule=best.rule,
        confidence=best.confidence,
    )
