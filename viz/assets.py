"""The page's scripts and styles in their order, and the policy under which nothing else runs."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from viz.network import MapNetwork

__all__ = ["library", "packed", "policy", "script", "style"]

_HERE = Path(__file__).parent
_SOURCE_MAP = re.compile(r"//# sourceMappingURL=\S*")
#: Later ones use what earlier ones define.
_SCRIPTS = (
    "elements",
    "words",
    "model",
    "paths",
    "search",
    "state",
    "shown",
    "tiles",
    "schematic",
    "placing",
    "names",
    "bends",
    "drawing",
    "reader",
    "deciding",
    "evidence",
    "facets",
    "list",
    "clusters",
    "picture",
    "exports",
    "sparql",
    "keys",
    "page",
)
_STYLES = ("page", "panes", "schematic", "sparql", "narrow", "print")


@cache
def library() -> str:
    """vis-network's script, from pyvis's own wheel."""
    return _SOURCE_MAP.sub("", MapNetwork.library()[0]) + "\n"


@cache
def script() -> str:
    """Our own scripts as one: they share one scope, which nothing outside reaches."""
    parts = [(_HERE / "scripts" / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


@cache
def style() -> str:
    """vis-network's and our own style sheets."""
    parts = [(_HERE / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES]
    return MapNetwork.library()[1] + "\n".join(parts)


def policy(scripts: Sequence[str], sheet: str, worker: bool) -> str:
    """A Content-Security-Policy under which only what is inlined runs, and nothing is asked for.

    Parameters
    ----------
    scripts, sheet:
        The very words that are inlined.
    worker:
        Whether the page starts a worker of its own with WebAssembly in it.
    """
    allowed = " ".join(_hash(text) for text in scripts)
    more = " 'wasm-unsafe-eval'" if worker else ""
    parts = [
        "default-src 'none'",
        f"script-src {allowed}{more}",
        f"style-src {_hash(sheet)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(parts + (["worker-src blob:"] if worker else []))


def packed(content: bytes) -> str:
    """Compressed, in characters that can stand in a page; the same bytes give the same characters."""
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode("ascii")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
