"""What names and the official lists say of places: the issuer in a document's name, the road in a building's, partOf."""

from __future__ import annotations

import re

from graph.reading import divisions
from graph.reading.entities import Known
from graph.reading.relations.here import is_province
from graph.reading.relations.named import called_after_another
from graph.reading.relations.scene import Link
from graph.reading.relations.titles import IN_NAME, issuers_in_name, place_in_name
from graph.reading.reply import Reply
from graph.records import Mention, Status

__all__ = ["by_name", "called_after", "larger_places"]

#: The road that a building is named with: 甲路乙大厦.
_NAMED_ROAD = re.compile(
    r"([\u4e00-\u9fff]{2,4}(?:(?<![电思线道公铁网出])路|大道))(?=[^口\d])(?![东西南北]?延|街道|片区|街区|社区|小区|商圈|[\u4e00-\u9fff]{0,4}(?:集聚区|经济带|走廊))"
)


#: What is a stretch of the road itself, or bears its name only.
_STREET = re.compile("(?:街|街区|菜场|市场|商圈|夜市|段|购物中心|商场|广场|[业展]带|功能区)$")


def by_name(reply: Reply, known: list[Known], home: Known | None) -> list[Link]:
    """The place in a document's own name, where no sentence says who issued it; the other place in a scenario's; the road in a building's."""
    links = []
    for policy in [k for k in known if k.type == "Policy"]:
        issuers = issuers_in_name(reply, policy.name, known, home)
        links += [_from_name(reply, "issuedBy", policy, issuer, "issued.name") for issuer in issuers]
    for scenario in [k for k in known if k.type == "Scenario"]:
        if (called := called_after_another(scenario, home)) is not None:
            codes = divisions.codes_of(called)
            place = place_in_name(known, called, codes[0] if len(codes) == 1 else None, scenario.name)
            links.append(_from_name(reply, "pilotedIn", scenario, place, "piloted.named"))
    for site in [k for k in known if k.type == "Carrier"]:
        road = next(
            (r for name in (site.name, *site.aliases) if (r := _NAMED_ROAD.match(name)) and not _STREET.search(name)), None
        )
        if road:
            links.append(_from_name(reply, "locatedIn", site, _road(known, site, road.group(1)), "located.name"))
    return links


def called_after(reply: Reply, known: list[Known], home: Known | None) -> list[Link]:
    """The county in whose full name a park's own name begins, where that county replies or its city: 甲区机器人产业园."""
    links: list[Link] = []
    if home is None or not home.code or is_province(home):
        return links
    counties = [
        k
        for k in known
        if k.type == "District"
        and k.name[-1] in "区县市旗"
        and len(k.name) > 2
        and _is_county_of(str(k.code or ""), str(home.code))
    ]
    for site in [k for k in known if k.type == "Carrier" and k.mentions]:
        named = [
            k
            for k in counties
            if any(n.startswith(k.name) and n[len(k.name)] not in "—－-·与和" for n in (site.name, *site.aliases) if n != k.name)
        ]
        if named:
            links.append(_from_name(reply, "locatedIn", site, max(named, key=lambda k: len(k.name)), "located.named"))
    return links


def _is_county_of(code: str, home: str) -> bool:
    """Whether a code is that of a county, and of the replying place or inside it; many a park of a city stands in one county of it."""
    return bool(code) and not code.endswith("00") and (code == home or divisions.inside(code, home))


def _from_name(reply: Reply, kind: str, source: Known, target: Known, rule: str) -> Link:
    mention = source.mentions[0]
    return Link(kind, source, target, Status.EXISTING, reply.flow.evidence(mention.start, mention.end), rule, 0.85)


def _road(known: list[Known], site: Known, name: str) -> Known:
    road = next((k for k in known if k.type == "Road" and k.name == name), None)
    if road is None:
        road = Known("Road", name, IN_NAME, 0.8)
        first = site.mentions[0]
        road.mentions.append(Mention("Road", name, first.start, first.end, IN_NAME, 0.8))
        known.append(road)
    return road


def larger_places(reply: Reply, known: list[Known], home: Known | None) -> list[Link]:
    """What the official lists say of places that the reply names: towns in their county, a county in the city written before it.

    So too the counties in a row behind the first: 甲市乙县、丙县.
    """
    links = []
    districts = {str(k.code): k for k in known if k.type == "District" and k.code}
    for town in [k for k in known if k.type == "Subdistrict"]:
        county = _county_of(reply, town, districts, home)
        if county is not None:
            links.append(_from_name(reply, "partOf", town, county, "divisions"))
    within = dict[str, list[Known]]()
    for place in districts.values():
        for code in divisions.chain(str(place.code))[:1]:
            within.setdefault(code, []).append(place)
    pairs = [(districts[code], place, places) for code, places in within.items() if code in districts for place in places]
    for larger, place, fellows in pairs:
        if (at := _written_before(reply, larger, place) or _in_its_row(reply, larger, place, fellows)) is not None:
            evidence = reply.flow.evidence(*at)
            links.append(Link("partOf", place, larger, Status.EXISTING, evidence, "divisions.written", 0.9))
    return links


def _county_of(reply: Reply, town: Known, districts: dict[str, Known], home: Known | None) -> Known | None:
    """A town's county, where the reply names it; the replying county for those that no list knows anywhere."""
    if town.code is not None:
        county = next((districts[c] for c in divisions.chain(str(town.code))[:1] if c in districts), None)
        return county or (home if home is not None and divisions.is_former(home.code) else None)
    if divisions.counties_of(town.name):
        return None  # 与江川路街道共建: another county's
    return home if home is not None and not str(reply.where.code or "00").endswith("00") else None


def _written_before(reply: Reply, larger: Known, place: Known) -> tuple[int, int] | None:
    """Where the text writes a place right behind the larger one: 苏州市姑苏区; offsets into the flow."""
    for first in (larger.name, *larger.aliases):
        for second in (place.name, *place.aliases):
            at = reply.flow.text.find(first + second) if len(first) > 1 and len(second) > 1 else -1
            if at >= 0:
                return at, at + len(first) + len(second)
    return None


def _in_its_row(reply: Reply, larger: Known, place: Known, fellows: list[Known]) -> tuple[int, int] | None:
    """Where a row of places of a larger one stands behind it and the place is not the first: 甲市乙县、丙县; offsets into the flow."""
    first, others, last = (_either(known) for known in ([larger], fellows, [place]))
    row = re.search(f"(?:{first})(?:(?:{others})(?:、|和|与|以?及)){{1,30}}(?:{last})", reply.flow.text)
    return row.span() if row else None


def _either(places: list[Known]) -> str:
    """A pattern for the names of some places, the longest first."""
    names = {name for place in places for name in (place.name, *place.aliases) if len(name) > 1}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
