"""A reply's flow to its mentions: what each rule points to, the overlaps settled, names known once found everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from ahocorasick_rs import AhoCorasick

from graph.reading import divisions
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.abbreviations import abbreviations
from graph.reading.mentions.dealings import dealings
from graph.reading.mentions.enumerations import Enumeration, enumerations
from graph.reading.mentions.firms import known_firms
from graph.reading.mentions.items import listed
from graph.reading.mentions.landmarks import known_carriers
from graph.reading.mentions.names import clean, is_generic, key, occurrences
from graph.reading.mentions.places import places
from graph.reading.mentions.policies import policies
from graph.reading.mentions.quoted import quoted
from graph.reading.mentions.roles import roles
from graph.reading.mentions.services import known_services, services
from graph.reading.mentions.showcases import showcases
from graph.reading.mentions.site_kinds import is_kind_of_site
from graph.reading.mentions.suffixed import suffixed
from graph.reading.mentions.titled import titled
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import CORE_TYPES, Mention

__all__ = ["find_mentions", "named", "recalled", "settle"]

#: A name is looked for elsewhere in the reply where at least this sure of it.
_KNOWN = 0.6
_DOUBTFUL = 0.5


def find_mentions(reply: Reply, without: frozenset[str] = frozenset(), lists: list[Enumeration] | None = None) -> list[Mention]:
    """Every mention of the reply's body in order, none inside another one.

    Parameters
    ----------
    reply:
        Of one document; nothing of other replies is known.
    without:
        Parts of the reader that are left out (:data:`graph.reading.parts.PARTS`).
    lists:
        The reply's lists, where they are known already.

    Returns
    -------
    list of Mention
        Also those of a low confidence: who uses them sets the limit.
    """
    lists = [] if "lists" in without else enumerations(reply) if lists is None else lists
    fields = {span for e in lists if e.head in ("Sector", "-") and e.sure > 0.8 for span in e.items}
    items = listed(reply, lists)
    finders: dict[str, Callable[[], Iterable[Mention]]] = {
        "policies": lambda: policies(reply),
        "lists": lambda: items,
        "quotations": lambda: quoted(reply, lists, items),
        "roles": lambda: [*roles(reply), *dealings(reply)],
        "abbreviations": lambda: abbreviations(reply),
        "known": lambda: [*known_firms(reply), *known_carriers(reply), *known_services(reply)],
        "services": lambda: [*services(reply, lists), *showcases(reply)],
        "endings": lambda: (m for m in suffixed(reply) if not (m.rule == "suffix.brand" and (m.start, m.end) in fields)),
        "places": lambda: places(reply),
        "titles": lambda: titled(reply),
    }
    found = [mention for part, finder in finders.items() if part not in without for mention in finder()]
    kept = settle([_without_district(_as_cited(m, reply), reply) for m in found if _is_phrase(m)])
    return kept if "memory" in without else recalled(reply, kept)


def recalled(reply: Reply, kept: list[Mention]) -> list[Mention]:
    """Mentions with those of names that are typed once and stand bare elsewhere, none inside another one."""
    return settle([*kept, *_recalled(reply, kept)])


def named(reply: Reply, mention: Mention) -> Mention:
    """The mention under its own name: a district's full name before it is dropped from the name and kept in an alias."""
    return _without_district(mention, reply)


#: Words that make a clause of what was read as a name: pronouns, the particle of what is done, conjunctions.
_CLAUSE = re.compile(
    r"[已它其]|我[们市区县省]|(?<!自)由(?!由)|是(?!镇)|归(?!来|心|谷)|往(?!来|事)|先后|均已|而行|自动抓取|越来越|从而|以及|并且|[来去]年|我委|我局|之所以"
)
_UNMARKED = ("suffix.", "role.", "list.", "service.", "policy.p", "policy.s", "policy.l", "policy.i")


def _is_phrase(mention: Mention) -> bool:
    """Whether an unmarked name is none of a clause: 交通管理已同园区."""
    unmarked = mention.rule.startswith(_UNMARKED) and mention.type in (*CORE_TYPES, "Organisation", "Facility")
    return not (unmarked and _CLAUSE.search(mention.name))


#: 《甲方案》明确提出鼓励…: what follows is what a document wants, and not what is there.
_CITES = re.compile(r"》(?:（[^（）]*）)?[^，。；》]{0,10}(?:提出|要求|强调|指出|鼓励|规定|部署|提到|明确)[^。；》]{0,90}$")
_AS_CITED = 0.5


def _as_cited(mention: Mention, reply: Reply) -> Mention:
    if mention.type != "Scenario":
        return mention
    sentence = reply.sentence_at(mention.start)
    before = reply.flow.text[sentence.start : mention.start] if sentence else ""
    if "》" not in before or not _CITES.search(before):
        return mention
    return replace(mention, confidence=round(mention.confidence * _AS_CITED, 3))


