"""Lists: X、Y、Z等创新企业. The noun after 等, or before the list, says the type of every item."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.reading import divisions
from graph.reading.lexicon import alternation, typed, words
from graph.reading.mentions.names import clean, is_aim, is_generic, is_rare, is_unknown, left_edge, stops
from graph.reading.place import find_divisions
from graph.reading.reply import Reply, Sentence
from graph.records import Mention

__all__ = ["Enumeration", "enumerations", "listed"]

_ITEM = r"(?:《[^《》\n]*(?:《[^》\n]*》[^《》\n]*)*》|“[^”\n]*”|（[^）\n]*）|[^、，；：。！？（）“”《》\n])+"
_RUN = re.compile(rf"{_ITEM}(?:、{_ITEM})+")
_PIECE = re.compile(_ITEM)
#: “甲”“乙”“丙”等: quotations in a row, and what follows them up to the next mark.
_QUOTES = re.compile(r"“[^“”\n]{2,40}”(?:“[^“”\n]{2,40}”)+[^、，；：。！？（）“”《》\n]*")
_ONE_EACH = re.compile("[^、](?:、[^、])+")
_ETC = re.compile(r"等+(?![级候待同额次式])")
_NOT_ETC = re.compile(r"[同平高中初对一二三不相均优甲头特上下]$")
_COUNTED = re.compile(r"(?:这)?(?:[两三四五六七八九十百\d]+|多|数)(?:余|多)?(?:家|个|大|所|类|项|条|处|座|款|种)")
_NAMED = re.compile(rf"(?:{alternation('cue_verbs', 'name')})$")
_HEAD = re.compile(rf"(?:{alternation('heads')})")
#: Projects that were signed or brought in are named after the firms that bring them.
_SIGNED = re.compile("签约|引进|落地|招引|落户|引育")
_SETTLED = re.compile(r"(?:先后|陆续|相继|已|成功|分别|均|正式|同步|将)*(?:在[^，。；]{2,8})?(?:落户|落地|签约|入驻|投产)")
#: 要, 能, 可: a phrase that begins so is a predicate.
_VERBAL = frozenset("要能可应须需拟将已正在")
#: 成长型园区, 省级示范园区: kinds of places.
_KIND_OF_SITE = re.compile(r"^[省市区县](?:级|数字经济)?(?:示范|特色|重点)|[型类级](?:产业)?(?:园区|基地|载体)$")
#: 一心、两轴、五片区 are a layout; 孵化器 and 科技园 alone are kinds.
_LAYOUT = re.compile(
    rf"(?:[一二两三四五六七八九十多N\d]个?(?:心|轴|带|片区|核|极|园区?|城|镇|谷|廊|港|岛|湖|点|翼|圈|区)){{1,4}}|(?:{alternation('carrier_suffixes', 'strong')})"
)
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
_LEGAL = re.compile(rf"(?:{alternation('enterprise_suffixes', 'legal')})$")
_BRAND = re.compile(rf"(?:{alternation('enterprise_suffixes', 'brand')}|{alternation('enterprise_suffixes', 'weak')})$")
_STRONG_BRAND = re.compile(rf"(?:{alternation('enterprise_suffixes', 'brand')})$")
_SITE = re.compile(rf"(?:{alternation('carrier_suffixes', 'strong')})$")
_OFFICE = re.compile(rf"(?:{alternation('organisation_suffixes')}|委|办|厅|局|部)$")
_EVENT = re.compile(r"(?:大会|论坛|峰会|博览会|大赛|交易会|展览会|进博会|文化节|年会)$")
_INSTITUTE = re.compile(
    r"(?:(?<!数据)服务中心|公园|科创中心|研究院|研究所|实验室|创新中心|研究中心|工程中心|技术转移中心|大学|学院|协会|联盟|医院)$"
)
_NO_FIRM = re.compile(r"[区县市镇乡街路院所校局委办会部馆店园城港谷岛村]$|平台|系统|中心|基地|\d|模型|机器人$|[的了]")
_ORGANISATION = re.compile(rf"(?:{alternation('organisation_suffixes')})$")
_COMMON_ENTERPRISE = re.compile(
    r"(?:企业|公司|机构|行业|产业|领域|技术|制造|服务|服务商|运营商|供应商|经销商|商户|商家|主体|类|型|级|性|等|者|人|方|式|化|率|业|家|户|店|品|件|链|端|平台|资源|建设|管理|市场|要素|设备|器件|材料|零部件|终端|装备|产品|系统|软件|芯片|设计|封测|封装|制造|系)$"
)


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
            continue
        runs: list[tuple[int, int]] = []
        number = _NUMBER_MARK.match(text, sentence.start, sentence.end)
        for run in _RUN.finditer(text, number.end() if number else sentence.start, sentence.end):
            if _ONE_EACH.fullmatch(run.group()):
                continue  # 各县（市、区）
            found += [_read(reply, sentence, start, end) for start, end in _parts(reply, run.start(), run.end(), sentence)]
            runs.append(run.span())
        found += [
            _read(reply, sentence, row.start(), row.end())
            for row in _QUOTES.finditer(text, sentence.start, sentence.end)
            if not any(start <= row.start() < end for start, end in runs)
        ]
    return found


def _parts(reply: Reply, start: int, end: int, sentence: Sentence) -> list[tuple[int, int]]:
    """A、B等方面集聚了C、D等企业 is two lists: an item that holds 等 closes the first."""
    text, parts, begin = reply.flow.text, [], start
    for item in list(_PIECE.finditer(text, start, end))[:-1]:
        etc = next(
            (
                m
                for m in _ETC.finditer(text, item.start(), item.end())
                if not _NOT_ETC.search(text[item.start() : m.start()][-1:])
            ),
            None,
        )
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
    etc = next((m for m in _ETC.finditer(text, begin, end) if not _NOT_ETC.search(text[begin : m.start()][-1:])), None)
    if etc is None and text[end : end + 1] == "等":  # the list ends in a bracket or a quotation
        etc = _ETC.match(text, end)
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
        if _NO_NAMES.match(text, etc.end()) and head == "Enterprise":
            head = "-"  # 整机、动力等上下游企业
        if text.startswith(("行业", "领域", "产业"), etc.end()) and head == "Enterprise":
            head = "Sector"  # 航空、商贸等行业龙头企业
        spans = [*items[:-1], *last]
        if (
            head == "-"
            and text[max(close - 2, 0) : close] in ("服务", "功能", "项目", "设备", "业务")
            and _digital(reply, spans, sentence)
        ):
            return spans, "Scenario", 0.75, close
        return spans, head, 0.92, close
    counted = _COUNTED.search(text, begin, min(end + 6, sentence.end))
    if counted and counted.start() > begin:
        head, close = _noun(reply, counted.end(), sentence.end)
        if head:
            return [*items[:-1], *_split_and(reply, begin, counted.start())], head, 0.85, close
    cut = _predicate(reply, begin, end)
    return [*items[:-1], *_split_and(reply, begin, cut)], None, 0.0, cut


_FIELDS = re.compile(r"(?:拓展|丰富|聚焦|围绕|面向|针对|瞄准|深化)(?:了)?$")
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
_GOES = re.compile(r"(?:走?进|入)[\u4e00-\u9fff]{1,3}")
_AIMED = re.compile("(?:国家|省|市|世界|国际)(?:级|一流)")
_NICKNAME = re.compile(r"“[双三两四五六].{0,3}”$")
_DIGITAL = re.compile(rf"“?(?:{alternation('scenario_marks')})")


def _digital(reply: Reply, items: list[tuple[int, int]], sentence: Sentence) -> bool:
    """Whether the items of 推出智慧助餐、数字家园等服务 are digital ones that were put to use."""
    text = reply.flow.text
    launched = re.search(rf"(?:{alternation('cue_verbs', 'launch')})", text[sentence.start : items[0][1]])
    marked = sum(
        bool(_DIGITAL.match(re.sub(rf"^.*(?:{alternation('cue_verbs', 'launch')})了?", "", text[s:e]))) for s, e in items
    )
    return bool(launched) and marked >= 0.6 * len(items)


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
    return begin if _cut_short(reply, begin, edge, end) or _all_name(reply, begin, edge) else edge


def _all_name(reply: Reply, begin: int, edge: int) -> bool:
    """Whether what would be cut off is no predicate: 高境三 of 高境三邻桥, right behind a comma."""
    if not 0 < edge - begin <= 4 or reply.flow.text[begin - 1] not in "，。；\n":
        return False
    tokens = reply.tokens[reply.token_at(begin) : reply.token_at(edge - 1) + 1]
    return all(
        t.tag[:1] in "nm" and t.word not in words("cue_verbs") and t.word not in words("stop_nouns") for t in tokens
    ) and any(is_unknown(t.word) or t.tag in ("nr", "ns", "nz") for t in tokens)


def _cut_short(reply: Reply, start: int, edge: int, end: int) -> bool:
    """Whether taking words off the front of a short item would leave no name (电子 of 启衡电子)."""
    left = reply.flow.text[edge:end]
    first = reply.tokens[reply.token_at(start)]
    return (
        start < edge
        and end - start <= 6
        and first.word[:1] not in _VERBAL
        and first.word not in words("cue_verbs")
        and (is_generic(left) or bool(_BRAND.fullmatch(left)))
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


def _head_before(reply: Reply, start: int, sentence: Sentence) -> tuple[str | None, float]:
    """龙头企业X、Y; 重点园区有X、Y; 应用场景：X、Y."""
    text = reply.flow.text
    before = text[max(sentence.start - 1, start - 24) : start].rstrip("“《")
    role = _ROLE.search(before)
    if role and len(role.group()) > 2:
        return "Enterprise", 0.85
    if role and not re.search(r"[让使为助帮促对给]$|中小$|[，。；]$|^$", before[: role.start()]):
        return "Enterprise", 0.6
    if _GROWING.search(before):
        return "Enterprise", 0.75
    stripped = _NAMED.sub("", before.rstrip("：（"))
    if stripped == before and not before.endswith(("：", "（")):
        return None, 0.0
    stripped = re.sub(r"(?:主要|重点|分别|依次|具体|代表|了|中|的|，|其中|为|是)+$", "", stripped)
    heads = [m for m in _HEAD.finditer(stripped) if m.end() == len(stripped)]
    return (typed("heads")[heads[-1].group()], 0.75) if heads else (None, 0.0)


def _trimmed(reply: Reply, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    text = reply.flow.text
    kept = []
    for start, end in items:
        begin = end - len(text[start:end].lstrip(" ，、和及与"))
        if begin < end:
            kept.append((begin, end))
    return kept


def listed(reply: Reply, lists: list[Enumeration]) -> list[Mention]:
    """The items of lists whose type is known, by their head or by a fellow item that bears its type in its name."""
    found: list[Mention] = []
    text = reply.flow.text
    for enumeration in lists:
        kind = enumeration.head
        sure = enumeration.sure
        if kind is None or (kind == "-" and text[enumeration.end - 2 : enumeration.end] == "项目"):
            kind, sure = _by_fellows(reply, enumeration)
            if enumeration.head == "-" and kind != "Enterprise":
                continue  # 甲药业、乙医药等项目 are those of the firms; others are no names
        if kind in (None, "-", "Policy", "Sector", "District", "Subdistrict", "Community", "Road", "BusinessCircle"):
            continue
        if (
            kind == "Scenario"
            and _FIELDS.search(text[max(enumeration.start - 8, 0) : enumeration.start])
            and not any(text[s] == "“" or _DIGITAL.match(text[s:e]) for s, e in enumeration.items)
        ):
            sure *= 0.5  # 拓展空中交通、海洋管理等应用: fields, no names
        if kind == "Enterprise" and _fields_only(reply, enumeration):
            continue  # 智慧养老、康复辅具、健康食品等企业
        mixed = kind == "Organisation" and any(_is_firm(text[s:e]) for s, e in enumeration.items)
        fellows = []
        for start, end in enumeration.items:
            own = _own_kind(reply, start, end) if mixed else str(kind)
            mention = _item(reply, own, start, end, sure * (0.8 if own != kind else 1.0))
            if mention:
                fellows.append(mention)
        if kind != "Enterprise" or _any_name(reply, fellows):
            found += _supported(fellows)
    return found


def _any_name(reply: Reply, fellows: list[Mention]) -> bool:
    """Whether one item of a list of firms looks like a name: 废钢铁、废塑料等再生资源企业 has none."""
    return any(
        m.type != "Enterprise"
        or m.name in words("firms")
        or _LEGAL.search(m.name)
        or _STRONG_BRAND.search(m.name)
        or reply.flow.text[m.start] == "“"
        or is_rare(list(reply.tokens[reply.token_at(m.start) : reply.token_at(m.end - 1) + 1]))
        for m in fellows
    )


_FIELD = re.compile(r"^(?:智慧|智能|健康|数字|绿色|新型|高端|现代)[\u4e00-\u9fff]{2,4}$")


def _fields_only(reply: Reply, enumeration: Enumeration) -> bool:
    """Whether the list before 等企业 names what the firms do, and none of them."""
    names = [clean(reply.flow.text[s:e]) for s, e in enumeration.items]
    fields = sum(n in words("sectors") or bool(_FIELD.match(n)) for n in names)
    others = [n for n in names if n not in words("sectors")]
    firms = sum(bool(_LEGAL.search(n) or _STRONG_BRAND.search(n)) or n in words("firms") for n in others)
    aimed = re.search(r"(?:面向|聚焦|围绕|针对|瞄准)$", reply.flow.text[max(enumeration.start - 4, 0) : enumeration.start])
    return fields > 0 and (firms == 0 or bool(aimed))


def _own_kind(reply: Reply, start: int, end: int) -> str:
    """In 甲集团、乙研究院、丙重工等单位 each item is what its own ending says."""
    name = reply.flow.text[start:end]
    if _is_firm(name):
        return "Enterprise"
    return "Organisation" if _OFFICE.search(name) or _ORGANISATION.search(name) else "Enterprise"


def _is_firm(name: str) -> bool:
    """Whether a name is a firm's, whatever its list says: by its ending, by the list of firms, 甲市移动."""
    return bool(_LEGAL.search(name) or _OPERATOR.fullmatch(name)) or name in words("firms")


