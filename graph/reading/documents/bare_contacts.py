"""Names of contacts that stand without a label: beside a telephone number, or in a row of their own below the label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.reading.divisions import codes_of
from graph.reading.documents.contact_words import NUMBER_LABEL, PERSON_LABEL, TELEPHONE, person

__all__ = ["names_by_numbers", "names_in_rows"]

#: A number that has been masked already, or one that has not.
_NUMBER = rf"(?:\*{{7}}|（?[0O]\d{{2,3}}）?[-— ]{{0,2}}\*{{7}}|{TELEPHONE}(?![\d.%％元万亿人户个件家年月]))"
_TITLE = r"(?:同志|先生|女士|老师|[\u4e00-\u9fff]{0,4}(?:处长|科长|主任|局长|科员|干事|秘书))?(?:（[^（）\n]{1,12}）)?"
#: Whoever is a fact of the reply and stays: who signed it off, who proposes. And so does a place: 温州 0577-….
_STAYS = re.compile(r"(?:签发|签批|审签|核签|审批|提案|建议|领衔|提出|附议|联名|代表|委员)[^，。；：\n]{0,6}[：|]?[^：\n]{0,24}$")
#: What was done with the paper or the page, and by whom is nothing that a reader asks: 拟稿：张三 核稿：李四.
_DONE = "经办|拟稿|承办|督办|校对|核稿|核对|审核|初审|复审|终审|复核|打印|打字|录入|编辑|责编|责任编辑|联系"
#: What the name of a place ends in, and a person's does not: 督办：江宁区.
_PLACES = "区县市"
#: Characters before a name in which such a label is looked for.
_BEFORE = 40


@cache
def _by_number() -> re.Pattern[str]:
    return re.compile(
        rf"((?:(?<![\u4e00-\u9fff*])|(?<=[局科室处办委部与人员])){person()}|(?<!\*)\*{{2,4}})[ |]{{0,3}}{_TITLE}"
        rf"[ ，、：/（|]{{0,3}}(?:(?:{NUMBER_LABEL})[：为是 |]{{0,3}})?({_NUMBER})"
    )


@cache
def _behind_number() -> re.Pattern[str]:
    return re.compile(
        rf"\*{{4}} ?（({person()}){_TITLE}）|\*{{7}}[ ，]+({person()})(?= *(?:$|[，；。）]))|（({person()}) ?收）", re.MULTILINE
    )


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(
        rf"(?:请|可|可以|随时|直接|欢迎)(?:与|联系|致电|咨询|洽|向|找)[^，。；：\n]{{0,12}}?({person()})"
        rf"(?=(?:同志|科长|处长|主任|老师)?(?:联系|沟通|咨询|对接)?[，（ ]{{0,2}}(?:(?:联系)?(?:电话|手机)|联系方式|\*{{7}}))"
    )


@cache
def _in_rows() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{PERSON_LABEL})[ ：|]*\n\s*({person()})[ |]*$|(?:{PERSON_LABEL})[〔（]({person()})[）〕]"
        rf"|(?:{PERSON_LABEL})[.。·] ?({person()})(?= *(?:$|[，；（]? *(?:{NUMBER_LABEL}|\d{{7}}|\*{{7}})))"
        rf"|(?:联系人|联络人|经办人|承办人)[为是]?({person()})(?=[，。；（）]|$|同志|先生|女士|科长|处长|主任|电|手|联|\d)"
        rf"|(?:^|(?<=[ |（，；]))(?:{_DONE})[人员]?[ ]*： *({person()})(?= |$|[，；）|\d*])",
        re.MULTILINE,
    )


def names_by_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where a name without a label stands beside a telephone number (张三 64871230), or is asked for by name.

    Parameters
    ----------
    text:
        Canonical, its labelled numbers masked.
    """
    for found in _by_number().finditer(text):
        stays = _STAYS.search(text, max(0, found.start() - _BEFORE), found.start(1)) or codes_of(found.group(1))
        if not stays:
            yield found.span(1)
        yield found.span(2)
    for pattern in (_behind_number(), _asked()):
        for found in pattern.finditer(text):
            yield found.span(found.lastindex or 0)


def names_in_rows(text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in the row below its label, in brackets behind it, or behind a label that says only what was done."""
    for found in _in_rows().finditer(text):
        if found.group(found.lastindex or 0)[-1] not in _PLACES:
            yield found.span(found.lastindex or 0)
