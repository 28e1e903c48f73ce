"""The elements of a web page as lines in document order, and which lines stand in which element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from graph.reading.documents.page_lists import PageLists
from graph.reading.documents.rows import PageRows

__all__ = ["MARKED", "Element", "Line", "Lines", "lines_of"]

#: Elements whose words are no words of the page.
_SILENT = frozenset((
    "script", "style", "noscript", "template", "iframe", "frameset", "frame", "noframes", "object", "embed", "svg",
    "canvas", "math", "audio", "video", "select", "option", "button", "textarea", "input", "nav", "footer", "head",
    "title", "meta", "link", "map", "xml", "img",
    "rt", "rp",  # how a character is read, above it
))  # fmt: skip
#: Elements that end a line where they begin and where they end.
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "td", "th", "ul", "ucapcontent",
    "ucaptitle",
))  # fmt: skip
#: Names by which the publishing systems of Chinese offices mark the body of an article, as parts of an id or a class.
MARKED = re.compile(
    r" (?:ivs_content|zoom|zoomcon|vsb_content\w*|v_news_content|js_content|trs_u?editor|trs_paper|pages_content|ucap-?content|"
    r"article_?-?content|article_?-?con|content_?-?article|article-?body|news_?content|xxgk_?content|xxgkcont|info_?content|infocontent|"
    r"con_?text|conttext|detail_?-?content|art_?con|maincontent_text|easysite-news-text) "
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_KEEPS_BREAKS = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_PROSE = re.compile("[，。；]")
#: Such marks that a page of an article holds at least.
_MARKS_OF_PROSE = 3
#: Characters from which a cell is a part of the page's layout and no datum.
_LONG_CELL = 400
#: Paragraphs and line breaks from which it is.
_MANY_BLOCKS = 8


@dataclass(slots=True)
class Line:
    """One line of a page: a block's text, or a table's row with its cells joined by ``|``."""

    text: str
    linked: int
    """Characters inside links."""
    hidden: bool
    """Whether the page does not show it."""

    @property
    def running(self) -> bool:
        """Whether it is a sentence of running text, and no link, label or button."""
        return self.linked * 2 <= len(self.text) and len(self.text) >= 8 and bool(_PROSE.search(self.text))


@dataclass(slots=True)
class Element:
    """Where an element's lines are: from ``first`` to ``last``, exclusive."""

    tag: str
    names: str
    """Its id and classes, in lower case."""
    parent: int
    """Index of the element around it; -1 for the body."""
    first: int
    last: int = -1


@dataclass(slots=True)
class Lines:
    """A page's lines and elements, both in document order."""

    lines: list[Line] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


def lines_of(body: LexborNode) -> Lines:
    """Flatten a page; the time grows with the page's length only."""
    return _Flattening(body).result


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node twice, on the way in (``True``) and on the way out; a silent element's children are passed over."""
    node: LexborNode | None = root
    while node is not None:
        yield node, True
        child = None if _is_silent(node) else node.first_child
        while child is None and node is not None:
            yield node, False
            if node.mem_id == root.mem_id:
                return
            child = node.next
            node = node.parent if child is None else node
        node = child


def _is_silent(node: LexborNode) -> bool:
    return (node.tag or "") in _SILENT


