"""Where a reply's heading ends and its text begins, and whether a text is a reply at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from graph.reading.characters import canonical, simplified, without_sounds
from graph.reading.flow import unwrapped
from graph.reading.furniture import furniture
from graph.reading.heading.people import is_salutation
from graph.reading.heading.titles import find_titles, is_crumb, is_title

__all__ = ["OPENING", "Frame", "frame_of"]

#: By what a reply's opening sentence is told.
OPENING = re.compile(
    # What any of them begins with, so that they are not tried one by one where none can be.
    r"(?=[收已我现兹答回函汇说反情意有提作对建议》”])(?:收悉|收阅|(?:已|我们)收到|"
    r"[现兹](?:(?:将|就|从|对|作|向|把|提出|予以|针对)[^。]{0,40})?(?:答复|回复|函复|函告|汇报|反馈)|"
    r"(?:答复|回复|函复|函告|汇报|说明|反馈|情况|意见)[^。，]{0,10}如下|"
    r"(?:有|提出|提供|作出)(?:以下|如下)[\u4e00-\u9fff]{0,6}意见|"
    r"提出的.{0,80}(?:建议|提案).{0,20}(?:收|转|交)|对[您你][^。]{0,40}提出的[^。]{4,80}(?:提案|建议|议案)》?进行(?:认真)?(?:办理|研究)|"
    r"(?:提案|建议|议案|》|”)[^。]{0,20}(?:收到|(?:转|交)[^。，]{0,12}(?:办理|研究|牵头|主办)))"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a reply's plain text around its body, as canonical lines.

    Attributes
    ----------
    head:
        Lines above the opening sentence, the salutation among them; empty where the text begins in mid-reply.
    opening:
        The sentence in which the reply names what it answers, joined; empty where there is none.
    tail:
        The last lines from the opening sentence on: signature, date, contact.
    body:
        Lines from the opening sentence on.
    text:
        The plain text in simplified characters, in which a number's brackets are as they were written.
    titles:
        The titles above the text, in order.
    """

    head: tuple[str, ...]
    opening: str
    body: tuple[str, ...]
    tail: tuple[str, ...]
    text: str
    titles: tuple[str, ...]


def frame_of(text: str) -> Frame | None:
    """Tell head, opening and tail apart.

    Returns
    -------
    Frame or None
        ``None`` where the text has neither a reply's title nor its opening words, speaks of no proposal and is no
        department's report in sections: no reply.
    """
    text = without_sounds(simplified(text))
    lines = [_bare(line) for line in _MANY_BLANKS.sub("  ", canonical(text)).split("\n")]
    around = furniture(lines)
    lines = unwrapped([line for i, line in enumerate(lines) if i not in around])
    lines = [part for line in lines if line for part in _apart(_unfolded(line)) if part]
    at = _opening_at(lines)
    if at is not None or find_titles(lines[:40], OPENING):
        at = _after_title(lines) if at is None else at
        return _parted(lines, at, _sentence(lines[at : at + 6]), text)
    if not _is_part_of_reply(lines):
        return None
    return _parted(lines, _first_section(lines) or _behind_rows(lines), "", text)


def _apart(line: str) -> list[str]:
    """What a line holds that is glued to the reply's title, on lines of their own."""
    return (_GLUED.sub(r"\1\n", line) if "号" in line else line).split("\n")


def _unfolded(line: str) -> str:
    """A whole reply that stands on one line, with its title, salutation and signature on lines of their own."""
    if line.count("·〔") >= _FACTS:
        line = _FACTS_END.sub("\n", _FACT.sub("\n·", line))
    if len(line) < _WHOLE_REPLY or not OPENING.search(line[:_OPENS_WITHIN]):
        return line
    line = _CELL_BEFORE.sub("", line)
    line = _DAY_ALONE.sub(r"\n\1", line)
    return _ENDS_ALONE.sub(r"\n\1\n\2\n", _CALLED_ALONE.sub(r"\1\n", _TITLE_ALONE.sub(r"\1\n", line, count=1), count=1)).strip()


def _bare(line: str) -> str:
    """A line without what says nothing: empty cells, remarks on the sheet, the marks of a text in Markdown."""
    line = _EMPTY_CELLS.sub("", line) if "|" in line else line
    line = _REMARK.sub("", line) if "（此件" in line else line
    line = _HASHES.sub("", line) if "#" in line else line
    return (_STRONG.sub(r"\1", line) if "**" in line else line).strip()


def _parted(lines: Sequence[str], at: int, opening: str, text: str) -> Frame:
    """Head and body before and from the line ``at`` on; no line of the head is the tail's, however short the reply is."""
    head, body = tuple(lines[:at]), tuple(lines[at:])
    return Frame(head, opening, body, body[-_TAIL:], text, tuple(find_titles(head, OPENING)))


