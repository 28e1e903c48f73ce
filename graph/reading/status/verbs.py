"""Verbs that say how far a thing has come, from the lexicon, and patterns put together of one construction a line."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation

__all__ = [
    "AGREE",
    "AMEND",
    "ASKS_TO_AGREE",
    "BEGIN",
    "BETTER",
    "BUILD",
    "COME",
    "DENIED",
    "DONE_AFTER",
    "DRAFT",
    "FINISH",
    "FORCE",
    "INTEND",
    "ISSUE",
    "ITS_BUILDING",
    "JOIN",
    "KIND",
    "LEAD",
    "OBEY",
    "OPEN",
    "PREPARE",
    "PRESS",
    "REACH",
    "RUN",
    "UNDER",
    "UPON",
    "USE",
    "before_name",
    "behind_document",
    "behind_name",
]


#: Behind a thing, that what the words before it speak of is done.
DONE_AFTER = re.compile(rf"[^，。；]{{0,14}}?(?:{alternation('times', 'done-after')})")
#: What a service is called behind its name: 甲服务平台.
KIND = "(?:平台|系统|场景|应用|项目|小程序|APP|服务|旗舰店)"


def _verbs(kind: str) -> str:
    return f"(?:{alternation('progress', kind)})"


BUILD, OPEN, PREPARE, FINISH = (_verbs(kind) for kind in ("build", "open", "prepare", "finish"))
USE, JOIN, BETTER = (_verbs(kind) for kind in ("use", "join", "better"))
#: A firm comes to a place: the verbs by which a place is told (a firm whose project 投产 is there), and 集聚.
COME = f"(?:(?:{alternation('cue_verbs', 'arrive')})(?<!投产)|集聚)"
#: That a thing is not.
DENIED = f"(?:{alternation('times', 'denied')})"
LEAD, PRESS = (_verbs(kind) for kind in ("lead", "press"))
#: Of 将 only what is no 不将 and no 将近.
INTEND = f"(?:{alternation('progress', 'intend')}|(?<!不)将(?!近))"
DRAFT, AMEND, AGREE = (_verbs(kind) for kind in ("draft", "amend", "agree"))
RUN, BEGIN, UNDER, REACH = (_verbs(kind) for kind in ("run", "begin", "under", "reach"))
ISSUE, FORCE, OBEY, UPON = (_verbs(kind) for kind in ("issue", "force", "obey", "upon"))


def before_name(*constructions: str, mark: str = "“") -> re.Pattern[str]:
    """One of the constructions, right before a name or the quotation mark that it begins with; to be searched for."""
    return re.compile(rf"(?:{'|'.join(constructions)})[{mark}]?$")


def behind_name(*constructions: str) -> re.Pattern[str]:
    """One of the constructions, right behind a name or the quotation mark that it ends with; to be matched."""
    return re.compile(rf"[”]?(?:{'|'.join(constructions)})")


#: 甲平台建设: a service's building, behind its name.
ITS_BUILDING = behind_name(f"{KIND}?的?(?:{BUILD}|落地)(?!的|完成|成果|成效|并)")


def behind_document(*constructions: str) -> re.Pattern[str]:
    """One of the constructions, right behind a document's name and what stands in brackets there; to be matched."""
    return re.compile(rf"[》”]?(?:（[^）]*）)?(?:{'|'.join(constructions)})")


#: 报请甲政府批准《乙规划》: whoever is asked to agree has not, and issued nothing; not 报经甲政府批准, 甲政府批准的.
ASKS_TO_AGREE = before_name(
    "(?:报请|恳请|提请|(?<![申邀聘])请|报(?!经))[^，。；《了经]{1,14}(?:批准|批复|审定)(?:同意|实施)?(?:[我本][省市区县]的?)?",
    mark="《“",
)
