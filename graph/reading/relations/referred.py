"""What a sentence only refers to: 前者, 该公司, 两家企业, 馆内, 其, 区内 of a zone, 该项目 that is a park."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.reading.relations.groups import Pair, side_by_side
from graph.reading.status.verbs import KIND
from graph.records import Mention

__all__ = ["referred"]

#: How far back a house that is only called 馆内 may have been named, in characters.
_REACH = 300


def referred(text: str, start: int, end: int, inside: list[Pair], past: Sequence[Pair]) -> list[Pair]:
    """Mentions of firms, parks and houses that a sentence refers to without a name.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the sentence, offsets into it.
    inside:
        The names of the sentence, in order.
    past:
        Some of the last names before it, in order: so many that each of these ways finds what it may mean.
    """
    zone = _zone(text, start, end, inside)
    return [
        *([zone] if zone is not None else []),
        *_of_two(text, start, end, [*past, *inside]),
        *_that_firm(text, start, past),
        *_those_firms(text, start, past),
        *_that_house(text, start, end, past),
        *_its(text, start, past),
        *_that_project(text, start, past),
    ]


#: 其“甲”始于去年: right at the head of a sentence.
_ITS = re.compile("其(?=“|园内|内部)")


def _its(text: str, start: int, past: Sequence[Pair]) -> list[Pair]:
    """The park or the street that the sentence before opens with, where a sentence goes on with 其."""
    said = _ITS.match(text, start)
    if said is None:
        return []
    begin = _before(text, start)
    opens = [p for p in past if p[1].type in _PLACES and begin <= p[0].start <= begin + _OPENING]
    if not opens:
        return []
    mention, known = opens[0]
    return [(Mention(known.type, known.name, *said.span(), "anaphor", mention.confidence), known)]


#: 该项目位于丁镇: right at the head of a sentence that says where it stands.
_THAT_PROJECT = re.compile("(?P<project>(?:该|这个|此|这一)项目)(?=[^。；：]{0,40}?(?:位于|坐落|地处|选址))")
#: Around a park that is itself what the sentence before tells as built; not 丙园引进乙公司芯片项目.
_IS_BUILT = re.compile("(?:建设|打造|规划|新建|兴建|启动|推进|改造)(?:了)?[^，。；：、]{0,8}$")
_ITS_OWN_PROJECT = re.compile(
    "[”]?(?:[一二三四五]期)?(?:项目)?(?:(?!项目)[^。；]){0,200}(?:(?<=[是为])[^，。；]{2,60}项目)?[。；]?"
)


#: 甲园启动人才公寓建设, 推进甲园地铁站建设: another thing that is built there.
_ANOTHER_WORK = re.compile(
    "(?:建设|打造|新建|兴建|开工|启动|完善|推进)了?(?!进|周期|用地|面积|规模|内容|标准|单位|资金|投资|总|期|为|成|工)[^，。；：、的0-9]{2,12}[，。；]"
)
_ITSELF = re.compile("[”]?(?:[一二三四五]期)?(?:项目|工程)?(?:[，。；（(]|的?(?:规划|开发|建设|改造|提升|升级|扩建|更新))")


def _that_project(text: str, start: int, past: Sequence[Pair]) -> list[Pair]:
    """The park of the sentence before that 该项目 means: the only one there, told as built, or what that sentence is about."""
    said = _THAT_PROJECT.match(text, start)
    begin = _before(text, start)
    parks = [p for p in past if p[1].type == "Carrier" and begin <= p[0].start < start] if said else []
    if said is None or len({id(k) for _, k in parks}) != 1:
        return []
    mention, known = parks[0]
    firms = [m for m, _ in _firms_before(text, mention.start + 1, past).values()]
    opens = mention.start <= begin + _OPENING and text[mention.start - 1] not in "在于" and not firms
    about = opens or (_IS_BUILT.search(text, begin, mention.start) and _ITSELF.match(text, mention.end))
    if not about or _ANOTHER_WORK.search(text, mention.end, start) or not _ITS_OWN_PROJECT.fullmatch(text, mention.end, start):
        return []
    return [(Mention(known.type, known.name, *said.span("project"), "anaphor", mention.confidence), known)]


#: What 其 may mean.
_PLACES = ("Carrier", "BusinessCircle", "Subdistrict", "Community")
#: In so many characters from its beginning a sentence names what it is about.
_OPENING = 6


#: 馆内, 该院, 该校: the hospital, school or library named right before.
_THAT_HOUSE = re.compile(
    r"(?:该(?P<that>医院|图书馆|学校|中学|小学|大学|院|校|馆)(?![区长级园])|(?:(?<=[，。；、：在\n])|^)(?P<inner>馆|院|校|校园|医院|学校)内)"
)
#: What such a house's name ends in.
_SCHOOLS = ("学", "校", "学院")
_HOUSES = {"院": ("院",), "医院": ("院",), "校": _SCHOOLS, "校园": _SCHOOLS, "学校": _SCHOOLS, "馆": ("馆",)}


def _that_house(text: str, start: int, end: int, past: Sequence[Pair]) -> Iterator[Pair]:
    """The house of the sentences before that a sentence calls 该院 or 馆内."""
    if text.find("该", start, end) < 0 and text.find("内", start, end) < 0:
        return
    for said in _THAT_HOUSE.finditer(text, start, end):
        noun = said["that"] or said["inner"]
        ends = _HOUSES.get(noun, (noun,))
        near = [p for p in past if p[1].type == "Organisation" and said.start() - p[0].end <= _REACH and p[1].name.endswith(ends)]
        if near:
            mention, known = near[-1]
            span = said.span("that" if said["that"] else "inner")
            yield Mention(known.type, known.name, *span, "anaphor", mention.confidence), known


#: 该公司在丙园设立…: right at the head of a sentence or behind a time.
_THAT_FIRM = re.compile(
    r"(?:[^，。；：]{0,12}，)?(?P<firm>该(?:公司|企业|集团)|这家(?:公司|企业)|公司(?=(?:总部|研发中心|已|将|目前|现|于|在|把|还|位于|落户)))"
)


def _that_firm(text: str, start: int, past: Sequence[Pair]) -> list[Pair]:
    """The one firm of the sentence before, where a sentence goes on with 该公司."""
    said = _THAT_FIRM.match(text, start)
    firms = _firms_before(text, start, past) if said else {}
    if said is None or len(firms) != 1:
        return []
    mention, known = next(iter(firms.values()))
    return [(Mention(known.type, known.name, *said.span("firm"), "anaphor", mention.confidence), known)]


def _before(text: str, start: int) -> int:
    """Where the sentence begins that stands before the one at ``start``."""
    return max(text.rfind(mark, 0, start - 1) for mark in "。；\n") + 1


def _firms_before(text: str, start: int, past: Sequence[Pair]) -> dict[int, Pair]:
    """The firms of the sentence before, each once."""
    begin = _before(text, start)
    return {id(k): (m, k) for m, k in past if k.type == "Enterprise" and begin <= m.start < start}


#: 两家企业的总部均已落户丙园: as many as the sentence before names.
_THOSE_FIRMS = re.compile(
    "(?:[^，。；：]{0,12}，)?(?:这些?|上述|以上)?(?:(?P<count>[两二三四五六])家|(?<=[述上些]))(?P<firms>(?:企业|公司|单位)(?:的[^，。；]{0,6}(?:总部|基地|项目|中心))?)(?=已|均|都|现|先后|分别|相继|也|陆续|全部)"
)
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def _those_firms(text: str, start: int, past: Sequence[Pair]) -> list[Pair]:
    """The firms of the sentence before, where a sentence goes on with 两家企业 or 上述企业."""
    said = _THOSE_FIRMS.match(text, start)
    if said is None:
        return []
    firms = _firms_before(text, start, past)
    if said["count"] is not None and _COUNTS[said["count"]] != len(firms):
        return []
    return [(Mention(k.type, k.name, *said.span("firms"), "anaphor", m.confidence), k) for m, k in firms.values()]


_ZONE = re.compile("(?<=，)区(?=内)")


def _zone(text: str, start: int, end: int, inside: list[Pair]) -> Pair | None:
    """The zone that a sentence opens with, where it goes on with 区内: 甲商务区位于乙镇，区内有丙中心."""
    first = inside[0] if inside else None
    if first is None or first[1].type != "Carrier" or not first[1].name.endswith("区") or first[0].start > start + _OPENING:
        return None
    said = _ZONE.search(text, first[0].end, end)
    return (Mention("Carrier", first[1].name, *said.span(), "anaphor", first[0].confidence), first[1]) if said else None


_OF_TWO = re.compile("(?P<former>前者)|(?P<latter>后者)")
#: How far back the two may stand, in characters.
_TWO_REACH = 150


def _of_two(text: str, start: int, end: int, before: list[Pair]) -> Iterator[Pair]:
    """What 前者 and 后者 mean: the last two things of one kind that were named side by side, and no third with them."""
    if text.find("者", start, end) < 0:
        return
    limit = -1
    for said in _OF_TWO.finditer(text, start, end):
        # 前者引进甲、乙，后者引进丙: the latter of the two that 前者 speaks of
        limit = limit if said["latter"] and limit >= 0 else said.start()
        near = [p for p in before if p[0].end <= limit and said.start() - p[0].end <= _TWO_REACH and p[1].type in _TWO_TYPES]
        joined = [(one, two) for one, two in _in_a_row(text, near) if one[1].type == two[1].type]
        if not joined or (len(joined) > 1 and joined[-2][1] is joined[-1][0]):
            continue  # none, or the last two of a longer row
        mention, known = joined[-1][0 if said["former"] else 1]
        yield Mention(known.type, known.name, *said.span(), "anaphor", mention.confidence), known


#: “甲”监管系统与“乙”: between two services, of which the first is called by its kind.
_WITH_ITS_KIND = re.compile(f"[”]?(?:[^，。；：“”、和与及]{{0,4}}{KIND})?(?:和|与|及|以及|、)[“]?")


def _in_a_row(text: str, pairs: Sequence[Pair]) -> list[tuple[Pair, Pair]]:
    """Those that stand side by side, with services behind whose name their kind is said."""
    beside = side_by_side(text, pairs)
    for one, two in pairwise(pairs):
        services = one[1].type == two[1].type == "Scenario" and _WITH_ITS_KIND.fullmatch(text, one[0].end, two[0].start)
        if services and (one, two) not in beside:
            beside.append((one, two))
    return sorted(beside, key=lambda both: both[0][0].start)


_TWO_TYPES = ("Carrier", "Subdistrict", "Community", "BusinessCircle", "Enterprise", "District", "Scenario")
