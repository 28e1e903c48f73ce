"""Platforms and systems that are named by what they are for, and digital venues."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import TO_OUR_OWN, clean, is_generic
from graph.reading.mentions.put_up import BUILT, is_built, is_fitted, system_sure
from graph.reading.mentions.sites import rules_out
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["systems"]

_SYSTEM = Sought(
    rf"(?:{alternation('scenario_suffixes', 'system')})(?:\d\.\d)?(?!(?<=互联网医院)(?:平台|管理|导引|接入|牌照|监管|诊疗|建设)|(?<=码)[头分农洋]|(?<=智能体)[验育系制]|(?<=平台)化|(?<=数字人)[民才力事]|[经企型级]|\d+[个家](?:[省市区县]级)?(?:部门|单位)|各(?:部门|单位|成员)|集成|工程|谋划|思维|观念|推进|部署|重塑|治理|重构|(?:优化|梳理|布局|总结)(?=[，。；、）\n]|提升|升级|完善|$))"
)
_VENUE = Sought(
    rf"(?:{alternation('scenario_marks')})(?:(?!在(?!线)|即可)[^，。；：、！？“”《》（）\s的和与及等了]){{0,8}}?(?:{alternation('scenario_suffixes', 'venue')}|{alternation('scenario_suffixes', 'service')})(?:试点)?"
)


#: 开放枢纽门户: what a place wants to be.
_GATEWAY = re.compile("(?:开放|枢纽|国际|交通|城市|对外|区域)门户$")


def systems(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Platforms and systems with something particular before them; digital venues: 智慧书店."""
    text, found = reply.flow.text, []
    for suffix in _SYSTEM.finditer(text, sentence.start, sentence.end):
        start = _system_start(reply, suffix.end(), sentence.start, len(suffix.group()))
        start = _over_verbs(reply, _over_nouns(reply, start, sentence.start), sentence.start)
        start = _over_joint(reply, _over_nouns(reply, start, sentence.start), sentence.start)
        start += len(level.group()) if (level := _LEVEL.match(text, start)) else 0
        start += len(town.group()) if (town := _FITTED.match(text, start, suffix.start())) else 0
        start += divisions.town_before(text[start : suffix.start()], reply.where.code, _LEAST_CORE)  # 甲街道智慧停车系统
        start = _behind_verb(reply, start, suffix.start())
        start += len(has.group()) if (has := _HAS.match(text, start, suffix.start())) else 0
        start += len(firm.group()) if (firm := _FIRMS_OWN.match(text, start, suffix.start())) else 0
        if is_generic(text[start : suffix.start()]) or suffix.start() - start < 3:
            start = _put_up(text, sentence.start, start, suffix.end())
        core = text[start : suffix.start()]
        if (
            len(core) < _LEAST_CORE
            or (core in _HOW and text[start - 1] != "“")
            or rules_out(core)
            or text[start : suffix.end()] in words("sectors")
        ):
            continue
        asked = sentence.heading and _ASKED.search(text[sentence.start : sentence.end])
        if asked or text[start : suffix.end()] in words("sayings"):
            continue  # 打造“智慧中枢”: a figure of speech
        if "第三方" in text[max(start - 3, sentence.start) : suffix.start()] or _measure(text, start):
            continue  # anybody's, or what a quoted measure is about
        if (
            _GATEWAY.search(text[start : suffix.end()])
            or (_PART.search(text[start : suffix.end()]) and not is_fitted(core, text[sentence.start : start]))
            or _ANY.search(core)
            or re.search("有|密$|(?<!更)新$", core)
        ):
            continue
        if _DEFINES.search(text[sentence.start : start]) and _DEFINED.match(text, suffix.end()):
            continue
        if _NAME_BEHIND.match(text, suffix.end(), sentence.end):
            continue  # 企业服务智能体“甲小助”: what kind of service the quoted one is
        name, aliases = _without_gloss(text[start : suffix.end()])
        sure = system_sure(core, name, text[sentence.start : start], text[suffix.end() : sentence.end])
        if sentence.heading and sure < 0.8:
            continue  # 二、对接数据赋能平台: what a section is about
        if _COMPUTES.search(name):
            found.append(Mention("Facility", name, start, suffix.end(), "suffix.facility", 0.7, aliases))
            continue
        rule = "suffix.app" if name[-3:].upper() == "APP" else "suffix.system"
        if rule == "suffix.system" and is_built(core, name, text[sentence.start : start], text[suffix.end() : sentence.end]):
            rule, sure = "suffix.built", max(sure, BUILT)
        found.append(Mention("Scenario", name, start, suffix.end(), rule, sure, aliases))
    for venue in _VENUE.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, venue.end(), max(sentence.start, venue.start() - 8))
        start = min(start, venue.start())
        name = clean(text[start : venue.end()])
        piloted = (name.endswith("试点") or text.startswith("试点", venue.end())) and _AT_PLACE.search(
            text[sentence.start : start]
        )
        rule, sure = ("service.trial", 0.7) if piloted else ("suffix.venue", 0.45)
        found.append(Mention("Scenario", name.removesuffix("试点"), start, venue.end(), rule, sure))
    return found


