"""Whether a figure is what has been counted, or what is only planned: 计划新增20家, 预计投资13万元, 力争到2027年达到200亿元."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.records import Status

__all__ = ["figure_status"]

#: A plan that is a thing and nothing that is meant: 三年行动计划, 按计划, 计划项目.
_A_PLAN = re.compile(
    "(?:飞行|按|按照|依|的|行动|[一二三四五两]年|研发|专项|年度|工作|实施|培育|提升|攻坚|更新|改造|建设)计划(?!投资|总投资)"
    "|计划(?=[，。；、》”）（已的中内里次书表和与及均等编单外]|项目|任务|目标|申报|要求|管理|指标)"
)
#: What is written there says nothing of the sentence.
_QUOTED = re.compile("《[^》]{1,80}》|“[^”]{1,40}”|（[^）]{1,40}）")
#: 现有 says so of what it stands before, not of what is built there: 拟在现有的11处停车场内建桩283套.
_AT_HAND = re.compile(r"现有(?![^，。；]{0,10}$)")
#: What holds on for the clauses behind: 计划申请中央资金1.2亿元，地方配套2.4亿元.
_PLANNED = re.compile(
    f"(?:{alternation('times', 'carried')})|预估|预期(?=可|将|能|年|达|总|投)|(?<![模虚草])拟(?!任|合)|明年"
    "|(?<![需主只不必重首])要(?=新[建增]|建成|达到|实现|完成|突破|引进|培育)"
)
#: What is said of its own clause only, and of what that has in it: 将新建桩561套，其中125套建在车站.
_PLANNED_HERE = re.compile(
    "有望|即将|(?:争取|确保)(?=[在年]|实现|达到|完成|增长|新增|建成|今年|明年|到20)"
    f"|(?<![已均])将(?!近|全[市区县省国]|重点(?!推|建|打|支|培))(?={alternation('times', 'after-将')})"
)
_ITS_PARTS = re.compile("(?:其中|包括|分别|总投资|投资|占地|面积|共|预计)")
#: 到2027年: to come where the reply is of an earlier year.
_UP_TO = re.compile(r"到(?P<year>20[2-9]\d)年(?P<end>年?[底末])?")
_EXISTING = re.compile(rf"(?:{alternation('times', 'counted')})|已(?!批)|(?<![为除到罢])了(?!解)|截[至止]|共有|上半年")
#: 2019年: of a reply that is of a later one.
_IN = re.compile(r"(?<![到—-])(?P<year>20\d\d)年(?!以后|前|底前)")
#: Behind a figure: 50个项目已完工, 18处停车场拟于年内开工.
_DONE_BEHIND = re.compile("[^，。；、]{0,14}?已(?!批)")
_TO_COME_BEHIND = re.compile(
    r"[^，。；、]{0,10}?(?:拟|计划|将|预计|力争)(?:[于在](?=今|明|后|年|下|[一二三四]季|20|\d{1,2}月)|(?=[今明后]年|年[内底]))"
)


def figure_status(before: str, after: str, year: int | None) -> Status | None:
    """What the words around a figure say of it; nothing where they say neither.

    Parameters
    ----------
    before:
        The sentence up to the figure; what stands before a semicolon or in another cell is said of other things.
    after:
        The rest of its clause.
    year:
        The year in which the reply was written.
    """
    if _DONE_BEHIND.match(after):
        return Status.EXISTING
    before = before[max(before.rfind("；"), before.rfind("|")) + 1 :]
    for saying_nothing in (_QUOTED, _A_PLAN, _AT_HAND):
        before = saying_nothing.sub(lambda words: "■" * len(words.group()), before)
    planned = max(_last(_PLANNED, before), _last(_PLANNED_HERE, before, _own_clause(before)), _last_year(before, year))
    existing = max(_last(_EXISTING, before), _last_past(before, year))
    if planned >= 0 or existing >= 0:
        return Status.PLANNED if planned > existing else Status.EXISTING
    return Status.PLANNED if _TO_COME_BEHIND.match(after) else None


def _last(cue: re.Pattern[str], words: str, start: int = 0) -> int:
    return max((m.start() for m in cue.finditer(words, start)), default=-1)


def _own_clause(before: str) -> int:
    """Where the last clause begins; with the one before it, where it only tells the parts of what that speaks of."""
    start = before.rfind("，") + 1
    return before.rfind("，", 0, start - 1) + 1 if start and _ITS_PARTS.match(before, start) else start


def _last_year(before: str, year: int | None) -> int:
    """Where it last says until when something is done, if that is not over when the reply is written."""
    if year is None:
        return -1
    later = (m for m in _UP_TO.finditer(before) if int(m["year"]) > year or (int(m["year"]) == year and m["end"]))
    return max((m.start() for m in later), default=-1)


def _last_past(before: str, year: int | None) -> int:
    """Where it last names a year that is over when the reply is written."""
    return max((m.start() for m in _IN.finditer(before) if year is not None and int(m["year"]) < year), default=-1)
