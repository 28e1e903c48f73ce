"""Sentences that go on, without naming it, with the service of the one right before: 今年在甲街道试用“乙”。明年计划在丙镇推开."""

from __future__ import annotations

import re

from graph.reading.relations.scene import MASK, ROW, Group, Pair, Scene

__all__ = ["PUT_FIRST", "continues", "spoken_of"]

#: Of which part of it a sentence tells, behind a semicolon: 二期在丙街道.
_PHASE = "(?:[一二三]期|首期|第[二三]批|二批)(?:工程|项目|试点|点位)?"
_THEN = (
    r"(?:(?:其中|目前|现|今年以来|今年|去年|前年|明年|年内|年底前?|20\d\d年|\d{1,2}月份?|[上下]半年|[一二三四]季度|后续|下一步|接下来|此外|今年内|近期|日前|首批|第一批)"
    "[底初起]?，?){0,4}"
)
#: 该平台, 这一做法: what the sentence before tells of.
_IT = "(?:[该此]|这一|这套|这项|上述|相关)(?:做法|模式|经验|服务|应用|场景|系统|平台|小程序|功能|机制)"
_MEANT = (
    rf"(?:我们|我[局委办]|{_IT}|(?:试点|推广)工作)?(?:计划|预计|拟|将|争取|力争|准备|优先|已经|已|现已){{0,3}}"
    r"(?:于?(?:20\d\d年|今年|去年|明年|年底|\d{1,2}月){1,2}[底初前]?)?(?:先行|先期|先后|先|率先|首先|首批|正式|成功|逐步|陆续|继续|再){0,3}"
)
#: 今年计划在丙镇、丁镇推开: around the places where it is tried next.
_IN = re.compile(f"{_THEN}{_MEANT}在")
_TRIED = re.compile(
    rf"[{ROW}]*(?:等(?:[^，。；]{{0,8}}|\d{{1,3}}余?[个家处所][^，。；\d■]{{2,10}}?))?(?:全面|逐步|率先|先行|首批|扩大|开展|全域|正式|成功|启动|投入|建成|投放){{0,4}}"
    "(?:推开|铺开|推广|试点|试行|试用|试运行|上线|启用|投用|扩面|运行|运营|使用|应用|落地|部署|安装|投放|建成|启动|开展|先行先试)"
    "(?:应用|运行|使用|投用|见效)?(?=[，。；]|$)"
)
#: 后续计划走进丙街道: before the places that it comes to next.
_INTO = re.compile(
    f"{_THEN}{_MEANT}(?:把|将)?(?:试点|(?:试点|应用|服务|覆盖|安装)?范围|覆盖面)?(?:(?:走进|进入|覆盖|接入)|(?:推广|扩大|拓展|延伸|扩展|复制)(?:应用)?(?:到|至)|落地(?:到|至|于|在)?)了?"
)
#: 平台已在丙街道上线: of what kind the service of the sentence before is, without 该.
_BARE_KIND = re.compile(f"{_THEN}(?P<kind>平台|系统|小程序)(?=目前|现|已|首批|率先|先[行期后]|将|计划|年内|今年|明年)")
_AND_NO_MORE = re.compile(rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:试点|推广|应用)?(?:[，。；]|$)")
#: 1.“甲”平台。覆盖丙街道全部河道: with all that lies there, at the sentence's end.
_ALL_OF_THEM = re.compile(
    rf"[{ROW}]*的?(?:(?:全部|所有|各)[^，。；]{{1,6}}|\d{{1,4}}余?[个家处所条][^，。；]{{1,8}})(?:[。；]|$)"
)
#: 由丙街道先行试点, 选取丁镇开展试点: around who is chosen to try it.
_CHOOSES = re.compile(f"{_THEN}{_MEANT}(?:由|选取|选择|选定|确定)了?")
_TO_TRY = re.compile(
    f"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:作为|为|率先|先行|首批|首个|开展|进行|启动){{1,4}}(?:试点|试用|试行|先试|试运行)(?:单位|街道|社区|园区|点)?(?:工作|推广|应用)?(?=[，。；]|$)"
)
#: 首个示范点位于, 首站落户, 首批20台投放: before the place where something was put first.
PUT_FIRST = (
    "(?:其?(?:首批|首个|首座|首期|第一个)(?:试点|示范点|示范站|点位|站点|样板点|服务点|驿站|服务站)(?:已|将|拟|分别)*(?:设在|设于|选在|位于|落户|落地|落在|选址|布局在|安排在|为|是)(?:了|于)?"
    "|首站(?:选在|设在|落户|走进|落地)(?:了|于)?"
    r"|首批(?:\d{1,4}余?[台辆个处套组块部](?:设备|车辆|终端|点位)?|设备|车辆|终端)(?:已|将|拟|计划)*(?:投放|布设|部署|安装)(?:在|于|到|至)?)"
)
_PUT_FIRST = re.compile(f"{_THEN}{PUT_FIRST}")
#: 试点范围：丙街道、丁镇; 该服务起步于丙街道: before the places where it is tried, or began.
_TRIAL_IS = re.compile(
    f"{_THEN}(?:首批|第一批|首期|首个|先行)?试点(?:范围|单位|名单|街道|社区|村|点位?|区域|地点|园区|学校|医院)?(?:分别)?(?:为|是|包括|有|：|设在|选在|确定在)"
    "|(?:该|这一|此)(?:服务|平台|系统|项目|应用|模式|机制|做法|试点)(?:最早|最初|率先|首先|早期)*(?:起步于|始于|源于|发端于|诞生于|首创于|起源于)"
)
#: 二期接入泊位62个，涵盖丙街道; 二期在丁镇安装30块: where its later part is.
_PHASE_COVERS = re.compile(
    rf"{_PHASE}(?:(?:接入|建设|安装|布设|新增)[^，。；\d]{{0,6}}\d+余?[个处套块]，)?(?:主要|重点|全部|均|将|拟|计划)*(?:涵盖|覆盖|涉及|包括)了?"
)
_PHASE_IN = re.compile(f"{_PHASE}(?:均|全部|将|拟|计划|已)*(?:在|选择|选定|选址|布局在|安排在|设在)")
#: 丙街道是第一批试点; 其中丁园、戊园两处已投入试运行: behind the places that a sentence opens with.
_OPENS = re.compile(_THEN)
_BEGAN = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:[两三四五六七八九十\d]{{1,2}}[处个家])?(?:"
    "(?:均|都)?(?:是|为|被?列为|成为|作为)(?:我[区市县])?(?:首批|第一批|第一个|首个|先行)(?:试点|示范点|点位)(?:街道|社区|单位|园区)?(?=[，。；]|$)"
    r"|(?:(?:已|均|都)?于[^，。；]{1,10})?(?:已|率先|先行|首批)?(?:投入)?试运行(?=[，。；]|$)"
    "|的?[^，。；]{0,6}?(?:先行|率先|首批)(?:接入|上线|开通|试点|启用|使用|试用|安装|应用)(?:到位)?(?=[，。；]|$)"
    "|(?:均|都)?已?(?:先行|率先|首批|先期)(?:建成|部署|投用|完成)(?:到位)?(?=[，。；]|$)"
    # 丙街道、丁街道的6个社区也将接入该平台
    r"|(?:的?\d{1,3}余?[个家处所][^，。；\d■]{2,6}?)?(?:也|均|都|亦)?(?:已|将|拟|计划|正|陆续|逐步)*(?:接入|加入|启用|使用|上线|用上|引入)了?[该此这](?:一)?(?:平台|系统|小程序|服务|项目|应用)(?=[，。；]|$)"
    # 目前，丙街道已上线; not 丁园已启用, which tells of the park itself.
    "|(?:均|都)?(?:已经?|现已)(?:全面|全部|正式)?(?:上线|试用|使用|应用|接入|安装|部署|采用|用上)(?:到位|使用|运行)?(?=[，。；]|$)"
    ")"
)
#: 1.“甲”平台。在丙街道选取小区3个; 2.“乙”项目。丁镇已建成: a sentence that only names what the next one tells of.
_ONLY_NAMED = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．]|[一二三四五六七八九十]是)?(?:关于|推进|推广|建设|打造|搭建|建成|开发|实施|上线){{0,2}}[“]?{MASK}+[”]?[^，。；：{MASK}]{{0,8}}"
)
_SETS_UP = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?:率先|先行|已|共|各)*(?:选取|选择|选定|安装|布设|部署)[^，。；\d]{{0,8}}\d"
)
_HAS_IT = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:均|都)?(?:已|正在|率先|先期|先行)+(?:全面|全部|正式|率先)?(?:建成|建设|上线|启用|投用|开通|完成|运行|试运行|安装|使用|应用|接入)(?:投用|完毕|到位)?(?=[，。；]|$)"
)
#: 丙街道已率先建成，丁镇、戊镇正在建设: later places of the same sentence, and how far they are with it.
_NEXT_CLAUSE = re.compile("，(?:而|其中)?")
_TOO = re.compile(
    rf"[{ROW}]*(?:等[^，。；]{{0,6}})?(?:也|均|都|则|还)?(?:正在?|已|拟|将|计划|尚在|在)(?:抓紧|加快|积极|全面|陆续|正在)*(?:建设|推进|筹建|建|完成|上线|启用|部署|安装|调试|施工|试点|开通|跟进)(?:中|之中)?(?=[，。；]|$)"
)
_ENDS = re.compile("[。；！]")
_ROW_ENDS = re.compile(rf"[{ROW}]*(?:等[^，。；]{{0,8}})?(?=[，。；]|$)")


