"""Whether a sentence says that a thing is there, that it is to come, or that it is not to be."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.reply import Reply, Sentence
from graph.records import Mention, Status

__all__ = ["clause_of", "is_denied", "is_the_proposals", "status_of"]

_PLANNED = re.compile(
    rf"(?:{alternation('times', 'planned')})|将(?={alternation('times', 'after-将')})|到20[2-9]\d年(?:底|末)?[，,]?(?:前|力争|将|实现|建成)?|20[2-9]\d年底?前"
)
_EXISTING = re.compile(rf"(?:{alternation('times', 'existing')})|(?<=[\u4e00-\u9fff])了(?!解)")
_DENIED = re.compile(rf"(?:{alternation('times', 'denied')})")
_TO_BUILD = re.compile(rf"(?:{alternation('times', 'to-build')})[^，。；]{{0,12}}$")
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
    r"[》”]?(?:（(?![^）]*列入)[^）]*）)?(?:等)?(?:(?:的)?(?:立法|（已?列入[^）]*）|(?:调研)?起草|(?:编制|制定|制订|前期研究)(?!完成|实施|印发|出台|并|和))"
    r"|，?(?:目前|现|也|将于|\d{1,2}月)*(?:(?:已|现已|正在|正|也|尽早|尽快)?(?:列入|纳入)[^，。；]{0,14}(?:计划|项目|决策|重点工作)"
    r"|(?:已|正在|正)?(?:完成)?[^，。；]{0,6}征求意见|(?:已|正在|正)?履行[^，。；]{0,8}(?:程序|审查)|(?:正|正在|已)?(?:提请|报送|报请|提交)|初稿"
    r"|将(?:正式)?(?:印发|出台|发布|施行)|待(?:印发|批复|出台)|批复后再|由[^，。；]{1,14}起草))"
)
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
_IN_USE = re.compile(
    r"(?:接入|依托|利用|对接|借助|依靠|基于|融入|登录|并入|借鉴|整合|用好|完善|优化)(?:到|了|至)?[^，。；、]{0,6}[“]?$|(?:^|[，。；、])通过[^，。；、]{0,4}[“]?$"
)
#: Behind what is joined to something (与甲平台打通), what gets more functions (在甲上增设), what is carried on to other places.
_WITH = re.compile("(?:与|和|同)[^，。；、]{0,4}[“]?$")
_JOINED = re.compile(r"[”]?[^，。；]{0,8}?(?:对接|打通|互联|互通|联通|衔接|贯通|融合)")
_AT = re.compile("在[^，。；、]{0,3}[“]?$")
_EXTENDED = re.compile(r"[”]?[^，。；]{0,8}?(?:上|里|中|内)?(?:增加|增设|开设|新增|嵌入|设立?专)")
_CARRIED_ON = re.compile(
    r"[”]?(?:平台|系统|小程序|APP|应用|服务|试点)?(?:向[^，。；]{1,12}(?:延伸|拓展|推广|覆盖)|延伸[到至]|拓展[到至]|扩大[到至]|由[^，。；]{1,14}扩大|推广[到至]|的(?:经验|做法|优质))"
)
_TO_COME = re.compile(
    r"[”]?(?:平台|系统|场景|应用|项目)?(?:的?建设)?(?:要|也要|正)?(?:加快推动|加快推进建设|尚待|有待|即将|将于|拟于|计划于|(?:目前|现)?(?:正在|正由|正|尚在|还在)[^，。；]{0,10}(?:招标|报批|审批|论证|前期|可研|方案)"
    r"|(?:已|现已)?(?:列入|纳入)[^，。；]{0,10}(?:计划|规划|方案)|尚处于?)"
)
#: What a document demands, or what is only being thought of.
_DEMANDED = re.compile(
    r"(?:提出|要求|明确由|初步考虑|考虑|准备|设想)[^。；]{0,30}?(?:建设|建立|搭建|打造|开发|试点|试用|探索|建成|开通)[^，。；]{0,8}[“]?$"
)
#: 支持甲开通乙, 推动甲打造乙: what is hoped for, where nothing says that it is done.
_HOPED = re.compile(r"(?:支持|推动|鼓励|引导)[^，。；]{0,24}(?:开通|打造|建设|开发|搭建|上线|试点)[^，。；]{0,6}[“]?$")
#: Later in the sentence: when it is to begin.
_BEGINS_LATER = re.compile(
    r"预计|(?:年底|月底|季度|国庆|年内|明年|下半年)前?[^，。；]{0,6}(?:投用|上线|试运行|建成|开通|启用|运行)|再(?:定|决定)是否"
)
#: What the proposal says, and nothing of what is there.
_OF_THE_PROPOSAL = re.compile(
    r"(?:您|你们|您们|贵[委组会党]|代表|委员|提案)[^，。；]{0,14}(?:提出|建议|提到|所提)[^，。；]{0,16}$|(?:^|[）)、.．\s])关于[^，。；”]{0,18}$"
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
        tail = text[mention.end : sentence.end]
        return Status.PLANNED if _DRAFT.search(mention.name) else _policy_status(sentence, before, after, tail)
    if mention.type == "Scenario" and _is_used(before, after):
        return Status.EXISTING
    if _TO_COME.match(after) or _DEMANDED.search(before):
        return Status.PLANNED
    told = _by_words(before, after)
    if told is None and (_HOPED.search(before) or _BEGINS_LATER.search(text, mention.end, sentence.end)):
        told = Status.PLANNED
    return told or sentence.default or Status.EXISTING


def _is_used(before: str, after: str) -> bool:
    """Whether a service is used, joined to, added to or carried on, which only one that is there can be."""
    return bool(
        _IN_USE.search(before)
        or (_WITH.search(before) and _JOINED.match(after))
        or (_AT.search(before) and _EXTENDED.match(after))
        or _CARRIED_ON.match(after)
    )


def is_the_proposals(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence only repeats what the proposal says of a thing: that tells nothing of when it is."""
    return bool(_OF_THE_PROPOSAL.search(reply.flow.text[sentence.start : mention.start].rstrip("“")))


def _policy_status(sentence: Sentence, before: str, after: str, tail: str) -> Status:
    clause = before.rsplit("，", maxsplit=1)[-1]
    if _AMENDED.search(clause) or _TO_AMEND.match(after):
        return Status.EXISTING
    written = _WRITES.search(clause) and not _done_after(after)
    if written or _STILL_DRAFT.match(after) or _BEING_MADE.search(clause) or _ON_ITS_WAY.match(tail):
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
