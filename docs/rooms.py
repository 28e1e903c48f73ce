"""The rooms of the code as a page for people: ``docs/rooms.md``, made from the first sentence of each module."""

from __future__ import annotations

import ast
from pathlib import Path

__all__ = ["PAGE", "markdown"]

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rooms.md"
#: The wings in the order in which a reply goes through them; the folders of each follow by name.
WINGS = ("graph", "graph/reading", "graph/decisions", "graph/rdf", "graph/network", "viz", "report", "graph/cli")
_HEAD = """# The rooms

Every module and what it is there for, in the words that it begins with. Made by `make rooms`; do not edit.
How replies go through them, and where to change what: [architecture.md](architecture.md).
"""


def markdown() -> str:
    """A section a folder, a line a module: its name as a link, and the first paragraph of its docstring.

    Raises
    ------
    ValueError
        Where a module does not say what it is there for.
    """
    return _HEAD + "".join(_section(folder) for folder in _folders())


def _folders() -> list[Path]:
    """Those that hold modules, each in the wing that names it best."""
    wings = [ROOT / wing for wing in WINGS]
    found = {file.parent for wing in wings for file in wing.rglob("*.py") if "node_modules" not in file.parts}
    return sorted(found, key=lambda folder: (max(i for i, w in enumerate(wings) if folder.is_relative_to(w)), folder.as_posix()))


def _section(folder: Path) -> str:
    name = folder.relative_to(ROOT).as_posix()
    face = folder / "__init__.py"
    rooms = sorted(file for file in folder.glob("*.py") if file != face)
    said = f"\n{_first(face)}\n" if face.exists() else ""
    return f"\n## {name}\n{said}\n" + "".join(_line(room) for room in rooms)


def _line(room: Path) -> str:
    return f"- [{room.stem}](../{room.relative_to(ROOT).as_posix()}): {_first(room)}\n"


def _first(module: Path) -> str:
    """The first paragraph of its docstring on one line, its code in Markdown's marks."""
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    if not said:
        raise ValueError(f"{module.relative_to(ROOT)} does not say what it is there for: begin it with a docstring")
    return " ".join(said.partition("\n\n")[0].split()).replace("``", "`").replace(":mod:", "").replace("|", r"\|")


if __name__ == "__main__":
    PAGE.write_text(markdown(), encoding="utf-8")
