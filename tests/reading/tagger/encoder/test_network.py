"""The transformer beside the same sums written as loops, in double precision."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from graph.reading.tagger.encoder.adapter import Head, adapted
from graph.reading.tagger.encoder.network import gelu
from graph.reading.tagger.encoder.pretrained import load_pretrained
from tests.reading.tagger.encoder import tiny


def _normal(row: np.ndarray, scale: np.ndarray, shift: np.ndarray) -> np.ndarray:
    mean = sum(row) / len(row)
    spread = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row) + 1e-12)
    return np.array([(x - mean) / spread * a + b for x, a, b in zip(row, scale, shift, strict=True)])


def _bent(x: float) -> float:
    return x * 0.5 * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))


def _slowly(held: dict[str, np.ndarray], numbers: list[int]) -> np.ndarray:
    held = {name: array.astype(np.float64) for name, array in held.items()}
    units = [held["emb.word"][n] + held["emb.pos"][at] + held["emb.type"][0] for at, n in enumerate(numbers)]
    units = [_normal(unit, held["emb.ln.w"], held["emb.ln.b"]) for unit in units]
    for layer in range(tiny.LAYERS):

        def mapped(unit: np.ndarray, name: str, at: str = f"l{layer}") -> np.ndarray:
            result: np.ndarray = held[f"{at}.{name}.w"] @ unit + held[f"{at}.{name}.b"]
            return result

        attended = []
        for unit in units:
            parts = []
            for head in range(4):
                own = slice(8 * head, 8 * head + 8)
                weights = [math.exp(mapped(unit, "q")[own] @ mapped(other, "k")[own] / math.sqrt(8)) for other in units]
                values = [mapped(other, "v")[own] for other in units]
                parts.append(sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights))
            attended.append(np.concatenate(parts))
        first = (held[f"l{layer}.aln.w"], held[f"l{layer}.aln.b"])
        units = [_normal(unit + mapped(part, "ao"), *first) for unit, part in zip(units, attended, strict=True)]
        bent = [np.array([_bent(x) for x in mapped(unit, "fi")]) for unit in units]
        second = (held[f"l{layer}.oln.w"], held[f"l{layer}.oln.b"])
        units = [_normal(unit + mapped(part, "fo"), *second) for unit, part in zip(units, bent, strict=True)]
    return np.array(units)


def test_the_transformer_is_that_of_the_loops_and_windows_do_not_see_one_another(tmp_path: Path) -> None:
    held = tiny.write(tmp_path / "tiny.bin")
    pretrained = load_pretrained(tmp_path / "tiny.bin")
    transformer, _ = adapted(pretrained, tiny.head())
    windows = [[0, 5, 6, 2], [0, 8, 14, 9, 3, 15, 2], [0, 2]]
    together = transformer.units(pretrained.words(np.array([n for w in windows for n in w])), [len(w) for w in windows])
    expected = np.concatenate([_slowly(held, window) for window in windows])
    assert together == pytest.approx(expected, abs=2e-5)


def test_units_that_heed_none_still_heed_some_more_than_others(tmp_path: Path) -> None:
    """Where all weights of attention are so small that their exponentials vanish, what counts is how they differ."""
    held = tiny.write(tmp_path / "tiny.bin")
    pretrained = load_pretrained(tmp_path / "tiny.bin")
    apart = {f"l0.{one}.b": np.full(32, size, dtype=np.float32) for one, size in (("q", 9.0), ("k", -9.0))}
    transformer, _ = adapted(pretrained, tiny.head() | apart)
    units = transformer.units(pretrained.words(np.array([0, 5, 8, 2])), [4])
    changed = held | {name: held[name] + array for name, array in apart.items()}
    assert units == pytest.approx(_slowly(changed, [0, 5, 8, 2]), abs=5e-4)


def test_differences_of_low_rank_are_added(tmp_path: Path) -> None:
    held = tiny.write(tmp_path / "tiny.bin")
    pretrained = load_pretrained(tmp_path / "tiny.bin")
    chance = np.random.default_rng(2)
    up, down = (chance.normal(0, 0.3, shape).astype(np.float32) for shape in ((64, 3), (3, 32)))
    shifted = chance.normal(0, 1, 32).astype(np.float32)
    learned = tiny.head() | {"l1.fi.up": up, "l1.fi.down": down, "l0.oln.b": shifted}
    transformer, _ = adapted(pretrained, learned)
    units = transformer.units(pretrained.words(np.array([0, 5, 8, 2])), [4])
    changed = held | {"l1.fi.w": held["l1.fi.w"] + up @ down, "l0.oln.b": held["l0.oln.b"] + shifted}
    assert units == pytest.approx(_slowly(changed, [0, 5, 8, 2]), abs=2e-5)
    assert np.abs(units - _slowly(held, [0, 5, 8, 2])).max() > 0.01


def test_the_head_sees_two_characters_on_either_side_and_no_further() -> None:
    learned = tiny.head()
    head = Head(*((learned[f"head.{name}.w"], learned[f"head.{name}.b"]) for name in ("first", "around", "last")))
    chance = np.random.default_rng(4)
    units, characters = (chance.normal(0, 1, (12, tiny.WIDTH)).astype(np.float32) for _ in range(2))
    scores = head.scores(units, characters, [12])
    changed = characters.copy()
    changed[5] += 1
    differs = np.abs(head.scores(units, changed, [12]) - scores).max(axis=1) > 1e-6
    assert differs.tolist() == [3 <= at <= 7 for at in range(12)]
    apart = head.scores(units, characters, [5, 7])
    assert apart[:3] == pytest.approx(scores[:3], abs=1e-5)
    assert apart[:5] == pytest.approx(head.scores(units[:5], characters[:5], [5]), abs=1e-5)


def test_the_bend() -> None:
    values = np.linspace(-4, 4, 17).astype(np.float32)
    expected = [_bent(float(x)) for x in values]
    assert gelu(values) == pytest.approx(expected, abs=1e-6)  # in place
