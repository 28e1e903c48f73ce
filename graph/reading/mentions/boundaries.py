"""Where a name begins: back over words until one that no name holds."""

from __future__ import annotations

import re
from functools import cache

from graph.reading.cues import Sought
from graph.reading.lexicon import words
from graph.reading.mentions.names import in_dictionary
from graph.reading.reply import Reply

__all__ = ["AND_NAME", "behind_well_done", "is_part_of_a_word", "left_edge", "stops"]

_PUNCTUATION = frozenset("，。；：、！？“”‘’《》〈〉（）〔〕…|\n~\"'■□●○◆◇▲△▶►★☆※")
_STOP_TAGS = frozenset(("p", "c", "r", "y", "e", "o", "q", "f", "t", "d", "ad"))
_VERBS = frozenset(("v", "vd", "vi"))
_GOING_ON = frozenset(("继续", "持续", "积极", "大力", "不断", "全面", "加快", "深入"))
_LONGEST = 26
#: So many characters, at least, has a name and a particle before it.
_LEAST = 3
#: Before 元 as money.
_COUNTED = frozenset("0123456789一二两三四五六七八九十百千万亿余多几美欧日港")


@cache
def stops(word: str, tag: str) -> bool:
    """Whether a name cannot hold this word, so that it begins behind it."""
    if word[0] in _PUNCTUATION:
        return True
    if word in words("name_verbs"):
        return False
    going_on = word[:2] in _GOING_ON and word[2:] in words("cue_verbs")  # 继续加强, which a segmenter reads as one word
    if going_on or word in words("cue_verbs") or word in words("stop_nouns") or word in words("roles"):
        return True
    if tag.startswith("u") or tag in _STOP_TAGS:
        return not (len(word) > 1 and not in_dictionary(word))
    if tag == "m":
        guessed = len(word) > 1 and not _COUNTED.intersection(word) and not in_dictionary(word)  # 有鼎元 of 有鼎元时代
        return not word.isascii() and not guessed
    # One character is no predicate here: names of firms begin with 启, 拓, 立; 推, 建 and their like are listed as cues.
    return tag in ("v", "vd", "vi") and len(word) > 1 and in_dictionary(word)


def left_edge(reply: Reply, end: int, floor: int, verbs: bool = False, tail: int = 0) -> int:
    """Where the name that ends at ``end`` begins: back over words until one that a name cannot hold.

    Parameters
    ----------
    reply:
        Whose flow is read.
    end:
        Behind the name's last character.
    floor:
        Before which the name cannot begin (of the sentence, of the item).
    verbs:
        Whether the name may hold verbs that are no cues: 老年人探访关爱系统.
    tail:
        Length of the ending that is known to belong to the name, wherever a segmenter sees words in it (产业 城已).

    Returns
    -------
    int
        Offset into the flow; ``end`` where there is no name.
    """
    text, tokens = reply.flow.text, reply.tokens
    at = reply.token_at(end - 1 - tail)
    start = end - tail
    # Without a known ending the last word is always part of the name: it is what told us that there is one.
    while at >= 0 and start > floor and end - tokens[at].start <= _LONGEST:
        token = tokens[at]
        if token.word == "）" and (opening := _bracket(reply, at)) is not None:
            at = opening
            token = tokens[at]
        elif start < end and token.word == "中" and text[start : start + 1] in _NATIONS:
            pass  # 无锡中韩产业园: a park of two countries
        elif start < end and token.word == "元" and text[token.start - 1] not in _COUNTED:
            pass  # 元宇宙产业园, 鼎元时代, where the segmenter counts money
        elif start < end and stops(token.word, "n" if verbs and token.tag in _VERBS else token.tag):
            break
        elif text.startswith("——", token.start - 1):
            break  # 其运营方——甲公司
        start = max(token.start, floor)
        if at > 0 and token.word[0] in "由从把被将向与和及" and start < end and _glued_behind(reply, at):
            return start + 1  # 平台由甲乙科技建设, where the segmenter reads 由甲乙 as one word
        at -= 1
    start = _first_character(reply, start, floor) + _particle(reply, start, end)
    start = _own_first(text, start, end, floor)
    if start == floor + 1 and text.startswith("、和", floor - 1) and end - floor <= AND_NAME:
        start = floor  # 甲科技、和记黄埔等: a mark and a conjunction hardly stand together
    if end - start > 2 and text[start].isdigit() and reply.flow.evidence(start, start + 1).quote in _CIRCLED:
        start += 1  # ①甲科技
    beside = max([told.end() for told in _BESIDE.finditer(text, start, end - 2)], default=start)
    start = beside if end - beside >= max(tail, 3) else start
    start = behind_well_done(text, start, end, floor)
    if start - 2 >= floor and text.startswith("不可", start - 2):
        return start - 2  # 不可移动文物保护行动计划
    for_the_old = start > floor and text.startswith("为老", start - 1) and _FOR_THE_OLD.match(text, start - 1)
    return start - 1 if for_the_old else start


