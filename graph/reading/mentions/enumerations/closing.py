"""What closes a list: 等, and the noun phrase behind it, whose last head word says what its items are."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, typed, words
from graph.reading.reply import Reply

__all__ = ["ETC", "HEAD", "NO_ETC", "closing_etc", "noun_behind"]

ETC = re.compile(r"等+(?![级候待同额次式])")
#: 平等, 相等 are words; 三等奖 is a rank, and 新华三等45家 is a list of firms.
NO_ETC = re.compile(r"[同平高中初对不相均]等|[一二三优甲头特上下]等[奖功品舱甲人]")
HEAD = re.compile(rf"(?:{alternation('heads')})")
_QUANTIFIED = re.compile(
    r"(?:一大?批|一系列|众多|多家|诸多|许多|若干|[近约超]?[\d一二两三四五六七八九十百数]+(?:余|多)?[家个])[^，。；、的]{0,12}$|[^，。；、的]{0,4}(?:多样|丰富|多元|新颖)$"
)
#: “甲1号”等11台养殖平台: machines, by how they are counted.
_MACHINES = re.compile(r"[近约超]?[\d一二两三四五六七八九十百]+(?:余|多)?[台艘架辆][\u4e00-\u9fff]{2,14}")
#: Right behind 等 these begin the predicate: the list has no head.
_SAYS = frozenset(
    (
        "成为",
        "均",
        "均已",
        "都",
        "都已",
        "已",
        "已有",
        "有",
        "已经",
        "作为",
        "共同",
        "为",
        "也",
        "正在",
        "也在",
        "先行",
        "正",
        "将",
        "率先",
        "在",
        "等",
        "对",
        "向",
        "把",
        "由",
        "让",
        "给",
        "从",
        "以",
        "与",
    )
)
#: 等楼宇内软件企业: the list is of the houses.
_HOUSED = re.compile("(?:楼宇|载体|园区|商场|综合体|大厦|写字楼|商业体|产业园)(?=[内里中])")
#: 等数字健康、人工智能、社交电商企业: the head of a list is a list itself.
_HEADS = re.compile(r"[^，。；：、（）“”的]{2,8}(?:、[^，。；：、（）“”的]{2,8}){1,3}?(企业|公司|厂商)")


#: 等房企拖欠工资问题: of firms it is told what is the matter with them.
_IN_TROUBLE = re.compile(
    "(?:拖欠|欠[薪缴款税]|融资|用[工地电能水]|反映|遇到|存在|违规|违法|排放|排污|停产|搬迁|外迁|爆雷|逾期|招工|转型)"
)


def closing_etc(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first 等 that ends a list."""
    found = ETC.finditer(text, start, end)
    return next((m for m in found if m.start() == start or not NO_ETC.match(text, m.start() - 1)), None)


def noun_behind(reply: Reply, start: int, stop: int) -> tuple[str | None, int]:
    """The last head word of a noun phrase.

    Parameters
    ----------
    reply, start, stop:
        Where in the flow the phrase begins, and where it ends at the latest.

    Returns
    -------
    tuple of str or None, and int
        What it says of the items (a type, ``-`` for none), and its end; where there is no head word, ``None`` and the
        phrase's end.
    """
    text, at = reply.flow.text, start
    if (machines := _MACHINES.match(text, start, stop)) is not None:
        return "-", machines.end()
    if double := _HEADS.match(text, start, stop):
        return typed("heads")[double.group(1)], double.end()
    number = reply.token_at(start)
    while at < min(stop, start + 24) and number < len(reply.tokens):
        token = reply.tokens[number]
        begin = max(token.start, start)
        word = token.word[begin - token.start :]
        if word in "“”" and text.find("”", begin, begin + 10) >= 0:
            at, number = begin + 1, number + 1
            continue
        if word in _SAYS:
            break
        if not word or word[0] in "，。；：、！？“”（）\n" or (begin > start and _ends_phrase(word, token.tag)):
            if word == "的" and _QUANTIFIED.match(text, start, begin):  # 等一大批高成长型的优秀企业
                at, number = begin + 1, number + 1
                continue
            if word in "和与及" and not HEAD.search(text, start, begin):  # 等零部件和芯片企业
                at, number = begin + 1, number + 1
                continue
            break
        at = begin + len(word)
        number += 1
    if housed := _HOUSED.search(text, start, at):
        return "Carrier", housed.end()
    heads = list(HEAD.finditer(text, start, at))
    for head in heads[:-1]:
        if typed("heads")[head.group()] == "Enterprise" and _IN_TROUBLE.match(text, head.end()):
            return "Enterprise", head.end()
    return (typed("heads")[heads[-1].group()], heads[-1].end()) if heads else (None, at)


def _ends_phrase(word: str, tag: str) -> bool:
    if word in words("heads"):
        return False
    return tag.startswith("u") or tag in ("p", "d", "c") or (word in words("cue_verbs") and word not in ("重点", "首批"))
