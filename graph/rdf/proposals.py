"""What makes a proposal the same one, whoever answers it: whose conference it was made to, at which session, its number."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.records import Heading, Reading
from graph.resolution import first_form

__all__ = ["proposal_parts"]

#: The level in the name of a conference or congress: 市政协, 省人大.
_LEVEL = re.compile("(全国|[省市区县州盟旗乡镇])(?:政协|人大)$")


def proposal_parts(reading: Reading) -> tuple[str, ...]:
    """The fewest raw values that tell a proposal from every other one; empty where a heading does not say enough.

    Numbers begin anew with each session, and in each place: a district's bureau answers the 103rd of its city and the 103rd
    of its district. A main answer and one that was asked beside are of one proposal, whoever gives them.

    Parameters
    ----------
    reading:
        Of a reply to it.
    """
    facts, place = reading.heading, reading.place
    when = _session(facts)
    if not (facts.number and place and when):
        return ()
    return (*_whose(place, facts.body or ""), facts.kind or "", *when, facts.number)


def _session(facts: Heading) -> tuple[str, ...]:
    """The session, 第十五届第二次会议 as 十五届二次会议; where only a term is said, or nothing, with the year of the answer."""
    session = first_form(facts.session or "").replace("第", "")
    if "次" in session:
        return (session,)
    return (session, facts.date[:4]) if facts.date else ()


def _whose(place: str, body: str) -> tuple[str, ...]:
    """The place whose conference or congress a body is: the replying one, or one that it lies in."""
    around = (place, *divisions.chain(place))
    names = {code: name for code in around if (name := divisions.name_of(code))}
    told = _LEVEL.search(body)
    level = told.group(1) if told else ""
    if level == "全国":
        return (body,)
    if level in ("乡", "镇"):
        return (place, body)
    fitting = (
        *(code for code, name in names.items() if name in body),  # 银川市政协
        *(code for code, name in names.items() if (short := divisions.short_form(name)) and body.startswith(short)),  # 红河州政协
        *(code for code, name in names.items() if level and _kind(name) == ("自治区" if body.startswith("自治区") else level)),
    )
    return (next(iter(fitting), place),)


def _kind(name: str) -> str:
    """What a place is: an autonomous region is none of the 区."""
    return "自治区" if name.endswith("自治区") else name[-1]
