"""The parts that the plan of a park counts: 甲镇建设“一区两园”。“一区”即乙区，“两园”包括丙园、丁园."""

from __future__ import annotations

import re

from graph.reading.relations.scene import Pair, Scene

__all__ = ["counted_in_the_plan", "names_another_part"]

_NUMBER = "[一两二三四五六七八九十]"
#: “一区”即, “两园”包括: what a part of the plan is.
_PART = rf"“(?:{_NUMBER}大?|多)[\u4e00-\u9fff]{{1,4}}”(?:则|主要|就)?(?:即|是指|指的?是?|是|为|包括|包含|涵盖|分别[是为])(?!以|由)[“]?"
#: Whose plan it is, where it is not the park's own.
_ELSEWHERE = "(?:[我全本][市区县省]|周边|所在|[纳列融]入|对[标接]|借鉴|学习|参照)"
#: Up to the parts, where a colon leads to them: 构建“一区两园”的空间布局：.
_WITH_COLON = (
    rf"[^。；：“\n]{{0,40}}“{_NUMBER}[\u4e00-\u9fff]{{1,3}}[，、]?(?:{_NUMBER}|多)[^”\n]{{1,10}}”[^，。；：“\n]{{0,14}}[：（]"
)
#: Up to a park in the list behind it: only names stand between.
_LISTED = re.compile(
    rf"(?![^“\n]{{0,160}}{_ELSEWHERE})(?:[^。；：\n]{{0,160}}[，、]|{_WITH_COLON}(?:[^。；：\n]{{0,160}}[，、])?)?{_PART}(?:[^，。；：、和与及“”]{{1,40}}[、和与及“”]{{1,2}}){{0,14}}"
)
_OPENS = re.compile(_PART)
#: The plan itself: “一区两园”, “一核三区多点”.
_PLAN = re.compile(rf"“{_NUMBER}[\u4e00-\u9fff]{{1,3}}[、]?(?:{_NUMBER}|多)[\u4e00-\u9fff]{{1,3}}[^”\n]{{0,8}}”")
#: 按照“一区三园”的模式管理，一是以…为主的丙园，二是丁园: what the items are that follow, and up to a park that is one.
_BY_ITEMS = rf"“[^”\n]{{0,4}}{_NUMBER}[^”\n]{{1,10}}”的?(?:管理|运营|运行|发展|空间|产业|总体)?(?:模式|格局|布局|体系|架构|思路|框架)[^。；：\n]{{0,24}}[，：]"
_ITEM = rf"{_NUMBER}是(?:[^，。；：、\n]{{1,30}}的)?[“]?"
_FIRST_ITEM = re.compile(rf"(?![^“\n]{{0,40}}{_ELSEWHERE})[^。；：\n]{{0,40}}{_BY_ITEMS}{_ITEM}")
_NEXT_ITEM = re.compile(_ITEM)
_ITEMS_BEFORE = re.compile(
    rf"(?![^“\n]{{0,40}}{_ELSEWHERE})[^。；：\n]{{0,40}}{_BY_ITEMS}(?:{_NUMBER}是(?:(?![，；]{_NUMBER}是)[^。\n]){{1,60}}[，；](?={_NUMBER}是|$)){{1,6}}"
)
#: Another part of the plan, which the park before it is none of: “一区”即乙区，“两园”包括.
_NEXT = re.compile(rf"，{_PART}")


def counted_in_the_plan(scene: Scene, own: Pair, about: Pair | None, *, opens: bool) -> bool:
    """Whether a carrier is one that the plan of the park counts which the sentence, or the one before it, is about.

    Parameters
    ----------
    scene:
        The sentence.
    own:
        The carrier.
    about:
        The park.
    opens:
        Whether the sentence itself opens with that park.
    """
    if about is None:
        return False
    if opens:
        gap = scene.between(about[0].end, own[0].start)
        return bool(_FIRST_ITEM.fullmatch(gap) or ("“" in gap and _LISTED.fullmatch(gap)))
    begin = scene.text.rfind("\n", 0, scene.start) + 1
    before = scene.text[max(begin, about[0].end) : scene.start]
    if _NEXT_ITEM.fullmatch(scene.between(scene.start, own[0].start)):
        return bool(_ITEMS_BEFORE.fullmatch(before))
    told = _OPENS.match(scene.said) and _PLAN.search(before) and before.count("。") <= 1
    return bool(told and _LISTED.fullmatch(scene.between(scene.start, own[0].start)))


def names_another_part(gap: str) -> bool:
    """Whether the words between two parks begin another part of the plan: the second is none of the first."""
    return bool(_NEXT.search(gap))
