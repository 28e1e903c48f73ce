"""A mention under its own name: without the district before it, the seat or the word behind that only classifies, which are kept as aliases."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from graph.reading import divisions
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.foreign import with_country
from graph.reading.mentions.manner import without_manner
from graph.reading.mentions.names import MARK, clean, is_generic, occurrences
from graph.reading.mentions.own_firms import without_lead
from graph.reading.mentions.own_offices import without_its_dealing
from graph.reading.mentions.seats import behind_seat, without_seat
from graph.reading.mentions.site_kinds import is_kind_of_site, rank_before
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["named", "ranked"]

#: 市西 of 上海市西软件园: where in the city it lies.
_ITS_SIDE = re.compile("[东西南北](?=(?:软件|高新|科技|数字|智能|信息|创新|工业|商务|物流))")
#: What a carrier's name is written with and is no part of it.
_IN_ZONE = re.compile(r"[\u4e00-\u9fff]{2,3}新区(?!块链)(?=[\u4e00-\u9fff]{4})")
_BEHIND_ZONE = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:高新区|经开区|开发区|保税区|示范区|片区|社区|新城|街道)(?!块链)(?=(?![东西南北中]区|[与和及·])[\u4e00-\u9fffA-Za-z0-9·]{5})"
)
_IN_STREET = re.compile(r"[\u4e00-\u9fff]{2,4}(?:路|大道|大街)(?!街道)(?=[\u4e00-\u9fff]{2,8}(?:大厦|广场|大楼|中心)$)")
_KIND_OF_SITE = re.compile(rf"(.*?)(?:{alternation('carrier_suffixes', 'strong')}|园区)")
#: What only classifies behind a name: 无人机巡河场景 is 无人机巡河; what may belong to it stays, and the core is one more name.
_CLASSIFIES = re.compile(r"(?:应用|服务|示范)?场景(?:应用)?$")
_MAY_CLASSIFY = re.compile(r"(?:试点|项目|应用|功能|示范应用)$")
#: What is done with a service, which a model takes for its name's end: 未来社区创建.
_DONE_WITH_IT = re.compile(r"(?<=.{4})(?:创建|推广|打造)(?:工作)?$")


def named(reply: Reply, mention: Mention) -> Mention:
    """The mention under its own name; a district's full name before it is dropped from the name and kept in an alias.

    Parameters
    ----------
    reply, mention:
        A scenario, a firm, a carrier or a body of the reply; others stay as they are.
    """
    if mention.type == "Scenario":
        return _with_core(_scenario(_not_for_all(_without_maker(_without_length(_without_the_deed(mention)))), reply))
    if mention.type == "Enterprise":
        firm = without_manner(reply.flow.text, mention)
        return with_country(reply, without_seat(without_lead(reply, behind_seat(reply, firm))))
    if mention.type == "Organisation":
        return without_its_dealing(reply, mention)
    return _site(reply, mention) if mention.type == "Carrier" else mention


def _site(reply: Reply, mention: Mention) -> Mention:
    """A carrier without what leads to it and without the place that it stands in."""
    text = reply.flow.text[mention.start : mention.end]
    at_it = _AT_IT.fullmatch(reply.flow.text, max(mention.start - 1, 0), mention.start + 1)
    led = _LED_SITES.match(text)
    lead = 1 if at_it else led.end() if led else rank_before(text)
    if lead and len(text) - lead >= (_LEAST_LISTED if led else _LEAST):
        return _site(reply, replace(mention, name=clean(text[lead:]), start=mention.start + lead))
    cut = 0
    inside = find_divisions(text)
    for start, end, name in inside:
        short = start == cut and any(one == end and _is_around(name, other, text[last:]) for one, last, other in inside)
        aside = name[-1] == "市" and _ITS_SIDE.match(text, end)  # 上海市西软件园
        full = start == cut and name[-1] in "市区县省" and text[end : end + 1] not in tuple("-—–－·") and not aside
        if (full or short) and len(text) - end >= _LEAST:
            cut = end  # 甲区—乙县产业园 is one of both
    if cut == 0 and (zone := _IN_ZONE.match(text)):
        cut = zone.end()
    cut += divisions.town_before(text[cut:], reply.where.code, _LEAST)
    if cut == 0 and (street := _IN_STREET.match(text)):
        cut = street.end()
    if cut == 0 and (zone := _BEHIND_ZONE.match(text)) and not is_kind_of_site(text[zone.end() :]):
        cut = zone.end()
    if cut == 0 or _is_kind(text[cut:]) or _of_another(reply, text[:cut], text[cut:]):
        return mention  # 甲市生物医药产业园 is its whole name: another county may have one
    return replace(mention, name=clean(text[cut:]), start=mention.start + cut, aliases=(mention.name, *mention.aliases))


def _is_around(short: str, county: str, rest: str) -> bool:
    """Whether a division by its short name stands before one in it and the park there: 甲乙市丙园, where 甲 is short for 甲省."""
    larger = divisions.codes_of(short)
    inside = any(divisions.inside(code, outer) for code in divisions.codes_of(county) for outer in larger)
    return county[-1] in "市区县" and len(rest) >= _LEAST and inside


#: 亿元楼宇有甲大厦: what a list of parks is led by.
_LED_SITES = re.compile("[\u4e00-\u9fff\\d]{0,10}?(?:楼宇|园区|载体|亿元楼|商场|孵化器)(?:主要)?(?:有|包括|为)(?=.{3})")
#: So many characters, at least, has the first of them.
_LEAST_LISTED = 3
#: The own name of a service or a carrier has so many characters.
_LEAST = 4
#: 落户于甲园, where a segmenter takes 于 for a surname.
_AT_IT = re.compile("[户驻落位聚布址设建根]于")


#: 全市甲平台, 区级乙系统: whose it is stands before the name of many a platform, and belongs to it as often as not.
_LEVEL = re.compile("(?:全[国省市区县]|[省市区县]级)")
_LEVEL_BEFORE = re.compile("(?:全[国省市区县]|[省市区县]级|(?<![\u4e00-\u9fff])[省市区县])$")
_RUN = re.compile(".{4,}(?:平台|系统|小程序|中台|专区|热线)")


def ranked(reply: Reply, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions, of which platforms have their names with and without the rank of the place that runs them, once it is known where they stand.

    A platform that the reply names both ways (区级甲平台, 甲平台) goes by the shorter name.
    """
    bare = {m.name for m in mentions if m.type == "Scenario"}
    return [_ranked(reply, m, bare) for m in mentions]


