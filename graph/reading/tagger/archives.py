"""Files of learned weights: named arrays, with the labels that they were learned for."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from graph.errors import BuildError
from graph.reading.tagger.labels import LABELS

__all__ = ["Floats", "broken", "read_archive", "write_archive"]

Floats = npt.NDArray[np.float32]


def write_archive(path: Path, arrays: dict[str, Any]) -> None:
    """Write arrays and the labels of today, the same bytes for the same arrays.

    Parameters
    ----------
    path:
        Of the file, which is replaced; its folder is made.
    arrays:
        By name, none of them ``labels``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays, labels=np.array(LABELS))


def read_archive(path: Path, command: str) -> dict[str, Any]:
    """The arrays of a file by name, without the labels.

    Parameters
    ----------
    path:
        Of a file that :func:`write_archive` wrote.
    command:
        That learns its weights again.

    Raises
    ------
    BuildError
        Where the file is missing, is no archive of weights, or was learned for other labels.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        labels = arrays.pop("labels")
    except (OSError, EOFError, KeyError, ValueError, AttributeError, TypeError, BadZipFile) as fault:
        raise broken(path, str(fault), command) from fault
    if tuple(labels.tolist()) != LABELS:
        raise BuildError(str(path), "its weights were learned for other labels", _remedy(command))
    return arrays


def broken(path: Path, fault: str, command: str) -> BuildError:
    """That a file of weights cannot be read, with the remedy."""
    return BuildError(str(path), f"its weights cannot be read ({fault})", _remedy(command))


def _remedy(command: str) -> str:
    return f"restore it from the repository, or learn it again: {command}"
