"""Places that a sentence calls by their kind only: 园内, 该园区, 落户于此."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.mentions.names import occurrences
from graph.reading.place import Where, find_divisions
from graph.reading.relations.lone import without_rows
from graph.reading.relations.scene import Pair, side_by_side
from graph.records import Mention

__all__ = ["meant_places"]

#: 园内, 岛上, 该园区: a place named before.
_CALLED = re.compile(
    # What any of them begins with, so that they are not tried one by one where none can be.
    r"(?=[该此本这那其新高经开自综保工软科园试先示小片基集街产商创合物生港发启起核大孵测镇社岛谷城区广村])(?:"
    r"(?:该|此|本)(?P<that>产业园区?|园区?|岛|谷|小镇|街道|街区|基地|大厦|楼宇|中心|片区|商圈|集聚区|示范区|测试区|开发区|社区|镇)(?!的?产业链)"
    r"|(?:(?<=[于在])|(?<=[搬移]到)|(?<=[从由自])(?=(?:此|这里)(?:起步|起家|走出|走向|孵化|成长|毕业)))(?P<here>此(?![前后次期基外类项])|[这那]里)|(?<=入驻|落户|进驻|坐落|集聚|分布|汇聚)(?P<within>其中)|(?<=[在户驻于到了入进])(?P<short>新区|高新区|经开区|开发区|自贸区|综保区|保税区|工业区|软件园|科学城|新城|园区|试验区|先导区|示范区|小镇|片区|基地|集聚区|街区|产业园|科技城|商务区|创新中心|集中区|产业区|合作区|工业园|科技园|物流园|创业园|科创城|生态城|港区|发展带|启动区|起步区|核心区|先行区)(?!建设[中的过期])(?=[，。；、]|$|的(?:首批|首家|第[一二三]家|头部|龙头)?(?:企业|项目|公司|商户|团队|机构)|\w{0,6}(?:集聚|落户|投产|起步|成长|孵化|建设|建有|设立|设有|设点|办公|布局|试点|运行|入驻|注册|创业))"
    r"|(?:(?<=是)|(?<=成为)|(?<=作为))(?P<whole>小镇|园区|产业园|集聚区|新区|科学城|科技城|商务区|片区)(?=的(?:重要|主要)?(?:组成部分|核心区|标志性|启动区|启动项目|先行区))"
    r"|(?:(?<=[。\n，；：])|(?<=联合)|(?<=支持)|(?<=服务)|(?<=推动))(?P<own>园区)(?=(?:龙头|骨干|重点)?企业[^，。；：、数家已达的在均共可有]{2})"
    r"|(?:(?<=[。\n，；：])|(?<=目前)|(?<=现在))(?P<subject>小镇|大厦|园区|产业园|工业区|集中区|合作区|科技园|工业园|软件园|物流园|创业园|孵化器|创新中心|街区|基地|测试区|示范区|集聚区|商务区|开发区|镇(?=政府(?:联合|推出|上线|开通|与|引入|在))|社区(?=联合|率先|推出|上线|开通|引入|试点|(?:建设|搭建|打造|开发|建成)了))(?![的内里化型级名类人]|上(?!线)|企业|管委|产业|经济|建设(?!了)|发展|管理|服务|公司|配套|运营(?!面积)|[和与及、])"
    # 甲村以种养为主，村中有乙: a village that the words before are about, and nobody's 村里 at large
    r"|(?<=[，。；\n])(?P<village>村)(?=[内里中](?:现|已|先后|目前|还)*(?:有[^人的些个位群几企]|引进|引入|建有|建成了?|培育|集聚|入驻|落户|成立|上线|试点|开通))"
    r"|(?:(?<=[，。；、：在于从户驻以由至到\n])|^|(?<=目前)|(?<=现)|(?<=组织)|(?<=推动)|(?<=支持)|(?<=服务)|(?<=指导)|(?<=引导)|(?<=鼓励))(?P<inner>产业园|开发区|高新区|经开区|园区?|岛|谷|小镇|镇|城|街区|基地|片区|商圈|大厦|商场|大楼|区域|商务区|核心区|启动区|起步区|先行区|社区|街道|广场)(?:[之域]?内|上(?!线)|(?<!街道)(?<!镇)上|里|中(?=的)))"
)
_CALLED_TYPES = ("Carrier", "BusinessCircle", "Subdistrict", "Community")
_HOLDS_PARKS = ("District", "Subdistrict", "BusinessCircle")
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
        if group == "here" and _speaks_of_the_district(text, start, called.start(), inside):
            continue  # 区内有企业8000家，甲、乙扎根于此: the district
        own = [p for p in past if group == "short" and p[1].name.startswith(where.short or "-") and p[1].name.endswith(noun)]
        before = [*past, *own, *(p for p in inside if p[0].end <= called.start())]
        if group in ("here", "within"):
            # 甲园、乙园均位于此: none of those that stand there; 丙园设在丁镇，甲公司搬到这里: the park.
            row = _STOOD_AT.search(text, start, called.start())
            fellows = _clause_before(text, start, row.start()) if row else called.start()
            before = [
                p
                for p in before
                if p[0].start < start
                or (p[0].start < fellows and not _STANDS_AT.search(text, max(start, p[0].start - 4), p[0].start))
            ]
        fit = [p for p in before if _may_be_called(p[1]) and not _elsewhere(p[1], where)]
        if noun in ("园", "园区", "产业园区"):
            fit = without_rows(text, _inner(text, fit), called.start())
        if group == "village":
            fit = _last_village(text, fit, called.start())
        if group == "here":  # 建成甲园、乙园、丙园，丁在此集聚: which of them is not said
            rows = {id(p[0]) for two in side_by_side(text, fit) for p in two}
            fit = [p for p in fit if id(p[0]) not in rows]
        pair = _called(fit, noun, called.start(), 5000 if group == "short" else _CALLED_REACH)
        if group == "here" and row and (pair is None or pair[0].end <= start):
            # 甲市作为消费城市，乙园、丙园都在这里
            pair = next((p for p in inside if p[0].start == start and p[1].type in _HOLDS_PARKS), pair)
        if (
            group == "here"
            and row
            and pair is not None
            and pair[0].end <= start
            and _begins_anew(text, start, called.start(), pair)
        ):
            pair = None  # （一）甲园…。（二）河畔风景优美，乙园坐落于此
        if noun in ("园", "园区", "产业园", "产业园区"):
            pair = _the_park(text, noun, pair, fit, before, called.start())
        if pair is None and main is not None and main[0].start < start and (noun in _OF_THE_MAIN or _is_called(main[1], noun)):
            pair = main
        if pair is not None and not (group == "here" and _another_district(text, pair, called.start(), [*past, *inside], start)):
            found.append((Mention(pair[1].type, pair[1].name, *called.span(group), "anaphor", pair[0].confidence), pair[1]))
    found += _zones(text, start, end, [*past, *inside], where)
    taken = [m for m, _ in (*inside, *found)]
    return [*found, *_by_their_ends(text, start, end, taken, [*past, *inside], where)]


#: An item of a list; what a sentence says of where it is that is no name it knows.
_ITEM = re.compile(r"（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]{1,2}[、是]|\d{1,2}[.．、]|（\d{1,2}）")
_ASIDE = re.compile("[河湖江山路街][畔岸边]|[东西南北两][侧岸]|沿[线岸]|一带")


def _begins_anew(text: str, start: int, at: int, pair: Pair) -> bool:
    """Whether the item or the words before 坐落于此 have left a place named before them."""
    begin = text.rfind("\n", 0, at) + 1
    return bool((pair[0].end <= begin and _ITEM.match(text, begin)) or _ASIDE.search(text, start, at))


def _the_park(text: str, noun: str, pair: Pair | None, fit: list[Pair], before: list[Pair], at: int) -> Pair | None:
    """The park of its own paragraph that 园区 means, or the only one near; none where another section has begun, of whose park the name is not known."""
    pair = _of_the_paragraph(text, pair, fit, at) if pair is not None else None
    if pair is None and noun != "产业园":
        pair = _only_park(text, before, at)
    anew = (
        pair is not None
        and noun == "园区"
        and not pair[1].name.endswith(("园", "园区"))
        and _NEXT_SECTION.search(text, pair[0].end, at)
    )
    return None if anew else pair  # 一、…丙基地…。二、医药…。园区已搭建丁平台


def _last_village(text: str, fit: list[Pair], at: int) -> list[Pair]:
    """The village of the same paragraph that is named last, where it is in no row with another."""
    begin = text.rfind("\n", 0, at) + 1
    near = [p for p in fit if p[1].type == "Community" and p[0].start >= begin]
    in_rows = {id(p[0]) for two in side_by_side(text, near) for p in two}
    return [p for p in near[-1:] if id(p[0]) not in in_rows]


#: 丙高新区是…。目前，区内已集聚甲、乙: what a zone holds that the words before it are about.
_IN_THE_ZONE = re.compile(r"(?:(?<=[，。；：\n])|(?<=目前)|(?<=现)|(?<=如今))区内(?!外)")
#: 丙开发区是…, 近年来，丙开发区…, 丙经济技术开发区（以下简称丙开发区）是….
_BEFORE_A_SUBJECT = re.compile("(?:^|[，。；：\\n]|（(?:以下)?简?称)[“]?$")
_NO_SUBJECT = re.compile(r"[”]?(?:[的、和与及内里]|等地?)")
_OF_THE_DISTRICT = re.compile("[我全本][区县市]")


def _zones(text: str, start: int, end: int, pairs: list[Pair], where: Where) -> Iterator[Pair]:
    """The zone that 区内 means where the paragraph was about it, and not about the district, right before."""
    if text.find("区内", start, end) < 0:
        return
    for said in _IN_THE_ZONE.finditer(text, start, end):
        begin = text.rfind("\n", 0, said.start()) + 1
        near = [p for p in pairs if begin <= p[0].start and p[0].end <= said.start() and p[1].type in ("Carrier", "District")]
        mention, known = max(near, key=lambda p: p[0].start, default=(None, None))
        if mention is None or known is None or known.type != "Carrier" or known.name[-1] != "区" or _elsewhere(known, where):
            continue
        opens = _BEFORE_A_SUBJECT.search(text[max(begin, mention.start - 7) : mention.start])
        if opens and not _NO_SUBJECT.match(text, mention.end) and not _OF_THE_DISTRICT.search(text, mention.end, said.start()):
            yield Mention(known.type, known.name, *said.span(), "anaphor", mention.confidence), known


def _another_district(text: str, pair: Pair, at: int, pairs: list[Pair], start: int) -> bool:
    """Whether a district is what is spoken of, up to 在此: 丙新区以甲公司为龙头，丁区以设计为主，乙公司在此集聚.

    Or the paragraph says of a district, and of no park, that something is there: 甲公司总部设在丁市。乙公司也落地于此.
    """
    later = [m for m, k in pairs if k.type == "District" and pair[0].end < m.start and m.end <= at]
    begin = text.rfind("\n", 0, at) + 1
    beyond = pair[0].end <= begin and any(
        begin <= m.start and _STANDS_AT.search(text, max(begin, m.start - 4), m.start) for m in later
    )
    return beyond or any(text[m.start - 1] in "，；" and not _NO_SUBJECT.match(text, m.end) for m in later if m.start >= start)


def _speaks_of_the_district(text: str, start: int, end: int, inside: list[Pair]) -> bool:
    """Whether the words before 在此 say the district; not where 区内的 only says where the park is that they name."""
    said = _HERE_BEFORE.search(text, start, end)
    return said is not None and not any(
        m.start == said.end() + 1 and k.type == "Carrier" for m, k in inside if text[said.end()] == "的"
    )


#: 位于甲片区的乙小镇, 甲园乙谷: between a zone and the park in it, and what such a park's name ends in.
_IN_IT = ("", "的", "内", "内的", "里的", "“", "的“")
_INNER = re.compile("(?:园区?|小镇|[城谷港湾]|基地|集聚区|产业区|示范区|片区|空间)$")


def _inner(text: str, parks: list[Pair]) -> list[Pair]:
    """Parks without the zones that only say where one of them stands: 位于甲片区的乙小镇…."""
    around = {
        id(one[1]): two[0].start
        for one, two in pairwise(parks)
        if one[1] is not two[1] and _INNER.search(two[1].name) and text[one[0].end : two[0].start] in _IN_IT
    }
    return [p for p in parks if p[0].start > around.get(id(p[1]), -1)]


def _only_park(text: str, before: list[Pair], at: int) -> Pair | None:
    """The one carrier not far before that a sentence may call 园区 whatever its name ends in: 商务园区甲领地…. 园区又引进了乙."""
    near = _inner(text, [p for p in before if p[1].type == "Carrier" and at - p[0].end <= _CALLED_REACH])
    return near[-1] if len({id(k) for _, k in near}) == 1 else None


def _clause_before(text: str, start: int, at: int) -> int:
    """Where the clause begins that ends at a position, or right before the comma there."""
    return max(start, *(text.rfind(mark, start, at - 1) + 1 for mark in "，；："))


#: Before and behind what a name ends in, where that alone means the place: 甲乙软件园…。软件园已建成丙.
_BEFORE_AN_END = re.compile(r"(?:^|[，。；：\n]|是|目前|现在|在|于|落户|入驻|进驻|走进)$")
_BEHIND_AN_END = re.compile(
    r"(?!的?(?:企业|管委|产业|经济|公司|大厦|核心|建设|发展|管理|配套|规划|模式)|[上里化型级名类人区城园港谷一二三四五六七八九十A-Za-z、和与及东南西北])"
)
#: 在丙发展带上成长起来, 在丁集中区建设戊项目: behind such an end, what is done there; not 在丁集中区建设中.
_DONE_AT_IT = re.compile(r"[上里内](?!线|市|海|化)|(?:投资)?(?:建设|建厂|设厂)(?![，。；、中上方的过里期与和]|$)")
#: Of so many characters, at least, is what a name ends in; fewer tell only what kind of place it is.
_SHORTEST_END = 3


def _by_their_ends(
    text: str, start: int, end: int, taken: list[Mention], past: list[Pair], where: Where
) -> Iterator[tuple[Mention, Known]]:
    """Parks that a sentence calls by what their names end in: 软件园 of 甲乙软件园, named not far before."""
    parks = {id(k): (m, k) for m, k in reversed(past) if k.type == "Carrier" and start - m.end <= _CALLED_REACH}
    for first, known in parks.values():
        last = known.name[-_SHORTEST_END:]
        if text.find(last, start, end) < 0 or _elsewhere(known, where):
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


def _may_be_called(known: Known) -> bool:
    """Whether a place may be meant by its kind: 新区 is no county, though it stands among the districts."""
    return known.type in _CALLED_TYPES or (known.type == "District" and known.name.endswith(("新区", "示范区", "试验区")))


#: 在启动区注册: a part that has no name of its own, of the park that the reply is about.
_OF_THE_MAIN = ("启动区", "起步区", "核心区", "先行区")
_HERE_BEFORE = re.compile(r"(?<![园校社地])[区县市]内|我[区县市省]")
_STANDS_AT = re.compile("(?:位于|坐落于?|坐落在|地处|就在|设在|建在|毗邻)了?$")
_STOOD_AT = re.compile(
    "(?:均|都|也|就|全部)(?:位于|坐落于?|设在|处于|在)$|(?:位于|坐落[于在]|落户[于在]|落址[于在]|落地[于在]|设[于在]|建[于在])$"
)
_PARK = re.compile("产业园区?|园区?")


def _called(fit: list[Pair], noun: str, at: int, reach: int) -> Pair | None:
    """The last of the places before that a kind may mean; the only one of its kind however far back."""
    if noun in ("此", "这里", "那里", "其中"):
        return next((p for p in reversed(fit) if at - p[0].end <= reach), None)
    ending = ("园", "园区") if _PARK.fullmatch(noun) else noun
    called = [p for p in fit if p[1].name.endswith(ending)] or [p for p in fit if _is_called(p[1], noun)]
    if called and len(noun) > 2 and len({id(k) for _, k in called}) == 1:
        return called[-1]
    loose = [p for p in fit if _is_called(p[1], noun) and at - p[0].end <= reach]
    return next((p for p in reversed(called) if at - p[0].end <= reach), loose[-1] if loose else None)


#: A heading of the first level, alone on its line: what is 园区 behind it was named behind it.
_NEXT_SECTION = re.compile(r"\n\s*[一二三四五六七八九十]{1,2}、[^\n。；]{2,30}\n")


#: What a paragraph's own park ends in, where the paragraph does not begin with it; not 云谷港, 云谷基地, which may be a part of the park of the one before.
_OWN_PARK = re.compile("(?:园|高新|经开|开发|商务)区?(?:[一二三四五六]期)?$")


def _of_the_paragraph(text: str, pair: Pair, fit: list[Pair], at: int) -> Pair:
    """The park that this paragraph names, before 园区 of an earlier one, whatever its own name ends in: …丙园。\\n丁高新区位于…。园区引进了戊."""
    begin = text.rfind("\n", 0, at) + 1
    own = [p for p in fit if p[0].start >= begin and (p[0].start <= begin + 1 or _OWN_PARK.search(p[1].name))]
    if not own or pair[0].start >= begin or len({id(k) for _, k in own}) > 1:
        return pair
    first = own[0][0]
    opens = _BEFORE_A_SUBJECT.search(text[max(begin, first.start - 7) : first.start])
    return own[0] if opens and not _NO_SUBJECT.match(text, first.end) else pair


def _elsewhere(known: Known, where: Where) -> bool:
    """Whether a carrier's name begins with another city's: 无锡雪浪小镇 is spoken of to compare."""
    own = {code, *divisions.chain(code)} if (code := where.code) else set[str]()
    return known.type == "Carrier" and any(
        s == 0 and n[-1] not in "区县镇" and not own.intersection(divisions.codes_of(n))
        for s, _, n in find_divisions(known.name[:4])
    )


_MALL = re.compile("(?:广场|环球港|天地|汇|购物中心|百货|商城|MALL|MEGA|万象城|印象城|荟|大厦|大楼|中心)$")
_ENDS_AS_PARK = re.compile("(?:[园城谷港]|高新|经开|开发|商务)区?(?:[一二三四五六]期)?$|基地$|空间$|TOP$")


def _is_called(known: Known, noun: str) -> bool:
    """Whether a place may be called by a kind: 某某创新园 is 园, 园区 and 产业园."""
    if known.type == "Carrier" and noun in ("商场", "大楼"):
        return bool(_MALL.search(known.name))
    if known.type == "Carrier" and noun == "区域":
        return True
    if known.type == "Carrier" and noun in ("园", "园区", "产业园", "产业园区"):
        return bool(_ENDS_AS_PARK.search(known.name))
    if noun == "村":
        return known.type == "Community"
    if noun == "街区":
        return known.name.endswith(("街区", "街", "里", "坊", "巷"))
    return known.name.endswith(noun)
