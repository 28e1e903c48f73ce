"""The log of decisions as a file: CSV that a spreadsheet opens and writes."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from graph import chinese
from graph.decisions.log import EVERY, Decision, Log
from graph.errors import UsageError
from graph.reading.mentions.names import key
from graph.records import ENTITY_TYPES, RELATION_TYPES, Judgement, Status
from graph.spreadsheets import without_mark

__all__ = ["COLUMNS", "ENCODING", "Form", "Line", "bytes_of", "decision_of", "form_of", "is_blank", "lines_of", "read_log"]

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
    last: dict[tuple[str, ...], Decision] = {}
    for line in lines_of(path, bytes_of(path)):
        if not line.is_decision:
            continue
        decision = decision_of(line)
        last.pop(decision.about, None)
        if decision.judgement is not Judgement.UNSURE:
            last[decision.about] = decision
    return Log(tuple(last.values()))


def bytes_of(path: Path) -> bytes:
    """What stands in a file.

    Parameters
    ----------
    path:
        As the user named it.

    Raises
    ------
    UsageError
        Where it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as fault:
        raise UsageError(str(path), (fault.strerror or "it cannot be read").lower(), "check the path") from fault


class Form(NamedTuple):
    """How a file is written, and which columns it has."""

    encoding: str
    delimiter: str
    names: list[str]


class Line(NamedTuple):
    """A line of a log, as it is written.

    Attributes
    ----------
    where:
        File and line, for messages.
    cells:
        By names of :data:`COLUMNS`.
    more:
        Cells behind those that have a column.
    """

    where: str
    cells: Mapping[str, str]
    more: Sequence[str] = ()

    @property
    def is_decision(self) -> bool:
        """Whether it has a judgement: what is left without one, of what was given to be looked at, is not decided."""
        return bool(self.cells.get("judgement"))


def form_of(path: Path, data: bytes) -> Form:
    """How what stands in a file is written, and which columns it has.

    Parameters
    ----------
    path:
        For messages.
    data:
        What stands in it, not nothing.

    Raises
    ------
    UsageError
        Where its first line does not name the columns.
    """
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
    return Form(encoding, delimiter, names)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def is_blank(data: bytes) -> bool:
    """Whether there is nothing but a mark of the encoding and blank lines."""
    return not data.removeprefix(codecs.BOM_UTF8).strip()


def lines_of(path: Path, data: bytes) -> Iterator[Line]:
    """The lines behind the first one that say anything, with a judgement or without.

    Parameters
    ----------
    path:
        For messages.
    data:
        What stands in it.

    Raises
    ------
    UsageError
        Where the first line does not name the columns, or one is no row of CSV.
    """
    if is_blank(data):
        return
    form = form_of(path, data)
    rows = csv.reader(io.StringIO(data.decode(form.encoding).lstrip("\n\r"), newline=""), delimiter=form.delimiter, strict=True)
    try:
        next(rows)
        for row in rows:
            cells = [without_mark(cell.strip()) for cell in row]
            if any(cells):
                yield Line(f"{path}:{rows.line_num}", dict(zip(form.names, cells, strict=False)), cells[len(form.names) :])
    except csv.Error as fault:
        raise UsageError(f"{path}:{rows.line_num}", f"it is no row of CSV ({fault})", "check its quotation marks") from fault


class _Fault(NamedTuple):
    """What keeps a line from being a decision, and how that is said to who typed it as a command, who sees no columns."""

    said: str
    typed: str
    remedy: str


def decision_of(line: Line, *, typed: bool = False) -> Decision:
    """What a line decides.

    Parameters
    ----------
    line:
        One with a judgement.
    typed:
        Whether it was typed as a command: a fault then names arguments and options, and no columns.

    Raises
    ------
    UsageError
        Where it says nothing that can be decided.
    """
    said = {name: chinese.in_english(line.cells.get(name, ""), _WORDS.get(name, {})) for name in COLUMNS}
    word = said["judgement"].lower()
    judgement = next((one for one in Judgement if one == word), None)
    fault = _unknown(judgement, said, line.more) or _misfit(judgement, said)
    if fault or judgement is None:
        problem, remedy = (fault.typed, fault.remedy) if fault and typed else (fault.said if fault else "", _SEE)
        raise UsageError(line.where, problem, remedy)
    return Decision(
        where=line.where,
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


def _unknown(judgement: Judgement | None, said: Mapping[str, str], more: Sequence[str]) -> _Fault | None:
    """A word of a line that is none of those that can stand there; the commands take no such words."""
    checks = (
        (not any(more), "there are more cells than columns"),
        (judgement is not None, f"“{said['judgement']}” is no judgement: {chinese.listed(chinese.JUDGEMENTS)}"),
        (said["type"] in ENTITY_TYPES, f"“{said['type']}” is no type: {chinese.listed(chinese.TYPES)}"),
        (bool(key(said["name"])), "no name is given"),
        (said["relation"] in ("", *RELATION_TYPES), f"“{said['relation']}” is no relation: {chinese.listed(chinese.RELATIONS)}"),
        (said["to_type"] in ("", *ENTITY_TYPES), f"“{said['to_type']}” is no type: {chinese.listed(chinese.TYPES)}"),
        (said["status"] in ("", *Status), f"“{said['status']}” is no status: {chinese.listed(chinese.STATUSES)}"),
    )
    return next((_Fault(fault, fault, "see decide --help") for fits, fault in checks if not fits), None)


def _misfit(judgement: Judgement | None, said: Mapping[str, str]) -> _Fault | None:
    """What does not go together in a line whose words are known."""
    pair = bool(key(said["to"])) and not said["relation"]
    if judgement is Judgement.SAME or (pair and judgement in (Judgement.UNSURE, Judgement.DIFFERENT)):
        alike = pair and not said["reply"] and said["to_type"] in ("", said["type"]) and key(said["to"]) != key(said["name"])
        return None if alike else _TWO_NAMES
    if not said["reply"]:
        return _NO_REPLY
    if said["relation"] and not (said["to_type"] and key(said["to"])):
        return _LEADS_NOWHERE
    if (said["to"] or said["to_type"]) and not said["relation"]:
        return _NO_RELATION
    if judgement is Judgement.DIFFERENT and (said["relation"] or said["reply"] == EVERY):
        return _NOT_IN_ONE
    return None


_SEE = "docs/decisions.md says what a line has"
_TWO_NAMES = _Fault(
    "two names are given as name and to, of one type and of no reply",
    "it is about two names of one type in all replies",
    "give --to NAME, another name, and leave out --reply, --relation and --to-type",
)
_NO_REPLY = _Fault("no reply is given (* for every one)", "no reply is given", 'give --reply ID, or --reply "*" for every one')
_LEADS_NOWHERE = _Fault(
    "a relation leads somewhere: to_type and to", "a relation leads somewhere", "give --to-type TYPE and --to NAME"
)
_NO_RELATION = _Fault(
    "to is given and no relation",
    "what a relation leads to is given and no relation",
    "give --relation RELATION, or leave out --to and --to-type",
)
_NOT_IN_ONE = _Fault(
    "what is another thing is an entity of one reply",
    "what is another thing is an entity of one reply",
    "give --reply ID and leave out --relation, --to-type and --to",
)
