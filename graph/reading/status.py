"""Whether a sentence says that a thing is there, that it is to come, or that it is not to be."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.reply import Reply, Sentence
from graph.records import Mention, Status

__all__ = ["clause_of", "is_denied", "status_of"]

_PLANNED = re.compile(
    rf"(?:{alternation('times', 'planned')})|将(?={alternation('times', 'after-将')})|到20[2-9]\d年(?:底|末)?[，,]?(?:前|力争|将|实现|建成)?|20[2-9]\d年底?前"
)
_EXISTING = re.compile(rf"(?:{alternation('times', 'existing')})|(?<=[\u4e00-\u9fff])了(?!解)")
_DENIED = re.compile(rf"(?:{alternation('times', 'denied')})")
_TO_BUILD = re.compile(rf"(?:{alternation('times', 'to-build')})[^，。；]{{0,12}}$")
_TO_ISSUE = re.compile(r"(?:研究|起草|制定|制订|编制|修订|出台|印发|发布|推出|谋划|筹划|拟订|拟定|完善)[^，。；《]{0,10}[《“]?$")
#: 编制的《甲规划》: a document that somebody has made.
_MADE_BY = re.compile(r"(?:编制|印发|出台|制定|制订|发布|下发|颁布|修订|公布|审议通过)的[^，。；《]{0,8}[《“]?$")
#: What is not yet issued: said right before its name, and behind it.
_DRAFTED = re.compile(
    r"(?:正在|正|着手|抓紧|筹划|谋划)(?:研究|起草|制定|制订|编制|修订|草拟|拟订|拟定)?[^，。；《]{0,6}[《“]?$|报批[^，。；《]{0,6}[《“]?$"
)
_STILL_DRAFT = re.compile(
    r"[》”]?(?:（[^）]*）)?(?:（?(?:送审|论证|征求意见|报批|讨论)稿|草案|的?(?:目前|现|已|也)?(?:正在|正|即将|将|拟|尚在|还在)[^，。；]{0,6}(?:研究|起草|制定|制订|编制|修订|出台|印发|审议|报批|征求|完善|发布))"
)
_BEING_MADE = re.compile(r"(?:正在|正|当前正|着手|抓紧|即将|将|拟)[^，。；]{0,4}(?:编制|印发|出台|制定|制订|修订|发布)的")
#: 接入“甲大脑”平台: what is used for something is there, whenever the something is to come.
_IN_USE = re.compile(r"(?:接入|依托|利用|对接|借助|依靠|基于|融入|登录)(?:到|了|至)?[^，。；、]{0,6}[“]?$")
_TO_COME = re.compile(
    r"[”]?(?:平台|系统|场景|应用)?(?:的?建设)?(?:要|也要|正)?(?:加快推动|加快推进建设|尚待|有待|即将|将于|拟于|计划于)"
)
_IN_FORCE = re.compile(r"(?:贯彻|落实|按照|根据|依据|遵循|对照|执行|围绕|依托|结合|实施|用好|用足|现行|符合)[^，。；]{0,16}$")


def clause_of(reply: Reply, sentence: Sentence, index: int) -> tuple[int, int]:
    """The part of a sentence between commas that holds the flow's character at ``index``."""
    text = reply.flow.text
    start = text.rfind("，", sentence.start, index) + 1 or sentence.start
    end = text.find("，", index, sentence.end)
    return max(start, sentence.start), sentence.end if end < 0 else end


def status_of(reply: Reply, sentence: Sentence, mention: Mention) -> Status:
    """The words of the sentence decide, then the section it stands in.

    An enterprise or a carrier exists unless the text says that it is still to come; so does a policy unless it is
    still being written.
    """
    text = reply.flow.text
    before = text[sentence.start : mention.start]
    _, clause_end = clause_of(reply, sentence, mention.end - 1)
    after = text[mention.end : clause_end]
    if mention.type in ("Enterprise", "Carrier", "Subdistrict", "District", "Community", "Road", "BusinessCircle"):
        return Status.PLANNED if _TO_BUILD.search(before[-16:]) and not _done_after(after) else Status.EXISTING
    if mention.type == "Policy":
        return Status.PLANNED if _DRAFT.search(mention.name) else _policy_status(sentence, before, after)
    if mention.type == "Scenario" and _IN_USE.search(before):
        return Status.EXISTING
    if _TO_COME.match(after):
        return Status.PLANNED
    return _by_words(before, after) or sentence.default or Status.EXISTING


def _policy_status(sentence: Sentence, before: str, after: str) -> Status:
    clause = before.rsplit("，", maxsplit=1)[-1]
    if _STILL_DRAFT.match(after) or _BEING_MADE.search(clause):
        return Status.PLANNED
    if _MADE_BY.search(clause):
        return Status.EXISTING
    if _DRAFTED.search(clause) and not _done_after(after):
        return Status.PLANNED
    # Behind 贯彻 and its like what is being written is another document, which carries it out.
    stands = _CARRIED_OUT.match(after) or (_IN_FORCE.search(clause) and not _TO_ISSUE.search(clause))
    if not stands and (_TO_ISSUE.search(clause) or _WRITTEN.match(after)):
        return _by_words(before, after) or sentence.default or Status.EXISTING
    return Status.EXISTING


#: A document that says of itself that it is a draft.
_DRAFT = re.compile("讨论稿|征求意见稿|送审稿|论证稿|报批稿|草案")
_CARRIED_OUT = re.compile(r"[》”]?(?:的)?(?:贯彻|落实|实施方案|实施细则|配套|任务|精神|要求)")
_WRITTEN = re.compile(r"[》”]?(?:的)?(?:研究|起草|制定|编制|修订|出台)")


def _by_words(before: str, after: str) -> Status | None:
    """The cue nearest before the mention; a thing done said behind it goes first."""
    if _done_after(after):
        return Status.EXISTING
    planned = max((m.start() for m in _PLANNED.finditer(before)), default=-1)
    existing = max((m.start() for m in _EXISTING.finditer(before)), default=-1)
    if planned < 0 and existing < 0:
        return Status.PLANNED if _PLANNED.search(after[:12]) else None
    return Status.PLANNED if planned > existing else Status.EXISTING


_DONE_AFTER = re.compile(rf"[^，。；]{{0,14}}?(?:{alternation('times', 'done-after')})")
_DENIED_AFTER = re.compile(rf"[^，。；]{{0,6}}(?:{alternation('times', 'denied')})")


def _done_after(after: str) -> bool:
    return bool(_DONE_AFTER.match(after))


def is_denied(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the clause says that the thing is not, or will not be: 暂不具备条件, 尚未, 不宜."""
    text = reply.flow.text
    start, end = clause_of(reply, sentence, mention.start)
    before, after = text[start : mention.start], text[mention.end : end]
    return bool(_DENIED.search(before[-14:]) or _DENIED.match(after[:10]) or _DENIED_AFTER.match(after))
