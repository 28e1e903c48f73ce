"""Charts as SVG with real text, drawn by Vega-Lite in this process; every label is a name or a number."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import vl_convert
from lxml import etree

from report.links import map_link

__all__ = ["PALETTE", "bars", "dots", "heat", "short"]

#: Okabe and Ito's colours, which the colour-blind can tell apart; grey for the rest.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#C98A00", "#56B4E9", "#8F5A9E", "#8A8A8A")
_FONT = "system-ui, 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
_LETTER, _ROW, _WIDTH = 12, 24, 600
_LONGEST = 14
_LEAST_SCALE = 5
_SVG = "{http://www.w3.org/2000/svg}"
Row = Mapping[str, Any]
#: Names to the identifiers that their labels lead to.
Links = Mapping[str, str]


def bars(rows: Sequence[Row], order: Sequence[str], colours: Mapping[str, str], links: Links, name: str) -> str:
    """Stacked horizontal bars.

    Parameters
    ----------
    rows:
        ``label``, ``part`` and ``number``.
    order:
        Labels from above to below.
    colours:
        Colour of each part, in the order of stacking.
    links:
        Of the labels.
    name:
        Of the chart, unique in the page.
    """
    most = max((sum(r["number"] for r in rows if r["label"] == label) for label in order), default=1)
    extent = _extent(order)
    scale = {"domain": list(colours), "range": list(colours.values())}
    spec = {
        "data": {"values": [dict(r) | {"rank": list(colours).index(r["part"])} for r in rows if r["number"]]},
        "mark": {"type": "bar", "height": {"band": 0.72}},
        "encoding": {
            "y": _labels("label", order, extent),
            "x": {
                "field": "number",
                "type": "quantitative",
                # One firm is no long bar: the scale goes to five at least.
                "scale": {"domain": [0, max(most, _LEAST_SCALE)]},
                "axis": {"title": None, "tickMinStep": 1, "format": "d", "tickCount": min(max(most, _LEAST_SCALE), 8)},
            },
            "color": {"field": "part", "type": "nominal", "scale": scale, "legend": None},
            "order": {"field": "rank", "type": "quantitative"},
        },
    }
    return _drawn(spec, len(order) * _ROW, links, name)


def heat(rows: Sequence[Row], places: Sequence[str], sectors: Sequence[str], links: Links, name: str) -> str:
    """A heat map with its numbers: ``rows`` with ``place``, ``sector`` and ``number``."""
    most = max((row["number"] for row in rows), default=1)
    shared = {
        "y": _labels("place", places, _extent(places)),
        "x": {
            "field": "sector",
            "type": "nominal",
            "sort": list(sectors),
            "scale": {"domain": list(sectors)},
            "axis": {"title": None, "orient": "top", "labelAngle": -40, "labelLimit": 400, "minExtent": _slanted(sectors)},
        },
    }
    number = {"field": "number", "type": "quantitative"}
    colour = number | {"legend": None, "scale": {"domain": [0, most], "range": ["#e8f1f8", "#0b4f7d"]}}
    ink = {"condition": {"test": f"datum.number > {most * 0.45}", "value": "#ffffff"}, "value": "#10222e"}
    spec = {
        "data": {"values": [dict(row) for row in rows]},
        "layer": [
            {"mark": {"type": "rect", "stroke": "#ffffff"}, "encoding": shared | {"color": colour}},
            {"mark": {"type": "text", "fontSize": 12}, "encoding": shared | {"text": number, "color": ink}},
        ],
    }
    return _drawn(spec, len(places) * _ROW, links, name, width=max(len(sectors) * 44, 80))


def dots(points: Sequence[Row], lines: Sequence[Row], links: Links, name: str) -> str:
    """A network: ``points`` with ``x``, ``y``, ``size``, ``colour`` and ``label``, ``lines`` from x, y to x2, y2."""
    plain: dict[str, Any] = {"type": "quantitative", "axis": None, "scale": {"domain": [-0.06, 1.06]}}
    at = {axis: plain | {"field": axis} for axis in ("x", "y")}
    ends = at | {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    size = {"field": "size", "type": "quantitative", "scale": None}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    label = {"type": "text", "dy": -14, "fontSize": 12}
    spec = {
        "layer": [
            {"data": {"values": list(lines)}, "mark": {"type": "rule", "color": "#9aa4ab", "opacity": 0.6}, "encoding": ends},
            {
                "data": {"values": list(points)},
                "mark": {"type": "circle", "opacity": 1, "stroke": "#ffffff"},
                "encoding": at | {"size": size, "color": colour},
            },
            {
                "data": {"values": [point for point in points if point["label"]]},
                "mark": label,
                "encoding": at | {"text": {"field": "label"}},
            },
        ],
    }
    return _drawn(spec, 460, links, name, width=680)


def _labels(field: str, order: Sequence[str], extent: int) -> dict[str, Any]:
    """The axis of names; its width is set, for a machine without Chinese fonts would measure it wrongly."""
    axis = {"title": None, "labelLimit": 400, "minExtent": extent, "maxExtent": extent, "ticks": False, "domain": False}
    return {"field": field, "type": "nominal", "sort": list(order), "scale": {"domain": list(order)}, "axis": axis}


def _wide(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.6 for c in text)


def _extent(names: Sequence[str]) -> int:
    return round(max((_wide(name) for name in names), default=4) * _LETTER) + 12


def _slanted(names: Sequence[str]) -> int:
    return round(max((_wide(name) for name in names), default=4) * _LETTER * 0.66) + 12


def short(name: str) -> str:
    """A name as a chart labels it; the table below shows it whole."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _drawn(spec: dict[str, Any], height: float, links: Links, name: str, width: float = _WIDTH) -> str:
    config = {
        "font": _FONT,
        "background": None,
        "view": {"stroke": None},
        "axis": {"labelFontSize": _LETTER, "labelColor": "#223", "gridColor": "#d5dbe0", "domainColor": "#9aa4ab"},
    }
    whole = spec | {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "width": width, "height": height}
    drawn: str = vl_convert.vegalite_to_svg(json.dumps(whole | {"config": config}, ensure_ascii=False))
    return _own(drawn, links, name)


def _own(drawn: str, links: Links, name: str) -> str:
    """The drawing as a part of the page: ids of its own, no style that the page's policy would refuse, names as links."""
    root = etree.fromstring(drawn.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for node in root.iter(etree.Element):
        node.attrib.pop("style", None)
        for key, value in node.attrib.items():
            if key == "id":
                node.set(key, f"{name}-{value}")
            elif "url(#" in value:
                node.set(key, value.replace("url(#", f"url(#{name}-"))
    for node in list(root.iter(f"{_SVG}text")):
        if (node.text or "") in links:
            _lead(node, links[node.text or ""])
    root.set("role", "img")
    text: str = etree.tostring(root, encoding="unicode")
    return text


def _lead(node: etree._Element, identifier: str) -> None:
    parent = node.getparent()
    if parent is not None:
        anchor = etree.Element(f"{_SVG}a", {"href": map_link(identifier)})
        parent.replace(node, anchor)
        anchor.append(node)
