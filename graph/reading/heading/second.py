"""Whether a second reply stands behind the first in one text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading.heading.frame import OPENING, Frame
from graph.reading.heading.people import is_salutation
from graph.reading.heading.titles import find_titles, is_crumb

__all__ = ["second_reply"]

#: Lines above a second opening in which its heading stands, and lines over which its first sentence may run.
_HEADING, _TORN = 15, 6
#: How a reply names what it answers, whoever it speaks to.
_ANSWERS = re.compile(r"(?:提案|建议|议案|[》”）])[^。；]{0,30}(?:收悉|收阅|收到)|(?:已|我们)收到[^。；]{0,60}(?:提案|建议|议案)")
#: The first words to somebody who is addressed on the line above.
_SPEAKS_TO = re.compile(r"(?:您|你)们?[^，。；：]{0,30}(?:提出|提交|所?提)[^。；]{0,80}(?:提案|建议|议案)")
#: 二、关于第13号建议的答复: a part of a reply to several.
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．]")
_RECEIVED = re.compile("收悉|收阅|收到")
#: How the sentence begins in which a reply names what it answers.
_NAMES_IT = re.compile(r"(?:[^，。：；]{2,40}：)?(?:您|你|贵|[^，。：；]{0,40}(?:提出|提交|关于|转来|《|“))")
_NUMBER = re.compile(r"(?<![\d〕])[A-Z]{0,3}0*(\d{1,12})(?:-\d{1,4})?\s*号")
_STOP = re.compile("[。；]")
_MARKS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")


def second_reply(frame: Frame) -> str | None:
    """The words with which a second reply begins: its title, else whom it addresses.

    What answers the same proposal again is no second reply: a page's other copy of the text, the opinion of an office that
    was asked beside. Nor is a title that is only quoted, listed or linked: nobody is addressed below it.

    Returns
    -------
    str or None
        ``None`` where the text is one reply.
    """
    lines, own = frame.body, frame.titles
    for i in range(1, len(lines)):
        called = lines[i - 1].endswith("：") and is_salutation(lines[i - 1])
        opens = _opens(lines, i)
        if not (called or opens):
            continue
        titles = find_titles([line for line in lines[max(1, i - _HEADING) : i] if not _SECTION.match(line)], OPENING)
        title = next((title for title in reversed(titles) if title not in own), None)
        begins = title or (lines[i - 1] if called and (opens or _SPEAKS_TO.match(lines[i])) else None)
        if begins and not _same([*own, frame.opening], [title or "", _joined(lines[i : i + _TORN])]):
            return begins
    return None


def _opens(lines: Sequence[str], i: int) -> bool:
    """Whether a line begins, or is, the sentence in which a reply names what it answers."""
    if not _NAMES_IT.match(lines[i]) or is_crumb(lines[i]):
        return False
    said = _joined(lines[i : i + _TORN])
    return _ANSWERS.search(said) is not None


def _joined(lines: Sequence[str]) -> str:
    """The first sentence of some lines, up to the word that it was received."""
    said = _STOP.split("".join(lines), maxsplit=1)[0]
    received = _RECEIVED.search(said)
    return said[: received.end()] if received else said


def _same(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two headings are of one proposal: they share its number, or one repeats the other's words."""
    numbers, others = ({n for words in said for n in _NUMBER.findall(words)} for said in (ours, theirs))
    if any(_same_number(a, b) for a in numbers for b in others):
        return True
    mine, their = _MARKS.sub("", _joined([ours[-1]])), _MARKS.sub("", theirs[-1])
    return bool(mine) and (mine in their or their in mine)


#: Digits of a number that has the year in it: 20240031 is 31.
_WITH_YEAR = 6


def _same_number(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return short == long or (len(long) >= _WITH_YEAR and long.endswith(short))
