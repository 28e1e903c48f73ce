"""``statistics.json`` against its published schema, and the schema against what it must refuse."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from graph.build import Outcome
from graph.network import statistics_of
from graph.network.statistics import SCHEMA
from tests.conftest import ROOT
from tests.network.conftest import Several
from tests.network.small import network


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "data" / "statistics" / "statistics.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == SCHEMA
    return jsonschema.Draft202012Validator(schema)


def _faults(validator: jsonschema.Draft202012Validator, figures: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in validator.iter_errors(figures)]


def test_the_builds(built: tuple[Path, Outcome], several: Several, validator: jsonschema.Draft202012Validator) -> None:
    for folder in (built[0], several.folder):
        assert _faults(validator, json.loads((folder / "statistics.json").read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("alone", [(), ("e1",), ("C1",), ("D1", "F1"), ("P1",)])
def test_next_to_nothing(alone: tuple[str, ...], validator: jsonschema.Draft202012Validator) -> None:
    made = network([], alone)
    for node in made.nodes:
        made.nodes[node]["evidence"] = (("r", 0, 2, "原文", "existing", "test", 1.0),)
    assert _faults(validator, json.loads(json.dumps(statistics_of(made, 0), allow_nan=False))) == []


def test_every_key_is_in_the_documentation(validator: jsonschema.Draft202012Validator) -> None:
    text = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")
    for name in validator.schema["properties"]:
        assert f"`{name}`" in text, name


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("structure", "density"), float("inf")),
        (("structure", "density"), 1.5),
        (("counts", "by_type", "Enterprise"), "14"),
        (("counts", "by_type", "Firm"), 1),
        (("places", 0, "shannon"), -1),
        (("communities", "found"), None),
        (("networks", "enterprises", "structure"), None),
        (("more",), 1),
    ],
)
def test_what_is_no_statistics(
    built: tuple[Path, Outcome], validator: jsonschema.Draft202012Validator, path: tuple[str | int, ...], value: Any
) -> None:
    figures: Any = copy.deepcopy(built[1].statistics)
    at = figures
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert len(_faults(validator, figures)) >= 1