#: What a carrier's name is written with and is no part of it.
_IN_ZONE = re.compile(r"[\u4e00-\u9fff]{2,3}新区(?=[\u4e00-\u9fff]{4})")
_BEHIND_ZONE = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:高新区|经开区|开发区|保税区|示范区|片区|社区|新城|街道)(?=(?![东西南北中]区)[\u4e00-\u9fffA-Za-z0-9·]{5})"
)
_IN_TOWN = re.compile(r"[\u4e00-\u9fff]{1,4}(?:街道|镇)(?=[\u4e00-\u9fff]{4})")
_IN_STREET = re.compile(r"[\u4e00-\u9fff]{2,4}(?:路|大道|大街)(?=[\u4e00-\u9fff]{2,8}(?:大厦|广场|大楼|中心)$)")


def _scenario_without_district(mention: Mention, reply: Reply) -> Mention:
    """南岸区渣土智能监察 is 渣土智能监察; what is only a kind of platform without its place keeps it."""
    first = next((end for start, end, name in find_divisions(mention.name) if start == 0 and name[-1] in "市区县省"), 0)
    first = first or _short_county(mention.name, reply)
    rest = mention.name[first:]
    if first == 0 or len(rest) < 4 or is_generic(rest) or rest in words("sectors"):
        return mention
    begin = mention.start + first if reply.flow.text.startswith(mention.name[:first], mention.start) else mention.start
    return replace(mention, name=rest, start=begin, aliases=(mention.name, *mention.aliases))


def _short_county(name: str, reply: Reply) -> int:
    """Length of a county's short name that a city's scenario begins with: 合川智慧停车."""
    code = reply.where.code
    if not code or not code.endswith("00") or not _MARK.match(name, 2):
        return 0
    shorts = (divisions.short_form(county.name) for county in divisions.children(code))
    return 2 if name[:2] in shorts else 0


_MARK = re.compile(rf"(?:{alternation('scenario_marks')})")
_KIND_OF_SITE = re.compile(rf"(.*?)(?:{alternation('carrier_suffixes', 'strong')}|园区)")


def _is_kind(name: str) -> bool:
    """Whether a carrier's name without its place says no more than what kind of carrier it is."""
    found = _KIND_OF_SITE.fullmatch(name)
    core = found.group(1) if found else name
    return core in words("sectors") or is_generic(core)


#: What only classifies behind a name: 无人机巡河场景 is 无人机巡河; what may belong to it stays, and the core is one more name.
_CLASSIFIES = re.compile(r"(?:应用|服务|示范)?场景(?:应用)?$")
_MAY_CLASSIFY = re.compile(r"(?:试点|项目|应用|功能|示范应用)$")


def _with_core(mention: Mention) -> Mention:
    """A scenario known by its core too, and by it alone where the word behind only classifies."""
    for pattern, instead in ((_CLASSIFIES, True), (_MAY_CLASSIFY, False)):
        core = pattern.sub("", mention.name)
        if core != mention.name and len(core) >= 4 and not is_generic(core) and core not in words("sectors"):
            name, other = (core, mention.name) if instead else (mention.name, core)
            return replace(mention, name=name, aliases=tuple(dict.fromkeys((other, *mention.aliases))))
    return mention


#: 甲集团江苏总部, 乙科技中国区总部: the firm, called by its seat there.
_SEAT = re.compile(
    r"(?:中国区?|亚太区?|亚洲|全国|全球|国际|国内|华东|华南|华北|华中|西南|西北|东北|南方|北方|长三角|大湾区|京津冀|区域|大区|第[一二]|集团|企业|研发|运营|销售|营销|结算|功能性?|区域性)*总部$"
)


def _without_seat(mention: Mention) -> Mention:
    """A firm that is called by its seat (甲集团江苏总部) under its own name, the other form as an alias."""
    seat = _SEAT.search(mention.name)
    if seat is None:
        return mention
    core = mention.name[: seat.start()]
    placed = next((start for start, end, _ in find_divisions(core) if end == len(core) and start > 1), len(core))
    name = core[:placed]
    if len(name) < 2 or is_generic(name) or name in words("sectors"):
        return mention
    return replace(mention, name=name, aliases=(mention.name, *mention.aliases))


def _of_another(reply: Reply, own: str, bare: str) -> bool:
    """Whether another place has a carrier of the same name: 甲县南药产业园 beside 乙区南药产业园."""
    text = reply.flow.text
    for at in occurrences(text, bare, *reply.body):
        before = text[max(at - 8, 0) : at]
        if any(end == len(before) and not own.endswith(before[start:end]) for start, end, _ in find_divisions(before)):
            return True
    return False


