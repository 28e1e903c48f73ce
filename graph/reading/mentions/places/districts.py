"""Districts: official names, the replying place's short form, a city's own counties, new areas run as districts."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.lexicon import alternation
from graph.reading.mentions.names import is_clause, is_generic, left_edge, occurrences
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["districts"]

#: 滨海湾新区: a new area that is run as a district; 高新区, 创新区 are kinds of zones.
_NEW_AREA = re.compile(r"[\u4e00-\u9fff]{2,5}(?<![高创更革])新区(?![域块位别])")
#: What leads to a place that is called without its 区 or 市.
_LEADS_TO = re.compile(r"(?:在|于|落户|位于|设在|入驻|扎根|布局|落地)$")
#: 浦东3家: how many of something a county has.
_COUNTED = re.compile(r"(?:占|有|现有|共有)?\d{1,3}[家个处座]，")
#: Cities whose districts are a province's: 北京, 天津, 上海, 重庆.
_MUNICIPALITIES = ("11", "12", "31", "50")
_MARK = re.compile(rf"(?:{alternation('scenario_marks')})")
#: 甲大道, 甲门, 甲饭店: what bears the district's name.
_NAMED_AFTER = re.compile("[东西南北中]?路|大道|大街|门(?![户面类])|饭店|宾馆|小区|菜市?场|农贸")
_GOES_ON = re.compile(r"[路街港湖山河江湾桥村镇乡站岛]|大道|大学|学院|医院|机场|中学|小学|银行|集团|公司|科技|分园")


def districts(reply: Reply) -> list[Mention]:
    """Official names; for the replying place its short form too, where it does not run on into another name."""
    text, (start, stop) = reply.flow.text, reply.body
    found = []
    for begin, end, name in find_divisions(text[start:stop]):
        found.append(Mention("District", name, start + begin, start + end, "place.official", 0.95))
    for zone in _NEW_AREA.finditer(text, start, stop):
        if not is_generic(zone.group()[:-2]) and not find_divisions(zone.group()):
            edge = left_edge(reply, zone.end(), zone.start(), tail=2)
            if zone.end() - edge >= 4 and not is_clause(text[edge : zone.end()]):
                found.append(Mention("District", text[edge : zone.end()], edge, zone.end(), "place.new-area", 0.85))
    found += _near_counties(reply)
    where = reply.where
    if where.name and where.short and where.short != where.name:
        taken = {i for m in found for i in (m.start, m.end - 1)}
        for begin in occurrences(text, where.short, start, stop):
            end = begin + len(where.short)
            if taken.isdisjoint((begin, end - 1)) and not _NAMED_AFTER.match(text, end):
                found.append(Mention("District", where.name, begin, end, "place.own-short", 0.85))
    return found


def _near_counties(reply: Reply) -> list[Mention]:
    """In a city's reply the city's own counties by their short names: 设在晋江."""
    where, (start, stop) = reply.where, reply.body
    if not where.code or not where.code.endswith("00") or (where.code.endswith("0000") and where.code[:2] not in _MUNICIPALITIES):
        return []
    text, found = reply.flow.text, []
    for county in divisions.children(where.code):
        short = divisions.short_form(county.name)
        if len(short) < 2 or short in (county.name, where.short):  # 南昌 is the city, and not its county of that name
            continue
        for begin in occurrences(text, short, start, stop):
            end = begin + len(short)
            if text[end : end + 1] in "区市县" and text[begin : end + 1] == county.name:
                continue
            leads = _LEADS_TO.search(text[begin - 2 : begin]) or _MARK.match(text, end) or _COUNTED.match(text, end)
            if leads and not _GOES_ON.match(text, end):
                found.append(Mention("District", county.name, begin, end, "place.county-short", 0.8))
    return found
