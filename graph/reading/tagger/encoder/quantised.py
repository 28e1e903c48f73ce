"""The transformer in whole numbers of eight bits, by onnxruntime: half the time, and some other names.

Weights are rounded once, to 255 steps for each feature that a map makes; what goes into a map is rounded as it comes, to 256
steps for each window. A few units (of stops and blanks, mostly) have features ten times as large as all others' in front of the
two maps behind attention: there each unit is measured by its own largest feature, so that the others keep their steps. Products
of whole numbers are the same on every processor and in any number of threads.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from loky import cpu_count

from graph.errors import UsageError
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.encoder.network import Layer, Rows, Transformer
from graph.reading.tagger.encoder.onnx_form import Calculation

__all__ = ["Quantised", "quickened"]

#: Layers in one calculation: so many has the classifier in common with the labels.
_TOGETHER = 6
#: Of a map's weights two neighbours together: processors without a command for it multiply 255 by each and add the two in 16 bits.
_LARGEST_PAIR = 127
_LEAST = np.float32(1e-6)
#: What says in this project how many threads arithmetic has (:mod:`graph.reading.parallel`, the Makefile).
_THREADS = "OPENBLAS_NUM_THREADS"


def quickened(transformer: Transformer) -> Quantised:
    """The transformer in whole numbers.

    Raises
    ------
    UsageError
        Where onnxruntime is not installed.
    """
    try:
        import onnxruntime  # noqa: PLC0415 - a third of a second, for nothing where it is not asked for
    except ImportError as fault:  # not installed, or not for this machine
        raise UsageError("encoder", "onnxruntime is not installed", "make install-quick, or leave GRAPH_QUICK out") from fault
    onnxruntime.disable_telemetry_events()
    return Quantised(transformer.heads, transformer.epsilon, transformer.places, transformer.below, transformer.layers)


@dataclass(frozen=True, slots=True, eq=False)
class Quantised(Transformer):
    """A transformer whose layers are reckoned by onnxruntime; a window that is read beside others is read as it is alone."""

    def through(self, units: Floats, sizes: Sequence[int]) -> Floats:
        """As :meth:`Transformer.through`, but for what is rounded."""
        layers = [self.layers[at : at + _TOGETHER] for at in range(0, len(self.layers), _TOGETHER)]
        calculations = [_calculation(some, self.heads, self.epsilon, of_some=False) for some in layers]
        read = []
        for some in np.split(units, np.cumsum(sizes)[:-1]):
            window = some[None]
            for calculation in calculations:
                (window,) = calculation.run(None, {"units": window})
            read.append(window[0])
        return np.concatenate(read)

    def of_some(self, units: Floats, sizes: Sequence[int], wanted: Sequence[Rows]) -> Floats:
        """As :meth:`Transformer.of_some`, but for what is rounded."""
        calculation = _calculation(self.layers, self.heads, self.epsilon, of_some=True)
        windows = zip(np.split(units, np.cumsum(sizes)[:-1]), wanted, strict=True)
        return np.concatenate([calculation.run(None, {"units": some[None], "wanted": rows})[0][0] for some, rows in windows])


class _Reckoning(Protocol):
    """Of onnxruntime."""

    def run(self, made: None, given: dict[str, npt.NDArray[Any]]) -> list[Floats]:
        """What comes out, of what is put in by name."""
        ...


@cache
def _calculation(layers: tuple[Layer, ...], heads: int, epsilon: float, *, of_some: bool) -> _Reckoning:
    """What onnxruntime reckons of one window's units, of shape (1, units, width); the last layer of some of them, where asked so."""
    import onnxruntime  # noqa: PLC0415 - see above

    width = len(layers[0].first[0])
    calculation = Calculation()
    units = "units"
    for number, layer in enumerate(layers):
        asking = calculation.of("Gather", units, "wanted", axis=1) if of_some and number == len(layers) - 1 else units
        units = _Layer(calculation, heads, epsilon).of(layer, units, asking)
    given: dict[str, tuple[str, Sequence[int | str]]] = {"units": ("float32", (1, "of a window", width))}
    if of_some:
        given["wanted"] = ("int64", ("of some",))
    options = onnxruntime.SessionOptions()
    threads = os.environ.get(_THREADS, "")
    options.intra_op_num_threads = int(threads) if threads.isdigit() else cpu_count(only_physical_cores=True)
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Further steps would join sum and normalisation to one that takes four times as long.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    # It would keep a plan for each length of a window.
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    form = calculation.written(given, units)
    reckoning: _Reckoning = onnxruntime.InferenceSession(form, options, providers=["CPUExecutionProvider"])
    return reckoning


class _Layer:
    """Writes down what a layer makes of units."""

    def __init__(self, calculation: Calculation, heads: int, epsilon: float) -> None:
        self._in, self._heads, self._epsilon = calculation, heads, epsilon

    def of(self, layer: Layer, units: str, asking: str) -> str:
        """Of the units that ask, which may be all."""
        width = len(layer.first[0])
        own, added = layer.own
        if asking == units:
            parts = self._in.parts_of("Split", 3, self._mapped(units, own, added), axis=2, num_outputs=3)
        else:
            known = self._mapped(units, own[:, width:], added[width:])
            query = self._mapped(asking, own[:, :width], added[:width])
            parts = [query, *self._in.parts_of("Split", 2, known, axis=2, num_outputs=2)]
        attended = self._in.of("MultiHeadAttention", *parts, num_heads=self._heads)
        units = self._normal(self._in.of("Add", self._mapped(attended, *layer.mixed), asking), layer.first)
        bent = self._in.of("FastGelu", self._mapped_by_unit(units, layer.inner[0]), self._in.constant(layer.inner[1]))
        outer = self._in.of("Add", self._mapped_by_unit(bent, layer.outer[0]), self._in.constant(layer.outer[1]))
        return self._normal(self._in.of("Add", outer, units), layer.second)

    def _mapped(self, units: str, weights: Floats, added: Floats) -> str:
        return self._in.of("DynamicQuantizeMatMul", units, *self._rounded(weights), self._in.constant(added))

    def _mapped_by_unit(self, units: str, weights: Floats) -> str:
        """With nothing added, and each unit measured by its own largest feature."""
        last = self._in.constant(np.array([-1]))
        largest = self._in.of("ReduceMax", self._in.of("Abs", units), last, keepdims=1)
        by = self._in.of("Max", largest, self._in.constant(np.array(_LEAST)))
        mapped = self._in.of("DynamicQuantizeMatMul", self._in.of("Div", units, by), *self._rounded(weights))
        return self._in.of("Mul", mapped, by)

    def _rounded(self, weights: Floats) -> list[str]:
        """Whole numbers, what one is worth in each column, and what stands for nothing."""
        numbers, worth = rounded(weights)
        return [self._in.constant(one) for one in (numbers, worth, np.zeros(len(worth), dtype=np.int8))]

    def _normal(self, units: str, by: tuple[Floats, Floats]) -> str:
        return self._in.of("LayerNormalization", units, *map(self._in.constant, by), axis=-1, epsilon=float(self._epsilon))


def rounded(weights: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """Weights as whole numbers, no two neighbours of a column together above 128, and what one is worth in each column.

    Parameters
    ----------
    weights:
        Of shape (from, to).
    """
    sizes = np.abs(weights)
    pairs = sizes[::2].copy()
    pairs[: len(sizes) // 2] += sizes[1::2]
    worth: Floats = np.maximum(pairs.max(axis=0) / _LARGEST_PAIR, _LEAST * _LEAST).astype(np.float32)
    return np.rint(weights / worth).astype(np.int8), worth
