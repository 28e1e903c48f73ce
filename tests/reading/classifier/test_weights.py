"""What was learned, written and read again, and what is wrong with it named."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from graph import kept
from graph.errors import BuildError, UsageError
from graph.reading import classifier
from graph.reading.classifier import load_classifier
from graph.reading.classifier.network import DISTANCES, LOWER
from graph.reading.classifier.weights import PLACES, load_weights, save_weights
from graph.reading.classifier.windows import KINDS
from graph.reading.tagger.encoder import Encoder, load_encoder
from graph.reading.tagger.encoder.adapter import ADAPTER, adapted
from graph.reading.tagger.encoder.pretrained import load_pretrained
from tests.reading.classifier import small
from tests.reading.tagger.encoder import tiny


def test_what_is_written_is_read_in_half_precision_and_the_same_bytes_come_of_the_same_weights(tmp_path: Path) -> None:
    learned = small.weights()
    files = [tmp_path / "one.npz", tmp_path / "two.npz"]
    assert {save_weights(learned, (0.5, -0.25), "abc", file) for file in files} == {sum(a.size for a in learned.values())}
    assert files[0].read_bytes() == files[1].read_bytes()
    read, scale = load_weights("abc", files[0])
    assert scale == (0.5, -0.25)
    assert set(read) == set(learned)
    for name, array in read.items():
        assert array == pytest.approx(learned[name], rel=1e-3, abs=1e-4)


def test_what_was_learned_upon_another_adapter_is_named(tmp_path: Path) -> None:
    path = tmp_path / "places.npz"
    save_weights(small.weights(), (1, 0), "abc", path)
    with pytest.raises(BuildError, match=r"places\.npz: it was learned upon the adapter abc, and .* is xyz; .*train --places"):
        load_weights("xyz", path)


@pytest.mark.parametrize("content", [None, b"", b"no archive at all", b"PK\x03\x04 cut off"])
def test_a_missing_or_broken_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "weights.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BuildError, match=r"weights\.npz: .*cannot be read.*; .*graph train --places"):
        load_weights("abc", path)


def test_a_file_that_does_not_say_what_it_was_learned_upon_is_named() -> None:
    with pytest.raises(BuildError, match=r"adapter\.npz: .*what it was learned upon.*; .*graph train --places"):
        load_weights("abc", ADAPTER)


def test_what_does_not_fit_the_encoder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.write(tmp_path / "tiny.bin")
    pretrained = load_pretrained(tmp_path / "tiny.bin")
    scales = np.zeros((1, 2), dtype=np.float32)
    for learned in ({}, {"kinds": np.ones((2, 2), dtype=np.float32)}):
        encoder = Encoder(pretrained, *adapted(pretrained, tiny.head()), scales, "abc")
        monkeypatch.setattr(classifier, "load_weights", lambda _, learned=learned: (learned, (1.0, 0.0)))
        with pytest.raises(BuildError, match=r"places\.npz: .*does not fit the encoder.*graph train --places"):
            load_classifier(encoder)


def test_what_the_repository_holds_fits_its_encoder() -> None:
    learned, (slope, _) = load_weights(sha256(ADAPTER.read_bytes()).hexdigest()[:12])
    width = learned["asked"].size
    assert learned["kinds"].shape == (len(KINDS) + 1, width)
    assert learned["head.distances"].shape[0] == DISTANCES
    assert {name for name in learned if name.startswith("l")} == {
        f"l{number}.{part}"
        for number in range(LOWER, 12)
        for part in (
            *(f"{name}.{kind}" for name in ("q", "k", "v", "ao", "fi", "fo") for kind in ("up", "down", "b")),
            *(f"{name}.{kind}" for name in ("aln", "oln") for kind in "wb"),
        )
    }
    assert slope > 0


def test_a_build_reads_again_what_other_weights_would_read_otherwise() -> None:
    assert str(PLACES.relative_to(kept._ROOT)) in kept._READER


def test_it_is_read_once_for_an_encoder() -> None:
    try:
        encoder = load_encoder()
    except UsageError:
        pytest.skip("the extra for the encoder is not installed")
    assert load_classifier(encoder) is load_classifier(encoder)
