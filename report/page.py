"""Figures to one HTML page: sentences, charts, tables, each with what it counts and what to beware of."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.network.definitions import Words, caveats, definition_of
from graph.rdf.vocabulary import label
from report import pictures, sentences
from report.links import map_link

__all__ = ["render"]

_HERE = Path(__file__).parent
#: Rows of a table on the page; the file of the same name has them all.
_ROWS = 40
#: Districts that have a chart of their own.
_DISTRICTS = 6
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """A name, and the identifier that it leads to on the map page (``None``: nowhere)."""

    name: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in two languages and rows; ``file`` holds all of them, ``left_out`` says how many the page does not show."""

    columns: tuple[Words, ...]
    rows: tuple[tuple[Any, ...], ...]
    file: str
    left_out: int

    def numbers(self, column: int) -> bool:
        """Whether a column holds numbers."""
        return any(isinstance(row[column], int | float) or str(row[column]).endswith("%") for row in self.rows)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    name: str
    title: Words
    definitions: tuple[Words, ...]
    charts: tuple[tuple[Words, pictures.Picture], ...] = ()
    tables: tuple[Table, ...] = ()
    note: Words | None = None


def render(figures: Row, network: nx.MultiDiGraph[str]) -> str:
    """The page as text; every word of a reply is escaped, and no script can run."""
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["map_link"] = map_link
    environment.tests["linked"] = lambda value: isinstance(value, Linked)
    environment.tests["figure"] = lambda value: isinstance(value, int | float)
    environment.filters["svg"] = lambda picture: Markup(picture.svg)  # noqa: S704 - made and parsed by report.charts
    return environment.get_template(
        "template.html"
    ).render(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704 - our own
        title=_title(figures),
        summary=sentences.of_whole(figures),
        districts=[(gap["name"], sentences.of_district(figures, gap)) for gap in figures["gaps"][:_DISTRICTS]],
        sections=[section for section in _sections(figures, network) if section],
        caveats=caveats(),
    )


def _title(figures: Row) -> Words:
    names = [gap["name"] for gap in figures["gaps"]]
    where = "、".join(names[:3]) + (f"等{len(names)}地" if len(names) > 3 else "")
    return Words(f"{where}产业生态报告", "The industry ecosystem" + (f": {where}" if where else ""))


def _sections(figures: Row, network: nx.MultiDiGraph[str]) -> list[Section | None]:
    return [
        _where(figures),
        _pilots(figures),
        _composition(figures),
        _promises(figures),
        _policies(figures),
        _together(figures, network),
        _indicators(figures),
    ]


def _words(*keys: str) -> tuple[Words, ...]:
    return tuple(words for key in keys if (words := definition_of(key)) is not None)


def _table(columns: Sequence[tuple[str, str]], rows: Sequence[tuple[Any, ...]], file: str) -> Table:
    shown = tuple(rows[:_ROWS])
    return Table(tuple(Words(*column) for column in columns), shown, file, len(rows) - len(shown))


_COUNTS = (("企业", "Enterprises"), ("载体", "Carriers"), ("场景·已有", "Scenarios existing"), ("场景·规划", "planned"))


def _where(figures: Row) -> Section | None:
    rows = [row for row in figures["places"] if any(sum(row[name].values()) for name in ("enterprises", "carriers", "scenarios"))]
    if not rows:
        return None
    chart = pictures.enterprises(figures)
    what = Words(
        "各载体的企业，按领域（一家企业属两个领域时两处各计）",
        "Enterprises by carrier and sector (one of two sectors stands in both)",
    )
    table = _table(
        [("地点", "Place"), ("类别", "Kind"), *_COUNTS, ("香农多样性", "Shannon"), ("HHI", "HHI")],
        [
            (
                *_typed(row),
                *(sum(row["enterprises"].values()), sum(row["carriers"].values()), *row["scenarios"].values()),
                *(_rounded(row["shannon"]), _rounded(row["hhi"])),
            )
            for row in rows
        ],
        "places",
    )
    out = figures["unplaced"]
    note = Words(
        f"没有句子说明在何处的：企业 {out['enterprises']} 家，载体 {out['carriers']} 个，场景 {out['scenarios']} 个；下表不含。",
        f"No sentence puts anywhere: {out['enterprises']} enterprises, {out['carriers']} carriers, {out['scenarios']} scenarios; "
        "the table leaves them out.",
    )
    words = _words("places/x/enterprises", "places/x/scenarios", "places/x/shannon", "places/x/hhi")
    charts = ((what, chart),) if chart else ()
    return Section("where", Words("在哪里", "Where it is"), words, charts, (table,), note)