def _without_district(mention: Mention, reply: Reply) -> Mention:
    """A district's full name before a carrier's or a scenario's own name is dropped from the name and kept in an alias."""
    if mention.type == "Scenario":
        return _with_core(_scenario_without_district(mention, reply))
    if mention.type == "Enterprise":
        return _without_seat(mention)
    if mention.type != "Carrier":
        return mention
    text = reply.flow.text[mention.start : mention.end]
    cut = 0
    for start, end, name in find_divisions(text):
        if start == cut and name[-1] in "市区县省" and len(text) - end >= 4:
            cut = end
    if cut == 0 and (zone := _IN_ZONE.match(text)):
        cut = zone.end()
    town = _IN_TOWN.match(text[cut:])
    if town and reply.where.code and divisions.township(town.group(), reply.where.code):
        cut += town.end()
    if cut == 0 and (street := _IN_STREET.match(text)):
        cut = street.end()
    if cut == 0 and (zone := _BEHIND_ZONE.match(text)) and not is_kind_of_site(text[zone.end() :]):
        cut = zone.end()
    if cut == 0 or _is_kind(text[cut:]) or _of_another(reply, text[:cut], text[cut:]):
        return mention  # 甲市生物医药产业园 is its whole name: another county may have one
    return replace(mention, name=clean(text[cut:]), start=mention.start + cut, aliases=(mention.name, *mention.aliases))


def settle(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap the longer and surer one, in order of position.

    Where two rules see the same span as one type, the surer one speaks, and a little surer for the company.
    """
    ranked = sorted(_merged(mentions), key=lambda m: (-_rank(m), m.start, m.type, m.name))
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in ranked:
        span = range(mention.start, mention.end)
        if not taken.intersection((span[0], span[-1])) and not any(i in taken for i in span):
            kept.append(mention)
            taken.update(span)
    return sorted(kept, key=lambda m: (m.start, m.end))


def _rank(mention: Mention) -> float:
    size = 0.05 * min(mention.end - mention.start, 12)
    if mention.confidence < _DOUBTFUL:  # a doubt hides nothing that is surer
        return mention.confidence - 1.0 + size
    if mention.rule.startswith("place.o"):  # a district's name is often the beginning of a longer one: 中山医院
        return 0.4
    return mention.confidence + size + (1.0 if mention.rule == "policy.marked" else 0.0)


def _merged(mentions: list[Mention]) -> list[Mention]:
    best: dict[tuple[str, int, int], Mention] = {}
    for mention in mentions:
        at = (mention.type, mention.start, mention.end)
        other = best.get(at)
        if other is None:
            best[at] = mention
            continue
        strong, weak = (mention, other) if mention.confidence > other.confidence else (other, mention)
        sure = 1 - (1 - strong.confidence) * (1 - 0.3 * weak.confidence)
        aliases = tuple(dict.fromkeys([*strong.aliases, *weak.aliases, weak.name]))
        best[at] = Mention(
            strong.type,
            strong.name,
            strong.start,
            strong.end,
            strong.rule,
            round(sure, 3),
            tuple(a for a in aliases if a != strong.name),
        )
    return list(best.values())


def _recalled(reply: Reply, kept: list[Mention]) -> list[Mention]:
    """A name typed once is known when it stands bare."""
    text, (start, stop) = reply.flow.text, reply.body
    names: dict[str, Mention] = {}
    for mention in kept:
        if mention.confidence >= _KNOWN and mention.type not in ("District",):
            for name in (mention.name, *mention.aliases, *_bare(mention)):
                if len(key(name)) >= 2:
                    names.setdefault(name, mention)
    found, told = [], list(names.values())
    for which, first, last in AhoCorasick(list(names)).find_matches_as_indexes(text[start:stop], overlapping=True):
        mention, begin, end = told[which], start + first, start + last
        covers = begin <= mention.start and mention.end <= end  # 甲区乙服务 around 乙服务 itself
        if not covers and not _runs_on(text, begin, end):
            sure = round(mention.confidence - 0.05, 3)
            found.append(Mention(mention.type, mention.name, begin, end, mention.rule, sure, mention.aliases))
    return found


_ZONE = re.compile(r"(?:高新区|经开区|高新技术产业开发区|经济技术开发区|科技城|科学城|商务区)$")


def _bare(mention: Mention) -> tuple[str, ...]:
    """松山湖 alone is 松山湖高新区 in a reply that names it."""
    bare = _ZONE.sub("", mention.name) if mention.type == "Carrier" else mention.name
    return (bare,) if bare != mention.name and len(bare) >= 3 and not find_divisions(bare) else ()


def _runs_on(text: str, begin: int, end: int) -> bool:
    """A Latin name does not begin or end inside a Latin word."""
    return _is_latin(text[begin - 1 : begin + 1]) or _is_latin(text[end - 1 : end + 1])


def _is_latin(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()
