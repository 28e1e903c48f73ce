"""Learning the weights from annotated replies.

The recipe: each annotated reply twice, once with what the rules found (a quarter of it, drawn by a fixed chance, held back,
so that the model does not come to believe that the rules see everything) and, for every second reply, once without; a
conditional random field trained by L-BFGS with elastic net (CRFsuite, Okazaki 2007). The same replies give the same weights.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from graph.errors import UsageError
from graph.reading.characters import canonical
from graph.reading.documents import open_document
from graph.reading.mentions import find_mentions
from graph.reading.mentions.enumerations import enumerations
from graph.reading.reply import Reply, reply_of
from graph.reading.tagger.features import Array, features
from graph.reading.tagger.labels import LABELS, OUTSIDE, TYPES, begins, inside
from graph.reading.tagger.model import save_model
from graph.reading.tagger.sequences import sequences_of

__all__ = ["labels_of", "train"]

#: Share of the rules' mentions that is held back.
_HELD_BACK = 0.25
_SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 90, "feature.possible_transitions": True, "feature.minfreq": 2}
_OVERLOOKED = re.compile(r"[“”《》‘’\s]")


def train(gold: list[Path], *, iterations: int | None = None) -> tuple[int, int]:
    """Learn from folders of annotated replies and write ``data/tagger/weights.npz``.

    Parameters
    ----------
    gold:
        Folders with annotations and their texts; never those that the reader is measured on.
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
    try:
        import pycrfsuite  # noqa: PLC0415 - only who trains needs it
    except ImportError as fault:
        raise UsageError("train", "python-crfsuite is not installed", "make install-dev") from fault
    trainer = pycrfsuite.Trainer(verbose=False)
    count = 0
    for annotation, reply in _annotated(gold):
        count += 1
        labels = labels_of(reply, annotation)
        for buckets in _views(reply, annotation["id"], alone=count % 2 == 0):
            _append(trainer, buckets, labels, sequences_of(reply))
    trainer.set_params(_SETTINGS | ({"max_iterations": iterations} if iterations else {}))
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "model")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        learned = tagger.info()
    emissions = {(int(b), LABELS.index(name)): weight for (b, name), weight in learned.state_features.items() if weight}
    transitions = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for (first, second), weight in learned.transitions.items():
        transitions[LABELS.index(first), LABELS.index(second)] = weight
    return count, save_model(emissions, transitions)


def _annotated(folders: list[Path]) -> Iterator[tuple[dict[str, Any], Reply]]:
    files = sorted((file for folder in folders for file in folder.glob("*.json")), key=lambda file: file.name)
    if not files:
        raise UsageError(", ".join(map(str, folders)), "there is no annotation in it", "name a folder with *.json and *.txt")
    for file in files:
        yield json.loads(file.read_text(encoding="utf-8")), reply_of(open_document(file.with_suffix(".txt")))


def _views(reply: Reply, name: str, *, alone: bool) -> Iterator[Array]:
    """The observations with the rules' mentions, and where asked without them."""
    lists, sequences = enumerations(reply), sequences_of(reply)
    chance = random.Random(name)  # noqa: S311 - no secret
    found = find_mentions(reply, lists=lists)
    yield features(reply, [m for m in found if chance.random() >= _HELD_BACK], lists, sequences)
    if alone:
        yield features(reply, [], lists, sequences)


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


