"""An office's own name, without what it does with another one: 甲委会同乙局; and without another one that is joined to it: 市甲委和市乙局."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.lexicon import alternation
from graph.reading.mentions.names import clean, is_generic
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


#: 市甲局 市乙局, 甲部 国家乙局: bodies of one place or of the state, side by side with a blank between; 市甲局市乙委 may be one with two names.
_SIDE_BY_SIDE = re.compile(
    r"(?:(?P<place>[\u4e00-\u9fff]{0,6}?(?P<of>[省市区县州旗]))[\u4e00-\u9fff]{1,10}?(?:办公室|委员会|[局厅委办])(?=(?:(?P=place)|(?P=of))(?!委市?政府|[域属会]|民(?![政族宗防航])|[\u4e00-\u9fff]{0,6}分局$)[\u4e00-\u9fff]{1,40}(?:办公室|委员会|[局厅委办])$)"
    r"|[\u4e00-\u9fff]{2,16}?(?:办公厅|[部委局署])(?=(?:国务院[\u4e00-\u9fff]{0,40}(?:办公厅|办公室|委员会)|国家[\u4e00-\u9fff]{2,40}[委局署])$))"
)
#: 甲大学设乙学院, 丙局将帮丁局: a body, what it does, and to or with whom; a 设计学院 is one body.
_ACTS = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,16}?(?:大学|学院|医院|[委局厅]))(?:将?帮(?![办扶教代])|将(?![军帮])|设立|共建|联[建办]|[创合]办|筹建|责令|召集|设(?![计备施置]))"
    rf"(?P<other>(?P<core>[\u4e00-\u9fff]{{2,16}}?)(?:{alternation('organisation_suffixes')})?)"
)
#: 县委办公室县政府办公室: two, a blank or none.
_TWO = re.compile("中央办公厅国务院|委办公[室厅][省市区县州旗]政府办公")


def _beside(reply: Reply, mention: Mention) -> int:
    """How many characters of a mention are the first of bodies that stand side by side, 0 where it is no such row."""
    beside = _SIDE_BY_SIDE.match(mention.name)
    if beside is None:
        return 0
    at = mention.start + beside.end()
    blank = reply.flow.position(at) - reply.flow.position(at - 1) > 1
    return beside.end() if blank or _TWO.search(mention.name) else 0


def apart(reply: Reply, mention: Mention) -> list[Mention]:
    """The bodies that a mention is: one, those side by side, or the two that 和 joins; where nothing but 局 stands before 和 (我局和市乙局), the second."""
    text, start, end = reply.flow.text, mention.start, mention.end
    whole = mention.type == "Organisation" and end - start == len(mention.name)
    if whole and (size := _beside(reply, mention)):
        one = replace(mention, name=mention.name[:size], end=start + size)
        return [one, *apart(reply, replace(mention, name=mention.name[size:], start=start + size))]
    if whole and _JOINED_ON.fullmatch(mention.name):
        return [replace(mention, name=mention.name[:-1], end=end - 1)]
    if whole and (acts := _ACTS.fullmatch(mention.name)):
        done = replace(mention, name=acts["body"], end=start + acts.end("body"))
        other = replace(mention, name=acts["other"], start=start + acts.start("other"))
        return [done] if is_generic(acts["core"]) or acts.end("core") == len(mention.name) else [done, other]
    joint = _JOINT.search(text, start, end) if whole else None
    if joint is None:
        return [mention]
    second = replace(mention, name=clean(text[joint.end() : end]), start=joint.end())
    if not _FIRST.fullmatch(text, start, joint.start()):
        return [second]
    return [replace(mention, name=clean(text[start : joint.start()]), end=joint.start()), second]
