"""What holds a network together: components, cores, centralities, and whom it would fall apart without."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from graph.network.arrays import Arrays, Floats, Labels, Part, parts_of
from graph.network.communities import SEED
from graph.network.engines import Engine

__all__ = ["LISTED", "assortativity", "betweenness", "centrality_of", "closeness", "pagerank", "structure_of"]

_DIGITS = 6
#: Rows of the centralities; the chief ones where a network has more nodes.
LISTED = 20_000
#: Nodes and edges that closeness may visit.
_STEPS = 4_000_000
_FEWEST_PIVOTS = 16
#: Components up to this size have exact closeness whatever the size of the graph, and such up to the other exact betweenness.
_POOLED, _EXACT = 500, 1_000
#: When the power iteration of PageRank ends.
_RANK_ROUNDS, _RANK_CHANGE = 500, 1e-12


def structure_of(graph: Arrays, engine: Engine, edges: int | None = None) -> dict[str, Any]:
    """Figures of the network as a whole.

    Parameters
    ----------
    graph:
        Undirected and simple.
    engine:
        Of the same graph.
    edges:
        To be reported as ``edges``: statements of the whole graph, of which a pair may have several.

    Returns
    -------
    dict
        ``nodes``, ``edges``, ``links`` (pairs), ``density`` (links over possible links), ``components``,
        ``component_sizes``, ``isolated``, ``degree_distribution`` (nodes by number of neighbours), ``mean_degree``,
        ``core`` (the highest core number and its members), ``articulation_points`` and ``bridges`` as node names.
    """
    count, degrees = len(graph.nodes), graph.degrees()
    sizes = sorted(Counter(engine.components().tolist()).values(), reverse=True)
    cores = engine.cores()
    highest = int(cores.max()) if count else 0
    points, bridges = engine.cuts()
    spread = Counter(degrees.tolist())
    return {
        "nodes": count,
        "edges": graph.size if edges is None else edges,
        "links": graph.size,
        "density": round(2 * graph.size / (count * (count - 1)), _DIGITS) if count > 1 else 0.0,
        "components": len(sizes),
        "component_sizes": sizes,
        "isolated": spread[0],
        "mean_degree": round(float(degrees.mean()), 4) if count else 0.0,
        "degree_distribution": [{"degree": degree, "nodes": spread[degree]} for degree in sorted(spread)],
        "core": {
            "number": highest,
            "members": [graph.nodes[n] for n in np.flatnonzero(cores == highest)] if highest else [],
        },
        "articulation_points": [graph.nodes[n] for n in points],
        "bridges": [[graph.nodes[u], graph.nodes[v]] for u, v in bridges],
        "engine": engine.name,
    }


def centrality_of(graph: Arrays, engine: Engine) -> dict[str, Any]:
    """Degree, core number, betweenness, closeness and PageRank by node.

    Returns
    -------
    dict
        ``rows``: ``iri``, ``degree``, ``degree_centrality``, ``core``, ``betweenness``, ``closeness``, ``pagerank``, by
        betweenness, then degree; the chief :data:`LISTED`. ``pivots`` and ``error`` say from how many samples
        betweenness was estimated (``None``: exact) and how far off it may be at 90 % confidence;
        ``closeness_pivots`` the same of closeness.
    """
    degrees, cores, rank = graph.degrees(), engine.cores(), pagerank(graph)
    between, pivots, error = betweenness(graph, engine)
    close, close_pivots = closeness(graph, engine)
    most = max(len(graph.nodes) - 1, 1)
    order = sorted(range(len(graph.nodes)), key=lambda n: (-round(float(between[n]), 9), -degrees[n], n))
    rows = [
        {
            "iri": graph.nodes[n],
            "degree": int(degrees[n]),
            "degree_centrality": round(float(degrees[n]) / most, _DIGITS),
            "core": int(cores[n]),
            "betweenness": round(float(between[n]), _DIGITS),
            "closeness": round(float(close[n]), _DIGITS),
            "pagerank": round(float(rank[n]), _DIGITS),
        }
        for n in order[:LISTED]
    ]
    return {"rows": rows, "pivots": pivots, "error": round(error, 4), "closeness_pivots": close_pivots}


def pagerank(graph: Arrays, damping: float = 0.85) -> Floats:
    """PageRank of each node of the undirected, weighted graph (Brin and Page 1998); sums to 1.

    What a node without a link would pass on is shared by all. (Written out, for networkit's differs from networkx's and
    igraph's in the third digit, and networkx's brings scipy's sparse matrices along.)
    """
    count = len(graph.nodes)
    rank = np.full(count, 1 / max(count, 1))
    ends = np.concatenate((graph.source, graph.target))
    others = np.concatenate((graph.target, graph.source))
    weight = np.concatenate((graph.weight, graph.weight))
    strength = np.bincount(ends, weights=weight, minlength=count)
    passed = weight / strength[ends]
    for _ in range(_RANK_ROUNDS):
        before = rank
        flow = np.bincount(others, weights=passed * rank[ends], minlength=count)
        rank = (1 - damping + damping * rank[strength == 0].sum()) / max(count, 1) + damping * flow
        if np.abs(rank - before).sum() < _RANK_CHANGE:
            break
    return rank


def betweenness(graph: Arrays, engine: Engine) -> tuple[Floats, int | None, float]:
    """Betweenness of each node, normalised to 0 to 1 (Freeman 1978), component by component.

    Returns
    -------
    tuple
        The values; the least number of samples in any component (``None``: exact in all); how far a value may be off at
        90 % confidence, the most of any component.
    """
    count = len(graph.nodes)
    pairs = max((count - 1) * (count - 2), 1)
    values, samples, error = np.zeros(count), None, 0.0
    for part in parts_of(graph, engine.components(), _EXACT):
        paths, few, off = engine.paths_through(part, SEED)
        values[part.members] = paths / pairs
        samples = few if samples is None else min(samples, few or samples)
        error = max(error, off / pairs)
    return values, samples, error


def closeness(graph: Arrays, engine: Engine) -> tuple[Floats, int | None]:
    """Closeness of each node, 0 to 1, corrected for components (Wasserman and Faust 1994).

    ``(r-1)/(n-1) · (r-1)/(sum of distances)``, r being the nodes of the component. On large graphs the mean distance is
    taken to seeded pivots inside each large component (Eppstein and Wang 2004); small ones stay exact.

    Returns
    -------
    tuple
        The values, and the number of pivots (``None`` where it is exact).
    """
    count = len(graph.nodes)
    if not count:
        return np.zeros(0), None
    labels = engine.components()
    size = np.bincount(labels)[labels]
    pivots = None
    mean = np.ones(count)
    for part in parts_of(graph, labels, _POOLED):
        mean[part.members], few = _mean_of_part(part, engine)
        pivots = few if pivots is None else min(pivots, few or pivots)
    return np.where(size > 1, (size - 1) / max(count - 1, 1) / mean, 0.0), pivots


def _mean_steps(engine: Engine, sources: Iterable[int], count: int) -> Floats:
    """Mean distance of each node to those of the sources that it reaches and is not; 1 where there is none."""
    total, seen = np.zeros(count), np.zeros(count)
    for source in sources:
        steps = engine.distances(source)
        reached = steps > 0
        total[reached] += steps[reached]
        seen += reached
    return np.where(seen > 0, total / np.maximum(seen, 1), 1.0)


def _mean_of_part(part: Part, engine: Engine) -> tuple[Floats, int | None]:
    """Mean distance of the nodes of a part inside their components; and from how many pivots, where not from all."""
    count = len(part.members)
    if count > 2 * _POOLED:
        pivots = min(count, max(_STEPS // (count + len(part.source)), _FEWEST_PIVOTS))
        chosen = random.Random(SEED).sample(part.members.tolist(), pivots)  # noqa: S311 - a seeded figure, no secret
        return _mean_steps(engine, sorted(chosen), engine.components().size)[part.members], pivots if pivots < count else None
    from scipy.sparse import csr_array  # noqa: PLC0415 - only large graphs need it
    from scipy.sparse.csgraph import shortest_path  # noqa: PLC0415

    links = csr_array((np.ones(len(part.source)), (part.source, part.target)), shape=(count, count))
    steps = shortest_path(links, directed=False, unweighted=True)
    steps[np.isinf(steps)] = 0
    return steps.sum(axis=1) / np.maximum((steps > 0).sum(axis=1), 1), None


def assortativity(graph: Arrays, values: Mapping[str, str]) -> float | None:
    """Assortativity by a trait: M. E. J. Newman, Mixing patterns in networks, Physical Review E 67, 026126 (2003).

    1 where links join only like to like, below 0 where they join unlike; ``None`` where it has no value, for there is
    no link, or all ends are alike.
    """
    names = sorted(set(values.values()))
    number = {name: i for i, name in enumerate(names)}
    kinds: Labels = np.array([number[values[node]] for node in graph.nodes], dtype=np.int64)
    if not graph.size:
        return None
    mixing = np.zeros((len(names), len(names)))
    np.add.at(mixing, (kinds[graph.source], kinds[graph.target]), 1)
    mixing = (mixing + mixing.T) / (2 * graph.size)
    alike = float((mixing.sum(axis=0) * mixing.sum(axis=1)).sum())
    if math.isclose(alike, 1):
        return None
    return round((float(np.trace(mixing)) - alike) / (1 - alike), _DIGITS)
