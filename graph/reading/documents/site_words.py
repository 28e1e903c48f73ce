"""What sites print around an article, as parts of patterns: read past in a saved page, and in a page that was pasted as text."""

from __future__ import annotations

__all__ = ["BUTTON", "NEIGHBOUR", "OF_A_GOVERNMENT", "RIGHTS"]

#: What a button does.
BUTTON = r"打\s*印(?:本[页文])?|关\s*闭(?:本页|窗口)?"
#: Before the title of another page.
NEIGHBOUR = "[上下]一[篇条页]"
#: What only a site says of itself.
RIGHTS = "版权(?:所有|声明)|网站标识码"
#: Whose site it is, without anything else that tells it from a reply's own 主办单位.
OF_A_GOVERNMENT = r"主办[：:][^，。：:；]{2,20}(?:人民政府|政府办(?:公室|公厅)?|管理委员会|管委会)(?:$|[\s|])"
