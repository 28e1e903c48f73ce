"""Lists: X、Y、Z等创新企业. The noun after 等, or before the list, says the type of every item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.reading.lexicon import alternation, typed, words
from graph.reading.mentions.names import is_generic, is_unknown, left_edge, stops
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence

__all__ = ["BRAND", "DIGITAL", "ETC", "Enumeration", "cut_short", "enumerations", "unplaced"]

_ITEM = r"(?:《[^《》\n]*(?:《[^》\n]*》[^《》\n]*)*》|“[^”\n]*”|（[^）\n]*）|[^、，；：。！？（）“”《》\n])+"
_RUN = re.compile(rf"{_ITEM}(?:、{_ITEM})+")
_PIECE = re.compile(_ITEM)
#: “甲”“乙”“丙”等: quotations in a row, and what follows them up to the next mark.
_QUOTES = re.compile(r"“[^“”\n]{2,40}”(?:“[^“”\n]{2,40}”)+[^、，；：。！？（）“”《》\n]*")
_ONE_EACH = re.compile("[^、](?:、[^、])+")
ETC = re.compile(r"等+(?![级候待同额次式])")
#: 平等, 相等 are words; 三等奖 is a rank, and 新华三等45家 is a list of firms.
_NO_ETC = re.compile(r"[同平高中初对不相均]等|[一二三优甲头特上下]等[奖功品舱甲人]")
_COUNTED = re.compile(r"(?:这)?(?:[两三四五六七八九十百\d]+|多|数)(?:余|多)?(?:家|户|个|大|所|类|项|条|处|座|款|种)")
_NAMED = re.compile(rf"(?:{alternation('cue_verbs', 'name')})$")
_HEAD = re.compile(rf"(?:{alternation('heads')})")
#: Projects that were signed or brought in are named after the firms that bring them.
_SIGNED = re.compile("签约|引进|落地|招引|落户|引育")
_SETTLED = re.compile(r"(?:先后|陆续|相继|已|成功|分别|均|正式|同步|将)*(?:在[^，。；]{2,8})?(?:落户|落地|签约|入驻|投产)")
#: 要, 能, 可: a phrase that begins so is a predicate.
_VERBAL = frozenset("要能可应须需拟将已正在")
_QUANTIFIED = re.compile(r"(?:一大?批|一系列|众多|多家|诸多|许多|若干)[^，。；、的]{0,12}$")
#: Right behind 等 these begin the predicate: the list has no head.
_SAYS = frozenset(
    (
        "成为",
        "均",
        "均已",
        "都",
        "都已",
        "已",
        "已有",
        "有",
        "已经",
        "作为",
        "共同",
        "为",
        "也",
        "正在",
        "也在",
        "先行",
        "正",
        "将",
        "率先",
        "在",
        "等",
        "对",
        "向",
        "把",
        "由",
        "让",
        "给",
        "从",
        "以",
        "与",
    )
)
_NO_NAMES = re.compile(r"[^，。；、]{0,4}(?:上下游|产业链|环节|相关|配套|类企业|型企业|服务企业|制造企业)")
_JOINED = frozenset(("和", "及", "以及", "与", "或"))
BRAND = re.compile(rf"(?:{alternation('enterprise_suffixes', 'brand')}|{alternation('enterprise_suffixes', 'weak')})$")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list and what it is a list of.

    Attributes
    ----------
    items:
        Spans in the flow.
    head:
        The type of every item, ``-`` where the head says that they are none, ``None`` where nothing says it.
    sure:
        How sure the head is, 0 to 1.
    end:
        Behind the head.
    """

    items: tuple[tuple[int, int], ...]
    head: str | None
    sure: float
    start: int
    end: int


