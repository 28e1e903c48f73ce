"""The transformer in whole numbers beside itself, and the form in which onnxruntime is told of it."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

import graph.reading.classifier.network as rooms
from graph.errors import UsageError
from graph.reading.classifier.network import network_of
from graph.reading.classifier.windows import Marked, Question, Window
from graph.reading.tagger import encoder
from graph.reading.tagger.encoder import quantised
from graph.reading.tagger.encoder.adapter import adapted, load_adapter, save_adapter
from graph.reading.tagger.encoder.network import Transformer
from graph.reading.tagger.encoder.onnx_form import Calculation
from graph.reading.tagger.encoder.pretrained import load_pretrained
from graph.reading.tagger.encoder.quantised import Quantised, quickened, rounded
from graph.reading.tagger.labels import TYPES
from tests.reading.classifier import small
from tests.reading.tagger.encoder import tiny

SIZES = [9, 30, 2]
#: How far units are apart at most, of how large they are: two layers of few features.
_ROUNDED = 0.05


@pytest.fixture
def transformer(tmp_path: Path) -> Transformer:
    tiny.write(tmp_path / "tiny.bin")
    return adapted(load_pretrained(tmp_path / "tiny.bin"), tiny.head())[0]


@pytest.fixture
def quick(transformer: Transformer, monkeypatch: pytest.MonkeyPatch) -> Quantised:
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    monkeypatch.setattr(quantised, "_TOGETHER", 1)  # two calculations for the two layers
    made = quickened(transformer)
    assert isinstance(made, Quantised)
    return made


def _words() -> np.ndarray:
    return np.random.default_rng(5).normal(0, 0.3, (sum(SIZES), tiny.WIDTH)).astype(np.float32)


def _apart(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.sqrt(((one - other) ** 2).mean() / (other**2).mean()))


def test_units_are_the_transformers_but_for_rounding(transformer: Transformer, quick: Quantised) -> None:
    words = _words()
    words[3, 7] = 40  # a feature that dwarfs all others
    assert _apart(quick.units(words, SIZES), transformer.units(words, SIZES)) < _ROUNDED


def test_a_window_is_read_as_it_is_alone_and_the_same_again(quick: Quantised) -> None:
    words = _words()
    together = quick.units(words, SIZES)
    alone = [quick.units(some, [len(some)]) for some in np.split(words, np.cumsum(SIZES)[:-1])]
    assert np.array_equal(np.concatenate(alone), together)


def test_some_units_are_those_of_all(transformer: Transformer, quick: Quantised) -> None:
    wanted = [np.array([3, 1]), np.array([0, 29, 29]), np.array([1])]
    some = quick.of_some(_words(), SIZES, wanted)
    assert _apart(some, transformer.of_some(_words(), SIZES, wanted)) < _ROUNDED
    every = quick.through(_words(), SIZES)
    assert _apart(some, every[[3, 1, 9, 38, 38, 40]]) < _ROUNDED


def test_the_classifier_says_the_same_but_for_rounding(quick: Quantised, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "LOWER", small.LOWER)
    marked = [Marked(1, 3, "Enterprise", 0, 0, asked=True), Marked(4, 6, "Carrier", 1, 1, asked=True)]
    question = Question(Window([0, 4, 5, 7, 15, 6, 13, 14, 2], marked), 0, [1])
    pretrained, transformer = small.encoder(tmp_path)
    said, said_quickly = (network_of(pretrained, one, small.weights()).scores([question]) for one in (transformer, quick))
    assert said_quickly[0] == pytest.approx(said[0], abs=0.05)


def test_without_onnxruntime_the_remedy_is_named(transformer: Transformer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(UsageError, match="onnxruntime is not installed; make install-quick"):
        quickened(transformer)


@pytest.mark.parametrize(("said", "made"), [(None, Transformer), ("no", Transformer), ("yes", Quantised)])
def test_the_environment_asks_for_it_and_the_version_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str | None, made: type[Transformer]
) -> None:
    if said == "yes":
        pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    tiny.write(tmp_path / "tiny.bin")
    save_adapter(tiny.head(), np.ones((len(TYPES), 2), dtype=np.float32), tmp_path / "adapter.npz")
    monkeypatch.setattr(encoder, "pretrained_file", lambda: tmp_path / "tiny.bin")
    monkeypatch.setattr(encoder, "load_adapter", lambda: load_adapter(tmp_path / "adapter.npz"))
    monkeypatch.delenv("GRAPH_QUICK", raising=False)
    if said is not None:
        monkeypatch.setenv("GRAPH_QUICK", said)
    encoder.load_encoder.cache_clear()
    loaded = encoder.load_encoder()
    encoder.load_encoder.cache_clear()
    assert type(loaded.transformer) is made
    assert loaded.version == loaded.learned + ("-quick" if said == "yes" else "")


@pytest.mark.parametrize("rows", [7, 8])
def test_no_two_neighbours_are_together_more_than_a_pair_may_be(rows: int) -> None:
    """255 times each of them has room in sixteen bits, so that no processor cuts anything off."""
    weights = np.random.default_rng(6).standard_t(3, (rows, 50)).astype(np.float32)
    weights[:, 4] = 0
    numbers, worth = rounded(weights)
    sizes = np.abs(numbers.astype(int))
    assert (sizes[: rows // 2 * 2 : 2] + sizes[1::2]).max() <= 128
    assert sizes.max(axis=0)[[0, 1, 2]].min() > 60
    assert (np.abs(numbers * worth - weights) <= 0.501 * worth).all()


def test_onnxruntime_reads_what_is_written() -> None:
    onnxruntime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    calculation = Calculation()
    table = calculation.constant(np.arange(600, dtype=np.float32).reshape(200, 3))
    first, second = calculation.parts_of("Split", 2, calculation.of("Add", "put", table), axis=-2, num_outputs=2)
    made = calculation.of("LeakyRelu", calculation.of("Sub", first, second), alpha=0.25)
    form = calculation.written({"put": ("float32", ("how many", 200, 3))}, made)
    session = onnxruntime.InferenceSession(form, providers=["CPUExecutionProvider"])
    (come,) = session.run(None, {"put": np.zeros((2, 200, 3), dtype=np.float32)})
    assert come.tolist() == np.full((2, 100, 3), -75.0).tolist()
