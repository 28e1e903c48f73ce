"""The reply's own facts: what stands above the salutation, in the opening sentence, and below the last paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.reading.flow import canonical
from graph.records import Heading

__all__ = ["Frame", "frame_of", "read_heading"]

_OPENING = re.compile(
    r"收悉|(?:已|我们)收到|收阅|现(?:将|就).{0,30}(?:答复|回复|函复|汇报)|(?:答复|回复|函复|汇报|说明|情况)如下|提出的.{0,80}(?:建议|提案).{0,20}(?:收|转|交)"
)
_TITLE_END = r"(?:答复|复函|回复|答复函|回复函|回函|函|答复意见|回复意见|办理意见|会办意见|协办意见|意见|办理情况|办理结果|答复情况|回复情况|报告|情况说明|办复)(?:的函)?(?:（.{1,40}）)?"
_TITLE = re.compile(rf"(?:(?:.{{2,40}}?)?(?:关于|对)|.{{2,30}}次会议).{{0,160}}(?:提案|建议|议案|号).{{0,80}}?{_TITLE_END}$")
_TITLE_START = re.compile(r"关于|^对|[局委会府室厅部院司]\s*对|次会议")
_CRUMB = re.compile(r"[>＞]|当前位置|您(?:所在)?的位置|首页|^〔?\s*(?:索\s*引\s*号|发布机构|发文机关|信息来源)")
_TITLE_LABEL = re.compile(r"^(?:信息名称|文件名称|名\s*称|标\s*题)\s*[：|]?\s*")
#: What some sites print on the title's own line: the day, the source.
_BEHIND_TITLE = re.compile(r"\s*(?:（\s*)?[12]\d{3}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*）)?(?:\s*来源.*)?\s*$")
_LABEL_BEHIND = re.compile(
    r"\s+(?:文\s*号|发文字号|信息来源|来\s*源|有效性|发布机构|发布时间|发布日期|成文日期|生成日期|索\s*引\s*号|主题词|浏览次数|字号)\s*：.*$"
)
#: A number of the document's own, glued to its title.
_NUMBER_BEFORE = re.compile(r"^[\u4e00-\u9fff]{2,16}[〔（]\d{4}[〕）]\s*第?\d+号(?=关于|对)")
_NUMERALS = "〇零一二三四五六七八九十百两"


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a reply's plain text around its body, as canonical lines.

    Attributes
    ----------
    head:
        Lines above the opening sentence, the salutation among them.
    opening:
        The sentence in which the reply names what it answers, joined; empty where there is none.
    tail:
        The last lines: signature, date, contact.
    body:
        Lines from the opening sentence on.
    text:
        The plain text, in which a number's brackets are as they were written.
    """

    head: tuple[str, ...]
    opening: str
    body: tuple[str, ...]
    tail: tuple[str, ...]
    text: str


def frame_of(text: str) -> Frame | None:
    """Tell head, opening and tail apart.

    Returns
    -------
    Frame or None
        ``None`` where the text has neither a reply's title nor its opening words: no reply.
    """
    lines = [_EMPTY_CELLS.sub("", line).strip() for line in canonical(text).split("\n")]
    lines = [line for line in lines if line]
    at = _opening_at(lines)
    if at is None and _find_title(lines[:40]) is None:
        return None
    if at is None:
        at = _after_title(lines)
    opening = ""
    for line in lines[at : at + 6]:
        opening += line
        if re.search("[。：]$|如下", opening):
            break
    return Frame(tuple(lines[:at]), opening, tuple(lines[at:]), tuple(lines[-24:]), text)


#: Cells with nothing in them at the end of a table's row.
_EMPTY_CELLS = re.compile(r"(?:\s*\|)+\s*$")


def _opening_at(lines: list[str]) -> int | None:
    for i, line in enumerate(lines[:60]):
        joined = line + (lines[i + 1] if i + 1 < len(lines) else "")
        if _CRUMB.search(line) or _TITLE.fullmatch(line.replace(" ", "")):
            continue
        if _OPENING.search(line) or (re.match("(?:您|你|贵)", line) and _OPENING.search(joined)):
            return i if re.search("您|你|贵|《|“|提|收", line) or i == 0 else max(i - 1, 0)
    return None


