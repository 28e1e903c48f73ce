"""Where a text names provinces, prefectures and counties."""

from __future__ import annotations

import re
from functools import cache

import ahocorasick_rs

from graph.reading import divisions

__all__ = ["find_divisions"]

#: Counties of this name exist; in a reply of another city the word is a common noun. 阿里 is mostly the firm.
_COMMON_NOUNS = frozenset(("城区", "郊区", "矿区", "市区", "新城区", "老城区", "阿里"))
#: Before 上街区, where it is no county: 线上街区.
_ON_A_LINE = frozenset("线晚早马网云")


#: 延安路 is a road, 苏州河 a river, 宜昌南里 an estate, and 福州新区 no part of what is called 福州.
_ROAD = re.compile(
    "[东西南北中]?路|大道|道街|大街|街(?![道区镇头巷])|新区|[河湾](?![北南西东])|湖(?![北南州])|[东西南北]?里(?![程面边外应])|[东西南北]?坊(?!间)|新村|社区(?=[、，。；])"
)


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
        if match[2] not in _COMMON_NOUNS
        and not (match[2] == "上街区" and text[match[0] - 1 : match[0]] in _ON_A_LINE)
        and ((len(match[2]) > 2 and match[2][-1] in "省市区县旗州盟") or not _ROAD.match(text, match[1]))
    ]
