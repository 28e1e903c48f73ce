"""The annotated replies by part: read, compared, and resampled for an interval."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from graph.errors import DocumentError, UsageError
from graph.reading.evaluation.comparing import Count, Evaluation, compare
from graph.reading.forms import to_json
from graph.reading.parallel import read_files
from graph.reading.reader import LEAST

__all__ = ["Part", "evaluate_folder", "evaluate_parts", "interval"]

_RESAMPLES = 1000


#: Beside the parts, a line each: part and id of the replies whose originals were looked up while rules were written.
_LOOKED_UP = "looked_up.tsv"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the annotated replies (``dev``, ``test``) with an evaluation for each of them.

    Attributes
    ----------
    name:
        Of its folder.
    each:
        An evaluation a reply.
    unseen:
        Of these, the replies whose originals nobody looked up while rules were written.
    """

    name: str
    each: tuple[Evaluation, ...]
    unseen: tuple[Evaluation, ...]

    def total(self) -> Evaluation:
        """Over all its replies."""
        return _sum(self.each)

    def unseen_total(self) -> Evaluation | None:
        """Over those that nobody looked up, ``None`` where these are all."""
        return _sum(self.unseen) if len(self.unseen) < len(self.each) else None


def _sum(each: Iterable[Evaluation]) -> Evaluation:
    total = Evaluation()
    for one in each:
        total.add(one)
    return total


#: Replies after which a line of progress is said.
_EVERY = 100


def evaluate_parts(
    gold: Path,
    texts: Path | None = None,
    least: float = LEAST,
    without: Collection[str] = (),
    *,
    encoder: bool = False,
    jobs: int | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> tuple[Part, ...]:
    """Read the text of every annotation of a folder and compare; folders inside it are parts of their own.

    Parameters
    ----------
    gold:
        Folder of ``<id>.json``, or of folders of them; or one such file.
    texts:
        Folder of ``<id>.txt`` where they are not beside the annotations.
    least, without, encoder, jobs:
        As for :func:`graph.reading.parallel.read_files`.
    say:
        Called with a line of progress for every hundred replies.

    Raises
    ------
    UsageError
        Where there is no annotation, or no text for one.
    DocumentError
        Where a text cannot be read.
    """
    files = [gold] if gold.is_file() else sorted(gold.rglob("*.json"))
    if not files:
        raise UsageError(str(gold), "there is no annotation in it", "name a folder of .json files")
    seen = {folder: _looked_up(folder) for folder in {file.parent for file in files}}
    parts: dict[str, list[tuple[bool, Evaluation]]] = {}
    annotated = [_text_of(file, texts or file.parent) for file in files]
    readings = read_files(annotated, least, without=without, encoder=encoder, jobs=jobs)
    for number, (file, reading) in enumerate(zip(files, readings, strict=True), 1):
        if isinstance(reading, DocumentError):
            raise reading
        if number % _EVERY == 0 or number == len(files) > _EVERY:
            say(f"reading {number} of {len(files)}: {file.parent.name}/{file.stem}")
        one = Evaluation()
        compare(json.loads(file.read_text(encoding="utf-8")), to_json(reading), one)
        parts.setdefault(file.parent.name, []).append((file.stem in seen[file.parent], one))
    return tuple(
        Part(name, tuple(one for _, one in each), tuple(one for seen, one in each if not seen))
        for name, each in sorted(parts.items())
    )


def _looked_up(folder: Path) -> frozenset[str]:
    """The ids of a part that the list beside it names; none where there is no list."""
    listed = folder.parent / _LOOKED_UP
    if not listed.is_file():
        return frozenset()
    rows = (line.split("\t") for line in listed.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return frozenset(name for part, name in rows if part == folder.name)


def evaluate_folder(gold: Path, texts: Path | None = None) -> Evaluation:
    """All parts together; see :func:`evaluate_parts`."""
    return _sum(part.total() for part in evaluate_parts(gold, texts))


def _text_of(file: Path, texts: Path) -> Path:
    """The text of an annotation: beside it, or by its id in a folder of texts."""
    beside = file.with_suffix(".txt")
    text = beside if beside.is_file() else texts / f"{json.loads(file.read_text(encoding='utf-8'))['id']}.txt"
    if not text.is_file():
        raise UsageError(str(text), "the annotation's text is missing", "name its folder with --texts")
    return text


def interval(part: Part, counted: Callable[[Evaluation], Count]) -> tuple[float, float]:
    """The 95 % interval of an F1 by the percentile bootstrap over replies (Efron and Tibshirani 1993, chapter 13).

    Replies are drawn with replacement 1,000 times, always from the same seed.
    """
    random = Random(20261124)  # noqa: S311 - a resampling, no secret
    counts = [counted(one) for one in part.each]
    values = sorted(sum(random.choices(counts, k=len(counts)), Count()).figures()[2] for _ in range(_RESAMPLES))
    return values[int(0.025 * _RESAMPLES)], values[int(0.975 * _RESAMPLES) - 1]
