"""A few hundred damaged files, always the same ones; ``python -m tests.fuzz`` makes any number of others."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.reading.documents import open_document
from graph.reading.reader import read_file
from tests.fuzz import broken_promise, cases, damaged


@pytest.mark.parametrize("case", cases(), ids=lambda path: path.name)
def test_damaged_files_break_no_promise(case: Path, tmp_path: Path) -> None:
    file = tmp_path / f"case{case.suffix}"
    for seed in range(25):
        file.write_bytes(damaged(case.read_bytes(), random.Random(f"{case.name} {seed}")))
        assert broken_promise(file) is None, seed


@pytest.mark.parametrize("case", [c for c in cases() if c.suffix in (".docx", ".pdf", ".mhtml")], ids=lambda path: path.name)
def test_a_file_that_is_cut_off_is_never_read_in_part(case: Path, tmp_path: Path) -> None:
    whole, data = open_document(case).text, case.read_bytes()
    file = tmp_path / f"case{case.suffix}"
    chance = random.Random(case.name)
    for end in (len(data) - 1, len(data) - 2, *(chance.randrange(1, len(data)) for _ in range(40))):
        file.write_bytes(data[:end])
        try:
            assert read_file(file).text == whole, end
        except DocumentError:
            continue
