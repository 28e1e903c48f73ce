"""The field of a firm or a scenario, as the sentence states it."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.lexicon import alternation, words
from graph.reading.relations.scene import Link, Scene
from graph.records import Mention

__all__ = ["Sectors", "in_sector", "sector_lead"]

Sectors = tuple[str, ...]

_SECTOR_LEAD = re.compile(
    r"^(?:如|例如|其中|在|一是|二是|三是|四是|[①-⑳])?([^，。；：、的]{2,8}?)(?:领域|方面|行业|板块|产业)[，：]"
)
_OF_SECTOR = re.compile(
    rf"([^，。；：、]{{2,18}}?)(?:领域|行业|产业|赛道|板块)的?[^，。；、]{{0,6}}?(?:{alternation('roles')})?$"
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
    before: Sectors = ()
    last_end = -1
    for firm in scene.of("Enterprise"):
        start = firm[0].start
        clause = scene.text[max(scene.start, start - 30) : start]
        clause = re.split(r"[，。；：]", clause)[-1]
        found = _OF_SECTOR.search(re.sub(r"^.*、", "", clause) if "、" in clause and "的" in clause.split("、")[-1] else clause)
        if found:
            before = _sector_names(re.sub(r"^.*(?:赋能|聚焦|深耕|专注|从事|属于)", "", found.group(1)))
        elif not (last_end >= 0 and scene.text[last_end:start] in ("和", "与", "、", "及", "以及")):
            before = ()
        last_end = firm[0].end
        links += [scene.link("inSector", firm, _sector(scene, fields, name), "sector.apposition", 0.8) for name in before]
    return links


def _sector(scene: Scene, fields: dict[str, Known], name: str) -> Known:
    """The field as a known entity; its evidence is where the sentence says its name."""
    sector = fields.setdefault(name, Known("Sector", name, "sector.stated", 0.8))
    at = scene.text.rfind(name, 0, scene.end)
    if at >= 0 and all(m.start != at for m in reversed(sector.mentions[-8:])):
        sector.mentions.append(Mention("Sector", name, at, at + len(name), "sector.stated", 0.8))
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
