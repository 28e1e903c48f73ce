"""What a spreadsheet would take for a formula, and how a cell says that it is none."""

from __future__ import annotations

__all__ = ["as_text", "without_mark"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(text: str) -> str:
    """A cell's text, with an apostrophe before it where a spreadsheet would run it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def without_mark(cell: str) -> str:
    """The text that :func:`as_text` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
