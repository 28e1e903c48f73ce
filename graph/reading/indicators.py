"""Figures: a number, its unit, and what it counts."""

from __future__ import annotations

import re
from bisect import bisect_right

from graph.reading.counted import counted, is_former, names_something, year_of
from graph.reading.lexicon import alternation, of_class
from graph.reading.reply import Reply, Sentence
from graph.reading.status import clause_of, status_of_figure
from graph.records import Indicator, Mention

__all__ = ["indicators"]

#: Longer ones first: 5个百分点 are no 5个.
_UNIT = alternation("units")
#: A figure has one of these, whichever of its forms it has.
_DIGITS = r"\d一二三四五六七八九十两百"
_NUMERAL = re.compile(f"[{_DIGITS}]")
#: 不超过500万元 is no 超过500万元.
_ABOUT = f"{alternation('figure_words', 'bound')}|{alternation('figure_words', 'about')}"
#: For each of what so much is given or counted: 3000元/㎡, 9万元/亩, 500元/人/月.
_PER = f"(?:/(?:{alternation('figure_words', 'per')})){{1,2}}"
_NUMBER = r"\d+(?:\.\d+)?(?:[万亿千百]?(?:-|—{1,2}|~)\d+(?:\.\d+)?(?![层栋幢间处座号]))?"
_REACH = "以(?:上(?![面部海饶虞杭])|下(?![面部])|内(?![部蒙江]))|左右"
_PEOPLE = alternation("figure_words", "of-people")
#: 七成, 三分之二; not 三成立, and not 徐一成委员 nor 唯一成果.
_TENTHS = (
    rf"(?<![一二三四五六七八九十\d统唯归合专单])[一二三四五六七八九两](?!{alternation('figure_words', 'of-成')})成"
    rf"(?!{_PEOPLE}|等(?:人|志愿|{_PEOPLE})|、[\u4e00-\u9fff]{{2,3}}(?:等|{_PEOPLE}))"
    "|(?<![一二三四五六七八九十百])[二三四五六七八九十]分之[一二三四五六七八九](?!决赛)"
)
#: It begins with one, or with a word about it.
_FIRST = "".join(sorted({word[0] for kind in ("bound", "about") for word in of_class("figure_words", kind)}))
_FIGURE = re.compile(
    rf"(?=[{_DIGITS}约{re.escape(_FIRST)}])(?:(?<![\dA-Za-z.第〔—/-])(?P<about>{_ABOUT})?(?P<number>{_NUMBER})(?P<more>[余多])?(?P<scale>[万亿千百])?(?P<more2>[余多])?"
    rf"(?!{alternation('figure_words', 'begun')})(?P<unit>{_UNIT})(?P<per>{_PER})?(?![月日年代])(?P<reach>{_REACH})?"
    r"|(?P<fraction>约?(?<![\dA-Za-z./—-])(?<![A-Z] )\d/\d(?![\d/]))"
    rf"|(?P<tenths>(?:{_ABOUT})?(?:{_TENTHS})(?:以上|左右|上下|多)?)"
    r"|(?<![第\u4e00-\u9fff一二三四五六七八九十])?(?P<chinese>[两三四五六七八九十百]{1,3})"
    "(?P<kind>大(?=重点|应用|场景|领域|行动|工程|平台)|类(?=应用|场景|服务|人)|个(?=场景|平台|系统|应用)))"
)
#: Before the number that is the name of an institute, and counts none: 中船713所, 中电科27所, 航天二院706所, 材料研究所（739所）.
_INSTITUTE = re.compile(
    r"(?:电科|电子科技|船舶?|重工|科工|工业|兵器|兵装|中核|航[天空]|[一二三四五六七八九十]院|研究[所院]（)(?:集团)?(?:公司)?第?$"
)
#: 请于收到本函之日起20个工作日内反馈: what the receiver is asked to do.
_ON_RECEIPT = re.compile("(?:收到|接到)[^，。；]{0,16}起?$")
_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def indicators(reply: Reply, named: list[Mention]) -> list[Indicator]:
    """Every figure of the body's sentences that counts something.

    Parameters
    ----------
    reply:
        Whose sentences are read.
    named:
        Names that are sure, in order, none inside another: a number inside one (20分钟便民圈) counts nothing.
    """
    found = []
    for sentence in reply.sentences:
        if sentence.heading or not _NUMERAL.search(reply.flow.text, sentence.start, sentence.end):
            continue
        for figure in _FIGURE.finditer(reply.flow.text, sentence.start, sentence.end):
            if _counts_nothing(reply.flow.text, sentence, figure):
                continue
            at = bisect_right(named, figure.start(), key=lambda m: m.start) - 1
            if at < 0 or figure.end() > named[at].end:
                found.append(_indicator(reply, sentence, figure))
    return [indicator for indicator in found if len(indicator.about) >= 2]


