"""Where the items of a list begin and end: before the first one stands a predicate, behind the last one too, and 和 joins two."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import AND_NAME, left_edge, stops
from graph.reading.mentions.names import SUCH_AS, is_generic, is_unknown
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence

__all__ = [
    "BRAND",
    "behind_having",
    "cut_short",
    "first_item",
    "is_behind_verb",
    "predicate",
    "split_and",
    "trimmed",
    "with_its_ending",
]

_JOINED = frozenset(("和", "及", "以及", "与", "或"))
#: 要, 能, 可: a phrase that begins so is a predicate.
_VERBAL = frozenset("要能可应须需拟将已正在")
BRAND = re.compile(rf"(?:{alternation('enterprise_suffixes', 'brand')}|{alternation('enterprise_suffixes', 'weak')})$")
#: 名城建设集团: a verb right before the ending of a firm's name belongs to it.
_LEGAL_AHEAD = re.compile(rf"[\u4e00-\u9fff]{{2}}(?:{alternation('enterprise_suffixes', 'legal')})")
#: 目前已有甲、乙等7个场景.
_LEADS_IN = re.compile(
    r"[^，。；：、“”《》]{0,12}?(?:已有|现有|目前有|设有|建有|包括|涵盖|例如|比如)"
    r"|[^，。；：、“”《》]{0,10}?(?:培育|孵化|成长|培养|吸引|招引|诞生)[出来]了?(?=[\u4e00-\u9fffA-Za-z]{2})"
    r"|[^，。；：、“”《》]{0,12}?(?:[园谷港厦场心]|园区|基地|街道|[\u4e00-\u9fff]{2}镇|我[区市县]|[\u4e00-\u9fff]{2}[区市县]|主要|企业|品牌)(?:内|里)?有(?![限关序效望意权所])(?=[\u4e00-\u9fffA-Za-z]{2})"
)
#: 支持甲科技城内乙、丙等企业: the place that they are in is no part of the first name.
_INSIDE = re.compile(
    r"[^，。；：、“”《》]{0,24}?(?:辖|楼|园|园区|城|谷|港|基地|中心|大厦|小镇|区)内的?(?=[\u4e00-\u9fffA-Za-z]{2})"
)
#: 充分利用甲公众号、乙等平台: the verb, of which the segmenter makes a noun.
_BY_MEANS_OF = re.compile("(?:我[区县市省局委]|积极|充分|主动|综合|有效|灵活){0,2}(?:利用|运用|借助)(?=[\u4e00-\u9fffA-Za-z]{2})")
#: 为“甲”植入乙、丙等模块: behind a quotation, what is done to it.
_PUTS_IN = re.compile("(?:中|内|里)?(?:植入|嵌入|增设|新增|开设|设有|上线|推出|增加)了?(?=[\u4e00-\u9fffA-Za-z]{2})")
_SUCH_AS = re.compile(rf"[，：（；。]{SUCH_AS}(?=.{{2}})")
#: 以甲、乙等企业为代表: what the preposition before the first item belongs to.
_HELD_UP = re.compile(r"[^，。；：]{0,100}?为(?:[^，。；：、为]{0,4})(?:代表|龙头|引领|骨干|核心|标杆|主体|链主)")
#: 汽车产业以甲、乙为整车龙头: what the list is of, before that preposition.
_LED_BY = re.compile(
    "(?:[^，。；：、“”《》]{0,8}(?:产业链?|领域|行业|集群|板块|环节|工业|方面))?(?:主要|则|现|已|形成了?)?以(?!色列|岭)"
)
#: 和慕资产, 同昇科技: what would be left without its first character is no name.
_CUT = re.compile(rf"[和与及同][\u4e00-\u9fff](?:{BRAND.pattern})")


def behind_having(text: str, begin: int, end: int) -> int:
    """Where a list's first name begins behind who has it: 甲园现有 before 乙影视等企业."""
    lead = _LEADS_IN.match(text, begin, end)
    return lead.end() if lead and end - lead.end() >= 2 else begin


