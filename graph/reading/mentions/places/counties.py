"""Counties by their short names: a city's own, those around the replying one, and those of a row that says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.divisions import Division
from graph.reading.lexicon import alternation, of_class
from graph.reading.mentions.names import MARK, occurrences
from graph.reading.mentions.places.kinds import NAMED_COUNTY, OF_PLACES
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["around", "county_of_short", "near_counties"]

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
_COMMON = of_class("namesake_counties", "common")
#: 城东、城西等地 are sides of any city; 甲、南部等地 are counties.
_SIDES = of_class("namesake_counties", "side")
#: 浦东3家: how many of something a county has.
_COUNTED = re.compile(r"(?:占|有|现有|共有)?\d{1,3}[家个处座]，")
#: 甲公司（晋江）、: around the county in brackets behind a firm; 甲（晋江）公司 is a name.
_FIRM_BEFORE, _CLOSES = re.compile("(?:公司|集团|厂|合作社)（$"), re.compile("）(?=[、，。；等和与及）]|$)")
_GOES_ON = re.compile(r"[路街港湖山河江湾桥村镇乡站岛]|大道|大学|学院|医院|机场|中学|小学|银行|集团|公司|科技|分园")


def near_counties(reply: Reply) -> list[Mention]:
    """Counties by their short names.

    In a city's reply its own (设在晋江, 在萧山、余杭等地, 麻城已引进…), in a county's those of its city that stand in a row (来自徐汇、
    静安的老人), in a province's those of the province in a row of three (陵水、乐东、保亭), and in any reply what a row is said to
    be one of (昆山、吴江等地).
    """
    text, code = reply.flow.text, reply.where.code
    elsewhere, told = _rows_of_places(reply), dict[tuple[int, int], str]()
    if code and _is_city(code):
        spans = _written(reply, around(code))
        told |= {span: spans[span] for span in spans if _is_told(reply, *span)} | _in_rows(text, spans)
    elif code and not code.endswith("00"):
        elsewhere |= _in_rows(text, _written(reply, around(code)))
    elif code:
        cities = divisions.children(code)
        counties = [county for city in cities if city.code.endswith("00") for county in divisions.children(city.code)]
        told |= _in_rows(text, _of_province(reply, cities, counties), least=_MANY)
    return [
        Mention("District", name, *span, "place.county-short" if span in told else NAMED_COUNTY, 0.8)
        for span, name in sorted((elsewhere | told).items())
        if text[span[0] : span[1]] != name
    ]


def _of_province(reply: Reply, cities: Iterable[Division], counties: Iterable[Division]) -> dict[tuple[int, int], str]:
    """Where the body has short names of a province's cities and counties: 淮安 is the city, and 淮安区 its district of that name."""
    text, spans = reply.flow.text, _written(reply, counties)
    whole = {begin for (begin, end), name in spans.items() if text[begin:end] == name}
    return spans | {span: name for span, name in _written(reply, cities).items() if span[0] not in whole}


#: So many counties in a row a province's reply means: short names of a hundred of them are words of their own too.
_MANY = 3


def around(code: str | None) -> tuple[Division, ...]:
    """The counties of the city that a county is in, or of a city itself; none of a province."""
    if not code:
        return ()
    city = code if code.endswith("00") else next(iter(divisions.chain(code)), "0000")
    return tuple(d for d in divisions.children(city) if len(d.code) == len(city)) if _is_city(city) else ()


def _is_city(code: str) -> bool:
    """Whether a code is that of a city with counties, or of one run as a province."""
    return code.endswith("00") and (not code.endswith("0000") or code[:2] in divisions.MUNICIPALITIES)


def _written(reply: Reply, places: Iterable[Division]) -> dict[tuple[int, int], str]:
    """Where the body has the short names of some places, and what each is called in full; the replying place’s own is no other's."""
    text, spans = reply.flow.text, dict[tuple[int, int], str]()
    for place in places:
        short = divisions.short_form(place.name)
        # 南昌 is the city, and not its county of that name
        if len(short) < 2 or short == place.name or (short == reply.where.short and place.code != reply.where.code):
            continue
        for begin in occurrences(text, short, *reply.body):
            end = begin + len(short)
            whole = text.startswith(place.name, begin)
            if whole or not _GOES_ON.match(text, end):
                spans[begin, begin + len(place.name) if whole else end] = place.name
    return spans


