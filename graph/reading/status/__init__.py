"""Whether a sentence says that a thing is there, that it is to come, or that it is not to be."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.reply import Reply, Sentence
from graph.reading.status.denied import is_called_for, is_denied_document, is_denied_park, is_denied_service
from graph.reading.status.documents import document_status
from graph.reading.status.places import is_awaited, is_place_to_come
from graph.reading.status.services import begins_after, is_hoped_for, is_listed_first, is_to_come, is_used
from graph.reading.status.verbs import BUILD, OPEN, before_name
from graph.records import Mention, Status

__all__ = [
    "clause_of",
    "is_answered",
    "is_asked_for",
    "is_denied",
    "is_only_called_for",
    "is_proposed",
    "is_taken_up",
    "is_the_proposals",
    "is_wanted",
    "status_of",
]

_PLANNED = re.compile(
    rf"(?:{alternation('times', 'planned')})|(?<![已均])将(?={alternation('times', 'after-将')})|到20[2-9]\d年(?:底|末)?[，,]?(?:前|力争|将|实现|建成)?|20[2-9]\d年底?前"
)
_EXISTING = re.compile(rf"(?:{alternation('times', 'existing')})|(?<=[\u4e00-\u9fff])了(?!解)")
#: What the proposal says, and nothing of what is there.
_PROPOSED = re.compile(
    rf"(?:^|[，；])建议[^，。；]{{0,16}}(?:{BUILD}|{OPEN}|设置|开设|增设|引入)[^，。；]{{0,10}}$"
    r"|(?:您|你们|您们|贵[委组会党]|代表|委员|提案)[^，。；]{0,14}(?:提出|建议|提到|所提)[^，。；]{0,16}$"
)
_ANSWERED = re.compile(
    r"[”]?[^，。；]{0,8}，(?:目前)?我[区市县省局委们][^，。；]{0,6}(?:已|目前已|均已)(?!收|转|阅|[与同和将]|对接|联系|沟通|邀)"
)
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
    default = None if _is_past(reply, sentence) else sentence.default
    before = _without_past_halves(text[sentence.start : mention.start], _year(reply))
    _, clause_end = clause_of(reply, sentence, mention.end - 1)
    tail = _without_past_halves(text[mention.end : sentence.end], _year(reply))
    after = tail[: clause_end - mention.end]
    if mention.type in ("Enterprise", "Carrier", "Subdistrict", "District", "Community", "Road", "BusinessCircle"):
        if mention.type == "Carrier":
            asked = is_taken_up(before, tail) and is_wanted(reply, sentence, mention)
            to_come = asked or is_place_to_come(before, after, tail)
        else:
            to_come = is_awaited(before, after, default)
        return Status.PLANNED if to_come else Status.EXISTING
    if mention.type == "Policy":
        told = document_status(mention.name, before, after, tail, done=_done_after(after), year=_year(reply))
        return told or _by_words(before, after) or default or Status.EXISTING
    if mention.type == "Scenario" and is_used(before, after, tail):
        return Status.EXISTING
    if mention.type == "Scenario" and is_taken_up(before, tail) and is_proposed(reply, sentence, mention):
        return Status.PLANNED
    if is_to_come(before, after) or (mention.type == "Scenario" and begins_after(before, tail, _signed(reply))):
        return Status.PLANNED
    told = _by_words(before, after)
    if (told is None or is_listed_first(tail)) and is_hoped_for(before, tail):
        told = Status.PLANNED
    return told or default or Status.EXISTING


#: 2024年，我区引进甲: the sentence says when, whatever the section says.
_WHEN = re.compile(r"(?:[^，。；]{0,6}[、.．）]|[一二三四五]是)?(?:自|早在|截至|于)?(?P<year>20\d\d)年(?!以后|起|底前|前)")


def _is_past(reply: Reply, sentence: Sentence) -> bool:
    """Whether a sentence begins with a year that is over when the reply is written."""
    told, year = _WHEN.match(reply.flow.text, sentence.start, sentence.end), _year(reply)
    return told is not None and year is not None and int(told["year"]) < year


#: 下半年 is to come, but not that of a year that is over.
_HALF = re.compile(r"(?:(?P<year>20\d\d)年?|(?P<past>去年|上年|前年|截至[^，。；]{0,6}?))?下半年(?P<since>以来|起)?")


def _without_past_halves(words: str, year: int | None) -> str:
    """The words with a second half of a year that is over blotted out: 2018年下半年, 去年下半年, 下半年以来."""
    if "下半年" not in words:
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


def is_the_proposals(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence only repeats what the proposal says of a thing: that tells nothing of when it is."""
    before = reply.flow.text[sentence.start : mention.start].rstrip("“")
    return is_proposed(reply, sentence, mention) or bool(_ITS_SUBJECT.search(before))


