"""One mention of what the model and a rule both see: whose bounds it has, and how sure it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import takewhile

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.firm_edges import before_count, before_its_deed
from graph.reading.mentions.names import TO_OUR_OWN, clean, is_unknown
from graph.reading.mentions.seats import before_region
from graph.reading.mentions.sites import own_start
from graph.reading.place import is_division
from graph.reading.reply import Reply
from graph.reading.tagger.decoding import Span
from graph.reading.tagger.trusting import STAND, trusted, trusted_as
from graph.records import Mention

__all__ = ["TWO_THINGS", "UNSEEN", "is_torn", "joined"]

#: What only a rule claims is a doubt at most.
UNSEEN = 0.49
#: What no name of a firm or a carrier holds.
TWO_THINGS = re.compile(r".的.|.(?:落户|入驻|位于|坐落|连同).")
#: A rule's weaker claim to another part of a name says nothing of the name: 自动驾驶 of 自动驾驶出行服务.
_WEAK = 0.3
#: What no rule sees counts like one that says it is hardly so: of services that only the model sees two of three are none.
_ALONE = 0.3
#: A carrier's ending says nothing against what the model sees, however common it is: of 123 that were doubted
#: for that alone, in replies that nobody had read, 92 were carriers.
_ENDINGS = ("suffix.carrier", "list.carrier")
_HALF_SURE = 0.5
_COUNTED = re.compile(
    r"(?:(?:全[国省市区县]|[我本][省市区县])?(?:首|第[一二三四五])(?:条|个|家|批|座|项|套|处|台)|\d{2,}(?:路|个|家|项))(?=[\u4e00-\u9fffA-Za-z0-9]{3})"
)
_TO_OUR_OWN = re.compile(TO_OUR_OWN)
_PUT_UP = re.compile("(?:新建|建成|建设|搭建|打造|推出|上线|开发)了?(?=[\u4e00-\u9fffA-Za-z]{4})")
#: 智能导办服务“甲小办”: of what kind a service is, and then its name.
_OF_ITS_KIND = re.compile("[^“”]{0,8}(?:服务|助手|平台|系统|小程序|智能体|数字人)(?=“[^“”]{2,12}”?$)")
_FIRST_OF_A_PLACE = re.compile(
    "[\u4e00-\u9fff]{2,6}[省市区县州](?:首[个条家批座套]|第一[个条家座套])(?=[\u4e00-\u9fffA-Za-z0-9]{3})"
)
#: What the model takes along and is no part of the name: where firms stand before it, their projects behind it, 内 and 里 behind a park.
_BEFORE_FIRM = re.compile(r"(?:经开区|高新区|开发区|综保区|保税区|工业区|片区|园区)(?=.{2})")
_BEHIND_FIRM = re.compile(
    r"(?:项目|旗下|总|(?<=.{2})[将把]其?(?:[\u4e00-\u9fff]{0,2}总部)?|[以由等]|(?<=.{2})(?<!美)的|(?<=.{2})[还也仍又](?:将|已|在)?|(?<=.{3})(?:加速|加快|率先|凭借|借助|致力)|[两三四五六七八九十\d]+家(?:企业|公司)?)$"
)
_BEHIND_SITE = re.compile(
    r"(?<=[园区楼厦城港谷地])[里内原由以]$|的?项目$|等$|(?:办公|人气)$|(?:\d+号)?厂房?$|(?<=[园区城谷港])写字楼$|(?<=期)孵$"
    # 甲谷、乙中心六大特色产业园: how many there are, behind the last of a row.
    r"|(?<=.{2})[两二三四五六七八九十]大(?:[\u4e00-\u9fff]{0,8}(?:园区?|载体|基地|平台|片区|板块)|中心|楼宇)$"
)
#: 甲平台项目, 甲平台包括乙: what is built is the platform, and what it holds is another thing.
_BEHIND_SERVICE = re.compile(
    "(?<=平台|系统|大脑|程序)(?:(?:建设)?项目|(?:包括|包含|涵盖).{2,})$|(?<=航线|专线)(?:常态化|商业化?|运营|运行){0,3}“?(?:第一飞|首飞|首航)”?$"
)
#: 甲村环村道路: the village alone.
_BEHIND_VILLAGE = re.compile("(?<=.{2}村)[环通进入联连]村$")
#: 甲中学教师, 乙协会会员, 丙研究所所长丁某: who belongs to it; a 院士工作站 and a 教师教育学院 are bodies.
_BEHIND_BODY = re.compile(
    "(?<=[学院会所])(?:教[师授]|院士|会员|副?[院会所校]长|副$)[\u4e00-\u9fff]{0,3}(?<![学院会所校心室部处科办站团队组])$|(?<=大学)教$|(?<=[院所])院$"
)
_BEHIND = {
    "Community": _BEHIND_VILLAGE,
    "Enterprise": _BEHIND_FIRM,
    "Carrier": _BEHIND_SITE,
    "Scenario": _BEHIND_SERVICE,
    "Organisation": _BEHIND_BODY,
}
#: What stands in no name: a verb, how two places lie to each other.
_NOT_WITHIN = re.compile(
    r"(?<=.{2})(?:并称|定位|包含|分[两二三四五]期|接踵而至|围绕|从事|旗下|[东西南北](?:连|接|邻|靠|依|距)|串联|毗邻|紧邻|齐聚|位于|坐落).*$"
)
#: What a carrier's name may end in behind another ending: 甲园一期, 乙广场B座, 丙科学城丁产业园.
_SITE_ENDS = re.compile(rf"(?:{alternation('carrier_suffixes')}|[A-Za-z0-9一二三四五六七八九十]|[期座楼区馆厦号）”])$")
#: A preposition or a verb that the model takes along before a name.
_LED_BY = re.compile(
    r"(?:[对由](?=[\u4e00-\u9fff]{2,}(?:区|园|厦|楼|城|场|谷|港|街|镇|基地|中心))|原(?=[\u4e00-\u9fff]{2,}(?:区|园))|[东西南北](?:连|接|邻|临|靠|依|距)|串联|毗邻|紧邻|齐聚|建议对?|会同|[\u4e00-\u9fff]{2,10}选址[于在]?(?=[\u4e00-\u9fff]{3}))"
)
#: 我市甲办 is 市甲办, 我局乙中心 is 乙中心, 报国务院 is 国务院.
_OUR = re.compile("我(?:(?=[省市区县州旗][\u4e00-\u9fff]{2})|[局委办厅院会](?=[\u4e00-\u9fff]{3}))|[须需]?报(?=国务院|中央)")
#: What is done in a service.
_IS_DONE = re.compile("申请|办理|预约|查询|提交|登录|上传|扫码|点击|开展|进行|实现|提供|推出|上线|设立|开设|增设|设置|推送")
_HALF = re.compile(r"（[^）]*$|^[^（]*）(?=.)")
#: Rules that know where a name begins and ends, where the model does not see it begin earlier: quotations, what a place tries, lists, legal names, malls, addresses, our own firms, firms before their project or seat.
_BOUNDED = (
    "quoted.",
    "service.tr",
    "service.matter",
    "service.begun",
    "list.quoted",
    "list.enterprise",
    "table.cell",
    "suffix.legal",
    "suffix.mall",
    "role.ours",
    "role.project",
    "known.seat",
    "suffix.numbered",
)


def is_torn(reply: Reply, mention: Mention) -> bool:
    """Whether a carrier or a body that the model sees ends in the middle of a noun: 老城市, 超级工厂; 园内 and 汇为 are no nouns."""
    if mention.type not in ("Carrier", "Organisation") or (mention.type == "Organisation" and _IS_BODY.search(mention.name)):
        return False
    if reply.flow.text[mention.end] in _BEHIND_A_NAME:
        return False
    if mention.name.endswith("中心") and reply.flow.text.startswith(("市区", "城区"), mention.end):
        return True  # 甲州中心市区
    return _cuts_a_word(reply, mention.end) and reply.tokens[reply.token_at(mention.end - 1)].tag[:1] == "n"


#: Behind a name, though the dictionary has a noun that both are in: 新城里, 谷则.
_BEHIND_A_NAME = frozenset("里则")


def joined(reply: Reply, span: Span, judged: list[Mention]) -> Mention:
    """The rules' mention of the same name, as sure as both are in the mean, the model twice; else a new one.

    Where the two see its bounds differently, a quotation is what the rules say (“甲乙园”数字街区 is 甲乙园), and so is what a list or
    a legal name bounds and what the model takes together with a verb; else it is the model's.

    Parameters
    ----------
    reply:
        Whose flow is read.
    span:
        What the model sees.
    judged:
        The rules' mentions with the confidences that they have, in order.
    """
    start, end = _bounds(reply, span)
    # What the model lets run over a table's cells stands in the last of them.
    span = span._replace(start=max(start, reply.flow.text.rfind("|", start, end - 1) + 1), end=end)
    first = max(bisect_right(judged, span.start, key=lambda m: m.start) - 1, 0)
    near = (judged[number] for number in range(first, len(judged)))
    inside = takewhile(lambda m: m.start < span.end, near)
    rival = next((m for m in inside if m.type == span.type and span.start < m.end), None)
    name = clean(reply.flow.text[span.start : span.end])
    if rival is None or (rival.confidence < _WEAK and (rival.start, rival.end) != (span.start, span.end)):
        alone = (2 * span.probability + _ALONE) / 3 if span.type == "Scenario" else span.probability
        return Mention(span.type, name, span.start, span.end, "learned", round(alone, 3))
    # Where the model sees but a part of what a rule's ending bounds, it hardly knows the ending: then both count alike.
    part = rival.rule == "suffix.carrier" and rival.start == span.start and rival.end > span.end
    weight = 1 if part else 2
    claimed = max(rival.confidence, _HALF_SURE) if rival.rule in _ENDINGS else rival.confidence
    sure = round((weight * span.probability + claimed) / (weight + 1), 3)
    same = (rival.start, rival.end) == (span.start, span.end)
    if (own := trusted(rival, seen=True)) and (same or sure <= (own if trusted_as(rival) in STAND else UNSEEN)):
        return replace(rival, confidence=max(sure, own))
    if same or part or _has_the_bounds(reply, rival, span):
        return replace(rival, confidence=max(sure, own) if rival.type == "Enterprise" else sure)
    return Mention(span.type, name, span.start, span.end, rival.rule, sure)


_TOWNS_OFFICE = re.compile("(?:街道|镇|乡)")
#: Rules that go by how the name of a body ends, and how it ends; 县政府转到我厅 are two.
_OFFICES = ("suffix.organisation", "suffix.bureau")
_IS_BODY = re.compile(rf"(?:{alternation('organisation_suffixes')}|[委办厅局部院校会所社团馆站组])$")
_TWO_BODIES = re.compile("[我本该]|政府")


def _is_no_whole_body(reply: Reply, rival: Mention, span: Span) -> bool:
    """Whether what the model sees is only a place, or ends inside a word, where a rule goes on to a body's ending: 甲市 of 甲市大数据中心."""
    name = reply.flow.text[span.start : span.end]
    if _IS_BODY.search(name) or _TWO_BODIES.search(reply.flow.text, span.start, rival.end):
        return False
    return _cuts_a_word(reply, span.end) or is_division(name)


