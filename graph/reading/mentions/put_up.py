"""Whether the words around a platform or a system put it up, run it or use it, and how sure it is by them and by its name."""

from __future__ import annotations

import re

from graph.reading.lexicon import typed
from graph.reading.mentions.names import MARK, is_generic
from graph.reading.place import find_divisions

__all__ = ["BUILT", "is_built", "is_fitted", "system_sure"]

#: What is done to a platform that is there: before its name, and behind it.
_MADE = re.compile(
    r"(?:上线|建成|启用|投用|开通|建有|设有|建立|搭建|开发|研发|打造|推出|新建|建设|构建|升级|改造|完善|运行|优化|部署|推广|开设|设立|推动|推进|实现|形成|深化|用好|启动|定制)(?:了|起|并运行|运行|统一|建设|全[国省市区县]|的|首个|区级|市级|县级|省级|好|完善|升级)*$"
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
BUILT = 0.8
#: Right before a platform of a digital kind that is there: of 16 such in annotated replies one is none.
_IS_UP = re.compile(
    "(?:建成|新建|投用|部署|上线|搭建|建立|开发|开通|启用|建有|建起|推出|打造)了?(?:全[国省市区县]|统一的?|首个)*$"
)
#: 建立覆盖区、街、社区三级的甲信息平台, 搭建了集监测、预警于一体的乙信息平台: what it covers stands between, and it is not to come.
_IS_UP_OVER = re.compile(
    r"(?:^|[，；。：“])(?:(?!将|拟|应|要|需|欲|计划|力争|尽快|加快|推动|推进|探索|研究|未来|今后|可(?!视)|有必要|必须|逐步|争取|打算|下一步|到20\d\d年)[^，；。：“”]){0,24}?"
    "(?:建成|投用|部署|上线|搭建|建立|开发|开通|启用|建有|建起|推出|打造|构建)了?(?:起|一个|一套|了){0,2}"
    "(?:(?:覆盖|连接|涵盖|贯穿|横向|纵向|上下)[^，；。：“”]{1,30}|[^，；。：“”]{0,24}(?:级|贯通|联通|连通|互通|互联|联动)|集[^，；。：“”]{2,40}于一体)的$"
)
#: 我区政务服务平台, 区级养老信息平台, 市公共数据平台: the replying place's own; of 29 such of a digital kind in annotated replies 21 are services, seven are doubtful.
_OURS = re.compile("(?:[我本全][市区县州旗盟]|[市区县州]级)的?$")
_OF_OUR_LEVEL = re.compile("[市区县州]级?(?=[\u4e00-\u9fff]{3})")
_LEAST_OURS = 5
_ANY = re.compile("[市区县州]?(?:专项|现有|相关|其他|部门|各|多个)")
_WISHED = re.compile("建议|提出|提案|关于|希望|要求|提议")


#: 甲街道智慧停车系统已建成, 乙数字平台正在招标: what is said of one that has a digital word; of ten such in annotated replies eight are services.
_IS_THERE = re.compile(
    r"[”）]?(?:项目|工程|[一二]期)?(?:也|均|都|目前|现|于[^，。；]{2,10})?(?:已经|已|现已|正式|成功|全面|顺利)+(?:于[^，。；]{2,10})?(?:正式|全面|成功|率先|完成|通过|投入)*"
    "(?:上线|建成|投用|启用|运行|开通|使用|运营|试运行|落地|验收|安装|搭建|开发|立项)"
    "|(?:项目|工程)?(?:计划|预计|拟|将|正在|正)[^，。；的]{0,10}?(?:上线|建成|投用|启用|开通|建设|招标|开发|搭建|调试)(?=[，。；]|$)"
    "|(?:项目|工程)?的?前期工作"
)
#: 加快甲街道智慧养老平台建设: around one that is being built at a place.
_HURRIED = re.compile(
    "(?:^|[，；。])(?:加快|推进|推动|启动|加紧)[^，。；“”]{0,10}(?:街道|[镇乡园村]|社区|小区|商圈|医院|学校|[小中]学)$"
)
_ITS_BUILDING = re.compile("(?:项目|工程)?(?:建设|落地)")
#: 甲街道被列为智慧养老服务平台试点单位, 数字停车系统试点工作在丁镇启动: around one that is tried.
_CHOSEN_FOR = re.compile(
    "(?:列为|成为|入选|纳入|列入|作为|(?:确定|选定|选|评)为)(?:全[国省市区县]|国家级?|[省市区县]级?|首[个批家]|第[一二三]批|唯一)*$"
)
_ITS_TRIAL = re.compile("(?:首批|第[一二三]批)?试点(?:单位|街道|社区|乡镇|镇|村|园区|学校|医院|名单|项目|点)?(?=[，。；、]|$)")
_TRIAL_BEGINS = re.compile("试点(?:工作|项目)?(?:已|也|正式|率先)*(?:在[^，。；]{2,16}?)?(?:启动|开展|落地|推进|铺开)")


def is_built(core: str, name: str, before: str, after: str) -> bool:
    """Whether a platform is one by its place and its kind, or by its digital word and what is done to it or said of it; not one that is wished for."""
    kind = _kind_of_system(name)
    if kind == "figurative" or _WISHED.search(before):
        return False
    if kind == "digital" and (
        (len(name) > 6 and (_IS_UP.search(before) or _IS_UP_OVER.search(before)))
        or any(at == 0 for at, *_ in find_divisions(core))
        or (len(name) > _LEAST_OURS and not _ANY.match(core) and (_OURS.search(before) or _OF_OUR_LEVEL.match(core)))
    ):
        return True
    if is_fitted(core, before):
        return True
    told = _MADE.search(before) or _MADE_FELLOW.search(before) or _is_told(name, before, after)
    return bool(MARK.search(core)) and bool(told)


def _is_told(name: str, before: str, after: str) -> bool:
    """Whether the words behind a platform of a long enough name say that it is there, or is being built at the place before it."""
    if before.endswith("”"):
        return False  # “甲”乙平台正式上线: what kind of service the quoted one is
    hurried = _HURRIED.search(before) and _ITS_BUILDING.match(after)
    tried = _TRIAL_BEGINS.match(after) or (_CHOSEN_FOR.search(before) and _ITS_TRIAL.match(after))
    return len(name) > _LEAST_OURS and bool(hurried or tried or _IS_THERE.match(after))


#: 安装了一套智慧消防系统: what a house or an estate is fitted with; of eight such with a digital word in annotated replies all are services.
_FIT = re.compile(
    "(?:安装|加装|装上|装好|配备|布设|增设|试点|试用|建成|上线)了?(?:[一两三四五六七八九十\\d]{1,4}余?[套个处]|[首整]套)?$"
)
_DIGITAL_FIRST = re.compile("智慧|智能(?!驾驶|座舱|网联|辅助|报警)|数字|AI|高空抛物|人脸|车牌")


def is_fitted(core: str, before: str) -> bool:
    """Whether a system has a digital word before what it is the system of, and stands right behind a verb of fitting."""
    return bool(_DIGITAL_FIRST.match(core) and _FIT.search(before))


def system_sure(core: str, name: str, before: str, after: str) -> float:
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
