"""A disk that is full: one line, an exit code of its own, and what was there before is as it was."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph.build import build
from graph.errors import GraphError, RoomError, UsageError, not_written
from graph.rdf import ENTITY_BASE
from graph.rdf.store import adopt, fill, open_build
from tests.conftest import REPLY, ROOT

# A small disk that nobody else sees and that is gone with the command: $1 is where, $2 what lies on it, $3 how many KiB are
# free beside that. It prints what of $2 is no longer as it was.
_DISK = """
mount -t tmpfs -o size=1g tmpfs "$1" && cp -r "$2" "$1/kept" || exit 99
mount -o remount,size="$(( $(du -sk "$1" | cut -f1) + $3 ))k" "$1" || exit 99
disk=$1 what=$2; shift 3
"$@"; code=$?
diff -r "$what" "$disk/kept" 2>&1; ls -A "$disk" | grep -vx kept
exit $code
"""
_OWN = ["unshare", "--mount", "--map-root-user"]


def _can() -> bool:
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run([*_OWN, "sh", "-c", "mount -t tmpfs tmpfs /mnt"], capture_output=True, check=False).returncode
    )


small_disk = pytest.mark.skipif(not _can(), reason="no small disk can be made here")


def _on_a_disk(disk: Path, what: Path, free: int, *command: str | Path) -> subprocess.CompletedProcess[str]:
    disk.mkdir(exist_ok=True)
    run = [*_OWN, "sh", "-c", _DISK, "sh", disk, what, str(free), sys.executable, *command]
    return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)


def _kib(path: Path) -> int:
    """What it takes on the disk."""
    files = [file for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file()]
    return sum(-(-file.stat().st_size // 4096) * 4 for file in files)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """A build, and how many KiB it had written at each line of progress."""
    out = tmp_path_factory.mktemp("measured") / "out"
    written: dict[str, int] = {}

    def say(line: str) -> None:
        written[line] = sum(map(_kib, out.parent.iterdir()))

    build([REPLY], out, ENTITY_BASE, say)
    return out, written


@small_disk
@pytest.mark.parametrize("stage", ["graph", "store", "pages"])
def test_a_disk_that_is_full_while_a_build_is_written(stage: str, measured: tuple[Path, dict[str, int]], tmp_path: Path) -> None:
    out, written = measured
    begun, network, check = (written[line] for line in ("writing the graph", "computing statistics", "checking the graph"))
    free, said = {
        "graph": ((begun + network) // 2, "writing the graph"),
        "store": ((check + written["drawing the map"]) // 2, "checking the graph"),
        "pages": (_kib(out) - _kib(out / "report.html") // 2, ""),  # the store, while it is filled, may take as much
    }[stage]
    kept = tmp_path / "disk" / "kept"
    run = _on_a_disk(tmp_path / "disk", out, free, ROOT / "build_graph.py", REPLY, "--anew", "--out", kept)
    assert (run.returncode, run.stdout) == (3, ""), run.stderr
    *progress, line = run.stderr.splitlines()
    assert line == (
        f"error: {kept}: there is no room for it (no space left on device); make room there, or choose another folder with --out"
    )
    assert progress[-1].startswith(said)
    assert not any("error" in one for one in progress)


@small_disk
def test_a_build_over_another_where_both_have_room(measured: tuple[Path, dict[str, int]], tmp_path: Path) -> None:
    """The tests above fail for want of room, and for nothing else."""
    kept, second = tmp_path / "disk" / "kept", tmp_path / "second.txt"
    second.write_text(REPLY.read_text(encoding="utf-8").replace("黑湖科技", "白湖科技"), encoding="utf-8")
    run = _on_a_disk(tmp_path / "disk", measured[0], 50_000, ROOT / "build_graph.py", second, "--out", kept)
    assert run.returncode == 0, run.stderr
    assert "diff" in run.stdout


@small_disk
@pytest.mark.parametrize(
    ("command", "remedy"),
    [
        (["decide", "wrong", "Enterprise", "甲乙科技", "--reply", "a", "--log"], "choose another file with --log"),
        (["review", "--build", "{build}"], "name another file"),
        (["export", "ttl", "--build", "{build}", "--out"], "choose another --out"),
    ],
    ids=["decide", "review", "export"],
)
def test_a_command_without_room_leaves_no_half_of_a_file(
    command: list[str], remedy: str, measured: tuple[Path, dict[str, int]], tmp_path: Path
) -> None:
    kept, full = tmp_path / "kept", tmp_path / "disk" / "kept"
    kept.mkdir()
    log = b"judgement,reply,type,name,when,why\nwrong,*,Enterprise,A,,"
    (kept / "log.csv").write_bytes(log.ljust(4095 - 9, b"x") + b"\n")  # nine bytes are free on its page
    file = full / ("log.csv" if command[0] == "decide" else "new.csv")
    asked = [part.format(build=measured[0]) for part in command]
    run = _on_a_disk(tmp_path / "disk", kept, 0, "-m", "graph", *asked, file)
    assert (run.returncode, run.stdout) == (3, ""), run.stderr
    assert run.stderr == f"error: {file}: there is no room for it (no space left on device); make room there, or {remedy}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits of a process")
def test_moving_a_store_writes_nothing(tmp_path: Path) -> None:
    """Nothing is half in its place when the disk is full then."""
    for number, folder in enumerate(("old", "new"), 1):
        graph = tmp_path / f"{folder}.nq"
        graph.write_text("".join(f'<urn:s> <urn:p> "{n}" .\n' for n in range(number)), encoding="utf-8")
        fill(tmp_path / folder, graph)
    adopt(tmp_path / "old", tmp_path / "store")
    code = (
        "import resource, sys; from pathlib import Path; from graph.rdf.store import adopt\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "try: Path(sys.argv[3]).write_bytes(b'1')\n"
        "except OSError: adopt(Path(sys.argv[1]), Path(sys.argv[2])); print('moved')"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "new", tmp_path / "store", tmp_path / "none"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert run.stdout == "moved\n"
    assert len(open_build(tmp_path)) == 2


@pytest.mark.parametrize(
    ("number", "kind", "code"), [(errno.ENOSPC, RoomError, 3), (errno.EDQUOT, RoomError, 3), (errno.EROFS, UsageError, 2)]
)
def test_a_quota_is_a_full_disk_and_a_disk_for_reading_is_none(number: int, kind: type[GraphError], code: int) -> None:
    fault = not_written(Path("out"), OSError(number, os.strerror(number)), "choose another folder with --out")
    assert type(fault) is kind
    assert fault.exit_code == code
    assert os.strerror(number).lower() in str(fault)
    assert str(fault).endswith("choose another folder with --out")
