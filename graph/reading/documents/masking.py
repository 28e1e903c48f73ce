"""A contact's name and telephone number, masked character for character so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from graph.reading.characters import SOUND, canonical, without_sounds
from graph.reading.documents.bare_contacts import names_by_numbers, names_in_rows
from graph.reading.documents.contact_words import DIGITS, HEAD_LABEL, NUMBER_LABEL, OTHER_WORD, PERSON_LABEL, TELEPHONE, person

__all__ = ["MASK", "mask_contacts"]

MASK = "*"

#: 联系人（签名）：, 承办人签字：, 联系人（电话）：: what a form says of the label.
_REMARK = rf"(?:签名|签字|签章)?(?:\s*（(?:签名|签字|签章|姓名|(?:及|、)?(?:{NUMBER_LABEL}))）)?"
_COLON = r"[\s|]*(?:[：|]|；(?= ?[\u4e00-\u9fff]{2,4}(?:[\s，；（]|$))|-{1,3}(?=[\u4e00-\u9fff])|—{1,2}(?=[\u4e00-\u9fff]))[\s|]*"
_GAP = (
    rf"{_REMARK}{_COLON}(?:“|（?\d[）.、]\s*)?|(?:(?:及|和|与|、|/|\\)?(?:{NUMBER_LABEL})){_COLON}|"
    r" +(?=[\u4e00-\u9fff·]{2,4}\s*(?:$|[，； ]))"
)
#: Two to four characters (six with a dot, as in Uyghur names); a break may stand after the first, never a whole label.
_NAME = (
    rf"(?!{NUMBER_LABEL}|{PERSON_LABEL}|附件|抄送)(?:[\u4e00-\u9fff] ?\n? *[\u4e00-\u9fff](?:(?!\s*(?:{NUMBER_LABEL}))[\u4e00-\u9fff·]){{0,6}}(?:[·.][\u4e00-\u9fff]{{1,8}})?"
    r"|[A-Za-z](?:(?!Tel)[A-Za-z .]){1,30})"
)
_TITLE = "同志|先生|女士|[副科处局主]|股长"
#: Behind 科室负责人 only what is called as a person is, what a number or a title stands behind, or what fills the line:
#: not 科室负责人：要高度重视, 科室负责人—经办人员.
_OF_HEAD = (
    rf"{_REMARK}(?:(?:及|和|与|、|/|\\)?(?:{NUMBER_LABEL}))?(?:[\s|]*(?:[：|；]|-{{1,3}}|—{{1,2}})[\s|]*| +)(?:“|（?\d[）.、]\s*)?"
    rf"(?:(?={person(' ?')}(?:[^\u4e00-\u9fff]|$|{_TITLE}|{NUMBER_LABEL}|{PERSON_LABEL}))"
    rf"|(?=[\u4e00-\u9fff·]{{2,6}}(?:[ ，（]*(?:{NUMBER_LABEL}|{TELEPHONE}|1[3-9]\d{{9}})|同志|[科处局]长|主任| *(?:\||（签)| +(?:{PERSON_LABEL}))))"
)
_FILLS_A_LINE = rf"^ *(?:{HEAD_LABEL}){_REMARK}(?:(?:及|、)?(?:{NUMBER_LABEL}))?[ |]*[：|]\s*(?=[\u4e00-\u9fff·]{{2,6}} *$)"
_CONTACT = re.compile(
    rf"(?:(?:{HEAD_LABEL}){_OF_HEAD}|{_FILLS_A_LINE}|(?!{HEAD_LABEL})(?:{PERSON_LABEL})(?:{_GAP}))({_NAME}(?:[、，/ ]+(?!\s*(?:{NUMBER_LABEL}|{PERSON_LABEL}))[\u4e00-\u9fff]{{2,4}}"
    rf"(?=[\s、，；。（）]|$))*(?:[\s，、/（]{{0,3}}{DIGITS})?)",
    re.MULTILINE,
)
#: 请联系张三（电话：…）, 可致电我局张三科长: a name without a label, told by what stands around it.
_ASK = re.compile(
    r"(?:请联系|(?:请与|致电)[^，。；\n]{1,14}?[局科室处办委])((?![我本该贵区市县])(?:(?![局科室处办委部])[\u4e00-\u9fff]){2,3})"
    r"(?=同志|科长|处长|主任|[（，]?\s*(?:联系)?(?:电话|手机|方式))"
)
#: 联系人张三 at the end of a line or before a number, and a line that is a name and a number: 张三 52564588.
_GLUED = re.compile(
    rf"(?:联系人|经办人|承办人|督办人(?!大|居|民)|(?:承办|经办|办理|督办)负责人)(?!员|姓名|制度|机制|名单|信息|[及和与兼或])([\u4e00-\u9fff]{{2,3}})(?= *(?:$|[，；（ ]? *(?:{NUMBER_LABEL}|\d{{7}})))"
    rf"|^[（ ]*((?!{NUMBER_LABEL}|{OTHER_WORD})[\u4e00-\u9fff]{{2,4}}[ ，：]+(?:\d{{3,4}}[-—])?\d{{7,8}})[ ）。]*$"
    rf"|^[（ ]*[\u4e00-\u9fff]{{0,12}}[局科室处办委部][ ，：]+({TELEPHONE})[ ）。]*$",
    re.MULTILINE,
)
_NUMBERED = re.compile(
    rf"(?:{NUMBER_LABEL})(?:[\s|]*[：；|为是]?[\s|]*)((?:[\u4e00-\u9fff]{{2,4}}[\s，、：]*)?{DIGITS}(?: *[；或] *{DIGITS})*)"
)
#: 请拨打64871230, and in brackets behind a masked name: without a label.
_CALL = re.compile(
    rf"(?:拨打|致电|来电|电询)[^，。；\n\d]{{0,14}}({TELEPHONE})(?!\d)|\*{{2,4}}（[^（）\n\d]{{0,10}}({TELEPHONE})(?!\d)"
)
#: A mobile number is a person's wherever it stands.
_MOBILE = re.compile(r"(?<![\d.A-Za-z/-])1[3-9](?:[\s-]?\d){9}(?!\d)")
#: And so are an address for mail, a number in a messenger, the number of an identity card.
_ADDRESS = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]{0,40}@[A-Za-z0-9][A-Za-z0-9-]{0,40}(?:\.[A-Za-z0-9-]{1,40}){1,4}")
_MESSENGER = re.compile(r"(?:QQ|微信)(?:号码?|群)? *： *([A-Za-z0-9_-]{5,20})")
_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])"
)
#: 联系人姓名：秦朗，男，64871230: behind such a label every telephone number of the line.
_LABELLED_LINE = re.compile(rf"(?:{PERSON_LABEL}|{NUMBER_LABEL})[^\n。，]{{0,10}}[：|][^\n。]{{0,120}}")
_ANY_TELEPHONE = re.compile(rf"(?<![\dA-Za-z〔./号第-])(?!20[0-3]\d){TELEPHONE}(?![\dA-Za-z./])")
_KEPT = re.compile(r"\s")


def mask_contacts(text: str) -> str:
    """The same text, of the same length, without the contact's name and telephone number.

    Blanks and line ends stay, so that the layout can still be read. Labels and names are looked for in one form for each
    character: a PDF's fonts may give radicals for characters, and a name written with them is a name all the same. How a
    character is read, in brackets behind it, stands in no label's way, and is masked where the character is.
    """
    sounds = [sound.span() for sound in SOUND.finditer(text)]
    if not sounds:
        return _without_contacts(text)
    masked, parts, last, at = _without_contacts(without_sounds(text)), list[str](), 0, 0
    for start, end in sounds:
        parts.append(masked[at : at + start - last])
        parts.append(MASK * (end - start) if parts[-1].endswith(MASK) else text[start:end])
        last, at = end, at + start - last
    return "".join([*parts, masked[at:]])


def _without_contacts(text: str) -> str:
    matched, before = canonical(text), ""
    while matched != before:  # what is masked tells of its neighbour: a name before a number
        before = matched
        for find in _FINDERS:
            spans = list(find(matched))
            matched, text = _masked(matched, spans), _masked(text, spans)
    return text


def _by(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        yield match.span(match.lastindex or 0)


def _numbers_of_labelled_lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LABELLED_LINE.finditer(text):
        for match in _ANY_TELEPHONE.finditer(text, line.start(), line.end()):
            yield match.span()


_PATTERNS = (_CONTACT, _ASK, _GLUED, _NUMBERED, _CALL, _MOBILE, _ADDRESS, _MESSENGER, _IDENTITY)
_FINDERS: tuple[Callable[[str], Iterator[tuple[int, int]]], ...] = (
    *(partial(_by, pattern) for pattern in _PATTERNS),
    _numbers_of_labelled_lines,
    names_in_rows,
    names_by_numbers,
)


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end in sorted(spans):
        if start >= last:
            parts += text[last:start], "".join(c if _KEPT.match(c) else MASK for c in text[start:end])
            last = end
    return "".join([*parts, text[last:]]) if parts else text