#: 关于…第7号提案的答复民建甲市委：您提出的…: the title and whom it is for, on the text's own line.
_GLUED = re.compile(
    r"^((?:\d{1,3} ?[、.．] ?)?(?:[\u4e00-\u9fff]{2,24}[局委厅办会府部处])?(?:关于|对)[^，。：；\n]{4,60}?号(?:提案|建议|议案)(?:办理情况)?的?(?:办理)?(?:答复|复|回复|办理情况)(?:函|意见|的函)?)(?=(?!的)[\u4e00-\u9fff、]{2,40}(?:委员|代表|[会社党组部委])(?:们)?：)",
    re.M,
)
#: Lines in which a reply closes.
_TAIL = 24
#: However many blanks a page draws, two of them say as much, and patterns take no longer over them.
_MANY_BLANKS = re.compile(" {3,}")
#: Cells with nothing in them at the end of a table's row.
_EMPTY_CELLS = re.compile(r"(?:\s*\|)+\s*$")
#: （此件公开发布）, beside the office that signs: no fact of the heading.
_REMARK = re.compile(r"^ *（此件[^（）]{2,12}）(?= *[^ ])|(?<=[^ ]) *（此件[^（）]{2,12}） *$")
#: Characters of a line from which it may hold a whole reply, and within which its text opens.
_WHOLE_REPLY, _OPENS_WITHIN = 60, 240
#: 甲答复函文章属性·〔制定机关〕乙委·〔字号〕…正文甲答复函: so many facts of a page in brackets, on one line with the text.
_FACTS = 2
_FACT, _FACTS_END = re.compile("(?:文章属性)?·(?=〔)"), re.compile("正文(?=[^，。：；\n]{0,30}(?:关于|对))")
_TITLE_ALONE = re.compile(
    r"^([^，。；：]{0,40}?(?:关于|对)[^，。；：]{4,120}?(?:答复|复函|回复|答复函|的函|意见|情况)(?:（[^（）]{1,12}）)?) +(?=[^，。；：]{2,60}：)"
)
_CALLED_ALONE = re.compile(
    r"(?:^|(?<=[\n 复函]))([^，。；：\n|]{2,60}?(?:委员|代表|[会社党组部委局])(?:们)?：) *(?=您|你|贵|《|首先|感谢)"
)
#: 答复内容 | 甲委员：您…: a form's cell before it.
_CELL_BEFORE = re.compile(r"^[^|，。；：]{0,12}\| *(?=[^，。；：\n|]{2,60}(?:委员|代表|[会社党组部委局])(?:们)?：)")
_ENDS_ALONE = re.compile(
    r"(?:(?<=[。！])|(?<=[\d*]{4})) +([^，。；：！\n]{4,60}?) +((?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|二[〇零0Oo]\S{2}年\S{1,2}月\S{1,3}日)(?= |$|（)"
)
#: 万事如意！ 2018年7月30日: no office beside it, at the line's end.
_DAY_ALONE = re.compile(r"(?<=[。！]) +((?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)$")
#: # 关于甲的答复, **甲委员：**.
_HASHES, _STRONG = re.compile(r"^ *#{1,6} +(?=[^ #])"), re.compile(r"\*\*(?=[^*\s])([^*]{1,200}?)(?<=[^*\s])\*\*")
#: No opening sentence begins further down, in lines.
_LAST_LINE = 60


#: 您好。 on a line of its own, above the opening sentence.
_GREETING = re.compile("(?:您|你)们?好[！!，。：]*")


def _opening_at(lines: Sequence[str]) -> int | None:
    for i, line in enumerate(lines[:_LAST_LINE]):
        joined = line + ("" if line.endswith("。") else "".join(lines[i + 1 : i + 2]))
        if is_crumb(line) or is_title(line.replace(" ", "")) or _GREETING.fullmatch(line) or _before_salutation(lines, i):
            continue
        if OPENING.search(line) or (line[:1] in ("您", "你", "贵") and OPENING.search(joined)):
            return _begin_of_sentence(lines, i)
    return None


#: 答复情况如下： on a line of its own, above the whole reply.
_FORM_ROW = re.compile("(?:现将)?(?:办理)?(?:答复|回复|办理)(?:情况|内容|意见|全文)?如下[：:]?")


def _before_salutation(lines: Sequence[str], i: int) -> bool:
    """Whether a line only announces the reply, whose salutation follows."""
    following = "".join(lines[i + 1 : i + 2])
    return bool(_FORM_ROW.fullmatch(lines[i])) and following.endswith("：") and is_salutation(following)


