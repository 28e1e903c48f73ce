"""The text as it is matched: one form for each character, broken sentences joined, every position kept.

Matching works on the *flow*; quotations and offsets always point into the document's plain text.
A character of the flow stands for exactly one character of the text, some characters of the text (line breaks inside a
sentence, blanks between Chinese words, commas in numbers, pinyin in brackets behind a character) have none in the flow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from graph.reading.characters import SOUND, canonical, has_sounds
from graph.reading.columns import with_marks
from graph.reading.furniture import furniture
from graph.records import Evidence

__all__ = ["Flow", "canonical", "flow_of", "unwrapped"]


@dataclass(frozen=True, slots=True)
class Flow:
    """The text as it is matched.

    Attributes
    ----------
    text:
        Paragraphs ended by ``\\n``.
    document:
        The plain text that quotations are cut from.
    """

    text: str
    document: str
    _starts: tuple[int, ...]
    """Positions in ``text`` at which a run without gaps begins, ascending, the first one 0."""
    _shifts: tuple[int, ...]
    """For each run: position in the document minus position in the flow."""

    def position(self, index: int) -> int:
        """Position in the document of the flow's character at ``index``."""
        return index + self._shifts[bisect_right(self._starts, index) - 1]

    def evidence(self, start: int, end: int) -> Evidence:
        """The quotation that the flow's characters from ``start`` to ``end`` (exclusive) stand for."""
        first, last = self.position(start), self.position(end - 1) + 1
        return Evidence(first, last, self.document[first:last])


def flow_of(document: str) -> Flow:
    """Join what a line or page break tore apart, and take out blanks that mean nothing.

    Parameters
    ----------
    document:
        Plain text, lines ended by ``\\n``.
    """
    text = with_marks(_close_quotes(canonical(document)))
    pieces: list[str] = []
    starts: list[int] = [0]
    shifts: list[int] = [0]
    length = 0
    for start, end in _kept_runs(text):
        pieces.append(text[start:end])
        if start - length != shifts[-1]:
            starts.append(length)
            shifts.append(start - length)
        length += end - start
    if not pieces or pieces[-1][-1] != "\n":
        pieces.append("\n")
    if len(starts) > 1 and starts[1] == 0:
        del starts[0], shifts[0]
    return Flow("".join(pieces), document, tuple(starts), tuple(shifts))


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of a text that was broken at a fixed number of characters, joined again; those of any other text as they are.

    Parameters
    ----------
    lines:
        Canonical lines; a blank one ends a paragraph.
    """
    said = [len(line.strip()) for line in lines if not _NO_LINE.fullmatch(line)]
    width = max(said, default=0)
    if len(said) < _MANY or sum(n >= width - 1 for n in said) < _MOST * len(said):
        return list(lines)
    joined: list[str] = []
    last = ""
    for line in lines:
        apart = (
            _ENDS_A_TITLE.search(last) or _FILE_NUMBER.fullmatch(line.strip()) or (_OFFICE.match(last) and _OFFICE.match(line))
        )
        led = bool(_LEAD.fullmatch(line)) and last[-1:] not in tuple(_ENDS) and not _GREETING.match(line)
        if len(last.strip()) >= width - 1 and line.strip() and (led or (not apart and _goes_on(last, line, width))):
            joined[-1] += line.strip()
        else:
            joined.append(line)
        last = line
    return joined


#: 如下： alone on its line, where the one before is full: no label, for nothing stands behind it.
_LEAD = re.compile(r"\s*[^，。、：\s]{1,10}：\s*")
#: 甲的答复函, 甲科函〔2024〕12号: lines that no other goes on with, however full the one before is.
_ENDS_A_TITLE = re.compile("(?:答复|回复|复函|意见|[答复]函|的函)\\s*$")
_FILE_NUMBER = re.compile(r"\S{1,12}〔\d{4}〕\S{1,12}号")
#: A text of so many lines at least was broken at a width where so great a part of them is as long as the longest.
_MANY, _MOST = 12, 0.4
_STRAIGHT = re.compile('"')
_LINE = re.compile(r"[^\n]+")
#: Blank lines and page numbers (- 3 -, —4—, 第5页) tear a sentence apart and belong to none.
_NO_LINE = re.compile(
    r"\s*|\s*[-—]\s*\d{1,3}\s*[-—]\s*|\s*第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?\s*|\s*\d{1,2}\s*/\s*\d{1,2}\s*"
)
#: Blanks are dropped but between two Latin words or numbers, sounds behind the characters that they are of, and the commas in numbers.
_PASSED_BY = re.compile(rf"(?<![A-Za-z0-9]) +| +(?![A-Za-z0-9 ])|(?<=\d),(?=\d)|{SOUND.pattern}")
_MARK = re.compile("[，。；：]")
_ENDS = "。！？；：…!?;:"
_CLOSERS = "”’》）〕"
#: How headings are numbered: 一、 （二） 3.
_NUMBER = r"[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．](?!\d)"
_NUMBERED = re.compile(rf"\s*(?:{_NUMBER})")
#: What a line of its own begins with: that, or the first words of an item that runs on (一是, 第一，).
_MARKER = re.compile(
    rf"\s*(?:{_NUMBER}|第?[一二三四五六七八九十]{{1,3}}[、.．是，]|[①-⑳]|第[一二三四五六七八九十]{{1,2}}[，、章条]|附件)"
)
_LABEL = re.compile(
    r"\s*(?:联\s*系\s*人|联系电话|联\s*系|承办|经办|抄\s*送|邮\s*编|邮政编码|通讯地址|地址|签发|办理|主办|（?此件|（联系|（此|[^，。、\s]{2,10}[:：])"
)
_DATE = re.compile(r"\s*(?:[12]\d{3}|[二一][〇零一二三四五六七八九]{3})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日?\s*$")
_OFFICE = re.compile(
    r"\s*[^，。、；：]{2,30}(?:局|委|委员会|政府|办公室|厅|部|中心|院|会|处|大队|支队|公司|街道|集团|银行|分局|管委会)\s*$"
)
#: A line of a page's own that ends in the time of day.
_STAMP = re.compile(r"\d{1,2}：\d{2}(?:：\d{2})?$")
_GREETING = re.compile(r".{0,80}(?:委员|代表|同志|先生|女士|组|会|委|党派|院|局|人士)\s*[：:]?\s*$")


def _close_quotes(text: str) -> str:
    """Straight quotation marks are opening and closing by turns."""
    if '"' not in text:
        return text
    turn = iter(range(len(text)))
    return _STRAIGHT.sub(lambda _: "“”"[next(turn) % 2], text)


def _kept_runs(text: str) -> list[tuple[int, int]]:
    """Spans of ``text`` that the flow keeps, in order; a kept line break ends its span."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not _NO_LINE.fullmatch(m.group())]
    around = furniture([text[start:end].strip() for start, end in lines])
    lines = [span for i, span in enumerate(lines) if i not in around]
    width = _wrap_width([text[s:e].strip() for s, e in lines])
    sounds = has_sounds(text)
    runs: list[tuple[int, int]] = []
    for (start, end), following in zip(lines, [*lines[1:], None], strict=False):
        whole = not sounds and text.find(" ", start, end) < 0 and text.find(",", start, end) < 0
        inner = [(start, end)] if whole else _what_counts(text, start, end)
        runs += inner
        joined = following is not None and inner and _goes_on(text[start:end], text[slice(*following)], width)
        if not joined:
            newline = text.find("\n", end)
            runs.append((newline, newline + 1)) if newline >= 0 else None
    return runs


