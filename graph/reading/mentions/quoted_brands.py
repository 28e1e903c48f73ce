"""Goods in quotation marks that a place has a brand for: “甲龙虾”区域公用品牌, “乙大米”是国家地理标志."""

from __future__ import annotations

import re

from graph.reading.mentions.names import clean
from graph.reading.place import find_divisions
from graph.records import Mention

__all__ = ["brand"]

#: Of eleven such quotations in annotated replies eight are goods; the others are named below, or are a rank that may be doubted.
_ITS_BRAND = re.compile(
    r"(?P<head>[\u4e00-\u9fff]{0,4}(?:公用|公共)品牌|(?:国家|农产品){0,2}(?:地理标志|地标)(?!用标|企业))"
    r"|(?:被?(?:认定|评|列|登记)为|[同均皆]?[为是]|已?(?:取得|获得?|注册|入选|成为))(?:了|全国|国家级?|农产品){0,3}(?:地理标志|(?:区域)?公[用共]品牌)"
)
#: A place, or what one calls itself: “甲”区域公用品牌, “中国药都”公用品牌.
_OF_A_PLACE = re.compile("^中国|[都谷城港县市区州]$")


def brand(quote: re.Match[str]) -> Mention | None:
    """The goods that a quotation names, where the words behind it say that they are a place's brand or bear its mark.

    Parameters
    ----------
    quote:
        A quotation of the flow with its marks; the first group is what stands between them.
    """
    inner = quote.group(1)
    told = _ITS_BRAND.match(quote.string, quote.end())
    if told is None or len(inner) > 10 or _OF_A_PLACE.search(inner) or _is_place(inner):
        return None
    longer = (clean(inner + told.group()),) if told["head"] else ()
    return Mention("Product", clean(inner), *quote.span(), "quoted.brand", 0.85, longer)


def _is_place(name: str) -> bool:
    """Whether it is a division's name, in full or without 区, 县 or 市."""
    return any(
        (0, len(whole)) == span[:2] for whole in (name, *(name + kind for kind in "区县市")) for span in find_divisions(whole)
    )
