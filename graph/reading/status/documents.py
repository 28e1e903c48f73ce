"""Whether a document is issued, or still being written."""

from __future__ import annotations

import re

from graph.reading.status.basis import FELLOWS, is_basis, is_followed, without_basis
from graph.reading.status.completed import completed_status, is_carried_out, was_issued
from graph.reading.status.hastened import is_hastened
from graph.reading.status.pending import is_pending
from graph.reading.status.proposed import is_document_asked_for
from graph.reading.status.verbs import (
    AGREE,
    AMEND,
    ASKS_TO_AGREE,
    DRAFT,
    FORCE,
    INTEND,
    ISSUE,
    OBEY,
    before_name,
    behind_document,
)
from graph.reading.status.years import plans_later
from graph.records import Status

__all__ = ["document_status"]

#: What opens a document's name.
_MARK = "《“"
#: Behind a document, what tells when: 目前, 也已.
_BY_NOW = "(?:目前|当前|现|已|也)*"
#: That something is being done to a document: not 正式, 正是, 正如, nor 正按照, where it is in force.
_NOW = f"正在(?!{OBEY}|按)|正(?![在式是如因按依遵]|{OBEY})"

_TO_ISSUE = before_name(f"(?:{DRAFT}|{ISSUE}|谋划|筹划|完善|形成|完成)[^，。；《]{{0,10}}(?<![定订制]出)", mark=_MARK)
#: What is amended is there already.
_AMENDED = before_name(f"(?<!制)(?<!制定)(?<!起草){AMEND}[好了]?[^，。；《]{{0,4}}", mark=_MARK)
_TO_AMEND = re.compile(f"[》”]?的?[^，。；]{{0,6}}{AMEND}(?<!完善)(?!后?印发|出台|完善)")
#: What was drafted and is not said to be issued.
_WRITES = before_name("(?:起草|草拟|研制|编写|编撰)[了的]?[^，。；《]{0,4}", mark=_MARK)
_WRITING = r"(?:编制|制定|制订|前期研究)(?!完成|完毕|实施|印发|发布|出台|了?出来(?!后)|并|和)"
#: Said of a document and not of what it lists: 《甲规划》已列入年度计划.
_LISTED = r"(?:被|已|已被|现已|正在|正|也|尽早|尽快)?[列纳]入(?![了]?[该本此])[^，。；]{0,24}(?:计划|项目|决策|重点工作)"
_WHEN = r"，?(?:目前|现|也|将于|近期|随后|\d{1,2}月)*"
#: What a document is called behind its name, and what it is called alone.
_KIND = "(?:(?:地方|团体|行业|国家)标准|文件|文本)"
_TITLES = "规划|方案|办法|细则|意见|计划|条例|措施|指引|指南|目录|标准|规定|政策|文件|规范|规程|预案"
#: That it will come, and what a document does that is ready: 争取年内印发.
_MEANT = f"(?:(?:{INTEND}|争取|力争|确保)(?!分[一二三四五两\\d]))"
_GOES_OUT = f"(?:{ISSUE}|{FORCE}|报批|上会|提请|提交|发文)"
#: 计划三年实施823条: what is carried out is no document.
_SOMETHING = r"\d|完成|[^，。；]{0,8}(?:项目|工程|改造|任务)"
#: Behind a document that is still on its way, in the same sentence.
_ON_ITS_WAY = re.compile(
    r"[》”]?(?:（(?![^）]*列入)[^）]*）)?等?[也亦]?(?:"
    + "|".join(
        (
            rf"的?(?:立法|立项|（已?列入[^）]*）|(?:调研)?起草|{_WRITING})",
            rf"，?等?[也亦]?[都均]?[尚还正仍]?在(?:抓紧)?(?:{DRAFT}|筹划|谋划|论证|审议|报批)[当之]?中",
            rf"{_WHEN}[^。；]{{0,24}}，(?:即将|近期将?|待批准后|将于近期)[^，。；]{{0,4}}(?:{ISSUE}|{FORCE}|上报)",
            f"{_WHEN}{_LISTED}",
            f"{_WHEN}(?!新一轮|新版|下一)(?:已|正在|正)?(?:完成)?[^，。；]{{0,10}}征求意见",
            f"{_KIND}?(?:[^，。；《]{{0,24}}，)?{_WHEN}[已正尚还仍]?(?:到|进入|处于|处在)[^，。；]{{0,10}}(?:{AGREE}|{DRAFT}|送审|征求意见|会签|修改|完善|公示)(?:阶段|程序|环节|流程)",
            f"{_KIND}?{_WHEN}正?由[^，。；]{{1,12}}(?:进行|开展|作)?(?:合法性|公平竞争)*审[查核]",
            f"(?:正式)?(?:{ISSUE}|批复|获批|{FORCE})后，?(?:我[局委办市区县]|各[^，。；]{{1,6}})?(?:将|即可?)(?!按|严|认真|继续|进一步)",
            rf"{_KIND}?{_WHEN}{_MEANT}[于在以]?[^，。；]{{0,24}}?{_GOES_OUT}(?!{_SOMETHING})",
            rf"，{_MEANT}?[于在]?(?:(?<![去上前]年)年内|年底前|[上下]半年|[一二三四]季度|\d{{1,2}}月底?前|明年[^，。；]{{0,6}}?)前?(?:全面)?(?:完成|{ISSUE})(?=[，。；]|$)",
            rf"[^。；《]{{2,30}}(?:{DRAFT}|{AMEND}|修改|会签)，{_MEANT}[于在]?[^，。；]{{0,12}}?{_GOES_OUT}",
            r"[^。；《]{2,30}，[^，。；]{0,4}(?:评审|论证|听证|审查|审议)会(?:议)?(?:定于|将于|拟于|将在|计划)",
            rf"[^，。；《]{{0,4}}正(?:结合|根据|按照?)[^，。；《]{{2,14}}(?:{DRAFT})(?=[，。；]|$)",
            rf"[^。；]{{0,20}}，(?:该|此)(?:{_TITLES})?正[^，。；]{{0,14}}(?:修改|完善|{DRAFT}|征求意见)",
            r"[^。；]{0,20}，正(?:在)?(?:根据|按照?|结合|吸收)[^，。；]{2,10}(?:意见|要求)[^，。；]{0,4}(?:修改|完善|修订)(?=[，。；]|$)",
            rf"[^，。；《]{{0,16}}?(?:会商|会签|修改|{DRAFT}|报批)[之当]?中(?=[，。；]|$)",
            rf"(?:必?须|需|还?要|尚需)待[^。；]{{2,40}}?后(?:才能?|再|方可?|即|另行)?[^，。；]{{0,4}}(?:{ISSUE}|{DRAFT})",
            f"{_WHEN}已?制[定订]完[毕成]，[^，。；]{{0,4}}将",
            f"{_WHEN}(?:已|正在|正)?履行[^，。；]{{0,8}}(?:程序|审查)",
            f"{_WHEN}(?:正|正在|已)?(?:提请|报送|报请|提交)",
            f"{_WHEN}(?:已|已经)?(?:形成|完成)?了?(?:初稿|初步(?:方案|成果|文本))",
            f"{_WHEN}(?:正在|正)(?:按[^，。；《]{{1,6}})?(?:修改完善|{AGREE}|报审|送审|会签|公示|论证)",
            f"{_WHEN}将(?:于[^，。；]{{1,6}})?(?:由[^，。；]{{1,8}})?(?:正式)?(?:{ISSUE}|{FORCE})",
            f"{_WHEN}待(?:{ISSUE}|批复)|{_WHEN}批复后再|{_WHEN}由[^，。；]{{1,14}}起草",
        )
    )
    + ")"
)
#: 已报市政府审定, 待区委常委会审议后印发: laid before who has to agree, in the same sentence.
_LAID_BEFORE = behind_document(
    r"(?:[^。；《》]{0,24}，|[^。；《》]{0,90}，(?=目前已?[上呈]?报))?(?:目前|现|并|近日|日前|已)*+(?:按程序)?(?:上报|呈报|报|提请|报请|报送)"
    rf"[^，。；《]{{2,14}}{AGREE}(?!同意|通过|后(?:已|正式|于)?(?:{ISSUE}|{FORCE}))",
    r"(?:[^。；《》]{0,24}，)?(?:目前|现|已)*+(?:上报|报送|呈报)[^，。；《]{0,8}?待(?:批|审|批复|批准|审定)(?=[，。；]|$)",
    rf"(?:[^。；《》]{{0,24}}，)?(?:[^。；《》]{{0,36}}，)?(?:尚?待|拟待|将于|将待)[^，。；《]{{2,18}}{AGREE}(?:后|{ISSUE}|{FORCE})",
)
#: Later in the sentence, before any other document: that it will be issued, by a verb with nothing behind it that is issued instead.
_WILL_COME_OUT = re.compile(
    rf"[》”]?(?:（[^）]*）)?(?!的)[^。；《]{{0,50}}?(?:{INTEND}|争取|力争|尚?待|等待|即将|即(?=行文|报)|下周|下月|尽快|早日|适时|年底前|\d{{1,2}}月(?:底前?|前|内))(?!分[一二三四五两\d])"
    rf"[^，。；《]{{0,18}}?(?:{ISSUE}|{FORCE}|报批|批复|审议|上会|提请|送审|上报|行文|待批|讨论|批准|发文|会签)(?:公布|发布|执行|实施|印发|施行)?(?=[，。；]|$)"
)
_CAME_OUT = re.compile(
    rf"[^。；《]{{0,50}}?(?:(?:已|正式|于[\d年月日]{{2,11}}|[\d年月日]{{2,11}}起?)[^，。；]{{0,4}}(?:联合|正式|由[^，。；]{{1,10}})?(?:{ISSUE}|{FORCE}(?!后)|执行|废止)|联合(?:{ISSUE})，|实施(?:以来|后)|修订后|(?:我|本)[局委办厅区市省县])"
)
#: 《甲政策》（某政〔2022〕1号）: what has a number was issued.
_HAS_A_NUMBER = re.compile(r"[》”]?（[\u4e00-\u9fff]{1,12}[〔\[（【]\d{4}[〕\]）】]\s*第?\d+号）")
#: Documents behind one of which the same is said: 《甲》《乙》都在制订当中.
_FELLOWS = re.compile(rf"^[》”]?(?:[、和及与]?《[^《》]*》)+(?=(?:等|，|也|还|目前|现)*[都均]|的{DRAFT}(?:工作)?|{_LISTED})")
#: Before a row of documents that a clause is about.
_SUBJECT = re.compile(r"(?:目前|现在?|此外|另外|同时|近期|下一步|其中)*[《“]?")
#: Documents before one, of which the same is said: 起草了《甲》《乙》.
_BEFORE_FELLOW = re.compile(r"(?:《[^《》]*》[、和及与]?)+(?=[《]?$)")
#: 正在编制甲规划和乙方案: documents without marks before one in the same row.
_BEFORE_UNMARKED = re.compile(
    rf"(?P<verb>{DRAFT}|{ISSUE})(?P<own>[了好]?)"
    r"(?:[^，。；：《》、和与及]{3,28}?(?:规划|方案|办法|细则|意见|计划|条例|措施|指引|指南|目录|标准)(?:、|和|与|以及|及))+$"
)
#: 编制的《甲规划》: a document that somebody has made.
_MADE_BY = before_name(f"(?:编制|制定|制订|修订|审议通过|{ISSUE})的[^，。；《]{{0,8}}", mark=_MARK)
#: What is not yet issued: said right before its name, and behind it.
_DRAFTED = before_name(
    rf"(?:{_NOW}|(?:着手|抓紧|筹划|谋划|启动)(?!{OBEY}|按))(?:(?:会同|联合|委托|聘请|邀请|牵头|组织|配合)[^，。；《]{{2,16}}?)?{DRAFT}?(?:(?!{OBEY})[^，。；《]){{0,6}}",
    "报批[^，。；《]{0,6}",
    mark=_MARK,
)
_STILL_DRAFT = re.compile(
    r"[》”]?(?:（(?![^）]*(?:稿|草案)）)[^）]*）)?"
    rf"(?:（?(?:(?:送审|论证|征求意见|报批|讨论)稿|草案)|的?{_BY_NOW}(?:{_NOW}|即将|将|拟|尚在|还在)[^，。；]{{0,6}}(?:{DRAFT}|{ISSUE}|审议|报批|征求|完善))"
)
#: 待《甲方案》印发后: what is waited for.
_AWAITED = before_name("(?:待|等待|俟)[^，。；《]{0,8}", mark=_MARK)
_AWAITED_ISSUE = before_name(f"(?:待|等待|俟)[^，。；《]{{0,8}}(?:{ISSUE}|制定|修订|批复|批准|审定)了?", mark=_MARK)
_THEN = re.compile("[》”]?之?后")
_COMES_OUT = behind_document(f"(?!的?(?:配套|实施细则|细则))[^，。；]{{0,6}}(?:{ISSUE}|实施|批复|获批)")
_BEING_MADE = re.compile(
    rf"(?:在编|编制中|起草中|征求意见中|正在征求意见)的[^，。；《]{{0,4}}[{_MARK}]?$"
    rf"|(?:{_NOW}|着手|抓紧|即将|将|拟)[^，。；]{{0,4}}(?:{DRAFT}|{ISSUE}|修改|完善)的"
)
_IN_FORCE = re.compile(f"(?:{OBEY}|依托|用好)[^，。；]{{0,16}}$")
#: 将以《乙办法》取而代之: before what comes instead, and behind it.
_WITH = before_name("(?:将|拟|即将)[用以由]", mark=_MARK)
_INSTEAD = re.compile("[》”]?(?:取而代之|替代|代替|取代|替换|接续)")
#: 正抓紧修订《甲办法（2026年版）》: the version that is to come.
_NEW_VERSION = re.compile(r"[（(]20\d\d年?(?:版|修订|修订版|修订稿)?[）)][》”]?")
_BEING_AMENDED = before_name(
    f"(?:{_NOW}|正抓紧|即将|抓紧|着手|将|拟|加快|启动)[^，。；《]{{0,10}}?(?:{AMEND}|修订)(?:形成)?的?", mark=_MARK
)
#: A document that says of itself that it is a draft.
#: 在《甲规划》编制中吸纳您的建议, 在制定《乙办法》过程中，我局将充分采纳: while it is being made.
_HEEDED = r"(?:过程)?[中时]，?(?:我[局委办区市县厅]|我们)?(?:将|会)?(?:认真|积极|充分|进一步|一并)*(?:吸纳|采纳|吸收|参考|考虑|体现|研究)(?!了)"
_IN_ITS_MAKING = behind_document(f"(?:[、和与及]《[^《》]*》)*的?(?:编制|起草|制定|制订)(?:工作)?{_HEEDED}")
_MAKING = before_name("在(?:编制|起草|制定|制订)[^，。；《]{0,4}", mark=_MARK)
_MEANWHILE = behind_document(_HEEDED)
_DRAFT = re.compile("讨论稿|征求意见稿|送审稿|论证稿|报批稿|草案")
#: 《甲意见（送审稿）》…审议通过，于5月印发: behind a draft.
_ISSUED_LATER = re.compile(rf"(?:已|于[\d年月日]{{2,11}})[^，。；]{{0,6}}(?:正式)?(?:{ISSUE}|施行)")
#: 将印发《甲》, 推动出台《乙》: what is to be issued.
_WILL_ISSUE = before_name(
    r"(?<![不])(?:将|拟|即将|推动|争取|加快|尽快|建议|力争|酝酿|准备|打算|(?<![去上前]年)年内|年底前|\d月底前)(?:[于在][^，。；《]{1,8}|以[^，。；《]{2,10}(?:名义|形式))?"
    r"(?:尽快|适时|抓紧|正式|研究|牵头|积极|及时|第一时间|同步|相应|另行|专门|共同|率先|进一步|择机|组织|着手)*"
    r"(?:印发|出台|制定|制订|编制|发布|批复|批准|审定)(?!了)[^，。；《]{0,6}",
    "(?:组织|开展)(?:专家)?(?:论证|起草|编制|编写)",
    mark=_MARK,
)
#: 尚未出台, 已形成初稿: behind a document.
_NOT_YET = behind_document(
    f"(?:早日|尽快|尽早|如期|年内|年底前)(?:{ISSUE}|{FORCE})",
    f"(?:[^，。；《]{{0,10}})?(?:通过|完成)立项|[^，。；《]{{0,6}}(?:着手|开始|启动)(?:{DRAFT})",
    f"(?:目前|现|也|均)?(?:尚未|还未|暂未|仍未|还没有?)[^，。；]{{0,4}}(?:{ISSUE}|{DRAFT}|实施)",
    "(?:目前|现|也|均)?(?:已|已经|[^，。；《]{0,14}?)(?:形成|完成)了?[^，。；]{0,4}(?:初稿|草案|送审稿|征求意见稿)(?![^。；]{0,30}(?:已印发|已出台|已发布|通过并))",
)
#: 编制有《甲规划》.
_HAS_WRITTEN = before_name("(?:编制|制定|出台|印发)有", mark=_MARK)
#: 以《甲规划》为统领, 以《乙意见》出台为契机: what guides is there.
_BY_IT = before_name("(?:^|[^予可得加难用])以", mark=_MARK)
_AS_GUIDE = behind_document("[^，。；《]{0,8}为(?:契机|抓手|指导|指引|统领|遵循|依据|基础|牵引|引领|总揽|蓝本)")
_CARRIED_OUT = re.compile("[》”]?的?(?:贯彻|落实|实施方案|实施细则|配套|任务|精神|要求)")
_OF_ITS_MAKING = re.compile("[》”]?的?(?:研究|起草|制定|编制|修订|出台)(?!发布|印发|出来|实施|完成|完毕)")

