"""What the pages show of deciding can be typed as it stands: each decision is about something that the reply says."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.build import Outcome
from graph.cli import main
from graph.decisions import COLUMNS, follow, read_log
from graph.kept import readings_of
from tests.conftest import ROOT

_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_FIRST = [".venv/bin/python", "-m", "graph"]


def _commands(page: str) -> list[list[str]]:
    blocks = _BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    every = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [command[3:] for command in every if command[:3] == _FIRST]


def _fill(file: Path) -> int:
    """A judgement in each line but the last, in the first column, as a person would write it."""
    head, *lines = csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), strict=True)
    assert len(head) == len(COLUMNS)
    filled = [["对" if line[1] else "相同", *line[1:]] for line in lines[:-1]]
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([head, *filled, lines[-1]])
    return len(filled)


@pytest.mark.parametrize("page", ["docs/decisions.md", "README.md", "README.zh.md"])
def test_what_a_page_shows_can_be_followed(
    page: str, built: tuple[Path, Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build").symlink_to(built[0])
    monkeypatch.chdir(tmp_path)
    written = 0
    commands = [command for command in _commands(page) if command[0] in ("decide", "review")]
    assert ["decide", "--from"] in [command[:2] for command in commands]
    for command in commands:
        run = CliRunner().invoke(main, command)
        assert run.exit_code == 0, run.output
        if command[0] == "review":
            written += _fill(Path(command[1]))
        elif "--from" not in command:
            written += 1
    log = read_log(Path("data/decisions.csv"))
    readings, _ = readings_of(built[0])
    followed = follow(readings, log)
    assert (followed.faults, followed.idle, followed.elsewhere) == ((), (), ())
    assert len(followed.decisions) == len(log.decisions) == written > 0
