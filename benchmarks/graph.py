"""The graph beside its peers: load, five questions and validation, in processor seconds, over a generated district.

Run: ``.venv/bin/python benchmarks/graph.py [--sizes 10000 100000 1000000] [--kglab PYTHON] [--patience 120]``.

Ours is the store on disk that a build makes. The peers are plain rdflib (in memory) and, where ``--kglab`` names a Python
that has it (``python3 -m venv DIR && DIR/bin/pip install kglab``), kglab. They hold the merged graph only, which is half
of the quads, and are asked the same questions. A row that takes a peer longer than the patience is given up and says so.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from graph.rdf.queries import ask  # noqa: E402  (the repository is no installed package)
from graph.rdf.store import adopt, fill, open_build  # noqa: E402
from graph.rdf.triples import write_nquads  # noqa: E402
from graph.rdf.validation import SHAPES, validate  # noqa: E402
from graph.rdf.vocabulary import ENTITY_BASE, PREFIXES  # noqa: E402
from graph.records import Entity, Evidence, Heading, Reading, Relation, Status  # noqa: E402
from graph.resolution import resolve  # noqa: E402

__all__ = ["QUESTIONS", "district", "main"]

_SYLLABLES = "云岚启衡沐川芮达北埠听潮砺芯拓翎白沙行知鹿鸣恒思途邻趣影漕溪宏海景明朗清远和安泰瑞丰嘉禾天工智联华星辰宇海纳百川"
_SECTORS = ("人工智能", "大数据", "云计算", "区块链", "物联网", "机器人", "集成电路", "生物医药", "金融科技", "数字内容")
FIRM = "甲乙丙科技"
#: One question of each kind; prefixes are declared for those who do not know them.
QUESTIONS = {
    "count": "SELECT (COUNT(?e) AS ?n) WHERE { ?e a dai:Evidence }",
    "provenance of one enterprise": f"""SELECT ?property ?sentence ?reply WHERE {{ ?firm skos:prefLabel "{FIRM}"@zh .
        ?e dai:subject ?firm ; dai:property ?property ; dai:quotation ?sentence ; dai:reply ?reply }}""",
    "three hops": f"""SELECT DISTINCT ?name WHERE {{ ?firm skos:prefLabel "{FIRM}"@zh ; dai:locatedIn ?carrier .
        ?other dai:locatedIn ?carrier ; dai:inSector ?sector . ?third dai:inSector ?sector ; skos:prefLabel ?name }}""",
    "group by": """SELECT ?sector (COUNT(DISTINCT ?firm) AS ?n) WHERE {
        ?firm a dai:Enterprise ; dai:inSector ?s . ?s skos:prefLabel ?sector } GROUP BY ?sector ORDER BY DESC(?n)""",
    "text filter": """SELECT ?sentence WHERE { ?e a dai:Evidence ; dai:quotation ?sentence
        FILTER(CONTAINS(?sentence, "川芮")) }""",
}


def district(quads: int, file: Path) -> int:
    """Write the N-Quads of a generated district with about that many quads; the number it has."""
    count = max(2, quads // 1100)
    while True:
        readings = [_reading(number, count) for number in range(count)]
        write_nquads(file, resolve(readings), ENTITY_BASE)
        with file.open("rb") as lines:
            found = sum(1 for _ in lines)
        if abs(found - quads) < quads / 10 or count == 2:
            return found
        count = max(2, round(count * quads / found))


def _reading(number: int, count: int) -> Reading:
    """A reply with some fifteen enterprises, five carriers, five scenarios, and the sentences that say where they are."""
    chance = random.Random(number)
    parts: list[str] = []
    entities: dict[tuple[str, str], Entity] = {}
    relations = []

    def say(words: str) -> Evidence:
        start = sum(map(len, parts))
        parts.append(words)
        return Evidence(start, start + len(words), words)

    def name(kind: str, suffix: str, most: int) -> str:
        seed = random.Random(f"{kind}{chance.randrange(most)}")
        return "".join(seed.sample(_SYLLABLES, 4)) + suffix

    def add(kind: str, called: str, status: Status | None = Status.EXISTING) -> None:
        if (kind, called) not in entities:
            entities[kind, called] = Entity(kind, called, (), status, (say(called),), "generated", 0.9)

    def link(kind: str, a: tuple[str, str], b: tuple[str, str], verb: str) -> None:
        relations.append(Relation(kind, *a, *b, Status.EXISTING, (say(f"{a[1]}{verb}{b[1]}。"),), "generated", 0.9))

    carriers = [("Carrier", name("c", "园", count)) for _ in range(5)]
    firms = [("Enterprise", name("e", "科技", count * 8)) for _ in range(15)]
    if number == 0:
        firms[0] = ("Enterprise", FIRM)
    scenes = [("Scenario", name("s", "平台", count * 3)) for _ in range(5)]
    for kind, called in (*carriers, *firms, *scenes):
        add(kind, called)
    for firm in dict.fromkeys(firms):
        sector = ("Sector", chance.choice(_SECTORS))
        add(*sector, status=None)
        link("locatedIn", firm, chance.choice(carriers), "入驻")
        link("inSector", firm, sector, "从事")
    for scene in dict.fromkeys(scenes):
        link("pilotedIn", scene, chance.choice(carriers), "试点于")
    text = "".join(parts)
    return Reading(f"r{number:06d}", text, "r", Heading(title="答复"), None, tuple(entities.values()), tuple(relations))


def _ours(file: Path, folder: Path) -> dict[str, float]:
    """Processor seconds of each row, by this software."""
    took: dict[str, float] = {}

    def timed(row: str, runs: int = 1) -> None:
        took[row] = (time.process_time() - started) / runs

    started = time.process_time()
    store = fill(folder / "beside", file)
    timed("load")
    del store
    adopt(folder / "beside", folder / "store")
    started = time.process_time()
    store = open_build(folder)
    timed("open")
    for row, question in QUESTIONS.items():
        ask(store, question)
        started = time.process_time()
        for _ in range(5):
            ask(store, question)
        timed(row, 5)
    started = time.process_time()
    broken = validate(store)
    timed("validation")
    if broken:
        raise SystemExit(f"the generated graph is not valid: {broken[0]}")
    return took


def _peer(python: str, name: str, file: Path, patience: float) -> dict[str, float | None]:
    """Processor seconds of each row by a peer in a process of its own; ``None`` for a row that was given up."""
    questions = {row: "".join(f"PREFIX {p}: <{i}> " for p, i in PREFIXES.items()) + q for row, q in QUESTIONS.items()}
    took: dict[str, float | None] = {}
    command = [
        python,
        str(Path(__file__).with_name("graph_peer.py")),
        name,
        str(file),
        str(SHAPES),
        json.dumps(questions),
        str(patience),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None  # noqa: S101 - it was asked for
        for line in process.stdout:
            row, seconds = json.loads(line)
            took[row] = seconds
    return took


def _merged(file: Path, out: Path) -> None:
    """The merged graph alone, as N-Triples."""
    quads = pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS)
    triples = (quad.triple for quad in quads if isinstance(quad.graph_name, pyoxigraph.DefaultGraph))
    pyoxigraph.serialize(triples, str(out), format=pyoxigraph.RdfFormat.N_TRIPLES)


def _cell(column: Mapping[str, float | None], row: str, patience: float) -> str:
    seconds = column.get(row, -1)
    return f"> {patience:g}" if seconds is None else "" if seconds < 0 else f"{seconds:.4f}"


def main() -> None:
    """Print a table a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="quads")
    parser.add_argument("--kglab", help="a Python that has kglab")
    parser.add_argument("--patience", type=float, default=120, help="seconds that a peer may take for a row")
    options = parser.parse_args()
    peers = {"rdflib": sys.executable, **({"kglab": options.kglab} if options.kglab else {})}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as base:
            file, merged = Path(base, "graph.nq"), Path(base, "merged.nt")
            count = district(size, file)
            _merged(file, merged)
            columns: dict[str, Mapping[str, float | None]]
            columns = {"ours": _ours(file, Path(base)), **{n: _peer(p, n, merged, options.patience) for n, p in peers.items()}}
        print(f"\n{count} quads; processor seconds\n{'':30}" + "".join(f"{name:>12}" for name in columns))
        for row in ("load", "open", *QUESTIONS, "validation"):
            cells = [_cell(column, row, options.patience) for column in columns.values()]
            print(f"{row:30}" + "".join(f"{cell:>12}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
