"""Items of a list that are services because most of the others are: 智慧助餐、云上问诊、老人探访关爱等应用场景."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.lexicon import words
from graph.reading.mentions.enumerations import Enumeration
from graph.records import Mention

__all__ = ["like_their_fellows"]


def like_their_fellows(text: str, enumeration: Enumeration, fellows: list[Mention]) -> list[Mention]:
    """The items of a list, plain ones among services as sure services.

    Parameters
    ----------
    text:
        The flow.
    enumeration:
        The list.
    fellows:
        Its items, as they are by themselves.
    """
    return _among_digital(text, enumeration, _done(text, enumeration, fellows))


#: 水务巡检, 群租管控: an item that says what is done; of 25 such in lists of scenes and applications in annotated replies 22 are services, two of the others but for a boundary.
_DOING = re.compile(
    r"[^“”]{2,}(?:管控|整治|巡[检查护线河防逻]|监测|检测|预警|识别|运输|配送|作业|接驳|植保|救援|执法|应急|清运|清扫|投递|看护|预约|问诊|叫车|核验|抓拍|诱导)"
)
_OF_SCENES = re.compile("(?:场景|应用)$")
#: How sure a list's head is that stands behind 等 or behind how many there are.
_COUNTED_OR_MORE = 0.85
#: So many items say what is done, at least: one alone may be a field.
_LEAST_DOING = 2
#: Of so many characters is an item beside those that say so, at least.
_LEAST_BESIDE = 4


def _done(text: str, enumeration: Enumeration, fellows: list[Mention]) -> list[Mention]:
    """The items of 推出水务巡检、群租管控等应用场景 by a rule of their own, where most of them say what is done: they alone are no fields."""
    if not _OF_SCENES.search(text[enumeration.start : enumeration.end]) or enumeration.sure < _COUNTED_OR_MORE:
        return fellows
    if _of_fields(text, enumeration):
        return fellows
    doing = sum(m.rule == "list.scenario" and bool(_DOING.fullmatch(text, m.start, m.end)) for m in fellows)
    digital = sum(m.rule != "list.scenario" for m in fellows)
    if doing < _LEAST_DOING or 2 * (doing + digital) <= len(enumeration.items):
        return fellows
    return [replace(m, rule="list.done", confidence=0.92) if _is_beside(m) else m for m in fellows]


def _is_beside(mention: Mention) -> bool:
    named = len(mention.name) >= _LEAST_BESIDE and mention.name not in words("sectors")
    return mention.rule == "list.scenario" and named


#: What a list is of that says only what a thing can do, and for whom it is made.
_ABILITIES = ("功能", "业务", "需求", "领域", "方面", "技术", "项目", "活动", "课程", "培训")
_MEANT_FOR = re.compile("(?:面向|聚焦|围绕|瞄准|针对|开放|征集|鼓励)(?:了)?$")
#: Of so many characters, at least, is a service without a digital word.
_LEAST_PLAIN = 4


def _of_fields(text: str, enumeration: Enumeration) -> bool:
    meant = _MEANT_FOR.search(text, max(enumeration.start - 4, 0), enumeration.start)
    return meant is not None or text[enumeration.end - 2 : enumeration.end] in _ABILITIES


def _among_digital(text: str, enumeration: Enumeration, fellows: list[Mention]) -> list[Mention]:
    """Items of a list of services without a digital word are services too where most of the others have one: of 13 ten are, and three open."""
    marked = sum(m.rule in ("list.digital", "list.quoted") for m in fellows)
    if marked < 2 or 2 * marked <= len(fellows) or _of_fields(text, enumeration):
        return fellows
    return [
        replace(m, rule="list.among", confidence=max(m.confidence, 0.75))
        if m.rule == "list.scenario" and len(m.name) >= _LEAST_PLAIN and not set("（）()").intersection(m.name)
        else m
        for m in fellows
    ]
