"""What decisions change in a reading: claims that are not so leave it, those that are so stand in it with their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.decisions.log import EVERY, Decision, Log
from graph.errors import UsageError
from graph.reading import divisions
from graph.reading.flow import canonical, flow_of
from graph.reading.mentions.names import key
from graph.reading.spans import sentence_spans
from graph.records import STATUSED_TYPES, Entity, Evidence, Judgement, Reading, Relation, Status

__all__ = ["RULE", "Judged", "judged"]

#: The rule of a claim that a person decided.
RULE = "decision"
#: What may stand between the characters of a name: “甲”八号平台 is 甲八号平台.
_BETWEEN = "[“”‘’《》 ]?"
_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading by its decisions.

    Attributes
    ----------
    reading:
        What holds.
    applied:
        The decisions that changed or confirmed something in it.
    faults:
        One for each claim that is called right and cannot be shown in the reply.
    """

    reading: Reading
    applied: tuple[Decision, ...] = ()
    faults: tuple[UsageError, ...] = ()


class _Work:
    """A reading while decisions are followed in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.entities = list(reading.entities)
        self.relations = list(reading.relations)

    def entity(self, kind: str, name: str) -> Entity | None:
        """The entity of a type that has a name, be it an alias or a place's official one."""
        wanted = key(name)

        def names(entity: Entity) -> Iterator[str]:
            yield from (entity.name, *entity.aliases)
            if entity.code and (official := divisions.name_of(entity.code)):
                yield official

        return next((e for e in self.entities if e.type == kind and wanted in map(key, names(e))), None)

    def drop(self, entity: Entity) -> None:
        """Take an entity out, and its relations."""
        self.entities.remove(entity)
        end = (entity.type, entity.name)
        self.relations = [r for r in self.relations if end not in ((r.source_type, r.source), (r.target_type, r.target))]


def judged(reading: Reading, log: Log) -> Judged:
    """What holds of a reading by the decisions about it.

    A claim that is wrong is left out, an entity with its relations; so it stays where the reader doubted it. One that is
    right is as sure as can be, by the rule ``decision``; where the reader had not seen it, its evidence are the places that
    name it, and of a relation the sentences that name both ends, or the words that the decision gives.

    Parameters
    ----------
    reading:
        As it was read.
    log:
        Of decisions; what it says of other replies is passed over.
    """
    decisions = log.of(reading.id)
    if not decisions:
        return Judged(reading)
    work = _Work(reading)
    applied, faults = [], []
    for decision in decisions:
        try:
            if (_relation if decision.relation else _entity)(work, decision):
                applied.append(decision)
        except UsageError as fault:
            if decision.reply != EVERY:  # what is right of every reply need not stand in each
                faults.append(fault)
    decided = {(one.type, key(one.name)) for one in decisions if not one.relation}
    doubts = tuple(doubt for doubt in reading.doubts if (doubt.type, key(doubt.name)) not in decided)
    held = replace(reading, entities=tuple(work.entities), relations=tuple(work.relations), doubts=doubts)
    return Judged(held, tuple(applied), tuple(faults))


def _entity(work: _Work, decision: Decision) -> bool:
    """Follow a decision about an entity; whether there was anything to follow."""
    there = work.entity(decision.type, decision.name)
    if decision.judgement is Judgement.RIGHT:
        if there is None:
            work.entities.append(_new_entity(work, decision))
        else:
            at = work.entities.index(there)
            work.entities[at] = replace(there, rule=RULE, confidence=1.0, status=decision.status or there.status)
        return True
    if decision.judgement is Judgement.WRONG:
        if there is not None:
            work.drop(there)
        return there is not None or _is_doubted(work.reading, decision)
    return there is not None


def _is_doubted(reading: Reading, decision: Decision) -> bool:
    """Whether the reader saw it and left it out: whoever says that it is wrong agrees."""
    return any((doubt.type, key(doubt.name)) == (decision.type, key(decision.name)) for doubt in reading.doubts)


def _new_entity(work: _Work, decision: Decision) -> Entity:
    evidence = _words(work.reading, decision.words) if decision.words else _named(work, decision.name)
    if not evidence:
        said = f"{work.reading.id} does not say “{decision.words or decision.name}”"
        raise UsageError(decision.where, said, "write it as the reply does, or give its words")
    status = decision.status or (Status.EXISTING if decision.type in STATUSED_TYPES else None)
    return Entity(decision.type, decision.name, (), status, evidence, RULE, 1.0, _code(work.reading, decision))


