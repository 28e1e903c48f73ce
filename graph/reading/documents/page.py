"""A saved web page as the lines of its article: title, metadata and body, without navigation."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.errors import DocumentError

__all__ = ["is_page", "text_of"]

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|meta)\b[^>]*>", re.IGNORECASE)
#: Never part of an article. Removed before anything is read, so that no script's text can reach the graph.
_NEVER = "script, style, noscript, template, iframe, object, embed, svg, canvas, form, select, button, nav, footer, link, meta"
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tr",
        "ul",
        "title",
        "fieldset",
    ]
)
_CELLS = frozenset(("td", "th"))
#: Levels that are gone down in search of the article: no page is nested more deeply, but for those made to do harm.
_DEEPEST = 60
_SPEAKS = re.compile(r"答复|回复|复函|收悉|提案|建议")
_TITLE = re.compile(r"(?:提案|建议|议案).{0,60}(?:答复|回复|复函|函|意见)")
_FURNITURE = re.compile(
    r"^(?:\[?(?:打印|关闭|返回顶部|分享到?|收藏|字号|大|中|小|上一篇|下一篇|扫一扫|主办|承办单位?[:：].{0,4}|版权所有|网站地图|ICP)[^。]{0,40})$"
)


def is_page(text: str) -> bool:
    """Whether a text is HTML: two or more tags that only a page has."""
    return len(_MARKUP.findall(text[:20_000])) >= 2


def text_of(markup: str, name: str) -> str:
    """The article of a page, a line a block, the cells of a table's row joined by ``|``.

    Parameters
    ----------
    markup:
        The page. Entities are resolved by the HTML standard's own table only; nothing is fetched.
    name:
        For the error.

    Raises
    ------
    DocumentError
        Where no text is left.
    """
    tree = LexborHTMLParser(markup)
    titles = tree.css("title")
    page_title = titles[0].text().strip() if titles else ""
    for node in tree.css(_NEVER):
        node.decompose()
    if tree.body is None:
        raise DocumentError(name, "the page has no body", "save the page again, as HTML")
    lines = _lines(_article(tree.body))
    lines = [line for line in lines if not _FURNITURE.match(line)]
    if not any(_TITLE.search(line) for line in lines[:12]) and _TITLE.search(page_title):
        lines.insert(0, re.split(r"[_|\-—–]{1,2}(?=[^号]{2,20}$)", page_title)[0].strip())
    if not lines:
        raise DocumentError(name, "the page holds no article", "save the page of the reply itself")
    return "\n".join(lines)


def _article(body: LexborNode) -> LexborNode:
    """The smallest element that holds most of the page's own words and the reply's title.

    Down from the body to the child that has nearly all of the words outside links, as long as there is one;
    then up again while the title is missing.
    """
    node = body
    for _ in range(_DEEPEST):
        whole = _weight(node)
        child = next((c for c in node.iter() if _weight(c) > 0.6 * whole), None)
        if child is None or child.tag in _CELLS or child.tag == "p":
            break
        node = child
    best = node
    for _ in range(6):
        if _TITLE.search(best.text()[:2000]) or best.parent is None or best.tag == "body":
            break
        best = best.parent
    return best if _TITLE.search(best.text()[:4000]) else node


def _weight(node: LexborNode) -> int:
    """Characters outside links."""
    return len(node.text()) - sum(len(link.text()) for link in node.css("a"))


def _lines(article: LexborNode) -> list[str]:
    """Text by blocks in document order; a block that is mostly links is navigation."""
    lines: list[str] = []
    words: list[str] = []
    linked = 0

    def end_line() -> None:
        nonlocal linked
        line = re.sub(r"[ \xa0\u3000\t\r\n]*\|[ \xa0\u3000\t\r\n]*$", "", "".join(words)).strip(" \xa0\t\r\n\u3000")
        if line and not (linked > 0.6 * len(line) and not _SPEAKS.search(line[:200])) and not (linked > 0.9 * len(line)):
            lines.append(re.sub(r"\s*\n\s*", "", line))
        words.clear()
        linked = 0

    for node in article.traverse(include_text=True):
        if node.tag == "-text":
            text = node.text_content or ""
            words.append(text if node.parent is not None and node.parent.tag == "pre" else re.sub(r"[\r\n\t]+", "", text))
            linked += len(text.strip()) if _in_link(node) else 0
        elif node.tag in _CELLS:
            if node.prev is not None and words:
                words.append(" | ")
        elif node.tag in _BLOCKS and not _inside_cell(node):
            end_line()
    end_line()
    return lines


def _in_link(node: LexborNode) -> bool:
    parent = node.parent
    for _ in range(4):
        if parent is None:
            return False
        if parent.tag == "a":
            return True
        parent = parent.parent
    return False


def _inside_cell(node: LexborNode) -> bool:
    """A paragraph in a table's cell does not end the row; in a layout table (few cells, much text) it does."""
    parent = node.parent
    for _ in range(3):
        if parent is None:
            return False
        if parent.tag in _CELLS:
            return len(parent.text()) < 120
        parent = parent.parent
    return False
