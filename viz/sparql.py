"""What the tab of questions needs: the engine, the editor, the triples, the saved questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph

from graph.rdf.queries import saved
from graph.rdf.queries.labelling import LABELS
from graph.rdf.vocabulary import PREFIXES
from graph.records import CORE_TYPES
from viz.assets import packed

__all__ = ["BUILT", "Workbench", "workbench"]

#: Made by ``make assets`` from what the lock file names.
BUILT = Path(__file__).parent / "workbench" / "built"
_TRIPLE = re.compile(rb'<[^>]*> <[^>]*> (?:<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?) \.\n')
#: Prefixes of the page's own, for what there is most of.
_SHORT = {"e": "Evidence", "r": "Reply", **{kind.lower(): kind for kind in CORE_TYPES}}
#: What the tab shows beside the question is not shown in it again.
_HEADER = re.compile(r"^# (?:title|about|columns|param)[^\n]*\n", re.MULTILINE)
_PARTS = {"editor": "editor.js", "worker": "worker.js", "engine": "engine.wasm"}
#: Whose the parts are, and the words of their licences.
_NOTICES = "notices.txt"


@dataclass(frozen=True, slots=True)
class Workbench:
    """The tab's parts.

    Attributes
    ----------
    parts:
        Compressed and in base64, by name; unpacked when the tab is first opened. ``notices`` is plain text for a comment.
    scripts:
        Of them, what the page itself runs: its policy has to allow these very words.
    questions:
        The saved questions, prefixes and the question for labels.
    """

    parts: dict[str, str]
    scripts: Sequence[str]
    questions: dict[str, Any]


def workbench(graph: Path | None, base: str = "") -> Workbench | None:
    """The tab's parts, ``None`` where the engine was not built or no graph is given.

    Parameters
    ----------
    graph:
        N-Quads of a build; the merged graph of it is put into the page.
    base:
        What the IRIs of entities and replies begin with, if it is known: the page is smaller for it.
    """
    if graph is None or not all((BUILT / name).is_file() for name in (*_PARTS.values(), _NOTICES)):
        return None
    files = {name: (BUILT / file).read_bytes() for name, file in _PARTS.items()}
    parts = {name: _packed_once(content) for name, content in files.items()}
    parts["triples"] = packed(_merged(graph, base))
    # In a comment of HTML two hyphens may end it.
    parts["notices"] = (BUILT / _NOTICES).read_text(encoding="utf-8").replace("--", "- -")
    return Workbench(parts, (files["editor"].decode("utf-8"),), _questions())


#: The parts that are the same in all pages of a process are compressed once: it takes half a second.
_packed_once = lru_cache(maxsize=len(_PARTS))(packed)


def _merged(graph: Path, base: str) -> bytes:
    """The merged graph, the statements of three parts, as Turtle: half of what N-Triples take when compressed, a fifth before."""
    with graph.open("rb") as file:
        lines = b"".join(line for line in file if _TRIPLE.fullmatch(line))
    triples = (quad.triple for quad in pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES))
    short = {name: f"{base}{kind}/" for name, kind in _SHORT.items()} if base else {}
    return pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.TURTLE, prefixes=PREFIXES | short) or b""


def _questions() -> dict[str, Any]:
    return {
        "prefixes": PREFIXES,
        "labels": LABELS,
        "saved": [
            {
                "name": question.name,
                "title": [question.title["zh"] or question.name, question.title["en"] or question.name],
                "about": [question.about["zh"], question.about["en"]],
                "columns": list(question.columns),
                "parameters": [[p.name, p.kind, p.required, p.zh, p.en, p.example] for p in question.parameters],
                "text": _HEADER.sub("", question.text).lstrip("\n"),
            }
            for question in saved().values()
        ],
    }
