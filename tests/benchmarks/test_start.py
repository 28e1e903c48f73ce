"""Every benchmark starts: as a script, its folder is searched first, and a name of the standard library's would hide that."""

import subprocess
import sys
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parents[2] / "benchmarks"
_SCRIPTS = sorted(path for path in _FOLDER.glob("*.py") if "argparse" in path.read_text(encoding="utf-8"))


def test_no_name_of_the_standard_library() -> None:
    names = {path.stem for path in _FOLDER.glob("*.py")}
    assert names & sys.stdlib_module_names == set()


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda path: path.name)
def test_says_how_it_is_run(script: Path) -> None:
    run = subprocess.run([sys.executable, str(script), "--help"], check=False, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert "usage:" in run.stdout
