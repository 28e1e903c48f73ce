"""Whether a document is issued, or still being written."""

from __future__ import annotations

import re

from graph.records import Status

__all__ = ["document_status"]

_TO_ISSUE = re.compile(
    r"(?:研究|起草|制定|制订|编制|修订|出台|印发|发布|推出|谋划|筹划|拟订|拟定|完善|形成|完成|编写|研制)[^，。；《]{0,10}[《“]?$"
)
#: What is amended is there already.
_AMENDED = re.compile(r"(?<!制)(?<!制定)(?<!起草)(?:修订|修编|修改|完善)(?:好|了)?[^，。；《]{0,4}[《“]?$")
_TO_AMEND = re.compile(r"[》”]?(?:的)?[^，。；]{0,6}(?:修订|修编|修改)(?!后?印发|出台)")
#: What was drafted and is not said to be issued.
_WRITES = re.compile(r"(?:起草|草拟|研制|编写|编撰)(?:了|的)?[^，。；《]{0,4}[《“]?$")
#: Behind a document that is still on its way, in the same sentence.
_ON_ITS_WAY = re.compile(
    r"[》”]?(?:（(?![^）]*列入)[^）]*）)?(?:等)?[也亦]?(?:(?:的)?(?:立法|立项|（已?列入[^）]*）|(?:调研)?起草|(?:编制|制定|制订|前期研究)(?!完成|完毕|实施|印发|发布|出台|了?出来(?!后)|并|和))"
    r"|，?(?:等)?[也亦]?[都均]?(?:尚|还|正|仍)?在(?:抓紧)?(?:研究|起草|制定|制订|编制|修订|筹划|谋划|论证|审议|报批)(?:当中|之中|中)"
    r"|，?(?:目前|现|也|将于|近期|随后|\d{1,2}月)*(?:[^。；]{0,24}，(?:即将|近期(?:将)?|待批准后|将于近期)[^，。；]{0,4}(?:印发|发布|出台|实施|上报)|(?:已|现已|正在|正|也|尽早|尽快)?(?:列入|纳入)(?![了]?[该本此])[^，。；]{0,14}(?:计划|项目|决策|重点工作)"
    r"|(?!新一轮|新版|下一)(?:已|正在|正)?(?:完成)?[^，。；]{0,10}征求意见|(?:已|正)?(?:到|进入|处于)[^，。；]{0,2}(?:报批|审批|送审|征求意见|编制|起草)阶段"
    r"|(?:已)?制[定订]完[毕成]，[^，。；]{0,4}将|(?:已|正在|正)?履行[^，。；]{0,8}(?:程序|审查)|(?:正|正在|已)?(?:提请|报送|报请|提交)|初稿|初步方案"
    r"|将(?:于[^，。；]{1,6})?(?:由[^，。；]{1,8})?(?:正式)?(?:印发|出台|发布|施行)|待(?:印发|批复|出台)|批复后再|由[^，。；]{1,14}起草))"
)
#: 已报市政府审定, 待区委常委会审议后印发: laid before who has to agree, in the same sentence.
_LAID_BEFORE = re.compile(
    r"[》”]?(?:（[^）]*）)?(?:[^。；《》]{0,24}，|[^。；《》]{0,90}，(?=目前已?[上呈]?报))?(?:(?:目前|现|并|近日|日前|已|现已)*(?:按程序)?(?:上报|呈报|报|提请|报请|报送)[^，。；《]{2,14}(?:审定|审批|审议|审核|批准|审查)(?!同意|通过|后(?:已|正式|于)?(?:印发|发布|实施))"
    r"|(?:[^。；《》]{0,36}，)?(?:尚?待|拟待|将于|将待)[^，。；《]{2,18}(?:审议|审定|审批|批准|批复|通过)(?:后|印发|发布|实施))"
)
#: 《甲政策》（某政〔2022〕1号）: what has a number was issued.
_HAS_A_NUMBER = re.compile(r"[》”]?（[\u4e00-\u9fff]{1,12}[〔\[（【]\d{4}[〕\]）】]\s*第?\d+号）")
#: Documents behind one of which the same is said: 《甲》《乙》都在制订当中.
_FELLOWS = re.compile(
    r"^[》”]?(?:[、和及与]?《[^《》]*》)+(?=(?:等|，|也|还|目前|现)*[都均]|的(?:编制|起草|制定|制订|修订)(?:工作)?)"
)
#: Documents before one, of which the same is said: 起草了《甲》《乙》.
_BEFORE_FELLOW = re.compile(r"(?:《[^《》]*》[、和及与]?)+(?=[《]?$)")
#: 正在编制甲规划和乙方案: documents without marks before one in the same row.
_BEFORE_UNMARKED = re.compile(
    r"(?P<verb>编制|制定|制订|起草|出台|印发|修订|发布|拟定|拟订)(?P<own>[了好]?)(?:[^，。；：《》、和与及]{3,28}?(?:规划|方案|办法|细则|意见|计划|条例|措施|指引|指南|目录|标准)(?:、|和|与|以及|及))+$"
)
#: 编制的《甲规划》: a document that somebody has made.
_MADE_BY = re.compile(r"(?:编制|印发|出台|制定|制订|发布|下发|颁布|修订|公布|审议通过)的[^，。；《]{0,8}[《“]?$")
#: That something is being done to a document: not 正式, 正是, 正如, nor 正按照, where it is in force.
_NOW = "正在(?!按|根据|依据|依照|遵循|对照|贯彻|落实|围绕|结合|执行)|正(?![在式是如因按依遵]|根据|对照|贯彻|落实|围绕|结合|执行)"
#: What is not yet issued: said right before its name, and behind it.
_DRAFTED = re.compile(
    rf"(?:{_NOW}|着手|抓紧|筹划|谋划|启动)(?:会同[^，。；《]{{2,16}}?|联合[^，。；《]{{2,16}}?)?(?:研究|起草|制定|制订|编制|修订|草拟|拟订|拟定)?[^，。；《]{{0,6}}[《“]?$|报批[^，。；《]{{0,6}}[《“]?$"
)
_STILL_DRAFT = re.compile(
    r"[》”]?(?:（(?![^）]*(?:稿|草案)）)[^）]*）)?(?:（?(?:(?:送审|论证|征求意见|报批|讨论)稿|草案)|的?(?:目前|当前|现|已|也)*(?:"
    rf"{_NOW}|即将|将|拟|尚在|还在)[^，。；]{{0,6}}(?:研究|起草|制定|制订|编制|修订|出台|印发|审议|报批|征求|完善|发布))"
)
#: 待《甲方案》印发后: what is waited for.
_AWAITED = re.compile(r"(?:待|等待|俟)[^，。；《]{0,8}[《“]?$")
_AWAITED_ISSUE = re.compile(r"(?:待|等待|俟)[^，。；《]{0,8}(?:出台|印发|发布|制定|修订)[《“]?$")
_THEN = re.compile("[》”]?之?后")
_COMES_OUT = re.compile(
    r"[》”]?(?:（[^）]*）)?(?!的?(?:配套|实施细则|细则))[^，。；]{0,6}(?:印发|出台|发布|批复|获批|实施|公布|下发)"
)
_BEING_MADE = re.compile(
    rf"(?:在编|编制中|起草中|征求意见中|正在征求意见)的[^，。；《]{{0,4}}[《“]?$|(?:{_NOW}|着手|抓紧|即将|将|拟)[^，。；]{{0,4}}(?:编制|印发|出台|制定|制订|修订|发布)的"
)
_IN_FORCE = re.compile(r"(?:贯彻|落实|按照|根据|依据|遵循|对照|执行|围绕|依托|结合|实施|用好|用足|现行|符合)[^，。；]{0,16}$")
#: A document that says of itself that it is a draft.
_DRAFT = re.compile("讨论稿|征求意见稿|送审稿|论证稿|报批稿|草案")
#: 《甲意见（送审稿）》…审议通过，于5月印发: behind a draft.
_ISSUED_LATER = re.compile(r"(?:已|于[\d年月日]{2,11})[^，。；]{0,6}(?:正式)?(?:印发|发布|施行)")
#: 将印发《甲》, 推动出台《乙》: what is to be issued.
_WILL_ISSUE = re.compile(
    r"(?<![不])(?:将|拟|即将|推动|争取|加快|尽快|建议|力争|(?<![去上前]年)年内|年底前|\d月底前)(?:于[^，。；《]{1,8})?(?:尽快|适时|抓紧|正式|研究|牵头|积极)*(?:印发|出台|制定|制订|编制|发布)(?!了)[^，。；《]{0,6}[《“]?$"
)
#: 尚未出台, 已形成初稿: behind a document.
_NOT_YET = re.compile(
    r"[》”]?(?:（[^）]*）)?(?:目前|现|也|均)?(?:(?:尚未|还未|暂未|仍未|还没有?)[^，。；]{0,4}(?:出台|印发|发布|制定|编制|实施)|(?:已|已经)?(?:形成|完成)(?:了)?[^，。；]{0,4}(?:初稿|草案|送审稿|征求意见稿))"
)
#: 已完成《甲规划》编制: what is written; 已完成《乙条例》的草案起草 is a draft.
_COMPLETED = re.compile(r"(?:已|已经|全面|基本|现已)?完成(?:了)?[《“]?$")
#: 编制有《甲规划》.
_HAS_WRITTEN = re.compile("(?:编制|制定|出台|印发)有[《“]?$")
_ITS_WRITING = re.compile(r"[》”]?(?:的)?(?:编制|制定|制订|修订|修编|评审|审查|报批)(?![^，。；]{0,8}(?:初稿|草案|大纲))")
_CARRIED_OUT = re.compile(r"[》”]?(?:的)?(?:贯彻|落实|实施方案|实施细则|配套|任务|精神|要求)")
_WRITTEN = re.compile(r"[》”]?(?:的)?(?:研究|起草|制定|编制|修订|出台)(?!发布|印发|出来|实施|完成|完毕)")

