"""The field of a firm or a scenario, as the sentence states it."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.lexicon import alternation, typed, words
from graph.reading.relations.makers import row_after, row_before
from graph.reading.relations.partners import works_with
from graph.reading.relations.scene import MASK, ROW, Link, Pair, Scene
from graph.records import Mention

__all__ = ["STATED", "Sectors", "in_sector", "sector_lead"]

#: The rule of a sector: what a sentence says a firm or a service is of.
STATED = "sector.stated"

Sectors = tuple[str, ...]

_SECTOR_LEAD = re.compile(
    r"^(?:如|例如|其中|在|一是|二是|三是|四是|[①-⑳])?([^，。；：、的是]{2,8}?)(?P<kind>领域|行业|产业|赛道|板块|环节|方面)[，：]"
)
#: What it has at its end.
_KIND = re.compile("(?:领域|行业|产业|赛道|板块|环节|方面)[，：]")
#: How sure 金融方面，… is, which may say no more than what the sentence is about: a doubt, and no claim by itself. Of 24 in
#: replies that the rule was made from 17 were fields, of 7 in others two.
_ONLY_ABOUT = 0.5
#: 重点领域，…: no field's name.
_NO_FIELD = re.compile(
    r"(?:重点|相关|关键|新兴|各|其[他它]|多个?|这一?|该|上述|不同|细分|优势|前沿|特色|传统|主导|支柱|新|民用|应用|核心|困难|弱势|以上|全)$"
)
_OF_SECTOR = re.compile(
    r"([^，。；：、]{2,18}?)(?P<kind>领域|行业|产业|赛道|板块)(?![区链园化带]|(?<=行业)内人士|基地|集[聚中群]|示范|联盟|大[会厦]|高地|小镇|是在)的?[^，。；、]{0,6}?"
    rf"(?:{alternation('roles')})?$"
)


def sector_lead(opening: str) -> Sectors | None:
    """The fields that a sentence opens with: 文旅领域，…; in 养老方面，… and 封测环节，… such as are known.

    Returns
    -------
    tuple or None
        ``None`` where it opens with nothing of the kind, and no field where it opens with what is none (资金方面，…).
    """
    opened = _SECTOR_LEAD.match(opening) if _KIND.search(opening) else None
    if opened is None:
        return None
    if opened["kind"] in ("环节", "方面"):
        return (opened.group(1),) if _is_known(opened.group(1), opened["kind"]) else ()
    return () if _NO_FIELD.search(opened.group(1)) else _sector_names(opened.group(1))


def _is_known(name: str, kind: str = "领域") -> bool:
    """Whether a field is one by itself: of industry or of life, or in 环节 a link of a chain of industry."""
    led = typed("led_fields").get(name)
    return led == "chain" if kind == "环节" else name in words("sectors") or led == "field" or (led == "chain" and kind != "方面")


_CLAUSES, _ROW_BEFORE = re.compile("[，。；：]"), re.compile("^.*、")


def in_sector(scene: Scene, fields: dict[str, Known], lead: Sectors) -> list[Link]:
    """The fields that a sentence puts its firms and scenarios in.

    Parameters
    ----------
    scene:
        The sentence.
    fields:
        The fields known so far by their names; those that the sentence is the first to state are added.
    lead:
        What it, or the one before, opens with.
    """
    links: list[Link] = []
    if not scene.of("Enterprise", "Scenario"):
        return links
    opened = _SECTOR_LEAD.match(scene.said)  # the field of the part before a semicolon is that of its own firms
    sure = _ONLY_ABOUT if opened and opened["kind"] == "方面" else 0.8
    for name in lead:
        led = [*scene.of("Scenario"), *(_led(scene) if opened and _is_known(name) else ())]
        links += [scene.link("inSector", pair, _sector(scene, fields, name), "sector.lead", sure) for pair in led]
    links += _called(scene, fields)
    links += _described(scene, fields)
    before: Sectors = ()
    last_end = -1
    for firm in scene.of("Enterprise"):
        start = firm[0].start
        clause = scene.text[max(scene.start, start - 30) : start]
        clause = _CLAUSES.split(clause)[-1]
        found = _OF_SECTOR.search(_ROW_BEFORE.sub("", clause) if "、" in clause and "的" in clause.split("、")[-1] else clause)
        if found:
            phrase = _AHEAD.sub("", found.group(1).removesuffix("等"))
            names = tuple(n for n in _sector_names(phrase) if not (_NO_FIELD.fullmatch(n) or _IN_NEED.search(n)))
            before = tuple(n for n in names if n in words("sectors") or found["kind"] in ("领域", "行业", "赛道"))
        elif not (last_end >= 0 and scene.text[last_end:start] in ("和", "与", "、", "及", "以及")):
            before = ()
        last_end = firm[0].end
        links += [scene.link("inSector", firm, _sector(scene, fields, name), "sector.apposition", 0.8) for name in before]
    return links


#: What stands before a field and is no part of it: 聚焦甲领域, 不管是乙领域, 身为中国丙行业, 煤炭等丁行业.
_AHEAD = re.compile(
    "^.*(?:引进|招引|引入|赋能|聚焦|深耕|专注|从事|属于|身为|作为|(?:不管|无论|尤其|特别)是|是|(?<![高中初同平均])等(?![级离保式价同待]))(?:我国|中国|国内|全国|[我本全][市区县省])?"
)
#: 煤炭等困难行业: how a field fares, and not which.
_IN_NEED = re.compile("(?:困难|弱势)$")
#: Before a firm that others only work with, or go by.
_WITH = re.compile(
    rf"(?:[与同和由向对]|联合|携手|依托|委托|会同|通过|利用|借助|对接|邀请|采购|走访|借鉴|学习)[“]?(?:{MASK}[{ROW}]*)?$"
)


def _led(scene: Scene) -> list[Pair]:
    """The firms of a sentence that opens with their field: not those that somebody else there works with."""

    def is_partner(mention: Mention) -> bool:
        before = scene.between(scene.start, mention.start)
        return bool(_WITH.search(before)) or works_with(before, scene.between(mention.end, scene.end))

    return [pair for pair in scene.of("Enterprise") if not is_partner(pair[0])]


#: How far before a name, in characters, the words of its field may begin.
_NEAR = 48


def _called(scene: Scene, fields: dict[str, Known]) -> list[Link]:
    """The field that firms are called firms of: 生物医药企业甲, 甲、乙等一批预制菜龙头企业, 芯片集群以丙、丁为代表."""
    links = []
    for firm in scene.of("Enterprise"):
        firms = scene.of("Enterprise")
        at = firms.index(firm)
        first, last = row_before(scene, firms[: at + 1])[0][0].start, row_after(scene, firms[at:])[-1][0].end
        near = max(scene.start, first - _NEAR)
        behind = scene.text[last : scene.end]
        lead = scene.text[near:first]
        clustered = _CLUSTER.search(scene.text, near, first) if any(word in lead for word in _CLUSTERS) else None
        if clustered and clustered["by"] and not _BY_EXAMPLE.match(behind):
            clustered = None  # 氢能产业以甲公司…: its example is told by 为代表 alone
        ahead = _FIRMS_BEFORE.search(scene.text, near, first) if any(word in lead for word in _FIRMS) else None
        if called := ahead or _FIRMS_BEHIND.match(behind) or clustered:
            sector = _sector(scene, fields, called.group(1))
            links.append(scene.link("inSector", firm, sector, "sector.called", 0.8))
    return links


#: The field is the whole word, and the only one: not 健康 of 生命健康, nor the last of 医疗、电商.
_WHOLE = (
    r"(?:(?<![\u4e00-\u9fff、])|(?<=[的批家类等是多内])|(?<=龙头)|(?<=领军)|(?<=骨干)|(?<=头部)|(?<=知名)|(?<=上市)|(?<=优质))"
)
_SECTORS = f"(?:{alternation('sectors')}|{alternation('led_fields', 'field')})"
_FIELD = rf"{_WHOLE}({_SECTORS}{{1,2}})(?:领域|行业|产业|赛道)?的?"
_FIRM = "(?:龙头|领军|骨干|头部|重点|知名|代表性?|创新|独角兽|平台|上市|本土|优质)*(?:企业|公司|厂商|服务商|供应商|集成商)"
_FIRMS_BEFORE = re.compile(rf"(?:{_FIELD}){_FIRM}(?:，?(?:如|有|包括|即))?[“]?$")
_FIRMS_BEHIND = re.compile(
    rf"(?:等|[”]?(?:等[^，。；]{{0,6}})?为(?:代表|龙头|引领|核心|主)的)[^，。；]{{0,14}}?(?:{_FIELD}){_FIRM}"
)
#: 芯片集群以甲、乙等为代表, 机器人产业集聚了丙、丁.
_CLUSTER = re.compile(
    rf"{_WHOLE}({_SECTORS}{{1,2}})(?:产业)?(?:集群|板块|产业链|赛道|领域|行业|产业)(?:(?P<by>以)|(?:已|现已|先后)?(?:形成了?|拥有|集聚了?|聚集了?|汇聚了?|培育了?|涌现出?了?)[“]?)$"
)
#: What is in all that the one, and in all that the other finds.
_CLUSTERS, _FIRMS = ("集群", "板块", "产业", "赛道", "领域", "行业"), ("企业", "公司", "商")
_BY_EXAMPLE = re.compile("[”]?(?:等[^，。；]{0,14}?)?为(?:代表|龙头|引领|核心|主)")


def _described(scene: Scene, fields: dict[str, Known]) -> list[Link]:
    """The field that a firm is said to work in, or that stands in what kind of service one is: 甲专注于芯片, “乙”智慧养老平台."""
    links = []
    for pair in scene.of("Enterprise", "Scenario"):
        mention, known = pair
        if known.type == "Enterprise":
            said = _WORKS_IN.match(scene.text[mention.end : scene.end])
        else:
            quoted = scene.text.find("”", mention.start, mention.end + 1)  # the name may take in what kind of service it is
            behind = _KIND_BEHIND.match(scene.text, quoted, scene.end) if quoted >= 0 else None
            near = max(scene.start, mention.start - _NEAR)
            marked = scene.text[mention.start - 1 : mention.start] == "“"
            said = behind or (_KIND_BEFORE.search(scene.text, near, mention.start) if marked else None)
        if said and said.group(1) not in known.name:
            links.append(scene.link("inSector", pair, _sector(scene, fields, said.group(1)), "sector.described", 0.8))
    return links


_WORKS_IN = re.compile(
    rf"[”]?(?:（[^）]{{0,20}}）)?(?:公司|集团)?(?:，)?(?:是一家|主要|长期|专业|一直)*(?:专注于?|深耕于?|从事|主营|聚焦于?|致力于)"
    rf"({_SECTORS}{{1,2}})(?=领域|行业|产业|赛道|业务|的?研发|的?生产|的?制造|技术|设备|装备|产品|[，。；、])"
)
_OF_SERVICE = r"(?:综合|管理|服务|信息|云|一体化|公共)*(?:平台|系统|项目|应用|小程序|APP|场景)"
_KIND_BEHIND = re.compile(rf"[”]((?:智慧|数字|智能)?{_SECTORS}){_OF_SERVICE}")
_KIND_BEFORE = re.compile(rf"{_WHOLE}((?:智慧|数字|智能)?{_SECTORS}){_OF_SERVICE}[“]$")


def _sector(scene: Scene, fields: dict[str, Known], name: str) -> Known:
    """The field as a known entity; its evidence is where the sentence says its name."""
    sector = fields.setdefault(name, Known("Sector", name, STATED, 0.8))
    at = scene.text.rfind(name, 0, scene.end)
    if at >= 0 and all(m.start != at for m in reversed(sector.mentions[-8:])):
        sector.mentions.append(Mention("Sector", name, at, at + len(name), STATED, 0.8))
    return sector


_BEFORE_FIELDS, _IN_A_ROW = re.compile("^(?:其中|不乏|如|例如|在|对|围绕|聚焦|从事)+"), re.compile("[和与及、]")


def _sector_names(phrase: str) -> Sectors:
    """The fields that a phrase names: known ones, or its last words."""
    phrase = _BEFORE_FIELDS.sub("", phrase)
    parts = _IN_A_ROW.split(phrase)
    names = []
    for part in parts:
        ending = next((part[i:] for i in range(len(part)) if part[i:] in words("sectors")), None)
        names.append(ending or part)
    return tuple(name for name in names if name in words("sectors") or (2 <= len(name) <= 10 and len(parts) == 1))
