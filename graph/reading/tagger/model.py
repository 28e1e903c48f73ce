"""The model's weights: from which buckets and from which neighbouring label a label is likely."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from graph.reading.tagger.archives import Floats, broken, read_archive, write_archive
from graph.reading.tagger.features import BUCKETS, Array
from graph.reading.tagger.labels import LABELS

__all__ = ["MODEL", "Model", "load_model", "save_model"]

MODEL = Path(__file__).parents[3] / "data" / "tagger" / "weights.npz"
_COMMAND = "python -m graph train"


@dataclass(frozen=True, slots=True)
class Model:
    """A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).

    Attributes
    ----------
    emissions:
        Of shape (buckets, labels): what an observation speaks for; row 0 is zero.
    transitions:
        Of shape (labels, labels): from one character's label to the next one's.
    scales:
        Of shape (types, 2): how the probability of a span is to be taken (:mod:`graph.reading.tagger.scaling`).
    """

    emissions: Floats
    transitions: Floats
    scales: Floats

    def scores(self, buckets: Array) -> Floats:
        """What the observations of each character speak for, of shape (characters, labels)."""
        total = np.zeros((len(buckets), len(LABELS)), dtype=np.float32)
        rows = np.empty_like(total)
        for column in np.ascontiguousarray(buckets.T):
            total += self.emissions.take(column, axis=0, out=rows, mode="clip")  # the mode that needs no copy
        return total


def save_model(emissions: dict[tuple[int, int], float], transitions: Floats, scales: Floats, path: Path = MODEL) -> int:
    """Write the weights that are not zero, the same bytes for the same weights; the number of them.

    Parameters
    ----------
    emissions:
        Bucket and label to weight.
    transitions:
        Of shape (labels, labels).
    scales:
        Of shape (types, 2).
    path:
        Of the file, which is replaced.
    """
    at = sorted(emissions)
    cells = np.array([bucket * len(LABELS) + label for bucket, label in at], dtype=np.int64)
    arrays = {
        "gaps": np.diff(cells, prepend=0).astype(np.uint32),
        "weights": np.array([emissions[cell] for cell in at], dtype=np.float16),
        "transitions": transitions.astype(np.float32),
        "scales": scales.astype(np.float32),
    }
    write_archive(path, arrays)
    load_model.cache_clear()
    return len(at)


@cache
def load_model(path: Path = MODEL) -> Model:
    """The weights of ``data/tagger/``, read once in a process.

    Parameters
    ----------
    path:
        Of a file that :func:`save_model` wrote.

    Raises
    ------
    BuildError
        Where the file is missing, is no archive of weights, or was learned for other labels.
    """
    arrays = read_archive(path, _COMMAND)
    try:
        gaps, weights, transitions, scales = (arrays[name] for name in ("gaps", "weights", "transitions", "scales"))
    except KeyError as fault:
        raise broken(path, str(fault), _COMMAND) from fault
    emissions = np.zeros(BUCKETS * len(LABELS), dtype=np.float32)
    emissions[np.cumsum(gaps.astype(np.int64))] = weights
    return Model(emissions.reshape(BUCKETS, len(LABELS)), transitions.astype(np.float32), scales.astype(np.float32))