def enumerations(reply: Reply) -> list[Enumeration]:
    """Every list of the body's sentences with its head."""
    found = []
    text = reply.flow.text
    for sentence in reply.sentences:
        if text.find("、", sentence.start, sentence.end) < 0 and text.find("”“", sentence.start, sentence.end) < 0:
            found += _alone(reply, sentence)
            continue
        runs: list[tuple[int, int]] = []
        number = _NUMBER_MARK.match(text, sentence.start, sentence.end)
        for run in _RUN.finditer(text, number.end() if number else sentence.start, sentence.end):
            if _ONE_EACH.fullmatch(run.group()):
                continue  # 各县（市、区）
            found += [_read(reply, sentence, start, end) for start, end in _parts(reply, run.start(), run.end(), sentence)]
            runs.append(run.span())
        found += _alone(reply, sentence)
        found += [
            _read(reply, sentence, row.start(), row.end())
            for row in _QUOTES.finditer(text, sentence.start, sentence.end)
            if not any(start <= row.start() < end for start, end in runs)
        ]
    return found


#: 甲等具体工作归乙公司负责: what follows 等 is no head.
_GOES_ON = re.compile(r"[归由被向对给与和将把在，]|.{11}")


def _alone(reply: Reply, sentence: Sentence) -> list[Enumeration]:
    """Lists of one: 甲科技等3户企业, 乙大厦等楼宇; what stands in a row is left to the others."""
    text, found = reply.flow.text, []
    for etc in ETC.finditer(text, sentence.start, sentence.end):
        if _NO_ETC.match(text, etc.start() - 1) or text[etc.start() - 1] in "”》":
            continue
        head, close = _noun(reply, etc.end(), sentence.end)
        if head not in ("Enterprise", "Carrier") or _GOES_ON.search(text, etc.end(), close):
            continue
        near = max(sentence.start, etc.start() - 26)
        clause = max((text.rfind(mark, near, etc.start()) + 1 for mark in "，。；：\n"), default=0)
        floor = max(near, clause)
        start = left_edge(reply, etc.start(), floor)
        start = floor if clause and cut_short(reply, floor, start, etc.start()) else start
        if start >= etc.start() or text.find("、", floor, etc.start()) >= 0:
            continue
        found.append(Enumeration(((start, etc.start()),), head, 0.75, start, close))
    return found


