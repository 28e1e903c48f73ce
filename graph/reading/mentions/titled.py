"""Carriers that only the proposal's title names: 关于支持甲工业园区建设的建议."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.mentions.sites import sites
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["titled"]

#: What a proposal asks for is not there; what it asks something for is.
_WANTED = re.compile(
    r"(?:打造|建设|建立|创建|成立|设立|规划|申报|新建|筹建|争创|建成|成为|引进|规划建设)(?:成为|为|成)?[^，、的]{0,6}[“]?$"
)
#: A title is not longer than so many characters.
_LONGEST = 160


def titled(reply: Reply) -> list[Mention]:
    """Parks, zones and buildings in the title that the reply's opening sentence repeats, where they are not what it asks for."""
    text, end = reply.flow.text, reply.body[0]
    start = max(text.rfind("\n", 0, end) + 1, end - _LONGEST)
    if start >= end:
        return []
    found = sites(reply, Sentence(start, end, None, -1, heading=False))
    return [
        replace(mention, rule="suffix.titled", confidence=min(mention.confidence, 0.7))
        for mention in found
        if not _WANTED.search(text[start : mention.start])
    ]
