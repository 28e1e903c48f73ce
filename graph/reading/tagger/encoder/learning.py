"""Learning what is added to the pretrained encoder, by PyTorch; only who trains needs it.

The same transformer as :mod:`graph.reading.tagger.encoder.network`, with gradients: cross-entropy of each
character's label, in the steps of :mod:`graph.reading.tagger.encoder.descent`; half of it in bfloat16 where the processor can.
Units are dropped out by features of a whole window. The same windows on the same machine give the same weights.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

import torch
from torch.nn import functional

from graph.reading.tagger.archives import Floats
from graph.reading.tagger.encoder.descent import Tensors, batches, begin, descend, differences, dropped
from graph.reading.tagger.encoder.pretrained import Pretrained
from graph.reading.tagger.encoder.windows import Window, WindowLesson
from graph.reading.tagger.labels import LABELS

__all__ = ["learn"]

#: Of the differences added to the maps.
_RANK = 32
#: Of the head.
_FEATURES = 256
_AROUND = 5
_RATE = 5e-4
#: Of all steps: at a higher rate, or one that rises faster, half of the replies were once not learned at all.
_RISING = 0.12
#: Windows a step.
_AT_ONCE = 16
#: What PyTorch calls arithmetic in bfloat16, by kinds of processors.
_BFLOAT16 = ("amx_bf16", "avx512_bf16", "bf16")
#: Label of what is but filling.
_FILLING = -100


def learn(passes: Sequence[Sequence[WindowLesson]], pretrained: Pretrained, say: Callable[[str], None]) -> dict[str, Floats]:
    """What is added to the encoder, by name (:mod:`graph.reading.tagger.encoder.adapter`).

    Parameters
    ----------
    passes:
        Windows of annotated replies, those of each pass.
    pretrained:
        The encoder as its package brings it, which stays as it is.
    say:
        Called with a line after each pass.
    """
    chance = begin()
    fixed = {name: torch.from_numpy(array) for name, array in pretrained.tensors.items()}
    learned = _beginning(pretrained)
    drawn = [batches(lessons, lambda lesson: len(lesson.window.pieces), _AT_ONCE, chance) for lessons in passes]
    steps = [batch for some in drawn for batch in some]
    losses = descend(learned, steps, lambda batch: _loss(fixed | learned, batch, pretrained), _RATE, _RISING)
    done = 0
    for some in drawn:
        lost = sum(islice(losses, len(some)))
        done += len(some)
        say(f"{done} of {len(steps)} steps: {lost / len(some):.4f}")
    return differences(learned, fixed)


def _beginning(pretrained: Pretrained) -> Tensors:
    """Differences that change nothing yet, what the file has of additions and normalisations, and a head by chance."""
    learned: Tensors = {}
    for name, array in pretrained.tensors.items():
        base, _, kind = name.rpartition(".")
        if kind == "b" or base.endswith("ln"):
            learned[name] = torch.from_numpy(array.copy())
        elif kind == "w":
            to = pretrained.tensors[f"{base}.b"].size
            of = array.size // to
            learned[f"{base}.down"] = torch.randn(_RANK, of) / math.sqrt(of)
            learned[f"{base}.up"] = torch.zeros(to, _RANK)
    for name, of, to in (
        ("first", 2 * pretrained.width, _FEATURES),
        ("around", _AROUND * _FEATURES, _FEATURES),
        ("last", _FEATURES, len(LABELS)),
    ):
        bound = 1 / math.sqrt(of)
        learned[f"head.{name}.w"] = torch.empty(of, to).uniform_(-bound, bound)
        learned[f"head.{name}.b"] = torch.zeros(to)
    return {name: tensor.requires_grad_() for name, tensor in learned.items()}


def _loss(tensors: Mapping[str, torch.Tensor], batch: Sequence[WindowLesson], pretrained: Pretrained) -> torch.Tensor:
    labels = _filled([lesson.labels for lesson in batch], _FILLING)
    weight = torch.tensor([lesson.weight for lesson in batch])[:, None] * (labels != _FILLING)
    with torch.autocast("cpu", torch.bfloat16, enabled=_reckons_in_bfloat16()):
        scores = _scores(tensors, [lesson.window for lesson in batch], pretrained)
    losses = functional.cross_entropy(scores.float().flatten(0, 1), labels.flatten(), ignore_index=_FILLING, reduction="none")
    return (losses.view(labels.shape) * weight).sum() / weight.sum()


def _reckons_in_bfloat16() -> bool:
    """Whether the processor does: on one that does not a step takes several times as long as in single precision."""
    able: Mapping[str, object] = torch.cpu.get_capabilities()
    return any(able.get(name) for name in _BFLOAT16)


def _scores(tensors: Mapping[str, torch.Tensor], windows: Sequence[Window], pretrained: Pretrained) -> torch.Tensor:
    """Of shape (windows, characters, labels)."""
    pieces = _filled([window.pieces for window in windows], _FILLING)
    holders = _filled([window.holders for window in windows], 0)
    characters = _filled([window.characters for window in windows], _FILLING)
    there = pieces != _FILLING
    hidden = torch.zeros(there.shape).masked_fill(~there, -1e4)[:, None, None, :]
    places = tensors["emb.pos"][: pieces.shape[1]] + tensors["emb.type"][: pretrained.width]
    units = dropped(_normal(_words(pieces, pretrained) + places, tensors, "emb.ln", pretrained))
    for number in range(pretrained.layers):
        units = _layer(units, hidden, tensors, f"l{number}", pretrained)
    held = torch.gather(units, 1, holders[:, :, None].expand(-1, -1, pretrained.width))
    return _headed(dropped(held), _words(characters, pretrained), (characters != _FILLING)[:, :, None], tensors)


def _layer(
    units: torch.Tensor, hidden: torch.Tensor, tensors: Mapping[str, torch.Tensor], at: str, pretrained: Pretrained
) -> torch.Tensor:
    size, length, width = units.shape
    heads = (size, length, pretrained.heads, width // pretrained.heads)
    query, key, value = (_mapped(units, tensors, f"{at}.{one}").view(heads).transpose(1, 2).float() for one in "qkv")
    with torch.autocast("cpu", enabled=False):
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=hidden)
    attended = attended.transpose(1, 2).reshape(size, length, width)
    units = _normal(units + dropped(_mapped(attended, tensors, f"{at}.ao")), tensors, f"{at}.aln", pretrained)
    bent = functional.gelu(_mapped(units, tensors, f"{at}.fi"), approximate="tanh")
    return _normal(units + dropped(_mapped(bent, tensors, f"{at}.fo")), tensors, f"{at}.oln", pretrained)


def _headed(
    held: torch.Tensor, characters: torch.Tensor, there: torch.Tensor, tensors: Mapping[str, torch.Tensor]
) -> torch.Tensor:
    def mapped(features: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(features, tensors[f"head.{name}.w"].T, tensors[f"head.{name}.b"])

    features = functional.gelu(mapped(torch.cat([held, characters], dim=-1), "first"), approximate="tanh") * there
    beside = _AROUND // 2
    filled = functional.pad(features, (0, 0, beside, beside))
    row = torch.cat([filled[:, by : by + features.shape[1]] for by in range(_AROUND)], dim=-1)
    features = features + functional.gelu(mapped(row, "around"), approximate="tanh")
    return mapped(dropped(features), "last")


def _mapped(units: torch.Tensor, tensors: Mapping[str, torch.Tensor], name: str) -> torch.Tensor:
    to = tensors[f"{name}.b"]
    weights = tensors[f"{name}.w"].view(len(to), -1) + tensors[f"{name}.up"] @ tensors[f"{name}.down"]
    return functional.linear(units, weights, to)


def _normal(units: torch.Tensor, tensors: Mapping[str, torch.Tensor], name: str, pretrained: Pretrained) -> torch.Tensor:
    scale, shift = tensors[f"{name}.w"], tensors[f"{name}.b"]
    return functional.layer_norm(units.float(), (pretrained.width,), scale, shift, pretrained.epsilon)


def _words(numbers: torch.Tensor, pretrained: Pretrained) -> torch.Tensor:
    known = numbers.clamp(min=0)
    return torch.from_numpy(pretrained.words(known.flatten().numpy())).view(*numbers.shape, pretrained.width)


def _filled(rows: Sequence[Sequence[int]], by: int) -> torch.Tensor:
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[by] * (longest - len(row))] for row in rows])
