"""Damaged files by the thousand: ``python -m tests.fuzz [--seconds 600] [--seed N]``.

Takes the case files, damages them by seed, reads them, and says of each file that breaks a promise which seed and which
damage made it. A promise is broken by any error that is not the project's own, by a quotation that does not stand where it
is said to stand, by a text that holds what no text may hold, and by a reading that takes too long. Exit code 1 where one is.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import DocumentError
from graph.reading.documents import open_document
from graph.reading.documents.plain import tidy
from graph.reading.reader import read
from graph.records import Evidence, Reading

__all__ = ["broken_promise", "cases", "damaged", "main"]

CASES = Path(__file__).parent / "reading" / "documents" / "cases"
#: Seconds of processor time in this process: hundreds of times what a case takes.
_LONGEST = 20.0
#: What stands in files of these formats and means something to their readers.
_WORDS = (
    b"<div>", b"</td>", b"<table>", b"<b>", b"<a href=x>", b"<!--", b"-->", b"<script>", b"&#55296;", b"&nbsp;", b"<![CDATA[", b"<br>", b"<p>",
    b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:del>", b"<w:numPr/>", b'w:val="999999999"', b'w:val="-1"', b"<w:txbxContent>", b"<!DOCTYPE x>",
    b" obj", b"endobj", b"stream\r\n", b"endstream", b"/Length 99999", b"/Kids", b"/Count -1", b"/Filter/FlateDecode", b"/Rotate 45", b"Tj", b"BT",
    b"PK\x03\x04", b"PK\x01\x02", b"\x00" * 20, b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", "。".encode(), "第1号".encode(), "（《“".encode(),
    "\u202e".encode(), b"\n" * 50, b"|" * 30, b"1" * 400,
)  # fmt: skip


def cases(scans: bool = False) -> list[Path]:
    """The case files; those of scans, which take seconds each, where they are asked for."""
    return sorted(p for p in CASES.iterdir() if p.suffix not in (".text", ".json") and (scans or not p.name.startswith("scan")))


Damage = Callable[[bytes, random.Random], bytes]


def _bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 30))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data) + 1)]


def _hole(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    length = chance.randrange(1, 2 + len(data) // 4)
    return data[:start] + (b"" if chance.random() < 0.5 else bytes(length)) + data[start + length :]


def _word(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data))
        data = data[:at] + chance.choice(_WORDS) * chance.choice((1, 1, 1, 300)) + data[at:]
    return data


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    end = min(end, start + 20_000)
    return data[:end] + data[start:end] * chance.choice((1, 2, 20)) + data[end:]


def _moved(data: bytes, chance: random.Random) -> bytes:
    a, b, c = sorted(chance.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


_DAMAGES: tuple[Damage, ...] = (_bits, _cut, _hole, _word, _doubled, _moved)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Bytes with one to three damages; of a zip file often its parts, so that it is still one that unpacks."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _repacked(data, chance)
    for _ in range(chance.randrange(1, 4)):
        data = chance.choice(_DAMAGES)(data, chance) or b"x"
    return data


def _repacked(data: bytes, chance: random.Random) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        hit = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, damaged(content, chance) if name == hit and content else content)
    return made.getvalue()


def broken_promise(path: Path) -> str | None:
    """What a file breaks, in a line; ``None`` where it is read, or refused as it should be.

    An error that is not the project's own is let through.
    """
    started = time.process_time()
    try:
        document = open_document(path)
        reading = read(document)
    except DocumentError as fault:
        line = str(fault)
        return None if line.startswith(f"{path}: ") and line.isprintable() else f"an odd line: {line!r}"
    if tidy(document.text) != document.text or any("\ud800" <= c <= "\udfff" for c in document.text):
        return "characters that no text may hold"
    if any(reading.text[e.start : e.end] != e.quote for e in _evidence(reading)):
        return "a quotation out of place"
    spent = time.process_time() - started
    return f"{spent:.0f} seconds" if spent > _LONGEST else None


def _evidence(reading: Reading) -> Iterator[Evidence]:
    for entity in reading.entities:
        yield from entity.evidence
    for relation in reading.relations:
        yield from relation.evidence
    for indicator in reading.indicators:
        yield from indicator.evidence


def main() -> None:
    """Damage and read until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--scans", action="store_true", help="damage scans too (seconds a file)")
    parser.add_argument("--keep", type=Path, help="folder for the files that break a promise")
    asked = parser.parse_args()
    files = cases(asked.scans)
    counts: Counter[str] = Counter()
    end = time.monotonic() + asked.seconds
    seed = asked.seed
    with TemporaryDirectory() as folder:
        while time.monotonic() < end:
            chance = random.Random(seed)
            case = chance.choice(files)
            file = Path(folder) / f"case{case.suffix}"
            file.write_bytes(damaged(case.read_bytes(), chance))
            counts["files"] += 1
            if said := _said(file):
                counts["broken promises"] += 1
                sys.stdout.write(f"seed {seed}, {case.name}: {said}\n")
                if asked.keep:
                    (asked.keep / f"{seed}-{case.name}").write_bytes(file.read_bytes())
            seed += 1
    sys.stdout.write(f"{counts['files']} damaged files, {counts['broken promises']} broken promises\n")
    sys.exit(1 if counts["broken promises"] else 0)


def _said(file: Path) -> str | None:
    try:
        return broken_promise(file)
    except Exception:  # noqa: BLE001 - what is looked for is any error at all
        return traceback.format_exc()


if __name__ == "__main__":
    main()
