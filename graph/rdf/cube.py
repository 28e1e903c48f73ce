"""The statistics as an RDF Data Cube (W3C 2014), in a named graph of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.rdf.terms import Minter, Triple, iri, prefixed, text, typed
from graph.rdf.vocabulary import term

__all__ = ["QB", "STATISTICS", "add_cube", "cube", "cube_graph"]

QB = "http://purl.org/linked-data/cube#"
#: Namespace of the cube's dimensions and measures.
STATISTICS = "https://w3id.org/district-ai/statistics#"
_DIMENSIONS = {
    "area": ("地点", "place"),
    "sector": ("领域", "sector"),
    "kind": ("类别", "kind of entity"),
    "status": ("状态", "status"),
    "department": ("承办部门", "replying department"),
    "year": ("答复年份", "year of the reply"),
    "policy": ("政策", "policy"),
}
_MEASURES = {
    "number": ("数目", "number", "integer"),
    "enterprisesExisting": ("已有企业数", "enterprises existing", "integer"),
    "enterprisesPlanned": ("规划企业数", "enterprises planned", "integer"),
    "carriersExisting": ("已有载体数", "carriers existing", "integer"),
    "carriersPlanned": ("规划载体数", "carriers planned", "integer"),
    "scenariosExisting": ("已有场景数", "scenarios existing", "integer"),
    "scenariosPlanned": ("规划场景数", "scenarios planned", "integer"),
    "enterprises": ("企业数", "enterprises", "integer"),
    "carriers": ("载体数", "carriers", "integer"),
    "scenarios": ("场景数", "scenarios", "integer"),
    "policies": ("政策数", "policies", "integer"),
    "replies": ("答复数", "replies", "integer"),
    "citations": ("引用数", "citations", "integer"),
    "memberships": ("领域归属数", "sector memberships", "integer"),
    "share": ("份额", "share", "decimal"),
    "locationQuotient": ("区位商", "location quotient", "decimal"),
    "shannon": ("香农多样性", "Shannon diversity", "decimal"),
    "hhi": ("赫芬达尔–赫希曼指数", "Herfindahl–Hirschman index", "decimal"),
    "withoutPilot": ("未点名试点的街镇数", "subdistricts without a named pilot", "integer"),
    "subdistricts": ("街镇数", "subdistricts", "integer"),
}


@dataclass(frozen=True, slots=True)
class _Cube:
    """One data set: its name in two languages, its dimensions, and (dimension values, measures) of each row."""

    name: str
    zh: str
    en: str
    dimensions: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], dict[str, float | int | None]], ...]


def cube_graph(base: str) -> str:
    """IRI of the named graph that holds the cube."""
    mint = Minter(base)
    return mint.graph_of(mint.dataset("statistics"))


def cube(figures: Mapping[str, Any]) -> Iterator[Triple]:
    """The cube's triples: data sets with their structure, and an observation for each figure.

    Each observation has one measure, named by ``qb:measureType``; a figure that is ``null`` has no observation.

    Parameters
    ----------
    figures:
        Of ``statistics.json``.
    """
    mint = Minter(figures["base"])
    cubes = tuple(_cubes(figures))
    measures = {measure for c in cubes for _, values in c.rows for measure, value in values.items() if value is not None}
    yield from _properties({d for c in cubes for d in c.dimensions}, measures)
    for made in cubes:
        if any(value is not None for _, values in made.rows for value in values.values()):
            yield from _dataset(made, mint)


def _cubes(figures: Mapping[str, Any]) -> Iterator[_Cube]:
    places, sectors = figures["places"], figures["sectors"]["rows"]
    yield _Cube("places", "各处的数字", "Figures by place", ("area",), tuple(((iri(r["iri"]),), _of_place(r)) for r in places))
    of_sector = (("memberships", "memberships"), ("share", "share"), ("locationQuotient", "location_quotient"))
    yield _Cube(
        "place-sectors",
        "各处的领域",
        "Sectors by place",
        ("area", "sector"),
        tuple(((iri(r["iri"]), iri(s["iri"])), {name: s[key] for name, key in of_sector}) for r in places for s in r["sectors"]),
    )
    counted = ("enterprises", "scenarios", "memberships", "share")
    yield _Cube(
        "sectors", "各领域", "Sectors", ("sector",), tuple(((iri(s["iri"]),), {c: s[c] for c in counted}) for s in sectors)
    )
    yield _Cube("status", "按类别与状态", "By kind and status", ("kind", "status"), tuple(_by_status(figures)))
    yield _Cube(
        "policies",
        "政策的引用",
        "Citations of policies",
        ("policy",),
        tuple(((iri(p["iri"]),), {"citations": p["citations"]}) for p in figures["policies"]),
    )
    for name, dimension, zh, en in (
        ("departments", "department", "按部门", "By department"),
        ("years", "year", "按年份", "By year"),
    ):
        yield _Cube(name, zh, en, (dimension,), tuple(((_group(dimension, r),), _of_group(r)) for r in figures[name]))
    yield _Cube(
        "gaps",
        "街镇的空白",
        "Subdistricts without a named pilot",
        ("area",),
        tuple(
            ((iri(g["iri"]),), {"subdistricts": g["subdistricts"], "withoutPilot": g["without"]})
            for g in figures["gaps"]
            if g["iri"]
        ),
    )


def _of_place(row: Mapping[str, Any]) -> dict[str, float | int | None]:
    counts = {f"{name}{s.title()}": row[name][s] for name in ("enterprises", "carriers", "scenarios") for s in row[name]}
    return counts | {name: row[name] for name in ("memberships", "shannon", "hhi")}


def _by_status(figures: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], dict[str, float | int | None]]]:
    for kind, row in figures["counts"]["by_status"].items():
        for status, number in row.items():
            yield (iri(term(kind)), iri(term(status))), {"number": number}


def _group(dimension: str, row: Mapping[str, Any]) -> str:
    return typed(row["id"], "gYear") if dimension == "year" else text(row["name"], "zh")


def _of_group(row: Mapping[str, Any]) -> dict[str, float | int | None]:
    counts: dict[str, float | int | None] = {name: row[name] for name in ("replies", "enterprises", "carriers", "policies")}
    return counts | {f"scenarios{s.title()}": row["scenarios"][s] for s in row["scenarios"]}


def _properties(dimensions: set[str], measures: set[str]) -> Iterator[Triple]:
    for name in sorted(dimensions):
        yield from _property(name, "DimensionProperty", *_DIMENSIONS[name])
    for name in sorted(measures):
        zh, en, datatype = _MEASURES[name]
        yield from _property(name, "MeasureProperty", zh, en)
        yield _own(name), prefixed("rdfs:range"), prefixed(f"xsd:{datatype}")


def _property(name: str, kind: str, zh: str, en: str) -> Iterator[Triple]:
    yield _own(name), prefixed("rdf:type"), prefixed("rdf:Property")
    yield _own(name), prefixed("rdf:type"), _qb(kind)
    yield _own(name), prefixed("rdfs:label"), text(zh, "zh")
    yield _own(name), prefixed("rdfs:label"), text(en, "en")


def _dataset(made: _Cube, mint: Minter) -> Iterator[Triple]:
    node, structure = iri(mint.dataset("statistics", made.name)), iri(mint.dataset("statistics", made.name, "structure"))
    yield node, prefixed("rdf:type"), _qb("DataSet")
    yield node, prefixed("rdfs:label"), text(made.zh, "zh")
    yield node, prefixed("rdfs:label"), text(made.en, "en")
    yield node, _qb("structure"), structure
    yield structure, prefixed("rdf:type"), _qb("DataStructureDefinition")
    measures = sorted({name for _, values in made.rows for name, value in values.items() if value is not None})
    parts = [("dimension", name, _own(name)) for name in made.dimensions] + [("dimension", "measureType", _qb("measureType"))]
    for role, name, value in parts + [("measure", name, _own(name)) for name in measures]:
        component = iri(mint.dataset("statistics", made.name, "structure", name))
        yield structure, _qb("component"), component
        yield component, prefixed("rdf:type"), _qb("ComponentSpecification")
        yield component, _qb(role), value
    for at, values in made.rows:
        for measure, figure in values.items():
            if figure is not None:
                yield from _observation(made, node, at, measure, figure, mint)


def _observation(made: _Cube, node: str, at: tuple[str, ...], name: str, value: float, mint: Minter) -> Iterator[Triple]:
    observation = iri(mint.hashed("Observation", made.name, *at, name))
    yield observation, prefixed("rdf:type"), _qb("Observation")
    yield observation, _qb("dataSet"), node
    for dimension, where in zip(made.dimensions, at, strict=True):
        yield observation, _own(dimension), where
    yield observation, _qb("measureType"), _own(name)
    datatype = _MEASURES[name][2]
    # A decimal in the form in which a store gives it back: no exponent, no zeros behind.
    written = str(value) if datatype == "integer" else f"{value:.6f}".rstrip("0").rstrip(".")
    yield observation, _own(name), typed(written, datatype)


def _own(name: str) -> str:
    return iri(STATISTICS + name)


def _qb(name: str) -> str:
    return iri(QB + name)


def add_cube(path: Path, figures: Mapping[str, Any]) -> None:
    """Add the cube to ``graph.nq``, which stays sorted, each line once.

    Parameters
    ----------
    path:
        Exists.
    figures:
        Of ``statistics.json``.
    """
    graph = iri(cube_graph(figures["base"]))
    added = {f"{' '.join(triple)} {graph} .\n" for triple in cube(figures)}
    with path.open(encoding="utf-8", newline="\n") as file:
        merged = sorted({*file, *added})
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(merged)
        file.flush()
        os.fsync(file.fileno())
