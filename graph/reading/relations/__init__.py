"""Which entity stands where to which other: read sentence by sentence from the mentions in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import Where, find_divisions
from graph.reading.relations.here import speaks_of_here
from graph.reading.relations.issuers import issued
from graph.reading.relations.located import located
from graph.reading.relations.makers import operated
from graph.reading.relations.names import by_name, larger_places
from graph.reading.relations.piloted import piloted
from graph.reading.relations.scene import MASK, Link, Pair, Scene
from graph.reading.relations.sectors import Sectors, in_sector, sector_lead
from graph.reading.reply import Reply
from graph.records import Mention, Relation, Status

__all__ = ["relations"]


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
    carried = tuple[Known, ...]()
    for told in _scenes(reply, known, structured="structure" not in without):
        scene = told.scene
        links += located(scene, home, told.here, told.topic)
        at_once = piloted(scene, home, districts, told.recent, told.topic, carried if told.joined else ())
        carried = tuple(link.target for link in at_once if link.rule in ("piloted.place", "piloted.carried"))
        links += at_once
        links += scene.contained()
        links += operated(scene)
        links += in_sector(scene, fields, told.sectors)
        links += issued(scene, home, department)
    known += [k for k in fields.values() if all(k is not s for s in stated)]
    links = _most_exact(links)
    links += by_name(reply, known, home) + larger_places(reply, known, home)
    return _records(links)


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
    joined: bool
    """Whether a semicolon joins it to the sentence before."""


def _scenes(reply: Reply, known: list[Known], *, structured: bool) -> Iterator[_Told]:
    """The body's sentences with their entities, and with what the sentences before leave to be understood."""
    pairs = sorted(((m, k) for k in known for m in k.mentions), key=lambda pair: (pair[0].start, pair[0].end))
    at, text = 0, reply.flow.text
    lead: Sectors = ()
    here, recent, past = False, None, list[Pair]()
    topic, topic_paragraph = tuple[Pair, ...](), -1
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
        here = here and bool(_ITEM.match(text, sentence.start) or text[sentence.start - 1 : sentence.start] == "；")
        meant = [] if not structured else _meant(text, sentence.start, sentence.end, inside, past, reply.where)
        scene = Scene(reply, sentence, sorted([*inside, *meant], key=lambda pair: (pair[0].start, pair[0].end)))
        if named := _heads(scene) or _announced(scene):
            topic, topic_paragraph = named, sentence.paragraph
        elif sentence.paragraph > topic_paragraph + 1 or (sentence.paragraph != topic_paragraph and _ITEM.match(scene.said)):
            topic = ()
        yield _Told(
            scene,
            lead,
            here,
            recent if structured else None,
            topic if structured else (),
            structured and text[sentence.start - 1 : sentence.start] == "；",
        )
        past += inside
        recent = next((p for p in reversed(inside) if p[1].type == "Scenario"), recent)
        if text[sentence.end - 1 : sentence.end] == "：" and scene.groups and scene.groups[0].start == sentence.start:
            topic, topic_paragraph = tuple(p.pair for p in scene.groups[0].places), sentence.paragraph
        if text[sentence.end - 1 : sentence.end] == "：":
            here = speaks_of_here(scene.said, home=any(k.name == reply.where.name for _, k in inside))


def _heads(scene: Scene) -> tuple[Pair, ...]:
    """The places that a heading consists of: （1）甲分园区."""
    if len(scene.groups) != 1 or len(scene.said) > 30:
        return ()
    rest = re.sub(rf"[{MASK}“”：、\s—-]|^.{{0,3}}?[、.．）]|是", "", scene.masked)
    return (
        tuple(p for p in scene.groups[0].of(("Carrier", "BusinessCircle", "Subdistrict", "Community"))) if len(rest) <= 2 else ()
    )


def _announced(scene: Scene) -> tuple[Pair, ...]:
    """The place that a paragraph opens with, before a colon: 甲镇：以…."""
    first = scene.groups[0] if scene.groups else None
    if (
        first is None
        or scene.text[first.end : first.end + 1] != "："
        or len(re.sub(r"\W", "", scene.between(scene.start, first.start))) > 3
    ):
        return ()
    return tuple(first.of(("Carrier", "BusinessCircle", "Subdistrict", "Community", "District")))