class _Flattening:
    """One walk over a page."""

    def __init__(self, body: LexborNode) -> None:
        self.result = Lines()
        self._words: list[str] = []
        self._unseen: list[str] = []
        """Of the line that is being read: its words, and those that the page does not show."""
        self._linked = 0
        self._open: list[int] = []
        self._links = self._hidden = self._verbatim = 0
        """How many links, hidden elements and elements with kept line breaks are open."""
        self._pages: set[int] = set()
        self._turned = 0
        """The hidden elements that are further pages of an article cut into several; how many are open, of which none is in another."""
        self._data = _data_rows(body)
        self._rows = PageRows()
        self._lists = PageLists()
        self._label = ""
        """The number of a list's item that has no line yet."""
        for node, entering in _walk(body):
            if node.tag == "-text":
                if entering:
                    self._take(node)
            elif not node.is_comment_node:
                self._enter(node) if entering else self._leave(node)

    def _take(self, node: LexborNode) -> None:
        text = node.text_content or ""
        words = self._unseen if self._hidden else self._words
        words.append(text if self._verbatim else _SPREAD.sub("\n", text))
        if self._links:
            self._linked += len(text.strip())

    def _enter(self, node: LexborNode) -> None:
        tag, attributes = node.tag or "", node.attributes
        if tag in _BLOCKS:
            self._end_line()
        if _is_hidden(attributes) and not self._hidden and not self._turned and self._is_further_page(node):
            self._pages.add(node.mem_id)
        self._count(node, 1)
        if tag == "table":
            self._rows.begin_table()
        elif tag in ("ol", "ul"):
            self._lists.begin(tag, attributes)
        elif tag == "li":
            self._label = self._lists.item(attributes)
        if tag == "tr" and len(self.result.elements) in self._data:
            self._rows.begin()
        self.result.elements.append(
            Element(tag, _names(attributes), self._open[-1] if self._open else -1, len(self.result.lines))
        )
        self._open.append(len(self.result.elements) - 1)

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self._end_line()
        if tag in ("td", "th") and self._rows.is_open:
            self._rows.end_cell(node.attributes)
        elif tag == "tr" and self._rows.is_open:
            self._end_row()
        elif tag in ("ol", "ul"):
            self._lists.end()
        elif tag == "li":
            self._label = ""
        self._count(node, -1)
        self.result.elements[self._open.pop()].last = len(self.result.lines)

    def _count(self, node: LexborNode, step: int) -> None:
        attributes = node.attributes
        self._links += step * (node.tag == "a")
        self._verbatim += step * (node.tag == "pre" or bool(_KEEPS_BREAKS.search(attributes.get("style") or "")))
        self._turned += step * (node.mem_id in self._pages)
        self._hidden += step * (_is_hidden(attributes) and node.mem_id not in self._pages)

    def _is_further_page(self, node: LexborNode) -> bool:
        """Whether a hidden element goes on with running text that its fellow before it shows, as pages that a button turns do."""
        before = node.prev
        while before is not None and (before.tag or "").startswith("-"):
            before = before.prev
        kind = node.attributes.get("class")
        if not kind or before is None or before.attributes.get("class") != kind or before.tag != node.tag:
            return False
        seen = not _is_hidden(before.attributes) or before.mem_id in self._pages
        return seen and all(len(_PROSE.findall(page.text())) >= _MARKS_OF_PROSE for page in (before, node))

    def _end_line(self) -> None:
        text = "".join(self._words)
        hidden = not text.strip()
        text = "".join(self._unseen) if hidden else text
        for piece in text.split("\n") if self._verbatim else (_joined(text),):
            line = piece.replace("\xa0", " ").strip()
            if not line:
                continue
            if not self._rows.is_open:
                found = Line(line, self._linked, hidden)
                if found.running:  # a list of links has no numbers to be read
                    found.text = self._label + line
                self.result.lines.append(found)
            else:
                self._rows.take("" if hidden else line, self._linked)
            self._label = ""
        self._words.clear()
        self._unseen.clear()
        self._linked = 0

    def _end_row(self) -> None:
        linked = self._rows.linked
        if text := self._rows.end():
            self.result.lines.append(Line(text, linked, hidden=False))


def _names(attributes: dict[str, str | None]) -> str:
    return f" {attributes.get('id') or ''} {attributes.get('class') or ''} ".lower()


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element is not shown; the article itself is hidden at most until a script has run."""
    if MARKED.search(_names(attributes)):
        return False
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


_SPREAD = re.compile(r"[ \t\r\n]*\n[ \t\r\n]*")
_BROKEN = re.compile(r"(?<=[\x21-\x7e])\n(?=[\x21-\x7e])")


def _joined(text: str) -> str:
    """A line break in the markup is a blank between Latin words and nothing between Chinese ones."""
    return re.sub(" {2,}", " ", _BROKEN.sub(" ", text.strip("\n")).replace("\n", ""))


@dataclass(slots=True)
class _Row:
    """What decides whether an open row holds data."""

    number: int
    cells: int = 0
    length: int = 0
    blocks: int = 0
    """Characters and blocks of the cell that is open."""
    holds_data: bool = True


def _data_rows(body: LexborNode) -> frozenset[int]:
    """Numbers, in the order of elements, of the rows that hold data: more than one cell, all of them short, no table inside."""
    found: list[int] = []
    rows: list[_Row] = []
    number = -1
    for node, entering in _walk(body):
        tag = node.tag or ""
        if tag == "-text":
            if entering and rows:
                rows[-1].length += len((node.text_content or "").strip())
            continue
        number += entering and not node.is_comment_node
        if tag == "tr" and entering:
            for row in rows[-1:]:
                row.holds_data = False
            rows.append(_Row(number))
        elif tag == "tr" and rows:
            row = rows.pop()
            found += [row.number] if row.holds_data and row.cells > 1 else []
        elif rows and tag in ("td", "th"):
            row = rows[-1]
            row.holds_data = row.holds_data and row.length <= _LONG_CELL and row.blocks <= _MANY_BLOCKS
            row.cells += entering
            row.length = row.blocks = 0
        elif rows and entering and tag in _BLOCKS:
            rows[-1].blocks += 1
    return frozenset(found)
