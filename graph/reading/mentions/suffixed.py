"""Names told by how they end: firms, carriers, offices, platforms, facilities, models, events."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.names import clean, ends_in_sector, is_generic, is_rare, left_edge
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["suffixed"]

_BEHIND = r"(?![\u4e00-\u9fff]?[家所个座]\b)"
_LEGAL = re.compile(rf"(?:{alternation('enterprise_suffixes', 'legal')})(?:[\u4e00-\u9fff]{{2,6}}?公司)?(?![法制化园区层级])")
_BRAND = re.compile(rf"(?:{alternation('enterprise_suffixes', 'brand')})")
#: What a firm's name is followed by: the end of the phrase, or the predicate that it is the subject of.
_AFTER_FIRM = frozenset(("v", "vd", "p", "d", "c", "uj", "u", "ul", "ad", "x", "eng"))
_SITE = re.compile(rf"(?:{alternation('carrier_suffixes', 'strong')})(?!区块|域|级|市|[镇乡])")
_OFFICE = re.compile(rf"(?:{alternation('organisation_suffixes')})(?![长级委们])")
_BUREAU = re.compile(
    r"(?<![\u4e00-\u9fff])?[省市区县](?:委|政府)?[\u4e00-\u9fff]{1,8}?(?:局|委|办|厅)(?![\u4e00-\u9fff]{0,1}[长部])"
)
#: A division of a ministry, whose name may hold 与.
_DIVISION = re.compile(r"([\u4e00-\u9fff]{1,6}部)[\u4e00-\u9fff]{2,12}司(?![法机])")
#: 委 and 办 end many words: only behind these are they an office.
_BUREAU_ENDS = re.compile(r"[局厅]$|[改信科建商卫经教民财农发资安网宣组政][委办]$|[员工党]委$")
_NO_BUREAU = re.compile(r"[省市区县](?:内|外|级|域|场|民|里|中|县|区)")
_SYSTEM = re.compile(rf"(?:{alternation('scenario_suffixes', 'system')})(?:\d\.\d)?(?![经企型])")
_VENUE = re.compile(
    rf"(?:{alternation('scenario_marks')})[^，。；：、！？“”《》（）\s的和与及等]{{0,8}}?(?:{alternation('scenario_suffixes', 'venue')})(?:试点)?"
)
_MARK = re.compile(rf"(?:{alternation('scenario_marks')})")
_FACILITY = re.compile(
    r"(?:智算中心|超算中心|算力中心|数据中心|训练基地|算力集群|枢纽节点|充电站|起降场|起降点|调度中心|指挥中心|运营中心|体验中心)"
)
_MODEL = re.compile(r"[^，。；：、！？“”《》（）\s]{2,10}大模型(?![\u4e00-\u9fff]{0,2}(?:产业|企业|技术|应用|训练|生态))")
_EVENT = re.compile(r"(?:大会|论坛|峰会|博览会|大赛|高峰会|交易会|展览会|进博会|艺术节|文化节|消费节|购物节)(?!议)")
_PILOT = re.compile(r"(?:试点|示范|应用)(?=[，。；、\n]|工作|任务|项目|建设|的|，)")
_RULES_OUT = re.compile(r"^(?:各|该|本|此|其|每|某|上述|这|那|任何|所有|有关|相关|多|两|三|四|五|几|一[批些个座家])")
_NOT_LEGAL = re.compile(
    r"(?:国有|民营|上市|外资|合资|龙头|科技|大型|中小|运营|母|子|总|分|各|该|商业|投资|担保|物业|保险|证券|基金|互联网|平台|第三方|村镇|合作|政策性|开发性|中央|人民|血|骨髓|数据|种质|水|时间|运营|通信|电信|国际|文化|城投|建筑|供电|供水|燃气|水务|公交|地铁|出租|租赁|制药|软件|网络|旅游|养老|家政|保安|环卫|企业|我|贵|外|本|一批|等|多家|家|个)$"
)


def suffixed(reply: Reply) -> list[Mention]:
    """Every name of the body that its ending tells; those that need a context have a low confidence."""
    found: list[Mention] = []
    for sentence in reply.sentences:
        found += _firms(reply, sentence)
        found += _sites(reply, sentence)
        found += _offices(reply, sentence)
        found += _systems(reply, sentence)
        found += _others(reply, sentence)
    return found


def _firms(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for suffix in _LEGAL.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, suffix.end(), sentence.start)
        core = text[start : suffix.start()]
        if len(core) < 2 or (_NOT_LEGAL.search(core) and len(core) < 4) or is_generic(core) or _RULES_OUT.match(core):
            continue
        sure = 0.95 if len(suffix.group()) > 2 or suffix.group() in ("银行",) or _rare(reply, start, suffix.start()) else 0.5
        found.append(Mention("Enterprise", clean(text[start : suffix.end()]), start, suffix.end(), "suffix.legal", sure))
    for suffix in _BRAND.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, suffix.end(), sentence.start)
        core = text[start : suffix.start()]
        following = reply.tokens[min(reply.token_at(suffix.end()), len(reply.tokens) - 1)]
        if following.start != suffix.end() or following.tag not in _AFTER_FIRM:
            continue
        if ends_in_sector(text[start : suffix.end()]) or re.search("[-—]", core):
            continue
        if 2 <= len(core) <= 6 and not is_generic(core) and core not in words("sectors") and _rare(reply, start, suffix.start()):
            before = text[start - 1 : start]
            sure = 0.6 if before in "，、“。；：\n" or text[start - 2 : start] in ("推动", "支持", "引进", "企业") else 0.45
            found.append(Mention("Enterprise", clean(text[start : suffix.end()]), start, suffix.end(), "suffix.brand", sure))
    return found


def _rare(reply: Reply, start: int, end: int) -> bool:
    first, last = reply.token_at(start), reply.token_at(max(end - 1, start))
    return is_rare(list(reply.tokens[first : last + 1]))


def _sites(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for suffix in _SITE.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, suffix.end(), sentence.start)
        core = text[start : suffix.start()]
        if (
            len(core) < 2
            or _RULES_OUT.match(core)
            or is_generic(core)
            or is_generic(core.lstrip("省市区县"))
            or core[-1] in "型类级式"
        ):
            continue
        placed = any(s == 0 and e < len(core) for s, e, _ in find_divisions(core)) or (
            reply.where.short is not None and core.startswith(reply.where.short)
        )
        sure = 0.85 if placed or _rare(reply, start, suffix.start()) else 0.6
        if core in words("sectors") or re.search(r"[化市区县省]$", core):
            sure -= 0.3
        found.append(Mention("Carrier", clean(text[start : suffix.end()]), start, suffix.end(), "suffix.carrier", sure))
    return found


def _offices(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for suffix in _OFFICE.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, suffix.end(), sentence.start)
        core = text[start : suffix.start()]
        if (
            len(core) < 2
            or _RULES_OUT.match(core)
            or is_generic(core)
            or re.search("[布格结全大]局$", text[start : suffix.end()])
        ):
            continue
        found.append(Mention("Organisation", clean(text[start : suffix.end()]), start, suffix.end(), "suffix.organisation", 0.75))
    for ministry in _DIVISION.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, ministry.end(1), sentence.start)
        found.append(Mention("Organisation", clean(text[start : ministry.end()]), start, ministry.end(), "suffix.division", 0.8))
    for bureau in _BUREAU.finditer(text, sentence.start, sentence.end):
        name = bureau.group()
        if _BUREAU_ENDS.search(name) and not is_generic(name[1:-1]) and not _NO_BUREAU.match(name):
            found.append(Mention("Organisation", name, bureau.start(), bureau.end(), "suffix.bureau", 0.7))
    return found


def _systems(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Platforms and systems with something particular before them; digital venues: 智慧书店."""
    text, found = reply.flow.text, []
    for suffix in _SYSTEM.finditer(text, sentence.start, sentence.end):
        start = _system_start(reply, suffix.end(), sentence.start)
        core = text[start : suffix.start()]
        if len(core) < 2 or _RULES_OUT.match(core) or text[start : suffix.end()] in words("sectors"):
            continue
        name, aliases = _without_gloss(text[start : suffix.end()])
        found.append(Mention("Scenario", name, start, suffix.end(), "suffix.system", _system_sure(core), aliases))
    for venue in _VENUE.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, venue.end(), max(sentence.start, venue.start() - 8))
        start = min(start, venue.start())
        found.append(
            Mention(
                "Scenario",
                clean(text[start : venue.end()]).removesuffix("试点"),
                start,
                venue.end(),
                "suffix.venue",
                0.45,
            )
        )
    return found


