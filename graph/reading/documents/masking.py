"""A contact's name and telephone number, masked character for character so that offsets hold."""

from __future__ import annotations

import re

from graph.reading.characters import canonical

__all__ = ["MASK", "mask_contacts"]

MASK = "*"


def _spaced(*labels: str) -> str:
    """An alternation in which a label is also found with blanks or a broken line inside it."""
    return "|".join(r"\s*".join(label) for label in sorted(labels, key=len, reverse=True))


_PERSON = _spaced(
    "联系人姓名",
    "联系人员",
    "联系人",
    "经办人",
    "承办人",
    "经办人员",
    "承办人员",
    "经办人姓名",
    "联络人",
    "联络员",
    "填表人",
    "责任人",
)
_NUMBER = _spaced(
    "联系电话",
    "联系方式",
    "办公电话",
    "固定电话",
    "咨询电话",
    "联系手机",
    "电话号码",
    "手机号码",
    "电话",
    "手机",
    "传真",
    "Tel",
)
_GAP = (
    r"[\s|｜]*[:：|｜][\s|｜]*|(?:(?:及|和|与|、|/)?(?:"
    + _NUMBER
    + r"))[\s|｜]*[:：|｜][\s|｜]*|[ \u3000]+(?=[\u4e00-\u9fff·]{2,4}\s*(?:$|[，,；;]|[ \u3000]))"
)
#: Two to four characters (six with a dot, as in Uyghur names); a break may stand after the first, never a whole label.
_NAME = (
    r"(?!"
    + _NUMBER
    + r")(?:[\u4e00-\u9fff][ \u3000]?\n?[ \u3000]*[\u4e00-\u9fff](?:(?!\s*(?:"
    + _NUMBER
    + r"))[\u4e00-\u9fff·]){0,6}|[A-Za-z](?:(?!Tel)[A-Za-z .]){1,30})"
)
#: A number may go on behind a line's end, but no day begins it: 电话：15300000000, and the signature 2024年6月23日 below.
_DIGITS = (
    r"[+＋(（]?[\d０-９](?:[\s\-－—–‐()（）转/、，,]{0,3}"
    r"(?!(?:19|20)\d\d\s*(?:年|[-./]\d{1,2}[-./]\d))[\d０-９]){5,24}"
)
_CONTACT = re.compile(
    rf"(?:{_PERSON})(?:{_GAP})({_NAME}(?:[、，,/ ]+(?!\s*(?:{_NUMBER}|{_PERSON}))[\u4e00-\u9fff]{{2,4}}(?=[\s、，,；;。（(）)]|$))*(?:[\s，,、]{{0,3}}{_DIGITS})?)",
    re.MULTILINE,
)
_TELEPHONE = re.compile(rf"(?:{_NUMBER})(?:[\s|｜]*[:：|｜为是]?[\s|｜]*)((?:[\u4e00-\u9fff]{{2,4}}[\s，,、:：]*)?{_DIGITS})")
#: 请联系张三（电话：…）, 可致电我局张三科长: a name without a label, told by what stands around it.
_ASK = re.compile(
    r"(?:请联系|(?:请与|致电)[^，。；\n]{1,14}?[局科室处办委])((?![我本该贵区市县])(?:(?![局科室处办委部])[\u4e00-\u9fff]){2,3})"
    r"(?=同志|科长|处长|主任|[（(，,]?\s*(?:联系)?(?:电话|手机|方式))"
)
#: 联系人张三 at the end of a line or before a number, and a line that is a name and a number: 张三 52564588.
_GLUED = re.compile(
    rf"(?:联系人|经办人|承办人)(?!员|姓名|制度|机制|名单|信息)([\u4e00-\u9fff]{{2,3}})(?=[ \t　]*(?:$|[，,；;（( ]?[ \t　]*(?:{_NUMBER}|[\d０-９]{{7}})))"
    r"|^[（( \t　]*([\u4e00-\u9fff]{2,4}[ \t　，,：:]+(?:[\d０-９]{3,4}[-－—])?[\d０-９]{7,8})[ \t　）)。]*$",
    re.MULTILINE,
)
#: A mobile number is a person's wherever it stands.
_MOBILE = re.compile(r"(?<![\d０-９.A-Za-z/-])[1１][3-9３-９](?:[\s-]?[\d０-９]){9}(?![\d０-９])")
_KEPT = re.compile(r"\s")


def mask_contacts(text: str) -> str:
    """The same text, of the same length, without the contact's name and telephone number.

    Blanks and line ends stay, so that the layout can still be read. Labels and names are looked for in one form for each
    character: a PDF's fonts may give radicals for characters, and a name written with them is a name all the same.
    """
    matched = canonical(text)
    for pattern in (_CONTACT, _ASK, _GLUED, _TELEPHONE, _MOBILE):
        spans = [match.span(match.lastindex or 0) for match in pattern.finditer(matched)]
        matched, text = _masked(matched, spans), _masked(text, spans)
    return text


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += text[last:start], "".join(c if _KEPT.match(c) else MASK for c in text[start:end])
        last = end
    return "".join([*parts, text[last:]]) if parts else text
