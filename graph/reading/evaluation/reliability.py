"""Whether a confidence means something: how many of the claims of one confidence are right."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from graph.reading.evaluation.comparing import Claim

__all__ = ["bins", "expected_error"]

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def bins(claims: Iterable[Claim]) -> list[tuple[float, float, int, float, float]]:
    """The reliability curve: for each range its edges, how many claims, their mean confidence, the share that is right."""
    sorted_claims = list(claims)
    rows = []
    for low, high in itertools.pairwise(_EDGES):
        inside = [c for c in sorted_claims if low <= c.confidence < high]
        if inside:
            mean = sum(c.confidence for c in inside) / len(inside)
            rows.append((low, min(high, 1.0), len(inside), mean, sum(c.right for c in inside) / len(inside)))
    return rows


def expected_error(claims: Sequence[Claim]) -> float:
    """Expected calibration error: the mean distance of confidence and share right, weighted by size (Naeini et al. 2015)."""
    return sum(n * abs(mean - right) for _, _, n, mean, right in bins(claims)) / len(claims) if claims else 0.0