_OPERATOR = re.compile(r"[\u4e00-\u9fff]{2,3}(?:移动|联通|电信|铁塔|广电)")


def _supported(fellows: list[Mention]) -> list[Mention]:
    """Firms in a row with one that is surely a firm are surer themselves: 国光动力 is made of common words."""
    sure = [m for m in fellows if m.type == "Enterprise" and m.confidence >= 0.8]
    return [
        replace(m, confidence=max(m.confidence, 0.62)) if sure and m.type == "Enterprise" and 2 < len(m.name) <= 8 else m
        for m in fellows
    ]


#: 甲平台、乙平台、丙系统: said of each item by its own last word, where enough stands before it.
_UNMANNED = re.compile("(?:[\u4e00-\u9fff]{2,4})?(?:无人|自动驾驶|机器人|无人机)[\u4e00-\u9fff]{2,6}$")
_PLATFORM = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”+]{4,}(?:平台|系统|小程序|驾驶舱)$")


def _by_fellows(reply: Reply, enumeration: Enumeration) -> tuple[str | None, float]:
    text = reply.flow.text
    names = [text[s:e].strip("“”") for s, e in enumeration.items]
    for pattern, kind in ((_LEGAL, "Enterprise"), (_SITE, "Carrier")):
        hits = sum(bool(pattern.search(name)) and not is_generic(name) for name in names)
        if hits and hits >= (0.33 if kind == "Carrier" else 0.4) * len(names):
            return kind, 0.7
    unmanned = [name for name in names if _UNMANNED.match(name)]
    if len(unmanned) >= 3 and len(unmanned) >= 0.7 * len(names):
        return "Scenario", 0.72  # 无人清扫、无人配送、无人零售
    platforms = [name for name in names if _PLATFORM.search(name)]
    if len(platforms) >= 2 and len(platforms) >= 0.6 * len(names):
        return "Scenario", 0.62
    brands = [_STRONG_BRAND.search(name) for name in names]
    firms = sum(bool(b) and is_unknown(n[: b.start()]) for n, b in zip(names, brands, strict=True) if b)
    if firms >= 2 and firms >= 0.5 * len(names):
        return "Enterprise", 0.75
    known = sum(bool(_LEGAL.search(n)) or n in words("firms") or bool(_STRONG_BRAND.search(n)) for n in names)
    bare = [n for n in names if not (_LEGAL.search(n) or n in words("firms") or _STRONG_BRAND.search(n))]
    if known >= 3 and known >= 0.5 * len(names) and all(2 <= len(n) <= 8 and not _NO_FIRM.search(n) for n in bare):
        return "Enterprise", 0.7
    return ("Enterprise", sure) if known and (sure := _by_company(text, enumeration, bare, known)) else (None, 0.0)


