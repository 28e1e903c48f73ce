"""Platforms and systems that are named by what they are for, and digital venues."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.lexicon import alternation, typed, words
from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import MARK, TO_OUR_OWN, clean, is_generic
from graph.reading.mentions.sites import rules_out
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["systems"]

_SYSTEM = re.compile(
    rf"(?:{alternation('scenario_suffixes', 'system')})(?:\d\.\d)?(?!(?<=互联网医院)(?:平台|管理|导引|接入|牌照|监管|诊疗|建设)|(?<=码)[头分农洋]|(?<=智能体)[验育系制]|(?<=平台)化|(?<=数字人)[民才力事]|[经企型级]|\d+[个家](?:[省市区县]级)?(?:部门|单位)|各(?:部门|单位|成员)|集成|工程|谋划|思维|观念|推进|部署|重塑|治理|重构|(?:优化|梳理|布局|总结)(?=[，。；、）\n]|提升|升级|完善|$))"
)
_VENUE = re.compile(
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
        if len(core) < 2 or rules_out(core) or text[start : suffix.end()] in words("sectors"):
            continue
        if sentence.heading and _ASKED.search(text[sentence.start : sentence.end]):
            continue
        if "第三方" in text[max(start - 3, sentence.start) : suffix.start()] or _measure(text, start):
            continue  # anybody's, or what a quoted measure is about
        if (
            _GATEWAY.search(text[start : suffix.end()])
            or _PART.search(text[start : suffix.end()])
            or _ANY.search(core)
            or re.search("有|密$|(?<!更)新$", core)
        ):
            continue
        if _DEFINES.search(text[sentence.start : start]) and _DEFINED.match(text, suffix.end()):
            continue
        if _NAME_BEHIND.match(text, suffix.end(), sentence.end):
            continue  # 企业服务智能体“甲小助”: what kind of service the quoted one is
        name, aliases = _without_gloss(text[start : suffix.end()])
        sure = _system_sure(core, name, text[sentence.start : start], text[suffix.end() : sentence.end])
        if sentence.heading and sure < 0.8:
            continue  # 二、对接数据赋能平台: what a section is about
        if _COMPUTES.search(name):
            found.append(Mention("Facility", name, start, suffix.end(), "suffix.facility", 0.7, aliases))
            continue
        rule = "suffix.app" if name[-3:].upper() == "APP" else "suffix.system"
        if rule == "suffix.system" and _is_built(core, name, text[sentence.start : start]):
            rule, sure = "suffix.built", max(sure, _BUILT)
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
_HAS = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:建有|设有|拥有|现有|办有|开有)(?=[\u4e00-\u9fff]{3})")
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


def _over_verbs(reply: Reply, start: int, floor: int) -> int:
    """Back over verbs that a platform's name holds, with the noun before them: 城市运行 of 城市运行管理平台."""
    for _ in range(3):
        at = reply.token_at(start) - 1
        if at < 1 or reply.tokens[at + 1].start != start:
            return start
        verb, noun = reply.tokens[at], reply.tokens[at - 1]
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


#: What is done to a platform that is there: before its name, and behind it.
_MADE = re.compile(
    r"(?:上线|建成|启用|投用|开通|建有|设有|建立|搭建|开发|研发|打造|推出|新建|建设|构建|升级|改造|完善|运行|优化|部署|推广|开设|设立|推动|推进|实现|形成|深化|用好|启动)(?:了|起|并运行|运行|统一|建设|全[国省市区县]|的|首个|区级|市级|县级|省级|好|完善|升级)*$"
)
_USED = re.compile(
    r"(?:依托|依靠|接入|对接|纳入|利用|通过|登录|使用|借助|基于|应用|运用|结合|以|在)(?:了|到|至|全[国省市区县]|我[省市区县]|本[市区])*$"
)
_RUNS = re.compile(
    r"[”）]?(?:建设|开发)?(?:正式|已|现已|全面|率先|目前|于[^，。；]{2,12}|的?(?:建设|运行|上线|应用|功能|升级|推广)){0,3}(?:上线|运行|建成|新建|启用|投入|完成|搭建|建立|建好|开通|升级|试运行|建设|应用|推广|使用|功能|注册|覆盖|接入|归集)"
)
#: 建立甲平台和乙平台: what is done to the first is done to the second.
_MADE_FELLOW = re.compile(
    r"(?:上线|建成|启用|开通|建立|搭建|开发|研发|打造|推出|新建|建设|升级|完善|部署|开设|建起)了?(?:[^，。；、：]{2,20}(?:平台|系统)(?:、|和|与|及|以及)){1,6}$"
)
#: What is a digital thing whatever stands before it.
_DIGITAL_THING = re.compile(r"(?:一张图|大脑|驾驶舱|小程序|APP|App|中台|专窗|数字人|智能体|网)(?:\d\.\d)?$")
_KIND_BEFORE = re.compile(r"(?:平台|系统)(?:\d\.\d)?$")


