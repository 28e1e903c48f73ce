"""The store on disk: whole or not at all, whenever a build is ended."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph
import pytest

from graph.build import Outcome
from graph.errors import BuildError
from graph.rdf.store import adopt, fill, open_build, store_of
from tests.conftest import REPLY, ROOT


def _graph(folder: Path, number: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "graph.nq"
    file.write_text("".join(f'<urn:s> <urn:p> "{n}" .\n' for n in range(number)), encoding="utf-8")
    return file


def _put(build: Path, number: int, beside: str = "beside") -> None:
    fill(build / beside, _graph(build, number))
    adopt(build / beside, build / "store")


def test_a_new_store_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    _put(tmp_path, 3, "a")
    old = open_build(tmp_path)
    _put(tmp_path, 5, "b")
    assert (len(old), len(open_build(tmp_path))) == (3, 5)
    assert len([place for place in (tmp_path / "store").iterdir() if place.is_dir()]) == 1


def test_the_same_graph_again_changes_nothing(tmp_path: Path) -> None:
    _put(tmp_path, 3, "a")
    before = store_of(tmp_path)
    _put(tmp_path, 3, "b")
    assert store_of(tmp_path) == before
    assert len(open_build(tmp_path)) == 3


def test_what_an_ended_build_leaves_is_cleared_by_the_next(tmp_path: Path) -> None:
    _put(tmp_path, 3, "a")
    (tmp_path / "store" / "0123456789abcdef").mkdir()
    assert len(open_build(tmp_path)) == 3
    _put(tmp_path, 4, "b")
    assert sorted(p.name for p in (tmp_path / "store").iterdir()) == sorted(
        ["current", (tmp_path / "store" / "current").read_text()]
    )


@pytest.mark.parametrize("content", ["../../etc", "", "0123456789abcdef", "\xff"])
def test_a_pointer_that_leads_nowhere_is_no_store(content: str, tmp_path: Path) -> None:
    _put(tmp_path, 2)
    (tmp_path / "store" / "current").write_text(content, encoding="latin-1")
    assert store_of(tmp_path) is None
    assert len(open_build(tmp_path)) == 2


def test_a_broken_store_is_said(tmp_path: Path) -> None:
    _put(tmp_path, 2)
    place = store_of(tmp_path)
    assert place is not None
    for file in place.glob("MANIFEST*"):
        file.write_bytes(b"nothing")
    with pytest.raises(BuildError, match="build it again"):
        open_build(tmp_path)


def test_a_store_is_read_only(tmp_path: Path) -> None:
    _put(tmp_path, 2)
    with pytest.raises(RuntimeError, match="read-write"):
        open_build(tmp_path).add(
            pyoxigraph.Quad(pyoxigraph.NamedNode("urn:a"), pyoxigraph.NamedNode("urn:b"), pyoxigraph.Literal("c"))
        )


#: What a build says when it begins to write something, and how long after that it is killed.
_KILLED = (
    ("writing the graph", 0.0),
    ("writing the graph", 0.2),
    ("computing", 0.1),
    ("drawing", 0.3),
    ("writing the report", 0.05),
)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_build_that_is_killed_leaves_a_good_store(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    """Killed at moments spread over what it writes, over a former build; the store can be asked each time."""
    out = tmp_path / "out"
    shutil.copytree(built[0], out)
    count = len(open_build(out))
    command = [sys.executable, str(ROOT / "build_graph.py"), str(REPLY), "--out", str(out)]
    for line, pause in _KILLED:
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
            assert process.stderr
            assert any(said.startswith(line) for said in process.stderr)
            time.sleep(pause)
            os.kill(process.pid, signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        assert len(open_build(out)) == count
        assert open_build(out).query("ASK { ?s ?p ?o }")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM is no signal that a process can take there")
def test_a_server_that_is_told_to_end_takes_its_spare_store_with_it(built: tuple[Path, Outcome], tmp_path: Path) -> None:
    """A build from elsewhere may have no store: the server makes one for itself."""
    build, spare = tmp_path / "build", tmp_path / "spare"
    build.mkdir()
    spare.mkdir()
    shutil.copy(built[0] / "graph.nq", build)
    command = [sys.executable, "-m", "graph", "serve", "--build", str(build), "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {"TMPDIR": str(spare)}
    ) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("serving")
        assert list(spare.iterdir())
        process.terminate()
    assert (process.returncode, list(spare.iterdir())) == (0, [])
