"""The field of a firm or a scenario, as the sentence states it."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.lexicon import alternation, words
from graph.reading.relations.makers import row_after, row_before
from graph.reading.relations.scene import Link, Scene
from graph.records import Mention

__all__ = ["STATED", "Sectors", "in_sector", "sector_lead"]

#: The rule of a sector: what a sentence says a firm or a service is of.
STATED = "sector.stated"

Sectors = tuple[str, ...]

_SECTOR_LEAD = re.compile(r"^(?:如|例如|其中|在|一是|二是|三是|四是|[①-⑳])?([^，。；：、的是]{2,8}?)(?:领域|行业|产业)[，：]")
_OF_SECTOR = re.compile(
    rf"([^，。；：、]{{2,18}}?)(?P<kind>领域|行业|产业|赛道|板块)(?![区链园化带])的?[^，。；、]{{0,6}}?(?:{alternation('roles')})?$"
)


def sector_lead(opening: str) -> Sectors | None:
    """The fields that a sentence opens with (文旅领域，…); ``None`` where it opens with none."""
    opened = _SECTOR_LEAD.match(opening)
    return _sector_names(opened.group(1)) if opened else None


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
    links = []
    for name in lead:
        links += [scene.link("inSector", s, _sector(scene, fields, name), "sector.lead", 0.8) for s in scene.of("Scenario")]
    links += _called(scene, fields)
    before: Sectors = ()
    last_end = -1
    for firm in scene.of("Enterprise"):
        start = firm[0].start
        clause = scene.text[max(scene.start, start - 30) : start]
        clause = re.split(r"[，。；：]", clause)[-1]
        found = _OF_SECTOR.search(re.sub(r"^.*、", "", clause) if "、" in clause and "的" in clause.split("、")[-1] else clause)
        if found:
            names = _sector_names(re.sub(r"^.*(?:赋能|聚焦|深耕|专注|从事|属于)", "", found.group(1)))
            before = tuple(n for n in names if n in words("sectors") or found["kind"] in ("领域", "行业", "赛道"))
        elif not (last_end >= 0 and scene.text[last_end:start] in ("和", "与", "、", "及", "以及")):
            before = ()
        last_end = firm[0].end
        links += [scene.link("inSector", firm, _sector(scene, fields, name), "sector.apposition", 0.8) for name in before]
    return links


def _called(scene: Scene, fields: dict[str, Known]) -> list[Link]:
    """The field that firms are called firms of: 生物医药企业甲, 甲、乙等一批预制菜龙头企业."""
    links = []
    for firm in scene.of("Enterprise"):
        firms = scene.of("Enterprise")
        at = firms.index(firm)
        before = scene.text[scene.start : row_before(scene, firms[: at + 1])[0][0].start]
        behind = scene.text[row_after(scene, firms[at:])[-1][0].end : scene.end]
        if called := _FIRMS_BEFORE.search(before) or _FIRMS_BEHIND.match(behind):
            sector = _sector(scene, fields, called.group(1))
            links.append(scene.link("inSector", firm, sector, "sector.called", 0.8))
    return links


#: The field is the whole word, and the only one: not 健康 of 生命健康, nor the last of 医疗、电商.
_FIELD = rf"(?:(?<![\u4e00-\u9fff、])|(?<=[的批家类等是多]))({alternation('sectors')})(?:领域|行业|产业|赛道)?的?"
_FIRM = "(?:龙头|领军|骨干|头部|重点|知名|代表性?|创新|独角兽|平台|上市|本土|优质)*(?:企业|公司)"
_FIRMS_BEFORE = re.compile(rf"(?:{_FIELD}){_FIRM}(?:，?(?:如|有|包括|即))?[“]?$")
_FIRMS_BEHIND = re.compile(rf"等[^，。；]{{0,14}}?(?:{_FIELD}){_FIRM}")


def _sector(scene: Scene, fields: dict[str, Known], name: str) -> Known:
    """The field as a known entity; its evidence is where the sentence says its name."""
    sector = fields.setdefault(name, Known("Sector", name, STATED, 0.8))
    at = scene.text.rfind(name, 0, scene.end)
    if at >= 0 and all(m.start != at for m in reversed(sector.mentions[-8:])):
        sector.mentions.append(Mention("Sector", name, at, at + len(name), STATED, 0.8))
    return sector


def _sector_names(phrase: str) -> Sectors:
    """The fields that a phrase names: known ones, or its last words."""
    phrase = re.sub(rf"^(?:{'|'.join(('其中', '不乏', '如', '例如', '在', '对', '围绕', '聚焦', '从事'))})+", "", phrase)
    parts = re.split(r"[和与及、]", phrase)
    names = []
    for part in parts:
        ending = next((part[i:] for i in range(len(part)) if part[i:] in words("sectors")), None)
        names.append(ending or part)
    return tuple(name for name in names if name in words("sectors") or (2 <= len(name) <= 10 and len(parts) == 1))
