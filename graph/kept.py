"""Readings of the last build that still hold: a file that has not changed is not read again by a reader that has not."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from hashlib import file_digest, sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import BuildError, UsageError
from graph.records import Reading

if TYPE_CHECKING:
    from graph.decisions import Log

__all__ = ["KEYS", "OUTPUTS", "check_out", "kept_readings", "key_of", "reader_key", "readings_of", "write_keys"]

#: Beside the readings: the SHA-256 of their file, and by the key of what was read which of them came of it, and what was decided.
KEYS = "readings.keys.json"
_READINGS = "readings.jsonl"
#: What a build writes, in this order.
OUTPUTS = (_READINGS, "graph.nq", "graph.ttl", "statistics.json", "statistics", "map.html", "report.html")

_ROOT = Path(__file__).parents[1]
#: What the reader is made of.
_READER = (
    "graph/reading",
    "graph/records.py",
    "data/calibration.tsv",
    "data/divisions",
    "data/encoder/places.npz",
    "data/lexicon",
    "data/sectors",
    "data/tagger",
)


def reader_key(encoder: str | None) -> str:
    """What every reading depends on but its file: the reader's code and lexicons, the packages that it calls, the encoder.

    Parameters
    ----------
    encoder:
        Version of the encoder that is asked, where one is.
    """
    packages = sorted(f"{one.name} {one.version}" for one in distributions())
    told = sha256("\n".join((sys.version, platform.machine(), encoder or "", *packages)).encode())
    for file in _files(_ROOT / name for name in _READER):
        told.update(f"\n{file.relative_to(_ROOT)} ".encode())
        told.update(file.read_bytes())
    return told.hexdigest()


def _files(places: Iterable[Path]) -> list[Path]:
    found = (file for place in places for file in ([place] if place.is_file() else place.rglob("*")))
    return sorted(file for file in found if file.is_file() and "__pycache__" not in file.parts)


def key_of(file: Path, reader: str) -> str | None:
    """The key of what is read: reader, name and bytes.

    Returns
    -------
    str or None
        ``None`` where the file cannot be opened, which reading it will say, or can be read only once, as a pipe.
    """
    if not file.is_file():
        return None
    try:
        with file.open("rb") as opened:
            told = file_digest(opened, "sha256")
    except OSError:
        return None
    told.update(b"\0".join((b"", file.name.encode(errors="surrogateescape"), reader.encode())))
    return told.hexdigest()


def kept_readings(out: Path, say: Callable[[str], None]) -> dict[str, Reading]:
    """The readings of the build in a folder by the key of what was read, none where there is no build.

    Parameters
    ----------
    out:
        Folder of a build.
    say:
        Called with a line where the readings are there and cannot be used.
    """
    from graph.reading.forms import from_json  # noqa: PLC0415 - with it the reader's dictionary is loaded

    try:
        told = json.loads((out / KEYS).read_bytes())
        lines = (out / _READINGS).read_bytes()
        if told["readings"] != sha256(lines).hexdigest():
            raise ValueError(_READINGS)
        readings = {reading.id: reading for reading in map(from_json, map(json.loads, lines.splitlines()))}
        return {key: readings[name] for key, name in told["keys"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        say(f"{out / _READINGS} is not as it was written: all is read anew")
        return {}


def write_keys(folder: Path, keys: Mapping[str, str], log: Log) -> None:
    """Write, beside the readings of a build, what they came of, and what was decided of them.

    Parameters
    ----------
    folder:
        In which the readings are written already.
    keys:
        By key the id of a reading.
    log:
        That the build follows; who decided, when and why is not in it.
    """
    told: dict[str, Any] = {"readings": sha256((folder / _READINGS).read_bytes()).hexdigest(), "keys": dict(sorted(keys.items()))}
    if log.decisions:
        told["decisions"] = [asdict(decision) | {"where": Path(decision.where).name} for decision in log.decisions]
    (folder / KEYS).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8", newline="\n")


def readings_of(build: Path) -> tuple[list[Reading], Log]:
    """What was read for a build, and what was decided of it.

    Parameters
    ----------
    build:
        Its folder.

    Raises
    ------
    BuildError
        Where there is no build, or it is broken.
    """
    from graph.decisions import Log, from_record  # noqa: PLC0415 - with it the reader's dictionary is loaded
    from graph.reading.forms import from_json  # noqa: PLC0415

    file, keys = build / _READINGS, build / KEYS
    try:
        # By line feeds alone: the name of a reply's file may hold what else Python takes for the end of a line.
        readings = [from_json(json.loads(line)) for line in file.read_bytes().splitlines()]
        told = json.loads(keys.read_text(encoding="utf-8")).get("decisions", ()) if keys.exists() else ()
        return readings, Log(tuple(map(from_record, told)))
    except FileNotFoundError as fault:
        raise BuildError(str(file), "it is missing", f"run: python build_graph.py --out {build}") from fault
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise BuildError(str(file), "it is broken", "build it again") from fault


def check_out(out: Path) -> None:
    """Nothing is read for a folder that cannot be a build, and nothing is lost that no build wrote."""
    if out.exists() and not out.is_dir():
        raise UsageError(str(out), "it is a file and no folder", "choose another folder with --out")
    # A build has its readings: they are moved into it first.
    foreign = [] if (out / OUTPUTS[0]).is_file() else [out / name for name in (*OUTPUTS, "store") if (out / name).exists()]
    if foreign:
        raise UsageError(
            str(foreign[0]), "it is no build's and would be replaced", "choose another folder with --out, or move it"
        )
    if not out.absolute().name:
        raise UsageError(str(out), "the files are made beside the folder first, and nothing is beside this one", "name one in it")
    above = next(place for place in out.absolute().parents if place.exists())
    for place in (above, out):
        if place.exists() and not os.access(place, os.W_OK | os.X_OK):
            raise UsageError(str(out), f"nothing can be written into {place}", "choose another folder with --out")
