"""Learning what is added to the pretrained encoder, from the annotated replies.

The recipe: the replies that the tagger learns from, window by window; those that follow real ones count twice, composed ones
once. How probable a span is that both models see is measured by cross-fitting, as for the tagger alone: on each half of the
replies, with both models learned from the other (:mod:`graph.reading.tagger.scaling`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from graph.errors import UsageError
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.decoding import Opinion
from graph.reading.tagger.encoder import Encoder
from graph.reading.tagger.encoder.adapter import ADAPTER, adapted, save_adapter
from graph.reading.tagger.encoder.pretrained import Pretrained, load_pretrained, pretrained_file
from graph.reading.tagger.encoder.windows import Window, windows_of
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
        How often each window is learned from.
    iterations:
        Of the tagger's optimiser, in measuring how probable spans are; the recipe's own number where not given.

    Returns
    -------
    tuple of int
        How many replies were learned from, and how many weights were written.

    Raises
    ------
    UsageError
        Where PyTorch, python-crfsuite or the encoder is not installed, or a folder holds no annotation.
    """
    try:
        from graph.reading.tagger.encoder.learning import WindowLesson, learn  # noqa: PLC0415 - only who trains needs it
    except ImportError as fault:
        raise UsageError("train", "PyTorch is not installed", "make install-learning") from fault

    pretrained = load_pretrained(pretrained_file())
    lessons = lessons_of(gold, fresh, composed)

    def learned(some: Sequence[Lesson]) -> dict[str, Floats]:
        windows = [WindowLesson(*one) for lesson in some for one in _windows(lesson, pretrained)]
        return learn(windows, pretrained, passes, say)

    claims: list[Claim] = []
    for model, rest, half in halves(lessons, iterations):
        encoder = Encoder(pretrained, *adapted(pretrained, learned(rest)), _AS_IT_SAYS)
        for lesson in half:
            opinion = Opinion(encoder.labels(lesson.text, lesson.sequences), encoder.scales)
            claims += claims_of(model, lesson, opinion)
    return len(lessons), save_adapter(learned(lessons), scales_of(claims), path)


def _windows(lesson: Lesson, pretrained: Pretrained) -> Iterator[tuple[Window, list[int], float]]:
    """The windows of a reply, the labels of their characters, and how often they count."""
    labels = [label for start, end in lesson.sequences for label in lesson.labels[start:end]]
    at = 0
    for window in windows_of(lesson.text, lesson.sequences, pretrained):
        size = len(window.characters)
        yield window, labels[at : at + size], _REAL if lesson.weight > 1 else 1.0
        at += size
