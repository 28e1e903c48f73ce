"""Rules that need no model to be believed: how sure they are by themselves."""

from __future__ import annotations

import re

from graph.reading.lexicon import words
from graph.records import Mention

__all__ = ["STAND", "trusted", "trusted_as"]

#: Rules that need no model to be sure of the same, where they are this sure themselves: how sure they are of what it does not see,
#: and of what it sees and is less sure of. Of such finds in replies that the model had not learned, 13 of 35 of quoted.followed were
#: right where it saw nothing and 27 of 35 where it saw something, 16 of 24 and 25 of 33 of service.known, 35 of 54 and 6 of 9 of
#: list.enterprise, all of the few of the others.
_ALONE_RIGHT = {
    "list.quoted": (0.9, 0.9, 0.9),
    "quoted.followed": (0.75, 0.0, 0.75),
    "quoted.whole": (0.5, 0.65, 0.7),
    "quoted.named": (0.75, 0.65, 0.75),
    "quoted.known": (0.7, 0.65, 0.75),
    "list.enterprise": (0.95, 0.6, 0.6),
    "role.piloted": (0.8, 0.6, 0.6),
    "role.deed": (0.75, 0.75, 0.8),
    "role.held-up": (0.75, 0.6, 0.65),
    "role.head": (0.75, 0.65, 0.7),
    "role.ours": (0.65, 0.65, 0.7),
    "known.seat": (0.7, 0.65, 0.7),
    "role.project": (0.75, 0.65, 0.7),
    "known.local": (0.75, 0.75, 0.8),
    "table.cell": (0.7, 0.7, 0.7),
    "service.known": (0.7, 0.65, 0.75),
    "quoted.service-kind": (0.75, 0.6, 0.65),
    "quoted.runs-at": (0.8, 0.65, 0.7),
    "quoted.hosts": (0.8, 0.65, 0.7),
    "quoted.sure-ending": (0.8, 0.65, 0.75),
    "suffix.app": (0.65, 0.6, 0.65),
    "suffix.built": (0.8, 0.6, 0.65),
    "suffix.party": (0.75, 0.75, 0.8),
    "list.named": (0.6, 0.6, 0.65),
    "list.done": (0.9, 0.6, 0.65),
    "list.among": (0.7, 0.6, 0.65),
    "service.trial": (0.7, 0.6, 0.65),
    "service.tried": (0.7, 0.6, 0.65),
    "service.matter": (0.7, 0.7, 0.75),
    "suffix.online": (0.7, 0.65, 0.7),
    "service.ends": (0.7, 0.65, 0.7),
    "service.travels": (0.7, 0.65, 0.7),
    "service.begun": (0.75, 0.65, 0.7),
    "quoted.trial": (0.8, 0.65, 0.75),
}


def trusted(mention: Mention, *, seen: bool) -> float:
    """How sure a rule's mention is by itself, 0 where it is a doubt; ``seen`` tells whether the model sees something there too."""
    least, alone, together = _ALONE_RIGHT.get(trusted_as(mention), (1.1, 0.0, 0.0))
    torn = mention.type == "Enterprise" and _NO_FIRM.search(mention.name)
    return (together if seen else alone) if mention.confidence >= least and not torn else 0.0


#: What a list of firms may be cut from, and no firm: 产品600, 参与度不高.
_NO_FIRM = re.compile(r"\d|[不很较][高低大小强多]$")


#: Quotations that stand by themselves wherever the model is less sure than they are.
STAND = frozenset(("quoted.known", "quoted.named", "quoted.sure-ending", "quoted.trial", "quoted.whole"))
#: “甲”小程序: of 16 that were doubts, in replies that nobody had read, eleven are services and none is something else.
_WHAT_IT_IS = ("小程序", "APP", "App", "平台", "系统", "场景")

#: Items of lists of services with a digital word, but for whole fields and what is cut from a clause: of 94 in annotated replies 85 are right.
_DIGITAL = re.compile(
    "智慧|智能|数字|无人|AI|5G|线上|远程|一键|扫码|刷脸|机器人|VR|低空|电子|数智|云(?![南冈浮龙霄和梦岭])|识别|监测|预警|巡[查检]"
)
_NO_ITEM = re.compile(
    "[的,，、]|^(?:自动|无人|智能)驾驶$|^人工智能$|^智能制造$|^(?:拓展|应用|探索|推广|建设|开发|推进)|.(?:开发|展示|拓展)|赛道|软件|云[南冈]|^智[慧能](?:农林|医疗|农业|交通|教育|物流|养老|旅游|制造|金融|城市)$|系统$|端$|化感知"
)


def trusted_as(mention: Mention) -> str:
    """The rule that a mention is trusted by, its own but for quotations.

    ``quoted.known`` is what the whole country knows, ``quoted.named`` where the word behind says what kind of service it is (not
    “上车” of 为企业“上车”场景); ``list.named`` an item of a list of services that has a digital word.
    """
    if mention.rule.startswith("quoted.") and mention.name in words("known_services"):
        return "quoted.known"
    if mention.rule == "role.piloted" and mention.name in words("known_services"):
        return "service.known"
    if mention.rule == "list.digital" and _DIGITAL.search(mention.name) and not _NO_ITEM.search(mention.name):
        return "list.named"
    said = (a for a in mention.aliases if a.startswith(mention.name) and (a.endswith(_WHAT_IT_IS) or a == f"{mention.name}应用"))
    named = mention.rule == "quoted.followed" and len(mention.name) > 2 and any(said)
    return "quoted.named" if named else mention.rule
