"""Firms, parks and facilities that are named by a shorter form too: a firm without its legal form, a park without its town or by its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.reading import divisions
from graph.reading.entities.known import Known
from graph.reading.lexicon import alternation, words
from graph.reading.place import find_divisions
from graph.reading.reply import Reply

__all__ = ["short_forms"]

_TAIL = re.compile(rf"(?:{alternation('enterprise_suffixes')}|（.*）|\(.*\))+$")
_LAST = re.compile(rf"(?:{alternation('enterprise_suffixes')}|（[^（）]*）|\([^()]*\))$")


def short_forms(reply: Reply, known: list[Known]) -> list[Known]:
    """福光 and 福光股份 are one firm: the longer form without its ending is the shorter."""
    numbers = {(k.type, k.name): i for i, k in enumerate(known) if k.type in ("Enterprise", "Carrier")}
    pairs = {
        (numbers[kind, short], number)
        for (kind, full), number in numbers.items()
        for short in _endings(full) | _peeled(full) | _bare(kind, full)
        if (kind, short) in numbers and (_shortens(short, full) or short in _bare(kind, full) or _in_a_town(reply, short, full))
    }
    joined = {short for short, _ in pairs}
    pairs |= {(short, full) for short, full in _behind_their_places(reply, known) if short not in joined}
    gone: set[int] = set()
    for short_at, full_at in sorted(pairs):
        short, full = known[short_at], known[full_at]
        if short_at not in gone and full_at not in gone and not _is_elsewhere(reply, short, full):
            for mention in short.mentions:
                full.add(mention)
            full.aliases.setdefault(short.name)
            gone.add(short_at)
    return _houses_by_their_ends(_parks_by_shorter_forms(reply, [k for i, k in enumerate(known) if i not in gone]))


#: Of so many characters, at least, is what a firm is called by where only its place and its last words are left out: of two
#: characters it is often a brand that other firms have too (深圳甲乙控股公司 is not 甲乙).
_LEAST_BEHIND_A_PLACE = 3
#: What is left out behind: a business and one legal form, no second firm (甲集团投资有限公司, 甲公司乙分公司).
_LEFT_OUT = re.compile(r"(?:(?!公司|集团|控股|[分总第])[\u4e00-\u9fff]){0,12}(?:公司|集团|控股)$")
_ITS_FORM = re.compile(r"(?:有限|责任|股份|控股|集团|公司)+$")
_GROUP = ("集团", "控股", "股份", "银行")


def _behind_their_places(reply: Reply, known: list[Known]) -> Iterator[tuple[int, int]]:
    """甲乙农业 of 湖南甲乙农业发展有限公司: where each of two firms in ``known`` is, the shorter called by the head of what follows the place.

    In annotated replies all 29 such pairs are one firm. Not where another firm's full name begins so too (甲乙农业销售有限公司),
    or where both stand side by side.
    """
    firms = {k.name: i for i, k in enumerate(known) if k.type == "Enterprise"}
    fuller: dict[str, list[str]] = {}
    for full in firms:
        for rest in _behind_place(full):
            for size in range(_LEAST_BEHIND_A_PLACE, len(rest)):
                if rest[:size] in firms and _may_be_left_out(rest[:size], rest[size:]):
                    fuller.setdefault(rest[:size], []).append(full)
    for short, names in fuller.items():
        alike = {*names, *(name for name in firms if name.startswith(short) and name.endswith("公司"))}
        if short.endswith("集团") and re.search(f"[省市区县州旗]{re.escape(short)}", reply.flow.text[slice(*reply.body)]):
            continue  # 我市城投集团 is not 甲城投集团有限公司
        if len(alike) == 1 and not _side_by_side(reply, known[firms[short]], known[firms[names[0]]]):
            yield firms[short], firms[names[0]]


def _behind_place(full: str) -> Iterator[str]:
    """What follows the place, or the two places, that a firm's full name begins with."""
    for size in range(2, min(len(full), 9)):
        if divisions.codes_of(full[:size]):
            yield full[size:]
            yield from (full[at:] for at in range(size + 2, min(len(full), size + 7)) if divisions.codes_of(full[size:at]))


def _may_be_left_out(short: str, rest: str) -> bool:
    """Whether a firm's name without ``rest`` is the firm itself: no group of which it is a part, no firm of which many have the name."""
    if short in words("firms") or not _LEFT_OUT.match(rest):
        return False
    return not short.endswith(_GROUP) or _ITS_FORM.fullmatch(rest) is not None


