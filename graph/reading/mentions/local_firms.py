"""Firms that bear a place's name: what a city or a district owns (区产投, 甲城投集团), and the banks of a county (甲农商行, 乙村镇银行)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.reading import divisions
from graph.reading.mentions.names import clean
from graph.reading.place import division_before
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["is_bank_in_short", "local_firms"]

#: What a place's investors and builders are called in short; 国投资金, 城投入使用 are other words.
_PLATFORM = re.compile(
    r"(?:城[建交]?投|产投|[交建水国农科文旅]投|文旅?投|商旅投|[国投金城]控|[城产]发)(?:控股集团|控股|集团|公司)?(?!有限|股份|[入资放产诉递标向身稿展制股])"
)
#: Banks of one place by kind.
_BANK = re.compile(r"(?:农商行|农商银行|农村商业银行|村镇银行|农信联社|农信社|信用联社|农村信用(?:合作)?(?:联)?社)(?![会区保])")
#: 区产投, 市农商行: the place that replies.
_OUR = re.compile(r"(?:^|[^\u4e00-\u9fff]|[有由与和及经同对向请为给在、让托合调])([省市区县州])$")
#: The banks that the state lends by, in short.
_STATE_BANK = re.compile("国开行|农发行|国家开发银行|中国农业发展银行")
#: The country's large banks in short, as of a place (县工行, 市农行) and the one whose short name is a part of many words.
_LARGE_BANK = re.compile(r"(?:工行|农行|建行|交行|中行(?=[的、，；。）和与及等\n]|推出|发放))(?![业情走动驶程政人为])")
_BANK_OF_CHINA = re.compile(r"(?<![\u4e00-\u9fff])中行(?=[的、，；。）和与及等\n]|推出|发放)")
#: 市工行, 县农发行: a whole name.
_BANK_IN_SHORT = re.compile("[省市区县州](?:工行|农行|建行|交行|中行|农发行|国开行)")
_ITS_NAME = 6
#: Of how many characters the short names of counties are.
_SHORT = (3, 2)
#: 各市产投, 全县农信社 are several.
_SEVERAL = "各全每多"
#: Such names in the annotated replies are firms, but for what else begins so (国投资金), which is kept out above.
_SURE = 0.96


def local_firms(reply: Reply) -> list[Mention]:
    """Every name of a firm that begins with its place and ends as the firms do which a place owns, or as its banks do."""
    start, stop = reply.body
    text = reply.flow.text
    found = []
    for kind in (_PLATFORM, _BANK):
        for ending in kind.finditer(text, start, stop):
            begin = _beginning(text, ending.start(), start)
            if begin is not None and text[begin - 1] not in _SEVERAL:
                found.append((begin, ending.end()))
    for large in _LARGE_BANK.finditer(text, start, stop):
        if our := _OUR.search(text, max(large.start() - 2, start), large.start()):
            found.append((our.start(1), large.end()))
    for bank in (*_STATE_BANK.finditer(text, start, stop), *_BANK_OF_CHINA.finditer(text, start, stop)):
        our = _OUR.search(text, max(bank.start() - 2, start), bank.start())
        found.append((our.start(1) if our else bank.start(), bank.end()))
    return list(_mentions(text, found))


def is_bank_in_short(name: str) -> bool:
    """Whether a name is a large bank's, in short and of a place: 市工行."""
    return _BANK_IN_SHORT.fullmatch(name) is not None


def _beginning(text: str, at: int, floor: int) -> int | None:
    """Where the place begins whose firm it is, ``None`` where none stands before its ending."""
    if our := _OUR.search(text, max(at - 2, floor), at):
        return our.start(1)
    if place := division_before(text, at, _ITS_NAME, floor):
        return place[0]
    return next((at - size for size in _SHORT if at - size >= floor and _is_short(text[at - size : at])), None)


def _is_short(name: str) -> bool:
    """Whether a name is a county's without its last character: 甲 of 甲农商行."""
    return any(divisions.codes_of(name + kind) for kind in "县市区")


def _mentions(text: str, spans: list[tuple[int, int]]) -> Iterator[Mention]:
    for begin, end in spans:
        yield Mention("Enterprise", clean(text[begin:end]), begin, end, "known.local", _SURE)