def _after_title(lines: list[str]) -> int:
    for i, line in enumerate(lines[:40]):
        if line.endswith("：") and len(line) < 60:
            return min(i + 1, len(lines) - 1)
    at = next((i + 1 for i, line in enumerate(lines) if _TITLE.fullmatch(line)), 1)
    while at < len(lines) - 1 and len(lines[at]) < 80 and _ABOUT.search(lines[at]) and not re.search("[。；]", lines[at]):
        at += 1
    return min(at, len(lines) - 1)


#: What stands between a title and a text without salutation: its source, its day, the title once more.
_ABOUT = re.compile(
    r"来\s*源|日\s*期|时\s*间|作\s*者|浏览|字\s*[号体]|案\s*由|提案内容|提案题目|建议内容|^(?:关于|对)|^第?\s*\d+\s*号|索引|文\s*号"
)


def read_heading(frame: Frame) -> Heading:
    """Every fact of the heading that the text states; offsets play no part here.

    Parameters
    ----------
    frame:
        Of :func:`frame_of`.
    """
    head, tail = list(frame.head), list(frame.tail)
    title = _find_title(head)
    about = " ".join(_find_titles(head)) + " " + " ".join(head[-6:]) + " " + frame.opening
    proposers = _proposers(head, frame.opening)
    return Heading(
        title=title,
        kind=_kind(about, head),
        body=_body(about),
        session=_session(about),
        number=_number(about, frame.opening, head),
        result=_labelled([*head, _BREAK, *tail], r"办理结果|办理类型", r"[\u4e00-\u9fff]{2,12}(?![\u4e00-\u9fff])"),
        category=_category(head + tail),
        document_number=_as_written(_document_number(head, title), frame.text),
        signatory=_labelled(
            head + tail[-10:], r"签\s*发\s*人?|签批人|签发领导|领导署名", r"[\u4e00-\u9fff·]{1,2} ?[\u4e00-\u9fff·]{1,6}"
        ),
        proposers=proposers,
        proposal_title=_proposal_title(frame, title),
        department=_department(head, tail, title),
        date=_date(head, tail),
        office_address=_labelled(
            tail, r"(?:承办单位)?(?:通讯|通信|联系|办公|单位)?地\s*址", r"(?:(?!\s*邮\s*政?\s*编|\s*联\s*系)[^，。；|\n]){4,40}"
        ),
        postcode=_labelled(tail, r"邮\s*政?\s*编\s*码?", r"\d{6}"),
    )


def _find_title(head: list[str]) -> str | None:
    titles = _find_titles(head)
    return titles[0] if titles else None


#: Marks of a list of facts, and blanks.
_BULLETS = " \u3000\t·•●■◆*-"


def _find_titles(head: list[str]) -> list[str]:
    """Titles in order, each perhaps put together from up to four lines."""
    found: list[str] = []
    cells = [_TITLE_LABEL.sub("", cell.strip(_BULLETS)) for line in head for cell in re.split(r"[|\t_]", line)]
    cells = [_NUMBER_BEFORE.sub("", _unbroken(_BEHIND_TITLE.sub("", _LABEL_BEHIND.sub("", cell)))) for cell in cells if cell]
    i = 0
    while i < len(cells):
        taken = 1
        if _TITLE_START.search(cells[i]) and not _CRUMB.search(cells[i]) and not _OPENING.search(cells[i]):
            for n in (1, 2, 3, 4):
                joined = "".join(cells[i : i + n])
                if n > 1 and i + n <= len(cells) and _NO_TITLE.search(cells[i + n - 1]):
                    break
                if i + n <= len(cells) and len(joined) < 220 and _TITLE.fullmatch(joined) and not joined.endswith("："):
                    found.append(_FROM_WHOM.sub("", _unbroken(joined)))
                    taken = n
                    break
        i += taken
    return found


#: 的函（民革甲市委）: who asked, behind the title.
_FROM_WHOM = re.compile(
    r"（(?:民革|民盟|民建|民进|农工党?|致公党?|九三|台盟|工商联?|[\u4e00-\u9fff]{1,9}(?:委员|代表|界别|总支|支部))[^（）]{0,10}）$"
)
#: What stands under a title and does not belong to it.
_NO_TITLE = re.compile(
    r"^\s*(?:类\s*别|来\s*源|时\s*间|日\s*期|提案者|提案人|建议人|承办|主办|索引)|〔\d{4}〕\s*第?\d+号|^(?:办理|公开|发布)\S{2}\s*[：|]"
)


