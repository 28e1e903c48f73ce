"""Districts: official names, the replying place's short form, a city's own counties, new areas run as districts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.reading import divisions
from graph.reading.lexicon import alternation
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import MARK, is_clause, is_generic, occurrences
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["districts"]

#: 滨海湾新区: a new area that is run as a district; 高新区, 创新区 are kinds of zones.
_NEW_AREA = re.compile(r"[\u4e00-\u9fff]{2,5}(?<![高创更革])新区(?![域块位别])")
#: 感谢您对西咸新区: what a segmenter may read with the name behind it.
_TO_IT = re.compile("[^新区]*(?:[您们](?:对|为|在|来|于)?|支持|关心|关注|对)")
#: What leads to a place that is called without its 区 or 市.
_LEADS_TO = re.compile(r"(?:在|于|落户|位于|地处|设在|入驻|扎根|布局|落地)$")
#: What follows such a place where it is the subject of a clause: 麻城已引进…, 昆山率先试点….
_VERBS = "|".join(alternation("cue_verbs", kind) for kind in ("arrive", "host", "issue", "launch", "other"))
_OPENS = "|".join(alternation("progress", kind) for kind in ("open", "build"))
_USES = alternation("progress", "use")
_DOES = re.compile(
    r"(?:已经|已|也|还|则|正|均|都|率先|先后|陆续|相继|目前|现|今年|去年|近年来?|近期|同样|，)*+"
    rf"(?:(?!经济)(?:{_VERBS}|{_OPENS}|有[一两三四五六七八九\d]|{_USES})(?![^，。；、]{{0,3}}[园区楼厦院校站])"
    # 溧水的“丙”, 江宁有甲公司、乙公司, 秦淮境内
    r"|的|“|境内|有(?![关限的望序效力]))"
)
#: Between two of a row: 余杭、滨江, 萧山和临平.
_JOINT = re.compile("、|和|与|及|以及")
#: Common nouns that are some county's short name: 丽江古城.
_COMMON = frozenset(
    ("古城", "新城", "中原", "城口", "和平", "河东", "河西", "新华", "长安", "高明", "江北", "江南", "桥西", "朝阳")
)
#: 浦东3家: how many of something a county has.
_COUNTED = re.compile(r"(?:占|有|现有|共有)?\d{1,3}[家个处座]，")
#: 甲公司（晋江）、: around the county in brackets behind a firm; 甲（晋江）公司 is a name.
_FIRM_BEFORE, _CLOSES = re.compile("(?:公司|集团|厂|合作社)（$"), re.compile("）(?=[、，。；等和与及）]|$)")
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
            lead = _TO_IT.match(zone.group())
            edge = left_edge(reply, zone.end(), zone.start() + (lead.end() if lead else 0), tail=2)
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
    """In a city's reply the city's own counties by their short names: 设在晋江, 在萧山、余杭等地, 麻城已引进…."""
    where, (start, stop) = reply.where, reply.body
    if (
        not where.code
        or not where.code.endswith("00")
        or (where.code.endswith("0000") and where.code[:2] not in divisions.MUNICIPALITIES)
    ):
        return []
    text, spans = reply.flow.text, dict[tuple[int, int], str]()
    for county in divisions.children(where.code):
        short = divisions.short_form(county.name)
        if len(short) < 2 or short in (county.name, where.short):  # 南昌 is the city, and not its county of that name
            continue
        for begin in occurrences(text, short, start, stop):
            end = begin + len(short)
            whole = text.startswith(county.name, begin)
            if whole or not _GOES_ON.match(text, end):
                spans[begin, begin + len(county.name) if whole else end] = county.name
    told = {span for span in spans if _is_told(reply, *span)} | _in_rows(text, spans)
    return [
        Mention("District", spans[span], *span, "place.county-short", 0.8)
        for span in sorted(told)
        if text[span[0] : span[1]] != spans[span]
    ]


def _is_told(reply: Reply, begin: int, end: int) -> bool:
    """Whether the words right around a county's short name say that it is a place."""
    text = reply.flow.text
    if _LEADS_TO.search(text[begin - 2 : begin]) or MARK.match(text, end) or _COUNTED.match(text, end):
        return True
    if _FIRM_BEFORE.search(text[max(begin - 4, 0) : begin]) and _CLOSES.match(text, end):
        return True
    heads = text[begin - 1] in "，。；：、\n" and text[begin:end] not in _COMMON
    return heads and reply.tokens[reply.token_at(end)].start == end and bool(_DOES.match(text, end))


def _in_rows(text: str, spans: Mapping[tuple[int, int], str]) -> set[tuple[int, int]]:
    """The short names that stand in a row with another county of the city: of 104 in annotated replies each was one."""
    rows, row = set[tuple[int, int]](), list[tuple[int, int]]()
    for span in sorted(spans):
        if row and not _JOINT.fullmatch(text, row[-1][1], span[0]):
            row = []
        row.append(span)
        if len(row) > 1:
            rows.update(row)
    return rows
