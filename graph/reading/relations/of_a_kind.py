"""Whether a place may be meant by a kind: 甲创新园 is 园, 园区 and 产业园, another city's park is not."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.place import Where, find_divisions
from graph.reading.relations.called import PARK

__all__ = ["is_called", "is_elsewhere", "may_be_called"]

_CALLED_TYPES = ("Carrier", "BusinessCircle", "Subdistrict", "Community")
_MALL = re.compile("(?:广场|环球港|天地|汇|购物中心|百货|商城|MALL|MEGA|万象城|印象城|荟|大厦|大楼|中心)$")
_ENDS_AS_PARK = re.compile("(?:[园城谷港]|高新|经开|开发|商务)区?(?:[一二三四五六]期)?$|基地$|空间$|TOP$")


def may_be_called(known: Known) -> bool:
    """Whether a place may be meant by its kind: 新区 is no county, though it stands among the districts."""
    return known.type in _CALLED_TYPES or (known.type == "District" and known.name.endswith(("新区", "示范区", "试验区")))


def is_elsewhere(known: Known, where: Where) -> bool:
    """Whether a carrier's name begins with another city's: 无锡雪浪小镇 is spoken of to compare."""
    own = {code, *divisions.chain(code)} if (code := where.code) else set[str]()
    return known.type == "Carrier" and any(
        s == 0 and n[-1] not in "区县镇" and not own.intersection(divisions.codes_of(n))
        for s, _, n in find_divisions(known.name[:4])
    )


def is_called(known: Known, noun: str) -> bool:
    """Whether a place may be called by a kind: 某某创新园 is 园, 园区 and 产业园."""
    if known.type == "Carrier" and noun in ("商场", "大楼"):
        return bool(_MALL.search(known.name))
    if known.type == "Carrier" and noun == "区域":
        return True
    if known.type == "Carrier" and noun in PARK:
        return bool(_ENDS_AS_PARK.search(known.name))
    if noun == "村":
        return known.type == "Community"
    if noun == "街区":
        return known.name.endswith(("街区", "街", "里", "坊", "巷"))
    return known.name.endswith(noun)
