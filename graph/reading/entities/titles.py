"""Documents that are named by a shorter title too: the plan of a place without the place, the years or what it is in the end."""

from __future__ import annotations

import re

from graph.reading.entities.known import Known
from graph.reading.mentions.names import key
from graph.reading.place import find_divisions
from graph.reading.reply import Reply

__all__ = ["same_documents"]


def same_documents(reply: Reply, known: list[Known]) -> list[Known]:
    """《甲市推进乙工作方案（2023—2025年）》 and 《乙工作方案》 are one: of 40 such pairs in annotated replies 39 are."""
    at = {key(k.name): i for i, k in enumerate(known) if k.type == "Policy"}
    gone: set[int] = set()
    for number, full in enumerate(known):
        if full.type != "Policy":
            continue
        for short in sorted(_shorter_titles(full.name)):
            other = at.get(key(short))
            apart = other is not None and _is_anothers(reply, known[other], full)
            if other is not None and not apart and other != number and other not in gone and number not in gone:
                for mention in known[other].mentions:
                    full.add(mention)
                gone.add(other)
    return [k for i, k in enumerate(known) if i not in gone]


#: 国务院印发《甲规划》: before a document of the whole country or the province.
_OF_THE_STATE = re.compile(
    r"(?:国务院|国家|中央|全国|[\u4e00-\u9fff]{2,6}部|自治区|省委?|省政府)[^，。；《]{0,8}(?:印发|出台|发布|制定|下发|颁布)(?:了|的)?[《“]?$"
)


def _is_anothers(reply: Reply, short: Known, full: Known) -> bool:
    """Whether a document without its place is the state's, and the one with it a place's own of the same title."""
    placed = any(start == 0 for start, _, _ in find_divisions(full.name))
    text = reply.flow.text
    return placed and any(_OF_THE_STATE.search(text, max(m.start - 20, 0), m.start + 1) for m in short.mentions)


#: What a document's short title leaves out: its years or what it is in the end, its place, that something is pushed on.
_YEARS = re.compile(r"[（(][^（）()]*[）)]$")
_PUSHED_ON = re.compile("^(?:关于)?(?:加快|深入|全面)?(?:推进|促进|推动)")
#: A shorter title names no document by itself.
_LEAST_TITLE = 6


def _shorter_titles(full: str) -> set[str]:
    titles = set()
    for name in {full, _YEARS.sub("", full)}:
        cut = 0
        for start, end, _ in find_divisions(name):
            cut = end if start == cut else cut
        titles |= {name, name[cut:], _PUSHED_ON.sub("", name[cut:]), _PUSHED_ON.sub("", name)}
    return {t for t in titles if len(t) >= _LEAST_TITLE and key(t) != key(full)}
