"""Replies read by several processes: in order, the same as by one, and none lost when a process breaks down."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.reading.parallel import in_order, processes_for, read_files
from graph.records import Reading
from tests.conftest import GOLD, REPLY
from tests.reading.ending import killed_once, squared_or_killed

ROOT = Path(__file__).parents[2]
OTHERS = sorted((GOLD.parents[1] / "dev").glob("*.txt"))[:6]


def _told(outcomes: Iterator[Reading | DocumentError]) -> list[Reading | str]:
    return [str(one) if isinstance(one, DocumentError) else one for one in outcomes]


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7 and nothing more")
    files = [REPLY, *OTHERS[:3], damaged, tmp_path / "missing.txt", *OTHERS[3:]]
    together = _told(read_files(files, jobs=2))
    assert together == _told(read_files(files, jobs=1))
    assert [str(damaged) in str(one) for one in together].index(True) == files.index(damaged)


def test_what_is_read_is_asked_for_in_the_processes_too(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(REPLY.read_text(encoding="utf-8"), encoding="utf-8")
    (less,) = read_files([text], least=0.95, without=("lists",), jobs=2)
    (alone,) = read_files([text], least=0.95, without=("lists",), jobs=1)
    (whole,) = read_files([text], jobs=2)
    assert less == alone != whole


def test_an_item_that_ends_its_process_is_named_and_no_other_is_lost() -> None:
    assert list(in_order(squared_or_killed, range(12), 2, lambda number: -number)) == [
        -7 if number == 7 else number * number for number in range(12)
    ]


def test_a_process_that_the_system_ends_loses_nothing(tmp_path: Path) -> None:
    files = [tmp_path / name for name in "abcdefgh"]
    assert list(in_order(killed_once, files, 2, lambda file: f"lost {file.name}")) == list("abcdefgh")


def test_no_more_is_taken_than_is_at_work() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    outcomes = in_order(abs, numbers(), 2, abs)
    assert next(outcomes) == 0
    assert len(taken) == 4
    outcomes.close()  # type: ignore[attr-defined]  # a generator


@pytest.mark.parametrize(("files", "encoder"), [(1, True), (39, True), (399, False)])
def test_few_files_are_read_by_this_process(files: int, encoder: bool) -> None:
    assert processes_for(files, encoder=encoder) == 1


def test_a_process_for_each_processor_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.reading.parallel.cpu_count", lambda: 3)
    monkeypatch.setattr("os.sysconf", {"SC_PHYS_PAGES": 1 << 22, "SC_PAGE_SIZE": 1 << 12}.__getitem__)
    assert processes_for(10_000, encoder=True) == 3
    assert processes_for(40, encoder=True) == 2
    monkeypatch.setattr("os.sysconf", {"SC_PHYS_PAGES": 1 << 19, "SC_PAGE_SIZE": 1 << 12}.__getitem__)
    assert processes_for(10_000, encoder=True) == 2


@pytest.mark.skipif(not hasattr(os, "sysconf"), reason="the system says nothing of its memory as it is")
def test_processes_where_the_system_does_not_say_its_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.reading.parallel.cpu_count", lambda: 16)
    monkeypatch.delattr("os.sysconf")  # as on Windows
    assert processes_for(10_000, encoder=True) == 4


def test_interrupted_it_ends_at_once_and_leaves_no_process(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(REPLY.read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "graph", "read", str(tmp_path), "--jobs", "2", "--no-encoder"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does: every process of the group
        said = process.communicate(timeout=30)[1].decode()
        assert process.returncode == 130
        assert said.strip() == "interrupted"
        for _ in range(100):
            if not _in_group(process.pid):
                break
            time.sleep(0.1)
        assert not _in_group(process.pid)


def _in_group(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


_TRACKER = """
from pathlib import Path
from loky.backend.resource_tracker import _resource_tracker
from graph.reading.parallel import in_order
if __name__ == "__main__":
    for _ in in_order(str, range(3), 2, str):
        pass
    print(Path(f"/proc/{_resource_tracker._pid}/cmdline").read_text().replace(chr(0), " "))
"""


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="no list of processes on this system")
def test_what_cleans_up_behind_a_process_that_was_ended_says_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "asking.py").write_text(_TRACKER, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "asking.py")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert "-Wignore:resource_tracker:UserWarning" in said