#: So many characters, at most, has a name that begins with 和 behind a mark; what is longer is joined by it (、和南舟数据等).
AND_NAME = 4
#: 做大做强甲园, 打造好乙园: a verb and how well, of which a segmenter reads the last character together with a name.
_WELL_DONE = re.compile("(?:做[大强优实精深细活亮好]|(?:打造|[建管用抓办])好(?!望角|差评|未来))+")
#: How far before a name such a verb begins, at most.
_WELL_BEFORE = 3


def behind_well_done(text: str, start: int, end: int, floor: int = 0) -> int:
    """Where a name begins behind a verb and its complement, which may reach into it.

    Parameters
    ----------
    text:
        The flow.
    start, end:
        Of the name so far.
    floor:
        Before which the verb cannot begin.
    """
    done = _WELL_DONE.search(text, max(start - _WELL_BEFORE, floor), end)
    return done.end() if done and done.start() <= start < done.end() <= end - 3 else start


#: Marks of items that matching sees as digits.
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿")
#: What tells how two places lie to each other stands in the name of neither: 东连甲街, 串联乙城.
_BESIDE = Sought(
    r"(?<![\u4e00-\u9fff][中大])[东西南北](?:连|接|邻|靠|临(?![沂汾港空安高泉海江河湖平洮潼夏清朐沭澧猗])|依|抵|距)|串联起?|串起|途经|毗邻|紧邻|比邻|邻近|并称|定位|隶属于?|(?<=[园区谷港城镇岛厦])地处|项目(?:主要|现)?(?:有|包括|为)|(?:充分|有效|更好)发挥"
    # 运营 stands inside names; behind such a word it is what is done with one: 投入运营甲园.
    r"|(?<=投入|负责|承担|承接|参与|接手|正式|托管|开园|全面)(?:运营|管理|运行)"
    # 园内甲科技, 甲谷内乙中心: what is inside of what.
    r"|(?<=[园谷港厦])内(?![蒙外陆循衣涝])"
    # 甲科技从乙大厦搬至丙园: what one leaves.
    r"|(?<=[\u4e00-\u9fff]{2})从(?![化江业事容属者教军])"
    # 孵化出甲: who came of it.
    r"|(?:孵化|培育|催生|涌现|培养|衍生|裂变)出了?"
    # 居民参与甲市智慧社区平台: who does what with a place's own.
    r"|(?:参与|参加|加入)(?=(?!城市)[\u4e00-\u9fff]{2,3}[市省])"
)

#: 为老服务热线 begins with 为.
_FOR_THE_OLD = re.compile("(?<![作成称认列视])为老(?:服务|助)")

#: Characters that stand alone before a name and are never its first: particles, prepositions, numerals.
_ALONE = frozenset(
    "的了着过在是有和与及或等对为由从向给同把被将让于以并且而也又还已就都均再更要能可会各该本此其每某两三四五六七八九十一个家所如含即帮请供助促抓推建设引聚做搞搭育补抢造聘派送看讲谈访走去来赴到占超居列评定使令像按经用自至我贵您你他"
)


def _first_character(reply: Reply, start: int, floor: int) -> int:
    """One back where the word before is one character that begins the name: 中 of 中图半导体, right behind a verb or a comma."""
    at = reply.token_at(start) - 1
    if at < 1 or start <= floor or reply.tokens[at + 1].start != start:
        return start
    token, before = reply.tokens[at], reply.tokens[at - 1]
    if (
        token.tag[:1] in ("d", "p", "c", "u", "r", "y", "q")
        or len(token.word) != 1
        or not "一" <= token.word <= "鿿"
        or token.word in _ALONE
        or token.word in words("cue_verbs")
        or token.start < floor
    ):
        return start
    bounded = (
        before.word[0] in _PUNCTUATION
        or before.word in words("cue_verbs")
        or token.start == floor
        or before.word[-1] in "的区县市镇道"
    )
    return token.start if bounded else start


