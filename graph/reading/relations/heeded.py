"""What is said of a document that came out, and whether it is only followed or watched: 学习新修订的《甲条例》."""

from __future__ import annotations

import re

from graph.reading.relations.scene import ROW, Pair, Scene
from graph.reading.status.verbs import OBEY

__all__ = ["DOCUMENTS", "VERB", "bare", "is_heeded"]

#: That a document is issued.
VERB = r"(?:出台|印发|发布|制定|制订|编制|颁布|下发|修订|推出|公布|发出|发过|审议通过|通过|批准|批复|转发)"
#: The documents named before one in the same row, with their numbers.
DOCUMENTS = ROW + "《》"


#: 我局将关注2021年新发布的《甲规划》, 落实新修订的《乙条例》: who heeds a document, of which the words say when it came out and not whose it is.
#: Who carries on with what is not said to be new or from above may have issued it: 我局继续实施2023年制定的《丙办法》.
_WHEN = "20\\d\\d年|今年|去年|前年|上年|年初|年底|上半年|下半年|\\d{1,2}月份?|\\d{1,2}日|近期|近日|近年|日前|刚刚?|最近|即将|将要?|拟|已经?|正式|陆续|先后|相继"
_NEW, _FROM_ABOVE = "最新|新近?|重新", "国家|上级|各级|中央|省里?|省级"
_CAME_OUT = rf"{VERB}{{1,2}}(?:施行|实施)?的[^，。；的]{{0,8}}$"
_HEEDED = re.compile(
    rf"(?:关注|学习|跟踪|宣传|宣贯|解读)(?:好|到|了)?(?:(?:{_WHEN}|{_NEW}|{_FROM_ABOVE})来?)+{_CAME_OUT}"
    rf"|(?:{OBEY}|研究|把握|掌握|对标|响应)(?:好|到|了)?(?:(?:{_WHEN})来?)*(?:{_NEW}|{_FROM_ABOVE})(?:(?:{_WHEN}|{_NEW}|{_FROM_ABOVE})来?)*{_CAME_OUT}"
)


def is_heeded(scene: Scene, policy: Pair) -> bool:
    """Whether the clause only says that a document that came out is followed or watched."""
    clause, _ = scene.clause(policy[0].start)
    return bool(_HEEDED.search(bare(scene.between(clause, policy[0].start)).rstrip(DOCUMENTS)))


_IN_BRACKETS = re.compile("（[^（）]*）")


def bare(words: str) -> str:
    """Words without what stands in brackets: a document's number."""
    return _IN_BRACKETS.sub("", words) if "（" in words else words
