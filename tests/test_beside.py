"""Builds at once into one folder, and after one that was killed: a whole build, or a line that says to wait."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from graph.beside import working_folder
from graph.build import build
from graph.errors import UsageError
from graph.rdf import ENTITY_BASE
from graph.rdf.store import adopt, fill, open_build
from tests.conftest import ROOT

if sys.platform == "win32":
    pytest.skip("signals and locks are others there", allow_module_level=True)
import fcntl

REPLIES = {
    name: f"关于区政协十届二次会议第{number}号提案的答复\n\n王一、李二委员：\n\n《关于发展数字经济的建议》提案收悉，现答复如下：\n\n一、工作情况\n我区引进{firms}等企业。\n\n长宁区商务委员会\n2024年5月6日\n"
    for name, number, firms in (("first", 14, "甲乙科技、丙丁智能"), ("second", 15, "戊己科技、庚辛智能、壬癸数据"))
}
BUSY = "another build is writing into it; wait until it has ended, or choose another folder with --out"


def _state(out: Path) -> dict[str, bytes | None]:
    """All that lies there but a lock; of the store, whose files are never the same, which one it is."""
    return {
        str(path.relative_to(out)): path.read_bytes() if path.is_file() else None
        for path in out.rglob("*")
        if path.parent.parent.name != "store" and path.name != ".build.lock"
    }


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder for each reply, and in it the reply and what a build of it alone gives."""
    folders = {}
    for name, text in REPLIES.items():
        folders[name] = tmp_path_factory.mktemp(name)
        (folders[name] / f"{name}.txt").write_text(text, encoding="utf-8")
        build([folders[name] / f"{name}.txt"], folders[name] / "out", ENTITY_BASE, lambda _: None)
    assert _state(folders["first"] / "out") != _state(folders["second"] / "out")
    return folders


