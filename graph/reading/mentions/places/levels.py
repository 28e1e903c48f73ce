"""What looks like a town that no list has, and tells of levels or of what is done with towns: 省市县乡四级, 村账乡管, 撤乡设镇, 坐镇指挥."""

from __future__ import annotations

import re

from graph.reading import divisions

__all__ = ["is_of_levels"]

_NONE = re.compile(
    # 省市县乡四级, 区镇村三级
    "[省市区县州旗街镇乡村组户]+[镇乡]"
    # 村联镇; 撤乡扩镇, 并乡设镇, 乡改镇
    "|[户村组队]联[镇乡]|.?[乡镇村][扩并设建改变撤][镇乡]"
    # 领导坐镇, 逐乡, 运维归镇, 县直镇直, 这是乡里, 外乡; not 水归镇, 永直乡
    "|.{0,6}(?:[坐逐是]|(?:运维|管理|管护|下放|权限)归|[省市区县]直|您对|[我贵你]对)[镇乡]|外[镇乡]"
)
#: 村账乡管, 村财镇管, 户集村收镇运: whose something is, and who does it.
_OF_A_VILLAGE, _DONE = (
    re.compile("(?:.?[户组].)?[户组村][\u4e00-\u9fff]{1,2}[镇乡]"),
    re.compile("[管代运转集联统审监督聘用补]|收(?!费)"),
)


def is_of_levels(text: str, start: int, end: int) -> bool:
    """Whether a span of the flow that ends in 镇 or 乡 is such; a town that the country's list has is none."""
    if divisions.counties_of(text[start:end]):
        return False
    done = _OF_A_VILLAGE.fullmatch(text, start, end) and _DONE.match(text, end)
    return bool(_NONE.fullmatch(text, start, end) or done)
