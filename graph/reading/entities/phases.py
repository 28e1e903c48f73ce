"""Parks of which a reply speaks by one phase only: 甲产业园一期 and 甲产业园 are then two names of one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.reading.entities.known import Known
from graph.reading.mentions.names import clean, occurrences
from graph.reading.reply import Reply

__all__ = ["by_phases"]

_PHASE = re.compile("（?[一二三四五六七八九首]期）?")
_PHASED = re.compile(r"(?P<park>.{3,}?)[（(]?[一二三四五六七八九首]期[）)]?$")


def by_phases(reply: Reply, known: Iterable[Known]) -> None:
    """Give a park the name without its phase too, and the one with it, where the reply writes no other form.

    Where the park stands somewhere without a phase, or with another one, what is said of the phase may not be true of the whole.
    """
    parks = [k for k in known if k.type == "Carrier"]
    taken = {name for k in parks for name in (k.name, *k.aliases)}
    phased: dict[str, list[Known]] = {}
    for park in parks:
        if found := _PHASED.fullmatch(park.name):
            phased.setdefault(found["park"], []).append(park)
        elif (form := _only_form(reply, park.name)) is not None and form not in taken:
            park.aliases.setdefault(form)
    for bare, same in phased.items():
        if len(same) == 1 and bare not in taken and _only_form(reply, bare) is not None:
            same[0].aliases.setdefault(bare)


def _only_form(reply: Reply, park: str) -> str | None:
    """The name with its phase, where the body never writes it without that one."""
    text, forms = reply.flow.text, set[str]()
    for at in occurrences(text, park, *reply.body):
        end = at + len(park)
        phase = _PHASE.match(text, end)
        forms.add(clean(text[at : phase.end()]) if phase else "")
    return forms.pop() if len(forms) == 1 and "" not in forms else None
