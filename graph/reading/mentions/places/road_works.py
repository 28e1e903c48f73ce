"""What looks like a road's name and is a measure of one, what is done to one, or a stretch of another: 300米宽大街, 拓宽大街1条, 甲公路段公路."""

from __future__ import annotations

import re

__all__ = ["is_of_a_road"]

#: 约2000米长路段: from behind the number.
_MEASURE = re.compile("(?:公里|千米|米)[长宽](?=[路街大公])")
#: 修建公路至丙村, 拓宽大街1条; 建设大道 and 振兴大街 are called so.
_WORKS = re.compile("(?:修[建筑缮通]|兴修|新修|[整翻维]修|[拓加]宽|铺[设筑]|养护|硬化|打通|接通)(?=公路|大道|大街)")
#: 甲公路段公路.
_STRETCH = re.compile("[\u4e00-\u9fff]{2,8}(?:路|街|大道|高速)段(?=公路)")


def is_of_a_road(text: str, begin: int, ending: int) -> bool:
    """Whether the characters before a road's ending are such, offsets into the flow.

    Parameters
    ----------
    text:
        The flow.
    begin, ending:
        Where what looks like a name begins, and its ending.
    """
    if text[begin - 1 : begin].isdigit() and (measure := _MEASURE.match(text, begin)) and measure.end() == ending:
        return True
    told = _WORKS.match(text, begin) or _STRETCH.match(text, begin)
    return told is not None and told.end() == ending
