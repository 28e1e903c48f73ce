"""Mentions to entities: one for each thing of the reply, under its best name, with every place that names it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.reading import divisions
from graph.reading.characters import without_sounds
from graph.reading.entities.brackets import by_brackets, services_by_brackets
from graph.reading.entities.dashes import by_dashes
from graph.reading.entities.known import Known
from graph.reading.entities.phases import by_phases, later_phases
from graph.reading.entities.shops import by_shops
from graph.reading.entities.shorter import short_forms
from graph.reading.entities.titles import same_documents
from graph.reading.mentions.names import clean, key
from graph.reading.reply import Reply
from graph.reading.status import is_asked_for, is_the_proposals, status_of, told_of
from graph.records import STATUSED_TYPES, Entity, Evidence, Mention, Status

__all__ = ["Known", "bring_together", "entity_of"]


def bring_together(reply: Reply, mentions: Iterable[Mention]) -> list[Known]:
    """One :class:`Known` for each type and name, in order of first mention; a firm's short form joins its full one."""
    known: dict[tuple[str, str], Known] = {}
    by_alias: dict[tuple[str, str], Known] = {}
    for mention in mentions:
        name, code = _official(reply, mention)
        at = (mention.type, key(name))
        entity = known.get(at) or by_alias.get((mention.type, key(mention.name)))
        if entity is None:
            entity = known[at] = Known(mention.type, name, mention.rule, mention.confidence, code=code)
        before = len(entity.aliases)
        entity.add(mention)
        _as_written(reply, mention, entity)
        for alias in list(entity.aliases)[before:]:
            by_alias.setdefault((entity.type, key(alias)), entity)
    entities = by_dashes(reply, list(known.values()))
    together = services_by_brackets(by_brackets(reply, short_forms(reply, same_documents(reply, entities))))
    by_phases(reply, together)
    later_phases(reply, together)
    by_shops(together)
    return together


def _as_written(reply: Reply, mention: Mention, entity: Known) -> None:
    """长宁 is an alias of 长宁区 where the text says it so, and a name with another dash or dot as the text has it."""
    written = clean(without_sounds(reply.flow.evidence(mention.start, mention.end).quote))
    matched = clean(reply.flow.text[mention.start : mention.end])
    if key(written) != key(entity.name) == key(matched):  # matching knows one form of each character
        entity.aliases.setdefault(written)
    if mention.type in ("District", "Subdistrict"):
        written = reply.flow.text[mention.start : mention.end]
        if written != entity.name and len(written) > 1 and "、" not in written:
            entity.aliases.setdefault(written)


def _official(reply: Reply, mention: Mention) -> tuple[str, str | None]:
    """Full name and code of a district; the code of a subdistrict, whose name stays as the reply writes it."""
    if mention.type == "District":
        if mention.name == reply.where.name:
            return mention.name, reply.where.code
        codes = divisions.codes_of(mention.name)
        code = codes[0] if len(codes) == 1 else _nearest(reply, codes)
        return (divisions.name_of(code) or mention.name, code) if code else (mention.name, None)
    if mention.type == "Subdistrict" and reply.where.code:
        return mention.name, divisions.township(mention.name, reply.where.code)
    return mention.name, None


def _nearest(reply: Reply, codes: tuple[str, ...]) -> str | None:
    """Of namesakes the one in the replying city, else in its province."""
    own = reply.where.code or ""
    for digits in (4, 2):
        near = [code for code in codes if own and code.startswith(own[:digits])]
        if len(near) == 1:
            return near[0]
    return None


def entity_of(reply: Reply, known: Known) -> Entity:
    """The record: status from all its sentences, evidence in order."""
    evidence: dict[tuple[int, int], Evidence] = {}
    for mention in known.mentions:
        evidence.setdefault((mention.start, mention.end), reply.flow.evidence(mention.start, mention.end))
    return Entity(
        type=known.type,
        name=known.name,
        aliases=tuple(name for name in known.aliases if name and name != known.name),
        status=_status(reply, known) if known.type in STATUSED_TYPES else None,
        evidence=tuple(evidence[place] for place in sorted(evidence)),
        rule=known.rule,
        confidence=known.confidence,
        code=known.code,
    )


def _status(reply: Reply, known: Known) -> Status:
    """Existing where one of its sentences says so; a facility is to come where one says that, and none that it is there."""
    statuses: list[Status] = []
    said: list[Status] = []  # where the reply only repeats the proposal
    told: set[Status | None] = set()  # what the words around a facility say, and not its section
    for mention in known.mentions:
        sentence = reply.sentence_at(mention.start)
        if mention.type == "Facility" and is_asked_for(reply, mention):
            said.append(Status.PLANNED)  # 《关于建设甲博物馆的建议》
        elif sentence is not None:
            own = said if is_the_proposals(reply, sentence, mention) else statuses
            own.append(status_of(reply, sentence, mention))
            if mention.type == "Facility" and own is statuses:
                told.add(told_of(reply, sentence, mention))
    if Status.PLANNED in told and Status.EXISTING not in told:
        return Status.PLANNED
    heard = statuses or said
    return Status.PLANNED if heard and all(s is Status.PLANNED for s in heard) else Status.EXISTING