#: The title of a proposal, in marks or bare in a heading, up to what it asks for: 《关于打造甲园的建议》, （二）关于建设乙园的建议.
_IN_A_TITLE = re.compile(
    r"[《“](?P<asked>[^《》。；\n]*)$|^(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]?、?)?关于(?P<headed>[^《》，。；：\n]*)$"
)
_TITLE_ENDS = re.compile(
    r"[^《》。；\n]{0,60}?(?:建议|提案|议案)(?:[》”。]|$|\n)|[^《》。；\n]{0,40}?[”’]{1,2}的?(?:代表)?(?:建议|提案|议案)"
)
#: What a proposal asks for is not there; what it asks to be pushed on is, where it is a place.
_ASKS_FOR = re.compile(rf"(?:{BUILD}|{OPEN}|成立|规划|申报|争创|成为|引进|塑造)(?:成为|为|成)?[^，、的]{{0,6}}[“‘]{{0,2}}$")
_ASKS_ON = re.compile(r"(?:运用|推动|推进|加快|推广|完善)[^，、的]{0,8}[“‘]{0,2}$")
#: A verb that a name was read together with: 新建城区绿色食品产业园.
_VERB_WITHIN = re.compile("(?:新建|打造|筹建|塑造|创建|建设)[\u4e00-\u9fff]{3}")


def is_asked_for(reply: Reply, mention: Mention) -> bool:
    """Whether a park or a service stands in the title of a proposal, as what that asks for: 《关于打造甲园的建议》 says of none that it is there."""
    text, sentence = reply.flow.text, reply.sentence_at(mention.start)
    start = sentence.start if sentence else text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    title = _IN_A_TITLE.search(text[start : mention.start])
    if title is None or not _TITLE_ENDS.match(text, mention.end, len(text) if end < 0 else end + 1):
        return False
    asked = title["asked"] if title["asked"] is not None else title["headed"]
    on = mention.type == "Scenario" and _ASKS_ON.search(asked)
    return bool(on or _ASKS_FOR.search(asked) or _VERB_WITHIN.match(mention.name))


def is_proposed(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the proposal is said to ask for the thing (您建议开设甲): of 42 services that are asked for one in four was there as well."""
    if is_answered(reply.flow.text[mention.end : sentence.end]):
        return False  # 您提到的“甲”，我区已在乙街道试点
    return bool(_PROPOSED.search(reply.flow.text[sentence.start : mention.start].rstrip("“")))


def is_answered(behind: str) -> bool:
    """Whether the words behind a name say that the district has it already: 您提到的“甲”，我区已在乙街道试点."""
    return bool(_ANSWERED.match(behind))


#: 您建议建设甲，我局赞成; 提案建议开通乙，拟在丙街道试点: what the reply takes up, and nothing that it holds against it.
_TAKEN_UP = re.compile(
    r"[”]?[^，。；]{0,24}，(?:[^。；]{0,24}，)?[^，。；]{0,16}?(?:赞[成同]|同意|采纳|拟(?!不)|(?<![现就])将(?!近|办理|有关|答复)|争取|计划"
    r"|列入[^，。；]{0,10}(?:计划|规划|实事|方案)|正在(?:编制|制定|推进|建设|筹建)|(?:很|十分|确)有?必要)"
)
_ASKS = re.compile("(?:建议|提出)[^，。；]{0,20}$")
_BUT = re.compile("但|暂|不(?![断仅])|难|缓|尚|没有|无法|受制|风险|协商|论证|研究(?!制定)|再")


def is_taken_up(before: str, behind: str) -> bool:
    """Whether the words around what a proposal asks for say that it will be done: 您建议建设甲，我局赞成; not 您提到的甲市“乙”."""
    asks = _ASKS.search(before)
    return bool(asks and _TAKEN_UP.match(behind)) and not _BUT.search(behind)


#: 您建议在甲街道建设乙园: right before a park that is asked for.
_WANTS = before_name(
    f"(?:您|你们|您们|贵[委组会党]|代表|委员)[^，。；]{{0,8}}(?:建议|提出)[^，。；]{{0,16}}(?:{BUILD}|规划)[^，。；]{{0,4}}"
)


def is_only_called_for(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the reply only calls on others to issue a document: 建议市级层面出台《甲》."""
    start, _ = clause_of(reply, sentence, mention.start)
    return is_called_for(reply.flow.text[start : mention.start])


def is_wanted(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the proposal is said to ask that a park be built: 您建议在甲街道建设乙园."""
    before = reply.flow.text[sentence.start : mention.start]
    return bool(_WANTS.search(before)) and not is_answered(reply.flow.text[mention.end : sentence.end])


#: The words of a document's name say nothing of the sentence: 行动计划; nor is 统筹建设 筹建, nor does 现有基础 say what is there.
_NAMES = re.compile(
    r"《[^》]*》|统筹建|现有(?=基础|资源|条件|政策|设施|空间|力量|体系|机制)|“[^”]{1,24}”|(?:行动|年|专项|工作|培育|倍增|攻坚|提升|实施)计划"
)


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


def _done_after(after: str) -> bool:
    return bool(_DONE_AFTER.match(after))


def is_denied(reply: Reply, sentence: Sentence, mention: Mention) -> bool:
    """Whether the reply says that a service, a park or a document is not there, or will not be: 暂不具备条件, 尚未, 不宜."""
    text = reply.flow.text
    start, end = clause_of(reply, sentence, mention.start)
    before, after, tail = text[start : mention.start], text[mention.end : end], text[mention.end : sentence.end]
    if mention.type == "Policy":
        return is_denied_document(before, after, marked=mention.rule == "policy.marked")
    if mention.type == "Carrier":
        return is_denied_park(before, after, tail)
    return mention.type == "Scenario" and is_denied_service(before, after, tail)
