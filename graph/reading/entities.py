"""Mentions to entities: one for each thing of the reply, under its best name, with every place that names it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.reading import divisions
from graph.reading.characters import canonical
from graph.reading.lexicon import alternation
from graph.reading.mentions.names import clean, key
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.reading.status import is_the_proposals, status_of
from graph.records import CORE_TYPES, Entity, Evidence, Mention, Status

__all__ = ["Known", "bring_together", "entity_of"]

_STATUSED = frozenset((*CORE_TYPES, "Facility", "Product", "Recognition", "Programme", "Event"))
_TAIL = re.compile(rf"(?:{alternation('enterprise_suffixes')}|（.*）|\(.*\))+$")
_LAST = re.compile(rf"(?:{alternation('enterprise_suffixes')}|（[^（）]*）|\([^()]*\))$")


@dataclass(slots=True)
class Known:
    """An entity while its mentions are gathered."""

    type: str
    name: str
    rule: str
    confidence: float
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    code: str | None = None

    def add(self, mention: Mention) -> None:
        """Take in a mention, its other names, and its confidence where that is higher."""
        self.mentions.append(mention)
        for name in (mention.name, *mention.aliases):
            if name != self.name:
                self.aliases.setdefault(name)
        if mention.confidence > self.confidence:
            self.confidence, self.rule = mention.confidence, mention.rule


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
    return _short_forms(reply, _same_documents(reply, list(known.values())))


def _same_documents(reply: Reply, known: list[Known]) -> list[Known]:
    """《甲市推进乙工作方案（2023—2025年）》 and 《乙工作方案》 are one: of 40 such pairs in annotated replies 39 are."""
    at = {key(k.name): i for i, k in enumerate(known) if k.type == "Policy"}
    gone: set[int] = set()
    for number, full in enumerate(known):
        if full.type != "Policy":
            continue
        for short in sorted(_shorter_titles(full.name)):
            other = at.get(key(short))
            apart = other is not None and _is_anothers(reply, known[other], full)
            if other is not None and not apart and other != number and other not in gone and number not in gone:
                for mention in known[other].mentions:
                    full.add(mention)
                gone.add(other)
    return [k for i, k in enumerate(known) if i not in gone]


#: 国务院印发《甲规划》: before a document of the whole country or the province.
_OF_THE_STATE = re.compile(
    r"(?:国务院|国家|中央|全国|[\u4e00-\u9fff]{2,6}部|自治区|省委?|省政府)[^，。；《]{0,8}(?:印发|出台|发布|制定|下发|颁布)(?:了|的)?[《“]?$"
)


def _is_anothers(reply: Reply, short: Known, full: Known) -> bool:
    """Whether a document without its place is the state's, and the one with it a place's own of the same title."""
    placed = any(start == 0 for start, _, _ in find_divisions(full.name))
    text = reply.flow.text
    return placed and any(_OF_THE_STATE.search(text, max(m.start - 20, 0), m.start + 1) for m in short.mentions)


#: What a document's short title leaves out: its years or what it is in the end, its place, that something is pushed on.
_YEARS = re.compile(r"[（(][^（）()]*[）)]$")
_PUSHED_ON = re.compile("^(?:关于)?(?:加快|深入|全面)?(?:推进|促进|推动)")
#: A shorter title names no document by itself.
_LEAST_TITLE = 6


def _shorter_titles(full: str) -> set[str]:
    titles = set()
    for name in {full, _YEARS.sub("", full)}:
        cut = 0
        for start, end, _ in find_divisions(name):
            cut = end if start == cut else cut
        titles |= {name, name[cut:], _PUSHED_ON.sub("", name[cut:]), _PUSHED_ON.sub("", name)}
    return {t for t in titles if len(t) >= _LEAST_TITLE and key(t) != key(full)}


def _as_written(reply: Reply, mention: Mention, entity: Known) -> None:
    """长宁 is an alias of 长宁区 where the text says it so, and a name with another dash or dot as the text has it."""
    written = clean(reply.flow.evidence(mention.start, mention.end).quote)
    if key(written) != key(entity.name) == key(canonical(written)):  # matching knows one form of each character
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


def _short_forms(reply: Reply, known: list[Known]) -> list[Known]:
    """福光 and 福光股份 are one firm: the longer form without its ending is the shorter."""
    numbers = {(k.type, k.name): i for i, k in enumerate(known) if k.type in ("Enterprise", "Carrier")}
    pairs = {
        (numbers[kind, short], number)
        for (kind, full), number in numbers.items()
        for short in _endings(full) | _peeled(full) | _bare(kind, full)
        if (kind, short) in numbers and (_shortens(short, full) or short in _bare(kind, full) or _in_a_town(reply, short, full))
    }
    gone: set[int] = set()
    for short_at, full_at in sorted(pairs):
        short, full = known[short_at], known[full_at]
        if short_at not in gone and full_at not in gone and not _is_elsewhere(reply, short, full):
            for mention in short.mentions:
                full.add(mention)
            full.aliases.setdefault(short.name)
            gone.add(short_at)
    return [k for i, k in enumerate(known) if i not in gone]


def _in_a_town(reply: Reply, short: str, full: str) -> bool:
    """Whether a name without the town that it begins with is a short form: 智创城 of 桃浦智创城, in 桃浦镇."""
    town, code = full.removesuffix(short), reply.where.code
    told = code is not None and len(short) > 2 and 1 < len(town) < 4 and full.endswith(short)
    return told and any(divisions.township(town + kind, str(code)) is not None for kind in ("镇", "街道", "乡"))


#: 乙区的 before a park.
_OF_A_PLACE = re.compile(r"[\u4e00-\u9fff]{2,6}[市区县旗州]的?$")


def _is_elsewhere(reply: Reply, short: Known, full: Known) -> bool:
    """Whether a park's short form is said to be of a place that the full one does not name: 甲市医药产业园 and 乙区的医药产业园."""
    if short.type != "Carrier":
        return False
    for mention in short.mentions:
        before = _OF_A_PLACE.search(reply.flow.text, max(mention.start - 8, 0), mention.start)
        places = find_divisions(before.group()) if before else []
        if any(name not in full.name for _, _, name in places):
            return True
    return False