def _system_start(reply: Reply, end: int, floor: int) -> int:
    """Back over the name, and over a gloss in brackets: 智能停车PaaS（停车即服务）平台."""
    text = reply.flow.text
    start = left_edge(reply, end, floor, verbs=True)
    gloss = re.search(r"（[^（）]{2,16}）$", text[floor:start])
    if gloss and text[start:end]:
        before = left_edge(reply, floor + gloss.start(), floor, verbs=True)
        if before < floor + gloss.start():
            return before
    return start


def _without_gloss(raw: str) -> tuple[str, tuple[str, ...]]:
    bare = re.sub(r"（[^（）]*）", "", raw)
    if bare == raw:
        return clean(raw), ()
    head = raw.split("（", maxsplit=1)[0]
    gloss = re.search(r"（([^（）]*)）", raw)
    return clean(bare), tuple(n for n in (clean(raw), clean(head), clean(gloss.group(1)) if gloss else "") if len(n) > 1)


def _system_sure(core: str) -> float:
    """A platform is a scenario where its name says what it is for: a digital word, a place, or more than common words."""
    if is_generic(core):
        return 0.3 if not _MARK.search(core) or len(core) < 4 else 0.6
    if _MARK.search(core) or find_divisions(core[:6]):
        return 0.8
    return 0.65 if len(core) >= 4 else 0.5


def _others(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for pattern, kind, sure in ((_FACILITY, "Facility", 0.6), (_EVENT, "Event", 0.75)):
        for suffix in pattern.finditer(text, sentence.start, sentence.end):
            start = left_edge(reply, suffix.end(), sentence.start)
            core = text[start : suffix.start()]
            if len(core) >= 2 and not is_generic(core) and not _RULES_OUT.match(core):
                found.append(
                    Mention(kind, clean(text[start : suffix.end()]), start, suffix.end(), f"suffix.{kind.lower()}", sure)
                )
    for model in _MODEL.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, model.end(), model.start())
        core = text[start : model.end() - 3]
        if len(core) >= 2 and not is_generic(core) and core not in words("sectors"):
            found.append(Mention("Product", clean(text[start : model.end()]), start, model.end(), "suffix.product", 0.7))
    return found
