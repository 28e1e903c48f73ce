"""Places that stand behind the zone, or the side of a county, which they are in: 甲高新区乙街道, 丙市丁新区戊镇, 甲县北部的乙镇."""

from __future__ import annotations

import re

from graph.reading.entities import Known

__all__ = ["ZONE", "is_behind_zone", "is_in_zone", "is_on_its_side"]

ZONE = re.compile(r"(?:高新区|经开区|开发区|商务区|科学城|保税区|软件园|科技城|工业区|自贸区|新城)$")
#: A new area is as often run as a district of its own.
_AREA = ("新区", "示范区")
#: 丙市丁新区戊镇: between the city and the town, where the zone is no known entity.
_UNKNOWN = re.compile("[\u4e00-\u9fff]{2,4}(?:新区|高新区|经开区|开发区|示范区|商务区)")


def is_in_zone(larger: Known, smaller: Known, gap: str) -> bool:
    """Whether a town stands right behind the zone that it is in."""
    town = larger.type == "Carrier" and smaller.type == "Subdistrict" and not gap
    return town and bool(ZONE.search(larger.name) or larger.name.endswith(_AREA))


def is_behind_zone(larger: Known, smaller: Known, gap: str) -> bool:
    """Whether only the name of a zone that is no known entity stands between a city and a town."""
    return larger.type == "District" and smaller.type == "Subdistrict" and bool(_UNKNOWN.fullmatch(gap))


#: 位于甲县北部乙镇, 地处甲市近郊的乙镇, 甲县城西北部的乙镇: which side of it the place is on; not 以北, which is beyond it.
_SIDE = re.compile(
    "(?:县?城区?|主?城?区)?(?:[东西南北]{1,2}|中)部的?|(?:县城|城区|市区)?(?:[东西南北]{1,2}|[近远城市])郊的?|(?:[东西南北]{1,2}|中)部山区的?|境内的?"
)


def is_on_its_side(larger: Known, smaller: Known, gap: str) -> bool:
    """Whether only the side of a county that a place is on stands between the two."""
    inside = larger.type == "District" and smaller.type in ("Subdistrict", "Community", "Road", "Carrier")
    return inside and bool(_SIDE.fullmatch(gap))
