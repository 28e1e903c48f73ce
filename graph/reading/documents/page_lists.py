"""The numbers that a browser writes before the items of a page's lists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.reading.documents.numbering import numeral

__all__ = ["PageLists"]

#: What HTML and CSS call a kind of number: what WordprocessingML calls it, and what stands around it.
_KINDS = {
    "1": ("decimal", "{}. "),
    "decimal": ("decimal", "{}. "),
    "decimal-leading-zero": ("decimalZero", "{}. "),
    "a": ("lowerLetter", "{}. "),
    "lower-alpha": ("lowerLetter", "{}. "),
    "lower-latin": ("lowerLetter", "{}. "),
    "A": ("upperLetter", "{}. "),
    "upper-alpha": ("upperLetter", "{}. "),
    "upper-latin": ("upperLetter", "{}. "),
    "i": ("lowerRoman", "{}. "),
    "lower-roman": ("lowerRoman", "{}. "),
    "I": ("upperRoman", "{}. "),
    "upper-roman": ("upperRoman", "{}. "),
    "cjk-ideographic": ("chineseCounting", "{}、"),
    "simp-chinese-informal": ("chineseCounting", "{}、"),
    "trad-chinese-informal": ("chineseCounting", "{}、"),
    # Of an editor that many sites have (UEditor), which draws them itself.
    "custom_cn": ("chineseCounting", "{}，"),
    "custom_cn1": ("chineseCounting", "{}、"),
    "custom_cn2": ("chineseCounting", "（{}）"),
    "custom_num": ("decimal", "{}，"),
    "custom_num1": ("decimal", "{}）"),
    "custom_num2": ("decimal", "（{}）"),
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(none|[a-z]+(?:-[a-z]+)*)\s*(?:;|$)", re.IGNORECASE)
#: Characters of a style in which that is looked for.
_LONGEST = 500
_WHOLE = re.compile(r"\s*(-?\d{1,6})\s*")


class PageLists:
    """Counts the items of the lists that are open, each from where it begins."""

    def __init__(self) -> None:
        self._open: list[tuple[tuple[str, str] | None, int, int]] = []
        """Of each its kind, ``None`` where no number is shown; the number of the item to come; by how much it goes on."""

    def begin(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Open a list, ``ol`` or ``ul``."""
        backwards = "reversed" in attributes
        # Where one counts down to 1, only who has the whole list knows from where.
        shown = tag == "ol" and not (backwards and "start" not in attributes)
        self._open.append((_kind(attributes) if shown else None, _number(attributes.get("start"), 1), -1 if backwards else 1))

    def item(self, attributes: Mapping[str, str | None]) -> str:
        """What stands before an item of the innermost list."""
        if not self._open:
            return ""
        kind, number, step = self._open[-1]
        number = _number(attributes.get("value"), number)
        self._open[-1] = (kind, number + step, step)
        return kind[1].format(numeral(kind[0], number)) if kind and not _is_bare(attributes) else ""

    def end(self) -> None:
        """Close the innermost list."""
        if self._open:
            self._open.pop()


def _kind(attributes: Mapping[str, str | None]) -> tuple[str, str] | None:
    named = next((name for name in (attributes.get("class") or "").split() if name.startswith("custom_")), "")
    style = _style(attributes)
    said = named if named in _KINDS else style or attributes.get("type") or "decimal"
    return _KINDS.get(said)


def _is_bare(attributes: Mapping[str, str | None]) -> bool:
    return _style(attributes) == "none"


def _style(attributes: Mapping[str, str | None]) -> str:
    """What an element's own style says of its numbers; empty where it says nothing of them."""
    found = _STYLE.search((attributes.get("style") or "")[:_LONGEST])
    return found.group(1).lower() if found else ""


def _number(said: str | None, default: int) -> int:
    found = _WHOLE.fullmatch(said or "")
    return int(found.group(1)) if found else default
