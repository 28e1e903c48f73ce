"""The main job: a folder of replies in, a folder with readings, graph, statistics and map out."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.beside import working_folder
from graph.decisions import Decision, Followed, Log, follow
from graph.errors import DocumentError, UsageError, not_written
from graph.kept import KEYS, OUTPUTS, check_out, write_keys
from graph.names import readable
from graph.rdf.vocabulary import LICENCE
from graph.records import Reading
from graph.replies import find_files, once, read_replies
from graph.resolution import Resolution, resolve

if TYPE_CHECKING:
    from graph.rdf.validation import Violation
    from viz.data import Positions

__all__ = ["OUTPUTS", "Outcome", "build", "build_from"]


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
        Of each file with the same reply as another: its path and the other's, which alone is counted.
    files:
        The files and folders written.
    violations:
        What in the graph breaks a shape, warnings among it.
    decisions:
        Of people that were followed.
    undecided:
        One for each decision that could not be followed.
    """

    resolution: Resolution
    statistics: dict[str, Any]
    faults: tuple[DocumentError, ...]
    files: tuple[Path, ...]
    violations: tuple[Violation, ...]
    repeated: tuple[tuple[str, str], ...] = ()
    decisions: tuple[Decision, ...] = ()
    undecided: tuple[UsageError, ...] = ()


_NONE = Log()


def build(
    paths: Sequence[Path],
    out: Path,
    base: str,
    say: Callable[[str], None],
    positions: Path | None = None,
    *,
    encoder: bool | None = False,
    jobs: int | None = None,
    anew: bool = False,
    log: Log = _NONE,
    licence: str = LICENCE,
) -> Outcome:
    """Read replies and write everything that is made of them.

    The files are written beside ``out`` and moved into it when all of them are there: an interrupted build leaves
    the last good one. What has not changed since the build that is there is not read again.

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
    anew:
        Whether all is read again.
    log:
        What people decided of what is read.
    licence:
        IRI of the licence that the graph declares for itself.

    Raises
    ------
    UsageError
        Where the encoder is not installed, a path is missing, a folder holds nothing readable, there are no positions in
        ``positions``, ``out`` cannot be written, or another build is writing into it.
    RoomError
        Where there is no room for the results; what was built before is as it was.
    DocumentError
        Where not one reply could be read: it is of the last file, and each other one is said before.
    """
    check_out(out)
    files = find_files(paths, say)
    _last(positions)  # a file that holds none is told before anything is read
    with working_folder(out) as beside:
        replies = read_replies(files, None if anew else out, say, encoder=encoder, jobs=jobs)
        if not replies.readings:
            for fault in replies.faults[:-1]:
                say(f"error: {fault}")
            raise replies.faults[-1]
        readings, repeated = once(replies.readings)
        outcome = _written(readings, out, beside, base, say, positions, replies.faults, replies.keys, log, licence)
    return replace(outcome, repeated=repeated)


def build_from(
    readings: list[Reading],
    out: Path,
    base: str,
    say: Callable[[str], None],
    positions: Path | None = None,
    licence: str = LICENCE,
) -> Outcome:
    """As :func:`build`, from readings that are there already: those of a server's graph, for example.

    Parameters
    ----------
    readings, out, base, say, positions, licence:
        As there.

    Raises
    ------
    UsageError
        Where ``out`` cannot be written, or another build is writing into it.
    RoomError
        As there.
    """
    check_out(out)
    with working_folder(out) as beside:
        return _written(readings, out, beside, base, say, positions, (), {}, _NONE, licence)


def _written(
    readings: list[Reading],
    out: Path,
    beside: Path,
    base: str,
    say: Callable[[str], None],
    positions: Path | None,
    faults: Sequence[DocumentError],
    keys: Mapping[str, str],
    log: Log,
    licence: str,
) -> Outcome:
    """``keys`` are those of what was read, by the id of its reading, for the next build (:mod:`graph.kept`)."""
    last = _last(positions)
    followed = follow(readings, log)
    _say_idle(followed, say)
    try:
        _write_readings(readings, keys, log, beside)
        say("writing the graph")
        resolution = resolve(followed.readings, log)
        statistics, violations = _write_all(resolution, beside, base, licence, say, last)
        _move(beside, out)
    except OSError as fault:
        raise not_written(out, fault, "choose another folder with --out") from fault
    return Outcome(
        resolution,
        statistics,
        tuple(faults),
        tuple(out / name for name in (*OUTPUTS, KEYS, "store")),
        violations,
        decisions=followed.decisions,
        undecided=followed.faults,
    )


def _say_idle(followed: Followed, say: Callable[[str], None]) -> None:
    """What had nothing to be about is told: a name in it may be misspelt."""
    for decision in followed.idle:
        said = (decision.type, decision.name, decision.relation, decision.to_type, decision.to)
        say(f"{decision.where}: what it is about was not read: {' '.join(filter(None, said))}")
    if followed.elsewhere:
        first, number = followed.elsewhere[0].where, len(followed.elsewhere)
        say(f"decisions about replies that are not among these: {number}, the first in {first}")


def _last(positions: Path | None) -> Positions | None:
    """Where the last map has its entities."""
    from viz import last_positions  # noqa: PLC0415 - as in _write_all

    return last_positions(positions) if positions else None


def _write_readings(readings: Sequence[Reading], keys: Mapping[str, str], log: Log, folder: Path) -> None:
    """What was read, whatever was decided of it, and what that is: the next build begins with the one, figures go by both."""
    from graph.reading.forms import to_json  # noqa: PLC0415 - as in _write_all

    lines = [json.dumps(_portable(to_json(reading)), ensure_ascii=False, sort_keys=True) + "\n" for reading in readings]
    _write(folder / "readings.jsonl", "".join(lines))
    write_keys(folder, {keys[reading.id]: reading.id for reading in readings if reading.id in keys}, log)


def _write_all(
    resolution: Resolution, folder: Path, base: str, licence: str, say: Callable[[str], None], last: Positions | None
) -> tuple[dict[str, Any], tuple[Violation, ...]]:
    # Each wing is imported where it begins, so that the first progress line does not wait for all of them.
    from graph.network import network_of, statistics_of  # noqa: PLC0415
    from graph.network.tables import write_tables  # noqa: PLC0415
    from graph.rdf import fill_and_validate, write_graph  # noqa: PLC0415
    from graph.rdf.cube import add_cube  # noqa: PLC0415
    from report import write_report  # noqa: PLC0415
    from viz import write_map  # noqa: PLC0415

    readings = list(resolution.readings)
    write_graph(folder, resolution, base, licence)
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
    write_report(folder / "report.html", statistics, network, readings)
    return statistics, violations


def _portable(form: dict[str, Any]) -> dict[str, Any]:
    """A reading names its file without the folder: the same replies give the same bytes wherever they lie."""
    return form | {"source": readable(Path(form["source"]).name)}


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _move(beside: Path, out: Path) -> None:
    """Put the new files in place of the old ones: a whole folder at once where there was none, else file by file."""
    from graph.rdf.store import adopt  # noqa: PLC0415

    if not out.exists():
        beside.replace(out)
        return
    for name in (*OUTPUTS, KEYS):
        if (out / name).is_dir():
            shutil.rmtree(out / name)
        (beside / name).replace(out / name)
    adopt(beside / "store", out / "store")
    with suppress(AttributeError, OSError):  # there is none on Windows
        os.sync()
