"""How characters are spoken, so that a name can be found by its sound."""

from __future__ import annotations

from collections.abc import Iterable

from pypinyin import Style, pinyin

__all__ = ["spoken"]


def spoken(names: Iterable[str]) -> dict[str, str]:
    """The syllables of every Chinese character of the names.

    All readings of a character count: which one a name has is not always known (长宁 is Chang Ning, a 校长 is a xiao zhang),
    and a search that finds one name too many is better than one that finds none.

    Parameters
    ----------
    names:
        Names and aliases.

    Returns
    -------
    dict
        Character to its syllables, parted by blanks, without tones, with ``v`` for ü, the commonest first; sorted.
    """
    found: dict[str, str] = {}
    for char in sorted(set("".join(names))):
        readings = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore", v_to_u=False)
        if readings:
            found[char] = " ".join(dict.fromkeys(readings[0]))
    return found