def _side_by_side(reply: Reply, one: Known, other: Known) -> bool:
    """Whether a row names both: 甲公司、甲."""
    spans = sorted([(m.start, m.end, k is one) for k in (one, other) for m in k.mentions])
    text = reply.flow.text
    return any(
        a != b and re.fullmatch("”?[、和与及]“?", text[end:start]) is not None for (_, end, a), (start, _, b) in pairwise(spans)
    )


#: Of so many characters, at least, is what a park is called by.
_LEAST_END = 3
#: What two forms of one park's name have in common at the head and at the end, at least.
_LEAST_SIDE = 2
#: Among so many parks that begin and end alike none is told by what is left out.
_ALIKE = 24
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
#: Behind a park's name, of itself or of the works there: in annotated replies 42 of 44 such forms are the park.
_OF_ITSELF = re.compile("(?:(?:建设|改建|更新|改造)?项目|片区|区域|地区|地块|园区|区|域|广场)$")


def _parks_by_shorter_forms(reply: Reply, known: list[Known]) -> list[Known]:
    """甲乙软件园, later called 软件园 or 甲软件园, is one park; so is 甲（丙）软件园, and what is said of 甲乙软件园项目.

    Of such pairs in annotated replies 391 of 414 by the end, 34 of 37 with a part left out, and nine of nine with brackets
    left out are one. Only where one park has the longer form, and, but for brackets, where that was named before.
    """
    parks = {k.name: k for k in known if k.type == "Carrier"}
    longer: dict[str, list[Known]] = {}
    for part, whole in _pairs(list(parks)):
        longer.setdefault(part, []).append(parks[whole])
    gone: set[int] = set()
    for name in sorted(longer, key=len, reverse=True):  # 乙科技城 joins 甲乙科技城 before 科技城 does
        short, fuller = parks[name], [k for k in longer[name] if id(k) not in gone]
        if len(fuller) != 1 or _is_elsewhere(reply, short, fuller[0]):
            continue
        full = fuller[0]
        own = full.name.removesuffix(name) in (
            reply.where.short,
            reply.where.name,
        )  # 甲商务区, of which 乙区甲商务区 is said later
        same = own or _IN_BRACKETS.sub("", full.name) == name or _OF_ITSELF.sub("", full.name) == name
        if same or min(m.start for m in full.mentions) < _first_said(reply, short):
            for mention in short.mentions:
                full.add(mention)
            full.aliases.setdefault(name)
            gone.add(id(short))
    return [k for k in known if id(k) not in gone]


#: Of so many characters, at least, is what a facility is called by: 数据中心 is any.
_LEAST_HOUSE = 4


def _houses_by_their_ends(known: list[Known]) -> list[Known]:
    """甲乙公园, later called 乙公园, is one facility: in annotated replies all 87 such pairs are, where only one has the longer form."""
    houses = {k.name: k for k in known if k.type == "Facility"}
    longer: dict[str, list[Known]] = {}
    for name, house in houses.items():
        for at in range(1, len(name) - _LEAST_HOUSE + 1):
            if name[at:] in houses:
                longer.setdefault(name[at:], []).append(house)
    gone: set[int] = set()
    for name in sorted(longer, key=len, reverse=True):  # 乙丙公园 joins 甲乙丙公园 before 丙公园 does
        short, fuller = houses[name], [k for k in longer[name] if id(k) not in gone]
        if len(fuller) == 1 and min(m.start for m in fuller[0].mentions) < min(m.start for m in short.mentions):
            for mention in short.mentions:
                fuller[0].add(mention)
            fuller[0].aliases.setdefault(name)
            gone.add(id(short))
    return [k for k in known if id(k) not in gone]


#: Before what the proposal's title names, in the same line: 您提出的《关于发展甲园, 关于做强“甲园.
_IN_A_TITLE = re.compile("[《“][^》”\n]{0,60}$|^.{0,12}关于[^，。；\n]{0,40}$")


