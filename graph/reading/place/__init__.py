"""Which place replies: the district, county or city that 我区, 我县 and 我市 mean."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.place.guessing import commonest
from graph.reading.place.names import division_before, find_divisions, is_division
from graph.reading.place.persons import is_somebody
from graph.reading.place.where import PREFECTURE, Where, choose, codes_at, where
from graph.records import Heading

__all__ = ["PREFECTURE", "Where", "division_before", "find_divisions", "is_division", "is_somebody", "where_of"]


def where_of(heading: Heading, head: str, text: str) -> Where:
    """The replying place, from the department, the body, the heading, and the text, in this order.

    Parameters
    ----------
    heading:
        Facts of the heading.
    head:
        The lines above the opening sentence.
    text:
        The flow of the whole reply.
    """
    if (own := _of_county(heading.department)) is not None:
        return own
    asked = _level(heading, text)
    found = _at(_lower(heading, asked, text), heading, head, text)
    return found if found.name else _at(asked, heading, head, text)


def _at(level: str | None, heading: Heading, head: str, text: str) -> Where:
    """The replying place, where it is one of a level."""
    people = [name for name in heading.proposers if 2 <= len(name) <= 4 and name[-1] not in "委局会组联盟"]
    for name in people:
        head = head.replace(name, "")  # 黄南 may be a person and a prefecture
    others = [name for name in heading.proposers if name not in people]
    sources = [heading.department, heading.body, heading.title, head]
    if not _of_the_country(heading):  # what a ministry is asked about is no place of its own
        sources += [heading.proposal_title, *others]
    for source in sources:
        if source and (found := _best(source, level, text)):
            return found
    if _of_the_country(heading):
        return Where(None, None, level)
    return commonest(text, level)


#: From the larger to the smaller; 自治区, 州 and 旗 are told by their codes.
_LEVELS = "省市区县"
_REGION = re.compile("自治区(?:政协|人大|人民|第|十|[一二三四五六七八九]届)")


def _lower(heading: Heading, level: str | None, text: str) -> str | None:
    """The level of who answers to a larger place: 苏州市工信局 to the province's conference, 海淀区科信局 to the city's.

    Who signs says it; where no place is in its name, what the text calls its own: 我市, and never 我省.
    """
    if level is None:
        return None
    asked = "省" if level == "省" or _REGION.search(f"{heading.body} {heading.title}") else level
    signs = [name for _, _, name in find_divisions(heading.department or "") if name[-1] in "市区县"]
    own = [signs[-1][-1]] if signs else [] if heading.department and asked != "省" else list("市区县")
    below = [smaller for smaller in own if _LEVELS.find(smaller) > _LEVELS.find(asked) >= 0]
    counts = {place: len(re.findall(f"我{place}(?!场|域|块链)", text)) for place in (level, *below)}
    said = [smaller for smaller in below if counts[smaller] or signs]
    return max(said, key=lambda smaller: counts[smaller]) if said and not counts[level] else level


_NATIONAL = re.compile(r"全国(?:政协|人大|人民代表|委员会)")


def _of_the_country(heading: Heading) -> bool:
    """Whether a ministry replies: the places that its text names are examples."""
    return any(_NATIONAL.search(said or "") for said in (heading.body, heading.title))


#: The government of a county answers for it, whoever asked: to a proposal of the city's conference too.
_GOVERNMENT = re.compile(r"(?P<county>[\u4e00-\u9fff]{2,8}[区县市旗])人民政府(?:办公室)?")


def _of_county(department: str | None) -> Where | None:
    told = _GOVERNMENT.fullmatch(department or "")
    names = [name for _, end, name in find_divisions(told.group("county")) if end == told.end("county")] if told else []
    codes = [code for name in names for code in divisions.codes_of(name) if not code.endswith("00")]
    if len(codes) != 1 and told:  # 鼓楼区 is one of several: the one whose city stands before it
        codes = [
            c for c in codes if any(divisions.short_form(divisions.name_of(a) or "-") in told.group() for a in divisions.chain(c))
        ]
    return where(names[-1], codes[0], names[-1][-1]) if len(codes) == 1 else None


#: 大兴安岭地区, 喀什地区: prefectures that are no cities.
_PREFECTURE = re.compile(f"(?<![港澳台湾]){PREFECTURE}(?:政协(?!委员)|人大(?!代表)|行署|行政公署|工委|第|[一二三四五六七八九]届)")


def _level_in_prefecture(heading: Heading) -> str | None:
    """The level where an office of such a prefecture, or of a county in one, replies: 对地区政协…的答复."""
    signs = [name for _, _, name in find_divisions(heading.department or "")]
    if signs and signs[-1].endswith(PREFECTURE):
        return PREFECTURE
    asked = any(_PREFECTURE.search(said or "") for said in (heading.body, heading.title))
    return (signs[-1][-1] if signs else PREFECTURE) if asked else None


def _level(heading: Heading, text: str) -> str | None:
    """What kind of place the body belongs to; else which of 我区, 我县, 我市 the text says most often."""
    if (level := _level_in_prefecture(heading)) is not None:
        return level
    for source in (heading.body, heading.title, heading.department):
        found = re.search(r"([省市区县州旗])(?:政协|人大|十|第|[一二三四五六七八九]届)", source or "") or re.search(
            r"^([省市区县])", source or ""
        )
        if found:
            return found.group(1)
    counts = {
        level: 3 * text.count("我" + level) + 2 * text.count(f"{level}委{level}政府") + text.count("全" + level)
        for level in "区县市省"
    }
    best = max(counts, key=lambda level: (counts[level], level))
    return best if counts[best] else None


def _best(source: str, level: str | None, text: str) -> Where | None:
    """The most exact division of the level that a line names, told apart from its namesakes by what else is named."""
    found = find_divisions(source)
    names = [name for _, _, name in found]
    for _, end, name in reversed(found):
        if codes := codes_at(name, level):
            code = choose(codes, names, text)
            county = _county_behind(source[end:], code) if code and level is None else None
            return where(name, county or code, level)
    return None


def _county_behind(rest: str, code: str) -> str | None:
    """安徽绩溪经济开发区, 南通市…崇川分局: the county whose short name stands behind its province or city."""
    under = [d for child in divisions.children(code) for d in (child, *divisions.children(child.code))]
    counties = {d.code for d in under if len(d.code) == 6 and not d.code.endswith("00")}
    short = {c: divisions.short_form(divisions.name_of(c) or "-") for c in sorted(counties)}
    within = [c for c, name in short.items() if rest.startswith(name) or rest.endswith((f"{name}分局", f"{name}区分局"))]
    return within[0] if len(within) == 1 else None
