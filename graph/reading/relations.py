"""Which entity stands where to which other: read sentence by sentence from the mentions in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.lexicon import alternation, words
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.reading.status import clause_of, status_of
from graph.records import Evidence, Mention, Relation, Status

__all__ = ["Link", "relations"]

#: The most exact kind of place first.
_EXACT = ("Community", "Organisation", "Carrier", "BusinessCircle", "Road", "Subdistrict")
_VENUE = re.compile(r"(?:医院|卫生院|卫生服务中心|大学|学院|中学|小学|学校|幼儿园|图书馆|博物馆|文化馆|法院)$")
_ARRIVE = re.compile(rf"(?:{alternation('cue_verbs', 'arrive')})")
_HOST = re.compile(rf"(?:{alternation('cue_verbs', 'host')}|拥有|包括|形成了?)")
_HERE = re.compile(r"我[区县市省]|本[区县]|[区县市]内|辖区")
_BROUGHT = re.compile(r"签约|引进|招引|引入|落户|集聚|聚集|汇聚|涌现")
_ELSEWHERE = re.compile(r"(?:联合|携手|借助|依托|采用|对标|学习|借鉴|邀请|赴|参观)[^，。；]{0,30}$")
_WITH = re.compile(r"(?:与|和|同)[^，。；]{0,40}(?:合作|签约|签订|签署|对接|共建|联合)")
_SECTOR_LEAD = re.compile(
    r"^(?:如|例如|其中|在|一是|二是|三是|四是|[①-⑳])?([^，。；：、的]{2,8}?)(?:领域|方面|行业|板块|产业)[，：]"
)
_OF_SECTOR = re.compile(
    rf"([^，。；：、]{{2,18}}?)(?:领域|行业|产业|赛道|板块)的?[^，。；、]{{0,6}}?(?:{alternation('roles')})?$"
)
_RUN_BY = re.compile(
    r"(?:研发|开发|打造|建设|运营|推出|探索|上线|承建|搭建|推进|承担|实施|研制|建成|自主研发)(?:了|的|出|并运营)?[^。；]{0,24}$"
)
_ISSUES = re.compile(r"(?:出台|印发|发布|制定|制订|编制|颁布|下发|修订|推出|公布)(?:实施)?(?:了|并实施)?[^，。；]{0,12}$")


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of two known entities as one sentence says it."""

    type: str
    source: Known
    target: Known
    status: Status
    evidence: Evidence
    rule: str
    confidence: float


class _Scene:
    """One sentence with the known entities in it."""

    def __init__(self, reply: Reply, sentence: Sentence, inside: list[tuple[Mention, Known]]) -> None:
        self.reply = reply
        self.sentence = sentence
        self.inside = inside
        self.text = reply.flow.text

    def of(self, *types: str) -> list[tuple[Mention, Known]]:
        """Mentions of these types, in order."""
        return [pair for pair in self.inside if pair[0].type in types]

    def link(self, kind: str, source: tuple[Mention, Known], target: Known, rule: str, confidence: float) -> Link:
        """A relation with the whole sentence as its evidence and the source's status."""
        mention, known = source
        status = status_of(self.reply, self.sentence, mention)
        evidence = self.reply.flow.evidence(self.sentence.start, self.sentence.end)
        return Link(kind, known, target, status, evidence, rule, confidence)


def relations(reply: Reply, known: list[Known]) -> list[Relation]:
    """Every relation that the reply's sentences state, each pair once, with all its sentences.

    Parameters
    ----------
    reply:
        Whose sentences are read.
    known:
        Its entities. The replying district is among them.
    """
    home = next((k for k in known if k.type == "District" and k.name == reply.where.name), None)
    links: list[Link] = []
    lead: Sectors = ()
    for scene, lead in _scenes(reply, known):
        links += _located(scene, home)
        links += _piloted(scene, home)
        links += _operated(scene)
        links += _in_sector(scene, known, lead)
        links += _issued(scene, home)
    links = _most_exact(links)
    links += _by_name(reply, known, home) + _larger_places(reply, known, home)
    return _records(links)


