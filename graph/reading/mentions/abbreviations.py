"""Names that the reply defines itself: 甲与乙试验区（以下简称“甲试验区”）."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.reading.lexicon import alternation
from graph.reading.mentions.names import SHORT_FOR, clean, is_generic
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["abbreviations", "bound"]

_DEFINED = re.compile(
    r"(?P<full>(?:[^，。；：、！？“”《》（）\n]|（[\u4e00-\u9fff]{2,6}）(?=[\u4e00-\u9fff])){4,36}”?)（"
    + SHORT_FOR
    + r"“?(?P<short>[^“”（）《》\n，。]{2,14})”?）"
)
_DEFINES = re.compile("（" + SHORT_FOR)
_KINDS = (
    ("Enterprise", re.compile(rf"(?:{alternation('enterprise_suffixes', 'legal')})$")),
    (
        "Carrier",
        re.compile(rf"(?:{alternation('carrier_suffixes', 'strong')}|试验区|示范区|集聚区|创新区|合作区|先行区|中心|空间|智塔)$"),
    ),
)
_NO_NAME = re.compile(
    r"(?:大学|医院|实验室|研究院|学院|局|委员会|办公室|管委会|大数据中心|服务中心|方案|计划|规划|意见|条例|办法|措施)$"
)


def abbreviations(reply: Reply) -> list[Mention]:
    """Firms and carriers whose short name stands in brackets behind the full one; the full name may hold 与."""
    text, (start, stop) = reply.flow.text, reply.body
    found: list[Mention] = []
    if not _DEFINES.search(text, start, stop):
        return found  # most replies: and what follows goes over every character many times
    for defined in _DEFINED.finditer(text, start, stop):
        full, short = defined.group("full"), defined.group("short")
        begin = _begin(full, short)
        begin = next((s for s, e, _ in find_divisions(full[: max(begin, 0)]) if e == begin), begin)  # the place belongs to it
        name = full[begin:]
        if begin < 0 or _NO_NAME.search(name) or len(name) <= len(short):
            continue
        kind = next((k for k, pattern in _KINDS if pattern.search(name) or pattern.search(short)), None)
        if kind is not None:
            at = defined.start("full") + begin
            found.append(Mention(kind, clean(name), at, defined.end("full"), "defined", 0.9, (clean(short),)))
    return found


def _begin(full: str, short: str) -> int:
    """Where the full name begins: at the last place from which it holds the short name's characters in their order."""
    for at in range(len(full) - len(short), -1, -1):
        if full[at] == short[0] and _holds(full[at:], short):
            return at
    return -1


def _holds(full: str, short: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


#: Right behind a name: （以下简称“乙园”）, （现已更名为丙公司）, whatever its characters are.
_CALLED = re.compile(
    "”?（(?:(?:以下)?(?:统一?)?(?:简称|下称|又称|亦称)为?|(?:现|已|后|今|目前|\\d{4}年){0,3}(?:更名|改名|改称)[为成]?|(?:更名|改名)(?:前|自)的?为?|原名称?为?|曾用名为?)"
    "：?“?(?![前后自的]|手续|[^）]{0,12}(?:[迁办]|设[立在]))(?P<short>[^“”（）《》\n，。]{2,24})”?）"
)
#: 甲园（经更新后）更名为“乙里”: a new name in quotation marks; not 甲街道更名为“乙街道”后的丙.
_RENAMED = re.compile(
    "”?(?:，?经?[\u4e00-\u9fff]{2,10}后)?，?(?:[现已]|正式|后来?|于?\\d{4}年){0,3}(?:更名|改名)[为成]“(?P<short>[^“”（）《》\n，。]{2,24})”(?!后)"
)
#: What the reply goes on to call one of these by need not be a part of its name.
_BOUND = ("Enterprise", "Carrier", "Scenario", "Facility")
#: 甲园、乙园、丙园（以下简称“三园”）: several at once.
_TOGETHER = re.compile("[两三四五六七八九十]")
#: A word of so few characters that any park or service is called by: 项目, 园区, 平台.
_BARE = 2


def bound(reply: Reply, mentions: list[Mention]) -> list[Mention]:
    """Mentions, of which those that a short name in brackets follows, or the one that they were given, have that as another name.

    Parameters
    ----------
    reply:
        Whose mentions they are.
    mentions:
        In order, none inside another one.

    Returns
    -------
    list of Mention
        As many as before, but for those that stand in such brackets and are of the type of the name before them.
    """
    text = reply.flow.text
    known: dict[int, Mention] = {}
    inside: dict[int, str] = {}
    for i, mention in enumerate(mentions):
        if mention.type not in _BOUND:
            continue
        called = _CALLED.match(text, mention.end, reply.body[1]) or _RENAMED.match(text, mention.end, reply.body[1])
        if called is None or _is_none_of_its_own(short := clean(called["short"]), mention):
            continue
        known[i] = replace(mention, aliases=tuple(dict.fromkeys((*mention.aliases, short))))
        inside[called.start("short")] = mention.type
    return [known.get(i, m) for i, m in enumerate(mentions) if inside.get(m.start) != m.type]


def _is_none_of_its_own(short: str, mention: Mention) -> bool:
    """Whether a word in brackets calls several at once, or is what anything of its kind is called by."""
    together = _TOGETHER.match(short) and short[0] != mention.name[:1]
    return bool(together) or short == mention.name or (len(short) <= _BARE and is_generic(short))