def continues(scene: Scene, group: Group, recent: Pair | None) -> bool:
    """Whether a sentence that names no service says of its places that the one of the sentence before is tried there: of the first, or of later ones too."""
    if recent is None or scene.of("Scenario") or not _is_right_before(scene, recent):
        return False
    if _is_only_means(scene.text, recent[0].start, recent[0].end):
        return False  # 依托“甲”开展走访。目前已在丙街道试点: the visits are
    at = scene.groups.index(group)
    if at == 0:
        return _tells_of_it(scene, group, recent)
    first, before = scene.groups[0], scene.groups[at - 1]
    too = _TOO.match(scene.between(group.end, scene.end)) and scene.between(before.end, group.start)
    joins = too and _NEXT_CLAUSE.search(too) and too.rsplit("，", maxsplit=1)[-1] in ("", "而", "其中")
    return bool(joins) and first.start == scene.start and _tells_of_it(scene, first, recent)


def _tells_of_it(scene: Scene, group: Group, recent: Pair) -> bool:
    """Whether a sentence says of the places with which it begins that the service before is tried, or set up, there."""
    lead, after = scene.between(scene.start, group.start), scene.between(group.end, scene.end)
    bare = _BARE_KIND.match(lead)
    told = scene.reply.sentence_at(recent[0].start)
    begin = told.start if told is not None else recent[0].start
    before = scene.text[begin : recent[0].start]
    if bare and any(bare["kind"] in name for name in (recent[1].name, *recent[1].aliases)) and bare["kind"] not in before:
        lead = lead[bare.end() :]
    if _THE_TRIAL.search(lead) and not _TRIED_BEFORE.search(scene.text, begin, scene.start):
        return False
    item = _is_only_named(scene, recent)
    return bool(
        (_IN.fullmatch(lead) and (_TRIED.match(after) or (item and _SETS_UP.match(after))))
        or (_INTO.fullmatch(lead) and (_AND_NO_MORE.match(after) or (item and _ALL_OF_THEM.match(after))))
        or (_OPENS.fullmatch(lead) and (_BEGAN.match(after) or (item and _HAS_IT.match(after))))
        or (_CHOOSES.fullmatch(lead) and _TO_TRY.match(after))
        or ((_TRIAL_IS.fullmatch(lead) or _PUT_FIRST.fullmatch(lead)) and _ROW_ENDS.match(after))
        or (scene.text[scene.start - 1 : scene.start] == "；" and _is_a_phase(lead, after))
    )


