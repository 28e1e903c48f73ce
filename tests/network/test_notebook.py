"""The notebook of docs/ runs on a build, and its answers are the figures'."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from graph.build import Outcome
from tests.conftest import ROOT

_FILE = ROOT / "docs" / "own-question.ipynb"


def _read() -> Any:
    return nbformat.reads(_FILE.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]  # nbformat has none


@pytest.fixture(scope="module")
def run(built: tuple[Path, Outcome], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook after it has run in a folder beside ``build/``, as it lies in the repository."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / "docs").mkdir()
    shutil.copytree(built[0] / "statistics", folder / "build" / "statistics")
    shutil.copy(built[0] / "readings.jsonl", folder / "build")
    notebook = _read()
    nbformat.validate(notebook)
    return NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder / "docs")}}).execute()


def _shown(run: Any, cell: str) -> str:
    (found,) = [c for c in run.cells if c.id == cell]
    (output,) = [o for o in found.outputs if o.output_type == "execute_result"]
    return str(output.data["text/plain"])


def test_ten_lines_from_the_build_to_an_answer_with_its_sentence(run: Any, built: tuple[Path, Outcome]) -> None:
    (cell,) = [c for c in run.cells if c.id == "answer"]
    assert len([line for line in cell.source.splitlines() if line]) <= 10
    shown = _shown(run, "answer")
    rows = [p for p in built[1].statistics["places"] if p["type"] == "Carrier" and sum(p["enterprises"].values())]
    assert rows
    for row in rows:
        assert (row["name"] in shown) == (sum(row["scenarios"].values()) == 0), row["name"]
    assert "黑湖科技" in shown


def test_promised_by_sector(run: Any, built: tuple[Path, Outcome]) -> None:
    shown = {line.split()[0]: line.split()[1:] for line in _shown(run, "planned").splitlines()[2:]}
    counted = {r["name"]: (r["existing"], r["planned"]) for r in built[1].statistics["sectors"]["rows"] if r["scenarios"]}
    assert {name: (int(a), int(b)) for name, (a, b, _) in shown.items()} == counted


def test_it_lies_in_the_repository_without_what_a_run_leaves() -> None:
    for cell in _read().cells:
        assert cell.cell_type == "markdown" or (cell.outputs == [] and cell.execution_count is None)
