"""The proposal's own title: in marks, in quotation marks, bare in the opening sentence, or on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.reading.heading.labels import label
from graph.reading.heading.titles import is_title, proposals_own_title, unbroken

__all__ = ["proposal_title_of"]

_MARKED = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_QUOTED = r"“((?:[^“”]|“[^”]*”)+)”"
_ASKED = re.compile("提案|建议|议案|收悉|收到|收阅|您|你|贵[委会党组单]")
_THING = "(?:提案|建议|议案|意见)"
#: What the opening sentence says behind the title: it has come, was passed on, who proposed it.
_BEHIND = re.compile(
    r"(?:的?(?:办理|落实)?(?:情况|意见)?(?:答复|回复|函复|汇报))|，?(?:并)?(?:由|交由|转)|(?:已|均|业)?(?:经)?(?:收悉|收到|收阅|收)|(?:已|现)?转|(?:已|现)?交(?:由|我)|由|，[^，。]{2,16}(?:交由|转交|分给)|，[^，。]{0,10}(?:高度|非常|十分)重视|，(?:我|现|经|[您你](?!好)|贵[委会]|已|会|本)|进行(?:认真)?(?:办理|研究|答复)|（(?:第|建议|提案)?[A-Z\d]"
)
#: 的提案 behind 的建议 says what kind of thing it is.
_KIND_BEHIND = re.compile(r"(?<=建议)的(?:代表)?(?:提案|建议|议案)$|(?<=的建议)提案$")
#: 关于您提出的…的建议, 关于您要求…的建议: what stands behind is the title.
_YOUR = re.compile("^关于(?:您|你|贵[委会党组])(?:们)?(?:(?:所)?提(?:出)?的(?:关于)?|要求)")


def proposal_title_of(titles: Sequence[str], head: Sequence[str], opening: str) -> str | None:
    """The title without its marks.

    Parameters
    ----------
    titles:
        The reply's own titles.
    head:
        Canonical lines above the text.
    opening:
        The opening sentence.
    """
    curled = [_curled(line) for line in head]
    named = _candidates([_curled(title) for title in titles], curled, _curled(opening))
    found = next((name for name in named if name and not name.endswith("的函")), None)  # a letter is not what is answered
    return unbroken(_NO_PART.sub("", found)) if found else None


#: 关于关于…, …的建议（提案）, and the proposal's number that stands within the marks: 《关于…的提案（第135号）》.
_NO_PART = re.compile("^关于(?=关于)|（(?:提案|建议|第 ?[A-Z]?\\d{1,8} ?号?)）$")


def _curled(text: str) -> str:
    """With quotation marks that open and close where a keyboard has only one for both."""
    if '"' not in text:
        return text
    curled, opened = [], 0
    is_open = False
    for char in text:
        closes = char == '"' and (is_open or opened > 0)
        curled.append("”" if closes else "“" if char == '"' else char)
        if char != '"':
            opened = max(0, opened + (char == "“") - (char == "”"))
        elif is_open or not closes:
            is_open = not is_open
        else:
            opened -= 1
    return "".join(curled)


#: 收到《市政协委员提案第9号》，案由为“关于甲的建议”: what stands in marks before is its number.
_MATTER = re.compile(
    rf"案由(?:为|是|系)：?(?:{_QUOTED}(?=[，。；]|的?{_THING}|收|已|$)|《([^《》]{{4,90}})》|((?:关于|对)[^，。；“”《》]{{4,80}}?(?:建议|提案|议案))(?=[，。；]|收|已|$))"
)


def _matter(opening: str) -> str | None:
    """What the opening sentence says that a proposal is about, under that name."""
    found = _MATTER.search(opening)
    return next((name for name in found.groups() if name), None) if found else None


def _candidates(titles: Sequence[str], head: Sequence[str], opening: str) -> Iterator[str | None]:
    if _ASKED.search(opening):  # else the text begins with what was done, and names documents
        yield _matter(opening)
        yield _marked(opening)
        yield _half_marked(opening)
        yield _quoted(opening)
        yield _bare(opening)
        bare = _group(_OF_SOMEBODY.search(opening))
        # 您提出的加大甲力度的建议, which the title has in its marks
        yield next((m for t in titles if bare and (m := _group(_MARKED.search(t))) and m.startswith(bare)), bare)
    for title in titles:
        yield _group(_MARKED.search(title)) or _group(_BEHIND_NUMBER.search(title))
    for line in head:
        yield _group(_BEHIND_TITLE.search(line))
        yield _group(_BETWEEN_BRACKETS.fullmatch(line))
        yield _labelled(line)
    yield _under_title(head)
    yield _of_title(titles)
    yield proposals_own_title(head)


_BEHIND_NUMBER = re.compile(r"号[^“”]{0,6}“((?:关于|对)[^“”]{6,90})”")
_BEHIND_TITLE = re.compile(r"[复函]\s*《((?:关于|对)[^《》]{4,90})》\s*$")
_BETWEEN_BRACKETS = re.compile(r"（\s*《?((?:关于|对).{4,80}?)》?\s*）")


def _group(found: re.Match[str] | None, least: int = 2) -> str | None:
    return found.group(1) if found and len(found.group(1)) >= least else None


_QUOTATION = re.compile(rf"{_QUOTED}.{{0,12}}(?:{_THING}|收|（|由你|由您|，|答复|回复|进行|交|转)")
_BEFORE_QUOTED = re.compile("(?:^|[提出的于您们关到求就，：])$")
_THING_AT_END = re.compile(f"{_THING}$")
#: What a title begins with.
_ABOUT = ("关于", "对")


def _quoted(opening: str) -> str | None:
    """A quotation that is a title as a whole, and no part of a bare one."""
    for found in _QUOTATION.finditer(opening):
        name, before = found.group(1), opening[: found.start()]
        whole = name.startswith(_ABOUT) or _THING_AT_END.search(name) or _IS_YOURS.match(opening, found.end(1) + 1)
        if len(name) >= (4 if before.endswith("提出的") else 6) and (whole or _BEFORE_QUOTED.search(before)):
            return name
    return None


#: “加快建设甲”的提案由您提出: where it is said of the whole quotation, it is the title whatever it begins with.
_IS_YOURS = re.compile(rf"的{_THING}，?(?:是)?由(?:您|你|贵[委会党组单])[^，。]{{0,12}}提")
#: 根据《甲条例》: a document by which something is done, and not what is answered.
_BY_DOCUMENT = re.compile("(?:根据|按照|依据|依照|遵照|贯彻|落实)(?!(?:您|你)们?(?:所)?提)[^，。；《]{0,12}$")
#: 关于制定《甲条例》的建议: a document within the proposal's own title.
_WITHIN_TITLE = re.compile("(?:关于|提出的?)[^，。；《》]{0,16}$")
_GOES_ON_AS_TITLE = re.compile(r"[^，。；《》]{0,24}?的(?:建议|提案|议案)")
#: 甲委员提出的关于《乙》的提案收悉: between the marks stands the whole title, where that is no document's.
_ASKED_BY = re.compile("(?:[提出交]的?|您的?|委员的?|代表的?|贵[委会党组]的?)(?:关于|对于?)?$")
_IS_ALL = re.compile(r"的(?:第?[A-Z\d]+号)?(?:代表|委员)?(?:提案|建议|议案)[^，。《》]{0,16}?(?:收悉|收到|收阅|转|交|，)")
#: 您的第7号提案已收悉，您提出的《关于甲的建议》: the number has come, and a clause of its own has the title.
_IN_A_SECOND_CLAUSE = re.compile(
    "收悉[，。] ?(?:现(?:将|就|对))?(?:您|你)们?(?:所|在[^，。《》]{2,20})?提(?:出|交)?的?(?:关于)?$"
)
_DOCUMENT = re.compile("(?:条例|办法|规定|规划|方案|意见|计划|细则|纲要|法|标准|通知)(?:（.*）)?$")
#: 以下简称《建议》: what is answered, once more.
_ONCE_MORE = frozenset(("建议", "提案", "议案", "意见", "提案建议", "建议提案"))


def _marked(opening: str) -> str | None:
    """The first title in 《》 that is none of a document by which something is done, or within the proposal's own title."""
    for found in _MARKED.finditer(opening):
        before, after = opening[: found.start()], opening[found.end() :]
        name = found.group(1)
        if name in _ONCE_MORE or _BY_DOCUMENT.search(before) or after.startswith("的函"):
            continue
        if "收悉" in before and (_DOCUMENT.search(name) or not _IN_A_SECOND_CLAUSE.search(before)):
            continue
        whole = _IS_ALL.match(after) and _ASKED_BY.search(before) and not _DOCUMENT.search(name)
        within = not whole and _WITHIN_TITLE.search(before) and _GOES_ON_AS_TITLE.match(after)
        if within and not name.startswith(_ABOUT):
            continue
        return _group(found)
    return None