def _typed(row: Row) -> tuple[Linked, Words]:
    return Linked(row["name"], row["id"]), Words(label(row["type"]), label(row["type"], "en"))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _pilots(figures: Row) -> Section | None:
    if not figures["gaps"]:
        return None
    charts = tuple(
        (Words(f"{gap['name']}：各街镇的试点", f"{gap['name']}: pilots by subdistrict"), pictures.pilots(gap))
        for gap in figures["gaps"][:_DISTRICTS]
    )
    table = _table(
        [
            ("区", "District"),
            ("未被点名试点的街镇", "Subdistrict without a named pilot"),
            ("代码", "Code"),
            ("答复是否提到", "Named at all"),
        ],
        [
            (
                gap["name"],
                Linked(row["name"], f"Subdistrict/{row['code']}" if row["named"] else None),
                row["code"],
                Words("提到", "yes") if row["named"] else Words("未提到", "no"),
            )
            for gap in figures["gaps"]
            for row in gap["rows"]
            if not row["existing"] + row["planned"]
        ],
        "gaps",
    )
    return Section("gaps", Words("试点与空白", "Pilots and gaps"), _words("gaps/x/without"), charts, (table,))


def _composition(figures: Row) -> Section | None:
    if not figures["sectors"]["rows"]:
        return None
    chart = pictures.sectors(figures)
    what = Words("各处的领域归属数", "Sector memberships by place")
    table = _table(
        [
            ("领域", "Sector"),
            ("企业", "Enterprises"),
            ("场景·已有", "Scenarios existing"),
            ("场景·规划", "planned"),
            ("份额", "Share"),
        ],
        [
            (Linked(row["name"], row["id"]), row["enterprises"], row["existing"], row["planned"], f"{row['share']:.1%}")
            for row in figures["sectors"]["rows"]
        ],
        "sectors",
    )
    quotients = [
        (
            Linked(place["name"], place["id"]),
            Linked(s["name"], s["id"]),
            s["memberships"],
            s["district_memberships"],
            s["location_quotient"],
        )
        for place in figures["places"]
        for s in place["sectors"]
        if s["location_quotient"] is not None
    ]
    columns = [
        ("地点", "Place"),
        ("领域", "Sector"),
        ("此处", "Here"),
        ("全区", "In the district"),
        ("区位商", "Location quotient"),
    ]
    tables = (table, _table(columns, quotients, "place_sectors")) if quotients else (table,)
    none = Words(
        "各处的归属数都太少，没有一个区位商有意义，故不给出。",
        "No place has enough memberships for a location quotient to mean anything; none is given.",
    )
    words = _words("places/x/sectors/y", "places/x/sectors/y/location_quotient")
    title = Words("由什么构成", "What it consists of")
    return Section("sectors", title, words, ((what, chart),) if chart else (), tables, None if quotients else none)


def _promises(figures: Row) -> Section | None:
    if not figures["departments"]:
        return None
    heads = (
        ("答复", "Replies"),
        ("企业", "Enterprises"),
        ("政策", "Policies"),
        ("场景·已有", "Scenarios existing"),
        ("场景·规划", "planned"),
    )
    tables = tuple(
        _table(
            [head, *heads],
            [
                (row["name"], row["replies"], row["enterprises"], row["policies"], *row["scenarios"].values())
                for row in figures[name]
            ],
            name,
        )
        for name, head in (("departments", ("承办部门", "Department")), ("years", ("年份", "Year")))
        if figures[name]
    )
    title = Words("已有与承诺", "What exists and what is promised")
    return Section("promises", title, _words("departments/x", "counts/by_status/x"), (), tables)


