"""Learning what is added to the encoder; needs PyTorch (make install-learning)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.reading.tagger.encoder import Encoder
from graph.reading.tagger.encoder.adapter import adapted
from graph.reading.tagger.encoder.pretrained import Pretrained, load_pretrained
from graph.reading.tagger.encoder.windows import WindowLesson, windows_of
from graph.reading.tagger.labels import LABELS, TYPES, begins, inside
from tests.reading.tagger.encoder import tiny

torch = pytest.importorskip("torch", reason="PyTorch is not installed")

TEXT = "甲园入驻乙园，丙。"
SCALES = np.tile(np.array([1, 0], dtype=np.float32), (len(TYPES), 1))


@pytest.fixture
def pretrained(tmp_path: Path) -> Pretrained:
    tiny.write(tmp_path / "tiny.bin")
    return load_pretrained(tmp_path / "tiny.bin")


def test_what_is_learned_from_is_what_is_read_with(pretrained: Pretrained, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.reading.tagger.encoder import descent, learning

    monkeypatch.setattr(descent, "_DROPPED", 0.0)
    torch.manual_seed(5)
    learned = learning._beginning(pretrained)
    with torch.no_grad():
        for name, tensor in learned.items():
            tensor.add_(torch.randn_like(tensor) * 0.1 if name.endswith((".up", ".b")) else 0.0)
    windows = [next(windows_of(text, [(0, len(text))], pretrained)) for text in (TEXT, TEXT[:4], TEXT * 3)]
    fixed = {name: torch.from_numpy(array) for name, array in pretrained.tensors.items()}
    scores = torch.log_softmax(learning._scores(fixed | learned, windows, pretrained), dim=-1).detach().numpy()
    arrays = descent.differences(learned, fixed)
    encoder = Encoder(pretrained, *adapted(pretrained, arrays), SCALES)
    for row, text in zip(scores, (TEXT, TEXT[:4], TEXT * 3), strict=True):
        assert encoder.labels(text, [(0, len(text))]) == pytest.approx(row[: len(text)], abs=2e-4)


def test_names_are_learned_and_the_same_lessons_give_the_same_weights(pretrained: Pretrained) -> None:
    from graph.reading.tagger.encoder.learning import learn

    window = next(windows_of(TEXT, [(0, len(TEXT))], pretrained))
    labels = [0] * len(TEXT)
    for at in (0, 4):
        labels[at : at + 2] = [begins("Carrier"), inside("Carrier")]
    passes = [[WindowLesson(window, labels, 1.0)] * 40] * 30
    said: list[str] = []
    one, two = (learn(passes, pretrained, said.append) for _ in range(2))
    assert set(one) == set(two)
    assert all((one[name] == two[name]).all() for name in one)
    assert len(said) == 60
    encoder = Encoder(pretrained, *adapted(pretrained, one), SCALES)
    likeliest = encoder.labels(TEXT, [(0, len(TEXT))]).argmax(axis=1).tolist()
    assert [LABELS[label] for label in likeliest] == [LABELS[label] for label in labels]


@pytest.mark.parametrize(("able", "rounded"), [({"avx2": True, "avx512_bf16": False}, False), ({"amx_bf16": True}, True)])
def test_bfloat16_only_where_the_processor_reckons_in_it(
    pretrained: Pretrained, monkeypatch: pytest.MonkeyPatch, able: dict[str, bool], *, rounded: bool
) -> None:
    from graph.reading.tagger.encoder import descent, learning

    monkeypatch.setattr(descent, "_DROPPED", 0.0)
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: able)
    torch.manual_seed(5)
    tensors = {name: torch.from_numpy(array) for name, array in pretrained.tensors.items()} | learning._beginning(pretrained)
    window = next(windows_of(TEXT, [(0, len(TEXT))], pretrained))
    lesson = WindowLesson(window, [0] * len(TEXT), 1.0)
    scores = learning._scores(tensors, [window], pretrained).flatten(0, 1)
    exactly = torch.nn.functional.cross_entropy(scores, torch.zeros(len(TEXT), dtype=torch.long))
    assert (learning._loss(tensors, [lesson], pretrained).item() != exactly.item()) is rounded
