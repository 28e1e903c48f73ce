"""The one park that a reply is about: what it tells of firms is there, where no sentence names another place."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.relations.scene import Pair
from graph.reading.reply import Reply

__all__ = ["main_park"]

#: How far into the body, in characters, a reply names what it is about.
_EARLY = 300
#: What a name of a park ends with: a new town or a quarter has much else in it.
_PARK = re.compile(
    "(?:[园谷港岛]区?|小镇|(?<!新)城|基地|片区|中心|空间|大厦|集聚区|高新区|经开区|开发区|示范区|试验区|商务区|科创区|广场|天地|街区)$"
)
#: What a name ends in that is a whole new area: the one park of a reply only where its title names it.
_AREA = re.compile("(?:新区|集中区|合作区|承接区|产业区|[业展]带|走廊)$")
_ABOUT = re.compile("^[^《]*?(?=关于|对)")
_SHORT = re.compile("[”]?（以下简称")
#: Mentions that the park has more than the next one, where neither the title names it nor a short form is given.
_AHEAD = 3


def main_park(reply: Reply, known: list[Known]) -> Pair | None:
    """The park that the title names, or that is named early and most often.

    Parameters
    ----------
    reply:
        Whose title and body are looked at.
    known:
        Its entities.
    """
    # Who replies is no part of what the title is about.
    title = f"{_ABOUT.sub('', reply.heading.title or '')}{reply.heading.proposal_title or ''}"
    ranked = []
    for park in known:
        if park.type != "Carrier" or not park.mentions:
            continue
        first = min(park.mentions, key=lambda m: m.start)
        titled = any(n in title for n in (park.name, *park.aliases) if len(n) > 2)
        if not _PARK.search(park.name) and not (titled and _AREA.search(park.name)):
            continue
        early = first.start - reply.body[0] < _EARLY
        short = early and bool(_SHORT.match(reply.flow.text, first.end))
        ranked.append((3 * titled + 2 * short + early + len(park.mentions), -first.start, titled or short, first, park))
    ranked.sort(key=lambda r: r[:2], reverse=True)
    if not ranked:
        return None
    score, _, said, first, park = ranked[0]
    ahead = score - (ranked[1][0] if len(ranked) > 1 else 0)
    return (first, park) if ahead >= (1 if said else _AHEAD) else None
