"""What is done with the firms of a list, right before the first of them: 服务甲、乙等企业, 丙园储备了甲、乙等项目."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.names import is_generic, is_unknown
from graph.reading.place import find_divisions

__all__ = ["behind_done"]

#: 服务甲、乙等企业, 丙园储备了甲、乙等项目: before the first of a list what is done with its firms, and who does it.
_DONE_WITH_THEM = re.compile(
    "(?P<who>[\u4e00-\u9fff]{2,12}?(?:[园区谷城港镇乡局委办厅院]|街道|政府|中心|集团|公司|企业))?(?:已|先后|陆续|相继|积极|重点|全力|大力|持续|不断|共|累计|还|也|并|将|优先|主动){0,4}"
    f"(?:{alternation('item_verbs')})(?:了|出|到)?(?![链商器])"
)


def behind_done(text: str, start: int, end: int) -> int:
    """Where a firm's name begins behind what a place or an office does with it: 丙园储备甲、乙等项目."""
    done = _DONE_WITH_THEM.match(text, start, end)
    alone = done and not done["who"] and done.end() - start == 1  # 携珂科技, 率澜科技
    return done.end() if done and not alone and _begins_one(text[done.end() : end]) else start


def _begins_one(rest: str) -> bool:
    """Whether a firm's name begins what is left of an item: a listed firm, a place, foreign letters, a word of no dictionary."""
    if rest in words("firms") or _FOREIGN.match(rest):
        return True
    named = is_unknown(rest[:2]) or (len(rest) >= _TWO_AND_A_TRADE and _ENDS_AS_ONE.search(rest) is not None)
    return len(rest) > 1 and not is_generic(rest) and (named or any(begin == 0 for begin, _, _ in find_divisions(rest)))


_FOREIGN = re.compile("[A-Za-z]{2}")
_ENDS_AS_ONE = re.compile(rf"(?<=..)(?:{alternation('enterprise_suffixes', 'brand')})$")
#: So many characters has a name of two and a trade: 明德智能.
_TWO_AND_A_TRADE = 4
