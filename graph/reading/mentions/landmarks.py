"""Carriers that their city knows by name, whatever the name ends in: 漕河泾, 八号桥, SKP (``data/lexicon/known_carriers.tsv``)."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, in_flow
from graph.reading.mentions.firms import cuts_word
from graph.reading.mentions.names import clean
from graph.reading.place import division_before
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["known_carriers", "landmark_spans"]

#: What makes the carrier's name the beginning of another one: a road, a station, a shop, an office, a firm, a wider region.
_SOMETHING_ELSE = re.compile(
    rf"[·\-—](?=[\u4e00-\u9fff])|[A-Za-z0-9]|{alternation('name_extensions', 'carrier')}|"
    rf"{alternation('carrier_suffixes', 'strong')}"
)
#: What stands before the end of a longer name: 甲·乙广场, A3乙广场.
_PART_OF = re.compile(r"[·\-—A-Za-z0-9]$")


def landmark_spans(reply: Reply) -> list[tuple[int, int, str]]:
    """Begin and end in the flow, and the listed name, of every carrier of the list that is no part of a longer name."""
    found = in_flow("known_carriers", reply.flow.text)
    return [(first, end, name) for first, end, name in found if _is_whole(reply, first, end)]


def _is_whole(reply: Reply, start: int, end: int) -> bool:
    text = reply.flow.text
    return not (
        cuts_word(reply, start, end) or _SOMETHING_ELSE.match(text, end) or _PART_OF.search(text[max(start - 1, 0) : start])
    )


#: 社区食堂“甲里”: a canteen that is called as a park elsewhere is.
_CANTEEN = re.compile("(?:食堂|餐厅|书房|驿站|助餐点)“$")


def known_carriers(reply: Reply) -> list[Mention]:
    """Every mention of a carrier of the list; with the city before it as another name of it."""
    start, stop = reply.body
    text, found = reply.flow.text, []
    for first, end, known in landmark_spans(reply):
        if start <= first and end <= stop and not _CANTEEN.search(text, max(first - 6, 0), first):
            begin = _city_before(text, first)
            phase = _PHASE.match(text, end)
            whole = phase.end() if phase else end
            aliases = (clean(text[begin:whole]),) if begin < first else ()
            found.append(
                Mention(
                    "Carrier", clean(text[first:whole]) if phase else clean(known), first, whole, "known.carrier", 0.75, aliases
                )
            )
    return found


#: 甲空间二期 is a part with a name of its own.
_PHASE = re.compile("[一二三四五]期")


def _city_before(text: str, first: int) -> int:
    city = division_before(text, first, 3)
    return city[0] if city and city[1][-1] not in "区县" else first
