"""The zone or the town that replies: what 我区 means for firms, and where the office that runs a pilot sits."""

from __future__ import annotations

import re

from graph.reading.entities import Known
from graph.reading.entities.zones import by_short_kind
from graph.reading.reply import Reply

__all__ = ["is_of_a_zone", "office_seat", "seat"]

_TYPES = ("Carrier", "BusinessCircle", "District")
_COMMITTEE = re.compile(
    r"管理委员会|管委会|管理局|(?:开发区|高新区|经开区|新区|片区|新城|科技城|科学城)[\u4e00-\u9fff]{1,14}[局室委]$"
)
#: Behind the name of a zone or a town whose own office replies: 甲新区管理委员会, 乙镇人民政府.
_OFFICE = re.compile(
    "(?:管理|规划建设|建设)*(?:委员会|管委会|管理局|办事处)|人民政府|[\u4e00-\u9fff]{2,10}局$|(?:经济(?:综合)?|产业|技术|实验|开发)*区"
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
        said = by_short_kind(department)
        named = [k for k in zones if any(len(n) > 2 and by_short_kind(n) in said for n in (k.name, *k.aliases))]
        return max(named, key=lambda k: (len(k.name), -k.mentions[0].start if k.mentions else 0), default=home)
    if department or home is None or home.name[-1] == "区" or not _OURS.search(reply.flow.text):
        return home
    ours = [k for k in zones if k.name.endswith("区") and k.mentions]
    return max(ours, key=lambda k: (len(k.mentions), -k.mentions[0].start), default=home)


def office_seat(department: str | None, known: list[Known]) -> Known | None:
    """The zone or the subdistrict whose office a department is, or is part of: where what it runs is piloted.

    Parameters
    ----------
    department:
        Who replies; of several together there is no one seat.
    known:
        The reply's entities.
    """
    if not department or "、" in department:
        return None
    found = [
        (len(name), k)
        for k in known
        if k.type in ("Carrier", "Subdistrict")
        for n in (k.name, *k.aliases)
        for said, name in ((department, n), (by_short_kind(department), by_short_kind(n)))
        if len(name) > 1 and (at := said.find(name)) >= 0 and _OFFICE.match(said, at + len(name))
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


#: 甲高新区教育局, 乙新区管理委员会: the office of a zone.
_OF_A_ZONE = re.compile(
    "(?:高新区|经开区|开发区|新区|片区|园区|科技城|科学城|综保区|港区|度假区|合作区|示范区|试验区)[\u4e00-\u9fff]{2,14}(?:局|委员会|管委会|办公室|中心)$|(?:高新区|经开区|开发区|新区|片区|园区)管委会$"
)


def is_of_a_zone(department: str | None, home: Known | None) -> bool:
    """Whether the office that replies is a zone's, and not that of the division which the reply is of: 甲高新区教育局, 甲市."""
    if not department or home is None or home.type != "District" or home.name in department.removeprefix("市"):
        return False
    return bool(home.code) and str(home.code).endswith("00") and bool(_OF_A_ZONE.search(by_short_kind(department)))
