"""An office's own name, without what it does with another one: 甲委会同乙局; and without another one that is joined to it: 市甲委和市乙局."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.mentions.names import clean
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["apart", "without_its_dealing"]

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


#: 市甲委和市乙局 are two offices, each of its place; 甲和乙局 may be one (发展和改革局). In annotated replies all seven such pairs are two.
_JOINT = re.compile(r"(?:(?<=[委局办厅联院室心])|(?<=[工商协]会))[和与及](?=[省市区县州旗][\u4e00-\u9fff]{1,12}$)")
_FIRST = re.compile(
    r"[\u4e00-\u9fff]{0,5}?[省市区县州旗](?:[\u4e00-\u9fff]{1,10}(?:[委局办厅联院]|[商协]会|中心|办公室)|[\u4e00-\u9fff]{0,8}工会)"
)
#: 市甲联和: of two that are joined the first, with what joins them.
_JOINED_ON = re.compile(r"[\u4e00-\u9fff]{2,16}(?:[委局办厅联院]|[工商协]会)[和与及]")


def apart(reply: Reply, mention: Mention) -> list[Mention]:
    """The one body that a mention is, or the two that 和 joins; where nothing but 局 stands before 和 (我局和市乙局), the second."""
    text, start, end = reply.flow.text, mention.start, mention.end
    if mention.type == "Organisation" and end - start == len(mention.name) and _JOINED_ON.fullmatch(mention.name):
        return [replace(mention, name=mention.name[:-1], end=end - 1)]
    joint = _JOINT.search(text, start, end) if mention.type == "Organisation" else None
    if joint is None or end - start != len(mention.name):
        return [mention]
    second = replace(mention, name=clean(text[joint.end() : end]), start=joint.end())
    if not _FIRST.fullmatch(text, start, joint.start()):
        return [second]
    return [replace(mention, name=clean(text[start : joint.start()]), end=joint.start()), second]
