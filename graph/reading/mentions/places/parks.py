"""Development zones of counties and towns in a row that share one ending: 甲、乙、丙工业园区."""

from __future__ import annotations

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["parks_in_a_row"]

#: What a county or a town calls its zone by its own name.
_ENDS = "(?:工业园区|工业园|产业园区|工业集中区|工业区|经济开发区|开发区|高新区|经开区)"
_LISTED = Sought(
    rf"(?<![、])(?P<row>[\u4e00-\u9fff]{{2,8}}(?:、[\u4e00-\u9fff]{{2,3}}){{1,6}})(?:等)?(?:[两三四五六七八]个|[两三四五六七八]大)?(?P<kind>{_ENDS})"
    "(?![\u4e00-\u9fff]{0,2}(?:管委|公司|集团|医院|学校))"
)
#: Two names before an ending may be a city and a zone that is called by another one (南京、苏州工业园区); three are a row.
_LEAST = 3
#: How a city's or a province's code ends.
_CITY = "00"


def parks_in_a_row(reply: Reply) -> list[Mention]:
    """The zones before the last one of a row, each the namesake of a county or a town; the last bears the ending itself."""
    text, (start, stop) = reply.flow.text, reply.body
    found: list[Mention] = []
    for listed in _LISTED.finditer(text, start, stop):
        first, *others = listed["row"].split("、")
        own = next((first[-n:] for n in (3, 2) if _is_a_place(first[-n:])), None)
        if own is None or 1 + len(others) < _LEAST or not all(_is_a_place(item) for item in others[:-1]):
            continue
        at = listed.start() + len(first) - len(own)
        for item in (own, *others[:-1]):
            found.append(Mention("Carrier", item + listed["kind"], at, at + len(item), "place.shared-suffix", 0.93))
            at += len(item) + 1
    return found


def _is_a_place(name: str) -> bool:
    """Whether a word is a county's or a town's name without its kind: 沾益, 西兴; not a city's."""
    if name[-1] in "区县市镇乡" or any(
        code.endswith(_CITY) for code in (*divisions.codes_of(name), *divisions.codes_of(name + "市"))
    ):
        return False
    counties = any(divisions.codes_of(name + kind) for kind in "区县市")
    return counties or any(divisions.counties_of(name + kind) for kind in ("街道", "镇"))
