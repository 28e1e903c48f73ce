"""A folder of files in every format, each with the text and the reading that it must give.

A new case is three files and no code: ``name.ext``; ``name.text`` with the plain text; ``name.json`` with the heading's facts,
the entities of the core types and the relations locatedIn and pilotedIn.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from graph.reading.characters import canonical
from graph.reading.documents import open_document
from graph.reading.forms import to_json
from graph.reading.reader import read
from graph.records import CORE_TYPES, Reading

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix not in (".text", ".json"))
#: Cases that need the extra for scans.
SCANS = frozenset(path for path in CASES if path.name.startswith("scan"))


def expectation(reading: Reading) -> dict[str, Any]:
    """What a case's ``.json`` holds."""
    form = to_json(reading)
    return {
        "meta": form["meta"],
        "entities": sorted([e.type, e.name, e.status] for e in reading.entities if e.type in CORE_TYPES),
        "relations": sorted(
            [r.type, r.source, r.target, r.status] for r in reading.relations if r.type in ("locatedIn", "pilotedIn")
        ),
    }


def comparable(text: str, path: Path) -> str:
    """A recogniser's blanks and widths of brackets differ from machine to machine; all else must be the same."""
    return "".join(canonical(text).split(" ")) if path in SCANS else text


def test_every_format_has_a_case() -> None:
    kinds = {path.suffix for path in CASES}
    assert kinds >= {".txt", ".html", ".htm", ".mhtml", ".docx", ".pdf", ".png"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_case(path: Path) -> None:
    if path in SCANS and find_spec("rapidocr") is None:
        pytest.skip("the extra for scans is not installed")
    document = open_document(path)
    assert comparable(document.text, path) == comparable(path.with_suffix(".text").read_text(encoding="utf-8"), path)
    assert expectation(read(document)) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