def _kind_of_system(name: str) -> str | None:
    """``digital`` or ``figurative``, by the word right before 平台; ``None`` where the lexicon does not know it."""
    if _DIGITAL_THING.search(name):
        return "digital"
    core = _KIND_BEFORE.sub("", name).removesuffix("服务").removesuffix("综合")
    kinds = typed("platform_kinds")
    return next((kinds[core[-n:]] for n in range(min(6, len(core)), 1, -1) if core[-n:] in kinds), None)


#: How sure a platform is that was put up: in annotated replies 27 of 27 with a place's name and a digital kind, 48 of 53 with a digital word
#: right behind the verb that puts them up.
_BUILT = 0.8
#: Right before a platform of a digital kind that is there: of 16 such in annotated replies one is none.
_IS_UP = re.compile(
    "(?:建成|新建|投用|部署|上线|搭建|建立|开发|开通|启用|建有|建起|推出|打造)了?(?:全[国省市区县]|统一的?|首个)*$"
)
#: 建立覆盖区、街、社区三级的甲信息平台, 搭建了集监测、预警于一体的乙信息平台: what it covers stands between, and it is not to come.
_IS_UP_OVER = re.compile(
    "(?:^|[，；。：“])(?:(?!将|拟|应|要|需|欲|计划|力争|尽快|加快|推动|推进|探索|研究)[^，；。：“”]){0,24}?"
    "(?:建成|投用|部署|上线|搭建|建立|开发|开通|启用|建有|建起|推出|打造|构建)了?(?:起|一个|一套|了){0,2}"
    "(?:(?:覆盖|连接|涵盖|贯穿|横向|纵向|上下)[^，；。：“”]{1,30}|[^，；。：“”]{0,24}(?:级|贯通|联通|连通|互通|互联|联动)|集[^，；。：“”]{2,40}于一体)的$"
)
_WISHED = re.compile("建议|提出|提案|关于|希望|要求|提议")


def _is_built(core: str, name: str, before: str) -> bool:
    """Whether a platform is one by its place and its kind, or by its digital word and the verb that puts it up; not one that is wished for."""
    kind = _kind_of_system(name)
    if kind == "figurative" or _WISHED.search(before):
        return False
    if kind == "digital" and (
        (len(name) > 6 and (_IS_UP.search(before) or _IS_UP_OVER.search(before)))
        or any(at == 0 for at, *_ in find_divisions(core))
    ):
        return True
    return bool(MARK.search(core) and (_MADE.search(before) or _MADE_FELLOW.search(before)))


def _system_sure(core: str, name: str, before: str, after: str) -> float:
    """A platform counts whose name says what it is for; of common words only, where the sentence puts it up, runs or uses it."""
    kind, marked = _kind_of_system(name), MARK.search(core)
    if kind == "figurative" and not marked:
        return 0.3
    there = bool(_MADE.search(before) or _MADE_FELLOW.search(before) or _RUNS.match(after))
    if kind == "digital" and len(name) >= 6 and (there or _USED.search(before)):
        return 0.75 if there else 0.65
    if is_generic(core):
        return 0.3 if not marked or len(core) < 4 else 0.6
    if marked or find_divisions(core[:6]):
        return 0.8
    if kind is None:
        return 0.6 if there and len(core) >= 4 else 0.4
    return 0.65 if len(core) >= 4 else 0.5
