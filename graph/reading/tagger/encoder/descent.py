"""What the encoder and the classifier upon it are learned by: batches, steps, and features that are dropped out, in PyTorch.

AdamW (Loshchilov and Hutter 2019) with a rate that rises over the first steps and then falls to nothing; sums of one thread.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np
import torch

from graph.reading.tagger.archives import Floats

__all__ = ["Tensors", "batches", "begin", "descend", "differences", "dropped"]

Tensors = dict[str, torch.Tensor]
_Lesson = TypeVar("_Lesson")

_DROPPED = 0.1
_DECAY = 0.01
_LEAST_SHARE = 0.02
_LONGEST_STEP = 1.0
#: Of how many steps lessons are sorted by length.
_SORTED = 20


def begin() -> random.Random:
    """The same chances each time, and one thread; what batches are drawn by."""
    torch.manual_seed(0)
    # Sums of several threads differ with their number; and two that wait for each other on a busy machine are slower than one.
    torch.set_num_threads(1)
    return random.Random(0)  # noqa: S311 - an order, no secret


def batches(
    lessons: Sequence[_Lesson], length: Callable[[_Lesson], int], at_once: int, chance: random.Random
) -> list[list[_Lesson]]:
    """Lessons of like length together, so many a step, in an order by chance."""
    order = chance.sample(lessons, len(lessons))
    drawn = []
    for at in range(0, len(order), at_once * _SORTED):
        some = sorted(order[at : at + at_once * _SORTED], key=length)
        drawn += [some[first : first + at_once] for first in range(0, len(some), at_once)]
    return chance.sample(drawn, len(drawn))


def descend(
    learned: Tensors,
    steps: Sequence[Sequence[_Lesson]],
    loss_of: Callable[[Sequence[_Lesson]], torch.Tensor],
    rate: float,
    rising: float,
) -> Iterator[float]:
    """Take a step for each batch; its loss.

    Parameters
    ----------
    learned:
        What is changed, in place.
    steps:
        All batches, in order.
    loss_of:
        A batch's, with gradients.
    rate:
        At its highest.
    rising:
        Over which share of all steps it rises.
    """
    maps = [tensor for tensor in learned.values() if tensor.dim() > 1]
    rest = [tensor for tensor in learned.values() if tensor.dim() == 1]
    groups = [{"params": maps, "weight_decay": _DECAY}, {"params": rest, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=rate)
    for done, batch in enumerate(steps):
        share = min((done + 1) / (rising * len(steps)), max(_LEAST_SHARE, 1 - done / len(steps)))
        for group in optimiser.param_groups:
            group["lr"] = rate * share
        loss = loss_of(batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*maps, *rest], _LONGEST_STEP)
        optimiser.step()
        yield loss.item()


def differences(learned: Mapping[str, torch.Tensor], fixed: Mapping[str, torch.Tensor]) -> dict[str, Floats]:
    """What was learned: of what was there before, how it differs from that."""

    def one(name: str, tensor: torch.Tensor) -> Floats:
        changed = tensor.detach() - fixed[name] if name in fixed else tensor.detach()
        array: Floats = changed.numpy().astype(np.float32)
        return array

    return {name: one(name, tensor) for name, tensor in learned.items()}


def dropped(units: torch.Tensor) -> torch.Tensor:
    """The units of each window without some of their features, the others as much larger."""
    kept = torch.rand(units.shape[0], 1, units.shape[2]) > _DROPPED
    return units * kept.to(units.dtype) / (1 - _DROPPED)
