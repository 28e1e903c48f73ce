"""Where a firm's name ends before the words that say how or when it does something: 甲集体入驻, 乙原计划明年落户."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.names import clean
from graph.records import Mention

__all__ = ["before_manner", "without_manner"]

#: 于明年, 年底前, 2026年: when it does so.
_WHEN = r"(?:拟|将|计划|预计)?于?(?:[前去今明后]年(?:年?[初底内末])?|年[初内中]|年底前?|近[期日]|日前|[上下]半年|[一二三四]季度|\d{4}年)"
_WORDS = rf"(?:{alternation('manner_words')}|{_WHEN})"
_MANNER = re.compile(rf"(?:也将|均将|都将|将)?{_WORDS}{{1,3}}$")
#: The same before a verb of coming, some of them behind what was taken for a name: 甲科技原 of 甲科技原计划落户.
_UP_TO_VERB = re.compile(
    rf"(?P<how>(?:也将|均将|都将|将)?{_WORDS}{{1,3}}(?:已|均|都|也|成功|正式|选择)?)"
    f"(?:{alternation('cue_verbs', 'arrive')}|{alternation('progress', 'settle')})(?!系统|平台|机制|工程|计划|政策|模式|服务)"
)
#: So many characters of them are looked at.
_LONGEST = 16
#: So short is no firm's name.
_LEAST = 2


def before_manner(text: str, start: int, end: int) -> int:
    """Where what stands before words of manner and time ends, between two offsets of a text; the second where there are none."""
    how = _MANNER.search(text, max(start, end - _LONGEST), end)
    return how.start() if how and how.start() - start >= _LEAST else end


def without_manner(text: str, firm: Mention) -> Mention:
    """A firm without the words of manner that stand before a verb of coming: 甲科技 of 甲科技集体入驻.

    Parameters
    ----------
    text:
        The flow's.
    firm:
        An enterprise in it.
    """
    begin = max(firm.start + _LEAST, firm.end - _LONGEST)
    how = _UP_TO_VERB.search(text, begin, firm.end + _LONGEST)
    if how is None or not how.start() < firm.end <= how.end("how") or firm.name in words("firms"):
        return firm
    return replace(firm, name=clean(text[firm.start : how.start()]), end=how.start())
