"""Whether a sentence says that a thing is there, that it is to come, or that it is not to be."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.reply import Reply, Sentence
from graph.reading.status.documents import document_status
from graph.reading.status.services import is_hoped_for, is_to_come, is_used
from graph.records import Mention, Status

__all__ = ["clause_of", "is_denied", "is_proposed", "is_the_proposals", "status_of"]

_PLANNED = re.compile(
    rf"(?:{alternation('times', 'planned')})|将(?={alternation('times', 'after-将')})|到20[2-9]\d年(?:底|末)?[，,]?(?:前|力争|将|实现|建成)?|20[2-9]\d年底?前"
)
_EXISTING = re.compile(rf"(?:{alternation('times', 'existing')})|(?<=[\u4e00-\u9fff])了(?!解)")
_DENIED = re.compile(rf"(?:{alternation('times', 'denied')})")
_TO_BUILD = re.compile(rf"(?:{alternation('times', 'to-build')})[^，。；]{{0,12}}$")
#: What the proposal says, and nothing of what is there.
_PROPOSED = re.compile(r"(?:您|你们|您们|贵[委组会党]|代表|委员|提案)[^，。；]{0,14}(?:提出|建议|提到|所提)[^，。；]{0,16}$")
_ITS_SUBJECT = re.compile(r"(?:^|[）)、.．\s])关于[^，。；”]{0,18}$")


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
    after, tail = text[mention.end : clause_end], text[mention.end : sentence.end]
    if mention.type in ("Enterprise", "Carrier", "Subdistrict", "District", "Community", "Road", "BusinessCircle"):
        return Status.PLANNED if _TO_BUILD.search(before[-16:]) and not _done_after(after) else Status.EXISTING
    if mention.type == "Policy":
        told = document_status(mention.name, before, after, tail, done=_done_after(after), year=_year(reply))
        return told or _by_words(before, after) or sentence.default or Status.EXISTING
    if mention.type == "Scenario" and is_used(before, after):
        return Status.EXISTING
    if is_to_come(before, after):
        return Status.PLANNED
    told = _by_words(before, after)
    if told is None and is_hoped_for(before, tail):
        told = Status.PLANNED
    return told or sentence.default or Status.EXISTING


def _year(reply: Reply) -> int | None:
    """The year that the reply's heading or signature says."""
    return int(reply.heading.date[:4]) if reply.heading.date else None


def is_the_proposals(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence only repeats what the proposal says of a thing: that tells nothing of when it is."""
    before = reply.flow.text[sentence.start : mention.start].rstrip("“")
    return is_proposed(reply, sentence, mention) or bool(_ITS_SUBJECT.search(before))


def is_proposed(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the proposal is said to ask for the thing (您建议开设甲): of 42 services that are asked for one in four was there as well."""
    return bool(_PROPOSED.search(reply.flow.text[sentence.start : mention.start].rstrip("“")))


#: The words of a document's name say nothing of the sentence: 行动计划.
_NAMES = re.compile(r"《[^》]*》|“[^”]{1,24}”|(?:行动|年|专项|工作|培育|倍增|攻坚|提升|实施)计划")


def _by_words(before: str, after: str) -> Status | None:
    """The cue nearest before the mention; a thing done said behind it goes first."""
    if _done_after(after):
        return Status.EXISTING
    before = _NAMES.sub(lambda name: "■" * len(name.group()), before)
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