#: 昆山、吴江等地, 嘉善和平湖等毗邻地区: a row of places.
_NAME = "[^\\W\\d_a-zA-Z和与及]{2,4}"
_ROW_OF_PLACES = Sought(f"(?:{_NAME}[、和与及]){{1,12}}{_NAME}(?<!等){OF_PLACES}")


def _rows_of_places(reply: Reply) -> dict[tuple[int, int], str]:
    """The short names in rows of which the words behind say that they are places, and all of them some county's or city's."""
    text, told = reply.flow.text, dict[tuple[int, int], str]()
    for row in _ROW_OF_PLACES.finditer(text, *reply.body):
        end = text.rindex("等", row.start(), row.end())
        items = dict[tuple[int, int], str]()
        for item in reversed(list(_ITEM.finditer(text, row.start(), end))):
            begins = (i for i in range(item.start(), item.end() - 1) if county_of_short(text[i : item.end()]))
            begin = next(begins, None)
            if begin is None:
                # 加强与昆山、吴江等地: the row begins behind 与; 甲、昆山等地 is a row of something else.
                items = items if text[item.end()] != "、" else {}
                break
            items[begin, item.end()] = str(county_of_short(text[begin : item.end()]))
            if begin > item.start():
                break
        named = {text[begin:stop] for begin, stop in items}
        told |= items if len(items) > 1 and not named <= _SIDES else {}
    return told


_ITEM = re.compile("[^、和与及]+")


@cache
def _short_counties() -> dict[str, str]:
    """The short name of every county whose short name no other place has, and what it is called in full."""
    found: dict[str, list[str]] = {}
    for name in divisions.division_names():
        if (
            name[-1] in "区县市旗"
            and len(divisions.short_form(name)) > 1
            and not all(map(divisions.is_former, divisions.codes_of(name)))
        ):
            found.setdefault(divisions.short_form(name), []).append(name)
    return {short: names[0] for short, names in found.items() if len(names) == 1 and short not in _COMMON}


def county_of_short(short: str) -> str | None:
    """What a county or a city is called in full, by a short name that no other has."""
    return _short_counties().get(short)


def _is_told(reply: Reply, begin: int, end: int) -> bool:
    """Whether the words right around a county's short name say that it is a place."""
    text = reply.flow.text
    if _LEADS_TO.search(text[begin - 2 : begin]) or MARK.match(text, end) or _COUNTED.match(text, end):
        return True
    if _FIRM_BEFORE.search(text[max(begin - 4, 0) : begin]) and _CLOSES.match(text, end):
        return True
    heads = text[_larger_before(reply, begin) - 1] in "，。；：、\n" and text[begin:end] not in _COMMON
    return heads and reply.tokens[reply.token_at(end)].start == end and bool(_DOES.match(text, end))


def _larger_before(reply: Reply, begin: int) -> int:
    """Where the replying city's name begins, or its province's, that stands right before a county's: 甲省乙作为试点, 丙市丁率先上线."""
    code = str(reply.where.code)
    for name in (divisions.name_of(c) for c in (code, *divisions.chain(code))):
        for form in (name, divisions.short_form(name)) if name else ():
            if reply.flow.text.endswith(form, 0, begin):
                return begin - len(form)
    return begin


def _in_rows(text: str, spans: Mapping[tuple[int, int], str], least: int = 2) -> dict[tuple[int, int], str]:
    """The short names that stand in a row of at least so many of them: of 104 in annotated replies of cities each was one."""
    rows, row = dict[tuple[int, int], str](), list[tuple[int, int]]()
    for span in sorted(spans):
        if row and not _JOINT.fullmatch(text, row[-1][1], span[0]):
            row = []
        row.append(span)
        if len(row) >= least:
            rows |= {one: spans[one] for one in row}
    return rows