def _code(reading: Reading, decision: Decision) -> str | None:
    """The official code of a place, where its name leads to one."""
    if decision.type == "Subdistrict" and reading.place:
        return divisions.township(decision.name, reading.place)
    codes = divisions.codes_of(decision.name) if decision.type == "District" else ()
    return codes[0] if len(codes) == 1 else None


def _relation(work: _Work, decision: Decision) -> bool:
    """Follow a decision about a relation; whether there was anything to follow."""
    source, target = work.entity(decision.type, decision.name), work.entity(decision.to_type, decision.to)
    there = _stated(work, decision, source, target)
    if decision.judgement is Judgement.RIGHT:
        if there is None:
            work.relations.append(_new_relation(work, decision, source, target))
        else:
            at = work.relations.index(there)
            work.relations[at] = replace(there, rule=RULE, confidence=1.0, status=decision.status or there.status)
        return True
    if there is not None:
        work.relations.remove(there)
        return True
    # It may have gone with one of its ends, which is wrong too.
    read = _Work(work.reading)
    source, target = read.entity(decision.type, decision.name), read.entity(decision.to_type, decision.to)
    return _stated(read, decision, source, target) is not None


def _stated(work: _Work, decision: Decision, source: Entity | None, target: Entity | None) -> Relation | None:
    if source is None or target is None:
        return None
    wanted = (decision.relation, source.type, source.name, target.type, target.name)
    return next((r for r in work.relations if (r.type, r.source_type, r.source, r.target_type, r.target) == wanted), None)


def _new_relation(work: _Work, decision: Decision, source: Entity | None, target: Entity | None) -> Relation:
    if source is None or target is None:
        said = f"nothing that was read in {work.reading.id} is called “{decision.name if source is None else decision.to}”"
        raise UsageError(decision.where, said, "decide first, in a line of its own, that it is right")
    evidence = _words(work.reading, decision.words) if decision.words else _sentences(work.reading.text, source, target)
    if not evidence:
        said = f"no sentence of {work.reading.id} " + (f"says “{decision.words}”" if decision.words else "names both")
        raise UsageError(decision.where, said, "give the words of the reply that say it")
    status = decision.status or Status.EXISTING
    return Relation(decision.relation, source.type, source.name, target.type, target.name, status, evidence, RULE, 1.0)


def _words(reading: Reading, words: str) -> tuple[Evidence, ...]:
    """Where a reply has words, quotation marks and broken lines left aside."""
    flow = flow_of(reading.text)
    bare = [char for char in canonical(words) if not re.match("[“”‘’《》\\s]", char)]
    if not bare:
        return ()
    pattern = re.compile(_BETWEEN.join(map(re.escape, bare)), re.IGNORECASE)
    return tuple(flow.evidence(_opening(flow.text, m), m.end()) for m in pattern.finditer(flow.text))


def _opening(text: str, found: re.Match[str]) -> int:
    """Where words begin: with the mark before them whose other half is among them."""
    before, words = text[found.start() - 1 : found.start()], found.group()
    half = any(before == mark and words.count(end) > words.count(mark) for mark, end in _PAIRS)
    return found.start() - half


def _named(work: _Work, name: str) -> tuple[Evidence, ...]:
    """Where a reply names a thing: not within the name of another one, unless it stands nowhere else."""
    found = _words(work.reading, name)
    longer = [e for entity in work.entities for e in entity.evidence]
    own = tuple(one for one in found if not any(_is_within(one, other) for other in longer))
    return own or found


def _is_within(one: Evidence, other: Evidence) -> bool:
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _sentences(text: str, source: Entity, target: Entity) -> tuple[Evidence, ...]:
    """The sentences that name both."""

    def names(entity: Entity, start: int, end: int) -> bool:
        return any(start <= e.start and e.end <= end for e in entity.evidence)

    both = ((start, end) for start, end in sentence_spans(text) if names(source, start, end) and names(target, start, end))
    return tuple(Evidence(start, end, text[start:end]) for start, end in both)
