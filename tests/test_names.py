"""Files of one name are told apart, and who has none of them notices nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse

from graph.build import Outcome, build
from graph.names import ids_of
from graph.network import network_of, statistics_of
from graph.records import Heading, Reading
from graph.resolution import resolve
from tests.conftest import ROOT
from tests.test_build import OTHER
from viz.data import data_of

_BASE = "https://example.org/"


@pytest.mark.parametrize(
    ("files", "ids"),
    [
        (["2023/答复1.txt", "2024/答复2.txt"], ["答复1", "答复2"]),
        (["2023/答复1.txt", "2024/答复1.pdf", "答复3.txt"], ["2023/答复1", "2024/答复1", "答复3"]),
        (["甲/2023/答复1.txt", "乙/2023/答复1.txt", "2024/答复1.txt"], ["甲/2023/答复1", "乙/2023/答复1", "2024/答复1"]),
        (["答复1.pdf", "答复1.docx", "答复1.doc", "答复1.png"], ["答复1.pdf", "答复1", "答复1.doc", "答复1.png"]),
        (["2023/答复1.pdf", "2023/答复1.docx", "2024/答复1.txt"], ["答复1.pdf", "2023/答复1", "2024/答复1"]),
        (["a/答复1.pdf", "a/答复1.docx", "b/答复1.pdf.txt"], ["a/答复1.pdf", "答复1", "答复1.pdf"]),
    ],
    ids=["unique", "years", "deeper", "formats", "both", "a-name-like-another-with-its-ending"],
)
def test_how_files_are_called(files: list[str], ids: list[str]) -> None:
    assert ids_of([Path(file) for file in files]) == ids


_PART = st.sampled_from(["a", "b", "a.txt", "a.pdf", "a.txt.pdf", ".a", "a."])


@given(st.lists(st.lists(_PART, min_size=1, max_size=4).map("/".join), unique=True, max_size=12), st.randoms())
def test_no_two_files_have_one_id_and_their_order_says_nothing(names: list[str], chance: object) -> None:
    files = [Path("/x", name) for name in names]
    told = dict(zip(files, ids_of(files), strict=True))
    assert len(set(told.values())) == len(files)
    chance.shuffle(files)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert dict(zip(files, ids_of(files), strict=True)) == told
    stems = [file.stem for file in files]
    assert all(told[file] == file.stem for file in files if stems.count(file.stem) == 1)


def _reply(file: Path, firm: str, more: str = "") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(OTHER.replace("甲乙科技", firm) + more, encoding="utf-8")
    return file


def _built(out: Path, *paths: Path) -> tuple[Outcome, list[str]]:
    said: list[str] = []
    return build(paths, out, _BASE, said.append), said


def test_two_replies_of_one_name_are_both_read(tmp_path: Path) -> None:
    one, other = _reply(tmp_path / "2023/答复1.txt", "甲乙科技"), _reply(tmp_path / "2024/答复1.txt", "朗星智能")
    outcome, _ = _built(tmp_path / "out", other, one)
    assert (outcome.faults, outcome.repeated) == ((), ())
    assert [reading.id for reading in outcome.resolution.readings] == ["2023/答复1", "2024/答复1"]
    quads = list(parse(path=str(tmp_path / "out/graph.nq"), format=RdfFormat.N_QUADS))
    assert {NamedNode(f"{_BASE}Reply/{year}%2F答复1") for year in (2023, 2024)} <= {quad.subject for quad in quads}
    before = {name: (tmp_path / "out" / name).read_bytes() for name in ("readings.jsonl", "graph.nq", "map.html", "report.html")}
    again, said = _built(tmp_path / "out", tmp_path / "2023", tmp_path / "2024", one)
    assert said[0] == "2 of 2 as in the last build"
    assert {name: (tmp_path / "out" / name).read_bytes() for name in before} == before
    alone, said = _built(tmp_path / "out", other)
    assert said[0] == "1 of 1 as in the last build"
    assert [reading.id for reading in alone.resolution.readings] == ["答复1"]
    assert len(again.resolution.readings) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are not UTF-8")
def test_a_name_from_an_archive_of_windows_is_read(tmp_path: Path) -> None:
    source = _reply(tmp_path / "答复1.txt", "甲乙科技").read_bytes()
    named = tmp_path / os.fsdecode("答复2.txt".encode("gb18030"))
    odd = tmp_path / os.fsdecode(b"\xff3.txt")
    for file, firm in ((named, "朗星智能"), (odd, "星芒智能")):
        file.write_bytes(source.replace("甲乙科技".encode(), firm.encode()))
    outcome, _ = _built(tmp_path / "out", tmp_path)
    assert [reading.id for reading in outcome.resolution.readings] == ["\\xff3", "答复1", "答复2"]
    same = tmp_path / os.fsdecode("答复1.txt".encode("gb18030"))
    ids = ids_of([tmp_path / "答复1.txt", same])
    assert len(set(ids)) == 2
    assert all(one.isprintable() for one in ids)


def test_read_gives_the_same_ids(tmp_path: Path) -> None:
    files = [_reply(tmp_path / year / "答复1.txt", "甲乙科技") for year in ("2024", "2023")]
    command = [sys.executable, "-m", "graph", "read", *map(str, files)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == ["2024/答复1", "2023/答复1"]


def test_two_formats_of_one_reply_are_counted_once(tmp_path: Path) -> None:
    page, text = tmp_path / "答复1.html", _reply(tmp_path / "答复1.txt", "甲乙科技", "— 1 —\n")
    page.write_text(f"<html><body><pre>{OTHER}</pre></body></html>", encoding="utf-8")
    outcome, _ = _built(tmp_path / "out", text, page)
    assert [reading.id for reading in outcome.resolution.readings] == ["答复1"]
    assert outcome.repeated == ((str(text), str(page)),)


def test_two_texts_side_by_side_that_differ_are_two_replies(tmp_path: Path) -> None:
    page, text = tmp_path / "答复1.html", _reply(tmp_path / "答复1.txt", "朗星智能", "我区还建成丙丁产业园，引进戊己医药。" * 9)
    page.write_text(f"<html><body><pre>{OTHER}</pre></body></html>", encoding="utf-8")
    outcome, _ = _built(tmp_path / "out", text, page)
    assert [reading.id for reading in outcome.resolution.readings] == ["答复1", "答复1.txt"]
    assert outcome.repeated == ()


def test_nearly_the_same_words_under_other_names_are_two_replies(tmp_path: Path) -> None:
    files = _reply(tmp_path / "答复1.txt", "甲乙科技"), _reply(tmp_path / "答复2.txt", "朗星智能")
    outcome, _ = _built(tmp_path / "out", *files)
    assert len(outcome.resolution.readings) == 2


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        (Heading(title="关于第1号提案的答复", proposal_title="关于甲的提案"), "关于第1号提案的答复"),
        (Heading(proposal_title="关于落实《甲规划》的建议"), "《关于落实〈甲规划〉的建议》的答复"),
        (Heading(department="甲局"), "答复1"),
    ],
    ids=["title", "proposal", "neither"],
)
def test_what_a_list_calls_a_reply(heading: Heading, label: str) -> None:
    reading = Reading("答复1", "甲", "答复1.txt", heading)
    assert reading.label == label
    network = network_of(resolve([reading]), _BASE)
    assert data_of(network, statistics_of(network, 1, [reading]), [reading])["replies"][0]["title"] == label
