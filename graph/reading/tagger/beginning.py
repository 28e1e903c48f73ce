"""Services that the model does not see, by the words before them: what is said to begin, and what is one for a whole city."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["launched", "one_of_its_kind"]

#: How many characters before a name such a verb stands in.
_VERB = 8
#: Rules that read a quotation, and the verbs right before it by which a service begins.
_QUOTED = ("digital", "launched", "followed", "followed-weakly", "own-ending", "beside", "sounds-digital", "pushed")
_BEGINS = re.compile(f"(?<!关于)(?:{alternation('launch_verbs', 'unseen')})(?:了|的|出)?“$")
#: In what the name of a place ends, and what stands behind a quotation that is none of a service.
_NO_SERVICE = re.compile("(?:连廊|集市|圈|馆|站|(?<!入)园|线路|工业|[一二三]期|街|改造)$")
_ANOTHER_HEAD = re.compile(
    "[”]?(?:[^，。；、”]{0,6}(?:示范区|中心|线路|馆|园区?|街区?|基地|[一二三四五六七八九十两]条)|的?(?:氛围|格局|环境|局面|品牌))"
)
#: Of 19 quotations behind such a verb that the model did not see, though it had learned from them, 13 were services.
_BEGUN = 0.6


def launched(reply: Reply, mention: Mention) -> float:
    """How sure a quotation is a service that the model does not see, where it is said to begin: 开通“甲”, 推出“乙”服务."""
    if mention.type != "Scenario" or mention.rule.removeprefix("quoted.") not in _QUOTED or _NO_SERVICE.search(mention.name):
        return 0.0
    text = reply.flow.text
    begin = mention.start + (text[mention.start] == "“")
    begins = mention.rule == "quoted.pushed" or _BEGINS.search(text[max(begin - _VERB, 0) : begin])
    told = begins and not _ANOTHER_HEAD.match(text, mention.end)
    return _BEGUN if told else 0.0


#: Before a platform that everybody there uses: 全市统一的甲平台. Of 16 in annotated replies 15 are services.
_ONE_FOR_ALL = re.compile("(?:全[市县区]|[市县区]级)统一的[“]?$")
_FOR_A_NORM = re.compile("[”]?[^，。；、]{0,4}(?:标准|规范|指南|要求|目录)")
#: Before a flight line: 全市首条甲航线. Of 16 in annotated replies 14 are services; one that goes on with a dash has another name.
_FIRST_LINE = re.compile("(?<!的)首[条个][“]?$")
#: So many characters has a name that says what it is for; 互认平台 is but a kind.
_WHOLE = 6


def one_of_its_kind(reply: Reply, mention: Mention) -> float:
    """How sure a service is that the model does not see, where it is one for the whole city, or the first flight line there."""
    if mention.type != "Scenario" or len(mention.name) < _WHOLE:
        return 0.0
    text = reply.flow.text
    before = text[max(mention.start - _VERB, 0) : mention.start]
    shared = mention.rule == "suffix.system" and _ONE_FOR_ALL.search(before) and not _FOR_A_NORM.match(text, mention.end)
    flown = mention.name.endswith("航线") and _FIRST_LINE.search(before) and text[mention.end : mention.end + 1] != "—"
    return _BEGUN if shared or flown else 0.0
