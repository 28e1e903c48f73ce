"""Titles in 《》 that only the words around them call documents: 《甲》团体标准, 国家标准《乙》, 印发《丙工作手册》."""

from __future__ import annotations

import re

__all__ = ["is_issued_manual", "is_standard"]

#: The other titles of a row.
_ROW = r"(?:《[^《》\n]{2,60}》[、和及与]?){0,8}"
_WHOSE = "(?:国家|地方|团体|行业|企业|推荐性|强制性)"
#: 《甲》《乙》等3项地方标准, 《丙》列入标准立项计划: in annotated replies all seven are documents.
_BEHIND = re.compile(
    rf"[、和及与]?{_ROW}等?(?:[\d一二三四五六七八九十两]+[项个部])?(?:一?系列)?(?:{_WHOSE}[的性]?){{1,2}}标准(?!化)"
    rf"|[、和及与]?{_ROW}等?(?:已|也|均|都|被)*[列纳]入[^，。；《》]{{0,8}}标准[^，。；《》]{{0,6}}(?:立项|计划|制修订)"
)
_BEFORE = re.compile(rf"{_WHOSE}标准(?:为|是|有|：|（[^（）\n]{{1,16}}）)?{_ROW}$")
_MANUAL = re.compile("(?:工作|指导|操作|服务|管理|技术)手册$")
_ISSUES = re.compile(rf"(?:印发|出台|发布|下发|颁布|制定|制订)[了的]?[^，。；《》]{{0,8}}{_ROW}$")
#: How far before a title a row may begin.
_NEAR = 200


def is_standard(text: str, floor: int, start: int, end: int) -> bool:
    """Whether the words behind a title of the flow, or before it and its row, call it a standard."""
    return bool(_BEHIND.match(text, end) or _BEFORE.search(text[max(floor, start - _NEAR) : start]))


def is_issued_manual(name: str, before: str) -> bool:
    """Whether a manual by which offices work is said to be issued, where others are handed out."""
    return bool(_MANUAL.search(name) and _ISSUES.search(before[-_NEAR:]))
