"""How characters are spoken and otherwise written, so that a name can be found by its sound and in traditional characters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from opencc import OpenCC
from pypinyin import Style, pinyin

__all__ = ["spoken", "written"]

#: Between which the characters stand that have a traditional and a simplified form.
_FIRST, _LAST = "\u3400", "\u9fff"


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


def written(names: Iterable[str]) -> str:
    """The other forms of the names' characters, each followed by the simplified character that it is searched as.

    Parameters
    ----------
    names:
        Names and aliases; of a traditional form in them the simplified one is what the others fold to.
    """
    known = {_forms().get(char, char) for char in "".join(names)}
    return "".join(form + simple for form, simple in _forms().items() if simple in known)


@cache
def _forms() -> dict[str, str]:
    chars = [chr(code) for code in range(ord(_FIRST), ord(_LAST) + 1)]
    # Each on a line of its own: side by side some would be read as a word.
    simple = str(OpenCC("t2s").convert("\n".join(chars))).split("\n")
    return {char: one for char, one in zip(chars, simple, strict=True) if char != one}
