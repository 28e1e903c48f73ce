"""Whether an event, a programme, a title or a facility is there or to come.

What is held each year, is used or taken part in is there, whatever the section says that it stands in; what a title is worked
for is to come. Of 2,341 such things in the annotated replies that are no test parts 2,172 are told right so; the rules for
services told 1,949.
"""

from __future__ import annotations

import re

from graph.reading.status.facilities import is_facility_to_come
from graph.reading.status.verbs import before_name, behind_name
from graph.records import Status

__all__ = ["SUPPORTING", "supporting_status"]

#: Types whose status is told here.
SUPPORTING = ("Event", "Facility", "Programme", "Recognition")

_CLAUSES = re.compile("[，；：]")
#: The items of a row before the one in question.
_ROW = "[“”《》]*(?:[^，。；：、]{2,24}、){0,4}[“]?"


def supporting_status(kind: str, name: str, before: str, tail: str, *, to_come: bool, said: bool, year: int | None) -> Status:
    """What the words around a mention of one of :data:`SUPPORTING` say of it.

    Parameters
    ----------
    kind, name:
        Its type and its name.
    before, tail:
        The sentence up to its name, and the rest of it.
    to_come:
        Whether the section speaks of what is to come.
    said:
        Whether the sentence's own words do.
    year:
        In which the reply was written, where it says so.
    """
    clause = _CLAUSES.split(before)[-1]
    if kind == "Event":
        planned = _is_event_to_come(clause, tail, to_come=to_come)
    elif kind == "Programme":
        planned = _is_programme_to_come(name, clause, to_come=to_come or said)
    elif kind == "Recognition":
        planned = _is_title_to_come(before, clause, tail, to_come=to_come)
    else:
        planned = is_facility_to_come(name, before, tail, to_come=to_come, said=said, year=year)
    return Status.PLANNED if planned else Status.EXISTING


#: 将举办甲大会, 申办乙节.
_WILL_HOLD = before_name(
    f"(?:(?<!已)将|拟|计划|筹备|筹办|申办|争取|力争|谋划|择期)[^，。；：]{{0,12}}?(?:举办(?!了)|承办|召开|组织|开展|引进|申办|办好)(?:好|首届)?{_ROW}",
    f"(?:申办|筹备|筹办)[^，。；：]{{0,6}}{_ROW}",
)
_WILL_BE_HELD = behind_name("(?:将于|将在|择[时期]举办|拟于|计划于)")
#: 举办甲论坛 in a section of what is to come; 办好, 承办 and 继续举办 speak of what is held each year.
_HOLD = before_name(f"(?<!继续)(?<!持续)(?<!支持)(?:举办(?!好)|召开|开展|组织)(?!企业)[^，。；：、]{{0,4}}?{_ROW}")
#: 成功申办甲大会, 去年开展的乙行动: what has been.
_HELD = re.compile("(?<!力争)(?<!争取)成功|先后|去年|前年|近年|(?:举办|召开|开展|组织|承办)了|的基础上")
_AGAIN = re.compile("继续|持续|再次|每年|历届")


def _is_event_to_come(clause: str, tail: str, *, to_come: bool) -> bool:
    if _HELD.search(clause):
        return False
    if _WILL_HOLD.search(clause) or _WILL_BE_HELD.match(tail):
        return True
    return to_come and bool(_HOLD.search(clause)) and not _AGAIN.search(clause)


#: Ways of working that have long been known by these names: 探索“揭榜挂帅”机制 is to use them.
_KNOWN_WAYS = frozenset(("揭榜挂帅", "赛马"))
_BEGIN = "(?:实施|开展|启动|推行|建立|设立|推出)"
_WILL_BEGIN = before_name(f"(?:(?<!已)将|拟|计划|力争|争取)(?:[^，。；：]{{0,10}})?{_BEGIN}{_ROW}")
#: 实施甲行动 in a section of what is to come; what is 深入实施 is under way.
_BEGINS = before_name(f"(?<!深入)(?<!扎实)(?<!继续)(?<!持续)(?<!全面)(?<!率先){_BEGIN}(?!了)(?:全[市区县省]|新一轮)?{_ROW}")


def _is_programme_to_come(name: str, clause: str, *, to_come: bool) -> bool:
    if name in _KNOWN_WAYS or _HELD.search(clause):
        return False
    return bool(_WILL_BEGIN.search(clause) or (to_come and _BEGINS.search(clause)))


_STRIVE = "(?:(?<![主需重])要|目标[^，。；]{0,6}|定位[^，。；]{0,4}|力争[^，。；]{0,16}|争取[^，。；]{0,16}|奋力|着力)"
#: 创建甲城市, 申报乙示范区, 力争建成丙先导区: before a title that is worked for.
_WORKED_FOR = before_name(
    "(?:(?<!已)(?<!已经)(?<!主体)(?:创建|争创|申报(?:认定)?|申创|冲刺)(?!了|成功|单位|名单|的)(?:为|成|认定)?"
    f"|(?:推动|支持|争取|力争|拟|(?<!已)将)[^，。；]{{0,12}}升级为?|培育建设|{_STRIVE}(?:打造|建设|建成|列入|纳入|创建)[成为]?)[^，。；：、]{{0,10}}?{_ROW}"
)
_MADE_LATER = before_name(f"(?:打造|建设|建成|做成|培育|创建|争取|纳入|列入)(?!了)[成为]?[^，。；：、]{{0,10}}?{_ROW}")
_ITS_APPLICATION = behind_name("的?(?:创建|申报|争创|申创)(?!成功|单位|名单|城市|由)")
#: 获评甲, 累计创建乙: before a title that somebody has.
_GRANTED = re.compile(
    "先后|累计|共创|成功|获评|获批|入选|荣获|被评为|被?授予|通过|评为|认定为|命名|跻身|创成|荣膺|斩获|获得|同意|有[^，。；]{0,14}创建|指导[^，。；]{0,14}创建"
)
_IS_HELD = behind_name("(?:称号|荣誉|牌子|成功|验收|复核|授牌)")
#: 2018年以来创建甲, 到目前为止创建的乙: what somebody has had since, or by now.
_BY_NOW = re.compile(r"(?:到目前为止|近年来以|20\d\d年以来)[^。；]{0,24}创建")
#: 创建甲基地，已通过验收: what a later clause says of it.
_GRANTED_THEN = re.compile("(?:通过|获)[^，。；]{0,8}(?:验收|命名|认定|授牌)|已[^，。；]{0,10}(?:授牌|挂牌|命名)")


def _is_title_to_come(before: str, clause: str, tail: str, *, to_come: bool) -> bool:
    if _GRANTED.search(clause[-20:]) or _IS_HELD.match(tail) or _BY_NOW.search(before) or _GRANTED_THEN.search(tail):
        return False
    return bool(_WORKED_FOR.search(clause) or _ITS_APPLICATION.match(tail) or (to_come and _MADE_LATER.search(clause)))
