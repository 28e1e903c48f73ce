"""What a site prints around a reply, in a page that was pasted as text: its neighbours, its buttons, its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.reading.documents.site_words import BUTTON, NEIGHBOUR, OF_A_GOVERNMENT, RIGHTS

__all__ = ["furniture"]

_EDGE = r"[\s\[〔（|·>»-]*"
#: 上一篇：关于甲的答复: the title of another page, wherever it stands.
_NEIGHBOUR = re.compile(rf"{_EDGE}{NEIGHBOUR}(?:文章|信息)?(?:[：|\s]|$)")
#: What stands behind such a word, on its line or on the next.
_ALONE = re.compile(rf"{_EDGE}{NEIGHBOUR}(?:文章|信息)?[：|\s]*$")
#: What only a site says of itself.
_SITE = re.compile(
    rf"{RIGHTS}|网站(?:地图|声明|支持|管理|备案)|ICP备|公网安备|备案(?:序?号|编号)：|技术支持(?:单位)?：|联系我们|关于我们|网站首页|"
    r"Copyright|您是第\d+|(?:浏览|访问)(?:次数|量)："
)
_BUTTONS = re.compile(
    rf"(?:{_EDGE}(?:{BUTTON}|返\s*回(?:顶部|首页|上一页|列表)|分\s*享(?:到|至)?：?|收\s*藏(?:本页)?|纠错|扫一扫[^，。]{{0,20}})"
    r"[\s\]〕）|·]*)+"
)
#: 相关链接： and the titles below it.
_RELATED = re.compile(rf"{_EDGE}(?:相关|推荐|热门|更多)(?:链接|新闻|信息|文章|阅读|稿件|推荐|文档|内容)[\s：〕|]*")
#: 主办：甲市人民政府. Of a reply's own facts 主办单位 may be one; beside a site's words it is the site's.
_RUN_BY = re.compile(rf"{_EDGE}(?:主办|承办|协办|运维|维护)(?:单位|方)?：|{_EDGE}[^，。：]{{4,30}}主办$")
_RUN_BY_A_GOVERNMENT = re.compile(_EDGE + OF_A_GOVERNMENT)
#: The office's own, though the site's words stand behind it.
_ADDRESS = re.compile(r"地\s*址：|邮\s*编：|邮政编码")
#: Lines around a line of the foot in which the site speaks of itself.
_NEAR = 3
#: Running text, of which no foot has any.
_PROSE = re.compile("[。；]")
#: Characters of a linked title at most.
_LONGEST = 120


def furniture(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are no part of the reply.

    Parameters
    ----------
    lines:
        All lines of a canonical text, in order; blank ones may be among them.
    """
    found = {i for i, line in enumerate(lines) if _NEIGHBOUR.match(line) and _is_short(line)}
    for i in [i for i in found if _ALONE.match(lines[i])]:
        following = next((k for k in range(i + 1, len(lines)) if lines[k].strip()), None)
        if following is not None and _is_short(lines[following]) and re.search("[答回]复|复函|提案|建议", lines[following]):
            found.add(following)
    foot = range(_foot(lines), len(lines))
    related = next((i for i in foot if _RELATED.fullmatch(lines[i])), len(lines))
    found.update(i for i in foot if i >= related or _BUTTONS.fullmatch(lines[i]) or _is_the_sites(lines[i]))
    sites = sorted(found)
    found.update(
        i
        for i in foot
        if _RUN_BY_A_GOVERNMENT.match(lines[i]) or (_RUN_BY.match(lines[i]) and any(abs(i - k) <= _NEAR for k in sites))
    )
    return frozenset(found)


def _is_the_sites(line: str) -> bool:
    return bool(_SITE.search(line)) and not (_ADDRESS.search(line) and not _RUN_BY.match(line))


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST and "。" not in line


def _foot(lines: Sequence[str]) -> int:
    """The first line behind the last one of running text."""
    return next(
        (i + 1 for i in range(len(lines) - 1, -1, -1) if _PROSE.search(lines[i]) and not _SITE.search(lines[i])), len(lines)
    )