_YOURS = "(?:所提|提出的?|提交的?|您的|你们的)"
#: In the last of them the first mark went with the words before it: 关于甲》的提案收悉.
_TORN = tuple(
    re.compile(pattern)
    for pattern in (
        r"《([^《》]{6,90}?)》?(?:（第?[A-Z\d][^（）]{0,12}）)?(?:已)?收悉",
        rf"{_YOURS}((?:关于)?[^《》“，。]{{4,80}}(?:，[^《》“，。]{{2,60}})?)》",
        rf"{_YOURS}(关于[^《》“”。]{{4,90}})”(?=的?(?:提案|建议|议案)|，?(?:已|现)?(?:收|转|交))",
        r"^((?:关于|对)[^《》“”，。]{4,90})[》”](?=的?(?:提案|建议|议案|收悉))",
    )
)


def _half_marked(opening: str) -> str | None:
    """A title that lost one of its two marks, or one of its quotation marks."""
    torn = (_group(pattern.search(opening)) for pattern in _TORN)
    return next((name for name in torn if name), None)


_BEGINS, _IN_MARKS, _ONE_THING = re.compile("关于(?!“)"), re.compile(_QUOTED), re.compile(_THING)
_OF_A_THING = re.compile(rf"的[^，。]{{0,2}}{_THING}")