def _ranked(reply: Reply, mention: Mention, bare: Set[str]) -> Mention:
    if mention.type != "Scenario" or not _RUN.fullmatch(mention.name):
        return mention
    before = reply.flow.text[max(mention.start - 3, 0) : mention.start]
    if level := _LEVEL.match(mention.name):
        other = mention.name[level.end() :]
    elif ahead := _LEVEL_BEFORE.search(before):
        other = ahead.group() + mention.name
    else:
        return mention
    if level and other in bare:
        return replace(mention, name=other, aliases=(mention.name, *(n for n in mention.aliases if n != other)))
    known = other in mention.aliases or not _RUN.fullmatch(other)
    return mention if known else replace(mention, aliases=(*mention.aliases, other))


def _without_the_deed(mention: Mention) -> Mention:
    """未来社区 of 未来社区创建."""
    deed = _DONE_WITH_IT.search(mention.name)
    if deed is None or mention.end - mention.start != len(mention.name):
        return mention
    return replace(mention, name=mention.name[: deed.start()], end=mention.start + deed.start())


#: 19.8公里无人配送线, 3公里长的示范线: how long or large something is, before its name.
_LENGTH = re.compile(
    r"(?:约|近|超|全长|总长)?\d[\d.]{0,6}(?:余|多)?(?:公里|千米|平方公里|平方米|米长)长?的?(?!半径|以内|范围)(?=.{4})"
)


def _without_length(mention: Mention) -> Mention:
    """无人配送线 of 19.8公里无人配送线."""
    length = _LENGTH.match(mention.name)
    if length is None or mention.end - mention.start != len(mention.name):
        return mention
    return replace(mention, name=mention.name[length.end() :], start=mention.start + length.end())


#: 甲科技开发智慧导览系统, 乙网络打造智慧停车: who makes it, and that it does.
_MAKER = re.compile(
    "[\u4e00-\u9fff]{2,8}?(?:科技|智能|软件|信息|数科|集团|公司|股份|网络|电子)(?:联合|共同|自主|携手)?(?:开发|研发|搭建|打造|定制|建设|运营)(?:了|的)?(?=[\u4e00-\u9fffA-Za-z0-9]{4})"
)


