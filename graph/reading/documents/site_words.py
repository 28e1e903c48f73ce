"""What sites print around an article, as parts of patterns: read past in a saved page, and in a page that was pasted as text."""

from __future__ import annotations

__all__ = ["BUTTON", "NEIGHBOUR", "RIGHTS"]

#: What a button does.
BUTTON = r"打\s*印(?:本[页文])?|关\s*闭(?:本页|窗口)?"
#: Before the title of another page.
NEIGHBOUR = "[上下]一[篇条页]"
#: What only a site says of itself.
RIGHTS = "版权(?:所有|声明)|网站标识码"
