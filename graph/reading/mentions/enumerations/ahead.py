"""The head ahead of a list: 龙头企业甲、乙; 重点园区有甲、乙; and the line above a list of lines."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, typed
from graph.reading.mentions.enumerations.closing import HEAD
from graph.reading.reply import Reply, Sentence
from graph.reading.sentences import ITEM

__all__ = ["head_above", "head_ahead"]

_NAMED = re.compile(rf"(?:{alternation('cue_verbs', 'name')})$")
#: 增资扩产的有甲、乙: what firms do.
_GROWING = re.compile(r"(?:增资扩产|落户|签约|投产|招引|入驻|上市|落地|开工)的(?:企业)?(?:有|包括|为)$")
#: 上游企业分别为甲、乙: which they are, and not how much each of them gets.
_ONE_BY_ONE = re.compile(r"(?:企业|公司|厂商)(?:分别|依次)(?:为|是)$")
_ROLE = re.compile(rf"(?:{alternation('roles')})$")
#: 企业开发甲、乙: what firms make.
_MAKES = re.compile(
    r"(?:自主)?(?:开发|生产|研发|研制|制造|推出|使用|采购|提供|销售|出口|采用|购买|种植|加工|从事|发展|开展|引进|应用)"
)
#: 龙头企业新认定5家（甲、乙、丙）: how many there are, and which.
_COUNTED = re.compile(
    r"(?:新?(?:认定|增|获评|引进|培育|签约|入库|上榜|入选|申报|达到?|有)|[共已现]有?)?[\d一二三四五六七八九十两]+[家户]$"
)
_AMOUNT = re.compile(r"有|达|近|超|约|共|为|包括|如下|\d")
_KIND_ONLY = re.compile(r"[^，。：；]{0,14}(?:类|方面|领域|环节|端|侧)[，：]?(?:有|包括|如|是)?")


def head_ahead(reply: Reply, start: int, sentence: Sentence) -> tuple[str | None, float]:
    """The type that the words before a list's first item (at ``start`` of the flow) give, and how sure (0 to 1): 龙头企业X、Y; 重点园区有X、Y; 应用场景：X、Y."""
    text = reply.flow.text
    before = text[max(sentence.start - 1, start - 24) : start].rstrip("“《")
    role = _ROLE.search(before)
    if role and len(role.group()) > 2:
        return "Enterprise", 0.85
    if role and not re.search(r"[让使为助帮促对给]$|中小$|[，。；]$|^$", before[: role.start()]):
        return (None, 0.0) if _MAKES.match(text, start) else ("Enterprise", 0.6)
    if _GROWING.search(before) or (_ONE_BY_ONE.search(before) and not text[start].isdigit()):
        return "Enterprise", 0.75
    stripped = _NAMED.sub("", before.rstrip("：（")).rstrip("（")
    if stripped == before and not before.endswith(("：", "（")):
        return None, 0.0
    if before.endswith("（"):
        stripped = _COUNTED.sub("", stripped)
    stripped = re.sub(r"(?:主要|重点|分别|依次|具体|代表|了|中|的|，|其中|为|是)+$", "", stripped)
    heads = [m for m in HEAD.finditer(stripped) if m.end() == len(stripped)]
    return (typed("heads")[heads[-1].group()], 0.75) if heads else (None, 0.0)


def head_above(reply: Reply, sentence: Sentence) -> tuple[str | None, float]:
    """The type that the line above a list of lines gives, and how sure: 全市从事低空制造的企业有近百家： and a line for each kind of them below."""
    text = reply.flow.text
    if not ITEM.match(text, sentence.start) or not _KIND_ONLY.match(text[sentence.start : sentence.start + 20].lstrip("—-· ")):
        return None, 0.0
    colon = text.rfind("：\n", max(sentence.start - 400, 0), sentence.start)
    if colon < 0:
        return None, 0.0
    lead = text[max(text.rfind("\n", 0, colon), text.rfind("。", 0, colon)) + 1 : colon]
    named = [typed("heads")[m.group()] for part in _AMOUNT.split(lead) for m in HEAD.finditer(part)]
    return ("Enterprise", 0.7) if "Enterprise" in named else (None, 0.0)
