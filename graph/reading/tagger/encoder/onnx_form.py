"""A calculation written down in the form that onnxruntime reads (ONNX), as far as the encoder needs it.

The form is one of numbered fields (protocol buffers, https://onnx.ai/onnx/repo-docs/IR.html). The package ``onnx`` writes all of
it, for 35 MB more to install; what is needed here are nodes, constants and numbers as attributes.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Calculation"]

#: Versions of the form, of the operators, and of those that onnxruntime has beside them.
_FORM, _OPERATORS = 10, 21
_OWN, _OWN_OPERATORS = "com.microsoft", 1
_OF_ITS_OWN = frozenset({"DynamicQuantizeMatMul", "FastGelu", "MultiHeadAttention"})
#: What the form calls types of numbers, and types of attributes.
_TYPES = {"float32": 1, "int8": 3, "int64": 7}
_FLOAT, _INT = 1, 2
#: How a field's value is written: a number of as many bytes as it takes, four bytes, or a length with so many bytes behind it.
_NUMBER, _FOUR, _BYTES = 0, 5, 2


class Calculation:
    """What is reckoned of what, in order; names of values are given as they come."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []
        self._named = 0

    def constant(self, array: npt.NDArray[Any]) -> str:
        """The name of a constant.

        Parameters
        ----------
        array:
            Of ``float32``, ``int8`` or ``int64``.
        """
        (name,) = self._names(1)
        dimensions = [_field(1, size) for size in array.shape]
        kind, data = _field(2, _TYPES[array.dtype.name]), _field(9, np.ascontiguousarray(array).tobytes())
        self._constants.append(_field(5, b"".join([*dimensions, kind, _field(8, name), data])))
        return name

    def of(self, operator: str, *read: str, **attributes: float) -> str:
        """The name of what an operator makes of values.

        Parameters
        ----------
        operator:
            By its name in the form.
        read:
            Names of values, in the operator's order.
        attributes:
            Whole numbers and others, by their names.
        """
        (made,) = self.parts_of(operator, 1, *read, **attributes)
        return made

    def parts_of(self, operator: str, number: int, *read: str, **attributes: float) -> list[str]:
        """As :meth:`of`, where so many values are made."""
        made = self._names(number)
        fields = [*(_field(1, one) for one in read), *(_field(2, one) for one in made), _field(4, operator)]
        fields += [_field(5, _attribute(name, value)) for name, value in attributes.items()]
        if operator in _OF_ITS_OWN:
            fields.append(_field(7, _OWN))
        self._nodes.append(_field(1, b"".join(fields)))
        return made

    def written(self, given: Mapping[str, tuple[str, Sequence[int | str]]], made: str) -> bytes:
        """The whole in its form.

        Parameters
        ----------
        given:
            By their names what is put in: type of numbers, and shape, with a word where a size is left open.
        made:
            The name of what comes out, of ``float32``.
        """
        puts = [_field(11, _field(1, name) + _field(2, _value(*kind))) for name, kind in given.items()]
        comes = _field(12, _field(1, made) + _field(2, _value("float32", None)))
        graph = b"".join([*self._nodes, _field(2, "encoder"), *self._constants, *puts, comes])
        operators = _field(8, _field(1, "") + _field(2, _OPERATORS)) + _field(8, _field(1, _OWN) + _field(2, _OWN_OPERATORS))
        return _field(1, _FORM) + _field(7, graph) + operators

    def _names(self, number: int) -> list[str]:
        self._named += number
        return [str(self._named - number + at) for at in range(number)]


def _attribute(name: str, value: float) -> bytes:
    if isinstance(value, int):
        return _field(1, name) + _field(3, value) + _field(20, _INT)
    return _field(1, name) + _number(2 << 3 | _FOUR) + struct.pack("<f", value) + _field(20, _FLOAT)


def _value(kind: str, shape: Sequence[int | str] | None) -> bytes:
    tensor = _field(1, _TYPES[kind])
    if shape is not None:
        tensor += _field(2, b"".join(_field(1, _field(1 if isinstance(size, int) else 2, size)) for size in shape))
    return _field(1, tensor)


def _field(number: int, value: float | str | bytes) -> bytes:
    if isinstance(value, (str, bytes)):
        data = value.encode() if isinstance(value, str) else value
        return _number(number << 3 | _BYTES) + _number(len(data)) + data
    return _number(number << 3 | _NUMBER) + _number(int(value))


def _number(value: int) -> bytes:
    """Seven bits a byte, the lowest first; below zero in two's complement of 64 bits."""
    value &= (1 << 64) - 1
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)
