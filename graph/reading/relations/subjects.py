"""Which earlier clause has the subject of one that has none: 甲委对标《乙》，先后印发了《丙》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.reading.relations.scene import Pair, Scene

__all__ = ["OUR_OFFICE", "clauses_before", "is_without_subject", "opening"]

#: The replying department, as it calls itself.
OUR_OFFICE = "我(?:[局委办厅院会站行署]|部(?![门分队])|中心)"


def clauses_before(scene: Scene, end: int, verb: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The clauses before one without a subject, the nearest first, each from its subject on.

    Parameters
    ----------
    scene:
        The sentence.
    end:
        Where in the flow the clause ends that is looked at: before what is done.
    verb:
        What it ends in, to be searched for. A clause that does not, or that holds more than time and manner before it, gives nothing.

    Returns
    -------
    iterator of (int, int)
        Start and end in the flow.
    """
    words = scene.between(scene.start, end)
    at = words.rfind("，") + 1
    done = verb.search(words[at:])
    if not at or done is None or not is_without_subject(words[at : at + done.start()]):
        return
    while at:
        stop, at = at - 1, words.rfind("，", 0, at - 1) + 1
        begin = lead.end() if (lead := _LEAD.match(words, at, stop)) else at
        yield scene.start + begin, scene.start + stop


def is_without_subject(words: str) -> bool:
    """Whether what stands before a clause's verb says no more than when and how: 先后, 今年3月又, 按照规划."""
    return len(words) <= _LONGEST and _NO_SUBJECT.fullmatch(words) is not None


def opening(pairs: list[Pair], at: int, end: int) -> list[Pair]:
    """Those of the pairs that stand in a clause, where one of them is its first word."""
    inside = [p for p in pairs if at <= p[0].start < end]
    return inside if inside and inside[0][0].start == at else []


#: Time and manner take no more characters than these.
_LONGEST = 40
#: What a clause without a subject may have before its verb: 先后牵头, 今年3月又, 在全省率先, 会同有关部门.
_NO_SUBJECT = re.compile(
    r"(?:先后|陆续|相继|还|并|又|再|也|已|便|就|均|牵头|率先|首先|及时|组织|研究|统筹|联合|共同|专门|正式|正在|主动|积极|抓紧|同步|配套|新|重点|着力|加快|大力|全力|高标准|高水平|高质量|成功|累计|集中|统一|"
    r"今年|去年|前年|近年来?|同年|当年|次年|年[初底内]|[上下]半年|[一二三四]季度|\d{1,4}年|\d{1,2}月份?|\d{1,2}日|[于在]|全[区县市省国州]|"
    r"会同[^，。；]{2,20}?|结合[^，。；]{2,12}?|按照?[^，。；]{2,24}?)*"
)
#: Before a clause's subject.
_LEAD = re.compile(
    r"(?:近年来|近几年|目前|同时|此外|为此|下一步|今年(?:以来)?|去年|前年|(?:19|20)\d\d年(?:\d{1,2}月)?(?:以来)?|随后|其中|[^，。；■]{2,8}方面)?"
)