def _policies(figures: Row) -> Section | None:
    if not figures["policies"]:
        return None
    columns = [("政策", "Policy"), ("引用的答复", "Replies"), ("提及次数", "Mentions")]
    table = _table(
        [*columns, ("同段企业", "Enterprises beside"), ("同段场景", "Scenarios beside")],
        [
            (
                Linked(row["name"], row["id"]),
                row["citations"],
                row["mentions"],
                row["under"]["Enterprise"],
                row["under"]["Scenario"],
            )
            for row in figures["policies"]
        ],
        "policies",
    )
    words = _words("policies/x/citations", "policies/x/under/y")
    return Section("policies", Words("政策", "Policies"), words, (), (table,))


def _together(figures: Row, network: nx.MultiDiGraph[str]) -> Section:
    structure, groups = figures["structure"], figures["communities"]
    chart = pictures.communities(figures, network)
    what = (
        Words("社群（颜色）与关系（线）", "Communities (colours) and relations (lines)")
        if groups["found"]
        else Words(
            "实体（颜色为类别）与关系（线）：没有超出随机的社群",
            "Entities (colours: kinds) and relations: no communities beyond chance",
        )
    )
    cuts = set(structure["articulation_points"])
    table = _table(
        [
            ("实体", "Entity"),
            ("类别", "Kind"),
            ("相邻", "Neighbours"),
            ("中介", "Betweenness"),
            ("接近", "Closeness"),
            ("PageRank", "PageRank"),
            ("割点", "Cut"),
        ],
        [
            (
                *(*_typed(row), row["degree"]),
                *(round(row[name], 3) for name in ("betweenness", "closeness", "pagerank")),
                Words("是", "yes") if row["iri"] in cuts else Words("", ""),
            )
            for row in figures["centrality"][:15]
            if row["degree"]
        ],
        "centrality",
    )
    tables = (table, *_groups(groups)) if table.rows else ()
    note = Words(
        f"{structure['nodes']} 个实体，{structure['edges']} 条关系，{structure['components']} 个连通分量，"
        f"{structure['isolated']} 个实体没有关系。",
        f"{structure['nodes']} entities, {structure['edges']} relations, {structure['components']} components, "
        f"{structure['isolated']} entities without a relation.",
    )
    words = _words("structure/articulation_points", "x/centrality/y/betweenness", "communities/z", "communities/agreement")
    title = Words("靠谁连在一起", "Who holds it together")
    return Section("structure", title, words, ((what, chart),) if chart else (), tables, note)


def _groups(groups: Row) -> tuple[Table, ...]:
    if not groups["groups"]:
        return ()
    columns = [
        ("社群", "Community"),
        ("实体数", "Entities"),
        ("最能说明它的地点", "Place that explains it"),
        ("其中", "Members there"),
    ]
    rows = [(g["name"], g["size"], *_explained(g["explained"]["place"])) for g in groups["groups"]]
    return (_table(columns, rows, "communities"),)


def _explained(place: Row | None) -> tuple[Any, ...]:
    return (place["name"], place["members"]) if place else (None, None)


def _indicators(figures: Row) -> Section | None:
    if not figures["indicators"]:
        return None
    table = _table(
        [
            ("所计之物", "What is counted"),
            ("数值", "Value"),
            ("单位", "Unit"),
            ("年份", "Year"),
            ("状态", "Status"),
            ("答复", "Reply"),
        ],
        [
            (
                *(row["about"], row["value"], row["unit"], row["year"] or row["reply_year"]),
                Words("已有", "existing") if row["status"] == "existing" else Words("规划", "planned"),
                row["reply"],
            )
            for row in figures["indicators"]
        ],
        "indicators",
    )
    title = Words("答复自己的数字", "Figures that the replies state")
    return Section("indicators", title, _words("indicators/x"), (), (table,))
