"""Whether a park or a house is there, or still to be built; whether a firm has come, or is only wanted."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.status.prospects import is_in_prospect
from graph.reading.status.sought import is_site_sought
from graph.reading.status.verbs import BUILD, COME, DONE_AFTER, FINISH, INTEND, LEAD, PREPARE, PRESS, before_name, behind_name
from graph.records import Status

__all__ = ["is_awaited", "is_place_to_come"]

_CLAUSES = re.compile("[，；：]")
#: 规划建设了甲园: what was built is there.
_TO_BUILD = re.compile(
    rf"(?:{alternation('times', 'to-build')})(?!设?了|设?成了|(?<=规划建设)的|(?<=规划建)设的)[^，。；]{{0,12}}$"
)
#: 将在甲镇建设, 拟于2026年在甲镇兴建, 决定建设, 即将开工建设: right before a place.
_WILL_BUILD = before_name(
    f"(?:{INTEND}|(?<!按)(?<!照)(?:规划|计划)(?=在))[^，。；]{{0,16}}?[在于][^，。；]{{2,20}}?(?:投资)?(?:{BUILD}|布局)[^，。；、]{{0,10}}",
    f"(?:决定|即将|准备|着手)(?:投资)?(?:开工|动工|启动)?{BUILD}[^，。；、]{{0,8}}",
    f"(?:力争|争取|预计|计划|有望)[^，。；、]{{0,10}}{FINISH}[^，。；、]{{0,8}}",
)
#: One of a row before the name: 甲园、.
_FELLOW = "(?:(?![^，。；、]{0,14}(?:[以像]|依托|对标|提升|完善|优化))[^，。；、了]{2,14}(?<=[园区城谷港镇厦心场楼地])、)"
#: 到2027年，建成甲园、乙园; 2027年底前新建丙园: before a place, by when; 力争年底前建成丙园、丁园: one of a row.
_BUILT_BY = before_name(
    r"(?P<year>20\d\d)年(?:[底末初]|\d{1,2}月[底末初]?|[上下]半年|[一二三四]季度)?(?:之?前|以前)?，?(?:我[区县市省]|[全本][区县市省]|力争|争取|确保|计划|预计|再|将|要|基本|全面){0,4}"
    f"(?:{FINISH}|新建|兴建)(?![了的]){_FELLOW}{{0,5}}(?:投用|启用)?[“]?"
)
_HOPED_ROW = before_name(f"(?:力争|争取|预计|计划|有望)[^，。；、]{{0,10}}{FINISH}(?!了)(?:投用|启用)?{_FELLOW}{{1,5}}[“]?")
#: Those of a row behind the name: 、甲园和乙大厦.
_FELLOWS = "(?:[、和与及][^，。；、和与及的]{2,14}(?<=[园区城谷港镇厦心场楼地])){0,5}"
#: Behind it, where it is what is built, and not a road to it or what is to become of it.
_ITSELF = behind_name(f"{_FELLOWS}(?:[”，。；（]|等|[两三四五六七八九\\d]{{1,2}}[个座家]|$)")
#: 规划在甲镇建设丙园，在乙镇建设丁园: before the second of two places.
_WILL_BUILD_TOO = before_name(
    f"(?:{INTEND}|(?<!按)(?<!照)(?:规划|计划)(?=在))在[^，。；]{{2,20}}?{BUILD}(?!了|成了)[^，。；]{{2,24}}，在[^，。；]{{2,20}}?{BUILD}(?!了|成了)[^，。；、]{{0,10}}"
)
#: 引进甲落户乙园: between the intention and a place that others come to.
#: Right before the place itself 布局 is part of the intention: 谋划布局甲园.
_COME_THERE = re.compile(f"{COME}(?<!布局)|布局(?!$)|引进|引入")
#: 拟建的甲园、乙园: before a place, or before the first of a row.
_NOT_BUILT = before_name("(?:拟建|待建|筹建中?|规划中)的?(?:[^，。；、]{2,14}、){0,5}")
#: 甲基地、乙园二期等在建项目: behind a place, or behind the first of a row.
_AMONG_WORKS = behind_name(
    r"(?:、[^，。；、]{2,20}){0,6}等(?:一批|\d+个)?(?:重点|重大|产业)?(?:在建|拟建|新建|续建|待建|筹建|未开工)[^，。；、的]{0,8}(?:项目|工程)(?!的?招商)"
)
#: 规划建设的甲大厦…，明年开工.
_LAID_OUT = before_name("规划(?:建设|新建)?的")
_BEGINS_LATER = behind_name(f"[^。；]{{0,40}}，(?:预计|计划|将于?|拟于?|明年|年内|下半年)[^，。；]{{0,8}}(?:开工|动工|{FINISH})")
#: 按重点优化、加快谋划两个层次建设了甲园、乙园: the last verb that says it is done goes before all that leads up to it.
_BUILT_IT = re.compile(f"(?:{BUILD}|布局)(?<!筹建)成?了")
_ROW = "(?:等[^，。；]{0,8})?"
#: 甲园冷链项目, 甲园项目; no 甲园扩建项目, 甲园改造项目: what is enlarged or renewed is there.
_PROJECT = "(?:(?!扩[建园区容]|改造|改建|技改|更新|升级|提升|修缮|翻新|装修)[\u4e00-\u9fff]{0,2}项目)?"
_STILL = "(?:目前|现|也|都|均)?"
#: 正在建设，预计明年建成; 已开工，计划2026年建成; 正在加快建设，年底竣工: behind a place.
_UNDER_WAY = behind_name(
    f"{_ROW}(?:项目)?{_STILL}(?:(?:正在|正|仍在|已)(?:加快|全面|抓紧|有序|顺利)?(?:{BUILD}|推进|施工|开工(?:建设)?|动工|(?:完成)?(?:主体)?封顶)(?:中|阶段)?|在建)"
    "[^。；]{0,20}?，[^。；]{0,12}?(?:预计|计划|力争|将于|拟于|年底|明年|尚未|有望)"
)
#: 甲园二期，预计明年交付: behind a place, before anything else is said of it.
_TO_BE_HANDED_OVER = behind_name(
    f"{_PROJECT}，{_PROJECT}(?:主体|一期)?(?:预计|计划|力争|争取|有望|将于|拟于)[^，。；]{{0,12}}?{FINISH}"
)
#: 推动甲广场改造提升: what is renewed is there.
_RENEWED = behind_name(
    "的?(?:更新|改造|提升|升级|扩容|转型|提质|焕新|盘活|招商|运营|配套)",
    # 拟建设甲园、乙园等2个园区的充电桩: what is built in one that is there
    "(?:[、和与及][^，。；：、和与及的]{2,16}(?<=[园区城谷港])){0,5}(?:等[^，。；、的]{0,8}的|的)?[^，。；、和与及的等]{0,8}?"
    r"(?:充电桩|停车场|停车楼|收集点|公寓|食堂|配套设施|服务设施)(?=[，。；、（]|$|等|和|及|\d)",
)
#: Behind a place: 已完成选址, 正在开展可行性研究, 正在规划当中, 即将开工, 计划今年内开业.
_BEFORE_IT_IS_BUILT = behind_name(
    f"等?{_PROJECT}的?前期|等?{_PROJECT}[^，。；、]{{0,4}}(?:完成|开展|进行|办理|推进|启动)了?(?:项目)?(?:{PREPARE}(?<!规划)(?<!设计)|土地预审|土地收储)",
    f"等?{_PROJECT}{_STILL}(?:正在|正|尚在|还在|仍在)(?:抓紧|加快|全力|有序)?(?:筹建|筹备|规划|谋划|布局|扫尾|施工|开展(?:前期|土地))",
    f"等?{_PROJECT}(?:主体|一期|首开区)?(?:{INTEND}|将于)[于在]?[^，。；、]{{0,10}}?(?:{FINISH}|投用|启动建设|开建|投入)",
    # 甲园年内开园, 乙大厦明年上半年交付
    f"{_FELLOWS}{_ROW}{_PROJECT}(?:主体|一期)?(?:年内|年底前?|明年[^，。；]{{0,5}}|后年|下半年|下月|近期|即将|有望)(?:将|可|能|全面|正式|实现|全部)*(?:{FINISH}|投用|启用)(?=[，。；、]|$|并|运营)",
    f"[一二三四五]期(?:项目|工程)?(?:{INTEND}|将于)[于在]?[^，。；、]{{0,8}}?启动(?=[，。；]|$)",
)
#: 甲园建成后, 待甲园建成后, 推进甲园建设，建成后: what follows upon it.
_ONCE_BUILT = behind_name(
    "(?:项目)?(?:(?:正在?|还在)?(?:加快|抓紧|全面|有序)*(?:建设|施工)，(?:项目)?)?(?:建成|落成|投用)(?:投用|运营|开放)?后(?![^。；]{0,40}?(?<!待)(?:已(?!列|纳|完成)|累计|目前|先后|去年|现有|陆续有)(?![^。；]{0,20}将))"
)
#: 推动甲大厦明年年底前竣工, 支持乙园二期落地: what is pushed to be finished.
_PUSHED = before_name("(?<!签约)(?:推动|推进|支持|督促|促进|加快|确保|保障|力促|助推|加速)(?:推进)?(?:[^，。；]{0,24}、)?")
_TO_BE_FINISHED = behind_name(
    rf"(?:、[^，。；]{{2,24}})?等?(?:[\u4e00-\u9fff]{{0,2}}项目|载体)?(?:尽快|尽早|早日|加快|按期|如期|顺利|年内|年底前|明年[^，。；]{{0,5}}|今年[^，。；]{{0,5}}|(?>[\d年月底前]{{2,8}})|主体){{0,4}}"
    f"(?:{FINISH}|落地|入市|筹建|具备开工)"
)
#: 恳请设置甲产业园, 请求在乙镇新建丙园: what is asked for is not there.
_ASKED_FOR = before_name(
    "(?:恳请|请求|呼吁|恳求|提请)[^，。；]{0,16}?(?:设立|设置|增设|建立|建设|新建|兴建|规划)(?!了|的)[^，。；、]{0,8}"
)
#: 关于设立甲园区是一项系统工程, 在我省设立乙园区十分必要: what is still weighed.
_WEIGHED = before_name("(?:^|关于|在[^，。；年]{2,8})(?:设立|设置|增设)(?!了)(?:[^，。；、]{0,10}的)?")
_ITS_NEED = behind_name(
    "(?:的必要性|的可行性|的事项|一事)|(?:是|十分|很有|非常|确有|极为|具有|有利于|有助于)[^，。；]{0,16}?(?:必要|需要|举措|工程|选择|之举|意义|有利|有助)"
)


def is_place_to_come(before: str, after: str, tail: str, year: int | None) -> bool:
    """Whether the words around a park or a house say that it is still to be built.

    Parameters
    ----------
    before, after:
        The sentence up to its name, and the rest of the clause behind it.
    tail:
        The rest of the sentence.
    year:
        In which the reply was written, where it says so.
    """
    if _BEFORE_IT_IS_BUILT.match(after) or _ONCE_BUILT.match(tail) or _UNDER_WAY.match(tail) or _TO_BE_HANDED_OVER.match(tail):
        return True
    clause = _CLAUSES.split(before)[-1]
    if (_PUSHED.search(clause) and _TO_BE_FINISHED.match(after)) or _ASKED_FOR.search(clause):
        return True
    if _WEIGHED.search(clause) and _ITS_NEED.match(tail.removeprefix("，")):
        return True
    by = _BUILT_BY.search(before) if _ITSELF.match(tail) else None
    if (
        is_site_sought(before, after, tail, year)
        or is_in_prospect(clause, after, tail)
        or (by and year is not None and int(by["year"]) > year)
        or (_HOPED_ROW.search(clause) and _ITSELF.match(tail))
        or (_NOT_BUILT.search(clause) and not _RENEWED.match(after))
        or (_LAID_OUT.search(clause) and _BEGINS_LATER.match(tail))
        or _AMONG_WORKS.match(after)
        or (_LISTED_TO_BE_BUILT.search(before) and not (_RENEWED.match(after) or DONE_AFTER.match(after)))
    ):
        return True
    if built_until := max((done.end() for done in _BUILT_IT.finditer(clause)), default=0):
        before = clause = clause[built_until:]
    built = _TO_BUILD.search(before[-16:]) or _WILL_BUILD.search(clause) or _WILL_BUILD_TOO.search(before)
    if not built or _RENEWED.match(after) or _COME_THERE.search(built.group()[2:]):
        return False
    return not DONE_AFTER.match(after)


#: 拟建设3个园区，包括甲园、乙园; 规划新建园区2个，分别为丙园、丁园: before a place of the row.
_LISTED_TO_BE_BUILT = before_name(
    f"(?:{INTEND}|(?<!按)(?<!照)规划)[^，。；的已了在]{{0,8}}?(?:{BUILD}|布局|创建)(?!了|的|成了)[^，。；：已了]{{0,16}}"
    "(?:，(?:主要|重点|分别|具体|其中)?(?:包括|包含|为|是|即|有)|：)[^，。；：已了]*"
)


#: When somebody means to do it: 于2025年, 明年一季度.
_WHEN = "(?:[于在]|20[0-9]{2}年|今年|明年|后年|年内|近期|年?[上下]半年|第?[一二三四]季度|[0-9]{1,2}月份?|[初中底末内前])"
_BRING = "(?:引进|引入|招引|引育|引荐|吸引|签约)(?!了|过|的)"
#: 拟引进甲, 争取甲落户, 正在洽谈引进甲: before a firm.
_WANTED = before_name(
    f"(?:{INTEND}|洽谈|对接|积极)(?:{_WHEN}+前?)?[^，。；引签招]{{0,4}}?(?:积极|重点|大力|进一步|加快|继续|陆续|主动)*{_BRING}[^，。；]{{0,16}}",
    "(?:力争|争取|洽谈)(?:[^，。；]{1,12}、){0,4}",
)
#: 拟入驻企业包括甲、乙, 在谈企业有甲, 计划引进企业20家，包括甲、乙: before a firm of a row.
_LISTED_AS_WANTED = before_name(
    f"(?:{INTEND}|待|意向|有意|洽谈的?|在谈|在跟踪|储备)(?:于[^，。；]{{1,8}}?)?"
    "(?:[^，。；的已了]{0,8}?(?:入驻|落户|进驻|入园|引进|引入|招引|吸引|签约)(?!了)[^，。；的]{0,16})?的?(?:意向|重点)?"
    r"(?:企业|项目|公司|客户|单位|商户)[^，。；：已]{0,8}(?:\d[余多]?[家户个])?(?:，(?:其中|主要|分别)?(?:有望)?)?(?:包括|包含|涵盖|有|为|如|含|是|：|(?<=其中))[^。；：已]*",
)
#: The rest of a row of firms: 甲、乙、丙等企业.
_REST = rf"(?:、(?:(?!{COME}|已|拟|将)[^，。；、]){{2,20}}){{0,12}}等?"
#: 甲公司已签订意向书: behind a firm that has not come yet.
_ONLY_MEANS_TO = re.compile(
    rf"{_REST}[^，。；]{{0,6}}?(?:签订|签署|签|达成)了?(?:初步|合作|投资|入驻|落户|战略|合作)*意向(?:书|协议)?(?=[，。；]|$)"
)
#: Behind a firm: 拟入驻, 即将落户, 有意落户, 计划在甲镇建设.
_WILL_COME = re.compile(
    rf"{_REST}[^，。；]{{0,8}}?(?:拟|将(?![^，。；]{{0,10}}(?:总部|中心|基地|生产线|工厂)(?:设|落|迁|搬|选址|放))于?|计划|即将|预计|有意向?|意向|有望|力争|争取|年内|明年|尽快|尽早|早日)[^，。；]{{0,8}}?(?:{COME}|(?:整体)?搬[迁入至到进])"
)
#: 这里将落地甲、乙等企业: before a firm, or before the first of a row.
_WILL_LAND = before_name(
    "(?:将|拟|即将|预计|计划)(?:于[^，。；]{1,8})?(?:陆续|相继|新|率先|首批)*落地(?:[^，。；、在于]{2,14}、){0,5}[“]?"
)
#: Behind a firm: 拟在甲园设立研发中心, 将在乙园建设基地 (将总部设在丙园 is done).
_WILL_SET_UP = re.compile(
    rf"{_REST}[^，。；]{{0,8}}?(?:拟|计划|将|预计|打算|准备)(?:于[^，。；]{{1,8}})?在[^，。；]{{2,24}}?(?:设立|建设|投资|布局|新建|兴建|成立|开设|筹建|打造)"
)
_SETTLES = re.compile(
    rf"{_REST}[^，。；]{{0,8}}?(?:{COME}|在[^，。；]{{1,16}}?(?:设立|成立|布局|投资|开设|新建|建立|建设|扩建|兴建|筹建|打造)(?!了|的))"
)
#: 支持甲公司在丙镇建设二期, 鼓励甲、乙等企业在丙园布局: what somebody else is still to do, whatever the section says.
_FURTHERED = before_name("(?<![已经])(?<!成功)(?:支持|鼓励|引导)(?!了)[^，。；已了位于]{0,16}")
_TO_SET_UP = re.compile(
    rf"{_REST}[^，。；、的在]{{0,6}}?(?:积极|主动|率先|进一步)?在[^，。；了]{{2,20}}?(?:设立|成立|布局|投资|开设|新建|建立|建设|扩建|兴建|筹建|打造)(?!了|的)"
)
#: 力促甲落户乙园: whatever the section says.
_PRESSED = before_name(f"(?<![已经]){PRESS}[^，。；已了功后续]{{0,24}}")
#: In a sentence of what is to come: 下一步，引导甲、乙等企业入驻丙园; 推动丙园引进甲.
_LED = before_name(f"{LEAD}[^，。；]{{0,24}}")
_LED_TO_BRING = before_name(f"{LEAD}[^，。；已]{{0,24}}?{_BRING}[^，。；已]{{0,16}}")
#: In a section of what is to come: 引进甲、乙等企业.
_TO_BRING = re.compile(f"^(?:[^，。；已]{{0,12}}[）、.．是]|(?:继续|加快|积极|大力|重点|主动|持续)*){_BRING}[^，。；已]{{0,16}}$")
_NEXT = re.compile(f"(?:^|[，；：])(?:{alternation('times', 'next')})")


def is_awaited(before: str, after: str, default: Status | None) -> bool:
    """Whether the words around a firm's name say that it is only wanted, or will come.

    Parameters
    ----------
    before, after:
        The sentence up to its name, and the rest of the clause behind it.
    default:
        What the section says.
    """
    clause = _CLAUSES.split(before)[-1]
    if _ONLY_MEANS_TO.match(after):
        return True
    if DONE_AFTER.match(after):
        return False
    wanted, settles = _WANTED.search(clause), _SETTLES.match(after)
    if wanted and (("引" in wanted.group() or "签约" in wanted.group()) or settles):
        return True
    to_come = default is Status.PLANNED or _NEXT.search(before)
    if to_come and (_LED_TO_BRING.search(clause) or _TO_BRING.search(clause) or (settles and _LED.search(clause))):
        return True
    pressed = (settles and _PRESSED.search(clause)) or (_FURTHERED.search(clause) and _TO_SET_UP.match(after))
    return bool(
        pressed
        or _LISTED_AS_WANTED.search(before)
        or _WILL_LAND.search(clause)
        or _TO_BUILD.search(before[-16:])
        or _WILL_COME.match(after)
        or _WILL_SET_UP.match(after)
    )
