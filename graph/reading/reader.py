"""From a reply to its reading: sentences, mentions, entities, relations, in this order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from graph.reading import divisions
from graph.reading.calibration import calibrated
from graph.reading.classifier import load_classifier
from graph.reading.classifier.deciding import with_classified
from graph.reading.documents import open_document
from graph.reading.entities import Known, bring_together, entity_of
from graph.reading.entities.zones import zones
from graph.reading.indicators import indicators
from graph.reading.mentions.enumerations import enumerations
from graph.reading.mentions.finding import cored, find_mentions, named, ranked, recalled
from graph.reading.mentions.foreign import with_letters
from graph.reading.mentions.names import occurrences
from graph.reading.mentions.places.chained import counties_behind_their_city, is_in_a_county
from graph.reading.mentions.places.roads import with_roads
from graph.reading.parts import check_parts
from graph.reading.place import find_divisions
from graph.reading.relations import SPOKEN_OF, relations
from graph.reading.reply import Reply, Sentence, reply_of
from graph.reading.sparse import in_company
from graph.reading.status import is_asked_for, is_denied, is_only_called_for, is_proposed, is_taken_up, is_wanted
from graph.reading.tagger import tagged
from graph.reading.tagger.encoder import Encoder
from graph.records import Document, Doubt, Entity, Mention, Reading, Relation, Status

__all__ = ["LEAST", "read", "read_file"]

#: Below this confidence a mention is a doubt and no entity, and a relation is left out.
LEAST = 0.5


def read_file(path: Path, least: float = LEAST, encoder: Encoder | None = None) -> Reading:
    """Open a file and read it; see :func:`read`.

    Raises
    ------
    DocumentError
        Where the file cannot be read or is no reply.
    """
    return read(open_document(path), least, encoder=encoder)


def read(document: Document, least: float = LEAST, without: Collection[str] = (), encoder: Encoder | None = None) -> Reading:
    """Everything that the graph takes from one reply.

    Parameters
    ----------
    document:
        Plain text, its contact masked.
    least:
        Confidence from 0 to 1 below which a mention is left out and listed as a doubt.
    without:
        Parts of the reader to leave out, to see what each contributes (:data:`graph.reading.parts.PARTS`).
    encoder:
        That is asked too what names there are (:func:`graph.reading.tagger.encoder.load_encoder`).

    Raises
    ------
    DocumentError
        Where the text is no reply.
    UsageError
        Where ``without`` names what is no part of the reader.
    """
    left_out = check_parts(without)
    reply = reply_of(document)
    if "sections" in left_out:
        reply = replace(reply, sentences=tuple(replace(s, default=None) for s in reply.sentences))
    lists = enumerations(reply)
    mentions = find_mentions(reply, left_out, lists)
    judged = mentions
    if "calibration" not in left_out:
        judged = [replace(m, confidence=calibrated(m.type, m.rule, m.confidence)) for m in mentions]
    if "learned" not in left_out:
        counties = counties_behind_their_city(reply)
        seen = [m for m in tagged(reply, mentions, judged, lists, encoder) if not is_in_a_county(m, counties)]
        judged = recalled(reply, cored(reply, [named(reply, m) for m in seen]))
    mentions = judged if "calibration" in left_out else in_company(judged)
    # Behind the model, so that no road takes from it a name that begins with one: 甲路小学, 乙路产业园.
    sure, doubts = _weighed(reply, with_roads(reply, ranked(reply, [with_letters(reply, m) for m in mentions])), least)
    known = bring_together(reply, sure)
    zones(reply, known)
    _add_home(reply, known)
    _call_home_short(reply, known)
    stated = relations(reply, known, left_out)
    if "calibration" not in left_out:
        stated = [replace(r, confidence=calibrated(r.type, r.rule, r.confidence)) for r in stated]
    entities = tuple(entity_of(reply, k) for k in known)
    issued = {e.name: e.status for e in entities if e.type == "Policy"}
    stated = [_as_its_document(r, issued) for r in stated if r.confidence >= least]
    if encoder is not None and "classifier" not in left_out:
        stated = [r for r in with_classified(reply, known, stated, load_classifier(encoder)) if r.confidence >= least]
    entities = tuple(_with_their_relations(entities, stated, own=(reply.where.code, *divisions.chain(reply.where.code or ""))))
    return Reading(
        id=document.id,
        text=document.text,
        source=document.source,
        heading=reply.heading,
        place=reply.where.code,
        entities=entities,
        relations=tuple(stated),
        indicators=tuple(indicators(reply, [m for m in sure if m.confidence >= 0.6 and m.type == "Scenario"])),
        doubts=tuple(doubts),
        encoder=encoder.version if encoder else None,
    )


def _as_its_document(relation: Relation, issued: Mapping[str, Status | None]) -> Relation:
    """Who issues a document that is still being written has not issued it yet."""
    to_come = relation.type == "issuedBy" and issued.get(relation.source) is Status.PLANNED
    return replace(relation, status=Status.PLANNED) if to_come else relation


def _with_their_relations(entities: Iterable[Entity], stated: list[Relation], own: Collection[str | None]) -> Iterator[Entity]:
    """All but those that only a relation speaks of which is not given; one that stays is as sure as the surest of these.

    What has a code of ``own``, the replying places from the official list, stays as it is.
    """
    surest: dict[tuple[str, str], float] = {}
    for relation in stated:
        for end in ((relation.source_type, relation.source), (relation.target_type, relation.target)):
            surest[end] = max(relation.confidence, surest.get(end, 0.0))
    for entity in entities:
        if entity.rule not in SPOKEN_OF or (entity.code is not None and entity.code in own):
            yield entity
        elif (entity.type, entity.name) in surest:
            yield replace(entity, confidence=surest[entity.type, entity.name])


def _weighed(reply: Reply, mentions: list[Mention], least: float) -> tuple[list[Mention], list[Doubt]]:
    """Mentions that count, and those that a person should look at: unsure ones, and what the reply says is not so."""
    sure, doubts = [], []
    for mention in mentions:
        sentence = reply.sentence_at(mention.start)
        reason = None
        if mention.confidence < least:
            reason = "unsure"
        elif sentence is not None and is_denied(reply, sentence, mention):
            reason = "denied"
        elif _is_only_asked_for(reply, sentence, mention):
            reason = "proposed"
        if reason is None:
            sure.append(mention)
        else:
            evidence = reply.flow.evidence(mention.start, mention.end)
            doubts.append(Doubt(mention.type, mention.name, reason, mention.confidence, evidence))
    return sure, doubts


def _is_only_asked_for(reply: Reply, sentence: Sentence | None, mention: Mention) -> bool:
    """Whether a park or a service is only what the proposal asks for, in its title or as the reply repeats it; or a document what others are called on to issue."""
    if mention.type == "Policy":
        return sentence is not None and is_only_called_for(reply, sentence, mention)
    if mention.type not in ("Scenario", "Carrier"):
        return False
    text = reply.flow.text
    said = sentence is not None and (is_proposed if mention.type == "Scenario" else is_wanted)(reply, sentence, mention)
    if said and sentence is not None and is_taken_up(text[sentence.start : mention.start], text[mention.end : sentence.end]):
        return False  # it is to come then
    return said or is_asked_for(reply, mention)


def _add_home(reply: Reply, known: list[Known]) -> None:
    """The replying place and department, and a replying subdistrict, are entities of every reply; their evidence is where the text first names them."""
    text = reply.flow.text
    town = _replying_town(reply)
    for kind, name, code in (
        ("District", reply.where.name, reply.where.code),
        ("Subdistrict", town, divisions.township(town, reply.where.code) if town and reply.where.code else None),
        ("Organisation", reply.heading.department, None),
        ("Organisation", reply.heading.body, None),
    ):
        if not name or any(k.type == kind and name in (k.name, *k.aliases) for k in known):
            continue
        for written in (name, reply.where.short or name) if kind == "District" else (name,):
            named = list(occurrences(text, written, 0, len(text)))
            if named:
                # 甲县工业集中区 names the park; where nothing else names the county, those words show what it is.
                at = next((i for i in named if not any(m.start <= i < m.end for k in known for m in k.mentions)), named[0])
                mention = Mention(kind, name, at, at + len(written), "heading", 0.95)
                known.append(Known(kind, name, "heading", 0.95, mentions=[mention], code=code))
                break


def _call_home_short(reply: Reply, known: list[Known]) -> None:
    """The replying place is known by its short form too, where the text writes that: 甲州 for 甲州市."""
    name, short = reply.where.name, reply.where.short
    home = next((k for k in known if k.type == "District" and k.name == name), None)
    others = {n for k in known if k is not home for n in (k.name, *k.aliases)}
    if home is None or short is None or short == name or len(short) < _SHORTEST or short in others:
        return
    if any(not reply.flow.text.startswith(home.name, at) for at in occurrences(reply.flow.text, short, 0, len(reply.flow.text))):
        home.aliases.setdefault(short)


#: One character may stand for anything.
_SHORTEST = 2

#: Behind a subdistrict or a town whose own office replies.
_TOWN_OFFICE = re.compile(r"([\u4e00-\u9fff]{1,8}?(?:街道|镇|乡))(?:办事处|人民政府|党工委|党委)$")


def _replying_town(reply: Reply) -> str | None:
    """The subdistrict or town whose office replies, by the name that its county has it under, else as it signs."""
    office = _TOWN_OFFICE.search(reply.heading.department or "")
    if office is None:
        return None
    name, code = office.group(1), reply.where.code
    own = name[max((end for _, end, _ in find_divisions(name) if end < len(name) - 1), default=0) :].removeprefix("人民政府")
    if code is None:
        return own if len(own) > _LEAST_TOWN else None
    names = (own, *(name[at:] for at in range(1, len(name) - 1) if name[at - 1] in "省市区县州旗府"))
    listed = next((n for n in names if divisions.township(n, code)), None)
    return listed or (own if own == name and len(own) > _LEAST_TOWN else None)


#: Characters of a town's name with its suffix are more.
_LEAST_TOWN = 2
