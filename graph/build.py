"""The main job: a folder of replies in, a folder with readings, graph, statistics and map out."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import DocumentError, UsageError
from graph.records import Reading
from graph.resolution import Resolution, resolve

if TYPE_CHECKING:
    from graph.rdf.validation import Violation
    from viz.data import Positions

__all__ = ["OUTPUTS", "Outcome", "build", "build_from", "find_files"]

#: What a build writes, in this order.
OUTPUTS = ("readings.jsonl", "graph.nq", "graph.ttl", "statistics.json", "statistics", "map.html", "report.html")
#: Endings of files that may be replies: those that are read, and those that are named as unread rather than passed over.
_READABLE = frozenset((
    ".txt", ".html", ".htm", ".docx", ".pdf", ".md", ".text", ".xhtml", ".shtml", ".mhtml", ".mht", "",
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp",
    ".doc", ".wps", ".rtf", ".ofd", ".odt", ".docm",
))  # fmt: skip
#: What a browser writes beside a page that it saves "complete".
_BESIDE_PAGE = re.compile(r"_files$|\.files$|_文件$")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did.

    Attributes
    ----------
    resolution:
        Of the replies that were read.
    statistics:
        As in ``statistics.json``.
    faults:
        One for each file that could not be read.
    repeated:
        Of each file with the very words of another: its path and the other's, which alone is counted.
    files:
        The files written.
    violations:
        What in the graph breaks a shape, warnings among it.
    """

    resolution: Resolution
    statistics: dict[str, Any]
    faults: tuple[DocumentError, ...]
    files: tuple[Path, ...]
    violations: tuple[Violation, ...]
    repeated: tuple[tuple[str, str], ...] = ()


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files to read: those named, and those of a named folder (and the folders in it) that may be replies.

    Raises
    ------
    UsageError
        For a path that does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.is_file() and not any(map(_is_passed_over, p.parts[len(path.parts) :])))
            found += sorted(p for p in inside if p.suffix.lower() in _READABLE)
        elif path.exists():
            found.append(path)
        else:
            raise UsageError(str(path), "there is no such file or folder", "check the path")
    return list(dict.fromkeys(found))


def _is_passed_over(part: str) -> bool:
    """Hidden files and folders, and the parts of a saved page."""
    return part.startswith(".") or bool(_BESIDE_PAGE.search(part))


def build(
    paths: Sequence[Path],
    out: Path,
    base: str,
    say: Callable[[str], None],
    positions: Path | None = None,
    *,
    encoder: bool | None = False,
    jobs: int | None = None,
) -> Outcome:
    """Read replies and write everything that is made of them.

    The files are written beside ``out`` and moved into it when all of them are there: an interrupted build leaves
    the last good one.

    Parameters
    ----------
    paths:
        Files or folders.
    out:
        Folder for the results.
    base:
        With which the IRIs begin.
    say:
        Called with each line of progress.
    positions:
        The map of an earlier build: what stands on it stays where it is.
    encoder:
        Whether the pretrained encoder is asked too what names there are; ``None``: if it is installed.
    jobs:
        How many processes read, as for :func:`graph.reading.parallel.read_files`.

    Raises
    ------
    UsageError
        Where the encoder is not installed, a path is missing, a folder holds nothing readable, there are no positions in
        ``positions``, or ``out`` cannot be written.
    DocumentError
        Where not one reply could be read.
    """
    files = find_files(paths)
    if not files:
        names = ", ".join(str(path) for path in paths)
        raise UsageError(names, "there is no readable file in it", "put replies there as .txt, .html, .docx or .pdf")
    _last(positions)  # a file that holds none is told before anything is read
    read, faults = _read_all(files, say, encoder=encoder, jobs=jobs)
    if not read:
        raise faults[0]
    readings, repeated = _once(read)
    return replace(build_from(readings, out, base, say, positions, faults), repeated=repeated)


def build_from(
    readings: list[Reading],
    out: Path,
    base: str,
    say: Callable[[str], None],
    positions: Path | None = None,
    faults: Sequence[DocumentError] = (),
) -> Outcome:
    """As :func:`build`, from readings that are there already: those of a server's graph, for example.

    Raises
    ------
    UsageError
        Where ``out`` cannot be written.
    """
    last = _last(positions)
    beside = _beside(out)
    try:
        resolution, statistics, violations = _write_all(readings, beside, base, say, last)
        _move(beside, out)
    except OSError as fault:
        raise UsageError(
            str(out), (fault.strerror or "it cannot be written").lower(), "choose another folder with --out"
        ) from fault
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Outcome(resolution, statistics, tuple(faults), tuple(out / name for name in OUTPUTS), violations)