def _unbroken(title: str) -> str:
    return re.sub(r"(?<![A-Za-z0-9]) +| +(?![A-Za-z0-9])", "", title)


def _kind(about: str, head: list[str]) -> str | None:
    """By the numbered thing first, then the body, then how its authors are called."""
    near = re.search(r"号\s*[》）”）]?\s*(?:委员)?(提案|建议|议案)", about) or re.search(r"(建议|提案)\s*第\s*\w+\s*号", about)
    if near and near.group(1) != "议案":
        return near.group(1)
    for pattern, kind in ((r"政协|提案收悉|的提案|委员", "提案"), (r"人大|人民代表大会|代表", "建议")):
        if re.search(pattern, about) and not (kind == "提案" and re.search("人大|人民代表大会", about)):
            return kind
    whole = "".join(head)
    return "提案" if "提案" in whole else "建议" if "建议" in whole else None


_PLACED = r"(?:[\u4e00-\u9fff]{1,10}?(?:省|自治区|自治州|自治县|市|区|县|旗|州|盟)|[省市区县州])"
_TERM = rf"第?\s*[{_NUMERALS}\d]{{1,4}}\s*届"


def _body(about: str) -> str | None:
    """Such as 长宁区政协 or 市人大, with the place as it is written; the term of office may stand before or inside it."""
    flat = about.replace(" ", "")
    for pattern, order in (
        (rf"({_PLACED}+)(?:第?[{_NUMERALS}\d]+届)?(政协|人大|人民代表大会|政治协商会议)", "{0}{1}"),
        (rf"(政协)({_PLACED}+)", "{1}{0}"),
    ):
        found = re.search(pattern, flat)
        if found:
            parts = [re.sub(r"^.*(?:关于|对|答复|回复|的|在)", "", part) for part in found.groups()]
            return order.format(*parts).replace("人民代表大会", "人大").replace("政治协商会议", "政协")
    return None


def _session(about: str) -> str | None:
    flat = about.replace(" ", "")
    found = re.search(rf"(第?[{_NUMERALS}\d]+届)(?:[^第次届，。]{{0,8}}?)(第?[{_NUMERALS}\d]+次)(?:会议|全会|全体会议)?", flat)
    return "".join(found.groups()) + "会议" if found else None


_CODE = r"[A-Z]{0,4}\s*\d[\dA-Z]*(?:[-—]\d+){0,3}"


def _number(about: str, opening: str, head: list[str]) -> str | None:
    flat = about.replace(" ", "")
    for text in (flat, opening.replace(" ", ""), "".join(head).replace(" ", "")):
        for pattern in (
            rf"第\s*({_CODE})\s*号",
            rf"第\s*({_CODE})\s*(?:提案|建议|议案)",
            rf"(?:提案|建议|议案)(?:编号|序号|号|案号)?[：第（]*({_CODE})(?:号|）|$)",
            rf"[（〔]({_CODE})号?[）〕]",
            rf"({_CODE})号(?:委员|代表)?(?:提案|建议|议案)",
        ):
            found = re.search(pattern, text)
            if found:
                return found.group(1)
    return None


def _category(lines: list[str]) -> str | None:
    for line in lines:
        flat = line.replace(" ", "")
        if len(flat) >= 60:
            continue
        found = (
            re.search(r"(?:类别|分类|类型|办理类别|答复类别|结果)(?:标记|标识)?[：|]?[“（]?([A-E])\d?[”）]?类?", flat)
            or re.fullmatch(r"[（〔]?([A-E])\d?类?[）〕]?", flat)
            or re.search(r"[（〔“]([A-E])类?[）〕”]", flat)
            or re.match(r"([A-E])类", flat)
        )
        if found:
            return found.group(1)
    return None


_DOCUMENT_NUMBER = re.compile(r"([\u4e00-\u9fff]{1,16}(?:（[\u4e00-\u9fffA-Z]+）)?\s?[〔（]\d{4}[〕）]\s*第?\s*\d+\s*号)")


