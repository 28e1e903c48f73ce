"""How the reply was dealt with and filed: result, class, its own document number, who signed it off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.reading.heading.labels import SIGNER_BEHIND, label, labelled
from graph.reading.lexicon import alternation, words

__all__ = ["category_of", "document_number_of", "result_of", "signatory_of"]

#: Between the head and the tail: a label at the end of the one has no value at the beginning of the other.
_BREAK = "。"
_BETWEEN_MARKS = re.compile(r"[\s|、，；/（）〔〕“”]+")
_OTHER_MARK = re.compile(r"(?:同意|主动|不予|不|依申请|全部|全文|暂不)?公开(?:·?全文)?|[A-E]\d?类?")
#: 办理类型：主办: who deals with it, and no result.
_KIND_OF_CASE = re.compile(r"办理类型\s*[：|]?[\s|]*(?:(?:政府|党委|法院|检察院|人大)类|主办|协办|会办|分办|独办|单办)")
_CLASS_BEFORE = re.compile("^[A-E]类?（")
#: Lines from the text's beginning in which it says its own result.
_FIRST_LINES = 8


def result_of(head: Sequence[str], body: Sequence[str], tail: Sequence[str]) -> str | None:
    """The value of 办理结果, a mark of its own beside the class, or what the text's first sentences say of themselves."""
    value = r"(?:[A-E]类?（)?[\u4e00-\u9fff]{2,14}(?![\u4e00-\u9fff])"
    lines = [line for line in (*head, _BREAK, *tail) if not _KIND_OF_CASE.search(line)]
    named = _CLASS_BEFORE.sub("", labelled(lines, label("result"), value) or "")
    if named and not _OTHER_MARK.fullmatch(named):
        return named
    marked = next((mark for marks in _rows_of_marks(head) for mark in marks if mark in words("results")), None)
    return marked or _said_of_itself("\n".join(body[:_FIRST_LINES]))


