"""A reply's sentences: its paragraphs cut at their marks, each with the status that its section gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.reading.lexicon import alternation
from graph.records import Status

__all__ = ["ITEM", "Sentence", "sentences"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body; offsets into the flow, ``end`` exclusive, without its full stop."""

    start: int
    end: int
    default: Status | None
    """What the section, or a 下一步 before it, says of its status."""
    paragraph: int
    """Number of the paragraph it stands in."""
    heading: bool
    """Whether it is a section's heading and no statement."""


_MARKERS = (
    re.compile(r"第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}\s*[、.．，]"),
    re.compile(r"（[一二三四五六七八九十]{1,3}）[、.]?"),
    re.compile(r"\d{1,2}\s*[、.．](?!\d)|（\d{1,2}）|\d{1,2}）|[①-⑳]"),
    re.compile(r"(?:[一二三四五六七八九十]|首先|其次|再次|最后)(?:是|，)|第[一二三四五六七八九十]，|（[a-z]）"),
)

#: The mark of an item that stands on a line of its own.
ITEM = re.compile(r"\s*(?:—|-|·|[①-⑳]|\d{1,2}[、.．]|（\d{1,2}）|[一二三四五六七八九十]是)")

#: The level of 一是, 首先, 第二，.
_ENUMERATES = 3

_END = re.compile(r"[。！？；\n]+")

#: Who replies, as it calls itself: 我局, 我镇, 我街道, 我中心.
_WE = "我(?:[们局委办厅部省市区县旗州镇乡村会站所院校行司园处社队]|街道|街镇|中心|分局|公司|集团|单位|部门|管委会|[新园]区|开发区|学校|医院|[大支总]队)"
#: 我镇将, 我委还将.
_WE_WILL = f"{_WE}[还也]?将"

#: 未来社区 is a thing, 未来三年 a time; 2018年下半年 is past.
_OPENS_PLAN = re.compile(rf"(?<!年)(?:{alternation('openings', 'planned')}|{_WE_WILL})|^未来(?=[几三五两一我将，]|$|的?工作)")

#: 街道将从以下三方面抓好, 区教育局将做好下列工作: another office, or one that speaks of itself by its name, says what follows.
_ANNOUNCED = re.compile(
    r"[^，。；：“”《》将]{0,20}(?:街道|[镇乡局委办厅部院校会站处区市县]|中心|政府|部门|公司|集团|单位|大队|支队)[还也]?将"
    r"(?!以下|下列|如下)[^，。；：]{1,24}(?:以下|下列|如下|[几两一二三四五六七八九十\d]个?(?:方面|项|件))"
)

_OPENS_STATE = re.compile(rf"(?:{alternation('openings', 'existing')})")

#: 为此，下一步: what a sentence begins with counts behind such a word too.
_HENCE = re.compile(r"^(?:为此|对此|因此|据此|鉴于此|基于此|综上)，")

#: 我们准备这样推进：, 我局打算：
_INTENDED = re.compile(r"(?:我[们局委办区市县镇]|区里|市里)?(?:准备|打算|考虑|设想)[^，。；：]{0,8}：")

_HEAD_PLAN = re.compile(rf"(?:{alternation('headings', 'planned')})")

_HEAD_STATE = re.compile(rf"(?:{alternation('headings', 'existing')})")

_ALL_FOLLOWS = re.compile(
    r"(?:以下|如下|几个?方面|[一二三四五六七八九十]个?方面|[一二三四五六七八九十]件|[一二三四五六七八九十]项)[^。]{0,20}[：。]?$|：$"
)


def sentences(text: str, body: tuple[int, int]) -> list[Sentence]:
    """Sentences of the body with the status that their section gives them."""
    sentences: list[Sentence] = []
    levels: list[Status | None] = [None] * (len(_MARKERS) + 1)
    """Status by depth: index 0 the reply itself, then a level of heading each."""
    depth = 0
    start, stop = body
    for number, (first, last) in enumerate(_paragraphs(text, start, stop)):
        level, after = _marker(text, first, last)
        title_end = last
        if level is not None:
            depth = level + 1
            levels[depth:] = [None] * (len(levels) - depth)
            title_end = _title_end(text, after, last)
            levels[depth] = None if level == _ENUMERATES else _title_status(text[after:title_end])
        for begin, end in _split(text, first, last):
            opening = text[begin : min(end, begin + 40)]
            opens = _opening_status(opening)
            if opens is Status.PLANNED and depth == 0 and not any(levels) and _THANKS.search(text, begin, end):
                opens = None
            if opens is not None:
                levels[depth] = opens
                if opens is Status.PLANNED and _ALL_FOLLOWS.search(text[max(begin, last - 60) : last].rstrip()):
                    levels[0] = opens
            is_title = level is not None and begin < title_end and end >= title_end and title_end - after <= 40
            is_title = is_title and level != _ENUMERATES  # 一是出台甲计划。 is a statement
            sentences.append(Sentence(begin, end, _deepest(levels, depth), number, is_title))
    return sentences