def first_item(reply: Reply, items: list[tuple[int, int]], sentence: Sentence) -> int:
    """Where in the flow the first item begins: what stands before it in its clause is no part of it.

    Parameters
    ----------
    reply, sentence:
        Where the list stands.
    items:
        Spans in the flow.
    """
    text = reply.flow.text
    begin, end = items[0]
    if text[begin:end] in words("firms"):
        return begin  # 有赞科技, whose first character is a verb elsewhere
    begin = behind_having(text, begin, end)
    begin += len(inside.group()) if (inside := _INSIDE.match(text, begin, end)) else 0
    begin += len(used.group()) if (used := _BY_MEANS_OF.match(text, begin, end)) else 0
    led = _LED_BY.match(text, begin, end)
    if led and end - led.end() >= 2 and _HELD_UP.match(text, end, min(sentence.end, end + 120)):
        begin = led.end()
    if _SUCH_AS.match(text, begin - 1, end):  # ，如甲电子、乙数据等企业
        begin += 1
    if text[end - 1] in "”》":
        opening = text.rfind("“" if text[end - 1] == "”" else "《", sentence.start, end)
        return max(opening, sentence.start)
    mark = max(text.rfind("”", begin, end), text.rfind("》", begin, end))
    if mark > begin and (put := _PUTS_IN.match(text, mark + 1, end)):
        return put.end()
    edge = left_edge(reply, end, begin, tail=_ending(text, items))
    if mark > begin and edge == mark + 1:  # a quoted core and its head are one item
        return max(text.rfind("“", begin, mark), begin)
    whole = cut_short(reply, begin, edge, end) or _all_name(reply, begin, edge) or _begins_name(reply, begin, edge)
    return begin if whole else _behind_verb(text, begin, edge, end)


#: 集聚了极睿, 引进以启衡: a short name behind what is done with firms, whose first character a segmenter takes for an adverb.
_DONE_WITH = re.compile(
    r"(?:引进|引入|招引|引育|集聚|聚集|汇聚|汇集|吸引|签约|培育|涌现|孵化|[现已拥]有)(?:了|出|出了)?以?"
    r"(?=[^了出以的在有是和与及或等对为由如各该本其每某多新更最大众诸数近超约两三四五六七八九十一几全双][\u4e00-\u9fff]{1,3}$)"
)


def _behind_verb(text: str, begin: int, edge: int, end: int) -> int:
    """Where an item begins of which but one character would be cut off, right behind such a verb."""
    done = _DONE_WITH.search(text[begin:end])
    return edge - 1 if done and begin + done.end() == edge - 1 else edge


#: How far before an item the verb begins, at most.
_VERB = 6


def is_behind_verb(text: str, start: int, end: int) -> bool:
    """Whether an item stands right behind what is done with firms, so that its first character is its own: 集聚了同筑设计."""
    begin = max(start - _VERB, 0)
    done = _DONE_WITH.search(text[begin:end])
    return done is not None and begin + done.end() == start


#: Of how many characters the ending is, at least, that items have in common.
_ENDING = 3


def _shared(text: str, others: list[tuple[int, int]], sizes: range, at: Callable[[int], int]) -> int:
    """The largest size of which another item's ending stands where ``at`` says for that size; 0 for none."""
    return next((n for n in sizes if any(e - s > n and text.startswith(text[e - n : e], at(n)) for s, e in others)), 0)


def _ending(text: str, items: list[tuple[int, int]]) -> int:
    """Length of the ending that the first item has in common with another one: 返乡创业园 of 甲返乡创业园、乙返乡创业园."""
    (start, end), *others = items
    others = [(first, last) for first, last in others if text[last - 1] == text[end - 1]]
    return _shared(text, others, range(end - start - 1, _ENDING - 1, -1), lambda size: end - size)


def with_its_ending(text: str, others: list[tuple[int, int]], cut: int, end: int) -> int:
    """Where an item ends that was cut at a verb.

    Parameters
    ----------
    text:
        Of the flow.
    others:
        The other items of its list, spans. Where one ends in the words that follow, they belong to the item: 甲返乡创业园、乙返乡创业园3个.
    cut:
        Where the verb begins.
    end:
        Where the item's clause ends.
    """
    return cut + _shared(text, others, range(end - cut, _ENDING - 1, -1), lambda _: cut)


