"""Rows that only blanks part into cells, lists that a bare number begins, and offices that sign side by side, as the marks of tables and lists have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["with_marks"]

_LINE = re.compile(r"[^\n]+")
#: A tab is some blanks in plain text.
_GAP = re.compile(" {2,}")
#: 1 甲公司, 01 甲公司: a bare number before a name; before a counter's word it counts something.
_NUMBERED = re.compile(r" *(\d{1,3}) +(?=[\u4e00-\u9fffA-Za-z“《（])(?! *(?:[年月日号时分级级家个项条名位亿万元人次户%％]|平方))")
#: What a text has that has any such row: blanks between two cells, or a number at the beginning of a line and a blank.
_OF_A_ROW = re.compile(r"  (?<![ \n]  ) *[^ \n]|(?:\A|\n) *\d{1,3} ")
#: What no cell of such a row has: a sentence's marks, a label's colon, a signature's day; and what is a table already.
_NO_CELL = re.compile(r"[。；！？：|]|(?:19|20)\d\d ?[年./-]|二〇")
#: What the columns of a table are called.
_HEADING = re.compile(
    "序号|编号|[\u4e00-\u9fff（）]{0,8}(?:名称|名录|名单)|(?:重点|代表|入驻|龙头|所属|所在|主要)?(?:企业|公司|单位|园区|载体|楼宇|项目|场景|街道|街镇|地址|地点|区域|位置)|备注|说明"
)
_REMARK = re.compile("备注|说明")
#: An office with its place: 市水务局, 云泽区发展和改革委员会.
_OFFICE = re.compile(r"[\u4e00-\u9fff]{0,7}[省市区县州旗][\u4e00-\u9fff]{2,16}(?:局|委员会|厅|办公室|政府|中心|[支大]队)")
#: Between two of them.
_SIDE_BY_SIDE = re.compile(r" +(?=[^ \n])")
#: Characters of the longest cell, and of the longest in a table that has neither a heading nor numbers.
_LONGEST, _SHORT = 60, 30


@dataclass(frozen=True, slots=True)
class _Row:
    """One line: where it begins, the blanks between its cells, the cells, and its number in a list."""

    start: int
    gaps: tuple[tuple[int, int], ...]
    cells: tuple[str, ...]
    number: int | None
    after: int
    """Where the blanks behind its number begin."""


def with_marks(text: str) -> str:
    """The text, of the same length, with ``|`` between the cells of such rows and a point behind such a number.

    Parameters
    ----------
    text:
        Canonical; what its lines say is not changed, only one of the blanks at each such place.
    """
    marks: list[tuple[int, str]] = []
    if _OF_A_ROW.search(text):
        for block in _blocks([_row(text, m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()]):
            marks += _marks(block)
    marks += _between_offices(text)
    if not marks:
        return text
    chars = list(text)
    for at, mark in marks:
        chars[at] = mark
    return "".join(chars)


def _between_offices(text: str) -> Iterator[tuple[int, str]]:
    """Where the marks go between offices that sign side by side, with nothing else on the line."""
    for line in _LINE.finditer(text):
        offices = line.group().split() if len(line.group()) <= _LONGEST * 2 else []
        if len(offices) > 1 and all(_OFFICE.fullmatch(office) for office in offices):
            first = line.start() + line.group().index(offices[0])
            yield from ((gap.start(), "|") for gap in _SIDE_BY_SIDE.finditer(text, first, line.end()))


def _row(text: str, start: int, end: int) -> _Row:
    line = text[start:end].rstrip()
    inner = start + len(line) - len(line.lstrip())
    found = _NUMBERED.match(line)
    return _Row(
        start,
        tuple(m.span() for m in _GAP.finditer(text, inner, start + len(line))),
        tuple(cell.strip() for cell in _GAP.split(line.strip())),
        int(found.group(1)) if found else None,
        start + found.end(1) if found else -1,
    )


def _blocks(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows one below the other that are a list numbered from 1, or a table, its heading first."""
    i = 0
    while i < len(rows):
        heading = _is_heading(rows[i])
        first = i + heading
        count = _numbered(rows, first) or _alike(rows, first, len(rows[i].cells) if heading else 0)
        if count >= (1 if heading else 2):
            yield list(rows[i : first + count])
            i = first + count
        else:
            i += 1


def _is_heading(row: _Row) -> bool:
    return len(row.cells) > 1 and row.number is None and sum(_HEADING.fullmatch(cell) is not None for cell in row.cells) > 1


def _numbered(rows: Sequence[_Row], first: int) -> int:
    """How many rows from the first on are numbered, beginning with 1."""
    count = 0
    while first + count < len(rows) and rows[first + count].number == count + 1 and _is_of_cells(rows[first + count], _LONGEST):
        count += 1
    return count


def _alike(rows: Sequence[_Row], first: int, width: int) -> int:
    """How many rows from the first on have as many cells, all of them short."""
    width = width or (len(rows[first].cells) if first < len(rows) else 0)
    count = 0
    while width > 1 and first + count < len(rows) and len(rows[first + count].cells) == width:
        row = rows[first + count]
        if not _is_of_cells(row, _SHORT) or any(len(cell) == 1 for cell in row.cells):
            break  # 文  号, 分  类: one word, drawn out
        count += 1
    return count


def _is_of_cells(row: _Row, longest: int) -> bool:
    return all(len(cell) <= longest and not _NO_CELL.search(cell) for cell in row.cells)


def _marks(block: Sequence[_Row]) -> Iterator[tuple[int, str]]:
    """Where a block's marks go. A heading says nothing of rows with another number of cells than its own."""
    heading = block[0] if _is_heading(block[0]) else None
    widths = {len(row.cells) for row in block[heading is not None :]}
    if heading is not None:
        fits = widths == {len(heading.cells)} or (
            _REMARK.fullmatch(heading.cells[-1]) and widths <= {len(heading.cells), len(heading.cells) - 1}
        )
        if fits:
            yield from ((start, "|") for start, _ in heading.gaps)
    for row in block[heading is not None :]:
        between = [start for start, _ in row.gaps]
        # 1  甲公司 is an item of a list, 1  甲公司  乙园 a row of a table.
        listed = row.number is not None and (row.after not in between or (heading is None and len(between) == 1))
        if listed:
            yield row.after, "."
        yield from ((start, "|") for start in between if not (listed and start == row.after))
