"""How probable a claim is that the model holds for so probable: Platt's scaling, type by type."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graph.reading.tagger.archives import Floats
from graph.reading.tagger.labels import TYPES

__all__ = ["Claim", "scaled", "scales_of"]

#: As if so many claims said that the model is right about itself.
_PRIOR = 8.0
_FEW = 30
_EDGE = 1e-4


class Claim(NamedTuple):
    """A span that a model claimed of a reply that it had not seen."""

    type: str
    probability: float
    right: bool


def scaled(probability: float, scale: Floats) -> float:
    """sigmoid(slope * logit(p) + shift) (Platt 1999), of one type's slope and shift."""
    bounded = min(max(probability, _EDGE), 1 - _EDGE)
    return float(1 / (1 + np.exp(-(scale[0] * np.log(bounded / (1 - bounded)) + scale[1]))))


def _logit(probability: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    bounded = np.clip(probability, _EDGE, 1 - _EDGE)
    return np.log(bounded / (1 - bounded))


def scales_of(claims: list[Claim]) -> Floats:
    """Slope and shift of each type, of shape (types, 2); a type with few claims has those of all together."""
    pooled = _fit(claims)
    rows = [_fit(own) if len(own := [c for c in claims if c.type == kind]) >= _FEW else pooled for kind in TYPES]
    return np.array(rows, dtype=np.float32)


def _fit(claims: list[Claim]) -> tuple[float, float]:
    """The likeliest slope and shift, drawn a little towards 1 and 0."""
    from scipy.optimize import minimize  # noqa: PLC0415 - only who trains needs it

    logits = _logit(np.array([c.probability for c in claims], dtype=np.float64))
    right = np.array([c.right for c in claims], dtype=np.float64)

    def loss(scale: npt.NDArray[np.float64]) -> float:
        margin = scale[0] * logits + scale[1]
        drawn = _PRIOR * ((scale[0] - 1) ** 2 + scale[1] ** 2) / 4
        return float(np.sum(np.logaddexp(0, margin) - right * margin) + drawn)

    slope, shift = minimize(loss, np.array([1.0, 0.0]), method="L-BFGS-B").x
    return float(slope), float(shift)
