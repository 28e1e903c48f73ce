"""Whether the writing of a document is completed, and whether the same sentence says that it was issued."""

from __future__ import annotations

import re

from graph.reading.status.verbs import AGREE, DRAFT, FORCE, INTEND, ISSUE, before_name
from graph.records import Status

__all__ = ["completed_status", "is_carried_out", "was_issued"]

#: What opens a document's name.
_MARK = "《“"
#: 2022年启动《甲规划》编制，去年6月印发; 经市司法局审查后于4月印发.
_ISSUED_THEN = re.compile(
    rf"[^。；《》]{{0,40}}，(?:并|已)?(?:于)?(?:去年|上年|前年)[^，。；《》将]{{0,10}}?(?:正式|联合)?(?:{ISSUE}|{FORCE}|获批)(?=[，。；、]|$|实施)"
    rf"|》?(?:已)?经[^。；《》将拟]{{2,30}}后，?于[\d年月日]{{2,11}}(?:正式|联合)?(?:{ISSUE}|{FORCE})"
    # 您建议制定《甲办法》，我区已于去年印发
    rf"|》?(?:的?(?:建议|意见|提案))?，(?:目前|对此)?，?我[区县市省局委厅办们](?:早?已|均已)[^，。；《》将拟]{{0,10}}?(?:{ISSUE}|{FORCE})(?=[，。；]|$|实施)"
)
#: 已完成《甲规划》编制: what is written; 已完成《乙条例》的草案起草 is a draft.
_COMPLETED = before_name("(?:已|已经|全面|基本|现已)?完成了?", mark=_MARK)
#: What somebody means to do.
_MEANT = "(?<![已均])将|拟|力争|计划|预计|确保|争取|尽快|抓紧|(?<![去上前])(?<![去上前]年)年内|年底前|明年"
#: 已编制完成《甲规划》.
_IS_WRITTEN = before_name(
    rf"(?:已|已经|现已|均已)[^，。；《已未]{{0,16}}?(?:完成了?(?:{DRAFT})|(?:{DRAFT})完成)[了的]?",
    rf"(?:完成了?(?:{DRAFT})|(?:{DRAFT})完成)了",
    mark=_MARK,
)
#: 我局协同乙局完成编制《甲规划》: by the verb alone a list of tasks says what is to be done (完成编制《甲规划》), and so does 下一步.
_WE_WROTE = before_name(
    rf"(?:^|[：。；、）])(?:[^，。；《]{{0,10}}[年月])?(?:我|本)(?:[局委办厅区县市镇院]|街道|中心)[^，。；《]{{0,24}}?(?:完成(?:{DRAFT})|(?:{DRAFT})完成)",
    mark=_MARK,
)
#: What is to be completed yet, or what others are to complete.
_NOT_WRITTEN = re.compile(rf"{INTEND}|{_MEANT}|加快|加紧|推动|推进|待|启动|要求|督促|指导|年底|到20\d\d年|下一步|打算|建议")
#: Anywhere before it in the sentence, that it speaks of what is to come.
_SENTENCE_TO_COME = re.compile(r"下一步|下阶段|接下来|今后|未来|打算|工作(?:计划|安排)|[到至]20\d\d年|明年|后年|建议|希望")
_YEAR = re.compile(r"(20\d\d)年")
#: 年内完成《甲规划》编制.
_TO_COMPLETE = before_name(f"(?:{_MEANT})[^，。；《已了]{{0,8}}完成", mark=_MARK)
#: 已完成《甲办法》起草工作，拟于近期公开征求意见: others are still to be asked.
_THEN_ASKED = re.compile(
    f"[^，。；]{{0,14}}，(?:目前|现|下一步)?(?:拟|将|即将|正|近期)[^，。；《]{{0,14}}(?:征求意见|征求[^，。；《]{{2,8}}意见|{AGREE}|提请|提交|上报|评审|{ISSUE})"
)
_ITS_WRITING = re.compile(rf"[》”]?的?(?:{DRAFT}|评审|审查|报批)(?![^，。；]{{0,8}}(?:初稿|草案|大纲))")
_IS_DRAFT = re.compile("[》”]?的?[^，。；]{0,8}(?:初稿|草案|大纲|征求意见|送审|初步成果|阶段性成果|初步方案)")
#: 拟制定《甲条例》实施细则: the first is there.
_ITS_RULES = re.compile("》?的?(?:实施细则|配套(?:政策|文件|措施|办法|细则)|操作细则|实施办法)")


def was_issued(tail: str) -> bool:
    """Whether the rest of the sentence behind a document says when it was issued, after what became of it before."""
    return bool(_ISSUED_THEN.match(tail))


def is_carried_out(after: str) -> bool:
    """Whether what is still to be written is what carries a document out."""
    return bool(_ITS_RULES.match(after))


