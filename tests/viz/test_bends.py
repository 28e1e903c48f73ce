"""No link runs through a thing that is not linked by it, nor over another link of the same two things."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from graph.records import Entity, Evidence, Heading, Reading, Relation, Status
from tests.viz.conftest import Opened, in_browser, written

pytestmark = in_browser
SVG = "{http://www.w3.org/2000/svg}"
NUMBER = r"(-?[\d.]+)"
CURVE = re.compile(rf"M{NUMBER} {NUMBER}Q{NUMBER} {NUMBER} {NUMBER} {NUMBER}")
MARK = re.compile(rf"translate\({NUMBER} {NUMBER}\) scale\({NUMBER}\)")


def _curves_and_marks(svg: Path) -> tuple[list[list[tuple[float, float]]], list[tuple[float, float, float]]]:
    """Points along each link, and where each mark is with its radius; the legend's marks are not those of things."""
    tree = etree.parse(svg)
    curves, marks = [], []
    for path in tree.iter(SVG + "path"):
        if curve := CURVE.fullmatch(path.get("d", "")):
            ax, ay, vx, vy, bx, by = map(float, curve.groups())
            steps = [k / 40 for k in range(41)]
            curves.append(
                [
                    tuple((1 - s) ** 2 * a + 2 * s * (1 - s) * v + s**2 * b for a, v, b in ((ax, vx, bx), (ay, vy, by)))
                    for s in steps
                ]
            )
        elif (mark := MARK.fullmatch(path.get("transform", ""))) and path.get("stroke"):
            marks.append(tuple(map(float, mark.groups())))
    return curves, marks  # type: ignore[return-value] # two and three numbers each


@pytest.mark.parametrize("view", ["where", "pilots", "whole"])
def test_no_link_of_the_real_reply_runs_through_a_third_thing(view: str, opened: Callable[..., Opened], map_file: Path) -> None:
    curves, marks = _curves_and_marks(opened(map_file, f"#view={view}").saved("svg"))
    assert curves
    assert marks
    through = [
        (curve[0], mark)
        for curve in curves
        for mark in marks
        if min(math.dist(point, mark[:2]) for point in curve) < mark[2]
        # Its own two end on the rims of their marks.
        and not any(math.dist(end, mark[:2]) < mark[2] + 3 for end in (curve[0], curve[-1]))
    ]
    assert through == []


def test_two_relations_of_the_same_two_are_two_lines(opened: Callable[..., Opened], tmp_path: Path) -> None:
    text = "甲平台由乙园运营，在乙园试点。"
    spot = Evidence(0, len(text), text)
    kinds = (("Scenario", "甲平台"), ("Organisation", "乙园"))
    entities = tuple(Entity(kind, name, (), Status.EXISTING, (spot,), "r", 1.0) for kind, name in kinds)
    relations = tuple(
        Relation(kind, "Scenario", "甲平台", "Organisation", "乙园", Status.EXISTING, (spot,), "r", 1.0)
        for kind in ("operatedBy", "pilotedIn")
    )
    reading = Reading("x", text, "x.txt", Heading(), "310105", entities, relations)
    page = opened(written([reading], tmp_path / "map.html", figures=False), "#view=whole")
    curves, _ = _curves_and_marks(page.saved("svg"))
    assert len(curves) == 2
    assert math.dist(curves[0][20], curves[1][20]) > 4