def _begin_of_sentence(lines: Sequence[str], i: int) -> int:
    """The line in which the opening sentence begins that goes on in another: its mark or its first words stand above."""
    line = lines[i]
    if not _FIRST_WORDS.search(line) and i and not lines[i - 1].endswith("："):
        return i - 1
    while i and len(lines[i - 1]) >= 12 and lines[i - 1][-1] not in "：。！？；|" and not _NO_TEXT.search(lines[i - 1]):
        torn = any(lines[i].count(closing) > lines[i].count(opening) for opening, closing in ("《》", "“”"))
        if (not torn and lines[i - 1][-1] not in "，、") or is_title(lines[i - 1].replace(" ", "")):
            break
        i -= 1
    return i


_FIRST_WORDS = re.compile("[您你贵《“提收]")
#: A line above the text that is a row of facts, and no part of a sentence.
_NO_TEXT = re.compile(r"[：|]|〔\d{4}〕|(?:委员|代表)$")


def _after_title(lines: Sequence[str]) -> int:
    """Where the text begins that has a title and no opening words: behind the salutation, else behind the title's company."""
    for i, line in enumerate(lines[:40]):
        if line.endswith("：") and len(line) < 60 and is_salutation(line):
            return min(i + 1, len(lines) - 1)
    if (row := next((i for i, line in enumerate(lines[:40]) if _SHEET_ROW.fullmatch(line)), len(lines))) < len(lines) - 1:
        return row + 1
    at = next((i + 1 for i, line in enumerate(lines) if is_title(line)), None)
    if at is None:
        return _first_section(lines) or 1
    while (
        at < len(lines) - 1
        and len(lines[at]) < 80
        and _ABOUT.search(lines[at])
        and "。" not in lines[at]
        and "；" not in lines[at]
    ):
        at += 1
    return min(at, len(lines) - 1)


#: 办理情况： alone on its line of a form, below which the text begins.
_SHEET_ROW = re.compile("(?:办理|答复|回复|办复|落实)(?:答复|落实)?(?:情况|内容|意见) ?[：|]")
#: What stands between a title and a text without salutation: its source, its day, the title once more.
_ABOUT = re.compile(
    r"来\s*源|日\s*期|时\s*间|作\s*者|浏览|字\s*[号体]|案\s*由|提案内容|提案题目|建议内容|^(?:关于|对)|^第?\s*\d+\s*号|索引|文\s*号"
)


def _sentence(lines: Sequence[str]) -> str:
    """The sentence that begins with the first of some lines, joined over line breaks."""
    opening = ""
    for line in lines:
        opening += line
        if opening.endswith(("。", "：")) or "如下" in opening:
            break
    return opening


_SECTION = re.compile(r"(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}\s*[、.．]|（[一二三四五六七八九十]{1,3}）)")
#: A body or a proposal by its name; 建议 and 代表 alone are words of any text.
_OF_PROPOSALS = re.compile(
    r"提案|议案|政协|人大|答复|委员(?!会)|代表建议|(?:建议|代表)[^。]{0,12}(?:收悉|办理|采纳)|的建议，[我本][省市区县州局委]"
)
#: How a department speaks of its place and of itself.
_OFFICE_SPEAKS = re.compile(r"[我本全][省市区县州旗盟局委厅办镇乡]|[省市区县州]委|[省市区县州]政府|各(?:部门|街道|镇|区县)")


def _first_section(lines: Sequence[str]) -> int | None:
    return next((i for i, line in enumerate(lines[:_LAST_LINE]) if _SECTION.match(line)), None)


#: 主办单位：甲局, 答复时间：2024-07-23: a site's facts of what is answered, one a line, above a text without opening words.
_ROW = re.compile(r"(?:建议|提案)(?:人|者|编号)|领衔代表|(?:主办|承办|办理|答复)(?:单位|时间|日期)")
_ROWS_WITHIN = 12


def _behind_rows(lines: Sequence[str]) -> int:
    """How many lines stand above the text as the last of such rows does, none of which is a sentence; else none."""
    above = list(takewhile(lambda line: len(line) < _SHORT_LINE and "。" not in line, lines[:_ROWS_WITHIN]))
    return next((i for i in range(len(above), 0, -1) if _ROW.match(above[i - 1]) and re.search("[：|]", above[i - 1])), 0)


#: A row of facts has fewer characters.
_SHORT_LINE = 60


def _is_part_of_reply(lines: Sequence[str]) -> bool:
    """Whether a text without a heading is cut from a reply: it speaks of proposals, or it is an office's report in sections."""
    whole = "\n".join(lines)
    if "。" not in whole or not _OFFICE_SPEAKS.search(whole):
        return False
    return _OF_PROPOSALS.search(whole) is not None or sum(_SECTION.match(line) is not None for line in lines) >= 2
