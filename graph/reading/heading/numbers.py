"""What a reply answers: proposal or suggestion, of which body, at which session, under which number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.reading.divisions import codes_of
from graph.reading.heading.dates import NUMERALS
from graph.reading.heading.titles import PARTIES

__all__ = ["body_of", "kind_of", "number_of", "session_of", "unquoted"]


def kind_of(about: str, head: Sequence[str], body: Sequence[str] = ()) -> str | None:
    """提案 or 建议: by the numbered thing first, then the body, then how its authors are called.

    Parameters
    ----------
    about:
        Titles, the opening sentence, and the last lines above it.
    head:
        All lines above the text.
    body:
        Lines of the text: how it calls what it answers, where nothing above tells.
    """
    near = _NUMBERED.search(about) or _WITH_NUMBER.search(about)
    if near and near.group(1) != "议案" and not (near.group(1) == "建议" and _OF_MEMBERS.search(about)):
        return near.group(1)
    if organ := _ORGAN.search(about):
        return "提案" if _ORGANS[organ.group()] == "政协" else "建议"
    if _BY_MEMBERS.search(about):
        return "提案"
    if "代表" in about:
        return "建议"
    whole = "".join(head)
    called = _CALLED.search("\n".join(body[:_FIRST_LINES])) if "提案" not in whole else None
    if called or any(_OF_A_PARTY.match(line) for line in head[-3:]):
        return "提案"
    return "提案" if "提案" in whole else "建议" if "建议" in whole else None


_NUMBERED = re.compile(r"号\s*[》）”）]?\s*(?:委员)?(提案|建议|议案)")
_WITH_NUMBER = re.compile(r"(建议|提案)\s*第\s*\w+\s*号")
_BY_MEMBERS = re.compile(r"提案(?:已|我|收|由|转|者)|的提案|[》”）]提案|委员(?!会)")
#: 甲委员：您的第15号建议: members propose at a conference, whatever they call it. Of 566 replies to members all are to proposals.
_OF_MEMBERS = re.compile(r"\A(?![\s\S]*(?:人大|人民代表大会|代表))[\s\S]*委员(?!会)们?：")
#: 民进省委：, 县工商联：: a party or the union of firms proposes at a conference alone.
_OF_A_PARTY = re.compile(rf"(?:(?:{PARTIES})[^，。：]{{0,20}}|[\u4e00-\u9fff]{{0,8}}(?:工商联|工商业联合会|总商会))：$")
#: 我局收到提案后: what the first lines of the text call it.
_CALLED = re.compile("(?:收到|对|该|此|本|您的|办理|件)提案|提案(?:后|办理|人|者)")
_FIRST_LINES = 6
_ORGANS = {"政协": "政协", "政治协商会议": "政协", "人大": "人大", "人民代表大会": "人大"}
_ORGAN = re.compile("政协|政治协商会议|人大|人民代表大会")
_TERM = rf"第? ?[{NUMERALS}\d]{{1,4}} ?届"
_TERM_BEFORE = re.compile(rf"{_TERM}$")
_NO_CHARACTER = re.compile(r"[^\u4e00-\u9fff]")
#: The kind of place right before a body's name.
_KIND_OF_PLACE = re.compile(r"(?:[省市区县州旗盟镇乡]|全国)$")
#: A place that is no division's full name (昌吉州) has no more characters.
_SHORT_PLACE = 4
#: 政协重庆市九龙坡区第十一届委员会, 政协市八届二次会议: the place behind the body's name, up to its term or committee.
_PLACE_BEHIND = re.compile(
    rf"(?:{_TERM})?([\u4e00-\u9fff]{{0,14}}?(?:自治[区州县]|[省市区县旗州盟]))(?=第|委员会|常委会|[{NUMERALS}\d]{{1,4}}届|的)|(?:{_TERM})?(全国)(?=委员会)"
)
_NO_PLACE = re.compile(
    r"^.*(?:关于|对|答复|回复|的|在|给|由|过|接到|提出|提交|反馈|发来|转来|收悉|收到|提供|办理|按照|根据|我[委局厅]|年度?|其中|报送|现[就将对]|[列作定选评]为|[日届经次向于](?=[省市区县州旗盟]))"
)


def body_of(about: str) -> str | None:
    """Such as 长宁区政协 or 市人大, in its short form; the fullest way in which the text names its place.

    The term of office may stand before or inside the name, the place before or behind it.
    """
    named = list(_bodies(about.replace(" ", "")))
    if not named:
        return None
    first = named[0]
    fuller = (body for body in named if len(first) == 3 and len(body) > 3 and body.endswith(first))
    return next(fuller, first)


def _bodies(flat: str) -> Iterator[str]:
    for organ in _ORGAN.finditer(flat):
        before = _TERM_BEFORE.sub("", flat[max(organ.start() - 24, 0) : organ.start()].removesuffix("中国人民"))
        before = _NO_PLACE.sub("", _NO_CHARACTER.split(before)[-1])
        behind = _PLACE_BEHIND.match(flat, organ.end())
        place = _place_at_end(before) or (behind.group(1) or behind.group(2) if behind else None)
        if place:
            yield place + _ORGANS[organ.group()]


def _place_at_end(before: str) -> str | None:
    """The place that some words end in: divisions one inside the other, else a short name as a whole, else its kind alone."""
    kind = _KIND_OF_PLACE.search(before)
    start = len(before)
    while (inner := next((i for i in range(max(start - 9, 0), start - 1) if codes_of(before[i:start])), None)) is not None:
        start = inner
    if start < len(before) and kind:
        return before[start:]
    return kind and (before if len(before) <= _SHORT_PLACE else kind.group())


def session_of(about: str) -> str | None:
    """Such as 第十五届第二次会议 or 九届四次会议, numerals as written; where no session is counted, the term: 十一届."""
    flat = about.replace(" ", "")
    if found := _SESSION.search(flat):
        return "".join(found.groups()) + "会议"
    term = _TERM_ALONE.search(flat)
    return next(part for part in term.groups() if part) if term else None


_SESSION = re.compile(rf"(第?[{NUMERALS}\d]+届)(?:[^第次届，。]{{0,16}}?)(第?[{NUMERALS}\d]+次)(?:会议|全会|全体会议)?")
#: 甲县政协十一届委员会第95号提案, 甲市十六届人大第3号建议, 市政协七届会议第9号提案: of the session no more is said than the term.
_TERM_ALONE = re.compile(
    rf"(?:政协|人大|协商会议|代表大会)(?:[\u4e00-\u9fff]{{2,8}}委员会)?(第?[{NUMERALS}\d]{{1,4}}届)(?=委员会|会议|第|的|\d)"
    rf"|(第?[{NUMERALS}\d]{{1,4}}届)(?=[省市区县州旗]?(?:政协|人大))"
)

#: Such as 70, 20250486, 8D028, 15-5-087, JY100012050700, jy2016020; of 提案〔2023〕117号 the number behind the year.
_CODE = r"(?:[A-Z]{1,4}[-—])?(?:[A-Z]{0,4}|[a-z]{1,4})\s*\d[\dA-Z]*(?:[-—]\d+){0,3}"
#: A place by one character or with its kind, in a number: 嘉51, 苏溪镇13.
_OF_WHOM = r"(?:(?:(?![第届次号])[\u4e00-\u9fff]){1,3}[镇乡]|(?![第届次号类含总])[\u4e00-\u9fff])"
#: Of which rank a proposal is and who handed it in: 8号区级代表建议, 15号重点提案.
_WHOSE = "[省市区县镇乡]级|重点|督办|联名|闭会期间|党派|界别|集体|团体|个人|政协|人大|委员|代表"
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第({_CODE})(?:[、和及与，]第?{_CODE}){{1,9}}号",  # the first of several that are answered together
        rf"(?<!\d[〕）])第\s*({_CODE})\s*号",  # （2023）第6号 is the reply's own, but before 提案
        # 第12.04.077号, 第嘉51号, 江22号建议: by year, or by whoever handed it in
        r"第\s*(\d{1,2}(?:\.\d{1,4}){1,2})\s*号",
        rf"(?:第|会议)\s*({_OF_WHOM}\d{{1,4}})\s*号",
        rf"(?:第|（)\s*([专闭平重补督联集个建提]{_CODE})\s*号",
        rf"(?:第|会议|类)\s*({_CODE})\s*(?:提案|建议|议案)",
        # 某工信提案〔2023〕117号 is the reply's own number
        rf"(?:委员|代表|政协|人大|会议)(?:提案|建议|议案)[〔\[（【](?:19|20)\d\d年?[〕\]）】]第?({_CODE})号",
        rf"(?:提案|建议|议案)(?:编号|序号|号|案号)?[：第（|\n]*({_CODE})(?:号|）|\||\n|$|届次|提案|案由|类别|委员)",
        rf"[（〔](?!(?:19|20)\d\d[）〕])({_CODE})号?[）〕]",
        rf"({_CODE})号(?:{_WHOSE}){{0,3}}(?:提案|建议|议案|书面意见)",
        # 甲区人大2025年16意见: by its year and without 号
        rf"(?:政协|人大|会议)[^，。：；\n\d]{{0,12}}(?:19|20)\d\d年度?第?(\d{{1,5}})号?(?:{_WHOSE}){{0,3}}(?:提案|建议|议案|意见)",
        rf"第([{NUMERALS}]{{1,5}})号(?:委员|代表)?(?:提案|建议|议案)",
    )
)


#: “0132”号, 第“0132”号, “第0132号”: in marks as a title is.
_QUOTED = re.compile(r"第?[“\"]第?([A-Z-]{0,4}\d[\dA-Z-]{0,15})(?:[”\"]号|号[”\"])")


def unquoted(opening: str) -> str:
    """The opening sentence with its number out of quotation marks, so that what stands in marks is the title."""
    return _QUOTED.sub(r"第\1号", opening)


def number_of(about: str, opening: str, head: Sequence[str]) -> str | None:
    """The proposal's number without 第 and 号."""
    for text in (about, opening, "\n".join(head)):
        flat = text.replace(" ", "")
        for pattern in _NUMBERS:
            if found := pattern.search(flat):
                return found.group(1).strip()
    return None
