"""Parks by their phases: one phase only, and 甲园一期 and 甲园 are two names of one; a later phase to come is a park of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.reading.entities.known import Known
from graph.reading.mentions.names import clean, occurrences
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["by_phases", "later_phases"]

_PHASE = re.compile("（?[一二三四五六七八九首]期）?")
_PHASED = re.compile(r"(?P<park>.{3,}?)[（(]?[一二三四五六七八九首]期[）)]?$")
#: What is but a kind of park without its phase.
_KIND = re.compile("(?:软件|科技|科创|创业|产业|工业|物流|高新|高新技术)园区?|高新区|经开区|开发区")


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
            if _KIND.fullmatch(park.name):
                park.name = form  # 软件园三期, where nothing is called 软件园
                park.aliases.pop(form, None)
            else:
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


#: Before a phase that is to come, in the same clause, and right behind one: 加快推进甲园二期, 甲园三期选址待定.
_TO_COME = re.compile(r"(?:推进|推动|加快|支持|确保|谋划|启动|拟[在设将建]?|将|实施|计划|争取|力争)[^，。；：]{0,12}$")
_STILL_TO_COME = re.compile(r"(?:项目)?(?:[^，。；：、]{0,6}?(?:拟|计划|规划|将|待|论证|选址|谋划|启动改造))")
_LATER = re.compile("[二三四五六七八九]期(?![^，。；]{0,2}(?:前期|至|、?[三四五六]期))")
#: A park's name of fewer characters is a short form.
_LEAST = 4


def later_phases(reply: Reply, known: list[Known]) -> None:
    """Add the second or a later phase of a park that stands there, where the reply says that it is to come.

    In annotated replies seventeen of twenty such phases of parks named in full are parks of their own.
    """
    text, (start, stop) = reply.flow.text, reply.body
    taken = {name for k in known for name in (k.name, *k.aliases)}
    for park in [k for k in known if k.type == "Carrier"]:
        for name in (park.name, *park.aliases):
            if len(name) < _LEAST or _PHASED.fullmatch(name):
                continue
            for at in occurrences(text, name, start, stop):
                phase = _LATER.match(text, at + len(name))
                if phase is None or (full := clean(text[at : phase.end()])) in taken:
                    continue
                if _TO_COME.search(text, max(at - 20, start), at) or _STILL_TO_COME.match(text, phase.end()):
                    own = Mention("Carrier", full, at, phase.end(), "phase.later", 0.8)
                    known.append(Known("Carrier", full, "phase.later", 0.8, mentions=[own]))
                    taken.add(full)
                    park.mentions = [m for m in park.mentions if m.start != at] or park.mentions
