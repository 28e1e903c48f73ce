"""Running heads and feet, numbers of pages, and what a browser prints around a page: no text of a document."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median

from graph.reading.documents.pieces import Page, Piece, joined, rows

__all__ = ["without_margins"]

#: Of a page's height: how far from its edge a running head, a foot or a page's number stands.
_MARGIN = 0.13
#: Of a page's height: how much the heights of a running line differ, in a scan that is not quite straight.
_SAME_HEIGHT = 0.03
#: By how much larger than usual a watermark is written, and on which part of the pages it stands.
_LARGE, _MOST_PAGES = 1.8, 0.6
_PAGE_NUMBER = re.compile(
    r"[\s\-—–―_·.|/]*(?:第|page)?\s*\d{1,4}\s*(?:页)?(?:\s*[/／,，;；共of]+\s*(?:共\s*)?\d{1,4}\s*页?)?[\s\-—–―_·.|]*",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*\d{1,4}\s*")
#: What a browser prints at the head and the foot of a page: the time and the page's address.
_PRINTED = re.compile(
    r"\d{2,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:[上下]午)?\d{1,2}:\d{2}.*|(?:https?|file)://\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?"
)


def without_margins(pages: list[Page]) -> list[Page]:
    """Without the lines at the edges that are no text: those that stand on many pages, and numbers of pages."""
    pages = _without_stamps(pages)
    edges = [[row for row in rows(list(page.pieces)) if _at_edge(row, page)] for page in pages]
    running = _running(edges, pages)
    return [
        _without(page, [row for row in edge if _is_margin(row, page, number, running)])
        for number, (page, edge) in enumerate(zip(pages, edges, strict=True))
    ]


def _without_stamps(pages: list[Page]) -> list[Page]:
    """Without large words that stand at the same place of most pages: watermarks that stand upright."""
    places: dict[tuple[str, int, int], set[int]] = {}
    large: list[list[Piece]] = []
    for number, page in enumerate(pages):
        usual = median([piece.height for piece in page.pieces] or [0.0])
        large.append([piece for piece in page.pieces if piece.height > _LARGE * usual])
        for piece in large[-1]:
            places.setdefault(_place(piece), set()).add(number)
    return [
        _without(page, [[p for p in found if len(places[_place(p)]) >= max(2, _MOST_PAGES * len(pages))]])
        for page, found in zip(pages, large, strict=True)
    ]


def _place(piece: Piece) -> tuple[str, int, int]:
    return piece.text, round(piece.x0), round(piece.y0)


def _running(edges: list[list[list[Piece]]], pages: list[Page]) -> set[str]:
    """What stands at the edge of many pages at the same height."""
    heights: dict[str, list[float]] = {}
    for edge, page in zip(edges, pages, strict=True):
        for key, height in {_key(row): row[0].middle / page.height for row in edge}.items():
            heights.setdefault(key, []).append(height)
    return {
        key
        for key, places in heights.items()
        if len(places) >= max(2, 0.4 * len(pages)) and max(places) - min(places) < _SAME_HEIGHT
    }


def _is_margin(row: list[Piece], page: Page, number: int, running: set[str]) -> bool:
    text = joined(row)
    if _PRINTED.fullmatch(text.strip()) or _key(row) in running:
        return True
    if _BARE.fullmatch(text):
        # A bare number may be a figure: at the foot, alone, and no other than the page's own or a following one.
        return row[0].y0 > page.height * (1 - _MARGIN) and int(text) >= number + 1
    return bool(_PAGE_NUMBER.fullmatch(text))


def _key(row: list[Piece]) -> str:
    """What is the same in a running line on all pages: its words but for numbers."""
    return re.sub(r"\d+", "#", re.sub(r"\s", "", joined(row)))


def _at_edge(row: list[Piece], page: Page) -> bool:
    return row[0].y1 < page.height * _MARGIN or row[0].y0 > page.height * (1 - _MARGIN)


def _without(page: Page, margins: list[list[Piece]]) -> Page:
    gone = {id(piece) for row in margins for piece in row}
    return replace(page, pieces=tuple(piece for piece in page.pieces if id(piece) not in gone))