def _last(positions: Path | None) -> Positions | None:
    """Where the last map has its entities."""
    from viz import last_positions  # noqa: PLC0415 - as in _write_all

    return last_positions(positions) if positions else None


def _read_all(
    files: list[Path], say: Callable[[str], None], *, encoder: bool | None, jobs: int | None
) -> tuple[list[Reading], list[DocumentError]]:
    from graph.reading.parallel import read_files  # noqa: PLC0415 - the reader's dictionary loads only where replies are read
    from graph.reading.tagger.encoder import encoder_for  # noqa: PLC0415

    asked = encoder_for(encoder) is not None
    if not asked and encoder is None:
        say("the encoder is not installed, so that fewer names are found: make install-encoder")
    readings: dict[str, Reading] = {}
    faults: list[DocumentError] = []
    for number, (file, reading) in enumerate(zip(files, read_files(files, encoder=asked, jobs=jobs), strict=True), 1):
        if number == 1 or number % 50 == 0 or number == len(files):
            say(f"reading {number} of {len(files)}: {file.name}")
        if isinstance(reading, DocumentError):
            faults.append(reading)
        elif reading.id in readings:
            other = readings[reading.id].source
            faults.append(DocumentError(str(file), f"it has the same name as {other}", "rename one of the two"))
        else:
            readings[reading.id] = reading
    return [readings[reply] for reply in sorted(readings)], faults


def _once(readings: Sequence[Reading]) -> tuple[list[Reading], tuple[tuple[str, str], ...]]:
    """Each reply once, under the first of its names: two files of the same words would count everything in them twice."""
    first: dict[str, Reading] = {}
    repeated = []
    for reading in readings:
        # Another format of the same reply breaks its lines elsewhere.
        kept = first.setdefault("".join(reading.text.split()), reading)
        if kept is not reading:
            repeated.append((reading.source, kept.source))
    return list(first.values()), tuple(repeated)


def _beside(out: Path) -> Path:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if out.exists() and not out.is_dir():
            raise UsageError(str(out), "it is a file and no folder", "choose another folder with --out")
        return Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as fault:
        raise UsageError(
            str(out), (fault.strerror or "it cannot be written").lower(), "choose another folder with --out"
        ) from fault


def _write_all(
    readings: list[Reading], folder: Path, base: str, say: Callable[[str], None], last: Positions | None
) -> tuple[Resolution, dict[str, Any], tuple[Violation, ...]]:
    # Each wing is imported where it begins, so that the first progress line does not wait for all of them.
    from graph.network import network_of, statistics_of  # noqa: PLC0415
    from graph.network.tables import write_tables  # noqa: PLC0415
    from graph.rdf import fill_and_validate, write_graph  # noqa: PLC0415
    from graph.rdf.cube import add_cube  # noqa: PLC0415
    from graph.reading.forms import to_json  # noqa: PLC0415
    from report import write_report  # noqa: PLC0415
    from viz import write_map  # noqa: PLC0415

    lines = [json.dumps(_portable(to_json(reading)), ensure_ascii=False, sort_keys=True) + "\n" for reading in readings]
    _write(folder / "readings.jsonl", "".join(lines))
    say("writing the graph")
    resolution = resolve(readings)
    write_graph(folder, resolution, base)
    say("computing statistics")
    network = network_of(resolution, base)
    statistics = statistics_of(network, len(readings), readings)
    _write(folder / "statistics.json", json.dumps(statistics, ensure_ascii=False, indent=1) + "\n")
    write_tables(folder / "statistics", statistics)
    add_cube(folder / "graph.nq", statistics)
    say("checking the graph")
    violations = fill_and_validate(folder)
    say("drawing the map")
    write_map(folder / "map.html", network, statistics, readings, folder / "graph.nq", last)
    say("writing the report")
    write_report(folder / "report.html", statistics, network)
    return resolution, statistics, violations


def _portable(form: dict[str, Any]) -> dict[str, Any]:
    """A reading names its file without the folder: the same replies give the same bytes wherever they lie."""
    return form | {"source": Path(form["source"]).name}


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _move(beside: Path, out: Path) -> None:
    """Put the new files in place of the old ones: a whole folder at once where there was none, else file by file."""
    from graph.rdf.store import adopt  # noqa: PLC0415

    if not out.exists():
        beside.chmod(0o755)
        beside.replace(out)
        return
    for name in OUTPUTS:
        if (out / name).is_dir():
            shutil.rmtree(out / name)
        (beside / name).replace(out / name)
    adopt(beside / "store", out / "store")
    with suppress(OSError):
        os.sync()
