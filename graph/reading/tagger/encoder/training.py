"""Learning what is added to the pretrained encoder, from the annotated replies.

The recipe: the replies that the tagger learns from, window by window, in each pass once as they are and once with half of their
names exchanged for others; those that follow real ones count twice, composed ones once. How probable a span is that both
models see is measured by cross-fitting, as for the tagger alone: on each half of the replies, with both models learned from the
other (:mod:`graph.reading.tagger.scaling`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random

import numpy as np

from graph.errors import UsageError
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.decoding import Opinion
from graph.reading.tagger.encoder import Encoder
from graph.reading.tagger.encoder.adapter import ADAPTER, adapted, save_adapter
from graph.reading.tagger.encoder.exchanging import Labelled, exchanged, names_by_type
from graph.reading.tagger.encoder.pretrained import Pretrained, load_pretrained, pretrained_file
from graph.reading.tagger.encoder.windows import WindowLesson, windows_of
from graph.reading.tagger.labels import TYPES
from graph.reading.tagger.scaling import Claim, scales_of
from graph.reading.tagger.training import Lesson, claims_of, halves, lessons_of

__all__ = ["train_encoder"]

_PASSES = 4
_REAL = 2.0
#: Scales that leave a probability as it is.
_AS_IT_SAYS = np.tile(np.array([1, 0], dtype=np.float32), (len(TYPES), 1))


def train_encoder(
    gold: list[Path],
    fresh: list[Path],
    composed: list[Path],
    say: Callable[[str], None],
    path: Path = ADAPTER,
    *,
    passes: int = _PASSES,
    iterations: int | None = None,
) -> tuple[int, int]:
    """Learn from folders of annotated replies and write ``data/encoder/adapter.npz``.

    Parameters
    ----------
    gold, fresh, composed:
        As for :func:`graph.reading.tagger.training.train`.
    say:
        Called with each line of progress.
    path:
        Of the file that is written.
    passes:
        How often each reply is learned from as it is, and as often with names exchanged.
    iterations:
        As there, in measuring how probable spans are.

    Returns
    -------
    tuple of int
        As there: how many replies, and how many weights.

    Raises
    ------
    UsageError
        Where PyTorch, python-crfsuite or the encoder is not installed, or a folder holds no annotation.
    """
    try:
        from graph.reading.tagger.encoder.learning import learn  # noqa: PLC0415 - only who trains needs it
    except ImportError as fault:
        raise UsageError("train", "PyTorch is not installed", "make install-learning") from fault

    pretrained = load_pretrained(pretrained_file())
    lessons = lessons_of(gold, fresh, composed)

    def learned(some: Sequence[Lesson]) -> dict[str, Floats]:
        return learn(list(_passes(some, pretrained, passes)), pretrained, say)

    claims: list[Claim] = []
    for model, rest, half in halves(lessons, iterations):
        encoder = Encoder(pretrained, *adapted(pretrained, learned(rest)), _AS_IT_SAYS)
        for lesson in half:
            # Measured only where the field is not sure, the scales trust too much on replies that nobody has read.
            opinion = Opinion(partial(encoder.labels, lesson.text), encoder.scales, everywhere=True)
            claims += claims_of(model, lesson, opinion)
    return len(lessons), save_adapter(learned(lessons), scales_of(claims), path)


def _passes(lessons: Sequence[Lesson], pretrained: Pretrained, number: int) -> Iterator[list[WindowLesson]]:
    """What is learned from in each pass."""
    chance = Random(0)  # noqa: S311 - names by chance, no secret
    replies = [(Labelled(one.text, one.sequences, one.labels), _REAL if one.weight > 1 else 1.0) for one in lessons]
    names = names_by_type(reply for reply, _ in replies)
    for _ in range(number):
        drawn = [(exchanged(reply, names, chance), weight) for reply, weight in replies]
        yield [lesson for reply, weight in (*replies, *drawn) for lesson in _windows(reply, weight, pretrained)]


def _windows(reply: Labelled, weight: float, pretrained: Pretrained) -> Iterator[WindowLesson]:
    labels = [label for start, end in reply.sequences for label in reply.labels[start:end]]
    at = 0
    for window in windows_of(reply.text, reply.sequences, pretrained):
        size = len(window.characters)
        yield WindowLesson(window, labels[at : at + size], weight)
        at += size