def _deepest(levels: list[Status | None], depth: int) -> Status | None:
    return next((levels[d] for d in range(depth, -1, -1) if levels[d] is not None), None)


def _paragraphs(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    spans, at = [], start
    while at < stop:
        end = text.find("\n", at, stop)
        end = stop if end < 0 else end
        if end > at:
            spans.append((at, end))
        at = end + 1
    return spans


def _marker(text: str, first: int, last: int) -> tuple[int | None, int]:
    """Level of the heading mark that a paragraph begins with, and where the words after it begin."""
    for level, pattern in enumerate(_MARKERS):
        found = pattern.match(text, first, last)
        if found:
            return level, found.end()
    return None, first


_TITLE_STOP = re.compile("[。：；]")


def _title_end(text: str, first: int, last: int) -> int:
    stop = _TITLE_STOP.search(text, first, last)
    return stop.start() if stop else last


#: 关于“建议设置甲集市”的办理意见: what the proposal asks for heads what is said to it, and is no plan.
_ASKED_FOR = re.compile("(?<=关于)“[^“”]{4,60}”(?=的?(?:建议|问题|意见|诉求|办理|答复|回复|提案)|$)")


def _title_status(title: str) -> Status | None:
    title = _ASKED_FOR.sub("", title)
    if len(title) > 60:
        return None
    if _HEAD_PLAN.search(title):
        return Status.PLANNED
    return Status.EXISTING if _HEAD_STATE.search(title) else None


#: 我们将认真研究吸纳您的建议: what is said to the proposer at the beginning holds for nothing that follows.
_THANKS = re.compile("(?:研究|吸纳|采纳|参考|借鉴|考虑|按照|结合)[^，。；]{0,6}(?:您|你|建议|提案|意见)|吸纳|采纳")

#: 我区将“甲”接入乙, 我局将甲平台作为抓手: 将 takes the object before its verb, and says nothing of when.
_TAKES = re.compile(
    rf"{_WE_WILL}(?:[“《]|[^，。；]{{2,20}}?(?:接入|作为|与[^，。；]{{2,12}}(?:打通|融合|对接)|升级为|应用于|列为))"
)
#: 我局将会办意见函告如下: the letter itself.
_TELLS = re.compile(r"[^，。；：]{0,20}将[^，。；：]{0,24}(?:答复|回复|函复|函告|反馈|报告|汇报)(?:如下|于后)")


def _opening_status(opening: str) -> Status | None:
    """下一步 and its like at the head of a sentence hold for what follows; so does 近年来."""
    if hence := _HENCE.match(opening):
        opening = opening[hence.end() :]
    head = opening.split("，", maxsplit=1)[0] if "，" in opening[:14] else opening[:14]
    will = "将" in opening
    if will and (_TAKES.match(opening) or _TELLS.match(opening)):
        return None
    if _OPENS_PLAN.search(head) or ("：" in opening and _INTENDED.match(opening)) or (will and _ANNOUNCED.match(opening)):
        return Status.PLANNED
    return Status.EXISTING if _OPENS_STATE.match(head) else None


def _split(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Sentences of a paragraph; a full stop inside 《》 or brackets ends none."""
    spans, begin = [], first
    for stop in _END.finditer(text, first, last):
        if _inside(text, begin, stop.start()):
            continue
        if stop.start() > begin:
            spans.append((begin, stop.start()))
        begin = stop.end()
        if begin < last and text[begin] in "”’）":
            begin += 1
    spans = [*spans, (begin, last)] if begin < last else spans
    return [part for start, end in spans for item in _items(text, start, end) for part in _bounded(text, *item)]


#: 一是…，二是…，三是…: items of one sentence, each of which says something of its own.
FIRST_ITEM = re.compile("一是")

_NEXT_ITEM = re.compile("，(?=[二三四五六七八九十]是)")


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence cut before its second item and those behind it: what is said of one place in an item is not said in the next."""
    first = FIRST_ITEM.search(text, start, end)
    if first is not None:
        for mark in _NEXT_ITEM.finditer(text, first.end(), end):
            yield start, mark.start()
            start = mark.end()
    yield start, end


#: No sentence is longer, in characters: what runs on without a full stop is cut at a comma, so that time stays linear.
_LONGEST_SENTENCE = 1200


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_SENTENCE:
        cut = max(text.rfind(mark, start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE) + 1 for mark in "，、：")
        cut = cut or start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def _inside(text: str, start: int, end: int) -> bool:
    part = text[start:end]
    return part.count("《") > part.count("》") or (part.count("（") > part.count("）") and len(part) < 400)
