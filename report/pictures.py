"""Which charts the report has, and the figures that each shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.network.definitions import Words
from graph.network.projections import simple_graph
from graph.rdf.vocabulary import label
from report.charts import PALETTE, bars, dots, heat, short

__all__ = ["Picture", "communities", "districts", "enterprises", "pilots", "repeats", "sectors"]

_MOST_PLACES, _MOST_SECTORS, _MOST_NODES, _NAMED = 20, 14, 160, 24
_SEED = 7
#: Of the picture of the network, in pixels.
_ACROSS, _DOWN = 600, 410
#: Room for names at the edges of each component's box.
_ASIDE, _ABOVE = 44, 16
#: From a dot to the middle of its name, and from one name to the next.
_LINE = 16
#: So many links are few.
_FEW = 4
_EXISTING, _PLANNED = Words("已有", "existing"), Words("规划", "planned")
_OTHER, _NONE = Words("其他领域", "other sectors"), Words("未说明领域", "no sector stated")
_GREY = "#B8BFC5"
Row = Mapping[str, Any]
#: Left, low, right and high, from 0 to 1.
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG, and its legend: colour and words; of one that may leave entities out, how many it has."""

    svg: str
    legend: tuple[tuple[str, Words], ...]
    shown: int | None = None


def _links(rows: Sequence[Row]) -> dict[str, str]:
    """Label to identifier."""
    return _single((short(row["name"]), row["id"]) for row in rows)


