"""A firm's bare name, without its legal form: where it ends, and whether it may be one."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.boundaries import stops
from graph.reading.mentions.firm_edges import is_doing
from graph.reading.mentions.names import ends_in_sector, is_generic, is_rare, is_unknown
from graph.reading.reply import Reply, Token

__all__ = ["NAMED_FIRM", "firm_like", "is_own_trade", "name_from"]


_STOPS = re.compile(r"[，。；：、！？“”《》（）\n]|等|的|在|为|与|和|及|入驻|落户|成为|作为")


def name_from(reply: Reply, start: int, stop: int) -> int:
    """Where the name that begins at ``start`` ends: before the first word that a name cannot hold."""
    number, end, text = reply.token_at(start), start, reply.flow.text
    while number < len(reply.tokens):
        token = reply.tokens[number]
        if token.start >= stop or (token.start > start and (stops(token.word, token.tag) or token.word in "和与及等")):
            break
        if token.start >= start and _STOPS.match(token.word):
            break
        named = NAMED_FIRM.search(text[start:end]) or is_own_trade(text[start:end], reply.tokens[reply.token_at(start)])
        if named and (token.tag in ("vn", "v", "ad", "a", "an") or token.word in _DOES):
            break  # 甲乙机器人 | 发展迅速
        end = min(token.start + len(token.word), stop)
        number += 1
    end -= len(done.group()) if (done := _DONE_TO_WORKS.search(text[start:end])) else 0
    # 甲达拟在乙园设立, which a segmenter cuts behind 拟
    return end - 1 if end - start > _LEAST and text[end - 1] in "拟将" and _GOES_ON.match(text, end) else end


#: What a firm does and a segmenter takes for a noun.
_DOES = ("研发", "研制", "自研")
#: 甲食品技改项目: what is done to a firm's works, behind its name.
_DONE_TO_WORKS = re.compile("(?<=.{4})(?:技改|改扩建|扩建|扩产|迁建|[智数]改)$")
#: Of a name that ends in a verb's auxiliary so many characters are left, at least.
_LEAST = 2
_GOES_ON = re.compile("[在于向投落入建增新把从对与]")


#: Common nouns: what ends in one is described and not named.
_NO_FIRM = re.compile(rf"(?:{alternation('firm_nouns', 'bare')})$")

#: 云脉数据: two characters that are no common word, and a trade that elsewhere is what is spoken of.
_OWN_TRADE = re.compile("[\u4e00-\u9fff]{2}(?:数据|技术|信息)")


def is_own_trade(name: str, first: Token) -> bool:
    """Whether a name is two characters that are no common word and a trade, as 云脉数据 is.

    Parameters
    ----------
    name:
        The whole of it.
    first:
        The token that it begins with.
    """
    own = first.word == name[:2] and (is_unknown(first.word) or first.tag in ("nz", "nr", "nrt"))
    return own and _OWN_TRADE.fullmatch(name) is not None


_COUNTED = re.compile(
    r"^[来去由被把将给可能会也都]|孵化器$|加速器$|[园楼]$|(?:首|[\d多两几]|第一)批$|商户$|得[少多快好清]$|[则仍也均就又都还]$|^[近约超逾达]?\d|\d年$|%|[级率]$"
)

NAMED_FIRM = re.compile(rf"(?:{alternation('enterprise_suffixes')})$")


#: 茶企, 药企: firms of a trade, and no name.
_OF_A_TRADE = re.compile("[\u4e00-\u9fff]企新?")


def firm_like(reply: Reply, start: int, end: int) -> bool:
    """Two to twelve characters that are no common phrase."""
    name = reply.flow.text[start:end]
    if (
        _OF_A_TRADE.fullmatch(name)
        or _COUNTED.search(name)
        or not 2 <= len(name) <= 14
        or is_generic(name)
        or name in words("sectors")
        or is_doing(name)
    ):
        return False
    brand = NAMED_FIRM.search(name)
    own = name[: brand.start()] if brand else ""
    if ends_in_sector(name) and not (is_unknown(own) if len(own) != 2 else not is_generic(own) and own not in words("sectors")):
        return False
    first, last = reply.token_at(start), reply.token_at(end - 1)
    tokens = reply.tokens[first : last + 1]
    if (_NO_FIRM.search(name) and not is_own_trade(name, tokens[0])) or name.startswith("服务"):
        return False
    if stops(tokens[0].word, tokens[0].tag) or (len(name) == 2 and tokens[0].tag[0] == "v" and name not in words("firms")):
        return False
    return is_rare(list(tokens)) or bool(NAMED_FIRM.search(name))
