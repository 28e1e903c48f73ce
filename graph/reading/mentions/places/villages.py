"""Villages in a row that share one 村 and, where it is told, how many they are: 甲、乙、丙3个村, 甲、乙、丙三村, 甲、乙等村."""

from __future__ import annotations

import re

from graph.reading.cues import Sought
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import is_generic
from graph.reading.mentions.places.kinds import NO_VILLAGE_BEHIND, SOME
from graph.reading.mentions.places.sharing import says_something
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["villages_in_a_row"]

_COUNT = "[\\d两二三四五六七八九十]{1,3}"
#: Not what joins two of a row, so that there is one way to part it.
_CHARACTER = "(?![和与及])[\u4e00-\u9fff]"
_ROW = Sought(
    # 甲和乙两村
    f"(?P<pair>(?:{_CHARACTER}){{2,8}}[和与](?:{_CHARACTER}){{2,4}}?)(?:两个?|2个)(?:行政|自然)?村{NO_VILLAGE_BEHIND}"
    f"|(?P<row>(?:{_CHARACTER}){{2,12}}、(?:(?:{_CHARACTER}){{2,5}}[、和与及]){{0,20}}(?:{_CHARACTER}){{2,4}}?)"
    f"(?:(?P<some>等)(?:{_COUNT}个)?|(?P<many>{_COUNT})个|(?P<all>[两三四五六七八九])(?=村(?![、和与等])))(?:行政|自然|重点|试点|示范|贫困|移民)?村(?:民小组)?{NO_VILLAGE_BEHIND}"
)
_ITEM = re.compile("[^、和与及]+")
_NUMERALS = {numeral: number for number, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}
#: What is no village of the row, and what stands in no name: 甲镇、乙街道等村, 各选两个村.
_OTHER = re.compile(f"(?:镇|乡|街道|[区县市]|社区|村|庄园|产业园|学校|医院|道路?|项目)$|[的等各每在共对为与将有]|(?:{SOME})")
#: The town or county before the first of them, and what is done there.
_BEFORE = re.compile(".*(?:街道|[镇乡区县市]|涉及|包括|覆盖|其中|[在对于为年的由])(?=[\u4e00-\u9fff]{2})")


def villages_in_a_row(reply: Reply) -> list[Mention]:
    """The villages of rows that say what they are; where the row counts them, as many as it says."""
    text, found = reply.flow.text, list[Mention]()
    for row in _ROW.finditer(text, *reply.body):
        items = list(_ITEM.finditer(text, *row.span("pair" if row["pair"] else "row")))
        count = row["many"] or row["all"]
        many = _number(count) if count else len(items)
        spans = [(_begin(reply, *item.span()), item.end()) for item in items[-many:]]
        told = row["some"] or row["pair"] or 1 < many <= len(items)  # 甲、爱国二村、乙 is an estate by its number
        if told and not any(_is_other(reply, start, end) for start, end in spans):
            found += [Mention("Community", f"{text[start:end]}村", start, end, "place.village", 0.75) for start, end in spans]
    return found


def _number(numeral: str) -> int:
    """A number of one or two digits, 0 where it is written otherwise."""
    return int(numeral) if numeral.isdigit() else _NUMERALS.get(numeral, 0)


def _begin(reply: Reply, start: int, end: int) -> int:
    """Where an item's own name begins, behind its town and what leads to it."""
    before = _BEFORE.match(reply.flow.text, start, end)
    start = before.end() if before else start
    return left_edge(reply, end, start) if end - start > _LONG else start


#: So many characters a village's bare name has, mostly.
_LONG = 3


def _is_other(reply: Reply, start: int, end: int) -> bool:
    """Whether an item is no village's bare name."""
    name = reply.flow.text[start:end]
    return (
        not 2 <= len(name) <= _LONG + 1
        or is_generic(name)
        or _OTHER.search(name) is not None
        or says_something(reply, start, end)
    )
