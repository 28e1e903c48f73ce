"""Lines that are named by where they begin and end: 甲镇至乙村的无人机邮路, “丙—丁”低空航线."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.reading import divisions
from graph.reading.cues import Sought
from graph.reading.mentions.names import clean
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["behind_towns", "routes"]

#: A character of the name of an end: no particle, no conjunction, no preposition.
_E = r"(?:(?![了的在和与及是有等由将把对条为从至到])[\u4e00-\u9fffA-Za-z0-9])"
_KIND = "(?:航线|邮路|专线|观光线|接驳线|配送线|短驳线|快线)"
_NAME = rf"(?P<name>{_E}{{2,14}}(?:—|-|至|到){_E}{{2,14}}?的?{_E}{{0,12}}?{_KIND})"
#: 开通甲至乙的丙航线; and 甲至乙丙航线正式首飞. Of 23 such names in annotated replies 21 are services.
_OPENED = Sought(
    rf"(?:开通|开行|开辟|试飞|首飞|启用|新增|开设|试点|恢复|增开|投运|运营)(?:了|的)?(?:(?:全[国省市区县]|我[省市区县]|本市)?首条|[一两三四五\d]条)?从?{_NAME}"
    r"(?=[，。；、（\n]|[一二两三四五六七八九十\d]+条|$)"
)
_RUNS = Sought(
    rf"(?<=[，。；：、\n日])(?:其中|如|包括)?{_NAME}(?=(?:已|正式|于[^，。；]{{2,14}}?|成功|目前|日前|也|现已|率先|顺利)*"
    r"(?:开通|首飞|首航|试飞|开行|投用|启用|运营|运行|试运行|投运|接待|全长|日均|累计|完成首飞|单程))"
)
#: “甲—乙”无人机邮路: of seven all are services.
_QUOTED = Sought(rf"“(?P<ends>{_E}{{2,14}}(?:[—-]{_E}{{2,14}})+)”(?P<kind>{_E}{{0,10}}?{_KIND})")
#: What flies: the name or what is said before it tells; a jet to another country is no such line.
_FLIES = re.compile("无人机|低空|eVTOL|直升机|飞行汽车|载人|通用航空|空中(?!航线)|跨城跨湾")
_JET = re.compile("国际|洲际|全货机|客机|航班|集装箱|班轮|海运|近洋|远洋|机场至.{2,8}机场")
_DRIVES = re.compile("自动驾驶|无人|智能网联|旅游|通勤|观光|定制|接驳|摆渡|直通|景区")
_ASKED = re.compile("建议|提出|提案|希望|要求|关于|申请|呼吁")
_WHAT_FOR = re.compile(rf"(?:跨[城江海湾]|无人机|低空|eVTOL|直升机|载人|自动驾驶)(?:(?!航线|邮路)[\u4e00-\u9fff]){{0,8}}{_KIND}$")
#: So many characters before a line tell what the paragraph is about.
_NEAR = 160


def routes(reply: Reply) -> list[Mention]:
    """Every such line of the body outside headings that is there or is to be, and not only asked for."""
    return [behind_towns(reply, m) for s in reply.sentences if not s.heading for m in _in_sentence(reply, s)]


#: 甲镇至乙镇的无人机航线: its ends, where they are towns.
_TOWNS = re.compile(r"(?P<one>[\u4e00-\u9fff]{1,5}?(?:街道|镇|乡))(?:至|到|—|-)(?:(?P<two>[\u4e00-\u9fff]{1,5}?(?:街道|镇|乡)))?")


def behind_towns(reply: Reply, line: Mention) -> Mention:
    """A line whose ends are towns of the replying place under its whole name, but found behind them: each is a place of its own."""
    towns, code = _TOWNS.match(reply.flow.text, line.start, line.end), reply.where.code
    if towns is None or code is None or divisions.township(towns["one"], code) is None:
        return line
    both = towns["two"] is not None and divisions.township(towns["two"], code) is not None
    start = towns.end("two") if both else towns.end("one")
    start += reply.flow.text.startswith("的", start)
    return Mention(line.type, line.name, start, line.end, line.rule, line.confidence, line.aliases)


def _in_sentence(reply: Reply, sentence: Sentence) -> Iterator[Mention]:
    text = reply.flow.text
    yield from _quoted(text, sentence)
    for pattern in (_OPENED, _RUNS):
        for line in pattern.finditer(text, sentence.start, sentence.end):
            start, end = line.span("name")
            clause = max(text.rfind("，", sentence.start, start) + 1, sentence.start)
            if _ASKED.search(text, clause, start) or not _is_one(text[start:end], text[max(start - _NEAR, 0) : end]):
                continue
            yield Mention("Scenario", clean(text[start:end]), start, end, "service.ends", 0.75, _by_kind(text[start:end]))


def _quoted(text: str, sentence: Sentence) -> Iterator[Mention]:
    """Lines whose ends stand in quotation marks, called by them alone, too."""
    for line in _QUOTED.finditer(text, sentence.start, sentence.end):
        name = clean(line["ends"] + line["kind"])
        if _is_one(name, text[max(line.start() - _NEAR, 0) : line.end()]):
            yield Mention("Scenario", name, line.start(), line.end(), "service.ends", 0.75, (clean(line["ends"]),))


def _by_kind(name: str) -> tuple[str, ...]:
    """What a line is called without its ends: 无人机农产品运输航线."""
    kind = _WHAT_FOR.search(name)
    return (clean(kind.group()),) if kind else ()


def _is_one(name: str, near: str) -> bool:
    """Whether a line is one that a place opens by a new means, and no flight of an airline or bus of every day."""
    if _JET.search(name):
        return False
    if name.endswith("观光线"):
        return True
    return bool(_FLIES.search(near) if name.endswith(("航线", "邮路", "配送线")) else _DRIVES.search(name))