Sectors = tuple[str, ...]


def _scenes(reply: Reply, known: list[Known]) -> Iterable[tuple[_Scene, Sectors]]:
    """The body's sentences with their entities, and the field that a sentence or one before it opens with."""
    pairs = sorted(((m, k) for k in known for m in k.mentions), key=lambda pair: (pair[0].start, pair[0].end))
    at = 0
    lead: Sectors = ()
    text = reply.flow.text
    for sentence in reply.sentences:
        inside = []
        while at < len(pairs) and pairs[at][0].start < sentence.end:
            if pairs[at][0].start >= sentence.start:
                inside.append(pairs[at])
            at += 1
        opened = _SECTOR_LEAD.match(text[sentence.start : sentence.start + 24])
        if opened:
            lead = _sector_names(opened.group(1))
        elif text[sentence.start - 1 : sentence.start] != "；":
            lead = ()
        yield _Scene(reply, sentence, inside), lead


def _sector_names(phrase: str) -> Sectors:
    """The fields that a phrase names: known ones, or its last words."""
    phrase = re.sub(rf"^(?:{'|'.join(('其中', '不乏', '如', '例如', '在', '对', '围绕', '聚焦', '从事'))})+", "", phrase)
    parts = re.split(r"[和与及、]", phrase)
    names = []
    for part in parts:
        ending = next((part[i:] for i in range(len(part)) if part[i:] in words("sectors")), None)
        names.append(ending or part)
    return tuple(name for name in names if name in words("sectors") or (2 <= len(name) <= 10 and len(parts) == 1))


def _places_before(scene: _Scene, index: int, types: tuple[str, ...]) -> list[tuple[Mention, Known]]:
    """The places of the clause nearest before a position that has any; of several kinds the most exact."""
    candidates = [p for p in scene.of(*types) if p[0].end <= index and _is_venue(p[0])]
    if not candidates:
        return []
    clause, _ = clause_of(scene.reply, scene.sentence, candidates[-1][0].start)
    near = [p for p in candidates if p[0].start >= clause]
    for kind in types:
        of_kind = [p for p in near if p[0].type == kind]
        if of_kind:
            return _one_list(scene, of_kind)
    return []


def _is_venue(mention: Mention) -> bool:
    return mention.type != "Organisation" or bool(_VENUE.search(mention.name))


def _one_list(scene: _Scene, places: list[tuple[Mention, Known]]) -> list[tuple[Mention, Known]]:
    """The last place and those that are joined to it by 、 or 和."""
    kept = [places[-1]]
    for place in reversed(places[:-1]):
        gap = scene.text[place[0].end : kept[-1][0].start]
        if gap.strip("“”等") not in ("、", "和", "与", "及", "以及", ""):
            break
        kept.append(place)
    return kept[::-1]


def _places_after(scene: _Scene, index: int, types: tuple[str, ...], before: str) -> list[tuple[Mention, Known]]:
    """The place that a verb of arrival or 在 points to behind a position, in the same clause."""
    _, end = clause_of(scene.reply, scene.sentence, index)
    candidates = [p for p in scene.of(*types) if index <= p[0].start < end and _is_venue(p[0])]
    for place in candidates:
        if re.search(rf"(?:{before})[^，。；]{{0,8}}$", scene.text[index : place[0].start]):
            same = [p for p in candidates if p[0].type == place[0].type and p[0].start >= place[0].start]
            return [
                p
                for p in same
                if p is place or re.fullmatch(r".{0,40}、[“]?", scene.text[place[0].end : p[0].start] or "、") is not None
            ][:6]
    return []


def _located(scene: _Scene, home: Known | None) -> list[Link]:
    links = []
    firms = scene.of("Enterprise")
    for firm in firms:
        links += _firm_place(scene, firm, home)
    for site in scene.of("Carrier"):
        links += _site_place(scene, site, home)
    return links


