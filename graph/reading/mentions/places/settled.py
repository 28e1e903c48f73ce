"""Counties elsewhere by their short names, where something is said to settle there: 落户甲, 在甲投资建厂."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.lexicon import of_class
from graph.reading.mentions.names import in_dictionary
from graph.reading.mentions.places.counties import county_of_short
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["counties_settled_in"]

_ROW = "(?P<row>(?:(?:(?![、和与及])[\u4e00-\u9fff]){2,5}[、和与及]){0,4}[\u4e00-\u9fff]{2,5}?)"
#: Right before the name, of which nothing but a mark, 的 or its end stands behind: 落户甲，, 总部设在甲。, 落户甲的乙公司.
_SETTLES = re.compile(
    r"(?:落户|入驻|进驻|落地|扎根|落子|迁入|迁[至往到]|搬[至往到]|设在|设于|位于|坐落[于在]|选址|总部(?:也|都|均|就|仍)?在)[于在到至]?"
    rf"(?={_ROW}(?:[，。；）（\n]|的))"
)
#: On either side of it: 在甲投资建厂, 到甲落户.
_SETTLED = Sought(
    rf"(?:(?<![存现正所旨潜自])在|(?<![达得])到|赴)(?={_ROW}(?:等地)?"
    r"(?:已|也|均|都|正式|成功|先后|陆续|相继|全资|独资|新|再)*"
    r"(?:落户|落地|扎根|投资(?!者)|建厂|设厂|办厂|兴业|注册|投产|扩产|拿地|设立|成立(?!于)|建有|建成|开工|签约|设有?(?:[一二两三四五六七八九\d]|生产|研发|工厂|基地|总部|分公司)))"
)
#: Cities of a county's rank that are called by a common word, as hardly another is.
_COMMON_CITIES = of_class("namesake_counties", "city")
#: What is a river, a lake or a hill, or a side of a city, as often as the county that is called so.
_OTHERWISE = of_class("namesake_counties", "water") | of_class("namesake_counties", "side")
#: Behind the same name elsewhere in the reply, which has another place of that name: 云溪镇交通便利，甲公司已落户云溪.
_OTHER_PLACE = "镇|乡|街道|村|社区|片区|新区|新城|小区|大厦|广场"
_ITEM = re.compile("[^、和与及]+")
_PROPER = ("ns", "nr", "nz", "nt")


def counties_settled_in(reply: Reply) -> list[Mention]:
    """The short names that no other place has and no common word is, behind or around what says that one comes there."""
    text = reply.flow.text
    found = dict[tuple[int, int], str]()
    for told in (*_SETTLES.finditer(text, *reply.body), *_SETTLED.finditer(text, *reply.body)):
        for one in _ITEM.finditer(text, *told.span("row")):
            county = county_of_short(one.group())
            if county is not None and _is_no_other(reply, *one.span(), county):
                found[one.span()] = county
    return [Mention("District", name, *span, "place.county-short", 0.8) for span, name in sorted(found.items())]


def _is_no_other(reply: Reply, start: int, end: int, county: str) -> bool:
    """Whether a county's short name is no common word, no other place of the reply and no city that is found by itself."""
    text, code = reply.flow.text, reply.where.code
    name = text[start:end]
    token = reply.tokens[reply.token_at(start)]
    proper = not in_dictionary(name) or (token.start == start and token.tag[:2] in _PROPER)
    city = county.endswith("市") and name not in _COMMON_CITIES
    town = code is not None and any(divisions.township(name + kind, code) is not None for kind in ("街道", "镇", "乡"))
    other = town or re.search(f"{name}(?:{_OTHER_PLACE})", text)
    return (proper or city) and not (other or name in _OTHERWISE or divisions.codes_of(name))