def _etc(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first 等 that ends a list."""
    found = ETC.finditer(text, start, end)
    return next((m for m in found if m.start() == start or not _NO_ETC.match(text, m.start() - 1)), None)


def _parts(reply: Reply, start: int, end: int, sentence: Sentence) -> list[tuple[int, int]]:
    """A、B等方面集聚了C、D等企业 is two lists: an item that holds 等 closes the first."""
    text, parts, begin = reply.flow.text, [], start
    for item in list(_PIECE.finditer(text, start, end))[:-1]:
        etc = _etc(text, item.start(), item.end())
        if etc is not None and etc.start() > begin:
            _, close = _noun(reply, etc.end(), sentence.end)
            cut = min(max(close, etc.end()), item.end())
            parts.append((begin, cut))
            begin = cut
            continue
        # 设计、封测、设备各段已集聚甲、乙等企业: behind the verb another list begins.
        verb = _RESTARTS.search(text, max(item.start(), begin), item.end()) if item.start() > begin else None
        if verb is not None and verb.start() > item.start():
            parts.append((begin, verb.start()))
            begin = verb.end()
    return [*parts, (begin, end)] if begin < end else parts


def _read(reply: Reply, sentence: Sentence, start: int, end: int) -> Enumeration:
    text = reply.flow.text
    items = [span for m in _PIECE.finditer(text, start, end) for span in _apart(text, m.start(), m.end())]
    items, head, sure, close = _head_after(reply, items, sentence)
    first_start = _first_item(reply, items[0], sentence)
    empty = first_start >= items[0][1]
    before, before_sure = (None, 0.0) if empty else _head_before(reply, first_start, sentence)
    whole, items[0] = items[0][0], (items[0][0] if empty else first_start, items[0][1])
    if head == "Enterprise" and text[first_start - 1] in "和与及" and whole < first_start - 2:
        edge = left_edge(reply, first_start - 1, whole)  # 引进了甲乙和丙丁、戊己等企业
        items = [*([(edge, first_start - 1)] if first_start - edge > 2 else []), *items]
    if head is None:
        head, sure = before, before_sure
    if head is None:
        head, sure = _head_above(reply, sentence)
    return Enumeration(tuple(_trimmed(reply, items)), head, sure, first_start, close)


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """“甲”“乙” are two: between quotations stands no 、."""
    spans, begin = [], start
    while (close := text.find("”“", begin, end)) >= 0:
        spans.append((begin, close + 1))
        begin = close + 1
    return [*spans, (begin, end)]


def _head_after(
    reply: Reply, items: list[tuple[int, int]], sentence: Sentence
) -> tuple[list[tuple[int, int]], str | None, float, int]:
    """The list without its head, the head's type, and where the head ends."""
    text = reply.flow.text
    begin, end = items[-1]
    etc = _etc(text, begin, end)
    if etc is None and text[end : end + 1] == "等":  # the list ends in a bracket or a quotation
        etc = ETC.match(text, end)
    if etc is not None and etc.start() >= begin:
        head, close = _noun(reply, etc.end(), sentence.end)
        last = _split_and(reply, begin, etc.start())
        if (
            head == "-"
            and text[close - 2 : close] == "项目"
            and not re.search("新|文化|娱乐|服务|体验|技术|科目|活动", text[etc.end() : close])
            and (
                _SIGNED.search(text, max(sentence.start, items[0][0] - 2), items[0][1])
                or _SETTLED.match(text, close, min(close + 16, sentence.end))
            )
        ):
            return [*items[:-1], *last], "Enterprise", 0.6, close
        if _NO_NAMES.match(text, etc.end()) and head == "Enterprise" and not _strange(text, [*items[:-1], *last]):
            head = "-"  # 整机、动力等上下游企业
        if head is None and _FIRMS_COUNTED.match(text, etc.end(), sentence.end):
            return [*items[:-1], *last], "Enterprise", 0.6, close  # 甲、乙等10余家先后入驻
        fields = text.startswith(("行业", "领域", "产业"), etc.end())
        if fields and head == "Enterprise" and not _strange(text, [*items[:-1], *last]):
            head = "Sector"  # 航空、商贸等行业龙头企业
        spans = [*items[:-1], *last]
        if (
            head == "-"
            and text[max(close - 2, 0) : close] in ("服务", "功能", "项目", "设备", "业务")
            and (sure := _digital(reply, spans, sentence))
        ):
            return spans, "Scenario", sure, close
        return spans, head, 0.92, close
    counted = _COUNTED.search(text, begin, min(end + 6, sentence.end))
    if counted and counted.start() > begin:
        head, close = _noun(reply, counted.end(), sentence.end)
        if head:
            return [*items[:-1], *_split_and(reply, begin, counted.start())], head, 0.85, close
    cut = _predicate(reply, begin, end)
    awarded = _AWARDED.match(text, cut, min(cut + 40, sentence.end))
    head = typed("heads").get(awarded.group("head"), "Scenario") if awarded else None
    return [*items[:-1], *_split_and(reply, begin, cut)], head, 0.75 if head else 0.0, cut


#: 甲、乙获评创新场景: what the whole list was found to be.
_AWARDED = re.compile(
    r"(?:等)?(?:均|都|同时|双双|分别|先后|成功|已|被)*(?:获评|入选|评为|列入|纳入|获选|当选|上榜|入围|列为)(?:了|为|成为)?[^，。；、：“”《》]{0,16}?(?P<head>应用场景|创新场景|示范场景|典型场景|标杆场景|场景|示范应用|典型应用|优秀应用)(?=[，。；、（]|名单|清单|案例|目录|等)"
)
#: Firms are counted by houses; hospitals and schools too, but they say so.
_FIRMS_COUNTED = re.compile(
    r"(?:近|约|超|逾)?(?:[两三四五六七八九十百\d]+|多|数)(?:余|多)?[家户](?=[，。；、]|均|都|已|先后|陆续|相继|纷纷|全部|成功|正式|签约|入驻|落户|落地|企业)"
)


def _strange(text: str, items: list[tuple[int, int]]) -> bool:
    """Whether most items of a list are short words that no dictionary has, or firms that the country knows."""
    return 2 * sum(_is_strange(text[s:e]) for s, e in items) > len(items)


def _is_strange(item: str) -> bool:
    name = _VERB_BEFORE.sub("", item)
    if name in words("firms"):
        return True
    own = unplaced(name)
    return 2 <= len(own) <= (8 if BRAND.search(own) else 5) and is_unknown(own) and own not in words("sectors")


#: 新引进甲乙, 已集聚丙丁: what is done before the first item.
_VERB_BEFORE = re.compile(
    rf"^[\u4e00-\u9fff]{{0,6}}?(?:{alternation('cue_verbs', 'arrive')}|{alternation('cue_verbs', 'host')})了?"
)


def unplaced(name: str) -> str:
    """A name without the place before it: 上海峰飞 is 峰飞 with its city."""
    first = next((end for start, end, _ in find_divisions(name) if start == 0), 0)
    return name[first:] if len(name) - first >= 2 else name


_NUMBER_MARK = re.compile(r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})、")
#: 名城建设集团: a verb right before the ending of a firm's name belongs to it.
_LEGAL_AHEAD = re.compile(rf"[\u4e00-\u9fff]{{2}}(?:{alternation('enterprise_suffixes', 'legal')})")
#: 等数字健康、人工智能、社交电商企业: the head of a list is a list itself.
_HEADS = re.compile(r"[^，。；：、（）“”的]{2,8}(?:、[^，。；：、（）“”的]{2,8}){1,3}?(企业|公司|厂商)")
#: 目前已有甲、乙等7个场景.
_LEADS_IN = re.compile(r"[^，。；：、“”《》]{0,12}?(?:已有|现有|目前有|设有|建有|包括|涵盖|例如|比如)")
#: 支持甲科技城内乙、丙等企业: the place that they are in is no part of the first name.
_INSIDE = re.compile(r"[^，。；：、“”《》]{2,24}?(?:园|园区|城|谷|港|基地|中心|大厦|小镇|区)内的?(?=[\u4e00-\u9fffA-Za-z]{2})")
#: 增资扩产的有甲、乙: what firms do.
_GROWING = re.compile(r"(?:增资扩产|落户|签约|投产|招引|入驻|上市|落地|开工)的(?:企业)?(?:有|包括|为)$")
_RESTARTS = re.compile(
    r"(?:集聚|聚集|汇聚|引进|吸引|涌现|拥有|培育)(?:了|出)?(?=[^，。；：、]{2,14}$)|(?:集聚|聚集|汇聚|引进|吸引|涌现|拥有|培育)(?:了|出)?"
)
_PUT_TO_USE = re.compile(r"(?:推出|上线|开通|启用|开发|部署|投用|试行|推行|接入)了?[^，。；]{0,16}$")
DIGITAL = re.compile(rf"“?(?:{alternation('scenario_marks')})")