_NATIONS = frozenset("韩德新美日欧以法意俄瑞英非芬丹荷")
#: A segmenter that does not know a name glues the word before it on: 以福光, 帮福光.
_GLUED = frozenset("随经以帮对为与和将把在让由从向给同及使请如像即有")


def _glued_behind(reply: Reply, at: int) -> bool:
    """Whether an unknown word behind a noun begins with a preposition or a conjunction of its own."""
    word, before = reply.tokens[at].word, reply.tokens[at - 1]
    if word[0] == "及" and len(word) > 1 and not in_dictionary(word):
        return before.word[-1] not in _PUNCTUATION  # 微信及游云南APP
    return len(word) > 2 and not in_dictionary(word) and before.tag[:1] == "n" and before.word[-1] not in _PUNCTUATION


def _particle(reply: Reply, start: int, end: int) -> int:
    """1 where the name's first character is a preposition that an unknown word was read together with."""
    text = reply.flow.text
    if start < end and text[start].isdigit() and (numbered := _NUMBERED.match(text, start, end)):
        return numbered.end() - start
    if text.startswith("了", start) and end - start >= _LEAST and "一" <= text[start - 1 : start] <= "鿿":
        return 1  # 集聚|了泽璟
    if start >= end or text[start] not in _GLUED or end - start < _LEAST:
        return 0
    if text[start] == "以" and "为" not in text[end : end + 24]:
        return 0
    word = reply.tokens[reply.token_at(start)].word
    return int(len(word) > 1 and not in_dictionary(word))


#: 引进同舟科技, 下设向塘物流园: before a first character that is a preposition elsewhere, what hardly ever has one behind it.
_TAKES = re.compile(
    "(?:引进|引入|招引|引育|集聚|聚集|汇聚|吸引|培育|孵化|入驻|进驻|落户)了?(?=[同和])|(?:下设|下辖|设有|建有)了?(?=[同和向对])"
)


def _own_first(text: str, start: int, end: int, floor: int) -> int:
    """One back where the character before is a preposition elsewhere, and here the name's first: right behind such a verb, or 同 in a row."""
    if end - start < _CORE or start <= floor:
        return start
    taken = _TAKES.search(text, max(start - 5, floor, 0), start)
    in_row = start == floor + 1 and text.startswith("、同", floor - 1)
    return start - 1 if in_row or (taken and taken.end() == start - 1) else start


#: Of so many characters is what stands behind a name's first, at least.
_CORE = 2
_NUMBERED = re.compile(r"\d{1,2}[.．、](?!\d)")


def _bracket(reply: Reply, at: int) -> int | None:
    """Number of the token with the bracket that the one at ``at`` closes, where the brackets hold a place inside a name."""
    for back in range(at - 1, max(at - 5, 0), -1):
        word = reply.tokens[back].word
        if word == "（":
            inside = reply.flow.text[reply.tokens[back].start + 1 : reply.tokens[at].start]
            before = reply.tokens[back - 1]
            return back if re.fullmatch(r"[\u4e00-\u9fff]{2,6}", inside) and not stops(before.word, before.tag) else None
        if word[0] in _PUNCTUATION:
            return None
    return None


def is_part_of_a_word(reply: Reply, start: int, end: int) -> bool:
    """Whether an ending from ``start`` up to ``end`` in the flow belongs to other words: 集|中学|习, 作|协会|员, 大学|生, 办|公室.

    Not where a segmenter reads an ending together with the word behind it: 市财政局|确定, 甲中学|校园; nor where what it reads
    begins within the ending: 甲研究|院落在乙园.
    """
    last = reply.tokens[reply.token_at(end - 1)]
    rest = last.word[end - last.start :]
    if rest in ("", "办") or not in_dictionary(last.word):  # 市安委|办 is an office itself
        return False
    if last.start > start:
        return reply.tokens[reply.token_at(start)].start < start
    return len(rest) == 1 or last.word[0] == "办" or not in_dictionary(rest)
