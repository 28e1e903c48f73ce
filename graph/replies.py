"""The replies of a build: which files they are, and what is read of each, or was read of it in the last build."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from graph.errors import DocumentError, UsageError, check_there
from graph.kept import KEYS, OUTPUTS, kept_readings, key_of, reader_key
from graph.names import ids_of, place_of, readable
from graph.records import Reading

__all__ = ["Replies", "find_files", "once", "read_replies"]

#: Endings of files that may be replies: those that are read, and those that are named as unread rather than passed over.
_READABLE = frozenset((
    ".txt", ".html", ".htm", ".docx", ".pdf", ".md", ".text", ".xhtml", ".shtml", ".mhtml", ".mht",
    ".jsp", ".asp", ".aspx", ".php", ".do",
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif",
    ".doc", ".wps", ".rtf", ".ofd", ".odt", ".docm",
))  # fmt: skip
#: What is an ending at all: in 答复2023.5.6 there is none.
_ENDING = re.compile(r"\.(?=[0-9]*[a-z])[a-z0-9]{1,6}")
#: What a browser writes beside a page that it saves "complete".
_BESIDE_PAGE = re.compile(r"_files$|\.files$|_文件$")
#: A folder that has both is a build, and what a build writes is no reply.
_BUILT = frozenset({"readings.jsonl", "graph.nq"})
_WRITTEN = frozenset({*OUTPUTS, KEYS, "store"})


@dataclass(frozen=True, slots=True)
class Replies:
    """What was read.

    Attributes
    ----------
    readings:
        Sorted by their ids, each of which stands once.
    keys:
        By the id of a reading the key of what was read, for the next build (:mod:`graph.kept`).
    faults:
        One for each file that could not be read.
    """

    readings: tuple[Reading, ...]
    keys: dict[str, str]
    faults: tuple[DocumentError, ...]


def find_files(paths: Sequence[Path], say: Callable[[str], None]) -> list[Path]:
    """The files to read: those named, and those of a named folder (and the folders in it) that may be replies.

    What a build wrote is none of them. A folder inside that cannot be opened is one, so that reading it says so.

    Parameters
    ----------
    paths:
        Files or folders.
    say:
        Called with a line where files of a folder are passed over for their ending.

    Raises
    ------
    UsageError
        For a path that does not exist, and where there is nothing to read.
    """
    found: list[Path] = []
    passed: Counter[str] = Counter()
    for path in paths:
        if path.is_dir():
            inside = sorted(_inside(path))
            found += filter(_may_be_reply, inside)
            passed.update(file.suffix.lower() for file in inside if not _may_be_reply(file))
        else:
            check_there(path)
            found.append(path)
    if passed:
        endings = ", ".join(f"{ending} {number}" for ending, number in sorted(passed.items()))
        say(f"passed over for their ending: {endings}")
    if not found:
        names = ", ".join(str(path) for path in paths)
        raise UsageError(names, "there is no readable file in it", "put replies there as .txt, .html, .docx or .pdf")
    return _each_once(found)


def _each_once(files: Sequence[Path]) -> list[Path]:
    """However often and in whatever way a file is named, it is one."""
    first: dict[str, Path] = {}
    for file in files:
        first.setdefault(os.path.abspath(file), file)  # noqa: PTH100 - what a link is called counts, not where it leads
    return list(first.values())


def _inside(folder: Path) -> Iterator[Path]:
    """Every file in a folder and the folders in it, and each of these that cannot be opened."""
    unopened: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=lambda fault: unopened.append(Path(fault.filename))):
        written = _WRITTEN if _BUILT.issubset(files) else frozenset[str]()
        folders[:] = [name for name in folders if name not in written and not _is_passed_over(name)]
        for name in files:
            file = Path(place, name)
            if name not in written and not _is_passed_over(name) and file.is_file():
                yield file
    yield from unopened


def _may_be_reply(file: Path) -> bool:
    ending = file.suffix.lower()
    return ending in _READABLE or not _ENDING.fullmatch(ending) or file.is_dir()


def _is_passed_over(part: str) -> bool:
    """Hidden files and folders, and the parts of a saved page."""
    return part.startswith(".") or bool(_BESIDE_PAGE.search(part))


def read_replies(
    files: Sequence[Path],
    last: Path | None,
    say: Callable[[str], None],
    *,
    encoder: bool | None = None,
    jobs: int | None = None,
) -> Replies:
    """Read files, but for those that are as they were when the last build's readings were made, by the same reader.

    Parameters
    ----------
    files:
        As :func:`find_files` gives them.
    last:
        Folder of the last build; ``None``: all are read.
    say:
        Called with each line of progress.
    encoder, jobs:
        As for :func:`graph.build.build`.

    Raises
    ------
    UsageError
        Where the encoder is wanted and not installed.
    """
    from graph.reading.tagger.encoder import encoder_for  # noqa: PLC0415 - the reader's dictionary loads only here

    asked = encoder_for(encoder)
    if asked is None and encoder is None:
        say("the encoder is not installed, so that fewer names are found: make install-encoder")
    reader = reader_key(asked.version if asked else None)
    keys = [key_of(file, reader) for file in files]
    kept = kept_readings(last, say) if last else {}
    known = [kept.get(key) if key else None for key in keys]
    outcomes = _outcomes(files, known, say, encoder=asked is not None, jobs=jobs)
    readings: dict[str, tuple[Reading, str | None]] = {}
    faults: list[DocumentError] = []
    for name, key, outcome in zip(ids_of(files), keys, outcomes, strict=True):
        if isinstance(outcome, DocumentError):
            faults.append(outcome)
        else:
            readings[name] = replace(outcome, id=name), key
    each = sorted(readings.items())
    return Replies(tuple(reading for _, (reading, _) in each), {name: key for name, (_, key) in each if key}, tuple(faults))


def _outcomes(
    files: Sequence[Path], known: Sequence[Reading | None], say: Callable[[str], None], *, encoder: bool, jobs: int | None
) -> Iterator[Reading | DocumentError]:
    """What is known of each file, or is read of it now."""
    from graph.reading.parallel import read_files  # noqa: PLC0415 - as in read_replies

    changed = [file for file, reading in zip(files, known, strict=True) if reading is None]
    if len(changed) < len(files):
        say(f"{len(files) - len(changed)} of {len(files)} as in the last build")
    outcomes = read_files(changed, encoder=encoder, jobs=jobs)
    numbers = count(1)
    for file, reading in zip(files, known, strict=True):
        if reading is not None:
            yield replace(reading, source=str(file))
            continue
        number = next(numbers)
        if number == 1 or number % 50 == 0 or number == len(changed):
            say(f"reading {number} of {len(changed)}: {readable(file.name)}")
        yield next(outcomes)


def once(readings: Sequence[Reading]) -> tuple[list[Reading], tuple[tuple[str, str], ...]]:
    """Each reply once, under the first of its names: two files of the same words would count everything in them twice.

    So would two formats of one reply, which lie side by side under one name: a PDF has its page numbers too, and in a scan
    some characters are misread. They are one where most of their words are the same.

    Parameters
    ----------
    readings:
        In the order of their ids.

    Returns
    -------
    tuple
        The readings that are counted, and of each other file its path and that of the one that is counted for it.
    """
    first: dict[str, Reading] = {}
    beside: dict[tuple[Path, str], list[str]] = {}
    repeated = []
    for reading in readings:
        # Another format of the same reply breaks its lines elsewhere.
        words = "".join(reading.text.split())
        formats = beside.setdefault(place_of(Path(reading.source)), [])
        same = words if words in first else next((other for other in formats if _mostly_same(words, other)), words)
        kept = first.setdefault(same, reading)
        if kept is reading:
            formats.append(words)
        else:
            repeated.append((reading.source, kept.source))
    return list(first.values()), tuple(repeated)


#: Of all runs of so many characters in two texts, how many stand in both where they are one reply: scans have four of five.
_RUN = 5
_SHARED = 0.7


def _mostly_same(one: str, other: str) -> bool:
    first, second = ({text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1))} for text in (one, other))
    return len(first & second) >= _SHARED * len(first | second)
