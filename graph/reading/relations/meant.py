"""Places that a sentence calls by their kind only: 园内, 该园区, 落户于此."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.mentions.names import occurrences
from graph.reading.place import Where, find_divisions
from graph.reading.relations.scene import Pair
from graph.records import Mention

__all__ = ["meant_places"]

#: 园内, 岛上, 该园区: a place named before.
_CALLED = re.compile(
    r"(?:该|此|本)(?P<that>产业园区?|园区?|岛|谷|小镇|街道|街区|基地|大厦|楼宇|中心|片区|商圈|集聚区|示范区|测试区|开发区|社区|镇)(?!的?产业链)"
    r"|(?:(?<=[于在])|(?<=[搬移]到))(?P<here>此(?![前后次期基外类项])|这里)|(?<=入驻|落户|进驻|坐落|集聚|分布|汇聚)(?P<within>其中)|(?<=[在户驻于到了入进])(?P<short>新区|高新区|经开区|开发区|自贸区|综保区|保税区|软件园|科学城|新城|园区|试验区|先导区|示范区|小镇|片区|基地|集聚区|街区|产业园|科技城|商务区|创新中心)(?=[，。；、]|$|\w{0,6}(?:集聚|落户|投产|起步|成长|孵化|建设|建有|设立|设有|设点|办公|布局|试点|运行|入驻|注册|创业))"
    r"|(?:(?<=[。\n，；：])|(?<=目前)|(?<=现在))(?P<subject>小镇|大厦|园区|产业园|街区|基地|测试区|示范区|集聚区|商务区|开发区|街道(?=还|也|已|“|因地制宜|依托|联合|上线|推出))(?![的内上里化型级名类人]|企业|管委|产业|经济|建设|发展|管理|服务|公司|配套|运营(?!面积)|[和与及、])"
    r"|(?:(?<=[，。；、：在于从户驻\n])|^|(?<=目前)|(?<=现)|(?<=组织)|(?<=推动)|(?<=支持)|(?<=服务))(?P<inner>产业园|园区?|岛|谷|小镇|镇|城|街区|基地|片区|商圈|大厦|商场|大楼|区域|商务区|社区|街道|广场)(?:内|上|里)"
)
_CALLED_TYPES = ("Carrier", "BusinessCircle", "Subdistrict", "Community")
#: How far back a place that is only called 园内 may have been named, in characters.
_CALLED_REACH = 300


def meant_places(
    text: str, start: int, end: int, inside: list[Pair], past: list[Pair], where: Where, main: Pair | None = None
) -> list[Pair]:
    """Mentions of places that are called by their kind only, right after they were named."""
    found: list[Pair] = []
    for called in _CALLED.finditer(text, start, end):
        group = str(called.lastgroup)
        noun = called.group(group)
        if any(m.start <= called.start() < m.end or called.start(group) < m.end <= called.end(group) for m, _ in inside):
            continue
        if group == "here" and _HERE_BEFORE.search(text, start, called.start()):
            continue  # 区内有企业8000家，甲、乙扎根于此: the district
        own = [p for p in past if group == "short" and p[1].name.startswith(where.short or "-") and p[1].name.endswith(noun)]
        before = [*past, *own, *(p for p in inside if p[0].end <= called.start())]
        if group in ("here", "within"):
            row = _STOOD_AT.search(text, start, called.start())  # 甲园、乙园均位于此: none of those that stand there
            before = [p for p in before if row is None or p in past]
        if group in ("here", "within"):  # 丙园设在丁镇，甲公司搬到这里: the park
            before = [p for p in before if not _STANDS_AT.search(text, max(start, p[0].start - 4), p[0].start) or p in past]
        fit = [p for p in before if _may_be_called(p[1]) and not _elsewhere(p[1], where)]
        pair = _called(fit, noun, called.start(), 5000 if group == "short" else _CALLED_REACH)
        if pair is None and main is not None and main[0].start < start and _is_called(main[1], noun):
            pair = main
        if pair is not None:
            found.append((Mention(pair[1].type, pair[1].name, *called.span(group), "anaphor", pair[0].confidence), pair[1]))
    if (zone := _zone(text, start, end, inside)) is not None:
        found.append(zone)
    taken = [m for m, _ in (*inside, *found)]
    found += _by_their_ends(text, start, end, taken, past, where)
    found += _of_two(text, start, end, [*past, *inside])
    return [
        *found,
        *_that_firm(text, start, past),
        *_those_firms(text, start, past),
        *_that_house(text, start, end, past),
        *_its(text, start, past),
    ]


#: 其“甲”始于去年: right at the head of a sentence.
_ITS = re.compile("其(?=“|园内|内部)")


def _its(text: str, start: int, past: list[Pair]) -> list[Pair]:
    """The park or the street that the sentence before opens with, where a sentence goes on with 其."""
    said = _ITS.match(text, start)
    begin = max(text.rfind(mark, 0, start - 1) for mark in "。；\n") + 1
    opens = [p for p in past if p[1].type in _CALLED_TYPES and begin <= p[0].start <= begin + _OPENING]
    if said is None or not opens:
        return []
    mention, known = opens[0]
    return [(Mention(known.type, known.name, *said.span(), "anaphor", mention.confidence), known)]


#: In so many characters from its beginning a sentence names what it is about.
_OPENING = 6


#: 馆内, 该院, 该校: the hospital, school or library named right before.
_THAT_HOUSE = re.compile(
    r"(?:该(?P<that>医院|图书馆|学校|中学|小学|大学|院|校|馆)(?![区长级园])|(?:(?<=[，。；、：在\n])|^)(?P<inner>馆|院|校|校园|医院|学校)内)"
)
#: What such a house's name ends in.
_HOUSES = {"院": "院", "医院": "院", "校": "(?:学|校|学院)", "校园": "(?:学|校|学院)", "学校": "(?:学|校|学院)", "馆": "馆"}


def _that_house(text: str, start: int, end: int, past: list[Pair]) -> Iterator[Pair]:
    """The house of the sentences before that a sentence calls 该院 or 馆内."""
    for said in _THAT_HOUSE.finditer(text, start, end):
        noun = said["that"] or said["inner"]
        ends = re.compile(f"{_HOUSES.get(noun, noun)}$")
        near = [
            p for p in past if p[1].type == "Organisation" and said.start() - p[0].end <= _CALLED_REACH and ends.search(p[1].name)
        ]
        if near:
            mention, known = near[-1]
            span = said.span("that" if said["that"] else "inner")
            yield Mention(known.type, known.name, *span, "anaphor", mention.confidence), known


#: 该公司在丙园设立…: right at the head of a sentence or behind a time.
_THAT_FIRM = re.compile(
    r"(?:[^，。；：]{0,12}，)?(?P<firm>该(?:公司|企业|集团)|这家(?:公司|企业)|公司(?=(?:总部|研发中心|已|将|目前|现|于|在|把|还|位于|落户)))"
)


def _that_firm(text: str, start: int, past: list[Pair]) -> list[Pair]:
    """The one firm of the sentence before, where a sentence goes on with 该公司."""
    said = _THAT_FIRM.match(text, start)
    begin = max(text.rfind(mark, 0, start - 1) for mark in "。；\n") + 1
    firms = {id(k): (m, k) for m, k in past if k.type == "Enterprise" and begin <= m.start < start}
    if said is None or len(firms) != 1:
        return []
    mention, known = next(iter(firms.values()))
    return [(Mention(known.type, known.name, *said.span("firm"), "anaphor", mention.confidence), known)]


#: 两家企业的总部均已落户丙园: as many as the sentence before names.
_THOSE_FIRMS = re.compile(
    "(?:[^，。；：]{0,12}，)?(?:这|上述|以上)?(?:(?P<count>[两二三四五六])家|(?<=述)|(?<=上)|(?<=这些))(?P<firms>(?:企业|公司|单位)(?:的[^，。；]{0,6}(?:总部|基地|项目|中心))?)(?=已|均|都|现|先后|分别|相继|也|陆续|全部)"
)
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def _those_firms(text: str, start: int, past: list[Pair]) -> list[Pair]:
    """The firms of the sentence before, where a sentence goes on with 两家企业 or 上述企业."""
    said = _THOSE_FIRMS.match(text, start)
    if said is None:
        return []
    begin = max(text.rfind(mark, 0, start - 1) for mark in "。；\n") + 1
    firms = {id(k): (m, k) for m, k in past if k.type == "Enterprise" and begin <= m.start < start}
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
_AND = re.compile("[”]?(?:、|和|与|及|以及)[“]?")
#: How far back the two may stand, in characters.
_TWO_REACH = 150


def _of_two(text: str, start: int, end: int, before: list[Pair]) -> Iterator[Pair]:
    """What 前者 and 后者 mean: the last two things of one kind that were named side by side, and no third with them."""
    for said in _OF_TWO.finditer(text, start, end):
        near = [
            p for p in before if p[0].end <= said.start() and said.start() - p[0].end <= _TWO_REACH and p[1].type in _TWO_TYPES
        ]
        joined = [
            (one, two)
            for one, two in pairwise(near)
            if one[1].type == two[1].type and _AND.fullmatch(text, one[0].end, two[0].start)
        ]
        if not joined or (len(joined) > 1 and joined[-2][1] is joined[-1][0]):
            continue  # none, or the last two of a longer row
        mention, known = joined[-1][0 if said["former"] else 1]
        yield Mention(known.type, known.name, *said.span(), "anaphor", mention.confidence), known


_TWO_TYPES = ("Carrier", "Subdistrict", "Community", "BusinessCircle", "Enterprise", "District")

#: Before and behind what a name ends in, where that alone means the place: 甲乙软件园…。软件园已建成丙.
_BEFORE_AN_END = re.compile(r"(?:^|[，。；：\n]|目前|现在|在|于|落户|入驻|进驻|走进)$")
_BEHIND_AN_END = re.compile(
    r"(?!的?(?:企业|管委|产业|经济|公司|大厦|核心|建设|发展|管理|配套|规划|模式)|[上里化型级名类人区城园港谷一二三四五六七八九十A-Za-z、和与及东南西北])"
)
#: Of so many characters, at least, is what a name ends in; fewer tell only what kind of place it is.
_SHORTEST_END = 3


def _by_their_ends(
    text: str, start: int, end: int, taken: list[Mention], past: list[Pair], where: Where
) -> Iterator[tuple[Mention, Known]]:
    """Parks that a sentence calls by what their names end in: 软件园 of 甲乙软件园, named not far before."""
    near = [p for p in past if p[1].type == "Carrier" and start - p[0].end <= _CALLED_REACH and not _elsewhere(p[1], where)]
    for known in {id(p[1]): p[1] for p in reversed(near)}.values():
        ends = (known.name[at:] for at in range(1, len(known.name) - _SHORTEST_END + 1))
        for word in ends:
            for at in occurrences(text, word, start, end):
                behind = at + len(word)
                free = all(behind <= m.start or m.end <= at for m in taken)
                if free and _BEFORE_AN_END.search(text[max(at - 2, start - 1) : at]) and _BEHIND_AN_END.match(text, behind):
                    mention = Mention(known.type, known.name, at, behind, "anaphor", known.confidence)
                    taken.append(mention)
                    yield mention, known


def _may_be_called(known: Known) -> bool:
    """Whether a place may be meant by its kind: 新区 is no county, though it stands among the districts."""
    return known.type in _CALLED_TYPES or (known.type == "District" and known.name.endswith(("新区", "示范区", "试验区")))


_HERE_BEFORE = re.compile(r"(?<![园校社地])[区县市]内|我[区县市省]")
_STANDS_AT = re.compile("(?:位于|坐落于?|坐落在|地处|设在|建在|毗邻)$")
_STOOD_AT = re.compile("(?:均|都|也|就|全部)(?:位于|坐落于?|设在|处于)$")
_PARK = re.compile("产业园区?|园区?")


def _called(fit: list[Pair], noun: str, at: int, reach: int) -> Pair | None:
    """The last of the places before that a kind may mean; the only one of its kind however far back."""
    if noun in ("此", "这里", "其中"):
        return next((p for p in reversed(fit) if at - p[0].end <= reach), None)
    ending = ("园", "园区") if _PARK.fullmatch(noun) else noun
    called = [p for p in fit if p[1].name.endswith(ending)] or [p for p in fit if _is_called(p[1], noun)]
    if called and len(noun) > 2 and len({id(k) for _, k in called}) == 1:
        return called[-1]
    loose = [p for p in fit if _is_called(p[1], noun) and at - p[0].end <= reach]
    return next((p for p in reversed(called) if at - p[0].end <= reach), loose[-1] if loose else None)


def _elsewhere(known: Known, where: Where) -> bool:
    """Whether a carrier's name begins with another city's: 无锡雪浪小镇 is spoken of to compare."""
    own = {code, *divisions.chain(code)} if (code := where.code) else set[str]()
    return known.type == "Carrier" and any(
        s == 0 and n[-1] not in "区县镇" and not own.intersection(divisions.codes_of(n))
        for s, _, n in find_divisions(known.name[:4])
    )


def _is_called(known: Known, noun: str) -> bool:
    """Whether a place may be called by a kind: 某某创新园 is 园, 园区 and 产业园."""
    if known.type == "Carrier" and noun in ("商场", "大楼"):
        return bool(re.search("(?:广场|环球港|天地|汇|购物中心|百货|商城|MALL|万象城|大厦|大楼|中心)$", known.name))
    if known.type == "Carrier" and noun == "区域":
        return True
    if known.type == "Carrier" and noun in ("园", "园区", "产业园", "产业园区"):
        return bool(re.search("[园城谷港]区?$|基地$|空间$|TOP$", known.name))
    if noun == "街区":
        return known.name.endswith(("街区", "街", "里", "坊", "巷"))
    return known.name.endswith(noun)
