"""Whether a facility is there, or still to be built: 甲停车楼已立项; 乙车站预计明年投用; 加快丙博物馆等项目建设.

Of 60 facilities in the annotated replies of which a sentence itself says that they are still to come, 53 are.
"""

from __future__ import annotations

import re

from graph.reading.status.places import is_place_to_come
from graph.reading.status.verbs import DONE_AFTER, FINISH, OPEN, before_name, behind_name
from graph.records import Status

__all__ = ["is_facility_to_come", "told_of_facility"]

_CLAUSES = re.compile("[，；：]")
#: A name of a row, behind or before the one in question.
_NAME = "[^，。；：、和与及的等]{2,18}"
#: The names of a row behind it, and what they are called: 甲站、乙站等重点项目.
_REST = f"[”》]?(?:（[^）二三]{{0,20}}）)?(?:[、和与及]{_NAME}){{0,6}}(?:等(?:一批)?(?:[^，。；、的已在]{{0,8}}?(?:项目|工程)|[两三四五六七八九十\\d]{{1,3}}[个座处条家所项])?)?(?:建设)?(?:项目|工程)?"
_ROW = f"(?:{_NAME}[、和与及]){{0,6}}"
_STILL = "(?:目前|分别|现|也|都|均|仍|还|尚|今年|近期|眼下|已经|已)*"
_BEGUN_OR_DONE = (
    f"(?:{FINISH}|{OPEN}|通车|通航|投运|开诊|开学|交付使用|投入使用|具备[^，。；]{{2,8}}条件)"
    "(?:并|建设|投用|运营|使用|运行|开放|交付|通车)*(?=[，。；、）]|$)"
)
_MEAN = "(?:计划|预计|力争|争取|拟|(?<!已)将|有望|确保|可望)"
_SOON = r"(?:明年|后年|年底前?|年内|近期|下月|下半年|\d{1,2}月底前?)"
_PAPERS = "(?:立项|可行性研究|可研|工可|初步设计|方案设计|设计方案|选址|用地预审|环评(?!验收)|评标|招标|建议书|用地)"
#: What is done before it is built, and while it is.
_PREPARED = "(?:筹建|谋划|规划|论证|选址|征地|招标|设计|报批|可行性研究|前期工作|筹备)"
_BUILT = "(?:建设|施工|架设|修建|修缮|装修|布展)"
#: What is mended is there: 正在进行加固施工, 完成智能化改造招标.
_NOT_MENDED = "(?![^，。；]{0,12}(?:改造|升级|提升|加固|维修|检修|养护|整治|清淤|设备|智能化))"
#: What else of one that is there is planned, sought or opened.
_NOT_OF_IT = "(?![^，。；]{0,16}(?:改造|升级|提升|加固|维修|检修|养护|整治|清淤|设备|智能化|装修|扩建|扩容|翻新|更新|物业|运营|采购|补贴|收费|共享|开放|[二三四五]期))"
_NOT_WIDER = "(?![^，。；]{0,20}(?:免费|错时|延时|夜间|夜场|全天|节假日|国庆|暑|恢复|重新|面向|向[^，。；]{1,8}开放))"
_GOING_ON = "(?:正在|正|仍在|尚在|还在)(?!式)"
_SO_FAR = "(?:工作|程序|手续|阶段|[之当]?中)?(?=[，。；、）]|$)"
#: Behind its name, and behind the rest of the row that it stands in.
_SAID = (
    # 甲中心仍停留在谋划阶段, 乙馆进入装修阶段
    f"(?:处于|处在|尚处|停留在|停留于|进入)[^，。；]{{0,10}}(?:{_PREPARED}|{_BUILT}|前期|征收|收尾)[^，。；]{{0,4}}(?:阶段|环节)",
    f"{_GOING_ON}{_NOT_OF_IT}[^，。；]{{0,12}}?{_PREPARED}{_SO_FAR}",
    # 甲站今年已列入建设计划 (not 列入名录, nor 列入绿道规划)
    "(?:被)?(?:列入|纳入|列进|编入|写入)[^，。；]{0,32}(?:(?<!改造)(?<!提升)(?<!升级)(?<!维修)(?<!检修)(?<!养护)(?<!采购)(?<!开放)(?<!补贴)(?<!更新)计划|[五设项点]”?规划|项目库|预算|储备|建设项目|盘子)(?=[，。；、（\\d]|$|中|内|里)",
    # 甲项目可行性研究报告获批, 乙已立项, 丙中心完成评标
    f"[^，。；已]{{0,4}}{_PAPERS}[^，。；]{{0,14}}?(?:获批|批复|批准|通过|落实|取得|完成)",
    f"(?:完成|取得|获得|通过|获|启动|开展|进行|办理|履行)了?{_NOT_OF_IT}[^，。；]{{0,16}}?(?:{_PAPERS}|前期工作|批复|初审意见|征地)",
    "立项(?=[，。；、]|$)",
    # 甲站计划年底前建成, 乙机场明年投用
    f"{_NOT_WIDER}[^，。；已]{{0,10}}?{_MEAN}[^，。；]{{0,16}}?{_BEGUN_OR_DONE}",
    f"{_NOT_WIDER}{_SOON}[^，。；]{{0,8}}?{_BEGUN_OR_DONE}",
    # 甲馆规划位于乙路, 丙站拟选址丁镇
    "(?:规划|拟|计划|暂定)(?:选址|位于|建于|建在|落址|落户|布局)",
    # 甲站尚未开工, 乙停车楼暂不具备建设条件
    f"(?:尚|还|仍|暂|至今)(?:未|没有|不)(?![^，。；]{{0,16}}(?:改造|升级|扩建|拓宽|夜间|夜场|24小时))[^，。；]{{0,8}}(?:{FINISH}|{OPEN}|通车|立项|实施|具备)",
    # 甲馆于2024年3月开工，预计2026年建成
    f"[^，。；、（]{{0,16}}?(?:开工|动工|奠基|开建|封顶)(?:建设)?(?:，[^，。；]{{0,16}})?，(?:项目|工程)?{_MEAN}[^，。；]{{0,14}}?{_BEGUN_OR_DONE}",
    # 丁站一旦建成投用
    f"一旦(?:{FINISH}|{OPEN}|通车)",
)
_NOT_THERE_YET = behind_name(
    f"{_REST}{_STILL}(?:{'|'.join(_SAID)})",
    # 甲中心、乙馆等项目建成后
    "等[^，。；、]{0,6}项目(?:全部|全面|陆续)?(?:建成|落成|竣工|完工|投用)(?:投用|开放)?后(?![^。；]{0,40}?(?:已|累计|先后|去年|现有))",
)
#: 甲桥正在架设; a railway that is being built is told as one that is there as often as not.
_BEING_BUILT = behind_name(f"{_REST}{_STILL}{_GOING_ON}{_NOT_MENDED}[^，。；]{{0,12}}?{_BUILT}{_SO_FAR}")
_LINE = re.compile("(?:铁路|高铁|高速|城际|线|工程)$")
#: 宜待甲机场通航后, 要等到乙站启用: before its name and behind it.
_WAITED_FOR = before_name("(?:待|等到|有待)[^，。；、]{0,4}")
_IS_OPENED = behind_name(f"{_REST}(?:正式|全面|全部|整体|全线)*(?:{FINISH}|{OPEN}|通车|通航|投入使用)")
#: 加快甲馆、乙公园等标志性项目建设, 促成丙中心落地: before its name and behind it. Of 15 to be hurried on 13 are to come.
_HURRIED = before_name(
    "(?:^|[，；：。、）是于将要])(?:我[区市县省局委]|我们|[将要还并正]|积极|有序|大力|全力|着力|重点|继续|进一步|同步|统筹|扎实|切实|稳步|持续|抓紧|目前)*"
    f"(?:推进|加快|推动|抓紧|加速|力促|促成|争取|促进)(?:推进|推动)?{_ROW}"
)
_ITS_BUILDING = behind_name(
    f"{_REST}的?(?:规划|前期)?(?<!化)(?:建设|落地|开工|前期|选址|筹建|立项|动工)(?!的|后|成果|进度|机遇|以来|完成|步伐)",
    f"(?:[、和与及]{_NAME}){{0,6}}等(?:一批)?[^，。；、的]{{0,6}}(?:项目|工程)(?=[，。；、]|$)",
    f"{_REST}(?:尽快|尽早|早日|如期|按期|{_SOON})*(?:{FINISH}|投运)(?=[，。；、]|$)",
)
#: 抓紧甲厅开放, 加快乙中心投用; 推动丙馆开放 may open one that is there to more people.
_PRESSED = before_name(f"(?:抓紧|加快){_ROW}")
_IS_TO_OPEN = behind_name(f"{_REST}(?:尽快|尽早|早日|对外|{_SOON})*(?:{OPEN}|运营)(?=[，。；、]|$)")
#: 抓紧建甲装置, 选址新建乙中心, 研究设立丙站: right before it, or before the first of a row.
_TO_BE_BUILT = before_name(
    f"(?:抓紧|计划|选址|异地|再|规划|拟|筹划|研究|谋划|筹备|争取|力争)(?:新建|建设|兴建|修建|筹建|设立|迁建|布局|建)(?!了|成){_ROW}",
    f"正在?(?:抓紧|积极|加快)?(?:规划|谋划|筹划|筹备|筹建)(?:建设)?{_ROW}",
    # 支持丁公司在戊区建设甲、乙, 争取国家在省内布局丙
    f"(?:支持|推动|争取|引导|鼓励|促成|协调)[^，。；、已了]{{2,24}}?(?:建设|布局|设立|兴建)(?!的|了|成){_ROW}",
)
#: 在建的有甲、乙.
_STILL_BUILT = re.compile("(?:在建|拟建|待建)的?(?:项目)?(?:主要)?(?:有|包括|为|是|：)(?![^。；]*(?:建成|投用))[^。；已]{0,60}$")
#: 支持甲公司建设乙中心，目前已投用.
_BY_NOW = re.compile(f"[^。；]{{0,12}}，[^。；]{{0,8}}?已[^，。；未]{{0,6}}?(?:{FINISH}|{OPEN}|开馆|运营)")
#: 推进甲中心, 新建乙站 in a section of what is to come, and 甲中心建设; not 推动甲中心的作用.
_PUT_UP = before_name(
    "(?:新建|建设|推进|启动|加快|规划|建成|布局|开工|实施|兴建|打造|筹建|谋划|扩建|搭建|建立|推动|增设|新增|争取)(?!了|以来|完善|优化)"
    "[^，。；：、]{0,10}?[“”《》]*(?:[^，。；：、]{2,24}、){0,4}[“]?"
)
_IS_PUT_UP = behind_name("(?:项目|工程|[一二三]期)?的?(?:建设|规划|选址|前期|开工|落地|新建|改造|动工|预计|将于|力争|计划)")
_WHAT_IT_HAS = behind_name("[的等]?[^，。；、]{0,6}(?:功能|作用|优势|资源|周边|改造|提升|服务|能力|算力)")