def _has_the_bounds(reply: Reply, rival: Mention, span: Span) -> bool:
    """Whether a rule knows better than the model where a name begins and ends."""
    text = reply.flow.text
    torn = span.type != "Scenario" and TWO_THINGS.search(text[span.start : span.end])
    longer = span.end == rival.end and span.start < rival.start - 1
    # 甲银行乙支行 of which the model sees but 甲银行乙, 光电和智能制造产业园 of which it sees the half behind 和.
    branch = rival.rule in ("known.firm", "known.carrier") and rival.start == span.start and rival.end > span.end
    half = rival.end == span.end and rival.start < span.start and text[span.start - 1] in "和与及"
    # 甲集团计划 of 甲集团计划扩产, 甲基座应 of 甲基座应用: the model's end stands in the middle of a word, the rule's does not.
    cut = rival.rule == "known.firm" and rival.start == span.start and rival.end < span.end and _cuts_a_word(reply, span.end)
    torn_service = span.type == "Scenario" and rival.start == span.start and _cuts_a_word(reply, span.end)
    cut = cut or (torn_service and not _cuts_a_word(reply, rival.end))
    # 甲产业园南部表面 of 甲产业园南部表面处理厂: the model runs on behind an ending and does not come to another one.
    runs_on = rival.rule == "suffix.carrier" and rival.start == span.start and rival.end < span.end
    runs_on = runs_on and not _SITE_ENDS.search(text[rival.end : span.end])
    # 随申办申请办理助餐服务: what is done in a service that the whole country knows.
    done = rival.rule == "service.known" and rival.start == span.start and _IS_DONE.match(text, rival.end, span.end)
    # 甲 of 甲街道办事处: an office's name does not end before what it is.
    office = span.type == "Organisation" and rival.rule in _OFFICES and rival.start <= span.start and rival.end > span.end
    office = office and (bool(_TOWNS_OFFICE.match(text, span.end, rival.end)) or _is_no_whole_body(reply, rival, span))
    return bool(torn or branch or half or cut or runs_on or done or office or (rival.rule.startswith(_BOUNDED) and not longer))


