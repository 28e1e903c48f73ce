"""The reply among the lines of a web page: its title, the facts beside it and its body, without navigation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from graph.reading.documents.page_lines import MARKED, Element, Line, Lines
from graph.reading.documents.site_words import BUTTON, NEIGHBOUR, OF_A_GOVERNMENT, RIGHTS

__all__ = ["Head", "article_of", "is_title"]

_MARKED_TAGS = frozenset(("ucapcontent", "founder-content"))
#: Of the page's prose: what a marked element must hold to be the article, and what an unmarked one must.
_MARKED_SHARE, _SHARE = 0.3, 0.8
_NO_CONTAINER = frozenset(("p", "td", "th", "tr", "li", "span", "font", "b", "strong", "h1", "h2", "h3"))
_TITLE = re.compile(
    r"(?:提\s*案|建\s*议|议\s*案|第\s*[\w-]{1,16}\s*号).{0,90}?(?:答\s*复|回\s*复|复\s*函|的\s*函|意\s*见|办理)|(?:答复|回复|复函).{0,60}(?:提案|建议)"
)
_TITLE_START = re.compile(r".{0,20}(?:关于|对)|[^第]{2,30}(?:政协|人大|委员会)")
_NUMBER = re.compile(r"第?\s*[\w-]{1,16}\s*号")
_OPENING = re.compile(r"收悉|(?:答复|回复|函复)(?:意见)?如下|现.{0,12}(?:答复|回复|函复)")
_CRUMBS = re.compile(r"当前(?:所在)?位置|您?现?所?在的?位置\s*[:：]|首\s*页\s*(?:[>＞»›/\-]|&gt;)")
_FACT = re.compile(
    r"^[|\s]*(?:索\s*引\s*号|发布(?:机构|单位|日期|时间)|发文(?:机关|单位|字号|日期)|文\s*号|公文(?:种类|时效|名称)|成文日期|生成日期|公开(?:属性|日期|方式|类别|类型)|"
    r"主题(?:分类|词)|名\s*称|标\s*题|来\s*源|信息来源|日\s*期|有\s*效\s*性|办理(?:类型|结果)|签\s*发\s*人|提案(?:号|编号|人|者)|建议号|类\s*别|主办单位|承办单位)"
)
_DAY = re.compile(
    r"(?:19|20)\d{2}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}|[二２]\s*[○〇零０O]\s*[一二三四五六七八九○〇零]{2}\s*年"
)
#: Lines that a page has beside the article: print, share, font size, neighbours, codes to scan, the site's own foot.
_FURNITURE = re.compile(
    r"^[\[【(（〔|\s·>»-]*(?:"
    # On a button a word stands alone, or with its fellows.
    rf"(?:{BUTTON}|返\s*回(?:顶部|首页|上一页|列表)?|分\s*享(?:到|至)?|收\s*藏|字\s*[号体](?:大小)?|[大中小]|默认|繁体版?|无障碍(?:浏览|阅读)?|长者模式|"
    r"朗读|语音(?:播报|阅读)?|视力保护(?:色)?|我?要?纠错|点赞|微信|微博|QQ|首\s*页|登录|注册|搜索|热门(?:文章|推荐|关键词)?|推荐(?:阅读|文章)?|更多|English|手机版|移动版|网站(?:地图|声明|首页)|"
    r"联系我们|关于我们|附件下载|[网公]民?众?留言)(?=$|[\s\]】)）〕|:：>»…\.·-])"
    rf"|{NEIGHBOUR}|扫一扫|扫码(?:关注|阅读|分享|查看)|{RIGHTS}|{OF_A_GOVERNMENT}|技术支持[:：]|(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])?ICP备|"
    r"[\u4e00-\u9fff]公网安备|责任编辑|编\s*辑[:：]|审\s*核[:：]|相关(?:附件|链接|信息|文章|新闻|阅读|稿件|文档|解读)(?=$|[\s:：】])|您是第|(?:访问|浏览|阅读|点击)(?:量|次数|数|率)?[:：]"
    r")[^。]{0,60}$"
)
#: 主办单位：甲局. Of a reply it is a fact, and the site's own beside what only a site says.
_RUN_BY = re.compile(r"^[\s|·-]*(?:主办|承办)(?:单位)?\s*[:：]")
_SITE = re.compile(rf"{RIGHTS}|ICP备|公网安备|技术支持[:：]|网站(?:地图|声明|首页)|^[\s|·]*(?:联系|关于)我们")
#: Lines around it in which the site speaks of itself.
_NEAR = 2
#: What a line of facts has at its end that is none.
_BUTTONS = re.compile(
    r"(?:[\s\[【|]*(?:字\s*[体号]|浏览|阅读|点击|访问|打\s*印|关\s*闭|分\s*享|收\s*藏)[^\]】]{0,30}[\]】]?)+\s*$"
)
#: Lines above the body that are searched for the title and its facts.
_ABOVE = 40


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself outside its body."""

    titles: tuple[str, ...]
    """Most trusted first."""
    published: str | None
    """ISO date."""


