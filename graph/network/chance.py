"""What a division is held against: graphs and deals of memberships that keep every degree, else by chance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.network.arrays import Arrays, Labels
from graph.network.projections import Membership, linked_by_group

__all__ = ["Dealer", "rewired", "switched"]

#: Swaps tried for each pair.
_TRIES = 10
#: Share of the pairs that take part in a round. Below 1, so that any one swap may also happen alone and every graph with
#: these degrees can be reached.
_SHARE = 0.9


def switched(first: Labels, second: Labels, width: int, chance: np.random.Generator, *, undirected: bool) -> Labels:
    """Pairs with their second ends exchanged at random: as many pairs of each first and of each second end, none twice.

    In a round the pairs are matched at random and every match tries its swap at once. A match swaps where its two pairs and
    the two that it would make are, all four, held or tried by no other match: a condition that is the same before and
    after, so the chain is symmetric and tends to the uniform distribution, as the chain of single swaps does whose moves
    are among its own (Ray, Pinar and Seshadhri 2012; Fosdick, Larremore, Nishimura and Ugander 2018).

    Parameters
    ----------
    first, second:
        Ends of each pair, each pair once; shape (pairs,). Of an undirected link the smaller end is the first.
    width:
        Above every number in ``second``.
    chance:
        Advanced by the draw.
    undirected:
        Whether the two ends are of one kind, so that either may be exchanged, and a pair of the same two is none.

    Returns
    -------
    ndarray
        ``first * width + second`` of each pair, sorted.
    """
    first, second, count = first.copy(), second.copy(), len(first)
    half = count // 2
    for _ in range(round(2 * _TRIES / _SHARE) if half else 0):
        order = chance.permutation(count)
        i, j = order[:half], order[half : 2 * half]
        taking_part = chance.random(half) < _SHARE
        i, j = i[taking_part], j[taking_part]
        a, g, b, h = first[i], second[i], first[j], second[j]
        if undirected:
            turned = chance.random(len(i)) < 0.5
            b, h = np.where(turned, h, b), np.where(turned, b, h)
            sound = (a != h) & (b != g)
            i, j, a, g, b, h = (part[sound] for part in (i, j, a, g, b, h))
        one, other = (_keys(a, h, width, undirected), _keys(b, g, width, undirected))
        held = first * width + second
        free = ~_twice((held, one, other), (held[i], held[j], one, other))
        i, j = i[free], j[free]
        first[i], second[i] = np.divmod(one[free], width)
        first[j], second[j] = np.divmod(other[free], width)
    return np.sort(first * width + second)


def _keys(first: Labels, second: Labels, width: int, undirected: bool) -> Labels:
    return np.minimum(first, second) * width + np.maximum(first, second) if undirected else first * width + second


def _twice(among: Sequence[Labels], asked: Sequence[Labels]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether any of the keys asked for, at each place, occurs twice among them all."""
    everything = np.sort(np.concatenate(among))
    twice = everything[1:][everything[1:] == everything[:-1]]
    found = np.zeros(len(asked[0]), dtype=np.bool_)
    if twice.size:
        for keys in asked:
            found |= twice[np.minimum(np.searchsorted(twice, keys), twice.size - 1)] == keys
    return found


def rewired(graph: Arrays, seed: int) -> Arrays:
    """A random graph in which every node has as many neighbours as here (Maslov and Sneppen 2002), without weights."""
    count = len(graph.nodes)
    keys = switched(graph.source, graph.target, count, np.random.default_rng(seed), undirected=True)
    source, target = np.divmod(keys, count)
    return Arrays(graph.nodes, source, target, np.ones(len(keys)))


class Dealer:
    """Deals memberships anew: each member keeps its number of groups of a kind, each group its number of members.

    Parameters
    ----------
    belongs:
        Of :func:`graph.network.projections.memberships`, those of groups that are not left out.
    """

    def __init__(self, belongs: Sequence[Membership]) -> None:
        self.nodes = tuple(sorted({m.member for m in belongs}))
        self.groups = tuple(sorted({m.group for m in belongs}))
        member, group = ({name: i for i, name in enumerate(names)} for names in (self.nodes, self.groups))
        self.kinds = tuple(sorted({m.kind for m in belongs}))
        self._pairs = {
            kind: np.array([(group[m.group], member[m.member]) for m in sorted(belongs) if m.kind == kind], dtype=np.int64)
            for kind in self.kinds
        }

    def dealt(self, seed: int) -> dict[str, Labels]:
        """By kind, ``group * len(nodes) + member`` of each membership, as places in ``groups`` and ``nodes``; sorted."""
        chance = np.random.default_rng(seed)
        width = len(self.nodes)
        ends = {kind: (pairs[:, 0], pairs[:, 1]) for kind, pairs in self._pairs.items()}
        return {kind: switched(group, member, width, chance, undirected=False) for kind, (group, member) in ends.items()}

    def graph(self, seed: int) -> Arrays:
        """The projection of one deal."""
        found = [np.zeros(0, dtype=np.int64), *self.dealt(seed).values()]
        return linked_by_group(self.nodes, np.unique(np.concatenate(found)))