def _firm_place(scene: _Scene, firm: tuple[Mention, Known], home: Known | None) -> list[Link]:
    """Where a firm arrived; else what place holds it; else the district that the sentence speaks of."""
    mention = firm[0]
    before = scene.text[scene.sentence.start : mention.start]
    kinds = ("Carrier", "BusinessCircle", "Community", "Road", "Subdistrict", "District")
    after = _places_after(scene, mention.end, kinds, "|".join(sorted(words("cue_verbs") & _ARRIVALS, key=len, reverse=True)))
    if after:
        return [scene.link("locatedIn", firm, place, "located.arrival", 0.9) for _, place in after]
    hosts = _places_before(scene, mention.start, kinds[:-1])
    if hosts:
        gap = scene.text[hosts[-1][0].end : mention.start]
        if len(gap) < 60 and _HOST.search(gap) and not re.search("推动|支持|带动|服务|面向", gap):
            return [scene.link("locatedIn", firm, hosts[-1][1], "located.host", 0.8)]
    clause_start, clause_end = clause_of(scene.reply, scene.sentence, mention.start)
    if _ELSEWHERE.search(scene.text[clause_start : mention.start]) or _WITH.search(scene.text[clause_start:clause_end]):
        return []
    return _firm_district(scene, firm, home, before)


_ARRIVALS = frozenset(
    (
        "入驻",
        "进驻",
        "落户",
        "落地",
        "落址",
        "迁入",
        "迁至",
        "位于",
        "坐落",
        "坐落于",
        "地处",
        "设在",
        "扎根",
        "落子",
        "选址",
        "投产",
        "成长壮大",
        "集聚",
        "聚集",
    )
) | {"在"}


def _firm_district(scene: _Scene, firm: tuple[Mention, Known], home: Known | None, before: str) -> list[Link]:
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    districts = [k for _, k in scene.of("District")]
    others = [p for p in scene.of("District") if p[1] is not home and _is_county(p[1])]
    if home is not None and (home in districts or _HERE.search(sentence) or _BROUGHT.search(before)):
        return [scene.link("locatedIn", firm, home, "located.district", 0.7)]
    if others and re.search("的|在", scene.text[others[-1][0].end : firm[0].start][:3]) and before:
        return [scene.link("locatedIn", firm, others[-1][1], "located.district", 0.6)]
    return []


def _is_county(known: Known) -> bool:
    return bool(known.code) and not str(known.code).endswith("0000")


def _site_place(scene: _Scene, site: tuple[Mention, Known], home: Known | None) -> list[Link]:
    mention = site[0]
    kinds = ("Road", "Community", "BusinessCircle", "Subdistrict")
    after = _places_after(scene, mention.end, kinds, "位于|坐落于?|地处|在|选址|落户")
    if after:
        return [scene.link("locatedIn", site, after[0][1], "located.site", 0.85)]
    places = _places_before(scene, mention.start, kinds)
    gap = scene.text[places[-1][0].end : mention.start] if places else ""
    if places and len(gap) <= 12 and not gap.startswith(("、", "和", "及", "与")):
        return [scene.link("locatedIn", site, places[-1][1], "located.site", 0.75)]
    prefix = next((k for m, k in scene.of("District") if m.end == mention.start), None)
    if prefix is not None:
        return [scene.link("locatedIn", site, prefix, "located.prefix", 0.85)]
    sentence = scene.text[scene.sentence.start : scene.sentence.end]
    named = [k for _, k in scene.of("District")]
    if home is not None and (home in named or re.search(r"我[区县市]|本[区县]", sentence)):
        return [scene.link("locatedIn", site, home, "located.site-district", 0.65)]
    return []