def article_of(page: Lines, head: Head) -> list[str]:
    """The lines of the reply.

    Parameters
    ----------
    page:
        All lines of a page and its elements.
    head:
        For the title and the date, where the page shows neither.

    Returns
    -------
    list of str
        Empty where the page has neither running text nor a reply's title.
    """
    lines = _without_its_owner(_seen(page.lines))
    prose = [_prose(line) for line in lines]
    first, last = _body(page.elements, lines, prose)
    body = [line for line in lines[first:last] if not _is_furniture(line)]
    if not any(map(_prose, body)) and not any(_TITLE.search(line.text) for line in body):
        return []
    above = _above(lines[max(0, first - _ABOVE) : first])
    texts = [*above, *(line.text for line in body)]
    return _with_day(_with_title(texts, head), head)


def is_title(words: str) -> bool:
    """Whether words are a reply's title, or the greater part of one."""
    return bool(_TITLE.search(words))


def _seen(lines: list[Line]) -> list[Line]:
    """Hidden lines are taken for none, but where a script is to show them: then they are most of the page.

    Their places stay, so that the elements still know their lines.
    """
    shown = sum(_prose(line) for line in lines if not line.hidden)
    if shown * 3 < sum(map(_prose, lines)):
        return lines
    return [Line("", 0, hidden=True) if line.hidden else line for line in lines]


def _without_its_owner(lines: list[Line]) -> list[Line]:
    """Without the lines that say who runs the site; their places stay."""
    shown = [i for i, line in enumerate(lines) if line.text]
    near = {k for at, i in enumerate(shown) if _SITE.search(lines[i].text) for k in shown[max(0, at - _NEAR) : at + _NEAR + 1]}
    return [Line("", 0, hidden=True) if i in near and _RUN_BY.match(line.text) else line for i, line in enumerate(lines)]


def _body(elements: list[Element], lines: list[Line], prose: list[int]) -> tuple[int, int]:
    """Lines of the element that is the article's body: a marked one, else the smallest that holds most of the prose."""
    sums = [0, *accumulate(prose)]
    whole = sums[-1]

    def held(element: Element) -> int:
        return sums[element.last] - sums[element.first]

    parts = [e for e in elements if _mark(e) and held(e)]
    marked = [e for e in parts if held(e) >= _MARKED_SHARE * whole]
    if not marked:
        fit = (e for e in elements if e.tag not in _NO_CONTAINER and held(e) >= _SHARE * whole)
        return _with_opening(elements, lines, min(fit, key=lambda e: (e.last - e.first, -held(e)), default=elements[0]))
    best = max(marked, key=lambda e: (held(e), e.first - e.last))
    first, last = _with_opening(elements, lines, best)
    # An article may lie in several, one behind the other.
    fellows = [e for e in parts if e.parent == best.parent and _mark(e) == _mark(best)]
    return min(first, *(e.first for e in fellows)), max(last, *(e.last for e in fellows))


def _mark(element: Element) -> str:
    """By what an element says that it is the body of an article; empty where it says nothing of it."""
    found = MARKED.search(element.names)
    return found.group() if found else element.tag * (element.tag in _MARKED_TAGS)


def _with_opening(elements: list[Element], lines: list[Line], best: Element) -> tuple[int, int]:
    """Outwards until the words that a reply opens with are in."""
    opening = next((i for i, line in enumerate(lines) if line.running and _OPENING.search(line.text)), None)
    while opening is not None and not best.first <= opening < best.last and best.parent >= 0:
        best = elements[best.parent]
    return best.first, best.last


def _prose(line: Line) -> int:
    """Characters of running text: what the body of an article has, and what is around it has not."""
    return len(line.text) if line.running and not _is_furniture(line) and not _FACT.match(line.text) else 0


def _is_furniture(line: Line) -> bool:
    text = line.text
    if not text or _FURNITURE.match(text) or (_CRUMBS.search(text[:40]) and not text.endswith("。")):
        return True
    return line.linked > 0.6 * len(text) and not (text.endswith("。") and len(text) > 20)


def _above(lines: list[Line]) -> list[str]:
    """Of the lines above the body: the facts beside a title, and the title that stands nearest, over two lines at most."""
    kept: list[str] = []
    titled = halved = False
    for line in reversed(lines):
        text = line.text
        if _is_furniture(line) or len(text) >= 300:
            halved = False
        elif _FACT.match(text):
            kept.append(_BUTTONS.sub("", text).strip())
            halved = False
        elif (not titled and _TITLE.search(text) and len(text) < 160) or (halved and len(text) < 80):
            kept.append(text)
            halved = not titled and not _TITLE_START.match(text)
            titled = True
    return kept[::-1]


def _with_title(lines: list[str], head: Head) -> list[str]:
    """The title that the page gives itself, where the lines lack it or lack its number."""
    top = re.sub(r"\s", "", "".join(lines[:12]))
    for title in head.titles:
        bare = re.sub(r"\s", "", title)
        if not _TITLE.search(title) or bare in top:
            continue
        shown = next((line for line in lines[:8] if _TITLE.search(line)), None)
        if shown is None or (_NUMBER.search(title) and not _NUMBER.search("".join(lines[:6]))):
            return [title, *lines]
    return lines


def _with_day(lines: list[str], head: Head) -> list[str]:
    if head.published is None or any(_DAY.search(line) for line in (*lines[:12], *lines[-6:])):
        return lines
    at = next((i + 1 for i, line in enumerate(lines[:8]) if _TITLE.search(line)), 0)
    return [*lines[:at], f"发布日期：{head.published}", *lines[at:]]
