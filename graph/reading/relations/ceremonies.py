"""Ceremonies that are held where a thing stands: 甲园奠基仪式在乙街道举行, 丙公司总部开工仪式在丁园举行."""

from __future__ import annotations

import re

from graph.reading.relations.masks import MASK

__all__ = ["firm_on_its_ground", "is_on_its_ground"]

#: What is celebrated on the ground itself; an agreement is signed, and a name unveiled, anywhere.
_CELEBRATED = "(?:奠基|开园|开工|动工|封顶|竣工|落成|投产|通线|下线)(?:典礼|仪式)(?:于[^，。；■]{1,10})?(?:日前|近日|今日|正式|顺利|隆重)?在"
_CEREMONY = re.compile(f"[^，。；：、{MASK}]{{0,8}}{_CELEBRATED}$")
_OF_ITS_WORKS = re.compile(
    f"的?(?:(?!承建|[捐援代参]建|参与|设计|施工|等|[与和]|的)[^，。；：、{MASK}]){{0,12}}(?:总部|项目|基地|工厂|厂房|大楼|产线|生产线|[一二三四]期)(?:(?!集中|集体|等)[^，。；：、{MASK}]){{0,6}}{_CELEBRATED}$"
)
_IS_HELD = re.compile("[”]?(?:之?内|境内)?(?:正式|顺利|隆重|成功)?举[行办]")


def is_on_its_ground(gap: str, behind: str) -> bool:
    """Whether the words between a park and a place, and behind the place, say that such a ceremony of the park is held there."""
    return bool(_CEREMONY.fullmatch(gap) and _IS_HELD.match(behind))


def firm_on_its_ground(gap: str, behind: str) -> bool:
    """The same of a firm's works: 丙公司生产基地开工仪式在丁园举行."""
    return bool(_OF_ITS_WORKS.fullmatch(gap) and _IS_HELD.match(behind))