def _single(labelled: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Label to identifier; a label that two of them share leads nowhere rather than to the wrong one."""
    pairs = sorted(labelled)
    times = Counter(name for name, _ in pairs)
    return {name: identifier for name, identifier in pairs if times[name] == 1}


def _labelled(rows: Sequence[Row]) -> dict[str, str]:
    """Identifier to a label that no other row has."""
    times = Counter(short(row["name"]) for row in rows)
    return {row["id"]: short(row["name"]) if times[short(row["name"])] == 1 else short(row["id"][-13:]) for row in rows}


def repeats(row: Row, places: Sequence[Row]) -> bool:
    """A province or city of which nothing is said but what is said of one of its parts."""
    counts = [row[name] for name in ("enterprises", "carriers", "scenarios")]
    inside = (p for p in places if p["district"] == row["iri"] and p["type"] == "District")
    return any([p[name] for name in ("enterprises", "carriers", "scenarios")] == counts for p in inside)


def enterprises(figures: Row) -> Picture | None:
    """Enterprises by carrier and sector; an enterprise of two sectors stands in both."""
    rows = [row for row in figures["places"] if row["type"] == "Carrier" and sum(row["enterprises"].values())]
    rows = sorted(rows, key=lambda row: (-sum(row["enterprises"].values()), row["id"]))[:_MOST_PLACES]
    if not rows:
        return None
    total: Counter[str] = Counter()
    for row in rows:
        total.update({s["name"]: s["enterprises"] for s in row["sectors"] if s["enterprises"]})
    chief = [name for name, _ in sorted(total.items(), key=lambda item: (-item[1], item[0]))[: len(PALETTE) - 1]]
    labels, values = _labelled(rows), []
    for row in rows:
        parts: Counter[str] = Counter()
        for sector in row["sectors"]:
            parts[sector["name"] if sector["name"] in chief else _OTHER.zh] += sector["enterprises"]
        parts[_NONE.zh] += row["enterprises_without_sector"]
        values += [{"label": labels[row["id"]], "part": part, "number": number} for part, number in parts.items() if number]
    seen = {value["part"] for value in values}
    colours = {name: PALETTE[i] for i, name in enumerate(chief)} | {_OTHER.zh: PALETTE[-1], _NONE.zh: _GREY}
    colours = {name: colour for name, colour in colours.items() if name in seen}
    both = {words.zh: words for words in (_OTHER, _NONE)}
    legend = tuple((colour, both.get(name, Words(name, name))) for name, colour in colours.items())
    return Picture(bars(values, [labels[r["id"]] for r in rows], colours, _links(rows), "enterprises"), legend)


def pilots(gap: Row) -> Picture:
    """Pilots of one district by subdistrict and status; a subdistrict without one has an empty row."""
    colours = {_EXISTING.zh: PALETTE[0], _PLANNED.zh: PALETTE[4]}
    names = [short(row["name"]) for row in gap["rows"]]
    values = [
        {"label": short(row["name"]), "part": words.zh, "number": row[key]}
        for row in gap["rows"]
        for key, words in (("existing", _EXISTING), ("planned", _PLANNED))
    ]
    links = {short(row["name"]): f"Subdistrict/{row['code']}" for row in gap["rows"] if row["named"]}
    drawn = bars(values, names, colours, links, f"pilots-{gap['id']}")
    return Picture(drawn, ((PALETTE[0], _EXISTING), (PALETTE[4], _PLANNED)))


def districts(figures: Row) -> Picture | None:
    """Pilots of the replying districts by status, the chief ones first."""
    replying = {gap["iri"] for gap in figures["gaps"]}
    rows = [row for row in figures["places"] if row["iri"] in replying and sum(row["scenarios"].values())]
    rows = sorted(rows, key=lambda row: (-sum(row["scenarios"].values()), row["id"]))[:_MOST_PLACES]
    if not rows:
        return None
    labels = _labelled(rows)
    statuses = {"existing": (_EXISTING, PALETTE[0]), "planned": (_PLANNED, PALETTE[4])}
    values = [
        {"label": labels[row["id"]], "part": words.zh, "number": row["scenarios"][key]}
        for row in rows
        for key, (words, _) in statuses.items()
    ]
    colours = {words.zh: colour for words, colour in statuses.values()}
    drawn = bars(values, [labels[row["id"]] for row in rows], colours, _links(rows), "districts")
    return Picture(drawn, tuple((colour, words) for words, colour in statuses.values()))


def sectors(figures: Row) -> Picture | None:
    """Sector memberships by place."""
    rows = [row for row in figures["places"] if row["memberships"] and not repeats(row, figures["places"])]
    rows = sorted(rows, key=lambda r: (-r["memberships"], r["id"]))[:_MOST_PLACES]
    chief = [row["name"] for row in figures["sectors"]["rows"]][:_MOST_SECTORS]
    labels = _labelled(rows)
    values = [
        {"place": labels[row["id"]], "sector": short(sector["name"]), "number": sector["memberships"]}
        for row in rows
        for sector in row["sectors"]
        if sector["name"] in chief
    ]
    if not values:
        return None
    links = _links(rows) | _links(figures["sectors"]["rows"])
    return Picture(heat(values, [labels[r["id"]] for r in rows], [short(name) for name in chief], links, "sectors"), ())


def communities(figures: Row, network: nx.MultiDiGraph[str]) -> Picture | None:
    """The linked entities, coloured by community, or by type where there is none.

    Of a large network the best linked of its largest part: a hundred fragments beside it would show nothing.
    """
    graph = simple_graph(network)
    ranked = sorted((n for n in graph if graph.degree(n)), key=lambda n: (-graph.degree(n), n))
    if len(ranked) > _MOST_NODES:
        largest = max(nx.connected_components(graph), key=lambda c: (len(c), sorted(c)))
        ranked = [n for n in ranked if n in largest][:_MOST_NODES]
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(sorted(ranked))
    part.add_edges_from(sorted((u, v) for u, v in graph.edges if u in part and v in part))
    if not part:
        return None
    found = figures["communities"]["groups"]
    belongs = {m["iri"]: group for group in found for m in group["members"]}
    groups = {n: belongs[n]["id"] if n in belongs else network.nodes[n]["type"] for n in part}
    size = Counter(groups.values())
    chief = sorted(size, key=lambda g: (-size[g], g))[: len(PALETTE) - 1]
    colours = {group: PALETTE[i] for i, group in enumerate(chief)}
    words = {g["id"]: Words(g["name"], g["name"]) for g in found} | {
        t: Words(label(t), label(t, "en")) for t in size if t.isalpha()
    }
    legend = [(colours[group], words[group]) for group in chief]
    if len(size) > len(chief):
        legend.append((PALETTE[-1], Words("其余", "the rest")))
    return Picture(_network(part, groups, colours, network), tuple(legend), len(part))


def _network(part: nx.Graph[str], groups: Row, colours: Mapping[str, str], network: nx.MultiDiGraph[str]) -> str:
    """The picture of :func:`communities`, with as many names as are legible."""
    at = _placed(part)
    called = {node: short(network.nodes[node]["name"]) for node in part}
    named = _legible(part, at, called)
    base = network.graph.get("base", "")
    points = [
        {
            "x": at[node][0],
            "y": at[node][1],
            "size": 30 + 22 * min(part.degree(node), 20),
            "colour": colours.get(groups[node], PALETTE[-1]),
            "label": called[node] if node in named else "",
        }
        for node in part
    ]
    lines = [{"x": at[u][0], "y": at[u][1], "x2": at[v][0], "y2": at[v][1]} for u, v in part.edges]
    links = _single((called[node], node.removeprefix(base)) for node in named)
    return dots(points, lines, links, "communities")


def _legible(part: nx.Graph[str], at: Mapping[str, tuple[float, float]], called: Mapping[str, str]) -> set[str]:
    """The nodes to be named: the best linked of each component, the larger ones first, then the best linked of the others.

    No name lies on another, and of those with few links none on a dot.
    """

    def linked(node: str) -> tuple[int, str]:
        return -part.degree(node), node

    hubs = [min(nodes, key=linked) for nodes in _components(part)]
    dots = [(x * _ACROSS, y * _DOWN) for x, y in at.values()]
    boxes: list[tuple[float, float, float]] = []
    named: set[str] = set()
    for node in (*hubs, *sorted(set(part) - set(hubs), key=linked)):
        x, y, half = at[node][0] * _ACROSS, at[node][1] * _DOWN, len(called[node]) * 6.5
        apart = all(abs(x - a) > half + b or abs(y - c) > _LINE for a, c, b in boxes)
        free = (
            node in hubs
            or part.degree(node) > _FEW
            or not any(abs(x - a) < half and abs(y + _LINE - c) < _LINE / 2 + 2 for a, c in dots)
        )
        if len(named) < _NAMED and apart and free:
            boxes.append((x, y, half))
            named.add(node)
    return named


def _components(part: nx.Graph[str]) -> list[list[str]]:
    """The components, the larger ones first."""
    return sorted((sorted(nodes) for nodes in nx.connected_components(part)), key=lambda nodes: (-len(nodes), nodes))


def _placed(part: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Positions from 0 to 1, seeded: each component by springs in a box of its own, as large as its share of the nodes."""
    components = _components(part)
    at: dict[str, tuple[float, float]] = {}
    for nodes, box in zip(components, _boxes([len(nodes) for nodes in components], (0.0, 0.0, 1.0, 1.0)), strict=True):
        inner: nx.Graph[str] = nx.Graph()
        inner.add_nodes_from(nodes)
        inner.add_edges_from(sorted((u, v) for u in nodes for v in part[u] if u < v))
        springs = nx.spring_layout(inner, seed=_SEED, iterations=120)
        left, low, right, high = _inset(box) if len(components) > 1 else box
        spread = _unit({n: (float(x), float(y)) for n, (x, y) in springs.items()})
        at |= {n: (round(left + x * (right - left), 4), round(low + y * (high - low), 4)) for n, (x, y) in spread.items()}
    return at


def _boxes(sizes: Sequence[int], whole: _Box) -> list[_Box]:
    """A box for each size, in their order: two halves of about the same size beside each other, and so on inside."""
    if len(sizes) == 1:
        return [whole]
    total, left, low, right, high = sum(sizes), *whole
    cut = min(range(1, len(sizes)), key=lambda i: abs(2 * sum(sizes[:i]) - total))
    share = sum(sizes[:cut]) / total
    if (right - left) * _ACROSS >= (high - low) * _DOWN:
        middle = left + share * (right - left)
        first, second = (left, low, middle, high), (middle, low, right, high)
    else:
        # The first is the upper one.
        middle = high - share * (high - low)
        first, second = (left, middle, right, high), (left, low, right, middle)
    return [*_boxes(sizes[:cut], first), *_boxes(sizes[cut:], second)]


def _inset(box: _Box) -> _Box:
    """The box without a margin, in which the names of its outermost nodes stand."""
    left, low, right, high = box
    aside, above = min(_ASIDE / _ACROSS, (right - left) * 0.3), min(_ABOVE / _DOWN, (high - low) * 0.3)
    return left + aside, low + above, right - aside, high - above


def _unit(points: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The same picture in the square from 0 to 1."""
    xs, ys = zip(*points.values(), strict=True)
    wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    return {n: ((x - min(xs)) / wide, (y - min(ys)) / high) for n, (x, y) in points.items()}