def _rows_of_marks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The marks of each line that consists of nothing else: （A类 采纳 主动公开）."""
    for line in lines:
        marks = [mark for mark in _BETWEEN_MARKS.split(line) if mark] if len(line) < 60 else []
        if marks and all(mark in words("results") or _OTHER_MARK.fullmatch(mark) for mark in marks):
            yield marks


_RESULTS = alternation("results")
_IS_SO = re.compile(rf"(?:^|[。；，\n])(?:您的|该|本|此|贵)?(?:条|件)?(?:提案|建议)(?:已经|已|被|予以)*({_RESULTS})[。；]")
_GIVEN_SO = re.compile(
    rf"(?:办理|答复)结果[为是]“?({_RESULTS})|(?:作出|形成|拿出|给出|提出)了?“?({_RESULTS})”?的(?:意见|结果|答复)"
)


def _said_of_itself(text: str) -> str | None:
    found = _IS_SO.search(text) or _GIVEN_SO.search(text)
    return next((part for part in found.groups() if part), None) if found else None


def category_of(lines: Sequence[str]) -> str | None:
    """The handling mark such as ``A``, behind its label or alone on a line."""
    lines = [line for line in lines if _LETTER.search(line)]
    for line in lines:
        flat = line.replace(" ", "")
        if len(flat) >= 60:
            continue
        within = (found for pattern in _CLASSES if (found := pattern.search(flat)))
        beside = (found for pattern in _CLASSES_APART if (found := pattern.search(line)))
        if found := next(within, None) or next(beside, None):
            return found.group(1)
    said = (_SAYS_CLASS.search(line.replace(" ", "")) for line in lines)
    return next((found.group(1) for found in said if found), None)


#: One of the classes by its letter, without which no line names any.
_LETTER = re.compile("[A-E]")
#: How a line names a class, without the blanks in it, and as it stands.
_CLASSES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{label('class', 'result')})(?:标记|标识)?[：|]{{0,2}}[“（]?([A-E]\d?)[”）]?类?(?![A-Za-z])",
        r"\A[（〔]?([A-E]\d?)类?[）〕]?\Z",
        r"[（〔“]([A-E](?:\d(?=类))?)(?:类(?:\d{1,4}号)?)?[）〕”]",
        r"\A[（〔]?([A-E]\d?)类",
        r"〔\d{4}〕第?\d+号[（]?([A-E]\d?)类?[）]?(?:(?:同意|主动|不予)?公开)?(?=$|关于|对)",
        r"会议([A-E]\d?)类第?\w+号?(?:提案|建议|议案)",
        r"^(?:同意|主动|不予|依申请)公开[：|/]?([A-E]\d?)类?$",
    )
)
_CLASSES_APART = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:^|  )[（〔]?([A-E]\d?)类[）〕]?(?:  |$)",
        r"号(?:提案|建议|议案)[^，。；]{0,8}[复函]\s+([A-E]\d?)类?$",
    )
)


#: 办理结果为C类: in a sentence.
_SAYS_CLASS = re.compile(r"(?:办理结果|办理类别|答复类别|答复类型|答复结果)(?:确定)?[为是]“?([A-E]\d?)”?类")
_DOCUMENT_NUMBER = re.compile(
    r"((?:（[\u4e00-\u9fff]{2,12}字）|[\u4e00-\u9fff]{1,16}(?:（[\u4e00-\u9fffA-Z]+）)?(?:(?<=字)：)?)\s?[〔（]\d{4}[〕）]\s*(?:[\u4e00-\u9fff]{0,2}字)?第?\s*\d+(?:[-—]\d+)?\s*号)"
)
_LABEL_ALONE = re.compile(rf"(?:{label('number')})\s*〕?\s*[：|]?\s*")
_SPLIT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,16}[〔（]\d{4}[〕）]第?\d+号")
#: （甲发〔2020〕29号）关于…的答复, or behind it: on the title's own line.
_BESIDE_A_TITLE = re.compile(
    r"^（([\u4e00-\u9fff]{2,16}〔\d{4}〕\s*第?\d+\s*号)）(?=关于|对)|^(?:“[A-E]”)?([\u4e00-\u9fff]{2,16}〔\d{4}〕\s*第?\d+\s*号)(?=(?:[\u4e00-\u9fff]{2,16}(?:局|委|办|厅|政府|街道|镇|乡))?关于[^\n]{6,}[答回]?复[函信]?$)|(?<=[复函]) ?（([\u4e00-\u9fff]{2,16}〔\d{4}〕\s*第?\d+\s*号)）$"
)
#: As a page has it that lost some of its characters: a line of its own.
_TORN_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,16}[〔﹝](?:19|20)\d\d[〕﹞]?\d{1,5}号?")
#: 发文字号：甲函20230012号: a number without brackets, which only its label tells.
_UNMARKED_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,16}(?:19|20)\d\d(?:年第?)?\d{1,5}号(?= |\||$)")


_SPACES = re.compile(r"\s+")
_LABEL_BEFORE = re.compile(rf"^.*?(?:{label('number')})\s*〕?\s*[：|]?[\s|]*(?:〔〕)?")
_NO_PART = re.compile(r"\s|(?<=字)：")
_SIGNER_BEHIND = re.compile(SIGNER_BEHIND)


def document_number_of(head: Sequence[str], title: str | None, text: str) -> str | None:
    """A number that stands alone or behind its label, above the salutation, with its brackets as in the plain text.

    One in a sentence is another document's.
    """
    for number, line in enumerate(_SPACES.sub(" ", line) for line in head):
        if _LABEL_ALONE.fullmatch(line) and (
            split := _SPLIT_NUMBER.match("".join(head[number + 1 : number + 5]).replace(" ", ""))
        ):
            return _as_written(split.group(), text)  # a cell a line
        if in_title := _BESIDE_A_TITLE.search(line):
            return _as_written(_SPACES.sub("", next(part for part in in_title.groups() if part)), text)
        bare = _LABEL_BEFORE.sub("", line)
        bare = bare[1:-1] if bare[:1] == "（" and bare[-1:] == "）" else bare
        found = _DOCUMENT_NUMBER.match(bare) or _DOCUMENT_NUMBER.match(bare.split(" ")[-1])
        if found and (bare != line or len(line) < len(found.group(1)) + 24) and not (title and found.group(1) in title):
            return _as_written(_NO_PART.sub("", found.group(1)), text)
        if bare != line and (unmarked := _UNMARKED_NUMBER.match(bare)):
            return unmarked.group()
        if torn := _TORN_NUMBER.fullmatch(_SIGNER_BEHIND.sub("", line)):
            return _as_written(torn.group(), text)
    return None


#: Brackets as an ordinary keyboard has them.
_HALF_WIDE = str.maketrans("（）", "()")


def _as_written(number: str, text: str) -> str:
    for form in (number, number.translate(_HALF_WIDE)):
        for opening, closing in ("〔〕", "[]", "【】", "()", "（）", "﹝﹞", "［］"):
            other = form.replace("〔", opening).replace("〕", closing)
            if other in text:
                return other
    return number


#: 谢  高 is a name that a form draws apart; an office is none, on the line below a label that was left empty.
_NAME = (
    r"(?![\u4e00-\u9fff（）]{2,30}(?:[局委厅办]|委员会|办公室|政府|中心)(?:\s|$))"
    r"(?:[\u4e00-\u9fff] +[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])|[\u4e00-\u9fff·]{2,8}(?![\u4e00-\u9fff]*\s*：))"
)
#: 签发人 甲某 签发日期 …: a row of facts without colons.
_IN_A_ROW = re.compile(rf"^(?:{label('signatory')}) ([\u4e00-\u9fff·]{{2,4}}) (?:签发|发布|成文)日期 ")
#: 签发领导：甲某, and nothing else on the line.
_SIGNED_OFF = re.compile(rf"(?:{label('signatory')}) *：\s*{_NAME}")


def signatory_of(head: Sequence[str], body: Sequence[str], tail: Sequence[str]) -> str | None:
    """Who signed the reply off, by a label (in the text on a line of its own), or by the closing sentence: 由某某主任审签."""
    rows = (line for line in body if _SIGNED_OFF.fullmatch(line))  # an attachment may stand behind it
    if named := labelled([*head, *tail[-10:], *rows], label("signatory"), _NAME):
        return named
    if row := next((found for line in (*head, *body) if (found := _IN_A_ROW.match(line))), None):
        return row.group(1)
    return _told("\n".join(tail))


_OF_AN_OFFICE = r"副?(?:主任|局长|厅长|区长|市长|县长|书记|部长|秘书长)"
#: 由甲某主任审签, 已经我局甲某局长签发.
_NAME_FIRST = re.compile(
    rf"(?:由|已经|(?<=复函)经)(?:[我本][局委厅办区县市院])?((?:(?![局委厅办府])[\u4e00-\u9fff·]){{2,4}}?)(?:{_OF_AN_OFFICE}|同志)(?:审签|签发|审定)"
)
#: 此复函已经乙局局长甲某审签.
_OFFICE_FIRST = tuple(
    re.compile(
        rf"(?:复函|答复|[此本]函)[^。\n]{{0,60}}[由经](?:[\u4e00-\u9fff]{{2,20}})?{_OF_AN_OFFICE}((?:{alternation('surnames')})[\u4e00-\u9fff·]{{1,3}}?)(?:同志)?(?:{how})"
    )
    for how in ("审签|签发", "审定")
)


def _told(text: str) -> str | None:
    """Who a closing sentence says signed the reply off; who only approved it counts where nobody else is named."""
    found = next((told for pattern in (_NAME_FIRST, *_OFFICE_FIRST) if (told := pattern.search(text))), None)
    return found.group(1) if found else None
