"""Names of WordprocessingML: elements and attributes by their short names."""

from __future__ import annotations

from lxml.etree import _Element

__all__ = ["MARKUP", "WORD", "attribute", "child", "children", "local", "value"]

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def local(element: _Element) -> str:
    """The element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of a name."""
    return element.find(WORD + name) if element is not None else None


def children(element: _Element | None, name: str) -> list[_Element]:
    """All children of a name."""
    return element.findall(WORD + name) if element is not None else []


def attribute(element: _Element | None, name: str) -> str:
    """An attribute's value; empty where it is missing."""
    return (element.get(WORD + name) or "") if element is not None else ""


def value(element: _Element | None, name: str) -> str | None:
    """The ``w:val`` of the first child of a name; ``None`` where there is no such child."""
    found = child(element, name)
    return found.get(WORD + "val") if found is not None else None
