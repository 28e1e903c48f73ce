"""What was learned upon the pretrained encoder: differences of low rank, and the head that tells labels from units.

Each map of the transformer has a difference ``up @ down`` of rank 32 added (LoRA, Hu et al. 2022), and so have what is added
behind the maps and the normalisations, weight by weight. The head sees each character's unit and what the character speaks for
by itself, and the two characters on either side. The file holds differences and head alone, none of the package's own weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from graph.reading.tagger.archives import Floats, broken, read_archive, write_archive
from graph.reading.tagger.encoder.network import Layer, Transformer, gelu
from graph.reading.tagger.encoder.pretrained import Pretrained

__all__ = ["ADAPTER", "COMMAND", "Head", "adapted", "load_adapter", "save_adapter"]

ADAPTER = Path(__file__).parents[4] / "data" / "encoder" / "adapter.npz"
#: What learns the file again.
COMMAND = "python -m graph train --encoder"
#: Characters that the head looks at on either side.
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Head:
    """From a character's unit and itself to its labels.

    Attributes
    ----------
    first:
        Of a unit and a character to features, of shape (2 * width, features), with what is added.
    around:
        Of the features of five characters in a row to the middle one's, of shape (5 * features, features), with what is added.
    last:
        Of features to labels, of shape (features, labels), with what is added.
    """

    first: tuple[Floats, Floats]
    around: tuple[Floats, Floats]
    last: tuple[Floats, Floats]

    def scores(self, units: Floats, characters: Floats, sizes: list[int]) -> Floats:
        """What speaks for each label of each character, of shape (characters, labels).

        Parameters
        ----------
        units:
            Of each character the unit of the piece that holds it, of shape (characters, width).
        characters:
            What each character speaks for by itself, of the same shape.
        sizes:
            How many characters each window has; none looks beyond its own.
        """
        features = gelu(np.concatenate([units, characters], axis=1) @ self.first[0] + self.first[1])
        rows = []
        at = 0
        for size in sizes:
            window = np.pad(features[at : at + size], ((_BESIDE, _BESIDE), (0, 0)))
            rows.append(np.concatenate([window[by : by + size] for by in range(2 * _BESIDE + 1)], axis=1))
            at += size
        features = features + gelu(np.concatenate(rows) @ self.around[0] + self.around[1])
        scores: Floats = features @ self.last[0] + self.last[1]
        return scores


def adapted(pretrained: Pretrained, learned: Mapping[str, Floats]) -> tuple[Transformer, Head]:
    """The transformer with what was learned upon it, and the head.

    Parameters
    ----------
    pretrained:
        Of the package.
    learned:
        Of :func:`load_adapter`; what has no difference there stays as it is.
    """
    width, inner = pretrained.width, pretrained.inner

    def vector(name: str) -> Floats:
        return pretrained.tensors[name] + learned[name] if name in learned else pretrained.tensors[name]

    def mapped(name: str, to: int, of: int) -> tuple[Floats, Floats]:
        weights = pretrained.tensors[f"{name}.w"].reshape(to, of)
        if f"{name}.up" in learned:
            weights = weights + learned[f"{name}.up"] @ learned[f"{name}.down"]
        return np.ascontiguousarray(weights.T), vector(f"{name}.b")

    def layer(at: str) -> Layer:
        own = [mapped(f"{at}.{one}", width, width) for one in "qkv"]
        return Layer(
            (np.concatenate([weights for weights, _ in own], axis=1), np.concatenate([added for _, added in own])),
            mapped(f"{at}.ao", width, width),
            mapped(f"{at}.fi", inner, width),
            mapped(f"{at}.fo", width, inner),
            (vector(f"{at}.aln.w"), vector(f"{at}.aln.b")),
            (vector(f"{at}.oln.w"), vector(f"{at}.oln.b")),
        )

    layers = tuple(layer(f"l{number}") for number in range(pretrained.layers))
    places = pretrained.tensors["emb.pos"] + pretrained.tensors["emb.type"][:width]
    below = vector("emb.ln.w"), vector("emb.ln.b")
    head = Head(*((learned[f"head.{name}.w"], learned[f"head.{name}.b"]) for name in ("first", "around", "last")))
    return Transformer(pretrained.heads, pretrained.epsilon, places, below, layers), head


def save_adapter(learned: Mapping[str, Floats], scales: Floats, path: Path = ADAPTER) -> int:
    """Write what was learned, in half precision; the number of weights.

    Parameters
    ----------
    learned:
        Arrays by their names.
    scales:
        Of shape (types, 2): how the probability of a span that both models see is to be taken (:mod:`graph.reading.tagger.scaling`).
    path:
        Of the file, which is replaced.
    """
    halves = {name: learned[name].astype(np.float16) for name in sorted(learned)}
    write_archive(path, {"scales": scales.astype(np.float32), **halves})
    load_adapter.cache_clear()
    return sum(array.size for array in halves.values())


@cache
def load_adapter(path: Path = ADAPTER) -> tuple[Mapping[str, Floats], Floats]:
    """What was learned, by name, and the scales; read once in a process.

    Raises
    ------
    BuildError
        Where the file is missing, is no archive of weights, or was learned for other labels.
    """
    arrays = read_archive(path, COMMAND)
    if "scales" not in arrays:
        raise broken(path, "it has no scales", COMMAND)
    scales = arrays.pop("scales").astype(np.float32)
    return {name: array.astype(np.float32) for name, array in arrays.items()}, scales
