"""Whether somebody works for a document to come out, which has not yet: 积极推进《甲》出台, 加快《乙》的制定出台."""

from __future__ import annotations

import re

from graph.reading.status.basis import FELLOWS
from graph.reading.status.verbs import AMEND, DRAFT, FORCE, INTEND, ISSUE, before_name, behind_document
from graph.reading.status.years import is_over

__all__ = ["is_hastened"]

#: What somebody works for; by 推动《甲》出台 alone it may have come out.
_WORKED_FOR = before_name(
    "(?<![已先后经])(?:积极|加快|大力|全力|协同|配合|抓紧|持续|主动|进一步|继续)(?:推进|推动|争取|促成|做好)",
    "(?<![已先后经])(?:加快|加紧|加速|抓紧)",
    mark="《“",
)
_COMING_OUT = behind_document(
    rf"(?![^。；《]{{0,50}}(?:已|于[\d年月日]{{2,11}})[^，。；《]{{0,8}}(?:{ISSUE}|{FORCE}|实施)(?=[，。；]|$))"  # and has come out since
    f"的?(?:尽快|尽早|早日|及早|(?:{AMEND}|{DRAFT}){{1,2}}[和与及、]?)?(?:{ISSUE}|制定)(?:工作)?(?=[，。；、]|$)"
)
_UP_TO_A_CLAUSE = "的?[^，。；《]{0,12}，(?:该|此|这[一部])?(?:办法|条例|规划|方案|细则|意见|规定|标准|计划)?"
#: 加快《甲》出台，该办法自2024年5月1日起实施.
_HOLDS_SINCE = behind_document(rf"{_UP_TO_A_CLAUSE}[自从]20\d\d年\d{{1,2}}月(?:\d{{1,2}}日)?起?(?:正式)?(?:{FORCE}|实施)")
#: 加快《甲》出台，2023年1月印发: what followed in a year, and is no step on the way.
_THEN = behind_document(
    rf"{_UP_TO_A_CLAUSE}(?P<year>20\d\d)年(?![^。；]{{0,60}}(?:初稿|草案|送审|征求意见|起草|论证|调研|立法计划|立项|争取|{INTEND}))"
)
#: 2022年，我局加快《甲》出台; 近年来: of what was, where nothing before the document is to come.
_WAS = re.compile(r"(?P<year>20\d\d)年(?!以?后)|近[年几两三][^，。；]{0,2}来|(?:去|上|前)年")
_TO_COME = re.compile(f"下一步|下阶段|接下来|今后|未来|今年|建议|正在|{INTEND}")


def is_hastened(before: str, clause: str, tail: str, year: int | None) -> bool:
    """Whether somebody works for a document to come out, alone or in a row of documents, and did not do so in the years before.

    Parameters
    ----------
    before:
        The sentence up to the document.
    clause:
        The words before it in its clause, without other documents of its row.
    tail:
        The rest of the sentence behind it.
    year:
        In which the reply was written, where it says so.
    """
    tail = FELLOWS.sub("》", tail, count=1)
    if not (_WORKED_FOR.search(clause) and _COMING_OUT.match(tail)) or _HOLDS_SINCE.match(tail):
        return False
    then, was = _THEN.match(tail), None if _TO_COME.search(before) else _WAS.search(before)
    return not any(is_over(found["year"], year) for found in (then, was) if found)
