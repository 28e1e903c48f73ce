"""Parks and services whose other name stands in brackets behind them: 甲产业园（乙谷）, 甲智慧城市（乙大脑）."""

from __future__ import annotations

import re

from graph.reading.entities.known import Known
from graph.reading.reply import Reply

__all__ = ["by_brackets", "services_by_brackets"]

_OPENS = re.compile("”?（“?")
_CLOSES = re.compile("”?）")
#: 甲经开区（乙片区）: the part of a zone that is meant, or where something stands.
_A_PART = re.compile("片区$|[一二三四五六七八九十东西南北A-Z]区$|[一二三四五六七八九十]期$|地块$|启动区$|核心区$")


def by_brackets(reply: Reply, known: list[Known]) -> list[Known]:
    """The entities, a park that stands alone in brackets behind another one taken for that one's other name.

    Of such pairs in annotated replies 46 are one park and nine two, four of these by a part of a zone.
    """
    parks = {m.start: (k, m.end) for k in known if k.type == "Carrier" for m in k.mentions}
    gone: dict[int, Known] = {}
    for park, end in list(parks.values()):
        opens = _OPENS.match(reply.flow.text, end)
        inner, close = parks.get(opens.end(), (None, 0)) if opens else (None, 0)
        if inner is None or not _CLOSES.match(reply.flow.text, close) or _A_PART.search(inner.name):
            continue
        full = gone.get(id(park), park)
        if inner is full or id(inner) in gone:
            continue
        full.take(inner)
        gone[id(inner)] = full
    return [k for k in known if id(k) not in gone]


#: 新型甲（乙）: a name with another one in brackets, as clean names have them.
_WITH_ANOTHER = re.compile(r".+\((?P<own>[^()]+)\)")


def services_by_brackets(known: list[Known]) -> list[Known]:
    """The entities, a service whose name ends in another service's in brackets taken for that one: 新型甲（乙） where 乙 is one.

    Parameters
    ----------
    known:
        The entities of a reply.
    """
    services = {name: k for k in known if k.type == "Scenario" for name in (k.name, *k.aliases)}
    gone = set()
    for whole in known:
        told = _WITH_ANOTHER.fullmatch(whole.name) if whole.type == "Scenario" else None
        own = services.get(told["own"]) if told else None
        if own is None or own is whole or id(own) in gone:
            continue
        own.take(whole)
        gone.add(id(whole))
    return [k for k in known if id(k) not in gone]
