"""Parks of which a dash says what they are called: 甲厂配套产业园——乙园 is one park, and the first says what it is."""

from __future__ import annotations

import re

from graph.reading.entities.known import Known
from graph.reading.reply import Reply

__all__ = ["by_dashes"]

_DASH = re.compile("”?——“?")
#: 甲园——乙园——丙园, 甲园——乙园专线: around two ends of a way.
_FROM = re.compile("——“?$")
_LINKS = "线|航|班车|公路|路段|快速路|通道|走廊|创新带|产业带|轴|联动|协同"
_WAY = re.compile(f"”?——|”?[^，。；]{{0,6}}(?:{_LINKS})")
_IS_A_WAY = re.compile(f"(?:{_LINKS})$")
#: A park that is told by what it serves has another name; 甲软件园——乙软件园丙分园 may be two.
_SERVES = re.compile("配套(?:产业|工业)?园区?$")


def by_dashes(reply: Reply, known: list[Known]) -> list[Known]:
    """The entities, a park that is told by what it serves taken for another name of the one behind its dash.

    Parameters
    ----------
    reply, known:
        The reply, and its entities before shorter names are joined to longer ones.
    """
    text = reply.flow.text
    parks = {m.start: (k, m.end) for k in known if k.type == "Carrier" for m in k.mentions}
    gone: set[int] = set()
    for start, (park, end) in list(parks.items()):
        dash = _DASH.match(text, end)
        named, close = parks.get(dash.end(), (None, 0)) if dash else (None, 0)
        if named is None or named is park or gone & {id(named), id(park)} or not _SERVES.search(park.name):
            continue
        if _IS_A_WAY.search(named.name) or _FROM.search(text, max(start - 3, 0), start) or _WAY.match(text, close):
            continue
        named.take(park)
        gone.add(id(park))
    return [k for k in known if id(k) not in gone]
