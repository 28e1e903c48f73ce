"""The reader reads, and does not know by heart: no name of the real reply stands in code or lexicon."""

from __future__ import annotations

import json
from pathlib import Path

from graph.reading.mentions.names import key

ROOT = Path(__file__).parents[2]
TYPES = ("Enterprise", "Carrier", "BusinessCircle", "Policy", "Scenario")


def _source_files() -> list[Path]:
    code = [ROOT / "build_graph.py", *(ROOT / "graph").rglob("*.py"), *(ROOT / "viz").rglob("*.*")]
    # What npm has built is nobody's reading; a picture or a program has no text.
    made = {"__pycache__", "built", "node_modules"}
    return [p for p in [*code, *(ROOT / "data" / "lexicon").rglob("*")] if p.is_file() and not made & set(p.parts)]


def test_no_name_of_the_real_reply_stands_in_code_or_lexicon() -> None:
    gold = json.loads((ROOT / "data/gold/dev/changning-2023-070.json").read_text(encoding="utf-8"))
    names = {n for e in gold["entities"] if e["type"] in TYPES for n in (e["name"], *e.get("aliases", ()))}
    texts = {path: key(path.read_text(encoding="utf-8")) for path in _source_files()}
    known = [f"{path.relative_to(ROOT)}: {name}" for path, text in texts.items() for name in sorted(names) if key(name) in text]
    assert len(names) > 50
    assert known == []