def _digital(reply: Reply, items: list[tuple[int, int]], sentence: Sentence) -> float:
    """How sure the items of 推出智慧助餐、数字家园等服务 are digital ones that were put to use: most of them, or one and a quotation."""
    text = reply.flow.text
    clause = max(text.rfind("，", sentence.start, items[0][1]) + 1, sentence.start)
    if not re.search(rf"(?:{alternation('cue_verbs', 'launch')})", text[sentence.start : items[0][1]]):
        return 0.0
    bare = [re.sub(rf"^.*(?:{alternation('cue_verbs', 'launch')})了?", "", text[s:e]) for s, e in items]
    marked = sum(bool(DIGITAL.match(name)) for name in bare)
    if marked >= 0.6 * len(items):
        return 0.75
    at_once = _PUT_TO_USE.search(text[clause : items[0][1]])
    return 0.5 if at_once and (marked or any("“" in name for name in bare)) else 0.0


def _noun(reply: Reply, start: int, stop: int) -> tuple[str | None, int]:
    """The last head word of the noun phrase that begins at ``start``: its type and its end."""
    text, at = reply.flow.text, start
    if double := _HEADS.match(text, start, stop):
        return typed("heads")[double.group(1)], double.end()
    number = reply.token_at(start)
    while at < min(stop, start + 24) and number < len(reply.tokens):
        token = reply.tokens[number]
        begin = max(token.start, start)
        word = token.word[begin - token.start :]
        if word in "“”" and text.find("”", begin, begin + 10) >= 0:
            at, number = begin + 1, number + 1
            continue
        if word in _SAYS:
            break
        if not word or word[0] in "，。；：、！？“”（）\n" or (begin > start and _ends_phrase(word, token.tag)):
            if word == "的" and _QUANTIFIED.match(text, start, begin):  # 等一大批高成长型的优秀企业
                at, number = begin + 1, number + 1
                continue
            if word in "和与及" and not _HEAD.search(text, start, begin):  # 等零部件和芯片企业
                at, number = begin + 1, number + 1
                continue
            break
        at = begin + len(word)
        number += 1
    heads = list(_HEAD.finditer(text, start, at))
    return (typed("heads")[heads[-1].group()], heads[-1].end()) if heads else (None, at)


