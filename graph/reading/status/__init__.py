"""Whether a sentence says that a thing is there, that it is to come, or that it is not to be."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.reply import Reply, Sentence
from graph.reading.status.denied import is_called_for, is_denied_document, is_denied_park, is_denied_service
from graph.reading.status.documents import document_status
from graph.reading.status.facilities import told_of_facility
from graph.reading.status.figures import figure_status
from graph.reading.status.months import begins_after
from graph.reading.status.pending import is_pending, is_running
from graph.reading.status.places import is_awaited, is_place_to_come
from graph.reading.status.proposed import (
    is_answered,
    is_asked_after,
    is_asked_for,
    is_granted,
    is_proposed,
    is_taken_up,
    is_the_proposals,
    is_to_be_tried_first,
    is_wanted,
    without_the_proposals_words,
)
from graph.reading.status.services import (
    is_being_built,
    is_hoped_for,
    is_listed_first,
    is_to_be_built,
    is_to_come,
    is_used,
)
from graph.reading.status.sought import is_service_sought
from graph.reading.status.striven import is_striven_for
from graph.reading.status.supporting import SUPPORTING, supporting_status
from graph.reading.status.verbs import DONE_AFTER
from graph.reading.status.years import begins_in_a_later_year
from graph.records import Mention, Status

__all__ = [
    "clause_of",
    "is_answered",
    "is_asked_after",
    "is_asked_for",
    "is_denied",
    "is_only_called_for",
    "is_proposed",
    "is_taken_up",
    "is_the_proposals",
    "is_wanted",
    "status_of",
    "status_of_figure",
    "told_of",
]

_PLANNED = re.compile(
    # No group around the first words: an alternation of nothing but first characters is searched for fast.
    rf"{alternation('times', 'planned')}|将(?<![已均]将)(?={alternation('times', 'after-将')})|到20[2-9]\d年(?:底|末)?[，,]?(?:前|力争|将|实现|建成)?|20[2-9]\d年底?前|要到(?:明年|后年|年底|20[2-9]\d年)"
    "|争取(?=(?:早日|尽早|尽快|今年|明年|年底|下半年)?(?:上线|建成|投用|启用|开通|推出|试点|落地|运行)(?!了))"
)
_EXISTING = re.compile(rf"{alternation('times', 'existing')}|了(?<=[\u4e00-\u9fff]了)(?!解)")


def clause_of(reply: Reply, sentence: Sentence, index: int) -> tuple[int, int]:
    """The part of a sentence between commas that holds the flow's character at ``index``."""
    text = reply.flow.text
    start = text.rfind("，", sentence.start, index) + 1 or sentence.start
    end = text.find("，", index, sentence.end)
    return max(start, sentence.start), sentence.end if end < 0 else end


#: Nothing that a reply says brings these about: 加快推进甲镇乙社区改造.
_ADMINISTERED = frozenset(("District", "Subdistrict", "Community"))


def status_of(reply: Reply, sentence: Sentence, mention: Mention) -> Status:
    """The words of the sentence decide, then the section it stands in.

    An enterprise or a carrier exists unless the text says that it is still to come; so does a policy unless it is
    still being written.
    """
    if mention.type in _ADMINISTERED:
        return Status.EXISTING
    text = reply.flow.text
    default = None if _is_past(reply, sentence) else sentence.default
    before = _without_past_halves(text[sentence.start : mention.start], _year(reply))
    _, clause_end = clause_of(reply, sentence, mention.end - 1)
    tail = _of_this_place(_without_past_halves(text[mention.end : sentence.end], _year(reply)))
    after = tail[: clause_end - mention.end]
    if mention.type in ("Enterprise", "Carrier", "Road", "BusinessCircle"):
        if mention.type == "Carrier":
            asked = is_taken_up(before, tail) and is_wanted(reply, sentence, mention)
            to_come = asked or is_place_to_come(before, after, tail, _year(reply)) or _is_phase_to_come(reply, sentence, mention)
        else:
            to_come = is_awaited(before, after, default)
        return Status.PLANNED if to_come else Status.EXISTING
    if mention.type == "Policy" or mention.type in SUPPORTING:
        return _of_no_service(mention, before, after, tail, default, _year(reply))
    if mention.type == "Scenario" and is_used(before, after, tail):
        return Status.EXISTING
    taken_up = is_taken_up(before, tail) and is_proposed(reply, sentence, mention)
    asked = mention.type == "Scenario" and (taken_up or is_granted(before, tail))
    if asked or _is_to_come(reply, mention, without_the_proposals_words(before), after, tail):
        return Status.PLANNED
    before = without_the_proposals_words(before)
    told = _by_words(before, after)
    hoped = is_being_built(before, tail) or ((told is None or is_listed_first(tail)) and is_hoped_for(before, tail))
    if hoped and not is_running(tail):
        told = Status.PLANNED
    return told or default or Status.EXISTING


