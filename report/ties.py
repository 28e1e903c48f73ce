"""The sections about promises, policies, what holds the network together, and the replies' own figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx as nx

from graph.network.definitions import Words
from graph.reading.spans import goes_on, sentence_around
from graph.records import Reading
from report import pictures
from report.links import Cited, Linked
from report.parts import COUNTS, PLANNED, Row, Section, Table, defined, kind_of, linked, table
from report.wording import told

__all__ = ["indicators", "policies", "promises", "together"]

_CHIEF, _GROUPS, _MEMBERS, _LINKS = 15, 12, 6, 10


def promises(figures: Row) -> Section | None:
    """What exists and what is promised, by department and by year."""
    heads = (("答复", "Replies"), COUNTS[0], ("政策", "Policies"), *PLANNED)
    base = figures["base"]

    def counted(row: Row) -> tuple[Any, ...]:
        return row["replies"], row["enterprises"], row["policies"], *row["scenarios"].values()

    offices = [
        (Linked(row["name"], row["iri"].removeprefix(base) if row["iri"] else None), *counted(row))
        for row in figures["departments"]
    ]
    years = [(row["name"], *counted(row)) for row in figures["years"]]
    tables = tuple(
        found
        for found in (
            table(("按承办部门", "By department"), [("承办部门", "Department"), *heads], offices, "departments"),
            table(("按答复年份", "By year of the reply"), [("年份", "Year"), *heads], years, "years"),
        )
        if found.rows
    )
    if not tables:
        return None
    words = defined(("按部门", "By department", "departments/x"), ("已有与规划", "Status", "counts/by_status/x"))
    caveat = Words(
        "状态是答复当日的说法，此后或已建成，或已变更。",
        "The status is what a reply said on its day; it may have been built or given up since.",
    )
    title = Words("已有与承诺", "What exists and what is promised")
    return Section("promises", title, words, caveat, (), tables, _untold(figures))


def _untold(figures: Row) -> Words | None:
    """How many replies are in none of the rows, so that these do not add up to all of them."""
    offices, dated = (figures["replies"] - told(figures[name]) for name in ("departments", "years"))
    found = [
        (number, zh, en)
        for number, zh, en in (
            (offices, "没有写明答复单位，不在“按承办部门”里", "name no office and are not in “By department”"),
            (dated, "没有写明日期，不在“按答复年份”里", "have no day and are not in “By year of the reply”"),
        )
        if number
    ]
    if not found:
        return None
    zh = "；".join(f"{number} 件{words}" for number, words, _ in found)
    en = "; ".join(f"{number} {words}" for number, _, words in found)
    return Words(f"{figures['replies']} 件答复中，{zh}。", f"Of {figures['replies']} replies {en}.")


def policies(figures: Row) -> Section | None:
    """Policies by citations, with what the same paragraphs name."""
    if not figures["policies"]:
        return None
    found = table(
        ("政策文件", "Policies"),
        [
            *(("政策", "Policy"), ("引用的答复", "Replies"), ("提及次数", "Mentions")),
            *(("同段企业", "Enterprises beside"), ("同段场景", "Scenarios beside")),
        ],
        [
            (
                Linked(row["written"], row["id"]),
                row["citations"],
                row["mentions"],
                row["under"]["Enterprise"],
                row["under"]["Scenario"],
            )
            for row in figures["policies"]
        ],
        "policies",
    )
    words = defined(("引用的答复", "Replies", "policies/x/citations"), ("同段", "Beside", "policies/x/under/y"))
    caveat = Words("同段提到，不等于因该政策而来。", "To be named beside a policy is not to be owed to it.")
    return Section("policies", Words("政策", "Policies"), words, caveat, (), (found,))


def together(figures: Row, network: nx.MultiDiGraph[str]) -> Section:
    """The network as a picture, its chief entities, its communities."""
    structure, groups, middle = figures["structure"], figures["communities"], _middle(figures)
    chart = pictures.communities(figures, network)
    part = _left_out(structure, chart)
    what = (
        Words(f"群体（颜色）与关系（线）{part.zh}", f"Communities (colours) and relations (lines){part.en}")
        if groups["found"]
        else Words(
            f"实体（颜色为类别）与关系（线）：没有超出随机的群体{part.zh}",
            f"Entities (colours: kinds) and relations: no communities beyond chance{part.en}",
        )
    )
    note = Words(
        f"{structure['nodes']} 个实体，{structure['edges']} 条关系，{structure['components']} 个连通分量；"
        f"{structure['isolated']} 个实体没有任何关系。{middle.zh}{_chance(groups).zh}",
        f"{structure['nodes']} entities, {structure['edges']} relations, {structure['components']} components; "
        f"{structure['isolated']} entities have no relation. {middle.en}{_chance(groups).en}",
    )
    words = defined(
        ("割点", "Cut", "structure/articulation_points"),
        ("中介", "Betweenness", "x/centrality/y/betweenness"),
        ("接近", "Closeness", "x/centrality/y/closeness"),
        ("PageRank", "PageRank", "x/centrality/y/pagerank"),
        ("群体", "Communities", "communities/z"),
        ("一致性", "Agreement", "communities/agreement"),
    )
    caveat = Words(
        "这张网是答复写出来的：写得多的实体自然居中，不等于实力更强。",
        "The network is what replies write about: what they name often stands in the middle, which is not to say that it leads.",
    )
    tables = tuple(found for found in (_chief(figures), _groups(groups, figures["base"])) if found.rows)
    title = Words("靠谁连在一起", "Who holds it together")
    return Section("structure", title, words, caveat, ((what, chart),) if chart else (), tables, note)


def _left_out(structure: Row, chart: pictures.Picture | None) -> Words:
    """That the picture is of a part of what is linked, where it is."""
    linked_ones = structure["nodes"] - structure["isolated"]
    if chart is None or chart.shown is None or chart.shown >= linked_ones:
        return Words("", "")
    return Words(
        f"；只画其中最大的一片，有关系的 {linked_ones} 个实体中的 {chart.shown} 个",
        f"; only the largest connected part, {chart.shown} of the {linked_ones} entities that have a relation",
    )


def _middle(figures: Row) -> Words:
    """Who holds the whole together, where one does; of a handful that is plain to see."""
    chief = figures["centrality"][0] if figures["centrality"] else None
    cuts = set(figures["structure"]["articulation_points"])
    if chief is None or chief["degree"] < _LINKS or not chief["betweenness"] or chief["iri"] not in cuts:
        return Words("", "")
    return Words(
        f"{chief['name']}居中：它所连的各方，没有它就不再全部相连。",
        f"{chief['name']} stands in the middle: without it what it links is no longer all connected. ",
    )


def _chance(groups: Row) -> Words:
    """How the division compares with chance, in figures."""
    if groups["modularity"] is None:
        return Words("网络太小，谈不上群体。", "It is too small to have communities.")
    if groups["z"] is None:
        return Words("随机图与它没有可比的差别。", "Random graphs of these degrees do not vary.")
    return Words(
        f"模块度 {groups['modularity']:.2f}，同度随机图平均 {groups['random_modularity']:.2f}（z = {groups['z']:.1f}）；"
        f"{groups['runs']} 次划分的一致性 {groups['agreement']:.2f}。",
        f"Modularity {groups['modularity']:.2f}, random graphs of the same degrees {groups['random_modularity']:.2f} "
        f"(z = {groups['z']:.1f}); agreement of {groups['runs']} divisions {groups['agreement']:.2f}.",
    )


def _chief(figures: Row) -> Table:
    cuts = set(figures["structure"]["articulation_points"])
    return table(
        ("居中的实体", "Entities in the middle"),
        [
            *(("实体", "Entity"), ("类别", "Kind"), ("相邻", "Neighbours"), ("中介", "Betweenness"), ("接近", "Closeness")),
            *(("PageRank", "PageRank"), ("割点", "Cut")),
        ],
        [
            (
                *(linked(row), kind_of(row), row["degree"]),
                *(f"{row[name]:.3f}" for name in ("betweenness", "closeness", "pagerank")),
                Words("是", "yes") if row["iri"] in cuts else Words("", ""),
            )
            for row in figures["centrality"][:_CHIEF]
            if row["degree"]
        ],
        "centrality",
        _CHIEF,
    )


def _groups(groups: Row, base: str) -> Table:
    columns = [
        ("主要成员", "Chief members"),
        ("实体数", "Entities"),
        ("最能说明它的地点", "Place that explains it"),
        ("其中", "Members there"),
    ]
    rows = [
        (
            tuple(linked(member) for member in group["members"][:_MEMBERS]),
            group["size"],
            *_explained(group["explained"]["place"], base),
        )
        for group in groups["groups"]
    ]
    return table(("群体", "Communities"), columns, rows, "communities", _GROUPS)


def _explained(place: Row | None, base: str) -> tuple[Any, ...]:
    return (Linked(place["name"], place["value"].removeprefix(base)), place["members"]) if place else (None, None)


def indicators(figures: Row, readings: Sequence[Reading]) -> Section | None:
    """What the replies count themselves, each with the sentence that says so: on paper no link leads to it."""
    if not figures["indicators"]:
        return None
    texts = {reading.id: reading.text for reading in readings}
    found = table(
        ("答复写出的数字", "Figures as written"),
        [
            *(("所计之物", "What is counted"), ("数值", "Value"), ("单位", "Unit"), ("数字所属年份", "Year it is of")),
            *(("状态", "Status"), ("原句", "Sentence"), ("答复", "Reply")),
        ],
        [
            (
                *(row["about"], row["value"], row["unit"] or "", _year(row["year"])),
                Words("已有", "existing") if row["status"] == "existing" else Words("规划", "planned"),
                _said(texts[row["reply"]], row["start"], row["end"]),
                Cited(row["reply"], row["start"], row["end"]),
            )
            for row in figures["indicators"]
        ],
        "indicators",
    )
    words = defined(("数字", "Figures", "indicators/x"))
    caveat = Words(
        "各答复口径不同，不可相加，也不宜直接比较。", "Replies count differently: these do not add up and compare badly."
    )
    return Section("indicators", Words("答复自己的数字", "Figures that the replies state"), words, caveat, (), (found,))


def _year(year: int | None) -> str:
    return "" if year is None else str(year)


#: Of a longer sentence so many characters are shown around the words that hold the figure.
_LONGEST = 140


def _said(text: str, start: int, end: int) -> str:
    """The sentence around a figure's words, on one line; of a long one what stands around them, with marks where it is cut."""
    first, last = sentence_around(text, start, end)
    room = max(_LONGEST - (end - start), 0) // 2
    begin, stop = (first, last) if last - first <= _LONGEST else (max(first, start - room), min(last, end + room))
    before, behind = goes_on(text, begin, stop)
    return ("…" if before else "") + " ".join(text[begin:stop].split()) + ("…" if behind else "")