def _ends_phrase(word: str, tag: str) -> bool:
    if word in words("heads"):
        return False
    return tag.startswith("u") or tag in ("p", "d", "c") or (word in words("cue_verbs") and word not in ("重点", "首批"))


def _predicate(reply: Reply, start: int, end: int) -> int:
    """Where the last item of a list without 等 ends: at the first predicate behind its first word."""
    number, text = reply.token_at(start) + 1, reply.flow.text
    while number < len(reply.tokens) and reply.tokens[number].start < end:
        token = reply.tokens[number]
        legal = _LEGAL_AHEAD.match(text, token.start)
        if token.word not in _JOINED and not legal and stops(token.word, token.tag) and token.word[0] not in "“《（）》”":
            return max(token.start, start)
        number += 1
    return end


def _split_and(reply: Reply, start: int, end: int) -> list[tuple[int, int]]:
    """A和B at the end of a list are two items; 和 inside quotation marks joins nothing."""
    text = reply.flow.text
    number = reply.token_at(start)
    spans, begin, depth = [], start, 0
    while number < len(reply.tokens) and reply.tokens[number].start < end:
        token = reply.tokens[number]
        depth += sum(c in "“《（" for c in token.word) - sum(c in "”》）" for c in token.word)
        if token.word in _JOINED and depth == 0 and begin < token.start and token.start >= start:
            spans.append((begin, token.start))
            begin = token.start + len(token.word)
        number += 1
    if begin < end and text[begin:end].strip():
        spans.append((begin, end))
    return spans or [(start, end)]


def _first_item(reply: Reply, item: tuple[int, int], sentence: Sentence) -> int:
    """Where the first item begins: what stands before it in the clause is no part of it."""
    text = reply.flow.text
    begin, end = item
    begin += len(lead.group()) if (lead := _LEADS_IN.match(text, begin, end)) else 0
    begin += len(inside.group()) if (inside := _INSIDE.match(text, begin, end)) else 0
    if text[end - 1] in "”》":
        opening = text.rfind("“" if text[end - 1] == "”" else "《", sentence.start, end)
        return max(opening, sentence.start)
    mark = max(text.rfind("”", begin, end), text.rfind("》", begin, end))
    edge = left_edge(reply, end, begin)
    if mark > begin and edge == mark + 1:  # a quoted core and its head are one item
        return max(text.rfind("“", begin, mark), begin)
    return begin if cut_short(reply, begin, edge, end) or _all_name(reply, begin, edge) else edge


def _all_name(reply: Reply, begin: int, edge: int) -> bool:
    """Whether what would be cut off is no predicate: 高境三 of 高境三邻桥, right behind a comma."""
    if not 0 < edge - begin <= 4 or reply.flow.text[begin - 1] not in "，。；\n":
        return False
    tokens = reply.tokens[reply.token_at(begin) : reply.token_at(edge - 1) + 1]
    return all(
        t.tag[:1] in "nm" and t.word not in words("cue_verbs") and t.word not in words("stop_nouns") for t in tokens
    ) and any(is_unknown(t.word) or t.tag in ("nr", "ns", "nz") for t in tokens)


