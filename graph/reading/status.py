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
_TO_ISSUE = re.compile(r"(?:研究|起草|制定|制订|编制|修订|出台|印发|发布|推出|谋划|完善)[^，。；《]{0,10}[《“]?$")
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
        return _policy_status(sentence, before, after)
    return _by_words(before, after) or sentence.default or Status.EXISTING


def _policy_status(sentence: Sentence, before: str, after: str) -> Status:
    clause = before.rsplit("，", maxsplit=1)[-1]
    if re.match(r"[》”]?(?:的)?(?:贯彻|落实|实施方案|实施细则|配套|任务|精神|要求)", after):
        return Status.EXISTING  # what is being written is another document, which carries it out
    if _IN_FORCE.search(clause) and not _TO_ISSUE.search(clause):
        return Status.EXISTING
    if _TO_ISSUE.search(clause) or re.match(r"[》”]?(?:的)?(?:研究|起草|制定|编制|修订|出台)", after):
        return _by_words(before, after) or sentence.default or Status.EXISTING
    return Status.EXISTING


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
