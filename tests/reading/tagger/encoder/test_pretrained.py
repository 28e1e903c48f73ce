"""The package's file: read as it was written, and a clear error where it is damaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.errors import UsageError
from graph.reading.tagger.encoder import pretrained
from graph.reading.tagger.encoder.pretrained import load_pretrained, pretrained_file
from tests.reading.tagger.encoder import tiny


def test_what_was_written_is_read(tmp_path: Path) -> None:
    held = tiny.write(tmp_path / "tiny.bin")
    encoder = load_pretrained(tmp_path / "tiny.bin")
    assert (encoder.width, encoder.layers, encoder.heads, encoder.inner) == (32, tiny.LAYERS, 4, 64)
    assert (encoder.first, encoder.last, encoder.unknown) == (0, 2, 3)
    assert encoder.pieces == {piece: number for number, piece in enumerate(tiny.PIECES)}
    assert encoder.scores == pytest.approx(tiny.SCORES)
    assert encoder.normal == tiny.NORMAL
    assert set(encoder.tensors) == set(held) - {"emb.word"}
    for name, array in encoder.tensors.items():
        assert array.reshape(-1) == pytest.approx(held[name].reshape(-1)), name
    numbers = np.array([5, 0, 5, 15])
    assert encoder.words(numbers) == pytest.approx(held["emb.word"][numbers])


def test_a_file_that_is_cut_off_is_named(tmp_path: Path) -> None:
    whole = tmp_path / "whole.bin"
    tiny.write(whole)
    data = whole.read_bytes()
    cut = tmp_path / "cut.bin"
    for size in [*range(0, 700, 7), *range(700, len(data), 997), len(data) - 1]:
        cut.write_bytes(data[:size])
        with pytest.raises(UsageError, match=r"cut\.bin.*make install-encoder"):
            load_pretrained(cut)


def test_a_file_with_wrong_bytes_is_read_or_named(tmp_path: Path) -> None:
    """Damage among the weights cannot be seen; elsewhere it must not end in another error."""
    whole = tmp_path / "whole.bin"
    tiny.write(whole)
    data = whole.read_bytes()
    chance = np.random.default_rng(5)
    broken = tmp_path / "broken.bin"
    named = 0
    for _ in range(300):
        bad = bytearray(data)
        bad[int(chance.integers(0, 1500))] ^= int(chance.integers(1, 256))
        broken.write_bytes(bytes(bad))
        try:
            load_pretrained(broken)
        except UsageError:
            named += 1
    assert named > 50


def test_without_the_package_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pretrained, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(UsageError, match="not installed; make install-encoder"):
        pretrained_file()


def test_the_package_is_found_without_running_it() -> None:
    try:
        file = pretrained_file()
    except UsageError:
        pytest.skip("the extra for the encoder is not installed")
    encoder = load_pretrained(file)
    assert (encoder.width, encoder.layers) == (384, 12)
    # 人工智能 and 智能 are near each other, a comma is far from both: the weights are where they are looked for.
    words = encoder.words(np.array([encoder.pieces[piece] for piece in ("人工智能", "智能", ",")]))
    words /= np.linalg.norm(words, axis=1, keepdims=True)
    assert words[0] @ words[1] > words[0] @ words[2] + 0.1
