"""Services and vehicles that are named by a digital word and by what they do: 自动驾驶环卫车, 无人机外卖, 机器人剧场."""

from __future__ import annotations

import re

from graph.reading.lexicon import alternation, words
from graph.reading.mentions.enumerations import Enumeration
from graph.reading.mentions.names import clean, is_generic, left_edge
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["services"]

_DONE_BY = rf"(?:{alternation('service_marks')})"
_SERVICE = re.compile(
    rf"{_DONE_BY}[\u4e00-\u9fffA-Za-z0-9+]{{0,8}}?(?:{alternation('scenario_suffixes', 'service')})(?!业|商(?!圈)|员|者|机|人才|企业|产业|市场|技术|标准|方面|领域|需求|行业)"
)
_MORE = re.compile(rf"(?:{alternation('scenario_suffixes', 'service')})(?!业)")
#: What no service has in its name: it would be a sentence.
_SENTENCE = re.compile(
    r"^\d|中心|监控|平台|[的了在和与及等对由被将把为是有]|企业|产业|公司|技术|领域|开展|推动|发展|提供|实现|进行|支持|研发|应用于"
)
#: Words of a clause that speaks of a thing that is there or is to be, and not of a field at large.
_CONCRETE = re.compile(
    r"试点|上线|推出|打造|建成|开通|投放|投入|启用|运行|开展|开辟|部署|引入|首[个条家座批]|运营|落地|常态化|示范|推广|覆盖|设有|设置|配置|配备|安装|提供|完成|实现|投用|试行|接入|规划|改造|进驻|上路|行驶|开设|建设|探索|实施|用上|借用|进入常态|[区院园场店站港有]有"
)
_AT_LARGE = re.compile(
    r"(?:发展|聚焦|布局|培育|鼓励|面向|围绕|瞄准|壮大|攻关|涵盖|涉及|从事|生产|制造|销售|研制|包括)[^，。；]{0,20}$"
)
#: 甲—乙低空航线.
_ROUTE = re.compile(
    r"(?P<from>[\u4e00-\u9fff]{2,6})(?:—|-|至)[\u4e00-\u9fff]{2,8}?(?:[低无航空跨][\u4e00-\u9fff]{1,8}?)?(?:航线|专线)"
)
_PROJECT = re.compile(
    r"[^，。；：、！？“”《》（）\s的和与及等在由]{4,24}?(?:应用示范项目|示范应用项目|应用试点项目|试点示范项目|示范工程|示范线|示范项目)(?=[，。；、（]|已|建设|的|在)"
)


def services(reply: Reply, lists: list[Enumeration]) -> list[Mention]:
    """Every such name of the body, where its clause speaks of a thing that is there or is to be.

    Parameters
    ----------
    reply:
        Whose flow is read.
    lists:
        Its lists: an item of a list of fields or technologies is no service.
    """
    fields = {i for e in lists if e.head in ("Sector", "Product", "Enterprise", "-") for s, t in e.items for i in range(s, t)}
    named = [m for s in reply.sentences if not s.heading for m in _in_sentence(reply, s) if m.start not in fields]
    return [*named, *_known(reply)]


_KNOWN = re.compile(rf"(?:{alternation('known_services')})")


def _known(reply: Reply) -> list[Mention]:
    """Public services that the whole country knows by name: 一网通办."""
    found = _KNOWN.finditer(reply.flow.text, *reply.body)
    return [Mention("Scenario", clean(m.group()), m.start(), m.end(), "service.known", 0.75) for m in found]


def _in_sentence(reply: Reply, sentence: Sentence) -> list[Mention]:
    text, found = reply.flow.text, []
    for service in _SERVICE.finditer(text, sentence.start, sentence.end):
        if text[service.start() - 1] == "”":
            continue
        end = more.end() if (more := _MORE.match(text, service.end(), sentence.end)) else service.end()
        clause = max(text.rfind("，", sentence.start, service.start()) + 1, sentence.start)
        start = left_edge(reply, service.end(), max(clause, service.start() - 8), tail=service.end() - service.start())
        name = text[start:end]
        if _SENTENCE.search(name) or name in words("sectors") or is_generic(name):
            continue
        stop = text.find("，", end, sentence.end)
        said = text[clause : sentence.end if stop < 0 else stop]
        if _CONCRETE.search(said) and not _AT_LARGE.search(text[clause:start]):
            found.append(Mention("Scenario", clean(name), start, end, "service.named", 0.6))
    for route in _ROUTE.finditer(text, sentence.start, sentence.end):
        begin = max(text.rfind(mark, sentence.start, route.start("from")) for mark in "，、；与和及了") + 1
        start = left_edge(reply, route.end("from"), max(begin, sentence.start))
        found.append(Mention("Scenario", clean(text[start : route.end()]), start, route.end(), "service.route", 0.6))
    for project in _PROJECT.finditer(text, sentence.start, sentence.end):
        start = left_edge(reply, project.end(), project.start(), verbs=True)
        name = text[start : project.end()]
        if len(name) >= 8 and not is_generic(name) and re.search(rf"{alternation('scenario_marks')}", name):
            found.append(Mention("Scenario", clean(name), start, project.end(), "service.project", 0.6))
    return found