def _document_number(head: list[str], title: str | None) -> str | None:
    """A number that stands alone or behind its label, above the salutation: one in a sentence is another document's."""
    for line in (re.sub(r"\s+", " ", line) for line in head):
        bare = re.sub(r"^.*?(?:发文字号|文\s*号|函\s*号|字\s*号|文件编号|文件字号)\s*〕?\s*[：|]?[\s|]*", "", line)
        found = _DOCUMENT_NUMBER.match(bare) or _DOCUMENT_NUMBER.match(bare.split(" ")[-1])
        if found and (bare != line or len(line) < len(found.group(1)) + 24) and not (title and found.group(1) in title):
            return re.sub(r"\s", "", found.group(1))
    return None


def _as_written(number: str | None, text: str) -> str | None:
    """A document's number with the brackets that its text has: 〔2021〕 or [2021]."""
    for opening, closing in ("[]", "【】", "()", "（）", "﹝﹞"):
        other = (number or "").replace("〔", opening).replace("〕", closing)
        if number and number not in text and other in text:
            return other
    return number


def _labelled(lines: list[str], label: str, value: str) -> str | None:
    """The value behind a label and a colon (or in the next cell), on one line or on the next."""
    text = "\n".join(lines)
    found = re.search(rf"(?:{label})\s*〕?\s*[：|][\s|]*({value})", text)
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", found.group(1)).strip() if found else None


#: Between the head and the tail: a label at the end of the one has no value at the beginning of the other.
_BREAK = "。"
_SALUTATION = re.compile(
    r"^(?:尊敬的)?\s*((?:.{1,120}?)(?:委员|代表|代表团|党支部|小组|界别组?|组|委员会|联谊会|促进会|协会|商会|支部|市委|区委|县委|总支|总商会|工商联|专委会|同志|先生|女士|会|局|委|盟|党|社|院|政府|办公室|侨联|妇联|文联|残联|科协|[区县市]联))\s*(?:们)?\s*[：，!！]?$"
)
#: 和 joins two names where two characters or more stand on both sides: 陈国和 is one person.
_NAME_SPLIT = re.compile(r"[、，；/]|\s{1,}|(?<=[\u4e00-\u9fff]{2})和(?=[\u4e00-\u9fff]{2})")
_ROLE = re.compile(
    r"(?:等)?(?:\d+|[一二三四五六七八九十]+)?(?:名|位)?(?:政协|人大|市|区|县)?(?:委员|代表|同志|先生|女士)+(?:们)?$"
)


def _proposers(head: list[str], opening: str) -> tuple[str, ...]:
    """Whom the salutation addresses: the line above the opening sentence, perhaps with the line before it."""
    if named := _labelled(head, r"提案人|提案者|建议人|领衔代表|委员姓名|代表姓名|建议代表", r"[\u4e00-\u9fff·、， ]{2,40}"):
        return _names(named + "委员")
    candidates = [line for line in head[-5:] if not _TITLE.fullmatch(line)]
    own = re.match(r"^(?:尊敬的)?([^，。《“]{2,60}?(?:委员|代表)(?:们)?)\s*[：，!]", opening)
    if own:
        candidates.append(own.group(1))
    for i in range(len(candidates) - 1, -1, -1):
        line = candidates[i]
        if re.fullmatch(r"(?:您好|你好|您们好)[！，。!：]*", line):
            continue
        found = _SALUTATION.match(line)
        if (
            found
            and (line.endswith("：") or re.search("委员|代表", line) or len(line) < 30)
            and "|" not in line
            and "来源" not in line
        ):
            text = found.group(1)
            if _BUREAU.search(text) and (others := _PROPOSED_BY.search(opening) or _ASKED_BY.match(opening)):
                return _names(others.group(1) + (others.group(2) or ""))  # asked for by another bureau
            if i and re.search("[、，]$", candidates[i - 1]):
                text = candidates[i - 1] + text
            return _names(text) + _together_with(opening)
    return ()


def _together_with(opening: str) -> tuple[str, ...]:
    """您与甲委员共同提出: the others that the opening names."""
    told = re.match(r"(?:您|你)(?:和|与|同)([\u4e00-\u9fff、]{2,20}?)(?:等)?(?:\d+[名位])?(委员|代表)", opening)
    return _names(told.group(1) + told.group(2)) if told else ()


