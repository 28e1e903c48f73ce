"""Figures to one HTML page: sentences, charts, tables, each with what it counts and what to beware of."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

import networkx as nx
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graph.network.definitions import Words, caveats
from graph.records import Reading
from report import districts, ground, replying, summary, ties
from report.links import Cited, Linked, map_link, text_link
from report.parts import Row, Section, is_number

__all__ = ["render"]

_HERE = Path(__file__).parent


def render(figures: Row, network: nx.MultiDiGraph[str], readings: Sequence[Reading]) -> str:
    """The page as text; every word of a reply is escaped, and no script can run."""
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["map_link"], environment.filters["text_link"] = map_link, text_link
    environment.tests["linked"] = lambda value: isinstance(value, Linked)
    environment.tests["cited"] = lambda value: isinstance(value, Cited)
    environment.tests["several"] = lambda value: isinstance(value, tuple) and not isinstance(value, Words)
    environment.tests["figure"] = is_number
    environment.filters["svg"] = lambda picture: Markup(picture.svg)  # noqa: S704 - made and parsed by report.charts
    places = replying.places_of(figures, network, readings)
    chief = replying.chief_of(places)
    return environment.get_template("template.html").render(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704 - our own
        title=replying.title_of(places),
        span=replying.span_of(readings),
        summary=summary.of_whole(figures),
        districts=[districts.of_district(place) for place in chief],
        more=len(places) - len(chief),
        sections=[section for section in _sections(figures, network, readings) if section],
        caveats=caveats(),
    )


def _sections(figures: Row, network: nx.MultiDiGraph[str], readings: Sequence[Reading]) -> list[Section | None]:
    return [
        ground.where(figures, network),
        ground.gaps(figures),
        ground.composition(figures),
        ties.promises(figures),
        ties.policies(figures),
        ties.together(figures, network),
        ties.indicators(figures, readings),
        replying.replies(readings),
    ]
