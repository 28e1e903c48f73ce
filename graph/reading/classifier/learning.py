"""Learning the classifier upon the encoder, by PyTorch; only who trains needs it.

The same network as :mod:`graph.reading.classifier.network`, with gradients: binary cross-entropy of each pair of a thing and a
place, in the steps of :mod:`graph.reading.tagger.encoder.descent`. What the lower layers make of a window does not change and
is reckoned once. The same lessons on the same machine give the same weights.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice

import numpy as np
import torch
from torch.nn import functional

from graph.reading.classifier.network import DISTANCES, LOWER, MAPS, NORMALS, distance
from graph.reading.classifier.windows import KINDS, THINGS, Question, Window
from graph.reading.tagger.archives import Floats
from graph.reading.tagger.encoder.descent import Tensors, batches, begin, descend, differences, dropped
from graph.reading.tagger.encoder.network import Transformer
from graph.reading.tagger.encoder.pretrained import Pretrained

__all__ = ["Lesson", "learn"]

#: Of the differences added to the maps.
_RANK = 16
#: Of the head.
_FEATURES = 256
#: From the beginning, and from where it was left.
_RATE, _LOWER_RATE = 6e-4, 4e-4
#: Of all steps.
_RISING = 0.1
#: Questions a step, and after how many steps a line is said.
_AT_ONCE, _SAID = 24, 100
#: Windows of which the lower layers are reckoned at once.
_WINDOWS = 32
#: How likely a pair is before anything is learned, as log-odds.
_RARE = -2.0

#: A question, for each of its places whether it is the thing's own (``None`` where that is doubtful), and how often it counts.
Lesson = tuple[Question, Sequence[bool | None], float]


def learn(
    passes: Sequence[Sequence[Lesson]],
    pretrained: Pretrained,
    encoder: Transformer,
    say: Callable[[str], None],
    begun: Mapping[str, Floats] | None = None,
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
    begun:
        What this gave before: it is learned on from there, at a lower rate.
    """
    chance = begin()
    fixed = _fixed(encoder)
    lower = _lower([question.window for question, _, _ in chain.from_iterable(passes)], pretrained, encoder)
    learned = _beginning(fixed, pretrained.width) if begun is None else _as_it_was(begun, fixed)
    drawn = (batches(lessons, lambda lesson: len(lesson[0].window.pieces), _AT_ONCE, chance) for lessons in passes)
    steps = list(chain.from_iterable(drawn))
    rate = _RATE if begun is None else _LOWER_RATE
    losses = descend(learned, steps, lambda batch: _loss(fixed, learned, batch, lower, encoder), rate, _RISING)
    for done in range(0, len(steps), _SAID):
        some = list(islice(losses, _SAID))
        say(f"{done + len(some)} of {len(steps)} steps: {sum(some) / len(some):.4f}")
    return differences(learned, fixed)


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


def _as_it_was(begun: Mapping[str, Floats], fixed: Mapping[str, torch.Tensor]) -> Tensors:
    """What :func:`differences` was made of."""
    tensors = {name: torch.from_numpy(array.astype(np.float32)) for name, array in begun.items()}
    return {name: (tensor + fixed[name] if name in fixed else tensor).requires_grad_() for name, tensor in tensors.items()}


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
    bent = functional.gelu(features, approximate="tanh")
    return dropped(bent[:, None])[:, 0] @ learned["head.last.w"] + learned["head.last.b"]


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
    units = normal(units + dropped(mapped(attended, "ao")), "aln")
    bent = functional.gelu(mapped(units, "fi"), approximate="tanh")
    return normal(units + dropped(mapped(bent, "fo")), "oln")