_BUREAU = re.compile(
    r"(?:(?:经济|改革|技术|建设|交通|商务|信息化|健康|管理)委员会|局|发改委|经信委|科委|建委|商务委|卫健委|科创委|办公室|[^市区县盟会]委)$"
)
_PROPOSED_BY = re.compile(
    r"(?:^|[，：！])(?!我|本)([^，。《“：]{2,40}?)(委员|代表)?(?:在[^，。《]{2,40}上)?(?:所?提出|所提|提交)的?(?:《|“|关于)"
)


_ASKED_BY = re.compile(r"([\u4e00-\u9fff、]{2,20}?)(委员|代表)?(?:所提)?(?:的)?关于[“《]")


def _names(text: str) -> tuple[str, ...]:
    text = re.sub(r"^(?:尊敬的|提案人|建议人|领衔代表|领衔人)\s*：?", "", text.strip())
    if not re.search(r"(?:委员|代表|同志|先生|女士)(?:们)?$", text):
        return (text,)
    text = _ROLE.sub("", text).rstrip("等 ")
    text = re.sub(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) +([\u4e00-\u9fff])(?![\u4e00-\u9fff])", r"\1\2", text)
    parts = [_ROLE.sub("", part).strip("等 （）") for part in _NAME_SPLIT.split(text)]
    return tuple(part for part in parts if part)


def _proposal_title(frame: Frame, title: str | None) -> str | None:
    """In marks in the opening sentence; else in the title, on a line of its own, or bare in the opening sentence."""
    lines = [*([title] if title else []), *_find_titles(list(frame.head))]
    candidates = [
        re.search(_MARKED, frame.opening),
        re.search(r"《([^《》]{6,90}?(?:提案|建议|议案)?)》?(?:已)?收悉", frame.opening),
        re.search(
            r"(?:所提|提出|提交|反映)(?:的|了)?(关于(?!“).{4,90}?的?(?:建议|提案))(?:的提案|的建议)?(?:（|，|。|已|收)",
            frame.opening,
        ),
        re.search(
            r"(?:您|你们|贵[\u4e00-\u9fff]{1,3})(?:提出的?)?(关于(?!“)(?:[^“”，。]|“[^”]{1,12}”){4,90}?的(?:建议|提案))(?:的提案|的建议)?(?:，|已|收)",
            frame.opening,
        ),
        re.search(r"“((?:[^“”]|“[^”]*”)+)”.{0,12}(?:提案|建议|议案|收|（)", frame.opening),
        re.search(r"提出的?“(关于(?:[^“”]|“[^”]*”)+)”", frame.opening),
        *(re.search(_MARKED, line) for line in lines),
        *(re.fullmatch(r"（\s*《?((?:关于|对).{4,80}?)》?\s*）", line) for line in frame.head),
        *(_labelled_title(line) for line in frame.head),
        re.match(r"(关于.{4,80}?的(?:提案|建议))（?(?:第|已|收)", frame.opening),
        re.search(r"^(?!.*号)(?:.*?)(?:关于|对)(.{6,80}?)(?:提案|建议|议案)?的(?:答复|回复|复函)", title or ""),
    ]
    found = next((c for c in candidates if c), None)
    return _unbroken(found.group(1)) if found else None


_MARKED = r"《((?:[^《》]|《[^》]*》)+)》"


def _labelled_title(line: str) -> re.Match[str] | None:
    found = re.fullmatch(r"(?:标\s*题|提案题目|案\s*由|提案名称|建议名称)\s*[：|]\s*(.{4,80})", line)
    return found if found and not _TITLE.fullmatch(found.group(1)) else None


_OFFICE_NAME = r"[\u4e00-\u9fff（）]{2,30}?(?:委员会|管理局|办公室|人民政府|局|厅|委|办|政府|中心|管委会|街道办事处|办事处|总队|支队|公司|集团|分局|银行|院|联合会|会)"


def _department(head: list[str], tail: list[str], title: str | None) -> str | None:
    """Who signs; else who stands before the title, above it, in the metadata, or last of all."""
    titled = re.match(rf"(?:\d{{4}}年度?)?({_OFFICE_NAME})(?=关于|对)", title or "")
    return (
        _signed(tail)
        or (titled.group(1) if titled else None)
        or _above(head)
        or _in_metadata("\n".join(head))
        or _last_office(tail[-8:])
    )


