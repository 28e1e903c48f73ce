"""The weights on disk: the same bytes for the same weights, and clear words for a file that is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.errors import BuildError
from graph.reading.tagger.labels import LABELS, TYPES
from graph.reading.tagger.model import MODEL, load_model, save_model

SCALES = np.tile(np.array([1, 0], dtype=np.float32), (len(TYPES), 1))


def test_weights_come_back_as_they_were_written_and_make_the_same_bytes(tmp_path: Path) -> None:
    emissions = {(7, 0): 0.5, (7, 3): -1.25, (200_000, 24): 2.0}
    transitions = np.arange(len(LABELS) ** 2, dtype=np.float32).reshape(len(LABELS), len(LABELS))
    for name in ("one.npz", "two.npz"):
        assert save_model(dict(reversed(emissions.items())), transitions, SCALES, tmp_path / name) == 3
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    model = load_model(tmp_path / "one.npz")
    assert {cell: float(model.emissions[cell]) for cell in emissions} == emissions
    assert np.count_nonzero(model.emissions) == 3
    assert np.array_equal(model.transitions, transitions)


def test_what_was_learned_is_in_the_repository_and_small() -> None:
    assert load_model().emissions.any()
    assert MODEL.stat().st_size < 1_000_000


@pytest.mark.parametrize("damage", ["missing", "empty", "no archive", "cut off", "other labels"])
def test_a_file_that_is_no_model_is_named_with_the_remedy(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "weights.npz"
    if damage == "empty":
        file.write_bytes(b"")
    elif damage == "no archive":
        file.write_text("weights", encoding="utf-8")
    elif damage == "cut off":
        file.write_bytes(MODEL.read_bytes()[:5000])
    elif damage == "other labels":
        with np.load(MODEL) as archive:
            parts = dict(archive)
        np.savez_compressed(file, **(parts | {"labels": np.array(["O", "B-Thing"])}))
    with pytest.raises(BuildError, match="train") as raised:
        load_model(file)
    assert str(file) in str(raised.value)
