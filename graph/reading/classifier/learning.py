"""Learning the classifier upon the encoder, by PyTorch; only who trains needs it.

The same network as :mod:`graph.reading.classifier.network`, with gradients: binary cross-entropy of each pair of a thing and a
place, AdamW (Loshchilov and Hutter 2019), a rate that rises over the first steps and then falls to nothing. What the lower
layers make of a window does not change and is reckoned once. The same lessons on the same machine give the same weights.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from itertools import chain

import numpy as np
import torch
from torch.nn import functional

from graph.reading.classifier.network import DISTANCES, LOWER, MAPS, NORMALS, distance
from graph.reading.classifier.windows import KINDS, THINGS, Question, Window
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.encoder.network import Transformer
from graph.reading.tagger.encoder.pretrained import Pretrained

__all__ = ["Lesson", "learn"]

#: Of the differences added to the maps.
_RANK = 16
#: Of the head.
_FEATURES = 256
_DROPPED = 0.1
_RATE = 6e-4
_DECAY = 0.01
#: Of all steps.
_RISING = 0.1
_LEAST_SHARE = 0.02
_LONGEST_STEP = 1.0
#: Questions a step, of how many steps they are sorted by length, and after how many steps a line is said.
_AT_ONCE, _SORTED, _SAID = 24, 20, 100
#: Windows of which the lower layers are reckoned at once.
_WINDOWS = 32
#: How likely a pair is before anything is learned, as log-odds.
_RARE = -2.0

Tensors = dict[str, torch.Tensor]
#: A question, for each of its places whether it is the thing's own (``None`` where that is doubtful), and how often it counts.
Lesson = tuple[Question, Sequence[bool | None], float]


def learn(
    passes: Sequence[Sequence[Lesson]], pretrained: Pretrained, encoder: Transformer, say: Callable[[str], None]
) -> dict[str, Floats]:
    """What was learned, by name (:mod:`graph.reading.classifier.weights`).

    Parameters
    ----------
    passes:
        Questions with their answers, those of each pass.
    pretrained:
        Of the encoder's package.
    encoder:
        With its adapter, which stays as it is.
    say:
        Called with a line now and then.
    """
    torch.manual_seed(0)
    torch.set_num_threads(1)
    chance = random.Random(0)  # noqa: S311 - an order, no secret
    fixed = _fixed(encoder)
    lower = _lower([question.window for question, _, _ in chain.from_iterable(passes)], pretrained, encoder)
    learned = _beginning(fixed, pretrained.width)
    maps = [tensor for tensor in learned.values() if tensor.dim() > 1]
    rest = [tensor for tensor in learned.values() if tensor.dim() == 1]
    optimiser = torch.optim.AdamW([{"params": maps, "weight_decay": _DECAY}, {"params": rest, "weight_decay": 0.0}], lr=_RATE)
    batches = [batch for lessons in passes for batch in _batches(lessons, chance)]
    lost = 0.0
    for done, batch in enumerate(batches):
        share = min((done + 1) / (_RISING * len(batches)), max(_LEAST_SHARE, 1 - done / len(batches)))
        for group in optimiser.param_groups:
            group["lr"] = _RATE * share
        loss = _loss(fixed, learned, batch, lower, encoder)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*maps, *rest], _LONGEST_STEP)
        optimiser.step()
        lost += loss.item()
        if (done + 1) % _SAID == 0 or done + 1 == len(batches):
            say(f"{done + 1} of {len(batches)} steps: {lost / (done % _SAID + 1):.4f}")
            lost = 0.0
    return {name: _difference(name, tensor, fixed) for name, tensor in learned.items()}


def _difference(name: str, tensor: torch.Tensor, fixed: Mapping[str, torch.Tensor]) -> Floats:
    """What was learned: of what the encoder has, how it differs from that."""
    changed = tensor.detach() - fixed[name] if name in fixed else tensor.detach()
    array: Floats = changed.numpy().astype(np.float32)
    return array


def _fixed(encoder: Transformer) -> Tensors:
    """The upper layers as they are, each map of shape (to, from)."""
    fixed: Tensors = {}

    def put(at: str, names: Sequence[str], of: tuple[Floats, Floats]) -> None:
        for name, weights, added in zip(names, np.split(of[0], len(names), axis=1), np.split(of[1], len(names)), strict=True):
            fixed[f"{at}.{name}.w"] = torch.from_numpy(np.ascontiguousarray(weights.T))
            fixed[f"{at}.{name}.b"] = torch.from_numpy(added.copy())

    for number, layer in enumerate(encoder.layers):
        if number >= LOWER:
            at = f"l{number}"
            put(at, MAPS[:3], layer.own)
            for name, of in zip(MAPS[3:], (layer.mixed, layer.inner, layer.outer), strict=True):
                put(at, [name], of)
            for name, of in zip(NORMALS, (layer.first, layer.second), strict=True):
                fixed[f"{at}.{name}.w"], fixed[f"{at}.{name}.b"] = (torch.from_numpy(some.copy()) for some in of)
    return fixed


def _beginning(fixed: Mapping[str, torch.Tensor], width: int) -> Tensors:
    """Differences that change nothing yet, and marks and a head by chance."""
    learned: Tensors = {}
    for name, tensor in fixed.items():
        base, _, kind = name.rpartition(".")
        if kind == "b" or base.endswith(NORMALS):
            learned[name] = tensor.clone()
        else:
            to, of = tensor.shape
            learned[f"{base}.down"] = torch.randn(_RANK, of) / math.sqrt(of)
            learned[f"{base}.up"] = torch.zeros(to, _RANK)
    learned["asked"] = torch.randn(width) * 0.1
    learned["kinds"] = torch.randn(len(KINDS) + 1, width) * 0.02
    learned["head.first.w"] = torch.randn(3 * width, _FEATURES) / math.sqrt(3 * width)
    learned["head.first.b"] = torch.zeros(_FEATURES)
    learned["head.pairs"] = torch.randn(len(THINGS) * len(KINDS), _FEATURES) * 0.02
    learned["head.distances"] = torch.randn(DISTANCES, _FEATURES) * 0.02
    learned["head.last.w"] = torch.randn(_FEATURES) / math.sqrt(_FEATURES)
    learned["head.last.b"] = torch.full((1,), _RARE)
    return {name: tensor.requires_grad_() for name, tensor in learned.items()}


def _lower(windows: Sequence[Window], pretrained: Pretrained, encoder: Transformer) -> dict[int, torch.Tensor]:
    """By each window's identity what the lower layers know of its pieces, in half precision."""
    below = Transformer(encoder.heads, encoder.epsilon, encoder.places, encoder.below, encoder.layers[:LOWER])
    order = sorted({id(window): window for window in windows}.values(), key=lambda window: len(window.pieces))
    lower: dict[int, torch.Tensor] = {}
    for at in range(0, len(order), _WINDOWS):
        some = order[at : at + _WINDOWS]
        sizes = [len(window.pieces) for window in some]
        numbers = np.array([number for window in some for number in window.pieces], dtype=np.int64)
        units = below.units(pretrained.words(numbers), sizes)
        for window, one in zip(some, np.split(units, np.cumsum(sizes)[:-1]), strict=True):
            lower[id(window)] = torch.from_numpy(one.astype(np.float16))
    return lower