def _endings(name: str) -> set[str]:
    """What a name, with its legal form or without, ends in: only these can be its short forms."""
    return {whole[i:] for whole in (name, _TAIL.sub("", name)) for i in range(len(whole) - 1)}


def _bare(kind: str, full: str) -> set[str]:
    """甲工业园区 of 甲县工业园区: a park named after its place without what the place is."""
    named = _OF_ITS_PLACE.match(full) if kind == "Carrier" else None
    return {named["place"] + full[named.end() :]} if named and divisions.codes_of(named.group()) else set()


#: 甲县 at the head of a park's name.
_OF_ITS_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,3})[市区县](?=[\u4e00-\u9fff]{3})")


def _shortens(short: str, full: str) -> bool:
    if len(full) <= len(short) or short not in full or len(short) < 2:
        return False
    if full.endswith(short) and divisions.codes_of(full[: -len(short)]):
        return True
    bare = _TAIL.sub("", full)
    return short in _peeled(full) or (
        bare.endswith(short) and bool(re.fullmatch(r"[\u4e00-\u9fff]{2,3}(?:省|市|区|县)?", bare[: -len(short)])) and full != bare
    )


def _peeled(full: str) -> set[str]:
    """What is left of a firm's name as its endings are taken off one by one: 甲乙智能 of 甲乙智能科技有限公司."""
    peeled, rest = set(), _LAST.sub("", full)
    while rest not in peeled:
        peeled.add(rest)
        rest = _LAST.sub("", rest)
    return {name for name in peeled if len(name) > 1 and name != full}


def entity_of(reply: Reply, known: Known) -> Entity:
    """The record: status from all its sentences (existing where one says so), evidence in order."""
    evidence: dict[tuple[int, int], Evidence] = {}
    statuses: list[Status] = []
    said: list[Status] = []  # where the reply only repeats the proposal
    for mention in sorted(known.mentions, key=lambda m: (m.start, m.end)):
        evidence.setdefault((mention.start, mention.end), reply.flow.evidence(mention.start, mention.end))
        sentence = reply.sentence_at(mention.start)
        if sentence is not None and known.type in _STATUSED:
            own = said if is_the_proposals(reply, sentence, mention) else statuses
            own.append(status_of(reply, sentence, mention))
    status = None
    if known.type in _STATUSED:
        told = statuses or said
        status = Status.PLANNED if told and all(s is Status.PLANNED for s in told) else Status.EXISTING
    return Entity(
        type=known.type,
        name=known.name,
        aliases=tuple(name for name in known.aliases if name and name != known.name),
        status=status,
        evidence=tuple(evidence.values()),
        rule=known.rule,
        confidence=known.confidence,
        code=known.code,
    )
