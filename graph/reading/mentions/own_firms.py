"""A firm's own name, without what is said right before it: 核心会员有甲集团, 世界500强乙集团, 服务丙、丁等企业."""

from __future__ import annotations

import re
from dataclasses import replace

import rjieba

from graph.reading.lexicon import words
from graph.reading.mentions.firm_edges import ALONG_WITH, behind_rank
from graph.reading.mentions.names import clean
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["without_lead"]

#: 甲区-乙集团, 丙县—丁公司: a district and the firm that it is paired with.
_PAIRED = re.compile("[-—–－~～](?=.{2})")


def _out_of_pair(reply: Reply, mention: Mention) -> Mention:
    """A firm without the district's full name that a hyphen or a dash puts beside it."""
    text = reply.flow.text[mention.start : mention.end]
    for start, end, name in find_divisions(text):
        if start == 0 and name[-1] in "市区县旗州" and (dash := _PAIRED.match(text, end)):
            return replace(mention, name=clean(text[dash.end() :]), start=mention.start + dash.end())
    return mention


_ALONG = re.compile(ALONG_WITH)
#: 核心会员有甲集团, 代表企业包括乙公司: what a list of firms is led by.
_LED_LIST = re.compile(
    "[\u4e00-\u9fff]{0,12}?(?:会员|成员|企业|公司|单位|品牌|客户|股东|代表|租户|商户)(?:单位|企业)?(?:主要)?(?:有|为|是|包括|包含|含)(?=.{2})"
)


#: 世界500强甲集团, 我们建议甲集团, 经与市甲集团, 交通运输部让甲集团, 引进了甲: what is said before a firm's own name.
_SAID_BEFORE = re.compile(
    "(?:(?:世界|全球|中国|全国|民营|国内|制造业|服务业|外贸|软件|互联网){0,3}(?:企业)?\\d{2,3}强(?:企业)?|(?:我们)?建议|经?与(?=[省市区县]|[\u4e00-\u9fff]{2,12}(?:公司|集团|银行)$)|(?:联系|协调|督促|责成|邀请|委托|会同|商请|约谈|走访|责令)(?=[省市区县][\u4e00-\u9fff]{2,8}(?:公司|集团|银行)$)|责令|[\u4e00-\u9fff]{2,8}[部委局厅]让|了)(?=.{3})"
)
#: 甲生态链以乙、丙为核心: up to the first of those by whom it is led, and behind it.
_LED_BY = re.compile("[\u4e00-\u9fff]{2,12}以(?!色列)(?=.{2})")
_AS_HEADS = re.compile("[^。；]{0,60}?为(?:龙头|核心|代表|主|骨干|引领|链主|依托|支撑|首|中心)")
#: 上游设备制造有甲、乙等企业: up to the first of a list.
_THERE_IS = re.compile("(?P<what>[\u4e00-\u9fff]{2,8})有(?![限色机研孚关效序源声巢线方棵赞道鹿数财家友全能司])(?=.{2})")
#: 甲集团和乙, where a segmenter reads 和 with what follows.
_JOINED = re.compile("(?P<one>.{2,}?(?:集团|公司|银行))[和与及](?P<other>.{2,})")


def without_lead(reply: Reply, mention: Mention) -> Mention:
    """A firm without the words that lead to it, a district that a dash pairs it with, and another one that is joined to it.

    Parameters
    ----------
    reply, mention:
        A firm of the reply.
    """
    mention = _out_of_pair(reply, mention)
    text = reply.flow.text
    name = text[mention.start : mention.end]
    joined = _JOINED.fullmatch(name)
    if joined is not None and joined["other"] in words("firms"):
        return replace(mention, name=clean(joined["one"]), end=mention.start + joined.end("one"))
    lead = (
        _ALONG.match(name)
        or _LED_LIST.match(name)
        or _SAID_BEFORE.match(name)
        or _led_by(text, mention)
        or _there_is(name, mention)
        or _served(text, mention)
        or _if(text, mention)
    )
    start = mention.start + lead.end() if lead else behind_rank(text, mention.start, mention.end)
    return mention if start == mention.start else replace(mention, name=clean(text[start : mention.end]), start=start)


def _led_by(text: str, mention: Mention) -> re.Match[str] | None:
    """What is led by the firm, where the words behind say that it is."""
    lead = _LED_BY.match(text[mention.start : mention.end])
    return lead if lead and _AS_HEADS.match(text, mention.end) else None


def _there_is(name: str, mention: Mention) -> re.Match[str] | None:
    """Where the firm is said to be, in common words, before the first item of a list."""
    lead = _THERE_IS.match(name) if mention.rule == "list.enterprise" and name not in words("firms") else None
    return lead if lead and rjieba.has_word(lead["what"][-2:]) and lead["what"] not in words("firms") else None


#: 引进产业集群，服务甲、乙等企业: the verb that a clause begins with, before the first of a list.
_SERVES = re.compile("服务好?(?!外包|贸易|机器人|器|商|业|型|中心|平台)(?=.{2})")


def _served(text: str, mention: Mention) -> re.Match[str] | None:
    """That the firms of a list are served, before the first one."""
    lead = _SERVES.match(text[mention.start : mention.end]) if mention.rule == "list.enterprise" else None
    opens = text[mention.start - 1 : mention.start] in ("，", "。", "；", "：", "\n")
    return lead if lead and opens and text[mention.end : mention.end + 1] in ("、", "和", "等") else None


#: 若甲公司落户丙园, 如甲公司等企业能落户: what a clause begins with that only supposes; 若羌县 and 如皋市 begin so too.
_IF = re.compile("若(?!羌|尔盖|琪|水)(?=.{3})|如(?![皋东意家新一]|何)(?=.{3})")
_THEN = re.compile(
    "(?:等[^，。；：、]{0,6})?(?:能够?|可以?|愿意?|有意|最终|确定|需要?|顺利|成功|计划|拟|落户|入驻|落地|进驻)[^。；]{0,40}，"
)


def _if(text: str, mention: Mention) -> re.Match[str] | None:
    """The word by which a clause only supposes that the firm behind it comes."""
    name = text[mention.start : mention.end]
    lead = _IF.match(name) if name not in words("firms") else None
    opens = text[mention.start - 1 : mention.start] in ("，", "。", "；", "：", "\n")
    return lead if lead and opens and _THEN.match(text, mention.end) else None