def _signed(tail: list[str]) -> str | None:
    """The office beside the date of signing, on the line before, the line after, or the same line."""
    for i in range(len(tail) - 1, -1, -1):
        if _day(tail[i]) and len(tail[i].replace(" ", "")) <= 14:
            for line in (tail[i - 1] if i else "", tail[i + 1] if i + 1 < len(tail) else ""):
                flat = line.replace(" ", "")
                if re.fullmatch(_OFFICE_NAME, flat) and "地址" not in flat:
                    return flat
        found = re.fullmatch(rf"({_OFFICE_NAME})\s*(?:\d{{4}}年.*日)", tail[i].replace(" ", ""))
        if found:
            return found.group(1)
    return None


_NO_OFFICE = re.compile(
    "提案|建议|机构|机关|公开|政协|人大|界别|组|农工|民盟|民建|民进|民革|九三|致公|台盟|工商联|侨联|妇联|共青团|总工会"
)


def _above(head: list[str]) -> str | None:
    for line in head:
        flat = line.replace(" ", "").lstrip("·-*")
        if re.fullmatch(_OFFICE_NAME, flat) and re.search("[省市区县州旗]|局|委", flat) and not _NO_OFFICE.search(flat):
            return flat
    return None


_SOURCE = r"发布机构|发文机关|发文机构|制发机关|公开机构|责任部门|承办单位|主办单位|信息来源|来源|发布单位"


def _in_metadata(text: str) -> str | None:
    named = re.search(rf"(?:{_SOURCE})\s*〕?\s*[：|]?[\s|]*({_OFFICE_NAME}|[\u4e00-\u9fff]{{3,20}}[委局办厅])(?=[\s|，]|$|发布|时间|日期|浏览|作者|字号)", text)
    stamp = re.search(rf"\d{{1,2}}：\d{{2}}\s+({_OFFICE_NAME})(?=\s|$)", text)
    found = named or stamp
    return found.group(1) if found else None


def _last_office(lines: list[str]) -> str | None:
    for line in reversed(lines):
        flat = line.replace(" ", "")
        if re.fullmatch(_OFFICE_NAME, flat) and len(flat) >= 4:
            return flat
    return None


_DAY = re.compile(
    rf"([12]\d{{3}}|[二一][〇零一二三四五六七八九]{{3}})\s*(?:年|[-./])\s*(\d ?\d?|[{_NUMERALS}]{{1,2}})\s*(?:月|[-./])\s*(\d ?\d?|[{_NUMERALS}]{{1,3}})(?!\d)\s*日?"
)
_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "两": "2"}


def _day(text: str) -> str | None:
    """The first calendar date of a text, in ISO form."""
    found = _DAY.search(text)
    if not found:
        return None
    year, month, day = (_arabic(part.replace(" ", "")) for part in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 and 1949 <= year <= 2100 else None


def _arabic(numeral: str) -> int:
    """A year written digit by digit, or a number up to 99."""
    if numeral.isdigit():
        return int(numeral)
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0") if ones else "0")
    return int("".join(_DIGITS.get(c, "0") for c in numeral))


_STAMP = re.compile(r"[12]\d{3}-\d{1,2}-\d{1,2}")


def _date(head: list[str], tail: list[str]) -> str | None:
    for line in reversed(tail):
        flat = line.replace(" ", "")
        if len(flat) <= 50 and _day(flat) and not re.search(r"[，。；]|发布|更新|打印", flat):
            return _day(flat)
    text = "\n".join(head)
    for label in (
        "成文日期",
        "印发日期",
        "答复时间",
        "答复日期",
        "发文日期",
        "发布日期",
        "发布时间",
        "公开日期",
        "生成日期",
        "日期",
        "时间",
    ):
        spaced = r"\s*".join(label)
        found = re.search(rf"{spaced}\s*〕?\s*[：|]?[\s|]*([12]\d{{3}}.{{0,16}})", text)
        if found and _day(found.group(1)):
            return _day(found.group(1))
    stamped = (_day(line) for line in head if len(line) < 60 or _STAMP.search(line))
    return next((day for day in stamped if day), None)
