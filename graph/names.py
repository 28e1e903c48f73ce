"""The ids of replies: the name of its file, and where two have one name, the folder too."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["ids_of", "place_of", "readable"]

#: Endings of which hardly anything is read, behind pictures, behind texts: the last of the formats of one reply.
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif"))
_UNREAD = frozenset((".doc", ".wps", ".rtf", ".ofd", ".odt", ".docm"))


def ids_of(files: Sequence[Path]) -> list[str]:
    """An id for each file, whatever their order: no two are the same.

    A file's stem where no other file has it. Of files of one stem in one folder, which are one reply in several formats,
    the first format has the stem and each other its whole name. Where this is still said of two files, as many folders
    before it as tell them apart: ``2023/答复1``.

    Parameters
    ----------
    files:
        Different files.
    """
    by_place: defaultdict[tuple[Path, str], list[Path]] = defaultdict(list)
    for file in files:
        by_place[place_of(file)].append(file)
    stems = Counter(readable(file.stem) for file in files)
    ways = []
    for file in files:
        folder, stem = place_of(file)
        if stems[readable(stem)] == 1:
            ways.append([readable(stem)])
            continue
        first = min(by_place[folder, stem], key=_rank)
        ways.append(list(_names(folder, stem if file == first else file.name, file.name)))
    level = [0] * len(files)
    while True:
        ids = [way[at] for way, at in zip(ways, level, strict=True)]
        times = Counter(ids)
        shared = [n for n, one in enumerate(ids) if times[one] > 1 and level[n] + 1 < len(ways[n])]
        if not shared:
            return ids
        for n in shared:
            level[n] += 1


def place_of(file: Path) -> tuple[Path, str]:
    """Folder and stem, however the path is written: files that share both are formats of one reply."""
    whole = Path(os.path.abspath(file))  # noqa: PTH100 - what a link is called counts, not where it leads
    return whole.parent, whole.stem


def _rank(file: Path) -> tuple[int, str]:
    ending = file.suffix.lower()
    return (2 if ending in _UNREAD else 1 if ending in _PICTURES else 0), file.name


def _names(folder: Path, short: str, name: str) -> Iterator[str]:
    """Ever longer names of a file; the last one is no other file's."""
    folders = [part for part in folder.parts if part != folder.anchor]
    for number in range(len(folders) + 1):
        yield readable("/".join((*folders[len(folders) - number :], short)))
    yield os.fsencode(folder / name).decode(errors="backslashreplace")


def readable(name: str) -> str:
    """A file's name as text: an archive that was packed on a Chinese Windows leaves names in GB18030, which UTF-8 is not."""
    if name.isprintable() or name.encode(errors="ignore") == name.encode(errors="surrogatepass"):
        return name
    raw = name.encode(errors="surrogateescape")
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode(errors="backslashreplace")
