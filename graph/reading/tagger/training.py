"""Learning the weights from annotated replies.

The recipe: each annotated reply with what the rules found in it and every second one also without; a conditional random
field trained by L-BFGS with elastic net (CRFsuite, Okazaki 2007). Of replies that rules were written with, a quarter of what
the rules found is held back, drawn by a fixed chance, so that the model does not come to believe that they see everything; of
the other, fresh ones nothing. Replies that follow real ones count four times, composed ones once: these are more, and freer.
Half of the names that the lexicon knows are taken as unknown, for the same reason. How its probabilities are to be taken is
measured by cross-fitting: on each half of the replies, each counted once, with a model learned from the other. The same
replies give the same weights.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

import numpy as np

from graph.errors import UsageError
from graph.reading.characters import canonical
from graph.reading.documents import open_document
from graph.reading.mentions.enumerations import enumerations
from graph.reading.mentions.finding import find_mentions
from graph.reading.reply import Reply, reply_of
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.decoding import Opinion, decode
from graph.reading.tagger.features import BUCKETS, Array, features
from graph.reading.tagger.labels import LABELS, OUTSIDE, TYPES, begins, inside
from graph.reading.tagger.model import MODEL, Model, save_model
from graph.reading.tagger.scaling import Claim, scales_of
from graph.reading.tagger.sequences import sequences_of

__all__ = ["Lesson", "claims_of", "halves", "labels_of", "lessons_of", "train"]

#: Share of the rules' mentions that is held back, and of the names of the lexicon that are forgotten.
_HELD_BACK = 0.25
_FORGOTTEN = 0.5
_FOLDS = 2
#: Claims that are less probable are none.
_LEAST = 0.1
#: How often a reply that follows a real one counts, where a composed one counts once.
_REAL = 4
_SETTINGS = {"c1": 0.6, "c2": 0.4, "max_iterations": 70, "feature.possible_transitions": True, "feature.minfreq": 2}
_OVERLOOKED = re.compile(r"[“”《》‘’\s]")


def train(
    gold: list[Path], fresh: list[Path], composed: list[Path], path: Path = MODEL, *, iterations: int | None = None
) -> tuple[int, int]:
    """Learn from folders of annotated replies and write ``data/tagger/weights.npz``.

    Parameters
    ----------
    gold:
        Folders with annotations and their texts, with which the rules were written.
    fresh:
        Folders of such that no rule was written with.
    composed:
        Folders of replies that follow no real one. None of the three is what the reader is measured on.
    path:
        Of the file that is written.
    iterations:
        Of the optimiser; the recipe's own number where not given.

    Returns
    -------
    tuple of int
        How many replies were learned from, and how many weights were written.

    Raises
    ------
    UsageError
        Where python-crfsuite is not installed, or a folder holds no annotation.
    """
    crf = _crfsuite()
    lessons = lessons_of(gold, fresh, composed)
    claims = [claim for model, _, half in halves(lessons, iterations) for lesson in half for claim in claims_of(model, lesson)]
    return len(lessons), save_model(*_fitted(crf, lessons, _settings(iterations)), scales_of(claims), path)


def _crfsuite() -> Any:  # noqa: ANN401 - untyped library
    try:
        import pycrfsuite  # noqa: PLC0415 - only who trains needs it
    except ImportError as fault:
        raise UsageError("train", "python-crfsuite is not installed", "make install-dev") from fault
    return pycrfsuite


def _settings(iterations: int | None) -> Mapping[str, Any]:
    return _SETTINGS | ({"max_iterations": iterations} if iterations else {})


@dataclass(frozen=True, slots=True)
class Lesson:
    """One annotated reply.

    Attributes
    ----------
    text:
        Its flow.
    sequences, labels:
        Its sequences, and the label of each of the flow's characters.
    views, whole:
        Its observations, in one view or two, and with all that the rules found.
    doubtful:
        Of each character whether it is one of a doubtful name.
    weight:
        How often it counts.
    """

    text: str
    sequences: list[tuple[int, int]]
    labels: list[int]
    views: list[Array]
    whole: Array
    doubtful: list[bool]
    weight: int


def lessons_of(gold: list[Path], fresh: list[Path], composed: list[Path]) -> list[Lesson]:
    """The replies that are learned from; see :func:`train`."""
    return [*_lessons(gold, _HELD_BACK, _REAL), *_lessons(fresh, 0.0, _REAL), *_lessons(composed, 0.0, 1)]


def halves(lessons: list[Lesson], iterations: int | None = None) -> Iterator[tuple[Model, list[Lesson], list[Lesson]]]:
    """For each half of the replies a model that was learned from the other, that other, and the half itself."""
    crf = _crfsuite()
    for fold in range(_FOLDS):
        rest = [lesson for number, lesson in enumerate(lessons) if number % _FOLDS != fold]
        yield _model(*_fitted(crf, rest, _settings(iterations))), rest, lessons[fold::_FOLDS]


def _lessons(folders: list[Path], held_back: float, weight: int) -> list[Lesson]:
    # By pairs, so that each half of the cross-fitting learns from as many replies of either kind.
    replies = enumerate(_annotated(folders))
    return [_lesson(annotation, reply, held_back, weight, alone=number % 4 < 2) for number, (annotation, reply) in replies]


def _lesson(annotation: Mapping[str, Any], reply: Reply, held_back: float, weight: int, *, alone: bool) -> Lesson:
    lists, sequences = enumerations(reply), sequences_of(reply)
    drawn = _Draw(str(annotation["id"]))
    found = find_mentions(reply, lists=lists)
    seen = [m for m in found if drawn(m.name) >= (_FORGOTTEN if m.rule.startswith("known.") else held_back)]
    shown = (seen, []) if alone else (seen,)
    views = [features(reply, mentions, lists, sequences, lambda name: drawn(name) < _FORGOTTEN) for mentions in shown]
    unsure = {**annotation, "entities": [e for e in annotation["entities"] if e.get("doubtful")]}
    doubtful = [label != OUTSIDE for label in labels_of(reply, unsure)]
    whole = features(reply, found, lists, sequences)
    return Lesson(reply.flow.text, sequences, labels_of(reply, annotation), views, whole, doubtful, weight)


class _Draw:
    """A fixed chance of each name in a reply, from 0 to 1: what the rules find of others does not change it."""

    def __init__(self, reply: str) -> None:
        self._reply = reply

    def __call__(self, name: str) -> float:
        return crc32(f"{self._reply}\n{name}".encode()) / 2**32


def _fitted(crf: Any, lessons: list[Lesson], settings: Mapping[str, Any]) -> tuple[dict[tuple[int, int], float], Floats]:  # noqa: ANN401 - untyped library
    """Weights of buckets and of transitions that make the annotated labels most probable."""
    trainer = crf.Trainer(verbose=False)
    for lesson in lessons:
        for view in lesson.views * lesson.weight:
            _append(trainer, view, lesson.labels, lesson.sequences)
    trainer.set_params(settings)
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "model")
        trainer.train(file)
        tagger = crf.Tagger()
        tagger.open(file)
        learned = tagger.info()
    emissions = {(int(b), LABELS.index(name)): weight for (b, name), weight in learned.state_features.items() if weight}
    transitions = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for (first, second), weight in learned.transitions.items():
        transitions[LABELS.index(first), LABELS.index(second)] = weight
    return emissions, transitions


def _model(emissions: Mapping[tuple[int, int], float], transitions: Floats) -> Model:
    dense = np.zeros((BUCKETS, len(LABELS)), dtype=np.float32)
    for (bucket, label), weight in emissions.items():
        dense[bucket, label] = weight
    return Model(dense, transitions, np.tile(np.array([1.0, 0.0], dtype=np.float32), (len(TYPES), 1)))


def claims_of(model: Model, lesson: Lesson, other: Opinion | None = None) -> Iterator[Claim]:
    """What a model that has not seen the reply claims of it, alone or with another, but of doubtful names."""
    for span in decode(model, lesson.whole, lesson.sequences, least=_LEAST, other=other):
        if not any(lesson.doubtful[span.start : span.end]):
            wanted = [begins(span.type), *[inside(span.type)] * (span.end - span.start - 1)]
            follows = lesson.labels[span.end : span.end + 1] == [inside(span.type)]
            yield Claim(span.type, span.probability, lesson.labels[span.start : span.end] == wanted and not follows)


def _annotated(folders: list[Path]) -> Iterator[tuple[dict[str, Any], Reply]]:
    files = sorted((file for folder in folders for file in folder.glob("*.json")), key=lambda file: file.name)
    if not files:
        raise UsageError(", ".join(map(str, folders)), "there is no annotation in it", "name a folder with *.json and *.txt")
    for file in files:
        yield json.loads(file.read_text(encoding="utf-8")), reply_of(open_document(file.with_suffix(".txt")))


def _append(trainer: Any, buckets: Array, labels: list[int], sequences: list[tuple[int, int]]) -> None:  # noqa: ANN401 - untyped library
    at = 0
    for start, end in sequences:
        rows = buckets[at : at + end - start].tolist()
        at += end - start
        trainer.append([[str(b) for b in row if b] for row in rows], [LABELS[label] for label in labels[start:end]])


def labels_of(reply: Reply, annotation: Mapping[str, Any]) -> list[int]:
    """The label of each of the flow's characters: every place where an annotated name, or another of its forms, stands.

    Parameters
    ----------
    reply:
        Of the annotated text.
    annotation:
        In the form of ``data/gold``; quotation marks, blanks and width are overlooked.
    """
    text = reply.flow.text
    kept = [i for i, char in enumerate(text) if not _OVERLOOKED.match(char)]
    bare = "".join(text[i] for i in kept).casefold()
    labels = [OUTSIDE] * len(text)
    for name, kind in _names(annotation):
        at = bare.find(name)
        while at >= 0:
            start, end = kept[at], kept[at + len(name) - 1] + 1
            if all(label == OUTSIDE for label in labels[start:end]):
                labels[start] = begins(kind)
                labels[start + 1 : end] = [inside(kind)] * (end - start - 1)
            at = bare.find(name, at + len(name))
    return labels


def _names(annotation: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Every form of every name with its type, the longer ones first."""
    forms = {
        (_OVERLOOKED.sub("", canonical(name)).casefold(), entity["type"])
        for entity in annotation["entities"]
        if entity["type"] in TYPES
        for name in (entity["name"], *entity.get("aliases", ()))
    }
    return sorted((form for form in forms if len(form[0]) > 1), key=lambda form: (-len(form[0]), form))