def _piloted(scene: _Scene, home: Known | None) -> list[Link]:
    """The most exact place that the sentence gives for a scenario; else the district."""
    links = []
    for scenario in scene.of("Scenario"):
        index = scenario[0].start
        places = _places_after(scene, scenario[0].end, _EXACT, "在|于|落户|落地|覆盖") or _places_before(scene, index, _EXACT)
        if places:
            links += [scene.link("pilotedIn", scenario, place, "piloted.place", 0.8) for _, place in places]
            continue
        others = [p for p in scene.of("District") if p[1] is not home and p[0].end <= index]
        inner = [p for p in others if p[1].code and home is not None and _inside(str(p[1].code), str(home.code))]
        if inner and re.search("在$", scene.text[: inner[-1][0].start]):
            links.append(scene.link("pilotedIn", scenario, inner[-1][1], "piloted.within", 0.75))
            continue
        own = [p for p in scene.of("District") if p[1] is home]
        if others and not own:
            links.append(scene.link("pilotedIn", scenario, others[-1][1], "piloted.elsewhere", 0.6))
        elif home is not None:
            links.append(scene.link("pilotedIn", scenario, home, "piloted.district", 0.6))
    return links


def _inside(code: str, larger: str) -> bool:
    """Whether a county's code lies in a prefecture or province."""
    return larger.endswith("00") and code != larger and code.startswith(larger.rstrip("0"))


def _operated(scene: _Scene) -> list[Link]:
    """A firm before the verb that makes or runs a scenario, in the same clause or the one before."""
    links = []
    for scenario in scene.of("Scenario"):
        firms = [p for p in scene.of("Enterprise") if p[0].end <= scenario[0].start]
        if (
            firms
            and _RUN_BY.search(scene.text[firms[-1][0].end : scenario[0].start])
            and len(scene.text[firms[-1][0].end : scenario[0].start]) < 30
        ):
            links.append(scene.link("operatedBy", scenario, firms[-1][1], "operated.subject", 0.7))
    return links


def _in_sector(scene: _Scene, known: list[Known], lead: Sectors) -> list[Link]:
    links = []
    for name in lead:
        links += [scene.link("inSector", s, _sector(scene, known, name), "sector.lead", 0.8) for s in scene.of("Scenario")]
    before: Sectors = ()
    last_end = -1
    for firm in scene.of("Enterprise"):
        start = firm[0].start
        clause = scene.text[max(scene.sentence.start, start - 30) : start]
        clause = re.split(r"[，。；：]", clause)[-1]
        found = _OF_SECTOR.search(re.sub(r"^.*、", "", clause) if "、" in clause and "的" in clause.split("、")[-1] else clause)
        if found:
            before = _sector_names(re.sub(r"^.*(?:赋能|聚焦|深耕|专注|从事|属于)", "", found.group(1)))
        elif not (last_end >= 0 and scene.text[last_end:start] in ("和", "与", "、", "及", "以及")):
            before = ()
        last_end = firm[0].end
        links += [scene.link("inSector", firm, _sector(scene, known, name), "sector.apposition", 0.8) for name in before]
    return links


def _sector(scene: _Scene, known: list[Known], name: str) -> Known:
    """The field as a known entity; its evidence is where the sentence says its name."""
    sector = next((k for k in known if k.type == "Sector" and k.name == name), None)
    if sector is None:
        sector = Known("Sector", name, "sector.stated", 0.8)
        known.append(sector)
    at = scene.text.rfind(name, 0, scene.sentence.end)
    if at >= 0 and not any(m.start == at for m in sector.mentions):
        sector.mentions.append(Mention("Sector", name, at, at + len(name), "sector.stated", 0.8))
    return sector


def _issued(scene: _Scene, home: Known | None) -> list[Link]:
    """Who issued a document as the sentence says it."""
    links = []
    for policy in scene.of("Policy"):
        before = scene.text[scene.sentence.start : policy[0].start]
        if not _ISSUES.search(before):
            continue
        clause, _ = clause_of(scene.reply, scene.sentence, policy[0].start)
        offices = [p for p in scene.of("Organisation") if clause <= p[0].start and p[0].end <= policy[0].start]
        if offices and len(scene.text[offices[-1][0].end : policy[0].start]) < 20:
            links += [scene.link("issuedBy", policy, office, "issued.subject", 0.8) for _, office in _one_list(scene, offices)]
        elif home is not None and re.search(r"我[区县市省](?:政府)?[^，。；]{0,10}$", _ISSUES.sub("", before.split("，")[-1])):
            links.append(scene.link("issuedBy", policy, home, "issued.here", 0.75))
    return links