def _batches(lessons: Sequence[Lesson], chance: random.Random) -> list[list[Lesson]]:
    """Questions of like length together, in an order by chance."""
    order = chance.sample(lessons, len(lessons))
    batches = []
    for at in range(0, len(order), _AT_ONCE * _SORTED):
        some = sorted(order[at : at + _AT_ONCE * _SORTED], key=lambda lesson: len(lesson[0].window.pieces))
        batches += [some[first : first + _AT_ONCE] for first in range(0, len(some), _AT_ONCE)]
    return chance.sample(batches, len(batches))


def _loss(
    fixed: Tensors, learned: Tensors, batch: Sequence[Lesson], lower: Mapping[int, torch.Tensor], encoder: Transformer
) -> torch.Tensor:
    scores = _scores(fixed, learned, [question for question, _, _ in batch], lower, encoder)
    answers = torch.tensor([float(bool(own)) for _, answer, _ in batch for own in answer])
    weights = torch.tensor([weight * (own is not None) for _, answer, weight in batch for own in answer])
    losses = functional.binary_cross_entropy_with_logits(scores, answers, reduction="none")
    return (losses * weights).sum() / weights.sum().clamp(min=1.0)


def _scores(
    fixed: Tensors, learned: Tensors, questions: Sequence[Question], lower: Mapping[int, torch.Tensor], encoder: Transformer
) -> torch.Tensor:
    """The log-odds of all places of the questions, one behind the other."""
    units, there = _told(learned, questions, lower)
    hidden = torch.zeros(there.shape).masked_fill(~there, -1e4)[:, None, None, :]
    for number in range(LOWER, len(encoder.layers)):
        units = _layer(units, hidden, fixed, learned, f"l{number}", encoder)
    rows, pairs, distances = [], [], []
    for at, question in enumerate(questions):
        marked = question.window.marked
        thing = marked[question.thing]
        own = units[at, thing.start : thing.end].mean(0)
        for place in (marked[i] for i in question.places):
            theirs = units[at, place.start : place.end].mean(0)
            rows.append(torch.cat([own, theirs, own * theirs]))
            pairs.append(THINGS.index(thing.kind) * len(KINDS) + KINDS.index(place.kind))
            distances.append(distance(thing, place))
    features = torch.stack(rows) @ learned["head.first.w"] + learned["head.first.b"]
    features = features + learned["head.pairs"][pairs] + learned["head.distances"][distances]
    bent = functional.dropout(functional.gelu(features, approximate="tanh"), _DROPPED)
    return bent @ learned["head.last.w"] + learned["head.last.b"]