def _by_company(text: str, enumeration: Enumeration, bare: list[str], known: int) -> float:
    """How sure a list with some firms in it is one of firms: by what its other items look like, and by what it does."""
    strange = all(2 <= len(n) <= 6 and is_unknown(_unplaced(n)) and not _NO_FIRM.search(n) for n in bare)
    if strange and known >= max(2, 0.5 * len(enumeration.items)):
        return 0.65
    if bare and all((brand := _BRAND.search(n)) and is_unknown(n[: brand.start()]) for n in bare):
        return 0.65
    if _ETC.match(text, enumeration.items[-1][1]) and _ARRIVED.match(text, enumeration.end):
        return 0.72
    return 0.6 if strange and _ETC.match(text, enumeration.items[-1][1]) else 0.0


#: 甲、乙等均已落子丙园: the list is the subject of a verb of arrival.
_ARRIVED = re.compile(rf"(?:家)?(?:均|都|也|已|先后|陆续|相继|纷纷|全部|成功|正式)*(?:{alternation('cue_verbs', 'arrive')})")


def _unplaced(name: str) -> str:
    """上海峰飞 is 峰飞 with its city."""
    first = next((end for start, end, _ in find_divisions(name) if start == 0), 0)
    return name[first:] if len(name) - first >= 2 else name