def _by_name(reply: Reply, known: list[Known], home: Known | None) -> list[Link]:
    """The place in a document's own name, where no sentence says who issued it; the road in a building's name."""
    links = []
    for policy in [k for k in known if k.type == "Policy"]:
        place = _issuer_in_name(reply, policy.name, known, home)
        if place is not None:
            links.append(_from_name(reply, "issuedBy", policy, place, "issued.name"))
    for site in [k for k in known if k.type == "Carrier"]:
        road = re.match(r"([\u4e00-\u9fff]{2,4}(?:路|大道))(?=[^口\d])", site.name)
        if road:
            links.append(_from_name(reply, "locatedIn", site, _road(known, site, road.group(1)), "located.name"))
    return links


def _from_name(reply: Reply, kind: str, source: Known, target: Known, rule: str) -> Link:
    mention = source.mentions[0]
    return Link(kind, source, target, Status.EXISTING, reply.flow.evidence(mention.start, mention.end), rule, 0.85)


def _issuer_in_name(reply: Reply, name: str, known: list[Known], home: Known | None) -> Known | None:
    first = next(((s, e, n) for s, e, n in find_divisions(name) if s == 0 or name[:s] in ("关于", "关于加快", "关于推进")), None)
    if first is not None:
        codes = divisions.codes_of(first[2])
        if home is not None and first[2] in (home.name, reply.where.short):
            return home
        full = divisions.name_of(codes[0]) if len(codes) == 1 else first[2]
        return _district(known, full or first[2], codes[0] if len(codes) == 1 else None, name)
    if home is not None and reply.where.short and name.startswith(reply.where.short):
        return home
    return None


def _district(known: list[Known], name: str, code: str | None, said_in: str) -> Known:
    place = next((k for k in known if k.type == "District" and (k.name == name or name in k.aliases)), None)
    if place is None:
        place = Known("District", name, "place.in-name", 0.85, code=code)
        source = next(k for k in known if k.name == said_in)
        place.mentions.append(source.mentions[0])
        known.append(place)
    return place


def _road(known: list[Known], site: Known, name: str) -> Known:
    road = next((k for k in known if k.type == "Road" and k.name == name), None)
    if road is None:
        road = Known("Road", name, "place.in-name", 0.8)
        first = site.mentions[0]
        road.mentions.append(Mention("Road", name, first.start, first.end, "place.in-name", 0.8))
        known.append(road)
    return road


def _larger_places(reply: Reply, known: list[Known], home: Known | None) -> list[Link]:
    """Subdistricts in the replying district, the district in its city, as the official list has them."""
    links = []
    for town in [k for k in known if k.type == "Subdistrict"]:
        if home is not None and (
            town.code is None or str(town.code).startswith((reply.where.code or "-")[:6].rstrip("0") or "-")
        ):
            links.append(_from_name(reply, "partOf", town, home, "divisions"))
    for place in [k for k in known if k.type == "District" and k.code]:
        for code in divisions.chain(str(place.code))[:1]:
            larger = next((k for k in known if k.type == "District" and k.code == code), None)
            if larger is not None:
                links.append(_from_name(reply, "partOf", place, larger, "divisions"))
    return links


def _most_exact(links: list[Link]) -> list[Link]:
    """The district is the place of a scenario or a firm only where no sentence gives a more exact one."""
    exact = {(link.type, id(link.source)) for link in links if link.type == "pilotedIn" and link.rule != "piloted.district"}
    return [
        link
        for link in links
        if not (link.type == "pilotedIn" and link.rule == "piloted.district" and (link.type, id(link.source)) in exact)
    ]


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