def _what_counts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of a line without what means nothing there."""
    runs, last = [], start
    for passed in _PASSED_BY.finditer(text, start, end):
        if last < passed.start():
            runs.append((last, passed.start()))
        last = passed.end()
    return [*runs, (last, end)] if last < end else runs


def _wrap_width(lines: list[str]) -> int | None:
    """Characters a line of text that was broken at a fixed width, or ``None`` where a line is a paragraph.

    Told by many lines that are about as long as the longest and end in mid-sentence.
    """
    unended = sorted((len(line) for line in lines if len(line) >= 12 and line[-1] not in _ENDS + _CLOSERS), reverse=True)
    if len(unended) < 8 or len(unended) < 0.3 * len(lines):
        return None
    width = unended[len(unended) // 4]
    near = sum(width - 4 <= n <= width + 4 for n in unended)
    return width if near >= 0.5 * len(unended) else None


def _goes_on(line: str, following: str, width: int | None) -> bool:
    """Whether a sentence goes on over the line break between two lines."""
    line, following = line.rstrip(), following.strip()
    ended = line[-1] in _ENDS or (line[-1] in _CLOSERS and line[-2:-1] in tuple(_ENDS))
    if ended or _STAMP.search(line) or "|" in line or "|" in following:
        return False
    if _MARKER.match(following) or _LABEL.match(following) or _DATE.match(following) or _DATE.match(line):
        return False
    full = width is not None and len(line.strip()) >= width - 4
    if full or line[-1] in "，、" or any(line.count(opening) > line.count(closing) for opening, closing in ("“”", "《》")):
        return True
    if _MARKER.match(line) and len(line) <= 45:
        # （三）坚持园区承载，拓展空间: a heading, where lines are not broken at a width.
        heads = width is None and _NUMBERED.match(line) and "。" not in line and "；" not in line
        if heads or ("，" not in line and "。" not in line):
            return False
    return not _OFFICE.match(line) and not _GREETING.match(line) and len(line.strip()) > 12 and bool(_MARK.search(line))
