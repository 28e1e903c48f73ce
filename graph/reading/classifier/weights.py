"""What the classifier learned: how its layers differ from the encoder's, what it is told of a name, and its head.

The file holds differences of low rank (LoRA, Hu et al. 2022) to the maps of the encoder's upper layers, differences to what is
added behind them and to the normalisations, and the weights that are the classifier's own. They were learned upon the encoder
with what the tagger's labels added to it (:mod:`graph.reading.tagger.encoder.adapter`), and mean nothing upon another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from graph.errors import BuildError
from graph.reading.tagger.archives import Floats, broken, read_archive, write_archive

__all__ = ["COMMAND", "PLACES", "load_weights", "save_weights"]

PLACES = Path(__file__).parents[3] / "data" / "encoder" / "places.npz"
#: What learns the file again.
COMMAND = "python -m graph train --places"
_UPON, _SCALE = "upon", "scale"


def save_weights(learned: Mapping[str, Floats], scale: tuple[float, float], upon: str, path: Path = PLACES) -> int:
    """Write what was learned, in half precision; the number of weights.

    Parameters
    ----------
    learned:
        Arrays by their names.
    scale:
        Slope and shift of the log-odds (Platt 1999), by which a score becomes a probability.
    upon:
        The version of the encoder's adapter.
    path:
        Of the file, which is replaced.
    """
    halves = {name: learned[name].astype(np.float16) for name in sorted(learned)}
    write_archive(path, {_UPON: np.array(upon), _SCALE: np.array(scale, dtype=np.float32), **halves})
    load_weights.cache_clear()
    return sum(array.size for array in halves.values())


@cache
def load_weights(upon: str, path: Path = PLACES) -> tuple[Mapping[str, Floats], tuple[float, float]]:
    """What was learned, by name, and the scale; read once in a process.

    Parameters
    ----------
    upon:
        The version of the encoder's adapter that it is to be laid upon.
    path:
        Of the file.

    Raises
    ------
    BuildError
        Where the file is missing, is no archive of weights, or was learned upon another adapter.
    """
    arrays = read_archive(path, COMMAND)
    if _UPON not in arrays or _SCALE not in arrays:
        raise broken(path, "it has no scale or does not say what it was learned upon", COMMAND)
    learned_upon, scale = str(arrays.pop(_UPON)), arrays.pop(_SCALE).astype(np.float32)
    if learned_upon != upon:
        raise BuildError(
            str(path),
            f"it was learned upon the adapter {learned_upon}, and data/encoder/adapter.npz is {upon}",
            f"restore both from the repository, or learn it again: {COMMAND}",
        )
    return {name: array.astype(np.float32) for name, array in arrays.items()}, (float(scale[0]), float(scale[1]))
