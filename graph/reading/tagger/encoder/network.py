"""The encoder's transformer (Devlin et al. 2019), forward only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from graph.reading.tagger.archives import Floats

__all__ = ["Layer", "Rows", "Transformer", "gelu"]

#: Numbers of units.
Rows = npt.NDArray[np.int64]

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
            units = self._behind(layer, self._attended(_mapped(units, layer.own), sizes), units)
        return units

    def of_some(self, units: Floats, sizes: Sequence[int], wanted: Sequence[Rows]) -> Floats:
        """As :meth:`through`, of some of each window's units: the last layer reads all of them and tells of no other.

        Parameters
        ----------
        units, sizes:
            As for :meth:`through`.
        wanted:
            For each window the numbers of its units, in the order in which they are told.
        """
        *below, last = self.layers
        units = replace(self, layers=tuple(below)).through(units, sizes)
        width = units.shape[1]
        queried = [rows + first for rows, first in zip(wanted, np.cumsum([0, *sizes[:-1]]), strict=True)]
        asking = units[np.concatenate(queried)]
        query = _mapped(asking, (last.own[0][:, :width], last.own[1][:width]))
        known = _mapped(units, (last.own[0][:, width:], last.own[1][width:]))
        out = np.empty_like(query)
        at = begin = 0
        for size, rows in zip(sizes, wanted, strict=True):
            key, value = self._by_heads(known[at : at + size], 2)
            (own,) = self._by_heads(query[begin : begin + len(rows)], 1)
            out[begin : begin + len(rows)] = self._mixed(own, key, value)
            at, begin = at + size, begin + len(rows)
        return self._behind(last, out, asking)

    def _behind(self, layer: Layer, attended: Floats, units: Floats) -> Floats:
        """What a layer makes of units and of what they attended to."""
        mixed = _mapped(attended, layer.mixed)
        mixed += units
        units = _normal(mixed, layer.first, self.epsilon)
        bent = _mapped(gelu(_mapped(units, layer.inner)), layer.outer)
        bent += units
        return _normal(bent, layer.second, self.epsilon)

    def _attended(self, own: Floats, sizes: Sequence[int]) -> Floats:
        """Scaled dot-product attention (Vaswani et al. 2017) of each window's units to one another."""
        width = own.shape[1] // 3
        out = np.empty((len(own), width), dtype=np.float32)
        at = 0
        for size in sizes:
            out[at : at + size] = self._mixed(*self._by_heads(own[at : at + size], 3))
            at += size
        return out

    def _by_heads(self, mapped: Floats, parts: int) -> Floats:
        """Of queries, keys or values one above the other each head's own, of shape (parts, heads, units, width of a head)."""
        return mapped.reshape(len(mapped), parts, self.heads, -1).transpose(1, 2, 0, 3)

    @staticmethod
    def _mixed(query: Floats, key: Floats, value: Floats) -> Floats:
        """What each that asks takes from a window's values, of shape (units that ask, width)."""
        query = query * np.float32(query.shape[2] ** -0.5)
        weights: Floats = query @ key.transpose(0, 2, 1)
        weights -= weights.max(axis=2, keepdims=True)
        np.exp(weights, out=weights)
        attended: Floats = weights @ value
        attended /= weights @ np.ones((key.shape[1], 1), dtype=np.float32)
        return attended.transpose(1, 0, 2).reshape(query.shape[1], -1)


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
