"""An office's own name, without what it does with another one: 甲委会同乙局."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.mentions.names import clean
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["without_its_dealing"]

#: 甲委会同乙局, 甲委会商乙局: the first is called 甲委, and what it does begins with 会. 管委会同意 is another matter.
_MEETS = re.compile("会(?:[同商签](?!意|议)|办(?!公))")
_OFFICE_MEETS = re.compile("(?:(?<![管居村组常业专党执评筹审工])|(?<=[建城交容]管))委(?=会$)")
_MET = re.compile("[\u4e00-\u9fff]{0,12}[局委办厅]会[同商签](?=[省市区县我][\u4e00-\u9fff]{2})")


def without_its_dealing(reply: Reply, mention: Mention) -> Mention:
    """A body without the 会 of 会同 behind it, and without the one before it that 会同 joins to it."""
    text = reply.flow.text
    if mention.end - mention.start != len(mention.name):
        return mention
    if met := _MET.match(mention.name):
        start = mention.start + met.end()
        return replace(mention, name=clean(text[start : mention.end]), start=start)
    if _OFFICE_MEETS.search(mention.name) and _MEETS.match(text, mention.end - 1):
        return replace(mention, name=mention.name[:-1], end=mention.end - 1)
    return mention