def _counts_nothing(text: str, sentence: Sentence, figure: re.Match[str]) -> bool:
    """Whether a figure is part of a name or only says how many things its row names."""
    if figure["unit"] == "所" and _INSTITUTE.search(text, sentence.start, figure.start()):
        return True
    if figure["unit"] == "个工作日" and _ON_RECEIPT.search(text, sentence.start, figure.start()):
        return True
    if is_former(text, sentence.start, sentence.end, figure.span()):
        return True
    if names_something(text, sentence.start, sentence.end, figure.span()):
        return True
    return _counts_its_row(text, sentence.start, figure)


#: 甲、乙、丙3个村: what a row that is complete is counted by says nothing that the row does not say.
_OF_PLACES = re.compile("(?:行政|自然|重点|试点|示范)?(?:村|社区|街道|镇|乡)(?![级域])")
_NAME = "(?:(?![和与及])[\u4e00-\u9fff])"
_ROW = re.compile(f"{_NAME}{{2,12}}、(?:{_NAME}{{2,5}}[、和与及]){{0,20}}{_NAME}{{2,5}}(?<![等的各每选增有达约盖建在到])$")
_ROW_LENGTH = 120


def _counts_its_row(text: str, start: int, figure: re.Match[str]) -> bool:
    """Whether a figure only says how many places the row right before it names."""
    if figure["unit"] != "个" or not figure["number"].isdigit() or not _OF_PLACES.match(text, figure.end()):
        return False
    row = _ROW.search(text[max(start, figure.start() - _ROW_LENGTH) : figure.start()])
    return row is not None and 1 < int(figure["number"]) <= len(re.split("[、和与及]", row.group()))


def _indicator(reply: Reply, sentence: Sentence, figure: re.Match[str]) -> Indicator:
    text = reply.flow.text
    start, end = clause_of(reply, sentence, figure.start())
    value, unit = _value(figure)
    about = counted(text, sentence.start, (start, end), figure.span())
    return Indicator(
        about=about if len(about) > 1 else figure["about"] or about,  # 最高100万元, alone
        value=value,
        unit=unit,
        evidence=(reply.flow.evidence(start, end),),
        rule="indicator.figure",
        confidence=0.7,
        year=year_of(text, sentence.start, start, figure.start()),
        status=status_of_figure(reply, sentence, *figure.span()),
    )


def _value(figure: re.Match[str]) -> tuple[str, str | None]:
    """The value as written (its Chinese numeral in digits), and the unit with its scale."""
    if part := figure["fraction"] or figure["tenths"]:
        return part, None
    if figure["chinese"]:
        return str(_number(figure["chinese"])), "个" if figure["kind"] == "大" else figure["kind"]
    more = figure["more"] or figure["more2"] or ""
    value = f"{figure['about'] or ''}{figure['number']}{more}{figure['reach'] or ''}"
    return value, f"{figure['scale'] or ''}{figure['unit']}{figure['per'] or ''}"


def _number(numeral: str) -> int:
    tens, mark, ones = numeral.partition("十")
    if mark:
        return (_NUMERALS.get(tens, 1)) * 10 + _NUMERALS.get(ones, 0)
    return _NUMERALS.get(numeral, 0)