#: Of so many characters is what stands before the ending, at least.
_LEAST_CORE = 2
#: 线上平台: where anything may be done, and no name.
_HOW = frozenset(("线上", "线下", "网上", "云上", "云端"))
#: 数字经济重大平台, 各类创新平台, 省市县三级河长平台: of what rank they are, and no name.
_ANY = re.compile("(?:^|[省市区县镇乡村街])[二两三四五六]级|(?:重大|重点|重要|各类|高能级|高水平|大型|若干|多个|一批|系列)$")
_NAME_BEHIND = re.compile(
    r"(?:——|—)?“(?!一|智慧|数字|互联网)[^“”，、。]{2,8}”(?!功能|模块|板块|版块|栏目|专区|专栏|专窗|应用|服务|等|的|频道|“|、|场景|事项|一件事)"
)
_PUT_UP_NAME = re.compile(
    r"(?:上线|建有|设有|建成|建起|启用|开通|开发|搭建|推出|打造|建好|用好)了?(?:全[国省市区县]|首个|区级|市级|县级|省级|统一的?)*([\u4e00-\u9fffA-Za-z0-9+]{6,24})$"
)


def _put_up(text: str, floor: int, start: int, end: int) -> int:
    """Where a name begins that holds a common word: all that was put up is the name, 上线企业运行数字服务平台."""
    told = _PUT_UP_NAME.search(text[max(floor, end - 32) : end])
    if told is None or re.search("[的了等在和与]", told.group(1)):
        return start
    begin = end - len(told.group(1))
    place = next((e for s, e, _ in find_divisions(told.group(1)) if s == 0), 0)
    return begin + place if begin < start else start


def _measure(text: str, start: int) -> bool:
    """“搭建人才基金平台”: right behind a quotation's first verb."""
    return text[start - 3 : start - 2] == "“" and text[start - 2 : start] in words("cue_verbs")


#: 在甲街道开展智慧社区试点: what is piloted at a place.
_AT_PLACE = re.compile(
    r"[在于][^，。；、]{2,30}(?:社区|街道|镇|乡|区|县|园|城|村|港|岛)(?:等地?)?(?:率先|先行|首批)?(?:开展|推进|启动|实施|部署)$"
)
#: 区级甲平台, and what a segmenter leaves of it: 级甲平台.
_LEVEL = re.compile(
    rf"(?:新建|改建|扩建|大力发展|稳健发展|积极培育|加快发展)+(?=[\u4e00-\u9fffA-Za-z]{{4}})|(?<=[建办用管抓做推])[好成起出](?=[\u4e00-\u9fffA-Za-z]{{3}})|(?:[上下]接|借|凭)(?=[\u4e00-\u9fff]{{5}})|建成(?=区)|{TO_OUR_OWN}|(?:区域|全[省市区县]|统一的?)(?=[\u4e00-\u9fff]{{4}})|[省市区县]?级(?=[\u4e00-\u9fff]{{3}})"
)
_HAS = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:建有|设有|拥有|现有|办有|开有|量身(?:定制|打造))(?=[\u4e00-\u9fff]{3})")
#: 甲街道配置乙系统, 同步配套丙系统: who has it, and what is done to it.
_FITTED = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}?(?:街道|社区|小区|(?<![城乡])镇|园区|学校|医院)(?:小区)?)?(?:统一|同步|全面|率先|新|持续|及时|定期|不断)?(?:配置|增配|升级|配套|加装|布设|整合|融合|归集|增设|更新)(?:了)?(?=[\u4e00-\u9fffA-Za-z]{4})"
)
#: 甲公司新型云服务: whose it is, is no part of the name.
_FIRMS_OWN = re.compile(
    r"(?:[\u4e00-\u9fff]{2,10}?公司|(?:国家|[省市区县])[\u4e00-\u9fff]{1,6}?[局厅委](?!员)|(?:民政|工信|交通|公安|文旅|住建|教育|科技|商务)部)(?=[\u4e00-\u9fffA-Za-z0-9]{4})"
)
#: “甲”是以数据为要素的城市级智能管理平台: the predicate of a definition.
_DEFINES = re.compile(r"(?:^|[，”])是(?!.*[，。；].*是)[^。；]*?的(?:[\u4e00-\u9fff]{1,4}级)?$")
_DEFINED = re.compile(r"[，。；、]|和|及|\n")
_COMPUTES = re.compile(r"(?:中试|激光|实验|超算|算力|智算|计算|算力服务|算力调度|超算服务)平台$")
#: A heading that repeats what the proposal asked for states nothing.
_ASKED = re.compile(r"关于.*(?:建议|问题|意见)")
#: Systems that are a part of a machine and no service.
_PART = re.compile(rf"(?:{alternation('system_kinds', 'part')})系统$")


