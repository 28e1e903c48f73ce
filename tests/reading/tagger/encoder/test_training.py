"""The whole recipe of the encoder on four replies; needs PyTorch (make install-learning) and the encoder."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from graph.errors import UsageError
from graph.reading.tagger.encoder.adapter import load_adapter
from graph.reading.tagger.encoder.pretrained import pretrained_file
from graph.reading.tagger.encoder.training import train_encoder
from tests.conftest import GOLD


def test_without_pytorch_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "graph.reading.tagger.encoder.learning", raising=False)
    with pytest.raises(UsageError, match="PyTorch is not installed; make install-learning"):
        train_encoder([tmp_path], [tmp_path], [tmp_path], print, tmp_path / "adapter.npz")
    assert not list(tmp_path.iterdir())


def test_the_same_replies_give_the_same_weights(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="PyTorch is not installed")
    try:
        pretrained_file()
    except UsageError:
        pytest.skip("the extra for the encoder is not installed")
    folders = [tmp_path / name for name in ("gold", "fresh", "composed")]
    for name, folder in zip(("cn-01", "cn-03", "cn-11", "cn-13"), (folders[0], *folders), strict=True):
        folder.mkdir(exist_ok=True)
        for ending in (".json", ".txt"):
            shutil.copy(GOLD.with_name(name + ending), folder)
    gold, fresh, composed = ([folder] for folder in folders)
    said: list[str] = []
    paths = [tmp_path / name for name in ("one.npz", "two.npz")]
    for path in paths:
        replies, weights = train_encoder(gold, fresh, composed, said.append, path, passes=1, iterations=4)
        assert (replies, weights > 1_000_000) == (4, True)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert len(said) == 6
    learned, _ = load_adapter(paths[0])
    assert all(np.isfinite(array).all() for array in learned.values())
    assert any(array.any() for name, array in learned.items() if name.endswith(".up"))
