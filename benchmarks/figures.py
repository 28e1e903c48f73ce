"""All statistics of generated districts beside plain networkx and igraph: processor seconds and peak memory, in one run.

Run: ``.venv/bin/python benchmarks/figures.py [--sizes 1000 10000 100000 1000000] [--patience 120]``.

A size is a number of statements; a district has some eight hundred of them, each with its sentence, and a graph of a
million has some thousand districts. Ours is everything of ``statistics.json``, from the network in memory to the finished
figures; its other rows are the parts of it that the peers have too, on the same links. Each cell is a process of its own,
and its memory is the whole process's peak. A peer that takes longer than the patience is given up, which is said.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
# Instead of this folder, for this file has the name of a module of the standard library.
sys.path[0] = str(ROOT)

import igraph  # noqa: E402
import networkx as nx  # noqa: E402
import numpy as np  # noqa: E402

from graph.network import statistics_of  # noqa: E402  (the repository is no installed package)
from graph.network.arrays import Arrays, simple_arrays  # noqa: E402
from graph.network.communities import SEED  # noqa: E402
from graph.network.engines import engine_for  # noqa: E402
from graph.network.structure import betweenness, closeness, pagerank  # noqa: E402
from graph.records import Heading, Reading  # noqa: E402

__all__ = ["ROWS", "districts", "main"]

#: Of each district: entities by type, and replies.
_PER_DISTRICT = {"Enterprise": 200, "Carrier": 40, "Scenario": 100, "Subdistrict": 12}
_REPLIES = 20
#: Of the whole country.
_SECTORS = 40
#: What the peers do too; a community is one division by the algorithm that each is known for.
ROWS = ("components", "cores", "cuts", "pagerank", "betweenness", "closeness", "communities")
Evidence = tuple[str, int, int, str, str, str, float]


def districts(statements: int) -> tuple[nx.MultiDiGraph[str], list[Reading]]:
    """A network with that many statements, in the form of ``graph.network.network_of``, and the replies that say them."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(base="urn:x:")
    readings: list[Reading] = []
    number = 0
    while statements > 0:
        statements -= _district(network, readings, number, statements)
        number += 1
    return network, readings


def _district(network: nx.MultiDiGraph[str], readings: list[Reading], number: int, most: int) -> int:
    """Carriers of very different size, firms that only the district is named for, operators elsewhere; the statements added."""
    chance = random.Random(number)
    texts: list[list[str]] = [[] for _ in range(_REPLIES)]
    ends = [0] * _REPLIES

    def say(words: str) -> tuple[Evidence, ...]:
        reply = chance.randrange(_REPLIES)
        start = ends[reply]
        ends[reply] = start + len(words) + 1
        texts[reply].append(words)
        return ((f"r{number}-{reply}", start, start + len(words), words, "existing", "generated", 0.9),)

    def add(kind: str, name: str, code: str | None = None) -> str:
        node = f"urn:x:{kind}/{name}"
        if node not in network:
            said = say(f"{name}是我区重点推进的对象，运行良好，成效明显。")
            network.add_node(node, type=kind, name=name, aliases=(), status="existing", code=code, evidence=said)
        return node

    made = 0

    def link(source: str, kind: str, target: str) -> None:
        nonlocal made
        if made < most and not network.has_edge(source, target, kind):
            made += 1
            said = network.nodes[source]["evidence"]
            network.add_edge(source, target, key=kind, status=chance.choice(("existing", "planned")), evidence=said)

    place = add("District", f"区{number}", f"{number:06d}")
    own = {kind: [add(kind, f"{kind}{number}-{i}") for i in range(count)] for kind, count in _PER_DISTRICT.items()}
    sites = own["Subdistrict"] + own["Carrier"]
    for street in own["Subdistrict"]:
        link(street, "partOf", place)
    for carrier in own["Carrier"]:
        link(carrier, "locatedIn", chance.choice(own["Subdistrict"]))
    for firm in own["Enterprise"]:
        park = own["Carrier"][int(len(own["Carrier"]) * chance.random() ** 1.3)]
        link(firm, "locatedIn", park if chance.random() < 0.9 else place)
        link(firm, "inSector", add("Sector", f"领域{chance.randrange(_SECTORS)}"))
    for scene in own["Scenario"]:
        link(scene, "pilotedIn", chance.choice(sites))
        link(scene, "pilotedIn", chance.choice(sites))
        link(scene, "inSector", add("Sector", f"领域{chance.randrange(_SECTORS)}"))
        # Nine in ten are run by a firm of the district.
        home = number if chance.random() < 0.9 else chance.randrange(number + 1)
        link(scene, "operatedBy", f"urn:x:Enterprise/Enterprise{home}-{chance.randrange(_PER_DISTRICT['Enterprise'])}")
    readings += [
        Reading(f"r{number}-{i}", "\n".join(said), "r", Heading(department=f"区{number}局", date="2025-06-01"))
        for i, said in enumerate(texts)
    ]
    return made