#: 将把试点扩大到丙街道: a trial, which the sentence before must speak of.
_THE_TRIAL = re.compile("[把将]试点(?:范围)?(?:推广|扩大|拓展|延伸|扩展|复制)")
_TRIED_BEFORE = re.compile("试点|试行|试用|先行")


def _is_a_phase(lead: str, after: str) -> bool:
    """Whether the words around places say that a later part of the service is tried, or set up, there."""
    tried = _PHASE_IN.fullmatch(lead) and (_TRIED.match(after) or _SETS_UP.match(after))
    return bool(tried or (_PHASE_COVERS.fullmatch(lead) and _ROW_ENDS.match(after)))


#: So far before its service, in characters, the head of an item may begin.
_HEAD = 40


def _is_only_named(scene: Scene, recent: Pair) -> bool:
    """Whether the sentence before does nothing but name its service, as 1.“甲”平台 does at the head of an item."""
    floor = max(recent[0].start - _HEAD, 0)
    start = max(floor, *(scene.text.rfind(mark, floor, recent[0].start) + 1 for mark in "。；！\n"))
    name = MASK * (recent[0].end - recent[0].start)
    said = scene.text[start : recent[0].start] + name + scene.text[recent[0].end : scene.start - 1]
    return bool(_ONLY_NAMED.fullmatch(said))


def _is_right_before(scene: Scene, recent: Pair) -> bool:
    """Whether a service was last named in the sentence right before this one, in the same paragraph."""
    gap = scene.text[recent[0].end : scene.start]
    return "\n" not in gap and len(_ENDS.findall(gap)) == 1


#: “甲”已在“乙”上线: before a service that is only where the other one is.
_ONLY_MEANS = re.compile("(?:在|依托|(?P<by>通过|利用)|借助|用好|接入|对接|与|登录)[“]?$")

#: In so many characters such words stand right before it.
_MEANS = 4
#: 通过“甲”开展走访: behind a service by which something else is done; 通过“甲”查询泊位 is what it is for.
_MEANS_FOR = re.compile("[”]?(?:平台|系统|应用|小程序|APP|服务)?(?:开展|实施|组织|推进)")


def _is_only_means(text: str, start: int, end: int) -> bool:
    """Whether a service that stands between two positions of the flow is only what something else is done by."""
    led = _ONLY_MEANS.search(text, max(start - _MEANS, 0), start)
    return led is not None and (led["by"] is None or _MEANS_FOR.match(text, end) is not None)


def spoken_of(scene: Scene) -> Pair | None:
    """The last service that a sentence names and that the next one may speak of; of two the one that is no mere means."""
    named = scene.of("Scenario")
    own = [p for p in named if not _ONLY_MEANS.search(scene.between(scene.start, p[0].start))]
    return next(reversed(own or named), None)
