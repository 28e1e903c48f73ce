"""The country's administrative divisions: names to official codes, looked up inside one district first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

__all__ = [
    "MUNICIPALITIES",
    "SOURCE",
    "Division",
    "chain",
    "children",
    "codes_of",
    "counties_of",
    "division_names",
    "inside",
    "is_former",
    "name_of",
    "short_form",
    "town_before",
    "township",
    "township_names",
]

#: Where the list is published.
SOURCE = "https://dmfw.mca.gov.cn/XzqhVersionPublish.html"
#: First two digits of the cities that are run as provinces: 北京, 天津, 上海, 重庆.
MUNICIPALITIES = ("11", "12", "31", "50")
_FILE = Path(__file__).parents[2] / "data" / "divisions" / "divisions.tsv"
#: Counties and cities that replies name and that are no more: code, name, last year.
_FORMER = _FILE.with_name("former.tsv")
#: Codes and short names of banners that no rule makes.
_SHORT = _FILE.with_name("short.tsv")
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|门巴|珞巴|基诺"
)
#: 融水 of 融水苗族自治县, and no people of the water: a people of one character is named with 族.
_PEOPLE = rf"(?:(?:{_PEOPLES})族|(?:{'|'.join(p for p in _PEOPLES.split('|') if len(p) > 1)}))"
_TAIL = re.compile(rf"(?:特别行政区|{_PEOPLE}*自治[区州县旗]|(?:{_PEOPLES})族区|地区|新区|林区|矿区|[省市区县盟旗])$")
_OWN_RULE = re.compile("自治[区州县旗]$")
_TOWNSHIP_TAIL = re.compile(r"(?:街道|[\u4e00-\u9fff]{1,3}族乡|[镇乡])$")
#: What replies leave out of a subdistrict's name: 新华街道 for 新华路街道, 仙霞街道 for 仙霞新村街道.
_LEFT_OUT = re.compile(r"(?:新村|大街|[路街村桥])$")


@dataclass(frozen=True, slots=True)
class Division:
    """One place of the official list: two digits a province, four a prefecture, six a county, nine a township."""

    code: str
    name: str


@cache
def _table() -> tuple[list[str], list[str]]:
    codes, names = [], []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        code, _, name = line.partition("\t")
        codes.append(code)
        names.append(name)
    return codes, names


@cache
def _former() -> tuple[tuple[str, str], ...]:
    """Code and name of every former county and city, sorted by code; some codes are in use under another name."""
    rows = (line.split("\t") for line in _FORMER.read_text(encoding="utf-8").splitlines())
    return tuple((code, name) for code, name, _ in rows)


@cache
def _former_names() -> dict[str, str]:
    return dict(_former())


def _current(code: str) -> str | None:
    codes, names = _table()
    at = bisect_left(codes, code)
    return names[at] if at < len(codes) and codes[at] == code else None


def name_of(code: str) -> str | None:
    """Official name of a code, the last one of a place that is no more; ``None`` for an unknown code."""
    return _current(code) or _former_names().get(code)


def is_former(code: str | None) -> bool:
    """Whether a code is that of a county or a city that is no more: its townships have codes of another place."""
    return code is not None and len(code) == 6 and _current(code) is None


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    """Full names of provinces, prefectures and counties, former ones last; short forms of provinces and prefectures too.

    Of an autonomous county, or a district of a people, also the name that replies call it by, 新平县 for 新平彝族傣族自治县 and
    管城区 for 管城回族区, where no other county has that.
    """
    found: dict[str, list[str]] = {}
    for code, name in zip(*_table(), strict=True):
        if len(code) == 6:
            found.setdefault(name, []).append(code)
            short = short_form(name)
            if code.endswith("00") and len(short) > 1 and short != name:
                found.setdefault(short, []).append(code)
    for code, name in _former():
        found.setdefault(name, []).append(code)
    for code, name in zip(*_table(), strict=True):
        own = short_form(name).removesuffix("族" if name.endswith("旗") else "") + name[-1]
        if len(code) == 6 and name.endswith(("自治县", "自治旗", "族区")) and own not in found:
            found[own] = [code]
    return {name: tuple(codes) for name, codes in found.items()} | _banners(found)


#: 科尔沁右翼前旗, 阿拉善左旗: what replies keep of a banner's name.
_BANNER = re.compile("(.).{2,}?(?:([左右])翼)?([左右前中后])旗")


def _banners(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Short names of banners: 科右前旗, 阿左旗 as they are made, 伊旗 and 东乌旗 by a list."""
    made: dict[str, tuple[str, ...]] = {}
    for name, codes in found.items():
        if parts := _BANNER.fullmatch(name):
            short = "".join(part or "" for part in parts.groups()) + "旗"
            made[short] = (*made.get(short, ()), *codes)
    rows = (line.split("\t") for line in _SHORT.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    listed = {short: (code,) for code, short in rows}
    return {short: codes for short, codes in (made | listed).items() if len(codes) == 1 and short not in found}


def codes_of(name: str) -> tuple[str, ...]:
    """Codes of the provinces, prefectures and counties of that name (short forms for the larger two)."""
    return _by_name().get(name, ())


def division_names() -> tuple[str, ...]:
    """Every name that :func:`codes_of` knows."""
    return tuple(_by_name())


#: Names are asked for again and again within a reply; so many are kept.
_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def short_form(name: str) -> str:
    """长宁 for 长宁区, 内蒙古 for 内蒙古自治区; the name itself where one character would be left."""
    shorter = (_TAIL.sub("", name), _OWN_RULE.sub("", name))  # 蒙古 is a people, and here a part of the name
    return next((short for short in shorter if len(short) > 1), name)


@cache
def children(code: str) -> tuple[Division, ...]:
    """Subdistricts and towns of a county or of a city without counties; the counties of a prefecture or province."""
    if code.endswith("0000"):
        direct = [d for d in _under(code) if len(d.code) == 6 and d.code != code]
        return tuple(d for d in direct if d.code.endswith("00") or name_of(d.code[:4] + "00") is None)
    if code.endswith("00"):
        return tuple(d for d in _under(code) if d.code != code and (len(d.code) == 6 or d.code[:6] == code))
    return tuple(d for d in _under(code) if len(d.code) == 9)


@lru_cache(maxsize=_KEPT)
def chain(code: str) -> tuple[str, ...]:
    """The larger places of a code, nearest first: district and city of a subdistrict."""
    parents = [code[:6]] if len(code) == 9 else []
    base = code[:6]
    for parent in (base[:4] + "00", base[:2] + "0000"):
        if parent not in (code, base) and name_of(parent) is not None:
            parents.append(parent)
    return tuple(parents)


def inside(code: str, larger: str) -> bool:
    """Whether a county's code lies in a prefecture or province."""
    own = larger[:2] if larger.endswith("0000") else larger[:4]  # 341000 holds no 341102, 500000 no 510100
    return larger.endswith("00") and code != larger and code.startswith(own)


@cache
def _townships(code: str) -> dict[str, str]:
    """Every way in which the townships of a place are written, to the official code; what is not unique is left out."""
    rows = [d for d in _under(_around(code)) if len(d.code) == 9]
    names: dict[str, set[str]] = {}
    for division in rows:
        names.setdefault(division.name, set()).add(division.code)
    for division in rows:
        tail = _TOWNSHIP_TAIL.search(division.name)
        core = division.name[: tail.start()] if tail else division.name
        short = _LEFT_OUT.sub("", core)
        if tail and short != core and len(short) > 1 and short + tail.group() not in names:
            names.setdefault(short + tail.group(), set()).add(division.code)
    return {name: next(iter(codes)) for name, codes in names.items() if len(codes) == 1}


_TOWN_FIRST = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:街道|镇|乡)")