def _begins_name(reply: Reply, begin: int, edge: int) -> bool:
    """Whether one character, right behind a comma, and a rare one behind it begin a name: 岚洺 of 岚洺医药."""
    if edge - begin != 1 or reply.flow.text[begin - 1] not in "，。；\n":
        return False
    token = reply.tokens[reply.token_at(edge)]
    # 洺 of 育洺医药 has a sound in the dictionary, and no sense
    return len(token.word) == 1 and (is_unknown(token.word) or token.tag in ("zg", "g"))


def _all_name(reply: Reply, begin: int, edge: int) -> bool:
    """Whether what would be cut off is no predicate: 高境三 of 高境三邻桥, right behind a comma."""
    if not 0 < edge - begin <= 4 or reply.flow.text[begin - 1] not in "，。；\n":
        return False
    tokens = reply.tokens_in(begin, edge)
    return all(
        t.tag[:1] in "nm" and t.word not in words("cue_verbs") and t.word not in words("stop_nouns") for t in tokens
    ) and any(is_unknown(t.word) or t.tag in ("nr", "ns", "nz") for t in tokens)


def cut_short(reply: Reply, start: int, edge: int, end: int) -> bool:
    """Whether taking words off the front of a short item would leave no name (电子 of 启衡电子)."""
    text = reply.flow.text
    if start < edge and _CUT.fullmatch(text, edge - 1, end) and _is_place(text[start : edge - 1]):
        return True  # 江苏和晟电气
    left = text[edge:end]
    first = reply.tokens[reply.token_at(start)]
    return (
        start < edge
        and end - start <= 6
        and first.word[:1] not in _VERBAL
        and first.word not in words("cue_verbs")
        and (is_generic(left) or bool(BRAND.fullmatch(left)))
    )


def _is_place(text: str) -> bool:
    """Whether a run of characters is a city's or a province's name, or nothing at all."""
    return not text or any((begin, end) == (0, len(text)) for begin, end, _ in find_divisions(text))


def predicate(reply: Reply, start: int, end: int) -> int:
    """Where the last item of a list without 等 ends: at the first predicate behind its first word."""
    number, text = reply.token_at(start) + 1, reply.flow.text
    while number < len(reply.tokens) and reply.tokens[number].start < end:
        token = reply.tokens[number]
        legal = _LEGAL_AHEAD.match(text, token.start)
        if token.word not in _JOINED and not legal and stops(token.word, token.tag) and token.word[0] not in "“《（）》”":
            return max(token.start, start)
        number += 1
    return end


def split_and(reply: Reply, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of what 和 joins between ``start`` and ``end``: A和B at the end of a list are two items; inside quotation marks it joins nothing."""
    text = reply.flow.text
    number = reply.token_at(start)
    spans, begin, depth = [], start, 0
    while number < len(reply.tokens) and reply.tokens[number].start < end:
        token = reply.tokens[number]
        depth += sum(c in "“《（" for c in token.word) - sum(c in "”》）" for c in token.word)
        if token.word in _JOINED and depth == 0 and begin < token.start and token.start >= start:
            spans.append((begin, token.start))
            begin = token.start + len(token.word)
        number += 1
    if begin < end and text[begin:end].strip():
        spans.append((begin, end))
    return spans or [(start, end)]


def trimmed(reply: Reply, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Items (spans in the flow) without blanks and conjunctions before them; empty ones are dropped."""
    text = reply.flow.text
    kept = []
    for start, end in items:
        begin = end - len(text[start:end].lstrip(" ，、"))
        while begin < end and text[begin] in "和及与" and _joins(reply, begin, end):
            begin += 1
        if begin < end:
            kept.append((begin, end))
    return kept


def _joins(reply: Reply, start: int, end: int) -> bool:
    """Whether an item's first character is a conjunction, and not the first one of a name: 和平大悦城, 甲公司、和康等."""
    token, text = reply.tokens[reply.token_at(start)], reply.flow.text
    named = end - start <= AND_NAME and not _is_place(text[start + 1 : end]) and text[start + 1 : end] not in words("firms")
    if text.startswith("、和", start - 1) and (named or text[start:end] in words("firms")):
        return False  # as boundaries.left_edge has it
    return token.start == start and token.word in _JOINED and not _CUT.fullmatch(text, start, end)
