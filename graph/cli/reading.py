"""Verbs of the first wing: text, read, evaluate, calibrate, train."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from graph.cli.front import say
from graph.cli.options import ENCODER, JOBS, FilePath, Number
from graph.errors import DocumentError, check_there
from graph.records import Doubt, Reading

__all__ = ["commands"]

# That a file cannot be opened is told as other faults of it are.
_FILE = FilePath(readable=False)


@click.command()
@click.argument("file", type=_FILE)
def text(file: Path) -> None:
    """Print the plain text of FILE: the text that all offsets point into.

    The contact's name and telephone number are masked, character for character.
    """
    from graph.reading.documents import open_document  # noqa: PLC0415 - only this verb needs it

    check_there(file)
    click.echo(open_document(file).text, nl=False)


@click.command()
@click.argument("paths", type=_FILE, nargs=-1, required=True)
@click.option(
    "--min-confidence",
    type=Number(0, 1),
    default=0.5,
    show_default=True,
    help="Leave out what is less sure; the replying place and office stay.",
)
@click.option(
    "--doubts", is_flag=True, help="List what was seen and left out, with its position and sentence, instead of the readings."
)
@ENCODER
@JOBS
def read(paths: tuple[Path, ...], min_confidence: float, *, doubts: bool, encoder: bool | None, jobs: int | None) -> None:
    """Read replies (files or folders) and print one JSON line for each.

    A file that cannot be read is named on stderr; the exit code is then 1, or 2 where not one could be read.
    """
    from graph.names import ids_of, readable  # noqa: PLC0415
    from graph.reading.forms import to_json  # noqa: PLC0415
    from graph.reading.parallel import read_files  # noqa: PLC0415
    from graph.replies import find_files  # noqa: PLC0415

    good = bad = 0
    files = find_files(paths, say)
    readings = read_files(files, min_confidence, encoder=_is_asked(encoder), jobs=jobs)
    for name, outcome in zip(ids_of(files), readings, strict=True):
        reading = outcome if isinstance(outcome, DocumentError) else replace(outcome, id=name, source=readable(outcome.source))
        if isinstance(reading, DocumentError):
            say(f"error: {reading}")
            bad += 1
            continue
        good += 1
        if doubts:
            for doubt in reading.doubts:
                click.echo(_doubt_line(reading, doubt))
        else:
            click.echo(json.dumps(to_json(reading), ensure_ascii=False))
    sys.exit(0 if good and not bad else 1 if good else 2)


def _is_asked(wanted: bool | None) -> bool:
    """Whether the encoder is asked; a fault of it is told before anything is read."""
    from graph.reading.tagger.encoder import encoder_for  # noqa: PLC0415 - only who reads needs it

    return encoder_for(wanted) is not None


def _doubt_line(reading: Reading, doubt: Doubt) -> str:
    from graph.reading.spans import sentence_around  # noqa: PLC0415

    first, last = sentence_around(reading.text, doubt.evidence.start, doubt.evidence.end)
    # On one line, so that a line is a doubt.
    sentence = " ".join(reading.text[first:last].split())
    parts = (reading.id, doubt.type, doubt.name, f"{doubt.confidence:.2f}", doubt.reason, str(doubt.evidence.start), sentence)
    return "\t".join(parts)


@click.command()
@click.option(
    "--gold",
    type=_FILE,
    default=Path("data/gold"),
    show_default=True,
    help="Folder with annotations (*.json) and their texts (*.txt); folders inside it are reported as parts.",
)
@click.option("--texts", type=_FILE, help="Folder with the texts, where they are not beside the annotations.")
@click.option(
    "--misses",
    is_flag=True,
    help="List every miss of the core types, of locatedIn and pilotedIn, and of the heading: + was read and is not annotated, "
    "- is annotated and was not read.",
)
@click.option("--without", multiple=True, metavar="PART", help="Leave a part of the reader out, to see what it contributes.")
@click.option("--markdown", is_flag=True, help="Print the tables of docs/accuracy.md, the ablation among them.")
@ENCODER
@JOBS
def evaluate(
    gold: Path,
    texts: Path | None,
    *,
    misses: bool,
    without: tuple[str, ...],
    markdown: bool,
    encoder: bool | None,
    jobs: int | None,
) -> None:
    """Compare readings with annotations: precision, recall and F1 by part, type and relation."""
    from graph.reading import evaluation  # noqa: PLC0415

    check_there(gold, *([texts] if texts else []))
    asked = _is_asked(encoder)
    if markdown:
        click.echo(evaluation.markdown(gold, encoder=asked, jobs=jobs, say=say), nl=False)
    else:
        parts = evaluation.evaluate_parts(gold, texts, without=without, encoder=asked, jobs=jobs, say=say)
        click.echo(evaluation.report(parts, misses), nl=False)


#: With which rules were written (with the composed ones rules of places): there they look more often right than they are.
_WRITTEN_WITH = (Path("data/gold/dev"), Path("data/gold/composed-firms"))
#: Replies as offices write them, with some of which rules were written too, and such with which none was.
_REAL = (Path("data/gold/dev"), Path("data/gold/long"))
_FRESH = (Path("data/gold/fresh"),)
_COMPOSED = tuple(Path("data/gold") / f"composed-{name}" for name in ("firms", "services", "mixed"))

_PLACED = (Path("data/gold/composed-places"),)


def _folders(name: str, default: tuple[Path, ...], said: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """An option that names folders with annotations and may be given more than once."""
    return click.option(name, type=_FILE, multiple=True, default=default, show_default=True, help=said)


_TO_LEARN_FROM = "Folder with annotations to learn from; may be given more than once."
_UNSEEN = "The same, of replies that no rule was written with"


@click.command()
@_folders("--gold", _WRITTEN_WITH, _TO_LEARN_FROM)
@_folders("--fresh", _FRESH, f"{_UNSEEN}.")
def calibrate(gold: tuple[Path, ...], fresh: tuple[Path, ...]) -> None:
    """Measure how often each rule of the reader is right, and write data/calibration.tsv."""
    from graph.reading.calibration import CALIBRATION, write_table  # noqa: PLC0415
    from graph.reading.evaluation import Claim, evaluate_parts  # noqa: PLC0415
    from graph.records import RELATION_TYPES  # noqa: PLC0415

    check_there(*gold, *fresh)

    def claims(folders: tuple[Path, ...], *, related: bool, **how: Any) -> list[Claim]:  # noqa: ANN401 - passed on
        every = (c for folder in folders for part in evaluate_parts(folder, **how) for c in part.total().claims)
        return [c for c in every if (c.type in RELATION_TYPES) is related]

    # Doubtful names are measured too: some rules are better than they say. A relation is measured where its ends are kept.
    doubtful: dict[str, Any] = {"least": 0.3, "without": ("calibration", "learned")}
    names = [claims(folders, related=False, **doubtful) for folders in (gold, fresh)]
    write_table(names[0], names[1])
    relations = [claims(folders, related=True) for folders in (gold, fresh)]
    rows = write_table(names[0] + relations[0], names[1] + relations[1])
    click.echo(f"{CALIBRATION}: {rows} rows")


@click.command()
@_folders("--gold", _REAL, _TO_LEARN_FROM)
@_folders("--fresh", _FRESH, f"{_UNSEEN}; of the others some of what the rules found is held back.")
@_folders("--composed", _COMPOSED, "The same, of composed replies; the others count four times as much.")
@_folders("--placed", _PLACED, "Further composed replies, of which only places are learned (--places), in the last pass.")
@click.option("--encoder", is_flag=True, help="Learn what is added to the encoder instead, data/encoder/adapter.npz.")
@click.option("--places", is_flag=True, help="Learn the classifier of places upon the encoder instead, data/encoder/places.npz.")
def train(
    gold: tuple[Path, ...],
    fresh: tuple[Path, ...],
    composed: tuple[Path, ...],
    placed: tuple[Path, ...],
    *,
    encoder: bool,
    places: bool,
) -> None:
    """Learn the reader's model from annotated replies, and write data/tagger/weights.npz.

    Needs python-crfsuite (make install-dev), for the encoder and the classifier PyTorch too (make install-learning). The same
    replies give the same weights, those of the encoder and the classifier on machines of one kind. The classifier is learned
    upon the encoder, after it.
    """
    if encoder and places:
        raise click.UsageError("--encoder and --places are learned one after the other: name one of them")
    check_there(*gold, *fresh, *composed, *(placed if places else ()))
    if places:
        from graph.reading.classifier.training import train_classifier  # noqa: PLC0415
        from graph.reading.classifier.weights import PLACES  # noqa: PLC0415

        replies, weights = train_classifier([*gold, *fresh], composed, placed, say)
        click.echo(f"{PLACES}: {weights} weights from {replies} replies")
        return
    if encoder:
        from graph.reading.tagger.encoder.adapter import ADAPTER  # noqa: PLC0415
        from graph.reading.tagger.encoder.training import train_encoder  # noqa: PLC0415

        replies, weights = train_encoder(list(gold), list(fresh), list(composed), say)
        click.echo(f"{ADAPTER}: {weights} weights from {replies} replies")
        return
    from graph.reading.tagger.model import MODEL  # noqa: PLC0415
    from graph.reading.tagger.training import train as learn  # noqa: PLC0415

    replies, weights = learn(list(gold), list(fresh), list(composed))
    click.echo(f"{MODEL}: {weights} weights from {replies} replies")


commands: tuple[click.Command, ...] = (text, read, evaluate, calibrate, train)
