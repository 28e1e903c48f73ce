"""Parks whose names begin in quotation marks: “甲谷”产业园 is 甲谷, “甲+乙”产业园 the whole; 丙县“甲谷”产业园 is another form."""

from __future__ import annotations

import re

from graph.reading.mentions.boundaries import left_edge
from graph.reading.mentions.names import clean, is_generic
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["house_of_firms", "quoted_site"]

#: Fields joined by +, of which the word behind is needed for a name; three of them are a saying: “生产+生活+生态”.
_FIELDS = re.compile(r"(?=.*[\u4e00-\u9fffA-Za-z]{2})[^+]+\+[^+]*(?:\+N)?")
#: Of more characters the words behind describe: “甲+乙”全场景商用示范园区.
_LONGEST_BEHIND = 7
#: What is read before a quotation as part of a park's name has at most so many characters.
_LONGEST_BEFORE = 8
_OWNER = re.compile("(?:(?![的了在内等为是和与及])[\u4e00-\u9fff]){2,8}")


#: 甲园是全省首个“乙+丙”产业园: before fields that only tell what kind of park one is.
_IS_THE_FIRST = re.compile("(?:是|为|作为|系)[^，。；：“]{0,12}(?:首[个家座]|唯一|第一[个家座])的?[^，。；：“]{0,4}$")
#: “政产学研”产业基地, “软硬一体化”产业基地, “专精特新”产业园: by what kind of park one goes.
_SAYS_HOW = re.compile("[政产学研用介金服商企资创融]{3,6}|[^“”，。]{0,6}一体化?|专精特新|工业上楼|拎包入住|前店后厂|产城融合")
#: So many characters before a quotation may hold that.
_LEAD = 24


def quoted_site(reply: Reply, quote: re.Match[str], follower: str) -> Mention | None:
    """The park that a quotation and the word for its kind behind it name; none where they only say what kind of park one is.

    Parameters
    ----------
    reply:
        In whose flow the quotation stands.
    quote:
        The quotation, its inner words as group 1.
    follower:
        What stands right behind it, up to the end of the word for its kind.
    """
    inner, end = quote.group(1), quote.end() + len(follower)
    if _SAYS_HOW.fullmatch(inner):
        return None
    start = left_edge(reply, quote.start(), max(reply.body[0], quote.start() - _LONGEST_BEFORE))
    before = reply.flow.text[start : quote.start()]
    owned = _OWNER.fullmatch(before) and not _is_deed(reply, start, quote.start())
    longer = (clean(before + inner + follower),) if owned else ()
    if len(follower) <= _LONGEST_BEHIND and _FIELDS.fullmatch(inner):
        if _IS_THE_FIRST.search(reply.flow.text, max(quote.start() - _LEAD, 0), quote.start()):
            return None
        return Mention("Carrier", clean(inner + follower), quote.start(), end, "quoted.whole", 0.8, longer)
    return Mention(
        "Carrier", clean(inner), quote.start(), quote.end(), "quoted.followed", 0.85, (clean(inner + follower), *longer)
    )


def _is_deed(reply: Reply, start: int, end: int) -> bool:
    """Whether one of the words of a stretch of the flow is a verb, or all are common: 推动 of 推动“甲”产业园."""
    words = reply.tokens_in(start, end)
    before = reply.flow.text[start:end]
    return any(t.tag[:1] in ("v", "p", "d", "r") for t in words) or (is_generic(before) and before != "国家")


#: 将老厂房改造为“甲”, 打造“乙空间”: before a house's name; a name that says itself that it is a house needs less.
_MADE_OF = re.compile(
    "(?:厂房|仓库|厂区|旧址|旧厂|老厂|车间|大楼|楼宇|校舍|校区|商场|市场|酒店|宿舍|院落|厂)[^，。；“”]{0,12}"
    "(?:改造|改建|改扩建|更新|升级|转型|翻建|打造|变身)(?:成为?|为)(?:了)?$"
)
_MADE = re.compile("(?:改造|改建|更新|打造|建设|建成|升级|转型)(?:成为?|为|了)?$")
_HOUSE = re.compile("(?:空间|工坊|[\u4e00-\u9fff]坊|荟|天地|公社|仓|LAB|Lab|SPACE|Space)$")
#: 引入了12家企业, 已吸引企业30余家入驻: right behind it.
_HOSTS = re.compile(
    "，[^，。；“”]{0,8}?(?:引入|引进|招引|入驻|吸引|集聚|聚集|汇聚)了?[^，。；]{0,12}?"
    r"(?:\d{1,4}余?家[^，。；]{0,12}?(?:企业|商户|公司|团队|品牌)|(?:企业|商户|公司|团队|品牌)[^，。；]{0,4}?\d{1,4}余?家)(?P<rest>[^，。；]{0,12})"
)
_NO_TENANTS = re.compile("运营|管理|参与|参加|提供|合作|服务|使用|接入")


def house_of_firms(text: str, quote: re.Match[str], before: str) -> Mention | None:
    """The house that a quotation names of which the next clause says how many firms it holds: 将老厂房改造为“甲”，引进企业12家.

    Parameters
    ----------
    text:
        The flow.
    quote:
        The quotation, its inner words as group 1.
    before:
        What stands before it in its clause.
    """
    house = _MADE_OF.search(before) or (_HOUSE.search(quote.group(1)) and _MADE.search(before))
    hosts = _HOSTS.match(text, quote.end()) if house else None
    if hosts is None or _NO_TENANTS.match(hosts["rest"]):
        return None
    return Mention("Carrier", clean(quote.group(1)), *quote.span(), "quoted.hosts", 0.8)