def _behind_verb(reply: Reply, start: int, end: int) -> int:
    """A platform's name does not begin with what is done to it: 补齐公共平台."""
    first = reply.tokens[reply.token_at(start)]
    behind = first.start + len(first.word)
    verb = first.tag == "v" and len(first.word) > 1 and first.word not in words("name_verbs")
    return behind if verb and first.start == start and behind + 2 <= end else start


def _system_start(reply: Reply, end: int, floor: int, tail: int) -> int:
    """Back over the name, and over a gloss in brackets: 智能停车PaaS（停车即服务）平台."""
    text = reply.flow.text
    start = left_edge(reply, end, floor, verbs=True, tail=tail)
    gloss = re.search(r"（[^（）]{2,16}）$", text[floor:start])
    if gloss and text[start:end]:
        before = left_edge(reply, floor + gloss.start(), floor, verbs=True)
        if before < floor + gloss.start():
            return before
    return start


#: So many characters, at most, has the place that a name begins with.
_PLACE = 6


def _over_verbs(reply: Reply, start: int, floor: int) -> int:
    """Back over verbs that a platform's name holds, with the noun before them: 城市运行 of 城市运行管理平台."""
    for _ in range(3):
        at = reply.token_at(start) - 1
        if at < 1 or reply.tokens[at + 1].start != start:
            return start
        verb, noun = reply.tokens[at], reply.tokens[at - 1]
        if any(first == 0 for first, _, _ in find_divisions(reply.flow.text[start : start + _PLACE])):
            return start  # 居民参与甲市智慧社区平台
        if verb.word not in words("system_verbs") or noun.start < floor or noun.tag[:1] not in "nil" or len(noun.word) < 2:
            return start
        start = left_edge(reply, verb.start, floor, verbs=True)
        office = reply.tokens[reply.token_at(start) - 1]
        start = office.start if office.word == "政府" and office.start >= floor else start
    return start


#: What a system does, before 和 and a second such word: 食品追溯管理和公众查询系统, but not 甲平台和乙平台.
_TASK = re.compile(rf"[\u4e00-\u9fff]{{2,}}(?:{alternation('system_kinds', 'task')})$")


#: Nouns at which other names begin behind, and that a platform's own name may hold.
_INSIDE = frozenset(("企业", "产业", "行业", "全球", "全国", "国家", "地区", "区域", "部门", "机构"))


def _over_nouns(reply: Reply, start: int, floor: int) -> int:
    """Back over such a noun or a Latin word, with what stands before it: 卫星互联网行业 of 卫星互联网行业运营平台."""
    for _ in range(2):
        at = reply.token_at(start) - 1
        if at < 0 or reply.tokens[at + 1].start != start:
            return start
        noun = reply.tokens[at]
        if noun.start < floor or (noun.word not in _INSIDE and noun.tag != "eng"):
            return start
        start = left_edge(reply, start, floor, verbs=True, tail=len(noun.word))
    return start


def _over_joint(reply: Reply, start: int, floor: int) -> int:
    """Back over 和 where the word before it says what the system does, too."""
    text = reply.flow.text
    joint = next((j for j in ("以及", "和", "与", "及") if text.startswith(j, start - len(j))), None)
    if joint is None or start - len(joint) <= floor:
        return start
    edge = left_edge(reply, start - len(joint), floor, verbs=True)
    return edge if _TASK.search(text[edge : start - len(joint)]) else start


def _without_gloss(raw: str) -> tuple[str, tuple[str, ...]]:
    bare = re.sub(r"（[^（）]*）", "", raw)
    if bare == raw:
        return clean(raw), ()
    head = raw.split("（", maxsplit=1)[0]
    gloss = re.search(r"（([^（）]*)）", raw)
    return clean(bare), tuple(n for n in (clean(raw), clean(head), clean(gloss.group(1)) if gloss else "") if len(n) > 1)
