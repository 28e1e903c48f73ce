"""The encoder's transformer (Devlin et al. 2019), forward only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.reading.tagger.archives import Floats

__all__ = ["Layer", "Transformer", "gelu"]

_SLOPE = np.float32((2 / np.pi) ** 0.5)
_CUBE = np.float32(0.044715)


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
        units = self._normal(words + self.places[places], self.below)
        for layer in self.layers:
            units = self._normal(units + _mapped(self._attended(_mapped(units, layer.own), sizes), layer.mixed), layer.first)
            units = self._normal(units + _mapped(gelu(_mapped(units, layer.inner)), layer.outer), layer.second)
        return units

    def _normal(self, units: Floats, by: tuple[Floats, Floats]) -> Floats:
        """Each unit with mean 0 and variance 1 (Ba, Kiros and Hinton 2016), scaled and shifted."""
        units = units - units.mean(axis=1, keepdims=True)
        spread = np.sqrt((units * units).mean(axis=1, keepdims=True) + np.float32(self.epsilon))
        normal: Floats = units / spread * by[0] + by[1]
        return normal

    def _attended(self, own: Floats, sizes: Sequence[int]) -> Floats:
        """Scaled dot-product attention (Vaswani et al. 2017) of each window's units to one another."""
        width = own.shape[1] // 3
        out = np.empty((len(own), width), dtype=np.float32)
        at = 0
        for size in sizes:
            window = own[at : at + size].reshape(size, 3, self.heads, width // self.heads)
            query, key, value = window.transpose(1, 2, 0, 3)
            weights = query @ key.transpose(0, 2, 1) * np.float32((width // self.heads) ** -0.5)
            weights = np.exp(weights - weights.max(axis=2, keepdims=True))
            weights /= weights.sum(axis=2, keepdims=True)
            out[at : at + size] = (weights @ value).transpose(1, 0, 2).reshape(size, width)
            at += size
        return out


def gelu(features: Floats) -> Floats:
    """Gaussian error linear unit, by its approximation with a hyperbolic tangent (Hendrycks and Gimpel 2016)."""
    bent: Floats = np.tanh(_SLOPE * (features + _CUBE * features * features * features))
    bent += 1
    bent *= features
    bent *= np.float32(0.5)
    return bent


def _mapped(units: Floats, by: tuple[Floats, Floats]) -> Floats:
    mapped: Floats = units @ by[0] + by[1]
    return mapped
