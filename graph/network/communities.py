"""Communities that chance would not give: the division, how sure it is, and what explains each group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from graph.network.agreement import adjusted_mutual_information
from graph.network.arrays import Arrays, Labels, modularity
from graph.network.chance import Dealer
from graph.network.engines import Engine, engine_for
from graph.network.projections import Membership, within_bounds

__all__ = ["LEAST_Z", "RUNS", "SEED", "communities_of", "shown"]

#: Of the community algorithm, the random graphs and the pivots; part of the figures' definition.
SEED = 20230303
#: Runs of the algorithm, and random graphs beside it; fewer on large graphs, and the output says how many.
RUNS = 50
_FEWEST = 5
#: Edges that all runs together may visit.
_BUDGET = 2_000_000
#: Divisions at a time, where there are processors: the libraries let go of the interpreter. Each takes memory of its own.
_THREADS = 2
#: A division is only called one where its modularity stands this many standard deviations above the random graphs'.
LEAST_Z = 3.0
_FEWEST_EDGES = 4
_DIGITS = 6

#: Gives a random graph for a seed.
Draw = Callable[[int], Arrays]


def communities_of(
    graph: Arrays, traits: Mapping[str, Mapping[str, Sequence[str]]], belongs: Sequence[Membership] | None = None
) -> dict[str, Any]:
    """The communities of a network, or the words that there are none.

    Leiden (Traag, Waltman and van Eck 2019), in networkit Louvain (Blondel et al. 2008), is run with ``RUNS`` seeds, on large
    networks with fewer; the division of highest modularity is reported. ``z`` is the mean modularity of the runs, less that of
    as many random graphs with the same degrees, in standard deviations of the latter (Guimerà, Sales-Pardo and Amaral 2004).
    For a projection the memberships are dealt anew and projected again: its links come in cliques, and beside a random graph
    of links alone every projection would look divided. ``agreement`` is the mean adjusted mutual information of the other
    runs with the reported one.

    Parameters
    ----------
    graph:
        Of the network; nodes without an edge are in no community.
    traits:
        For each of ``type`` and ``place`` (or others): the values that a node has.
    belongs:
        Of a projection: what it was projected from.

    Returns
    -------
    dict
        ``method``, ``seed``, ``runs``, ``random_graphs``, ``modularity``, ``random_modularity``, ``z``, ``agreement``,
        ``found``, ``note`` and ``groups``, which is empty where ``found`` is false.
    """
    linked = graph.linked()
    figures: dict[str, Any] = {"method": None, "seed": SEED, "engine": None, "runs": 0, "random_graphs": 0}
    figures |= dict.fromkeys(("modularity", "random_modularity", "random_deviation", "z", "agreement", "least_agreement"))
    figures |= {"found": False, "note": None, "groups": []}
    if linked.size == 0:
        return figures | {"note": "no relation, so no community"}
    if linked.size < _FEWEST_EDGES:
        return figures | {"note": f"too small: {linked.size} links"}
    engine = engine_for(linked)
    return figures | _measured(engine, traits, _draw(engine, belongs))


def _draw(engine: Engine, belongs: Sequence[Membership] | None) -> Draw:
    return engine.rewired if belongs is None else Dealer(within_bounds(belongs)).graph


def _measured(engine: Engine, traits: Mapping[str, Mapping[str, Sequence[str]]], draw: Draw) -> dict[str, Any]:
    graph = engine.graph
    runs = max(_FEWEST, min(RUNS, _BUDGET // graph.size))
    seeds = range(SEED, SEED + runs)
    with ThreadPoolExecutor(_THREADS) as pool:
        divisions = list(pool.map(engine.divided, seeds))
        # One graph is drawn while the one before is divided.
        chance = [found.result() for found in [pool.submit(_of_random, draw(seed), seed) for seed in seeds]]
    quality = [modularity(graph, labels) for labels in divisions]
    best = max(range(runs), key=lambda i: (round(quality[i], 9), -i))
    mean, deviation = float(np.mean(chance)), float(np.std(chance, ddof=1))
    z = (float(np.mean(quality)) - mean) / deviation if deviation > 1e-9 else None
    agreement = _agreement(divisions, best)
    found = z is not None and z >= LEAST_Z
    return {
        "method": engine.method,
        "engine": engine.divider,
        "runs": runs,
        "random_graphs": runs,
        "modularity": round(quality[best], _DIGITS),
        "random_modularity": round(mean, _DIGITS),
        "random_deviation": round(deviation, _DIGITS),
        "z": None if z is None else round(z, 3),
        "agreement": round(float(np.mean(agreement)), 4),
        "least_agreement": round(min(agreement), 4),
        "found": found,
        "note": None if found else _why_none(z),
        "groups": _groups(graph, divisions[best], traits) if found else [],
    }


def _why_none(z: float | None) -> str:
    if z is None:
        return "random graphs with the same degrees do not differ, so that nothing can be compared"
    return f"the network is no more clustered than chance (z {shown(z)}, below {LEAST_Z:g})"


def shown(z: float) -> str:
    """A ``z`` that is below :data:`LEAST_Z` with one digit behind the point, and below it as written too."""
    return f"{min(round(z, 1), LEAST_Z - 0.1):.1f}"


def _of_random(graph: Arrays, seed: int) -> float:
    """Modularity of the division of a random graph."""
    linked = graph.linked()
    return modularity(linked, engine_for(linked).divided(seed)) if linked.size else 0.0


def _agreement(divisions: Sequence[Labels], best: int) -> list[float]:
    """Of every other run with the best one; runs that gave the same division are compared once."""
    known: dict[bytes, float] = {divisions[best].tobytes(): 1.0}
    reported = divisions[best].tolist()
    values = []
    for i, labels in enumerate(divisions):
        key = labels.tobytes()
        if key not in known:
            known[key] = adjusted_mutual_information(reported, labels.tolist())
        if i != best:
            values.append(known[key])
    return values


def _groups(graph: Arrays, labels: Labels, traits: Mapping[str, Mapping[str, Sequence[str]]]) -> list[dict[str, Any]]:
    members: dict[int, list[int]] = defaultdict(list)
    for node, label in enumerate(labels.tolist()):
        members[label].append(node)
    ordered = sorted(members.values(), key=lambda group: (-len(group), group))
    inner = _inner_strength(graph, labels)
    outside = {trait: Counter(v for n in graph.nodes for v in values.get(n, ())) for trait, values in traits.items()}
    rows = []
    for number, group in enumerate(ordered):
        chief = sorted(group, key=lambda n: (-round(inner[n], 9), n))
        names = [graph.nodes[n] for n in group]
        explained = {t: _explained(names, values, outside[t]) for t, values in traits.items()}
        rows.append({"id": str(number), "size": len(group), "members": [graph.nodes[n] for n in chief], "explained": explained})
    return rows


def _inner_strength(graph: Arrays, labels: Labels) -> list[float]:
    """Weight of the links of each node to members of its own group."""
    inside = labels[graph.source] == labels[graph.target]
    ends = np.concatenate((graph.source[inside], graph.target[inside]))
    weight = np.concatenate((graph.weight[inside], graph.weight[inside]))
    found: list[float] = np.bincount(ends, weights=weight, minlength=len(graph.nodes)).tolist()
    return found


def _explained(group: list[str], values: Mapping[str, Sequence[str]], everywhere: Counter[str]) -> dict[str, Any] | None:
    """The value that marks the group best: most of it inside, few outside (Jaccard's index of the two sets)."""
    inside = Counter(value for node in group for value in values.get(node, ()))
    if not inside:
        return None

    def index(value: str) -> float:
        return inside[value] / (len(group) + everywhere[value] - inside[value])

    best = min(inside, key=lambda v: (-round(index(v), 9), v))
    return {"value": best, "members": inside[best], "everywhere": everywhere[best], "index": round(index(best), 4)}