def _told(
    learned: Tensors, questions: Sequence[Question], lower: Mapping[int, torch.Tensor]
) -> tuple[torch.Tensor, torch.Tensor]:
    """The lower layers' units with what the names are, of shape (questions, pieces, width), and which pieces are there."""
    longest = max(len(question.window.pieces) for question in questions)
    width = learned["asked"].shape[0]
    units, there = torch.zeros(len(questions), longest, width), torch.zeros(len(questions), longest, dtype=torch.bool)
    kinds, asked = torch.full((len(questions), longest), len(KINDS)), torch.zeros(len(questions), longest, 1)
    for at, question in enumerate(questions):
        size = len(question.window.pieces)
        units[at, :size] = lower[id(question.window)]
        there[at, :size] = True
        for mark in question.window.marked:
            kinds[at, mark.start : mark.end] = KINDS.index(mark.kind)
        thing = question.window.marked[question.thing]
        asked[at, thing.start : thing.end] = 1
    return units + learned["kinds"][kinds] + asked * learned["asked"], there


def _layer(
    units: torch.Tensor, hidden: torch.Tensor, fixed: Tensors, learned: Tensors, at: str, encoder: Transformer
) -> torch.Tensor:
    def mapped(of: torch.Tensor, name: str) -> torch.Tensor:
        base = f"{at}.{name}"
        weights = fixed[f"{base}.w"] + learned[f"{base}.up"] @ learned[f"{base}.down"]
        return functional.linear(of, weights, learned[f"{base}.b"])

    def normal(of: torch.Tensor, name: str) -> torch.Tensor:
        scale, shift = learned[f"{at}.{name}.w"], learned[f"{at}.{name}.b"]
        return functional.layer_norm(of, (units.shape[2],), scale, shift, encoder.epsilon)

    size, length, width = units.shape
    heads = (size, length, encoder.heads, width // encoder.heads)
    query, key, value = (mapped(units, one).view(heads).transpose(1, 2) for one in MAPS[:3])
    attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=hidden)
    attended = attended.transpose(1, 2).reshape(size, length, width)
    units = normal(units + _dropped(mapped(attended, "ao")), "aln")
    bent = functional.gelu(mapped(units, "fi"), approximate="tanh")
    return normal(units + _dropped(mapped(bent, "fo")), "oln")


def _dropped(units: torch.Tensor) -> torch.Tensor:
    """The units of each window without some of their features, the others as much larger."""
    kept = torch.rand(units.shape[0], 1, units.shape[2]) > _DROPPED
    return units * kept.to(units.dtype) / (1 - _DROPPED)
