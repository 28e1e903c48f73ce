"""Each format in which replies are published: one input a folder, its text and what is read from it beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.reading.documents import open_document
from graph.reading.documents.scan import can_recognise
from tests.reading.documents.make_cases import CASES, REFUSED, expected

FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())
#: What is said of each file that cannot be read, and what the user is to do.
WORDS = {
    "another-zip.docx": "it is no DOCX, or a damaged one; open it in a word processor and save it again",
    "blank.png": "there is no text in it; replace it by the reply's text",
    "encrypted.pdf": "it is encrypted; save it without a password",
    "truncated.docx": "it is no DOCX, or a damaged one; open it in a word processor and save it again",
    "truncated.pdf": "it is damaged; get the file again from its source",
}


def _scan(path: Path) -> bool:
    return "scan" in path.parent.name or path.suffix == ".png"


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_an_input_has_the_text_and_the_reading_of_its_case(folder: Path) -> None:
    source = next(folder.glob("input.*"))
    if _scan(source) and not can_recognise():
        pytest.skip("the recognition (extra scan) is not installed")
    text, reading = expected(source)
    assert text == (folder / "text.txt").read_text(encoding="utf-8")
    assert json.loads(json.dumps(reading)) == json.loads((folder / "reading.json").read_text(encoding="utf-8"))


def test_every_format_says_the_same() -> None:
    readings = {folder.name: (folder / "reading.json").read_text(encoding="utf-8") for folder in FOLDERS}
    assert len(readings) >= 8
    assert set(readings.values()) == {readings["utf-8"]}


@pytest.mark.parametrize("path", sorted(REFUSED.iterdir()), ids=lambda path: str(path.name))
def test_what_cannot_be_read_is_refused_in_one_line(path: Path) -> None:
    if _scan(path) and not can_recognise():
        pytest.skip("the recognition (extra scan) is not installed")
    with pytest.raises(DocumentError) as fault:
        open_document(path)
    assert str(fault.value) == f"{path}: {WORDS[path.name]}"


def test_without_the_recognition_a_scan_is_refused_and_the_remedy_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.reading.documents.scan.can_recognise", lambda: False)
    for source in (CASES / "scan" / "input.pdf", CASES / "scan-picture" / "input.png"):
        with pytest.raises(DocumentError, match="pip install 'rapidocr"):
            open_document(source)