class Builds:
    """Builds that run, each a process of its own, into one folder."""

    def __init__(self, alone: dict[str, Path], out: Path) -> None:
        self.alone, self.out = alone, out
        self.running: list[subprocess.Popen[str]] = []

    def start(self, name: str, out: Path | None = None) -> subprocess.Popen[str]:
        reply = self.alone[name] / f"{name}.txt"
        command = [sys.executable, str(ROOT / "build_graph.py"), str(reply), "--out", str(out or self.out)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.running.append(process)
        return process

    def start_until(self, name: str, line: str) -> subprocess.Popen[str]:
        """A build that has said a line."""
        process = self.start(name)
        assert process.stderr
        assert any(said.startswith(line) for said in process.stderr)
        return process

    def lie_there(self, name: str) -> None:
        """A former build."""
        shutil.copytree(self.alone[name] / "out", self.out)

    def __contains__(self, name: str) -> bool:
        return _state(self.out) == _state(self.alone[name] / "out") and len(open_build(self.out)) > 0

    def nothing_else(self) -> bool:
        """Whether no lock and no folder of a build is left."""
        return list(self.out.parent.iterdir()) == [self.out] and not (self.out / ".build.lock").exists()


@pytest.fixture
def builds(alone: dict[str, Path], tmp_path: Path) -> Iterator[Builds]:
    (tmp_path / "here").mkdir()
    builds = Builds(alone, tmp_path / "here" / "out")
    yield builds
    for process in builds.running:
        process.kill()
        process.communicate()


def _ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, error = process.communicate(timeout=300)
    return process.returncode, error


def test_a_second_build_is_refused_at_once(builds: Builds) -> None:
    process = builds.start_until("first", "reading 1 of 1")
    process.send_signal(signal.SIGSTOP)
    try:
        assert _ended(builds.start("second")) == (2, f"error: {builds.out}: {BUSY}\n")
        assert not builds.out.exists()
    finally:
        process.send_signal(signal.SIGCONT)
    assert _ended(process)[0] == 0
    assert "first" in builds
    assert builds.nothing_else()
    assert _ended(builds.start("second"))[0] == 0
    assert "second" in builds


def test_a_folder_is_locked_under_each_of_its_names(builds: Builds, tmp_path: Path) -> None:
    builds.lie_there("first")
    (tmp_path / "link").symlink_to(builds.out)
    with working_folder(builds.out):
        assert _ended(builds.start("second", tmp_path / "link")) == (2, f"error: {tmp_path / 'link'}: {BUSY}\n")
    assert "first" in builds
    assert _ended(builds.start("second", tmp_path / "link"))[0] == 0
    assert "second" in builds


def test_of_builds_at_once_one_is_whole(builds: Builds) -> None:
    builds.lie_there("first")
    codes = []
    for process in [builds.start(name) for name in ("second", "first", "second")]:
        code, said = _ended(process)
        codes.append(code)
        assert code == 0 or (code, said) == (2, f"error: {builds.out}: {BUSY}\n")
    assert 0 in codes
    assert "first" in builds or "second" in builds
    assert builds.nothing_else()


def test_a_killed_build_keeps_nobody_out_and_leaves_nothing(builds: Builds) -> None:
    builds.lie_there("first")
    process = builds.start_until("second", "computing statistics")
    process.kill()
    assert _ended(process)[0] == -signal.SIGKILL
    assert "first" in builds
    left = {path.name for path in builds.out.parent.iterdir()} - {"out"}
    assert ".out.lock" in left
    assert len(left) == 2
    own = builds.out.parent / ".out-mine"
    own.mkdir()
    assert _ended(builds.start("second"))[0] == 0
    assert "second" in builds
    own.rmdir()
    assert builds.nothing_else()


@pytest.mark.parametrize(("place", "name"), [(fcntl, "flock"), (os, "close")], ids=["before-locking", "while-letting-go"])
def test_no_two_hold_the_lock_where_others_come_and_go(
    place: object, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One ends, and another begins, at the moments that matter: the file that each of them locks is removed by it."""
    real, out = getattr(place, name), tmp_path / "out"
    with ExitStack() as first, ExitStack() as second:
        first.enter_context(working_folder(out))

        def meanwhile(*arguments: int) -> object:
            if name == "close" and any(tmp_path.glob(".out-*")):  # that is its folder's, and not yet the lock's
                return real(*arguments)
            monkeypatch.undo()
            if name == "close":  # the first one lets go of it
                real(*arguments)
                second.enter_context(working_folder(out))
                return None
            first.close()
            second.enter_context(working_folder(out))
            return real(*arguments)  # locks what is no longer there

        monkeypatch.setattr(place, name, meanwhile)
        if name == "close":
            first.close()
        with pytest.raises(UsageError, match="another build"), working_folder(out):
            pass
        assert (tmp_path / ".out.lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_where_a_file_system_knows_no_locks_a_build_does_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: int, __: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", none)
    (tmp_path / "out").mkdir()
    others = tmp_path / ".out-01234567"  # it may be a build's that runs
    others.mkdir()
    with working_folder(tmp_path / "out") as folder:
        assert folder.is_dir()
        assert folder.parent == tmp_path
    assert sorted(tmp_path.rglob("*")) == [others, tmp_path / "out"]


def test_a_lock_that_another_user_left_can_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".out.lock").touch()
    opened: Callable[..., int] = os.open

    def for_reading(file: Path, flags: int, *mode: int) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(file, flags, *mode)

    monkeypatch.setattr(os, "open", for_reading)  # root may write into all files
    with working_folder(tmp_path / "out"), pytest.raises(UsageError, match="another build"), working_folder(tmp_path / "out"):
        pass


def test_the_folders_above_go_again_where_nothing_comes_into_them(tmp_path: Path) -> None:
    with working_folder(tmp_path / "a" / "b" / "out") as folder:
        assert folder.parent == tmp_path / "a" / "b"
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_made_beside_it_one_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="not a directory; choose another folder"), working_folder(tmp_path / "file" / "out"):
        pass


def test_half_a_store_that_a_killed_build_left_is_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    for name, number in (("a", 3), ("b", 5), ("a-again", 3)):
        (tmp_path / "graph.nq").write_text("".join(f'<urn:s> <urn:p> "{n}" .\n' for n in range(number)), encoding="utf-8")
        fill(tmp_path / name, tmp_path / "graph.nq")
        if name == "a-again":  # the build that put the second in place was killed while it removed the first
            half = tmp_path / "store" / (tmp_path / name / "current").read_text(encoding="ascii")
            half.mkdir()
        adopt(tmp_path / name, tmp_path / "store")
    assert len(open_build(tmp_path)) == 3