def _item(reply: Reply, kind: str, start: int, end: int, sure: float) -> Mention | None:
    text = reply.flow.text
    raw = text[start:end]
    if kind == "Scenario" and _EVENT.search(raw.strip("“”")):
        kind = "Event"  # 依托世界人工智能大会等平台
    if kind == "Scenario" and raw[0] != "“" and _is_firm(raw):
        kind = "Enterprise"
    if kind in ("Scenario", "Organisation", "Enterprise") and _SITE.search(raw.strip("“”")) and not _DIGITAL.match(raw):
        kind = "Carrier"  # 甲科学城、乙科学岛等科创平台
    if (
        kind in ("Scenario", "Carrier", "Enterprise")
        and _INSTITUTE.search(raw.strip("“”"))
        and not (kind == "Carrier" and raw.endswith("公园"))
    ):
        kind = "Organisation"
    if kind == "Scenario" and (verb := _PUT_UP.match(raw)) and len(raw) - verb.end() >= 4:
        start += verb.end()
        raw = text[start:end]
    rule = f"list.{kind.lower()}"
    if kind in ("Enterprise", "Organisation") and raw[-1] not in "”）":
        edge = left_edge(reply, end, start)
        whole = (
            _cut_short(reply, start, edge, end)
            or (edge == start + 1 and end - start <= 6 and text[start] in "中国大小上下东西南北")
            or _is_item(reply, start, edge, end)
        )
        start = start if whole else edge
        raw = text[start:end]
    if kind != "Scenario":
        inner = re.search(r"（[^）]*）$", raw)
        if inner and len(inner.group()) < len(raw) and not (kind == "Enterprise" and _is_place(inner.group()[1:-1])):
            end -= len(inner.group())
            raw = text[start:end]
    if (
        kind == "Enterprise"
        and raw in ("集团", "控股集团", "股份", "有限公司")
        and text[max(start - 5, 0) : start].rfind("、") >= 0
    ):
        start = text.rfind("、", 0, start) + 1
        raw = text[start:end]
    if kind == "Enterprise" and (figure := _FIGURE.search(raw)) and not raw.startswith("“"):
        end = start + figure.start()  # 甲车业产值12.1亿元
        raw = text[start:end]
        if len(raw) < 2:
            return None
    if _GOES.fullmatch(clean(raw)):
        return None  # “进社区”“进园区”
    if kind == "Carrier" and (is_aim(text, start, 0) or _AIMED.match(raw)):
        return None
    nick = _NICKNAME.search(raw)
    if nick and nick.start() > 1:  # 甲小镇、乙小镇“双镇”
        end -= len(nick.group())
        raw = text[start:end]
    name = clean(raw)
    if not 2 <= len(name) <= 30 or re.search(r"[，。；！？]", name) or re.match(r"\d+(?:余|多)?$", name):
        return None
    if kind == "Enterprise" and re.search(
        r"企业|公司(?!$)|[余多]家|\d家", text[start : end + 4 if text[end : end + 2] == "企业" else end]
    ):
        return None
    weight = _weight(reply, kind, name, start, end)
    core = _QUOTED_CORE.match(raw)  # “四社联动”服务平台 is known as 四社联动 too
    aliases = (clean(core.group(1)),) if kind == "Scenario" and core else ()
    return Mention(kind, name, start, end, rule, round(sure * weight, 3), aliases) if weight > 0 else None


