"""Parks that a sentence calls by what their names end in: 甲乙软件园…。软件园已建成丙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.reading.mentions.names import occurrences
from graph.reading.place import Where
from graph.reading.relations.last_called import REACH
from graph.reading.relations.of_a_kind import is_elsewhere
from graph.reading.relations.scene import Pair
from graph.records import Mention

__all__ = ["by_their_ends"]

#: Before and behind what a name ends in, where that alone means the place: 甲乙软件园…。软件园已建成丙.
_BEFORE_AN_END = re.compile(r"(?:^|[，。；：\n]|是|目前|现在|在|于|落户|入驻|进驻|走进)$")
_BEHIND_AN_END = re.compile(
    r"(?!的?(?:企业|管委|产业|经济|公司|大厦|核心|建设|发展|管理|配套|规划|模式)|[上里化型级名类人区城园港谷一二三四五六七八九十A-Za-z、和与及东南西北])"
)
#: 在丙发展带上成长起来, 在丁集中区建设戊项目: behind such an end, what is done there; not 在丁集中区建设中.
_DONE_AT_IT = re.compile(r"[上里内](?!线|市|海|化)|(?:投资)?(?:建设|建厂|设厂)(?![，。；、中上方的过里期与和]|$)")
#: Of so many characters, at least, is what a name ends in; fewer tell only what kind of place it is.
_SHORTEST_END = 3


def by_their_ends(text: str, start: int, end: int, taken: list[Mention], past: list[Pair], where: Where) -> Iterator[Pair]:
    """Parks that a sentence calls by what their names end in: 软件园 of 甲乙软件园, named not far before."""
    parks = {id(k): (m, k) for m, k in reversed(past) if k.type == "Carrier" and start - m.end <= REACH}
    for first, known in parks.values():
        last = known.name[-_SHORTEST_END:]
        if text.find(last, start, end) < 0 or is_elsewhere(known, where):
            continue
        ends = (known.name[at:] for at in range(1, len(known.name) - _SHORTEST_END + 1))
        for word in ends:
            for at in occurrences(text, word, start, end):
                behind = at + len(word)
                free = first.end < at and all(behind <= m.start or m.end <= at for m in taken)
                at_it = text[at - 1 : at] == "在" and _DONE_AT_IT.match(text, behind)
                alone = _BEFORE_AN_END.search(text[max(at - 2, start - 1) : at]) and _BEHIND_AN_END.match(text, behind)
                if free and (at_it or alone):
                    mention = Mention(known.type, known.name, at, behind, "anaphor", known.confidence)
                    taken.append(mention)
                    yield mention, known
