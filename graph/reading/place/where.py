"""A place that replies, and how one of several of a name is told from the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.reading import divisions

__all__ = ["PREFECTURE", "Where", "choose", "codes_at", "where"]

#: How the names of prefectures end that are neither cities nor leagues nor autonomous; their offices say 我地区.
PREFECTURE = "地区"


@dataclass(frozen=True, slots=True)
class Where:
    """The replying place.

    Attributes
    ----------
    code:
        Official code, ``None`` where the text does not say enough.
    name:
        Full name (长宁区); ``None`` where not even that is known.
    level:
        ``区``, ``县``, ``市``, ``省`` or ``地区``: what 我… means in this reply.
    """

    code: str | None
    name: str | None
    level: str | None

    @property
    def short(self) -> str | None:
        """The name without its suffix (长宁), where two characters are left."""
        return divisions.short_form(self.name) if self.name else None


def where(name: str, code: str | None, level: str | None) -> Where:
    """The place of a code, or only its name where the code is not known."""
    full = divisions.name_of(code) if code else name
    if full and full.endswith(PREFECTURE):
        return Where(code, full, PREFECTURE)
    return Where(code, full, level or (full[-1] if full and full[-1] in "省市区县" else None))


def codes_at(name: str, level: str | None) -> tuple[str, ...]:
    """Codes of the divisions of a name that 我市, 我区 … of this level can mean."""
    return tuple(code for code in divisions.codes_of(name) if level is None or _is_at(code, level))


def _is_at(code: str, level: str) -> bool:
    full = divisions.name_of(code) or ""
    is_province = code.endswith("0000") and code[:2] not in divisions.MUNICIPALITIES
    if level == "省":
        return is_province and not full.endswith("自治区")
    if level == "市":
        return full.endswith("市") or (code.endswith("00") and not is_province)
    return full.endswith(level) and (level == PREFECTURE or not full.endswith(PREFECTURE))


def choose(codes: Iterable[str], near: Iterable[str], text: str) -> str | None:
    """One of several codes of a name: whose city or province is named near by, else in the text, else by its townships."""
    candidates = tuple(codes)
    if len(candidates) == 1:
        return candidates[0]
    named = tuple(near)
    scores = {}
    for code in candidates:
        above = [divisions.name_of(c) or "" for c in divisions.chain(code)]
        scores[code] = sum(4 * (a in named) + 2 * (a in text) + (divisions.short_form(a) in text) for a in above)
        scores[code] += sum(name in text for name in divisions.township_names(code))
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    return ranked[0] if ranked and scores[ranked[0]] > scores[ranked[1]] else None
