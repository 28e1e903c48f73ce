"""The zone that replies: 我区 in a reply of a development zone's committee is the zone, and no district or city."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.reply import Reply

__all__ = ["seat"]

_TYPES = ("Carrier", "BusinessCircle", "District")
_COMMITTEE = re.compile(
    r"管理委员会|管委会|管理局|(?:开发区|高新区|经开区|新区|片区|新城|科技城|科学城)[\u4e00-\u9fff]{1,14}[局室委]$"
)
#: The long and the short form of what kind of zone it is.
_KINDS = (
    (re.compile("高新技术(?:产业)?(?:开发区|园区)|高新技术产业园"), "高新区"),
    (re.compile("经济(?:技术)?开发区"), "经开区"),
)
_OURS = re.compile("我区|全区|(?<![园校社地])区内")


def seat(reply: Reply, known: list[Known], home: Known | None) -> Known | None:
    """The zone that the reply calls 我区, where it is no official division; else the replying district.

    Parameters
    ----------
    reply:
        Whose department is looked at.
    known:
        Its entities.
    home:
        The replying district, city or province.
    """
    if home is not None and not (home.code and str(home.code).endswith("00")):
        return home
    zones = [k for k in known if k.type in _TYPES and k is not home and (not k.code or k.name.endswith("新区"))]
    department = reply.heading.department or ""
    if _COMMITTEE.search(department):
        said = _short(department)
        named = [k for k in zones if any(len(n) > 2 and _short(n) in said for n in (k.name, *k.aliases))]
        return max(named, key=lambda k: (len(k.name), -k.mentions[0].start if k.mentions else 0), default=home)
    if department or home is None or home.name[-1] == "区" or not _OURS.search(reply.flow.text):
        return home
    ours = [k for k in zones if k.name.endswith("区") and k.mentions]
    return max(ours, key=lambda k: (len(k.mentions), -k.mentions[0].start), default=home)


def _short(name: str) -> str:
    for kind, short in _KINDS:
        name = kind.sub(short, name)
    return name