def _is_item(reply: Reply, start: int, edge: int, end: int) -> bool:
    """Whether a short item is a name from its first character: between two 、, or behind a comma with no verb before it."""
    text = reply.flow.text
    if end - start > 6 or start >= edge or text[start - 1] not in "、，":
        return False
    cut = reply.tokens[reply.token_at(start) : reply.token_at(edge - 1) + 1]
    if any(t.word in words("cue_verbs") and len(t.word) > 1 for t in cut) or text[start] in "等和与及了的":
        return False
    return text[start - 1] == "、" or all(t.tag[:1] in "nfsajmz" for t in cut)


_FIGURE = re.compile(
    r"(?:年?产值|营收|营业收入|销售额|增长|同比|产量|实现)?(?:达到?|超过?|约|近)?\d+(?:\.\d+)?(?:%|万|亿|元|家|辆|台|吨)"
)
_PUT_UP = re.compile(r"(?:先后|陆续|相继|已)*(?:制发|建成|推出|上线|部署|接入|汇聚|整合|研发|搭建)了?(?=[\u4e00-\u9fffA-Za-z])")
_QUOTED_CORE = re.compile(r"“([^“”]{2,16})”[\u4e00-\u9fff]{2,8}$")


def _is_place(text: str) -> bool:
    return any((start, end) == (0, len(text)) for start, end, _ in find_divisions(text))


