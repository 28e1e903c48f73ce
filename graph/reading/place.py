"""Which place replies: the district, county or city that 我区, 我县 and 我市 mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from graph.reading import divisions
from graph.records import Heading

__all__ = ["Where", "find_divisions", "where_of"]


@dataclass(frozen=True, slots=True)
class Where:
    """The replying place.

    Attributes
    ----------
    code:
        Official code, ``None`` where the text does not say enough.
    name:
        Full name (长宁区); ``None`` where not even that is known.
    level:
        ``区``, ``县``, ``市`` or ``省``: what 我… means in this reply.
    """

    code: str | None
    name: str | None
    level: str | None

    @property
    def short(self) -> str | None:
        """The name without its suffix (长宁), where two characters are left."""
        return divisions.short_form(self.name) if self.name else None

    @property
    def city_code(self) -> str | None:
        """Code of the city or municipality that the place belongs to (or is)."""
        if self.code is None:
            return None
        above = [self.code, *divisions.chain(self.code)]
        return next((code for code in above if code.endswith("00")), None)


#: Counties of this name exist; in a reply of another city the word is a common noun.
_COMMON_NOUNS = frozenset(("城区", "郊区", "矿区", "市区", "新城区", "老城区", "上街区"))


#: 延安路 is a road, and 福州新区 no part of what is called 福州.
_ROAD = re.compile("[东西南北中]?路|大道|大街|新区")


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    names = divisions.division_names()
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), names


def find_divisions(text: str) -> list[tuple[int, int, str]]:
    """Start, end and name of every province, prefecture and county in a text (short forms for the larger two)."""
    automaton, names = _automaton()
    found = [(start, end, names[index]) for index, start, end in automaton.find_matches_as_indexes(text)]
    return [
        match
        for match in found
        if match[2] not in _COMMON_NOUNS and (match[2][-1] in "省市区县旗州盟" or not _ROAD.match(text, match[1]))
    ]


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
    level = _level(heading, text)
    people = [name for name in heading.proposers if 2 <= len(name) <= 4 and name[-1] not in "委局会组联盟"]
    for name in people:
        head = head.replace(name, "")  # 黄南 may be a person and a prefecture
    others = [name for name in heading.proposers if name not in people]
    sources = [heading.department, heading.body, heading.title, head, heading.proposal_title, *others]
    for source in sources:
        if source and (found := _best(source, level, text)):
            return found
    return _commonest(text, level)


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
    return _where(names[-1], codes[0], names[-1][-1]) if len(codes) == 1 else None


def _level(heading: Heading, text: str) -> str | None:
    """What kind of place the body belongs to; else which of 我区, 我县, 我市 the text says most often."""
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


def _fits(name: str, level: str | None) -> bool:
    if level is None:
        return True
    if level == "市":
        return name.endswith("市") or not re.search("[区县旗省]$", name)
    return name.endswith(level) or (level == "区" and name.endswith("新区"))


def _best(source: str, level: str | None, text: str) -> Where | None:
    """The most exact division of the level that a line names, told apart from its namesakes by what else is named."""
    names = [name for _, _, name in find_divisions(source)]
    for name in reversed(names):
        if _fits(name, level) and (codes := divisions.codes_of(name)):
            return _where(name, _choose(codes, names, text), level)
    return None


def _choose(codes: tuple[str, ...], near: list[str], text: str) -> str | None:
    """One of several codes of a name: whose city or province is named near by, else in the text."""
    if len(codes) == 1:
        return codes[0]
    scores = {}
    for code in codes:
        above = [divisions.name_of(c) or "" for c in divisions.chain(code)]
        scores[code] = sum(4 * (a in near) + 2 * (a in text) + (divisions.short_form(a) in text) for a in above)
        scores[code] += sum(child.name in text for child in divisions.children(code))
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    return ranked[0] if scores[ranked[0]] > scores[ranked[1]] else None


def _where(name: str, code: str | None, level: str | None) -> Where:
    full = divisions.name_of(code) if code else name
    return Where(code, full, level or (full[-1] if full and full[-1] in "省市区县" else None))


def _commonest(text: str, level: str | None) -> Where:
    """The division of the level that the text names most often, if it names one."""
    counts: dict[str, int] = {}
    for _, _, name in find_divisions(text):
        codes = divisions.codes_of(name)
        if _fits(name, level):
            full = divisions.name_of(codes[0]) if len(codes) == 1 else name
            counts[full or name] = counts.get(full or name, 0) + 1
    if level == "市":
        for name in [n for _, _, n in find_divisions(text) if n[-1] in "区县"]:
            codes = divisions.codes_of(name)
            city = divisions.name_of(codes[0][:4] + "00") if len(codes) == 1 else None
            if city:  # a city that is never named is known by its districts
                counts[city] = counts.get(city, 0) + 1
    if level in ("区", "县"):
        counts = {name: n + _short_count(name, text) for name, n in counts.items()}
    if not counts:
        return Where(None, None, level)
    name = max(counts, key=lambda n: (counts[n], n))
    return _where(name, _choose(divisions.codes_of(name), [], text), level)


def _short_count(name: str, text: str) -> int:
    return text.count(divisions.short_form(name))