#: The first year of what a document plans for: 2026—2028年, “十五五”; and what plans.
_FIRST_YEAR = re.compile(r"(?P<year>20\d\d)(?:年)?[-—~至](?:20)?\d\d年?|十(?P<plan>[一二三四五])五")
_PLANS = re.compile(r"规划|计划|方案|纲要")
#: The first year of the eleventh five-year plan; those behind it begin five years later each.
_ELEVENTH = 2006
#: What is issued is there, however late the years begin that it plans for.
_ISSUED = re.compile(r"(?:印发|发布|下发|公布|颁布|出台)(?:了|的|实施)?[^，。；《]{0,8}[《“]?$")
_ISSUED_BEHIND = re.compile(r"[》”]?(?:（[^）]*）)?[^，。；]{0,6}(?:已|正式)[^，。；]{0,4}(?:印发|发布|出台|审议通过|实施)")


def _begins_later(name: str, year: int | None) -> bool:
    """Whether the years that a document plans for begin after a year."""
    found = _FIRST_YEAR.search(name)
    if not found or year is None or not _PLANS.search(name):
        return False
    first = int(found["year"]) if found["year"] else _ELEVENTH + 5 * "一二三四五".index(found["plan"])
    return first > year


def document_status(name: str, before: str, after: str, tail: str, *, done: bool, year: int | None = None) -> Status | None:
    """What the words around a document's name say of it; None where the other words of the sentence decide.

    Parameters
    ----------
    name:
        The document's name as it is written.
    before:
        The sentence up to the name.
    after:
        The rest of the clause behind the name.
    tail:
        The rest of the sentence behind the name.
    done:
        Whether the clause says behind the name that something is done.
    year:
        In which the reply was written, where it says so: what plans for later years is still to come, unless it is said to be issued.
    """
    if _DRAFT.search(name):
        return Status.EXISTING if _ISSUED_LATER.search(tail) else Status.PLANNED
    clause = _BEFORE_UNMARKED.sub(r"\g<verb>\g<own>", _BEFORE_FELLOW.sub("", before.rsplit("，", maxsplit=1)[-1]))
    if _HAS_A_NUMBER.match(after) or _HAS_WRITTEN.search(clause) or _AMENDED.search(clause) or _TO_AMEND.match(after):
        return Status.EXISTING
    after, tail = _FELLOWS.sub("", after, count=1), _FELLOWS.sub("", tail, count=1)
    if _COMPLETED.search(clause) and _ITS_WRITING.match(after):
        return Status.EXISTING
    if _is_on_its_way(clause, after, tail, done=done):
        return Status.PLANNED
    later = _begins_later(name, year) and not (_ISSUED.search(clause) or _ISSUED_BEHIND.match(after))
    made = _MADE_BY.search(clause)
    if not made and (later or (_DRAFTED.search(clause) and not done)):
        return Status.PLANNED
    # Behind 贯彻 and its like what is being written is another document, which carries it out.
    stands = made or _CARRIED_OUT.match(after) or (_IN_FORCE.search(clause) and not _TO_ISSUE.search(clause))
    undecided = not stands and (_TO_ISSUE.search(clause) or _WRITTEN.match(after))
    return None if undecided else Status.EXISTING


def _is_on_its_way(clause: str, after: str, tail: str, *, done: bool) -> bool:
    """Whether the words around a document say that it is to be issued, waited for, in draft or being written."""
    written = _WRITES.search(clause) and not done
    awaited = _AWAITED.search(clause) and _COMES_OUT.match(after)
    awaited = awaited or (_AWAITED_ISSUE.search(clause) and _THEN.match(after))
    announced = _WILL_ISSUE.search(clause) or _NOT_YET.match(after)
    drafted = _STILL_DRAFT.match(after) or _BEING_MADE.search(clause) or _ON_ITS_WAY.match(tail)
    laid_before = _LAID_BEFORE.match(tail) and not _ISSUED_LATER.search(tail)
    return bool(written or awaited or announced or drafted or laid_before)
