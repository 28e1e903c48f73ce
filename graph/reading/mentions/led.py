"""Documents without place or series that a verb leads to: 制定数字经济五年倍增计划."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation
from graph.reading.mentions.issued import HANDED_IN
from graph.reading.mentions.names import clean
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["led"]

#: From the verb that leads to a document to the document's end: its name may hold verbs.
_FROM_VERB = re.compile(
    r"(?:制定|制订|编制|出台|印发|发布|起草|修订|落实|按照|结合|根据|依据|贯彻|符合)(?:完善|修改|并?实施|并?出台|并?印发|发布)?(?:了|好)?(?P<name>[^，。；：、《》“”（）的了是和与及按根结落贯]{6,30})$"
)


def led(reply: Reply, sentence: Sentence, start: int, suffix_start: int, end: int) -> Mention | None:
    """制定数字经济五年倍增计划: a name without place or series counts between a verb that leads to a document and its end."""
    text = reply.flow.text
    if verb := _FROM_VERB.search(text[max(sentence.start, end - 36) : end]):
        start = min(start, end - len(verb.group("name")))
    core = text[start:suffix_start]
    if (
        not _NAMED_KIND.search(text[start:end])
        or len(core) < 4
        or not _LED_BY.search(text[max(sentence.start, start - 8) : start])
    ):
        return None
    if (
        _NO_DOCUMENT.search(core)
        or _OF_ANY.fullmatch(text, start, end)
        or _OF_EVERY_PLACE.fullmatch(text, start, end)
        or not _DOCUMENT_ENDS.match(text, end)
        or _OTHER_KINDS.match(text, end)
    ):
        return None
    return Mention("Policy", clean(text[start:end]), start, end, "policy.led", 0.6)


#: 各市出台智慧城市建设规划、实施意见或推进方案: kinds of documents, and each has its own.
_OTHER_KINDS = re.compile(
    "(?:、|和|或)(?:具体|相关|年度|配套|推进)?(?:实施|指导|行动|工作|推进)?(?:意见|计划|方案|细则|规划|办法|指南)(?=[、，。；或和及等])"
)


#: 园区长远发展规划: of any park; 医院感染管理办法 says what it is about.
_OF_ANY = re.compile("(?:园区|学校|医院).{0,6}(?:规划|计划)")
#: What every place has one of: 不符合土地利用总体规划.
_OF_EVERY_PLACE = re.compile(
    "(?:现行|新一轮|上位|相关|法定)?(?:土地利用|城市|城乡|城镇|国土空间|村庄|控制性)(?:总体|详细|建设)?规划"
)
_NAMED_KIND = re.compile(rf"(?:{alternation('document_kinds', 'led')})$")
_LED_BY = re.compile(
    r"(?:制定|制订|编制|出台|印发|发布|起草|修订|落实|实施|按照|结合|根据|依据|对照|贯彻|执行|推进|立足|结合|符合)(?:了|好|实施|《)?(?:全[省市区县国]|[我本][省市区县]|国家|[省市区]级?)?的?$"
)
#: What is done with a plan stands between the verb and the kind: 按照法定手续报送实施方案, 按照既定程序编制实施方案.
_DONE_WITH_IT = f"{HANDED_IN}|报批|报请|提交|编制|制定|制订|起草|正在"
_NO_DOCUMENT = re.compile(
    rf"{_DONE_WITH_IT}|[的了和与及或]|^(?:各|每|一|该|相关|有关|配套|具体|详细|年度|工作|本|项目|活动|年|整改|应急|应对)|企业|个性化|针对性|可行|一体化推进"
)
_DOCUMENT_ENDS = re.compile(
    r"[，。；、）\n（]|发布|得到|[已正]|等|和|及|中|明确|提出|要求|确定|规定|实施|的(?:通知|要求|部署|目标|精神)"
)
