"""A second opinion on who is where and what is tried where: a relation classifier upon the encoder.

It reads a sentence with the words before it, knows the names and their types in it, and says of a firm, a park or a service how
probable each place there is its own, the replying place among them. It sees no rule; it is asked where the rules say nothing or
are not sure (:mod:`graph.reading.classifier.deciding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from graph.reading.classifier.network import Network, network_of
from graph.reading.classifier.weights import COMMAND, PLACES, load_weights
from graph.reading.classifier.windows import Question
from graph.reading.tagger.archives import broken
from graph.reading.tagger.encoder import Encoder

__all__ = ["Classifier", "load_classifier"]


@dataclass(frozen=True, slots=True)
class Classifier:
    """The network, and how its scores are to be taken.

    Attributes
    ----------
    network:
        With what was learned.
    scale:
        Slope and shift of the log-odds (Platt 1999).
    """

    network: Network
    scale: tuple[float, float]

    def probabilities(self, questions: Sequence[Question]) -> list[list[float]]:
        """For each question how probable each of its places is the thing's own.

        Parameters
        ----------
        questions:
            Those of one window one behind the other.
        """
        slope, shift = self.scale
        return [[1 / (1 + exp(-slope * score - shift)) for score in scores] for scores in self.network.scores(questions)]


@cache
def load_classifier(encoder: Encoder) -> Classifier:
    """The classifier upon an encoder, read once in a process.

    Parameters
    ----------
    encoder:
        Of :func:`graph.reading.tagger.encoder.load_encoder`.

    Raises
    ------
    BuildError
        Where what was learned cannot be read, or was learned upon another encoder.
    """
    learned, scale = load_weights(encoder.version)
    try:
        return Classifier(network_of(encoder.pretrained, encoder.transformer, learned), scale)
    except (KeyError, ValueError, IndexError) as fault:
        raise broken(PLACES, f"it does not fit the encoder: {fault}", COMMAND) from fault