def cut_short(reply: Reply, start: int, edge: int, end: int) -> bool:
    """Whether taking words off the front of a short item would leave no name (电子 of 启衡电子)."""
    if start < edge and _CUT.fullmatch(reply.flow.text, start, end):
        return True
    left = reply.flow.text[edge:end]
    first = reply.tokens[reply.token_at(start)]
    return (
        start < edge
        and end - start <= 6
        and first.word[:1] not in _VERBAL
        and first.word not in words("cue_verbs")
        and (is_generic(left) or bool(BRAND.fullmatch(left)))
    )


_LISTED_BELOW = re.compile(r"\s*(?:—|-|·|[①-⑳]|\d{1,2}[、.．]|（\d{1,2}）|[一二三四五六七八九十]是)")
_AMOUNT = re.compile(r"有|达|近|超|约|共|为|包括|如下|\d")
_KIND_ONLY = re.compile(r"[^，。：；]{0,14}(?:类|方面|领域|环节|端|侧)[，：]?(?:有|包括|如|是)?")


def _head_above(reply: Reply, sentence: Sentence) -> tuple[str | None, float]:
    """全市从事低空制造的企业有近百家： and a line for each kind of them below."""
    text = reply.flow.text
    if not _LISTED_BELOW.match(text, sentence.start) or not _KIND_ONLY.match(
        text[sentence.start : sentence.start + 20].lstrip("—-· ")
    ):
        return None, 0.0
    colon = text.rfind("：\n", max(sentence.start - 400, 0), sentence.start)
    if colon < 0:
        return None, 0.0
    lead = text[max(text.rfind("\n", 0, colon), text.rfind("。", 0, colon)) + 1 : colon]
    named = [typed("heads")[m.group()] for part in _AMOUNT.split(lead) for m in _HEAD.finditer(part)]
    return ("Enterprise", 0.7) if "Enterprise" in named else (None, 0.0)


_ROLE = re.compile(rf"(?:{alternation('roles')})$")


#: 企业开发甲、乙: what firms make.
_MAKES = re.compile(
    r"(?:自主)?(?:开发|生产|研发|研制|制造|推出|使用|采购|提供|销售|出口|采用|购买|种植|加工|从事|发展|开展|引进|应用)"
)


def _head_before(reply: Reply, start: int, sentence: Sentence) -> tuple[str | None, float]:
    """龙头企业X、Y; 重点园区有X、Y; 应用场景：X、Y."""
    text = reply.flow.text
    before = text[max(sentence.start - 1, start - 24) : start].rstrip("“《")
    role = _ROLE.search(before)
    if role and len(role.group()) > 2:
        return "Enterprise", 0.85
    if role and not re.search(r"[让使为助帮促对给]$|中小$|[，。；]$|^$", before[: role.start()]):
        return (None, 0.0) if _MAKES.match(text, start) else ("Enterprise", 0.6)
    if _GROWING.search(before):
        return "Enterprise", 0.75
    stripped = _NAMED.sub("", before.rstrip("：（")).rstrip("（")
    if stripped == before and not before.endswith(("：", "（")):
        return None, 0.0
    stripped = re.sub(r"(?:主要|重点|分别|依次|具体|代表|了|中|的|，|其中|为|是)+$", "", stripped)
    heads = [m for m in _HEAD.finditer(stripped) if m.end() == len(stripped)]
    return (typed("heads")[heads[-1].group()], 0.75) if heads else (None, 0.0)


def _trimmed(reply: Reply, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    text = reply.flow.text
    kept = []
    for start, end in items:
        begin = end - len(text[start:end].lstrip(" ，、"))
        while begin < end and text[begin] in "和及与" and _joins(reply, begin, end):
            begin += 1
        if begin < end:
            kept.append((begin, end))
    return kept


#: 和慕资产: what would be left without its first character is no name.
_CUT = re.compile(rf"[和与及][\u4e00-\u9fff](?:{BRAND.pattern})")


def _joins(reply: Reply, start: int, end: int) -> bool:
    """Whether an item's first character is a conjunction, and not the first one of a name: 和平大悦城."""
    token = reply.tokens[reply.token_at(start)]
    return token.start == start and token.word in _JOINED and not _CUT.fullmatch(reply.flow.text, start, end)
