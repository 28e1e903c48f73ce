"""The README's terminal session is real: each command gives the output that stands below it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from graph.reading.tagger.encoder.pretrained import is_installed
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


def _as_users_do() -> dict[str, str]:
    """The environment in which the encoder is asked if it is installed."""
    return {name: value for name, value in os.environ.items() if name != "GRAPH_ENCODER"}


def _checkout(folder: Path) -> Path:
    """A folder in which the README's commands find what they name."""
    for name in ("data", "graph", "report", "viz", "build_graph.py", "ontology.ttl"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.fixture(scope="module", autouse=True)
def with_the_encoder() -> None:
    """The sessions are those of a machine on which `make map` could install it."""
    if not is_installed():
        pytest.skip("the extra for the encoder is not installed")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a folder with its build, which the commands that ask it leave as it is."""
    folder = _checkout(tmp_path_factory.mktemp("readme"))
    subprocess.run(
        [sys.executable, "build_graph.py"], cwd=folder, env=_as_users_do(), check=True, capture_output=True, timeout=600
    )
    return folder


@pytest.mark.parametrize(("command", "output"), _sessions())
def test_a_command_gives_what_the_readme_shows(command: str, output: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    arguments = [sys.executable if a.endswith("bin/python") else a for a in shlex.split(command)]
    builds = "build_graph.py" in arguments
    folder = _checkout(tmp_path) if builds else request.getfixturevalue("built")
    environment = _as_users_do() | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(folder)}
    run = subprocess.run(
        arguments, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600
    )
    assert run.stdout.decode("utf-8").splitlines() == output.splitlines()