def told_of_facility(name: str, before: str, tail: str, year: int | None) -> Status | None:
    """What the words around a facility say of it themselves, and nothing where they only name it.

    Parameters
    ----------
    name:
        What it is called.
    before, tail:
        The sentence up to its name, and the rest of it.
    year:
        In which the reply was written, where it says so.
    """
    after = tail.split("，", 1)[0]
    if is_place_to_come(before, after, tail, year) or _is_on_its_way(name, before, tail):
        return Status.PLANNED
    return Status.EXISTING if DONE_AFTER.match(after) else None


def is_facility_to_come(name: str, before: str, tail: str, *, to_come: bool, said: bool, year: int | None) -> bool:
    """Whether a facility is still to come, by the words around it and by what section it stands in.

    Parameters
    ----------
    name, before, tail, year:
        As for :func:`told_of_facility`.
    to_come:
        Whether the section speaks of what is to come.
    said:
        Whether the sentence's own words do.
    """
    if (told := told_of_facility(name, before, tail, year)) is not None:
        return told is Status.PLANNED
    after, clause = tail.split("，", 1)[0], _CLAUSES.split(before)[-1]
    put_up = (to_come or said) and _PUT_UP.search(clause) and not _WHAT_IT_HAS.match(after)
    return bool(put_up or (to_come and _IS_PUT_UP.match(after)))


def _is_on_its_way(name: str, before: str, tail: str) -> bool:
    """Whether it is being prepared or built, pushed on, or waited for, whatever the section says."""
    after, clause = tail.split("，", 1)[0], _CLAUSES.split(before)[-1]
    if _NOT_THERE_YET.match(tail) or (_BEING_BUILT.match(after) and not _LINE.search(name)):
        return True
    if any(
        lead.search(clause) and rest.match(after)
        for lead, rest in ((_WAITED_FOR, _IS_OPENED), (_HURRIED, _ITS_BUILDING), (_PRESSED, _IS_TO_OPEN))
    ):
        return True
    return bool((_TO_BE_BUILT.search(clause) and not _BY_NOW.match(tail)) or _STILL_BUILT.search(before))
