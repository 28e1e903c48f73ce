"""How far two divisions of the same things into groups agree, beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["adjusted_mutual_information"]


def adjusted_mutual_information(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """Adjusted mutual information of two labellings, with the arithmetic mean of the entropies below the line.

    N. X. Vinh, J. Epps and J. Bailey, Information theoretic measures for clusterings comparison, Journal of Machine
    Learning Research 11 (2010). (scikit-learn has the same, at a second of import for one formula; the tests hold this
    one against it.)

    Parameters
    ----------
    first, second:
        A label for each thing, in the same order.

    Returns
    -------
    float
        1 where they are the same division, about 0 where they agree as chance would have it; it may be below 0.

    Raises
    ------
    ValueError
        Where the two are of different length.
    """
    if len(first) != len(second):
        raise ValueError("two labellings of different length")
    total = len(first)
    rows, columns = Counter(first), Counter(second)
    if len(rows) == len(columns) and len(rows) in (0, 1, total):
        return 1.0
    mutual = _mutual(Counter(zip(first, second, strict=True)), rows, columns, total)
    expected = _expected(Counter(rows.values()), Counter(columns.values()), total)
    mean = (_entropy(rows, total) + _entropy(columns, total)) / 2
    # Where both lie at their ceiling the difference is rounding alone.
    below = mean - expected
    smallest = float(np.finfo(float).eps)
    below = min(below, -smallest) if below < 0 else max(below, smallest)
    return float((mutual - expected) / below)


def _entropy(sizes: Counter[Hashable], total: int) -> float:
    shares = np.array(sorted(sizes.values()), dtype=float) / total
    return float(-(shares * np.log(shares)).sum())


def _mutual(cells: Counter[tuple[Hashable, Hashable]], rows: Counter[Hashable], columns: Counter[Hashable], total: int) -> float:
    both = np.array(list(cells.values()), dtype=float)
    of_row = np.array([rows[r] for r, _ in cells], dtype=float)
    of_column = np.array([columns[c] for _, c in cells], dtype=float)
    return float(np.sort(both / total * np.log(total * both / (of_row * of_column))).sum())


def _expected(rows: Counter[int], columns: Counter[int], total: int) -> float:
    """Expected mutual information under the hypergeometric model; sizes that recur are computed once."""
    factorial = np.concatenate(((0.0,), np.cumsum(np.log(np.arange(1, total + 1, dtype=float)))))
    sizes = np.array(sorted(columns), dtype=np.int64)
    times = np.array([columns[size] for size in sizes.tolist()], dtype=float)
    return sum(rows[a] * float(times @ _overlaps(a, sizes, total, factorial)) for a in sorted(rows))


def _overlaps(a: int, sizes: NDArray[np.int64], total: int, factorial: NDArray[np.float64]) -> NDArray[np.float64]:
    """For a group of ``a`` things and one of each size: the sum over their possible overlaps; ``factorial`` holds ln n!."""
    least = np.maximum(1, a + sizes - total)
    many = np.minimum(a, sizes) - least + 1
    start = np.cumsum(many) - many
    b = np.repeat(sizes, many)
    n = np.arange(int(many.sum())) - np.repeat(start - least, many)
    weight = factorial[a] + factorial[b] + factorial[total - a] + factorial[total - b] - factorial[total]
    spread = factorial[n] + factorial[a - n] + factorial[b - n] + factorial[total - a - b + n]
    return np.add.reduceat(n / total * np.log(total * n / (a * b)) * np.exp(weight - spread), start)
