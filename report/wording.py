"""What the report's sentences are made of: pieces in both languages, rows of names, counted words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from report.links import Linked

__all__ = ["Part", "Row", "Sentence", "count_of", "links_of", "listed", "told"]

_MOST = 8
Row = Mapping[str, Any]
Part = str | Linked


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in two languages, in pieces: words, and names that lead to the map."""

    zh: tuple[Part, ...]
    en: tuple[Part, ...]

    def text(self, language: str) -> str:
        """The sentence as plain text; ``language`` is ``zh`` or ``en``."""
        parts: tuple[Part, ...] = getattr(self, language)
        return "".join(part if isinstance(part, str) else part.name for part in parts)


def listed(parts: Sequence[Linked | str], between: str, more: str = "") -> tuple[Part, ...]:
    """Names with marks between them; of a long list the first, and the words that there are more."""
    shown = [piece for part in parts[:_MOST] for piece in (between, part)][1:]
    return (*shown, more) if len(parts) > _MOST else tuple(shown)


def links_of(rows: Sequence[Row]) -> list[Linked]:
    """Entities by their names, as links."""
    return [Linked(row["name"], row["id"]) for row in rows]


def count_of(number: int, word: str) -> str:
    """A number and an English word in the plural, which loses its ending behind a 1."""
    one = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return f"{number} {one if number == 1 else word}"


def told(rows: Sequence[Row]) -> int:
    """How many replies rows by department or by year have together: each reply is in one of them, or in none."""
    return sum(row["replies"] for row in rows)