#: 组织编制《甲规划》等系列规划，在规划中对老街进行梳理: what it says is told, so it is there.
_TELLS_OF_IT = re.compile(
    r"[》”]?(?:（[^）]*）)?(?:[、和及与]?《[^《》]*》)*(?:等[^，。；]{0,8})?，在(?:上述|该|这些)?(?:规划|方案|文件|政策|办法)中"
)
_YET_TO_WRITE = re.compile("将|拟|正|加快|抓紧|尽快|推动|推进|争取|启动|建议")

#: A day, also where words like 去年底 are masked because they do not mean the end of this one.
_DAY = r"(?:■{2,6}|20\d\d年(?:(?:\d{1,2}月(?:份|\d{1,2}日|底)?)|[上下]半年|年?底)?|(?:去年|上年|前年|同年|次年)(?:\d{1,2}月(?:\d{1,2}日)?|年?底|[上下]半年)?)"
_BY_THEN = rf"(?:(?:均?已经?|均)(?:于?{_DAY})?|于?{_DAY}(?:已|均)*)"
#: Who approves: that what is approved is no sum and no project stands between him and the verb.
_WHO = "(?:国务院|[^，。；《》将拟待未后报送交]{0,12}(?:政府|常委会|[省市区县州]委|[厅局委部办]))"
_APPROVED = "(?:正式|原则)?批[复准]?(?:同意|通过|(?:并|后)?(?:正式)?(?:公布|发布|印发|实施))?(?=[，。；]|$)"
#: 组织编制《甲规划》并于2021年6月获市政府批复: what who has to agree has agreed to, right behind it or its writing.
_APPROVED_THEN = re.compile(
    rf"》?(?:（[^）]{{0,20}}）)?(?:的?(?:{DRAFT})(?:工作)?(?=，|并))?，?(?:该(?:规划|方案|办法|细则|条例))?(?:并|且|目前|现|也)*(?:"
    rf"(?P<when>{_BY_THEN})?(?:正式|顺利|成功)?(?:获得?|取得|得到)了?{_WHO}?(?:的)?{_APPROVED}"
    rf"|(?P<by>{_BY_THEN})(?:经|由)?{_WHO}{_APPROVED}|{_WHO}(?P<on>于?{_DAY}){_APPROVED})"
)
#: Where nothing says when it was approved: 2020年组织编制《甲规划》并获市政府批复, 我局组织编制《甲规划》并获市政府批复.
_SOMEBODY_DID = re.compile(r"(?:20[012]\d年|(?:^|[，。：；、])(?:我|本)(?:[局委办厅区县市镇院]|街道|中心))[^，。；《]{0,24}$")
#: Before it, that somebody means to have it written, or that it waits.
_NOT_APPROVED = re.compile(rf"{_MEANT}|{INTEND}|正在|正(?=编|抓)|待|加快|加紧|抓紧|如|若|只有|应当?|需要?|必须|要求|请")


def _was_approved(ahead: str, tail: str, year: int | None) -> bool:
    """Whether the rest of the sentence says that a document has been approved, and no word before it that it is to be."""
    found = _APPROVED_THEN.match(tail)
    if found is None or not (any(found.group("when", "by", "on")) or _SOMEBODY_DID.search(ahead.rstrip("《"))):
        return False
    return not (_NOT_APPROVED.search(ahead) or _is_to_come(ahead + found.group(), year))


def _is_to_come(ahead: str, year: int | None) -> bool:
    """Whether the words of a sentence speak of what is to come, or of a year that has not begun."""
    later = year is not None and any(int(told) > year for told in _YEAR.findall(ahead))
    return later or _SENTENCE_TO_COME.search(ahead) is not None


def completed_status(clause: str, after: str, tail: str, *, ahead: str, to_come: bool, year: int | None) -> Status | None:
    """What is said of a document by the completion of its writing; None where that is not spoken of.

    Parameters
    ----------
    clause:
        The words before its name in their clause.
    after, tail:
        The rest of the clause behind it, and of the sentence.
    ahead:
        The whole sentence before it.
    to_come:
        Whether the section speaks of what is to come.
    year:
        In which the reply was written, where it says so.
    """
    if _TELLS_OF_IT.match(tail) and not _YET_TO_WRITE.search(clause) and not re.search("[将拟]", tail):
        return Status.EXISTING
    if not to_come and _was_approved(ahead, tail, year):
        return Status.EXISTING
    if (ours := _WE_WROTE.search(clause)) and _is_to_come(ahead, year):
        return Status.PLANNED
    if (_IS_WRITTEN.search(clause) or (ours and not to_come)) and not (
        _NOT_WRITTEN.search(clause) or _IS_DRAFT.match(after) or _THEN_ASKED.match(tail)
    ):
        return Status.EXISTING
    if not (_COMPLETED.search(clause) and _ITS_WRITING.match(after)):
        return None
    unfinished = _TO_COMPLETE.search(clause) or _THEN_ASKED.match(tail)
    return Status.PLANNED if unfinished else Status.EXISTING
