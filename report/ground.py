"""The sections about places: where everything is, pilots and gaps, what it consists of."""

from __future__ import annotations

import networkx as nx

from graph.network.definitions import Words
from graph.network.places import unplaced_in
from graph.rdf.vocabulary import label
from report import pictures
from report.districts import chief_districts
from report.links import Linked
from report.parts import COUNTS, PLANNED, Row, Section, Table, defined, kind_of, linked, rounded, table

__all__ = ["composition", "gaps", "where"]


#: Of one kind; the map's list has all of them.
_MOST_NAMES = 60


def where(figures: Row, network: nx.MultiDiGraph[str]) -> Section | None:
    """Places with what is in them, carriers apart, and what no sentence puts anywhere."""
    rows = [row for row in figures["places"] if _said(row) and not pictures.repeats(row, figures["places"])]
    if not rows:
        return None
    rows.sort(key=lambda row: (-_said(row), row["id"]))
    carriers = [row for row in rows if row["type"] == "Carrier" and _hosted(row)]
    carriers.sort(key=lambda row: (-_hosted(row), row["id"]))
    others = [row for row in rows if row["type"] != "Carrier"]
    chart = pictures.enterprises(figures)
    what = Words(
        "各载体的企业，按领域（一家企业属两个领域时两处各计）",
        "Enterprises by carrier and sector (one of two sectors stands in both)",
    )
    out = figures["unplaced"]
    note = Words(
        f"没有句子说明在何处、因而不算进各地数字的：企业 {out['enterprises']} 家，载体 {out['carriers']} 个，"
        f"场景 {out['scenarios']} 个，名称见本节末的表。",
        f"No sentence puts anywhere, and the figures by place leave out: {out['enterprises']} enterprises, {out['carriers']} "
        f"carriers, {out['scenarios']} scenarios; the last table of this part names them.",
    )
    words = defined(
        ("企业", "Enterprises", "places/x/enterprises"),
        ("场景", "Scenarios", "places/x/scenarios"),
        ("香农多样性", "Shannon", "places/x/shannon"),
        ("HHI", "HHI", "places/x/hhi"),
    )
    caveat = Words(
        "只计有句子写明地点的；某处为 0，不等于那里没有。",
        "Only what a sentence puts there is counted; 0 does not mean that there is nothing.",
    )
    tables = tuple(found for found in (_areas(others), _carriers(carriers), _nowhere(network)) if found.rows)
    shown = ((what, chart),) if chart else ()
    return Section("where", Words("在哪里", "Where it is"), words, caveat, shown, tables, note if any(out.values()) else None)


def _said(row: Row) -> int:
    return sum(number for name in ("enterprises", "carriers", "scenarios") for number in map(int, row[name].values()))


def _hosted(row: Row) -> int:
    return sum(map(int, (*row["enterprises"].values(), *row["scenarios"].values())))


def _areas(rows: list[Row]) -> Table:
    return table(
        ("区域、街镇与商圈", "Areas, subdistricts and business circles"),
        [("地点", "Place"), ("类别", "Kind"), *COUNTS, ("香农多样性", "Shannon"), ("HHI", "HHI")],
        [
            (
                *(linked(row), kind_of(row)),
                *(sum(row["enterprises"].values()), sum(row["carriers"].values()), *row["scenarios"].values()),
                *(rounded(row["shannon"]), rounded(row["hhi"])),
            )
            for row in rows
        ],
        "places",
    )


def _carriers(rows: list[Row]) -> Table:
    return table(
        ("载体", "Carriers"),
        [("载体", "Carrier"), COUNTS[0], *PLANNED, ("领域", "Sectors")],
        [
            (
                *(linked(row), sum(row["enterprises"].values()), *row["scenarios"].values()),
                tuple(linked(sector) for sector in row["sectors"][:4]),
            )
            for row in rows
        ],
        "places",
    )


def _nowhere(network: nx.MultiDiGraph[str]) -> Table:
    """By kind what no sentence puts anywhere, by name, so that whoever is counted there can be looked up."""
    base = network.graph.get("base", "")
    rows = []
    for found in unplaced_in(network).values():
        names = sorted((network.nodes[n]["name"], n.removeprefix(base)) for n in found)
        shown = tuple(Linked(*one) for one in names[:_MOST_NAMES]) + ((Linked("…", None),) if len(names) > _MOST_NAMES else ())
        if found:
            kind = network.nodes[found[0]]["type"]
            rows.append((Words(label(kind), label(kind, "en")), len(found), shown))
    columns = [("类别", "Kind"), ("数目", "Number"), ("名称", "Names")]
    return table(("没有句子说明在何处的", "What no sentence puts anywhere"), columns, rows, None)


