"""Functions that end their process; in a room of its own, so that a process that runs them loads nothing else."""

from __future__ import annotations

import os
import signal
from pathlib import Path

__all__ = ["killed_once", "squared_or_killed"]


def squared_or_killed(number: int) -> int:
    """Squares a number, and ends its process over one of them."""
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def killed_once(file: Path) -> str:
    """Ends its process over one file, the first time."""
    if file.name == "d" and not file.exists():
        file.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return file.name
