"""Who issued a document by its own name: 《甲省人民政府关于…》, 《乙市丙区…规划》."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import find_divisions
from graph.reading.reply import Reply

__all__ = ["IN_NAME", "issuers_in_name", "place_in_name"]

#: The rule of a place or an office that another's name begins with, and that nothing else names.
IN_NAME = "place.in-name"

#: An office that documents are titled with, from its place on. A place's government and party are left to the place.
_OFFICE = (
    r"(?:中共中央(?:办公厅)?|国务院(?:办公厅)?|中央军委|(?:(?!关于|印发|转发)[\u4e00-\u9fff（）()]){1,24}?(?:(?:发展改革|国资|党工)委(?!员)|(?:管理)?委员会|管委会"
    r"|领导小组(?:办公室)?|总局|[局厅署]|部(?![门分队署委])|法院|检察院|总工会)(?:办公[厅室])?)"
)
#: Each office ends where it first can: no name, however long, is cut in more than one way.
_OFFICES = re.compile(
    rf"(?!(?:(?!关于)\S){{0,20}}(?:政府|[省市区县州旗]委))(?>(?:(?>{_OFFICE})[、 ]?)+)(?=关于|印发|转发|[〈<《])"
)
_ONE_OFFICE = re.compile(_OFFICE)
#: 甲省人民政府口岸办公室关于…: an office of a government that has a field of its own; 人民政府办公厅 is left to the place.
_GOVERNMENTS_OFFICE = re.compile(
    r"(?:(?!关于|印发|转发|政府)[\u4e00-\u9fff]){1,12}[省市区县州旗](?:人民)?政府(?!办公)(?:(?!政府|关于|印发|转发)[\u4e00-\u9fff]){2,10}?办公室(?=关于|印发|转发|《)"
)

#: Behind the first name of a place, where it is part of another name: 甲都市圈, 乙新城, 丙泾河工业园.
_OTHER_NAME = re.compile(
    r"都市圈|新城|合作组织|港口|对口|（|(?:国家)?(?:高新区|经开区|综保区|保税区|高新技术|经济技术|科技城|科学城|自贸)|(?!(?:省|市|区|县))[\u4e00-\u9fff]{2,8}?(?:开发区|工业园|度假区|旅游区|景区|产业园|商务区)"
)
#: What a document's name may hold before its place: 2025年甲市…, 十四五乙区…, 中共丙区委….
_BEFORE_PLACE = re.compile(
    r"(?:关于)?(?:加快|推进|进一步|促进|推动|深化|加强|规范|做好|全面|开展)*|20\d\d(?:年|[—-]20\d\d年?)度?|“?十[一二三四五]五”?(?:时期)?|中共|中国共产党"
)


def issuers_in_name(reply: Reply, name: str, known: list[Known], home: Known | None) -> list[Known]:
    """The offices, else the most exact place, that a document's name begins with: 甲市乙区 is 乙区.

    Parameters
    ----------
    reply:
        Where it stands.
    name:
        The document's.
    known:
        The reply's entities; an office or a place that only the name has is added to them.
    home:
        The replying district.
    """
    if (governments := _GOVERNMENTS_OFFICE.match(name)) is not None:
        return [_office(known, governments.group(), name)]
    titled = _OFFICES.match(name)
    if titled is not None:
        return [_office(known, office, name) for office in _ONE_OFFICE.findall(titled.group())]
    office = [
        k for k in known if k.type == "Organisation" and any(len(n) > 2 and name.startswith(n) for n in (k.name, *k.aliases))
    ]
    if office:
        return [max(office, key=lambda k: len(k.name))]
    place = _place(reply, name, known, home)
    return [place] if place is not None else []


def _office(known: list[Known], name: str, said_in: str) -> Known:
    """The office of that name: 科技部 is the 国家科技部 of the text too."""
    for k in known:
        if k.type == "Organisation" and any(n in (name, f"国家{name}") for n in (k.name, *k.aliases)):
            return k
    return _added(known, Known("Organisation", name, IN_NAME, 0.85), said_in)


def _added(known: list[Known], entity: Known, said_in: str) -> Known:
    """A new entity, whose only mention is that of what it is named in."""
    entity.mentions.append(next(k for k in known if k.name == said_in).mentions[0])
    known.append(entity)
    return entity


def _place(reply: Reply, name: str, known: list[Known], home: Known | None) -> Known | None:
    """The most exact place that a document's name begins with, or has behind 关于; nothing where the place is part of another name."""
    places = find_divisions(name)
    lead = "关于" in name[:2]
    at = next((s for s, _, _ in places if _BEFORE_PLACE.fullmatch(name[:s])), None)
    if at is not None:
        written, end = _last_in_a_row(places, at)
        codes = divisions.codes_of(written)
        short = written[-1] not in "省市区县州盟旗"
        other = short and _OTHER_NAME.match(name[end:])
        ours = home is not None and written in (home.name, reply.where.short)
        if other or (lead and ((short and not ours) or re.search("(?:报告|请示)$", name))):
            return home if other and home is not None and home.name in name else None  # 甲市高新区（乙区）三年行动计划
        if codes and not name.endswith("条例") and (county := _county_behind(name[end:], codes[0])) is not None:
            return place_in_name(known, divisions.name_of(county) or written, county, name)
        if ours:
            return home
        code = codes[0] if len(codes) == 1 else None
        place = place_in_name(known, (divisions.name_of(code) if code else None) or written, code, name)
        if place.name != written:
            place.aliases.setdefault(written)
        return place
    short_name = reply.where.short
    own = re.match(f"(?:数字|智慧|平安|健康)?{re.escape(short_name)}", name) if short_name else None
    return home if own and not _OTHER_NAME.match(name[own.end() :]) else None


def _county_behind(words: str, code: str) -> str | None:
    """The code of the county whose short name comes right behind its city's: 甲市乙杨浦生活秀带, 甲（乙）试点方案."""
    words = words.removeprefix("（")
    for division in divisions.children(code) if code.endswith("00") else ():
        short = divisions.short_form(division.name)
        if len(short) > 1 and short != "古城" and words.startswith(short) and not _NO_COUNTY.match(words, len(short)):
            return division.code
    return None


#: Behind a county's short name, where it is that of a road or of something else: 长宁路, 朝阳产业.
_NO_COUNTY = re.compile("路|大道|大?街(?!道)|[河江湖山港湾]|新城|水库|产业|医院|(?:国际)?机场")


def _last_in_a_row(places: Iterable[tuple[int, int, str]], at: int) -> tuple[str, int]:
    """The last of the places that a name begins with one behind the other, and where it ends."""
    written, end = "", at
    for start, stop, name in places:
        if start == end:
            written, end = name, stop
    return written, end


def place_in_name(known: list[Known], name: str, code: str | None, said_in: str) -> Known:
    """The district of that name; a new one, which only the name of ``said_in`` speaks of, where the reply names it nowhere else."""
    place = next((k for k in known if k.type == "District" and (k.name == name or name in k.aliases)), None)
    return place or _added(known, Known("District", name, IN_NAME, 0.85, code=code), said_in)
