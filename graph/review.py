"""What a person should look at: doubts, claims that are hardly sure, and names that may be one thing's."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.chinese import COLUMNS as COLUMNS_IN_CHINESE
from graph.chinese import RELATIONS, TYPES
from graph.decisions import COLUMNS, ENCODING, Decision, Log, follow
from graph.reading.spans import sentence_around
from graph.records import Entity, Evidence, Judgement, Reading, Relation
from graph.resolution import Resolved, resolve
from graph.spreadsheets import as_text

__all__ = ["as_csv", "to_review"]

#: Types whose things have longer and shorter names in different replies.
_NAMED = ("Enterprise", "Carrier", "Scenario")
#: A name of fewer characters stands in too many others.
_SHORTEST = 2
#: Columns with words that a log takes in Chinese too.
_WORDS = {"type": TYPES, "to_type": TYPES, "relation": RELATIONS}
#: Why the reader left out what it doubts, for those who fill the list in.
_REASONS = {"unsure": "存疑", "denied": "原文否认", "proposed": "仅为提案所求"}


def to_review(readings: Sequence[Reading], log: Log, below: float, above: float) -> list[Mapping[str, str]]:
    """Lines for a log, without a judgement, of what nothing was decided of yet.

    Parameters
    ----------
    readings:
        As they were read.
    log:
        What was decided before.
    below:
        Claims that are less sure than this, from 0 to 1, are among them.
    above:
        Doubts that are at least so probable, from 0 to 1, are among them.

    Returns
    -------
    list of mapping
        By names of :data:`graph.decisions.COLUMNS`; ``why`` says in Chinese and in English what it is about, and the sentence.
        Doubts first, the most probable first; then claims, the least sure first; then pairs of names, those that differ least
        first.
    """
    decided = {decision.about for decision in log.decisions}
    held = follow(readings, log).readings
    rows: dict[tuple[str, ...], Mapping[str, str]] = {}
    for decision, why in (*_doubts(held, above), *_claims(held, below), *_pairs(resolve(held, log).entities)):
        if decision.about not in decided:
            rows.setdefault(decision.about, _row(decision, why))
    return list(rows.values())


def as_csv(rows: Iterable[Mapping[str, str]], language: str = "en") -> bytes:
    """The lines as a file that a spreadsheet opens; a cell that it would take for a formula is text.

    Parameters
    ----------
    rows:
        Of :func:`to_review`.
    language:
        ``zh`` or ``en``: of the columns' names and of types and relations; a log has either.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    chinese = language == "zh"
    writer.writerow([COLUMNS_IN_CHINESE[name] if chinese else name for name in COLUMNS])
    for row in rows:
        cells = {name: _WORDS[name].get(cell, cell) if chinese and name in _WORDS else cell for name, cell in row.items()}
        writer.writerow([as_text(cells.get(name, "")) for name in COLUMNS])
    return written.getvalue().encode(ENCODING)


def _row(decision: Decision, why: str) -> Mapping[str, str]:
    parts = (decision.reply, decision.type, decision.name, decision.relation, decision.to_type, decision.to)
    return dict(zip(COLUMNS[1:7], parts, strict=True)) | {"why": why}


def _doubts(readings: Iterable[Reading], above: float) -> Iterator[tuple[Decision, str]]:
    doubts = [(reading, doubt) for reading in readings for doubt in reading.doubts if doubt.confidence >= above]
    for reading, doubt in sorted(doubts, key=lambda one: -one[1].confidence):
        sure = f"{doubt.confidence:.2f}"
        said = f"{_REASONS[doubt.reason]} {sure} / left out ({doubt.reason}, {sure}): {_sentence(reading, doubt.evidence)}"
        yield Decision("", Judgement.UNSURE, reading.id, doubt.type, doubt.name), said


def _claims(readings: Iterable[Reading], below: float) -> Iterator[tuple[Decision, str]]:
    every = ((reading, claim) for reading in readings for claim in _claims_of(reading))
    unsure = [(reading, claim) for reading, claim in every if claim.confidence < below and claim.evidence]
    for reading, claim in sorted(unsure, key=lambda one: one[1].confidence):
        sure = f"{claim.confidence:.2f}"
        said = f"把握不大 {sure} / taken (hardly sure, {sure}): {_sentence(reading, claim.evidence[0])}"
        yield _about(reading.id, claim), said


def _claims_of(reading: Reading) -> Iterator[Entity | Relation]:
    yield from reading.entities
    yield from reading.relations


def _about(reply: str, claim: Entity | Relation) -> Decision:
    if isinstance(claim, Entity):
        return Decision("", Judgement.UNSURE, reply, claim.type, claim.name)
    ends = Decision("", Judgement.UNSURE, reply, claim.source_type, claim.source)
    return replace(ends, relation=claim.type, to_type=claim.target_type, to=claim.target)


def _pairs(entities: Iterable[Resolved]) -> Iterator[tuple[Decision, str]]:
    """Of things of one type and place those of which one name stands in the other."""
    together: dict[tuple[str, str], list[Resolved]] = {}
    for entity in entities:
        if entity.identity.type in _NAMED and not entity.code:
            together.setdefault((entity.identity.type, entity.identity.scope), []).append(entity)
    found = [pair for some in together.values() for pair in _within(some)]
    for short, full in sorted(found, key=lambda pair: (-len(pair[0].name) / len(pair[1].name), pair[0].identity)):
        first, second = (len({reply for reply, _ in one.said}) for one in (short, full))
        said = f"是否同指一物？答复数：{first}、{second} / one thing’s names? replies: {first} and {second}"
        yield Decision("", Judgement.SAME, "", short.identity.type, short.name, to=full.name), said


def _within(entities: Sequence[Resolved]) -> Iterator[tuple[Resolved, Resolved]]:
    by_name = {entity.name: entity for entity in entities}
    for full in entities:
        size = len(full.name)
        parts = {full.name[i:j] for i in range(size) for j in range(i + _SHORTEST, size + 1)} - {full.name}
        for part in sorted(parts & by_name.keys()):
            yield by_name[part], full


def _sentence(reading: Reading, evidence: Evidence) -> str:
    """The sentence on one line."""
    first, last = sentence_around(reading.text, evidence.start, evidence.end)
    return " ".join(reading.text[first:last].split())
