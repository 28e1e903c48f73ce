"""The body of a DOCX as lines: paragraphs, tables row by row, text boxes and notes; what is deleted or hidden is left out."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from graph.reading.documents.numbering import Numbering
from graph.reading.documents.rows import IN_CELL, row_of
from graph.reading.documents.word_names import MARKUP, WORD, attribute, child, children, local, value

__all__ = ["lines_of"]

#: Elements around blocks or runs that change nothing.
_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo", "r"))
#: Deleted or moved away, or of another purpose than to be read.
_GONE = frozenset(("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "commentReference", "annotationRef", "rt"))
#: Signs that are elements.
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
#: Boxes and ticks that are characters of a font, by its name and the last two digits of their code; without them a form says
#: nothing of what is ticked.
_BOXES = {
    "Wingdings": {"6F": "□", "71": "□", "72": "□", "A8": "□", "FB": "✗", "FC": "✓", "FD": "☒", "FE": "☑"},
    "Wingdings 2": {"2A": "□", "A3": "□", "4F": "✗", "50": "✓", "51": "☒", "52": "☑", "53": "☒", "54": "☒"},
}
#: Characters from which a cell is a part of the layout and no datum.
_LONG_CELL = 400
#: Columns that a cell may say that it takes.
_WIDEST = 100


def lines_of(root: _Element, numbering: Numbering, notes: Sequence[_Element | None]) -> list[str]:
    """What a reader sees of a document, a paragraph or a table's row a line; footnotes at the end, then endnotes.

    Parameters
    ----------
    root:
        The main part's root element.
    numbering:
        The document's lists; each paragraph is asked for once, in order.
    notes:
        Root elements of the parts with the footnotes and the endnotes, where there are such.
    """
    body = child(root, "body")
    reading = _Reading(numbering)
    lines = reading.blocks(body) if body is not None else []
    for note in (note for part in notes for name in ("footnote", "endnote") for note in children(part, name)):
        if not attribute(note, "type"):
            lines += reading.blocks(note)
    return lines


class _Reading:
    """One pass over a document's blocks."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._carried = ""
        """Words of a paragraph whose end mark is deleted: they belong to the next one."""

    def blocks(self, parent: _Element) -> list[str]:
        """Lines of the paragraphs and tables in an element."""
        lines: list[str] = []
        for block in parent:
            name = local(block)
            if name == "p":
                lines += self._paragraph(block)
            elif name == "tbl":
                lines += self._table(block)
            elif name == "sdt" and _is_contents(block):
                continue
            elif name in _THROUGH:
                lines += self.blocks(block)
            elif block.tag == MARKUP + "AlternateContent":
                lines += self.blocks(_chosen(block))
        if self._carried:
            lines.append(self._carried)
            self._carried = ""
        return lines

    def _paragraph(self, paragraph: _Element) -> list[str]:
        properties = child(paragraph, "pPr")
        boxes: list[_Element] = []
        pieces: list[str] = []
        _collect(paragraph, pieces, boxes)
        mark = child(properties, "rPr")
        words = self._carried + "".join(pieces)
        lines: list[str] = []
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._carried = words
        else:
            # A paragraph without words has its number too, and those behind it go on from there.
            label = self._numbering.label(properties) if child(mark, "vanish") is None else ""
            lines = (label + words if words.strip() else words).split("\n")
            self._carried = ""
        for box in boxes:
            carried, self._carried = self._carried, ""
            lines += self.blocks(box)
            self._carried = carried
        return lines

    def _table(self, table: _Element) -> list[str]:
        lines: list[str] = []
        for row in _rows(table):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            cells = [[line.strip() for line in self.blocks(cell) if line.strip()] for cell in _cells(row)]
            said = [cell for cell in cells if cell]
            if len(said) == 1 or any(sum(map(len, cell)) > _LONG_CELL for cell in said):
                lines += [line for cell in said for line in cell]
            elif said:
                lines.append(row_of(_below_headings(row, cells)))
        return lines


def _rows(table: _Element) -> list[_Element]:
    return [found for element in table for found in _inside(element, "tr")]


def _cells(row: _Element) -> list[_Element]:
    return [found for element in row for found in _inside(element, "tc")]


def _below_headings(row: _Element, cells: list[list[str]]) -> list[str]:
    """The cells of a row, each as wide as it is; one that reaches down from above is an empty cell in the file too."""
    written: list[str] = []
    for element, cell in zip(_cells(row), cells, strict=True):
        wide = value(child(element, "tcPr"), "gridSpan") or "1"
        written += [IN_CELL.join(cell), *[""] * (min(int(wide), _WIDEST) - 1 if wide.isascii() and wide.isdigit() else 0)]
    return written


def _inside(element: _Element, name: str) -> list[_Element]:
    """An element of a name, or those in a content control around it."""
    if local(element) == name:
        return [element]
    if local(element) in _THROUGH:
        return [found for inner in element for found in _inside(inner, name)]
    return []


def _collect(element: _Element, pieces: list[str], boxes: list[_Element]) -> None:
    """Words of a paragraph in order, and the text boxes that hang on it."""
    for inner in element:
        name = local(inner)
        if name == "t":
            pieces.append(inner.text or "")
        elif name in _SIGNS and inner.tag.startswith(WORD):
            pieces.append(_SIGNS[name])
        elif name == "sym":
            pieces.append(_BOXES.get(attribute(inner, "font"), {}).get(attribute(inner, "char")[-2:].upper(), ""))
        elif name == "txbxContent":
            boxes.append(inner)
        elif inner.tag == MARKUP + "AlternateContent":
            _collect(_chosen(inner), pieces, boxes)
        elif name == "r" and _is_hidden(inner):
            continue
        elif name not in _GONE and name not in ("p", "tbl"):
            _collect(inner, pieces, boxes)


def _chosen(alternatives: _Element) -> _Element:
    """Of the same content in two forms, the newer one."""
    choice = alternatives.find(MARKUP + "Choice")
    fallback = alternatives.find(MARKUP + "Fallback")
    return choice if choice is not None else fallback if fallback is not None else alternatives


def _is_hidden(run: _Element) -> bool:
    hidden = child(child(run, "rPr"), "vanish")
    return hidden is not None and attribute(hidden, "val") not in ("0", "false", "off")


def _is_contents(control: _Element) -> bool:
    """A table of contents repeats the headings."""
    part = child(child(control, "sdtPr"), "docPartObj")
    return (value(part, "docPartGallery") or "") == "Table of Contents"
