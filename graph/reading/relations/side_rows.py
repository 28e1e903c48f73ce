"""Rows of firms side by side: 甲等软件企业，以及乙等机器人企业已入驻丙园; 丙园引进甲等软件企业；乙等机器人企业."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.reading.lexicon import alternation
from graph.reading.relations.masks import MASK, ROW
from graph.reading.relations.scene import Link, Scene

__all__ = ["behind_rows", "going_on"]

#: Behind a firm, those that are listed with it.
_LISTED = re.compile(rf"^(?:[”“]?(?:、|和|与|及|以及|（[^）]*）)?[“”]?{MASK}+)+")
#: What a row is of: 等软件企业, 等20余家企业, 等企业及合作伙伴.
_HEAD = r"等(?![^，。；：、]{0,4}(?:意向|在谈|合作单位))[^，。；：、]{0,24}(?:企业|公司|机构|项目|集团|平台|院所|伙伴|品牌|单位|厂商|商户|总部)"
#: Behind a row, where others follow with which it came.
_ROWS_AHEAD = re.compile(rf"(?:[{ROW}]*{_HEAD}，(?:以及|及|还有|和)?[“]?(?={MASK})){{1,3}}")
#: Before the first of a row with which a clause begins.
_IS_SUBJECT = re.compile(rf"(?:^|[，；：])(?:目前|现在?|其中|如今|截至目前)?，?[“]?(?:{MASK}[{ROW}]*)?$")


def behind_rows(before: str, behind: str) -> str:
    """What is said of a firm behind those that are listed with it, and behind the rows that stand beside its own.

    Parameters
    ----------
    before, behind:
        The words of its sentence on both sides of it, names masked.
    """
    said = _LISTED.sub("", behind)
    if (rows := _ROWS_AHEAD.match(said)) and _IS_SUBJECT.search(before):
        said = _LISTED.sub("", said[rows.end() :])
    return said


#: A part of a sentence that is nothing but a row; and what its firms are done with in the part before, which ends in one too.
_ONLY_A_ROW = re.compile(
    rf"(?:以及|和|及|还有|也有|还)?[“]?{MASK}[{ROW}]*(?:（[^）]*）[{ROW}]*)*{_HEAD}(?:\d+[余多]?[家个])?(?:，(?!正在|拟|将|计划|有望|预计|[未尚暂因与同]|为[^，]{{0,6}}提供|也?迁)[^■]{{0,60}})?"
)
_ENDS_IN_A_ROW = re.compile(
    rf"(?:{alternation('cue_verbs', 'host')}|{alternation('cue_verbs', 'arrive')}|拥有|引进|招引|引入|培育|现有|已有|吸引)[^，。；：{MASK}]{{0,8}}[“]?{MASK}[{ROW}]*(?:{_HEAD}(?:\d+[余多]?[家个])?)?$"
)


def going_on(scene: Scene, before: Scene | None, links: Sequence[Link]) -> list[Link]:
    """Where the firms of a row are that stands alone behind a semicolon: where those of the row before it are.

    Parameters
    ----------
    scene:
        The part of a sentence that is the row.
    before:
        The part before it.
    links:
        What that says of its firms.
    """
    if before is None or not scene.text.startswith("；", before.end) or before.end + 1 != scene.start:
        return []
    if before.inside[-1:] != before.of("Enterprise")[-1:] or scene.names_places():
        return []
    goes_on = _ONLY_A_ROW.fullmatch(before.masked) or _ENDS_IN_A_ROW.search(before.masked)
    if not goes_on or not _ONLY_A_ROW.fullmatch(scene.masked):
        return []
    last = {id(known) for _, known in before.of("Enterprise")[-1:]}
    there = [link for link in links if id(link.source) in last]
    return [
        replace(scene.link("locatedIn", firm, link.target, link.rule, 1.0), confidence=link.confidence, status=link.status)
        for firm in scene.of("Enterprise")
        for link in there
    ]
