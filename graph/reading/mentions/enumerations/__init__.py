"""Lists: X、Y、Z等创新企业. The noun after 等, or before the list, says the type of every item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.enumerations.ahead import head_above, head_ahead
from graph.reading.mentions.enumerations.behind import DIGITAL, head_behind, unplaced
from graph.reading.mentions.enumerations.closing import ETC, HEAD, NO_ETC, closing_etc, noun_behind
from graph.reading.mentions.enumerations.edges import BRAND, behind_having, cut_short, first_item, is_behind_verb, trimmed
from graph.reading.reply import Reply, Sentence

__all__ = ["BRAND", "DIGITAL", "ETC", "HEAD", "Enumeration", "cut_short", "enumerations", "is_behind_verb", "unplaced"]

_ITEM = r"(?:《[^《》\n]*(?:《[^》\n]*》[^《》\n]*)*》|“[^”\n]*”|（[^）\n]*）|[^、，；：。！？（）“”《》\n])++"
_RUN = re.compile(rf"{_ITEM}(?:、{_ITEM})+")
_PIECE = re.compile(_ITEM)
#: “甲”“乙”“丙”等: quotations in a row, and what follows them up to the next mark.
_QUOTES = re.compile(r"“[^“”\n]{2,40}”(?:“[^“”\n]{2,40}”)+[^、，；：。！？（）“”《》\n]*")
_ONE_EACH = re.compile("[^、](?:、[^、])+")
_NUMBER_MARK = re.compile(r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})、")
_RESTARTS = re.compile(
    r"(?:集聚|聚集|汇聚|引进|吸引|涌现|拥有|培育)(?:了|出)?(?=[^，。；：、]{2,14}$)|(?:集聚|聚集|汇聚|引进|吸引|涌现|拥有|培育)(?:了|出)?"
)
#: 甲等具体工作归乙公司负责: what follows 等 is no head.
_GOES_ON = re.compile(r"[归由被向对给与和将把在，]|.{11}")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list and what it is a list of.

    Attributes
    ----------
    items:
        Spans in the flow.
    head:
        The type of every item, ``-`` where the head says that they are none, ``None`` where nothing says it.
    sure:
        How sure the head is, 0 to 1.
    start:
        Of the first item, as it was found: its name may begin later.
    end:
        Behind the head.
    """

    items: tuple[tuple[int, int], ...]
    head: str | None
    sure: float
    start: int
    end: int


def enumerations(reply: Reply) -> list[Enumeration]:
    """Every list of the body's sentences with its head."""
    found = []
    text = reply.flow.text
    for sentence in reply.sentences:
        if text.find("、", sentence.start, sentence.end) < 0 and text.find("”“", sentence.start, sentence.end) < 0:
            found += _alone(reply, sentence)
            continue
        runs: list[tuple[int, int]] = []
        number = _NUMBER_MARK.match(text, sentence.start, sentence.end)
        for run in _RUN.finditer(text, number.end() if number else sentence.start, sentence.end):
            if _ONE_EACH.fullmatch(run.group()):
                continue  # 各县（市、区）
            found += [_read(reply, sentence, start, end) for start, end in _parts(reply, run.start(), run.end(), sentence)]
            runs.append(run.span())
        found += _alone(reply, sentence)
        found += [
            _read(reply, sentence, row.start(), row.end())
            for row in _QUOTES.finditer(text, sentence.start, sentence.end)
            if not any(start <= row.start() < end for start, end in runs)
        ]
    return [one for one in found if one.items]  # 1等、等甲: what is trimmed may be all of it


def _alone(reply: Reply, sentence: Sentence) -> list[Enumeration]:
    """Lists of one: 甲科技等3户企业, 乙大厦等楼宇; what stands in a row is left to the others."""
    text, found = reply.flow.text, list[Enumeration]()
    if text.find("等", sentence.start, sentence.end) < 0:
        return found
    for etc in ETC.finditer(text, sentence.start, sentence.end):
        if NO_ETC.match(text, etc.start() - 1) or text[etc.start() - 1] in "”》":
            continue
        head, close = noun_behind(reply, etc.end(), sentence.end)
        if head not in ("Enterprise", "Carrier") or _GOES_ON.search(text, etc.end(), close):
            continue
        near = max(sentence.start, etc.start() - 26)
        clause = max((text.rfind(mark, near, etc.start()) + 1 for mark in "，。；：\n"), default=0)
        floor = max(near, clause)
        start = left_edge(reply, etc.start(), floor)
        start = floor if clause and cut_short(reply, floor, start, etc.start()) else start
        start = behind_having(text, start, etc.start())
        if start >= etc.start() or text.find("、", floor, etc.start()) >= 0:
            continue
        found.append(Enumeration(((start, etc.start()),), head, 0.75, start, close))
    return found


def _parts(reply: Reply, start: int, end: int, sentence: Sentence) -> list[tuple[int, int]]:
    """A、B等方面集聚了C、D等企业 is two lists: an item that holds 等 closes the first."""
    text, parts, begin = reply.flow.text, [], start
    pieces = list(_PIECE.finditer(text, start, end))
    for item in pieces:
        etc = closing_etc(text, item.start(), item.end()) if item is not pieces[-1] else None
        if etc is not None and etc.start() > begin:
            _, close = noun_behind(reply, etc.end(), sentence.end)
            cut = min(max(close, etc.end()), item.end())
            parts.append((begin, cut))
            begin = cut
            continue
        # 设计、封测、设备各段已集聚甲、乙等企业: behind the verb another list begins.
        verb = _RESTARTS.search(text, max(item.start(), begin), item.end()) if item.start() > begin else None
        if verb is not None and verb.start() > item.start():
            parts.append((begin, verb.start()))
            begin = verb.end()
    return [*parts, (begin, end)] if begin < end else parts


#: Before 及, with which they are one verb: 惠及, 涉及, 波及.
_NO_JOINT = "惠涉波"


def _read(reply: Reply, sentence: Sentence, start: int, end: int) -> Enumeration:
    text = reply.flow.text
    items = [span for m in _PIECE.finditer(text, start, end) for span in _apart(text, m.start(), m.end())]
    items, head, sure, close = head_behind(reply, items, sentence)
    first_start = first_item(reply, items, sentence)
    empty = first_start >= items[0][1]
    before, before_sure = (None, 0.0) if empty else head_ahead(reply, first_start, sentence)
    whole, items[0] = items[0][0], (items[0][0] if empty else first_start, items[0][1])
    joined = text[first_start - 1] in "和与及" and text[first_start - 2] not in _NO_JOINT  # 政策惠及甲科技
    if head == "Enterprise" and joined and whole < first_start - 2:
        edge = left_edge(reply, first_start - 1, whole)  # 引进了甲乙和丙丁、戊己等企业
        items = [*([(edge, first_start - 1)] if first_start - edge > 2 else []), *items]
    if head is None:
        head, sure = before, before_sure
    if head is None:
        head, sure = head_above(reply, sentence)
    return Enumeration(tuple(trimmed(reply, items)), head, sure, first_start, close)


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """“甲”“乙” are two: between quotations stands no 、."""
    spans, begin = [], start
    while (close := text.find("”“", begin, end)) >= 0:
        spans.append((begin, close + 1))
        begin = close + 1
    return [*spans, (begin, end)]
