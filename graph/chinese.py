"""What people may write in Chinese, in the log of decisions and for ``decide``, and what it is called in English."""

from __future__ import annotations

from collections.abc import Mapping

from graph.labels import label
from graph.records import ENTITY_TYPES, RELATION_TYPES, Judgement, Status

__all__ = ["COLUMNS", "JUDGEMENTS", "RELATIONS", "STATUSES", "TYPES", "in_english", "listed"]

#: Columns of the log.
COLUMNS: Mapping[str, str] = {
    "judgement": "判定",
    "reply": "答复",
    "type": "类型",
    "name": "名称",
    "relation": "关系",
    "to_type": "对象类型",
    "to": "对象",
    "status": "状态",
    "words": "原文",
    "who": "判定人",
    "when": "日期",
    "why": "说明",
}
#: Judgements.
JUDGEMENTS: Mapping[str, str] = {
    Judgement.RIGHT: "对",
    Judgement.WRONG: "错",
    Judgement.SAME: "相同",
    Judgement.DIFFERENT: "不同",
    Judgement.UNSURE: "不定",
}
#: Types of entities, as the vocabulary calls them.
TYPES: Mapping[str, str] = {name: label(name) for name in ENTITY_TYPES}
#: Relations.
RELATIONS: Mapping[str, str] = {name: label(name) for name in RELATION_TYPES}
#: States.
STATUSES: Mapping[str, str] = {status: label(status) for status in Status}


def in_english(word: str, known: Mapping[str, str]) -> str:
    """The English word for a Chinese one; any other is as it was.

    Parameters
    ----------
    word:
        In either language.
    known:
        One of the tables of this module.
    """
    return next((str(english) for english, chinese in known.items() if chinese == word), word)


def listed(known: Mapping[str, str]) -> str:
    """What may be written, in both languages, for a fault or a help text.

    Parameters
    ----------
    known:
        One of the tables of this module.
    """
    return ", ".join(f"{english} {chinese}" for english, chinese in known.items())