def gaps(figures: Row) -> Section | None:
    """Pilots of each replying district by subdistrict, and the subdistricts without one."""
    if not figures["gaps"]:
        return None
    with_pilots = [gap for gap in chief_districts(figures) if gap["with_existing"] + gap["with_planned_only"]]
    charts = [
        (Words(f"{gap['name']}：各街镇的试点", f"{gap['name']}: pilots by subdistrict"), pictures.pilots(gap))
        for gap in with_pilots
    ]
    overall = pictures.districts(figures) if len(figures["gaps"]) > 1 else None
    if overall:
        charts.insert(0, (Words("各区的试点场景", "Pilots by district"), overall))
    columns = [
        ("区", "District"),
        ("街镇", "Subdistricts"),
        ("已有试点", "With a pilot"),
        ("只有规划", "Only planned"),
        ("没有写到", "Without"),
        ("没有写到试点的街镇", "Which no reply names a pilot for"),
    ]
    rows = [(*_head(gap), tuple(_without(gap))) for gap in sorted(figures["gaps"], key=_by_pilots)]
    words = defined(("空白", "Gaps", "gaps/x/without"))
    caveat = Words(
        "答复多为举例；没有写到试点的街镇也可能有试点。带链接的街镇，答复在别处提到过。",
        "Replies give examples; a subdistrict without a named pilot may have one. Those that a reply names elsewhere are links.",
    )
    found = table(("街镇的空白", "Subdistricts without a named pilot"), columns, rows, "gaps")
    return Section("gaps", Words("试点与空白", "Pilots and gaps"), words, caveat, tuple(charts), (found,))


def _by_pilots(gap: Row) -> tuple[int, int, str]:
    return -gap["with_existing"], -gap["with_planned_only"], gap["id"]


def _head(gap: Row) -> tuple[Linked | int, ...]:
    name = Linked(gap["name"], f"District/{gap['id']}" if gap["iri"] else None)
    return name, gap["subdistricts"], gap["with_existing"], gap["with_planned_only"], gap["without"]


def _without(gap: Row) -> list[Linked]:
    rows = [row for row in gap["rows"] if not row["existing"] + row["planned"]]
    return [Linked(row["name"], f"Subdistrict/{row['code']}" if row["named"] else None) for row in rows]


def composition(figures: Row) -> Section | None:
    """Sectors, by place and as a whole, and what a place has more of than its district."""
    if not figures["sectors"]["rows"]:
        return None
    chart = pictures.sectors(figures)
    what = Words("各处的领域归属数", "Sector memberships by place")
    sectors = table(
        ("各领域", "Sectors"),
        [("领域", "Sector"), COUNTS[0], *PLANNED, ("份额", "Share")],
        [
            (linked(row), row["enterprises"], row["existing"], row["planned"], f"{row['share']:.1%}")
            for row in figures["sectors"]["rows"]
        ],
        "sectors",
    )
    quotients = _quotients(figures)
    even = figures["sectors"]["hhi"] and 1 / figures["sectors"]["hhi"]
    spread = Words(
        f"分散程度相当于 {even:.1f} 个同样大小的领域（HHI 的倒数）。" if even else "",
        f"As diverse as {even:.1f} sectors of equal size (1/HHI). " if even else "",
    )
    none = Words(
        "各处的归属数都太少，没有一个区位商有意义，故不给出。",
        "No place has enough memberships for a location quotient to mean anything; none is given.",
    )
    note = spread if quotients.rows else Words(spread.zh + none.zh, spread.en + none.en)
    words = defined(
        ("归属", "Membership", "places/x/sectors/y"), ("区位商", "Location quotient", "places/x/sectors/y/location_quotient")
    )
    caveat = Words(
        f"份额只按写明领域的 {figures['sectors']['memberships']} 项算；多数企业和场景没有句子说明领域。",
        f"Shares are of the {figures['sectors']['memberships']} memberships that a sentence states; of most nothing is said.",
    )
    title = Words("由什么构成", "What it consists of")
    tables = (sectors, quotients) if quotients.rows else (sectors,)
    charts = ((what, chart),) if chart else ()
    return Section("sectors", title, words, caveat, charts, tables, note if note.zh else None)


def _quotients(figures: Row) -> Table:
    return table(
        ("区位商：比全区更集中的领域", "Location quotients: what a place has more of than its district"),
        [("地点", "Place"), ("领域", "Sector"), ("此处", "Here"), ("全区", "In the district"), ("区位商", "Location quotient")],
        [
            (linked(place), linked(s), s["memberships"], s["district_memberships"], rounded(s["location_quotient"]))
            for place in figures["places"]
            for s in place["sectors"]
            if s["location_quotient"] is not None
        ],
        "place_sectors",
    )
