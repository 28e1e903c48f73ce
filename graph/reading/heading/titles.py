"""The reply's title: on one line or on several, in a cell, behind a label, with what a site prints around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading.heading.labels import label

__all__ = ["PARTIES", "find_titles", "is_crumb", "is_title", "plain_title", "proposals_own_title", "report_title", "unbroken"]

_END = (
    r"(?:答复|复函|回复|答复函|回复函|回函|函告|函|办理单|答复单|答复意见|回复意见|办理意见|会办意见|协办意见|(?<!批评和)意见|办理情况|办理结果|答复情况|"
    r"回复情况|(?:(?:办理|答复|回复|办复)(?:进展)?(?:和|及)?落实|办复|(?:进展|办理)(?:和|及)落实|(?:议案|提案|建议)落实)情况|报告|情况说明|办复|续办续复|续复)(?:的函|公开)?(?:摘要)?(?:（.{1,40}）|(?:——?|--)关于.{4,60})?"
)
#: 甲区人大2025年16意见, 人大代表书面意见: what a member of a congress hands in is called so, too.
_OPINION = r"人大[^，。：；]{0,20}?(?:书面|代表|\d)意见"
_TITLE = re.compile(
    rf"(?:(?:.{{2,40}}?|[“《])?(?:关于|对)|.{{2,30}}次会议).{{0,160}}(?:提案|建议|议案|号|{_OPINION}).{{0,80}}?{_END}$|(?:关于|对)?《[^《》]{{4,100}}》的?(?:答复|回复|复函|答复函)$"
)
#: No title has more characters.
_LONGEST = 220
#: The yearly report of a place on all that it was asked: no single proposal's title.
_REPORT = re.compile(
    r"[\u4e00-\u9fff]{2,14}[省市区县州旗局委办厅镇]?(?:关于)?(?:19|20)\d\d年度?[^，。：；>]{0,24}(?:提案|建议案?|议案)[^，。：；>]{0,6}办理(?:工作)?情况(?:的?(?:报告|汇报|总结|通报))?"
)
_START = re.compile(r"关于|^对|[局委会府室厅部院司]\s*对|次会议")
_BEGINS = re.compile("关于|对")
#: Class and serial number that some sites put on the title's line.
_CLASS_BEHIND = re.compile(r"（[A-E]\d?类?）$")
#: 答复函 B: without brackets.
_CLASS_APART = re.compile(r"(?<=[复函])\s+[A-E]\d?类?$")
_SERIAL_BEFORE = re.compile(r"^\d{1,3}(?:（\d+）)?[.．、]\s*(?=关于|对)")
#: 设<慢>标志, 印发<甲办法>的通知: a sign or a document between brackets, and no way to a page.
_BETWEEN_BRACKETS = re.compile("[<＜][^<>＜＞/]{1,60}[>＞]")
_CRUMB = re.compile(r"[>＞]|当前位置|您(?:所在)?的位置|首页|^〔?\s*(?:索\s*引\s*号|发布机构|发文机关|信息来源)")
#: What some sites print on the title's own line: the day, the source.
_BEHIND = re.compile(
    r"\s*(?:（\s*)?[12]\d{3}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*）)?(?:\s*来源.*)?\s*$|\s*（(?:发布|成文|公开)(?:日期|时间)：[^（）]{4,60}）?\s*$"
)
_LABEL_BEHIND = re.compile(
    r"\s+(?:文\s*号|发文字号|信息来源|来\s*源|有效性|发布机构|发布时间|发布日期|成文日期|生成日期|索\s*引\s*号|主题词|浏览次数|字号)\s*：.*$"
)
#: 对…第1号建议的答复：关于甲的建议, 答复成文日期公开日期: what a page prints behind the title.
_ABOUT_BEHIND = re.compile(
    r"(?:(?<=[答回]复)|(?<=[答回]复函)|(?<=复函))(?:：(?=关于|《)|\s*(?=(?:成文日期|公开日期|发布日期|生成日期|发布机构|索引号|发文字号))).*$"
)
#: A number of the document's own, glued to its title; a class in quotation marks may stand before it: “B”甲函〔2016〕5号乙局关于….
_NUMBER_BEFORE = re.compile(
    r"^(?:“[A-E]”)?(?:[\u4e00-\u9fff]{2,16}[〔（]\d{4}[〕）]\s*第?\d+号|（[\u4e00-\u9fff]{2,16}〔\d{4}〕\s*第?\d+\s*号(?:[A-E]\d?类)?）)"
    r"(?=关于|对|[\u4e00-\u9fff]{2,16}(?:局|委|办|厅|政府|街道|镇|乡)关于)"
)
_NUMBER_BEHIND = re.compile(r"（[\u4e00-\u9fff]{2,16}〔\d{4}〕\s*第?\d+\s*号）$")
#: The parties beside the ruling one, by the short names that their branches begin with.
PARTIES = "民革|民盟|民建|民进|农工|致公|九三|台盟"
#: 的函（民革甲市委）: who asked, behind the title.
_FROM_WHOM = re.compile(rf"（(?:(?:{PARTIES})党?|工商联?|[\u4e00-\u9fff]{{1,9}}(?:委员|代表|界别|总支|支部))[^（）]{{0,10}}）$")
#: What stands under a title and does not belong to it.
_NOT_OF_IT = re.compile(
    r"^\s*(?:类\s*别|来\s*源|时\s*间|日\s*期|提案者|提案人|建议人|承办|主办|索引)|〔\d{4}〕\s*第?\d+号|^(?:办理|公开|发布)\S{2}\s*[：|]"
)
#: 甲_区级建议结果公开_乙区人民政府门户网站: the title of a page, what it stands among, and the site.
_SITE_NAME = "_[^_|\\s]{2,24}(?:门户网站|政府网站?|政务网|信息网|官网)"
_SITE_BEHIND = re.compile(f"(?<=[^_])_[^_|]{{2,24}}{_SITE_NAME}\\s*$")
_OF_PAGE = re.compile(f"(?P<title>[^_|]{{6,120}}{_END})_[^_|]{{0,16}}(?:提案|建议|议案)[^_|]{{0,16}}{_SITE_NAME}")
#: Cells of a row, and two titles beside each other: 关于甲提案的答复 关于第1号提案的回复.
_CELLS = re.compile(r"[|\t_]|(?<=的[答回]复) +(?=(?:关于|对)[^，。：|]{4,80}[答回]复$)")
#: Marks of a list of facts, and blanks.
_BULLETS = " \u3000\t·•●■◆*-"


def is_title(line: str) -> bool:
    """Whether a canonical line is a reply's title as a whole."""
    return len(line) < _LONGEST and _TITLE.fullmatch(line) is not None


