"""The classifier's network, forward only: which places are a thing's own.

The encoder's lower layers read a window once, whatever is asked of it. Then each of the window's names is told by its type, and
the thing that is asked for by a mark of its own (typed entity markers, Zhong and Chen 2021, added to the units instead of
written into the text), and the upper layers, which were learned for this, read it once for each thing. The mean of a name's
units speaks for it; two linear maps weigh thing and place with their types, order and distance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from graph.reading.classifier.windows import KINDS, THINGS, Marked, Question, Window
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.encoder.network import Layer, Rows, Transformer, gelu
from graph.reading.tagger.encoder.pretrained import Pretrained

__all__ = ["DISTANCES", "LOWER", "MAPS", "NORMALS", "Network", "distance", "network_of"]

#: Layers of the encoder that stay as they are.
LOWER = 6
#: The maps and the normalisations of a layer, by their names in the encoder's file.
MAPS, NORMALS = ("q", "k", "v", "ao", "fi", "fo"), ("aln", "oln")
#: Pieces between two names up to which they count as equally far.
_STEPS = (1, 3, 7, 15, 30, 60)
#: How many distances there are, in either order.
DISTANCES = 2 * (len(_STEPS) + 1)
#: Questions that are read at once.
_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of the classifier.

    Attributes
    ----------
    pretrained:
        For what pieces speak for by themselves.
    lower, upper:
        Of the encoder's layers.
    kinds:
        What a name's type adds to its units, and in the last row what is added to units of no name; of shape (kinds + 1, width).
    asked:
        What is added to the units of the thing that is asked for, of shape (width,).
    first:
        Of thing, place and their product to features, of shape (3 * width, features), with what is added.
    pairs:
        What a thing's type and a place's add to the features, of shape (things * kinds, features).
    distances:
        What order and distance add, of shape (:data:`DISTANCES`, features).
    last:
        Of features to the score, of shape (features,), with what is added.
    """

    pretrained: Pretrained
    lower: Transformer
    upper: Transformer
    kinds: Floats
    asked: Floats
    first: tuple[Floats, Floats]
    pairs: Floats
    distances: Floats
    last: tuple[Floats, float]

    def scores(self, questions: Sequence[Question]) -> list[list[float]]:
        """For each question the log-odds of each of its places, as they are before they are scaled.

        Parameters
        ----------
        questions:
            Those of one window one behind the other.
        """
        read: list[list[float]] = []
        for at in range(0, len(questions), _AT_ONCE):
            some = questions[at : at + _AT_ONCE]
            windows = {id(q.window): q.window for q in some}
            lower = dict(zip(windows, self._lower(list(windows.values())), strict=True))
            told = [self._told(question, lower[id(question.window)]) for question in some]
            wanted = [_named(question) for question in some]
            units = self.upper.of_some(np.concatenate(told), [len(units) for units in told], wanted)
            upper = np.split(units, np.cumsum([len(rows) for rows in wanted])[:-1])
            read += [self._weighed(question, units) for question, units in zip(some, upper, strict=True)]
        return read

    def _lower(self, windows: Sequence[Window]) -> list[Floats]:
        sizes = [len(window.pieces) for window in windows]
        words = self.pretrained.words(np.array(list(chain.from_iterable(w.pieces for w in windows)), dtype=np.int64))
        return np.split(self.lower.units(words, sizes), np.cumsum(sizes)[:-1])

    def _told(self, question: Question, units: Floats) -> Floats:
        kinds = np.full(len(units), len(KINDS))
        for mark in question.window.marked:
            kinds[mark.start : mark.end] = KINDS.index(mark.kind)
        told: Floats = units + self.kinds[kinds]
        thing = question.window.marked[question.thing]
        told[thing.start : thing.end] += self.asked
        return told

    def _weighed(self, question: Question, units: Floats) -> list[float]:
        thing, *places = _names(question)
        spans = np.split(units, np.cumsum([mark.end - mark.start for mark in (thing, *places)])[:-1])
        own, *others = (span.mean(axis=0) for span in spans)
        theirs = np.stack(others)
        features = (
            np.concatenate([np.broadcast_to(own, theirs.shape), theirs, own * theirs], axis=1) @ self.first[0] + self.first[1]
        )
        features += self.pairs[[THINGS.index(thing.kind) * len(KINDS) + KINDS.index(place.kind) for place in places]]
        features += self.distances[[distance(thing, place) for place in places]]
        scores: list[float] = (gelu(features) @ self.last[0] + np.float32(self.last[1])).tolist()
        return scores


def _names(question: Question) -> list[Marked]:
    """The thing that is asked for, and what may be its place."""
    return [question.window.marked[i] for i in (question.thing, *question.places)]


def _named(question: Question) -> Rows:
    """The numbers of their units, one name behind the other."""
    return np.concatenate([np.arange(mark.start, mark.end) for mark in _names(question)])


def distance(thing: Marked, place: Marked) -> int:
    """Order and distance of two names as a number below :data:`DISTANCES`."""
    behind = place.start >= thing.end
    apart = place.start - thing.end if behind else thing.start - place.end
    return sum(apart > step for step in _STEPS) + (len(_STEPS) + 1) * behind


def network_of(pretrained: Pretrained, encoder: Transformer, learned: Mapping[str, Floats]) -> Network:
    """The network of what was learned.

    Parameters
    ----------
    pretrained:
        Of the encoder's package.
    encoder:
        With the adapter that it was learned upon.
    learned:
        Of :func:`graph.reading.classifier.weights.load_weights`.

    Raises
    ------
    KeyError
        Where a weight is missing.
    ValueError
        Where one does not fit the encoder.
    """
    upper = tuple(_changed(layer, learned, f"l{number}") for number, layer in enumerate(encoder.layers) if number >= LOWER)
    return Network(
        pretrained,
        replace(encoder, layers=encoder.layers[:LOWER]),
        replace(encoder, layers=upper),
        learned["kinds"],
        learned["asked"],
        (learned["head.first.w"], learned["head.first.b"]),
        learned["head.pairs"],
        learned["head.distances"],
        (learned["head.last.w"], float(learned["head.last.b"][0])),
    )


def _changed(layer: Layer, learned: Mapping[str, Floats], at: str) -> Layer:
    """A layer with what was learned upon it."""

    def difference(name: str) -> Floats:
        return (learned[f"{at}.{name}.up"] @ learned[f"{at}.{name}.down"]).T

    def mapped(of: tuple[Floats, Floats], *names: str) -> tuple[Floats, Floats]:
        weights = of[0] + np.concatenate([difference(name) for name in names], axis=1)
        return weights, of[1] + np.concatenate([learned[f"{at}.{name}.b"] for name in names])

    def normal(of: tuple[Floats, Floats], name: str) -> tuple[Floats, Floats]:
        return of[0] + learned[f"{at}.{name}.w"], of[1] + learned[f"{at}.{name}.b"]

    return Layer(
        mapped(layer.own, "q", "k", "v"),
        mapped(layer.mixed, "ao"),
        mapped(layer.inner, "fi"),
        mapped(layer.outer, "fo"),
        normal(layer.first, "aln"),
        normal(layer.second, "oln"),
    )
