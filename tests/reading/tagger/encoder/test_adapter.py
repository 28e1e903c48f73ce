"""What was learned, written and read again, and the encoder made of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.errors import BuildError
from graph.reading.tagger.encoder import Encoder
from graph.reading.tagger.encoder.adapter import ADAPTER, adapted, load_adapter, save_adapter
from graph.reading.tagger.encoder.pretrained import load_pretrained
from graph.reading.tagger.encoder.windows import windows_of
from graph.reading.tagger.labels import LABELS, TYPES
from tests.reading.tagger.encoder import tiny

SCALES = np.arange(2 * len(TYPES), dtype=np.float32).reshape(-1, 2)


def _learned() -> dict[str, np.ndarray]:
    chance = np.random.default_rng(1)
    shapes = {"first": (2 * tiny.WIDTH, 8), "around": (40, 8), "last": (8, len(LABELS))}
    return {
        f"head.{name}.{kind}": chance.normal(0, 0.3, shape if kind == "w" else shape[1:]).astype(np.float32)
        for name, shape in shapes.items()
        for kind in "wb"
    }


def test_what_is_written_is_read_in_half_precision_and_the_same_bytes_come_of_the_same_weights(tmp_path: Path) -> None:
    learned = _learned()
    files = [tmp_path / "one.npz", tmp_path / "two.npz"]
    assert {save_adapter(learned, SCALES, file) for file in files} == {sum(array.size for array in learned.values())}
    assert files[0].read_bytes() == files[1].read_bytes()
    read, scales = load_adapter(files[0])
    assert scales.tolist() == SCALES.tolist()
    assert set(read) == set(learned)
    for name, array in read.items():
        assert array == pytest.approx(learned[name], rel=1e-3, abs=1e-4)


def test_what_was_learned_for_other_labels_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    np.savez_compressed(path, scales=SCALES, labels=np.array(["O", "B-Ship"]))
    with pytest.raises(BuildError, match=r"other\.npz: .*other labels; .*graph train --encoder"):
        load_adapter(path)


@pytest.mark.parametrize("content", [None, b"", b"no archive at all", b"PK\x03\x04 cut off"])
def test_a_missing_or_broken_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "weights.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BuildError, match=r"weights\.npz: .*cannot be read.*; .*graph train --encoder"):
        load_adapter(path)


def test_probabilities_of_labels_sum_to_one_and_do_not_depend_on_other_windows(tmp_path: Path) -> None:
    tiny.write(tmp_path / "tiny.bin")
    pretrained = load_pretrained(tmp_path / "tiny.bin")
    encoder = Encoder(pretrained, *adapted(pretrained, _learned()), SCALES)
    text = "甲园入驻乙园，丙。" * 30
    sequences = [(at, at + 9) for at in range(0, len(text), 9)]
    labels = encoder.labels(text, sequences[:23] + sequences[24:])
    assert labels.shape == (9 * 29, len(LABELS))
    assert np.exp(labels).sum(axis=1) == pytest.approx(np.ones(len(labels)), abs=1e-5)
    assert encoder.labels(text, sequences[:22]) == pytest.approx(labels[:198], abs=1e-4)
    assert encoder.labels(text, []).shape == (0, len(LABELS))


def test_windows_hold_each_character_once_and_cut_no_sequence(tmp_path: Path) -> None:
    tiny.write(tmp_path / "tiny.bin")
    pretrained = load_pretrained(tmp_path / "tiny.bin")
    text = "甲园入驻乙园，丙。" * 60
    sequences = [(0, 9), (9, 180), (180, 198), (200, 500), (500, 510)]
    windows = list(windows_of(text, sequences, pretrained))
    assert [len(window.characters) for window in windows] == [198, 300, 10]
    for window in windows:
        assert len(window.holders) == len(window.characters)
        assert (window.pieces[0], window.pieces[-1]) == (pretrained.first, pretrained.last)
        assert sorted(set(window.holders)) == list(range(1, len(window.pieces) - 1))


def test_what_the_repository_holds_fits_the_labels() -> None:
    learned, scales = load_adapter(ADAPTER)
    assert scales.shape == (len(TYPES), 2)
    assert learned["head.last.w"].shape[1] == len(LABELS)
