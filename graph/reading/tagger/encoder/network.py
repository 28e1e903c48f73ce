"""The encoder's transformer (Devlin et al. 2019), forward only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.reading.tagger.archives import Floats

__all__ = ["Layer", "Transformer", "gelu"]

_SLOPE = np.float32((2 / np.pi) ** 0.5)
_CUBE = np.float32(0.044715)
#: Of features that are bent at once, so that they stay near the processor.
_ROWS = 64


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer's weights.

    Attributes
    ----------
    own:
        Of queries, keys and values one above the other, of shape (width, 3 * width), with what is added, of shape (3 * width,).
    mixed, inner, outer:
        Of what comes of attention, and of the two maps behind it, each with what is added; shapes (from, to) and (to,).
    first, second:
        Scale and shift of the normalisation behind attention, and behind the maps.
    """

    own: tuple[Floats, Floats]
    mixed: tuple[Floats, Floats]
    inner: tuple[Floats, Floats]
    outer: tuple[Floats, Floats]
    first: tuple[Floats, Floats]
    second: tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Transformer:
    """Layers one above the other.

    Attributes
    ----------
    heads:
        Of a layer's attention.
    epsilon:
        Added to the variance by which a unit is normalised.
    places:
        What a unit's place speaks for, of shape (places, width).
    below:
        Scale and shift of the normalisation below the first layer.
    layers:
        From the first to the last.
    """

    heads: int
    epsilon: float
    places: Floats
    below: tuple[Floats, Floats]
    layers: tuple[Layer, ...]

    def units(self, words: Floats, sizes: Sequence[int]) -> Floats:
        """What the last layer knows of each unit, of shape (units, width).

        Parameters
        ----------
        words:
            What the units speak for by themselves, those of several windows one behind the other, of shape (units, width).
        sizes:
            How many units each window has; none looks beyond its own.
        """
        places = np.concatenate([np.arange(size) for size in sizes])
        return self.through(_normal(words + self.places[places], self.below, self.epsilon), sizes)

    def through(self, units: Floats, sizes: Sequence[int]) -> Floats:
        """What the layers make of units that are there already, of the same shape.

        Parameters
        ----------
        units:
            Of other layers, of shape (units, width), those of several windows one behind the other.
        sizes:
            As for :meth:`units`.
        """
        for layer in self.layers:
            attended = _mapped(self._attended(_mapped(units, layer.own), sizes), layer.mixed)
            attended += units
            units = _normal(attended, layer.first, self.epsilon)
            bent = _mapped(gelu(_mapped(units, layer.inner)), layer.outer)
            bent += units
            units = _normal(bent, layer.second, self.epsilon)
        return units

    def _attended(self, own: Floats, sizes: Sequence[int]) -> Floats:
        """Scaled dot-product attention (Vaswani et al. 2017) of each window's units to one another."""
        width = own.shape[1] // 3
        out = np.empty((len(own), width), dtype=np.float32)
        at = 0
        for size in sizes:
            window = own[at : at + size].reshape(size, 3, self.heads, width // self.heads)
            query, key, value = window.transpose(1, 2, 0, 3)
            weights = (query * np.float32((width // self.heads) ** -0.5)) @ key.transpose(0, 2, 1)
            weights -= weights.max(axis=2, keepdims=True)
            np.exp(weights, out=weights)
            attended = weights @ value
            attended /= weights @ np.ones((size, 1), dtype=np.float32)
            out[at : at + size] = attended.transpose(1, 0, 2).reshape(size, width)
            at += size
        return out


def gelu(features: Floats) -> Floats:
    """Gaussian error linear unit, by its approximation with a hyperbolic tangent (Hendrycks and Gimpel 2016), in place."""
    bent: Floats = np.empty_like(features[:_ROWS])
    for at in range(0, len(features), _ROWS):
        some = features[at : at + _ROWS]
        bent = bent[: len(some)]
        np.multiply(some, some, out=bent)
        bent *= _CUBE * _SLOPE
        bent += _SLOPE
        bent *= some
        np.tanh(bent, out=bent)
        bent += 1
        some *= np.float32(0.5)
        some *= bent
    return features


def _mapped(units: Floats, by: tuple[Floats, Floats]) -> Floats:
    mapped: Floats = units @ by[0]
    mapped += by[1]
    return mapped


def _normal(units: Floats, by: tuple[Floats, Floats], epsilon: float) -> Floats:
    """Each unit with mean 0 and variance 1 (Ba, Kiros and Hinton 2016), scaled and shifted, in place."""
    units -= units.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", units, units)[:, None] / np.float32(units.shape[1])
    units *= np.float32(1) / np.sqrt(variance + np.float32(epsilon))
    units *= by[0]
    units += by[1]
    return units
