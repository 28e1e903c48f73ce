"""Values behind their labels: 签发人：…, in a line, a cell or on the next line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from graph.reading.lexicon import typed, words

__all__ = ["SIGNER_BEHIND", "label", "labelled", "labels"]


@cache
def labels(*facts: str) -> tuple[str, ...]:
    """Patterns of the labels of some facts, one a label, in the lexicon's order; blanks may stand between the characters."""
    return tuple(" *".join(map(re.escape, word)) for word, fact in typed("labels").items() if fact in facts)


@cache
def label(*facts: str) -> str:
    """One pattern for all labels of some facts, the longest first."""
    return "|".join(sorted(labels(*facts), key=lambda pattern: (-len(pattern), pattern)))


def labelled(lines: Iterable[str], names: str, value: str, mark: str = "[：|]") -> str | None:
    """The value behind a label and a colon (or in the next cell), on one line or on the next.

    Parameters
    ----------
    lines:
        Canonical lines.
    names, value:
        Patterns without groups: of the label, of what may stand behind it.
    mark:
        A pattern of what parts them.
    """
    for found in _behind(names, value, mark).finditer("\n".join(lines)):
        said = _DRAWN_OUT.sub("", found.group(1)).strip()
        if said not in words("labels"):  # the cell behind is empty, and the next label follows
            return said
    return None


@cache
def _behind(names: str, value: str, mark: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{names}) *〕? *{mark}[\s|]*({value})")


#: Blanks between the characters of a name.
_DRAWN_OUT = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")

#: Who signed it off, behind what else a line holds: 甲局  签发人：乙某.
SIGNER_BEHIND = rf" +(?:{label('signatory')}) *：.{{0,24}}$"