def _first_said(reply: Reply, short: Known) -> int:
    """Where a park is first called by its short form, the titles of the reply and of the proposal left aside.

    Where only those come before the full form, 53 of 54 such pairs in annotated replies are one park; else 56 of 71.
    """
    text = reply.flow.text
    before = (text[text.rfind("\n", 0, m.start) + 1 : m.start] for m in short.mentions)
    said = (m.start for m, line in zip(short.mentions, before, strict=True) if not _IN_A_TITLE.search(line))
    return min(said, default=len(text))


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names of parks that may be shorter forms of others, each with the longer one."""
    every, alike = set(names), dict[tuple[str, str], list[str]]()
    for name in names:
        ends = {name[at:] for at in range(1, len(name) - _LEAST_END + 1)}
        bare = {_IN_BRACKETS.sub("", name), _OF_ITSELF.sub("", name)} - {name}
        for short in sorted(every & (ends | bare)):
            if not _is_a_side(short, name):
                yield short, name
        alike.setdefault((name[:_LEAST_SIDE], name[-_LEAST_SIDE:]), []).append(name)
    for row in alike.values():
        if len(row) <= _ALIKE:
            yield from ((a, b) for a in row for b in row if len(a) > _LEAST_END and _leaves_out(a, b))


#: Of so many characters a name is one of its own, and no kind.
_OWN_NAME = 5


def _is_a_side(short: str, full: str) -> bool:
    """Whether what is left out says which part, or a larger one: 西甲商务区 and 大甲商务区 are not 甲商务区."""
    return len(short) >= _OWN_NAME and full.endswith(short) and full[-len(short) - 1 : -len(short)] in tuple("东西南北大")


def _leaves_out(short: str, full: str) -> bool:
    """Whether a name is another one without a part in its middle: 甲软件园 of 甲乙软件园, no mark or numeral being left out."""
    size = len(full) - len(short)
    if size <= 0:
        return False
    head = next((i for i, (a, b) in enumerate(zip(short, full, strict=False)) if a != b), len(short))
    return head >= _LEAST_SIDE and any(
        short[at:] == full[at + size :] and re.fullmatch("[\u4e00-\u9fff·—]+", full[at : at + size]) is not None
        for at in range(_LEAST_SIDE, min(head, len(short) - _LEAST_SIDE) + 1)
    )


def _in_a_town(reply: Reply, short: str, full: str) -> bool:
    """Whether a name without the town that it begins with is a short form: 智创城 of 桃浦智创城, in 桃浦镇."""
    town, code = full.removesuffix(short), reply.where.code
    told = code is not None and len(short) > 2 and 1 < len(town) < 4 and full.endswith(short)
    return told and any(divisions.township(town + kind, str(code)) is not None for kind in ("镇", "街道", "乡"))


#: 乙区的 before a park.
_OF_A_PLACE = re.compile(r"[\u4e00-\u9fff]{2,6}[市区县旗州]的?$")


def _is_elsewhere(reply: Reply, short: Known, full: Known) -> bool:
    """Whether a park's short form is said to be of a place that the full one does not name: 甲市医药产业园 and 乙区的医药产业园."""
    if short.type != "Carrier":
        return False
    for mention in short.mentions:
        before = _OF_A_PLACE.search(reply.flow.text, max(mention.start - 8, 0), mention.start)
        places = find_divisions(before.group()) if before else []
        if any(name not in full.name for _, _, name in places):
            return True
    return False


def _endings(name: str) -> set[str]:
    """What a name, with its legal form or without, ends in: only these can be its short forms."""
    return {whole[i:] for whole in (name, _TAIL.sub("", name)) for i in range(len(whole) - 1)}


def _bare(kind: str, full: str) -> set[str]:
    """甲工业园区 of 甲县工业园区: a park named after its place without what the place is."""
    named = _OF_ITS_PLACE.match(full) if kind == "Carrier" else None
    return {named["place"] + full[named.end() :]} if named and divisions.codes_of(named.group()) else set()


#: 甲县 at the head of a park's name.
_OF_ITS_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,3})[市区县](?=[\u4e00-\u9fff]{3})")


def _shortens(short: str, full: str) -> bool:
    if len(full) <= len(short) or short not in full or len(short) < 2:
        return False
    if full.endswith(short) and divisions.codes_of(full[: -len(short)]):
        return True
    bare = _TAIL.sub("", full)
    return short in _peeled(full) or (
        bare.endswith(short) and bool(re.fullmatch(r"[\u4e00-\u9fff]{2,3}(?:省|市|区|县)?", bare[: -len(short)])) and full != bare
    )


def _peeled(full: str) -> set[str]:
    """What is left of a firm's name as its endings are taken off one by one: 甲乙智能 of 甲乙智能科技有限公司."""
    peeled, rest = set(), _LAST.sub("", full)
    while rest not in peeled:
        peeled.add(rest)
        rest = _LAST.sub("", rest)
    return {name for name in peeled if len(name) > 1 and name != full}
