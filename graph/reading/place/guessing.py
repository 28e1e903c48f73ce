"""The replying place of a text whose heading does not name it: what the text itself names most."""

from __future__ import annotations

import re
from collections import Counter

from graph.reading import divisions
from graph.reading.place.names import find_divisions
from graph.reading.place.where import Where, choose, codes_at, where

__all__ = ["commonest"]


def commonest(text: str, level: str | None) -> Where:
    """The division of the level that the text names most often; else the one whose streets, towns or cities it names."""
    names = [name for _, _, name in find_divisions(text)]
    counts = _counts(names, level)
    if level in ("区", "县"):
        counts.update({name: text.count(divisions.short_form(name)) for name in counts})
    if counts:
        name = max(counts, key=lambda n: (counts[n], n))
        return where(name, choose(codes_at(name, level) or divisions.codes_of(name), [], text), level)
    if level not in ("区", "县", "市"):
        return Where(None, None, level)
    code = _by_townships(text) or _by_short_names(names, text)
    if code is not None and level == "市":
        code = next((c for c in divisions.chain(code) if c.endswith("00")), code)
    return where("", code, level) if code else Where(None, None, level)


def _counts(names: list[str], level: str | None) -> Counter[str]:
    """How often each place of a level is named, by itself or by a place in it."""
    counts: Counter[str] = Counter()
    for name in names:
        if codes := codes_at(name, level):
            full = divisions.name_of(codes[0]) if len(codes) == 1 else name
            counts[full or name] += 1
    if level == "市":  # a city that is never named is known by its districts
        counts.update(_above([name for name in names if name[-1] in "区县"], 4))
    if level == "省" and not counts:  # a province by its cities, where two are named and none of another province
        provinces = Counter(_above(names, 2))
        counts = provinces if len(provinces) == 1 and provinces.total() > 1 else counts
    return counts


def _above(names: list[str], digits: int) -> list[str]:
    """The places whose codes have that many digits in which the named ones lie, one for each that has no namesake."""
    codes = [divisions.codes_of(name) for name in names]
    above = [divisions.name_of(found[0][:digits].ljust(6, "0")) for found in codes if len(found) == 1]
    return [name for name in above if name]


def _by_short_names(names: list[str], text: str) -> str | None:
    """The one county of the city that the text names whose name it uses without suffix (普陀段), twice at least."""
    cities = {code for name in names for code in divisions.codes_of(name) if code.endswith("00")}
    counties = {d for city in sorted(cities) for d in divisions.children(city) if len(d.code) == 6 and not d.code.endswith("00")}
    used = [d.code for d in sorted(counties, key=lambda d: d.code) if divisions.short_form(d.name) in text]
    return used[0] if len(used) == 1 and text.count(divisions.short_form(divisions.name_of(used[0]) or "-")) > 1 else None


_TOWNSHIP = re.compile(r"([\u4e00-\u9fff]{1,6})(街道|镇|乡)(?!村)")
#: Sum of what each name says, one in all for a name, that a place must have: two names with one namesake elsewhere, or one
#: that no other county has and whose county the text's other names do not contradict.
_ENOUGH = 1.0


def _by_townships(text: str) -> str | None:
    """The one county whose subdistricts and towns a text names, by the official list."""
    named = {name for found in _TOWNSHIP.finditer(text) if (name := _official(found.group(1), found.group(2)))}
    scores: dict[str, float] = {}
    for name in sorted(named):
        counties = set(divisions.counties_of(name))
        for county in counties:
            scores[county] = scores.get(county, 0.0) + 1 / len(counties)
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    if not ranked or scores[ranked[0]] < _ENOUGH:
        return None
    return ranked[0] if len(ranked) == 1 or scores[ranked[0]] > 1.5 * scores[ranked[1]] else None


def _official(before: str, kind: str) -> str | None:
    """The longest official name that some characters and a kind of township end in; two characters at least before the kind."""
    names = (before[i:] + kind for i in range(len(before) - 1))
    return next((name for name in names if divisions.counties_of(name)), None)
