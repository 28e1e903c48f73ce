"""What a command says and leaves with where its output has no reader or no room, Ctrl-C comes, or an argument is wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_graph import main as build_main
from graph.build import Outcome
from graph.cli import main
from tests.conftest import REPLY, ROOT

BUILD = [sys.executable, str(ROOT / "build_graph.py")]
GRAPH = [sys.executable, "-m", "graph"]


def _started(command: list[str], **how: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=ROOT, **how)  # type: ignore[call-overload,no-any-return]  # passed on


def test_a_build_goes_on_where_nobody_reads_its_progress(tmp_path: Path) -> None:
    """As in … 2>&1 | head -1."""
    process = _started([*BUILD, str(REPLY), "--out", str(tmp_path / "out")], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout
    assert process.stdout.readline() == f"reading 1 of 1: {REPLY.name}\n".encode()
    process.stdout.close()
    assert process.wait(300) == 0
    assert (tmp_path / "out" / "report.html").is_file()


def test_a_command_whose_output_is_read_no_further_ends_quietly() -> None:
    process = _started([*GRAPH, "vocabulary"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
def test_no_room_for_the_output_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([*GRAPH, "vocabulary"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert run.returncode == 3
    assert run.stderr == b"error: the output cannot be written: no space left on device; make room, or write elsewhere\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ([*BUILD, str(REPLY)], "interrupted: what was built before is as it was\n"),
        ([*GRAPH, "read", str(REPLY)], "interrupted\n"),
    ],
    ids=["build", "graph"],
)
def test_ctrl_c_while_a_command_loads_is_one_line(command: list[str], said: str, tmp_path: Path) -> None:
    """The first library that is loaded waits, so that the signal comes then on any machine."""
    (tmp_path / "click").mkdir()
    (tmp_path / "click" / "__init__.py").write_text("print(1, flush=True)\nimport time\ntime.sleep(60)\n", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    process = _started(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"1\n"
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error.decode()) == (130, said)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read"], "Missing argument"),
        (["nothing"], "No such command 'nothing'"),
        (["stats", "--formt", "csv"], "--format"),
        (["read", str(REPLY), "--jobs", "0"], "'--jobs': '0' is no whole number from 1 on"),
        (["read", str(REPLY), "--jobs", "abc"], "'--jobs': 'abc' is no whole number from 1 on"),
        (["query", "counts", "--timeout", "nan"], "'nan' is no number"),
        (["query", "counts", "--timeout", "inf"], "'inf' is no number"),
        (["read", str(REPLY), "--min-confidence", "nan"], "'nan' is no number"),
        (["review", "x.csv", "--below", "nan"], "'nan' is no number"),
        (["serve", "--max-answer", "nan"], "'nan' is no number"),
    ],
    ids=["missing", "verb", "option", "value", "word", "nan", "inf", "confidence", "below", "answer"],
)
def test_an_argument_of_the_wrong_form_is_one_line(arguments: list[str], words: str) -> None:
    run = CliRunner().invoke(main, arguments)
    assert run.exit_code == 2
    assert len(run.stderr.splitlines()) == 1
    assert run.stderr.startswith("error: ")
    assert words in run.stderr
    assert "--help" in run.stderr


@pytest.mark.parametrize("arguments", [["text"], ["query"], ["query", "counts", "--build"], ["validate"]])
def test_a_name_that_is_too_long_for_a_file_is_one_line(arguments: list[str]) -> None:
    run = CliRunner().invoke(main, [*arguments, "a" * 300])
    assert run.exit_code == 2
    assert len(run.stderr.splitlines()) == 1
    assert "too long" in run.stderr


def test_no_time_is_too_long_to_wait(built: tuple[Path, Outcome]) -> None:
    run = CliRunner().invoke(main, ["query", "counts", "--build", str(built[0]), "--timeout", "1e15"])
    assert run.exit_code == 0


@pytest.mark.parametrize("command", [main, build_main], ids=["graph", "build"])
def test_a_wrong_value_of_the_environment_names_the_variable(command: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPH_ENCODER", "maybe")
    arguments = ["read", str(REPLY)] if command is main else [str(REPLY)]
    run = CliRunner().invoke(command, arguments)  # type: ignore[arg-type]  # a command
    assert run.exit_code == 2
    assert len(run.stderr.splitlines()) == 1
    assert "(env var: 'GRAPH_ENCODER'): 'maybe' is neither yes nor no; see" in run.stderr
