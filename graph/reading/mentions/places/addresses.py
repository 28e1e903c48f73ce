"""Roads that are roads whatever their names mean, because something stands at them or they meet another one."""

from __future__ import annotations

import re

from graph.reading.place import find_divisions

__all__ = ["are_of_a_place", "is_address", "is_called_by_a_verb"]

_STANDS = "(?:位于|坐?落于|坐落在|地处|设在|选址|地址)"
_RIGHT_AT, _AT = re.compile(f"{_STANDS}$"), re.compile(f"{_STANDS}[^，。；\\n]{{0,8}}$")
#: The longer of the two takes so many characters.
_BEFORE = 14
_ROAD = "(?:路|大道|大街)"
_MEETS = "(?:交[汇会界叉接]|相交)"
#: 甲路与建设路交叉口: around the second.
_CROSSED, _MET = re.compile(f"{_ROAD}[与和]$"), re.compile(f"(?:路?口)?{_MEETS}")
#: What a road looks like that is newly built: 2023年改建路口12个 speaks of crossings.
_BUILT = re.compile("(?<!年)[新兴改扩]建路$")
#: 新建路与甲路交汇处, 新建路路口, 兴建路东侧; 改建路12号桥梁 and 新建路口12个 are works.
_AT_THE_ROAD = re.compile(
    rf"[与和](?:(?![与和])[\u4e00-\u9fff]){{2,5}}?{_ROAD}(?:(?:路?口)?{_MEETS}|路?口)|(?:路口)?{_MEETS}|路口|以[东西南北]|[东西南北]侧"
)


def is_address(text: str, begin: int, end: int) -> bool:
    """Whether a span is a road whatever its name means: 位于科技路的, 地处青年路, 位于甲路与建设路交叉口."""
    crosses = _MET.match(text, end) and _CROSSED.search(text, max(begin - 3, 0), begin)
    return bool(crosses or _RIGHT_AT.search(text, max(begin - _BEFORE, 0), begin))


def is_called_by_a_verb(text: str, begin: int, end: int) -> bool:
    """Whether a span that looks like a road newly built is the name of one: 位于新建路与甲路交汇处, 位于兴建路12号."""
    if not _BUILT.search(text, begin, end):
        return False
    return bool(_AT.search(text, max(begin - _BEFORE, 0), begin) or _AT_THE_ROAD.match(text, end))


#: 甲省公路总里程, 乙市公路密度: what is told of all roads of a place.
_OF_ALL = re.compile("(?:通车|建设)?(?:总|运营)?里程|密度|养护|网|等级|客运|货运|运输|交通")


def are_of_a_place(text: str, start: int, ending: re.Match[str]) -> bool:
    """Whether what looks like a road's name from ``start`` on means the roads of a division: 新疆公路总里程."""
    core = text[start : ending.start()]
    told = _OF_ALL.match(text, ending.end())
    return told is not None and any((begin, end) == (0, len(core)) for begin, end, _ in find_divisions(core))
