"""What has not changed since the last build is not read again, and nothing else is taken from it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import kept
from graph.build import build
from graph.kept import KEYS, kept_readings, key_of, reader_key, readings_of
from tests.conftest import REPLY

BASE = "https://example.org/"
OTHER = "关于区政协八届三次会议第12号提案的答复\n\n甲委员：\n您提出的提案收悉。星芒智能已入驻虹桥智谷。\n\n上海市长宁区科学技术委员会\n2025年6月3日\n"


def _replies(place: Path) -> Path:
    folder = place / "in"
    folder.mkdir()
    (folder / "real.txt").write_bytes(REPLY.read_bytes())
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture
def replies(tmp_path: Path) -> Path:
    return _replies(tmp_path)


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of replies with their build beside it, of which each test has a copy: a key holds no path."""
    folder = tmp_path_factory.mktemp("first")
    _build(_replies(folder))
    return folder


@pytest.fixture
def built_replies(first_build: Path, tmp_path: Path) -> Path:
    for name in ("in", "out"):
        shutil.copytree(first_build / name, tmp_path / name)
    return tmp_path / "in"


def _build(replies: Path, *, anew: bool = False, base: str = BASE) -> list[str]:
    """Builds beside the replies, and gives what was said of reading them."""
    said: list[str] = []
    build([replies], replies.parent / "out", base, said.append, anew=anew)
    return [line for line in said if "read" in line or "last build" in line]


def _bytes(out: Path) -> dict[str, bytes]:
    files = (file for file in out.rglob("*") if file.is_file() and "store" not in file.parts)
    return {str(file.relative_to(out)): file.read_bytes() for file in files}


def test_the_same_replies_are_not_read_again_and_give_the_same_bytes(replies: Path) -> None:
    assert _build(replies) == ["reading 1 of 2: other.txt", "reading 2 of 2: real.txt"]
    first = _bytes(replies.parent / "out")
    assert _build(replies) == ["2 of 2 as in the last build"]
    assert _bytes(replies.parent / "out") == first
    assert _build(replies, base="https://example.com/") == ["2 of 2 as in the last build"]


def test_all_are_read_where_it_is_asked_for(built_replies: Path) -> None:
    assert _build(built_replies, anew=True) == ["reading 1 of 2: other.txt", "reading 2 of 2: real.txt"]


def test_a_reply_that_has_changed_is_read_and_one_that_moved_is_not(built_replies: Path) -> None:
    replies = built_replies
    (replies / "other.txt").write_text(OTHER.replace("星芒智能", "朗星智能"), encoding="utf-8")
    (replies / "2023").mkdir()
    (replies / "real.txt").rename(replies / "2023" / "real.txt")
    assert _build(replies) == ["1 of 2 as in the last build", "reading 1 of 1: other.txt"]
    lines = map(json.loads, (replies.parent / "out" / "readings.jsonl").read_text(encoding="utf-8").splitlines())
    names = {entity["name"] for line in lines if line["id"] == "other" for entity in line["entities"]}
    assert "朗星智能" in names
    assert "星芒智能" not in names


def test_a_bad_file_is_named_each_time(replies: Path) -> None:
    (replies / "bad.txt").write_bytes(b"")
    for _ in range(2):
        outcome = build([replies], replies.parent / "out", BASE, lambda _: None)
        assert [Path(fault.subject).name for fault in outcome.faults] == ["bad.txt"]


def test_another_reader_reads_all(built_replies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _build(built_replies) == ["2 of 2 as in the last build"]
    monkeypatch.setattr("graph.kept.distributions", list)
    assert len(_build(built_replies)) == 2


@pytest.mark.parametrize("place", kept._READER)
def test_every_file_that_the_reader_is_made_of_counts(place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in kept._READER:
        file = tmp_path / name if "." in name else tmp_path / name / "a.tsv"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a", encoding="utf-8")
    monkeypatch.setattr(kept, "_ROOT", tmp_path)
    before = reader_key(None)
    assert reader_key(None) == before
    changed = tmp_path / place if "." in place else tmp_path / place / "deeper" / "b.own.tsv"
    changed.parent.mkdir(exist_ok=True)
    changed.write_text("b", encoding="utf-8")
    assert reader_key(None) != before


def test_with_an_encoder_or_another_one_the_reader_is_another() -> None:
    assert len({reader_key(encoder) for encoder in (None, "0a", "0b")}) == 3
    assert reader_key("0a") == reader_key("0a")


def test_name_and_bytes_are_what_was_read(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (one, other):
        file.write_text("甲", encoding="utf-8")
    (tmp_path / "deeper").mkdir()
    moved = tmp_path / "deeper" / "a.txt"
    moved.write_text("甲", encoding="utf-8")
    assert key_of(one, "r") == key_of(moved, "r")
    assert len({key_of(one, "r"), key_of(other, "r"), key_of(one, "s")}) == 3
    assert key_of(tmp_path / "missing.txt", "r") is None
    assert key_of(tmp_path, "r") is None


def test_what_can_be_read_only_once_is_left_to_the_reader(replies: Path) -> None:
    """As a shell hands over what another command writes: build_graph.py <(…)."""
    said: list[str] = []
    ends = os.pipe()
    with os.fdopen(ends[0], "rb"):
        with os.fdopen(ends[1], "wb") as pipe:
            pipe.write(OTHER.encode())
        outcome = build([Path(f"/dev/fd/{ends[0]}")], replies.parent / "out", BASE, said.append)
    assert [entity.name for reading in outcome.resolution.readings for entity in reading.entities if entity.type == "Carrier"]


def test_readings_are_parted_by_line_feeds_and_by_nothing_else(tmp_path: Path) -> None:
    """The name of a file may hold what Python takes for the end of a line."""
    (tmp_path / "甲\u2028乙\x85丙.txt").write_text(OTHER, encoding="utf-8")
    build([tmp_path], tmp_path / "out", BASE, lambda _: None)
    readings, _ = readings_of(tmp_path / "out")
    assert [reading.id for reading in readings] == ["甲\u2028乙\x85丙"]


def _cut(out: Path) -> None:
    lines = (out / "readings.jsonl").read_bytes()
    (out / "readings.jsonl").write_bytes(lines[: len(lines) // 2])


def _empty_keys(out: Path) -> None:
    (out / KEYS).write_text("[]", encoding="utf-8")


def _keys_of_others(out: Path) -> None:
    told = json.loads((out / KEYS).read_text(encoding="utf-8"))
    told["keys"] = dict.fromkeys(told["keys"], "missing")
    (out / KEYS).write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize("spoil", [_cut, _empty_keys, _keys_of_others])
def test_a_build_that_was_changed_is_said_and_not_used(spoil: Callable[[Path], None], built_replies: Path) -> None:
    out = built_replies.parent / "out"
    spoil(out)
    said: list[str] = []
    assert kept_readings(out, said.append) == {}
    assert said == [f"{out / 'readings.jsonl'} is not as it was written: all is read anew"]
    assert _build(built_replies)[-2:] == ["reading 1 of 2: other.txt", "reading 2 of 2: real.txt"]


def test_where_there_is_no_build_nothing_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    assert kept_readings(tmp_path, said.append) == {}
    assert said == []