def town_before(text: str, within: str | None, least: int) -> int:
    """How many characters of a text are a town's name that it begins with, 0 for none: 甲街道 of 甲街道智慧停车系统.

    Parameters
    ----------
    text:
        A name, or what may be one.
    within:
        Code of the place whose towns count; ``None`` where it is not known.
    least:
        How many characters stand behind the town, at least.
    """
    town = _TOWN_FIRST.match(text)
    told = town is not None and within is not None and len(text) - town.end() >= least
    return town.end() if town and told and town.group() in _townships(str(within)) else 0


def township_names(within: str) -> tuple[str, ...]:
    """Every name that :func:`township` knows inside a place, full and shortened."""
    return tuple(_townships(within))


def _around(code: str) -> str:
    """A place itself; of one that is no more, the city or province that it was in."""
    if not is_former(code):
        return code
    return next((larger for larger in chain(code) if not is_former(larger)), code)


def _under(code: str) -> list[Division]:
    prefix = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    codes, names = _table()
    at = bisect_left(codes, prefix)
    rows: list[Division] = []
    while at < len(codes) and codes[at].startswith(prefix):
        rows.append(Division(codes[at], names[at]))
        at += 1
    return rows


def township(name: str, within: str) -> str | None:
    """Official code of a subdistrict, town or township inside a place, by its full or its shortened name.

    Parameters
    ----------
    name:
        With its suffix: 新华街道, 新泾镇; a town whose own name ends in 镇 also without it, 乌镇 for 乌镇镇.
    within:
        Code of the replying district or city.
    """
    towns = _townships(within)
    return towns.get(name) or (towns.get(name + "镇") if name.endswith("镇") else None)


@cache
def _counties_by_township() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, name in zip(*_table(), strict=True):
        if len(code) == 9:
            found.setdefault(name, []).append(code[:6])
    return {name: tuple(codes) for name, codes in found.items()}


def counties_of(name: str) -> tuple[str, ...]:
    """Codes of all counties that have a subdistrict, town or township of that official name."""
    return _counties_by_township().get(name, ())