def _bare(opening: str) -> str | None:
    """Without marks: from 关于 to the last 建议 or 提案 before what the sentence says of it."""
    for start in _BEGINS.finditer(_IN_MARKS.sub(lambda quotation: "“" * len(quotation.group()), opening)):
        last = None
        for thing in _ONE_THING.finditer(opening[start.start() : start.start() + 140]):
            end = start.start() + thing.end()
            if _BEHIND.match(opening, end) or (last is not None and opening[end - 3] == "的"):
                last = end
            if last == end and not _OF_A_THING.match(opening[end:]):
                break
        name = opening[start.start() : last] if last else ""
        if len(name) >= _LEAST_BARE and "。" not in name and not _THE_REPLY.search(name):
            return _YOUR.sub("", _KIND_BEHIND.sub("", _NUMBER_WITHIN.sub("", _TWICE.sub("", name))))
    return None


#: 您提出的 关于建设甲的建议 的建议收悉: the kind is said of the title that has it already.
_TWICE = re.compile(r"(?<=的(?P<kind>建议|提案|议案)) ?的(?P=kind)$")
#: 关于建设甲的提案: no shorter one names anything.
_LEAST_BARE = 8
#: 关于对市政协一次会议第7号提案: the reply's own title.
_THE_REPLY = re.compile(r"会议[^，。]{0,4}第?[A-Z\d]+号(?:提案|建议|议案)$")
#: 关于建设甲的第15号建议, 关于乙的代表建议: what follows says which of its kind it is.
_NUMBER_WITHIN = re.compile(
    r"的(?:第\s*[A-Z]?\d[\d-]*\s*号)?(?:代表|委员)(?:建议|提案|议案)$|的第\s*[A-Z]?\d[\d-]*\s*号(?:建议|提案|议案)$"
)
#: 甲委员提出的乙于城的提案收悉, 您提出的打造“丙”地标的建议收悉: a title that does not begin with 关于.
_OF_SOMEBODY = re.compile(
    r"(?:委员|代表|您|您们|你们)(?:所|共同|联名)?提(?:出|交)?的(?!关于|《|“|第|建议|提案|意见|[^，。]{0,40}(?:届|会议)[^，。]{0,12}号)((?:[^《》“”。]{6,60}?|[^《》“”。]{2,20}“[^《》“”，。]{2,16}”[^《》“”。]{0,30}?))"
    r"(?:的(?:提案|建议|议案)(?=[^，。]{0,20}收悉)|（?第[A-Z\d-]{1,12}号）?(?:政协)?(?:委员|代表)?(?:提案|建议|议案)(?=[^。]{0,24}(?:收悉|收到)))"
)


_LABELLED = re.compile(rf"(?:{label('proposal', 'title')}) *[：|]\s*(.{{4,80}})")
_WHO_PROPOSED = re.compile(r"(?<=的(?:建议|提案)) +[\u4e00-\u9fff]{2,4}$")


def _labelled(line: str) -> str | None:
    found = _LABELLED.fullmatch(line)
    if found is None or is_title(found.group(1)):
        return None
    return _WHO_PROPOSED.sub("", found.group(1))


#: A line in brackets right under the title that is no mark: the proposal's title.
_IN_BRACKETS = re.compile(r"（\s*((?=[^（）]*[\u4e00-\u9fff]{6})[^（）：|]{10,80})\s*）")


_IS_A_MARK = re.compile("公开|采纳|类|联系|界别|委员|代表")


def _under_title(head: Sequence[str]) -> str | None:
    for line, following in pairwise(head):
        found = _IN_BRACKETS.fullmatch(following) if is_title(line.replace(" ", "")) else None
        if found and not _IS_A_MARK.search(found.group(1)):
            return found.group(1)
    return None


_IN_TITLE = re.compile(r"^(?!.*号)(?:.*?)((?:关于|对).{6,80}?(?:提案|建议|议案)?)的?(?:答复|回复|复函)")
_OF_THE_REPLY = re.compile(r"^(?:(?:关于)?对[^《》“”]{0,20}会议(?=关于)|关于对|对|关于(?=关于))")


def _of_title(titles: Sequence[str]) -> str | None:
    """From the reply's own title, where that has no number: 关于…的建议的答复."""
    for title in titles[:1]:
        if found := _IN_TITLE.search(title):
            return _OF_THE_REPLY.sub("", found.group(1))
    return None
