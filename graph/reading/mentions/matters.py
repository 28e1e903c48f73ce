"""Errands that the offices do as one: 新生儿出生一件事, 信用修复“一件事”."""

from __future__ import annotations

import re

from graph.reading.mentions.names import clean
from graph.reading.place import find_divisions
from graph.reading.reply import Reply
from graph.records import Mention

__all__ = ["matters"]

_ONE = re.compile("(?:“一件事”(?!办理)|一件事)(?!一次|[情，]?不)")
#: So far back does what it is about begin.
_WINDOW = 14
#: What ends before the name: a mark, a launch, a particle.
_BEFORE = re.compile(
    r".*(?:[，。；：、（）“”《》\n]|上线|推出|推行|推广|新增|增设|推动|试点|依托|做好|启用|落实|开展|实施|推进|打造|完成|上新|拓展|其中|已有|例如|比如"
    r"|探索|实行|承接|纳入|聚焦|围绕|梳理|优化|通过|深化|开发|迭代|创新|建设|发布|包括|涵盖|成为|关于|设立|设置|设有|开设|建立|办[成好]|办理(?=..)|做成|实现|(?<!服)从(?![业事军医教])(?=..)|[的了是将把以和与及如]|[我全本][区县市省州盟旗])",
    re.DOTALL,
)
#: No name of an errand: how many, whose, or the saying itself (高效办成一件事).
_NONE = re.compile(
    r"[\d]|[个项批件类每同这那哪办做成好到第]$|处置$|^(?:高效|集成|联合|快速|便捷|统一|协同|如何|怎么|一次)*办理$|^(?:您|建议|提案|关于|政府|政务服务|企业|群众|个人|法人|高频|集成办理|跨部门|省级|市级|国家|首批|重点|相关|各类)$"
)


def matters(reply: Reply) -> list[Mention]:
    """Every such errand of the body that is named."""
    text, (floor, stop) = reply.flow.text, reply.body
    found = []
    for one in _ONE.finditer(text, floor, stop):
        start = max(floor, one.start() - _WINDOW)
        start += cut.end() if (cut := _BEFORE.match(text[start : one.start()])) else 0
        start += next((end for at, end, _ in find_divisions(text[start : one.start()]) if at == 0), 0)
        about = text[start : one.start()]
        asked = "关于" in text[max(floor, start - 5) : start]  # 关于增设“老年人一件事”: what the proposal says
        if not asked and 2 <= len(about) < _WINDOW and re.fullmatch("[\u4e00-\u9fff]+", about) and not _NONE.search(about):
            found.append(Mention("Scenario", clean(text[start : one.end()]), start, one.end(), "service.matter", 0.8))
    return found
