"""The page of rooms has every module, what the page on the layout names is there, and imports lead one way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from docs import rooms
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
WINGS = ("graph", "viz", "report")
FILES = sorted(
    file for wing in WINGS for file in (ROOT / wing).rglob("*.py") if not {"node_modules", "__pycache__"} & set(file.parts)
)


def _module(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module(file): file for file in FILES}


def _imported(name: str) -> Iterator[str]:
    """The modules of ours that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            assert node.level == 0, f"{name} imports relatively"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


IMPORTS = {name: set(_imported(name)) - {name} for name in MODULES}


def test_the_page_of_rooms_is_made_from_the_modules() -> None:
    assert rooms.PAGE.read_text(encoding="utf-8") == rooms.markdown(), "run make rooms"
    assert {link[1] for link in re.finditer(r"\]\(\.\./([^)]+\.py)\)", rooms.markdown())} == {
        file.relative_to(ROOT).as_posix() for file in FILES if file.name != "__init__.py"
    }


def test_every_path_on_the_page_is_there() -> None:
    for path in re.findall(r"`((?:graph|viz|report|data|benchmarks|tests)/[\w/.*-]*)", PAGE):
        assert list(ROOT.glob(path.rstrip("/"))), path


def test_no_module_imports_itself_in_a_circle() -> None:
    assert len(list(TopologicalSorter(IMPORTS).static_order())) >= len(MODULES)


@pytest.mark.parametrize("package", sorted(name for name, file in MODULES.items() if file.name == "__init__.py"))
def test_no_two_rooms_of_a_package_import_each_other(package: str) -> None:
    """Rooms with all that is in them: neither of two may need the other, be it in a function."""

    def room(name: str) -> str:
        return name.removeprefix(f"{package}.").partition(".")[0] if name.startswith(f"{package}.") else ""

    needs: dict[str, set[str]] = {}
    for name, imported in IMPORTS.items():
        needs.setdefault(room(name), set()).update(room(other) for other in imported if room(name))
    list(TopologicalSorter({here: there - {here, ""} for here, there in needs.items() if here}).static_order())


def test_only_the_build_calls_the_wings_that_draw() -> None:
    callers = {name for name, imported in IMPORTS.items() if any(not other.startswith("graph") for other in imported)}
    assert {name for name in callers if name.startswith("graph")} == {"graph.build"}
    assert not any(other.startswith("report") for name in MODULES if name.startswith("viz") for other in IMPORTS[name])


def test_the_tests_have_one_browser() -> None:
    """A second one in the same process fails, and only in some orders of the tests."""
    files = [
        file for file in (ROOT / "tests").rglob("*.py") if re.search(r"\bsync_playwright\(", file.read_text(encoding="utf-8"))
    ]
    assert files == [ROOT / "tests" / "conftest.py"]


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_room_gives_a_name_once(name: str) -> None:
    names = list[str]()
    for node in ast.parse(MODULES[name].read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names += [target.id for target in targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(node.name)
    assert sorted(names) == sorted(set(names)), "what was there first is something else wherever it is asked later"


def test_no_count_of_a_pattern_is_written_as_a_value() -> None:
    """``f"x{0,8}"`` asks for the characters ``(0, 8)``: in such a string the braces of a count are doubled."""
    slips = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Constant | ast.Tuple)
    ]
    assert slips == []
