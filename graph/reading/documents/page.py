"""A saved web page as the lines of its article: title, facts and body, without navigation."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from graph.errors import DocumentError
from graph.reading.characters import simplified
from graph.reading.documents.article import Head, article_of, is_title
from graph.reading.documents.page_lines import Lines, lines_of

__all__ = ["is_page", "text_of"]

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|meta|title|frameset)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][^\s/>]*)")
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
#: A parser ends these by itself, so that pages leave their ends out.
_SELF_ENDED = frozenset((
    "p", "li", "dd", "dt", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body",
))  # fmt: skip
#: A parser opens these again in each block that follows until they are closed.
_CARRIED = frozenset((
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
))  # fmt: skip
#: Levels of nesting, and elements that a parser would have to add: no page comes near, but for those made to do harm.
_DEEPEST, _MOST_ADDED = 20_000, 2_000_000
_SITE = re.compile(r"((?:答复|回复|复函|意见|的函|情况|办理)(?:[（(][^（）()]{1,40}[)）])?)\s*[-_|–—·>\s]+\S.*$")
_PARTED = re.compile(r"\s*(?:[_|>]|[-–—·]{1,2}(?=[^\d年]))\s*|\s+")
_BEGINS = re.compile(r".{0,20}(?:关于|对)")
_DAY = re.compile(r"((?:19|20)\d{2})[-年/.](\d{1,2})[-月/.](\d{1,2})")
_TITLES = ("articletitle", "og:title", "title")
_DAYS = ("pubdate", "article:published_time", "publishdate", "pubtime", "maketime")


def is_page(text: str) -> bool:
    """Whether a text is HTML: two or more tags that only a page has."""
    return len(_MARKUP.findall(text[:50_000])) >= 2


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
        Where the page is made to exhaust its reader, is a frame around other pages, or holds no article.
    """
    _check(markup, name)
    matched = simplified(markup)
    tree = LexborHTMLParser(matched)
    body = tree.body
    if body is None or body.tag == "frameset":
        raise _no_article(tree, name)
    page = lines_of(body)
    lines = article_of(page, _head(tree))
    if not lines:
        raise _no_article(tree, name)
    if matched != markup:
        lines = _as_written(lines, page, matched, markup)
    return "\n".join(lines)


def _as_written(lines: list[str], page: Lines, matched: str, markup: str) -> list[str]:
    """The lines in the page's own characters, which stand in the same places of the page as the simplified ones."""
    body = LexborHTMLParser(markup).body
    written = [own.text for own in lines_of(body).lines] if body else []
    forms = dict(zip((simple.text for simple in page.lines), written, strict=True))

    def own(line: str) -> str:
        beginning = next((form[: len(line)] for simple, form in forms.items() if simple.startswith(line)), None)
        at = matched.find(line) if beginning is None else -1
        return beginning or (line if at < 0 else markup[at : at + len(line)])

    # Only a title or a fact above the body is no whole line, so that few have to be looked for.
    return [forms.get(line) or own(line) for line in lines]


def _check(markup: str, name: str) -> None:
    """Refuse what an HTML parser needs quadratic time or space for: very deep nesting, very many unclosed marks of format."""
    depth = carried = added = 0
    for end, tag in _TAG.findall(markup.lower()):
        if tag in _CARRIED:
            carried = max(0, carried + (-1 if end else 1))
        else:
            added += carried
        if tag not in _VOID and tag not in _SELF_ENDED:
            depth = max(0, depth + (-1 if end else 1))
        if depth > _DEEPEST or added > _MOST_ADDED:
            raise DocumentError(name, "its tags are nested as in no page for readers", "save the reply's text alone")


def _head(tree: LexborHTMLParser) -> Head:
    named: dict[str, str] = {}
    for meta in tree.css("meta"):
        key = meta.attributes.get("name") or meta.attributes.get("property")
        content = meta.attributes.get("content")
        if key and content:
            named.setdefault(key.lower(), content)
    titles = [named.get(key, "") for key in _TITLES]
    titles += [node.text() for node in tree.css("ucaptitle, title")[:2]]
    clean = (_own_title(re.sub(r"\s+", " ", re.sub(r"<[^<>]*>", "", title)).strip()) for title in titles)
    days = (_DAY.search(named.get(key, "")) for key in _DAYS)
    day = next((found for found in days if found), None)
    return Head(
        tuple(dict.fromkeys(title for title in clean if title)),
        f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day else None,
    )


def _own_title(title: str) -> str:
    """A page's title without the site's name and the section before or behind it."""
    parts = [part for part in _PARTED.split(title) if is_title(part)]
    return parts[0] if len(parts) == 1 and _BEGINS.match(parts[0]) else _SITE.sub(r"\1", title)


def _no_article(tree: LexborHTMLParser, name: str) -> DocumentError:
    """What to do depends on where the article is: in another file that a frame shows, or nowhere in the saved page."""
    frames = [node.attributes.get("src") for node in tree.css("frame, iframe")]
    shown = next((src for src in frames if src), None)
    if shown:
        return DocumentError(name, f"the page is a frame around another one ({shown[:80]})", "save that page instead")
    return DocumentError(
        name, "the page holds no article", "open it in a browser and save it from there, complete, or print it as a PDF"
    )
