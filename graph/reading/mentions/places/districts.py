"""Districts: official names, the replying place's short form, a city's own counties, new areas run as districts."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import is_clause, is_generic, occurrences
from graph.reading.mentions.places.counties import around, near_counties
from graph.reading.mentions.places.named_after import is_in_a_reserve, is_in_a_title
from graph.reading.mentions.places.settled import counties_settled_in
from graph.reading.place import find_divisions, is_somebody
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["districts"]

#: 滨海湾新区: a new area that is run as a district; 高新区, 创新区 are kinds of zones.
_NEW_AREA = Sought(r"[\u4e00-\u9fff]{2,5}(?<![高创更革])新区(?![域块位别])")
#: 感谢您对西咸新区: what a segmenter may read with the name behind it.
_TO_IT = re.compile("[^新区]*(?:[您们](?:对|为|在|来|于)?|支持|关心|关注|对)")
#: 选址于甲新区: before its name and with the first character that a segmenter reads with it.
_SITED = re.compile("(?:选址|落户|落地|坐落|落子|布局|设立|建)于$")
#: 甲大道, 甲门, 甲饭店: what bears the district's name.
_NAMED_AFTER = re.compile("[东西南北中]?路|大道|大街|门(?![户面类])|饭店|宾馆|小区|菜市?场|农贸")


#: 3路老客运站至大庆, 大庆3路: stops that bear the name of a city far away.
_LINE_TO = re.compile(r"\d{1,4}路[^，。；]{0,40}?(?:至|到|往|经|经过|途经|终点为?|起点为?)$")
_LINE = re.compile(r"\d{1,4}路(?![口段])")
_BACK = 50


def _is_a_stop(reply: Reply, begin: int, end: int) -> bool:
    """Whether the short name of a city of another province is only where a line of buses runs."""
    text, code = reply.flow.text, reply.where.code
    if end - begin > _SHORT or not code or any(c[:2] == code[:2] for c in divisions.codes_of(text[begin:end])):
        return False
    return bool(_LINE.match(text, end) or _LINE_TO.search(text[max(begin - _BACK, 0) : begin]))


#: Characters of a city's name without 市.
_SHORT = 2


def _within_own_name(reply: Reply) -> set[int]:
    """Where no place's name begins because the replying place's short one has begun before: 印江西桃 is no 江西."""
    short = reply.where.short or ""
    at = occurrences(reply.flow.text, short, *reply.body) if len(short) > 1 else ()
    return {begin + inner for begin in at for inner in range(1, len(short))}


def districts(reply: Reply) -> list[Mention]:
    """Official names; for the replying place its short form too, where it does not run on into another name."""
    text, (start, stop) = reply.flow.text, reply.body
    own = (reply.where.code, *divisions.chain(reply.where.code or ""))
    nearer = {divisions.short_form(d.name): d.name for d in around(reply.where.code)}
    nearer = {short: name for short, name in nearer.items() if set(divisions.codes_of(short)).isdisjoint(own)}
    found = []
    ours = _within_own_name(reply)
    for begin, end, name in find_divisions(text[start:stop]):
        if start + begin in ours or _is_a_stop(reply, start + begin, start + end):
            continue
        if is_in_a_title(text, start + begin) or is_in_a_reserve(reply, start + begin, start + end):
            continue
        # 朝阳 is 朝阳区 in a reply from Beijing, and the city elsewhere.
        found.append(Mention("District", nearer.get(name, name), start + begin, start + end, "place.official", 0.95))
    for zone in _NEW_AREA.finditer(text, start, stop):
        if not is_generic(zone.group()[:-2]) and not find_divisions(zone.group()):
            lead = _TO_IT.match(zone.group())
            edge = left_edge(reply, zone.end(), zone.start() + (lead.end() if lead else 0), tail=2)
            edge += bool(_SITED.search(text[max(edge - 3, 0) : edge + 1]))
            if zone.end() - edge >= 4 and not is_clause(text[edge : zone.end()]):
                found.append(Mention("District", text[edge : zone.end()], edge, zone.end(), "place.new-area", 0.85))
    found += [*near_counties(reply), *counties_settled_in(reply)]
    where = reply.where
    if where.name and where.short and where.short != where.name:
        taken = {i for m in found for i in (m.start, m.end - 1)}
        for begin in occurrences(text, where.short, start, stop):
            end = begin + len(where.short)
            other = _NAMED_AFTER.match(text, end) or is_somebody(text, begin, end)
            if taken.isdisjoint((begin, end - 1)) and not other:
                found.append(Mention("District", where.name, begin, end, "place.own-short", 0.85))
    return found
