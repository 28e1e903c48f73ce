"""What was learned, written and read again, and the encoder made of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.errors import BuildError
from graph.reading.tagger import encoder
from graph.reading.tagger.encoder import Encoder
from graph.reading.tagger.encoder.adapter import ADAPTER, adapted, load_adapter, save_adapter
from graph.reading.tagger.encoder.pretrained import load_pretrained
from graph.reading.tagger.encoder.windows import windows_of
from graph.reading.tagger.labels import LABELS, TYPES
from tests.reading.tagger.encoder import tiny

SCALES = np.arange(2 * len(TYPES), dtype=np.float32).reshape(-1, 2)


def test_what_is_written_is_read_in_half_precision_and_the_same_bytes_come_of_the_same_weights(tmp_path: Path) -> None:
    learned = tiny.head()
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
    tiny_one = Encoder(pretrained, *adapted(pretrained, tiny.head()), SCALES)
    text = "甲园入驻乙园，丙。" * 30
    sequences = [(at, at + 9) for at in range(0, len(text), 9)]
    labels = tiny_one.labels(text, sequences[:23] + sequences[24:])
    assert labels.shape == (9 * 29, len(LABELS))
    assert np.exp(labels).sum(axis=1) == pytest.approx(np.ones(len(labels)), abs=1e-5)
    assert tiny_one.labels(text, sequences[:22]) == pytest.approx(labels[:198], abs=1e-4)
    assert tiny_one.labels(text, []).shape == (0, len(LABELS))


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


def _ones(*shape: int) -> np.ndarray:
    return np.ones(shape, dtype=np.float32)


def test_what_does_not_fit_the_encoder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole and of today's labels, but for another encoder: with maps that are too small, and without a head."""
    tiny.write(tmp_path / "tiny.bin")
    monkeypatch.setattr(encoder, "pretrained_file", lambda: tmp_path / "tiny.bin")
    for learned in (tiny.head() | {"l0.q.up": _ones(3, 2), "l0.q.down": _ones(2, 5)}, {"l0.q.b": _ones(tiny.WIDTH)}):
        save_adapter(learned, SCALES, tmp_path / "adapter.npz")
        monkeypatch.setattr(encoder, "load_adapter", lambda: load_adapter(tmp_path / "adapter.npz"))
        encoder.load_encoder.cache_clear()
        with pytest.raises(BuildError, match=r"does not fit the encoder.*graph train --encoder"):
            encoder.load_encoder()
    encoder.load_encoder.cache_clear()
