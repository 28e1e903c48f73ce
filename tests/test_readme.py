"""The README's terminal session is real: each command gives the output that stands below it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def _sessions() -> list[tuple[str, str]]:
    found = []
    for file in ("README.md", "README.zh.md"):
        for block in _CONSOLE.findall((ROOT / file).read_text(encoding="utf-8")):
            command, quotes = "", 0
            lines = block.splitlines()
            while lines and (not command or quotes % 2):
                line = lines.pop(0)
                command += line + "\n"
                quotes += line.count("'")
            found.append((command.removeprefix("$ "), "\n".join(lines)))
    return found


@pytest.mark.parametrize(("command", "output"), _sessions())
def test_a_command_gives_what_the_readme_shows(command: str, output: str, tmp_path: Path) -> None:
    arguments = [sys.executable if a.endswith("bin/python") else a for a in shlex.split(command)]
    for name in ("data", "graph", "report", "viz", "build_graph.py", "ontology.ttl"):
        (tmp_path / name).symlink_to(ROOT / name)
    if "build_graph.py" not in arguments:
        subprocess.run([sys.executable, "build_graph.py"], cwd=tmp_path, check=True, capture_output=True, timeout=600)
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(tmp_path)}
    run = subprocess.run(
        arguments, cwd=tmp_path, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600
    )
    assert run.stdout.decode("utf-8").splitlines() == output.splitlines()
