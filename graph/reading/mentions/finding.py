"""A reply's flow to its mentions: what each rule points to, the overlaps settled, names known once found everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from graph.reading.mentions.abbreviations import abbreviations
from graph.reading.mentions.dealings import dealings
from graph.reading.mentions.deeds import deeds
from graph.reading.mentions.enumerations import Enumeration, enumerations
from graph.reading.mentions.firms import known_firms
from graph.reading.mentions.items import listed
from graph.reading.mentions.landmarks import known_carriers
from graph.reading.mentions.local_firms import local_firms
from graph.reading.mentions.matters import matters
from graph.reading.mentions.names import is_clause
from graph.reading.mentions.overlaps import settle
from graph.reading.mentions.own_names import named, ranked
from graph.reading.mentions.places import places
from graph.reading.mentions.places.chained import counties_behind_their_city, is_in_a_county
from graph.reading.mentions.policies import policies
from graph.reading.mentions.projects import with_projects
from graph.reading.mentions.quoted import quoted
from graph.reading.mentions.recalling import cored, recalled
from graph.reading.mentions.roles import roles
from graph.reading.mentions.routes import routes
from graph.reading.mentions.services import known_services, services
from graph.reading.mentions.showcases import showcases
from graph.reading.mentions.suffixed import suffixed
from graph.reading.mentions.tables import tabled
from graph.reading.mentions.titled import titled
from graph.reading.mentions.tried import tried
from graph.reading.reply import Reply
from graph.records import CORE_TYPES, Mention

__all__ = ["cored", "find_mentions", "named", "ranked", "recalled", "settle"]

_UNMARKED = ("suffix.", "role.", "list.", "service.", "policy.p", "policy.s", "policy.l", "policy.i")
#: 《甲方案》明确提出鼓励…: what follows is what a document wants, and not what is there.
_CITES = re.compile(r"》(?:（[^（）]*）)?[^，。；》]{0,10}(?:提出|要求|强调|指出|鼓励|规定|部署|提到|明确)[^。；》]{0,90}$")
_AS_CITED = 0.5


def find_mentions(reply: Reply, without: frozenset[str] = frozenset(), lists: list[Enumeration] | None = None) -> list[Mention]:
    """Every mention of the reply's body in order, none inside another one.

    Parameters
    ----------
    reply:
        Of one document; nothing of other replies is known.
    without:
        Parts of the reader that are left out (:data:`graph.reading.parts.PARTS`).
    lists:
        The reply's lists, where they are known already.

    Returns
    -------
    list of Mention
        Also those of a low confidence: who uses them sets the limit.
    """
    lists = [] if "lists" in without else enumerations(reply) if lists is None else lists
    fields = {span for e in lists if e.head in ("Sector", "-") and e.sure > 0.8 for span in e.items}
    items = listed(reply, lists)
    finders: dict[str, Callable[[], Iterable[Mention]]] = {
        "policies": lambda: policies(reply),
        "lists": lambda: [*items, *tabled(reply)],
        "quotations": lambda: quoted(reply, lists, items),
        "roles": lambda: [*roles(reply), *dealings(reply), *deeds(reply), *with_projects(reply)],
        "abbreviations": lambda: abbreviations(reply),
        "known": lambda: [*known_firms(reply), *local_firms(reply), *known_carriers(reply), *known_services(reply)],
        "services": lambda: [*services(reply, lists), *showcases(reply), *tried(reply), *matters(reply), *routes(reply)],
        "endings": lambda: (m for m in suffixed(reply) if not (m.rule == "suffix.brand" and (m.start, m.end) in fields)),
        "places": lambda: places(reply),
        "titles": lambda: titled(reply),
    }
    found = [mention for part, finder in finders.items() if part not in without for mention in finder()]
    counties = counties_behind_their_city(reply)
    kept = settle([named(reply, _as_cited(m, reply)) for m in found if _is_phrase(m) and not is_in_a_county(m, counties)])
    return kept if "memory" in without else recalled(reply, kept)


def _is_phrase(mention: Mention) -> bool:
    """Whether there is a name at all, and an unmarked one is none of a clause: 交通管理已同园区."""
    unmarked = mention.rule.startswith(_UNMARKED) and mention.type in (*CORE_TYPES, "Organisation", "Facility")
    return bool(mention.name) and not (unmarked and is_clause(mention.name))


def _as_cited(mention: Mention, reply: Reply) -> Mention:
    if mention.type != "Scenario":
        return mention
    sentence = reply.sentence_at(mention.start)
    before = reply.flow.text[sentence.start : mention.start] if sentence else ""
    if "》" not in before or not _CITES.search(before):
        return mention
    return replace(mention, confidence=round(mention.confidence * _AS_CITED, 3))