_ITEM = re.compile(r"\s*(?:—|-|·|[①-⑳]|\d{1,2}[、.．]|（\d{1,2}）|[一二三四五六七八九十]是)")
#: 园内, 岛上, 该园区: a place named before.
_MEANT = re.compile(
    r"(?:该|此|本)(?P<that>产业园区?|园区?|岛|谷|小镇|街道|街区|基地|大厦|楼宇|中心|片区|商圈|集聚区|示范区|测试区|开发区|社区|镇)(?!的?产业链)"
    r"|(?:(?<=[于在])|(?<=[搬移]到))(?P<here>此(?![前后次期基外类项])|这里)|(?<=[在户驻于到了])(?P<short>高新区|经开区|开发区|自贸区|综保区|保税区|软件园|科学城|新城|园区|试验区|先导区|示范区)(?=[，。；、]|\w{0,6}(?:集聚|落户|投产|起步|成长|孵化|建设|试点|运行|入驻))"
    r"|(?<=[。\n，；：])(?P<subject>小镇|大厦|园区|产业园|街区|基地|测试区|示范区|集聚区|商务区|开发区|街道(?=还|也|已|因地制宜|依托|联合|上线|推出))(?=还|也|已|因地制宜|依托|联合|上线|推出|位于|坐落|设在|地处|(?:已|先后|累计|现已?|目前|陆续)*(?:引进|集聚|汇聚|吸引|聚集|拥有|培育|引入))"
    r"|(?:(?<=[，。；、：在于从\n])|^|(?<=目前)|(?<=现))(?P<inner>产业园|园区?|岛|谷|小镇|镇|城|街区|基地|片区|商圈|大厦)(?:内|上|里)"
)
_MEANT_TYPES = ("Carrier", "BusinessCircle", "Subdistrict", "Community")
#: How far back a place that is only called 园内 may have been named, in characters.
_MEANT_REACH = 300


def _meant(text: str, start: int, end: int, inside: list[Pair], past: list[Pair], where: Where) -> list[Pair]:
    """Mentions of places that are called by their kind only, right after they were named."""
    found: list[Pair] = []
    for called in _MEANT.finditer(text, start, end):
        group = str(called.lastgroup)
        noun = called.group(group)
        if any(m.start <= called.start() < m.end or called.start(group) < m.end <= called.end(group) for m, _ in inside):
            continue
        if group == "here" and _HERE_BEFORE.search(text, start, called.start()):
            continue  # 区内有企业8000家，甲、乙扎根于此: the district
        own = [p for p in past if group == "short" and p[1].name.startswith(where.short or "-") and p[1].name.endswith(noun)]
        before = [*past, *own, *(p for p in inside if p[0].end <= called.start())]
        fit = [p for p in before if p[1].type in _MEANT_TYPES and not _elsewhere(p[1], where)]
        if (pair := _called(fit, noun, called.start(), 5000 if group == "short" else _MEANT_REACH)) is not None:
            found.append((Mention(pair[1].type, pair[1].name, *called.span(group), "anaphor", pair[0].confidence), pair[1]))
    return found


_HERE_BEFORE = re.compile(r"(?<![园校社地])[区县市]内|我[区县市省]")
_PARK = re.compile("产业园区?|园区?")


def _called(fit: list[Pair], noun: str, at: int, reach: int) -> Pair | None:
    """The last of the places before that a kind may mean; the only one of its kind however far back."""
    if noun in ("此", "这里"):
        return next((p for p in reversed(fit) if at - p[0].end <= reach), None)
    ending = ("园", "园区") if _PARK.fullmatch(noun) else noun
    called = [p for p in fit if p[1].name.endswith(ending)] or [p for p in fit if _is_called(p[1], noun)]
    if called and len(noun) > 2 and len({id(k) for _, k in called}) == 1:
        return called[-1]
    loose = [p for p in fit if _is_called(p[1], noun) and at - p[0].end <= reach]
    return next((p for p in reversed(called) if at - p[0].end <= reach), loose[-1] if loose else None)


def _elsewhere(known: Known, where: Where) -> bool:
    """Whether a carrier's name begins with another city's: 无锡雪浪小镇 is spoken of to compare."""
    own = {code, *divisions.chain(code)} if (code := where.code) else set[str]()
    return known.type == "Carrier" and any(
        s == 0 and n[-1] not in "区县镇" and not own.intersection(divisions.codes_of(n))
        for s, _, n in find_divisions(known.name[:4])
    )


def _is_called(known: Known, noun: str) -> bool:
    """Whether a place may be called by a kind: 某某创新园 is 园, 园区 and 产业园."""
    if known.type == "Carrier" and noun in ("园", "园区", "产业园", "产业园区"):
        return bool(re.search("[园城谷港]区?$|基地$|空间$|TOP$", known.name))
    return known.name.endswith(noun)


#: Rules that give the district only because the sentence, or the heading above it, names no smaller place.
_TO_THE_DISTRICT = frozenset({"piloted.district", "located.site-district"})


def _most_exact(links: list[Link]) -> list[Link]:
    """The district is the place of a scenario or a carrier only where no sentence gives a more exact one."""
    exact = {(link.type, id(link.source)) for link in links if not _is_general(link)}
    return [link for link in links if not _is_general(link) or (link.type, id(link.source)) not in exact]


def _is_general(link: Link) -> bool:
    return link.rule in _TO_THE_DISTRICT and link.target.type == "District"


def _records(links: list[Link]) -> list[Relation]:
    """Each pair once; a document has the issuer that a sentence states before the one in its name."""
    stated = {id(link.source) for link in links if link.type == "issuedBy" and link.rule != "issued.name"}
    grouped: dict[tuple[str, int, int], list[Link]] = {}
    for link in links:
        if link.rule == "issued.name" and id(link.source) in stated:
            continue
        if link.source is not link.target:
            grouped.setdefault((link.type, id(link.source), id(link.target)), []).append(link)
    return [_record(group) for group in grouped.values()]


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