def is_crumb(line: str) -> bool:
    """Whether a line says where on its site the page stands, or is a row of the site's own facts."""
    return _CRUMB.search(_BETWEEN_BRACKETS.sub("", line)) is not None


_BLANKS = re.compile(r"(?<![A-Za-z0-9]) +| +(?![A-Za-z0-9])")


def unbroken(title: str) -> str:
    """Without the blanks that mean nothing: those beside a Chinese character."""
    return _BLANKS.sub("", title) if " " in title else title


def find_titles(head: Sequence[str], opening: re.Pattern[str]) -> list[str]:
    """Titles in order, each perhaps put together from up to four lines.

    Parameters
    ----------
    head:
        Canonical lines above the opening sentence.
    opening:
        What an opening sentence is told by: a line that has it begins no title.
    """
    own = (_SITE_BEHIND.sub("", line) if "_" in line else line for line in head)
    cells = [_bare(cell) for line in own for cell in _CELLS.split(line)]
    cells = [cell for cell in cells if cell]
    of_page = _titles_of_page(head)
    found: list[str] = []
    i = 0
    while i < len(cells):
        taken = int(cells[i] in of_page)
        if not taken and _START.search(cells[i]) and not is_crumb(cells[i]) and not opening.search(cells[i]):
            taken = _lines_of_title(cells, i)
        if taken:
            later = next((k for k in range(i + 1, i + taken) if _is_own_title(cells, k, i + taken)), i)
            begins = later - 1 if _goes_on(cells, later) and _is_whole_line(cells[later - 1], head) else later
            joined = unbroken("".join(cells[begins : i + taken]))
            found.append(_NUMBER_BEHIND.sub("", _CLASS_BEHIND.sub("", _FROM_WHOM.sub("", joined))))
        i += taken or 1
    return found


def _is_whole_line(cell: str, head: Sequence[str]) -> bool:
    return any(unbroken(line.strip()) == cell for line in head)


def _titles_of_page(head: Sequence[str]) -> frozenset[str]:
    """What a page's own title begins with among replies to proposals, and what stands alone on a line below it."""
    named = {_bare(page["title"]) for line in head if "_" in line and (page := _OF_PAGE.fullmatch(line.strip()))}
    return frozenset(named & {_bare(line) for line in head}) if named else frozenset()


#: An office with nothing else on its line, with which a title begins that goes on with 关于 on the next.
_OFFICE_ABOVE = re.compile(
    "(?!来源|作者|发布|索引)[\u4e00-\u9fff（）]{2,28}(?:局|厅|委员会|[市区县省]委|人民政府|办公室|管委会|办事处|(?:工作|宣传)部)"
)


