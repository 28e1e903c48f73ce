"""The log of decisions as a file: CSV that a spreadsheet opens and writes."""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from graph import chinese
from graph.decisions.log import EVERY, Decision, Log
from graph.errors import UsageError, not_written
from graph.reading.mentions.names import key
from graph.records import ENTITY_TYPES, RELATION_TYPES, Judgement, Status
from graph.spreadsheets import without_mark

__all__ = ["COLUMNS", "ENCODING", "append", "read_log"]

#: The first line of the file. ``who``, ``when`` and ``why`` are for people.
COLUMNS = ("judgement", "reply", "type", "name", "relation", "to_type", "to", "status", "words", "who", "when", "why")
_NEEDED = ("judgement", "type", "name")
#: A spreadsheet takes Chinese for Chinese only behind a byte order mark.
ENCODING = "utf-8-sig"
#: What stands in a column may be Chinese where it is one of some words.
_WORDS = {
    "judgement": chinese.JUDGEMENTS,
    "type": chinese.TYPES,
    "relation": chinese.RELATIONS,
    "to_type": chinese.TYPES,
    "status": chinese.STATUSES,
}


def read_log(path: Path) -> Log:
    """What holds of the log in a file.

    Parameters
    ----------
    path:
        CSV in UTF-8 or, as spreadsheets in China write it, GB18030; parted by commas, semicolons or tabs; the first line has
        the names of :data:`COLUMNS`, in English or Chinese and in any order, those that are not needed left out at will.

    Raises
    ------
    UsageError
        Where the file cannot be read, or a line says nothing that can be decided.
    """
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UsageError(str(path), (fault.strerror or "it cannot be read").lower(), "check the path") from fault
    last: dict[tuple[str, ...], Decision] = {}
    for decision in _decisions(path, data):
        last.pop(decision.about, None)
        if decision.judgement is not Judgement.UNSURE:
            last[decision.about] = decision
    return Log(tuple(last.values()))


class _Form(NamedTuple):
    """How a file is written, and which columns it has."""

    encoding: str
    delimiter: str
    names: list[str]


def _form_of(path: Path, data: bytes) -> _Form:
    encoding = next((one for one in (ENCODING, "gb18030") if _decodes(data, one)), None)
    if encoding is None:
        raise UsageError(str(path), "it is no text in UTF-8 or GB18030", "save it as CSV UTF-8")
    first = data.decode(encoding).lstrip("\n\r").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    names = [chinese.in_english(name.strip().strip('"').lower(), chinese.COLUMNS) for name in first.split(delimiter)]
    while names and not names[-1]:  # a spreadsheet writes cells that were once filled
        names.pop()
    unknown = [name for name in names if name not in COLUMNS]
    missing = [name for name in _NEEDED if name not in names]
    if unknown or missing or len(set(names)) < len(names):
        wrong = [*(f"unknown {name}" for name in unknown), *(f"missing {name}" for name in missing)] or ["one stands twice"]
        told = f"the first line does not name the columns ({', '.join(wrong)})"
        raise UsageError(f"{path}:1", told, f"begin with {','.join(COLUMNS)} or {','.join(chinese.COLUMNS.values())}")
    return _Form(encoding, delimiter, names)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_blank(data: bytes) -> bool:
    """Whether there is nothing but a mark of the encoding and blank lines."""
    return not data.removeprefix(codecs.BOM_UTF8).strip()


def _decisions(path: Path, data: bytes) -> Iterator[Decision]:
    if _is_blank(data):
        return
    form = _form_of(path, data)
    rows = csv.reader(io.StringIO(data.decode(form.encoding).lstrip("\n\r"), newline=""), delimiter=form.delimiter, strict=True)
    try:
        next(rows)
        for row in rows:
            cells = [without_mark(cell.strip()) for cell in row]
            # What is left without a judgement, of what was given to be looked at, is not decided.
            if any(cells) and dict(zip(form.names, cells, strict=False)).get("judgement"):
                yield _decision(f"{path}:{rows.line_num}", dict(zip(form.names, cells, strict=False)), cells[len(form.names) :])
    except csv.Error as fault:
        raise UsageError(f"{path}:{rows.line_num}", f"it is no row of CSV ({fault})", "check its quotation marks") from fault


