"""Firms of which a reply speaks by their shops: 甲旗舰店, 甲西南首店 and 甲 are then names of one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.reading.entities.known import Known
from graph.reading.place import find_divisions

__all__ = ["by_shops"]

_SHOP = re.compile("(?:旗舰店|首店|体验店|概念店|专卖店|形象店|直营店)$")
#: For what region a shop is the first, before that word.
_REGION = re.compile(
    "(?:全国|全球|亚洲|亚太|中国(?:内地|大陆)?|内地|华[东南北中西]|西[南北]|东北|区域|城市|品牌|官方|[全本]?[省市县区])$"
)
#: So many characters has a brand at least.
_LEAST = 2


def by_shops(known: Iterable[Known]) -> None:
    """Give a firm that is named by a shop of its own the brand's name too, where no other firm of the reply has it."""
    firms = [k for k in known if k.type == "Enterprise"]
    taken = {name for k in firms for name in (k.name, *k.aliases)}
    for firm in firms:
        brand = _brand(firm.name)
        if brand is not None and brand not in taken:
            firm.aliases.setdefault(brand)


def _brand(name: str) -> str | None:
    """What stands before the kind of shop and its region, ``None`` where the name is of no shop or nothing is left."""
    shop = _SHOP.search(name)
    if shop is None:
        return None
    rest = name[: shop.start()]
    region = _REGION.search(rest)
    places = find_divisions(rest)
    if region is not None:
        rest = rest[: region.start()]
    elif places and places[-1][1] == len(rest):
        rest = rest[: places[-1][0]]
    return rest if len(rest) >= _LEAST else None
