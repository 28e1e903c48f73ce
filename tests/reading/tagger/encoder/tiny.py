"""A tiny encoder in the form of the package's file: two layers of 32 features, weights by chance."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from graph.reading.tagger.labels import LABELS

__all__ = ["LAYERS", "PIECES", "WIDTH", "head", "write"]

WIDTH, INNER, LAYERS, HEADS, PLACES = 32, 64, 2, 4, 420
#: Those that begin, fill, end and stand for what is unknown, then pieces of text.
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "甲", "乙", "园", "甲园", "乙园", "园甲", "甲园甲", "入", "驻", "入驻", ",")
SCORES = (0.0, 0.0, 0.0, 0.0, -2.0, -4.0, -4.5, -3.0, -6.0, -9.0, -5.0, -7.5, -5.0, -5.5, -6.0, -3.0)
NORMAL = {"，": ",", "\u3000": " ", "㍿": "株式会社"}


def write(path: Path, seed: int = 3) -> dict[str, np.ndarray]:
    """Write the file; what its arrays hold, the four-bit ones as they are read again."""
    chance = np.random.default_rng(seed)
    head = b"E5S1" + struct.pack("<I7ifi", 1, WIDTH, LAYERS, HEADS, INNER, len(PIECES), PLACES, 2, 1e-12, 32)
    text = [piece.encode() for piece in PIECES]
    ends = np.cumsum([0, *map(len, text)]).astype("<u4")
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(ends[-1])) + ends.tobytes()
    head += np.array(SCORES, "<f4").tobytes() + b"".join(text)
    normal = b"".join(struct.pack(f"<IB{len(to)}I", ord(char), len(to), *map(ord, to)) for char, to in NORMAL.items())
    head += struct.pack("<iI", len(NORMAL), len(normal)) + normal
    arrays = dict(_arrays(chance))
    names = {name: name.encode() for name in arrays}
    size = len(head) + 4 + sum(2 + len(name) + 1 + 4 + 16 for name in names.values())
    directory, data = struct.pack("<i", len(arrays)), b""
    held = {}
    for name, array in arrays.items():
        part, held[name] = _packed(array) if array.ndim > 1 and name not in ("emb.pos", "emb.type") else _plain(array)
        entry = (0, array.size, size + len(data), len(part))
        directory += struct.pack("<H", len(names[name])) + names[name] + struct.pack("<BIQQ", *entry)
        data += part
    path.write_bytes(head + directory + data)
    return held


def _arrays(chance: np.random.Generator) -> Iterator[tuple[str, np.ndarray]]:
    def some(*shape: int) -> np.ndarray:
        return chance.normal(0, 0.2, shape).astype(np.float32)

    yield "emb.word", some(len(PIECES), WIDTH)
    yield "emb.pos", some(PLACES, WIDTH)
    yield "emb.type", some(2, WIDTH)
    yield "emb.ln.w", 1 + some(WIDTH)
    yield "emb.ln.b", some(WIDTH)
    for number in range(LAYERS):
        for name, to, of in (
            *((name, WIDTH, WIDTH) for name in ("q", "k", "v", "ao")),
            ("fi", INNER, WIDTH),
            ("fo", WIDTH, INNER),
        ):
            yield f"l{number}.{name}.w", some(to, of)
            yield f"l{number}.{name}.b", some(to)
        for name in ("aln", "oln"):
            yield f"l{number}.{name}.w", 1 + some(WIDTH)
            yield f"l{number}.{name}.b", some(WIDTH)


def head() -> dict[str, np.ndarray]:
    """What is learned for the head, by chance: eight features."""
    shapes = {"first": (2 * WIDTH, 8), "around": (40, 8), "last": (8, len(LABELS))}
    chance = np.random.default_rng(1)
    return {
        f"head.{name}.{kind}": chance.normal(0, 0.3, shape if kind == "w" else shape[1:]).astype(np.float32)
        for name, shape in shapes.items()
        for kind in "wb"
    }


def _plain(array: np.ndarray) -> tuple[bytes, np.ndarray]:
    return array.astype("<f4").tobytes(), array


def _packed(array: np.ndarray) -> tuple[bytes, np.ndarray]:
    """Blocks of 32 weights: a scale and numbers of four bits."""
    blocks = array.reshape(-1, 32)
    scale = (np.abs(blocks).max(axis=1) / 7).astype("<f2")
    numbers = np.clip(np.rint(blocks / scale[:, None].astype(np.float32)) + 8, 0, 15).astype(np.uint8)
    packed = numbers[:, :16] | numbers[:, 16:] << 4
    data = b"".join(one.tobytes() + row.tobytes() for one, row in zip(scale, packed, strict=True))
    return data, ((numbers.astype(np.float32) - 8) * scale[:, None].astype(np.float32)).reshape(array.shape)
