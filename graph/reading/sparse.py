"""What a reply's other names say of one: where hardly any is sure, a firm or a park is rarer than the words beside it tell.

Rules and model are learned from replies that name more than most do. Of the carriers that they were 0.5 to 0.8 sure of, in
real replies that neither had seen and in which nothing at all was surer than 0.9, 12 were right and 22 were not; where six or
more names were that sure, 41 of 56 were right. Since replies that name little are learned from too, half of what these figures
ask for is enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import exp, log

from graph.reading.mentions.names import key
from graph.records import Mention

__all__ = ["in_company"]

_NAMED = ("Enterprise", "Carrier", "Scenario")
_SURE = 0.9
#: What a column of a table says is no less so for standing alone.
_TOLD = "table."
_BESIDE_A_FEW = {"Enterprise": 0.2, "Carrier": 0.2}
#: How much less probable, in logits, by the number of sure names in the reply; nothing where there are more.
_LESS = {0: {"Enterprise": 0.45, "Carrier": 0.45, "Scenario": 0.2}, 1: _BESIDE_A_FEW, 2: _BESIDE_A_FEW}


def in_company(mentions: Iterable[Mention]) -> list[Mention]:
    """The same mentions, firms, carriers and services that are not sure themselves less sure where the reply has few sure names.

    Parameters
    ----------
    mentions:
        All of a reply, with the confidences that they have by themselves.
    """
    every = list(mentions)
    sure = {(m.type, key(m.name)) for m in every if m.type in _NAMED and m.confidence >= _SURE}
    less = _LESS.get(len(sure), {})
    return [
        replace(m, confidence=_shifted(m.confidence, less[m.type]))
        if m.type in less and 0 < m.confidence < _SURE and not m.rule.startswith(_TOLD)
        else m
        for m in every
    ]


def _shifted(confidence: float, less: float) -> float:
    return round(1 / (1 + exp(less - log(confidence / (1 - confidence)))), 3)
