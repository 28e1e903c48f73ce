"""Markdown, as programs make it of a PDF or a page, as the text that a reader of it would see."""

from __future__ import annotations

import re

from graph.reading.documents.rows import row_of

__all__ = ["is_markdown", "text_of"]

_HEADING = re.compile(r"^ {0,3}#{1,6} +(?=\S)", re.MULTILINE)
#: Below the heads of a table.
_DIVIDER = re.compile(r"^ {0,3}\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$\n?", re.MULTILINE)
_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<text>[^\[\]\n]{0,400})\]\((?:https?://|data:|/|\.|#|[\w-]+[/.])[^()\s]{0,2000}(?: \"[^\"\n]{0,200}\")?\)"
)
#: 甲**乙**丙. What a contact is masked with (联系人：**，电话：*****) is no such mark: no emphasis begins with a comma or a blank.
_STRONG = re.compile(r"(?P<mark>\*{2,3}|__)(?P<text>(?![\s*_，。：；、）！？])[^*\n]{0,400}?(?<!\s))(?P=mark)(?!\*)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)[^\n]{0,40}$\n?", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]{1,200})`")
_RULE = re.compile(r"^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$", re.MULTILINE)
_BULLET = re.compile(r"^ *[-*+] +(?=\S)", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}(?:> ?)+", re.MULTILINE)
_ROW = re.compile(r"^ {0,3}\|(.*)\|[ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def is_markdown(text: str) -> bool:
    """Whether a text has marks that only Markdown has: a heading behind #, a link or a picture."""
    return bool(_HEADING.search(text) or _LINK.search(text))


def text_of(markdown: str) -> str:
    """The words of a Markdown text without its marks, a table's row on a line with its cells joined by ``|``.

    Parameters
    ----------
    markdown:
        With ``\\n`` as its only line end.
    """
    text = _FENCE.sub("", markdown)
    text = _DIVIDER.sub("", text)
    text = _RULE.sub("", text)
    text = _LINK.sub(lambda link: "" if link["picture"] else link["text"], text)
    for mark in (_QUOTED, _HEADING, _BULLET):
        text = mark.sub("", text)
    text = _STRONG.sub(lambda strong: strong["text"], text)
    text = _CODE.sub(r"\1", text)
    text = _ROW.sub(lambda row: row_of(cell.strip() for cell in re.split(r"(?<!\\)\|", row[1])), text)
    return _ESCAPED.sub(r"\1", text)
