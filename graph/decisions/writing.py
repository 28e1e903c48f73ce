"""What is written into the log of decisions: behind what stands there, in the form that it has, whole or not at all."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from graph.decisions.files import COLUMNS, ENCODING, Line, bytes_of, decision_of, form_of, is_blank, lines_of
from graph.errors import UsageError, not_written
from graph.spreadsheets import as_text

__all__ = ["TakenOver", "append", "take_over"]


#: What a decision is about, and its line.
_Decided = tuple[tuple[str, ...], Line]


class TakenOver(NamedTuple):
    """What became of the lines of a file.

    Attributes
    ----------
    taken:
        Lines that were written behind the log.
    known:
        Lines that stood in it already, word by word.
    undecided:
        Lines without a judgement, which were passed over.
    overruled:
        Of those that stood in it how many no longer hold, for it says something else of the same thing further down.
    """

    taken: int
    known: int
    undecided: int
    overruled: int = 0


def append(path: Path, cells: Mapping[str, str]) -> None:
    """Write a decision that was typed as a command behind the others, in the form that the file has.

    Parameters
    ----------
    path:
        The log; made where it is not there.
    cells:
        By names of :data:`COLUMNS`; those that are empty may be missing.

    Raises
    ------
    UsageError
        Where it is no decision, what is there cannot be read, or the file cannot be written.
    RoomError
        Where there is no room for it; the log is as it was.
    """
    cells = {name: cell.strip() for name, cell in cells.items()}  # as it is read: a blank is no reply
    decision_of(Line("the decision", cells), typed=True)
    try:
        there = _there(path)
        _checked(path, there)
        _add(path, there, [cells])
    except OSError as fault:
        raise not_written(path, fault, "choose another file with --log") from fault


def take_over(path: Path, file: Path) -> TakenOver:
    """Write the lines of a file that have a judgement behind those of the log, but for those that stand there already.

    Parameters
    ----------
    path:
        The log; made where it is not there.
    file:
        A log too, such as a filled list of what should be looked at.

    Raises
    ------
    UsageError
        Where one of the two cannot be read, a line of it is no decision, or the log cannot be written; nothing is then.
    RoomError
        Where there is no room for it; the log is as it was.
    """
    lines = list(lines_of(file, bytes_of(file)))
    decided = _decided(lines)
    try:
        there = _there(path)
        held = _checked(path, there)
        known = {_words(line) for _, line in held}
        new = [(about, line) for about, line in decided if _words(line) not in known]
        if new:
            _add(path, there, [line.cells for _, line in new])
    except OSError as fault:
        raise not_written(path, fault, "choose another file with --log") from fault
    holds, told = ({about: _words(line) for about, line in some} for some in ((*held, *new), decided))
    overruled = sum(holds[about] != words for about, words in told.items())
    return TakenOver(len(new), len(decided) - len(new), len(lines) - len(decided), overruled)


def _there(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _checked(path: Path, there: bytes) -> list[_Decided]:
    """The decisions of the log, as they are written: nothing is written behind what cannot be read."""
    return _decided(lines_of(path, there))


def _decided(lines: Iterable[Line]) -> list[_Decided]:
    """The lines that decide something, each with what it is about."""
    return [(decision_of(line).about, line) for line in lines if line.is_decision]


def _words(line: Line) -> tuple[str, ...]:
    return tuple(line.cells.get(name, "") for name in COLUMNS)


def _add(path: Path, there: bytes, several: Sequence[Mapping[str, str]]) -> None:
    """Half a line, where the disk is full behind it, would be no decision, and in the way of all others."""
    added = _bytes(path, there, several)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("ab") as file:
            file.write(added)
    except OSError:
        with suppress(OSError):
            os.truncate(path, len(there))
        raise


def _bytes(path: Path, there: bytes, several: Sequence[Mapping[str, str]]) -> bytes:
    """What is written behind what is there: the first line too, where nothing is."""
    if is_blank(there):
        return (_row(COLUMNS, ",") + _rows(several, COLUMNS, ",")).encode(ENCODING)
    form = form_of(path, there)
    if homeless := sorted({name for cells in several for name, cell in cells.items() if cell and name not in form.names}):
        raise UsageError(str(path), f"it has no column {', '.join(homeless)}", "add it to the first line")
    rows = _rows(several, form.names, form.delimiter)
    # The mark that says which encoding it is stands at the beginning only.
    return (rows if there.endswith(b"\n") else "\n" + rows).encode("utf-8" if form.encoding == ENCODING else form.encoding)


def _rows(several: Sequence[Mapping[str, str]], names: Sequence[str], delimiter: str) -> str:
    return "".join(_row([as_text(cells.get(name, "")) for name in names], delimiter) for cells in several)


def _row(cells: Sequence[str], delimiter: str) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return written.getvalue()