def _decision(where: str, cells: Mapping[str, str], more: Sequence[str] = ()) -> Decision:
    said = {name: chinese.in_english(cells.get(name, ""), _WORDS.get(name, {})) for name in COLUMNS}
    word = said["judgement"].lower()
    judgement = next((one for one in Judgement if one == word), None)
    fault = "there are more cells than columns" if any(more) else _fault(judgement, said)
    if fault or judgement is None:
        raise UsageError(where, fault or "", "docs/decisions.md says what a line has")
    return Decision(
        where=where,
        judgement=judgement,
        reply=said["reply"],
        type=said["type"],
        name=said["name"],
        relation=said["relation"],
        to_type=said["to_type"],
        to=said["to"],
        status=Status(said["status"]) if said["status"] else None,
        words=said["words"],
    )


def _fault(judgement: Judgement | None, said: Mapping[str, str]) -> str | None:
    """What keeps a line from being a decision."""
    checks = (
        (judgement is not None, f"“{said['judgement']}” is no judgement: {chinese.listed(chinese.JUDGEMENTS)}"),
        (said["type"] in ENTITY_TYPES, f"“{said['type']}” is no type: {chinese.listed(chinese.TYPES)}"),
        (bool(key(said["name"])), "no name is given"),
        (said["relation"] in ("", *RELATION_TYPES), f"“{said['relation']}” is no relation: {chinese.listed(chinese.RELATIONS)}"),
        (said["to_type"] in ("", *ENTITY_TYPES), f"“{said['to_type']}” is no type: {chinese.listed(chinese.TYPES)}"),
        (said["status"] in ("", *Status), f"“{said['status']}” is no status: {chinese.listed(chinese.STATUSES)}"),
    )
    return next((fault for fits, fault in checks if not fits), None) or _misfit(judgement, said)


def _misfit(judgement: Judgement | None, said: Mapping[str, str]) -> str | None:
    """What does not go together in a line whose words are known."""
    pair = bool(key(said["to"])) and not said["relation"]
    if judgement is Judgement.SAME or (pair and judgement in (Judgement.UNSURE, Judgement.DIFFERENT)):
        alike = pair and not said["reply"] and said["to_type"] in ("", said["type"]) and key(said["to"]) != key(said["name"])
        return None if alike else "two names are given as name and to, of one type and of no reply"
    if not said["reply"]:
        return "no reply is given (* for every one)"
    if said["relation"] and not (said["to_type"] and key(said["to"])):
        return "a relation leads somewhere: to_type and to"
    if (said["to"] or said["to_type"]) and not said["relation"]:
        return "to is given and no relation"
    if judgement is Judgement.DIFFERENT and (said["relation"] or said["reply"] == EVERY):
        return "what is another thing is an entity of one reply"
    return None


def append(path: Path, cells: Mapping[str, str]) -> None:
    """Write a decision behind the others, in the form that the file has.

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
    _decision("the decision", cells)
    try:
        there = path.read_bytes() if path.exists() else b""
        added = _line(path, there, cells)
        path.parent.mkdir(parents=True, exist_ok=True)
        _add(path, len(there), added)
    except OSError as fault:
        raise not_written(path, fault, "choose another file with --log") from fault


def _add(path: Path, length: int, added: bytes) -> None:
    """Half a line, where the disk is full behind it, would be no decision, and in the way of all others."""
    try:
        with path.open("ab") as file:
            file.write(added)
    except OSError:
        with suppress(OSError):
            os.truncate(path, length)
        raise


def _line(path: Path, there: bytes, cells: Mapping[str, str]) -> bytes:
    """What is written behind what is there: the first line too, where nothing is."""
    if _is_blank(there):
        return (_row(COLUMNS, ",") + _row([cells.get(name, "") for name in COLUMNS], ",")).encode(ENCODING)
    for _ in _decisions(path, there):  # nothing is written behind what cannot be read
        pass
    form = _form_of(path, there)
    if homeless := [name for name, cell in cells.items() if cell and name not in form.names]:
        raise UsageError(str(path), f"it has no column {', '.join(homeless)}", "add it to the first line")
    row = _row([cells.get(name, "") for name in form.names], form.delimiter)
    # The mark that says which encoding it is stands at the beginning only.
    return (row if there.endswith(b"\n") else "\n" + row).encode("utf-8" if form.encoding == ENCODING else form.encoding)


def _row(cells: Sequence[str], delimiter: str) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return written.getvalue()