def _weight(reply: Reply, kind: str, name: str, start: int, end: int) -> float:
    """How well an item fits the type that its list's head says, 0 where it is no name."""
    if kind == "Enterprise":
        own = _enterprise(reply, name, start, end)
        quoted = reply.flow.text[start] == "“" and len(name) <= 10 and name not in words("sectors") and not is_generic(name)
        return max(own, 0.9) if quoted else own
    if kind == "Scenario":
        return _scenario(name, reply.flow.text[start] == "“")
    if is_generic(name) or (
        kind == "Carrier"
        and (name in words("sectors") or divisions.codes_of(name) or _KIND_OF_SITE.search(name) or _LAYOUT.fullmatch(name))
    ):
        return 0.0
    if kind == "Carrier" and re.search("平台$|馆$|站$|医院$|学校$", name):
        return 0.0
    if kind == "Carrier" and not _SITE.search(name) and reply.flow.text[start] != "“":
        rare = is_rare(list(reply.tokens[reply.token_at(start) : reply.token_at(end - 1) + 1]))
        return 1.0 if rare else 0.35
    return 1.0 if kind == "Carrier" else 0.9


_GROUND = re.compile("(?:广场|公园|车站|停车场|商场|景区|超市)$")


def _enterprise(reply: Reply, name: str, start: int, end: int) -> float:
    tokens = list(reply.tokens[reply.token_at(start) : reply.token_at(end - 1) + 1])
    if _LEGAL.search(name) and len(name) > 3 and not is_generic(name):
        return 1.0
    if (
        name in words("sectors")
        or (_SITE.search(name) and not _LEGAL.search(name))
        or name.endswith("系")
        or is_generic(name)
        or (_COMMON_ENTERPRISE.search(name) and not is_rare(tokens))
    ):
        return 0.0
    if (_OFFICE.search(name) and not _BRAND.search(name)) or _GROUND.search(name):
        return 0.0
    if is_rare(tokens):
        return 1.0
    return 0.9 if _BRAND.search(name) and len(name) > 3 else 0.75 if len(tokens) <= 2 and len(name) <= 6 else 0.4


def _scenario(name: str, in_quotes: bool) -> float:
    if name in words("sectors") and _DIGITAL.match(name) and len(name) == 4:
        return 0.65  # 智慧养老 is a field, and in a list of applications one of them
    if name in words("sectors") or (is_generic(name) and not in_quotes):
        return 0.0
    if in_quotes:
        return 0.95
    return 0.9 if len(name) >= 4 else 0.7
