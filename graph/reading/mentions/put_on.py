"""Plans and lists without 《》 that something is put on, or is found in: 列入2022年甲省重点建设项目计划, 列入断头路三年打通计划."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.reading.cues import Sought, asked
from graph.reading.mentions.names import clean, is_generic
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["put_on"]

_PUTS = r"(?:(?:列|纳|编|写)入|列进)(?:了|到)?"
_FINDS = r"(?:符合|根据|依据|依照|按照|对照|落实)(?:了)?"
_INSIDE = r"[^，。；：、《》“”（）\n\s的了是]"
_END = r"(?=[，。；、）（\n]|等|和|与|及|中|并|后|的|要求|推进|实施|安排|已)"
_YEARS = r"20\d\d(?:年?[-—~～至]20\d\d)?年度?"
_FOR_YEARS = r"(?:（20\d\d[^（）\n]{1,12}）)?"
#: A list is of what is built or bought: a list of fields and a negative list have no name.
_LISTED = "(?:规划|计划|(?:项目|工程|任务|工作|建设)清单)"
#: A plan or a list that something is put on.
_PUT = Sought(rf"{_PUTS}(?P<name>{_INSIDE}{{6,36}}?{_LISTED}{_FOR_YEARS}){_END}")
#: A plan that something is a part of, is in line with or goes by.
_PART = Sought(
    rf"(?:{_FINDS}(?P<name>{_INSIDE}{{6,30}}?规划{_FOR_YEARS}){_END}|是(?P<part>{_INSIDE}{{6,30}}?规划{_FOR_YEARS})的)"
)
#: 2018年甲省地方标准制定计划已将其列入: the plan is what the clause is about.
_TAKES = Sought(
    rf"(?:^|(?<=[，。；：、\n]))(?P<name>{_INSIDE}{{6,36}}?{_LISTED})(?:已经?|均已|也已?|拟|现已)?[将把][^，。；]{{1,16}}?(?:列入|纳入|列为)"
)
#: 断头路三年打通计划: so many years and what is done in them, between what it is done to and the plan.
_SO_LONG = rf"{_INSIDE}{{2,16}}?[三四五六十两]年(?!来|内|间|以|前|后|期|级)"
_IN_YEARS = Sought(
    rf"(?:{_PUTS}(?P<name>{_SO_LONG}{_INSIDE}{{2,6}}?(?:计划|方案))"
    rf"|(?:{_FINDS}|(?:实施|推进|启动|编制|制定|制订|出台|完成)(?:了)?)(?P<part>{_SO_LONG}(?!行动){_INSIDE}{{2,6}}?(?:计划|方案))){_END}"
)
_OURS = re.compile("[我本][省市区县州旗](?:的)?")
_RANK = re.compile("[省市区县]级|全[省市区县国州]|国家(?:级)?")
_KIND = re.compile("(?:规划|计划|清单)$")
#: Own characters of a name between its scope and what kind of document it is: behind a place, behind a rank or years.
_LEAST_PLACED, _LEAST = 3, 4
_LEAST_COMMON = 5
#: A plan of laws has no name of its own, and what is planned, or planned together, is a verb.
_NO_NAME = re.compile(
    "立法|半年|季度|[和与及或]|相关|有关|配套|具体|年度|以及|[将把被让对已在每该此各]|(?:统一|统筹|整体|合理|科学|提前|同步|超前|重新|抓紧|加快|长期|长远|进行)(?:规划|计划)$"
)

#: 市级近期建设计划: of a rank alone these words say of no plan which one it is.
_ANY = re.compile(
    "(?:近期|中期|远期|年度|重点|建设|改造|实施|工程|项目|投资|城建|市政|维护|养护|管养|政府|财政|民生|实事|交通|道路|基础设施)+"
)


def put_on(reply: Reply, sentence: Sentence) -> list[Mention]:
    """Every such plan and list of a sentence; one that is only of some kind, without years, place or rank, is none."""
    text = reply.flow.text
    spans = {span for span in _spans(text, sentence) if not _NO_NAME.search(text[slice(*span)])}
    return [Mention("Policy", clean(text[start:end]), start, end, "policy.issued", 0.65) for start, end in sorted(spans)]


_PATTERNS = (_PUT, _PART, _TAKES, _IN_YEARS)


def _spans(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a name may stand, without 我市 before it."""
    for pattern in asked(_PATTERNS, text, sentence.start, sentence.end + 1):
        for told in pattern.finditer(text, sentence.start, sentence.end + 1):
            start, end = told.span(told.lastgroup or "name")
            ours = _OURS.match(text, start, end)
            start = ours.end() if ours else start
            if pattern is _IN_YEARS or _says_which(text[start:end], ours=ours is not None):
                yield start, end


def _says_which(name: str, *, ours: bool) -> bool:
    """Whether a name begins with years, a place or a rank, and has words of its own behind it; ``ours`` where 我市 stands before it."""
    core = _KIND.sub("", re.sub(rf"{_FOR_YEARS}$", "", name))
    years = re.match(_YEARS, core)
    core = core[years.end() :] if years else core
    place = next((end for at, end, _ in find_divisions(core) if at == 0), 0)
    rank = None if place else _RANK.match(core)
    core = core[rank.end() if rank else place :]
    if behind := re.match(_YEARS, core):
        core, years = core[behind.end() :], behind
    if place or (ours and years):  # 甲省重点建设项目计划: whose it is makes common words a name
        return len(core) >= (_LEAST_COMMON if is_generic(core) else _LEAST_PLACED)
    named = len(core) >= _LEAST and not is_generic(core)
    return named and bool(years or (rank and not _ANY.fullmatch(core)))