#: 推进甲园二期建设: a park's later phase is what is built, where a park that is pushed on is mostly there. Of eleven told so ten are to come.
#: 乙园三期正在建设 may speak of one that has its firms already, as it may of a park.
_LATER_PHASE = re.compile("[二三四五六七八九十]期$")
_BEING_BUILT = re.compile("”?(?:项目|工程)?(?:正在|正|尚在|仍在)[^，。；]{0,8}(?:建设|施工)(?=[，。；]|$)")


def _is_phase_to_come(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether a park is a later phase of one, of which the words around it say what they say of a facility to come."""
    if not _LATER_PHASE.search(mention.name) or _BEING_BUILT.match(reply.flow.text, mention.end):
        return False
    return told_of(reply, sentence, mention) is Status.PLANNED


def told_of(reply: Reply, sentence: Sentence, mention: Mention) -> Status | None:
    """What the words around a facility themselves say of it, and nothing where they only name it."""
    text, year = reply.flow.text, _year(reply)
    before = _without_past_halves(text[sentence.start : mention.start], year)
    tail = _of_this_place(_without_past_halves(text[mention.end : sentence.end], year))
    return told_of_facility(mention.name, before, tail, year)


def _of_no_service(mention: Mention, before: str, after: str, tail: str, default: Status | None, year: int | None) -> Status:
    """What the words around a document, or around something of :data:`SUPPORTING`, say of it."""
    to_come, by_words = default is Status.PLANNED, _by_words(before, after)
    if mention.type == "Policy":
        told = document_status(mention.name, before, after, tail, done=_done_after(after), to_come=to_come, year=year)
        return told or by_words or default or Status.EXISTING
    said = by_words is Status.PLANNED
    return supporting_status(mention.type, mention.name, before, tail, to_come=to_come, said=said, year=year)


def status_of_figure(reply: Reply, sentence: Sentence, start: int, end: int) -> Status:
    """The same of a figure that stands between two positions of the flow."""
    text = reply.flow.text
    _, clause_end = clause_of(reply, sentence, end - 1)
    told = figure_status(text[sentence.start : start], text[end:clause_end], _year(reply))
    return told or (None if _is_past(reply, sentence) else sentence.default) or Status.EXISTING


def _is_to_come(reply: Reply, mention: Mention, before: str, after: str, tail: str) -> bool:
    """Whether the words around a thing say that it is planned; of a service also that it begins later or is not there yet."""
    if is_to_come(before, after):
        return True
    if mention.type != "Scenario":
        return False
    return (
        is_to_be_built(before, tail)
        or (is_to_be_tried_first(tail) and not _IS_DONE.search(before) and not is_running(tail))
        or is_striven_for(before, tail, _year(reply))
        or is_service_sought(before, tail, _year(reply))
        or begins_after(before, tail, _signed(reply))
        or begins_in_a_later_year(tail, _year(reply))
        or (is_pending(tail) and not _IS_DONE.search(before))
    )


#: 甲园、乙园均已开通“丙”，丁园年底前开通: before a service that is there, whatever is to come behind it.
_IS_DONE = re.compile(
    "(?:已|早已|先行|率先|先后|成功)(?:经|全面|正式|先行|率先|于[^，。；]{1,8})?(?:上线|开通|推出|启用|建成|试点|应用|投用|落地|开设|引入)了?[“]?$"
)


#: 2024年，我区引进甲: the sentence says when, whatever the section says.
_WHEN = re.compile(r"(?:[^，。；]{0,6}[、.．）]|[一二三四五]是)?(?:自|早在|截至|于)?(?P<year>20\d\d)年(?!以后|起|底前|前)")


def _is_past(reply: Reply, sentence: Sentence) -> bool:
    """Whether a sentence begins with a year that is over when the reply is written."""
    told, year = _WHEN.match(reply.flow.text, sentence.start, sentence.end), _year(reply)
    return told is not None and year is not None and int(told["year"]) < year


#: 甲街道已建成乙，丙街道的明年启动; 其余街道预计明年建成: from here on the sentence speaks of other places.
_OTHER_PLACES = re.compile(
    "，(?:(?:其余|其他|其它|剩余|另外)[^，。；]{0,10}|[^，。；]{1,8}(?:街道|街镇|镇|乡|村|社区|小区|园区|医院|学校)的"
    "|(?![该本此我])[^，。；“”]{2,10}(?:街道|街镇|[镇乡村]|社区|小区|园|医院|学校|校区|驿站|馆|店|片区|大厦|广场)(?!正在|尚在))"
    r"(?=(?:也|则|还|将|均|正|已)*(?:将|拟|预计|计划|力争|明年|后年|年底|年内|下半年|下月|正在|尚|20[2-9]\d年|\d{1,2}月))"
)


def _of_this_place(tail: str) -> str:
    """The words behind a name up to where they turn to what is to come at other places."""
    turn = _OTHER_PLACES.search(tail)
    return tail[: turn.start()] if turn else tail


#: 下半年 is to come, but not that of a year that is over.
_HALF = re.compile(
    r"(?:(?P<year>20\d\d)年?|(?P<past>去年|上年|前年|截至[^，。；]{0,6}?))?(?:下半年|(?<=[去上前\d]年)年?底前?)(?P<since>以来|起)?"
)


def _without_past_halves(words: str, year: int | None) -> str:
    """The words with a second half or the end of a year that is over blotted out: 2018年下半年, 去年下半年, 下半年以来, 2023年底."""
    if "下半年" not in words and "年底" not in words:
        return words

    def blotted(half: re.Match[str]) -> str:
        before = half["year"] is not None and year is not None and int(half["year"]) < year
        return "■" * len(half.group()) if before or half["past"] or half["since"] else half.group()

    return _HALF.sub(blotted, words)


def _year(reply: Reply) -> int | None:
    """The year that the reply's heading or signature says."""
    return int(reply.heading.date[:4]) if reply.heading.date else None


def _signed(reply: Reply) -> tuple[int, int] | None:
    """Month and day that the reply's heading or signature says."""
    _, month, day = [*(reply.heading.date or "").split("-"), "", ""][:3]
    return (int(month), int(day)) if month and day else None


def is_only_called_for(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the reply only calls on others to issue a document: 建议市级层面出台《甲》."""
    start, _ = clause_of(reply, sentence, mention.start)
    return is_called_for(reply.flow.text[start : mention.start])


#: The words of a document's name say nothing of the sentence: 行动计划; nor is 统筹建设 筹建, nor does 现有基础 say what is there.
_NAMES = re.compile(
    # What any of them begins with, so that they are not tried one by one where none can be.
    r"(?=[《按根依统现“行年专工培倍攻提实])(?:"
    r"《[^》]*》|(?:按照?|根据|依据|依照)[^，。；《]{0,16}计划(?=，)|统筹建|现有(?=基础|资源|条件|政策|设施|空间|力量|体系|机制|平台上|系统上|框架|渠道)|“[^”]{1,24}”|(?:行动|(?<![今明本去前后当全])年|专项|工作|培育|倍增|攻坚|提升|实施)计划)"
)


#: 拟在甲街道率先试点乙, 力争丙上线，并率先推出丁: the first to do what is still to come.
_FIRST_TO_COME = re.compile("(?:拟|(?<![已均])将|计划|力争|争取)[^。；了已]{0,40}?率先")


def _by_words(before: str, after: str) -> Status | None:
    """The cue nearest before the mention; a thing done said behind it goes first."""
    if _done_after(after):
        return Status.EXISTING
    before = _NAMES.sub(lambda name: "■" * len(name.group()), before)
    if "率先" in before:
        before = _FIRST_TO_COME.sub(lambda first: first.group()[:-2] + "■■", before)
    planned = max((m.start() for m in _PLANNED.finditer(before)), default=-1)
    existing = max((m.start() for m in _EXISTING.finditer(before)), default=-1)
    if planned < 0 and existing < 0:
        return Status.PLANNED if _PLANNED.search(after[:12]) else None
    return Status.PLANNED if planned > existing else Status.EXISTING


def _done_after(after: str) -> bool:
    return bool(DONE_AFTER.match(after))


def is_denied(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the reply says that a service, a park or a document is not there, or will not be: 暂不具备条件, 尚未, 不宜."""
    text = reply.flow.text
    start, end = clause_of(reply, sentence, mention.start)
    before, after, tail = text[start : mention.start], text[mention.end : end], text[mention.end : sentence.end]
    if mention.type == "Policy":
        return is_denied_document(before, after, tail, marked=mention.rule == "policy.marked")
    if mention.type == "Carrier":
        return is_denied_park(before, after, tail)
    return mention.type == "Scenario" and is_denied_service(before, after, tail) and not is_to_be_tried_first(tail)