def _cuts_a_word(reply: Reply, end: int) -> bool:
    """Whether a position of the flow stands inside a word that the dictionary has."""
    token = reply.tokens[reply.token_at(end - 1)]
    return token.start + len(token.word) > end and not is_unknown(token.word)


def _bounds(reply: Reply, span: Span) -> tuple[int, int]:
    """Where a name begins and ends inside what the model sees as one."""
    text, start, end = reply.flow.text, span.start, span.end
    if counted := _COUNTED.match(text, start, end):
        start = counted.end()  # 首条甲线 is 甲线
    ahead = {"Scenario": _PUT_UP, "Organisation": _OUR}.get(span.type)
    if led := _TO_OUR_OWN.match(text, start, end) or (ahead and ahead.match(text, start, end)):
        start = led.end()  # 对区甲平台, 新建乙平台, 我市丙办
    if span.type == "Scenario" and (kind := _OF_ITS_KIND.match(text[start:end])):
        start += kind.end()
    if placed := _FIRST_OF_A_PLACE.match(text, start, end):
        start = placed.end()  # 甲市首个乙系统
    if text[start] in "省市区县镇乡" and text[start - 1] in "你您贵我本该全" and end - start > 3:
        start += 1  # 你县甲工业园区
    if span.type == "Carrier":
        start = own_start(text, start, end)
    if span.type == "Enterprise" and text[start] in "对与由向为给" and text[start + 1 : end] in words("firms"):
        start += 1
    if span.type in ("Enterprise", "Carrier"):
        start, end = _without_verbs(reply, start, end)
    if span.type == "Enterprise":
        zone = _BEFORE_FIRM.match(text, start, end)
        start, end = zone.end() if zone else start, before_count(text, start, before_region(text, start, end))
    tail = _BEHIND[span.type].search(text[start:end]) if span.type in _BEHIND else None
    if tail and tail.start() > 1:
        end = start + tail.start()
    if half := _HALF.search(text[start:end]):  # 甲产业园（乙园区 without its other bracket
        start, end = (start + half.end(), end) if half.start() == 0 else (start, start + half.start())
    if text[end - 1] == "）" and "（" not in text[start:end]:
        end -= 1
    return (start, end) if end - start > 1 else (span.start, span.end)


def _without_verbs(reply: Reply, start: int, end: int) -> tuple[int, int]:
    """A name without the verb or the preposition that the model takes along: 对甲大厦, 乙谷并称丙两谷."""
    text = reply.flow.text
    start += text.startswith("区域", start - 1)  # 核心区域先进制造一期
    led = _LED_BY.match(text, start, end)
    if led and end - led.end() > 2:
        word = reply.tokens[reply.token_at(start)].word
        start = led.end() if len(led.group()) > 1 or is_unknown(word) or len(word) == 1 else start
    within = _NOT_WITHIN.search(text[start:end])
    return start, start + within.start() if within else before_its_deed(text, start, end)
