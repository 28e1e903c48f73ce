"""Names told by how they end: offices, facilities, models, events; firms, carriers and platforms in rooms of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.reading.cues import Sought
from graph.reading.heading.titles import PARTIES
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.firm_edges import LED, from_place
from graph.reading.mentions.names import clean, is_generic
from graph.reading.mentions.office_kinds import is_kind_of_event, is_no_office
from graph.reading.mentions.own_offices import apart
from graph.reading.mentions.sites import rules_out, sites
from graph.reading.mentions.suffixed_firms import firms
from graph.reading.mentions.systems import systems
from graph.reading.place import division_before
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["suffixed"]

_OFFICE = Sought(rf"(?:{alternation('organisation_suffixes')})(?![长级委们]|(?<=部)门(?!户))")
_BUREAU = Sought(r"(?<![\u4e00-\u9fff])?[省市区县](?:委|政府)?[\u4e00-\u9fff]{1,8}?(?:局|委|办|厅)(?![\u4e00-\u9fff]{0,1}[长部])")
#: A division of a ministry, whose name may hold 与; not 甲集团总部乙公司.
_DIVISION = Sought(r"([\u4e00-\u9fff]{1,6}部)[\u4e00-\u9fff]{2,12}(?<!公)司(?![法机])")
#: 委 and 办 end many words: only behind these are they an office.
_BUREAU_ENDS = re.compile(r"[局厅]$|[改信科建商卫经教民财农发资安网宣组政][委办]$|[员工党]委$")
_NO_BUREAU = re.compile(r"[省市区县](?:被|内|外|级|域|场|民|里|中|县|区)")
_FACILITY = Sought(
    r"(?:智算中心|超算中心|算力中心|数据中心|训练基地|测试基地|试验基地|检测基地|试飞基地|算力集群|枢纽节点|充电站|起降场|起降点|调度中心|指挥中心|运营中心|体验中心|故居|旧居(?!民|住))"
)
#: 市大数据中心 is an office, and no house.
_DATA_OFFICE = re.compile(r"[\u4e00-\u9fff]{0,3}[省市区县](?:大|政务|公共)数据中心")
_MODEL = Sought(r"[^，。；：、！？“”《》（）\s]{2,10}大模型(?![\u4e00-\u9fff]{0,2}(?:产业|企业|技术|应用|训练|生态))")
#: 人民代表大会 and 业主大会 are bodies, 誓师大会 is a kind; 甲和乙大会 is more than what stands behind 和.
_NO_EVENT = re.compile(rf"(?:{alternation('event_kinds', 'meeting')})大会$")
_EVENT = Sought(
    r"(?:大会|论坛|峰会|博览会|大赛(?!道(?!路(?![径线])))|高峰会|交易会|展览会|进博会|(?:艺术|文化|消费|购物)节(?!庆|约(?!有)|目(?![前标])|日(?![前均常程益])))(?!议)"
)


def suffixed(reply: Reply) -> list[Mention]:
    """Every name of the body that its ending tells; those that need a context have a low confidence."""
    found: list[Mention] = []
    for sentence in reply.sentences:
        found += firms(reply, sentence)
        found += sites(reply, sentence)
        found += _offices(reply, sentence)
        found += systems(reply, sentence)
        found += _others(reply, sentence)
    return found


#: 甲市智慧互联网医院: all eleven in annotated replies are services, and none is a house.
_ONLINE = re.compile("(?!.*建[成设]).{2,}(?<!智慧|公立|实体|地区|首家)(?<!全[国省市区县])(?<![家所级批类])(?:智慧)?互联网医院")
_OF_ONLINE = re.compile("监管|管理|导引|牌照|平台|建设|资质|入口|作用")


#: 依据中央《关于…的意见》, 贯彻中共甲省委、甲省人民政府《关于…》, 市委、市政府印发《…方案》: who issues a document, right before it.
_PARTY = Sought(
    r"(?:(?P<party>(?:(?:中共|党)?中央|中共[\u4e00-\u9fff]{2,8}?[省市区县州旗]委|(?<!团)[省市区县州旗]委)(?:办公[厅室])?))"
    r"(?:[、\s和与]?(?:(?P<state>国务院(?:办公厅)?|[省市区县州旗]政府(?:办公[厅室])?)|[\u4e00-\u9fff]{2,8}?人民政府(?:办公[厅室])?))?"
    r"(?:联合)?(?:印发|出台|发布|下发|制定|颁布)?[了的]?(?=《(?:关于|[^《》]{2,40}(?:意见|决定|通知|条例|规定|纲要|规划|办法|方案|准则|建议|措施|计划)[》（]))"
)
#: 民盟市委, 农工党中央, 九三学社甲省委, 共青团乙市委: the committees of whom else.
_OF_OTHERS = re.compile(f"(?:[团社盟]|工商联|妇联|{PARTIES})$|(?:{PARTIES}|共青团)[\u4e00-\u9fff]{{1,8}}$")
#: Characters before a committee in which they are looked for.
_OTHERS = 12


def _who_rules(reply: Reply, sentence: Sentence) -> Iterator[Mention]:
    """The committees of the Party, and the governments by their short names, that stand before what they issued."""
    text = reply.flow.text
    for told in _PARTY.finditer(text, sentence.start, sentence.end):
        for part in ("party", "state"):
            start, end = told.span(part)
            place = division_before(text, start + 1, 8, sentence.start) if start >= 0 else None  # 甲市 of 甲市委
            start = place[0] if place else start
            if (
                part == "party"
                and not told["party"].startswith("中共")
                and _OF_OTHERS.search(text, max(start - _OTHERS, sentence.start), start)
            ):
                break
            if start >= 0:
                yield Mention("Organisation", clean(text[start:end]), start, end, "suffix.party", 0.8)


#: 副主任甲某某和乙办公室主任: a person between a title and the next office.
_BEHIND_SOMEBODY = re.compile(
    rf"(?:书记|[省市区县镇乡州局处科院校厅部会]长|主任|主席|总经理|负责人)(?:{alternation('surnames')})[\u4e00-\u9fff]{{1,2}}[和与及](?=[\u4e00-\u9fff]{{3}})"
)


def _offices(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for suffix in _OFFICE.finditer(text, sentence.start, sentence.end):
        start = from_place(text, left_edge(reply, suffix.end(), sentence.start), sentence.start)
        start += len(led.group()) if (led := LED.match(text, start)) else 0
        somebody = _BEHIND_SOMEBODY.search(text, max(start - 4, sentence.start), suffix.start())
        start = max(start, somebody.end()) if somebody else start
        core = text[start : suffix.start()]
        if len(core) < 2 or rules_out(core) or is_no_office(reply, start, suffix.start(), suffix.end()):
            continue
        name = clean(text[start : suffix.end()])
        online = _ONLINE.fullmatch(name) and not _OF_ONLINE.match(text, suffix.end())
        kind, rule = ("Scenario", "suffix.online") if online else ("Organisation", "suffix.organisation")
        found += apart(reply, Mention(kind, name, start, suffix.end(), rule, 0.75))
    for ministry in _DIVISION.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, ministry.end(1), sentence.start)
        found.append(Mention("Organisation", clean(text[start : ministry.end()]), start, ministry.end(), "suffix.division", 0.8))
    for bureau in _BUREAU.finditer(text, sentence.start, sentence.end):
        name = bureau.group()
        if (
            _BUREAU_ENDS.search(name)
            and not is_no_office(reply, bureau.start() + 1, bureau.end() - 1, bureau.end())
            and not _NO_BUREAU.match(name)
        ):
            found += apart(reply, Mention("Organisation", name, bureau.start(), bureau.end(), "suffix.bureau", 0.7))
    return [*found, *_who_rules(reply, sentence)]


#: 第三届甲论坛, 首届“乙杯”丙大赛: which one of a series it is belongs to an event's name, and so does what is quoted behind that.
_WHICH_TIME = re.compile(r"(?:第[一二三四五六七八九十百\d]{1,4}|首)届(?P<core>“[^“”\n]{1,12}”)?$")


def _of_its_year(text: str, floor: int, event: Mention) -> Mention:
    """An event with the words before it that say which one of a series it is: of 45 in annotated replies 39 are named so."""
    ahead = _WHICH_TIME.search(text, max(event.start - 24, floor), event.start)
    if ahead is None:
        return event
    place = division_before(text, ahead.start(), 8, floor)
    start = place[0] if place else ahead.start()
    bare = text[ahead.start("core") if ahead["core"] else event.start : event.end]
    if text.count(bare) > text.count(f"届{bare}"):  # of a series that is spoken of as a whole too
        return event
    forms = (text[ahead.start() : event.end], bare, ahead["core"] or bare)
    name, *others = dict.fromkeys(clean(form) for form in (text[start : event.end], *forms))
    return replace(event, name=name, start=start, aliases=tuple(others))


#: 全球甲大会: of how much a meeting is belongs to its name, of all six in annotated replies.
_OF_ALL = re.compile("全[球国省市]$")


def _of_all(text: str, floor: int, event: Mention) -> Mention:
    ahead = _OF_ALL.search(text, max(event.start - 2, floor), event.start)
    if ahead is None:
        return event
    return replace(event, name=ahead.group() + event.name, start=ahead.start(), aliases=(event.name,))


#: 甲产业发展高峰论坛: what the kind of meeting is about belongs to its name.
_FIELD = re.compile("(?:产业|行业|领域)$")


def _begins(reply: Reply, ending: re.Match[str], floor: int) -> int:
    """Where the name of an event begins: before the field that a kind of meeting is about, too."""
    text = reply.flow.text
    start = left_edge(reply, ending.end(), floor)
    start += text.startswith("办好", start - 1)  # 承办好甲大会
    field = _FIELD.search(text, max(start - 2, floor), start)
    if field is None or not is_kind_of_event(reply, start, ending.start(), ending.end()):
        return start
    start = left_edge(reply, ending.end(), floor, tail=ending.end() - field.start())
    return start + text.startswith("办好", start - 1)


def _events(reply: Reply, sentence: Sentence) -> Iterator[Mention]:
    text = reply.flow.text
    for ending in _EVENT.finditer(text, sentence.start, sentence.end):
        start = _begins(reply, ending, sentence.start)
        core = text[start : ending.start()]
        if (
            len(core) >= 2
            and not rules_out(core)
            and not is_kind_of_event(reply, start, ending.start(), ending.end())
            and not _NO_EVENT.search(text, start, ending.end())
            and text[start - 1] not in "和与及"
        ):
            one = Mention("Event", clean(text[start : ending.end()]), start, ending.end(), "suffix.event", 0.75)
            yield _of_its_year(text, sentence.start, _of_all(text, sentence.start, one))


def _others(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, [*_events(reply, sentence)]
    for suffix in _FACILITY.finditer(text, sentence.start, sentence.end):
        start, end = left_edge(reply, suffix.end(), sentence.start), suffix.end()
        core = text[start : suffix.start()]
        if len(core) < 2 or is_generic(core) or rules_out(core):
            continue
        if _DATA_OFFICE.fullmatch(text, start, end):
            found.append(Mention("Organisation", text[start:end], start, end, "suffix.bureau", 0.8))
            continue
        found.append(Mention("Facility", clean(text[start:end]), start, end, "suffix.facility", 0.6))
    for model in _MODEL.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, model.end(), model.start())
        core = text[start : model.end() - 3]
        if len(core) >= 2 and not is_generic(core) and core not in words("sectors"):
            found.append(Mention("Product", clean(text[start : model.end()]), start, model.end(), "suffix.product", 0.7))
    return found
