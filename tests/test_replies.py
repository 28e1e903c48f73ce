"""Which files of a folder are replies, and that none is left out without a word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.build import OUTPUTS, build
from graph.errors import DocumentError, UsageError
from graph.kept import KEYS
from graph.reading.documents import open_document
from graph.replies import find_files
from tests.conftest import REPLY


def _found(folder: Path) -> tuple[set[str], list[str]]:
    """Paths within the folder, and what was said."""
    said: list[str] = []
    return {str(file.relative_to(folder)) for file in find_files([folder], said.append)}, said


def _filled(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("甲", encoding="utf-8")
    return folder


def test_a_name_that_ends_in_a_number_or_in_chinese_has_no_ending(tmp_path: Path) -> None:
    names = {"对第12号提案的答复 2023.5.6", "答复.第3号", "答复", "2023年/答复.TXT", "content.jsp", "扫描.gif"}
    assert _found(_filled(tmp_path, *names)) == (names, [])


def test_what_is_passed_over_is_said_by_its_ending(tmp_path: Path) -> None:
    folder = _filled(
        tmp_path, "a.txt", "附件.zip", "表.xlsx", "b/表二.XLSX", "a.json", ".DS_Store", ".git/a.txt", "a_files/b.html"
    )
    assert _found(folder) == ({"a.txt"}, ["passed over for their ending: .json 1, .xlsx 2, .zip 1"])


def test_what_a_build_wrote_is_no_reply(tmp_path: Path) -> None:
    folder = _filled(tmp_path, "a.txt", *OUTPUTS[:4], *OUTPUTS[5:], KEYS, "store/LOG", "statistics/a.txt", "map/b.txt")
    _filled(folder / "earlier", "readings.jsonl", "graph.nq", "report.html", "c.txt")
    _filled(folder / "other", "graph.nq", "report.html")
    assert _found(folder)[0] == {"a.txt", "map/b.txt", "earlier/c.txt", "other/report.html"}


@pytest.mark.parametrize("out", ["", "结果"])
def test_a_build_among_its_replies_is_not_read_by_the_next(out: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPLY.read_bytes())
    for _ in range(2):
        outcome = build([tmp_path], tmp_path / out, "https://example.org/", lambda _: None)
        assert [reading.id for reading in outcome.resolution.readings] == ["a"]
        assert outcome.faults == ()


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may open every folder: that the system refuses one is told to both who ask."""
    locked = tmp_path / "2023.old"
    _filled(tmp_path, "a.txt", "2023.old/b.txt")
    listed, allowed = os.scandir, os.access

    def refused(path: str) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr("os.scandir", refused)
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != locked and allowed(path, mode))
    assert _found(tmp_path) == ({"a.txt", "2023.old"}, [])
    with pytest.raises(DocumentError, match=r"2023\.old: this folder cannot be opened; check its permissions"):
        open_document(locked)


def test_a_folder_is_no_reply(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="it is a folder; name a file in it"):
        open_document(tmp_path)


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        find_files([tmp_path / "missing"], lambda _: None)