def _ours(graph: Arrays) -> dict[str, Callable[[], Any]]:
    engine = engine_for(graph)
    return {
        "components": engine.components,
        "cores": engine.cores,
        "cuts": engine.cuts,
        "pagerank": lambda: pagerank(graph),
        "betweenness": lambda: betweenness(graph, engine),
        "closeness": lambda: closeness(graph, engine),
        "communities": lambda: engine.divided(SEED),
    }


def _networkx(graph: Arrays) -> dict[str, Callable[[], Any]]:
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(graph.nodes)))
    plain.add_edges_from(zip(graph.source.tolist(), graph.target.tolist(), strict=True))
    return {
        "components": lambda: list(nx.connected_components(plain)),
        "cores": lambda: nx.core_number(plain),
        "cuts": lambda: (list(nx.articulation_points(plain)), list(nx.bridges(plain))),
        "pagerank": lambda: nx.pagerank(plain),
        "betweenness": lambda: nx.betweenness_centrality(plain),
        "closeness": lambda: nx.closeness_centrality(plain),
        "communities": lambda: nx.community.louvain_communities(plain, seed=SEED),
    }


def _igraph(graph: Arrays) -> dict[str, Callable[[], Any]]:
    peer = igraph.Graph(n=len(graph.nodes), edges=np.column_stack((graph.source, graph.target)))
    return {
        "components": peer.connected_components,
        "cores": peer.coreness,
        "cuts": lambda: (peer.articulation_points(), peer.bridges()),
        "pagerank": peer.pagerank,
        "betweenness": peer.betweenness,
        "closeness": peer.closeness,
        "communities": lambda: peer.community_leiden(objective_function="modularity", n_iterations=3),
    }


_PARTS = {"ours": _ours, "networkx": _networkx, "igraph": _igraph}


def _cell(part: str, row: str, size: int, file: Path) -> dict[str, float]:
    """One cell, in this process: seconds, and the peak memory in MiB."""
    if row == "all statistics":
        network, readings = districts(size)
        before, started, began = _peak(), time.process_time(), time.perf_counter()
        figures = statistics_of(network, len(readings), readings)
        took = {"seconds": time.process_time() - started, "elapsed": time.perf_counter() - began, "before": before}
        json.dumps(figures, allow_nan=False)
        return took | {"peak": _peak()}
    with np.load(file) as saved:
        graph = Arrays(tuple(map(str, range(int(saved["nodes"])))), saved["source"], saved["target"], saved["weight"])
    work = _PARTS[part](graph)[row]
    started = time.process_time()
    work()
    return {"seconds": time.process_time() - started, "peak": _peak()}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _asked(part: str, row: str, size: int, file: Path, patience: float) -> dict[str, float] | None:
    """One cell, from a process of its own; ``None`` where it was given up."""
    command = [sys.executable, str(Path(__file__)), "--cell", part, row, str(size), str(file)]
    # A graph of a million takes its time to be read, which is no part of the cell.
    try:
        run = subprocess.run(command, check=True, capture_output=True, timeout=patience + size / 20_000, text=True)
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _shown(found: Mapping[str, float] | None, patience: float) -> str:
    return f"> {patience:g}".rjust(20) if found is None else f"{found['seconds']:11.2f} {found['peak']:8.0f}"


def _compare(size: int, patience: float) -> None:
    """Print the table of a size."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "links.npz")
        network, readings = districts(size)
        graph, statements, replies = simple_arrays(network), network.number_of_edges(), len(readings)
        del network, readings
        np.savez(file, nodes=len(graph.nodes), source=graph.source, target=graph.target, weight=graph.weight)
        print(f"\n{statements} statements of {replies} replies: {len(graph.nodes)} entities, {graph.size} links")
        print(f"{'':16}" + "".join(f"{part:>12} s {'MiB':>6}" for part in _PARTS))
        everything = _asked("ours", "all statistics", size, file, 10 * patience)
        print(f"{'all statistics':16}{_shown(everything, 10 * patience)}", flush=True)
        for row in ROWS:
            cells = [_shown(_asked(part, row, size, file, patience), patience) for part in _PARTS]
            print(f"{row:16}" + "".join(cells), flush=True)
        if everything:
            print(f"(first row: {everything['elapsed']:.2f} s passed; {everything['before']:.0f} MiB are network and replies)")


def main() -> None:
    """Print a table a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000], help="statements")
    parser.add_argument("--patience", type=float, default=120, help="seconds that a peer may take for a row")
    parser.add_argument("--cell", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.cell:
        part, row, size, file = options.cell
        print(json.dumps(_cell(part, row, int(size), Path(file))))
        return
    for size in options.sizes:
        _compare(size, options.patience)


if __name__ == "__main__":
    main()