#: What is issued is there, however late the years begin that it plans for.
_ISSUED = before_name("(?:印发|发布|下发|公布|颁布|出台)(?:了|的|实施)?[^，。；《]{0,8}", mark=_MARK)
#: 于5月印发《甲办法》, whenever it begins to hold.
_WAS_ISSUED = before_name(
    r"(?:(?<!将)(?<!拟)于[\d年月日]{2,11}|(?<![今明后]年)20\d\d年\d{1,2}月|已)(?:正式|联合)?(?:印发|发布|公布|颁布|出台)(?:了|实施)?[^，。；《]{0,8}",
    mark=_MARK,
)
_ASKS_ROUND = behind_document("(?:[^，。；]{0,6}(?:征求意见|公开征求)|（?(?:草案|送审稿|讨论稿))")
_ISSUED_BEHIND = behind_document(f"[^，。；]{{0,6}}(?:已|正式)[^，。；]{{0,4}}(?:{ISSUE}|{FORCE}|审议通过)")


def document_status(
    name: str, before: str, after: str, tail: str, *, done: bool, to_come: bool = False, year: int | None = None
) -> Status | None:
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
    to_come:
        Whether the section speaks of what is to come.
    year:
        In which the reply was written, where it says so: what plans for later years is still to come, unless it is said to be issued.
    """
    if _DRAFT.search(name):
        return Status.EXISTING if _ISSUED_LATER.search(tail) else Status.PLANNED
    clause = _BEFORE_UNMARKED.sub(r"\g<verb>\g<own>", _BEFORE_FELLOW.sub("", before.rsplit("，", maxsplit=1)[-1]))
    if _SUBJECT.fullmatch(clause):  # 《甲》《乙》正在修改完善: of the whole row
        after, tail = FELLOWS.sub("》", after, count=1), FELLOWS.sub("》", tail, count=1)
    basis, clause = is_basis(clause, tail) or is_followed(name, clause, tail), without_basis(clause)
    told = Status.EXISTING if basis else _by_what_is_said_of_it(name, clause, after, tail)
    if told is not None:
        return told
    after, tail = _FELLOWS.sub("", after, count=1), _FELLOWS.sub("", tail, count=1)
    if completed := completed_status(clause, after, tail, ahead=before, to_come=to_come, year=year):
        return completed
    asked = is_document_asked_for(before, tail) and not done
    if asked or _is_on_its_way(clause, after, tail, done=done) or is_hastened(before, clause, tail, year):
        return Status.PLANNED
    later = plans_later(name, year) and not (_ISSUED.search(clause) or _ISSUED_BEHIND.match(after))
    made = _MADE_BY.search(clause)
    if not made and (later or (_DRAFTED.search(clause) and not done)):
        return Status.PLANNED
    # Behind 贯彻 and its like what is being written is another document, which carries it out.
    stands = made or _CARRIED_OUT.match(after) or (_IN_FORCE.search(clause) and not _TO_ISSUE.search(clause))
    undecided = not stands and (_TO_ISSUE.search(clause) or _OF_ITS_MAKING.match(after))
    return None if undecided else Status.EXISTING


def _by_what_is_said_of_it(name: str, clause: str, after: str, tail: str) -> Status | None:
    """Whether a document has a number or is amended, which only one that is there can be; or will be issued later in the sentence."""
    if (
        was_issued(tail)
        or is_carried_out(after)
        or _HAS_A_NUMBER.match(after)
        or _HAS_WRITTEN.search(clause)
        or (_BY_IT.search(clause) and _AS_GUIDE.match(after))
    ):
        return Status.EXISTING
    if _WAS_ISSUED.search(clause) and not _ASKS_ROUND.match(after):
        return Status.EXISTING
    in_force = _IN_FORCE.search(clause) or _ISSUED.search(clause) or _CARRIED_OUT.match(after)
    pending = not in_force and is_pending(tail, document=True)
    will = _WILL_COME_OUT.match(tail)
    comes_out = will is not None and not _CAME_OUT.match(will.group())
    if pending or comes_out or (_NEW_VERSION.search(name + after) and _BEING_AMENDED.search(clause)):
        return Status.PLANNED
    return Status.EXISTING if _AMENDED.search(clause) or _TO_AMEND.match(after) else None


def _is_on_its_way(clause: str, after: str, tail: str, *, done: bool) -> bool:
    """Whether the words around a document say that it is to be issued, waited for, in draft or being written."""
    written = _WRITES.search(clause) and not done
    awaited = _AWAITED.search(clause) and _COMES_OUT.match(after)
    awaited = awaited or (_AWAITED_ISSUE.search(clause) and _THEN.match(after)) or ASKS_TO_AGREE.search(clause)
    announced = _WILL_ISSUE.search(clause) or _NOT_YET.match(after) or (_WITH.search(clause) and _INSTEAD.match(after))
    announced = announced or _IN_ITS_MAKING.match(tail) or (_MAKING.search(clause) and _MEANWHILE.match(tail))
    drafted = _STILL_DRAFT.match(after) or _BEING_MADE.search(clause) or _ON_ITS_WAY.match(tail)
    laid_before = _LAID_BEFORE.match(tail) and not _ISSUED_LATER.search(tail)
    return bool(written or awaited or announced or drafted or laid_before)