#: 甲社区运营智慧养老平台, 普及智慧停车系统: where it is, and what is done with it.
_DONE_AT = re.compile(
    "(?:[\u4e00-\u9fff]{2,8}?(?:社区|小区|街道|园区|产业园|软件园|医院|大厦))?(?:应用|运营|普及|铺开|改造|集成|植入|嵌入|延伸|试用|论证|细化|学习|补贴|约束|会见)了?(?=(?:智慧|智能|数字|数智|云上|AI)[^的]{4})"
)


def _without_maker(mention: Mention) -> Mention:
    """智慧导览系统 of 甲科技开发智慧导览系统, and of 甲社区应用智慧导览系统."""
    maker = _MAKER.match(mention.name) or _DONE_AT.match(mention.name)
    if maker is None or mention.end - mention.start != len(mention.name) or is_generic(maker.group()[:2]):
        return mention
    return replace(mention, name=mention.name[maker.end() :], start=mention.start + maker.end())


#: 全市统一的智慧停车平台, 一键直达甲平台: whom a service is for, and how one comes to it.
_FOR_ALL = re.compile("一键(?:直达|接入|连通|联通|转接|对接)(?=.{4})|(?:全[省市县区州]|[省市县区]级)?统一的(?=.{6})")


def _not_for_all(mention: Mention) -> Mention:
    """智慧停车平台 of 全市统一的智慧停车平台, the longer form as an alias."""
    lead = _FOR_ALL.match(mention.name)
    if lead is None or mention.end - mention.start != len(mention.name):
        return mention
    name, start = mention.name[lead.end() :], mention.start + lead.end()
    return replace(mention, name=name, start=start, aliases=(mention.name, *mention.aliases))


#: 甲市公安局指挥系统 is an office's, and its whole name.
_OFFICES = re.compile("[\u4e00-\u9fff]{1,10}?(?:局|委员会|厅|支队|大队|办公室)(?=.{4})")


def _scenario(mention: Mention, reply: Reply) -> Mention:
    """南岸区渣土智能监察 is 渣土智能监察; what is only a kind of platform without its place keeps it."""
    first = next((end for start, end, name in find_divisions(mention.name) if start == 0 and name[-1] in "市区县省"), 0)
    first = first or _short_county(mention.name, reply)
    first += divisions.town_before(mention.name[first:], reply.where.code, _LEAST)  # 甲街道智慧停车系统
    rest = mention.name[first:]
    line = rest[0] in "至到—-"  # 甲镇至乙镇的无人机航线 is named by both its ends
    if first == 0 or line or len(rest) < _LEAST or is_generic(rest) or rest in words("sectors") or _OFFICES.match(rest):
        return mention
    begin = mention.start + first if reply.flow.text.startswith(mention.name[:first], mention.start) else mention.start
    return replace(mention, name=rest, start=begin, aliases=(mention.name, *mention.aliases))


def _short_county(name: str, reply: Reply) -> int:
    """Length of a county's short name that a city's scenario begins with: 合川智慧停车."""
    code = reply.where.code
    if not code or not code.endswith("00") or not MARK.match(name, 2):
        return 0
    shorts = (divisions.short_form(county.name) for county in divisions.children(code))
    return 2 if name[:2] in shorts else 0


def _with_core(mention: Mention) -> Mention:
    """A scenario known by its core too, and by it alone where the word behind only classifies."""
    for pattern, instead in ((_CLASSIFIES, True), (_MAY_CLASSIFY, False)):
        core = pattern.sub("", mention.name)
        if core != mention.name and len(core) >= 4 and not is_generic(core) and core not in words("sectors"):
            name, other = (core, mention.name) if instead else (mention.name, core)
            return replace(mention, name=name, aliases=tuple(dict.fromkeys((other, *mention.aliases))))
    return mention


def _is_kind(name: str) -> bool:
    """Whether a carrier's name without its place says no more than what kind of carrier it is."""
    found = _KIND_OF_SITE.fullmatch(name)
    core = found.group(1) if found else name
    return core in words("sectors") or is_generic(core)


def _of_another(reply: Reply, own: str, bare: str) -> bool:
    """Whether another place has a carrier of the same name: 甲县南药产业园 beside 乙区南药产业园."""
    text = reply.flow.text
    for at in occurrences(text, bare, *reply.body):
        before = text[max(at - 8, 0) : at]
        if any(end == len(before) and not own.endswith(before[start:end]) for start, end, _ in find_divisions(before)):
            return True
    return False