def _goes_on(cells: Sequence[str], first: int) -> bool:
    return first > 0 and cells[first].startswith("关于") and _OFFICE_ABOVE.fullmatch(cells[first - 1]) is not None


def _is_own_title(cells: Sequence[str], first: int, stop: int) -> bool:
    """Whether a title that a proposal's own title stands above begins with a later line: 对省人大…, 第1号建议的答复."""
    joined = "".join(cells[first:stop])
    return bool(_BEGINS.match(cells[first])) and "号" in joined and is_title(joined)


def report_title(head: Sequence[str]) -> str | None:
    """The title of a place's report on all that it was asked in a year, which answers no single proposal."""
    return next((line for line in head if _REPORT.fullmatch(line)), None)


#: 关于修缮甲的答复, 甲县政协委员提案答复表: a title that names neither number nor session, or is a form's own.
_PLAIN = re.compile(
    r"(?:关于|对)[^，。；：|>＞]{4,60}的(?:答复|回复|复函|答复函|回复函)|[^，。；：|>＞、]{0,16}(?:提案|建议|议案)[^，。；：|>＞、]{0,4}(?:答复|回复|办理)[^，。；：|>＞、]{0,4}表"
)


#: 关于修缮甲的建议, 《关于修缮甲的提案》: what a page that has no other heading prints above the reply.
_PROPOSALS_OWN = re.compile(
    r"(?P<mark>《)?(?!.*(?:会议|\d号))((?:关于|对)[^，。；：|《》>＞]{4,60}(?:，[^，。；：|《》>＞]{2,40})?的(?:建议|提案|议案))(?(mark)》)"
)


def plain_title(head: Sequence[str]) -> list[str]:
    """The title of a reply that has no fuller one, from a line of its own; at most one."""
    plain = [unbroken(line) for line in head if _PLAIN.fullmatch(line) and not is_crumb(line)][:1]
    own = None if plain else proposals_own_title(head)
    return [own] if own else plain


def proposals_own_title(head: Sequence[str]) -> str | None:
    """The proposal's title from a line of its own, without its marks."""
    found = (_PROPOSALS_OWN.fullmatch(unbroken(line)) for line in head if not is_crumb(line))
    return next((line.group(2) for line in found if line), None)


#: 答复.pdf: as a link to a file names it.
_FILE = re.compile(r"\.(?:pdf|docx?|wps|ofd)(?![A-Za-z]).*$", re.IGNORECASE)
#: 答复函 《关于甲的建议》.
_WHAT_IT_ANSWERS = re.compile(r"(?<=[复函])\s*《[^《》]{4,90}》\s*$")
_IN_BRACKETS = re.compile(r"^（((?:关于|对)[^（）]{6,120}[复函])）$")
_LABEL_BEFORE = re.compile(rf"^(?:(?:{label('title')})\s*[：|]?\s*|[称题]\s*[：|]\s*)")


def _bare(cell: str) -> str:
    """A cell without what is printed around a title; most have nothing of it, which the mark that each needs tells."""
    cell = _FILE.sub("", cell) if "." in cell else cell
    cell = _WHAT_IT_ANSWERS.sub("", cell) if "》" in cell else cell
    cell = _IN_BRACKETS.sub(r"\1", cell) if cell[:1] == "（" else cell
    bare = _LABEL_BEFORE.sub("", cell.strip(_BULLETS))
    answers = "复" in bare or "函" in bare
    bare = _SERIAL_BEFORE.sub("", _ABOUT_BEHIND.sub("", bare) if answers else bare)
    bare = _CLASS_APART.sub("", bare) if answers else bare
    bare = _LABEL_BEHIND.sub("", bare) if "：" in bare else bare
    bare = unbroken(_BEHIND.sub("", bare))
    return _NUMBER_BEFORE.sub("", bare) if "号" in bare else bare


#: What may stand on a title's last line alone.
_LAST_LINE = re.compile("的?(?:答复|复函|答复函|函|回复|回复函|报告|答复意见)(?:的函)?")


def _lines_of_title(cells: Sequence[str], first: int) -> int:
    """How many cells from the first on make a title together; 0 where they make none."""
    for count in range(1, min(4, len(cells) - first) + 1):
        if count > 1 and _NOT_OF_IT.search(cells[first + count - 1]):
            return 0
        if count > 1 and all(len(cell) == 1 for cell in cells[first + count - 2 : first + count]):
            return 0  # a label that a form draws from top to bottom
        joined = "".join(cells[first : first + count])
        if is_title(joined) and not joined.endswith("："):
            return count + (first + count < len(cells) and _LAST_LINE.fullmatch(cells[first + count]) is not None)
    return 0
