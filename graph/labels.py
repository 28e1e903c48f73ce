"""What classes, relations and states are called in Chinese and English, taken from ``ontology.ttl``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

__all__ = ["ONTOLOGY", "label", "labels", "some_of"]

ONTOLOGY = Path(__file__).parents[1] / "ontology.ttl"
_DEFINED = re.compile(r'^dai:(\w+) a [^;]*;\s*rdfs:label "([^"]*)"@zh, "([^"]*)"@en', re.MULTILINE)


@cache
def labels() -> dict[str, tuple[str, str]]:
    """Local name of every class, property and status to its zh and en label.

    The file is our own, in one form: a scan is enough, and quicker than a parser.
    """
    return {name: (zh, en) for name, zh, en in _DEFINED.findall(ONTOLOGY.read_text(encoding="utf-8"))}


def label(name: str, language: str = "zh") -> str:
    """Label of a class or property in ``zh`` or ``en``."""
    zh, en = labels()[name]
    return zh if language == "zh" else en


def some_of(names: Sequence[str], most: int = 3) -> tuple[str, str]:
    """Names for a title in Chinese and English, each once, the first ones and how many there are: 甲区、乙区、丙市等8地."""
    several = list(dict.fromkeys(names))
    first, more = several[:most], len(several) - most
    zh = "、".join(first) + (f"等{len(several)}地" if more > 0 else "")
    return zh, ", ".join(first) + (f" and {more} more" if more > 0 else "")
