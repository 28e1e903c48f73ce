"""Plain text to a reply: heading facts, the replying place, sections and sentences with offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import rjieba

from graph.errors import DocumentError
from graph.reading import place
from graph.reading.flow import Flow, flow_of
from graph.reading.heading import frame_of, read_heading
from graph.reading.lexicon import alternation
from graph.records import Document, Heading, Status

__all__ = ["Reply", "Sentence", "Token", "reply_of"]


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


class Token(NamedTuple):
    """A word and its part of speech, as a general segmenter sees them."""

    start: int
    word: str
    tag: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A document read as a reply."""

    document: Document
    flow: Flow
    heading: Heading
    where: place.Where
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    """Start of each token, for bisection."""
    body: tuple[int, int]
    """Span of the flow from the opening sentence to the signature."""

    def sentence_at(self, index: int) -> Sentence | None:
        """The sentence that holds the flow's character at ``index``."""
        at = bisect_right(self.sentences, index, key=lambda s: s.start) - 1
        return self.sentences[at] if at >= 0 and index < self.sentences[at].end else None

    def token_at(self, index: int) -> int:
        """Number of the token that covers the flow's character at ``index``."""
        return bisect_right(self.starts, index) - 1


def reply_of(document: Document) -> Reply:
    """Find the parts of a reply.

    Raises
    ------
    DocumentError
        Where the text is no reply and no part of one: see :func:`graph.reading.heading.frame_of`.
    """
    frame = frame_of(document.text)
    if frame is None:
        raise DocumentError(
            document.source,
            "this is no reply (it has no title, salutation or opening words of one, and speaks of no proposal)",
            "take it out of the folder, or restore the reply's heading",
        )
    flow = flow_of(document.text)
    heading = read_heading(frame)
    body = _body_span(flow.text, frame.opening or frame.body[0])
    tokens = _tokens(flow.text)
    return Reply(
        document=document,
        flow=flow,
        heading=heading,
        where=place.where_of(heading, " ".join(frame.head), flow.text),
        sentences=tuple(_sentences(flow.text, body)),
        tokens=tokens,
        starts=tuple(token.start for token in tokens),
        body=body,
    )


def _with_arrivals(tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """入驻 as one word before a name that the dictionary joins to its second half: 入/驻华/大 of 入驻华大科技园."""
    came = False
    for (word, tag), following in zip(tagged, [*(w for w, _ in tagged[1:]), ""], strict=True):
        if came:
            came = False
            if len(word) > 1:
                yield word[1:], tag
        elif word == "入" and following.startswith("驻"):
            came = True
            yield "入驻", "v"
        else:
            yield word, tag


def _tokens(text: str) -> tuple[Token, ...]:
    tagged = list(_with_arrivals(rjieba.tag(text)))
    starts = accumulate((len(word) for word, _ in tagged), initial=0)
    return tuple(Token(at, word, tag) for at, (word, tag) in zip(starts, tagged, strict=False))


_SIGNATURE = re.compile(
    r"\n(?:(?![^\n]*[|、：]|\s*[（(]?\d|\s*[①-⑳])[^\n，。；]{0,30}\n){0,3}(?=[^\n]{0,30}(?:[12]\d{3}|二〇[〇一二三四五六七八九]{2})年[^\n，。]{2,8}日[^\n，。]{0,10}\n)|\n(?=（?(?:联\s*系\s*人|联系电话|承办人|经办人|此件))"
)


def _body_span(text: str, opening: str) -> tuple[int, int]:
    """From the opening sentence, or the first line of the text, to the signature."""
    key = re.sub(r"\s", "", opening)[:12]
    start = max(text.find(key), 0) if key else 0
    start = _behind_title(text, start)
    end = len(text)
    for found in _SIGNATURE.finditer(text, max(start, len(text) * 2 // 3)):
        end = found.start() + 1
        break
    return start, end


_TITLE_SAID = re.compile(
    r"[^。\n]{0,40}?(?:《(?:[^《》]|《[^》]*》)*》|“(?:[^“”]|“[^”]*”)*”)(?=[^。\n]{0,60}(?:收|答复|回复|如下))"
)


#: Behind a greeting: 你们好。…提交的《…》已收悉.
_TITLE_RECEIVED = re.compile(
    r"(?:提[出交]?的?|提案|建议|您的|你的)[^。《》\n]{0,12}《(?:[^《》\n]|《[^》\n]*》)*》[^。\n《》]{0,20}(?:收悉|收到|知悉)"
)
#: How far behind the reply's first words, in characters, the proposal's title is looked for.
_GREETING = 200


def _behind_title(text: str, start: int) -> int:
    """What the proposal's own title names is no statement of the reply."""
    said = _TITLE_SAID.match(text, start) or _TITLE_RECEIVED.search(text, start, start + _GREETING)
    return said.end() if said else start


_MARKERS = (
    re.compile(r"第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}\s*[、.．，]"),
    re.compile(r"（[一二三四五六七八九十]{1,3}）[、.]?"),
    re.compile(r"\d{1,2}\s*[、.．](?!\d)|（\d{1,2}）|\d{1,2}）|[①-⑳]"),
    re.compile(r"(?:[一二三四五六七八九十]|首先|其次|再次|最后)(?:是|，)|第[一二三四五六七八九十]，|（[a-z]）"),
)
#: The level of 一是, 首先, 第二，.
_ENUMERATES = 3
_END = re.compile(r"[。！？；\n]+")
#: 未来社区 is a thing, 未来三年 a time; 2018年下半年 is past.
_OPENS_PLAN = re.compile(rf"(?<!年)(?:{alternation('openings', 'planned')})|^未来(?=[几三五两一我将，]|$|的?工作)")
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


def _sentences(text: str, body: tuple[int, int]) -> list[Sentence]:
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


def _title_end(text: str, first: int, last: int) -> int:
    stop = re.compile(r"[。：；]").search(text, first, last)
    return stop.start() if stop else last


def _title_status(title: str) -> Status | None:
    if len(title) > 60:
        return None
    if _HEAD_PLAN.search(title):
        return Status.PLANNED
    return Status.EXISTING if _HEAD_STATE.search(title) else None


#: 我们将认真研究吸纳您的建议: what is said to the proposer at the beginning holds for nothing that follows.
_THANKS = re.compile("(?:研究|吸纳|采纳|参考|借鉴|考虑|按照|结合)[^，。；]{0,6}(?:您|你|建议|提案|意见)|吸纳|采纳")
#: 我区将“甲”接入乙, 我局将甲平台作为抓手: 将 takes the object before its verb, and says nothing of when.
_TAKES = re.compile(
    r"(?:我们|我[局委区市县办])将(?:[“《]|[^，。；]{2,20}?(?:接入|作为|与[^，。；]{2,12}(?:打通|融合|对接)|升级为|应用于|列为))"
)


def _opening_status(opening: str) -> Status | None:
    """下一步 and its like at the head of a sentence hold for what follows; so does 近年来."""
    opening = _HENCE.sub("", opening)
    head = opening.split("，", maxsplit=1)[0] if "，" in opening[:14] else opening[:14]
    if _TAKES.match(opening):
        return None
    if _OPENS_PLAN.search(head) or _INTENDED.match(opening):
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
