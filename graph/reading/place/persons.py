"""Whether what reads like a place is what somebody is called: 副区长孙大庆, 代表王长春、李吉林; not 市长江苏."""

from __future__ import annotations

import re
from functools import cache

from graph.reading.lexicon import alternation, words

__all__ = ["is_somebody"]

#: Posts and what members are; 增长 is none, and 省长江 begins with 省: 甲省长江乙段.
_TITLE = (
    "(?:(?:(?:副[省市区县局州]长|[省市区县旗镇乡州局处科院校会部厅组队站所行司村社书察事馆股]长(?!江))|书记|主任|主席|委员|代表|领导|经理|同志|教授|院士|先生|女士|校友)"
    "(?:（[^（）]{1,8}）)?)"
)
#: Family names that between a post and a place mean something else: 市长于大庆, 书记谈延安精神, 校长查大同.
_OTHERWISE = frozenset("于任向和从谈查管关成战盖盘游祝农班费")
#: A row of persons behind one post: 代表王长春、.
_FELLOWS = f"(?:(?:{alternation('surnames')})[\u4e00-\u9fff]{{1,2}}、){{0,5}}"
_BEHIND_A_TITLE = re.compile(rf"{_TITLE}(?:{alternation('surnames')})$")
_IN_A_ROW = re.compile(rf"{_TITLE}{_FELLOWS}(?:{alternation('surnames')})$")
_ALONE = re.compile(rf"(?:^|[，。；：、\s和与及由经请]|感谢|时任)(?:{alternation('surnames')})$")
_BEFORE_A_TITLE = re.compile(rf"{_TITLE}(?![团处性市省])")
#: How far back a row of persons is looked at, and how many characters a given name has.
_REACH, _GIVEN = 30, 2


@cache
def _last_of_family() -> frozenset[str]:
    return frozenset(name[-1] for name in words("surnames")) - _OTHERWISE


def is_somebody(text: str, start: int, end: int, *, in_row: bool = True) -> bool:
    """Whether two characters are a given name behind a family name, with a post before or behind them.

    Parameters
    ----------
    text:
        The flow, or a part of it.
    start, end:
        Of what reads like a place.
    in_row:
        Whether the post may stand before others of a row. 代表之家、李家村: of towns and villages rows are told everywhere.
    """
    if end - start != _GIVEN or text[start - 1 : start] not in _last_of_family() or start == 0:
        return False
    before = text[max(start - _REACH, 0) : start]
    return bool(
        (_IN_A_ROW if in_row else _BEHIND_A_TITLE).search(before) or (_BEFORE_A_TITLE.match(text, end) and _ALONE.search(before))
    )
